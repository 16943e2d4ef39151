"""A draft of an arrest or detention in; how long it was ordered for, or until when, out. Only what stands behind the word itself."""

from __future__ import annotations

import re
from dataclasses import replace

from according.domain.statement import Sentence, Stance, Value
from according.read.dates import DateFound
from according.read.draft import Draft
from according.read.page import Page

_TYPES = frozenset({"arrest", "pretrial_detention", "house_arrest"})
_REACH = 90  # characters between the word and the length of time
_ENGLISH_GAP = re.compile(
    r"(?:[\s,]|\b(?:him|her|them|and|in|under|custody|jail|prison|detention|house|arrest|behind|bars|on|at|by|police|the|a|court|of"
    r"|administratively|pending|trial|remand|on remand|another|a further|up to|[A-Z][\w'’.-]*|\d+)\b)*\bfor(?: another| a further| up to| at least)?\s$"
)
_RUSSIAN_GAP = re.compile(r"[^.;:!?]*\b(?:на|сроком на|ещё на|еще на)[ \u00a0]$")
_STATE_VERBS = re.compile(r"\b(?:who|which|котор\w+|после|after|during|while|protest\w*|strike)\b", re.I)
_UNTIL = re.compile(r"\b(?:until|till|до)[ \u00a0]$", re.I)
_ABSENT = re.compile(r"\b(?:заочно|in absentia)\b", re.I)
_BRIEFLY = re.compile(r"\b(?:briefly|for a short (?:time|while)|ненадолго|кратковременно|на короткое время)\b", re.I)
_OFTEN = re.compile(
    r"\b(?:(?:dozen|hundred|several|many|numerous|countless|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) times|repeatedly"
    r"|on (?:several|many|numerous|other) occasions|in several (?:states|cities|countries)|more than once|неоднократно|многократно"
    r"|несколько раз|много раз|\d+ раза?)\b",
    re.I,
)
_SOUGHT = re.compile(
    r"\b(?:rewards?|bounty)\b[^.;]*\bfor\b[^.;]*$|\binformation (?:leading|that (?:leads|led|would lead)|which leads) to\b[^.;,]*$"
    r"|\bвознаграждени\w+[^.;]*\bза\b[^.;]*$",
    re.I,
)
_DAYS = re.compile(r"P(\d+)D")
_LONGEST = 60  # days


def add_order(page: Page, draft: Draft, end: int) -> None:
    """Set how long, or until when, where the words behind the anchor say so. `end` is that of the sentence."""
    if draft.type not in _TYPES or (draft.value is not None and draft.value.sentence is not None):
        return
    if _ABSENT.search(page.text, max(0, draft.anchor.start - 40), min(end, draft.anchor.end + 40)):
        draft.value = replace(draft.value or Value(), sentence=Sentence(in_absentia=True))
        return  # a court's order against somebody it does not have
    if draft.type == "arrest" and _SOUGHT.search(page.plain, max(0, draft.anchor.start - 130), draft.anchor.start):
        draft.stance = Stance.DEMANDED  # a reward for an arrest shows that there is none yet
        draft.note("stance", "a reward, or information sought", draft.anchor.start, draft.anchor.end)
    last = min(end, draft.anchor.end + _REACH)
    length = _length(page, draft, last)
    until = next(
        (day for day in page.dates_in(draft.anchor.end, last) if day.bound == "until" and _is_behind(page, draft, day.start)),
        None,
    )  # fmt: skip
    brief = _BRIEFLY.search(page.text, max(0, draft.anchor.start - 30), min(end, draft.anchor.end + 30)) is not None
    often = _OFTEN.search(page.plain, max(0, draft.anchor.start - 24), min(end, draft.anchor.end + 48)) is not None
    if length is None and until is None and not brief and not often:
        return
    value = replace(draft.value or Value(), brief=brief, often=often)
    if length is not None:
        draft.note("value", f"for {length.words!r}", length.start, length.end)
        days = _DAYS.fullmatch(length.when)
        anchor = page.text[draft.anchor.start : draft.anchor.end].lower()
        if days and int(days[1]) <= _LONGEST and anchor.startswith(("arrest", "арест")):
            draft.type = "arrest"  # an arrest for days is a penalty; a remand is for months
            value = replace(value, sentence=Sentence(days=float(days[1]), penalty="administrative_detention"))
        else:
            value = replace(value, duration=length.when)
    if until is not None:
        draft.note("value", f"until {until.words!r}", until.start, until.end)
        value = replace(value, until=until.when)
    draft.value = value


def _length(page: Page, draft: Draft, last: int) -> DateFound | None:
    for length in page.lengths_in(draft.anchor.end, last):
        gap = page.text[draft.anchor.end : length.start]
        fits = _RUSSIAN_GAP if page.language == "ru" else _ENGLISH_GAP
        if fits.fullmatch(gap) and not _STATE_VERBS.search(gap):
            return length
    return None


def _is_behind(page: Page, draft: Draft, start: int) -> bool:
    gap = page.text[draft.anchor.end : start]
    return _UNTIL.search(gap) is not None and not re.search(r"[.;:!?]", gap) and not _STATE_VERBS.search(gap)
