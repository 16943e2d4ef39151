"""Addresses out of documents in, addresses safe to link to out. What could run code or hide where it leads gets no link."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SCHEMES = ("http", "https", "mailto")
_BAD = re.compile(r"[\x00-\x20\x7f-\x9f\\\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


def safe_address(address: str | None) -> str | None:
    """The address when it is a plain web or mail address, else None (javascript:, data:, file:, relative, control characters)."""
    if not address:
        return None
    address = address.strip()
    if _BAD.search(address):
        return None
    try:
        parts = urlsplit(address)
        if parts.scheme.lower() not in _SCHEMES:
            return None
        if parts.scheme.lower() != "mailto" and (not parts.hostname or parts.username is not None):
            return None
    except ValueError:
        return None
    return quote(address, safe="%:/?#[]@!$&'()*+,;=-._~")


def short_address(address: str) -> str:
    """How an address is shown: without scheme, cut in the middle when long."""
    shown = re.sub(r"^(https?://)?(www\.)?", "", address).rstrip("/")
    return shown if len(shown) <= 60 else f"{shown[:40]}…{shown[-17:]}"


def mail_address(address: str) -> str:
    """A mailto link for a bare mail address; the words unlinked otherwise get ""."""
    return f"mailto:{quote(address, safe='@.+-_')}" if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", address) else ""
