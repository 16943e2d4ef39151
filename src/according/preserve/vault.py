"""The vault: one file per capture, named by its sha256. Written beside, synced, renamed; never changed afterwards."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from according.domain.capture import Capture
from according.errors import Corrupt, NoSpace, NotFound
from according.preserve.media import media_type


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking one blob found: passed, failed, or not checked and why."""

    sha256: str
    passed: bool | None
    why: str | None = None


class Vault:
    """Bytes by their hash under `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Where the blob with this hash stands."""
        return self.folder / sha256[:2] / sha256

    def keep(self, content: bytes) -> Capture:
        """Keep bytes durably: they are on the disk, whole, when this returns. Raises NoSpace."""
        return self.keep_all([content])[0]

    def keep_all(self, contents: Iterable[bytes]) -> list[Capture]:
        """Keep many at the price of one directory sync per shelf. Raises NoSpace; what was kept before stays."""
        captures: list[Capture] = []
        shelves: set[Path] = set()
        for content in contents:
            sha256 = hashlib.sha256(content).hexdigest()
            captures.append(Capture(sha256, len(content), media_type(content)))
            final = self.path_of(sha256)
            if final.exists() and final.stat().st_size == len(content):
                continue
            try:
                self._write(final, content)
            except OSError as error:
                if error.errno in (errno.ENOSPC, errno.EDQUOT):
                    raise NoSpace(
                        "The disk is full: free some space and run the same command again; nothing that was added is lost."
                    ) from error
                raise
            shelves.add(final.parent)
        for shelf in shelves:
            _sync_folder(shelf)
        if shelves:
            _sync_folder(self.folder)
        return captures

    def read(self, sha256: str) -> bytes:
        """The bytes. Raises NotFound when they are not here, Corrupt when they are not what they were."""
        try:
            content = self.path_of(sha256).read_bytes()
        except FileNotFoundError:
            raise NotFound(
                f"The vault does not hold {sha256}; restore it from a copy of this archive.", sha256=sha256
            ) from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Corrupt(
                f"The stored bytes of {sha256} have changed since they were kept; restore that file from a copy of the vault.",
                sha256=sha256,
            )
        return content

    def verify(self, expected: Iterable[tuple[str, bool]]) -> Iterator[Verdict]:
        """Check every expected (sha256, withdrawn) blob. A withdrawn one must be absent."""
        for sha256, withdrawn in expected:
            if withdrawn:
                yield Verdict(sha256, None, "withdrawn; its tombstone keeps the reason")
                continue
            try:
                self.read(sha256)
            except NotFound:
                yield Verdict(sha256, False, "missing from the vault")
            except Corrupt:
                yield Verdict(sha256, False, "changed since it was kept")
            except OSError as error:
                yield Verdict(sha256, False, f"unreadable: {error.strerror}")
            else:
                yield Verdict(sha256, True)

    def _write(self, final: Path, content: bytes) -> None:
        final.parent.mkdir(parents=True, exist_ok=True)
        temporary = final.with_name(f".{final.name}.{os.getpid()}.part")
        try:
            with temporary.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(final)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # directories cannot be synced there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
