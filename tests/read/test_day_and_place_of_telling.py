"""The day and the place of a telling, or of what somebody does about an event, are not the event's."""

from __future__ import annotations

import pytest

from according.domain.statement import Statement
from according.read import plain_document, statements


def read(text: str, kind: str) -> Statement:
    found = [one for one in statements(plain_document(text, published="2015-02-04", language="en")) if one.type == kind]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("On 2 February the minister acknowledged that soldiers killed two miners.", "killing", None),
        ("According to military sources on Tuesday, two miners were killed by soldiers.", "killing", None),
        ("The union on Tuesday condemned the murder of Anna Velin.", "killing", None),
        ("Colonel Bruno Marek reported on Tuesday in detail on the murder of Anna Velin.", "killing", None),
        ("The union on Tuesday condemned the murder of Anna Velin on 30 January.", "killing", "2015-01-30"),
        (
            "The murder of Anna Velin on 30 January brought thousands to the streets on Tuesday.",
            "killing",
            "2015-01-30",
        ),
        ("Two miners were killed on Tuesday in an attack on a depot.", "killing", "2015-02-03"),
        ("On Tuesday, police said, two miners were killed.", "killing", "2015-02-03"),
        ("The attack took place on Tuesday and two miners were killed.", "killing", "2015-02-03"),
    ],
)
def test_day(text: str, kind: str, when: str | None) -> None:
    one = read(text, kind)
    assert (one.when.edtf if one.when else None) == when


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Two miners were killed on Monday, it was officially reported in Bogota.", "killing", None),
        ("The minister said on Tuesday in Caracas that soldiers had killed two miners.", "killing", None),
        ("The minister said on Tuesday in Caracas that soldiers had killed two miners in Bogota.", "killing", "Bogotá"),
        ("In Caracas, lawyers condemned the murder of Anna Velin.", "killing", None),
        ("Lawyers condemned the murder of Anna Velin in Caracas.", "killing", "Caracas"),
    ],
)
def test_place(text: str, kind: str, where: str | None) -> None:
    one = read(text, kind)
    assert (one.where.name if one.where else None) == where


def test_what_went_on_went_on_that_day() -> None:
    text = "In spite of the massacre, the protests continued on 18 November."
    (one,) = [
        s for s in statements(plain_document(text, published="2011-12-20", language="en")) if s.type == "demonstration"
    ]
    assert one.when is not None and one.when.edtf == "2011-11-18"


def test_a_day_told_pages_later_is_not_carried_back() -> None:
    filler = "The works stand by the river. The town is old. The road is long. Winters are hard. Trains are rare. Bread is dear. "
    text = (
        "The government admits that 15 people were killed. "
        + filler * 2
        + "Anton Dorov was beaten by police on 27 December."
    )
    found = statements(plain_document(text, published="2012-05-27", language="en"))
    assert [one.when for one in found if one.type == "killing"] == [None]


def test_where_saying_is_the_event_its_day_is_the_events() -> None:
    text = "The prosecutor asked the court on Monday to sentence Anna Velin to eight years in prison."
    found = [
        s
        for s in statements(plain_document(text, published="2014-03-27", language="en"))
        if s.type == "sentence_requested"
    ]
    assert [one.when and one.when.edtf for one in found] == ["2014-03-24"]
