"""Runs in, boxes out: runs of two texts that lie close together in both are one passage, in whatever order they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from according.compare.seeds import Runs
from according.compare.words import Longs

GAP = 50  # words between two runs of one passage: two or three sentences left out


@dataclass(frozen=True, slots=True)
class Boxes:
    """Stretches of two texts that may be one passage; ends exclusive, places count words over all texts."""

    a0: Longs
    a1: Longs
    b0: Longs
    b1: Longs
    pair: Longs

    def take(self, which: NDArray[np.bool_] | Longs) -> Boxes:
        """Some of the boxes, in the order given."""
        return Boxes(*(getattr(self, name)[which] for name in Boxes.__slots__))

    def __len__(self) -> int:
        return int(self.a0.size)


def group_runs(runs: Runs, gap: int = GAP) -> Longs:
    """A number for each run; runs with equal numbers belong together.

    Cuts wherever one side has a gap, first by the first text, then by the second, until no cut is left: what remains
    together is close in both. The result depends on no order of runs.
    """
    number = runs.pair
    parts = 0
    while True:
        number = _cut(number, runs.a0, runs.a1, gap)
        number = _cut(number, runs.b0, runs.b1, gap)
        now = int(number.max()) + 1 if number.size else 0
        if now == parts:
            return number
        parts = now


def _cut(number: Longs, begin: Longs, end: Longs, gap: int) -> Longs:
    """Numbers the groups anew, split where nothing reaches within `gap` words of what follows."""
    order = np.lexsort((begin, number))
    group = np.cumsum(np.append(False, np.diff(number[order]) != 0)) if order.size else order
    lift = (int(end.max()) + gap + 1) if end.size else 0
    reach = np.maximum.accumulate(end[order] + group * lift)
    opens = np.append(True, (begin[order] + group * lift)[1:] > reach[:-1] + gap)[: order.size]
    out = np.empty_like(number)
    out[order] = np.cumsum(opens) - 1
    return out


def box_runs(runs: Runs, number: Longs) -> Boxes:
    """The box around each group of runs."""
    order = np.argsort(number, kind="stable")
    first = np.flatnonzero(np.append(True, np.diff(number[order]) != 0)) if order.size else order
    return Boxes(
        np.minimum.reduceat(runs.a0[order], first) if first.size else first,
        np.maximum.reduceat(runs.a1[order], first) if first.size else first,
        np.minimum.reduceat(runs.b0[order], first) if first.size else first,
        np.maximum.reduceat(runs.b1[order], first) if first.size else first,
        runs.pair[order][first],
    )


def merge_boxes(boxes: Boxes) -> Boxes:
    """Boxes of one pair that overlap on both sides become one; sorted by pair, then place."""
    while len(boxes):
        runs = Runs(boxes.a0, boxes.a1, boxes.b0, boxes.b1, np.ones_like(boxes.a0), boxes.pair)
        joined = box_runs(runs, group_runs(runs, gap=0))
        if len(joined) == len(boxes):
            return joined
        boxes = joined
    return boxes
