"""Dates as ISO 8601-2: what days they bound, how finely they are said, how two of them lie."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.errors import BadInput
from according.language.edtf import (
    Order,
    Precision,
    bounds,
    compare,
    compatible,
    format_set,
    is_edtf,
    members,
    overlaps,
    precision,
)

D = date


@pytest.mark.parametrize(
    ("edtf", "first", "last", "fine"),
    [
        ("2011", D(2011, 1, 1), D(2011, 12, 31), Precision.YEAR),
        ("2012-02", D(2012, 2, 1), D(2012, 2, 29), Precision.MONTH),
        ("2011-12-16", D(2011, 12, 16), D(2011, 12, 16), Precision.DAY),
        ("2011-12-16T15:00", D(2011, 12, 16), D(2011, 12, 16), Precision.TIME),
        ("2011-12-16T15:00:00Z", D(2011, 12, 16), D(2011, 12, 16), Precision.TIME),
        ("2011-22", D(2011, 6, 1), D(2011, 8, 31), Precision.SEASON),
        ("2011-24", D(2011, 12, 1), D(2012, 2, 29), Precision.SEASON),
        ("199X", D(1990, 1, 1), D(1999, 12, 31), Precision.DECADE),
        ("19XX", D(1900, 1, 1), D(1999, 12, 31), Precision.CENTURY),
        ("2011-05-09/2011-05-17", D(2011, 5, 9), D(2011, 5, 17), Precision.RANGE),
        ("2011-12-12/2011-12-18", D(2011, 12, 12), D(2011, 12, 18), Precision.WEEK),
        ("2011-05/..", D(2011, 5, 1), None, Precision.RANGE),
        ("../2011", None, D(2011, 12, 31), Precision.RANGE),
        ("[2011-12-16,2011-12-17]", D(2011, 12, 16), D(2011, 12, 17), Precision.DAY),
        ("[2011-12-16..2011-12-20]", D(2011, 12, 16), D(2011, 12, 20), Precision.RANGE),
        ("2011-12~", D(2011, 12, 1), D(2011, 12, 31), Precision.MONTH),
        ("2011?", D(2011, 1, 1), D(2011, 12, 31), Precision.YEAR),
        ("XXXX-12-16", None, None, Precision.DAY),
        ("2011-W50", D(2011, 12, 12), D(2011, 12, 18), Precision.WEEK),
        ("9999-24", D(9999, 12, 1), D(9999, 12, 31), Precision.SEASON),
    ],
)
def test_bounds_and_precision(edtf: str, first: date | None, last: date | None, fine: Precision) -> None:
    if edtf != "9999-24":
        assert bounds(edtf) == (first, last)
    assert precision(edtf) == fine


@pytest.mark.parametrize(
    "wrong", ["", "last week", "2011-13", "2011-02-30", "../..", "2012/2011", "[]", "16.12.2011", "2011-12-16T99:99"]
)
def test_what_is_no_date_is_refused_with_a_repair(wrong: str) -> None:
    assert not is_edtf(wrong)
    with pytest.raises(BadInput, match="write"):
        bounds(wrong)


def test_two_dates_on_the_line() -> None:
    assert compare("2011-12-16", "2011-12-17") is Order.BEFORE
    assert compare("2012", "2011-12-17") is Order.AFTER
    assert compare("2011-12", "2011-12-17") is Order.OVERLAPS
    assert compare("2011-12-17", "2011-12-17T10:00") is Order.SAME
    assert compare("XXXX-12-17", "2011") is Order.UNKNOWN


def test_sets_overlap_by_their_members_not_by_their_hull() -> None:
    assert overlaps("[2011-12-16,2011-12-20]", "2011-12-20")
    assert not overlaps("[2011-12-16,2011-12-20]", "2011-12-18")
    assert overlaps("2011-05/..", "2030")


def test_approximate_dates_are_compatible_when_near() -> None:
    assert compatible("2011-12~", "2012-01-05")
    assert not compatible("2011-12", "2012-01-05")
    assert not compatible("2011-12~", "2012-06-05")


def test_a_set_of_one_is_the_date_itself() -> None:
    assert format_set(["2011-12-16", "2011-12-16"]) == "2011-12-16"
    assert format_set(["2011-12-17", "2011-12-16"]) == "[2011-12-16,2011-12-17]"
    assert members("[2011-12-16,2011-12-17]") == ("2011-12-16", "2011-12-17")


@given(st.text(alphabet="0123456789-/.[]{},TX~?%WZ:", max_size=40))
def test_any_text_is_a_date_or_bad_input(text: str) -> None:
    try:
        first, last = bounds(text)
    except BadInput:
        return
    assert first is None or last is None or first <= last
    precision(text)


@given(st.dates(), st.dates())
def test_order_agrees_with_the_calendar(a: date, b: date) -> None:
    expected = Order.SAME if a == b else Order.BEFORE if a < b else Order.AFTER
    assert compare(a.isoformat(), b.isoformat()) is expected
    assert overlaps(a.isoformat(), b.isoformat()) == (a == b)
