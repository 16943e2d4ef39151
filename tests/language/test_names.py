"""Names in parts; two names compared across spelling, script and order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.name_match import compare_names
from according.language.names import commonness, parse_name


@pytest.mark.parametrize(
    ("text", "given_name", "patronymic", "surname"),
    [
        ("Anna Petrova", "Anna", None, "Petrova"),
        ("Petrova, Anna", "Anna", None, "Petrova"),
        ("Петрова Анна Сергеевна", "Анна", "Сергеевна", "Петрова"),
        ("Анна Сергеевна Петрова", "Анна", "Сергеевна", "Петрова"),
        ("Мансур Абишұлы Қасенов", "Мансур", "Абишұлы", "Қасенов"),
        ("Nurbol Abish uly Kasenov", "Nurbol", "Abish uly", "Kasenov"),
        ("KASENOV Mansur", "Mansur", None, "KASENOV"),
        ("Dr. Anna-Maria van der Berg", "Anna-Maria", None, "van der Berg"),
        ("Aigerim", "Aigerim", None, None),
        ("Mr Brown", None, None, "Brown"),
    ],
)
def test_parts(text: str, given_name: str | None, patronymic: str | None, surname: str | None) -> None:
    name = parse_name(text)
    assert (name.given, name.patronymic, name.surname) == (given_name, patronymic, surname)


def test_initials_are_no_given_name() -> None:
    name = parse_name("К. Б. Есимов")
    assert (name.initials, name.surname, name.given) == (("К", "Б"), "Есимов", None)


@pytest.mark.parametrize(
    ("text", "gender"), [("Анна Ким", "f"), ("Lapin Pyotr", "m"), ("Mrs Brown", "f"), ("Айым Ерланқызы Сапар", "f")]
)
def test_gender(text: str, gender: str) -> None:
    assert parse_name(text).gender == gender


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Anna Lavrova", "Anna Lavrova", "equal"),
        ("Anna Lavrova", "Анна Лаврова", "transliteration"),
        ("Natalya Lavrova", "Natalia Lavrova", "spelling"),
        ("Esenbek Arystanov", "Yesenbek Arystanov", "spelling"),
        ("Жаннат Қасенова", "Zhannat Kassenova", "transliteration"),
        ("Lavrova Anna", "Anna Lavrova", "equal"),
        ("A. Lavrova", "Anna Lavrova", "initials"),
        ("Lavrova", "Anna Lavrova", "surname_only"),
        ("Max Bergman", "Maxim Bergman", "spelling"),
        ("Ivan Lavrov", "Ivan Lavrova", "different"),
        ("Anna Lavrova", "Maria Lavrova", "different"),
        ("B. Lavrova", "Anna Lavrova", "different"),
        ("Nurlan Omarov", "Nurzhan Omarov", "different"),
        ("Анна Сергеевна Лаврова", "Анна Петровна Лаврова", "different"),
    ],
)
def test_comparing(a: str, b: str, kind: str) -> None:
    assert compare_names(a, b).kind == kind
    assert compare_names(b, a).kind == kind


def test_a_rare_surname_alone_tells_more_than_a_frequent_one() -> None:
    rare = compare_names("Bekseitova", "Anna Bekseitova").score
    frequent = compare_names("Ivanova", "Anna Ivanova").score
    assert rare > frequent


def test_likeness_is_ordered() -> None:
    scores = [
        compare_names(one, "Aigerim Bekseitova").score
        for one in ("Aigerim Bekseitova", "Айгерим Бексеитова", "A. Bekseitova", "Bekseitova", "Anna Bekseitova")
    ]
    assert scores == sorted(scores, reverse=True)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    match = compare_names(a, b)
    assert 0 <= match.score <= 1
    assert compare_names(b, a).kind == match.kind


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("Ivan Ivanov", "Ivan Krutogorov"),  # everybody's surname, nobody's
        ("Ivan Krutogorov", "Innokenty Krutogorov"),  # everybody's first name
        ("Нурлан Ахметов", "Нурлан Қаражал"),
        ("I. Krutogorov", "Ivan Krutogorov"),  # a letter is many first names
        ("Krutogorov", "I. Krutogorov"),
        ("Ivan Ivanov", "Ivan Petrovich Ivanov"),
        ("Anna Nurlanova", "Anna Krutogorova"),  # made of a first name: many families have it
    ],
)
def test_a_common_name_has_more_bearers_than_a_rare_one(common: str, rare: str) -> None:
    assert commonness(common) > 2 * commonness(rare)


@pytest.mark.parametrize("group", ["Иван Иванов|Ivan Ivanov|IVANOV Ivan", "Айгуль Ахметова|Aigul Akhmetova"])
def test_a_name_is_as_common_in_every_spelling(group: str) -> None:
    assert len({commonness(name) for name in group.split("|")}) == 1


def test_bearers_are_told_per_million() -> None:
    assert 100 < commonness("Иван Иванов") < 5000
    assert commonness("Innokenty Krutogorov") < 0.1
    assert commonness("") == 1_000_000
