"""A property of an iCalendar file in, its line out: escaped, folded, ended as RFC 5545 wants (3.1, 3.3.11). Decides nothing."""

from __future__ import annotations

import re

BEGIN_CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//According//Case archive//EN\r\nCALSCALE:GREGORIAN\r\n"
END_CALENDAR = "END:VCALENDAR\r\n"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\x85]")


def text_line(name: str, text: str) -> str:
    """A property whose value is text."""
    return fold_line(f"{name}:{escape_text(text)}")


def escape_text(text: str) -> str:
    """Text as a value: no control characters but the line end, which is written as two."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n"))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold_line(line: str) -> str:
    """Lines of at most 75 bytes, never cut inside a character; the rest goes on after a space."""
    out, room = [], 75
    current = ""
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if size > room:
            out.append(current)
            current, room = " ", 74
        current += letter
        room -= size
    return "\r\n".join([*out, current]) + "\r\n"
