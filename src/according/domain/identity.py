"""Identities: short ids that are pure functions of what they name, so that any order of arrival gives the same ones."""

from __future__ import annotations

import hashlib

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"  # base32 of RFC 4648, in small letters
_PAIRS = tuple(a + b for a in _LETTERS for b in _LETTERS)


def short_id(prefix: str, *parts: str) -> str:
    """`prefix-` and twelve letters or digits (60 bits) of the sha256 of the parts, joined by a zero byte."""
    raw = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(raw[:8], "big") >> 4
    return prefix + "-" + "".join([_PAIRS[bits >> place & 1023] for place in (50, 40, 30, 20, 10, 0)])


def document_id(case: str, key: str) -> str:
    """The lasting id of the document with this key in this case."""
    return short_id("d", case, key)


def statement_id(document: str, text_digest: str, anchor_start: int, anchor_end: int, kind: str, ordinal: int) -> str:
    """The lasting id of a statement: its key is document, text, anchor, kind, ordinal (not its content)."""
    return short_id("s", document, text_digest, str(anchor_start), str(anchor_end), kind, str(ordinal))


def mention_id(document: str, text_digest: str, start: int, end: int) -> str:
    """The lasting id of one mention of somebody or something."""
    return short_id("m", document, text_digest, str(start), str(end))
