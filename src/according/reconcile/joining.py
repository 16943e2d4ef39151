"""Units of many documents and people's decisions in; clusters of mentions out, with the reason of every join and what is left to decide.

The outcome is local. Units fall into *components*: those whose names may be one (`likely_names`), or of whose mentions people spoke together.
`join_component` looks at one component and at nothing else; the whole is the union over components, and a new document changes only
components one of whose names it bears. Proposals between short and full names are made afterwards, under one surname (`proposals`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from according.domain.decision import Decision, Verdict
from according.domain.entity import EntityKind, JoinReason
from according.reconcile.alike import Named, is_rare, likely_names, likeness
from according.reconcile.clusters import Clusters
from according.reconcile.contradictions import against
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import Naming
from according.reconcile.proposals import GROUNDS, MOST_PROPOSED, Face, propose, shared_grounds
from according.reconcile.sameness import Joined, apply_sameness, pairs_decided
from according.reconcile.traits import Traits, merge
from according.reconcile.units import Unit, cut_units

_ALL_PAIRS = 30  # bearers of one name up to which every pair is proposed; beyond, only what has grounds
_MOST_RIVALS = 60  # bearers of one name beyond which nobody can tell by name who is open


def join_mentions(evidence: Evidence, namings: Mapping[str, Naming], decisions: Sequence[Decision]) -> Joined:
    """Everything at once: cut every document into units, find the components, join each, propose across."""
    units = cut_all(evidence, namings, decided_mentions(decisions))
    joined = Joined(Clusters(namings))
    faces: list[Face] = []
    for component in components(units, decisions):
        part = join_component(component.units, component.decisions)
        for members in part.clusters:
            for other in members[1:]:
                joined.clusters.join(members[0], other)
        joined.joins.extend(part.joins)
        joined.maybe.extend(part.maybe)
        faces.extend(part.faces)
    joined.maybe.extend(propose(faces))
    return joined


def cut_all(evidence: Evidence, namings: Mapping[str, Naming], decided: Collection[str]) -> list[Unit]:
    """The units of every document, ordered by id."""
    by_document: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings.values():
        by_document[naming.document].append(naming)
    units: list[Unit] = []
    for document, held in sorted(by_document.items()):
        statements = {sid: evidence.by_id[sid] for naming in held for sid in naming.statements}
        counted = [item for sid, item in sorted(statements.items()) if evidence.counts(item)]
        units.extend(cut_units(evidence.documents[document], held, counted, decided))
    return sorted(units, key=lambda unit: unit.id)


def decided_mentions(decisions: Iterable[Decision]) -> frozenset[str]:
    """Mentions of which people spoke."""
    return frozenset(item for pair in pairs_decided(decisions, "m-") for item in pair)


@dataclass(frozen=True, slots=True)
class Component:
    """Units that may influence one another, ordered by id, and the decisions about their mentions."""

    units: tuple[Unit, ...]
    decisions: tuple[Decision, ...]


def components(units: Sequence[Unit], decisions: Sequence[Decision]) -> list[Component]:
    """The components of all units, ordered by smallest unit."""
    graph = Clusters(unit.id for unit in units)
    bearers: dict[Named, str] = {}
    for unit in units:
        for name in unit.names:
            graph.join(bearers.setdefault((unit.kind, name), unit.id), unit.id)
    for kind, a, b in likely_names(bearers):
        graph.join(bearers[kind, a], bearers[kind, b])
    spots: dict[str, str] = {}
    for unit in units:
        if unit.kind is EntityKind.PLACE:
            for spot in sorted(unit.grounds):
                graph.join(spots.setdefault(spot, unit.id), unit.id)
    unit_of = {mention: unit.id for unit in units for mention in unit.mentions}
    for unit in units:
        for link in unit.links:
            graph.join(unit_of[link[0]], unit_of[link[1]])
    spoken: dict[str, Decision] = {}
    for decision in pairs_decided(decisions, "m-").values():
        ends = [unit_of.get(item, item) for item in (decision.subject, decision.other or decision.subject)]
        graph.join(*ends)
        spoken[decision.id] = decision
    about: dict[str, list[Decision]] = defaultdict(list)
    for decision in spoken.values():
        about[graph.root(unit_of.get(decision.subject, decision.subject))].append(decision)
    held = {unit.id: unit for unit in units}
    out = []
    for members in graph.all():
        here = tuple(held[item] for item in members if item in held)
        said = sorted(about.get(graph.root(members[0]), ()), key=lambda decision: (decision.sequence, decision.id))
        if here:
            out.append(Component(here, tuple(said)))
    return out


@dataclass(frozen=True, slots=True)
class Outcome:
    """What joining one component gives."""

    clusters: tuple[tuple[str, ...], ...]  # mention ids, each sorted, ordered by smallest
    joins: tuple[JoinReason, ...]
    maybe: tuple[JoinReason, ...]  # left to people
    faces: tuple[Face, ...]  # of each cluster with a name


@dataclass(slots=True)
class _Party:
    """One cluster while joining: what all its units say."""

    mention: str  # smallest
    kind: EntityKind
    names: frozenset[str]
    traits: Traits
    grounds: frozenset[str]
    documents: frozenset[str]


def join_component(units: Sequence[Unit], decisions: Sequence[Decision]) -> Outcome:
    """People's words first, then what documents join within, then grounds, then rare names. The same for any order of the units."""
    return _Joining(sorted(units, key=lambda unit: unit.id), decisions).run()


class _Joining:
    """The joining of one component."""

    def __init__(self, units: Sequence[Unit], decisions: Sequence[Decision]) -> None:
        clusters = Clusters(mention for unit in units for mention in unit.mentions)
        self.joined = Joined(clusters)
        self._decisions = decisions
        if decisions:
            apply_sameness(self.joined, decisions, "m-")
            for (a, b), decision in sorted(pairs_decided(decisions, "m-").items()):
                if decision.verdict is Verdict.UNSURE:
                    clusters.keep_apart(a, b)  # a person could not tell: no machine may
        for unit in units:
            for a, b in unit.links:
                clusters.join(a, b)
        self._parties: dict[str, _Party] = {}
        grouped: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            grouped[clusters.root(unit.id)].append(unit)
        for root, held in grouped.items():
            self._parties[root] = _party_of(held)

    def run(self) -> Outcome:
        """Join the component."""
        if len(self._parties) > 1:
            self._by_grounds()
            self._by_name_alone()
            self._leave_to_people()
        joined = self.joined
        return Outcome(tuple(joined.clusters.all()), tuple(joined.joins), tuple(joined.maybe), tuple(self._faces()))

    def _faces(self) -> Iterator[Face]:
        parties = self._ordered()
        for party in parties:
            apart = [
                other.mention for other in parties
                if self._decisions and self.joined.clusters.are_apart(party.mention, other.mention)
            ]  # fmt: skip
            if party.names:
                yield Face(party.mention, party.kind, party.names, party.traits, party.grounds, frozenset(apart))

    def _ordered(self) -> list[_Party]:
        return sorted(self._parties.values(), key=lambda party: party.mention)

    def _by_grounds(self) -> None:
        """Two bearers of one name with a ground in common are one until a person says more, unless something speaks against it."""
        sharing: dict[tuple[int, str], list[str]] = defaultdict(list)
        order = {kind: place for place, kind in enumerate(GROUNDS)}
        for party in self._ordered():
            for ground in party.grounds:
                sharing[order[ground.split("|", 1)[0]], ground].append(party.mention)
        for (_, ground), mentions in sorted(sharing.items()):
            heads: list[str] = []
            for mention in mentions:
                for head in heads:
                    if self._try(head, mention, GROUNDS[ground.split("|", 1)[0]]):
                        break
                else:
                    heads.append(mention)

    def _by_name_alone(self) -> None:
        """A rare name, or the name of a body or place, joins alone where nothing in sight speaks against any of its bearers."""
        parties = [party for party in self._ordered() if _is_telling(party)]
        rivals = _find_rivals(parties)
        heads: list[str] = []
        for party in parties:
            if rivals[party.mention]:
                continue
            for head in heads:
                if self._try(head, party.mention, _alone(party)):
                    break
            else:
                heads.append(party.mention)
        if any(rivals.values()):
            self._unless_rivals([party.mention for party in parties])

    def _unless_rivals(self, mentions: Sequence[str]) -> None:
        """With two Ivan Sidelnikovs born in different years, a third is neither's: only who fits no two rivals is joined."""
        changed = True
        while changed:
            changed = False
            now = {self._of(mention).mention: self._of(mention) for mention in mentions}
            parties = [now[key] for key in sorted(now)]
            if len(parties) > _MOST_RIVALS:
                return
            rivals = _find_rivals(parties)
            for place, one in enumerate(parties):
                for other in parties[place + 1 :]:
                    if _is_open(one, other, parties, rivals) and self._try(one.mention, other.mention, _alone(one)):
                        changed = True
                        break
                if changed:
                    break

    def _of(self, mention: str) -> _Party:
        return self._parties[self.joined.clusters.root(mention)]

    def _try(self, a: str, b: str, reason: str) -> bool:
        """Join two parties if names fit, nothing speaks against it and no person holds them apart."""
        clusters = self.joined.clusters
        if clusters.are_joined(a, b):
            return True
        first, second = self._of(a), self._of(b)
        found = _likeness(first, second)
        if found is None or _against(first, second) or clusters.are_apart(a, b):
            return False
        del self._parties[clusters.root(a)], self._parties[clusters.root(b)]
        clusters.join(a, b)
        self._parties[clusters.root(a)] = _merged(first, second)
        low, high = sorted((first.mention, second.mention))
        self.joined.joins.append(JoinReason(low, high, "strong", tuple(dict.fromkeys((*found, reason)))))
        return True

    def _leave_to_people(self) -> None:
        """What names speak for and a machine may not join is proposed, with what speaks for and against it."""
        parties = self._ordered()
        pairs: list[tuple[_Party, _Party]] = []
        if len(parties) <= _ALL_PAIRS:
            pairs = [(a, b) for place, a in enumerate(parties) for b in parties[place + 1 :]]
        else:
            largest = min(parties, key=lambda party: (-len(party.documents), party.mention))
            pairs = [
                (min(largest, one, key=_mention), max(largest, one, key=_mention))
                for one in parties
                if one is not largest
            ]
        weighed = []
        for a, b in pairs:
            found = _likeness(a, b)
            if found is None or self.joined.clusters.are_apart(a.mention, b.mention):
                continue
            shared = shared_grounds(a.grounds, b.grounds)
            but = _against(a, b)
            reasons = (*found, *shared, *((f"but: {but}",) if but else ()))
            weighed.append((-len(shared), a.mention, b.mention, reasons))
        count: dict[str, int] = defaultdict(int)
        for _, a_mention, b_mention, reasons in sorted(weighed):
            if min(count[a_mention], count[b_mention]) < MOST_PROPOSED:
                count[a_mention] += 1
                count[b_mention] += 1
                self.joined.maybe.append(JoinReason(a_mention, b_mention, "proposed", tuple(dict.fromkeys(reasons))))


def _mention(party: _Party) -> str:
    return party.mention


def _party_of(units: Sequence[Unit]) -> _Party:
    kinds = [unit.kind for unit in units]
    return _Party(
        mention=min(unit.id for unit in units),
        kind=min(kinds, key=lambda kind: (-kinds.count(kind), kind.value)),
        names=frozenset(name for unit in units for name in unit.names),
        traits=merge(unit.traits for unit in units),
        grounds=frozenset().union(*(unit.grounds for unit in units)),
        documents=frozenset(unit.document for unit in units),
    )


def _merged(a: _Party, b: _Party) -> _Party:
    return _Party(
        min(a.mention, b.mention), a.kind, a.names | b.names, merge((a.traits, b.traits)), a.grounds | b.grounds,
        a.documents | b.documents,
    )  # fmt: skip


def _likeness(a: _Party, b: _Party) -> tuple[str, ...] | None:
    """The strongest likeness of any two of their names; a spot on the map is likeness enough for places."""
    if a.kind is not b.kind:
        return None
    if a.kind is EntityKind.PLACE and a.grounds & b.grounds:
        return ("one spot on the map",)
    if a.names & b.names:
        found = [likeness(a.kind, name, name) for name in sorted(a.names & b.names)]
        if any(found):
            return next(reasons for reasons in found if reasons)
    alike = [reasons for x in sorted(a.names) for y in sorted(b.names) if (reasons := likeness(a.kind, x, y))]
    return min(alike, key=lambda reasons: (_STRENGTH.get(reasons[0], 9), reasons)) if alike else None


_STRENGTH = {"equal names": 0, "one office of state": 1, "spelling": 2, "transliteration": 3}


def _against(a: _Party, b: _Party) -> str | None:
    if a.kind is EntityKind.PLACE and a.grounds & b.grounds:
        return None
    return against(a.kind, (a.names, b.names), a.traits, b.traits)


def _is_telling(party: _Party) -> bool:
    """Whether the name alone may join: any name but one that many people bear."""
    if party.kind is not EntityKind.PERSON:
        return bool(party.names)
    full = [name for name in party.names if likeness(party.kind, name, name) is not None]
    return bool(full) and all(is_rare(name) for name in full)


def _alone(party: _Party) -> str:
    return "a rare name" if party.kind is EntityKind.PERSON else "the only one of that name"


def _find_rivals(parties: Sequence[_Party]) -> dict[str, set[str]]:
    """Which parties cannot be one with which others."""
    rivals: dict[str, set[str]] = {party.mention: set() for party in parties}
    shapes: dict[tuple[frozenset[str], Traits], list[_Party]] = defaultdict(list)
    quiet = _quiet(parties)
    for party in parties:
        shapes[party.names, quiet(party.traits)].append(party)
    groups = sorted(shapes.values(), key=lambda group: group[0].mention)
    for place, group in enumerate(groups):
        for other in groups[place + 1 :]:
            if _against(group[0], other[0]):
                for one in group:
                    rivals[one.mention].update(party.mention for party in other)
                for party in other:
                    rivals[party.mention].update(one.mention for one in group)
    return rivals


def _quiet(parties: Sequence[_Party]) -> Callable[[Traits], Traits]:
    """Leaves out of traits what cannot tell these parties apart: their days, where no day and no death is told twice."""
    deaths = any(party.traits.dead is not None for party in parties)
    towns, prisons = Counter[int](), Counter[int]()
    for party in parties:
        towns.update({item[0] for item in party.traits.seen})
        prisons.update({item[0] for item in party.traits.held})

    def quiet(traits: Traits) -> Traits:
        return replace(
            traits,
            alive=traits.alive if deaths else None,
            seen=frozenset(item for item in traits.seen if towns[item[0]] > 1),
            held=frozenset(item for item in traits.held if prisons[item[0]] > 1),
        )

    return quiet


def _is_open(one: _Party, other: _Party, parties: Sequence[_Party], rivals: Mapping[str, set[str]]) -> bool:
    """Whether two parties may be one, and neither may as well be one with somebody who cannot be the other."""
    if other.mention in rivals[one.mention] or _likeness(one, other) is None:
        return False
    for party, partner in ((one, other), (other, one)):
        options = [item.mention for item in parties if item is not party and item.mention not in rivals[party.mention]]
        if any(item in rivals[partner.mention] for item in options):
            return False
    return True
