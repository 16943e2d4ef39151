"""The page the project began with: what an archivist would note of each post and report on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.domain.call import CallKind
from according.domain.capture import Found
from according.domain.document import BlockKind, Document, Parsed
from according.parse import parse

pytestmark = pytest.mark.seed


@pytest.fixture(scope="module")
def parsed(seed_page: Path) -> Parsed:
    return parse(Found(seed_page.read_bytes(), "page.txt"), case="k-test")


def test_there_are_six_posts_and_eight_documents(parsed: Parsed) -> None:
    assert parsed.format == "tag page, text"
    assert len({d.post.id for d in parsed.documents if d.post}) == 6
    assert [(d.post.order, d.post.position, d.post.reports) for d in parsed.documents if d.post] == [
        (1, 1, 1), (2, 1, 1), (3, 1, 2), (3, 2, 2), (4, 1, 1), (5, 1, 1), (6, 1, 2), (6, 2, 2),
    ]  # fmt: skip
    assert parsed.skipped == ()


def test_comments_and_categories_are_counted_per_post(parsed: Parsed) -> None:
    counts = {d.post.order: d.post.comments for d in parsed.documents if d.post}
    assert [counts[order] for order in sorted(counts)] == [0, 8, 0, 0, 1, 0]
    assert all(d.post and "political repression" in d.post.categories for d in parsed.documents)


def test_each_report_has_its_own_outlet_and_date(parsed: Parsed) -> None:
    outlets = [d.outlet and (d.outlet.address or d.outlet.name) for d in parsed.documents]
    assert outlets == [
        "campaignkazakhstan.org", "peopleandnature.wordpress.com", "campaignkazakhstan.org", "campaignkazakhstan.org",
        "The Moscow Times", None, "labourstart.org", "blog.platformlondon.org",
    ]  # fmt: skip
    dates = [d.published.edtf if d.published and not d.published.doubt else None for d in parsed.documents]
    assert dates == ["2013-04-24", "2012-08-09", None, "2012-06-05", "2012-05-27", None, None, "2011-12-16"]
    assert parsed.documents[2].repost_of[0].outlet.name == "socialismkz.info"


def test_undated_posts_lie_between_their_neighbours(parsed: Parsed) -> None:
    assert all(d.posted and d.posted.doubt == "bounds" for d in parsed.documents)
    demonstration = parsed.documents[5]
    assert demonstration.posted and demonstration.posted.edtf == "2011-12-16/2011-12-21"


def test_by_lines_and_hands(parsed: Parsed) -> None:
    opinion, guest = parsed.documents[4], parsed.documents[7]
    assert [(a.name, a.affiliation) for a in opinion.authors] == [
        ("Robert Jones", "coordinator in Russia for CampaignKazakhstan.org")
    ]
    assert [s.author and s.author.name for s in guest.sections] == [None, "Peter Salmon"]
    assert guest.text.content[guest.sections[1].start :].startswith("Repression intensifies")


def test_eleven_endnotes_are_tied_to_their_marks(parsed: Parsed) -> None:
    document = parsed.documents[7]
    assert len(document.endnotes) == 11
    for note in document.endnotes:
        assert len(note.references) == 1
        mark = note.references[0]
        assert document.text.content[mark.start : mark.end] == f"[{note.label}]"
        assert mark.end <= note.start
    assert "http://www.ikd.ru/node/17053" in document.endnotes[4].addresses


def test_the_demonstration_has_place_day_and_hour(parsed: Parsed) -> None:
    (call,) = parsed.documents[5].calls
    assert call.kind is CallKind.DEMONSTRATION
    assert call.when == "2011-12-21T12:00"
    assert call.place and call.place.startswith("Kazakh-British Chamber of Commerce, 62 South Audley Street")


def test_both_calls_for_messages(parsed: Parsed) -> None:
    (first,), (second,) = parsed.documents[0].calls, parsed.documents[6].calls
    assert [t.name for t in first.targets] == ["Embassy of Kazakhstan in your country"]
    assert first.copies == ("kazakhstansolidarity@gmail.com", "campaignkazakhstan@gmail.com")
    assert [t.name for t in second.targets] == ["Kazakhstan authorities"]
    assert second.message and second.message.startswith("I call upon the government")
    assert second.message.endswith("peaceful and just manner.")


def test_all_words_are_kept_and_in_place(parsed: Parsed, seed_page: Path) -> None:
    page = seed_page.read_text(encoding="utf-8")
    for document in parsed.documents:
        _check_offsets(document)
        for block in document.text.blocks:
            if block.level == 1:  # a title is told with plain spaces
                continue
            for line in document.text.content[block.start : block.end].split("\n"):
                assert line.strip() in page


def _check_offsets(document: Document) -> None:
    before = 0
    for block in document.text.blocks:
        assert set(document.text.content[before : block.start]) <= {"\n"}
        assert block.start < block.end
        before = block.end
    assert before == len(document.text.content)
    for call in document.calls:
        assert call.asks in document.text.content[call.start : call.end]
    assert all(b.kind is not BlockKind.HEADING or b.level for b in document.text.blocks)
