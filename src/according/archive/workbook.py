"""A workbook in a SQLite file of `cache/`, which may be deleted at any time. Nothing in it is a fact, and nothing of it is shown.

Whatever is wrong with the file, it is made anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from according.domain.workbook import Entry

_TABLES = """
CREATE TABLE IF NOT EXISTS entry (
    sheet TEXT, name TEXT, owner TEXT, grp TEXT, keys TEXT, body BLOB, PRIMARY KEY (sheet, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entry_owner ON entry (sheet, owner);
CREATE INDEX IF NOT EXISTS entry_group ON entry (sheet, grp) WHERE grp <> '';
CREATE TABLE IF NOT EXISTS listed (sheet TEXT, key TEXT, name TEXT, PRIMARY KEY (sheet, key, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stamp (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
_MOST = 500  # values in one query
_FIELDS = "e.name, e.owner, e.keys, e.body, e.grp"


class FileWorkbook:
    """Use as a context manager: what was written is kept when the block ends without trouble."""

    def __init__(self, path: Path) -> None:
        self._database = _open(path)

    def __enter__(self) -> FileWorkbook:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if error is None:
            self._database.commit()
        self._database.close()

    def get_stamp(self, name: str) -> str | None:
        """What was last said of `name`."""
        row = self._database.execute("SELECT value FROM stamp WHERE name=?", (name,)).fetchone()
        return str(row[0]) if row else None

    def set_stamp(self, name: str, value: str) -> None:
        """Say `value` of `name`."""
        self._database.execute("INSERT OR REPLACE INTO stamp VALUES (?,?)", (name, value))

    def clear(self) -> None:
        """Forget everything."""
        for table in ("entry", "listed", "stamp"):
            self._database.execute(f"DELETE FROM {table}")

    def named(self, sheet: str, names: Collection[str]) -> list[Entry]:
        """The entries of these names that there are."""
        return self._find("FROM entry e WHERE e.sheet=? AND e.name IN", sheet, names)

    def owned(self, sheet: str, owners: Collection[str]) -> list[Entry]:
        """Every entry of one of these owners."""
        return self._find("FROM entry e WHERE e.sheet=? AND e.owner IN", sheet, owners)

    def grouped(self, sheet: str, groups: Collection[str]) -> list[Entry]:
        """Every entry of one of these groups."""
        return self._find("FROM entry e WHERE e.sheet=? AND e.grp <> '' AND e.grp IN", sheet, groups)

    def under(self, sheet: str, keys: Collection[str]) -> list[Entry]:
        """Every entry with one of these keys."""
        names: set[str] = set()
        for piece in _pieces(keys):
            sql = f"SELECT name FROM listed WHERE sheet=? AND key IN ({','.join('?' * len(piece))})"
            names.update(row[0] for row in self._database.execute(sql, (sheet, *piece)))
        return self.named(sheet, names)

    def first_under(self, sheet: str, key: str, most: int) -> list[Entry]:
        """The first `most` entries with this key."""
        sql = "SELECT name FROM listed WHERE sheet=? AND key=? ORDER BY name LIMIT ?"
        return self.named(sheet, [row[0] for row in self._database.execute(sql, (sheet, key, most))])

    def everything(self, sheet: str) -> list[Entry]:
        """The whole sheet."""
        sql = f"SELECT {_FIELDS} FROM entry e WHERE e.sheet=? ORDER BY e.name"
        return [_entry(row) for row in self._database.execute(sql, (sheet,))]

    def exchange(self, sheet: str, gone: Iterable[str], come: Iterable[Entry]) -> None:
        """Strike the entries of these names, then write others."""
        new = list(come)
        old = self.named(sheet, {*gone, *(entry.name for entry in new)})
        run = self._database.executemany
        listed = [(sheet, key, entry.name) for entry in old for key in entry.keys]
        run("DELETE FROM listed WHERE sheet=? AND key=? AND name=?", listed)
        run("DELETE FROM entry WHERE sheet=? AND name=?", [(sheet, entry.name) for entry in old])
        run(
            "INSERT INTO entry VALUES (?,?,?,?,?,?)",
            [(sheet, item.name, item.owner, item.group, "\n".join(item.keys), item.body) for item in new],
        )
        run(
            "INSERT OR IGNORE INTO listed VALUES (?,?,?)",
            [(sheet, key, item.name) for item in new for key in item.keys],
        )

    def _find(self, where: str, sheet: str, values: Collection[str]) -> list[Entry]:
        found: dict[str, Entry] = {}
        for piece in _pieces(values):
            sql = f"SELECT {_FIELDS} {where} ({','.join('?' * len(piece))})"
            for row in self._database.execute(sql, (sheet, *piece)):
                found[row[0]] = _entry(row)
        return [entry for _, entry in sorted(found.items())]


def _entry(row: tuple[str, str, str, bytes, str]) -> Entry:
    return Entry(row[0], row[1], tuple(row[2].split("\n")) if row[2] else (), row[3], row[4])


def _pieces(values: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(set(values))
    for at in range(0, len(ordered), _MOST):
        yield ordered[at : at + _MOST]


def _open(path: Path) -> sqlite3.Connection:
    """The file's connection; a file that is none of ours, or damaged, is made anew."""
    try:
        return _connect(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level="DEFERRED")
    try:
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute("PRAGMA synchronous=NORMAL")
        database.execute("PRAGMA cache_size=-131072")
        database.executescript(_TABLES)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
