"""Words in, runs out: stretches of two texts that have several groups of four words in common, in the same order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from according.compare.words import Hashes, Longs, Words

GROUP = 4  # words of a seed: shorter ones meet by chance, longer ones do not survive small edits
COMMON = 100  # a group met more often than this links only to its first places, or the pairs would grow as the square
FIRST = 4
USUAL = 16  # a group met more often than this is perhaps a set phrase: it counts where three more words agree beside it
BESIDE = 3
SKIP = 8  # words that may differ between two seeds of one run
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Runs:
    """Matching stretches, sorted by pair of texts, then by place in the first. Places count words over all texts."""

    a0: Longs
    a1: Longs  # end, exclusive
    b0: Longs
    b1: Longs
    covered: Longs  # words of it that stand in seeds
    pair: Longs  # number of the first text times the number of texts, plus the second

    def take(self, which: NDArray[np.bool_] | Longs) -> Runs:
        """Some of the runs, in the order given."""
        return Runs(*(getattr(self, name)[which] for name in Runs.__slots__))


def find_runs(words: Words, outlets: Longs) -> Runs:
    """All runs between different texts. `outlets` numbers each text's outlet; -1 where it is not known."""
    places, groups = _group_words(words)
    if not groups.size:
        none = np.empty(0, np.int64)
        return Runs(none, none, none, none, none, none)
    order = np.argsort(groups, kind="stable")
    places, groups = places[order], groups[order]
    kept = _once_per_text_where_common(groups, words.text[places])
    places, groups = places[kept], groups[kept]
    same = np.append(groups[1:] == groups[:-1], False)
    kept = same | np.append(False, same[:-1])  # groups met once link nothing
    places, groups = places[kept], groups[kept]
    house = _house_words(words.text[places], groups, outlets)
    keys = _link_places(places, groups, words, outlets, house)
    return _join_seeds(keys, words)


def _group_words(words: Words) -> tuple[Longs, Hashes]:
    """The first place and the hash of every four words that stand together in one text."""
    size = len(words) - GROUP + 1
    if size <= 0:
        return np.empty(0, np.int64), np.empty(0, np.uint64)
    groups = words.hashes[:size].copy()
    for step in range(1, GROUP):
        groups = (groups * _MIX) ^ (words.hashes[step : size + step] + (groups >> np.uint64(29)))
    groups ^= groups >> np.uint64(31)
    places = np.flatnonzero(words.text[:size] == words.text[GROUP - 1 : size + GROUP - 1])
    return places, groups[places]


def _once_per_text_where_common(groups: Hashes, text: Longs) -> NDArray[np.bool_]:
    """Which places to keep so that a text that repeats itself does not make its groups look common."""
    opens = np.append(True, groups[1:] != groups[:-1])
    number = np.cumsum(opens) - 1
    common = np.bincount(number)[number] > COMMON
    kept: NDArray[np.bool_] = ~common | opens | np.append(True, text[1:] != text[:-1])
    return kept


def _house_words(text: Longs, groups: Hashes, outlets: Longs) -> NDArray[np.bool_]:
    """Which places hold what their outlet prints again and again: footers, notices, descriptions of itself.

    Told by spread alone: in at least five documents of the outlet, and in a tenth of them or in twenty.
    """
    outlet = outlets[text]
    number = np.cumsum(np.append(True, groups[1:] != groups[:-1])) if groups.size else groups.astype(np.int64)
    known = np.flatnonzero(outlet >= 0)
    house = np.zeros(text.size, np.bool_)
    if not known.size:
        return house
    width = int(outlets.max()) + 1
    key = number[known] * width + outlet[known]
    order = np.lexsort((text[known], key))
    key, doc = key[order], text[known][order]
    opens = np.append(True, key[1:] != key[:-1])
    fresh = opens | np.append(True, doc[1:] != doc[:-1])
    spread = np.add.reduceat(fresh.astype(np.int64), np.flatnonzero(opens))[np.cumsum(opens) - 1]
    printed = np.bincount(outlets[outlets >= 0], minlength=width)[outlet[known][order]]
    house[known[order]] = (spread >= 5) & ((spread * 10 >= printed) | (spread >= 20))
    return house


def _link_places(places: Longs, groups: Hashes, words: Words, outlets: Longs, house: NDArray[np.bool_]) -> Longs:
    """Pairs of places with the same group, as distance times the number of words plus the first place, sorted."""
    size = groups.size
    if not size:
        return np.empty(0, np.int64)
    opens = np.flatnonzero(np.append(True, groups[1:] != groups[:-1]))
    times = np.diff(np.append(opens, size))
    lengths = np.repeat(times, times)
    start = np.repeat(opens, times)
    found = []
    left = np.flatnonzero(lengths <= COMMON)
    for lag in range(1, COMMON):
        left = left[left + lag < start[left] + lengths[left]]
        if not left.size:
            break
        found.append(_worth_keeping(left, left + lag, places, lengths, words, outlets, house))
    many = np.flatnonzero(lengths > COMMON)
    for lag in range(FIRST):
        later = many[many > start[many] + lag]
        found.append(_worth_keeping(start[later] + lag, later, places, lengths, words, outlets, house))
    keys = np.concatenate(found)
    keys.sort()
    return keys


def _worth_keeping(
    a: Longs, b: Longs, places: Longs, lengths: Longs,
    words: Words, outlets: Longs, house: NDArray[np.bool_],
) -> Longs:  # fmt: skip
    """The keys of pairs that join two texts, without set phrases, and house text on both sides or within one house."""
    pa, pb = places[a], places[b]
    ta, tb = words.text[pa], words.text[pb]
    own = (outlets[ta] == outlets[tb]) & (outlets[ta] >= 0)
    keep = (ta != tb) & ~(house[a] & (house[b] | own))
    usual = np.flatnonzero(keep & (lengths[a] > USUAL))
    keep[usual] = _agree_beside(words, pa[usual], pb[usual])
    pa, pb = pa[keep], pb[keep]
    key: Longs = (pb - pa) * len(words) + pa
    return key


def _agree_beside(words: Words, a: Longs, b: Longs) -> NDArray[np.bool_]:
    """Whether, with the four at these places, at least four and `BESIDE` words in a row are the same."""
    last = len(words) - 1
    beside = np.zeros(a.size, np.int64)
    for side in (range(GROUP, GROUP + BESIDE), range(-1, -1 - BESIDE, -1)):
        going = np.ones(a.size, np.bool_)
        for step in side:
            inside = (a + step >= 0) & (b + step <= last)
            x, y = np.maximum(a + step, 0), np.minimum(b + step, last)
            going &= inside & (words.hashes[x] == words.hashes[y])
            beside += going
    return beside >= BESIDE


def _join_seeds(keys: Longs, words: Words) -> Runs:
    """Seeds at one distance, close together, in the same two texts, are one run."""
    if not keys.size:
        none = np.empty(0, np.int64)
        return Runs(none, none, none, none, none, none)
    size = len(words)
    a = keys % size
    b = a + keys // size
    ta, tb = words.text[a], words.text[b]
    opens = np.append(
        True,
        (np.diff(keys) > GROUP + SKIP) | (ta[1:] != ta[:-1]) | (tb[1:] != tb[:-1]),
    )
    first = np.flatnonzero(opens)
    last = np.append(first[1:], keys.size) - 1
    pair = ta[first] * (words.first.size - 1) + tb[first]
    fresh = np.where(opens, GROUP, np.minimum(GROUP, np.diff(keys, prepend=keys[0])))
    covered = np.add.reduceat(fresh, first)
    runs = Runs(a[first], a[last] + GROUP, b[first], b[last] + GROUP, covered, pair)
    return runs.take(np.lexsort((runs.b0, runs.a0, pair)))
