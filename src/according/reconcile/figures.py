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


def range_of(value: AccountValue) -> Range:
    """What the figure allows. Rounding words widen it by a tenth."""
    low = float(value.min) if value.min is not None else 0.0
    high = float(value.max) if value.max is not None else math.inf
    if value.qualifier in ("about", "nearly", "approximately", "almost"):
        low, high = math.floor(low * 0.9), math.ceil(high * 1.1) if math.isfinite(high) else high
    return Range(low, high)
