"""Where what was worked out is kept between two runs: sheets of entries, found by name, owner, group or key.

The noun between the steps that work things out and the place that keeps them. This one keeps them in memory; the archive has one that
keeps them in a file. Nothing in a workbook is a fact: it may be thrown away at any time and is made anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a sheet."""

    name: str  # unique in its sheet
    owner: str  # what it was worked out from: a document's id, or another entry's name
    keys: tuple[str, ...] = ()  # under which it is looked for, or which it looks under
    body: bytes = b""
    group: str = ""  # entries worked out together


class Workbook(Protocol):
    """Sheets of entries. Every answer comes ordered by name."""

    def named(self, sheet: str, names: Collection[str]) -> list[Entry]:
        """The entries of these names that there are."""

    def owned(self, sheet: str, owners: Collection[str]) -> list[Entry]:
        """Every entry of one of these owners."""

    def grouped(self, sheet: str, groups: Collection[str]) -> list[Entry]:
        """Every entry of one of these groups."""

    def under(self, sheet: str, keys: Collection[str]) -> list[Entry]:
        """Every entry with one of these keys."""

    def first_under(self, sheet: str, key: str, most: int) -> list[Entry]:
        """The first `most` entries with this key."""

    def everything(self, sheet: str) -> list[Entry]:
        """The whole sheet."""

    def exchange(self, sheet: str, gone: Iterable[str], come: Iterable[Entry]) -> None:
        """Strike the entries of these names, then write others. An entry whose name stands already takes its place."""


class MemoryWorkbook:
    """A workbook that is gone with the process."""

    def __init__(self) -> None:
        self._sheets: dict[str, _Sheet] = defaultdict(_Sheet)

    def named(self, sheet: str, names: Collection[str]) -> list[Entry]:
        """The entries of these names that there are."""
        held = self._sheets[sheet].entries
        return [held[name] for name in sorted(set(names)) if name in held]

    def owned(self, sheet: str, owners: Collection[str]) -> list[Entry]:
        """Every entry of one of these owners."""
        return self._find(sheet, self._sheets[sheet].by_owner, owners)

    def grouped(self, sheet: str, groups: Collection[str]) -> list[Entry]:
        """Every entry of one of these groups."""
        return self._find(sheet, self._sheets[sheet].by_group, groups)

    def under(self, sheet: str, keys: Collection[str]) -> list[Entry]:
        """Every entry with one of these keys."""
        return self._find(sheet, self._sheets[sheet].by_key, keys)

    def first_under(self, sheet: str, key: str, most: int) -> list[Entry]:
        """The first `most` entries with this key."""
        return self.named(sheet, sorted(self._sheets[sheet].by_key.get(key, ()))[:most])

    def everything(self, sheet: str) -> list[Entry]:
        """The whole sheet."""
        return [entry for _, entry in sorted(self._sheets[sheet].entries.items())]

    def exchange(self, sheet: str, gone: Iterable[str], come: Iterable[Entry]) -> None:
        """Strike the entries of these names, then write others."""
        held = self._sheets[sheet]
        for name in gone:
            held.strike(name)
        for entry in come:
            held.strike(entry.name)
            held.write(entry)

    def _find(self, sheet: str, index: dict[str, set[str]], wanted: Collection[str]) -> list[Entry]:
        names = {name for item in wanted for name in index.get(item, ())}
        return self.named(sheet, names)


class _Sheet:
    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.by_owner: dict[str, set[str]] = defaultdict(set)
        self.by_group: dict[str, set[str]] = defaultdict(set)
        self.by_key: dict[str, set[str]] = defaultdict(set)

    def strike(self, name: str) -> None:
        entry = self.entries.pop(name, None)
        if entry is None:
            return
        self.by_owner[entry.owner].discard(name)
        self.by_group[entry.group].discard(name)
        for key in entry.keys:
            self.by_key[key].discard(name)

    def write(self, entry: Entry) -> None:
        self.entries[entry.name] = entry
        self.by_owner[entry.owner].add(entry.name)
        if entry.group:
            self.by_group[entry.group].add(entry.name)
        for key in entry.keys:
            self.by_key[key].add(entry.name)
