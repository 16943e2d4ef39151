"""Bytes in, documents out: text, blocks, marks and what the page around them said. Never reads meaning, never fetches."""

from __future__ import annotations

import hashlib

from according.domain.capture import Found
from according.domain.document import Outlet, Parsed
from according.errors import Unreadable
from according.parse.note import note
from according.parse.recognise import recognise, unpack

__all__ = ["VERSION", "note", "parse"]

VERSION = "1"
MOST_BYTES = 256 * 1024 * 1024


def parse(found: Found, *, case: str, outlet: Outlet | None = None) -> Parsed:
    """The documents some bytes hold, what was repaired and what was skipped, and why.

    The format is told from the bytes, never from the name. `outlet` is the blog or site the bytes came from, where known.
    Raises Unreadable, with one sentence that names the repair, when nothing can be read.
    """
    if not found.content:
        raise Unreadable("The file is empty: there is nothing to read in it.", origin=found.origin)
    if len(found.content) > MOST_BYTES:
        raise Unreadable("The file is over 256 MB: split it into parts and add these.", origin=found.origin)
    capture = hashlib.sha256(found.content).hexdigest()
    parsed = recognise(unpack(found), case=case, capture=capture, outlet=outlet)
    if not parsed.documents:
        raise Unreadable("Nothing that could be read as a report was found in it.", origin=found.origin)
    return parsed
