"""The names and traits of two bearers of one name in; what speaks against their being one, out. Says nothing for it."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from according.domain.entity import EntityKind
from according.language.name_match import compare_names
from according.reconcile.alike import likeness
from according.reconcile.traits import Known, Spot

_SLACK = 1  # years by which ages may be off: a birthday between two reports, a report that lags
_FAR = 100.0  # kilometres; nearer settlements can be one place, or both seen in a day
_LATER = 1  # days by which somebody told dead may still be told of


class Against(StrEnum):
    """What speaks against two bearers of one name being one, as it is kept with a proposal."""

    COUNTRIES = "two countries"
    SPOTS = "two spots on the map"
    SETTLEMENT_AND_REGION = "a settlement and a region"
    BIRTH_YEARS = "two birth years"
    AGES = "ages that do not fit"
    SEXES = "a man and a woman"
    BENCH_AND_DOCK = "one is of the court, one is accused"
    CALLINGS = "two callings"
    DEAD_BEFORE = "one was dead before"
    PRISONS = "in two prisons on one day"
    PLACES = "in two places on one day"
    PATRONYMICS = "two patronymics"
    NAMES_OF_TWO_SEXES = "a man's name and a woman's"
    MIDDLE_NAMES = "two middle names"
    FULL_NAMES = "two names in full"


_IN_NAMES = {
    "patronymics differ": Against.PATRONYMICS,
    "middle names differ": Against.MIDDLE_NAMES,
    "a man's name and a woman's name": Against.NAMES_OF_TWO_SEXES,
}


def against(kind: EntityKind, names: tuple[frozenset[str], frozenset[str]], a: Known, b: Known) -> Against | None:
    """The first thing that speaks against joining; None where nothing does."""
    if kind is EntityKind.PERSON:
        return _names_of_people(*names) or _of_people(a, b)
    if kind is EntityKind.ORGANISATION:
        return _names_of_bodies(*names) or _of_places(a, b)
    return _of_places(a, b) if kind is EntityKind.PLACE else None


def _of_places(a: Known, b: Known) -> Against | None:
    if _differ(a.countries, b.countries):
        return Against.COUNTRIES
    if a.spots and b.spots and not any(_near(x, y) for x in a.spots for y in b.spots):
        return Against.SPOTS
    return Against.SETTLEMENT_AND_REGION if _differ(a.kinds, b.kinds) else None


def _of_people(a: Known, b: Known) -> Against | None:
    if a.births and b.births and not _may_be_born(a.births, b.births):
        exact = all(first == last for first, last in (*a.births, *b.births))
        return Against.BIRTH_YEARS if exact else Against.AGES
    if _differ(a.sexes, b.sexes):
        return Against.SEXES
    if (a.court_side and b.accused) or (b.court_side and a.accused):
        return Against.BENCH_AND_DOCK
    if _differ(a.callings, b.callings):
        return Against.CALLINGS
    if _dead_before(a, b) or _dead_before(b, a):
        return Against.DEAD_BEFORE
    few, many = sorted((a, b), key=lambda known: len(known.held) + len(known.seen))
    if any(_differ(prisons, many.held.get(day, set())) for day, prisons in few.held.items()):
        return Against.PRISONS
    if any(_far_apart(told, many.seen[day]) for day, told in few.seen.items() if day in many.seen):
        return Against.PLACES
    return None


def _differ(a: set[str], b: set[str]) -> bool:
    """Whether both tell something, and nothing the same."""
    return bool(a) and bool(b) and a.isdisjoint(b)


def _may_be_born(a: set[tuple[int, int]], b: set[tuple[int, int]]) -> bool:
    return any(first - _SLACK <= last_b and first_b <= last + _SLACK for first, last in a for first_b, last_b in b)


def _dead_before(a: Known, b: Known) -> bool:
    return a.dead is not None and b.alive is not None and a.dead + _LATER < b.alive


def _far_apart(a: set[tuple[str, Spot]], b: set[tuple[str, Spot]]) -> bool:
    """Whether what is told of one day lies in settlements too far apart. One arrest told in two towns is rival word, not two people."""
    return not any(chain == other or _near(x, y) for chain, x in a for other, y in b)


def _near(a: Spot, b: Spot) -> bool:
    if a == b or (a[0] == b[0] != ""):
        return True
    if a[1] is None or a[2] is None or b[1] is None or b[2] is None:
        return (a[1] is None) != (b[1] is None)  # one is on the map, one is not: nobody can tell
    return _kilometres(a[1], a[2], b[1], b[2]) <= _FAR


def _kilometres(lat_a: float, long_a: float, lat_b: float, long_b: float) -> float:
    north, east = radians(lat_b - lat_a) / 2, radians(long_b - long_a) / 2
    return 12742 * asin(sqrt(min(1.0, sin(north) ** 2 + cos(radians(lat_a)) * cos(radians(lat_b)) * sin(east) ** 2)))


@lru_cache(maxsize=50_000)
def _names_of_people(a: frozenset[str], b: frozenset[str]) -> Against | None:
    for one in sorted(a):
        for other in sorted(b):
            if one != other and (told := _two_names(one, other)):
                return told
    return None


@lru_cache(maxsize=200_000)
def _two_names(a: str, b: str) -> Against | None:
    match = compare_names(a, b)
    if match.kind != "different":
        return None
    return next((_IN_NAMES[reason] for reason in match.reasons if reason in _IN_NAMES), None)


@lru_cache(maxsize=50_000)
def _names_of_bodies(a: frozenset[str], b: frozenset[str]) -> Against | None:
    """An acronym may stand for two names in full; those do not go together."""
    full_a, full_b = ([name for name in sorted(names) if " " in name.strip()] for names in (a, b))
    if not full_a or not full_b:
        return None
    fits = any(likeness(EntityKind.ORGANISATION, x, y) is not None for x in full_a for y in full_b)
    return None if fits else Against.FULL_NAMES
