"""Assessments and wordings in and out of the archive. Rows are added, never changed."""

from __future__ import annotations

import json
from typing import Any

from according.archive.store import Store, dump, require_sight
from according.archive.viewer import Viewer
from according.domain.assessment import Assessment
from according.domain.codec import from_json
from according.domain.wording import Wording


def add_assessment(store: Store, case: str, item: Assessment) -> None:
    """Append one assessment."""
    store.run(
        "INSERT INTO archive_assessment (sequence, id, case_id, account, body) VALUES (%s,%s,%s,%s,%s)",
        (item.sequence, item.id, case, item.account, dump(item)),
    )


def add_wording(store: Store, case: str, item: Wording) -> None:
    """Append one version of a wording."""
    store.run(
        "INSERT INTO archive_wording (sequence, id, case_id, about, body) VALUES (%s,%s,%s,%s,%s)",
        (item.sequence, item.id, case, item.about, dump(item)),
    )


def next_assessment(store: Store) -> int:
    """The sequence number of the next assessment."""
    return _next(store, "SELECT MAX(sequence) FROM archive_assessment")


def next_wording(store: Store) -> int:
    """The sequence number of the next wording."""
    return _next(store, "SELECT MAX(sequence) FROM archive_wording")


def load_assessments(store: Store, viewer: Viewer, case: str) -> list[Assessment]:
    """Every assessment of a case in the order made."""
    require_sight(viewer, case)
    rows = store.rows("SELECT body FROM archive_assessment WHERE case_id=%s ORDER BY sequence", (case,))
    return [from_json(Assessment, _parsed(row[0])) for row in rows]


def load_wordings(store: Store, viewer: Viewer, case: str) -> list[Wording]:
    """Every version of every wording of a case in the order written."""
    require_sight(viewer, case)
    rows = store.rows("SELECT body FROM archive_wording WHERE case_id=%s ORDER BY sequence", (case,))
    return [from_json(Wording, _parsed(row[0])) for row in rows]


def _next(store: Store, sql: str) -> int:
    row = store.one(sql)
    return int(row[0] or 0) + 1 if row else 1


def _parsed(body: Any) -> Any:
    return json.loads(body) if isinstance(body, str) else body
