"""Boxes in, boxes out, longer where the words beyond their ends still fit, also when a few are changed, left out or put in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from according.compare.chains import Boxes
from according.compare.words import Longs, Words, count_bits

BAND = 6  # words one side may run ahead of the other
REACH = 400  # words looked at beyond an end
ALIKE = 0.7  # what a word counts that shares half its letter pairs: another ending, a slip of the scanner
MISS = 0.55  # what a word costs that fits nothing
GIVE_UP = 4.0  # how far the sum may fall below its best before the search ends (x-drop, as in BLAST)
_NEVER = -1e9


def alike(words: Words, ids: Longs, a: Longs, b: Longs) -> NDArray[np.float64]:
    """1 where two words are equal, `ALIKE` where half their letter pairs are shared, 0 elsewhere."""
    shared = count_bits(words.letters[a] & words.letters[b])
    half = shared * 3 >= words.pairs[a] + words.pairs[b]  # shared / (a + b - shared) >= 1/2
    return np.where(ids[a] == ids[b], 1.0, np.where(half, ALIKE, 0.0))


def told_beside(
    words: Words, ids: Longs, bits: NDArray[np.float64], a: Longs, b: Longs, step: int, reach: int = 10
) -> NDArray[np.float64]:
    """What equal words tell among the next `reach` beyond (`a`, `b`), at the same distance. A cheap look before a long one."""
    told = np.zeros(a.size)
    bound_a, bound_b = _bounds(words, a, step), _bounds(words, b, step)
    for row in range(1, reach + 1):
        x, y = a + step * row, b + step * row
        inside = ((bound_a - x) * step > 0) & ((bound_b - y) * step > 0)
        x, y = np.where(inside, x, a), np.where(inside, y, b)
        told += np.where(inside & (ids[x] == ids[y]), bits[x], 0.0)
    return told


def reach_out(words: Words, ids: Longs, a: Longs, b: Longs, step: int) -> tuple[Longs, Longs]:
    """How many words beyond (`a`, `b`) still fit, on either side, going on by `step` (1 or -1).

    All ends are taken forward together, one word of the first side at a time, with a band of `BAND` words either way.
    """
    gained_a, gained_b = np.zeros_like(a), np.zeros_like(b)
    bound_a, bound_b = _bounds(words, a, step), _bounds(words, b, step)
    width = 2 * BAND + 1
    slope = np.arange(width, dtype=np.float64) * MISS
    live = np.arange(a.size)
    score = np.full((a.size, width), _NEVER)
    score[:, BAND] = 0.0
    best = np.zeros(a.size)
    lags = np.arange(width) - BAND
    for row in range(1, REACH + 1):
        live_rows = (bound_a[live] - (a[live] + step * row)) * step > 0
        live, score = live[live_rows], score[live_rows]
        if not live.size:
            break
        score = _next_row(words, ids, a[live] + step * row, b[live], bound_b[live], step, row, score, slope)
        top = score.argmax(axis=1)
        value = score[np.arange(live.size), top]
        better = value > best[live]
        winners = live[better]
        best[winners] = value[better]
        gained_a[winners] = row
        gained_b[winners] = row + lags[top[better]]
        going = value >= best[live] - GIVE_UP
        live, score = live[going], score[going]
    return gained_a, gained_b


def _next_row(
    words: Words, ids: Longs, at: Longs, b: Longs, bound: Longs, step: int, row: int,
    score: NDArray[np.float64], slope: NDArray[np.float64],
) -> NDArray[np.float64]:  # fmt: skip
    """One word further on the first side: fit, leave out there, or leave out on the second side."""
    width = slope.size
    column = row + np.arange(width) - BAND
    place = b[:, None] + step * column[None, :]
    open_ = (column[None, :] >= 1) & ((bound[:, None] - place) * step > 0)
    safe = np.where(open_, place, b[:, None])
    fit = alike(words, ids, np.repeat(at, width), safe.ravel()).reshape(safe.shape)
    fit = np.where(fit > 0, fit, -MISS)
    fresh = np.where(open_, score + fit, _NEVER)
    fresh[:, :-1] = np.maximum(fresh[:, :-1], np.where(column[:-1] >= 0, score[:, 1:] - MISS, _NEVER))
    run_ahead: NDArray[np.float64] = np.maximum.accumulate(fresh + slope, axis=1) - slope
    return np.where((column[None, :] >= 0) & (open_ | (column[None, :] == 0)), run_ahead, fresh)


def _bounds(words: Words, places: Longs, step: int) -> Longs:
    """The first place beyond the text, going by `step`."""
    text = words.text[places]
    return words.first[text + 1] if step > 0 else words.first[text] - 1


def draw_to_lines(words: Words, boxes: Boxes) -> Boxes:
    """Boxes that begin or end a word or two inside a line of both texts take those in.

    A figure changed at the head of a copied paragraph ("Nine were killed", "Eleven were killed") belongs to the passage.
    """
    ends_line = np.append(words.opens[1:], True)
    head_a, head_b = (_left_in_line(words.opens, side, -1) for side in (boxes.a0, boxes.b0))
    tail_a, tail_b = (_left_in_line(ends_line, side - 1, 1) for side in (boxes.a1, boxes.b1))
    head, tail = (head_a > 0) & (head_b > 0), (tail_a > 0) & (tail_b > 0)
    return Boxes(
        boxes.a0 - head_a * head,
        boxes.a1 + tail_a * tail,
        boxes.b0 - head_b * head,
        boxes.b1 + tail_b * tail,
        boxes.pair,
    )


def _left_in_line(limits: NDArray[np.bool_], places: Longs, step: int) -> Longs:
    """How many words (1 or 2) lie between a place and the limit of its line; 0 where none or more do."""
    out = np.zeros_like(places)
    inside = ~limits[places]
    for count in (1, 2):
        at = np.where(inside, places + step * count, places)
        reached = inside & limits[at]
        out[reached] = count
        inside &= ~reached
    return out
