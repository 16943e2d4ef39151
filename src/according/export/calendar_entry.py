"""An all-day entry in, its lines of an iCalendar file out (RFC 5545, 3.6.1). Private, takes up no time, never confirmed; no clock is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from according.errors import BadInput
from according.language.edtf import bounds
from according.present.calendar_lines import fold_line, text_line


@dataclass(frozen=True, slots=True)
class Entry:
    """One all-day entry."""

    uid: str
    first: date
    last: date
    summary: str
    description: str
    kind: str  # type of the event, or "end_of_term"
    when: str  # EDTF, as said
    tentative: bool
    stamp: str | None  # EDTF: the newest report behind it
    place: str | None = None
    point: tuple[float, float] | None = None
    address: str | None = None


def write_entry(entry: Entry) -> str:
    """The entry as one component."""
    lines = [
        fold_line("BEGIN:VEVENT"),
        fold_line(f"UID:{entry.uid}@according.invalid"),
        fold_line(f"DTSTAMP:{_stamp(entry.stamp)}"),
        fold_line(f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}"),
        fold_line(f"DTEND;VALUE=DATE:{entry.last + timedelta(days=1):%Y%m%d}"),
        text_line("SUMMARY", entry.summary),
        text_line("DESCRIPTION", entry.description),
        text_line("CATEGORIES", entry.kind),
        fold_line("CLASS:PRIVATE"),
        fold_line("TRANSP:TRANSPARENT"),
        text_line("X-ACCORDING-WHEN", entry.when),
    ]
    if entry.tentative:
        lines.append(fold_line("STATUS:TENTATIVE"))
    if entry.place:
        lines.append(text_line("LOCATION", entry.place))
    if entry.point:
        lines.append(fold_line(f"GEO:{entry.point[1]:.2f};{entry.point[0]:.2f}"))
    if entry.address:
        lines.append(fold_line(f"URL:{entry.address}"))
    return "".join([*lines, fold_line("END:VEVENT")])


def _stamp(edtf: str | None) -> str:
    """The day of the newest report as an instant: the standard wants one, and no clock is asked."""
    try:
        first, _last = bounds(edtf) if edtf else (None, None)
    except BadInput:
        first = None
    return f"{first:%Y%m%d}T000000Z" if first and first.year >= 1000 else "19700101T000000Z"
