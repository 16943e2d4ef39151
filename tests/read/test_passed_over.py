"""Whoever asks is told which words were passed over, and why. Sentences are invented."""

from __future__ import annotations

import pytest

from according.domain.document import Document
from according.read import passed_over, plain_document, statements


def _document(text: str, language: str) -> Document:
    return plain_document(text, published="2014-03-12", language=language)


@pytest.mark.parametrize(
    ("language", "text", "word", "why"),
    [
        ("en", "The senate killed the bill in Velmar.", "killed", "vetoed by 'bill'"),
        ("es", "El tribunal aplicó la pena de muerte.", "muerte", "vetoed by 'pena'"),
        ("en", "Filed under: killing, Velmar, miners who were killed.", "killed", "the line belongs to the page"),
    ],
)
def test_a_word_passed_over_says_why(language: str, text: str, word: str, why: str) -> None:
    document = _document(text, language)
    over = passed_over(document, statements(document))
    assert any(one.word == word and one.why.startswith(why) for one in over), over
    for one in over:
        assert text[one.start : one.end] == one.word
        if one.because is not None:
            assert text[one.because.start : one.because.end] in one.why


def test_what_is_told_is_not_passed_over() -> None:
    document = _document("Police killed ten miners in Velmar.", "en")
    told = statements(document)
    assert told and not [one for one in passed_over(document, told) if one.word == "killed"]


def test_a_language_we_cannot_read_passes_nothing_over() -> None:
    assert passed_over(_document("Die Polizei tötete drei Streikende.", "de"), ()) == ()
