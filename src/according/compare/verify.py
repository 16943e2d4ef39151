"""Boxes in, verdicts out: how many words both sides share, and how much those words tell. Order does not matter here."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from according.compare.chains import Boxes
from according.compare.words import Longs

_AT_ONCE = 2_000_000  # words weighed in one go

# Chosen on generated collections with planted, edited copies (bench/reuse.py, seeds 1 to 3).
# The more its words tell, the more a passage may be edited: (bits, share of words in common).
GRADES = ((180.0, 0.35), (130.0, 0.5), (100.0, 0.8), (75.0, 0.92))
LEAST_WORDS = 10  # shorter ones are titles and names of institutions, however rare their words


@dataclass(frozen=True, slots=True)
class Weighed:
    """Per box: what the shared words tell in bits, and their share of the longer side."""

    bits: NDArray[np.float64]
    share: NDArray[np.float64]
    shared: NDArray[np.float64]  # how many words

    def take(self, which: NDArray[np.bool_]) -> Weighed:
        """The verdicts of some boxes."""
        return Weighed(self.bits[which], self.share[which], self.shared[which])

    def holds(self) -> NDArray[np.bool_]:
        """Which boxes are a shared passage and no accident."""
        graded = np.zeros(self.bits.size, np.bool_)
        for bits, share in GRADES:
            graded |= (self.bits >= bits) & (self.share >= share)
        return graded & (self.shared >= LEAST_WORDS)


def weigh_boxes(boxes: Boxes, ids: Longs, bits: NDArray[np.float64]) -> Weighed:
    """Words shared by both sides of each box, a word as often as both have it. `bits` is per place, `ids` number words."""
    told, shared = np.zeros(len(boxes)), np.zeros(len(boxes))
    sizes = (boxes.a1 - boxes.a0) + (boxes.b1 - boxes.b0)
    stretch = np.cumsum(sizes) // _AT_ONCE
    per_id = np.zeros(int(ids.max()) + 1 if ids.size else 0)
    per_id[ids] = bits
    for part in np.unique(stretch):
        which = np.flatnonzero(stretch == part)
        told[which], shared[which] = _weigh(boxes.take(which), ids, per_id)
    longer = np.maximum(boxes.a1 - boxes.a0, boxes.b1 - boxes.b0)
    return Weighed(told, shared / np.maximum(1, longer), shared)


def _weigh(boxes: Boxes, ids: Longs, per_id: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    kinds = per_id.size
    words_a, counts_a = _count(boxes.a0, boxes.a1, ids, kinds)
    words_b, counts_b = _count(boxes.b0, boxes.b1, ids, kinds)
    _, in_a, in_b = np.intersect1d(words_a, words_b, assume_unique=True, return_indices=True)
    both = np.minimum(counts_a[in_a], counts_b[in_b])
    box, word = words_a[in_a] // kinds, words_a[in_a] % kinds
    told = np.bincount(box, both * per_id[word], len(boxes)).astype(np.float64)
    return told, np.bincount(box, both, len(boxes)).astype(np.float64)


def _count(begin: Longs, end: Longs, ids: Longs, kinds: int) -> tuple[Longs, Longs]:
    """Each word of each box once (box times `kinds` plus word), and how often it is there."""
    box, place = spread(begin, end)
    found, counts = np.unique(box * kinds + ids[place], return_counts=True)
    return found, counts


def spread(begin: Longs, end: Longs) -> tuple[Longs, Longs]:
    """All places from `begin` to `end` of each box, one after the other, and which box each is of."""
    lengths = end - begin
    box = np.repeat(np.arange(begin.size), lengths)
    place = np.arange(box.size) - np.repeat(np.cumsum(lengths) - lengths, lengths) + begin[box]
    return box, place
