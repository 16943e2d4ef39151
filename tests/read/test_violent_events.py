"""How English tells of bombs, attacks, murders and kidnappings, in passive, active and nominal form. People and places are invented."""

from __future__ import annotations

import pytest

from according.domain.statement import Role, Statement
from according.read import plain_document, statements


def told(text: str, published: str = "1990-01-05") -> tuple[Statement, ...]:
    return statements(plain_document(text, published=published))


@pytest.mark.parametrize(
    ("text", "kind", "role", "name"),
    [
        ("Guerrillas set off a bomb in the basement of the tower.", "bombing", Role.AGENT, "Guerrillas"),
        ("The army dropped bombs on the town.", "bombing", Role.AGENT, "army"),
        ("Rebels blew up several pylons.", "bombing", Role.AGENT, "Rebels"),
        ("Terrorists attacked the studios of the station.", "assault", Role.AGENT, "Terrorists"),
        ("The rebels burned the offices of the bank.", "arson", Role.AGENT, "rebels"),
        ("Two civilians were hurt when it exploded.", "injury", Role.PATIENT, "Two civilians"),
        ("The ambassador is being held hostage by members of a union.", "abduction", Role.PATIENT, "ambassador"),
        ("They deplored the attack on Senator Ernesto Zabala.", "assault", Role.PATIENT, "Ernesto Zabala"),
        ("He reported on the murder of Msgr Tomas Zabala.", "killing", Role.PATIENT, "Tomas Zabala"),
        ("The murder on 2 January of Mayor Diana Zabala shocked all.", "killing", Role.PATIENT, "Diana Zabala"),
        ("The assassination in Velmar of Tomas Zabala shocked all.", "killing", Role.PATIENT, "Tomas Zabala"),
        ("A patrol was ambushed near Velmar.", "assault", Role.PATIENT, "patrol"),
        ("The judge survived an assassination attempt.", "assault", Role.PATIENT, "judge"),
        ("The murdered inspector was buried.", "killing", Role.PATIENT, "inspector"),
        ("The kidnapped engineer wrote a letter.", "abduction", Role.PATIENT, "engineer"),
        ("The daughter of the ambassador to El Salvador was wounded.", "injury", Role.PATIENT, "daughter of the ambassador to El Salvador"),
    ],
)  # fmt: skip
def test_who_did_or_suffered_it(text: str, kind: str, role: Role, name: str) -> None:
    found = next(one for one in told(text) if one.type == kind)
    assert name in [part.name for part in found.participants if part.role is role]


@pytest.mark.parametrize(
    "text",
    [
        "The bomb destroyed part of the building.",
        "A telephone booth was destroyed by a bomb.",
        "Two dynamite sticks were thrown at the offices.",
        "The explosion shook western Velmar.",
    ],
)
def test_a_bomb_that_did_something_went_off(text: str) -> None:
    assert [one.type for one in told(text)] == ["bombing"]


def test_a_bomb_that_exploded_is_told_once() -> None:
    found = told("A car bomb exploded outside the embassy, killing 3 people.")
    assert [one.type for one in found] == ["bombing", "killing"]


@pytest.mark.parametrize(
    "text",
    [
        "Police found explosives and a grenade in the house.",
        "The film was a bomb at the box office.",
        "He did not use a bomb.",
        "The bomb squad came at noon.",
        "The new tariffs hurt farmers and voters.",
        "The party nominated a wounded candidate.",
    ],
)
def test_no_deed_where_none_is_told(text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Six priests (five Spaniards and one Chilean) and two women were killed.", ["Six priests", "two women"]),
        ("Six priests -- five Spaniards and one Chilean -- and two women were killed.", ["Six priests", "two women"]),
        ("During the assault 7 people were killed.", ["7 people"]),
        ("During ten years of civil war more than 70,000 people were killed.", ["more than 70,000 people"]),
        (
            "The rector Ignacio Zabala, Tomas Montes, Juan Zabalo, Luis Verdal, and Pedro Sorvino were killed.",
            ["Ignacio Zabala", "Tomas Montes", "Juan Zabalo", "Luis Verdal", "Pedro Sorvino"],
        ),
        (
            "The massacre of the priests Ignacio Zabala, Tomas Montes, and Juan Zabalo shocked all.",
            ["Ignacio Zabala", "Tomas Montes", "Juan Zabalo"],
        ),
        ("Nine people, including the leader Anna Zabala, were killed.", ["Nine people", "Anna Zabala"]),
        ("Eight bombs were set off and killed six soldiers and one civilian.", ["six soldiers", "one civilian"]),
        ("Two of the men -- Ivan and Tomas Zabala -- were killed.", ["Two of the men"]),
    ],
)
def test_where_the_victims_begin_and_end(text: str, names: list[str]) -> None:
    found = next(one for one in told(text) if one.type == "killing")
    assert [part.name for part in found.participants if part.role is Role.PATIENT] == names


def test_nobody_kills_himself_by_a_plain_pronoun() -> None:
    found = next(one for one in told("The rebels stopped the cars and set them on fire.") if one.type == "arson")
    assert [(part.role, part.name) for part in found.participants] == [(Role.AGENT, "rebels")]


def test_a_bare_number_keeps_its_count() -> None:
    found = next(one for one in told("Nine people died and approximately 50 were wounded.") if one.type == "injury")
    assert found.count is not None and found.count.min == 50 and found.count.qualifier == "about"


def test_one_of_a_group_does_not_change_its_count() -> None:
    found = next(one for one in told("Nine people, including Anna Zabala, were killed.") if one.type == "killing")
    assert found.count is not None and found.count.min == 9
    assert [part.part_of for part in found.participants] == [None, "Nine people"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The rebels still hold Senator Tomas Zabala, kidnapped on 9 February near Velmar.", ["Tomas Zabala"]),
        ("The mayor was kidnapped along with his secretary Tomas Zabala.", ["mayor", "Tomas Zabala"]),
    ],
)
def test_who_was_kidnapped(text: str, names: list[str]) -> None:
    found = next(one for one in told(text) if one.type == "abduction")
    assert [part.name for part in found.participants if part.role is Role.PATIENT] == names
