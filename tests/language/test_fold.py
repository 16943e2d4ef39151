"""Folding: one spelling for searching and guarding, and the way back to the original words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.fold import fold, fold_text
from according.language.stems import tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка", "елка"),
        ("Жаңаөзен", "жанаозен"),
        ("Қызылқұм үшін Һәм Ғылым", "кызылкум ушин хам гылым"),
        ("«Новая» “Gazette” – one—two", '"новая" "gazette" - one-two'),
        ("ко\u00adрабль\u200b", "корабль"),
        ("café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("Чайка, мой", "чайка, мой"),
        ("Straße", "strasse"),
        ("don’t", "don't"),
    ],
)
def test_a_reader_finds_the_word_however_it_is_written(text: str, folded: str) -> None:
    assert fold_text(text) == folded


@given(st.text(alphabet="абвйёқңəәiıйÉéoſß\u0301\u0306\u200b«»“ -–’AZaz09"))
def test_composition_does_not_matter(text: str) -> None:
    assert fold_text(unicodedata.normalize("NFC", text)) == fold_text(unicodedata.normalize("NFD", text))


@given(st.text(max_size=60))
def test_offsets_lead_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)


def test_the_original_words_are_found_again() -> None:
    text = "В Ма\u00adйско\u200bм районе"
    folded = fold(text)
    at = folded.text.index("майском")
    span = folded.original(at, at + len("майском"))
    assert text[span.start : span.end] == "Ма\u00adйско\u200bм"


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("забастовка", "о забастовке нефтяников"),
        ("striking workers", "the workers’ strike"),
        ("Жанаозен", "Жаңаөзен қаласы"),
        ("ёлки", "елка"),
    ],
)
def test_query_and_text_meet(query: str, text: str) -> None:
    found = {one.stem for one in tokens(text)}
    assert found & {one.stem for one in tokens(query)}


def test_tokens_keep_their_place() -> None:
    text = "«Шахтёры» объявили"
    assert [text[one.start : one.end] for one in tokens(text, "ru")] == ["Шахтёры", "объявили"]
