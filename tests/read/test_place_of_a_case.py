"""The place by which a case is named is not where the defendant's hunger strike is."""

from __future__ import annotations

import pytest

from according.read import plain_document, statements


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        (
            "Осуждённая по делу о беспорядках в Кольвине Анна Петрова 2 февраля объявила голодовку в колонии.",
            "ru",
            "Кольвин",
        ),
        (
            "Sentenced over the unrest in Velgorsk, Anna Petrova started a hunger strike on 2 February.",
            "en",
            "Velgorsk",
        ),
    ],
)
def test_a_hunger_strike_is_not_where_the_case_began(text: str, language: str, wrong: str) -> None:
    found = statements(plain_document(text, published="2015-02-04", language=language))
    strikes = [item for item in found if item.type == "hunger_strike"]
    assert strikes and all(item.where is None or wrong not in item.where.name for item in strikes)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Three members of the Velvet Riot band were arrested in the capital on Friday.", {"arrest"}),
        ("A Riot broke out in Velgorsk on Friday, police said.", {"riot"}),
    ],
)
def test_a_word_inside_a_name_is_no_event(text: str, types: set[str]) -> None:
    found = {item.type for item in statements(plain_document(text, published="2015-02-04", language="en"))}
    assert ("riot" in found) == ("riot" in types) and "riot" not in found - types
