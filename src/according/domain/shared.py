"""Which words stand in which other document, and who had them first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from according.domain.passage import Span


class Earlier(StrEnum):
    """Who had the words first."""

    A = "a"
    B = "b"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Words of document `a` that stand, perhaps a little changed, in document `b`. `a` < `b` as ids."""

    a: str
    a_span: Span
    b: str
    b_span: Span
    similarity: float  # 0 to 1, share of words in common over the longer side, rounded to 4 places
    earlier: Earlier = Earlier.UNKNOWN
    why: str = "dates are missing"  # reason for `earlier`
