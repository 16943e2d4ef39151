"""An EDTF date in; the days it allows, as numbers that compare fast, out. None where it says no day at all."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from according.errors import BadInput
from according.language.edtf import bounds

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class Days(NamedTuple):
    """First and last day, as ordinals of the proleptic calendar; an open end lies at the edge of the calendar."""

    start: int
    end: int

    @property
    def width(self) -> int:
        """How many days it may be."""
        return self.end - self.start + 1

    @property
    def is_open(self) -> bool:
        """Whether one end is open."""
        return self.start == _FIRST or self.end == _LAST

    def overlaps(self, other: Days) -> bool:
        """Whether one day satisfies both."""
        return self.start <= other.end and other.start <= self.end

    def gap(self, other: Days) -> int:
        """Days between the two; 0 where they overlap."""
        return max(0, other.start - self.end, self.start - other.end)

    def hull(self, other: Days) -> Days:
        """The days from the first to the last of both."""
        return Days(min(self.start, other.start), max(self.end, other.end))

    def months(self, around: int = 0) -> range:
        """Numbers of the months it touches, or would touch if it were `around` days longer at both ends."""
        return range(max(0, self.start - around) // 30, (self.end + around) // 30 + 1)


@lru_cache(maxsize=65536)
def days_of(edtf: str) -> Days | None:
    """The days an EDTF date allows; None where it says nothing or cannot be read."""
    if not edtf:
        return None
    try:
        first, last = bounds(edtf)
    except BadInput:
        return None
    if first is None and last is None:
        return None
    return Days(first.toordinal() if first else _FIRST, last.toordinal() if last else _LAST)


def day_text(ordinal: int) -> str:
    """The day of an ordinal, as ISO 8601."""
    return date.fromordinal(min(max(ordinal, _FIRST), _LAST)).isoformat()


def begins_on(edtf: str) -> str:
    """The day something began, of "since 3 February": the closed beginning of an interval with an open end."""
    first, slash, last = edtf.partition("/")
    return first if slash and last in ("..", "") and first[:1].isdigit() else edtf
