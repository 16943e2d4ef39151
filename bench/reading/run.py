"""How well and how fast the reader reads, in one table: `make bench-reading GOLD=… [TEST=1]`, or `python bench/reading/run.py GOLD [--test] [--only WORD]`.

GOLD holds the rows `convert.py` makes. Without --test only development sets are read; test sets are for reporting, once a release. Our own
marks stand in `marks.jsonl` beside this file; their half "tune" was read while rules were made, the half "report" was not.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import attribution
import counts
import dates
import marks_score
import muc
import muc_events
import russian
from spans import PRF, Row, read_jsonl

from according.read import plain_document, statements

HERE = Path(__file__).resolve().parent
MARKS = HERE / "marks.jsonl"
_MUC_TOLD = ("incident type", "date overlaps", "place (any level)", "victim", "casualty (effect, number)")


def marked(gold: Path, part: str) -> Iterator[str]:
    """Our own marked reports, by language."""
    rows = [row for row in marks_score.read_marks(MARKS) if row["part"] == part]
    texts = marks_score.read_texts(gold)
    for language in (None, "en", "ru"):
        yield f"[{part}, {language or 'en and ru'}]"
        yield from ("  " + line for line in marks_score.score(rows, texts, language).lines())


def scored(score: Callable[[list[Row]], dict[str, PRF]], gold: Path, name: str) -> Iterator[str]:
    """The rows of one scorer over one set."""
    for what, one in score(read_jsonl(gold / f"{name}.jsonl")).items():
        yield f"{what:<26} {one}"


def incidents(gold: Path, name: str) -> Iterator[str]:
    """Incidents of one set; first the rows that are promised."""
    rows = read_jsonl(gold / f"{name}.jsonl")
    found = muc.score(rows, [muc_events.read(row) for row in rows])
    for what, one in found.items():
        yield f"{what + ('' if what in _MUC_TOLD else ' (not promised)'):<40} {one}"


def counted(gold: Path, name: str) -> Iterator[str]:
    """Counts before a target."""
    found = counts.score(read_jsonl(gold / f"{name}.jsonl"))
    yield f"recall {found.recall:5.1f}  ({found.right} of {found.gold})"


def speed(gold: Path, name: str, language: str) -> Iterator[str]:
    """The whole reader, megabytes of UTF-8 a second of processor time."""
    rows = read_jsonl(gold / f"{name}.jsonl")
    documents = [plain_document(row["text"], published="2016-06-01", language=language) for row in rows]
    statements(documents[0])  # word lists are loaded once
    began = time.process_time()
    found = sum(len(statements(document)) for document in documents)
    took = time.process_time() - began
    size = sum(len(row["text"].encode()) for row in rows) / 1e6
    yield f"{size / took:.2f} MB/s of CPU ({size:.2f} MB, {found} statements)"


Part = tuple[str, str, Callable[[Path], Iterator[str]]]
DEVELOPMENT: tuple[Part, ...] = (
    ("own marks, tuned on", "timebank", lambda gold: marked(gold, "tune")),
    ("dates, TimeBank", "timebank", lambda gold: scored(dates.score, gold, "timebank")),
    ("dates, AQUAINT", "aquaint", lambda gold: scored(dates.score, gold, "aquaint")),
    ("dates, WikiWars", "wikiwars", lambda gold: scored(dates.score, gold, "wikiwars")),
    ("attribution, PolNeAR dev", "polnear.dev", lambda gold: scored(attribution.score, gold, "polnear.dev")),
    ("incidents, MUC dev", "muc.dev", lambda gold: incidents(gold, "muc.dev")),
    ("counts before a target, MUC dev", "muc.dev", lambda gold: counted(gold, "muc.dev")),
    ("Russian, NEREL dev", "nerel.dev", lambda gold: scored(russian.score, gold, "nerel.dev")),
    ("speed, English, PolNeAR dev", "polnear.dev", lambda gold: speed(gold, "polnear.dev", "en")),
    ("speed, Russian, NEREL dev", "nerel.dev", lambda gold: speed(gold, "nerel.dev", "ru")),
)
TEST: tuple[Part, ...] = (
    ("own marks, not tuned on", "timebank", lambda gold: marked(gold, "report")),
    ("dates, TempEval-3 platinum", "te3", lambda gold: scored(dates.score, gold, "te3")),
    ("attribution, PolNeAR test", "polnear.test", lambda gold: scored(attribution.score, gold, "polnear.test")),
    ("incidents, MUC tst3+tst4", "muc.test", lambda gold: incidents(gold, "muc.test")),
    ("incidents, MUC tst4 in mixed case", "muc.tst4mixed", lambda gold: incidents(gold, "muc.tst4mixed")),
    ("Russian, NEREL test", "nerel.test", lambda gold: scored(russian.score, gold, "nerel.test")),
)


def main(words: list[str]) -> int:
    """The command of the module's docstring."""
    only = words[words.index("--only") + 1] if "--only" in words else ""
    gold = Path(words[0])
    if not gold.is_dir():
        print(f"There is no folder {gold}: name the one that convert.py filled.", file=sys.stderr)
        return 2
    for name, needs, part in (*DEVELOPMENT, *(TEST if "--test" in words else ())):
        if only not in name:
            continue
        print(f"\n## {name}")
        if not (gold / f"{needs}.jsonl").exists():
            print(f"not measured: {needs}.jsonl is not in {gold}")
            continue
        for line in part(gold):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
