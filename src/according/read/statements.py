"""The doors of this room: documents in, statements out; text in, attributions out. Every statement keeps the exact words and where
they stand; nothing here decides who is right."""

from __future__ import annotations

import re
from datetime import date

from according.domain.document import Block, BlockKind, Dated, Document, Text, text_digest
from according.domain.statement import Statement
from according.language.scripts import detect_language, script_of
from according.read.attribution_levels import nest
from according.read.attribution_parts import Attribution
from according.read.attribution_text import attributions_of
from according.read.engine import GRAMMARS, open_page, read_document
from according.read.lexicon import data_digest
from according.read.line_ends import without_cuts

READER = "2"  # raise when rules change what is read


def reader_version() -> str:
    """The version of the rules with a digest of all data files they read."""
    return f"{READER}+{data_digest()[:16]}"


def statements(document: Document) -> tuple[Statement, ...]:
    """Every statement a document makes, in the order of its text. Never raises on any text; () for a language we cannot read."""
    return read_document(document)


def attributions(
    text: str, published: str | date | None = None, language: str | None = None
) -> tuple[Attribution, ...]:
    """Who says what in a text: source, cue and content as spans, in order. What somebody inside these words says stands `within`.

    `published` is taken for the shape of the other doors.
    """
    code = language or detect_language(text) or ("en" if script_of(text) == "Latn" else None)
    if code not in GRAMMARS:
        return ()
    if code == "en":
        return attributions_of(without_cuts(text))
    page = open_page(plain_document(text, language=code), code)
    grammar = GRAMMARS[code]
    return nest([one for s in page.sentences for one in grammar.find_attributions(grammar.open_clause(page, s))])


_LINE = re.compile(r"[^\n]+")


def plain_document(content: str, *, published: str | None = None, language: str | None = None) -> Document:
    """A document around bare text, for those who need no archive. The text is taken as it is; each of its lines is a paragraph.

    Where lines were cut at a width, as in mails and on the wire, those that belong together are one.
    """
    digest = text_digest(content)
    lines = (Block(BlockKind.PARAGRAPH, found.start(), found.end()) for found in _LINE.finditer(without_cuts(content)))
    text = Text(content, digest, tuple(line for line in lines if content[line.start : line.end].strip()))
    return Document(
        id=f"d-{digest[:12]}", case="", key=digest, title="", text=text, language=language,
        published=Dated(published, "given") if published else None,
    )  # fmt: skip
