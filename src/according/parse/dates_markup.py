"""Stamps and dates as markup, feeds and exports print them in, Dated out: raw kept, a doubtful zone said, none guessed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from according.domain.document import Dated
from according.parse.datelines import read_date_line

_STAMP = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\s?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?\s*\Z",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])(?:/(0?[1-9]|[12]\d|3[01]))?/")
_IN_TEXT = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|(?:(?P<before>[^\W\d_]{3,12}\.?)\s+)?\d{1,2}(?:st|nd|rd|th|er|º|\.|-го)?(?:\s+(?:de|del|of))?,?\s+(?:[^\W\d_]{3,12}\.?(?:\s+(?:de|del))?,?\s+)?\d{4})"
)
_SPLIT_NUMBERS = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.?\s+(\d{4})\b")  # "13.08 2015"
_ZERO = "0000-00-00"


def read_stamp(raw: str | None, basis: str) -> Dated | None:
    """A machine stamp as a web page prints it. `+00:00` and Z are what old WordPress themes print for local time whatever
    the zone, so only the local day is taken and the zone is marked doubtful; any other offset is believed.
    """
    found = _STAMP.match((raw or "").strip())
    if not found:
        return None
    day = _day(found)
    if day is None:
        return None
    if found.group(4) is None:
        return Dated(day, basis, raw=found.string)
    offset = (found.group(7) or "").upper()
    if offset in ("", "Z", "UTC", "GMT", "+00:00", "-00:00", "+0000", "-0000"):
        return Dated(day, basis, raw=found.string, doubt="zone")
    clock = f"{found.group(4)}:{found.group(5)}:{found.group(6) or '00'}"
    return _valid(Dated(f"{day}T{clock}{offset[:3]}:{offset[-2:]}", basis, raw=found.string))


def read_instant(raw: str | None, basis: str) -> Dated | None:
    """A stamp of a feed or of article metadata, whose zone is believed: RFC 2822 or ISO 8601. Without a zone only the day counts."""
    words = (raw or "").strip()
    found = _STAMP.match(words)
    if found:
        day = _day(found)
        if day is None:
            return None
        if found.group(4) is None:
            return Dated(day, basis, raw=words)
        offset = (found.group(7) or "").upper()
        if not offset:
            return Dated(day, basis, raw=words, doubt="zone")
        shown = "Z" if offset in ("Z", "UTC", "GMT") else f"{offset[:3]}:{offset[-2:]}"
        return _valid(
            Dated(f"{day}T{found.group(4)}:{found.group(5)}:{found.group(6) or '00'}{shown}", basis, raw=words)
        )
    try:
        moment = parsedate_to_datetime(words)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        return Dated(moment.date().isoformat(), basis, raw=words, doubt="zone")
    return Dated(moment.isoformat(timespec="seconds"), basis, raw=words)


def read_local_pair(local: str | None, gmt: str | None, basis: str) -> Dated | None:
    """The instant of an export's local and GMT stamps: their difference is the zone. One alone gives a doubtful local day."""
    here, there = _moment(local), _moment(gmt)
    raw = (local or gmt or "").strip() or None
    if here is not None and there is not None:
        apart = here - there
        minutes = round(apart.total_seconds() / 60)
        if abs(minutes) <= 16 * 60 and minutes % 15 == 0:
            moment = here.replace(tzinfo=timezone(timedelta(minutes=minutes)) if minutes else UTC)
            return Dated(moment.isoformat(timespec="seconds"), basis, raw=raw)
        return Dated(here.date().isoformat(), basis, raw=raw, doubt="zone")
    if here is not None:
        return Dated(here.date().isoformat(), basis, raw=raw, doubt="zone")
    if there is not None:
        return Dated(there.replace(tzinfo=UTC).isoformat(timespec="seconds"), basis, raw=raw)
    return None


def read_printed(words: str, basis: str) -> Dated | None:
    """The date a reader sees ("Posted on December 5, 2006 at 10:41 am by A", "21 марта 2013"): the local day, time in `raw`."""
    line = _SPLIT_NUMBERS.sub(r"\1.\2.\3", " ".join(words.split())[:120])
    dated = read_date_line(line, basis) if len(line) <= 80 else None
    printed = line
    if dated is None:
        for found in _IN_TEXT.finditer(line):
            for start in sorted({found.start(), found.end("before") if found.group("before") else found.start()}):
                dated = read_date_line(line[start : found.end()].strip(), basis)
                if dated is not None:
                    printed = line[start : found.end()].strip()
                    break
            if dated is not None:
                break
    if dated is None:
        return None
    return replace(dated, edtf=dated.edtf.partition("T")[0], raw=printed)


_SLASHED = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
_MONTH_FIRST = frozenset(("en", "fil", "tl"))  # languages some of whose writers print the month first


def settle_order(dated: Dated | None, language: str | None) -> Dated | None:
    """A date of two readings (03/04/2012) on a page in a language that always prints the day first; others stay as they are."""
    if dated is None or not dated.edtf.startswith("[") or language is None or language in _MONTH_FIRST:
        return dated
    found = _SLASHED.search(dated.raw or "")
    day = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else ""
    return replace(dated, edtf=day) if day in dated.edtf.strip("[]").split(",") else dated


def read_address(address: str | None) -> Dated | None:
    """The day or month a permalink carries (/2011/12/20/ or /2011/12/): what the site's own clock said."""
    found = _IN_ADDRESS.search(address or "")
    if not found:
        return None
    year, month, day = found.groups()
    edtf = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    return _valid(Dated(edtf, "address", raw=found.group(0)))


def _day(found: re.Match[str]) -> str | None:
    year, month, day = (int(found.group(number)) for number in (1, 2, 3))
    try:
        return datetime(year, month, day, tzinfo=UTC).date().isoformat()
    except ValueError:
        return None


def _moment(stamp: str | None) -> datetime | None:
    words = (stamp or "").strip()
    if not words or words.startswith(_ZERO):
        return None
    found = _STAMP.match(words)
    if not found or _day(found) is None:
        return None
    hour, minute, second = (int(found.group(number) or 0) for number in (4, 5, 6))
    try:
        return datetime.fromisoformat(f"{_day(found)}T{hour:02d}:{minute:02d}:{second:02d}")
    except ValueError:
        return None


def _valid(dated: Dated) -> Dated | None:
    try:
        if "T" in dated.edtf:
            datetime.fromisoformat(dated.edtf.replace("Z", "+00:00"))
        elif dated.edtf.count("-") == 2:
            datetime.fromisoformat(dated.edtf)
    except ValueError:
        return None
    return dated
