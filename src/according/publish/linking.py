"""An edition in, the same edition out with every speaker and participant tied to its entity by the mention it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from according.domain.casefile import CaseFile
from according.domain.identity import mention_id
from according.domain.statement import Judged, Participant, Speaker, Statement
from according.publish.edition import Edition

Actor = TypeVar("Actor", Participant, Speaker)


def link_entities(edition: Edition) -> Edition:
    """Entities are clusters of mentions: an actor belongs to the one that holds the mention where its name stands."""
    owners = owners_of(edition.case_file)
    if edition.linked or not owners:
        return edition
    judged = {doc: tuple([link_judged(one, owners) for one in group]) for doc, group in edition.judged.items()}
    return replace(edition, judged=judged, linked=True)


def owners_of(file: CaseFile) -> dict[str, str]:
    """Entity id by mention id."""
    if file.entity_of:
        return dict(file.entity_of)
    groups = (file.places, file.groups, file.organisations, file.people)
    return {mention: entity.id for group in groups for entity in group for mention in entity.mentions}


def link_judged(judged: Judged, owners: Mapping[str, str]) -> Judged:
    """The statement with its actors tied; the same value when there is nothing to tie."""
    statement = judged.statement
    if not (statement.participants or statement.speakers):
        return judged
    participants = tuple([_link_actor(statement, p, owners) for p in statement.participants])
    speakers = tuple([_link_actor(statement, s, owners) for s in statement.speakers])
    if _same(participants, statement.participants) and _same(speakers, statement.speakers):
        return judged
    return replace(judged, statement=replace(statement, participants=participants, speakers=speakers))


def _same(after: Sequence[object], before: Sequence[object]) -> bool:
    return all(a is b for a, b in zip(after, before, strict=True))


def _link_actor(statement: Statement, actor: Actor, owners: Mapping[str, str]) -> Actor:
    if actor.entity is not None:
        return actor
    start, end = (actor.mention.start, actor.mention.end) if actor.mention else (actor.start, actor.end)
    if start is None or end is None:
        return actor
    owner = owners.get(mention_id(statement.quote.document, statement.quote.digest, start, end))
    return replace(actor, entity=owner) if owner else actor
