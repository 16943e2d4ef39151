"""Bytes as they were had, and each act of receiving them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes, kept whole under their hash."""

    sha256: str  # hex digest of the bytes
    size: int  # bytes
    media_type: str  # as recognised from the bytes, such as text/html


@dataclass(frozen=True, slots=True)
class Receipt:
    """One act of receiving a capture."""

    capture: str  # sha256
    origin: str  # where from: a file name (never a full path), an address, "pasted", "note"
    received: str  # UTC instant, ISO 8601 with seconds and Z
    tool: str  # name and version of what fetched or read it
    by: str = "this machine"  # user name
    headers: tuple[tuple[str, str], ...] = ()  # of a fetched address
    final_address: str | None = None  # after redirects
    gaps: tuple[str, ...] = ()  # what is missing and why


@dataclass(frozen=True, slots=True)
class Found:
    """What `collect` hands to `preserve` and `parse`: bytes and how they were had."""

    content: bytes
    origin: str
    media_hint: str | None = None  # Content-Type of a server, or None
    address: str | None = None  # web address, where known
    headers: tuple[tuple[str, str], ...] = ()
    final_address: str | None = None
    modified: str | None = None  # file time or Last-Modified, ISO 8601, a bound at most
