"""Custody on a day in, rows with the contract's keys out. A list of people held says in itself that it is a minimum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from according.domain.decision import StatusWord
from according.domain.event import HeldGroup, Status, StatusLine
from according.export.rows import Row, plain_row

STATUS_COLUMNS = ("person", "name", "on", "known_on", *StatusLine.__dataclass_fields__, "lines")
INCOMPLETE = "known to be incomplete, a minimum"


def status_row(status: Status) -> Row:
    """Custody of one person on a day."""
    line = plain_row(status.line)
    row: Row = {"person": status.person, "name": status.name, "on": status.on, "known_on": status.known_on}
    row.update(line)
    row["lines"] = [plain_row(item) for item in status.lines]
    return row


def status_word_row(word: StatusWord) -> Row:
    """What a person said of somebody's custody, beside what the sources tell."""
    return plain_row(word)


def group_row(group: HeldGroup) -> Row:
    """A group held without names; `min` and `max` are what was said, never to be added to anything."""
    row: Row = {"group": group.id, "words": group.words, "min": group.min, "max": group.max, "event": group.event}
    row.update(plain_row(group.line))
    return row


def held_row(
    held: Sequence[Status], groups: Sequence[HeldGroup], on: str, known_on: str | None, words: Sequence[StatusWord] = ()
) -> dict[str, Any]:
    """Everybody known to have been held on a day, with the groups held without names, and what people said, beside them."""
    return {
        "on": on,
        "known_on": known_on,
        "note": INCOMPLETE,
        "named": len(held),
        "people": [status_row(status) for status in held],
        "without_names": [group_row(group) for group in groups],
        "decided": [status_word_row(word) for word in words],
    }
