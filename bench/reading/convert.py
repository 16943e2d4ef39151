"""Public collections, as their owners publish them, to the rows the scorers read: `python bench/reading/convert.py UNPACKED GOLD`.

UNPACKED holds a folder for each repository one has: `gtt` (MUC-3/4), `PolNeAR`, `syntime` (TempEval-3 platinum, WikiWars), `TempEval-3`
(TimeBank, AQUAINT), `NEREL`, `factRuEval-2016`; what is absent is left out and said. GOLD gets one .jsonl a set. Neither is part of this
repository. Test sets are for reporting only: muc.test, muc.tst4mixed, polnear.test, te3, nerel.test.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import attribution
import dates
import muc_keys
import russian
from spans import Row, write_jsonl

_MUC = "gtt/data/muc/raw_files/muc34/TASK/CORPORA"
_TIMEX = "syntime/syntime/resources"
SETS: dict[str, tuple[str, Callable[[Path], Iterable[Row]]]] = {
    "muc.dev": (_MUC, partial(muc_keys.convert, sets=("dev", "tst1", "tst2"))),
    "muc.test": (_MUC, partial(muc_keys.convert, sets=("tst3", "tst4"))),
    "muc.tst4mixed": (_MUC, partial(muc_keys.convert, sets=("tst4",), mixed_case=True)),
    "polnear.train": ("PolNeAR", partial(attribution.convert, split="train")),
    "polnear.dev": ("PolNeAR", partial(attribution.convert, split="dev")),
    "polnear.test": ("PolNeAR", partial(attribution.convert, split="test")),
    "te3": (f"{_TIMEX}/te3-platinum/tml", dates.convert),
    "wikiwars": (f"{_TIMEX}/wikiwars/whole-tml/tml", dates.convert),
    "timebank": ("TempEval-3/data/TBAQ-cleaned/TimeBank", dates.convert),
    "aquaint": ("TempEval-3/data/TBAQ-cleaned/AQUAINT", dates.convert),
    "nerel.train": ("NEREL/NEREL-v1.1/train", russian.convert),
    "nerel.dev": ("NEREL/NEREL-v1.1/dev", russian.convert),
    "nerel.test": ("NEREL/NEREL-v1.1/test", russian.convert),
    "factrueval.dev": ("factRuEval-2016/devset", russian.convert_facts),
}


def main(unpacked: Path, gold: Path) -> int:
    """Convert what is there."""
    gold.mkdir(parents=True, exist_ok=True)
    for name, (folder, converter) in SETS.items():
        source = unpacked / folder
        if source.is_dir():
            print(f"{name:<16} {write_jsonl(gold / f'{name}.jsonl', converter(source))} documents")
        else:
            print(f"{name:<16} left out: no folder {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
