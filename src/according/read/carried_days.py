"""A draft whose sentence names no day in, the day the telling still stands at out. Never takes the day of another happening."""

from __future__ import annotations

import re

from according.domain.types import get_type
from according.read.dates import DateFound
from according.read.draft import Draft
from according.read.page import Page

_REACH = 3  # sentences back that a day may still lead the telling
LEADS = 12  # code points in front of a date that opens its sentence
_FAMILIES = frozenset({"violence", "protest"})
_RULINGS = frozenset({"sentence", "conviction", "acquittal", "court_ruling", "appeal_rejected", "appeal_granted"})
_COURT = re.compile(
    r"\b(?:court|judge|tribunal|trial|sentenc|verdict|appeal|convict|hearing|acquit|суд|приговор)", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:had|earlier|previously|before|later|ранее|позже|до этого)\b", re.IGNORECASE)
# how a sentence begins that tells more of the same happening
_GOES_ON = re.compile(
    r"(?:they|he|she|it|there (?:was|were)|another|others|some|several|many|nobody|no one|up to|about|around"
    r"|the (?:victims|dead|wounded|injured|clashes|violence|others?|rest|first|second|third|last))\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"(?:in )?the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|courts?|judges?)\b",
    re.IGNORECASE,
)
_AFTER_THAT = re.compile(
    r" (?:right |shortly |soon |immediately )?(?:after|following|during|over) (?:the|a|an) [\w’' -]{3,60}?(?: of| in)? ?",
    re.IGNORECASE,
)


def find_carried_day(page: Page, draft: Draft) -> DateFound | None:
    """The day of the sentence before, where this one goes on telling; from further back only a day that opens its sentence."""
    own = page.sentences[draft.sentence]
    if draft.present or not _goes_on(page, draft) or page.dates_in(own.start, own.end):
        return None
    if _EARLIER.search(page.plain, draft.clause.start, draft.clause.end):
        return None
    rules = draft.type in _RULINGS
    for back in range(1, min(_REACH, draft.sentence) + 1):
        earlier = page.sentences[draft.sentence - back]
        if own.block - earlier.block > rules:
            return None
        dates = page.dates_in(earlier.start, earlier.end)
        if not dates:
            continue
        leads = dates[0].start - earlier.start <= LEADS
        if len(dates) != 1 or dates[0].granularity != "day" or (back > 1 and not leads):
            return None
        return dates[0] if not rules or _COURT.search(page.plain, earlier.start, earlier.end) else None
    return None


def _goes_on(page: Page, draft: Draft) -> bool:
    """Whether the sentence opens as one that tells more of the same: with a pronoun, a count, "the third"."""
    rules = draft.type in _RULINGS
    if not rules and draft.type != "arrest" and get_type(draft.type).family not in _FAMILIES:
        return False
    start = page.sentences[draft.sentence].start
    if page.counts_in(start, start + 1) or _GOES_ON.match(page.plain, start):
        return True
    return rules and _OF_THEM.match(page.plain, start) is not None


def find_month_of_cause(page: Page, draft: Draft) -> DateFound | None:
    """ "arrested after the massacre in October 2013": the month of what went before is that of the arrest too, as far as we know."""
    inside = page.dates_in(draft.anchor.end, draft.clause.end)
    if not inside or inside[0].granularity not in ("month", "season", "year"):
        return None
    between = page.plain[draft.anchor.end : inside[0].start]
    return inside[0] if _AFTER_THAT.fullmatch(between) else None
