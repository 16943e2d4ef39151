"""Custody events as rows: appended in the transaction of what they tell, read back as links of the chain."""

from __future__ import annotations

import json
from collections.abc import Iterator

from according.archive.store import Store


def last_link(store: Store) -> tuple[int, str] | None:
    """Sequence and hash of the newest event, or None."""
    row = store.one("SELECT sequence, hash FROM archive_custodyevent ORDER BY sequence DESC LIMIT 1")
    return (int(row[0]), str(row[1])) if row else None


def append(
    store: Store,
    sequence: int,
    kind: str,
    subject: str,
    at: str,
    by: str,
    facts: tuple[tuple[str, str], ...],
    previous: str,
    hashed: str,
) -> None:
    """Add one link; the caller has hashed it."""
    store.run(
        "INSERT INTO archive_custodyevent (sequence, kind, subject, at, by, facts, previous, hash) VALUES (%s,%s,%s,%s,%s,%s,%s,%s)",
        (
            sequence,
            kind,
            subject,
            at,
            by,
            json.dumps([list(fact) for fact in facts], ensure_ascii=False),
            previous,
            hashed,
        ),
    )


def iter_rows(
    store: Store, after: int = 0
) -> Iterator[tuple[int, str, str, str, str, tuple[tuple[str, str], ...], str, str]]:
    """All events in order: sequence, kind, subject, at, by, facts, previous, hash."""
    for row in store.rows(
        "SELECT sequence, kind, subject, at, by, facts, previous, hash FROM archive_custodyevent WHERE sequence > %s ORDER BY sequence",
        (after,),
    ):
        facts = row[5] if isinstance(row[5], list) else json.loads(row[5])
        yield int(row[0]), row[1], row[2], row[3], row[4], tuple((a, b) for a, b in facts), row[6], row[7]
