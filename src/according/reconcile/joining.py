"""Mentions and decisions in; clusters of mentions out, with the reason of every join and what is left for a person to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according.domain.decision import Decision
from according.domain.entity import EntityKind, JoinReason
from according.reconcile.clusters import Clusters
from according.reconcile.contradictions import Profiles
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import Naming
from according.reconcile.naming import Fit, block_keys, compare, fit_within, full_keys, surname_key
from according.reconcile.sameness import Joined, apply_sameness
from according.reconcile.vocabulary import bare_words

_MOST_PROPOSED = 30  # clusters of one name on either side of a proposal; nobody works through more
_WIDEST_BLOCK = 400  # names under one key; a wider block would be a word, not a name


def join_mentions(evidence: Evidence, namings: dict[str, Naming], decisions: Sequence[Decision]) -> Joined:
    """Human words first, then machine joins, strongest first; none connects what a person holds apart."""
    joined = Joined(Clusters(namings))
    apply_sameness(joined, decisions, "m-")
    profiles = Profiles(evidence, namings, joined.clusters)
    _join_places(namings, joined, profiles)
    units = _join_within_documents(namings, joined, profiles)
    _join_across(namings, joined, profiles, units)
    return joined


@dataclass(frozen=True, slots=True)
class _Unit:
    """One name in one document, standing for its mentions there."""

    name: str
    document: str
    kind: EntityKind
    mention: str  # smallest


def _join_places(namings: dict[str, Naming], joined: Joined, profiles: Profiles) -> None:
    """One spot on the map is one place, whatever language names it."""
    spots: dict[tuple[float, float, str | None], list[Naming]] = defaultdict(list)
    for naming in namings.values():
        kind, _, latitude, longitude = naming.where
        if naming.kind is EntityKind.PLACE and latitude is not None and longitude is not None:
            spots[latitude, longitude, kind].append(naming)
    for _, group in sorted(spots.items(), key=lambda item: repr(item[0])):
        first = group[0]
        for other in group[1:]:
            if profiles.try_join(first.id, other.id) is None and bare_words(first.name) != bare_words(other.name):
                joined.joins.append(JoinReason(first.id, other.id, "strong", ("one spot on the map",)))


def _join_within_documents(namings: dict[str, Naming], joined: Joined, profiles: Profiles) -> list[_Unit]:
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


def _join_short_names(local: list[_Unit], joined: Joined, profiles: Profiles) -> None:
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


def _join_across(namings: dict[str, Naming], joined: Joined, profiles: Profiles, units: list[_Unit]) -> None:
    by_name: dict[tuple[EntityKind, str], list[_Unit]] = defaultdict(list)
    for unit in units:
        by_name[unit.kind, unit.name].append(unit)
    for (kind, name), same_name in sorted(by_name.items()):
        same_name.sort(key=_by_mention)
        fit, reasons = compare(name, name, kind)
        if fit is Fit.STRONG:
            _join_chain(joined, profiles, same_name, reasons)
    strong, weak = _compare_names(by_name)
    for kind, a, b, reasons in strong:
        tried: set[str] = set()
        for first in by_name[kind, a]:
            root = joined.clusters.root(first.mention)
            if root not in tried:
                _link(joined, profiles, first, by_name[kind, b], reasons)
                tried |= {root, joined.clusters.root(first.mention)}
    _propose(joined, by_name, weak, _Circles(namings, joined))


def _join_chain(joined: Joined, profiles: Profiles, units: list[_Unit], reasons: tuple[str, ...]) -> None:
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


def _by_mention(unit: _Unit) -> str:
    return unit.mention


def _link(joined: Joined, profiles: Profiles, first: _Unit, others: list[_Unit], reasons: tuple[str, ...]) -> None:
    for second in others:
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


class _Circles:
    """With whom each cluster is named, and as what: reasons a person may weigh, never enough for a machine."""

    def __init__(self, namings: dict[str, Naming], joined: Joined) -> None:
        self._documents: dict[str, set[str]] = defaultdict(set)
        self._roots: dict[str, set[str]] = defaultdict(set)
        self._described: dict[str, set[str]] = defaultdict(set)
        for naming in namings.values():
            root = joined.clusters.root(naming.id)
            self._documents[root].add(naming.document)
            if naming.kind is EntityKind.PERSON and not naming.unnamed:
                self._roots[naming.document].add(root)
            self._described[root].update(bare_words(text) for text in naming.descriptions)

    def reasons(self, a: str, b: str) -> tuple[str, ...]:
        """What the surroundings of two clusters (by root) have in common."""
        out = []
        if self._described[a] & self._described[b] - {""}:
            out.append("same description")
        beside = [{root for one in self._documents[item] for root in self._roots[one]} - {a, b} for item in (a, b)]
        if beside[0] & beside[1]:
            out.append("named beside the same people")
        return tuple(out)


def _propose(
    joined: Joined, by_name: dict[tuple[EntityKind, str], list[_Unit]], weak: list[_Pair], circles: _Circles
) -> None:
    """One proposal for each pair of clusters that a weak likeness of names speaks for."""
    proposed: set[tuple[str, str]] = set()
    roots: dict[tuple[EntityKind, str], list[tuple[str, str]]] = {}
    for kind, a, b, reasons in weak:
        for name in (a, b):
            if (kind, name) not in roots:
                found = {joined.clusters.root(unit.mention): unit.mention for unit in reversed(by_name[kind, name])}
                roots[kind, name] = sorted(found.items())[:_MOST_PROPOSED]
        for root_a, mention_a in roots[kind, a]:
            for root_b, mention_b in roots[kind, b]:
                pair = (min(root_a, root_b), max(root_a, root_b))
                if root_a == root_b or pair in proposed or joined.clusters.are_apart(root_a, root_b):
                    continue
                proposed.add(pair)
                first, second = sorted((mention_a, mention_b))
                around = circles.reasons(root_a, root_b)
                joined.maybe.append(JoinReason(first, second, "proposed", (*reasons, *around)))
