"""Units of many documents and people's decisions in; clusters of mentions out, with the reason of every join and what is left to decide.

The outcome is local. Units fall into *components*: those whose names may be one (`likely_names`), or of whose mentions people spoke together.
`join_component` looks at one component and at nothing else; the whole is the union over components, and a new document changes only
components one of whose names it bears. Proposals between short and full names are made afterwards, under one surname (`proposals`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from according.domain.decision import Decision
from according.domain.entity import EntityKind
from according.reconcile.alike import Named, likely_names, may_join
from according.reconcile.clusters import Clusters
from according.reconcile.component import Outcome, join_component
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import Naming
from according.reconcile.proposals import Face, propose
from according.reconcile.sameness import Joined, pairs_decided
from according.reconcile.units import Said, Unit, cut_units

__all__ = ["Component", "Outcome", "components", "cut_all", "join_component", "join_mentions", "said_of"]


def join_mentions(evidence: Evidence, namings: Mapping[str, Naming], decisions: Sequence[Decision]) -> Joined:
    """Everything at once: cut every document into units, find the components, join each, propose across."""
    units = cut_all(evidence, namings, said_of(decisions))
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


def cut_all(evidence: Evidence, namings: Mapping[str, Naming], said: Said) -> list[Unit]:
    """The units of every document, ordered by id."""
    by_document: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings.values():
        by_document[naming.document].append(naming)
    units: list[Unit] = []
    for document, held in sorted(by_document.items()):
        told = sorted({sid for naming in held for sid in naming.statements if sid not in evidence.disowned})
        units.extend(cut_units(evidence.documents[document], held, [evidence.by_id[sid] for sid in told], said))
    return sorted(units, key=_id)


def said_of(decisions: Iterable[Decision]) -> Said:
    """Each mention of which people spoke, with those they spoke of together with it."""
    out: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs_decided(decisions, "m-"):
        out[a].add(b)
        out[b].add(a)
    return {mention: frozenset(others) for mention, others in out.items()}


def _id(unit: Unit) -> str:
    return unit.id


@dataclass(frozen=True, slots=True)
class Component:
    """Units that may influence one another, ordered by id, and the decisions about their mentions."""

    units: tuple[Unit, ...]
    decisions: tuple[Decision, ...]


def components(units: Sequence[Unit], decisions: Sequence[Decision]) -> list[Component]:
    """The components of all units, ordered by smallest unit. Given all units that share keys, however far, it finds the same ones."""
    graph = Clusters(unit.id for unit in units)
    bearers: dict[Named, str] = {}
    tied: dict[str, str] = {}
    for unit in units:
        for name in unit.names:
            if may_join(unit.kind, name):
                graph.join(bearers.setdefault((unit.kind, name), unit.id), unit.id)
        for key in (*unit.spoken, *(unit.grounds if unit.kind is EntityKind.PLACE else ())):
            graph.join(tied.setdefault(key, unit.id), unit.id)
    for kind, a, b in likely_names(bearers):
        graph.join(bearers[kind, a], bearers[kind, b])
    about: dict[str, list[Decision]] = defaultdict(list)
    for (a, b), decision in sorted(pairs_decided(decisions, "m-").items()):
        if holder := tied.get(a) or tied.get(b):
            about[graph.root(holder)].append(decision)
    held = {unit.id: unit for unit in units}
    out = []
    for members in graph.all():
        said = sorted(about.get(graph.root(members[0]), ()), key=lambda decision: (decision.sequence, decision.id))
        out.append(Component(tuple(held[item] for item in members), tuple(said)))
    return out
