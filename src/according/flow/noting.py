"""A note of one's own, written as the file it becomes in the vault, then taken the whole way like any other report."""

from __future__ import annotations

from according.domain.capture import Found
from according.errors import BadInput
from according.flow.adding import add_sources
from according.flow.folder import CaseFolder
from according.flow.ledger import Ledger
from according.language.edtf import bounds


def add_note(
    folder: CaseFolder,
    words: str,
    *,
    kind: str,
    date: str | None = None,
    source: str | None = None,
    place: str | None = None,
    title: str | None = None,
) -> Ledger:
    """Add a note. Raises BadInput when it has no words or its date is none."""
    if not words.strip():
        raise BadInput("The note is empty; write its words to standard input or name a file with --file.")
    day = date or folder.clock()[:10]
    try:
        bounds(day)
    except ValueError:
        raise BadInput(f"'{day}' is not a date; write it like 2012-05-27.") from None
    heads = [("Note", kind), ("Date", day), ("Source", source), ("Place", place), ("Title", title)]
    lines = [f"{name}: {_one_line(value)}" for name, value in heads if value]
    content = "\n".join([*lines, "", words.strip(), ""]).encode("utf-8")
    return add_sources(folder, (), found=[Found(content, "note", media_hint="text/plain")])


def _one_line(value: str) -> str:
    return " ".join(value.split())
