"""Texts in, one array of words out: what each word is, where it stands, what letters it has. Nothing here compares."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from according.language.fold import fold_text

_STRETCH = 400_000  # code points looked at in one go: keeps the working arrays near 30 MB
_STEP = np.uint64(0x100000001B3)  # odd multiplier of the word hash (FNV prime)
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio, Knuth's multiplicative hashing
_ALONE = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")  # scripts written without spaces

Longs = NDArray[np.int64]
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Words:
    """All words of some texts in order, text after text; place n in each array is the same word."""

    hashes: Hashes  # of the folded word
    starts: Longs  # code point in its own text
    ends: Longs
    letters: Hashes  # which letter pairs it has, as 64 bits
    pairs: Longs  # how many
    text: Longs  # which text it stands in
    opens: NDArray[np.bool_]  # whether a line begins with it
    first: Longs  # first word of each text; one more for the end

    def __len__(self) -> int:
        return int(self.hashes.size)


def split_words(texts: Sequence[str]) -> Words:
    """The words of `texts`: runs of letters and digits, folded (case, accents, ё). About 20 MB/s."""
    parts = [_words_of(*stretch) for stretch in _stretches(texts)]
    if not parts:
        none, longs = np.empty(0, np.uint64), np.empty(0, np.int64)
        return Words(none, longs, longs, none, longs, longs, none.astype(np.bool_), np.zeros(len(texts) + 1, np.int64))
    hashes, starts, ends, letters, text, line = (
        np.concatenate([part[column] for part in parts]) for column in range(6)
    )
    opens = np.append(True, (line[1:] != line[:-1]) | (text[1:] != text[:-1]))[: line.size]
    first = np.searchsorted(text, np.arange(len(texts) + 1))
    return Words(hashes, starts, ends, letters, count_bits(letters), text, opens, first)


def _stretches(texts: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Whole texts in order, bundled up to `_STRETCH` code points: (number of the first, texts)."""
    bundle: list[str] = []
    begin = size = 0
    for number, text in enumerate(texts):
        if bundle and size + len(text) > _STRETCH:
            yield begin, bundle
            bundle, begin, size = [], number, 0
        bundle.append(text)
        size += len(text) + 1
    if bundle:
        yield begin, bundle


def _words_of(begin: int, texts: list[str]) -> tuple[Hashes, Longs, Longs, Hashes, Longs, Longs]:
    joined = "\n".join([*texts, ""])  # a line feed after each text keeps words of neighbours apart
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    letter_of, inside_of, alone_of = _letter_tables(codes)
    letter, inside, alone = letter_of[codes], inside_of[codes], alone_of[codes]
    before = np.zeros_like(inside)
    before[1:] = inside[:-1]
    after_alone = np.zeros_like(inside)
    after_alone[1:] = alone[:-1]
    opens = inside & (~before | alone | after_alone)
    starts = np.flatnonzero(opens)
    if not starts.size:
        none = np.empty(0, np.int64)
        return none.astype(np.uint64), none, none, none.astype(np.uint64), none, none
    closes = np.flatnonzero(inside & ~np.append(inside[1:], False))
    ends = _end_of_each(starts, closes, inside)
    hashes, letters = _digest(letter, starts, ends)
    offsets = np.cumsum([0] + [len(text) + 1 for text in texts])
    text = np.searchsorted(offsets, starts, side="right") - 1
    shift = offsets[text]
    line = np.cumsum(codes == 10)[starts]
    return hashes, starts - shift, ends - shift, letters, text + begin, line


def _end_of_each(starts: Longs, closes: Longs, inside: NDArray[np.bool_]) -> Longs:
    """A word ends where its run of letters closes, or where the next word starts without a gap."""
    ends = closes[np.searchsorted(closes, starts)] + 1
    ends[:-1] = np.minimum(ends[:-1], starts[1:])
    return ends.astype(np.int64)


def _digest(letter: Hashes, starts: Longs, ends: Longs) -> tuple[Hashes, Hashes]:
    """A hash over the letters of each word, and the set of its letter pairs in 64 bits."""
    lengths = ends - starts
    owner = np.repeat(np.arange(starts.size), lengths)
    place = np.arange(owner.size) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    mine = letter[starts[owner] + place]
    begins = np.cumsum(lengths) - lengths
    powers = np.ones(int(lengths.max()) + 1, np.uint64)
    np.multiply.accumulate(np.full(powers.size - 1, _STEP), out=powers[1:])
    hashes = np.add.reduceat(mine * powers[place], begins)
    hashes ^= hashes >> np.uint64(29)
    hashes *= _GOLDEN
    previous = np.empty_like(mine)
    previous[1:] = mine[:-1]
    previous[begins] = 32
    pair = ((previous * np.uint64(31) + mine) * _GOLDEN) >> np.uint64(58)
    return hashes, np.bitwise_or.reduceat(np.uint64(1) << pair, begins)


def _letter_tables(
    codes: NDArray[np.uint32],
) -> tuple[Hashes, NDArray[np.bool_], NDArray[np.bool_]]:
    """For every code point met: its folded letter (0 for none), whether it is part of a word, whether it is a word alone."""
    met = np.flatnonzero(np.bincount(codes))
    size = int(met[-1]) + 1
    letter = np.zeros(size, np.uint64)
    inside = np.zeros(size, np.bool_)
    alone = np.zeros(size, np.bool_)
    for code in met.tolist():
        folded, part, single = _letter(code)
        letter[code], inside[code], alone[code] = folded, part, single
    return letter, inside, alone


_known: dict[int, tuple[int, bool, bool]] = {}


def _letter(code: int) -> tuple[int, bool, bool]:
    found = _known.get(code)
    if found is None:
        found = _known[code] = _look_up(chr(code))
    return found


def _look_up(char: str) -> tuple[int, bool, bool]:
    category = unicodedata.category(char)
    if category[0] == "M":  # vowel signs of Indic scripts belong to the word; accents on their own add nothing
        return (0 if category == "Mn" and not fold_text(char) else ord(char)), True, False
    if char in "\u00ad\u200c\u200d":  # soft hyphen and joiners stand inside words unseen
        return 0, True, False
    folded = fold_text(char)
    if not char.isalnum() or not folded:
        return 0, False, False
    value = 0
    for letter in folded:
        value = value * 0x110000 + ord(letter)
    return value & 0xFFFFFFFFFFFFFFFF, True, unicodedata.name(char, "").startswith(_ALONE)


def hash_words(words: Iterable[str]) -> Hashes:
    """The hash of each word, as `split_words` gives it; words are single runs of letters."""
    return split_words(list(words)).hashes


_OF_BYTE_PAIR = np.array([value.bit_count() for value in range(1 << 16)], np.uint8)


def count_bits(value: Hashes) -> Longs:
    """How many bits are set (by a table where numpy is older than 2.0)."""
    fast = getattr(np, "bitwise_count", None)
    if fast is not None:
        quick: Longs = fast(value).astype(np.int64)
        return quick
    parts = _OF_BYTE_PAIR[np.ascontiguousarray(value).view(np.uint16)].reshape(-1, 4)
    count: Longs = parts[:, 0].astype(np.int64) + parts[:, 1] + parts[:, 2] + parts[:, 3]
    return count
