"""Decisions made and appended; which mention or statement in the case a decision on a person or event stands on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from according.archive import facts
from according.domain.casefile import CaseFile
from according.domain.decision import Decision, Verdict
from according.domain.entity import Entity
from according.domain.identity import short_id
from according.errors import NotFound
from according.flow.folder import CaseFolder
from according.flow.reconciling import load_case_file


def record_decision(folder: CaseFolder, decision: Decision) -> None:
    """Append a decision, what it gives out, and its custody event, inside the present transaction."""
    facts.add_decision(folder.store, folder.case, decision)
    folder.record("decided", decision.subject, decision=decision.id, verdict=decision.verdict.value)


def new_decision(folder: CaseFolder, verdict: Verdict, subject: str, **fields: Any) -> Decision:
    """A decision with its number, id, author and instant."""
    sequence = facts.next_decision(folder.store)
    when = folder.clock()
    identity = short_id("c", folder.case, str(sequence), verdict.value, subject, when)
    return Decision(identity, sequence, verdict, subject, who=folder.viewer.name, when=when, **fields)


def member_of(case_file: CaseFile, identity: str) -> tuple[str, str]:
    """(mention or statement id a decision stands on, id given out). Raises NotFound."""
    forward = dict(case_file.redirects)
    wanted = forward.get(identity, identity)
    for entity in entities(case_file):
        if wanted == entity.id:
            return standing_mention(entity), entity.id
        if identity in entity.mentions:
            return identity, entity.id
    for event in case_file.events:
        if wanted == event.id or identity in event.statements:
            return (identity if identity in event.statements else min(event.statements)), event.id
    raise NotFound(
        f"There is nobody and nothing with the id {identity} in this case; 'according export FOLDER people' lists ids."
    )


def standing_mention(entity: Entity) -> str:
    """The mention an entity's id was made from, else its smallest."""
    tail = entity.id.split("-", 1)[-1]
    for mention in entity.mentions:
        if mention.endswith(tail):
            return mention
    return min(entity.mentions)


def entities(case_file: CaseFile) -> Iterable[Entity]:
    """People, organisations, groups and places."""
    return (*case_file.people, *case_file.organisations, *case_file.groups, *case_file.places)


def present_case_file(folder: CaseFolder) -> CaseFile:
    """The case file as last made."""
    return load_case_file(folder)
