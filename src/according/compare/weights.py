"""Words in, how much each tells us in bits: "the" says little, a rare word much. The same rarity for every archive, or less where the archive itself uses the word often."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from according.compare.words import Hashes, Words, hash_words

RARE = 14.0  # bits of a word outside the lists: the mean over running text of English, lists taken away


def weigh_words(words: Words, ids: NDArray[np.int64]) -> NDArray[np.float64]:
    """Bits per word: -log2 of how often it is met in running text. `ids` numbers equal words alike.

    The smaller of the general figure (a short list per language, else `RARE`) and the figure in these texts, so that
    the names every report of a case repeats do not make unlike reports look alike.
    """
    counts = np.bincount(ids)
    here = -np.log2(np.maximum(counts - 1, 1) / max(1, ids.size))  # one less: a single copy makes no word common
    return np.minimum(_general_weights(words.hashes), here[ids])


def _general_weights(hashes: Hashes) -> NDArray[np.float64]:
    known, bits = _table()
    place = np.minimum(np.searchsorted(known, hashes), known.size - 1)
    return np.where(known[place] == hashes, bits[place], RARE)


@lru_cache(maxsize=1)
def _table() -> tuple[Hashes, NDArray[np.float64]]:
    """Hashes of the frequent words of all lists, sorted, and their bits."""
    bits: dict[str, float] = {}
    for listing in sorted(files(__package__).joinpath("data").iterdir(), key=lambda item: item.name):
        if listing.name.endswith(".tsv"):
            for line in listing.read_text("utf-8").splitlines():
                if line and not line.startswith("#"):
                    word, figure = line.split("\t")
                    bits[word] = min(float(figure), bits.get(word, RARE))
    hashes = hash_words(bits)
    order = np.argsort(hashes)
    return hashes[order], np.array(list(bits.values()))[order]
