"""Units that are one in; parties out: a cluster while it grows, how alike two of them are called, and what speaks against their being one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from according.domain.entity import EntityKind
from according.reconcile.alike import is_rare, is_sure, is_very_rare, likeness, may_join
from according.reconcile.contradictions import against
from according.reconcile.traits import Known, Traits
from according.reconcile.units import Unit

_STRENGTH = {"equal names": 0, "one office of state": 1, "spelling": 2, "transliteration": 3}


@dataclass(slots=True)
class Party:
    """One cluster while joining: what all its units say."""

    mention: str  # smallest
    kind: EntityKind
    names: frozenset[str]
    known: Known
    grounds: set[str]
    documents: set[str]

    def absorb(self, other: Party) -> None:
        """Take over another, which is of no use afterwards."""
        self.mention = min(self.mention, other.mention)
        if not other.names <= self.names:
            self.names |= other.names
        self.known.absorb(other.known)
        self.grounds |= other.grounds
        self.documents |= other.documents


def party_of(units: Sequence[Unit]) -> Party:
    """The party of units that are one already."""
    kinds = [unit.kind for unit in units]
    known = Known(units[0].traits)
    for unit in units[1:]:
        known.absorb(Known(unit.traits))
    return Party(
        mention=min(unit.id for unit in units),
        kind=min(kinds, key=lambda kind: (-kinds.count(kind), kind.value)),
        names=frozenset(name for unit in units for name in unit.names),
        known=known,
        grounds={ground for unit in units for ground in unit.grounds},
        documents={unit.document for unit in units},
    )


def called_alike(a: Party, b: Party, by_name_alone: bool = False) -> tuple[str, ...] | None:
    """The strongest likeness of any two of their names; a spot on the map is likeness enough for places.

    Names of which only vowels differ are alike where there is a ground in common and no document holds both.
    """
    if a.kind is not b.kind:
        return None
    if a.kind is EntityKind.PLACE and not a.grounds.isdisjoint(b.grounds):
        return ("one spot on the map",)
    for name in sorted(a.names & b.names):
        if (found := likeness(a.kind, name, name)) is not None:
            return found
    only_sure = by_name_alone or not a.documents.isdisjoint(b.documents)
    alike = [
        reasons for x in sorted(a.names) for y in sorted(b.names)
        if (reasons := likeness(a.kind, x, y)) and (not only_sure or is_sure(a.kind, x, y))
    ]  # fmt: skip
    return min(alike, key=lambda reasons: (_STRENGTH.get(reasons[0], 9), reasons)) if alike else None


def speaks_against(a: Party, b: Party) -> str | None:
    """What speaks against two parties' being one; one spot on the map overrules what is said of places."""
    if a.kind is EntityKind.PLACE and not a.grounds.isdisjoint(b.grounds):
        return None
    return against(a.kind, (a.names, b.names), a.known, b.known)


def is_telling(party: Party) -> bool:
    """Whether the name alone may join: any name but one that many people bear."""
    if party.kind is not EntityKind.PERSON:
        return bool(party.names)
    full = [name for name in party.names if likeness(party.kind, name, name) is not None]
    return bool(full) and all(is_rare(name) for name in full)


def hardly_borne(party: Party) -> bool:
    """Whether it is a person of whose name there is hardly a second."""
    full = [name for name in party.names if may_join(party.kind, name)]
    return party.kind is EntityKind.PERSON and bool(full) and all(is_very_rare(name) for name in full)


def find_rivals(parties: Sequence[Party]) -> dict[str, set[str]]:
    """Which parties cannot be one with which others, by smallest mention. Alike ones are looked at once."""
    rivals: dict[str, set[str]] = {party.mention: set() for party in parties}
    told = [party.known.freeze() for party in parties]
    quiet = _quiet(told)
    shapes: dict[tuple[frozenset[str], Traits], list[Party]] = defaultdict(list)
    for party, traits in zip(parties, told, strict=True):
        shapes[party.names, quiet(traits)].append(party)
    groups = sorted(shapes.values(), key=lambda group: group[0].mention)
    for place, group in enumerate(groups):
        for other in groups[place + 1 :]:
            if speaks_against(group[0], other[0]):
                for one in group:
                    rivals[one.mention].update(party.mention for party in other)
                for party in other:
                    rivals[party.mention].update(one.mention for one in group)
    return rivals


def _quiet(told: Iterable[Traits]) -> Callable[[Traits], Traits]:
    """Leaves out of traits what cannot tell these parties apart: their days, where no day and no death is told twice."""
    held = list(told)
    deaths = any(traits.dead is not None for traits in held)
    towns, prisons = Counter[int](), Counter[int]()
    for traits in held:
        towns.update({item[0] for item in traits.seen})
        prisons.update({item[0] for item in traits.held})

    def quiet(traits: Traits) -> Traits:
        return replace(
            traits,
            alive=traits.alive if deaths else None,
            seen=tuple(item for item in traits.seen if towns[item[0]] > 1),
            held=tuple(item for item in traits.held if prisons[item[0]] > 1),
        )

    return quiet


def is_open(one: Party, other: Party, parties: Sequence[Party], rivals: Mapping[str, set[str]]) -> bool:
    """Whether two parties may be one, and are not each as well somebody of two who cannot be one.

    With two of one name born in different years, two more who tell no year may be one of each. Where hardly anybody bears the name
    only those who could be either of the two themselves are left.
    """
    if other.mention in rivals[one.mention] or called_alike(one, other) is None:
        return False
    here, there = _options(one, parties, rivals), _options(other, parties, rivals)
    if hardly_borne(one) and hardly_borne(other) and not rivals[one.mention] and not rivals[other.mention]:
        return True
    return all(rivals[item].isdisjoint(there) for item in here)


def _options(party: Party, parties: Sequence[Party], rivals: Mapping[str, set[str]]) -> set[str]:
    """Whom it may be: itself and every party it is no rival of."""
    return {item.mention for item in parties if item.mention not in rivals[party.mention]}
