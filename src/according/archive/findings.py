"""Findings in and out: tasks, statements as read, shared passages, the case file. All of it may be dropped and made again."""

from __future__ import annotations

import dataclasses
import hashlib
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from according.archive.rows import decode, encode
from according.archive.store import Store, dump, marks, require_sight
from according.archive.viewer import Viewer
from according.domain.codec import digest
from according.domain.findings import PARTS, Place
from according.domain.shared import SharedPassage
from according.domain.statement import Statement


def save_tasks(store: Store, case: str, rows: Iterable[tuple[str, str, str, str, str, str | None]]) -> None:
    """Upsert tasks: step, subject, version, input digest, state, why."""
    store.many(
        """INSERT INTO archive_task (case_id, step, subject, version, input, state, why) VALUES (%s,%s,%s,%s,%s,%s,%s)
           ON CONFLICT (case_id, step, subject) DO UPDATE SET
           version=excluded.version, input=excluded.input, state=excluded.state, why=excluded.why""",
        [(case, *row) for row in rows],
    )


def load_tasks(store: Store, case: str, step: str) -> dict[str, tuple[str, str, str, str | None]]:
    """Subject → (version, input digest, state, why) of a step's tasks."""
    rows = store.rows(
        "SELECT subject, version, input, state, why FROM archive_task WHERE case_id=%s AND step=%s", (case, step)
    )
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def drop_task(store: Store, case: str, step: str) -> None:
    """Forget that a step was done for the case."""
    store.run("DELETE FROM archive_task WHERE case_id=%s AND step=%s", (case, step))


def drop_findings(store: Store, case: str) -> None:
    """Drop every finding of a case and the tasks that made them; facts and the parse ledger stay."""
    for table in ("statement", "shared", "finding"):
        store.run(f"DELETE FROM archive_{table} WHERE case_id=%s", (case,))
    store.run("DELETE FROM archive_task WHERE case_id=%s AND step <> 'parse'", (case,))


def content_digest(statement: Statement) -> str:
    """What a decision names: digest of all that a person sees of a statement, its trace left out."""
    return digest(dataclasses.replace(statement, trace=()))


def replace_statements(store: Store, case: str, document: str, statements: Sequence[Statement]) -> None:
    """The statements of one document as now read."""
    replace_many_statements(store, case, {document: statements})


def replace_many_statements(store: Store, case: str, read: dict[str, Sequence[Statement]]) -> None:
    """The same for many documents in one go."""
    store.many("DELETE FROM archive_statement WHERE document=%s", [(document,) for document in read])
    store.many(
        """INSERT INTO archive_statement (id, case_id, document, digest, kind, type, polarity, stance, start, body)
           VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        [
            (
                item.id,
                case,
                document,
                content_digest(item),
                item.kind.value,
                item.type,
                item.polarity.value,
                item.stance.value,
                item.anchor.start,
                dump(item),
            )
            for document, statements in read.items()
            for item in statements
        ],
    )


def load_statements(store: Store, viewer: Viewer, case: str, documents: Sequence[str] | None = None) -> list[Statement]:
    """Statements as read, in order of document and place; all of the case or of the documents named."""
    require_sight(viewer, case)
    wanted, args = "case_id=%s", [case]
    if documents is not None:
        if not documents:
            return []
        # by document alone: SQLite would else take the index of the case and pass over every statement of it
        wanted, args = f"document IN ({marks(documents)})", list(documents)
    rows = store.rows(f"SELECT body, case_id FROM archive_statement WHERE {wanted} ORDER BY document, start, id", args)
    return [decode(Statement, body) for body, owner in rows if owner == case]


def statement_documents(store: Store, viewer: Viewer, case: str) -> dict[str, str]:
    """Statement id → document id."""
    require_sight(viewer, case)
    return {
        row[0]: row[1] for row in store.rows("SELECT id, document FROM archive_statement WHERE case_id=%s", (case,))
    }


def save_shared(store: Store, case: str, passages: Sequence[SharedPassage]) -> None:
    """All shared passages of a case, replacing what was there."""
    store.run("DELETE FROM archive_shared WHERE case_id=%s", (case,))
    store.many(
        "INSERT INTO archive_shared (case_id, ordinal, a, b, body) VALUES (%s,%s,%s,%s,%s)",
        [(case, ordinal, item.a, item.b, dump(item)) for ordinal, item in enumerate(passages)],
    )


def load_shared(store: Store, viewer: Viewer, case: str) -> list[SharedPassage]:
    """Shared passages in order."""
    require_sight(viewer, case)
    rows = store.rows("SELECT body FROM archive_shared WHERE case_id=%s ORDER BY ordinal", (case,))
    return [decode(SharedPassage, row[0]) for row in rows]


def encode_parts(made: Mapping[Place, Sequence[Any]]) -> dict[Place, str]:
    """Lists of findings as they are kept; "" where nothing is left."""
    return {place: encode(nouns) if nouns else "" for place, nouns in made.items()}


def save_parts(store: Store, case: str, made: Mapping[Place, str], *, anew: bool = False) -> None:
    """Put these lists of findings (`encode_parts`) in the place of what is kept for the same parts and owners; `anew`: of everything."""
    if anew:
        store.run("DELETE FROM archive_finding WHERE case_id=%s", (case,))
    else:
        store.many(
            "DELETE FROM archive_finding WHERE case_id=%s AND part=%s AND ordinal=%s AND subject=%s",
            [(case, part, _place(owner), owner) for part, owner in made],
        )
    store.many(
        "INSERT INTO archive_finding (case_id, part, ordinal, subject, body) VALUES (%s,%s,%s,%s,%s)",
        [(case, part, _place(owner), owner, body) for (part, owner), body in made.items() if body],
    )


def _place(owner: str) -> int:
    """A number of the owner, so that the index of parts finds its rows without passing over all others of the part."""
    return zlib.crc32(owner.encode()) & 0x7FFFFFFF


def load_parts(store: Store, viewer: Viewer, case: str) -> dict[str, list[Any]]:
    """Every finding of a case by part."""
    require_sight(viewer, case)
    bodies: dict[str, list[str]] = {}
    for part, body in store.rows("SELECT part, body FROM archive_finding WHERE case_id=%s", (case,)):
        bodies.setdefault(part, []).append(body[1:-1])
    out: dict[str, list[Any]] = {}
    for part, told in bodies.items():
        kind: Any = PARTS[part]
        out[part] = decode(list[kind], f"[{','.join(told)}]")
    return out


def shared_digests(store: Store, viewer: Viewer, case: str) -> dict[str, int]:
    """Document id → a number that changes when one of its shared passages comes, goes or changes."""
    require_sight(viewer, case)
    out: dict[str, int] = {}
    for a, b, body in store.rows("SELECT a, b, body FROM archive_shared WHERE case_id=%s", (case,)):
        number = int.from_bytes(hashlib.blake2b(body.encode(), digest_size=8).digest(), "big")
        for side in {a, b}:
            out[side] = (out.get(side, 0) + number) % (1 << 64)
    return out


def load_shared_of(store: Store, viewer: Viewer, case: str, documents: Collection[str]) -> list[SharedPassage]:
    """Shared passages with one of these documents on one of their sides, in order."""
    require_sight(viewer, case)
    found: dict[int, SharedPassage] = {}
    ordered = sorted(set(documents))
    for at in range(0, len(ordered), 400):
        piece = ordered[at : at + 400]
        for side in ("a", "b"):
            sql = f"SELECT ordinal, body FROM archive_shared WHERE case_id=%s AND {side} IN ({marks(piece)})"
            found.update((row[0], decode(SharedPassage, row[1])) for row in store.rows(sql, (case, *piece)))
    return [passage for _, passage in sorted(found.items())]
