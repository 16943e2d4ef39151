"""Decisions laid over readings: what each statement says now, and where it stands with people. Pure; loses no decision."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from according.archive.findings import content_digest
from according.domain.codec import from_json, to_json
from according.domain.decision import Decision, Verdict
from according.domain.document import Author, Dated, Document, Outlet, text_digest
from according.domain.identity import statement_id
from according.domain.passage import Span, passage_at
from according.domain.statement import AboutKind, Judged, State, Statement
from according.flow.following import lost_footings
from according.flow.zones import repair_zones

ON_STATEMENTS = (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT)


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions that stand, in the order made: what an undo that itself stands has undone is left out."""
    undone: set[str] = set()
    standing = []
    for decision in sorted(decisions, key=lambda item: item.sequence, reverse=True):
        if decision.id in undone:
            continue
        if decision.verdict is Verdict.UNDO:
            undone.add(decision.other or "")
            continue
        standing.append(decision)
    return standing[::-1]


def undone_ids(decisions: Iterable[Decision]) -> frozenset[str]:
    """Ids of decisions, assessments and wordings that were taken back, by an undo that was not itself taken back."""
    undone: set[str] = set()
    for decision in sorted(decisions, key=lambda item: item.sequence, reverse=True):
        if decision.verdict is Verdict.UNDO and decision.id not in undone:
            undone.add(decision.other or "")
    return frozenset(undone)


def settle(
    documents: Sequence[Document], statements: Sequence[Statement], decisions: Iterable[Decision]
) -> list[Judged]:
    """Every statement as it stands, ordered by document, place and id. Accepted ones stay even when no reading has them."""
    texts = {document.id: document for document in documents}
    by_id = {statement.id: statement for statement in statements}
    told: dict[str, list[tuple[Decision, Statement | None]]] = {}
    for decision in in_force(decisions):
        if decision.verdict not in ON_STATEMENTS:
            continue
        content = statement_of(decision)
        if content is not None:
            moved = follow(content, texts.get(content.document))
            if moved is None:
                continue  # it waits for a person: waiting_decisions lists it
            content = moved
        told.setdefault(content.id if content else decision.subject, []).append((decision, content))
    judged = [
        _judge(by_id.get(identity), told.get(identity, []))
        for identity in sorted(by_id.keys() | told.keys())
        if identity in by_id or any(content is not None for _, content in told[identity])
    ]
    kept = [item for item in judged if item is not None]
    return sorted(
        _disown(kept), key=lambda item: (item.statement.document, item.statement.anchor.start, item.statement.id)
    )


def _judge(reading: Statement | None, told: list[tuple[Decision, Statement | None]]) -> Judged | None:
    if not told:
        return Judged(reading) if reading is not None else None
    last, content = told[-1]
    same = reading is not None and content_digest(reading) == last.seen
    if last.verdict is Verdict.REJECT:
        if reading is None:
            return None
        if same or (content is not None and content_digest(content) == content_digest(reading)):
            return Judged(reading, State.REJECTED)
        return Judged(reading, earlier_decision="rejected")
    stands = content if content is not None else reading
    if stands is None:
        return None
    overrides: dict[str, str] = {}
    for decision, _ in told:
        overrides.update(dict(decision.overrides) if decision.verdict is Verdict.CORRECT else {})
    differs = reading is not None and content_digest(reading) != content_digest(stands)
    return Judged(
        stands,
        State.ACCEPTED,
        tuple(sorted(overrides.items())),
        reading if differs and not same else None,
    )


def _disown(judged: list[Judged]) -> list[Judged]:
    """Mark statements that another statement, not rejected, says were retracted or obtained under duress."""
    marks: dict[str, str] = {}
    for item in judged:
        about = item.statement.about
        if about is None or item.state is State.REJECTED:
            continue
        if about.kind is AboutKind.RETRACTS:
            marks.setdefault(about.statement, "retracted")
        elif about.kind is AboutKind.UNDER_DURESS:
            marks[about.statement] = "coerced"
    return [replace(item, disowned=marks[item.statement.id]) if item.statement.id in marks else item for item in judged]


def statement_of(decision: Decision) -> Statement | None:
    """The content a decision was about, as the person left it."""
    return from_json(Statement, json.loads(decision.content)) if decision.content else None


def follow(content: Statement, document: Document | None) -> Statement | None:
    """The statement in the document's text in force: itself, or moved where its words are found exactly once, or None."""
    quote = content.quote
    if document is None:
        return None
    if document.text.digest == quote.digest:
        return content
    wanted = quote.prefix + quote.exact + quote.suffix
    at = document.text.content.find(wanted)
    if at < 0 or document.text.content.find(wanted, at + 1) >= 0:
        return None
    shift = at + len(quote.prefix) - quote.start
    moved = _shift_statement(content, shift, quote.start, quote.end)
    anchor = Span(content.anchor.start + shift, content.anchor.end + shift)
    return replace(
        moved,
        id=statement_id(
            document.id, document.text.digest, anchor.start, anchor.end, content.kind.value, content.ordinal
        ),
        quote=passage_at(
            document.id, document.text.digest, document.text.content, quote.start + shift, quote.end + shift
        ),
        anchor=anchor,
    )


def _shift_statement(content: Statement, shift: int, start: int, end: int) -> Statement:
    """The same content with the spans inside the quote moved; spans elsewhere cannot be trusted and are dropped."""

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(item) for item in node]
        if not isinstance(node, dict):
            return node
        out = {key: walk(item) for key, item in node.items() if key not in ("start", "end")}
        if isinstance(node.get("start"), int) and isinstance(node.get("end"), int):
            if start <= node["start"] and node["end"] <= end:
                out |= {"start": node["start"] + shift, "end": node["end"] + shift}
            elif set(node) == {"start", "end"}:
                return None
        return out

    data = to_json(content)
    fields = {key: walk(data[key]) for key in ("speakers", "participants", "count", "when", "where") if key in data}
    return from_json(Statement, {**data, **{key: value for key, value in fields.items() if value is not None}})


def waiting_decisions(documents: Sequence[Document], decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions whose words are not found exactly once in the text in force: they wait for a person, and nothing is lost."""
    decisions = list(decisions)
    texts = {document.id: document for document in documents}
    out = []
    for decision in in_force(decisions):
        if decision.verdict not in ON_STATEMENTS:
            continue
        content = statement_of(decision)
        if content is not None and follow(content, texts.get(content.document)) is None:
            out.append(decision)
    return [*out, *lost_footings(in_force(decisions), documents)]


DOCUMENT_FIELDS = ("title", "outlet", "author", "published", "posted", "written", "language", "url")


def correct_documents(documents: Sequence[Document], decisions: Iterable[Decision]) -> list[Document]:
    """Documents with zones repaired where there is proof, and the data that people set laid over all."""
    changes: dict[str, dict[str, str]] = {}
    for decision in in_force(decisions):
        if decision.verdict is Verdict.SET:
            changes.setdefault(decision.subject, {}).update(dict(decision.overrides))
    return [
        _correct(document, changes[document.id]) if document.id in changes else document
        for document in repair_zones(documents)
    ]


def _correct(document: Document, change: Mapping[str, str]) -> Document:
    values: dict[str, Any] = {}
    for field, spelled in change.items():
        value = json.loads(spelled)
        if field in ("published", "posted", "written"):
            values[field] = Dated(value, "a person's decision") if value else None
        elif field == "outlet":
            values[field] = Outlet(value, document.outlet.address if document.outlet else None) if value else None
        elif field == "author":
            values["authors"] = tuple(Author(name.strip()) for name in value.split(";")) if value else ()
        elif field in DOCUMENT_FIELDS:
            values[field] = value
    return replace(document, **values)


def check_text(document: Document) -> bool:
    """Whether a document's text is what its digest says."""
    return text_digest(document.text.content) == document.text.digest
