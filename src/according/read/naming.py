"""The capitalised runs of one document in, people and bodies with full names out: lone surnames, first names and acronyms resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from according.domain.passage import Span
from according.domain.statement import ActorKind
from according.language.fold import fold_text
from according.language.givens import gender_of_given
from according.language.lists import name_words
from according.language.names import Name, parse_name
from according.language.transliterate import skeleton
from according.read.actors import Actor
from according.read.capitals import Run

_APPOSITION = re.compile(
    r"^(?:,? \(?(?:aged? )?\d{1,3}\)?,|,) ((?:who is |who was )?[a-zA-Z][^,.;:()\n\"“”]{2,110}?)(?=[,.;:)\n\"”]| [–—-] )"
)
_AGED_BEFORE = re.compile(r"(\d{1,2})(?:-|[ \u00a0])year(?:-|[ \u00a0])old[ \u00a0](?:[a-z][\w\-]*[ \u00a0]){0,3}$")
_ACRONYM_AFTER = re.compile(r"^ \((?:the )?([A-ZА-Я][A-ZА-Яa-z]{1,9})\)")
_ORGANISATION_BEFORE = re.compile(
    r"\b(?:company|companies|newspaper|newspapers|union|party|movement|organisation|organization|firm|agency|site|website|foundation|group|portal|magazine|channel|service|police|holding)"
    r"(?:,)? (?:[“\"«])?$"
)
_ORGANISATION_AFTER = re.compile(
    r"^(?:[”\"»])? (?:company|newspaper|union|party|movement|agency|website|web site|foundation|group|portal|magazine|channel|security service|oil company|corporation|conglomerate)\b"
)


@lru_cache(maxsize=50_000)
def parsed(name: str) -> Name:
    """`parse_name`, remembered."""
    return parse_name(name)


@dataclass(slots=True)
class _Known:
    """One person named in full."""

    name: str
    start: int
    end: int
    gender: str | None
    head: str


@dataclass(slots=True)
class People:
    """Full names met in one document, found again by surname or first name."""

    by_surname: dict[str, list[_Known]] = field(default_factory=dict)
    by_given: dict[str, list[_Known]] = field(default_factory=dict)

    def add(self, name: str, start: int, end: int, gender: str | None) -> None:
        """Note a full name and where it stands."""
        parts = parsed(name)
        known = _Known(name, start, end, gender or parts.gender, parts.surname or name)
        if parts.surname and (parts.given or parts.initials):
            self.by_surname.setdefault(skeleton(parts.surname), []).append(known)
        if parts.given and parts.surname:
            self.by_given.setdefault(skeleton(parts.given), []).append(known)

    def find(self, word: str, place: int, gender: str | None) -> _Known | None:
        """The person a lone word at `place` stands for: by surname, else by first name when only one has it."""
        key = skeleton(word)
        for table, is_surname in ((self.by_surname, True), (self.by_given, False)):
            options = [one for one in table.get(key, ()) if not (gender and one.gender and gender != one.gender)]
            if not options:
                continue
            names = {one.name for one in options}
            if not is_surname and len(names) > 1:
                return None
            # of two bearers (mother and daughter) the one the text names more often, then first
            spelled = [one.name for one in options]
            main = max(dict.fromkeys(spelled), key=spelled.count)
            options = [one for one in options if one.name == main]
            before = [one for one in options if one.start <= place]
            return before[-1] if before else options[0]
        return None


def name_people(text: str, runs: Iterable[Run]) -> list[Actor]:
    """Actors for the runs that name somebody or something, in order; runs that name nobody fall away."""
    all_runs = list(runs)
    people = People()
    for run in all_runs:
        if run.kind == "person" and len(run.words) > 1:
            people.add(run.name, run.start, run.end, run.gender)
    bodies = _bodies(text, all_runs)
    out = []
    for run in all_runs:
        actor = _person(text, run, people) if run.kind in ("person", "unknown") else None
        if actor is None and run.kind != "person":
            actor = _body(text, run, bodies)
        if actor is not None:
            out.append(actor)
    return out


def _person(text: str, run: Run, people: People) -> Actor | None:
    name, mention, inferred, gender = run.name, None, False, run.gender
    if len(run.words) == 1:
        known = people.find(run.words[0], run.start, run.gender)
        if known is not None:
            name, mention, inferred, gender = known.name, Span(known.start, known.end), True, known.gender
        elif run.kind == "unknown":
            return None
    elif run.kind == "unknown":
        parts = parsed(run.name)
        if (
            len(run.words) > 3
            or not parts.surname
            or people.find(parts.surname, run.start, None) is None
            or not parts.given
        ):
            return None
        if gender_of_given(parts.given) is None and skeleton(parts.given) not in people.by_given:
            return None
    gender = gender or parsed(name).gender
    age = run.age or _age_before(text, run)
    return Actor(
        run.start, run.end, text[run.start : run.end], ActorKind.PERSON, name, mention, inferred, gender, False,
        parsed(name).surname or name, _description(text, run), age is not None and age < 18, age, True,
    )  # fmt: skip


def _age_before(text: str, run: Run) -> int | None:
    start = run.title_start if run.title_start is not None else run.start
    before = text[max(0, start - 60) : run.start]
    found = _AGED_BEFORE.search(before) if "old" in before else None
    return int(found[1]) if found else None


def _description(text: str, run: Run) -> str | None:
    after = apposition_after(text, run.end)
    if after is not None:
        return text[after.start : after.end]
    return run.title.strip() if run.title and run.title.lower().rstrip(".") not in _HONORIFICS else None


_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "st", "saint"})


def apposition_after(text: str, end: int) -> Span | None:
    """The span of "a lawyer who advised the workers" behind "Anna Petrova, ", if what stands there says who somebody is."""
    found = _APPOSITION.match(text[end : end + 150])
    if not found:
        return None
    words = found[1].split()
    titles = name_words("en").titles
    opening = [word.lower().strip("’'") for word in words[:7]]
    if opening[0] in ("a", "an", "the", "his", "her", "their", "its", "our", "one", "who", "another", "also"):
        fits = any(
            word.rstrip("s") in titles or word in titles or word.endswith(("ist", "man", "woman", "er", "or"))
            for word in opening[1:]
        )
        fits = fits and not (opening[0] in ("the", "a") and words[1:2] and words[1][:1].isdigit())
    else:
        fits = (
            opening[0] in titles
            or opening[0] in ("former", "head", "then", "deputy")
            or any(one in titles for one in opening[1:3])
        )
    if not fits or any(word in _VERBS for word in opening[:2]):
        return None
    return Span(end + found.start(1), end + found.end(1))


_VERBS = frozenset(
    [
        "said",
        "told",
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "and",
        "but",
        "which",
        "when",
        "while",
        "where",
        "with",
        "in",
        "on",
        "at",
        "after",
        "before",
    ]
)


def _bodies(text: str, runs: list[Run]) -> dict[str, str]:
    """Names of organisations by folded spelling and by acronym, the first spelling of each."""
    table: dict[str, str] = {}
    for run in runs:
        if run.kind in ("organisation", "medium"):
            table.setdefault(fold_text(run.name), run.name)
            acronym = _ACRONYM_AFTER.match(text[run.end : run.end + 14])
            if acronym and len(run.words) > 1:
                table.setdefault(fold_text(acronym[1]), run.name)
    return table


def _body(text: str, run: Run, bodies: dict[str, str]) -> Actor | None:
    known = bodies.get(fold_text(run.name))
    kind = ActorKind.MEDIUM if run.kind == "medium" else ActorKind.ORGANISATION
    if run.kind not in ("organisation", "medium", "acronym") and known is None:
        before, after = text[max(0, run.start - 20) : run.start], text[run.end : run.end + 24]
        if run.kind == "place" or not (_ORGANISATION_BEFORE.search(before) or _ORGANISATION_AFTER.match(after)):
            return None
    name = known or run.name
    return Actor(
        run.start, run.end, text[run.start : run.end], kind, name, None, name != run.name, None, False,
        run.words[-1].lower(), None, False, None, True,
    )  # fmt: skip
