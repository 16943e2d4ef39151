"""Dates as ISO 8601-2 (EDTF) in, the days they bound and how they compare out. Never guesses a part that is not written.

Source of the grammar: Extended Date/Time Format, Library of Congress, levels 0 to 2 as far as reports need them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from according.errors import BadInput
from according.language.calendar import make_day, month_length, week_of


class Precision(StrEnum):
    """How finely a date is said, finest first."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    UNKNOWN = "unknown"


class Order(StrEnum):
    """How two dates lie on the line of time."""

    BEFORE = "before"
    SAME = "same"
    AFTER = "after"
    OVERLAPS = "overlaps"  # neither can be said to be first
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day; None where open or unknown."""

    first: date | None
    last: date | None


_SIMPLE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?:W(?P<week>\d\d)(?:-(?P<weekday>[1-7]))?|(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?"
    r"(?P<time>T[0-2]\d:?[0-5]\d(?::?[0-6]\d(?:\.\d+)?)?(?:Z|[+-][01]\d:?\d\d)?)?))?"
)
_SEASON_MONTHS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
_MARKS = str.maketrans("", "", "~?%")
_OPEN = ("..", "")


def is_edtf(text: str) -> bool:
    """Whether `text` can be read as EDTF."""
    try:
        find_bounds(text)
    except BadInput:
        return False
    return True


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of what `edtf` says; None where open or unknown (also for what no calendar holds). A winter reaches into the next year.

    Raises BadInput where `edtf` is not EDTF.
    """
    found = find_bounds(edtf)
    return found.first, found.last


@lru_cache(maxsize=65536)
def find_bounds(edtf: str) -> Bounds:
    """As `bounds`, as one value."""
    text = edtf.strip().translate(_MARKS)
    if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
        parts = [_bounds_of_part(part.strip()) for part in text[1:-1].split(",") if part.strip()]
        if not parts:
            raise _bad(edtf)
        return _hull(parts)
    return _bounds_of_part(text, edtf)


def _bounds_of_part(text: str, whole: str | None = None) -> Bounds:
    """An interval with a slash, a run with two dots inside a set, or one date."""
    if "/" in text:
        left, _, right = text.partition("/")
        if left in _OPEN and right in _OPEN:
            raise _bad(whole or text)
        return _between(left, right, whole or text)
    if ".." in text:
        left, _, right = text.partition("..")
        if not left and not right:
            raise _bad(whole or text)
        return _between(left, right, whole or text)
    return _bounds_of_simple(text, whole or text)


def _between(left: str, right: str, whole: str) -> Bounds:
    first = None if left in _OPEN else _bounds_of_simple(left, whole).first
    last = None if right in _OPEN else _bounds_of_simple(right, whole).last
    if first and last and first > last:
        raise BadInput(f"the interval {whole!r} ends before it begins; write the earlier date first", edtf=whole)
    return Bounds(first, last)


def _bounds_of_simple(text: str, whole: str) -> Bounds:
    match = _SIMPLE.fullmatch(text)
    if match is None:
        raise _bad(whole)
    year_text, month_text, day_text = match["year"], match["month"], match["day"]
    if year_text == "XXXX" or year_text.startswith("-") or year_text == "0000":
        return Bounds(None, None)
    if "X" in year_text:
        low, high = int(year_text.replace("X", "0")), int(year_text.replace("X", "9"))
        return Bounds(make_day(max(low, 1), 1, 1), make_day(high, 12, 31))
    year = int(year_text)
    if match["week"]:
        return _week(year, int(match["week"]), match["weekday"], whole)
    if month_text is None or month_text == "XX":
        return Bounds(date(year, 1, 1), date(year, 12, 31))
    month = int(month_text)
    if month in _SEASON_MONTHS and day_text is None:
        return _run_of_months(year, *_SEASON_MONTHS[month])
    if not 1 <= month <= 12:
        raise _bad(whole)
    if day_text is None or day_text == "XX":
        return Bounds(date(year, month, 1), date(year, month, month_length(year, month)))
    day = make_day(year, month, int(day_text))
    if day is None:
        raise _bad(whole)
    return Bounds(day, day)


def _week(year: int, week: int, weekday: str | None, whole: str) -> Bounds:
    try:
        monday = date.fromisocalendar(year, week, int(weekday or 1))
    except ValueError:
        raise _bad(whole) from None
    return Bounds(monday, monday if weekday else min(monday, date.max - timedelta(days=6)) + timedelta(days=6))


def _run_of_months(year: int, month: int, months: int) -> Bounds:
    index = month - 1 + months - 1
    last_year, last_month = min(year + index // 12, date.max.year), index % 12 + 1
    return Bounds(date(year, month, 1), date(last_year, last_month, month_length(last_year, last_month)))


def _hull(parts: list[Bounds]) -> Bounds:
    firsts, lasts = [part.first for part in parts], [part.last for part in parts]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    return Bounds(first, last)


def _bad(edtf: str) -> BadInput:
    return BadInput(
        f"{edtf[:60]!r} is not a date as ISO 8601-2 writes it; write 2011, 2011-12, 2011-12-16 or 2011-12-14/2011-12-16",
        edtf=edtf,
    )


def members(edtf: str) -> tuple[str, ...]:
    """The readings that stay: those of a set `[a,b]` (a run `a..b` stays one member, as an interval), else the date itself."""
    text = edtf.strip()
    if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
        found = (part.strip() for part in text[1:-1].split(","))
        return tuple(part.replace("..", "/") if ".." in part.strip(".") else part for part in found if part)
    return (text,)


def precision(edtf: str) -> Precision:
    """How finely the date is said; of a set the coarsest of its members."""
    parts = members(edtf)
    if len(parts) > 1:
        order = list(Precision)
        return max((precision(part) for part in parts), key=order.index)
    text = parts[0].translate(_MARKS) if parts else ""
    if "/" in text:
        return _precision_of_interval(text)
    match = _SIMPLE.fullmatch(text)
    if match is None or (match["year"] == "XXXX" and not match["month"]):
        return Precision.UNKNOWN
    if match["time"]:
        return Precision.TIME
    if match["week"]:
        return Precision.DAY if match["weekday"] else Precision.WEEK
    if match["day"] and match["day"] != "XX":
        return Precision.DAY
    if match["month"] and match["month"] != "XX":
        return Precision.MONTH if int(match["month"]) <= 12 else Precision.SEASON
    if match["year"].endswith("XX"):
        return Precision.CENTURY
    return Precision.DECADE if match["year"].endswith("X") else Precision.YEAR


def _precision_of_interval(text: str) -> Precision:
    found = find_bounds(text)
    if found.first and found.last:
        if found.first == found.last:
            return Precision.DAY
        if (found.first, found.last) == week_of(found.first):
            return Precision.WEEK
    return Precision.RANGE


def is_approximate(edtf: str) -> bool:
    """Whether any part is marked approximate or uncertain."""
    return any(mark in edtf for mark in "~?%")


def overlaps(a: str, b: str) -> bool:
    """Whether some day lies in both; an open or unknown bound reaches for ever. Members of a set are tried one by one."""
    return any(_touch(find_bounds(x), find_bounds(y)) for x in members(a) for y in members(b))


def _touch(a: Bounds, b: Bounds) -> bool:
    return (a.first or date.min) <= (b.last or date.max) and (b.first or date.min) <= (a.last or date.max)


def compatible(a: str, b: str) -> bool:
    """Whether both can be true of one happening: they overlap, or one is approximate and the other not far (a month, for days; a year, else)."""
    if overlaps(a, b):
        return True
    if not (is_approximate(a) or is_approximate(b)):
        return False
    coarse = {precision(a), precision(b)} & {Precision.YEAR, Precision.DECADE, Precision.CENTURY}
    slack = timedelta(days=366 if coarse else 31)
    x, y = find_bounds(a), find_bounds(b)
    gap = max(
        (x.first - y.last) if x.first and y.last else timedelta(0),
        (y.first - x.last) if y.first and x.last else timedelta(0),
    )
    return gap <= slack


def compare(a: str, b: str) -> Order:
    """Whether `a` lies wholly before or after `b`, bounds the same days, overlaps, or cannot be said."""
    x, y = find_bounds(a), find_bounds(b)
    if x == Bounds(None, None) or y == Bounds(None, None):
        return Order.UNKNOWN
    if x == y:
        return Order.SAME
    if x.last and y.first and x.last < y.first:
        return Order.BEFORE
    if y.last and x.first and y.last < x.first:
        return Order.AFTER
    return Order.OVERLAPS


def sort_key(edtf: str) -> tuple[date, date]:
    """Orders dates by first day, then last; unknown bounds stand at the ends."""
    found = find_bounds(edtf)
    return found.first or date.min, found.last or date.max


def format_day(day: date) -> str:
    """2011-12-16."""
    return day.isoformat()


def format_month(year: int, month: int) -> str:
    """2011-12."""
    return f"{year:04d}-{month:02d}"


def format_year(year: int) -> str:
    """2011."""
    return f"{year:04d}"


def format_interval(first: date, last: date) -> str:
    """2011-12-14/2011-12-16, or the one day where both are the same."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def format_set(readings: list[str]) -> str:
    """[2011-12-16,2011-12-17]: one of these; the reading itself where only one is left."""
    ordered = sorted(set(readings), key=lambda reading: (sort_key(reading), reading))
    return ordered[0] if len(ordered) == 1 else "[" + ",".join(ordered) + "]"
