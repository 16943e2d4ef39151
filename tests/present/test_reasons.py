"""Why mentions were taken for one, as a reader meets it, in both languages."""

from __future__ import annotations

import re

import pytest

from according.present.reasons import say_reasons
from according.reconcile.contradictions import Against
from according.reconcile.proposals import GROUNDS


@pytest.mark.parametrize(
    "reason", [*GROUNDS.values(), "equal names", "a rare name", "the only one of that name", "short names"]
)
def test_every_reason_to_join_is_said_in_russian(reason: str) -> None:
    assert say_reasons((reason,)) == reason
    assert re.fullmatch("[а-яё -]+", say_reasons((reason,), "ru"))


@pytest.mark.parametrize("against", list(Against))
def test_what_speaks_against_is_said_last_and_in_both_languages(against: Against) -> None:
    reasons = (f"but: {against}", "equal names")
    assert say_reasons(reasons) == f"equal names; but this speaks against it: {against}"
    russian = say_reasons(reasons, "ru")
    assert russian.startswith("одинаковые имена; но ") and not re.search("[a-z]", russian)


def test_a_persons_own_words_stay_as_they_are() -> None:
    assert say_reasons(("her sister told me",), "ru") == "her sister told me"


def test_the_number_of_letters_is_kept() -> None:
    assert say_reasons(("surnames differ by 2 letter(s)",)) == "surnames differ by 2 letter(s)"
    assert say_reasons(("surnames differ by 2 letter(s)",), "ru") == "фамилии различаются буквами: 2"
    assert say_reasons(("her sister told me in 2011",), "ru") == "her sister told me in 2011"
