"""Where a report was filed is not where, and the day it was filed not when, what it tells took place. Places are invented or great."""

from __future__ import annotations

import pytest

from according.read import plain_document, statements
from according.read.dateline import find_dateline
from according.read.places import find_places


@pytest.mark.parametrize(
    ("text", "name", "country", "rest"),
    [
        ("VELMAR, 3 May 90 (Agency) -- Police said", "VELMAR", None, "Police said"),
        ("LIMA, Peru (AP) — Police said", "LIMA", "PE", "Police said"),
        ("San Jose (Costa Rica), 3 May -- [Report] Police said", "San Jose", "CR", "Police said"),
        ("BOGOTÁ — Police said", "BOGOTÁ", "CO", "Police said"),
    ],
)
def test_a_dateline(text: str, name: str, country: str | None, rest: str) -> None:
    found = find_dateline(text)
    assert found is not None
    assert (text[found.name.start : found.name.end], found.country, text[found.end :]) == (name, country, rest)


@pytest.mark.parametrize(
    "text", ["Police said on Friday - again - that", "Velmar is a town - a small one.", "", "Two men - one old -"]
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_the_day_of_the_dateline_is_not_the_day_of_the_deed() -> None:
    text = "LIMA, 3 May 90 (Agency) -- Gunmen killed Judge Tomas Zabala yesterday. Two guards were wounded in 1988."
    found = [
        one for one in statements(plain_document(text, published="1990-05-03")) if one.type in ("killing", "injury")
    ]
    assert [one.when.edtf if one.when else None for one in found] == ["1990-05-02", "1988"]
    assert found[0].quote.exact.startswith("Gunmen")
    assert found[0].where is None


def test_a_namesake_in_the_country_of_the_dateline_is_meant() -> None:
    found = find_places("Two men were shot in Santa Ana.", "en", filed_in="SV")
    assert [(one.name, one.country) for one in found] == [("Santa Ana", "SV")]


def test_a_small_town_of_a_country_nobody_speaks_of_is_not_meant() -> None:
    found = find_places("Two men were shot in Soma. Colombia mourned in Bogota.", "en")
    assert next((one.words, one.country) for one in found) == ("Soma", None)


def test_a_town_is_known_without_its_accents() -> None:
    assert [one.country for one in find_places("Two men were shot in Usulutan.", "en")] == ["SV"]


def _places(text: str, kind: str) -> list[tuple[str, bool]]:
    found = [one for one in statements(plain_document(text, published="1990-05-03")) if one.type == kind]
    return [(one.where.name, "where" in one.inferred) for one in found if one.where]


def test_this_city_is_that_of_the_dateline_and_marked_so() -> None:
    text = "TEGUCIGALPA, 3 May 90 (Agency) -- Two men were killed in this capital yesterday."
    assert _places(text, "killing") == [("Tegucigalpa", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Peru said two men were killed in the capital on Friday.", [("Lima", True)]),
        ("Two men were killed in the Peruvian capital on Friday.", [("Lima", True)]),
        ("Two men were killed in the Peruvian capital Lima on Friday.", [("Lima", False)]),
        ("Two men were killed in the Tanzanian capital on Friday.", []),
        ("Peru said prices fell; two men were killed over the capital gains law.", []),
    ],
)
def test_the_capital_of_the_country_the_text_is_about(text: str, expected: list[tuple[str, bool]]) -> None:
    assert _places(text, "killing") == expected


def test_a_quarter_named_like_a_far_town_lies_in_no_far_country() -> None:
    found = find_places("In Peru two men were killed in Santa Isabel neighborhood.", "en")
    assert [one.country for one in found if "Isabel" in one.words] == [None]


def test_a_country_is_named_by_its_people() -> None:
    found = find_places("The Salvadoran police said two men were shot in Santa Ana.", "en")
    assert [one.country for one in found if one.words == "Santa Ana"] == ["SV"]


def test_the_day_beside_a_word_of_saying_is_not_the_day_of_the_deed() -> None:
    text = "The director condemned today the murder of Tomas Zabala."
    found = next(one for one in statements(plain_document(text, published="1990-05-03")) if one.type == "killing")
    assert found.when is None
