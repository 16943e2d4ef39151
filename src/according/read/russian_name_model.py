"""Russian text in, the people, places and bodies a statistical model sees in it out. Asked only where the extra `natasha` is installed.

The model is slovnet's tagger of news (2.3 MB) over navec's word vectors (26 MB); both files lie in the wheel of the package
`natasha`, whose own code is never imported: it needs pymorphy2, which needs `pkg_resources`, which new setuptools have not.
Nothing is downloaded. Without the extra `model_spans` gives None and the rules stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_VECTORS = Path("data", "emb", "navec_news_v1_1B_250K_300d_100q.tar")
_TAGGER = Path("data", "model", "slovnet_ner_news_v1.tar")
_LONGEST = 3000  # characters read at once: a longer line is cut at a blank, so memory stays small
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@cache
def has_model() -> bool:
    """Whether the extra is installed: its two packages and the two files."""
    return _load() is not None


@cache
def _load() -> Any:
    home = find_spec("natasha")
    if home is None or not home.submodule_search_locations or not find_spec("slovnet") or not find_spec("navec"):
        return None
    folder = Path(home.submodule_search_locations[0])
    if not (folder / _VECTORS).is_file() or not (folder / _TAGGER).is_file():
        return None
    from navec import Navec
    from slovnet import NER

    return NER.load(str(folder / _TAGGER)).navec(Navec.load(str(folder / _VECTORS)))


def model_spans(text: str) -> list[tuple[int, int, str]] | None:
    """Start, end and kind (PER, LOC, ORG) of what the model sees, in order; None where there is no model."""
    model = _load()
    if model is None:
        return None
    pieces = list(_pieces(text))
    out: list[tuple[int, int, str]] = []
    for offset, markup in zip(pieces, model.map([text[start:end] for start, end in pieces]), strict=True):
        out += [(offset[0] + one.start, offset[0] + one.stop, str(one.type)) for one in markup.spans]
    return out


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        start = line.start()
        while line.end() - start > _LONGEST:
            cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            cut = cut if cut > 0 else start + _LONGEST
            if text[start:cut].strip():
                yield start, cut
            start = cut
        if text[start : line.end()].strip():
            yield start, line.end()
