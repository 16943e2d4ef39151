"""Words and markup a reader sees: dates, addresses, languages, marked text, charts, explanations."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from according.domain.document import Block, BlockKind, Mark, MarkKind
from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue
from according.domain.passage import Span
from according.domain.views import AccountView, DocumentView, Link, QuestionView, SharedView, StatementView
from according.present.addresses import mail_address, safe_address
from according.present.body import build_body
from according.present.chart import figure_chart, figure_words
from according.present.dates import day_bounds, machine_date, say_date, say_duration
from according.present.explanations import explain_dispute, say_sides, say_value
from according.present.labels import say
from according.present.pages import page_templates
from according.present.ranges import say_range
from according.present.tongues import foreign_runs, tag_of


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2011-12-16", "16 December 2011"), ("2011-12", "December 2011"), ("2011", "2011"),
        ("2011-12-21T12:00", "21 December 2011, 12:00"), ("2012-08-09T00:00:00+05:00", "9 August 2012"),
        ("[2011-12-16,2011-12-17]", "16 or 17 December 2011"), ("{2011-12-16,2011-12-17}", "16 and 17 December 2011"),
        ("[2011-12-31,2012-01-01]", "31 December 2011 or 1 January 2012"), ("2012-06/2012-08", "June 2012 to August 2012"),
        ("2012-06-05/..", "5 June 2012 or later"), ("../2012-06-05", "5 June 2012 or earlier"), ("2011~", "about 2011"),
        ("2011?", "2011 (uncertain)"), ("201X", "2010s"), ("2012-21", "spring 2012"), ("2012-XX", "2012"),
        ("not a date", "not a date"), (None, ""), ("", ""),
    ],
)  # fmt: skip
def test_dates_are_said_as_exactly_as_they_were_and_no_more(edtf: str | None, words: str) -> None:
    assert say_date(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("2012-02", ("2012-02-01", "2012-02-29")), ("[2011-12-16,2011-12-17]", ("2011-12-16", "2011-12-17")),
        ("2012/2013-03", ("2012-01-01", "2013-03-31")), ("201X", ("2010-01-01", "2019-12-31")), ("x", None), (None, None),
        ("2012-13", None),
    ],
)  # fmt: skip
def test_bounds_are_first_and_last_day(edtf: str | None, bounds: tuple[str, str] | None) -> None:
    assert day_bounds(edtf) == bounds


@given(st.text(max_size=30))
def test_no_words_for_a_date_break_anything(edtf: str) -> None:
    say_date(edtf), day_bounds(edtf), machine_date(edtf), say_duration(edtf)


def test_durations() -> None:
    assert say_duration("P2Y6M") == "2 years 6 months" and say_duration("P1Y") == "1 year"
    assert say_duration("P7Y → P5Y") == "7 years, reduced to 5 years" and say_duration("life") == "life"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "//evil.example", "/relative", "http://user:pass@evil.example", "http://a.example/\u202egnp", "http://", "http://[::1", "\\\\host\\x",
        "http://a.example/\nSet-Cookie: x", None, "",
    ],
)  # fmt: skip
def test_addresses_that_are_not_plain_get_no_link(address: str | None) -> None:
    assert safe_address(address) is None


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("http://a.example/x?q=1&r=2#n", "http://a.example/x?q=1&r=2#n"), ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://пример.example/путь", "https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.example/%D0%BF%D1%83%D1%82%D1%8C"),
        ('http://a.example/"><script>', "http://a.example/%22%3E%3Cscript%3E"),
    ],
)  # fmt: skip
def test_plain_addresses_are_kept(address: str, kept: str) -> None:
    assert safe_address(address) == kept


def test_mail_addresses_carry_nothing_else() -> None:
    assert mail_address("a@b.example") == "mailto:a@b.example"
    assert mail_address("a@b.example?bcc=x@y.example") == ""


def test_runs_in_another_script_are_tagged() -> None:
    assert foreign_runs("said Иван Петров, who", "en") == [(5, 16, "und-Cyrl")]
    assert foreign_runs("Жаңаөзен", "en") == [(0, 8, "kk")]
    assert foreign_runs("Иван сказал BBC", "ru") == [(12, 15, "und-Latn")]
    assert tag_of("Mirela", "en") is None and tag_of("Мирела", None) == "und-Cyrl" and tag_of("x", "de") == "de"


def card(id: str, number: int) -> StatementView:
    return StatementView(
        id,
        number,
        "event",
        "arrest",
        "starts",
        "happened",
        "asserted",
        "proposed",
        "q",
        Link("d"),
        "en",
        None,
        None,
        "a",
    )


def view(
    content: str,
    spans: list[tuple[int, int, int, int]],
    marks: tuple[Mark, ...] = (),
    shared: tuple[SharedView, ...] = (),
) -> DocumentView:
    cards = tuple(card(f"s-{n}", n) for n in range(1, len(spans) + 1))
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(content)),)
    return DocumentView(
        "d",
        "t",
        "en",
        "news",
        content,
        blocks,
        marks,
        (),
        cards,
        tuple(spans),
        (),
        (),
        (),
        (),
        shared,
        (),
        (),
        (),
        None,
        (),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        (),
        (),
    )


class Balanced(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.feed(source)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "br":
            assert not (tag == "a" and "a" in self.open), "a link inside a link"
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "sup" not in self.open:
            self.text += data


def test_overlapping_quotes_are_marked_and_each_address_stands_once() -> None:
    content = "one two three four five"
    html = str(build_body(view(content, [(0, 13, 4, 7), (8, 23, 14, 18), (0, 13, 8, 13)]))[0].html)
    assert Balanced(html).text == content
    assert sorted(re.findall(r'id="(s-\d)"', html)) == ["s-1", "s-2", "s-3"]
    assert html.count('class="an"') == 3


_place = st.integers(0, 20)


@given(
    st.text(alphabet="ab<&>\"' жі\u0301\n", min_size=20, max_size=20),
    st.lists(st.tuples(_place, _place, _place, _place), max_size=5),
    st.lists(st.tuples(_place, _place, st.sampled_from(list(MarkKind))), max_size=4),
)
def test_any_spans_give_whole_text_and_well_formed_markup(
    content: str, quotes: list[tuple[int, int, int, int]], marks: list[tuple[int, int, MarkKind]]
) -> None:
    spans = [tuple(sorted(q)) for q in quotes]
    spans = [(a, d, b, c) for a, b, c, d in spans if a < d]  # type: ignore[misc]
    made = tuple(Mark(kind, min(a, b), max(a, b), "http://x.example/") for a, b, kind in marks)
    html = str(build_body(view(content, spans, made))[0].html)  # type: ignore[arg-type]
    assert Balanced(html).text == content.replace("\n", "")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for n in range(1, len(spans) + 1):
        assert f"s-{n}" in ids


def account(label: str, low: int | None, high: int | None, qualifier: str | None = None) -> AccountView:
    return AccountView(
        f"a-{label}",
        "w",
        low,
        high,
        qualifier,
        False,
        None,
        Link('<b>"x"'),
        "person",
        "asserted",
        False,
        "2012",
        None,
        (),
        (),
        None,
        label,
    )


def test_bounds_are_shown_as_bounds() -> None:
    said = [
        figure_words(account("A", *pair))
        for pair in ((16, None), (None, 15), (12, 18), (70, 70, "about"), (3, 3), (None, None))
    ]
    assert said == ["≥ 16", "≤ 15", "12–18", "~70", "3", ""]


def test_the_chart_escapes_names_and_needs_two_figures() -> None:
    svg = figure_chart([account("A", 16, None), account("B", None, 70000)], 'a "title" <x>')
    assert "<b>" not in svg and "&lt;b&gt;" in svg and svg.count("<path") == 2
    assert figure_chart([account("A", 1, 1)], "t") == Markup("")


def dispute(
    kind: DisputeKind, values: list[tuple[str, str]], facts: list[tuple[str, str]], aspect: Aspect | None = None
) -> Dispute:
    return Dispute("x", kind, "e", "event", aspect, tuple(DisputeValue(v, s, ("s",)) for v, s in values), tuple(facts))


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (dispute(DisputeKind.COUNT, [("four", "the ministry"), ("at least 16", "eyewitnesses")], [("event_type", "killing"), ("event_where", "Velm")], Aspect.DEATHS),
         "How many died (killing, Velm): four, according to the ministry; at least 16, according to eyewitnesses."),
        (dispute(DisputeKind.ARITHMETIC, [("a", "b")], [("sum", "36"), ("whole", "37"), ("part_acquittal", "3"), ("part_sentence", "33")]),
         "3 (acquittal) + 33 (sentence) is 36, but 37 are told of."),
        (dispute(DisputeKind.WEEKDAY, [("Friday 17 December", "x")], [("words", "Friday 17 December"), ("reading", "2011-12-16"), ("reading", "2011-12-17")]),
         "16 December 2011 was a Friday. 17 December 2011 was a Saturday."),
        (dispute(DisputeKind.ORDER, [("a", "b")], [("event_type", "demonstration"), ("said_when", "2011-11-18"), ("follows_type", "killing"), ("follows_when", "2011-12-16")]),
         "demonstration (18 November 2011) follows killing (16 December 2011). By these dates it came before."),
        (dispute(DisputeKind.VALUE, [("P7Y", "a"), ("P5Y", "b")], []), "7 years, according to a; 5 years, according to b."),
    ],
)  # fmt: skip
def test_disputes_are_explained_in_plain_words(one: Dispute, words: str) -> None:
    assert words in explain_dispute(one)


def test_every_kind_of_dispute_has_words_also_without_facts() -> None:
    for kind in DisputeKind:
        said = explain_dispute(dispute(kind, [("a", "b"), ("c", "d")], []))
        assert said.endswith(".") and "%" not in said


def test_one_name_in_two_meanings_has_two_words() -> None:
    assert say("convicted") == "convicted" and say("convicted", "aspect") == "How many were convicted?"
    assert say("judge", "role") == "judge" and say("patient", "role") == "whom"


def test_no_template_may_mark_anything_safe() -> None:
    with pytest.raises(TypeError):
        page_templates().from_string("{{ '<b>'|safe }}").render()


def test_shared_words_and_quotes_may_cross() -> None:
    shared = SharedView(Span(2, 9), Link("d"), None, None, 1.0, "here", "w", "x")
    html = str(build_body(view("abcdefghijkl", [(5, 12, 6, 8)], (), (shared,)))[0].html)
    assert Balanced(html).text == "abcdefghijkl" and html.count('id="s-1"') == 1


def test_one_answer_of_several_is_said_once_with_all_who_give_it() -> None:
    told = dispute(
        DisputeKind.COUNT,
        [("Nine", "the ministry"), ("nine", "the report itself: Velm Courier"), ("at least 20", "the union")],
        [],
        Aspect.DEATHS,
    )
    assert say_sides(told) == [
        "Nine, according to the ministry and Velm Courier (its own words)",
        "at least 20, according to the union",
    ]


def test_a_duration_never_reaches_a_reader_as_a_code() -> None:
    assert say_value("P7Y → P5Y") == "7 years, reduced to 5 years"
    assert say_value("hard labour, P2Y6M") == "hard labour, 2 years 6 months"


def test_the_range_names_both_voices_and_makes_no_figure() -> None:
    given = (("A", 4, 4, "four"), ("B", 16, None, "at least 16"), ("C", None, 40, "up to 40"))
    answers = tuple(replace(account(label, low, high), words=words) for label, low, high, words in given)
    said = say_range(QuestionView("deaths", answers, True))
    assert said.startswith("From four (") and " to up to 40 (" in said and "22" not in said
    assert say_range(QuestionView("deaths", answers[:1], False)) == ""
