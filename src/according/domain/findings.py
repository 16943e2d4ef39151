"""Findings as they are worked out and kept: in parts, each with the owner it is made anew with; and the case file put together from them.

A part is a list of nouns of one kind. An owner is what a list is a function of: an island of names, of statements, one document. When a
document comes or goes, the lists of the owners it touches are replaced and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from according.domain.casefile import CaseFile
from according.domain.entity import Entity, EntityKind, Tie
from according.domain.event import Dispute, Event, Origin, Proceeding, Reference


@dataclass(frozen=True, slots=True)
class Stands:
    """A mention stands for an entity."""

    mention: str
    entity: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """An id once given out leads to another now."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TieOf:
    """A tie of an entity, as one statement tells it."""

    entity: str
    tie: Tie


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that one document cites."""

    key: str  # equal for one source
    text: str
    document: str
    address: str | None = None
    plain: str | None = None  # the address without what varies
    quoted: str | None = None  # the title in quotation marks, folded


@dataclass(frozen=True, slots=True)
class Holding:
    """What a citation may mean by a document that the case holds: its plain address and folded title."""

    document: str
    title: str
    plain: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """Documents that are one publication."""

    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person said of a dispute."""

    dispute: str
    decided: str
    why: str | None = None


PARTS: Mapping[str, type] = {
    "entities": Entity,
    "stands": Stands,
    "moved_entities": Redirect,
    "ties": TieOf,
    "events": Event,
    "moved_events": Redirect,
    "disputes": Dispute,
    "proceedings": Proceeding,
    "origins": Origin,
    "citations": Citation,
    "holdings": Holding,
    "publications": Publication,
    "settled": Settled,
}

Place = tuple[str, str]  # part, owner


def put_together(case: str, parts: Mapping[str, Iterable[Any]], reference_id: Any) -> CaseFile:
    """The case file of these parts, whatever their order. `reference_id` makes the id of a cited source from its key."""
    entities = _with_ties(list(parts.get("entities", ())), list(parts.get("ties", ())))
    by_kind: dict[EntityKind, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_kind[entity.kind].append(entity)
    events = sorted(parts.get("events", ()), key=_id)
    return CaseFile(
        case=case,
        people=tuple(by_kind[EntityKind.PERSON]),
        organisations=tuple(by_kind[EntityKind.ORGANISATION]),
        groups=tuple(by_kind[EntityKind.GROUP]),
        places=tuple(by_kind[EntityKind.PLACE]),
        events=tuple(events),
        proceedings=tuple(sorted(parts.get("proceedings", ()), key=_id)),
        disputes=_disputes(parts.get("disputes", ()), parts.get("settled", ())),
        origins=tuple(sorted(parts.get("origins", ()), key=lambda item: str(item.account))),
        references=tuple(_references(parts.get("citations", ()), list(parts.get("holdings", ())), reference_id)),
        same_publication=tuple(sorted(item.documents for item in parts.get("publications", ()))),
        redirects=_redirects(parts, entities, events),
        entity_of=tuple(sorted((item.mention, item.entity) for item in parts.get("stands", ()))),
    )


def _id(item: Any) -> str:
    return str(item.id)


def _with_ties(entities: list[Entity], ties: list[TieOf]) -> list[Entity]:
    told: dict[str, list[Tie]] = defaultdict(list)
    for item in sorted(ties, key=lambda item: (item.tie.statement, item.tie.type, item.tie.other or "")):
        told[item.entity].append(item.tie)
    return sorted(
        (replace(entity, ties=tuple(told[entity.id])) if entity.id in told else entity for entity in entities), key=_id
    )


def _disputes(disputes: Iterable[Dispute], settled: Iterable[Settled]) -> tuple[Dispute, ...]:
    said = {item.dispute: item for item in settled}
    found: dict[str, Dispute] = {}
    for dispute in disputes:
        held = found.setdefault(dispute.id, dispute)
        if held is not dispute and repr(dispute) < repr(held):
            found[dispute.id] = dispute  # told of two people alike: one of the two, whatever came first
    for key in said.keys() & found.keys():
        found[key] = replace(found[key], decided=said[key].decided, why=said[key].why)
    return tuple(sorted(found.values(), key=lambda dispute: (-dispute.seriousness, dispute.id)))


def _references(citations: Iterable[Citation], holdings: Sequence[Holding], reference_id: Any) -> list[Reference]:
    """One entry for one source that is cited and not held, its fullest wording first."""
    own = {item.plain for item in holdings} - {None}
    titles = {item.title for item in holdings}
    by_key: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        by_key[citation.key].append(citation)
    out = []
    for key, told in by_key.items():
        told.sort(key=lambda item: (-len(item.text), item.text, item.document))
        best = told[0]
        address = min((item.address for item in told if item.address), default=None)
        plain = {item.plain for item in told} - {None}
        if plain & own or (best.quoted is not None and best.quoted in titles):
            continue
        out.append(Reference(reference_id(key), best.text, tuple(sorted({item.document for item in told})), address))
    return sorted(out, key=_id)


def _redirects(
    parts: Mapping[str, Iterable[Any]], entities: Sequence[Entity], events: Sequence[Event]
) -> tuple[tuple[str, str], ...]:
    """Ids once given out that lead elsewhere now; an id that is somebody's own leads nowhere."""
    alive = {item.id for item in entities} | {item.id for item in events}
    moved = {(item.old, item.new) for name in ("moved_entities", "moved_events") for item in parts.get(name, ())}
    return tuple(sorted((old, new) for old, new in moved if old not in alive and new in alive))


__all__ = [
    "PARTS",
    "Citation",
    "Holding",
    "Origin",
    "Place",
    "Publication",
    "Redirect",
    "Settled",
    "Stands",
    "TieOf",
    "put_together",
]
