"""Numbers in digits, words and both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.numbers import parse_number


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("twenty-one", "en", 21), ("Twenty one", "en", 21), ("1,400", "en", 1400), ("13.5 million", "en", 13_500_000),
        ("two hundred and five thousand", "en", 205_000), ("a dozen", "en", 12), ("two dozen", "en", 24), ("sixteen men", "en", None),
        ("", "en", None), ("first", "en", 1), ("двадцать один", "ru", 21), ("12 тысяч", "ru", 12_000), ("1 400", "ru", 1400),
        ("трое", "ru", 3), ("шестеро", "ru", 6), ("двадцати одного", "ru", 21), ("сто пятьдесят", "ru", 150), ("2,5", "ru", 2.5),
    ],
)  # fmt: skip
def test_numbers(words: str, language: str, number: float | None) -> None:
    assert parse_number(words, language) == number


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_marks_are_the_same_number(number: int) -> None:
    assert parse_number(str(number), "en") == number
    assert parse_number(f"{number:,}", "en") == number
    assert parse_number(f"{number:,}".replace(",", " "), "ru") == number


@given(st.text(max_size=60))
def test_never_raises(text: str) -> None:
    parse_number(text, "en")
    parse_number(text, "ru")
