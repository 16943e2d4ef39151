"""What a run of reconciling changes: lists of findings by part and owner (domain.findings). An empty list: nothing is left of that owner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from according.domain.findings import PARTS, Place


class Outcome:
    """Lists to take the place of what is kept for the same part and owner."""

    def __init__(self) -> None:
        self.made: dict[Place, tuple[Any, ...]] = {}

    def put(self, part: str, owner: str, nouns: Iterable[Any]) -> None:
        """What there is of this part for this owner now."""
        if part not in PARTS:
            raise KeyError(part)
        self.made[part, owner] = tuple(nouns)

    def drop(self, parts: Sequence[str], owner: str) -> None:
        """Nothing is left of these parts for this owner."""
        for part in parts:
            self.put(part, owner, ())
