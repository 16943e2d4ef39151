"""Two names in; whether their bearers may be joined once there are grounds, out. How rare a name is, by shipped tables only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from according.domain.entity import EntityKind
from according.language.names import commonness, parse_name
from according.reconcile.naming import Fit, compare, full_keys
from according.reconcile.offices import find_office, has_own_names

RARE = 25.0  # bearers in a million up to which an equal full name may join alone; of frequent surnames, 300 and more bear one
_VERY_RARE = 1.0
_SECOND_NAME = 0.1
_FREQUENT = 2000.0  # bearers in a million of a surname above which it alone is no proposal

Named = tuple[EntityKind, str]


@lru_cache(maxsize=200_000)
def name_keys(name: str, kind: EntityKind) -> tuple[str, ...]:
    """Keys of one name: names without a key in common are never joined without a person; see `naming.full_keys`.

    None for a short name of a person. Few names share one, so that components stay small.
    """
    if kind is EntityKind.GROUP:
        return (name,)
    office = office_key(name) if kind is EntityKind.ORGANISATION else None
    return (*full_keys(name, kind), *((f"office:{office}",) if office else ()))


@lru_cache(maxsize=20_000)
def office_key(name: str) -> str | None:
    """The office of state of which a country has one ("MVD", "the interior ministry"), under any wording known."""
    office = find_office(name)
    if office is None or office.bare or office.spoken_for or ":" in office.key or has_own_names(office.key):
        return None
    return office.key


@lru_cache(maxsize=200_000)
def likeness(kind: EntityKind, a: str, b: str) -> tuple[str, ...] | None:
    """The kind of likeness and its reasons; None where two names are not alike enough ever to join without a person."""
    if a != b and not set(name_keys(a, kind)) & set(name_keys(b, kind)):
        return None
    if kind is EntityKind.ORGANISATION and (office := office_key(a)) is not None and office == office_key(b):
        return ("equal names",) if a == b else ("one office of state",)
    fit, reasons = compare(a, b, kind)
    return reasons if fit >= Fit.LIKELY else None


def is_sure(kind: EntityKind, a: str, b: str) -> bool:
    """Whether two names that are alike are one name, without any ground in common."""
    return kind is not EntityKind.PERSON or compare(a, b, kind)[0] is not Fit.LIKELY


def may_join(kind: EntityKind, name: str) -> bool:
    """Whether a name can join its bearers at all: a surname alone cannot."""
    return likeness(kind, name, name) is not None


def likely_names(named: Iterable[Named]) -> list[tuple[EntityKind, str, str]]:
    """Pairs of different names that bearers of one name may have, found under the keys they share."""
    by_key: dict[Named, list[str]] = defaultdict(list)
    for kind, name in sorted(named):
        for key in name_keys(name, kind):
            by_key[kind, key].append(name)
    pairs = {
        (kind, a, b) for (kind, _), names in by_key.items() for place, a in enumerate(names) for b in names[place + 1 :]
    }
    return sorted(pair for pair in pairs if likeness(*pair) is not None)


@lru_cache(maxsize=100_000)
def bearers(name: str) -> float:
    """How many of a million people bear this full name, by shipped tables; a second first name is borne by one in ten."""
    parsed = parse_name(name)
    return commonness(parsed) * (_SECOND_NAME if parsed.middle and parsed.given else 1.0)


def is_rare(name: str) -> bool:
    """Whether few people bear this full name."""
    return bearers(name) <= RARE


def is_very_rare(name: str) -> bool:
    """Whether hardly anybody bears it, so that what speaks against two bearers is more likely misread than true."""
    return bearers(name) <= _VERY_RARE


@lru_cache(maxsize=100_000)
def is_frequent(name: str) -> bool:
    """Whether so many people bear this short name that without a ground in common nobody need look."""
    return commonness(name) > _FREQUENT
