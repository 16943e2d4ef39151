"""A figure as said in; the numbers it allows, out. "At least 10" allows 15; "about 70" does not allow 15."""

from __future__ import annotations

import math
from dataclasses import dataclass

from according.domain.event import AccountValue


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers a figure allows, both ends in. `high` may be infinite."""

    low: float
    high: float

    def overlaps(self, other: Range) -> bool:
        """Whether one number satisfies both."""
        return self.low <= other.high and other.low <= self.high


_ROUND_FROM = 100  # below it people are counted one by one
_ROUND_MOST = 0.05  # a round figure is taken to be off by a twentieth at most


def range_of(value: AccountValue) -> Range:
    """What the figure allows. Rounding words widen it by a tenth; "12,000" without one allows 11,600 as well."""
    low = float(value.min) if value.min is not None else 0.0
    high = float(value.max) if value.max is not None else math.inf
    if value.qualifier in ("about", "nearly", "approximately", "almost"):
        low, high = math.floor(low * 0.9), math.ceil(high * 1.1) if math.isfinite(high) else high
    elif value.qualifier is None and value.min is not None and value.min == value.max:
        slack = rounding(value.min)
        low, high = low - slack, high + slack
    return Range(low, high)


def rounding(number: int) -> float:
    """By how much a figure that ends in zeros may be off: half of its last counted place, a twentieth at most."""
    if number < _ROUND_FROM or number % 10:
        return 0.0
    place = 10
    while number % (place * 10) == 0:
        place *= 10
    return min(place / 2, number * _ROUND_MOST)
