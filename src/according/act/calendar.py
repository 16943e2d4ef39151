"""A call to demonstrate in, an iCalendar entry out (RFC 5545). Says that it is history unless somebody opened the call."""

from __future__ import annotations

import hashlib
import re

from according.domain.call import Call, CallKind
from according.present.calendar_lines import BEGIN_CALENDAR, END_CALENDAR, fold_line, text_line

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
        BEGIN_CALENDAR, fold_line("BEGIN:VEVENT"),
        fold_line(f"UID:{uid}@according.invalid"), fold_line(f"DTSTAMP:{re.sub(r'[-:]', '', stamp)}"), fold_line(start),
        text_line("SUMMARY", _summary(call)), fold_line(f"STATUS:{'CONFIRMED' if is_open else 'TENTATIVE'}"),
        text_line("DESCRIPTION", _describe(call, is_open)),
    ]  # fmt: skip
    if call.place:
        lines.append(text_line("LOCATION", call.place))
    if source and re.fullmatch(r"https?://[^\s\x00-\x1f]+", source):
        lines.append(fold_line(f"URL:{source}"))
    return "".join([*lines, fold_line("END:VEVENT"), END_CALENDAR]).encode("utf-8", "replace")


def _summary(call: Call) -> str:
    return f"Demonstration, {call.place}" if call.place else "Demonstration"


def _describe(call: Call, is_open: bool) -> str:
    history = "" if is_open else "As a report printed it; history, not a call of ours. "
    return history + call.asks
