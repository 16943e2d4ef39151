"""Marks of real cases and the texts they speak of in, cases ready to be reconciled out. Keeps places and fields, never the texts.

A case is one .jsonl beside this file (see MARKING.md): a line for the case, one for each document, then one for each person, event,
question, dispute and so on. The texts are the rows `bench/reading/convert.py` makes in GOLD, or the documents of a page one has.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from according import compare, parse, read, reconcile
from according.domain.capture import Found
from according.domain.casefile import CaseFile
from according.domain.document import Document, Outlet
from according.domain.statement import Judged, Statement
from according.flow.settle import settle
from according.read import plain_document

HERE = Path(__file__).resolve().parent
CASE = "bench"


class At(NamedTuple):
    """A passage: short name of the document, start and end in code points."""

    document: str
    start: int
    end: int


@dataclass(frozen=True)
class Marks:
    """What a careful reader found in one case. `rows` by kind: person, event, question, dispute, agreement, custody, held, proceeding."""

    name: str
    part: str
    documents: tuple[dict[str, Any], ...]
    rows: dict[str, tuple[dict[str, Any], ...]]

    def of(self, kind: str) -> tuple[dict[str, Any], ...]:
        """The marks of one kind, in the order of the file."""
        return self.rows.get(kind, ())


@dataclass
class Case:
    """One case with its texts, and what the program makes of them."""

    marks: Marks
    documents: dict[str, Document]  # by short name
    judged: list[Judged] = field(default_factory=list)
    case_file: CaseFile = field(default_factory=lambda: CaseFile(CASE))

    @property
    def statements(self) -> list[Statement]:
        """What the reader proposes, all documents together."""
        return [item.statement for item in self.judged]

    def text(self, at: At) -> str:
        """The words of a passage on one line."""
        return " ".join(self.documents[at.document].text.content[at.start : at.end].split())


def load_marks(path: Path) -> Marks:
    """The marks of one file."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    kinds = {line["kind"] for line in lines} - {"case", "document"}
    rows = {kind: tuple(line for line in lines if line["kind"] == kind) for kind in kinds}
    head = next(line for line in lines if line["kind"] == "case")
    return Marks(head["name"], head["part"], tuple(line for line in lines if line["kind"] == "document"), rows)


def load_all(folder: Path = HERE) -> list[Marks]:
    """Every case marked, development first."""
    return sorted((load_marks(path) for path in folder.glob("*.jsonl")), key=lambda one: (one.part, one.name))


def places(rows: Sequence[Sequence[Any]]) -> list[At]:
    """Passages as a file keeps them: [document, start, end]."""
    return [At(row[0], row[1], row[2]) for row in rows]


def digest_of(text: str) -> str:
    """The first 16 hexadecimal digits of the text's SHA-256 in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@lru_cache(maxsize=8)
def corpus(path: Path) -> dict[str, str]:
    """Texts of one set by id."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return {row["id"]: row["text"] for row in rows}


def missing_sets(marks: Marks, gold: Path, page: Path | None) -> list[str]:
    """What the case needs and is not there."""
    needed = {row["corpus"] for row in marks.documents}
    there = {name for name in needed if name != "page" and (gold / f"{name}.jsonl").exists()}
    return sorted(needed - there - ({"page"} if page is not None else set()))


def find_documents(rows: Sequence[dict[str, Any]], gold: Path, page: Path | None) -> dict[str, Document]:
    """The documents by short name, each with the day, outlet and language its line says. Raises ValueError where a text has changed."""
    held = _page_documents(page) if page is not None else ()
    found: dict[str, Document] = {}
    for row in rows:
        if row["corpus"] == "page":
            document = held[row["id"]] if row["id"] < len(held) else None
        else:
            document = _plain(row, corpus(gold / f"{row['corpus']}.jsonl")[row["id"]])
        if document is None or ("digest" in row and digest_of(document.text.content) != row["digest"]):
            raise ValueError(f"document {row['short']} of {row['corpus']} is not the text that was marked")
        found[row["short"]] = document
    return found


def _plain(row: dict[str, Any], text: str) -> Document:
    made = plain_document(text, published=row["published"], language=row["language"])
    key = f"{row['corpus']} {row['id']}"
    return replace(
        made, id=f"d-{digest_of(key)[:12]}", case=CASE, key=key, title=f"report {row['short']}", outlet=Outlet(row["outlet"])
    )  # fmt: skip


@lru_cache(maxsize=2)
def _page_documents(page: Path) -> tuple[Document, ...]:
    return parse.parse(Found(page.read_bytes(), page.name), case=CASE).documents


def reconciled(marks: Marks, gold: Path, page: Path | None) -> Case:
    """The case read, compared and reconciled, as an archive without decisions would."""
    case = Case(marks, find_documents(marks.documents, gold, page))
    documents = list(case.documents.values())
    statements = [statement for document in documents for statement in read.statements(document)]
    case.judged = list(settle(documents, statements, ()))
    shared = compare.shared_passages(documents)
    case.case_file = reconcile.reconcile(CASE, documents, case.judged, shared, (), {})
    return case
