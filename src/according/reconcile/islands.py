"""Entries with keys in, islands out: entries that may influence one another, through whatever chain of keys. Nothing crosses the water.

A step whose outcome is a function of one island each can be done anew for the islands that a document touches, and gives what doing
it for all would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from according.domain.workbook import Entry, Workbook
from according.reconcile.clusters import Clusters


@dataclass(frozen=True, slots=True)
class Change:
    """Islands that are no more, and those that came or came out otherwise, by the name of their first entry."""

    gone: frozenset[str]
    made: Mapping[str, tuple[Entry, ...]]


def part(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries by island, each island named after its first entry and ordered by name."""
    ordered = sorted(entries, key=_name)
    joined = Clusters(entry.name for entry in ordered)
    holder: dict[str, str] = {}
    for entry in ordered:
        for key in entry.keys:
            joined.join(holder.setdefault(key, entry.name), entry.name)
    by_root: dict[str, list[Entry]] = defaultdict(list)
    for entry in ordered:
        by_root[joined.root(entry.name)].append(entry)
    return {
        members[0].name: tuple(replace(entry, group=members[0].name) for entry in members)
        for members in by_root.values()
    }


def settle_islands(book: Workbook, sheet: str, owners: Collection[str], fresh: Iterable[Entry]) -> Change:
    """Put the entries of these owners, as they are now, in the place of what the sheet held of them.

    Islands that come out as they were are no change.
    """
    new = list(fresh)
    stale = {entry.name for entry in book.owned(sheet, owners)} | {entry.name for entry in new}
    touched = {entry.group for entry in book.named(sheet, stale)}
    touched |= {entry.group for entry in book.under(sheet, {key for entry in new for key in entry.keys})}
    before: dict[str, list[Entry]] = defaultdict(list)
    for entry in book.grouped(sheet, touched):
        before[entry.group].append(entry)
    kept = [entry for entries in before.values() for entry in entries if entry.name not in stale]
    after = part([*kept, *new])
    made = {island: entries for island, entries in after.items() if tuple(before.get(island, ())) != entries}
    gone = {island for island, entries in before.items() if after.get(island) != tuple(entries)}
    struck = {entry.name for island in gone for entry in before[island]}
    book.exchange(sheet, struck, [entry for entries in made.values() for entry in entries])
    return Change(frozenset(gone), made)


def _name(entry: Entry) -> str:
    return entry.name
