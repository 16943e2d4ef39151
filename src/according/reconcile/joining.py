"""Mentions and decisions in; clusters of mentions out, with the reason of every join and what is left for a person to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from according.domain.decision import Decision, Verdict
from according.domain.entity import EntityKind, JoinReason
from according.domain.statement import Role
from according.reconcile.clusters import Clusters
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import Naming
from according.reconcile.naming import Fit, block_keys, compare, fit_within, full_keys, surname_key
from according.reconcile.vocabulary import bare_words

_COURT_SIDE = frozenset({Role.JUDGE.value, Role.PROSECUTOR.value, Role.INVESTIGATOR.value})
_ACCUSED_TYPES = frozenset(
    {"arrest", "charge", "trial", "sentence", "conviction", "acquittal", "imprisonment", "pretrial_detention"}
)
_WIDEST_BLOCK = 400  # names under one key; a wider block would be a word, not a name


@dataclass(slots=True)
class Joined:
    """The clusters, why they were joined, and proposals."""

    clusters: Clusters
    joins: list[JoinReason] = field(default_factory=list)
    maybe: list[JoinReason] = field(default_factory=list)


@dataclass(slots=True)
class _Profile:
    """What is known of a cluster that may speak against a join."""

    births: set[str] = field(default_factory=set)
    court_side: bool = False
    accused: bool = False

    def contradicts(self, other: _Profile) -> str | None:
        if self.births and other.births and not self.births & other.births:
            return "two birth years"
        if (self.court_side and other.accused) or (self.accused and other.court_side):
            return "one is of the court, one is accused"
        return None

    def take(self, other: _Profile) -> None:
        self.births |= other.births
        self.court_side = self.court_side or other.court_side
        self.accused = self.accused or other.accused


def join_mentions(evidence: Evidence, namings: dict[str, Naming], decisions: Sequence[Decision]) -> Joined:
    """Human words first, then machine joins, strongest first; none connects what a person holds apart."""
    joined = Joined(Clusters(namings))
    apply_sameness(joined, decisions, "m-")
    profiles = _Profiles(evidence, namings, joined.clusters)
    units = _join_within_documents(namings, joined, profiles)
    _join_across(namings, joined, profiles, units)
    return joined


def standing_decisions(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions that were not undone, oldest first."""
    ordered = sorted(decisions, key=lambda decision: (decision.sequence, decision.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.verdict is Verdict.UNDO and decision.id not in undone:
            undone.add(decision.subject)
    return [item for item in ordered if item.verdict is not Verdict.UNDO and item.id not in undone]


def apply_sameness(joined: Joined, decisions: Sequence[Decision], prefix: str) -> None:
    """Put in force what people said of sameness: the last word on each pair; "different" before "same"."""
    last: dict[tuple[str, str], Decision] = {}
    for decision in standing_decisions(decisions):
        if decision.verdict not in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE) or not decision.other:
            continue
        pair = (min(decision.subject, decision.other), max(decision.subject, decision.other))
        if all(item.startswith(prefix) for item in pair) and pair[0] != pair[1]:
            last[pair] = decision
    for (a, b), decision in sorted(last.items(), key=lambda item: item[1].sequence):
        if decision.verdict is Verdict.DIFFERENT:
            joined.clusters.keep_apart(a, b)
    for (a, b), decision in sorted(last.items(), key=lambda item: item[1].sequence):
        if decision.verdict is Verdict.SAME:
            if joined.clusters.join(a, b):
                joined.joins.append(JoinReason(a, b, "person", (decision.why or "a person said so",)))
            else:
                joined.maybe.append(JoinReason(a, b, "proposed", ("decisions contradict each other",)))
        elif decision.verdict is Verdict.UNSURE:
            joined.maybe.append(JoinReason(a, b, "proposed", ("a person was unsure",)))


class _Profiles:
    """Profiles of clusters, kept up to date through joins."""

    def __init__(self, evidence: Evidence, namings: dict[str, Naming], clusters: Clusters) -> None:
        self._clusters = clusters
        self._by_root: dict[str, _Profile] = {}
        for naming in namings.values():
            if naming.kind is EntityKind.PERSON:
                profile = self._by_root.setdefault(clusters.root(naming.id), _Profile())
                profile.take(_profile_of(evidence, naming))

    def try_join(self, a: str, b: str, heed: bool = True) -> str | None:
        """Join the clusters of two mentions. None on success, else what speaks against it."""
        if self._clusters.are_joined(a, b):
            return None
        first = self._by_root.get(self._clusters.root(a), _Profile())
        second = self._by_root.get(self._clusters.root(b), _Profile())
        against = first.contradicts(second) if heed else None
        if against:
            return against
        if not self._clusters.join(a, b):
            return "held apart"
        merged = _Profile()
        merged.take(first)
        merged.take(second)
        self._by_root[self._clusters.root(a)] = merged
        return None


def _profile_of(evidence: Evidence, naming: Naming) -> _Profile:
    profile = _Profile(court_side=bool(naming.roles & _COURT_SIDE))
    for sid in naming.statements:
        statement = evidence.by_id[sid]
        if statement.type in _ACCUSED_TYPES and naming.roles == {Role.PATIENT.value}:
            profile.accused = True
        told = statement.value.content if statement.type == "biographic" and statement.value else None
        if told and statement.when and ("born" in told or "род" in told):
            profile.births.add(statement.when.edtf[:4])
    return profile


@dataclass(frozen=True, slots=True)
class _Unit:
    """One name in one document, standing for its mentions there."""

    name: str
    document: str
    kind: EntityKind
    mention: str  # smallest


def _join_within_documents(namings: dict[str, Naming], joined: Joined, profiles: _Profiles) -> list[_Unit]:
    by_document: dict[tuple[str, EntityKind], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    spelled: dict[tuple[str, EntityKind, str], set[str]] = defaultdict(set)
    for naming in namings.values():
        if naming.unnamed:
            continue
        key = bare_words(naming.name) or naming.name.casefold()
        by_document[naming.document, naming.kind][key].append(naming.id)
        spelled[naming.document, naming.kind, key].add(naming.name)
    units: list[_Unit] = []
    for (document, kind), names in sorted(by_document.items()):
        local: list[_Unit] = []
        for key, mentions in sorted(names.items()):
            mentions.sort()
            for other in mentions[1:]:
                profiles.try_join(mentions[0], other, heed=False)
            name = min(spelled[document, kind, key], key=lambda text: (-len(text), text))
            local.append(_Unit(name, document, kind, mentions[0]))
        _join_short_names(local, joined, profiles)
        units.extend(local)
    return units


def _join_short_names(local: list[_Unit], joined: Joined, profiles: _Profiles) -> None:
    """Inside one document "Sadykova" is the only Aigul Sadykova there is; with two of that name nobody can tell."""
    if not local or local[0].kind not in (EntityKind.PERSON, EntityKind.ORGANISATION):
        return
    blocks: dict[str, list[_Unit]] = defaultdict(list)
    for unit in local:
        for key in block_keys(unit.name, unit.kind):
            blocks[key].append(unit)
    candidates: dict[str, list[_Unit]] = defaultdict(list)
    named = {unit.mention: unit for unit in local}
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        for place, first in enumerate(block[:_WIDEST_BLOCK]):
            for second in block[place + 1 : _WIDEST_BLOCK]:
                pair = (first.mention, second.mention)
                if pair in seen:
                    continue
                seen.add(pair)
                fit = fit_within(first.name, second.name, first.kind)
                if fit is Fit.STRONG:
                    profiles.try_join(first.mention, second.mention, heed=False)
                elif fit is Fit.WEAK:
                    short, full = sorted((first, second), key=lambda unit: (len(unit.name), unit.mention))
                    candidates[short.mention].append(full)
    for short_mention, fulls in sorted(candidates.items()):
        roots = {joined.clusters.root(full.mention) for full in fulls}
        if len(roots) == 1:
            profiles.try_join(fulls[0].mention, named[short_mention].mention, heed=False)


def _join_across(namings: dict[str, Naming], joined: Joined, profiles: _Profiles, units: list[_Unit]) -> None:
    by_name: dict[tuple[EntityKind, str], list[_Unit]] = defaultdict(list)
    for unit in units:
        by_name[unit.kind, unit.name].append(unit)
    for (kind, name), same_name in sorted(by_name.items()):
        fit, reasons = compare(name, name, kind)
        if fit is Fit.STRONG:
            _join_chain(joined, profiles, sorted(same_name, key=lambda unit: unit.mention), reasons)
    strong, weak = _compare_names(by_name)
    for kind, a, b, reasons in strong:
        for first in by_name[kind, a]:
            _link(joined, profiles, first, by_name[kind, b], reasons)
    _propose(joined, by_name, weak)


def _join_chain(joined: Joined, profiles: _Profiles, units: list[_Unit], reasons: tuple[str, ...]) -> None:
    heads: list[_Unit] = []
    for unit in units:
        against: str | None = None
        for head in heads:
            against = profiles.try_join(head.mention, unit.mention)
            if against is None:
                if head.document != unit.document:
                    joined.joins.append(JoinReason(head.mention, unit.mention, "strong", reasons))
                break
        else:
            if heads and against and against != "held apart":
                joined.maybe.append(
                    JoinReason(heads[0].mention, unit.mention, "proposed", (*reasons, "but: " + against))
                )
            heads.append(unit)


def _link(joined: Joined, profiles: _Profiles, first: _Unit, others: list[_Unit], reasons: tuple[str, ...]) -> None:
    for second in sorted(others, key=lambda unit: unit.mention):
        if joined.clusters.are_joined(first.mention, second.mention):
            return
        against = profiles.try_join(first.mention, second.mention)
        a, b = sorted((first.mention, second.mention))
        if against is None:
            joined.joins.append(JoinReason(a, b, "strong", reasons))
            return
        if against != "held apart":
            joined.maybe.append(JoinReason(a, b, "proposed", (*reasons, "but: " + against)))


_Pair = tuple[EntityKind, str, str, tuple[str, ...]]


def _compare_names(
    by_name: dict[tuple[EntityKind, str], list[_Unit]],
) -> tuple[list[_Pair], list[_Pair]]:
    """All pairs of different names that share a key, strongest first."""
    strong: list[_Pair] = []
    weak: list[_Pair] = []
    for kind, a, b in sorted(_pairs_to_compare(by_name)):
        fit, reasons = compare(a, b, kind)
        if fit is Fit.STRONG:
            strong.append((kind, a, b, reasons))
        elif fit is Fit.WEAK:
            weak.append((kind, a, b, reasons))
    order = {"equal names": 0, "spelling": 1, "transliteration": 2}
    strong.sort(key=lambda pair: (order.get(pair[3][0], 3), pair[0], pair[1], pair[2]))
    return strong, sorted(weak)


def _pairs_to_compare(by_name: Iterable[tuple[EntityKind, str]]) -> set[tuple[EntityKind, str, str]]:
    full: dict[tuple[EntityKind, str], list[str]] = defaultdict(list)
    short: dict[tuple[EntityKind, str], list[str]] = defaultdict(list)
    by_surname: dict[tuple[EntityKind, str], list[str]] = defaultdict(list)
    for kind, name in sorted(by_name):
        for key in full_keys(name, kind):
            full[kind, key].append(name)
        surname, is_short = surname_key(name, kind)
        if surname:
            by_surname[kind, surname].append(name)
            if is_short:
                short[kind, surname].append(name)
    pairs: set[tuple[EntityKind, str, str]] = set()
    for (kind, _), names in full.items():
        if len(names) <= _WIDEST_BLOCK:
            pairs.update((kind, a, b) for place, a in enumerate(names) for b in names[place + 1 :])
    for (kind, surname), names in short.items():
        for a in names:
            others = by_surname[kind, surname]
            if len(others) <= _WIDEST_BLOCK:
                pairs.update((kind, min(a, b), max(a, b)) for b in others if a != b)
    return pairs


def _propose(joined: Joined, by_name: dict[tuple[EntityKind, str], list[_Unit]], weak: list[_Pair]) -> None:
    """One proposal for each pair of clusters that a weak likeness of names speaks for."""
    proposed: set[tuple[str, str]] = set()
    for kind, a, b, reasons in weak:
        roots_a = {joined.clusters.root(unit.mention): unit.mention for unit in reversed(by_name[kind, a])}
        roots_b = {joined.clusters.root(unit.mention): unit.mention for unit in reversed(by_name[kind, b])}
        for root_a, mention_a in sorted(roots_a.items()):
            for root_b, mention_b in sorted(roots_b.items()):
                pair = (min(root_a, root_b), max(root_a, root_b))
                if root_a == root_b or pair in proposed or joined.clusters.are_apart(root_a, root_b):
                    continue
                proposed.add(pair)
                first, second = sorted((mention_a, mention_b))
                joined.maybe.append(JoinReason(first, second, "proposed", reasons))
