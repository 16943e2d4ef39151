"""What a communique printed point by point tells, its issuer says; what stands behind it, the document does."""

from __future__ import annotations

import pytest

from according.read import plain_document, statements

POINTS = (
    "The miners' union issued the following official communique:\n\n1. At noon on Monday soldiers killed two miners near the pit.\n\n"
    "2. Police said that soldiers had wounded ten miners.\n\nThe minister was on holiday. Guards beat a nurse on Tuesday."
)


def test_points_are_the_issuers_words() -> None:
    found = {one.type: one for one in statements(plain_document(POINTS, published="2015-02-04", language="en"))}
    assert [(one.level, one.name) for one in found["killing"].speakers] == [(0, "miners' union")]
    assert [(one.level, one.name) for one in found["injury"].speakers] == [(0, "Police"), (1, "miners' union")]
    assert "speakers" in found["killing"].inferred


def test_what_follows_the_points_is_not() -> None:
    behind = statements(plain_document(POINTS, published="2015-02-04", language="en"))[-1]
    assert behind.type in {"assault", "ill_treatment"} and not behind.speakers


@pytest.mark.parametrize(
    "text", ["Prices rose in two towns: 1. Velmar. 2. Solden, where soldiers killed two miners on Monday."]
)
def test_a_list_of_nobody_has_no_speaker(text: str) -> None:
    assert all(not one.speakers for one in statements(plain_document(text, published="2015-02-04", language="en")))
