"""A draft of an office, membership or share in; since when, until when, or when it began or ended, out. Only days that stand beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from according.domain.statement import Phase
from according.read.dates import DateFound, dates
from according.read.draft import Draft
from according.read.page import Page, Sentence

_TYPES = frozenset({"role", "membership", "ownership", "affiliation"})
_MAY_DATE = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_REACH = 45  # characters between the words of the tie and its day
_BEGAN = re.compile(
    r"\b(?:elected|appointed|named|became|becomes?|chosen|took over|taken over|promoted|hired|founded|bought|acquired|purchased"
    r"|избран\w*|назначен\w*|стал\w*|возглавил\w*|вступил\w*|купил\w*|приобр[её]л\w*)\b",
    re.I,
)
_ENDED = re.compile(
    r"\b(?:resigned|stepped down|removed|dismissed|sacked|fired|left|retired|sold|quit|ousted|replaced"
    r"|ушёл|ушел|ушла|покинул\w*|снят\w*|уволен\w*|отстран[её]н\w*|продал\w*)\b",
    re.I,
)
_BETWEEN = re.compile(
    r"(?:[\s,]|\b(?:on|in|since|from|until|till|through|с|со|до|в|по|of|the|and|post|office)\b|[A-ZА-ЯЁ«][\w’'«»-]*)*",
    re.I,
)


def add_tenure(page: Page, draft: Draft, sentence: Sentence) -> None:
    """Set `draft.when` and the phase where a day stands right behind the words of the tie, or leads a sentence of beginning or end."""
    if draft.type not in _TYPES or draft.when is not None:
        return
    first = min([draft.anchor.start, *(one.start for one in draft.participants if one.start is not None)])
    last = max(
        [draft.anchor.end, *(one.end for one in draft.participants if one.end is not None and one.end <= sentence.end)]
    )
    began = _changes(_BEGAN, page, draft, first, last)
    ended = _changes(_ENDED, page, draft, first, last)
    days = _days(page, sentence)
    found = _behind(page, days, last)
    if found is None and (began or ended):
        found = _ahead(days, sentence.start, first)
    if found is None:
        return
    span = "/" in found.as_when().edtf
    if not (span or began or ended):
        return  # "the mayor of X, on Friday denied": a day of something else
    draft.when = found.as_when()
    if not span:
        draft.phase = Phase.ENDS if ended and not began else Phase.STARTS
    elif found.bound == "until":
        draft.phase = Phase.ENDS
    draft.note("when", f"{found.words!r} beside the tie", found.start, found.end)


def _changes(verbs: re.Pattern[str], page: Page, draft: Draft, first: int, last: int) -> bool:
    """Whether a verb of beginning or ending stands between the name and the office."""
    return verbs.search(page.plain, first, last) is not None


def _days(page: Page, sentence: Sentence) -> list[DateFound]:
    """The dates of the sentence; where it tells no event nobody has looked for them yet."""
    known = page.dates_in(sentence.start, sentence.end)
    if known or not _MAY_DATE.search(page.text, sentence.start, sentence.end):
        return known
    found = dates(page.text[sentence.start : sentence.end], page.reference, page.language)
    return [
        replace(one, start=one.start + sentence.start, end=one.end + sentence.start)
        for one in found
        if one.kind == "date"
    ]


def _behind(page: Page, days: list[DateFound], last: int) -> DateFound | None:
    for date in days:
        if date.start >= last:
            near = date.start <= last + _REACH and _BETWEEN.fullmatch(page.plain[last : date.start])
            return date if near else None
    return None


def _ahead(days: list[DateFound], start: int, first: int) -> DateFound | None:
    """ "In 2009 X was elected president": the day that opens the sentence."""
    for date in days:
        if date.start < first:
            return date if date.start <= start + 12 and first - date.end <= 6 else None
    return None
