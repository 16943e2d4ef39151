"""A draft in, its day and place out: the nearest in its clause, else of its sentence, else carried from the sentence before and marked so."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from according.domain.passage import Span
from according.domain.statement import Phase, Stance, When, Where
from according.domain.types import get_type
from according.language.edtf import Order, compare
from according.read.carried_days import LEADS, find_carried_day, find_month_of_cause
from according.read.dates import DateFound
from according.read.draft import Draft
from according.read.page import Page
from according.read.place_of_event import TOOK_PLACE, is_setting, is_where
from according.read.pointed_places import find_pointed_place
from according.read.russian_where import goes_on_in_russian, is_russian_setting
from according.read.stretches_back import find_stretch

_STATES = frozenset(
    [
        "imprisonment",
        "health_condition",
        "hunger_strike",
        "strike",
        "trial",
        "pretrial_detention",
        "house_arrest",
        "curfew",
        "state_of_emergency",
        "encirclement",
        "occupation",
        "surveillance",
    ]
)
_HELD = frozenset(
    {"abduction", "deployment", "ban", "travel_ban", "communications_shutdown", "censorship", "lockout", "wage_arrears"}
)
_PLACE_LEAD = re.compile(
    r"\b(?:in|at|near|outside|from|to|around|across|of|through|within|inside|on|into)\s+(?:the\s+)?(?:(?!against\b|by\b|with\b|about\b|than\b|and\b|or\b)[\w’'-]+\s+){0,4}"
    r"(?:(?:capital|city|town|village|port|suburb|district)(?: of|,)?\s+)?$",
    re.I,
)
_CARRIES = frozenset({"violence", "protest"})


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


_SINCE = re.compile(r"^(?:Ever since|Since) [^,;]*$")  # "Since the offensive began on 11 November, …"


def _ahead(page: Page, draft: Draft, found: DateFound) -> When:
    """The day of a draft; what "Since …" leads is open, a weekday of what is expected lies ahead ("called a strike for Monday")."""
    told = found.as_when()
    leads = found.bound is None and "," in page.plain[found.end : draft.anchor.start]
    if leads and _SINCE.search(page.plain[page.sentences[draft.sentence].start : found.start]):
        return replace(told, edtf=f"{told.edtf}/..") if "/" not in told.edtf else told
    ahead = draft.stance is Stance.EXPECTED and found.rule == "weekday" and found.bound is None
    if not ahead or page.reference is None or not (_DAY.fullmatch(told.edtf) and _DAY.fullmatch(page.reference)):
        return told
    day, today = date.fromisoformat(told.edtf), date.fromisoformat(page.reference)
    return replace(told, edtf=(day + timedelta(days=7)).isoformat()) if day < today <= day + timedelta(days=7) else told


_ASIDE = 45  # code points behind a noun in another's phrase


def add_when(page: Page, draft: Draft, sentence: Span, telling: frozenset[int] = frozenset()) -> None:
    """Set `draft.when`. `telling`: starts of dates that say when it was told. What lies ahead of the day of writing is expected."""
    _find_when(page, draft, sentence, telling)
    if draft.when is None or page.reference is None or draft.stance is not Stance.ASSERTED:
        return
    if (draft.present or draft.rule.endswith(".nominal")) and compare(draft.when.edtf, page.reference) is Order.AFTER:
        draft.stance = Stance.EXPECTED
        draft.note(
            "stance", f"{draft.when.words!r} lies after the day it was written", draft.when.start, draft.when.end
        )


def _find_when(page: Page, draft: Draft, sentence: Span, telling: frozenset[int]) -> None:
    if draft.aside:
        own = Span(draft.anchor.end, max(draft.anchor.end, min(draft.clause.end, draft.anchor.end + _ASIDE)))
        found = _nearest_date(page, draft, own, telling)
        if found is not None:
            draft.when = found.as_when()
            draft.note("when", f"{found.words!r} by {found.rule}, right behind", found.start, found.end)
        return
    found = _nearest_date(page, draft, draft.clause, telling)
    if found is None:
        found = _took_place_on(page, draft, sentence)
    if found is None and not draft.told_of:
        found = _only_date(page, draft, sentence, telling)
    if found is not None:
        draft.when = _ahead(page, draft, found)
        draft.note("when", f"{found.words!r} by {found.rule}", found.start, found.end)
        if found.bound == "since" and draft.type in _STATES | _HELD and draft.phase is Phase.STARTS:
            draft.phase = Phase.GOES_ON
            draft.note("phase", "since then", found.start, found.end)
        return
    stretch = find_stretch(page, draft, draft.type in _STATES | _HELD)
    if stretch is not None:
        draft.when = stretch
        draft.note("when", f"{stretch.words!r} back from the day of writing", stretch.start, stretch.end)
        return
    if draft.present and page.reference and (draft.type in _STATES or draft.phase is Phase.GOES_ON):
        draft.when = When(page.reference, "", "present tense", page.reference)
        draft.phase = Phase.GOES_ON if draft.phase is Phase.STARTS else draft.phase
        draft.inferred.add("when")
        draft.note("when", "told in the present of the day it was written")
        return
    carried = find_month_of_cause(page, draft) or find_carried_day(page, draft)
    if carried is not None:
        draft.when = carried.as_when()
        draft.inferred.add("when")
        draft.note("when", f"carried from {carried.words!r}", carried.start, carried.end)


def _nearest_date(page: Page, draft: Draft, span: Span, telling: frozenset[int]) -> DateFound | None:
    inside = [
        date
        for date in page.dates_in(span.start, span.end)
        if date.end <= span.end + 1 and date.start not in telling and not _belongs_elsewhere(page, date, draft)
    ]
    if not inside:
        return None
    return min(inside, key=lambda date: _distance(date.start, date.end, draft.anchor) + 30 * _marks(page, date, draft))


_OTHER_EVENT = re.compile(
    r"\b(?:after|before|following|since|ahead of|in advance of|during|over|because of|who|which|for(?! (?:almost|nearly|about|over|more than|at least|up to|\d|an? |two |three |four |five |six |seven |eight |nine |ten |several |many |some ))|had|(?:hours?|days?|weeks?|months?|eve|time|wake) of)\s+(?!(?:on|in)\b)\w",
    re.I,
)


# how a sentence begins that tells more of the same happening
_GOES_ON = re.compile(
    r"(?:they|he|she|it|there (?:was|were)|another|others|some|several|dozens|hundreds|thousands|at least|about|around|up to|more than|\d[\d,]*|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|many|nobody|no one|the (?:victims|dead|wounded|injured|clashes|violence))\b",
    re.I,
)
_SAME_TIME = re.compile(r"\s(?:when|while) ")  # "killed when police opened fire on Friday"
_QUOTE_MARKS = re.compile('[“”"«»]')
_SUBORDINATE = re.compile(r"(?:When|After|As|While|Following)\b")
_LATER = re.compile(r"\b(?:years?|months?|weeks?|days?|hours?|time) (?:later|earlier|afterwards?|before)\b|\blater\b")
_BEHIND_EVENT = re.compile(r"\w[\w,]* (?:after|before|following|since) (?:the|a|an|his|her|their) [^.;,]*$")


_INSERTION = re.compile(r", (?:who|which|where|whose|(?:the|an?) [^,.;]{1,60} (?:that|which|who))\b[^,.;]*(?:,|$)")


def _in_other_insertion(page: Page, date: DateFound, draft: Draft) -> bool:
    """ "On Thursday X, who beat Y last week, was charged": what stands in the insertion dates the insertion only."""
    sentence = page.sentences[draft.sentence]
    for match in _INSERTION.finditer(page.plain, sentence.start, sentence.end):
        if TOOK_PLACE.match(match[0]):
            continue
        if (match.start() <= date.start < match.end()) != (match.start() <= draft.anchor.start < match.end()):
            return True
    return False


_WORD_BEFORE = re.compile(r"([^\W\d_]+),? (?:on |in )?(?:early |late )?$")
_WORD_AFTER = re.compile(r"[^\S\n]([^\W\d_]+)")


def _beside_saying(page: Page, date: DateFound, draft: Draft) -> bool:
    """ "protested today the murder of X", "today called for an inquiry into the killing": the day is that of the word of saying."""
    if not draft.rule.endswith(".nominal"):
        return False
    before = _WORD_BEFORE.search(page.plain, max(0, date.start - 40), date.start)
    after = _WORD_AFTER.match(page.plain, date.end)
    for found in (before, after):
        if found is None or found.start(1) <= draft.anchor.start < found.end(1):
            continue
        if found is after and draft.anchor.start < date.start:
            continue  # "the bombings last week claimed 200 lives"
        low = found[1].lower()
        if page.lexicon.lemmas.get(low, low) in page.lexicon.stance["light"]["goes_on"]:
            continue  # "the protests continued on 18 November"
        tells = all(get_type(form.row.type).speech for form in page.lexicon.events.get(low, ()))
        if low in page.lexicon.cues and tells and "d" in page.lexicon.verbs.get(low, ""):
            return True
    return False


_OTHER_TIME = re.compile(
    r"\b(?:since|until|(?:hours?|days?|weeks?|months?|years?|decades?|day|week|year) (?:after|before)|ahead of)\b"
)


def _belongs_elsewhere(page: Page, date: DateFound, draft: Draft) -> bool:
    """ "arrested after the march in May": the day is the march's. "after his arrest on 27 May": a date right behind is its own."""
    if _in_other_insertion(page, date, draft) or _beside_saying(page, date, draft):
        return True
    if date.end <= draft.anchor.start and _OTHER_TIME.search(page.text, date.end, draft.anchor.start):
        return True  # "next week, three years since drivers walked out"
    if date.start < draft.anchor.end:
        return (
            date.end <= draft.anchor.start
            and _BEHIND_EVENT.search(page.text[max(0, date.start - 90) : date.start]) is not None
        )
    between = TOOK_PLACE.sub("", page.plain[draft.anchor.end : date.start])
    return _OTHER_EVENT.search(between) is not None


def _carries(draft: Draft) -> bool:
    return get_type(draft.type).family in _CARRIES or draft.type == "arrest"


def _marks(page: Page, date: DateFound, draft: Draft) -> int:
    """Commas between a date and the anchor: each sets them further apart."""
    between = page.text[min(date.end, draft.anchor.end) : max(date.start, draft.anchor.start)]
    return between.count(", ") + between.count(";")


_NEAR_BY = 200  # code points


def _took_place_on(page: Page, draft: Draft, sentence: Span) -> DateFound | None:
    """ "the strike, which is due to begin on 14 August": the first day behind such a clause."""
    found = TOOK_PLACE.search(page.plain, draft.anchor.end, min(sentence.end, draft.anchor.end + _NEAR_BY))
    if found is None or _OTHER_EVENT.search(page.plain, draft.anchor.end, found.start()):
        return None
    later = page.dates_in(found.end(), min(sentence.end, found.end() + _NEAR_BY))
    return later[0] if later and not _OTHER_EVENT.search(page.plain, found.end(), later[0].start) else None


_OPENS_CONTENT = re.compile(r"\bthat (?:on |in |early |late |since )?$", re.IGNORECASE)  # "reported that on Sunday, …"


def _only_date(page: Page, draft: Draft, sentence: Span, telling: frozenset[int]) -> DateFound | None:
    """The date of the sentence when it leads it ("On 5 June, ...") or is the only one and stands before the anchor."""
    inside = [date for date in page.dates_in(sentence.start, sentence.end) if date.start not in telling]
    if not inside:
        return None
    first = inside[0]
    if _LATER.search(page.text, draft.clause.start, draft.clause.end):
        return None
    if len(inside) == 1 and first.start > draft.anchor.end:
        between = page.text[draft.anchor.end : first.start]
        if _SAME_TIME.search(between) and not _OTHER_EVENT.search(between) and not _QUOTE_MARKS.search(between):
            return first
    leads = (
        first.start - sentence.start <= LEADS
        or _OPENS_CONTENT.search(page.plain, max(sentence.start, first.start - 24), first.start) is not None
    ) or (page.text[first.end : first.end + 1] == "," and _SUBORDINATE.match(page.text, sentence.start))
    if leads and _OTHER_TIME.search(page.text, first.end, max(first.end, draft.anchor.start)):
        return None
    if leads and first.end < draft.anchor.start and len(inside) == 1:
        return first
    return None


def _distance(start: int, end: int, anchor: Span) -> int:
    if end <= anchor.start:
        return anchor.start - end
    return max(0, start - anchor.end) + 0


def _tells_more(page: Page, sentence: Span) -> bool:
    goes_on = goes_on_in_russian if page.language == "ru" else _GOES_ON.match
    return bool(page.counts_in(sentence.start, sentence.start + 1)) or bool(goes_on(page.plain, sentence.start))


def add_where(
    page: Page, draft: Draft, before: tuple[Where, ...], sentence: Span, telling: frozenset[int] = frozenset()
) -> None:
    """Set `draft.where`; `before`: where the sentence before was, when in the same block."""
    if page.language == "ru" and draft.where is not None:
        return
    names: set[tuple[int | None, int | None]] = {(one.start, one.end) for one in draft.participants}
    names |= {
        (place.start, place.end) for place in page.places_in(sentence.start, sentence.end) if place.start in telling
    }
    own = _places(page, draft, draft.clause, names)
    found = min(own, key=lambda place: _place_rank(place, draft), default=None)
    if found is None:
        semicolon = page.text.find(";", sentence.start, sentence.end) >= 0
        rest = _places(page, draft, sentence, names) if not semicolon and not draft.told_of else []
        found = rest[0] if len(rest) == 1 else None
    if found is not None:
        draft.where = found
        if found.words[:4].lower() in ("this", "the "):
            draft.inferred.add("where")
        draft.note("where", f"{found.words!r}", found.start, found.end)
        return
    pointed = find_pointed_place(page, draft)
    if pointed is not None:
        draft.where = pointed
        draft.inferred.add("where")
        draft.note("where", f"{pointed.words!r}, pointed to", pointed.start, pointed.end)
        return
    if (
        len(before) == 1
        and _tells_more(page, sentence)
        and _carries(draft)
        and not draft.present
        and (is_russian_setting if page.language == "ru" else is_setting)(page, before[0])
    ):
        draft.where = before[0]
        draft.inferred.add("where")
        draft.note("where", f"carried from {before[0].words!r}", before[0].start, before[0].end)


_EXACT = frozenset({"settlement", "facility", "square", "street", "building", "court", "district"})


def _place_rank(place: Where, draft: Draft) -> int:
    """Nearer is better; a town is better than the country it lies in."""
    return _distance(place.start or 0, place.end or 0, draft.anchor) + (0 if place.kind in _EXACT else 40)


def _is_elsewhere(page: Page, draft: Draft, start: int) -> bool:
    """Whether the place only tells of a speaker ("sources in Velmar said") or stands in what is demanded or said."""
    if any(
        one.start is not None and one.end is not None and one.start <= start < one.end
        for one in draft.speakers
        if one.cue
    ):
        return True
    content = draft.value.content if draft.value is not None else None
    if content is None or not get_type(draft.type).speech:
        return False
    at = page.plain.find(content, draft.anchor.end, draft.anchor.end + 12 + len(content))
    return 0 <= at <= start < at + len(content)


def _places(page: Page, draft: Draft, span: Span, names: set[tuple[int | None, int | None]]) -> list[Where]:
    out = []
    for place in page.places_in(span.start, span.end):
        named = (place.start, place.end) in names and draft.type != "visit"
        if place.start is None or named or _is_elsewhere(page, draft, place.start):
            continue
        if page.language == "ru":
            continue  # the Russian grammar knows where by case
        lead = page.text[max(span.start, place.start - 60) : place.start]
        led = _PLACE_LEAD.search(lead) or place.start - draft.anchor.end in range(1, 16)
        led = led or page.plain.startswith((", where ", " where "), place.end or place.start)
        if led and is_where(page, draft, place, span):
            out.append(place)
    return out
