"""Statements about groups and people without names in; those of them who were held on a day out, each as said. Adds nothing up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from according.domain.entity import Entity
from according.domain.event import HeldGroup
from according.domain.statement import ActorKind, Count, Participant, Statement
from according.domain.types import all_types
from according.reconcile.marks import Known, find_marks
from according.reconcile.mentions import actor_mention
from according.reconcile.pieces import counted_role
from according.reconcile.placing import place_undated
from according.reconcile.runs import HELD
from according.reconcile.spells import find_spells
from according.reconcile.versions import History, Versions

_WITHOUT_NAME = frozenset({ActorKind.GROUP, ActorKind.UNNAMED})


def find_held_groups(known: Known, versions: Versions, people: Mapping[str, Entity], day: int) -> tuple[HeldGroup, ...]:
    """The groups held on that day, those of one event side by side, the largest first."""
    found = []
    for key, parts, history in _histories(known, people):
        line = versions.on_day(history, day)[0]
        if line.status in HELD:
            found.append(_group(known, parts, HeldGroup(key, "", line)))
    return tuple(sorted(found, key=_order))


def find_all_groups(known: Known, versions: Versions, people: Mapping[str, Entity]) -> tuple[HeldGroup, ...]:
    """Every group ever told to have been held, with the days it is told to have been."""
    found = []
    for key, parts, history in _histories(known, people):
        held = [spell for spell in find_spells(key, history, versions) if spell.held or spell.disputed]
        if held:
            line = versions.on_day(history, date.fromisoformat(held[-1].first).toordinal())[0]
            made = HeldGroup(key, "", line, first=held[0].first, last=held[-1].last)
            found.append(_group(known, parts, made))
    return tuple(sorted(found, key=_order))


def _histories(
    known: Known, people: Mapping[str, Entity]
) -> Iterator[tuple[str, list[tuple[Statement, Participant]], History]]:
    told, owners = _told(known, people)
    whole = replace(known, entity_of=owners)
    for key, parts in told.items():
        sids = tuple(dict.fromkeys(statement.id for statement, _ in parts))
        yield key, parts, History(place_undated(find_marks(whole, key, sids)), [])


def _told(
    known: Known, people: Mapping[str, Entity]
) -> tuple[dict[str, list[tuple[Statement, Participant]]], dict[str, str]]:
    """By group: the statements about its custody with the words for it there; and which mention stands for which group."""
    told: dict[str, list[tuple[Statement, Participant]]] = {}
    owners = dict(known.entity_of)
    for statement in known.evidence.statements:
        if statement.document not in known.documents or not _is_of_custody(statement):
            continue
        for mention, item in _nameless(statement, known, people):
            key = owners.setdefault(mention, mention)
            told.setdefault(key, []).append((statement, item))
    return told, owners


def _is_of_custody(statement: Statement) -> bool:
    info = all_types().get(statement.type)
    return info is not None and (
        info.custody is not None or statement.type in ("amnesty", "pardon", "appeal_rejected", "appeal_granted")
    )


def _nameless(statement: Statement, known: Known, people: Mapping[str, Entity]) -> Iterator[tuple[str, Participant]]:
    role = counted_role(statement.type)
    for item in statement.participants:
        mention = actor_mention(statement, item) if item.role is role else None
        if mention is None:
            continue
        person = people.get(known.entity_of.get(mention, ""))
        surname = item.kind is ActorKind.UNNAMED and item.name[:1].isupper() and " " not in item.name
        if surname:  # somebody with a name, though nobody knows which: "Adilov"
            continue
        if item.kind in _WITHOUT_NAME or (person is not None and person.unnamed):
            yield mention, item


def _group(known: Known, parts: list[tuple[Statement, Participant]], made: HeldGroup) -> HeldGroup:
    """The words of the latest statement that has them held, with its number and its event."""
    used = [part for part in parts if part[0].id in made.line.evidence] or parts
    statement, item = max(used, key=lambda part: (known.evidence.said_on(part[0]) or "", part[0].id))
    count: Count | None = item.count or (statement.count if len(statement.participants) == 1 else None)
    event = known.event_of.get(statement.id)
    return replace(
        made, words=item.name, min=count.min if count else None, max=count.max if count else None,
        event=event.id if event else None,
    )  # fmt: skip


def _order(group: HeldGroup) -> tuple[str, int, str, str]:
    return (group.line.last_cited or "", -(group.min or group.max or 0), group.words, group.id)
