"""Formats told from bytes, bad input told in one sentence, and texts that keep the rules of Text."""

from __future__ import annotations

import gzip
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.capture import Found
from according.domain.codec import to_json
from according.domain.document import Document, Genre
from according.errors import BadInput, Unreadable
from according.parse import note, parse
from according.parse.bylines import read_byline
from according.parse.datelines import read_date_line
from according.parse.normalise import clean, decode
from according.parse.outlet_names import read_address_line
from according.parse.signatures import read_signature
from according.parse.source_lines import read_source_line, read_via_line

PROSE = "Miners in the town of Veldra stopped work on Monday and gathered in front of the office of the combine, their union says."


def read(content: str | bytes, hint: str | None = None) -> tuple[Document, ...]:
    raw = content.encode() if isinstance(content, str) else content
    return parse(Found(raw, "x", media_hint=hint), case="k-1").documents


def test_each_format_by_its_content() -> None:
    forms = {
        f"Title of it\n\n{PROSE}": "text",
        f"# Title of it\n\n{PROSE}": "Markdown",
        f"---\ntitle: Title of it\n---\n{PROSE}": "Markdown",
        json.dumps({"title": "T", "text": PROSE}): "JSON Lines",
        f"Note: call\nDate: 2012-05-03\n\n{PROSE}": "note",
        f"<html><body><article><h1>Title of it</h1><p>{PROSE}</p><p>{PROSE}</p></article></body></html>": "article",
    }
    for content, form in forms.items():
        assert parse(Found(content.encode(), "x"), case="k-1").format == form


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (bytes(range(256)) * 20, "no text"),
        (gzip.compress(b"word " * 1000, mtime=0)[:40], "cut off"),
        (b"\x1f\x8b\x08\x00garbage that is no gzip", "gzip"),
        (b'{"title": "x"}\n', "title and a text"),
        ("\u200b\u200b \u200e".encode(), "empty"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(content)


def test_gzip_is_opened() -> None:
    assert read(gzip.compress(f"Title of it\n\n{PROSE}".encode()))[0].title == "Title of it"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8_r"])
def test_encodings(encoding: str) -> None:
    words = "Шахтёры города Вельдра в понедельник остановили работу, сообщает профсоюз. Их поддержали жители соседних посёлков."
    assert decode(words.encode(encoding)).content == words


def test_a_wrong_declaration_is_a_repair() -> None:
    cleaned = decode("«Да» — сказал он".encode(), "text/plain; charset=windows-1251")
    assert cleaned.content == "«Да» — сказал он"
    assert cleaned.repairs


def test_invisible_characters_are_counted() -> None:
    cleaned = clean("a\u200bb\u202ec\r\nd\x07e\u0301")
    assert cleaned.content == "abc\ndé"
    assert len(cleaned.repairs) == 4


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_texts_keep_their_rules(words: str) -> None:
    try:
        documents = read("Title of it\n\n" + words.encode("utf-8", "ignore").decode())
    except Unreadable:
        return
    for document in documents:
        content = document.text.content
        assert unicodedata.is_normalized("NFC", content)
        assert not any(unicodedata.category(char) == "Cc" and char not in "\t\n" for char in content)
        before = 0
        for block in document.text.blocks:
            assert set(content[before : block.start]) <= {"\n"}
            assert block.start < block.end <= len(content)
            before = block.end


def test_json_lines_come_back_as_they_were() -> None:
    body = f"harbour.example\n\nMiners walk out\n\n9 August 2012\n\n{PROSE}[1]\n\nPlease write to the Mayor of Veldra.\n\n[1] Harbour Times, http://harbour.example/1"
    (document,) = read(f"A post\n\n{body}")
    row = {
        "id": document.id, "key": document.key, "title": document.title, "outlet": document.outlet and document.outlet.name,
        "outlet_address": document.outlet and document.outlet.address, "authors": [], "published": "2012-08-09",
        "published_basis": "first lines", "published_raw": "9 August 2012", "published_doubt": None, "url": document.url,
        "language": document.language, "genre": document.genre.value, "text": document.text.content,
        "blocks": to_json(document.text.blocks), "marks": to_json(document.text.marks), "endnotes": to_json(document.endnotes),
        "calls": to_json(document.calls), "repost_of": to_json(document.repost_of), "comments": [], "media": [],
        "sections": [], "parser": document.parser, "capture": "c" * 64,
        "post": {**to_json(document.post), "categories": [], "tags": []},
    }  # fmt: skip
    (again,) = parse(Found(json.dumps(row).encode(), "x"), case="k-other").documents
    assert again.claimed_capture == "c" * 64
    for name in (
        "id",
        "key",
        "title",
        "text",
        "outlet",
        "published",
        "repost_of",
        "endnotes",
        "calls",
        "post",
        "genre",
        "parser",
    ):
        assert getattr(again, name) == getattr(document, name), name
    assert document.endnotes and document.calls


def test_a_bad_row_is_skipped_and_the_rest_kept() -> None:
    good = json.dumps(
        {"title": "T", "text": PROSE, "outlet": "harbour.example", "author": "A B; C D", "published": "2012-05"}
    )
    parsed = parse(Found(f'{good}\n{{"title": "U"}}\nrubbish\n'.encode(), "x"), case="k-1")
    (document,) = parsed.documents
    assert [(skip.where, skip.what) for skip in parsed.skipped] == [
        ("line 2", "it has no text"),
        ("line 3", "it is not whole JSON"),
    ]
    assert [a.name for a in document.authors] == ["A B", "C D"]
    assert document.outlet and document.outlet.address == "harbour.example"


def test_a_note_keeps_its_source_out_of_sight() -> None:
    (document,) = read(f"Note: interview\nDate: 2012-05-03\nSource: HERON\nPlace: Veldra\n\n{PROSE}")
    assert (document.genre, document.source_code) == (Genre.OWN_NOTE, "HERON")
    assert document.published and document.published.edtf == "2012-05-03"
    shown = " ".join((document.title, document.key, document.id, document.text.content))
    assert "HERON" not in shown
    assert document.text.content == PROSE


def test_a_note_without_words_or_with_a_false_date_is_refused() -> None:
    with pytest.raises(BadInput, match="no words"):
        note(" ", case="k-1")
    with pytest.raises(BadInput, match="is no date"):
        note("x", case="k-1", date="last week")


def test_markdown_marks() -> None:
    (document,) = read("---\ntitle: T\nauthor: Ann Tolvar\ndate: 2012-05-03\noutlet: Steel Watch\nurl: https://steelwatch.example/1\ntags: [a, b]\n---\n"
                       f"{PROSE} See [the list](https://a.example/x).[^1]\n\n## Part\n\n- one\n- two\n\n> quoted\n\n[^1]: A source.")  # fmt: skip
    assert [b.kind.value for b in document.text.blocks] == [
        "heading", "paragraph", "heading", "list_item", "list_item", "quotation", "endnote",
    ]  # fmt: skip
    content = document.text.content
    assert [(m.kind.value, content[m.start : m.end]) for m in document.text.marks] == [
        ("link", "the list"),
        ("note_reference", "[^1]"),
    ]
    assert document.endnotes[0].references
    assert document.outlet and (document.outlet.name, document.outlet.address) == ("Steel Watch", "steelwatch.example")
    assert document.published and document.published.edtf == "2012-05-03"


@pytest.mark.parametrize(
    ("line", "edtf", "doubt"),
    [
        ("April 24, 2013\u00a0", "2013-04-24", None),
        ("9 August 2012", "2012-08-09", None),
        ("Posted on May 3, 2014 at 10:15 am", "2014-05-03T10:15:00", None),
        ("21 марта 2013 г.", "2013-03-21", None),
        ("03/04/2012", "[2012-03-04,2012-04-03]", None),
        ("Friday 17 December 2011", "2011-12-17", "weekday"),
        ("2011-12-16T10:00:00+05:00", "2011-12-16T10:00:00+05:00", None),
        ("May 2012", "2012-05", None),
    ],
)
def test_date_lines(line: str, edtf: str, doubt: str | None) -> None:
    read_line = read_date_line(line)
    assert read_line and (read_line.edtf, read_line.doubt) == (edtf, doubt)


@pytest.mark.parametrize(
    "line", ["Last Saturday", "In 2012", "31 June 2012", "On 3 May 2012 they met", "Maybe 2012", "12 people 2012", ""]
)
def test_what_is_no_date_line(line: str) -> None:
    assert read_date_line(line) is None


@pytest.mark.parametrize("line", ["By Monday", "by the river", "By 2012 all was over", "(Via the back door)", "From Monday", "photo.jpg", "e.g.", "in Kozra (Upper Region)"])  # fmt: skip
def test_ordinary_words_are_no_credits(line: str) -> None:
    readers = (read_byline, read_via_line, read_source_line, read_address_line, read_signature)
    assert all(reader(line) is None for reader in readers)
