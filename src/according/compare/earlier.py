"""Two documents in, out who had shared words first and why: by what they say of their source, else by their dates. Unknown is said, not guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from according.domain.document import Dated, Document, Outlet
from according.domain.shared import Earlier

_STAMP = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$")
_ANY_ZONE = timedelta(hours=14)  # local time is never further from UTC
_DAY = timedelta(days=1)
_SLIPS = 2.0  # days by which a date copied by hand, or in another zone, may be wrong
_NO_PROOF = ("bounds", "missing", "future")  # doubts under which a date proves nothing


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last instant a date may mean, in UTC."""

    low: datetime
    high: datetime


def who_had_first(a: Document, b: Document) -> tuple[Earlier, str]:
    """Which of two documents had the words first, with the reason in words.

    A document that names the other's outlet as its source had them later, unless the dates show that the other came
    days after it: then the source was another report of that outlet.
    """
    by_date, why, days = _by_date(a, b)
    a_from_b, b_from_a = _names_as_source(a, b), _names_as_source(b, a)
    if a_from_b == b_from_a:
        return by_date, why
    first, later = (Earlier.B, "a") if a_from_b else (Earlier.A, "b")
    if by_date not in (first, Earlier.UNKNOWN) and days > _SLIPS:
        return by_date, f"{why}; {later} names the outlet of {first.value} as its source, but another report of it"
    return first, f"{later} names the outlet of {first.value} as its source"


def _by_date(a: Document, b: Document) -> tuple[Earlier, str, float]:
    """The same by dates alone, and how many days at least lie between."""
    when_a, when_b = _appeared(a), _appeared(b)
    if when_a is None or when_b is None:
        return Earlier.UNKNOWN, "dates are missing", 0.0
    for dated in (when_a, when_b):
        if dated.doubt and any(doubt in dated.doubt for doubt in _NO_PROOF):
            return Earlier.UNKNOWN, f"a date is doubtful: {dated.doubt}", 0.0
    span_a, span_b = read_interval(when_a), read_interval(when_b)
    if span_a is None or span_b is None:
        return Earlier.UNKNOWN, "a date cannot be read", 0.0
    if span_a.high < span_b.low:
        return Earlier.A, f"a appeared {when_a.edtf}, b {when_b.edtf}", (span_b.low - span_a.high) / _DAY
    if span_b.high < span_a.low:
        return Earlier.B, f"b appeared {when_b.edtf}, a {when_a.edtf}", (span_a.low - span_b.high) / _DAY
    return Earlier.UNKNOWN, f"the dates do not tell: a {when_a.edtf}, b {when_b.edtf}", 0.0


def _appeared(document: Document) -> Dated | None:
    """When the words appeared at their origin; for a copy whose origin is undated that is not known."""
    if document.published is not None:
        return document.published
    return None if document.repost_of else document.posted


def _names_as_source(copy: Document, source: Document) -> bool:
    """Whether `copy` says it has its words from the outlet of `source`."""
    origins = [link.outlet for link in copy.repost_of]
    if copy.outlet is not None and _is_copy(copy):
        origins.append(copy.outlet)
    own = source.outlet
    if own is None or _is_copy(source):
        return False  # the source is itself a copy: who of the two copied is for the dates to tell
    return any(_same_outlet(origin, own) for origin in origins)


def _is_copy(document: Document) -> bool:
    """Whether it stands in a post of another outlet than its own."""
    site = document.post.outlet if document.post is not None else None
    return site is not None and document.outlet is not None and not _same_outlet(site, document.outlet)


def _same_outlet(a: Outlet, b: Outlet) -> bool:
    keys_a, keys_b = _outlet_keys(a), _outlet_keys(b)
    return bool(keys_a & keys_b)


def _outlet_keys(outlet: Outlet) -> set[str]:
    keys = {outlet.name, outlet.address or ""}
    return {key.casefold().removeprefix("www.").removeprefix("the ").strip() for key in keys} - {""}


def read_interval(dated: Dated) -> Interval | None:
    """The instants an EDTF date may mean: a set or interval spans its members; without a zone, anywhere on earth."""
    parts = [part for part in re.split(r"[/,]|\.\.", dated.edtf.strip("[]{}")) if part]
    read = [_read_stamp(part.strip("~?% "), dated.doubt) for part in parts]
    known = [interval for interval in read if interval is not None]
    if not known or len(known) != len(parts) or ".." in dated.edtf:
        return None
    return Interval(min(one.low for one in known), max(one.high for one in known))


def _read_stamp(text: str, doubt: str | None) -> Interval | None:
    found = _STAMP.match(text)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        low = datetime(
            int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0),
            tzinfo=UTC,
        )  # fmt: skip
    except ValueError:
        return None
    if hour is None:
        # Days are taken as printed: two outlets of one region rarely differ in zone, and "a day later" is what readers see.
        return Interval(low, _last_instant(low, month, day))
    if zone is None or (doubt and "zone" in doubt):
        return Interval(low - _ANY_ZONE, low + _ANY_ZONE)
    low -= _offset(zone)
    return Interval(low, low)


def _last_instant(low: datetime, month: str | None, day: str | None) -> datetime:
    if day is not None:
        after = low + timedelta(days=1)
    elif month is not None:
        after = (low.replace(day=1) + timedelta(days=32)).replace(day=1)
    else:
        after = low.replace(year=low.year + 1) if low.year < 9999 else low
    return after - timedelta(seconds=1)


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta()
    digits = zone[1:].replace(":", "")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -size if zone[0] == "-" else size
