"""A text whose lines were cut at a width in, the same with those line ends as blanks out, so that sentences are whole; same length.

A line end is a cut when the first word of the next line would not have fitted. Where that is not the rule of the text, as in lists,
verse and texts with a line a paragraph, nothing is changed.
"""

from __future__ import annotations

import re
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
_FIRST = re.compile(r"\S+")
_CLOSED = (".", "!", "?", ":", ";", '"', "”", "»", "…")
_WIDEST = 120  # code points: a longer line was not cut
_SHORTEST = 40  # code points: columns so narrow are tables
_FEW = 4  # line ends that show a width
_ALIKE = 0.8  # share of line ends inside paragraphs that must be cuts
_REACHED = 0.7  # the length that most lines keep below; a headline or a list may be wider


def without_cuts(text: str) -> str:
    """`text` with a blank for every line end that only the width of the page made; `text` itself where there is none."""
    lines = (line for line in _LINE.finditer(text) if not line[0].isspace())
    ends = [
        (one, following)
        for one, following in pairwise(lines)
        if one.end() + 1 == following.start() and not text[following.start()].isspace()
    ]
    lengths = sorted(len(one[0].rstrip()) for one, _ in ends)
    if len(ends) < _FEW or lengths[int(_REACHED * (len(ends) - 1))] > _WIDEST:
        return text
    width = lengths[int(_REACHED * (len(ends) - 1))]
    cuts = [one.end() for one, following in ends if _is_cut(one[0], following[0], width)]
    closed = sum(one[0].rstrip().endswith(_CLOSED) for one, _ in ends)
    if width < _SHORTEST or len(cuts) < _ALIKE * len(ends) or 2 * closed > len(ends):
        return text
    parts = list(text)
    for at in cuts:
        parts[at] = " "
    return "".join(parts)


def _is_cut(line: str, following: str, width: int) -> bool:
    word = _FIRST.match(following)
    return word is not None and width < len(line.rstrip()) + 1 + len(word[0]) and len(line) <= _WIDEST
