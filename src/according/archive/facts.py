"""Facts in and out: cases, captures, receipts, documents, texts, decisions, protections, allocated ids. Rows are added, never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from according.archive.rows import decode
from according.archive.store import Store, dump, require_sight
from according.archive.viewer import Viewer
from according.domain.capture import Capture, Receipt
from according.domain.codec import digest, from_json
from according.domain.decision import Decision
from according.domain.document import Document


def add_case(store: Store, case: str, title: str, created: str) -> None:
    """A new case."""
    store.run("INSERT INTO archive_case (id, title, created) VALUES (%s,%s,%s)", (case, title, created))


def list_cases(store: Store, viewer: Viewer) -> list[tuple[str, str]]:
    """Id and title of the cases the viewer may see, oldest first."""
    rows = store.rows("SELECT id, title FROM archive_case ORDER BY created, id")
    return [(row[0], row[1]) for row in rows if viewer.may_see(row[0])]


def add_captures(store: Store, captures: Iterable[Capture]) -> None:
    """Rows for blobs that are in the vault; known ones are left alone."""
    store.many(
        "INSERT INTO archive_capture (sha256, size, media_type) VALUES (%s,%s,%s) ON CONFLICT (sha256) DO NOTHING",
        [(item.sha256, item.size, item.media_type) for item in captures],
    )


def add_receipts(store: Store, case: str, receipts: Iterable[Receipt]) -> None:
    """One row for each act of receiving."""
    store.many(
        "INSERT INTO archive_receipt (case_id, capture_id, origin, received, body) VALUES (%s,%s,%s,%s,%s)",
        [(case, item.capture, item.origin, item.received, dump(item)) for item in receipts],
    )


def known_receipts(store: Store, viewer: Viewer, case: str) -> set[tuple[str, str]]:
    """(sha256, origin) of all that was received in the case."""
    require_sight(viewer, case)
    return {
        (row[0], row[1])
        for row in store.rows("SELECT capture_id, origin FROM archive_receipt WHERE case_id=%s", (case,))
    }


def receipts_of(store: Store, viewer: Viewer, case: str, sha256: str) -> list[Receipt]:
    """Every act by which this capture was received, in order."""
    require_sight(viewer, case)
    rows = store.rows("SELECT body FROM archive_receipt WHERE case_id=%s AND capture_id=%s ORDER BY id", (case, sha256))
    return [from_json(Receipt, row[0] if isinstance(row[0], dict) else json.loads(row[0])) for row in rows]


def load_receipts(store: Store, viewer: Viewer, case: str) -> dict[str, list[Receipt]]:
    """Every act of receiving in this case, in order, by capture."""
    require_sight(viewer, case)
    found: dict[str, list[Receipt]] = {}
    for capture, body in store.rows(
        "SELECT capture_id, body FROM archive_receipt WHERE case_id=%s ORDER BY id", (case,)
    ):
        receipt = from_json(Receipt, body if isinstance(body, dict) else json.loads(body))
        found.setdefault(capture, []).append(receipt)
    return found


def list_captures(store: Store) -> list[tuple[str, bool]]:
    """(sha256, withdrawn) of every capture, for verifying the vault."""
    return [
        (row[0], row[1] is not None)
        for row in store.rows("SELECT sha256, withdrawn FROM archive_capture ORDER BY sha256")
    ]


def add_documents(store: Store, case: str, documents: Sequence[Document], created: str) -> tuple[list[str], list[str]]:
    """Documents and their texts; returns (ids newly added, ids updated with a different text or different data).

    A document whose newest text and data are the same is left as it is.
    """
    newest = _newest_digests(store, case)
    fresh: dict[str, Document] = {}
    added: list[str] = []
    updated: list[str] = []
    texts = []
    for document in documents:
        body_digest = digest(replace(document, capture=None))
        known = newest.get(document.id)
        if known == body_digest:
            continue
        if known is None and document.id not in fresh:
            added.append(document.id)
        elif document.id not in added:
            updated.append(document.id)
        fresh[document.id] = document
        newest[document.id] = body_digest
        bare = replace(document, text=replace(document.text, content=""))
        texts.append(
            (
                document.id,
                document.text.digest,
                body_digest,
                document.capture,
                document.parser,
                document.text.content,
                dump(bare),
            )
        )
    store.many(
        "INSERT INTO archive_document (id, case_id, key, created) VALUES (%s,%s,%s,%s) ON CONFLICT (id) DO NOTHING",
        [(item, case, fresh[item].key, created) for item in added],
    )
    store.many(
        "INSERT INTO archive_text (document_id, digest, body_digest, capture, parser, content, body) VALUES (%s,%s,%s,%s,%s,%s,%s)",
        texts,
    )
    return added, updated


def _newest_digests(store: Store, case: str) -> dict[str, str]:
    sql = """SELECT t.document_id, t.body_digest FROM archive_text t JOIN archive_document d ON d.id = t.document_id
             WHERE d.case_id = %s ORDER BY t.id"""
    return {row[0]: row[1] for row in store.rows(sql, (case,))}


def body_digests(store: Store, viewer: Viewer, case: str) -> dict[str, str]:
    """Document id → digest of its text and data in force."""
    require_sight(viewer, case)
    return _newest_digests(store, case)


_NEWEST = """SELECT t.content, t.body FROM archive_text t JOIN archive_document d ON d.id = t.document_id
             WHERE d.case_id = %s AND t.id = (SELECT MAX(u.id) FROM archive_text u WHERE u.document_id = d.id)"""


def load_documents(store: Store, viewer: Viewer, case: str, ids: Sequence[str] | None = None) -> list[Document]:
    """Documents with their texts in force, ordered by id; all of the case, or those named."""
    require_sight(viewer, case)
    if ids is None:
        rows = store.rows(_NEWEST + " ORDER BY d.id", (case,))
    else:
        rows = []
        for piece in (ids[at : at + 400] for at in range(0, len(ids), 400)):
            wanted = ",".join("%s" for _ in piece)
            rows += store.rows(_NEWEST + f" AND d.id IN ({wanted}) ORDER BY d.id", (case, *piece))
    return [_document(content, body) for content, body in rows]


def load_text(store: Store, viewer: Viewer, case: str, document: str, text_digest: str) -> Document | None:
    """A document as it was under an earlier text, or None."""
    require_sight(viewer, case)
    row = store.one(
        "SELECT content, body FROM archive_text WHERE document_id=%s AND digest=%s ORDER BY id DESC LIMIT 1",
        (document, text_digest),
    )
    return _document(row[0], row[1]) if row else None


def _document(content: str, body: str) -> Document:
    bare = decode(Document, body)
    return replace(bare, text=replace(bare.text, content=content))


def add_decision(store: Store, case: str, decision: Decision) -> None:
    """Append one decision."""
    store.run(
        "INSERT INTO archive_decision (sequence, id, case_id, verdict, subject, body) VALUES (%s,%s,%s,%s,%s,%s)",
        (decision.sequence, decision.id, case, decision.verdict.value, decision.subject, dump(decision)),
    )


def next_decision(store: Store) -> int:
    """The sequence number of the next decision."""
    row = store.one("SELECT MAX(sequence) FROM archive_decision")
    return int(row[0] or 0) + 1 if row else 1


def load_decisions(store: Store, viewer: Viewer, case: str) -> list[Decision]:
    """Every decision of a case in the order made."""
    require_sight(viewer, case)
    rows = store.rows("SELECT body FROM archive_decision WHERE case_id=%s ORDER BY sequence", (case,))
    return [from_json(Decision, row[0] if isinstance(row[0], dict) else json.loads(row[0])) for row in rows]


def add_protection(store: Store, case: str, subject: str, names: Sequence[str], decision: str, lifted: bool) -> None:
    """Protect names (or lift it by a newer row for the same subject)."""
    store.run(
        "INSERT INTO archive_protection (case_id, subject, names, lifted, decision) VALUES (%s,%s,%s,%s,%s)",
        (case, subject, json.dumps(list(names), ensure_ascii=False), lifted, decision),
    )


def iter_protections(store: Store, viewer: Viewer, case: str) -> Iterator[tuple[str, tuple[str, ...], bool, str]]:
    """Subject, names, lifted, decision id of every protection row in order."""
    require_sight(viewer, case)
    rows = store.rows(
        "SELECT subject, names, lifted, decision FROM archive_protection WHERE case_id=%s ORDER BY id", (case,)
    )
    for subject, names, lifted, decision in rows:
        yield subject, tuple(names if isinstance(names, list) else json.loads(names)), bool(lifted), decision


def add_allocated(store: Store, case: str, pairs: Iterable[tuple[str, str]]) -> None:
    """Remember that an id (second) was given out for a mention or statement (first)."""
    store.many(
        "INSERT INTO archive_allocated (case_id, member, id_given) VALUES (%s,%s,%s) ON CONFLICT (case_id, id_given, member) DO NOTHING",
        [(case, member, given) for member, given in pairs],
    )


def load_allocated(store: Store, viewer: Viewer, case: str) -> dict[str, str]:
    """Member → id given out; the earliest wins."""
    require_sight(viewer, case)
    out: dict[str, str] = {}
    for member, given in store.rows(
        "SELECT member, id_given FROM archive_allocated WHERE case_id=%s ORDER BY id", (case,)
    ):
        out.setdefault(member, given)
    return out
