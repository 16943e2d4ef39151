"""An archive as a folder one can copy: according.toml, archive.sqlite3, vault/, log/, cache/. Opening, locking, custody."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from according.archive import custody, facts
from according.archive.database import close_database, open_database
from according.archive.store import Store
from according.archive.viewer import THIS_MACHINE, Viewer
from according.domain.identity import short_id
from according.errors import BadInput, Conflict, Misconfigured, NoSpace, NotFound
from according.preserve import GENESIS, Link, Vault, chain_hash

SETTINGS = "according.toml"
FULL_DISK = "The disk is full: free some space and run the same command again; nothing that was added is lost."


def now_utc() -> str:
    """This instant, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class CaseFolder:
    """One opened archive. A context manager; writing needs `write=True`, which locks out other writers."""

    def __init__(
        self, path: Path, *, write: bool = False, viewer: Viewer = THIS_MACHINE, clock: Callable[[], str] = now_utc
    ) -> None:
        self.path = path
        self.viewer = viewer
        self.clock = clock
        self._lock: int | None = None
        settings = _settings(path)
        if write:
            self._lock = _take_lock(path)
        try:
            self.vault = Vault(path / "vault")
            self.store = Store(open_database(settings.get("database") or str(path / "archive.sqlite3")))
            cases = facts.list_cases(self.store, viewer)
            if not cases:
                raise Misconfigured(f"{path} holds no case yet; make one with 'according new'.")
            self.case, self.title = cases[0]
            if write:
                self._copy_log()
        except BaseException:
            self._unlock()
            raise

    def __enter__(self) -> CaseFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database and let other writers in."""
        close_database(self.store.alias)
        self._unlock()

    @property
    def cache(self) -> Path:
        """A folder that may be deleted at any time."""
        folder = self.path / "cache"
        folder.mkdir(exist_ok=True)
        return folder

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; afterwards the custody log's copy is brought up to date."""
        with self.store.transaction():
            yield
        self._copy_log()

    def record(self, kind: str, subject: str, **told: str) -> None:
        """Append a custody event inside the present transaction. `told` holds ids and digests, never names."""
        last = custody.last_link(self.store)
        sequence, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
        at, by = self.clock(), self.viewer.name
        pairs = tuple(sorted(told.items()))
        hashed = chain_hash(previous, sequence, kind, subject, at, by, pairs)
        custody.append(self.store, sequence, kind, subject, at, by, pairs, previous, hashed)

    def custody_links(self) -> Iterator[Link]:
        """The chain as the database holds it."""
        for sequence, kind, subject, at, by, told, previous, hashed in custody.iter_rows(self.store):
            yield Link(sequence, kind, subject, at, by, told, previous, hashed)

    def _copy_log(self) -> None:
        """Append to log/custody.jsonl the events it does not hold yet."""
        log = self.path / "log" / "custody.jsonl"
        log.parent.mkdir(exist_ok=True)
        rows = list(custody.iter_rows(self.store, after=_last_logged(log)))
        if not rows:
            return
        names = ("sequence", "kind", "subject", "at", "by", "facts", "previous", "hash")
        try:
            with log.open("a", encoding="utf-8") as file:
                for row in rows:
                    file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise NoSpace(FULL_DISK) from error

    def _unlock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def create_folder(
    path: Path, title: str | None, clock: Callable[[], str] = now_utc, database: str | None = None
) -> None:
    """Make a new archive with one case, its tables in the folder or at the database address given.

    Raises BadInput when the folder holds something already.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise BadInput(f"{path} is not empty; name a new folder.")
    try:
        path.mkdir(parents=True, exist_ok=True)
        (path / "vault").mkdir()
        (path / "log").mkdir()
        name = title or path.name
        store = Store(open_database(database or str(path / "archive.sqlite3")))
        created = clock()
        with store.transaction():
            facts.add_case(store, short_id("k", name, created), name, created)
        close_database(store.alias)
        (path / SETTINGS).write_text(
            "# An According archive. The folder can be copied as a whole while no command runs on it.\n"
            + (f"database = {json.dumps(database)}\n" if database else ""),
            encoding="utf-8",
        )
    except OSError as error:
        raise BadInput(f"{path} cannot be written ({error.strerror}); name a folder you may write to.") from error
    with CaseFolder(path, write=True, clock=clock) as folder, folder.writing():
        folder.record("created", folder.case)


def _settings(path: Path) -> dict[str, str]:
    file = path / SETTINGS
    if not file.is_file():
        raise NotFound(f"{path} is not an According archive; make one with 'according new {path}'.")
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{file} cannot be read ({error}); correct that line.") from error
    return {key: str(value) for key, value in settings.items()}


def _take_lock(path: Path) -> int:
    descriptor = os.open(path / "archive.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        import fcntl
    except ImportError:  # no such locks on this system: SQLite's own lock still keeps writers apart
        return descriptor
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise Conflict(
            "Another According process is writing to this archive; wait until it is done and try again."
        ) from None
    return descriptor


def _last_logged(log: Path) -> int:
    """Sequence of the last whole line of the log; a line cut short by a crash is dropped."""
    if not log.exists():
        return 0
    with log.open("rb+") as file:
        file.seek(0, os.SEEK_END)
        size = file.tell()
        file.seek(max(0, size - 65536))
        tail = file.read()
        if tail and not tail.endswith(b"\n"):
            keep = tail.rfind(b"\n") + 1
            file.truncate(size - len(tail) + keep)
            tail = tail[:keep]
    for line in reversed(tail.splitlines()):
        return int(json.loads(line)["sequence"])
    return 0
