"""A dated note of a call, interview or hearing to a Document; its source only ever under a code name."""

from __future__ import annotations

import re

from according.domain.document import BlockKind, Dated, Document, Genre
from according.domain.identity import document_id, short_id
from according.errors import BadInput
from according.language.scripts import detect_language
from according.parse.datelines import read_date_line
from according.parse.draft import RawBlock, assemble
from according.parse.normalise import clean
from according.parse.plain import blocks_of_text

_HEADS = {
    "note": "kind", "заметка": "kind", "date": "date", "дата": "date", "source": "source", "источник": "source",
    "place": "place", "место": "place", "title": "title", "заголовок": "title",
}  # fmt: skip
_HEAD = re.compile(r"([^\W\d_]{4,12})[ \t]*:[ \t]*([^\n]{0,300})")
_KINDS = {
    "call": "call", "telephone call": "call", "phone": "call", "звонок": "call", "interview": "interview",
    "интервью": "interview", "hearing": "hearing", "court": "hearing", "заседание": "hearing", "суд": "hearing",
    "meeting": "meeting", "встреча": "meeting", "observation": "observation", "letter": "letter",
}  # fmt: skip
_EDTF_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?")


def looks_like_note(content: str) -> bool:
    """Whether a text opens with the head `Note: call` (interview, hearing …)."""
    heads, _ = read_heads(content)
    return heads.get("kind", "").casefold() in _KINDS


def read_heads(content: str) -> tuple[dict[str, str], str]:
    """The head lines of a note by what they tell, and the words under them."""
    heads: dict[str, str] = {}
    at = 0
    while at < len(content):
        end = content.find("\n", at)
        end = len(content) if end < 0 else end
        found = _HEAD.fullmatch(content[at:end].strip()) if end - at <= 400 else None
        field = _HEADS.get(found[1].casefold()) if found else None
        if found is None or field is None or field in heads:
            break
        heads[field] = found[2].strip()
        at = end + 1
    return heads, content[at:]


def parse_note(content: str, *, case: str, capture: str | None = None, parser: str = "according note 1") -> Document:
    """The note a file with head lines holds. Raises BadInput when its date is none."""
    heads, words = read_heads(content)
    return note(
        words, case=case, kind=_KINDS.get(heads.get("kind", "").casefold(), "call"), date=heads.get("date"),
        source=heads.get("source"), place=heads.get("place"), title=heads.get("title"), capture=capture, parser=parser,
    )  # fmt: skip


def note(
    text: str,
    *,
    case: str,
    kind: str = "call",
    date: str | None = None,
    source: str | None = None,
    place: str | None = None,
    title: str | None = None,
    capture: str | None = None,
    parser: str = "according note 1",
) -> Document:
    """A note as a document. `source` is a code name: it is kept in `source_code`, never in the title, the key or the text.

    `date` is a day as EDTF or a date line. Raises BadInput when there are no words, or the date is none.
    """
    words = clean(text).content.strip()
    if not words:
        raise BadInput("The note has no words: write what was said.")
    said = _read_date(date)
    called = title or f"Note of {_article(kind)}{f', {place}' if place else ''}{f', {said.edtf}' if said else ''}"
    # The heading of a note of one's own is not what anybody said: the text holds the words alone.
    held = assemble(blocks_of_text(words) or (RawBlock(BlockKind.PARAGRAPH, words),))
    key = short_id("note", kind, said.edtf if said else "", place or "", held.digest)
    return Document(
        document_id(case, key), case, key, called, held, published=said, posted=said, written=said,
        language=detect_language(held.content), genre=Genre.OWN_NOTE, capture=capture, parser=parser,
        source_code=source or None,
    )  # fmt: skip


def _read_date(raw: str | None) -> Dated | None:
    if not raw:
        return None
    if _EDTF_DAY.fullmatch(raw):
        checked = read_date_line(raw, "note") if len(raw) == 10 else Dated(raw, "note", raw)
    else:
        checked = read_date_line(raw, "note")
    if checked is None:
        raise BadInput(f"The date of the note, '{raw[:40]}', is no date: write it as 2013-04-24.")
    return checked


def _article(kind: str) -> str:
    return f"an {kind}" if kind[:1] in "aeiou" else f"a {kind}"
