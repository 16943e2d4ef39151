"""Drafts of a document in; those inside a communique it prints point by point get whoever issued it as their outermost speaker.

"The union issued the following statement: 1. … 2. …": what stands in the points the union says, not the document. Only numbered points
are taken, since their end is seen. Who speaks inside a point stays nearer to the fact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from according.domain.passage import Span
from according.domain.statement import ActorKind, Role, Speaker
from according.domain.types import get_type
from according.read.draft import Draft
from according.read.page import Page, Sentence

_LEADS = 50  # texts of numbered points in a document
_MANY = 40  # points
_LONG = 6_000  # code points a point may take
_FIRST = re.compile(r":\s*\(?1[.)]\s+(?=\S)")


_NOBODY = frozenset({"we", "We", "I", "it", "It", "they", "They"})


def add_issuers(page: Page, drafts: list[Draft], quoted_by: Callable[[Sentence, Span], list[Speaker]]) -> None:
    """Append who issued a text of numbered points to its drafts. `quoted_by`: who speaks in a span, by the words of a lead sentence."""
    starts = [one.start for one in page.sentences]
    behind = 0
    for first in islice(_FIRST.finditer(page.text), _LEADS):
        at = bisect_right(starts, first.start()) - 1
        if at < 0 or first.start() < behind:
            continue
        lead = page.sentences[at]
        span = Span(first.start() + 1, _end_of_points(page, starts, first.start() + 1))
        behind = span.end
        inside = [draft for draft in drafts if span.start <= draft.anchor.start < span.end]
        if not inside:
            continue
        issuers = _issuers(drafts, lead) or [one for one in quoted_by(lead, span) if one.kind is not ActorKind.GROUP]
        for draft in inside:
            _append(draft, issuers)


def _end_of_points(page: Page, starts: list[int], start: int) -> int:
    """Where the paragraph of the last point ends."""
    at, number = start, 1
    while number <= _MANY:
        found = re.compile(rf"(?<!\S)\(?{number}[.)]\s+(?=\S)").search(page.text, at, at + _LONG)
        if found is None:
            break
        at, number = found.end(), number + 1
    index = bisect_right(starts, at) - 1
    while index + 1 < len(starts) and page.sentences[index + 1].block == page.sentences[index].block:
        index += 1
    return page.sentences[index].end


def _issuers(drafts: list[Draft], lead: Sentence) -> list[Speaker]:
    """Whoever the lead sentence says issued a statement."""
    told = [one for one in drafts if one.sentence == lead.index and get_type(one.type).speech]
    agents = [agent for one in told[-1:] for agent in one.people(Role.AGENT)]
    return [
        Speaker(
            one.name, one.kind, 0, None, "document", start=one.start, end=one.end, mention=one.mention, description=one.description,
            inferred=True,
        )
        for one in agents
    ]  # fmt: skip


def _append(draft: Draft, issuers: list[Speaker]) -> None:
    known = {one.name for one in draft.speakers} | _NOBODY
    level = max((one.level for one in draft.speakers), default=-1) + 1
    own = [replace(one, level=level, inferred=True) for one in issuers if one.name not in known]
    if own:
        draft.speakers.extend(own)
        draft.inferred.add("speakers")
        draft.note("speakers", f"the communique of {own[0].name!r}", own[0].start, own[0].end)
