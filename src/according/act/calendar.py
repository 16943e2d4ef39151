"""A call to demonstrate in, an iCalendar entry out (RFC 5545). Says that it is history unless somebody opened the call."""

from __future__ import annotations

import hashlib
import re

from according.domain.call import Call, CallKind

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z)?)?$")


def calendar_entry(call: Call, document: str, stamp: str, source: str | None = None) -> bytes | None:
    """The entry, or None when the call is no demonstration or its day is not known.

    `document` is the id of the report that printed it, `stamp` the UTC instant of making (a fact handed in, no clock),
    `source` the address of the report's page. Hours are local to the place, as printed.
    """
    found = _DAY.match(call.when or "")
    if call.kind is not CallKind.DEMONSTRATION or not found:
        return None
    year, month, day, hour, minute, second, zulu = found.groups()
    start = f"DTSTART;VALUE=DATE:{year}{month}{day}"
    if hour is not None:
        start = f"DTSTART:{year}{month}{day}T{hour}{minute}{second or '00'}{zulu or ''}"
    uid = hashlib.sha256(f"{document}\0{call.start}\0{call.end}".encode()).hexdigest()[:32]
    is_open = call.state == "open"
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//According//Case archive//EN", "BEGIN:VEVENT",
        f"UID:{uid}@according.invalid", f"DTSTAMP:{re.sub(r'[-:]', '', stamp)}", start,
        f"SUMMARY:{_escape(_summary(call))}", f"STATUS:{'CONFIRMED' if is_open else 'TENTATIVE'}",
        f"DESCRIPTION:{_escape(_describe(call, is_open))}",
    ]  # fmt: skip
    if call.place:
        lines.append(f"LOCATION:{_escape(call.place)}")
    if source and re.fullmatch(r"https?://[^\s\x00-\x1f]+", source):
        lines.append(f"URL:{source}")
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(_fold(line) for line in lines).encode("utf-8")


def _summary(call: Call) -> str:
    return f"Demonstration, {call.place}" if call.place else "Demonstration"


def _describe(call: Call, is_open: bool) -> str:
    history = "" if is_open else "As a report printed it; history, not a call of ours. "
    return history + call.asks


def _escape(text: str) -> str:
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> str:
    """Lines of at most 75 bytes, never cut inside a character; the rest goes on after a space."""
    out, room = [], 75
    current = ""
    for letter in line:
        size = len(letter.encode("utf-8"))
        if size > room:
            out.append(current)
            current, room = " ", 74
        current += letter
        room -= size
    return "\r\n".join([*out, current]) + "\r\n"
