"""A draft whose clause says how long in, the stretch of the calendar out: "in the last five days", "on strike for three weeks"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from according.domain.statement import Phase, When
from according.read.dates import DateFound
from according.read.draft import Draft
from according.read.page import Page

_LENGTH = re.compile(r"P(?P<n>\d{1,3})(?P<unit>[DWMY])")
_LAST = re.compile(r"(?:the )?(?:last|past|previous|preceding)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|within|over|during) (?:only |just |less than |about |the )?$", re.IGNORECASE)
_FOR = re.compile(r"\bfor (?:about |almost |nearly |over |more than |at least |some |the )?$", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have|['’]ve)\b")


def find_stretch(page: Page, draft: Draft, lasting: bool) -> When | None:
    """When it was, reckoned back from the day of writing. `lasting`: whether the type lasts, so that "for three weeks" tells a beginning."""
    today = _day(page.reference)
    if today is None or (draft.told_of and not page.lengths_in(draft.anchor.end, draft.clause.end)):
        return None
    for length in page.lengths_in(draft.clause.start, draft.clause.end):
        found = _LENGTH.fullmatch(length.when)
        if found is None:
            continue
        perfect = _PERFECT.search(page.plain, draft.clause.start, draft.anchor.end) is not None
        lead = page.plain[max(draft.clause.start, length.start - 24) : length.start]
        first, last = _reckon(today, int(found["n"]), found["unit"])
        if _LAST.match(length.words) or (perfect and _WITHIN.search(lead)):
            return _when(f"{first}/{last}", length, page)
        if lasting and perfect and _FOR.search(lead) and draft.anchor.end <= length.start:
            draft.phase = Phase.GOES_ON if draft.phase is Phase.STARTS else draft.phase
            return _when(f"{first}~/..", length, page)
    return None


def _when(edtf: str, length: DateFound, page: Page) -> When:
    return When(edtf, length.words, "stretch-back", page.reference, (), length.start, length.end)


def _day(reference: str | None) -> date | None:
    return date.fromisoformat(reference) if reference and re.fullmatch(r"\d{4}-\d\d-\d\d", reference) else None


def _reckon(today: date, number: int, unit: str) -> tuple[str, str]:
    """First and last day, month or year of the stretch, as finely as its unit says."""
    if unit in "DW":
        first = today - timedelta(days=number * (7 if unit == "W" else 1))
        return first.isoformat(), today.isoformat()
    months = today.year * 12 + today.month - 1 - number * (1 if unit == "M" else 12)
    if unit == "M":
        return f"{months // 12:04d}-{months % 12 + 1:02d}", f"{today:%Y-%m}"
    return f"{months // 12:04d}", f"{today:%Y}"
