"""Words in Greek, Georgian, Armenian and Arabic letters read in Latin ones."""

from __future__ import annotations

import pytest

from according.language.romanization import romanizations, writes_vowels


@pytest.mark.parametrize(
    ("word", "latin"),
    [("ლევან", "levan"), ("Ψαράκης", "psarakis"), ("Արամ", "aram"), ("قانات", "kanat"), ("جومارتۇلى", "zhomartuly")],
)
def test_the_usual_reading_comes_first(word: str, latin: str) -> None:
    assert romanizations(word)[0] == latin


def test_a_letter_with_two_sounds_gives_two_readings() -> None:
    assert {"labrou", "lambru", "lampru", "labru"} & set(romanizations("Λαμπρού"))
    assert len(romanizations("Χατζηχαρτζιχάτζης")) == 8  # and no more


def test_no_reading_of_what_we_cannot_read() -> None:
    assert romanizations("山田") == ()
    assert romanizations("Anna") == ()


def test_arabic_does_not_write_its_short_vowels_but_kazakh_in_arabic_letters_does() -> None:
    assert not writes_vowels("خالد")
    assert writes_vowels("ەرمەك")
    assert writes_vowels("Anna")
