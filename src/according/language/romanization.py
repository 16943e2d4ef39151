"""Words in Greek, Georgian, Armenian and Arabic letters in, their readings in Latin letters out. For comparing, never for showing.

What a script does not write (short vowels in Arabic) the reading has not either: see `writes_vowels`. Other scripts have no reading.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from according.language.fold import fold_text
from according.language.scripts import script_of

_DATA = Path(__file__).parent / "data" / "names" / "romanization.toml"
_MOST_READINGS = 8  # of one word: two letters with three readings each, say


@dataclass(frozen=True, slots=True)
class _Alphabet:
    pattern: re.Pattern[str]
    readings: dict[str, tuple[str, ...]]
    vowels: bool
    marks: frozenset[str]


@cache
def _alphabets() -> dict[str, _Alphabet]:
    made = {}
    for name, table in tomllib.loads(_DATA.read_text(encoding="utf-8")).items():
        pairs = (item.partition(":") for item in table["letters"].split())
        readings = {fold_text(letter) or letter: tuple(latin.split(",")) for letter, _, latin in pairs}
        longest_first = sorted(readings, key=lambda letters: (-len(letters), letters))
        pattern = re.compile("|".join(map(re.escape, longest_first)))
        made[name] = _Alphabet(pattern, readings, table["vowels"], frozenset(table.get("marks", "")))
    return made


def _alphabet_of(word: str) -> _Alphabet | None:
    if word.isascii():
        return None
    script = script_of(word)
    alphabets = _alphabets()
    if script == "Arab" and not alphabets["kk-Arab"].marks.isdisjoint(word):
        return alphabets["kk-Arab"]
    return alphabets.get(script)


@lru_cache(maxsize=20_000)
def romanizations(word: str) -> tuple[str, ...]:
    """The readings of a word in Latin letters, the usual one first, eight at most; none for a script we cannot read."""
    alphabet = _alphabet_of(word)
    if alphabet is None:
        return ()
    options = [alphabet.readings[letters] for letters in alphabet.pattern.findall(fold_text(word))]
    made: list[str] = []
    for choice in product(*options):
        made.append("".join(choice))
        if len(made) == _MOST_READINGS:
            break
    return tuple(dict.fromkeys(made))


def writes_vowels(word: str) -> bool:
    """Whether the letters of the word tell its vowels: not so in Arabic."""
    alphabet = _alphabet_of(word)
    return alphabet is None or alphabet.vowels
