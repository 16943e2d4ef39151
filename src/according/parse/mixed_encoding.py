"""Markup bytes in, characters out, by the page's own word. A few Windows bytes in a UTF-8 page are read as what they are."""

from __future__ import annotations

import codecs
import re

from according.domain.document import Repair
from according.parse.normalise import Cleaned, declared_encoding, decode

_OWN_WORD = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w:.-]{2,40})|<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)


def decode_markup(content: bytes, hint: str | None = None) -> Cleaned:
    """The characters of an HTML or XML file. The server's charset wins, then what the file says, then the bytes themselves.

    Raises Unreadable as `decode` does.
    """
    said = _OWN_WORD.search(content[:4096])
    own = (said.group(1) or said.group(2)).decode("ascii", "replace") if said else None
    chosen = hint if hint and declared_encoding(hint) else own
    if declared_encoding(chosen) in (None, "utf-8", "ascii") and not content.startswith(
        (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        pasted = _with_windows_bytes(content, declared=declared_encoding(chosen) == "utf-8")
        if pasted is not None:
            return pasted
    return decode(content, chosen)


def _with_windows_bytes(content: bytes, *, declared: bool) -> Cleaned | None:
    """UTF-8 with quotation marks pasted from Windows (0x91 to 0x97 and the like); None when it is not nearly all UTF-8."""
    try:
        content.decode("utf-8")
        return None
    except UnicodeDecodeError:
        pass
    count = 0

    def as_windows(error: UnicodeError) -> tuple[str, int]:
        nonlocal count
        assert isinstance(error, UnicodeDecodeError)
        count += 1
        bad = error.object[error.start : error.end]
        return bad.decode("cp1252", "replace"), error.end

    codecs.register_error("according.windows", as_windows)
    decoded = content.decode("utf-8", "according.windows")
    if count * 200 > len(content):
        return None
    if not declared and count * 2 > sum(1 for char in decoded if char > "\x7f"):
        return None
    return Cleaned(decoded, (Repair(f"{count} characters were not UTF-8 and were read as Windows characters"),))
