"""Happenings in; those of one place and day together, out: what one voice calls a march may stand in another event than another's riot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from according.domain.event import Event
from according.reconcile.days import days_of
from according.reconcile.events import Happening

Block = tuple[str, str]  # place and day; the event's id where it has not both


def block_of(event: Event) -> Block:
    """Where the event stands: its place and day, or alone."""
    days = days_of(event.when or "")
    if event.place and days is not None and days.width == 1:
        return event.place, (event.when or "")[:10]
    return "", event.id


def by_place_and_day(happenings: Sequence[Happening]) -> dict[Block, list[Happening]]:
    """Happenings that have one place and one day in common, by both; any other stands alone."""
    blocks: dict[Block, list[Happening]] = defaultdict(list)
    for happening in happenings:
        blocks[block_of(happening.event)].append(happening)
    return blocks
