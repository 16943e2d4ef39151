"""Quarters, weekends, parts of months and years: what they lean on, and what is no day at all."""

from __future__ import annotations

import pytest

from according.read.dates import date_index, dates, durations

SUNDAY = "2011-12-18"


def when(text: str, published: str | None = SUNDAY) -> list[str]:
    return [found.when for found in dates(text, published, "en")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output fell in the 2010 third quarter.", ["2010-07/2010-09"]),
        ("It grew in the third quarter. The year-ago third quarter was poor.", ["2011-07/2011-09", "2010-07/2010-09"]),
        ("Third-quarter sales rose to $3 million from $2 million a year earlier.", ["2011-07/2011-09", "2010-07/2010-09"]),
        ("It lost money in the third quarter. In the year-earlier period it had gained.", ["2011-07/2011-09", "2010-07/2010-09"]),
        ("It lost in the third quarter. Costs rose in the quarter.", ["2011-07/2011-09", "2011-07/2011-09"]),
        ("It may gain in the fourth quarter. Costs rose in the latest quarter.", ["2011-10/2011-12", "2011-07/2011-09"]),
        ("Joblessness was 8 percent in March, up from 7 percent a year ago.", ["2011-03", "2010-03"]),
        ("In the third quarter prices rose. He was arrested a year ago.", ["2011-07/2011-09", "2010"]),
        ("Costs rose in the quarter ended Sept. 30.", ["2011-07/2011-09"]),
        ("Costs rose in the quarter.", []),
        ("It began in the last half of 2009.", ["2009-07/2009-12"]),
    ],
)  # fmt: skip
def test_a_quarter_once_named_holds_until_another_is(text: str, expected: list[str]) -> None:
    assert when(text)[: len(expected)] == expected
    assert bool(when(text)) == bool(expected)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("They met over the weekend.", "2011-12-20", "2011-12-17/2011-12-18"),
        ("They met over the weekend.", SUNDAY, "2011-12-17/2011-12-18"),
        ("They met this past weekend.", "2011-12-20", "2011-12-17/2011-12-18"),
        ("They will meet at the weekend.", "2011-12-20", "2011-12-24/2011-12-25"),
        ("It was in the first week of May.", SUNDAY, "2011-05-01/2011-05-07"),
        ("It was in the last week of May 2010.", SUNDAY, "2010-05-25/2010-05-31"),
        ("It was in the week of March 9.", SUNDAY, "2011-03-07/2011-03-13"),
        ("Work must be done by the end of the month.", SUNDAY, "2011-12"),
        ("It fell in the first nine months of 2010.", SUNDAY, "2010-01/2010-09"),
        ("It fell in the last two quarters of last year.", SUNDAY, "2010-07/2010-12"),
        ("It will be done by year-end.", SUNDAY, "2011"),
        ("Rain came later in the year.", SUNDAY, "2011"),
    ],
)
def test_parts_of_weeks_months_and_years(text: str, published: str, expected: str) -> None:
    assert when(text, published) == [expected]


def test_the_part_is_kept_beside_the_year() -> None:
    assert [found.part for found in dates("It will be done by year-end, or early in the year.", SUNDAY, "en")] == [
        "late",
        "early",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 8 August 2009 they took Karn; on the 28th of that month they took Tel.", "2009-08-28"),
        ("The offer came on 2 October 2009. On the 5th, the miners answered.", "2009-10-05"),
        ("The mine closed in 2009. On July 25 of that year the strike began.", "2009-07-25"),
        ("Karn fell in 1975; Tel was overrun that same spring.", "1975-21"),
        ("On Monday they met. Later in the day they parted.", "2011-12-12"),
        ("He spoke of 2009. They parted later in the day.", "2011-12-18"),
    ],
)
def test_what_names_a_part_leans_on_the_date_before(text: str, expected: str) -> None:
    assert when(text)[-1] == expected


def test_two_seasons_share_the_year_behind_them() -> None:
    assert when("The spring and summer of 1979 were dry.") == ["1979-21", "1979-22"]


@pytest.mark.parametrize(
    "text",
    [
        "They march every Friday.",
        "They march each July.",
        "They drill on Saturday nights.",
        "He fled two days before the trial.",
        "The day before officers came, he fled.",
        "He died a month after Karn fell.",
        "Orlo and Sun Mining said no.",
        "At the end of the day they must choose.",
        "He held his year-end talk.",
    ],
)
def test_what_comes_again_or_leans_on_an_event_is_no_day(text: str) -> None:
    assert when(text) == []


@pytest.mark.parametrize(("text", "length"), [("over the past year", "P1Y"), ("in this past decade", "P10Y")])
def test_the_past_year_is_a_length_up_to_now(text: str, length: str) -> None:
    assert when(f"Thirty were held {text}.") == []
    assert [found.when for found in durations(f"Thirty were held {text}.", "en")] == [length]


def test_a_weekday_settles_the_year_of_its_date() -> None:
    # 14 January was a Friday in 2011, a Saturday in 2012
    assert when("Picket: Saturday, January 14.") == ["2012-01-14"]
    (found,) = date_index("Picket: Friday, January 14.", SUNDAY, "en")
    assert (found.when, found.doubt) == ("2011-01-14", ())


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("They met on Good Friday.", "2011-12-18", "2011-04-22"),
        ("They met on Easter Sunday 2024.", "2024-12-18", "2024-03-31"),
        ("He was found last Thanksgiving.", "2012-02-10", "2011-11-24"),
        ("It will open on Memorial Day.", "2012-05-01", "2012-05-28"),
        ("They were shot on Christmas.", "2012-02-10", "2011-12-25"),
        ("They marched on International Women's Day.", "2012-04-10", "2012-03-08"),
    ],
)
def test_feasts_fixed_and_moveable(text: str, published: str, expected: str) -> None:
    assert when(text, published) == [expected]


@pytest.mark.parametrize(
    "text", ["They sold Christmas trees.", "The Easter Offensive failed.", "He left at thanksgiving speed."]
)
def test_a_feast_that_names_a_thing_is_no_day(text: str) -> None:
    assert when(text) == []


def test_years_before_our_era_are_written_but_bound_no_day() -> None:
    assert when("Karn fell in August 480 BC. The fleet sailed in September. Tel fell in 479 B.C.") == [
        "-0479-08",
        "XXXX-09",
        "-0478",
    ]


def test_today_in_a_history_is_not_the_day_it_was_written() -> None:
    history = "In 1935 and 1936 they fought; in 1937, 1938, 1939 and 1940 they fled. He warned: It is us today, it will be you tomorrow."
    assert [found.words for found in dates(history, "2009-12-19", "en")][-1] == "1940"


def test_a_day_just_past_is_doubted_where_another_year_was_named_before() -> None:
    (_, found) = date_index("Karn, freed on 3 May 2008, was seized again on 9 December.", SUNDAY, "en")
    assert (found.when, found.doubt) == ("[2008-12-09,2011-12-09]", ("two_years",))
