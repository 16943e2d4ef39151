"""Documents in, shared passages out: which words of one stand, perhaps a little changed, in another, and who had them first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from according.compare.chains import Boxes, box_runs, group_runs, merge_boxes
from according.compare.earlier import who_had_first
from according.compare.seeds import COMMON, Runs, find_runs
from according.compare.stretch import draw_to_lines, reach_out, told_beside
from according.compare.verify import Weighed, weigh_boxes
from according.compare.weights import weigh_words
from according.compare.words import Longs, Words, split_words
from according.domain.document import Document
from according.domain.passage import Span
from according.domain.shared import SharedPassage

_LEAST_BITS = 30.0  # what the words of the seeds must tell before a group is looked at closely: three rare words
_CLEAR_BITS = 55.0  # the same with the words beside
_LEAST_COVER = 0.2  # share of a group's words that stand in seeds; less is a vocabulary in common, not a text


def shared_passages(documents: Iterable[Document]) -> list[SharedPassage]:
    """Every passage two documents share, sorted by documents and place; the same whatever the order of `documents`.

    Found also after small edits: a figure changed, words replaced, sentences in another order. What an outlet prints
    under everything is left out. Cost: about 1 CPU second per 2 MB of text.
    """
    ordered = sorted({document.id: document for document in documents}.values(), key=lambda one: one.id)
    if len(ordered) < 2:
        return []
    words = split_words([document.text.content for document in ordered])
    boxes, weighed = find_boxes(words, _number_outlets(ordered))
    passages = [_to_passage(ordered, words, boxes, index, float(weighed.share[index])) for index in range(len(boxes))]
    return sorted(passages, key=lambda one: (one.a, one.b, one.a_span.start, one.b_span.start, one.a_span.end))


def find_boxes(words: Words, outlets: Longs) -> tuple[Boxes, Weighed]:
    """The shared passages as places of words, each with its weight."""
    _, ids = np.unique(words.hashes, return_inverse=True)
    ids = ids.astype(np.int64).reshape(-1)
    bits = weigh_words(words, ids)
    runs = find_runs(words, outlets)
    number = group_runs(runs)
    kept = _worth_a_look(words, ids, runs, number, bits)
    boxes = _stretch(words, ids, runs.take(kept), number[kept])
    boxes = _settle(boxes, ids, bits)
    alone = _without(runs, boxes, bits)  # a group spoilt by stray runs may hide a passage in its best run
    more = _settle(_stretch(words, ids, alone, np.arange(alone.a0.size)), ids, bits)
    parts = (boxes, more, _whole_texts(words))
    joined = Boxes(*(np.concatenate([getattr(part, name) for part in parts]) for name in Boxes.__slots__))
    joined = draw_to_lines(words, merge_boxes(joined))
    again = weigh_boxes(joined, ids, bits)
    holds = again.holds()
    return joined.take(holds), again.take(holds)


def _worth_a_look(words: Words, ids: Longs, runs: Runs, number: Longs, bits: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which runs are of a group whose seeds, and equal words just beyond them, say something, and cover enough of it."""
    if not number.size:
        return np.zeros(0, np.bool_)
    told = np.append(0.0, np.cumsum(bits))
    value = np.bincount(number, told[runs.a1] - told[runs.a0]).astype(np.float64)
    boxes = box_runs(runs, number)
    longer = np.maximum(boxes.a1 - boxes.a0, boxes.b1 - boxes.b0)
    cover = np.bincount(number, runs.covered) / longer
    weak = np.flatnonzero((value >= _LEAST_BITS) & (value < _CLEAR_BITS))
    first, last = (ends[weak] for ends in _outermost(runs, number))
    value[weak] += told_beside(words, ids, bits, runs.a0[first], runs.b0[first], -1)
    value[weak] += told_beside(words, ids, bits, runs.a1[last] - 1, runs.b1[last] - 1, 1)
    worth: NDArray[np.bool_] = ((value >= _CLEAR_BITS) & (cover >= _LEAST_COVER))[number]
    return worth


def _stretch(words: Words, ids: Longs, runs: Runs, number: Longs) -> Boxes:
    """The box around each group, longer at the ends of its first and its last run."""
    boxes = box_runs(runs, number)
    if not len(boxes):
        return boxes
    first, last = _outermost(runs, number)
    back_a, back_b = reach_out(words, ids, runs.a0[first], runs.b0[first], -1)
    on_a, on_b = reach_out(words, ids, runs.a1[last] - 1, runs.b1[last] - 1, 1)
    return Boxes(
        np.minimum(boxes.a0, runs.a0[first] - back_a),
        np.maximum(boxes.a1, runs.a1[last] + on_a),
        np.minimum(boxes.b0, runs.b0[first] - back_b),
        np.maximum(boxes.b1, runs.b1[last] + on_b),
        boxes.pair,
    )


def _outermost(runs: Runs, number: Longs) -> tuple[Longs, Longs]:
    """Of each group the run that starts first and the one that ends last, by the first text."""
    by_start = np.lexsort((runs.b0, runs.a0, number))
    opens = np.flatnonzero(np.append(True, np.diff(number[by_start]) != 0))
    by_end = np.lexsort((runs.b1, runs.a1, number))
    closes = np.append(opens[1:], number.size) - 1
    return by_start[opens], by_end[closes]


def _settle(boxes: Boxes, ids: Longs, bits: NDArray[np.float64]) -> Boxes:
    """Overlapping boxes made one, and those that hold."""
    joined = merge_boxes(boxes)
    return joined.take(weigh_boxes(joined, ids, bits).holds())


def _without(runs: Runs, boxes: Boxes, bits: NDArray[np.float64]) -> Runs:
    """Runs that say enough by themselves and that no box of their pair holds."""
    told = np.append(0.0, np.cumsum(bits))
    long_enough = runs.take(told[runs.a1] - told[runs.a0] >= _CLEAR_BITS)
    if not len(boxes) or not long_enough.pair.size:
        return long_enough
    inside = np.zeros(long_enough.pair.size, np.bool_)
    left = np.searchsorted(boxes.pair, long_enough.pair, side="left")
    right = np.searchsorted(boxes.pair, long_enough.pair, side="right")
    for lag in range(int((right - left).max())):
        at = np.minimum(left + lag, len(boxes) - 1)
        inside |= (
            (left + lag < right)
            & (boxes.a0[at] <= long_enough.a0) & (boxes.a1[at] >= long_enough.a1)
            & (boxes.b0[at] <= long_enough.b0) & (boxes.b1[at] >= long_enough.b1)
        )  # fmt: skip
    return long_enough.take(~inside)


def _whole_texts(words: Words) -> Boxes:
    """Texts that are the same word for word, each with those before it (at most `COMMON` of them)."""
    seen: dict[bytes, list[int]] = {}
    rows = []
    texts = words.first.size - 1
    for text in range(texts):
        begin, end = int(words.first[text]), int(words.first[text + 1])
        if begin == end:
            continue
        before = seen.setdefault(hashlib.sha256(words.hashes[begin:end].tobytes()).digest(), [])
        for other in before[:COMMON]:
            rows.append((int(words.first[other]), int(words.first[other + 1]), begin, end, other * texts + text))
        before.append(text)
    columns = np.array(rows, np.int64).reshape(-1, 5)
    return Boxes(*(columns[:, column] for column in range(5)))


def _number_outlets(documents: Sequence[Document]) -> Longs:
    """A number per outlet that printed this copy; -1 where none is known."""
    numbers: dict[str, int] = {}
    out = []
    for document in documents:
        site = document.post.outlet if document.post is not None and document.post.outlet else document.outlet
        key = (site.address or site.name).casefold() if site is not None else None
        out.append(-1 if key is None else numbers.setdefault(key, len(numbers)))
    return np.array(out, np.int64)


def _to_passage(documents: Sequence[Document], words: Words, boxes: Boxes, index: int, share: float) -> SharedPassage:
    a0, a1, b0, b1 = (int(side[index]) for side in (boxes.a0, boxes.a1, boxes.b0, boxes.b1))
    a, b = documents[int(words.text[a0])], documents[int(words.text[b0])]
    earlier, why = who_had_first(a, b)
    return SharedPassage(
        a.id,
        Span(int(words.starts[a0]), int(words.ends[a1 - 1])),
        b.id,
        Span(int(words.starts[b0]), int(words.ends[b1 - 1])),
        round(min(1.0, share), 4),
        earlier,
        why,
    )
