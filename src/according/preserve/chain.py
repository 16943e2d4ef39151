"""The chain of custody: every event holds the hash of the one before, so that a change, a gap or a new order shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """One custody event. `facts` carries ids and digests only, never names."""

    sequence: int
    kind: str  # received, parsed, decided, released, protected, published, withdrawn ...
    subject: str
    at: str  # UTC instant
    by: str
    facts: tuple[tuple[str, str], ...]
    previous: str  # hash of the event before
    hash: str


def chain_hash(
    previous: str, sequence: int, kind: str, subject: str, at: str, by: str, facts: Iterable[tuple[str, str]]
) -> str:
    """sha256 (hex) over the previous hash and a canonical spelling of the event."""
    body = json.dumps(
        [sequence, kind, subject, at, by, [list(fact) for fact in facts]],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()


def check_chain(links: Iterable[Link]) -> str | None:
    """None when the chain holds; else one sentence that says where it breaks."""
    previous, expected = GENESIS, 1
    for link in links:
        if link.sequence != expected:
            return f"Custody event {expected} is missing."
        if link.previous != previous:
            return f"Custody event {link.sequence} does not follow the one before it."
        if chain_hash(previous, link.sequence, link.kind, link.subject, link.at, link.by, link.facts) != link.hash:
            return f"Custody event {link.sequence} was changed after it was written."
        previous, expected = link.hash, expected + 1
    return None
