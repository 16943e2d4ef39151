"""Faces of clusters in; proposals between those of short and full, or nearly equal, names, out: for a person to decide, never joined.

A proposal depends on the two clusters, and on the others of the same surname by which each has at most `MOST_PROPOSED`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from according.domain.entity import EntityKind, JoinReason
from according.reconcile.alike import is_frequent, likeness
from according.reconcile.contradictions import against
from according.reconcile.naming import Fit, compare, loose_keys, surname_key
from according.reconcile.traits import Known, Traits

MOST_PROPOSED = 10  # for one cluster; nobody works through more
_ALL_PAIRS = 100  # pairs of clusters of two names up to which each is weighed; beyond, those with a ground in common
_FEW = 8  # bearers of two short names together, up to which they are proposed without a ground

# What a ground is called where a reader meets it, the most telling first.
GROUNDS = {
    "patronymic": "same patronymic",
    "born": "same year of birth",
    "day": "the same is told of both on one day",
    "kin": "same relative",
    "beside": "named beside the same people",
    "role": "same role",
    "body": "same organisation",
    "state": "an office of one state",
    "spot": "one spot on the map",
}


@dataclass(frozen=True, slots=True)
class Face:
    """What a cluster shows to others."""

    mention: str  # smallest
    document: str  # in which that stands
    kind: EntityKind
    names: tuple[str, ...]
    traits: Traits
    grounds: tuple[str, ...]
    apart: tuple[str, ...] = ()  # smallest mentions of clusters that people hold apart from it

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys under which it may be proposed: clusters without one in common are never proposed."""
        return tuple(
            sorted({f"{self.kind.value}:{key}" for name in self.names for key in proposal_keys(name, self.kind)})
        )


def proposal_keys(name: str, kind: EntityKind) -> tuple[str, ...]:
    """Keys of one name: the whole, and of a person the surname."""
    surname, _ = surname_key(name, kind)
    return (*loose_keys(name, kind), *((surname,) if surname else ()))


def shared_grounds(a: Iterable[str], b: Iterable[str]) -> tuple[str, ...]:
    """The kinds of ground two clusters share, the most telling first."""
    kinds = {ground.split("|", 1)[0] for ground in set(a) & set(b)}
    return tuple(words for kind, words in GROUNDS.items() if kind in kinds)


def propose(faces: Iterable[Face]) -> list[JoinReason]:
    """One proposal for each pair of clusters that a weak likeness of names speaks for, at most `MOST_PROPOSED` for one."""
    bearers: dict[tuple[EntityKind, str], list[Face]] = defaultdict(list)
    for face in sorted(faces, key=lambda face: face.mention):
        for name in face.names:
            bearers[face.kind, name].append(face)
    weighed: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = {}
    for kind, a, b, reasons in _weak_pairs(bearers):
        for first, second in _pairs(bearers[kind, a], bearers[kind, b]):
            low, high = sorted((first, second), key=lambda face: face.mention)
            pair = (low.mention, high.mention)
            if pair[0] == pair[1] or pair in weighed or high.mention in low.apart or _strong(low, high):
                continue
            shared = shared_grounds(low.grounds, high.grounds)
            few = len(bearers[kind, a]) + len(bearers[kind, b]) <= _FEW
            if (not shared and _needs_ground(kind, a, b, few)) or against(
                kind, (frozenset(low.names), frozenset(high.names)), Known(low.traits), Known(high.traits)
            ):
                continue
            weighed[pair] = (-len(shared), (*reasons, *shared))
    return _best(weighed, {face.mention: face.document for held in bearers.values() for face in held})


def _best(weighed: dict[tuple[str, str], tuple[int, tuple[str, ...]]], document_of: dict[str, str]) -> list[JoinReason]:
    count: dict[str, int] = defaultdict(int)
    out = []
    for (a, b), (_, reasons) in sorted(weighed.items(), key=lambda item: (item[1][0], item[0])):
        if max(count[a], count[b]) < MOST_PROPOSED:
            count[a] += 1
            count[b] += 1
            documents = tuple(sorted({document_of[a], document_of[b]}))
            out.append(JoinReason(a, b, "proposed", tuple(dict.fromkeys(reasons)), documents))
    return out


def _strong(a: Face, b: Face) -> bool:
    return any(likeness(a.kind, x, y) is not None for x in a.names for y in b.names)


def _needs_ground(kind: EntityKind, a: str, b: str, few: bool) -> bool:
    """Without a ground in common two short names many bear are not worth a look, nor a frequent one, nor two that differ by letters."""
    if compare(a, b, kind)[0] is Fit.NEAR:
        return True
    if kind is not EntityKind.PERSON:
        return False
    short = [name for name in (a, b) if surname_key(name, kind)[1]]
    return (len(short) == 2 and not few) or any(is_frequent(name) for name in short)


def _pairs(left: Sequence[Face], right: Sequence[Face]) -> Iterator[tuple[Face, Face]]:
    if len(left) * len(right) <= _ALL_PAIRS:
        yield from ((a, b) for a in left for b in right)
        return
    having: dict[str, list[Face]] = defaultdict(list)
    for face in right:
        for ground in face.grounds:
            having[ground].append(face)
    for face in left:
        for ground in face.grounds:
            yield from ((face, other) for other in having.get(ground, ())[:MOST_PROPOSED])


def _weak_pairs(
    named: Iterable[tuple[EntityKind, str]],
) -> Iterator[tuple[EntityKind, str, str, tuple[str, ...]]]:
    """Pairs of names that share a key and are alike without being one, a short name with itself too."""
    for kind, a, b in sorted(_pairs_to_compare(named)):
        fit, reasons = compare(a, b, kind)
        if fit in (Fit.NEAR, Fit.WEAK) or (fit >= Fit.LIKELY and likeness(kind, a, b) is None):
            yield kind, a, b, reasons


def _pairs_to_compare(named: Iterable[tuple[EntityKind, str]]) -> set[tuple[EntityKind, str, str]]:
    whole: dict[tuple[EntityKind, str], list[str]] = defaultdict(list)
    short: dict[tuple[EntityKind, str], list[str]] = defaultdict(list)
    by_surname: dict[tuple[EntityKind, str], list[str]] = defaultdict(list)
    for kind, name in sorted(named):
        for key in loose_keys(name, kind):
            whole[kind, key].append(name)
        surname, is_short = surname_key(name, kind)
        if surname:
            by_surname[kind, surname].append(name)
            if is_short:
                short[kind, surname].append(name)
    pairs = {
        (kind, a, b) for (kind, _), names in whole.items() for place, a in enumerate(names) for b in names[place + 1 :]
    }
    for (kind, surname), names in short.items():
        pairs.update((kind, min(a, b), max(a, b)) for a in names for b in by_surname[kind, surname])
    return pairs
