"""A draft and the attributions of its sentence in, where the days and places of the telling stand out: they are not the event's."""

from __future__ import annotations

import re
from dataclasses import replace

from according.domain.statement import Speaker
from according.domain.types import get_type
from according.read.attribution_parts import Attribution
from according.read.draft import Draft
from according.read.page import Page


def find_telling(page: Page, draft: Draft, attributions: list[Attribution]) -> frozenset[int]:
    """Where dates and places stand that say when and where it was told ("said on Friday in X that"); speakers get their days."""
    out: set[int] = set()
    if get_type(draft.type).speech:
        return frozenset()  # "asked the court on Monday for eight years": the saying is the event
    for one in attributions:
        if not one.holds(draft.anchor.start, draft.anchor.end) or _in_closed_insertion(page, one, draft):
            continue
        low, high = _beside_cue(page, one, draft)
        dates = [date for date in page.dates_in(low, high) if _is_tellings(page, one, date.start, date.end)]
        for date in dates:
            out.add(date.start)
            draft.speakers = [
                replace(speaker, when=date.when) if _told_by(speaker, one) and speaker.when is None else speaker
                for speaker in draft.speakers
            ]
        for place in page.places_in(max(low, one.cue.end), high):
            if place.start is not None and _is_tellings(page, one, place.start, place.end or place.start):
                out.add(place.start)
    return frozenset(out)


_WHO = re.compile(r"\b(?:who|which)\s(?:\w+\s){0,2}$")


def _in_closed_insertion(page: Page, one: Attribution, draft: Draft) -> bool:
    """ "On 1 June X, who had advised the strikers, was arrested": what stands behind the comma is not what X advised."""
    opened = _WHO.search(page.plain, max(0, one.cue.start - 40), one.cue.start)
    return (
        opened is not None and one.cue.end < draft.anchor.start and "," in page.plain[one.cue.end : draft.anchor.start]
    )


def _beside_cue(page: Page, one: Attribution, draft: Draft) -> tuple[int, int]:
    """Where the day of the telling may stand: by the source of "according to", before and behind a cue whose words follow it."""
    if one.rule == "en.cue.according":
        source = one.source or one.cue
        return one.cue.start, max(source.end, page.text.find(",", source.end, source.end + 20))
    begins = one.content[0].start
    if begins < one.cue.end:
        return one.cue.end, one.cue.end + 40
    leads = (
        one.source is not None and one.source.start < one.cue.start and page.text[one.cue.end : one.cue.end + 1] != ","
    )
    return page.sentences[draft.sentence].start if leads else one.cue.end, begins


def _is_tellings(page: Page, one: Attribution, start: int, end: int) -> bool:
    return not one.holds(start, end) and "," not in page.text[one.cue.end : start]


def _told_by(speaker: Speaker, attribution: Attribution) -> bool:
    source = attribution.source
    return source is not None and speaker.start is not None and source.start <= speaker.start < source.end
