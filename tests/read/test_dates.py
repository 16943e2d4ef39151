"""What days a report means by its words, and what stays in doubt."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.language.edtf import bounds
from according.read.dates import DateFound, date_index, dates, durations, iter_found

SUNDAY = "2011-12-18"
TUESDAY = "2012-06-05"


def when(text: str, published: str | None = SUNDAY, language: str = "en") -> list[str]:
    return [found.when for found in dates(text, published, language)]


def only(text: str, published: str | None = SUNDAY, language: str = "en") -> DateFound:
    (found,) = dates(text, published, language)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on 16 December 2011.", "2011-12-16"),
        ("It began on December 16th, 2011.", "2011-12-16"),
        ("It began on the 16th of December 2011.", "2011-12-16"),
        ("It began on 2011-12-16.", "2011-12-16"),
        ("It began on 16.12.2011.", "2011-12-16"),
        ("It began on 12/16/2011.", "2011-12-16"),
        ("It began on Dec. 14.", "2011-12-14"),
        ("It began on 20 December.", "2011-12-20"),
        ("Picket: 29 December.", "[2010-12-29,2011-12-29]"),
        ("It was held on 24 March.", "2011-03-24"),
        ("They met on Friday.", "2011-12-16"),
        ("They met on Sunday.", "2011-12-18"),
        ("They will meet on Friday.", "2011-12-23"),
        ("They meet next Friday.", "2011-12-23"),
        ("They met last Sunday.", "2011-12-11"),
        ("They met yesterday.", "2011-12-17"),
        ("They met last week.", "2011-12-05/2011-12-11"),
        ("They met last month.", "2011-11"),
        ("They met last year.", "2010"),
        ("It has gone on since May.", "2011-05"),
        ("It was in late May.", "2011-05"),
        ("It was in mid-May.", "2011-05"),
        ("It was in December last year.", "2010-12"),
        ("It went on throughout 2011.", "2011"),
        ("It was the summer of 2011.", "2011-22"),
        ("It was in the 1990s.", "199X"),
        ("It was in the 19th century.", "18XX"),
        ("It was in the third quarter of 2011.", "2011-07/2011-09"),
        ("It was three days ago.", "2011-12-15"),
        ("Come on 21 December 2011 at 3 pm.", "2011-12-21T15:00"),
        ("on:\nWednesday\n21st December 2011\n12 noon", "2011-12-21T12:00"),
    ],
)  # fmt: skip
def test_english(text: str, expected: str) -> None:
    assert when(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Это было 16 декабря 2011 года.", "2011-12-16"),
        ("Это было 16.12.2011.", "2011-12-16"),
        ("Это было 14 декабря.", "2011-12-14"),
        ("Это было в пятницу.", "2011-12-16"),
        ("Суд состоится в пятницу.", "2011-12-23"),
        ("Это было в прошлом месяце.", "2011-11"),
        ("Это было на прошлой неделе.", "2011-12-05/2011-12-11"),
        ("Это было в декабре прошлого года.", "2010-12"),
        ("Бастовали с 9 по 17 мая.", "2011-05-09/2011-05-17"),
        ("Это было летом 2011 года.", "2011-22"),
        ("Это было в конце мая 2011 года.", "2011-05"),
        ("Об этом сообщили вчера.", "2011-12-17"),
        ("Накануне он вышел на площадь.", "2011-12-17"),
        ("Это было три дня назад.", "2011-12-15"),
        ("Это было в 1990-х годах.", "199X"),
        ("Это было в 2005г.", "2005"),
    ],
)
def test_russian(text: str, expected: str) -> None:
    assert when(text, language="ru") == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "ends"),
    [
        ("It was from 9 to 17 May.", "2011-05-09/2011-05-17", ["9", "17 May"]),
        ("It was on 16-17 December 2011.", "2011-12-16/2011-12-17", ["16", "17 December 2011"]),
        ("It was on May 3 and 17.", "{2011-05-03,2011-05-17}", ["May 3", "17"]),
        ("It was between 3 and 5 May.", "2011-05-03/2011-05-05", ["3", "5 May"]),
        ("It was from 29 December 2010 to the 3rd of January.", "2010-12-29/2011-01-03", ["29 December 2010", "3rd of January"]),
        ("It was from May 15 to June 2, 2009.", "2009-05-15/2009-06-02", ["May 15", "June 2, 2009"]),
        ("It was March 19 – April 30.", "2011-03-19/2011-04-30", ["March 19", "April 30"]),
        ("It was from November to January 2011.", "2010-11/2011-01", ["November", "January 2011"]),
        ("It was in May and July 2011.", "{2011-05,2011-07}", ["May", "July 2011"]),
        ("It was from April to June.", "2011-04/2011-06", ["April", "June"]),
        ("It was between 2003 and 2005.", "2003/2005", ["2003", "2005"]),
        ("It was in 1914-18.", "1914/1918", ["1914", "18"]),
    ],
)  # fmt: skip
def test_a_stretch_is_kept_whole_and_names_both_its_ends(text: str, expected: str, ends: list[str]) -> None:
    (found,) = date_index(text, SUNDAY, "en")
    assert found.when == expected
    apart = dates(text, SUNDAY, "en")
    assert [one.words for one in apart] == ends
    assert {one.stretch for one in apart} == {expected if "/" in expected else None}
    first, last = bounds(expected)
    assert (bounds(apart[0].when)[0], bounds(apart[1].when)[1]) == (first, last)
    assert [one.open_when() for one in apart] == ([expected] * 2 if "/" in expected else [one.when for one in apart])


def test_a_weekday_that_does_not_fit_its_date_leaves_both_readings() -> None:
    found = only("On Friday 17 December the square was cleared.")
    assert (found.when, found.doubt) == ("[2011-12-16,2011-12-17]", ("weekday",))
    assert only("On Saturday 17 December the square was cleared.").doubt == ()
    assert only("В пятницу, 17 декабря, площадь очистили.", language="ru").doubt == ("weekday",)


def test_a_past_event_after_publication_is_doubted() -> None:
    found = only("The mine was closed on 3 March 2012.")
    assert (found.when, found.doubt) == ("2012-03-03", ("after_publication",))
    assert only("The trial will open on 3 March 2012.").doubt == ()


def test_two_possible_years_are_both_kept() -> None:
    found = only("A picket on January 14.")
    assert (found.when, found.doubt) == ("[2011-01-14,2012-01-14]", ("two_years",))


def test_day_and_month_that_may_be_exchanged_are_both_kept_until_the_text_tells() -> None:
    assert only("Signed 03/04/2011.").when == "[2011-03-04,2011-04-03]"
    assert when("Signed 03/04/2011, sent 25/04/2011.") == ["2011-04-03", "2011-04-25"]


def test_what_follows_leans_on_the_last_date() -> None:
    text = "On 5 June 2011 they marched. Two days later the leaders were held. The next day a strike began. The day before, nobody came."
    assert when(text) == ["2011-06-05", "2011-06-07", "2011-06-08", "2011-06-07"]
    assert when("5 июня 2011 года был марш. Через два дня прошли аресты. На следующий день начали забастовку.", language="ru") == [
        "2011-06-05", "2011-06-07", "2011-06-08",
    ]  # fmt: skip


def test_a_day_named_again_is_the_same_day() -> None:
    text = "On 16 December 2011 shots were fired. They will march on 16 December, they had said."
    assert when(text, TUESDAY)[0] == when(text, TUESDAY)[1] == "2011-12-16"


def test_nothing_is_guessed_without_a_day_of_publication() -> None:
    assert when("They met on Friday, yesterday, last week.", None) == []
    found = only("They met on 16 December.", None)
    assert (found.when, found.doubt) == ("XXXX-12-16", ("no_reference",))
    assert when("On 3 May 2011 they met. On 16 December they parted.", None) == ["2011-05-03", "2011-12-16"]


def test_bounds_words_are_kept_and_open_the_interval() -> None:
    since, until = dates("It went on since May, until 3 August.", SUNDAY, "en")
    assert (since.bound, since.open_when()) == ("since", "2011-05/..")
    assert (until.bound, until.open_when()) == ("until", "../2011-08-03")
    assert since.as_when().edtf == "2011-05/.."


def test_early_and_late_are_kept_beside_the_month() -> None:
    assert [found.part for found in dates("In early June and late May and in July.", SUNDAY, "en")] == [
        "early",
        "late",
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "He sat in the sun.",
        "May I go?",
        "Room 2011 workers",
        "It cost $2011.",
        "a section of 1914 workers' homes",
    ],
)
def test_words_of_other_use_are_no_dates(text: str) -> None:
    assert when(text) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("after a seven-month strike", "en", "P7M"),
        ("two to six years in prison", "en", "P2Y/P6Y"),
        ("held for 20 days", "en", "P20D"),
        ("приговорили к шести годам", "ru", "P6Y"),
        ("от двух до шести лет", "ru", "P2Y/P6Y"),
        ("пятилетний срок", "ru", "P5Y"),
    ],
)
def test_lengths_of_time(text: str, language: str, expected: str) -> None:
    assert [found.when for found in durations(text, language)] == [expected]
    assert dates(text, SUNDAY, language) == []


def test_publication_may_be_a_day_a_date_or_less() -> None:
    assert when("They met yesterday.", "2011-12-18T10:00") == ["2011-12-17"]
    assert [found.when for found in dates("They met yesterday.", date(2011, 12, 18))] == ["2011-12-17"]
    assert when("They met yesterday.", "not a date") == []


WORDS = st.sampled_from(
    [
        "on",
        "in",
        "May",
        "Friday",
        "17",
        "December",
        "2011",
        "the",
        "next",
        "day",
        "31",
        "February",
        "2",
        "years",
        "ago",
        "last",
        "week",
        ".",
        "\n",
        ",",
        "12/13/14",
        "99",
        "since",
        "to",
        "Monday’s",
        "1990s",
        "в",
        "пятницу",
        "16",
        "декабря",
        "года",
        "вчера",
        "с",
        "9",
        "по",
        "накануне",
        "три",
        "дня",
        "назад",
        "12:75",
        "0",
        "00",
        "9999",
        "2099-99-99",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join)), st.sampled_from(["en", "ru", None])
)
def test_any_text_gives_whole_spans_and_readable_dates(text: str, language: str | None) -> None:
    at = 0
    for found in date_index(text, "2011-12-18", language):
        assert text[found.start : found.end] == found.words
        assert at <= found.start < found.end
        at = found.end
        if found.kind == "date":
            bounds(found.when)
            bounds(found.open_when())


def test_bounds_of_publication_choose_the_year_but_no_weekday() -> None:
    found = dates("He died on 24 October. On Friday he was buried.", "2013-07-22/..", "en")
    assert [(one.words, one.when, one.doubt) for one in found] == [("24 October", "2013-10-24", ("bounds",))]
    assert dates("He died on 24 October.", "2013-10-30/..", "en")[0].when == "2013-10-24"
    assert dates("He died on 24 October.", "../2013-07-22", "en")[0].when == "2012-10-24"


@pytest.mark.parametrize(
    ("text", "language", "when"),
    [
        ("They met at 6 a.m. on Sunday, 19 January 2020.", "en", ["2020-01-19T06:00"]),
        ("В 6 часов утра в воскресенье, 19 января 2020 года, он умер.", "ru", ["2020-01-19T06:00"]),
    ],
)
def test_a_time_belongs_to_the_day_behind_it(text: str, language: str, when: list[str]) -> None:
    assert [one.when for one in dates(text, "2020-02-01", language)] == when


def test_a_story_goes_past_the_turn_of_the_year() -> None:
    text = (
        "The siege of Karn began in 1935. In 1934 and 1933 there had been talks, in 1932 and 1931 a truce, and in 1930 a war.\n\n"
        "In 1935 the town was shelled. On 20 December 1935 the bridge fell. On 12 January the army left."
    )
    assert dates(text, "2009-01-01", "en")[-1].when == "1936-01-12"


def test_a_heading_gives_its_years_to_the_section() -> None:
    text = "2004: the second strike\n\nOn 3 May the pit closed.\n\nOn 9 June it opened again."
    assert [one.when for one in dates(text, "2009-12-19", "en")][1:] == ["2004-05-03", "2004-06-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The miners were given until Wednesday to leave.", "2011-12-21"),
        ("The firm must be rebuilt by Tuesday.", "2011-12-20"),
        ("The union planned a march in Karn on Tuesday.", "2011-12-20"),
        ("He may be freed as soon as Monday.", "2011-12-19"),
        ("The court extended its deadline until 9 a.m. EST Tuesday.", "2011-12-20T09:00"),
        ("Mr. Orlo warned on Tuesday that they should leave.", "2011-12-13"),
        ("By Monday the town was quiet.", "2011-12-12"),
        ("The judge said he must be returned to his mother by Jan. 14.", "2012-01-14"),
        ("The ministry asked the union to reply by Jan. 31.", "2012-01-31"),
        ("Anna Orlo will succeed him on Feb. 1.", "2012-02-01"),
        ("The next hearing is on January 14.", "2012-01-14"),
        ("The trial begins Monday.", "2011-12-19"),
        ("The strike vote is Thursday.", "2011-12-22"),
        ("The film airs at 8 p.m. ET Sunday.", "2011-12-18T20:00"),
        ("The vote was Thursday.", "2011-12-15"),
        ("The contract ends early; the firm expects to name a buyer in mid-January.", "2012-01"),
        ("He was arrested on January 14.", "2011-01-14"),
    ],
)
def test_what_is_to_come_is_told_by_the_clause(text: str, expected: str) -> None:
    assert when(text) == [expected]


def test_news_that_looks_far_back_does_not_lend_its_years_to_its_own_days() -> None:
    text = (
        "The pact was signed in 1949. Orland joined in 1952, Karn in 1955, Tel in 1982 and Vesk in 1994, as agreed in 1948. "
        "On Friday the ministers met; on Thursday they had quarrelled, and yesterday they parted. Talks go on in March."
    )
    assert when(text)[-1] == "2011-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rally is called for this coming Friday, March ninth.", "2012-03-09"),
        ("In December 2010 he was ill. He had been hurt the previous April.", "2010-04"),
    ],
)
def test_words_before_last_and_next_do_not_hide_them(text: str, expected: str) -> None:
    assert when(text, "2012-03-05")[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "В последние годы таких дел стало больше.",
        "Это случилось в ближайшие дни.",
        "За день до казни он молчал.",
        "В XX веке так не делали.",
        "Он провёл там около года.",
        "37-летний период правления кончился.",
    ],
)
def test_words_of_time_that_name_no_day_are_found_but_are_no_date(text: str) -> None:
    found = list(iter_found(text, SUNDAY, "ru"))
    assert [(one.kind, one.when) for one in found] == [("vague", "")]
    assert dates(text, SUNDAY, "ru") == [] == durations(text, "ru")


@pytest.mark.parametrize(
    "text",
    [
        "В возрасте 13 лет он уехал.",
        "Ему 65 лет.",
        "Боксёр, 49 лет, молчал.",
        "В 14 лет она начала.",
        "Сент-Луис и окружающая среда.",
    ],
)
def test_ages_and_names_are_no_lengths_and_no_days(text: str) -> None:
    assert list(iter_found(text, SUNDAY, "ru")) == []


def test_a_holiday_in_any_case_is_its_day() -> None:
    assert when("Его отпустят до Нового года.", language="ru") and when("Он вышел после Рождества.", language="ru")


def test_a_time_with_no_day_near_is_not_put_on_the_day_of_publication() -> None:
    assert when("The guards broke in at 5 a.m. and beat them.") == []
    assert when("They met on Friday. At 5 a.m. the guards broke in.") == ["2011-12-16", "2011-12-16T05:00"]


@pytest.mark.parametrize("text", ["Он вышел на свободу в Рождество и уехал.", "После Рождества рабочих уволили."])
def test_a_language_without_a_list_for_feasts_still_reads_them(text: str) -> None:
    assert [one.when for one in dates(text, SUNDAY, "ru")] == ["2011-01-07"]
