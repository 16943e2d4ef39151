"""Findings in and out: tasks, statements as read, shared passages, the case file. All of it may be dropped and made again."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Sequence

from according.archive.rows import decode
from according.archive.store import Store, dump, require_sight
from according.archive.viewer import Viewer
from according.domain.casefile import CaseFile
from according.domain.codec import digest, to_json
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
        wanted, args = f"document IN ({','.join('%s' for _ in documents)})", list(documents)
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


def save_case_file(store: Store, case_file: CaseFile) -> None:
    """The case file, each part item by item; only items that changed are written."""
    case = case_file.case
    have = {
        (row[0], row[1]): (row[2], row[3])
        for row in store.rows("SELECT part, ordinal, body, id FROM archive_finding WHERE case_id=%s", (case,))
    }
    wanted: dict[tuple[str, int], tuple[str, str]] = {}
    for field in dataclasses.fields(CaseFile):
        if field.name == "case":
            continue
        for ordinal, item in enumerate(getattr(case_file, field.name)):
            wanted[(field.name, ordinal)] = (getattr(item, "id", "") or "", dump(to_json(item)))
    gone = [(row[1],) for place, row in have.items() if place not in wanted or wanted[place][1] != row[0]]
    store.many("DELETE FROM archive_finding WHERE id=%s", gone)
    store.many(
        "INSERT INTO archive_finding (case_id, part, ordinal, subject, body) VALUES (%s,%s,%s,%s,%s)",
        [
            (case, part, ordinal, subject, body)
            for (part, ordinal), (subject, body) in wanted.items()
            if have.get((part, ordinal), ("", ""))[0] != body
        ],
    )


def load_case_file(store: Store, viewer: Viewer, case: str) -> CaseFile:
    """The case file as last made."""
    require_sight(viewer, case)
    parts: dict[str, list[str]] = {}
    for part, body in store.rows(
        "SELECT part, body FROM archive_finding WHERE case_id=%s ORDER BY part, ordinal", (case,)
    ):
        parts.setdefault(part, []).append(body)
    spelled = "".join(f',"{part}":[{",".join(bodies)}]' for part, bodies in parts.items())
    return decode(CaseFile, f'{{"case":{json.dumps(case)}{spelled}}}')
