"""The blocks of a post in; those at its edges that only repeat what was told of it (hand, terms, date) taken off. Never touches prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.domain.document import BlockKind, Mark, MarkKind
from according.parse.draft import RawBlock

_SHORT = 60  # characters: a longer line is the writer's
_EDGE = 4  # blocks looked at from each end
_FILE = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|zip|mp3|mp4|jpe?g|png)(?:[?#]|\Z)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,|•·/]|\n)\s*")
_BEFORE = re.compile(r"(?:by|von|par|por|от|автор|di|da|door|av|przez)\s*:?\s*", re.IGNORECASE)


def without_data(blocks: Sequence[RawBlock], told: Sequence[str], *, loose: bool = False) -> tuple[RawBlock, ...]:
    """The same without lines at the top and foot that hold nothing but what is in `told`. `loose`: the theme marks no
    body, so a first line that is all link (a category, a hand) is the theme's too.
    """
    known = {_fold(words) for words in told if words and _fold(words)}
    start, end = 0, len(blocks)
    loose = loose and any(len(block.text) > _SHORT for block in blocks)
    while start < min(end, _EDGE) and _goes(blocks[start], known, loose):
        start += 1
    last = max(start, end - _EDGE)
    while end > last and _goes(blocks[end - 1], known, False):
        end -= 1
    return tuple(blocks[start:end])


def _goes(block: RawBlock, known: set[str], loose: bool) -> bool:
    words = block.text.strip()
    if not words or len(words) > _SHORT or block.kind in (BlockKind.HEADING, BlockKind.ENDNOTE):
        return False
    if any(mark.kind is MarkKind.IMAGE for mark in block.marks):
        return False
    pieces = [_fold(_BEFORE.sub("", piece, count=1)) for piece in _BETWEEN.split(words) if piece]
    if known and pieces and all(piece in known for piece in pieces):
        return True
    return loose and words[-1] not in ".!?…:" and any(_covers(mark, words) for mark in block.marks)


def _covers(mark: Mark, words: str) -> bool:
    """A link over the whole line to another page, not to a file the writer offers."""
    whole = mark.kind is MarkKind.LINK and mark.end - mark.start >= len(words)
    return whole and _FILE.search(mark.target or "") is None


def _fold(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())
