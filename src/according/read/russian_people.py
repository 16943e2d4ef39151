"""The places where people may be named in, people with full names out: a lone surname is the one whose full name the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from according.domain.passage import Span
from according.domain.statement import ActorKind
from according.language.cases import name_cases, word_cases
from according.language.inflect import is_known_word, nominative, parses, word_forms
from according.language.lists import phrase_words
from according.language.transliterate import is_cyrillic
from according.read.actors import Actor
from according.read.naming import parsed
from according.read.russian_name_gender import gender_by_case, gender_near
from according.read.russian_name_spans import NameSpan
from according.read.russian_name_words import is_common, label_word, may_be_place

_PLACE_BEFORE = re.compile(r"(?:^|[\s(«])(?:в|во|на|из|под|возле|близ|около)[ \u00a0]$", re.IGNORECASE)
_FEMININE_OR_GENITIVE = re.compile(r"[бвгдзклмнпрстфхцчшщ]а$")


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody whose full name, or sure lone name, stands in the text."""

    name: str
    start: int
    end: int
    gender: str | None


@dataclass(slots=True)
class People:
    """Everybody named in one text, by every form of surname and first name."""

    by_surname: dict[str, list[_Known]] = field(default_factory=dict)
    by_given: dict[str, list[_Known]] = field(default_factory=dict)

    def add(self, name: str, start: int, end: int) -> None:
        """Note a full name in the nominative."""
        parts = parsed(name)
        if parts.given and parts.patronymic and not parts.surname:
            self.add_lone(parts.patronymic, start, end, parts.gender, name)  # «Слободан Милич»
        if not parts.surname or not (parts.given or parts.initials):
            return
        entry = _Known(name, start, end, parts.gender)
        for form in _forms(parts.surname, parts.gender, True):
            self.by_surname.setdefault(form, []).append(entry)
        if parts.given:
            for form in _forms(parts.given, parts.gender, False):
                self.by_given.setdefault(form, []).append(entry)

    def add_lone(self, word: str, start: int, end: int, gender: str | None, name: str | None = None) -> None:
        """Note somebody who is named by one word only, as what he says or does shows."""
        for form in _forms(word, gender, True):
            self.by_surname.setdefault(form, []).append(_Known(name or word, start, end, gender))

    def find(self, word: str, place: int) -> _Known | None:
        """The person a lone word stands for: by surname, else by first name when only one has it."""
        options = self.by_surname.get(word.lower(), [])
        if not options:
            options = self.by_given.get(word.lower(), [])
            if len({one.name for one in options}) != 1:
                return None
        # of two bearers (mother and daughter) the one the text names more often, then first
        names = [one.name for one in options]
        main = max(dict.fromkeys(names), key=names.count)
        options = [one for one in options if one.name == main]
        before = [one for one in options if one.start <= place]
        return before[-1] if before else options[0]


@lru_cache(maxsize=20_000)
def _forms(word: str, gender: str | None, surname: bool) -> frozenset[str]:
    return word_forms(word, gender, surname) if is_cyrillic(word) else frozenset({word.lower()})


def people_of(text: str, spans: Iterable[NameSpan]) -> list[Actor]:
    """The people among the spans, each with the name it resolves to."""
    spans = list(spans)
    shown = {span.words.split()[-1].lower() for span in spans}
    known = People()
    names: dict[tuple[int, int], str] = {}
    for span in spans:
        if span.stands_for is not None:
            names[span.start, span.end] = names[span.stands_for]
        elif span.full:
            name = names[span.start, span.end] = _nominative_as_shown(span.words, shown)
            known.add(name, span.start, span.end)
    for span in spans:
        if not span.full and span.words.lower() not in known.by_surname and _acts(text, span):
            gender = gender_near(text, span.start, span.end)
            known.add_lone(span.words, span.start, span.end, gender)
    found = (_actor(text, span, names, known) for span in spans)
    return [actor for actor in found if actor is not None]


def _nominative_as_shown(words: str, shown: set[str]) -> str:
    """The nominative; where first name and surname may be a woman's or a man's in the genitive, as the text shows the surname elsewhere."""
    name = nominative(words)
    given, _, surname = name.rpartition(" ")
    if (
        name == words
        and " " not in given
        and _FEMININE_OR_GENITIVE.search(given)
        and _FEMININE_OR_GENITIVE.search(surname)
        and surname[:-1].lower() in shown
    ):
        return f"{given[:-1]} {surname[:-1]}"
    return name


_ACTS_AFTER = re.compile(r"[ \u00a0](?:(?:также|уже|не|ранее|был|была)[ \u00a0])?([а-яё]+)")
_IN_OTHER_CASE = re.compile(r"(?:[уюы]|ом|ем|ой|ей)$")
_ACTS_BEFORE = re.compile(r"([а-яё]+)[ \u00a0]$")


def _acts(text: str, span: NameSpan) -> bool:
    """Whether a lone word nobody knows does what only people do: «сказал X», «X родился», «X был арестован»."""
    if label_word(span.words) != "U" or _IN_OTHER_CASE.search(span.words):
        return False
    after = _ACTS_AFTER.match(text, span.end, span.end + 40)
    before = _ACTS_BEFORE.search(text[max(0, span.start - 30) : span.start])
    for found in (after, before):
        if found is None:
            continue
        reading = parses(found[1])[0]
        if reading[0] in ("VERB", "PRTS") and reading[1].replace("ё", "е") in phrase_words("ru", "deeds_of_people"):
            return "plur" not in reading[3]
    return False


def _title_agrees(title: str, words: str, name: str) -> bool:
    """«адвокат Петрова» is she; «адвокат Петровой» is somebody else."""
    own = word_cases(title.split("-")[-1] if title[0].isdigit() else title)
    return not own or bool(own & name_cases(words.split(), name))


def _actor(text: str, span: NameSpan, names: dict[tuple[int, int], str], known: People) -> Actor | None:
    start, end, title = span.start, span.end, span.title
    mention, inferred = None, False
    if span.full:
        name = names[start, end]
        gender = parsed(name).gender
        if span.stands_for is not None:
            mention, inferred = Span(*span.stands_for), True
    else:
        person = known.find(span.words, start)
        if person is not None and not (title is None and is_common(span.words) and _begins(text, start)):
            name, mention, inferred, gender = person.name, Span(person.start, person.end), True, person.gender
            if (person.start, person.end) == (start, end):
                mention, inferred = None, False
        elif span.sure or _is_lone_person(span.words, title):
            if title is None and not span.sure and _PLACE_BEFORE.search(text[max(0, start - 8) : start]):
                return None
            gender = gender_by_case(text, span.words, start, end) or gender_near(text, start, end)
            name = nominative(span.words, gender)
            gender = gender or parsed(name).gender
        else:
            return None
    if title is not None and not _title_agrees(title, span.words, name):
        title = None
    return Actor(
        start, end, text[start:end], ActorKind.PERSON, name, mention, inferred, gender, False,
        parsed(name).surname or name, title, False, None, True,
    )  # fmt: skip


def _begins(text: str, start: int) -> bool:
    return re.search(r"(?:^|[.!?\n])[\s«\"—–]*$", text[max(0, start - 4) : start]) is not None


_GENITIVE = re.compile(r"[аяыи]$")


def _is_lone_person(word: str, title: str | None) -> bool:
    label = label_word(word)
    if title is None and (may_be_place(word) or is_common(word)):
        return False
    if label == "S":
        return _is_sure_surname(word, title)
    if title is not None and label == "U" and _GENITIVE.search(word):
        return parses(title)[0][1].replace("ё", "е") not in phrase_words("ru", "heads_of")
    return label == "G" or (title is not None and label == "U")


def _is_sure_surname(word: str, title: str | None) -> bool:
    lower = word.lower()
    if title is not None:
        return True
    if not is_known_word(lower):
        return re.search(r"(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ы|ых)?$|(?:енко|швили|дзе)$", lower) is not None
    readings = parses(lower)
    return "Surn" in readings[0][3] or any("Surn" in one[3] and "Geox" not in one[3] for one in readings[:2])
