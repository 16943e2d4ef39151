"""Cyrillic in Latin by several schemes; one key for all spellings of a name."""

from __future__ import annotations

import pytest

from according.language.transliterate import schemes, skeletons, spellings, transliterate


@pytest.mark.parametrize(
    ("word", "scheme", "latin"),
    [
        ("Щербаков", "bgn_pcgn", "Shcherbakov"),
        ("Есимов", "bgn_pcgn", "Yesimov"),
        ("Есимов", "icao", "Esimov"),
        ("Юлия", "loc", "Iuliia"),
        ("Жанна", "iso9", "Žanna"),
        ("Қанат", "kz_latin", "Qanat"),
        ("ЖАННА", "press", "ZhANNA"),
    ],
)
def test_schemes(word: str, scheme: str, latin: str) -> None:
    assert transliterate(word, scheme) == latin


@pytest.mark.parametrize(
    "group",
    [
        "Наталья Natalya Natalia Nataliya",
        "Есенбек Yesenbek Esenbek Есенбек",
        "Жанар Zhanar Janar Žanar",
        "Максат Мақсат Maksat Maqsat Maxat",
        "Сергей Sergey Sergei Sergej",
        "Дмитрий Dmitry Dmitriy Dmitrii Dmitrij",
        "Королёв Korolyov Korolev",
        "Ахметжанов Akhmetzhanov Ahmetjanov",
        "Хайрулла Khairulla Khayrulla Hairulla",
        "Щербаков Shcherbakov Scherbakov",
        "Роза Roza Rosa",
    ],
)
def test_spellings_of_one_name_share_a_key(group: str) -> None:
    words = group.split()
    assert all(skeletons(words[0]) & skeletons(word) for word in words)


@pytest.mark.parametrize(
    ("a", "b"), [("Марат", "Мурат"), ("Ерлан", "Ерболат"), ("Ivanov", "Ivanova"), ("Асель", "Айгуль")]
)
def test_other_names_do_not(a: str, b: str) -> None:
    assert not skeletons(a) & skeletons(b)


def test_every_scheme_gives_a_spelling_that_is_found_again() -> None:
    for name in ("Гульнара", "Бексултанов", "Жомарт", "Федорчук"):
        assert len(schemes()) >= 6
        assert all(skeletons(name) & skeletons(one) for one in spellings(name) if one.isascii())
