"""Exports: what the archive knows as JSON Lines with the contract's keys, and the flat CSV twin. Reads only."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from according.archive import facts, findings
from according.domain.casefile import CaseFile
from according.domain.codec import to_json
from according.domain.document import Document
from according.domain.entity import Entity
from according.domain.event import Dispute, Event
from according.domain.shared import SharedPassage
from according.domain.statement import Judged, Statement, Value
from according.errors import BadInput
from according.flow.folder import CaseFolder
from according.flow.settle import correct_documents, settle, waiting_decisions
from according.present.sentences import explain_dispute
from according.publish.linking import link_judged, owners_of

Row = dict[str, Any]


@dataclass
class Holdings:
    """What exports and publications read, loaded when first asked for."""

    folder: CaseFolder

    @cached_property
    def decisions(self) -> list[Any]:
        """Every decision in the order made."""
        return facts.load_decisions(self.folder.store, self.folder.viewer, self.folder.case)

    @cached_property
    def documents(self) -> list[Document]:
        """Documents with people's corrections laid over."""
        return correct_documents(
            facts.load_documents(self.folder.store, self.folder.viewer, self.folder.case), self.decisions
        )

    @cached_property
    def judged(self) -> list[Judged]:
        """Statements as they stand."""
        statements = findings.load_statements(self.folder.store, self.folder.viewer, self.folder.case)
        return settle(self.documents, statements, self.decisions)

    @cached_property
    def linked(self) -> list[Judged]:
        """Statements as they stand, each actor tied to the entity that holds its mention: for readers, never for decisions."""
        owners = owners_of(self.case_file)
        return [link_judged(one, owners) for one in self.judged]

    @cached_property
    def case_file(self) -> CaseFile:
        """The case file as last made."""
        return findings.load_case_file(self.folder.store, self.folder.viewer, self.folder.case)

    @cached_property
    def shared(self) -> list[SharedPassage]:
        """Shared passages."""
        return findings.load_shared(self.folder.store, self.folder.viewer, self.folder.case)


def export(folder: CaseFolder, what: str, form: str = "jsonl", held: Holdings | None = None) -> str:
    """The whole export as text. Raises BadInput for an export or format that does not exist."""
    if what not in EXPORTS:
        raise BadInput(f"There is no export '{what}'; there are {', '.join(sorted(EXPORTS))}.")
    rows = list(EXPORTS[what](held or Holdings(folder)))
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False, sort_keys=False) + "\n" for row in rows)
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        return as_csv(rows)
    raise BadInput(f"There is no format '{form}'; there are jsonl, json and csv.")


def document_row(document: Document, same: Sequence[str] = ()) -> Row:
    """A document with the contract's keys; the same keys are an input format."""
    post = document.post
    return {
        "id": document.id,
        "key": document.key,
        "title": document.title,
        "outlet": document.outlet.name if document.outlet else None,
        "outlet_address": document.outlet.address if document.outlet else None,
        "author": "; ".join(author.name for author in document.authors) or None,
        "authors": to_json(document.authors),
        "published": document.published.edtf if document.published else None,
        "published_doubt": document.published.doubt if document.published else "missing",
        "published_basis": document.published.basis if document.published else None,
        "published_raw": document.published.raw if document.published else None,
        "posted": document.posted.edtf if document.posted else None,
        "posted_doubt": document.posted.doubt if document.posted else None,
        "posted_basis": document.posted.basis if document.posted else None,
        "posted_raw": document.posted.raw if document.posted else None,
        "written": document.written.edtf if document.written else None,
        "same_publication": list(same),
        "url": document.url,
        "language": document.language,
        "genre": document.genre.value,
        "text": document.text.content,
        "post": None if post is None else {
            "id": post.id, "title": post.title, "position": post.position, "reports": post.reports, "order": post.order,
            "url": post.url, "outlet": to_json(post.outlet), "author": post.author, "posted": to_json(post.posted),
            "categories": list(post.categories), "tags": list(post.tags), "terms": to_json(post.terms),
            "comments": post.comments,
        },
        "capture": document.capture,
        "claimed_capture": document.claimed_capture,
        "parser": document.parser,
        "repost_of": to_json(document.repost_of),
        "sections": to_json(document.sections),
        "blocks": to_json(document.text.blocks),
        "marks": to_json(document.text.marks),
        "endnotes": to_json(document.endnotes),
        "comments": to_json(document.comments),
        "calls": to_json(document.calls),
        "media": to_json(document.media),
    }  # fmt: skip


def same_of(case_file: CaseFile) -> dict[str, list[str]]:
    """The other documents that are the same publication, by document."""
    return {one: [other for other in group if other != one] for group in case_file.same_publication for one in group}


def _documents(held: Holdings) -> Iterator[Row]:
    same = same_of(held.case_file)
    for document in held.documents:
        yield document_row(document, same.get(document.id, ()))


def statement_row(judged: Judged) -> Row:
    """A statement with the contract's keys."""
    item = judged.statement
    return {
        "id": item.id,
        "document": item.document,
        "quote": item.quote.exact,
        "start": item.quote.start,
        "end": item.quote.end,
        "anchor": {"start": item.anchor.start, "end": item.anchor.end, "text": _anchor_text(item)},
        "kind": item.kind.value,
        "type": item.type,
        "phase": item.phase.value,
        "polarity": item.polarity.value,
        "stance": item.stance.value,
        "about": to_json(item.about),
        "speakers": [_actor_row(speaker) for speaker in item.speakers],
        "participants": [_actor_row(participant) for participant in item.participants],
        "count": count_row(item),
        "when": item.when.edtf if item.when else None,
        "when_words": item.when.words if item.when else None,
        "when_rule": item.when.rule if item.when else None,
        "when_doubt": list(item.when.doubt) if item.when else [],
        "where": item.where.name if item.where else None,
        "where_detail": to_json(item.where),
        "value": value_row(item.value),
        "cites": list(item.cites),
        "proposed_by": item.rule,
        "inferred": list(item.inferred),
        "state": judged.state.value,
        "corrections": {field: json.loads(value) for field, value in judged.corrections},
        "disowned": judged.disowned,
        "earlier_decision": judged.earlier_decision,
        "changed_reading": None if judged.reading is None else judged.reading.quote.exact,
    }


def _anchor_text(item: Statement) -> str | None:
    start, end = item.anchor.start - item.quote.start, item.anchor.end - item.quote.start
    return item.quote.exact[start:end] if 0 <= start < end <= len(item.quote.exact) else None


def _actor_row(actor: Any) -> Row:
    row: Row = {name: to_json(getattr(actor, name)) for name in actor.__dataclass_fields__}
    if row.get("count") is not None and actor.count is not None:
        row["count"] = _full(actor.count)
    return row


def _full(noun: Any) -> Row:
    return {name: to_json(getattr(noun, name)) for name in noun.__dataclass_fields__}


def count_row(item: Statement) -> Row | None:
    """The count with every key, or None."""
    return _full(item.count) if item.count else None


def value_row(value: Value | None) -> Row | None:
    """The value as one flat object in the contract's terms."""
    if value is None:
        return None
    row: Row = {}
    for name in ("charge", "sentence", "role", "ownership", "statistic"):
        part = getattr(value, name)
        if part is not None:
            row |= _full(part)
    if value.outcome is not None:
        row |= {"outcome": value.outcome.outcome, "from": value.outcome.before, "to": value.outcome.after}
    if value.methods:
        row["methods"] = list(value.methods)
    for name in ("release", "cause", "condition", "content", "kin", "duration"):
        if getattr(value, name) is not None:
            row[name] = getattr(value, name)
    for name in ("reason", "money"):
        if getattr(value, name) is not None:
            row[name] = _full(getattr(value, name))
    return row or None


def _statements(held: Holdings) -> Iterator[Row]:
    for judged in held.linked:
        yield statement_row(judged)


def _entity_rows(part: str) -> Callable[[Holdings], Iterator[Row]]:
    def rows(held: Holdings) -> Iterator[Row]:
        for entity in getattr(held.case_file, part):
            yield entity_row(entity)

    return rows


def entity_row(entity: Entity) -> Row:
    """A person, organisation, group or place with the contract's keys."""
    row = {
        "id": entity.id,
        "name": entity.name,
        "names": to_json(entity.names),
        "statements": list(entity.statements),
        "roles": list(entity.roles),
        "description": entity.description,
        "unnamed": entity.unnamed,
        "ties": to_json(entity.ties),
        "joins": to_json(entity.joins),
        "maybe_same": to_json(entity.maybe_same),
        "mentions": list(entity.mentions),
    }
    if entity.kind.value == "place":
        row |= {
            "country": entity.country,
            "latitude": entity.latitude,
            "longitude": entity.longitude,
            "place_kind": entity.place_kind,
        }
    return row


def event_row(event: Event) -> Row:
    """An event with the contract's keys."""
    return {
        "id": event.id,
        "type": event.type,
        "when": event.when,
        "where": event.where,
        "statements": list(event.statements),
        "accounts": [
            {
                "id": account.id,
                "aspect": account.aspect.value,
                "value": to_json(account.value),
                "scope": account.scope,
                "speaker": account.speaker,
                "speaker_kind": account.speaker_kind,
                "as_of": account.as_of,
                "relations": to_json(account.relations),
                "statements": list(account.statements),
                "documents": list(account.documents),
                "outlet": account.outlet,
                "stance": account.stance,
            }
            for account in event.accounts
        ],
        "place": event.place,
        "people": list(event.people),
        "types": list(event.types),
        "facts": dict(event.facts),
        "lists": [plain_row(one) for one in event.lists],
    }


def _plain(part: str) -> Callable[[Holdings], Iterator[Row]]:
    def rows(held: Holdings) -> Iterator[Row]:
        for item in getattr(held.case_file, part):
            yield plain_row(item)

    return rows


def plain_row(item: Any) -> Row:
    """A noun whose fields are the contract's keys."""
    return {name: to_json(getattr(item, name)) for name in item.__dataclass_fields__}


def dispute_row(dispute: Dispute) -> Row:
    """A dispute with the contract's keys."""
    return {
        "id": dispute.id,
        "kind": dispute.kind.value,
        "about": {dispute.about_kind: dispute.about, "aspect": dispute.aspect.value if dispute.aspect else None},
        "values": to_json(dispute.values),
        "explanation": explain_dispute(dispute),
        "possible": dispute.possible,
        "facts": dict(dispute.facts),
        "decided": dispute.decided,
        "why": dispute.why,
        "look_again": dispute.look_again,
    }


def shared_row(item: SharedPassage) -> Row:
    """Words that stand in two documents, with the contract's keys."""
    return {
        "a": {"document": item.a, "start": item.a_span.start, "end": item.a_span.end},
        "b": {"document": item.b, "start": item.b_span.start, "end": item.b_span.end},
        "similarity": item.similarity,
        "earlier": item.earlier.value,
        "why": item.why,
    }


def _calls(held: Holdings) -> Iterator[Row]:
    for document in held.documents:
        for number, call in enumerate(document.calls, 1):
            yield {"id": f"{document.id}-call-{number}", "document": document.id} | _full(call)


def _decisions(held: Holdings) -> Iterator[Row]:
    waiting = {decision.id for decision in waiting_decisions(held.documents, held.decisions)}
    for decision in held.decisions:
        yield _full(decision) | {"waiting": decision.id in waiting}


def _captures(held: Holdings) -> Iterator[Row]:
    for sha256, withdrawn in facts.list_captures(held.folder.store):
        receipts = facts.receipts_of(held.folder.store, held.folder.viewer, held.folder.case, sha256)
        yield {"sha256": sha256, "withdrawn": withdrawn, "receipts": [_full(receipt) for receipt in receipts]}


EXPORTS: dict[str, Callable[[Holdings], Iterable[Row]]] = {
    "documents": _documents,
    "statements": _statements,
    "people": _entity_rows("people"),
    "organisations": _entity_rows("organisations"),
    "groups": _entity_rows("groups"),
    "places": _entity_rows("places"),
    "events": lambda held: map(event_row, held.case_file.events),
    "proceedings": _plain("proceedings"),
    "calls": _calls,
    "references": _plain("references"),
    "decisions": _decisions,
    "disputes": lambda held: map(dispute_row, held.case_file.disputes),
    "shared": lambda held: map(shared_row, held.shared),
    "origins": _plain("origins"),
    "captures": _captures,
}


def as_csv(rows: Sequence[Row]) -> str:
    """The flat twin: one column per key, nested values as JSON, cells that a spreadsheet would run made harmless."""
    columns: dict[str, None] = {}
    for row in rows:
        columns |= dict.fromkeys(row)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
