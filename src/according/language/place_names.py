"""Two names of places in, whether they are spellings of one name out. Never says where a place is."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from according.language.fold import fold_text
from according.language.name_match import NameMatch
from according.language.scripts import script_of
from according.language.spelling import are_spellings
from according.language.transliterate import skeleton

_DATA = Path(__file__).parent / "data" / "names" / "place_words.toml"
_KINDS = ("settlement", "region", "district", "part")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+")
_SMALL = frozenset({"of", "the", "no", "й", "th", "nd", "rd"})
_LAST_VOWELS = re.compile(r"[aeiouyаеиоуыэюя]+$")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of a place without the words that say what it is. `key` is equal for its spellings, and for some that only look so."""

    words: str  # as one, folded
    key: str
    kind: str | None  # settlement, region, district, part (of a town)


@cache
def _words() -> tuple[dict[str, str], tuple[str, ...], dict[str, str]]:
    raw: dict[str, Any] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    kinds = {fold_text(word): kind for kind in _KINDS for word in raw[kind]["words"].split()}
    endings = tuple(sorted(raw["adjectives"]["endings"].split(), key=lambda one: (-len(one), one)))
    same = raw["same_word"]["pairs"].split()
    return kinds, endings, dict(zip(same[::2], same[1::2], strict=True))


@lru_cache(maxsize=100_000)
def parse_place(text: str) -> PlaceName:
    """The name in any letters. A name that is nothing but such words ("Station") keeps them."""
    kinds, endings, same = _words()
    words = [fold_text(token) for token in _TOKEN.findall(text)]
    kind = None
    rest = [same.get(word, word) for word in words if word not in kinds and word not in _SMALL]
    if rest:
        kind = next((kinds[word] for word in words if word in kinds), None)
    else:
        rest = words
    if kind in ("region", "district"):
        whole = "".join(_LAST_VOWELS.sub("", _noun_of(word, endings)) for word in rest)
    else:
        whole = "".join(rest)
    return PlaceName(whole, skeleton(whole) or fold_text(text), kind)


def _noun_of(adjective: str, endings: tuple[str, ...]) -> str:
    return next((adjective.removesuffix(one) for one in endings if adjective.endswith(one)), adjective)


@lru_cache(maxsize=100_000)
def compare_places(a: str, b: str) -> NameMatch:
    """Whether two names are one name of a place; a town and the region called after it are two. The same for `b` and `a`."""
    left, right = parse_place(a), parse_place(b)
    kinds = {left.kind or "settlement", right.kind or "settlement"}
    if len(kinds) > 1 or not are_spellings(left.words, right.words):
        return NameMatch(0.0, "different", ("names of places differ",))
    if fold_text(a) == fold_text(b):
        return NameMatch(1.0, "equal", (), True)
    kind = "transliteration" if script_of(a) != script_of(b) else "spelling"
    return NameMatch(0.95, kind, (), True)
