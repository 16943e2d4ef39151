"""The media type of bytes, told from the bytes."""

from __future__ import annotations

_MAGIC = (
    (b"\x1f\x8b", "application/gzip"),
    (b"PK\x03\x04", "application/zip"),
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)


def media_type(content: bytes) -> str:
    """Such as text/html. `application/octet-stream` where the bytes do not say."""
    for magic, name in _MAGIC:
        if content.startswith(magic):
            return name
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<body" in head:
        return "text/html"
    if head.startswith(b"<?xml") or b"<rss" in head or b"<feed" in head:
        return "application/xml"
    if head.startswith(b"{"):
        return "application/x-ndjson"
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "text/plain"
    if b"\0" in content[:4096]:
        return "application/octet-stream"
    return "text/plain"
