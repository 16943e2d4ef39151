"""Spellings of one word across alphabets and schemes; words that only look like them."""

from __future__ import annotations

from itertools import combinations

import pytest

from according.language.spelling import are_spellings


@pytest.mark.parametrize(
    "group",
    [
        "Наталья Natalya Natalia Nataliya Natalja Наталия",
        "Юлия Yulia Yuliya Iuliia Julia",
        "Айгуль Aigul Aygul Ajgul",
        "Сергей Sergey Sergei Sergej Сергій",
        "Щукарёва Shchukaryova Shchukareva Schukarewa Ščukarëva",
        "Бауыржан Bauyrzhan Baurzhan Бауржан",
        "Өтегенов Otegenov",
        "Өтегенов Utegenov Утегенов",
        "Шаңғытбаева Шангытбаева Shangytbayeva",
        "Моисеев Moiseyev Moiseev",
        "Гладишевський Hladyshevskyi",
        "Ілиясова Iliyassova Ilyasova Ильясова",
        "ლომთათიძე Lomtatidze Ломтатидзе",
        "Χατζηγιάννου Hatzigiannou Chatzigiannou",
        "Ղազարյան Ghazaryan",
        "بەكسەيىتوۆا Bekseitova Бексеитова",
    ],
)
def test_spellings_of_one_word(group: str) -> None:
    words = group.split()
    assert all(are_spellings(words[0], word) and are_spellings(word, words[0]) for word in words[1:])


@pytest.mark.parametrize(
    "group",
    [
        "Яна Анна Yana Anna",
        "Алия Алла",
        "Aliya Alla",
        "Диана Дана",
        "Айна Анна",
        "Майра Мара",
        "Mayra Mara",
        "Щукин Шукин",
    ],
)
def test_words_that_only_share_their_consonants(group: str) -> None:
    words = group.split()
    pairs = [(a, b) for a, b in combinations(words, 2) if a.isascii() == b.isascii()]
    assert pairs and not any(are_spellings(a, b) for a, b in pairs)


@pytest.mark.parametrize(("a", "b"), [("Козин", "Косин"), ("Kozin", "Kosin"), ("Kozin", "Косин"), ("Быков", "Биков")])
def test_another_consonant_is_another_family(a: str, b: str) -> None:
    assert not are_spellings(a, b)


def test_an_s_between_vowels_may_be_a_russian_z() -> None:
    assert are_spellings("Rosa", "Роза")
    assert not are_spellings("Roza", "Роса")
