"""Text in, the places it names out, each as written with what the gazetteer knows. Never takes a person's name for a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from according.domain.statement import Where
from according.language.givens import is_given
from according.language.words import LANGUAGES, one_of, read_table
from according.read.gazetteer import Place, find_place, fold_name, may_be_listed
from according.read.place_forms import base_forms, is_adjective_before, nominative

_PART = r"[^\W\d_a-zß-öø-ÿа-яёәғқңөұүһіїєґ][^\W\d_]*(?:['’.\-‑][^\W\d_]+)*"
_RUN = re.compile(
    rf"(?<![\w'’])(?:{_PART})(?:[ \u00a0](?:(?:de|del|la|las|los|el|al|da|do|di|du|van|von|le|am|an|на)[ \u00a0]){{0,2}}{_PART}){{0,4}}"
)
_DATELINE = re.compile(
    r"(?:^|\n)[^\S\n]{0,4}(?P<place>[^\W\d_a-zа-яё][^\W\d_]+(?:[ -][^\W\d_]+){0,2})(?=(?:, [^\W\d_]+(?: [^\W\d_]+)?)?(?:,? \(?\d{1,2} |,? \([A-Z]|,? [–—-]{1,2} | \. ))"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*\.?$")
_METROPOLIS = 1_000_000
_FAR_BIGGER = 3  # times the people: then a namesake in the country of the text is not meant
_RU_BODIES = frozenset({"академ", "универ", "инстит", "минист", "верхов", "госдум"})  # beginnings of bodies' names
_TOWN = 15_000  # people; a smaller place needs more than "in" where the word is also somebody's name
_ADJECTIVE = re.compile(
    r"(?:[a-z]{2}ian|[a-z]{2}ish|[a-z]{2}ese|[a-z]{2}ean)$"
)  # names of peoples, before a noun in small letters
_PEOPLES = re.compile(r"[a-z]{3}an$")
_NOUN_BEHIND = re.compile(
    r"[ \u00a0]and [A-Z][a-z]+(?:an|ese|ish)\b|[ \u00a0](?!(?:after|and|around|as|at|because|before|but|by|during|for|from|has|have|had|in|into|is|it|last|near|of|on|or|since|that|the|this|to|until|was|were|when"
    r"|where|which|while|who|will|with|would|today|yesterday|early|late|following|over|against|under|amid|despite)\b)[a-z]"
)
_OF_OWNER = re.compile(r".*['’]s? (?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:['’.\-‑][^\W\d_]+)*")
_FIRST_WORD = re.compile(r"[ \u00a0]([^\W\d_]+(?:['’-][^\W\d_]+)*)")


@dataclass(frozen=True, slots=True)
class _Words:
    """The place words of one language."""

    language: str
    before_of: dict[str, str]
    after: dict[str, str]
    lead: frozenset[str]
    strong: frozenset[str]
    between: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    of_pattern: re.Pattern[str]
    after_pattern: re.Pattern[str]
    leading: frozenset[str]  # lead and between
    small: frozenset[str]  # lead, between, never


@cache
def _words_of(language: str) -> _Words:
    code = language if language in LANGUAGES else "en"
    table: dict[str, Any] = read_table(code, "places")
    words = table["words"]
    of = f"(?:{table['of']['form']})" if "of" in table else r"\s+of\s+"
    return _Words(
        code, table["before_of"], table["after"], frozenset(words["lead"]), frozenset(words["strong_lead"]), frozenset(words["between"]),
        frozenset(words["court"]), frozenset(words["titles"]), frozenset(words["never"]),
        re.compile(rf"(?<!\w)({one_of(table['before_of'])}){of}$", re.IGNORECASE),
        re.compile(rf"[ \u00a0-]({one_of(table['after'])})(?!\w)", re.IGNORECASE),
        frozenset(words["lead"]) | frozenset(words["between"]),
        frozenset(words["lead"]) | frozenset(words["between"]) | frozenset(words["never"]),
    )  # fmt: skip


def find_places(text: str, language: str, country: str | None = None, filed_in: str | None = None) -> list[Where]:
    """Places in order. `country` (ISO 3166-1 alpha-2) is where the document is set: of several places of one name the one there is meant.

    Without it the country the text names most is supposed; `filed_in`, the country of the dateline, counts as named twice. A place
    no list knows keeps its words and has no country; nor has a small town of a country the text does not speak of.
    """
    words = _words_of(language)
    runs = list(_RUN.finditer(text))
    surnames = _surnames(runs, words)
    found = list(_each(text, runs, words, surnames, country))
    if country:
        return found
    counts = _named(found, filed_in) + _peoples(runs, words.language)
    prior = _most_named(counts)
    return [_settle(where, prior, counts) for where in found] if prior else found


def main_country(text: str, found: list[Where], language: str, filed_in: str | None = None) -> str | None:
    """The country a text is about: named most often, itself, by its places or its people; None where two are even."""
    return _most_named(_named(found, filed_in) + _peoples(_RUN.finditer(text), language))


def _peoples(runs: Iterable[re.Match[str]], language: str) -> Counter[str]:
    """ "the Colombian police": countries named by what comes from them."""
    peoples: dict[str, str] = read_table(language if language in LANGUAGES else "en", "places").get("people_of", {})
    if not peoples:
        return Counter()
    written = Counter([word for run in runs for word in run[0].split()])  # each spelling is looked up once
    counts: Counter[str] = Counter()
    for word, times in written.items():
        code = peoples.get(word.lower().rstrip("s"))
        if code:
            counts[code] += times
    return counts


def _named(found: list[Where], filed_in: str | None) -> Counter[str]:
    """How often each country is named, itself or by a region or capital of it."""
    counts = Counter(
        where.country for where in found if where.country and where.kind in ("country", "capital", "region")
    )
    if filed_in:
        counts[filed_in] += 2
    return counts


def _most_named(counts: Counter[str]) -> str | None:
    """The country named most often; None where two are even."""
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


_LENT = frozenset({"district", "street", "square", "facility"})


def _settle(where: Where, country: str, named: Counter[str]) -> Where:
    """The namesake in the country the text is about, where there is one; no country for a small town of one it does not name."""
    if where.country is None or where.country == country:
        return where
    if where.kind in _LENT and where.country not in named:
        return replace(where, country=None)  # a hospital or quarter that bears the name of a far town
    if where.kind != "settlement":
        return where
    place = find_place(where.words, country) or find_place(where.name, country)
    if place is None:
        return where
    if place.country == country and named[where.country]:
        known = find_place(where.words) or place
        if known.country == where.country and known.people > _FAR_BIGGER * place.people:
            return where  # the great city of a country the text names too
    if place.country == country:
        return replace(
            where, name=place.name, country=place.country, latitude=place.latitude, longitude=place.longitude
        )
    if place.is_famous or place.country in named:
        return where
    return replace(where, country=None, latitude=None, longitude=None)


def _name_behind_name(text: str, start: int, end: int, words: _Words) -> int:
    """«в столице Иордании Аммане»: of two known places side by side the second, which lies in the first, begins here."""
    parts = text[start:end].split(" ")
    if words.language != "ru" or len(parts) != 2 or _known(text[start:end], words, None) is not None:
        return start
    outer, inner = _known(parts[0], words, None), _known(parts[1], words, None)
    return start + len(parts[0]) + 1 if outer and inner and outer.kind in ("country", "region") else start


def _surnames(runs: list[re.Match[str]], words: _Words) -> frozenset[str]:
    """Last words of runs of two or more that are no place: then the same word alone is somebody's name."""
    out = set()
    for run in runs:
        parts = run[0].split()
        while parts and parts[0].casefold() in words.small:
            parts = parts[1:]
        if 2 <= len(parts) <= 4 and find_place(" ".join(parts)) is None:
            out.add(fold_name(_POSSESSIVE.sub("", parts[-1])))
    return frozenset(out)


def _each(
    text: str, runs: list[re.Match[str]], words: _Words, surnames: frozenset[str], country: str | None
) -> Iterator[Where]:
    datelines = {match.start("place") for match in _DATELINE.finditer(text)}
    for run in runs:
        if run[0].casefold() in words.small and find_place(run[0]) is None:
            continue  # a small word that begins a sentence
        where = _read_run(text, run.start(), run.end(), words, surnames, country, run.start() in datelines)
        if where is not None:
            yield where


def _read_run(
    text: str, start: int, end: int, words: _Words, surnames: frozenset[str], country: str | None, dateline: bool
) -> Where | None:
    start, end = _trim(text, start, end, words)
    start = _name_behind_name(text, start, end, words)
    if start >= end:
        return None
    name = text[start:end]
    if "'" in name or "’" in name:
        name = _POSSESSIVE.sub("", name)
    folded = fold_name(name)
    if folded in words.never:
        return None
    lead = _lead(text, start, words)
    if lead in words.titles:
        return None
    of_kind = words.of_pattern.search(text, max(0, start - 40), start)
    after = words.after_pattern.match(text, end)
    behind = _FIRST_WORD.match(text, end)
    if behind and behind[1].casefold() in words.bodies and not of_kind:
        return None
    if behind and not of_kind and not after and is_adjective_before(text[start:end], behind[1], words.language):
        return None  # «в Центральную клиническую больницу»
    inner = _inner_kind(text, start, end, words)
    if inner is not None:
        return _made(text, start, end, inner, None, words)
    place = _known(name, words, country)
    if of_kind or after:
        kind = words.before_of[_plain(of_kind[1])] if of_kind else words.after[_plain(after[1])] if after else None
        return _class_place(text, start, end, after, kind, place, words, bool(lead in words.lead or of_kind))
    if place is None:
        return _unknown(text, start, end, lead, name, words, dateline, surnames)
    named_so = is_given(name) or folded in surnames
    sure = lead in words.lead and (not named_so or (lead in words.strong and place.main_name and place.people >= _TOWN))
    if sure or dateline or (place.is_famous and folded not in surnames):
        return _made(text, start, start + len(name), place.kind, place, words)
    return None


def _plain(word: str) -> str:
    return " ".join(word.casefold().split())


def _trim(text: str, start: int, end: int, words: _Words) -> tuple[int, int]:
    """Leaves out words at the beginning of a sentence that are no names ("In Almaty", "The Hague" stays by the gazetteer)."""
    while start < end:
        first = _WORD.match(text, start, end)
        if first is None or find_place(text[start:end]) is not None:
            break
        owner = _OF_OWNER.match(text, start, end)
        if owner is not None and find_place(text[owner.end() : end]) is not None:
            start = owner.end()  # "Hitler's Germany"
            break
        word, rest = first[0].casefold(), text[first.end() : end].strip(" \u00a0-‑'’")
        if word not in words.leading and not (word in words.never and (not rest or find_place(rest))):
            break
        following = first.end()
        while following < end and not text[following].isalpha():
            following += 1
        start = following
    return start, end


def _lead(text: str, start: int, words: _Words) -> str:
    """The word in front, past "the", "western", "nearby"; "" where the line begins or a mark stands between."""
    at = start
    for _ in range(4):
        end = at
        while end > at - 2 and end > 0 and text[end - 1].isspace():
            end -= 1
        if end == at or end == 0:
            return ""
        low = _last_word_start(text, max(0, at - 32), end)
        before = _LAST_WORD.search(text, low, end)
        if before is None:
            return ""
        word = before[0].casefold().rstrip(".")
        if word not in words.between or word in words.lead:
            return word
        at = before.start()
    return ""


def _last_word_start(text: str, low: int, end: int) -> int:
    """Where the last word before `end` can begin: behind the nearest blank, not before `low`."""
    return max(low, *(text.rfind(blank, low, end) + 1 for blank in " \n\u00a0"))


def _known(name: str, words: _Words, country: str | None) -> Place | None:
    """The gazetteer's place for the words or for a base form of them."""
    folded = fold_name(name)
    if folded in words.never or len(folded) < 2 or (folded in ("us", "uk") and not name.isupper()):
        return None
    if name.isupper() and len(name) > 4:
        name = name.title()
    if not may_be_listed(name):
        return None
    for form in base_forms(name, words.language):
        place = find_place(form, country)
        if place is not None:
            return place
    return None


def _inner_kind(text: str, start: int, end: int, words: _Words) -> str | None:
    """ "Wall Street", "Green Square", "Black Dolphin Prison": the last word of the run tells the kind."""
    parts = text[start:end].split()
    kind = words.after.get(_POSSESSIVE.sub("", parts[-1]).casefold()) if len(parts) > 1 else None
    return kind if kind in ("square", "street", "facility", "region", "district", "water") else None


def _class_place(
    text: str,
    start: int,
    end: int,
    after: re.Match[str] | None,
    kind: str | None,
    place: Place | None,
    words: _Words,
    led: bool,
) -> Where | None:
    """ "the town of X", "X region". Unknown names need the word; a known place inside the name of another lends its country."""
    if after is not None and len(text[start:end].split()) > 3:
        return None
    if place is not None and place.kind == "country":
        return _made(text, start, end, "country", place, words)
    stop = after.end() if after is not None and kind not in ("settlement", None) else end
    if after is not None and _FIRST_WORD.match(text, after.end()):
        following = _FIRST_WORD.match(text, after.end())
        if following and following[1].casefold() in words.bodies:
            return None
    if place is not None and (kind == "settlement") == (place.kind in ("settlement", "capital")):
        return _made(text, start, stop, kind, place, words)
    return _made(
        text, start, stop, kind, replace(place, latitude=None, longitude=None, name="") if place else None, words
    )


def _unknown(
    text: str, start: int, end: int, lead: str, name: str, words: _Words, dateline: bool, surnames: frozenset[str]
) -> Where | None:
    """A capitalised name no list knows: a place only right after "in", "near", "outside"."""
    parts = name.split()
    whose = next((at for at, part in enumerate(parts) if at and is_given(part)), 0)
    if whose:  # «в Долине Анна Петрова объявила»: the town ends where somebody's name begins
        parts = parts[:whose]
        name = " ".join(parts)
    if words.language == "ru" and (name.isascii() or fold_name(parts[0])[:6] in _RU_BODIES):
        return None
    if _PEOPLES.search(name) and _NOUN_BEHIND.match(text, end):
        return None  # "in the Ethiopian capital", "a Solvenan prison"
    if _ADJECTIVE.search(name) and re.match(r"[ \u00a0][^\W\d_A-ZА-Я]", text[end : end + 2]):
        return None  # "in the Ethiopian capital"
    if words.language == "en" and fold_name(parts[-1]) in read_table("en", "places")["people_of"]:
        return None  # "in the Peruvian capital"
    if any(fold_name(part) in words.never for part in parts):
        return None  # "In August Trump met"
    if lead not in words.strong or len(parts) > 3 or fold_name(name) in words.never or name.isupper():
        return None
    if fold_name(parts[-1]) in surnames and len(parts) == 1:
        return None
    if any(char.isupper() for part in parts for char in part[1:]) or len(name) < 4:
        return None  # OzenGaz, McDonalds, TV: bodies, not places
    if any(fold_name(part) in words.bodies for part in parts):
        return None
    return _made(text, start, start + len(name), None, None, words)


def _is_by_name(written: str, place: Place) -> bool:
    """Whether a town was found by an old or second name in the same script that most bearers of the name are not."""
    other = not place.main_name and place.kind == "settlement" and place.people < _METROPOLIS and bool(place.name)
    return other and written.isascii() and written[:1] != place.name[:1]


def _made(text: str, start: int, end: int, kind: str | None, place: Place | None, words: _Words) -> Where:
    written = text[start:end]
    name = (place.name if place else "") or nominative(written, words.language)
    if place is not None and _is_by_name(written, place):
        name, place = nominative(written, words.language), replace(place, latitude=None, longitude=None)
    if kind == "capital":
        kind = "settlement"
    return Where(
        written, name, kind, place.country if place else None, place.latitude if place else None, place.longitude if place else None,
        start, end,
    )  # fmt: skip
