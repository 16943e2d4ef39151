"""An edition in, the same edition out with every speaker and participant tied to its entity by the mention it stands on."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from according.domain.casefile import CaseFile
from according.domain.identity import mention_id
from according.domain.statement import Judged, Participant, Speaker, Statement
from according.publish.edition import Edition

Actor = TypeVar("Actor", Participant, Speaker)


def link_entities(edition: Edition) -> Edition:
    """Entities are clusters of mentions: an actor belongs to the one that holds the mention where its name stands."""
    owners = _owners(edition.case_file)
    if not owners:
        return edition
    judged = {doc: tuple(_link_judged(one, owners) for one in group) for doc, group in edition.judged.items()}
    return replace(edition, judged=judged)


def _owners(file: CaseFile) -> dict[str, str]:
    groups = (file.places, file.groups, file.organisations, file.people)
    return {mention: entity.id for group in groups for entity in group for mention in entity.mentions}


def _link_judged(judged: Judged, owners: dict[str, str]) -> Judged:
    statement = judged.statement
    participants = tuple([_link_actor(statement, p, owners) for p in statement.participants])
    speakers = tuple([_link_actor(statement, s, owners) for s in statement.speakers])
    if participants == statement.participants and speakers == statement.speakers:
        return judged
    return replace(judged, statement=replace(statement, participants=participants, speakers=speakers))


def _link_actor(statement: Statement, actor: Actor, owners: dict[str, str]) -> Actor:
    if actor.entity is not None:
        return actor
    start, end = (actor.mention.start, actor.mention.end) if actor.mention else (actor.start, actor.end)
    if start is None or end is None:
        return actor
    owner = owners.get(mention_id(statement.quote.document, statement.quote.digest, start, end))
    return replace(actor, entity=owner) if owner else actor
