"""Who an event befell, how many of how many, and what goes on."""

from __future__ import annotations

import pytest

from according.domain.statement import Phase, Role, Statement
from according.read import plain_document, statements


def read(text: str, kind: str) -> Statement:
    found = [one for one in statements(plain_document(text, published="2015-02-04", language="en")) if one.type == kind]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "patients"),
    [
        # an aide to somebody is not that somebody
        ("An aide to mayor Bruno Marek was arrested on Monday.", "arrest", ["aide to mayor Bruno Marek"]),
        ("A lieutenant to Bruno Marek, who is ill, was arrested.", "arrest", ["lieutenant to Bruno Marek"]),
        # ages are nobody
        ("Officers Bruno Marek, 47, and Anton Velin, 21, were killed.", "killing", ["Bruno Marek", "Anton Velin"]),
        ("The clinic's head, Dr. Anna Velin (Solden), was beaten by guards.", "ill_treatment", ["Anna Velin"]),
        ("The Solvenians suffered 39 deaths last year.", "death", ["Solvenians"]),
        # "who" may be the object
        ("Bruno Marek, a clerk who the mayor dismissed in June, filed a suit.", "dismissal", ["Bruno Marek"]),
    ],
)
def test_patients(text: str, kind: str, patients: list[str]) -> None:
    assert [actor.name for actor in read(text, kind).participants if actor.role is Role.PATIENT] == patients


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Of the eight victims, three were stabbed.", "assault", (3, 3, 8)),
        ("Of 40 strikers arrested, 12 were released on Monday.", "release", (12, 12, 40)),
        ("The miners, 45 of whom were arrested, went on strike.", "arrest", (45, 45, None)),
        ("Of course, three miners were stabbed.", "assault", (3, 3, None)),
    ],
)
def test_counts(text: str, kind: str, count: tuple[int, int, int | None]) -> None:
    told = read(text, kind).count
    assert told is not None and (told.min, told.max, told.of) == count


@pytest.mark.parametrize(
    ("text", "kind", "phase"),
    [
        ("Women are beaten and chained in the camp.", "assault", Phase.GOES_ON),
        ("Women were beaten and chained in the camp.", "assault", Phase.STARTS),
        ("The miners have been held hostage since Monday.", "abduction", Phase.GOES_ON),
        ("Three miners have been killed since Monday.", "killing", Phase.STARTS),
    ],
)
def test_phase(text: str, kind: str, phase: Phase) -> None:
    assert read(text, kind).phase is phase
