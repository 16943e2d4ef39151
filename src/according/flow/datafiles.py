"""What an edition holds in, its data files out, line by line: a line whose noun did not change is copied from the last run.

The bytes are those of a full run whatever was kept: the kept file is used only when its digest is what was noted of it.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from according.domain.casefile import CaseFile
from according.domain.document import Document
from according.domain.shared import SharedPassage
from according.domain.statement import Judged
from according.export.documents import document_row, same_of
from according.export.findings import dispute_row, entity_row, event_row, shared_row
from according.export.rows import Row, plain_row
from according.export.statements import statement_row
from according.export.table import csv_line, json_lines
from according.present.pages import look_digest
from according.publish import Download, Edition

SELF = (
    "documents", "statements", "people", "events", "disputes", "organisations", "places", "origins", "shared", "references",
)  # fmt: skip
SELF_TABLES = ("statements", "people", "events", "disputes")
PUBLIC = ("documents", "statements", "events", "disputes")  # a list of people is never a file to take away
_ENTRY = struct.Struct("<16sI")
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Shelf:
    """What data files are made of."""

    documents: Sequence[Document]
    judged: Sequence[Judged]
    case_file: CaseFile
    shared: Sequence[SharedPassage] = ()


@dataclass(frozen=True, slots=True)
class _Lines:
    """The nouns behind one file, a stamp of each, and how one becomes a row."""

    nouns: Sequence[Any]
    stamps: Sequence[bytes]
    row: Callable[[Any], Row]


def plan_data(shelf: Shelf, cache: Path | None) -> tuple[dict[str, Download], dict[str, str]]:
    """Data files of the edition for oneself, and the stamp of each document with its statements."""
    lines = {what: _lines(what, shelf) for what in SELF}
    files = {f"{what}.jsonl": _plan(f"{what}.jsonl", lines[what], cache) for what in SELF}
    files |= {f"{what}.csv": _plan(f"{what}.csv", lines[what], cache) for what in SELF_TABLES}
    found: dict[str, Any] = {
        doc.id: hashlib.sha256(stamp) for doc, stamp in zip(shelf.documents, lines["documents"].stamps, strict=True)
    }
    for judged, stamp in zip(shelf.judged, lines["statements"].stamps, strict=True):
        if judged.statement.document in found:
            found[judged.statement.document].update(stamp)
    return files, {id: made.hexdigest() for id, made in found.items()}


def plan_public_data(edition: Edition) -> dict[str, Download]:
    """Data files of what was let out, from the reduced edition alone."""
    judged = [one for group in edition.judged.values() for one in group]
    shelf = Shelf(edition.documents, judged, edition.case_file)
    return {f"{what}.jsonl": _plan(f"{what}.jsonl", _lines(what, shelf), None) for what in PUBLIC}


_ROWS: dict[str, Callable[[Any], Row]] = {
    "events": event_row,
    "disputes": dispute_row,
    "origins": plain_row,
    "references": plain_row,
}


def _lines(what: str, shelf: Shelf) -> _Lines:
    nouns: Sequence[Any]
    row: Callable[[Any], Row]
    if what == "documents":
        same = same_of(shelf.case_file)
        nouns = [(doc, same.get(doc.id, ())) for doc in shelf.documents]
        row = _document_row
    elif what == "statements":
        nouns, row = shelf.judged, statement_row
    elif what == "shared":
        nouns, row = shelf.shared, shared_row
    else:
        nouns = getattr(shelf.case_file, what)
        row = _ROWS.get(what, entity_row)
    return _Lines(nouns, [hashlib.sha256(_encode(noun)).digest()[:16] for noun in nouns], row)


def _document_row(held: tuple[Document, Sequence[str]]) -> Row:
    return document_row(*held)


def _plan(name: str, lines: _Lines, cache: Path | None) -> Download:
    stamp = hashlib.sha256(b"".join((_version(), name.encode(), *lines.stamps))).hexdigest()
    return Download(stamp, partial(_make, name, lines, cache))


def _make(name: str, lines: _Lines, cache: Path | None) -> bytes:
    spell = _spell_csv if name.endswith(".csv") else _spell_json
    kept = _load_kept(cache / name) if cache else {}
    made = [kept.get(stamp) or spell(lines.row(noun)) for stamp, noun in zip(lines.stamps, lines.nouns, strict=True)]
    if cache:
        _keep(cache / name, lines.stamps, made)
    if name.endswith(".csv"):
        head = csv_line(lines.row(lines.nouns[0])) if lines.nouns else "\n"
        made.insert(0, head.encode())
    return b"".join(made)


def _spell_json(row: Row) -> bytes:
    return "".join(json_lines([row])).encode("utf-8", "replace")


def _spell_csv(row: Row) -> bytes:
    return csv_line(row.values()).encode("utf-8", "replace")


@lru_cache(maxsize=1)
def _version() -> bytes:
    """Changes when the code that makes rows or words changes: nothing kept is used then."""
    room = sorted((part for part in files("according.export").iterdir() if part.is_file()), key=lambda part: part.name)
    code = b"".join(part.read_bytes() for part in room)
    return hashlib.sha256(code + look_digest().encode()).digest()


def _load_kept(path: Path) -> Mapping[bytes, bytes]:
    """Lines of the last run by stamp; none when what is kept is not whole."""
    try:
        noted = path.with_name(path.name + ".lines").read_bytes()
        content = path.read_bytes()
    except OSError:
        return {}
    head, entries = noted[:64], noted[64:]
    if head != _version() + hashlib.sha256(content + entries).digest() or len(entries) % _ENTRY.size:
        return {}
    return dict(_cut(content, entries))


def _cut(content: bytes, entries: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    for stamp, length in _ENTRY.iter_unpack(entries):
        yield stamp, content[at : at + length]
        at += length


def _keep(path: Path, stamps: Sequence[bytes], made: Sequence[bytes]) -> None:
    """Keep the lines for the next run. The note is written last and holds the digest of the file: half is never used."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = b"".join(made)
    entries = b"".join([_ENTRY.pack(stamp, len(line)) for stamp, line in zip(stamps, made, strict=True)])
    path.write_bytes(content)
    noted = _version() + hashlib.sha256(content + entries).digest() + entries
    path.with_name(path.name + ".lines").write_bytes(noted)
