"""How long something has been so, reckoned back from the day of writing; days of what is to come."""

from __future__ import annotations

import pytest

from according.domain.statement import Phase, Statement
from according.read import plain_document, statements


def read(text: str, kind: str) -> Statement:
    found = [one for one in statements(plain_document(text, published="2015-02-04", language="en")) if one.type == kind]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Three medics have been wounded in the last five days.", "injury", "2015-01-30/2015-02-04"),
        ("Five judges have been killed in two months.", "killing", "2014-12/2015-02"),
        ("The slayings of 14 women over the past five years shocked the town.", "killing", "2010/2015"),
        ("Workers have been on strike for three weeks.", "strike", "2015-01-14~/.."),
        # no stretch up to now
        ("Five judges were killed in two months.", "killing", None),
        (
            "Two miners were held on the eve of the strike of the miners, which is due to begin on 14 February.",
            "strike",
            "2015-02-14",
        ),
        ("Since the offensive began on 11 January, at least ten miners have been killed.", "killing", "2015-01-11/.."),
        ("Since the raids that killed ten miners on 11 January, shops have been shut.", "killing", "2015-01-11"),
        (
            "Velin, head of the Grey Band, the group that laid down its arms on 9 January, was killed by gunmen.",
            "killing",
            None,
        ),
        ("Police arrested Anna Velin early Tuesday.", "arrest", "2015-02-03"),
        ("The unions called a general strike for Monday.", "strike", "2015-02-09"),
    ],
)
def test_when(text: str, kind: str, when: str | None) -> None:
    told = read(text, kind).when
    assert (told.edtf if told else None) == when


def test_a_strike_of_weeks_goes_on() -> None:
    assert read("Workers have been on strike for three weeks.", "strike").phase is Phase.GOES_ON


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Riot police broke up Saturday's march.", "march"), ("The unions called a general strike for Monday.", "strike")],
)
def test_a_day_or_a_kind_is_nobody(text: str, kind: str) -> None:
    assert not [one for one in read(text, kind).participants if one.name.lower() in {"saturday", "general"}]
