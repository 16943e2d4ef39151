"""Text in, the spans of its sentences out, exact and in order. Never crosses a line end, never changes a character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from according.domain.passage import Span
from according.language.words import has_table, read_table

# A place where a sentence may end: the mark with what closes after it, then blanks, then something that can begin a sentence.
_MAYBE = re.compile(
    r"""(?P<mark>[.!?…]{1,8}|[。！？])(?P<close>["'”’»)\]]{0,4}(?:\[[0-9ivxlcIVXLC]{1,6}\])?)(?P<gap>[^\S\n]+)(?=(?P<next>["'“‘«(\[—–-]{0,3}[^\s]))"""
)
LONGEST = 2_000  # code points; real sentences end long before
_LINE = re.compile(r"[^\n]+")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]|[.\-](?=[^\W\d_]))+$")
_INITIALS = re.compile(r"[^\W\d_](?:[.\-][^\W\d_])*")  # "J", "J.R", "И.И"
_FIRST_WORD = re.compile(r"[\"'“‘«(\[—–\- ]*([^\W_]+)")


@cache
def _abbreviations(language: str | None) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Never, seldom and starters of one language, or of both that we know when the language is not told."""
    known = [language] if language and has_table(language, "abbreviations") else ["en", "ru"]
    tables = [read_table(code, "abbreviations") for code in known]
    return (
        frozenset(word for table in tables for word in table["never"]),
        frozenset(word for table in tables for word in table["seldom"]),
        frozenset(word for table in tables for word in table["starters"]),
    )


def iter_sentences(text: str, language: str | None = None, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Sentences of `text[start:end]` as spans of `text`, without the blanks around them. Time is linear in the length.

    No sentence is longer than `LONGEST`: a table or a page without full stops is cut at blanks, so that what looks at a whole sentence for
    each of its words stays linear in the text.
    """
    stop = len(text) if end is None else min(end, len(text))
    never, seldom, starters = _abbreviations(language)
    for line in _LINE.finditer(text, max(0, start), stop):
        begin = line.start()
        for maybe in _MAYBE.finditer(text, line.start(), line.end()):
            if not _is_boundary(text, maybe, begin, never, seldom, starters):
                continue
            yield from _trimmed(text, begin, maybe.start("gap"))
            begin = maybe.end("gap")
        yield from _trimmed(text, begin, line.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)


def _is_boundary(
    text: str, maybe: re.Match[str], begin: int, never: frozenset[str], seldom: frozenset[str], starters: frozenset[str]
) -> bool:
    mark, following = maybe["mark"], maybe["next"][-1]
    if following.islower() or following == ".":  # ". . ." is one ellipsis
        return False
    if mark != ".":
        # An ellipsis, a question or an exclamation ends a sentence only before something that begins one.
        return not (mark.startswith(("..", "…")) and maybe["close"] == "" and following in ",;:")
    if maybe["close"].strip("[]0123456789ivxlcIVXLC"):
        return True
    low = max(begin, maybe.start() - 24)
    low = max(low, text.rfind(" ", low, maybe.start()) + 1)  # no word reaches over a blank
    before = _WORD_BEFORE.search(text, low, maybe.start())
    if before is None:
        # "1. First", a list number at the beginning of a line, is no sentence.
        return not text[begin : maybe.start()].strip().isdigit()
    word = before[0]
    folded = word.casefold()
    if folded in seldom or _INITIALS.fullmatch(word):
        first = _FIRST_WORD.match(text, maybe.end("gap"))
        return bool(first and first[1] in starters and text[first.end() : first.end() + 1] != ".")
    return folded not in never or (folded == "no" and not following.isdigit())
