"""Labelled pairs of invented names: nothing that is two is joined, most of what is one is shown, and all of it meets under a key."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from according.domain.entity import EntityKind
from according.reconcile.naming import Fit, block_keys, compare, fit_within, full_keys, loose_keys, surname_key

_PAIRS = Path(__file__).parents[2] / "bench" / "names" / "pairs.csv"
_Pair = tuple[EntityKind, str, str, bool]


@cache
def _pairs() -> list[_Pair]:
    with _PAIRS.open(encoding="utf-8", newline="") as lines:
        return [
            (EntityKind[row["kind"].upper()], row["name1"], row["name2"], row["same"] == "yes")
            for row in csv.DictReader(lines)
        ]


def test_no_two_are_joined_by_name() -> None:
    wrong = [(a, b) for kind, a, b, same in _pairs() if not same and compare(a, b, kind)[0] is Fit.STRONG]
    assert wrong == []


def test_most_spellings_are_shown_or_joined() -> None:
    same = [compare(a, b, kind)[0] for kind, a, b, same in _pairs() if same]
    assert sum(fit >= Fit.WEAK for fit in same) > 0.95 * len(same)
    assert sum(fit is Fit.STRONG for fit in same) > 0.75 * len(same)


def test_names_that_are_alike_meet_under_a_key() -> None:
    unmet = [(a, b) for kind, a, b, same in _pairs() if same and not _meet(kind, a, b)]
    assert len(unmet) <= 3, unmet


def _meet(kind: EntityKind, a: str, b: str) -> bool:
    fit = compare(a, b, kind)[0]
    if fit is Fit.STRONG:
        return bool(set(full_keys(a, kind)) & set(full_keys(b, kind)))
    by_surname = {surname_key(name, kind) for name in (a, b)}
    return (
        fit is Fit.NONE
        or bool(set(loose_keys(a, kind)) & set(loose_keys(b, kind)))
        or (len({key for key, _ in by_surname}) == 1 and any(is_short for _, is_short in by_surname))
    )


@pytest.mark.parametrize(
    ("a", "b", "kind", "fit"),
    [
        ("Rinat Sufiyarov", "Rinat Safarov", EntityKind.PERSON, Fit.NONE),  # one text spells one name one way
        ("Sufiyarova", "Alla Sufiyarova", EntityKind.PERSON, Fit.WEAK),
        ("Alla S. Sufiyarova", "Alla Sufiyarova", EntityKind.PERSON, Fit.STRONG),
        ("SMG", "SarizharMunaiGas", EntityKind.ORGANISATION, Fit.WEAK),
        ("Sarizhar LLP", "Sarizhar JSC", EntityKind.ORGANISATION, Fit.NONE),
        ("ТОО «Кенжал»", "ТОО «Кенжол»", EntityKind.ORGANISATION, Fit.NONE),
    ],
)
def test_inside_one_document(a: str, b: str, kind: EntityKind, fit: Fit) -> None:
    assert fit_within(a, b, kind) is fit
    assert fit is Fit.NONE or set(block_keys(a, kind)) & set(block_keys(b, kind))


def test_a_vowel_of_difference_is_less_than_one_name_and_more_than_a_proposal() -> None:
    assert compare("Joseph Kirimotho", "Joseph Karimotho", EntityKind.PERSON)[0] is Fit.LIKELY
    assert fit_within("Joseph Kirimotho", "Joseph Karimotho", EntityKind.PERSON) is Fit.NONE


def test_reasons_begin_with_the_kind_of_likeness() -> None:
    assert compare("Анна Вострикова", "Anna Vostrikova", EntityKind.PERSON)[1][0] == "transliteration"
    assert compare("Anna Vostrikova", "Anna Vostrikova", EntityKind.PERSON) == (Fit.STRONG, ("equal names",))
