"""Files that are no report, or a broken one: one clear sentence each, and what is good in them kept."""

from __future__ import annotations

import io
import zipfile

import pytest

from according.domain.capture import Found
from according.errors import Unreadable
from according.parse import parse

SAID = "The strike committee of the Vostra mine said on Tuesday that nobody had answered its letter of demands."
PAGE = f"<!DOCTYPE html><html><head><title>Miners out</title></head><body><article><h1>Miners out</h1><p>{SAID}</p><p>{SAID}</p></article></body></html>"


def packed(name: str, content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (packed("post.html", PAGE), "zip archive"),
        (packed("word/document.xml", PAGE), "zip archive"),
        (b"%PDF-1.4\n" + PAGE.encode(), "PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF<html>", "picture"),
        (b"[" * 10_000 + b"]" * 10_000, "no words"),
        (b"12 34 -- 56", "no words"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nabc\n--x--",
            "holds no page",
        ),
    ],
)
def test_what_is_no_report_is_refused_with_its_repair(content: bytes, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse(Found(content, "file"), case="c")
    assert words in caught.value.sentence and ":" in caught.value.sentence


def test_a_page_saved_as_one_file_is_the_page_with_its_address() -> None:
    saved = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://orlen.example/2012/miners-out/\r\nSubject: Miners out\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n------x\r\nContent-Type: text/html; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n------x\r\nContent-Type: image/png\r\n\r\nabc\r\n------x--\r\n"
    )
    (found,) = parse(Found(saved.encode(), "page.mhtml"), case="c").documents
    assert (found.title, found.url) == ("Miners out", "https://orlen.example/2012/miners-out/")
    assert SAID in found.text.content and "MIME" not in found.text.content
