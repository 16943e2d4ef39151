"""A text in, its quotations out: each from its opening mark to its closing one, over several paragraphs where every paragraph opens
again. Spans only; who speaks is told in `attribution_levels`. It never changes the text and never guesses a mark that is not there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from according.domain.passage import Span

_MARK = re.compile(r"''|``|[“”«»„\"]|\n+")
_OPENING = frozenset("“«„")
_PARTNER = {"“": '”"', "«": "»", "„": "“”", '"': '"”', "''": "''", "``": "''"}
_BEFORE_OPENING = frozenset(" \t\u00a0([—–-/:…“‘'")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with their marks. `parts`: one span per paragraph, in order."""

    parts: tuple[Span, ...]
    closed: bool  # False: the closing mark is missing, the quotation ends with its paragraph

    @property
    def start(self) -> int:
        """Where the first opening mark stands."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Behind the last closing mark."""
        return self.parts[-1].end

    def holds(self, offset: int) -> bool:
        """Whether the offset lies inside one of the parts."""
        k = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        return k >= 0 and offset < self.parts[k].end

    def is_speech(self, text: str) -> bool:
        """Whether whole words of somebody, not a title or one word held with tongs: a short sentence, or four words."""
        words = 0
        body = text[self.start : self.end].strip("\"“”'`«»„ ")
        if body[:1].isupper() and body[-1:] in ".!?," and " " in body:
            return True
        for part in self.parts:
            for _ in _WORDS.finditer(text, part.start, part.end):
                words += 1
                if words > 3:
                    return True
        return False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in order; one inside another belongs to the outer one. Time is linear in the text."""
    found: list[Quotation] = []
    parts: list[Span] = []  # parts of the quotation that is open
    opened = -1
    kind = ""
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark[0] == "\n":
            if opened < 0:
                continue
            parts.append(Span(opened, _before_blanks(text, opened, at)))
            opened = -1
            following = text[match.end() : match.end() + 2]
            if not (following.startswith(kind) and kind):
                found.append(Quotation(tuple(parts), False))
                parts, kind = [], ""
        elif opened < 0:
            if mark in _OPENING or (mark not in "”»" and _opens(text, at, match.end())):
                if parts and mark != kind:  # the next paragraph opens with other marks: a new quotation
                    found.append(Quotation(tuple(parts), False))
                    parts = []
                opened, kind = at, mark
        elif mark in _PARTNER[kind] and (mark in "”»“" or not _only_opens(text, at, match.end())):
            parts.append(Span(opened, match.end()))
            found.append(Quotation(tuple(parts), True))
            parts, opened, kind = [], -1, ""
    if opened >= 0:
        parts.append(Span(opened, _before_blanks(text, opened, len(text))))
    if parts:
        found.append(Quotation(tuple(parts), False))
    return tuple(found)


def _opens(text: str, at: int, end: int) -> bool:
    return (at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING) and (
        end < len(text) and not text[end].isspace()
    )


def _only_opens(text: str, at: int, end: int) -> bool:
    """Whether a straight mark inside an open quotation can only open: a blank before it, a letter behind it."""
    return at > 0 and text[at - 1].isspace() and end < len(text) and text[end].isalnum()


def _before_blanks(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end
