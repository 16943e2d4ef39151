"""What a reader of two reports would call the same words, and who had them first. All texts are invented."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.compare import shared_passages
from according.domain.document import Dated, Document, Outlet, Post, RepostLink, Text, text_digest
from according.domain.shared import Earlier, SharedPassage

WIRE = (
    "Nine quarrymen were shot and 47 wounded when guards opened fire on the picket at Belmora on Friday, the ministry "
    "announced. Eyewitnesses insist that the lorries which left before dawn carried far more bodies than that. The "
    "hospital porter refused to open the basement, and relatives waited in the yard until soldiers sent them home."
)
RUSSIAN = (
    "Девять рабочих карьера были застрелены, ещё 47 ранены, когда охрана открыла огонь по пикету в Бельморе в пятницу. "
    "Очевидцы уверяют, что грузовики, уехавшие до рассвета, увезли гораздо больше тел. Родственники ждали во дворе больницы."
)
BEFORE = (
    "Snow closed the pass for a week and the school in the upper village stayed shut because its stove had cracked."
)
AFTER = "Elsewhere the bakery cooperative elected a treasurer, who promised accounts by spring and cheaper rye bread."


def report(id: str, content: str, day: str | None = None, doubt: str | None = None, **more: object) -> Document:
    dated = Dated(day, "given", doubt=doubt) if day else None
    return Document(id, "case", id, id, Text(content, text_digest(content)), published=dated, **more)  # type: ignore[arg-type]


def only(*documents: Document) -> SharedPassage:
    found = shared_passages(documents)
    assert len(found) == 1, found
    return found[0]


def words_of(passage: SharedPassage, *documents: Document) -> tuple[str, str]:
    content = {document.id: document.text.content for document in documents}
    return (
        content[passage.a][passage.a_span.start : passage.a_span.end],
        content[passage.b][passage.b_span.start : passage.b_span.end],
    )


def test_a_copied_paragraph_is_found_where_it_stands() -> None:
    a, b = report("a", f"{BEFORE}\n\n{WIRE}"), report("b", f"{WIRE}\n\n{AFTER}")
    passage = only(a, b)
    assert words_of(passage, a, b) == (WIRE.rstrip("."), WIRE.rstrip("."))
    assert passage.similarity == 1.0


SENTENCES = WIRE.split(". ")
EDITS = {
    "one figure changed": WIRE.replace("47", "52"),
    "a number word changed": WIRE.replace("Nine", "Eleven"),
    "words replaced": WIRE.replace("insist", "maintain").replace("far more", "many more").replace("yard", "street"),
    "a sentence left out": f"{SENTENCES[0]}. {SENTENCES[2]}",
    "sentences in another order": f"{SENTENCES[2]} {SENTENCES[0]}. {SENTENCES[1]}.",
    "capitals and dashes": WIRE.upper().replace(",", " –"),
    "a word put in": WIRE.replace("the picket", "the peaceful picket").replace("relatives", "weeping relatives"),
}


@pytest.mark.parametrize("edited", EDITS.values(), ids=EDITS.keys())
def test_small_edits_do_not_hide_a_copy(edited: str) -> None:
    a, b = report("a", f"{BEFORE}\n\n{WIRE}\n\n{AFTER}"), report("b", edited)
    passage = only(a, b)
    found = words_of(passage, a, b)
    assert len(found[1]) > 0.8 * len(edited)
    assert BEFORE[:40] not in found[0]


def test_a_changed_figure_is_inside_the_passage_and_lowers_the_similarity() -> None:
    a, b = report("a", WIRE), report("b", WIRE.replace("47", "52"))
    passage = only(a, b)
    assert "47" in words_of(passage, a, b)[0]
    assert "52" in words_of(passage, a, b)[1]
    assert 0.9 < passage.similarity < 1.0


def test_a_figure_changed_at_the_head_of_a_paragraph_is_inside_too() -> None:
    a, b = report("a", f"{BEFORE}\n{WIRE}"), report("b", f"{AFTER}\n{WIRE.replace('Nine', 'Eleven')}")
    assert [words.split()[0] for words in words_of(only(a, b), a, b)] == ["Nine", "Eleven"]


def test_a_passage_goes_on_where_every_fourth_word_was_changed() -> None:
    tail = "Mothers carried photographs to the gate while the night shift kept working under guard until the morning bell rang."
    changed = "Mothers carried pictures to the gate while a night shift went working under guard till the morning bell sounded."
    a, b = report("a", f"{BEFORE}\n{WIRE} {tail}"), report("b", f"{WIRE} {changed}\n{AFTER}")
    ends = [words.rstrip(".").split()[-1] for words in words_of(only(a, b), a, b)]
    assert ends == ["rang", "sounded"]


def test_russian_reports_copy_too_whatever_the_letter_yo() -> None:
    a = report("a", f"{AFTER}\n{RUSSIAN}", language="ru")
    b = report("b", RUSSIAN.replace("ещё", "еще").replace("47", "52"), language="ru")
    assert "Очевидцы уверяют" in words_of(only(a, b), a, b)[1]


def test_a_short_verbatim_quotation_is_found() -> None:
    quotation = "whoever spreads such invented casualty figures will personally answer for it before the tribunal"
    a = report("a", f"{BEFORE} “{quotation}”, said the spokesman. {AFTER}")
    b = report("b", f"The harbour was quiet. Yet {quotation}, an official had warned, and nobody laughed that evening.")
    assert words_of(only(a, b), a, b)[0] == quotation


UNLIKE = {
    "other words": (BEFORE, AFTER),
    "one phrase": (
        f"{BEFORE} He was sentenced to seven years in prison.",
        f"She was sentenced to seven years in prison. {AFTER}",
    ),
    "a long name": (
        f"{BEFORE} The Northern Institute of Geology and Mineral Prospecting denied it.",
        f"Nobody at the Northern Institute of Geology and Mineral Prospecting answered. {AFTER}",
    ),
    "nothing": ("", "..."),
}


@pytest.mark.parametrize("texts", UNLIKE.values(), ids=UNLIKE.keys())
def test_what_is_no_copy_is_not_called_one(texts: tuple[str, str]) -> None:
    assert shared_passages([report("a", texts[0]), report("b", texts[1])]) == []


def test_a_passage_quoted_twice_in_one_document_is_found_twice() -> None:
    a, b = report("a", WIRE), report("b", f"{WIRE}\n{' '.join([BEFORE, AFTER] * 4)}\n{WIRE}")
    assert len(shared_passages([a, b])) == 2


def test_a_footer_of_an_outlet_is_left_out_but_its_copied_reports_are_not() -> None:
    rng = random.Random(4)
    footer = (
        "The Belmora Gazette is owned by its readers, printed on Thursdays and sold at the tram stop by volunteers."
    )
    letters = "bdfgklmnprstvz"
    pages = []
    for number in range(12):
        own = " ".join("".join(rng.choices(letters + "aeiou", k=7)) for _ in range(120))
        pages.append(report(f"g{number:02}", f"{own}\n\n{footer}", outlet=Outlet("Belmora Gazette")))
    copied = report("g00", f"{pages[0].text.content}\n{WIRE}", outlet=Outlet("Belmora Gazette"))
    other = report("x", f"{WIRE}", outlet=Outlet("Harbour Watch"))
    found = shared_passages([copied, *pages[1:], other])
    assert [(passage.a, passage.b) for passage in found] == [("g00", "x")]


def test_a_report_printed_by_many_outlets_links_each_of_them() -> None:
    documents = [report(f"d{number:02}", WIRE, outlet=Outlet(f"Paper {number}")) for number in range(20)]
    assert len(shared_passages(documents)) == 20 * 19 // 2


def test_texts_that_repeat_themselves_are_still_compared() -> None:
    a, b = report("a", f"{WIRE}\n" * 150), report("b", f"{WIRE}\n" * 150)
    assert only(a, b).similarity == 1.0
    three = [report(f"d{number}", f"{WIRE}\n" * 60 + f"Number {number}.") for number in range(3)]
    assert {(one.a, one.b) for one in shared_passages(three)} == {("d0", "d1"), ("d0", "d2"), ("d1", "d2")}


DATES = [
    ("2013-10-13", None, "2013-10-22", None, Earlier.A),
    ("2013-10-22", None, "2013-10-13", None, Earlier.B),
    ("2013-10-13", None, "2013-10-13", None, Earlier.UNKNOWN),
    ("2013-10-13T09:00:00+02:00", None, "2013-10-13T08:30:00+01:00", None, Earlier.A),
    ("2013-10-13T09:00:00+00:00", "zone", "2013-10-13T11:00:00Z", None, Earlier.UNKNOWN),
    ("2013-10-13T09:00:00+00:00", "zone", "2013-10-15T11:00:00Z", None, Earlier.A),
    ("2013-10", None, "2013-10-22", None, Earlier.UNKNOWN),
    ("2013-09", None, "2013-10-22", None, Earlier.A),
    ("[2013-10-13,2013-10-14]", None, "2013-10-15", None, Earlier.A),
    ("2013-10-13", "bounds", "2013-10-22", None, Earlier.UNKNOWN),
    (None, None, "2013-10-22", None, Earlier.UNKNOWN),
]


@pytest.mark.parametrize(("day_a", "doubt_a", "day_b", "doubt_b", "earlier"), DATES)
def test_dates_tell_who_was_first_only_as_far_as_they_can(
    day_a: str | None, doubt_a: str | None, day_b: str | None, doubt_b: str | None, earlier: Earlier
) -> None:
    passage = only(report("a", WIRE, day_a, doubt_a), report("b", WIRE, day_b, doubt_b))
    assert passage.earlier is earlier
    assert passage.why


GAZETTE, WATCH = Outlet("The Belmora Gazette", "gazette.example.org"), Outlet("Harbour Watch", "watch.example.org")


def test_a_repost_that_names_its_source_had_the_words_later() -> None:
    source = report("b", WIRE, "2013-10-13", outlet=GAZETTE)
    link = RepostLink(Outlet("gazette.example.org", "www.gazette.example.org"), "first line names the address")
    copy = report("a", WIRE, outlet=WATCH, repost_of=(link,), posted=Dated("2013-10-13", "export"))
    assert only(copy, source).earlier is Earlier.B


def test_a_copy_that_carries_the_day_of_its_origin_is_still_the_copy() -> None:
    source = report("b", WIRE, "2013-10-13T18:05:00+06:00", outlet=GAZETTE)
    copy = report(
        "a", WIRE, "2013-10-13", outlet=Outlet("Belmora Gazette"), post=Post("1", "Two reports", outlet=WATCH)
    )
    assert only(copy, source).earlier is Earlier.B


def test_a_named_source_does_not_outweigh_dates_that_lie_months_apart() -> None:
    link = RepostLink(GAZETTE, "via")
    copy = report("a", WIRE, "2013-10-13", outlet=WATCH, repost_of=(link,))
    assert only(copy, report("b", WIRE, "2014-05-15", outlet=GAZETTE)).earlier is Earlier.A


VOCABULARY = [f"{first}{last}" for first in ("bra", "kel", "mor", "sti") for last in ("", "da", "ven", "tuk")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=60), min_size=1, max_size=5), st.randoms())
def test_the_order_of_arrival_changes_nothing_and_places_are_real(texts: list[list[str]], rng: random.Random) -> None:
    documents = [
        report(f"d{number}", f"{' '.join(words)} {WIRE if number % 2 else RUSSIAN}")
        for number, words in enumerate(texts)
    ]
    found = shared_passages(documents)
    shuffled = documents[:]
    rng.shuffle(shuffled)
    assert shared_passages(shuffled) == found
    sizes = {document.id: len(document.text.content) for document in documents}
    for passage in found:
        assert passage.a < passage.b
        assert 0 <= passage.a_span.start < passage.a_span.end <= sizes[passage.a]
        assert 0 <= passage.b_span.start < passage.b_span.end <= sizes[passage.b]
        assert 0 < passage.similarity <= 1 and passage.similarity == round(passage.similarity, 4)
