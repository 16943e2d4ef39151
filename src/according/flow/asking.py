"""Questions a person asks of a case: where was she on that day, who was held, and according to whom."""

from __future__ import annotations

from datetime import date

from according.domain.decision import StatusWord
from according.domain.entity import Entity
from according.domain.event import HeldGroup, Status
from according.errors import BadInput, NotFound
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.flow.status_words import status_words
from according.language.fold import fold
from according.language.name_match import compare_names
from according.reconcile import CustodyBook

SAME_NAME = 0.85  # score from which a typed name fits an attested one


def ask_status(folder: CaseFolder, person: str, on: str, known_on: str | None = None) -> list[Status]:
    """Custody on a day of everybody the name fits (one, or several to choose from). Raises NotFound, BadInput."""
    day, known = _day(on, "--on"), _day(known_on, "--known-on") if known_on else None
    held = Holdings(folder)
    book = CustodyBook(held.case_file, held.documents, held.judged, known)
    return [
        book.get_status(entity.id, day)
        for entity in find_people(held.case_file.people, dict(held.case_file.redirects), person)
    ]


def find_people(people: tuple[Entity, ...], redirects: dict[str, str], wanted: str) -> list[Entity]:
    """People by id, or whose attested names the words fit best. Raises NotFound."""
    identity = redirects.get(wanted, wanted)
    for entity in people:
        if entity.id == identity or identity in entity.mentions:
            return [entity]
    scored = []
    for entity in people:
        score = max((_score(wanted, name.text) for name in entity.names), default=0.0)
        if score >= SAME_NAME:
            scored.append((score, entity))
    if not scored:
        raise NotFound(f"Nobody in this case is called '{wanted}'; 'according export FOLDER people' lists everybody.")
    exact = [entity for _, entity in scored if any(name.text.casefold() == wanted.casefold() for name in entity.names)]
    if len(exact) == 1 and len(wanted.split()) > 1:
        return exact  # a single word fits everybody who bears that name, also one known by nothing else
    best = max(score for score, _ in scored)
    return [entity for score, entity in scored if score >= best - 0.05]


def _score(wanted: str, attested: str) -> float:
    if len(wanted.split()) == 1:
        fits = any(_is_one_word_name(wanted, part) for part in attested.split())
        return 0.9 if fits else 0.0  # a surname or given name alone fits everybody who bears it
    if wanted.casefold() == attested.casefold():
        return 1.0
    match = compare_names(wanted, attested)
    return match.score if match.kind != "different" else 0.0


def _is_one_word_name(wanted: str, part: str) -> bool:
    """Whether one word is the other, also in another script or spelling."""
    if fold(wanted).text == fold(part).text:
        return True
    match = compare_names(wanted, part)
    return match.kind == "surname_only" and "surnames are spellings of one another" in match.reasons


def ask_prisoners(folder: CaseFolder, on: str, known_on: str | None = None) -> tuple[list[Status], list[HeldGroup]]:
    """Everybody held on a day by name, and the groups held without names, to stand beside them."""
    day, known = _day(on, "--on"), _day(known_on, "--known-on") if known_on else None
    held = Holdings(folder)
    book = CustodyBook(held.case_file, held.documents, held.judged, known)
    return list(book.get_held(day)), list(book.get_held_groups(day))


def ask_status_words(folder: CaseFolder, on: str, known_on: str | None = None) -> list[StatusWord]:
    """What people here said of anybody's custody on that day, beside what the sources tell."""
    day, known = _day(on, "--on"), _day(known_on, "--known-on") if known_on else None
    return status_words(Holdings(folder), day, known)


def _day(text: str, option: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadInput(f"'{text}' after {option} is not a day; write it like 2012-07-01.") from None
