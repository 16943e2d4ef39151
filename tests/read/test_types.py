"""The type file: what other rooms ask of it."""

from __future__ import annotations

import pytest

from according.domain.event import Aspect
from according.domain.statement import Kind, Role
from according.domain.types import all_types, get_type, is_sensitive
from according.errors import NotFound
from according.read.lexicon import get_lexicon


def test_whom_a_type_counts() -> None:
    assert get_type("killing").counts is Role.PATIENT
    assert {get_type(name).counts for name in ("strike", "demonstration", "hunger_strike")} == {Role.AGENT}
    assert get_type("ownership").kind is Kind.RELATION


def test_what_is_shown_only_by_its_own_yes() -> None:
    for name in (
        "sexual_violence",
        "sexual_harassment",
        "suicide",
        "self_harm",
        "health_condition",
        "coerced_statement",
    ):
        assert is_sensitive(name)
    assert not is_sensitive("arrest")
    assert is_sensitive("a type nobody knows")


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(NotFound, match=r"types\.toml"):
        get_type("gossip")


def test_the_file_names_only_what_exists() -> None:
    aspects = {aspect.value for aspect in Aspect}
    for info in all_types().values():
        assert info.aspect is None or info.aspect in aspects, info
        assert all(name in all_types() for name in info.after), info


def test_every_row_of_the_lexicon_has_a_type() -> None:
    for forms in get_lexicon("en").events.values():
        for form in forms:
            assert form.row.type in all_types(), form.row.id
            assert form.row.subject is None or Role(form.row.subject)
