"""Russian words in, the grammatical cases they may stand in out. Names are judged by all their words together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from according.language.inflect import is_known_word, parses
from according.language.transliterate import is_cyrillic

ALL_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_SAME = {"gen2": "gent", "gen1": "gent", "acc2": "accs", "loc2": "loct", "loc1": "loct", "voct": "nomn"}
_DECLINED = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})


# A lone surname that ends so stands in no nominative, whatever its unknown nominative may be.
_OBLIQUE = re.compile(r"(?:[оеё]в|[иы]н|ск|цк)(?:ой|у|ым|ую|ого|ому|ом)$")


# The dictionary guesses at surnames it has not; their endings are sure.
_SURNAME_ENDING = re.compile(r"..(?:[оеё]в|[иы]н)(ой|у|ым)$")
_BY_ENDING = {
    "ой": frozenset({"gent", "datv", "ablt", "loct"}),
    "у": frozenset({"accs", "datv"}),
    "ым": frozenset({"ablt"}),
}


@lru_cache(maxsize=50_000)
def word_cases(word: str) -> frozenset[str]:
    """Cases of one word form as pymorphy names them (nomn, gent, datv, accs, ablt, loct); empty for what has no case."""
    read = frozenset(_SAME.get(one[2], one[2]) for one in parses(word.lower()) if one[0] in _DECLINED) & ALL_CASES
    ending = _SURNAME_ENDING.search(word.lower())
    return _BY_ENDING[ending[1]] if ending and not is_known_word(word) else read


@lru_cache(maxsize=20_000)
def number_case(word: str) -> str | None:
    """The oblique case of a number word («двум»: datv), None in the nominative and for other words."""
    readings = [one for one in parses(word.lower()) if one[0] == "NUMR"]
    if not readings or any(one[2] in ("nomn", "accs") for one in readings):
        return None
    return readings[0][2]


def name_cases(words: Sequence[str], nominative: str) -> frozenset[str]:
    """Cases in which a person's name may stand, given its nominative. Every case for a name in other letters."""
    cyrillic = tuple(word for word in words if len(word) > 1 and is_cyrillic(word))
    return _agreed(cyrillic, nominative) if cyrillic else ALL_CASES


@lru_cache(maxsize=20_000)
def _agreed(words: tuple[str, ...], nominative: str) -> frozenset[str]:
    common = set(ALL_CASES)
    for word in words:
        own = set(word_cases(word))
        if word in nominative.split() and (len(words) > 1 or not own or not _OBLIQUE.search(word)):
            own.add("nomn")
        if own and common & own:
            common &= own
    if len(words) > 1 and " ".join(words) != nominative:
        common.discard("nomn")
    return frozenset(common)
