"""One component's units and what people said of them in; its clusters, joins and proposals out. Looks at nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from according.domain.decision import Decision, Verdict
from according.domain.entity import EntityKind, JoinReason
from according.reconcile.clusters import Clusters
from according.reconcile.parties import (
    Party,
    called_alike,
    find_rivals,
    hardly_borne,
    is_open,
    is_telling,
    party_of,
    speaks_against,
)
from according.reconcile.proposals import GROUNDS, MOST_PROPOSED, Face, shared_grounds
from according.reconcile.sameness import Joined, apply_sameness, pairs_decided
from according.reconcile.units import Unit

_ALL_PAIRS = 6  # bearers of one name up to which every pair is proposed; beyond, each with the best known
_MOST_RIVALS = 60  # bearers of one name beyond which nobody can tell by name who is open


@dataclass(frozen=True, slots=True)
class Outcome:
    """What joining one component gives."""

    clusters: tuple[tuple[str, ...], ...]  # mention ids, each sorted, ordered by smallest
    joins: tuple[JoinReason, ...]
    maybe: tuple[JoinReason, ...]  # left to people
    faces: tuple[Face, ...]  # of each cluster with a name


def join_component(units: Sequence[Unit], decisions: Sequence[Decision]) -> Outcome:
    """People's words first, then what documents join within, then grounds, then rare names. The same for any order of the units."""
    if len(units) == 1 and not decisions:
        one = units[0]
        face = Face(one.id, one.document, one.kind, tuple(sorted(one.names)), one.traits, one.grounds)
        return Outcome((one.mentions,), (), (), (face,) if one.names else ())
    return _Joining(sorted(units, key=lambda unit: unit.id), decisions).run()


class _Joining:
    """The joining of one component."""

    def __init__(self, units: Sequence[Unit], decisions: Sequence[Decision]) -> None:
        clusters = Clusters(mention for unit in units for mention in unit.mentions)
        self.joined = Joined(clusters)
        self._decisions = decisions
        self._document_of = {mention: unit.document for unit in units for mention in unit.mentions}
        if decisions:
            apply_sameness(self.joined, decisions, "m-")
            for (a, b), decision in sorted(pairs_decided(decisions, "m-").items()):
                if decision.verdict is Verdict.UNSURE:
                    clusters.keep_apart(a, b)  # a person could not tell: no machine may
        for unit in units:
            for a, b in unit.links:
                clusters.join(a, b)
        self._parties: dict[str, Party] = {}
        grouped: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            grouped[clusters.root(unit.id)].append(unit)
        for root, held in grouped.items():
            self._parties[root] = party_of(held)

    def run(self) -> Outcome:
        """Join the component."""
        if len(self._parties) > 1:
            self._by_grounds()
            self._by_name_alone()
            self._leave_to_people()
        joined, clusters = self.joined, tuple(self.joined.clusters.all())
        told = [tuple(self._with_documents(reason) for reason in reasons) for reasons in (joined.joins, joined.maybe)]
        return Outcome(clusters, told[0], told[1], tuple(self._faces()))

    def _with_documents(self, reason: JoinReason) -> JoinReason:
        ends = (self._document_of.get(reason.a), self._document_of.get(reason.b))
        return replace(reason, documents=tuple(sorted({one for one in ends if one is not None})))

    def _faces(self) -> Iterator[Face]:
        parties = self._ordered()
        for party in parties:
            apart = [
                other.mention for other in parties
                if self._decisions and self.joined.clusters.are_apart(party.mention, other.mention)
            ]  # fmt: skip
            if party.names:
                yield Face(
                    party.mention,
                    self._document_of[party.mention],
                    party.kind,
                    tuple(sorted(party.names)),
                    party.known.freeze(),
                    tuple(sorted(party.grounds)),
                    tuple(apart),
                )

    def _ordered(self) -> list[Party]:
        return sorted(self._parties.values(), key=lambda party: party.mention)

    def _by_grounds(self) -> None:
        """Two bearers of one name with a ground in common are one until a person says more, unless something speaks against it."""
        sharing: dict[tuple[int, str], list[str]] = defaultdict(list)
        order = {kind: place for place, kind in enumerate(GROUNDS)}
        for party in self._ordered():
            for ground in party.grounds:
                sharing[order[ground.split("|", 1)[0]], ground].append(party.mention)
        for (_, ground), sharers in sorted(item for item in sharing.items() if len(item[1]) > 1):
            mentions = list({self.joined.clusters.root(mention): mention for mention in reversed(sharers)}.values())[
                ::-1
            ]
            heads: list[str] = []
            for mention in mentions:
                for head in heads:
                    if self._try(head, mention, GROUNDS[ground.split("|", 1)[0]]):
                        break
                else:
                    heads.append(mention)

    def _by_name_alone(self) -> None:
        """A rare name, or the name of a body or place, joins alone where nothing in sight speaks against any of its bearers."""
        parties = [party for party in self._ordered() if is_telling(party)]
        rivals = find_rivals(parties)
        apart = any(rivals.values())
        heads: list[str] = []
        for party in parties:
            if apart and (rivals[party.mention] or not hardly_borne(party)):
                continue
            for head in heads:
                if self._try(head, party.mention, _alone(party), True):
                    break
            else:
                heads.append(party.mention)
        if apart:
            self._unless_rivals([party.mention for party in parties])

    def _unless_rivals(self, mentions: Sequence[str]) -> None:
        """With two Ivan Sidelnikovs born in different years, a third is neither's: only who fits no two rivals is joined."""
        changed = True
        while changed:
            changed = False
            now = {self._of(mention).mention: self._of(mention) for mention in mentions}
            parties = [now[key] for key in sorted(now)]
            if len(parties) > _MOST_RIVALS:
                return  # what shares a ground is joined already
            rivals = find_rivals(parties)
            for place, one in enumerate(parties):
                for other in parties[place + 1 :]:
                    if is_open(one, other, parties, rivals) and self._try(
                        one.mention, other.mention, _alone(one), True
                    ):
                        changed = True
                        break
                if changed:
                    break

    def _of(self, mention: str) -> Party:
        return self._parties[self.joined.clusters.root(mention)]

    def _try(self, a: str, b: str, reason: str, by_name_alone: bool = False) -> bool:
        """Join two parties if names fit, nothing speaks against it and no person holds them apart."""
        clusters = self.joined.clusters
        if clusters.are_joined(a, b):
            return True
        first, second = self._of(a), self._of(b)
        found = called_alike(first, second, by_name_alone)
        if found is None or speaks_against(first, second) or clusters.are_apart(a, b):
            return False
        low, high = sorted((first.mention, second.mention))
        self.joined.joins.append(JoinReason(low, high, "strong", tuple(dict.fromkeys((*found, reason)))))
        del self._parties[clusters.root(a)], self._parties[clusters.root(b)]
        clusters.join(a, b)
        large, small = (first, second) if len(first.documents) >= len(second.documents) else (second, first)
        large.absorb(small)
        self._parties[clusters.root(a)] = large
        return True

    def _leave_to_people(self) -> None:
        """What names speak for and a machine may not join is proposed, with what speaks for and against it."""
        parties = self._ordered()
        pairs: list[tuple[Party, Party]] = []
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
            found = called_alike(a, b)
            if found is None or self.joined.clusters.are_apart(a.mention, b.mention):
                continue
            shared = shared_grounds(a.grounds, b.grounds)
            but = speaks_against(a, b)
            reasons = (*found, *shared, *((f"but: {but}",) if but else ()))
            weighed.append((-len(shared), a.mention, b.mention, reasons))
        count: dict[str, int] = defaultdict(int)
        for _, a_mention, b_mention, reasons in sorted(weighed):
            if max(count[a_mention], count[b_mention]) < MOST_PROPOSED:
                count[a_mention] += 1
                count[b_mention] += 1
                self.joined.maybe.append(JoinReason(a_mention, b_mention, "proposed", tuple(dict.fromkeys(reasons))))


def _mention(party: Party) -> str:
    return party.mention


def _alone(party: Party) -> str:
    return "a rare name" if party.kind is EntityKind.PERSON else "the only one of that name"
