"""Sources as a person names them, to bytes. What cannot be had is a Skipped with its reason, never an end of the batch."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from according.collect.fetch import fetch
from according.domain.capture import Found
from according.errors import AccordingError

MAX_FILE = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Skipped:
    """One source that gave nothing, and why."""

    origin: str
    why: str


def is_address(source: str) -> bool:
    """Whether a source is a web address rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def gather(
    sources: Iterable[str],
    *,
    read_stdin: Callable[[], bytes] = lambda: sys.stdin.buffer.read(),
    fetch_address: Callable[[str], Found] = fetch,
) -> Iterator[Found | Skipped]:
    """Bytes of every source in the order named; folders are walked by name, hidden files left out, links not followed."""
    for source in sources:
        if source == "-":
            yield Found(read_stdin(), "pasted")
        elif is_address(source):
            yield _fetched(source, fetch_address)
        else:
            yield from _files(Path(source))


def _fetched(address: str, fetch_address: Callable[[str], Found]) -> Found | Skipped:
    try:
        return fetch_address(address)
    except AccordingError as error:
        return Skipped(address, error.sentence)


def _files(path: Path) -> Iterator[Found | Skipped]:
    if path.is_dir():
        for child in sorted(path.rglob("*")):
            parts = child.relative_to(path).parts
            if any(part.startswith(".") for part in parts) or child.is_symlink() or not child.is_file():
                continue
            yield _file(child, "/".join(parts))
        return
    yield _file(path, path.name)


def _file(path: Path, origin: str) -> Found | Skipped:
    try:
        if not path.exists():
            return Skipped(origin, "There is no such file; check the name.")
        if not path.is_file():
            return Skipped(origin, "This is not a file that can be read; name a file, a folder or a web address.")
        if path.stat().st_size > MAX_FILE:
            return Skipped(
                origin, f"The file is larger than {MAX_FILE // 1024 // 1024} MB; split it and add the parts."
            )
        content = path.read_bytes()
        modified = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OSError as error:
        return Skipped(origin, f"The file could not be read ({error.strerror}); check its permissions.")
    return Found(content, origin, modified=modified)
