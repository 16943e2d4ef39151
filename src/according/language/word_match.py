"""Two words of names in, how alike they are and why out. Knows nothing of people: what part of a name a word is, others know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from according.language.fold import fold_text
from according.language.givens import canonical_forms
from according.language.romanization import writes_vowels
from according.language.scripts import script_of
from according.language.spelling import are_spellings
from according.language.transliterate import skeletons

_VOWELS = frozenset("aeiouy")
_NOT_WRITTEN = re.compile("[aeiouyhv]+")  # what Arabic letters leave out, or write with one letter for two sounds
# Consonants that a hand, an ear or a scanner takes for one another.
_NEAR_SOUNDS = frozenset(
    frozenset(pair) for pair in ("bp", "dt", "gk", "sc", "SZ", "vf", "mn", "rl", "CS", "cC", "hk", "hg", "sS", "sZ")
)
_VOWELS_OF = re.compile("[aeiouy]")
_LONG_ENOUGH = 5  # sounds of a word in which one may be a slip
_SLIP = 1.0  # the dearest slip: one letter left out, put in or exchanged for a near one
_MOST_EDITS = 2


# From the surest. form: forms of one first name. abjad: the consonants agree, and Arabic writes no vowels. vowels: only vowels differ. slip: one letter
# left out, put in or taken for a near one. near: a letter or two differ.
KINDS = ("equal", "spelling", "transliteration", "form", "abjad", "vowels", "slip", "near")


SPELLINGS = frozenset({"equal", "spelling", "transliteration"})


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike two words are. `edits`: letters that differ, 0 for spellings of one word."""

    kind: str  # one of KINDS
    score: float
    edits: int = 0


@lru_cache(maxsize=50_000)
def bones(word: str) -> frozenset[str]:
    """The consonants that every script writes, Arabic too: no h, no v, no doubled letter. More than one where a letter is ambiguous."""
    keys = (_NOT_WRITTEN.sub("", key).replace("p", "b").replace("-", "") for key in skeletons(word))
    return frozenset(re.sub(r"(.)\1+", r"\1", key) for key in keys)


@lru_cache(maxsize=200_000)
def compare_words(a: str, b: str) -> Alike | None:
    """How alike two words are, in whatever scripts, or None. The same for either order."""
    if fold_text(a) == fold_text(b):
        return Alike("equal", 1.0)
    crossing = _script(a) != _script(b)
    kind = "transliteration" if crossing else "spelling"
    if are_spellings(a, b):
        return Alike(kind, 0.97 if crossing else 0.95)
    if canonical_forms(a) & canonical_forms(b):
        return Alike("form", 0.85)
    left, right = skeletons(a), skeletons(b)
    if left & right:
        return Alike("slip", 0.83, 1)  # Kosin, Kozin; Диана, Дана
    if crossing and not (writes_vowels(a) and writes_vowels(b)):
        same = any(len(key) >= 2 for key in bones(a) & bones(b))
        return Alike("abjad", 0.8) if same else None
    return _nearly(left, right, min(len(a), len(b)))


@lru_cache(maxsize=50_000)
def _script(word: str) -> str:
    return "Latn" if word.isascii() else script_of(word)


@lru_cache(maxsize=100_000)
def letters_apart(a: str, b: str) -> int:
    """By how many letters the keys of two words differ: for ordering what is two."""
    return min(
        (OSA.distance(one, other) for one in skeletons(a) for other in skeletons(b)), default=max(len(a), len(b))
    )


def _nearly(left: frozenset[str], right: frozenset[str], length: int) -> Alike | None:
    """Words that differ by a letter or two; `length`: of the shorter word as written."""
    allowed = _edits_allowed(length)
    found = []
    for one in left:
        for other in right:
            edits = OSA.distance(one, other, score_cutoff=allowed)
            if 0 < edits <= allowed:
                found.append((edits, _cost(one, other), _VOWELS_OF.sub("", one) != _VOWELS_OF.sub("", other)))
    if not found:
        return None
    edits, cost, consonants_differ = min(found)
    shortest = min(min(map(len, left)), min(map(len, right)))
    if shortest >= _LONG_ENOUGH and not consonants_differ:
        return Alike("vowels", 0.84 if edits == 1 else 0.8, edits)
    if shortest >= _LONG_ENOUGH and cost <= _SLIP:
        return Alike("slip", 0.82, edits)
    return Alike("near", 0.6 if edits == 1 else 0.5, edits)


def _edits_allowed(length: int) -> int:
    if length < 3:
        return 0
    return 1 if length < 5 else _MOST_EDITS


def _cost(a: str, b: str) -> float:
    """Edit distance in which vowels are cheap and unlike consonants dear."""
    rows = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        rows[i][0] = rows[i - 1][0] + 1
    for j in range(1, len(b) + 1):
        rows[0][j] = rows[0][j - 1] + 1
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            least = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + _exchange(x, y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                least = min(least, rows[i - 2][j - 2] + 1)
            rows[i][j] = least
    return rows[-1][-1]


def _exchange(x: str, y: str) -> float:
    if x == y:
        return 0.0
    if x in _VOWELS and y in _VOWELS:
        return 1.0
    return 1.0 if frozenset((x, y)) in _NEAR_SOUNDS else 2.0
