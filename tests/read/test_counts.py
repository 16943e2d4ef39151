"""How many, as reports say it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.statement import Count, CountMode
from according.read.counts import find_counts

Row = tuple[int | None, int | None, str | None, str | None]


def rows(text: str, language: str = "en") -> list[Row]:
    return [(count.min, count.max, count.qualifier, count.unit) for count in find_counts(text, language)]


def only(text: str, language: str = "en") -> Count:
    (count,) = find_counts(text, language)
    return count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 16 people", (16, None, "at_least", "people")),
        ("more than 70 miners", (71, None, "more_than", "miners")),
        ("up to 15 activists", (None, 15, "up_to", "activists")),
        ("as many as 15 activists", (None, 15, "up_to", "activists")),
        ("fewer than 20 men", (None, 19, "fewer_than", "men")),
        ("about 70 oil workers", (70, 70, "about", "workers")),
        ("some 300 strikers", (300, 300, "about", "strikers")),
        ("nearly 300 strikers", (300, 300, "nearly", "strikers")),
        ("12-18,000 workers", (12000, 18000, "range", "workers")),
        ("12–18 thousand workers", (12000, 18000, "range", "workers")),
        ("between 10 and 20 people", (10, 20, "range", "people")),
        ("two or three soldiers", (2, 3, "range", "soldiers")),
        ("thirteen young activists", (13, 13, None, "activists")),
        ("the 37 oil workers", (37, 37, None, "workers")),
        ("100+ people", (100, None, "at_least", "people")),
        ("30 people or so", (30, 30, None, "people")),
        ("30 or so people", (30, 30, "about", "people")),
        ("a couple of dozen men", (24, 24, None, "men")),
        ("not one policeman", (0, 0, None, "policeman")),
        ("no workers came", (0, 0, None, "workers")),
        ("one defendant said", (1, 1, None, "defendant")),
    ],
)
def test_english(text: str, expected: Row) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("не менее 16 человек", (16, None, "at_least", "человек")),
        ("более 70 горняков и рабочих", (71, None, "more_than", None)),
        ("до 15 активистов", (None, 15, "up_to", "активистов")),
        ("около 60 рабочих", (60, 60, "about", "рабочих")),
        ("порядка 100 человек", (100, 100, "about", "человек")),
        ("12–18 тысяч рабочих", (12000, 18000, "range", "рабочих")),
        ("двое полицейских", (2, 2, None, "полицейских")),
        ("трое погибли", (3, 3, None, None)),
        ("никто не погиб", (0, 0, None, None)),
    ],
)
def test_russian(text: str, expected: Row) -> None:
    found = rows(text, "ru")
    assert [row[:3] for row in found] == [expected[:3]]
    if expected[3] is not None:
        assert found[0][3] == expected[3]


@pytest.mark.parametrize(
    ("text", "least", "unit"),
    [("hundreds of workers", 100, "workers"), ("dozens were hurt", 12, None), ("several thousand people", 3000, "people"),
     ("tens of thousands marched", 10000, None), ("scores of miners", 20, "miners")],
)  # fmt: skip
def test_vague_counts_have_a_floor_and_no_ceiling(text: str, least: int, unit: str | None) -> None:
    count = only(text)
    assert (count.min, count.max, count.vague, count.unit) == (least, None, True, unit)


@pytest.mark.parametrize(
    ("text", "language", "number", "of", "mode"),
    [
        ("only 3 of the 37 were cleared", "en", 3, 37, CountMode.TOTAL),
        ("60 of them came", "en", 60, None, CountMode.TOTAL),
        ("all but four defendants", "en", 4, None, CountMode.ALL_BUT),
        ("another 15 were held", "en", 15, None, CountMode.ADDITIONAL),
        ("15 more activists", "en", 15, None, CountMode.ADDITIONAL),
        ("one third of the population", "en", 33, None, CountMode.SHARE),
        ("half of the prisoners", "en", 50, None, CountMode.SHARE),
        ("40 percent of the workers", "en", 40, None, CountMode.SHARE),
        ("3 из 37 подсудимых", "ru", 3, 37, CountMode.TOTAL),
        ("ещё 15 человек", "ru", 15, None, CountMode.ADDITIONAL),
    ],
)
def test_parts_shares_and_additions(text: str, language: str, number: int, of: int | None, mode: CountMode) -> None:
    count = only(text, language)
    assert (count.min, count.max, count.of, count.mode) == (number, number, of, mode)


def test_a_figure_said_to_be_too_low_is_a_floor() -> None:
    count = only("The toll was higher than 15, nurses said.")
    assert (count.min, count.max, count.mode) == (16, None, CountMode.HIGHER_THAN)


def test_each_figure_of_a_sentence_stands_alone() -> None:
    text = "killing at least 16 and wounding at least 64; 10 were shot, more than 70 wounded, and 70 arrested"
    assert [row[:2] for row in rows(text)] == [(16, None), (64, None), (10, 10), (71, None), (70, 70)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a 23-year-old activist", "en"), ("seven years in prison", "en"), ("sentenced to 10 days", "en"), ("on 16 December", "en"),
        ("on Dec. 16", "en"), ("in 2011", "en"), ("$700 a ticket", "en"), ("at 12 noon", "en"), ("Article 164", "en"), ("aged 51", "en"),
        ("540,000 tonnes", "en"), ("the 16th day", "en"), ("on 21st December 2011", "en"), ("to 5 p.m.", "en"), ("one of these days", "en"),
        ("к 7 годам колонии", "ru"), ("по статье 164", "ru"), ("16 декабря 2011 года", "ru"), ("5 млн рублей", "ru"), ("51-летний", "ru"),
    ],
)  # fmt: skip
def test_ages_terms_dates_prices_and_labels_count_nobody(text: str, language: str) -> None:
    assert [count for count in find_counts(text, language) if count.min != 1] == []


WORDS = st.sampled_from(
    [
        "at",
        "least",
        "16",
        "more",
        "than",
        "two",
        "hundred",
        "and",
        "of",
        "the",
        "37",
        "1,400",
        "12-18,000",
        "people",
        "workers",
        ".",
        "\n",
        "all",
        "but",
        "four",
        "dozens",
        "several",
        "no",
        "one",
        "%",
        "third",
        "не",
        "менее",
        "двадцать",
        "тысяч",
        "из",
        "человек",
        "десятки",
        "2011",
        "16",
        "Dec.",
        "$",
        "a",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join)), st.sampled_from(["en", "ru", "fr"])
)
def test_any_text_gives_whole_spans(text: str, language: str) -> None:
    at = 0
    for count in find_counts(text, language):
        assert count.start is not None and count.end is not None
        assert text[count.start : count.end] == count.words
        assert at <= count.start < count.end
        at = count.end
        assert count.min is None or count.max is None or count.min <= count.max
        assert count.min is not None or count.max is not None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("One in five workers struck.", "en", [(20, CountMode.SHARE, "workers")]),
        ("Fifteen received suspended sentences.", "en", [(15, CountMode.TOTAL, None)]),
        ("On 9 May, 1400 workers gathered.", "en", [(1400, CountMode.TOTAL, "workers")]),
        ("Eight appeals were rejected.", "en", [(8, CountMode.TOTAL, "appeals")]),
        ("В ночь с 15 на 16 июля прошли акции.", "ru", []),
        ("Восемь жалоб отклонены.", "ru", [(8, CountMode.TOTAL, "жалоб")]),
        ("Оба осуждены.", "ru", [(2, CountMode.TOTAL, None)]),
    ],
)
def test_what_is_counted(text: str, language: str, expected: list[tuple[int, CountMode, str | None]]) -> None:
    assert [(one.min, one.mode, one.unit) for one in find_counts(text, language)] == expected
