"""Findings as they are worked out and kept: in parts, each with the owner it is made anew with; and the case file put together from them.

A part is a list of nouns of one kind. An owner is what a list is a function of: an island of names, of statements, one document. When a
document comes or goes, the lists of the owners it touches are replaced and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from according.domain.casefile import CaseFile
from according.domain.entity import Entity, EntityKind, JoinReason, Tie
from according.domain.event import Account, Dispute, Event, Origin, Proceeding, Reference
from according.domain.identity import short_id


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
class AccountsOf:
    """What voices answer about one person or company."""

    entity: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Nobody:
    """A group or body that is nobody to look up, unless something ties it to somebody."""

    entity: str


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


PARTS: Mapping[str, type] = {
    "entities": Entity,
    "stands": Stands,
    "moved_entities": Redirect,
    "nobodies": Nobody,
    "proposals": JoinReason,
    "ties": TieOf,
    "lives": AccountsOf,
    "owners": AccountsOf,
    "events": Event,
    "moved_events": Redirect,
    "disputes": Dispute,
    "proceedings": Proceeding,
    "origins": Origin,
    "citations": Citation,
    "holdings": Holding,
    "publications": Publication,
}

Place = tuple[str, str]  # part, owner


def put_together(case: str, parts: Mapping[str, Iterable[Any]]) -> CaseFile:
    """The case file of these parts, whatever their order."""
    stands = {item.mention: item.entity for item in parts.get("stands", ())}
    entities = _with_ties(parts.get("entities", ()), parts.get("ties", ()))
    tied = {entity.id for entity in entities if entity.ties}
    gone = {item.entity for item in parts.get("nobodies", ())} - tied
    proposed = spread_reasons(_open(parts.get("proposals", ()), stands), stands)
    accounts = {item.entity: item.accounts for name in ("lives", "owners") for item in parts.get(name, ())}
    by_kind: dict[EntityKind, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.id not in gone:
            maybe, told = proposed.get(entity.id, ()), accounts.get(entity.id, ())
            by_kind[entity.kind].append(replace(entity, maybe_same=maybe, accounts=told) if maybe or told else entity)
    events = sorted(parts.get("events", ()), key=_id)
    alive = {entity.id for entity in entities} - gone | {event.id for event in events}
    return CaseFile(
        case=case,
        people=tuple(by_kind[EntityKind.PERSON]),
        organisations=tuple(by_kind[EntityKind.ORGANISATION]),
        groups=tuple(by_kind[EntityKind.GROUP]),
        places=tuple(by_kind[EntityKind.PLACE]),
        events=tuple(events),
        proceedings=tuple(sorted(parts.get("proceedings", ()), key=_id)),
        disputes=_disputes(parts.get("disputes", ())),
        origins=tuple(sorted(parts.get("origins", ()), key=_account)),
        references=tuple(_references(parts.get("citations", ()), parts.get("holdings", ()))),
        same_publication=tuple(sorted(item.documents for item in parts.get("publications", ()))),
        redirects=_redirects(parts, alive),
        entity_of=tuple(sorted((mention, entity) for mention, entity in stands.items() if entity not in gone)),
    )


def spread_reasons(reasons: Iterable[JoinReason], entity_of: Mapping[str, str]) -> dict[str, tuple[JoinReason, ...]]:
    """Entity → the reasons that name one of its mentions, each once."""
    out: dict[str, set[JoinReason]] = defaultdict(set)
    for reason in reasons:
        for mention in (reason.a, reason.b):
            if mention in entity_of:
                out[entity_of[mention]].add(reason)
    return {
        entity: tuple(sorted(found, key=lambda reason: (reason.a, reason.b, reason.strength, reason.reasons)))
        for entity, found in out.items()
    }


def _open(proposals: Iterable[JoinReason], stands: Mapping[str, str]) -> Iterator[JoinReason]:
    """Proposals between mentions that stand for two entities."""
    for reason in proposals:
        a, b = stands.get(reason.a), stands.get(reason.b)
        if a is not None and b is not None and a != b:
            yield reason


def _account(item: Origin) -> str:
    return item.account


def _id(item: Any) -> str:
    return str(item.id)


def _with_ties(entities: Iterable[Entity], ties: Iterable[TieOf]) -> list[Entity]:
    told: dict[str, list[Tie]] = defaultdict(list)
    for item in sorted(
        ties, key=lambda item: (item.tie.statement, item.tie.type, item.tie.reverse, item.tie.other or "")
    ):
        told[item.entity].append(item.tie)
    return sorted(
        (replace(entity, ties=tuple(told[entity.id])) if entity.id in told else entity for entity in entities), key=_id
    )


def _disputes(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Each once, most serious first; one that is told of two people alike is the same whoever came first."""
    found: dict[str, Dispute] = {}
    for dispute in disputes:
        held = found.setdefault(dispute.id, dispute)
        if held is not dispute and repr(dispute) < repr(held):
            found[dispute.id] = dispute
    return tuple(sorted(found.values(), key=lambda dispute: (-dispute.seriousness, dispute.id)))


def _references(citations: Iterable[Citation], holdings: Iterable[Holding]) -> list[Reference]:
    """One entry for one source that is cited and not held, its fullest wording first."""
    held = list(holdings)
    own, titles = {item.plain for item in held} - {None}, {item.title for item in held}
    by_key: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        by_key[citation.key].append(citation)
    out = []
    for key, told in by_key.items():
        told.sort(key=lambda item: (-len(item.text), item.text, item.document))
        best = told[0]
        address = min((item.address for item in told if item.address), default=None)
        if {item.plain for item in told} & own or (best.quoted is not None and best.quoted in titles):
            continue
        out.append(Reference(short_id("r", key), best.text, tuple(sorted({item.document for item in told})), address))
    return sorted(out, key=_id)


def _redirects(parts: Mapping[str, Iterable[Any]], alive: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Ids once given out that lead elsewhere now; an id that is somebody's own leads nowhere."""
    moved = {(item.old, item.new) for name in ("moved_entities", "moved_events") for item in parts.get(name, ())}
    return tuple(sorted((old, new) for old, new in moved if old not in alive and new in alive))
