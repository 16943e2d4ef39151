"""One article as a saved page: its own words with title, author, date and outlet, and nothing of the page around it."""

from __future__ import annotations

import pytest

from according.domain.capture import Found
from according.domain.document import BlockKind, Document
from according.errors import Unreadable
from according.parse.html import parse_page

FIRST = "Three people were hurt when a roof fell in at the Vostra mine on Monday morning, the rescue service said."
SECOND = (
    "The company spoke of two. Relatives at the gate counted five ambulances, and none of them had been told a name."
)
AROUND = '<nav><a href="/">Home</a><a href="/x">World</a></nav><aside><h3>Most read</h3><p>Something else that many people read today.</p></aside>'


def read(markup: str | bytes, address: str | None = "https://www.courier.example/2012/08/roof.html") -> Document:
    """The one document of the page."""
    content = markup.encode("utf-8") if isinstance(markup, str) else markup
    (document,) = parse_page(Found(content, "roof.html", address=address), case="c", capture="0" * 64).documents
    return document


JSON_LD = f"""<!DOCTYPE html><html lang="en"><head><title>Roof falls in | Orlen Courier</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebPage"}},{{"@type":"NewsArticle","headline":"Roof falls in at Vostra",
"datePublished":"2012-08-06T18:00:00+02:00","author":[{{"@type":"Person","name":"Lena Orlova"}}],"publisher":{{"@type":"Organization","name":"Orlen Courier"}}}}]}}</script>
<link rel="canonical" href="https://www.courier.example/2012/08/roof.html?utm_source=x"></head><body>{AROUND}
<div class="story"><h1>Roof falls in at Vostra</h1><p>{FIRST}</p><h2>Counting</h2><p>{SECOND}</p><blockquote><p>Nobody came out to us.</p></blockquote></div>
<div class="related-posts"><p>{FIRST} An older one.</p></div></body></html>"""


def test_machine_data_and_own_words() -> None:
    document = read(JSON_LD)
    assert document.title == "Roof falls in at Vostra"
    assert document.posted is not None and document.posted.edtf == "2012-08-06T18:00:00+02:00"
    assert [author.name for author in document.authors] == ["Lena Orlova"] or (
        document.post and document.post.author == "Lena Orlova"
    )
    assert document.outlet is not None and (document.outlet.name, document.outlet.address) == (
        "Orlen Courier",
        "courier.example",
    )
    assert document.url == "https://www.courier.example/2012/08/roof.html"
    assert document.key == "html:https://www.courier.example/2012/08/roof.html"
    kinds = {document.text.content[block.start : block.end]: block.kind for block in document.text.blocks}
    assert kinds[FIRST] is BlockKind.PARAGRAPH
    assert kinds["Counting"] is BlockKind.HEADING
    assert kinds["Nobody came out to us."] is BlockKind.QUOTATION
    for alien in ("Home", "Most read", "An older one", "schema.org"):
        assert alien not in document.text.content


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="Orlen Courier"><meta property="article:published_time" content="2012-08-06T18:00:00+02:00">'
        '<meta name="author" content="Lena Orlova"><meta property="og:title" content="Roof falls in at Vostra">',
        '<meta property="og:site_name" content="Orlen Courier"><meta name="date" content="2012-08-06"><meta name="author" content="By Lena Orlova">'
        '<script type="application/ld+json">{broken json</script>',
    ],
    ids=["Open Graph", "plain meta and broken JSON"],
)
def test_meta_elements_stand_in(head: str) -> None:
    document = read(
        f'<html lang="en"><head>{head}</head><body>{AROUND}<div id="x"><h1>Roof falls in at Vostra</h1><p>{FIRST}</p><p>{SECOND}</p></div></body></html>'
    )
    assert document.title == "Roof falls in at Vostra"
    assert document.posted is not None and document.posted.edtf.startswith("2012-08-06")
    assert document.post is not None and document.post.author == "Lena Orlova"
    assert document.outlet is not None and document.outlet.name == "Orlen Courier"
    assert "Most read" not in document.text.content


def test_words_in_an_old_encoding_are_read_by_the_pages_own_word() -> None:
    words = "В понедельник на шахте Востра обрушилась кровля, трое рабочих пострадали, сообщили спасатели. " * 4
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><h1>Обвал</h1><div><p>{words}</p></div></body></html>'
    assert words.strip() in read(page.encode("cp1251")).text.content


def test_a_page_without_words_is_one_sentence() -> None:
    with pytest.raises(Unreadable, match="no running text"):
        read('<html><body><div id="app"></div><script>render()</script></body></html>')


def test_an_empty_page_is_one_sentence() -> None:
    with pytest.raises(Unreadable):
        read("   ")
