"""Posts as blogs write them: which reports they hold and what is known of each. All people and places are invented."""

from __future__ import annotations

import pytest

from according.domain.document import BlockKind, Document, Genre, Mark, MarkKind, Outlet
from according.parse.draft import PostDraft, RawBlock, paragraph
from according.parse.plain import blocks_of_text
from according.parse.reports import documents_of_post

BLOG = Outlet("Under the Bridge", "bridge.example.org")
PROSE = "Miners in the town of Veldra stopped work on Monday and gathered in front of the office of the combine, their union says."


def read(body: str, title: str = "What the papers say", outlet: Outlet | None = BLOG) -> tuple[Document, ...]:
    draft = PostDraft(title, blocks_of_text(body), guid="https://bridge.example.org/?p=7", outlet=outlet)
    return documents_of_post(draft, case="k-1", capture=None, parser="test")


HEADS = [
    (f"harbour.example\n\nMiners walk out\n\n9 August 2012\n\n{PROSE}", "Miners walk out", "harbour.example", [], "2012-08-09"),
    (f"www.harbour.example\nMiners walk out\nAugust 9, 2012\n\n{PROSE}", "Miners walk out", "harbour.example", [], "2012-08-09"),
    (f"Miners walk out\nBy Ann Tolvar\nThe Harbour Times\n27 May 2012\n\n{PROSE}", "Miners walk out", "The Harbour Times", ["Ann Tolvar"], "2012-05-27"),
    (f"By Ann Tolvar / The Harbour Times / 27 May 2012\n\n{PROSE}", "What the papers say", "The Harbour Times", ["Ann Tolvar"], "2012-05-27"),
    (f"From the Harbour Times, by Ann Tolvar, 27 May 2012\n\n{PROSE}", "What the papers say", "Harbour Times", ["Ann Tolvar"], "2012-05-27"),
    (f"(Via harbour.example)\n\n{PROSE}", "What the papers say", "harbour.example", [], None),
    (f"{PROSE}\n\nSource: Harbour Times, 27 May 2012", "What the papers say", "Harbour Times", [], "2012-05-27"),
    (f"{PROSE}\n\n(source: http://harbour.example/a/b)", "What the papers say", "harbour.example", [], None),
    (f"{PROSE} (Campaign Veldra)", "What the papers say", "Campaign Veldra", ["Campaign Veldra"], None),
    (f"The Harbour Review\n\nLetter from Veldra\n\nby Ann Tolvar\n\n13 April 2014\n\n{PROSE}", "Letter from Veldra", "The Harbour Review", ["Ann Tolvar"], "2014-04-13"),
    (f"VELDRA, May 3 (Norpress) - {PROSE}", "What the papers say", "Norpress", [], None),
    (f"Источник: Степной вестник, 3 мая 2012\n\n{PROSE}", "What the papers say", "Степной вестник", [], "2012-05-03"),
    (f"Автор: Иван Толваров\n3 мая 2012 года\n\n{PROSE}", "What the papers say", "Under the Bridge", ["Иван Толваров"], "2012-05-03"),
    (f"bridge.example.org\n\n{PROSE}", "What the papers say", "Under the Bridge", [], None),
    (PROSE, "What the papers say", "Under the Bridge", [], None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "title", "outlet", "authors", "published"), HEADS)
def test_the_head_and_foot_of_a_report(
    body: str, title: str, outlet: str, authors: list[str], published: str | None
) -> None:
    (document,) = read(body)
    assert document.title == title
    assert document.outlet and document.outlet.name == outlet
    assert [author.name for author in document.authors] == authors
    assert (document.published.edtf if document.published else None) == published
    assert PROSE in document.text.content


def test_a_separator_before_a_head_starts_another_report() -> None:
    first, second = read(f"{PROSE} {PROSE}\n\n*****\n\nsteelwatch.example\n\nCourt rules\n\n3 May 2012\n\n{PROSE}")
    assert (first.outlet, second.outlet) == (BLOG, Outlet("steelwatch.example", "steelwatch.example"))
    assert (first.title, second.title) == ("What the papers say", "Court rules")
    assert [d.post and (d.post.position, d.post.reports) for d in (first, second)] == [(1, 2), (2, 2)]
    assert first.id != second.id


def test_a_separator_before_a_foot_does_not() -> None:
    (document,) = read(f"{PROSE}\n\n*****\n\nFor more information, visit the site of the union.")
    assert document.text.content.endswith("site of the union.")


def test_an_address_at_the_foot_does_not_start_a_report() -> None:
    (document,) = read(f"{PROSE}\n\n_____\n\nsteelwatch.example")
    assert document.outlet and document.outlet.address == "steelwatch.example"


def test_a_short_lead_in_is_a_section_of_the_report_it_leads_to() -> None:
    (document,) = read(
        f"This came in last night.\n\n-----\n\nsteelwatch.example\n\nCourt rules\n\n3 May 2012\n\n{PROSE}"
    )
    assert document.title == "Court rules"
    assert [section.outlet and section.outlet.name for section in document.sections] == [
        "Under the Bridge",
        "steelwatch.example",
    ]


def test_a_guest_inside_an_introduction_is_a_section() -> None:
    body = f"{PROSE}\n\nIn this guest post, historian Ann Tolvar looks back.\n\nA year of strikes\n\nby Ann Tolvar\n\n{PROSE}"
    (document,) = read(body)
    intro, guest = document.sections
    assert intro.author is None
    assert guest.title == "A year of strikes"
    assert guest.author and (guest.author.name, guest.author.affiliation) == ("Ann Tolvar", "historian")


def test_the_author_note_at_the_foot_stays_and_gives_the_affiliation() -> None:
    note = "Ann Tolvar is the coordinator in Veldra for SteelWatch.example."
    (document,) = read(f"By Ann Tolvar\n\n{PROSE}\n\n{note}")
    assert document.authors[0].affiliation == "coordinator in Veldra for SteelWatch.example"
    assert document.text.content.endswith(note)
    assert document.genre is Genre.OPINION


def test_two_reports_of_one_title_keep_apart() -> None:
    head = "steelwatch.example\n\nCourt rules\n\n3 May 2012\n\n"
    first, second = read(f"{head}{PROSE}\n\n_____\n\n{head}{PROSE} And more.")
    assert first.id != second.id


def test_a_link_on_the_outlet_line_is_the_address_of_the_report() -> None:
    line = RawBlock(BlockKind.PARAGRAPH, "Steel Watch", (Mark(MarkKind.LINK, 0, 11, "https://steelwatch.example/a/1"),))
    source = RawBlock(
        BlockKind.PARAGRAPH, "Source: Steel Watch", (Mark(MarkKind.LINK, 8, 19, "https://steelwatch.example/a/1"),)
    )
    draft = PostDraft("T", (paragraph(PROSE), line, source), guid="g", outlet=BLOG)
    (document,) = documents_of_post(draft, case="k-1", capture=None, parser="test")
    assert document.url == "https://steelwatch.example/a/1"
    assert document.outlet == Outlet("Steel Watch", "steelwatch.example")


def test_marks_move_with_their_words() -> None:
    block = RawBlock(
        BlockKind.PARAGRAPH, " \u200bsee the list here ", (Mark(MarkKind.LINK, 6, 10, "https://a.example/x"),)
    )
    draft = PostDraft("Title of it", (paragraph(PROSE), block), guid="g")
    (document,) = documents_of_post(draft, case="k-1", capture=None, parser="test")
    (mark,) = document.text.marks
    assert document.text.content[mark.start : mark.end] == "the "
