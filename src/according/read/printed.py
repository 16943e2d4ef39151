"""A statement read from a text in other letters in, the same with its words as the stored text prints them out. Names stay as read."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from according.domain.passage import passage_at
from according.domain.statement import Count, Participant, Speaker, Statement, When, Where


def as_printed(statement: Statement, read: str, stored: str) -> Statement:
    """Quote, counts, days, places and cues of `statement` as `stored` prints them. Both texts have one length; `read` is what rules saw."""
    quote = statement.quote
    span = (quote.start, quote.end)
    return replace(
        statement,
        quote=passage_at(quote.document, quote.digest, stored, quote.start, quote.end),
        count=_count(statement.count, stored),
        when=_placed(statement.when, stored),
        where=_placed(statement.where, stored),
        participants=tuple(_participant(one, stored) for one in statement.participants),
        speakers=tuple(_speaker(one, read, stored, span) for one in statement.speakers),
    )


def _count(count: Count | None, stored: str) -> Count | None:
    if count is None or count.start is None or count.end is None:
        return count
    return replace(count, words=stored[count.start : count.end])


_Placed = TypeVar("_Placed", When, Where)


def _placed(one: _Placed | None, stored: str) -> _Placed | None:
    if one is None or one.start is None or one.end is None:
        return one
    return replace(one, words=stored[one.start : one.end])


def _participant(one: Participant, stored: str) -> Participant:
    return replace(one, count=_count(one.count, stored)) if one.count is not None else one


def _speaker(one: Speaker, read: str, stored: str, span: tuple[int, int]) -> Speaker:
    """The cue as printed: it stands in the quotation or near it."""
    if one.cue is None:
        return one
    at = read.find(one.cue, *span)
    if at < 0:
        at = read.rfind(one.cue, max(0, span[0] - 2000), span[1])
    return replace(one, cue=stored[at : at + len(one.cue)]) if at >= 0 else one
