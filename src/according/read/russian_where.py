"""A Russian draft and a place in its sentence in, whether it happened there out: told by preposition and case. Where a speaker sits is not."""

from __future__ import annotations

import re

from according.domain.statement import Where
from according.language.inflect import parses
from according.read.draft import Draft
from according.read.page import Page

# up to four words between the preposition and the name: «в центре города Лимск», «на одной из улиц Лимска»
_LEAD = re.compile(
    r"(?<![\w-])(в|во|на|под|около|возле|близ|вблизи|неподалеку от|недалеко от)[ \u00a0]((?:[а-яё\d-]+[ \u00a0]){0,4})$",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(
    r"(?<!\w)(?:из|от|к|ко|по|за|с|со|о|об|при|после|до|перед|через|для|без|над|между|против|и|или|а|но|что|как)(?!\w)"
)
_TELLS = re.compile(
    r"(?<!\w)(?:что|котор\w+|сообщ\w+|заяв\w+|рассказ\w+|говор\w+|отмети\w+|пояснил\w*)(?!\w)|[«»\"“”;:]", re.IGNORECASE
)
_GOES_THERE = frozenset(
    {"demonstration", "march", "picket", "deployment", "transfer", "hospitalisation", "visit", "abduction"}
)


def is_russian_where(page: Page, draft: Draft, place: Where) -> bool:
    """Whether the draft's event was at `place`."""
    if place.start is None or place.end is None:
        return False
    sentence = page.sentences[draft.sentence]
    before = page.text[max(sentence.start, place.start - 90) : place.start]
    lead = _LEAD.search(before)
    if (
        lead is None
        or _OTHER_WORDS.search(lead[2].replace("одной из", "").replace("одном из", ""))
        or not _names_ground(lead[2])
    ):
        return False
    first = (lead[2] or page.text[place.start : place.end]).split()[0].lower()
    if lead[1].lower() in ("в", "во", "на") and not _stays(first) and draft.type not in _GOES_THERE:
        return False  # «въезд в Россию»: a way, no place
    if draft.clause.start <= place.start < draft.clause.end:
        return True
    if place.end > draft.anchor.start:
        return _TELLS.search(page.text, draft.anchor.end, place.start) is None
    between = page.text[place.end : draft.anchor.start]
    if re.match(r", где\b", between):
        return ";" not in between and len(between) < 120
    return _TELLS.search(between) is None


_SAID_THERE = re.compile(r"[ \u00a0](?:сообщ\w+|заяв\w+|рассказ\w+|отмети\w+|подтверди\w+|опроверг\w+),? что(?!\w)")


def tells_between(page: Page, draft: Draft, place: Where) -> bool:
    """«В Лондоне сообщили, что Лаптев задержан»: that is where it was said."""
    end = place.end or 0
    return end < draft.anchor.start and _SAID_THERE.match(page.text, end) is not None


def _names_ground(words: str) -> bool:
    """«в центре города», not «в машине гражданин»: no living being and no other case between the preposition and the name."""
    for word in words.lower().split():
        reading = parses(word)[0]
        if reading[0] == "NOUN" and (
            "anim" in reading[3] or not {one[2] for one in parses(word)[:4]} & {"loct", "loc2", "gent", "gen2"}
        ):
            return False
    return True


def _stays(word: str) -> bool:
    """Whether the word may stand in the prepositional case; a word of no known case may."""
    cases = {one[2] for one in parses(word)[:5]}
    return "loct" in cases or "loc2" in cases or cases <= {None, ""} or not word.isalpha()


def is_russian_setting(page: Page, place: Where) -> bool:
    """Whether the place stands behind «в», «на» in the case of rest: it sets the scene for the next sentence."""
    start, end = place.start or 0, place.end or 0
    lead = _LEAD.search(page.text[max(0, start - 40) : start])
    return lead is not None and _names_ground(lead[2]) and _stays((lead[2] or page.text[start:end]).split()[0].lower())


_GOES_ON = re.compile(
    r"(?:ещ[её]|также|они|он|она|кроме того|при этом|в результате|позже|затем|после этого|через|там|тогда|по данным|по словам|по информации"
    r"|на месте|погиб\w*|пострада\w*|ранен\w*|задержан\w*)(?!\w)",
    re.IGNORECASE,
)


def goes_on_in_russian(text: str, start: int) -> bool:
    """Whether a sentence that opens so tells more of what the one before told: «Ещё десять …», «Они …»."""
    return _GOES_ON.match(text, start) is not None
