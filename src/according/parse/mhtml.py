"""A page a browser saved as one file (MHTML) in, the HTML page inside it out, with the address it was saved from. Nothing is fetched."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace

from according.domain.capture import Found
from according.errors import Unreadable

_MOST_PARTS = 2000
_SIGNS = re.compile(rb"\A[\s\S]{0,2000}?^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEADER = re.compile(rb"\A\s*(?:from|subject|mime-version|date|snapshot-content-location|content-type):", re.IGNORECASE)


def looks_like_mhtml(content: bytes) -> bool:
    """Whether bytes begin as a saved page in one file does: mail headers and parts that belong together."""
    return _HEADER.match(content[:200]) is not None and _SIGNS.match(content[:4000]) is not None


def unpack_mhtml(found: Found) -> Found:
    """The first HTML part, decoded, its charset as hint. Raises Unreadable when the file holds no page."""
    message = email.message_from_bytes(found.content, policy=email.policy.compat32)
    address = message.get("Snapshot-Content-Location")
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        if part.get_content_type() != "text/html":
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content.strip():
            where = address or part.get("Content-Location")
            known = where if where and where.startswith(("http://", "https://")) else None
            charset = part.get_content_charset()
            hint = f"text/html; charset={charset}" if charset else "text/html"
            return replace(found, content=content, media_hint=hint, address=found.address or known)
    raise Unreadable("The saved page (MHTML) holds no page: save it again, as HTML.")
