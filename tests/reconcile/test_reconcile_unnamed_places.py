"""A church or a house without a name is no place that another report could tell of too."""

from __future__ import annotations

import pytest

from according.read import plain_document, statements
from according.reconcile.mentions import place_mention


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("Gunmen killed nine people inside the old church on Monday.", False),
        ("Gunmen killed nine people in Caracas on Monday.", True),
    ],
)
def test_only_a_named_place_is_a_mention(text: str, is_place: bool) -> None:
    one = next(one for one in statements(plain_document(text, published="2015-02-04")) if one.type == "killing")
    assert one.where is not None
    assert (place_mention(one) is not None) == is_place
