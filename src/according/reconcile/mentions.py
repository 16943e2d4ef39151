"""Statements in; mentions out: each place where somebody or something is named, with what the statement says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from according.domain.document import Document
from according.domain.entity import EntityKind
from according.domain.identity import mention_id
from according.domain.passage import Span
from according.domain.statement import ActorKind, Participant, Role, Speaker, Statement
from according.reconcile.evidence import Evidence
from according.reconcile.naming import body_key
from according.reconcile.vocabulary import bare_words, is_person_office, names_nobody

_KIND = {
    ActorKind.PERSON: EntityKind.PERSON,
    ActorKind.UNNAMED: EntityKind.PERSON,
    ActorKind.OFFICE: EntityKind.ORGANISATION,
    ActorKind.ORGANISATION: EntityKind.ORGANISATION,
    ActorKind.MEDIUM: EntityKind.ORGANISATION,
    ActorKind.GROUP: EntityKind.GROUP,
    ActorKind.PLACE: EntityKind.PLACE,
}

_SETTLED = (None, "settlement", "capital", "city", "town", "village")
_DETERMINERS = frozenset({"a", "an", "the", "one", "another", "same"})
_PARTICLES = frozenset(
    {"al", "de", "da", "di", "del", "van", "von", "der", "el", "ibn", "bin", "ben", "la", "le", "du"}
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention with all that its statements say at it. Every tuple is sorted."""

    id: str
    document: str
    start: int
    end: int
    kind: EntityKind
    name: str  # resolved name, or the words as written
    written: str = ""  # the words at its place
    language: str | None = None  # of its document
    unnamed: bool = False
    generic: bool = False  # an office that stands for a person: "the mayor"
    minor: bool = False
    town: str = ""  # of a group: key of the settlement its statements name, the smallest of several
    roles: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    where: tuple[str | None, str | None, float | None, float | None] = (None, None, None, None)


@dataclass(slots=True)
class _Draft:
    """A naming while its statements are gone through."""

    id: str
    document: str
    start: int
    end: int
    kind: EntityKind
    name: str
    unnamed: bool = False
    generic: bool = False
    minor: bool = False
    town: str = ""
    roles: set[str] = field(default_factory=set)
    statements: set[str] = field(default_factory=set)
    descriptions: set[str] = field(default_factory=set)
    where: tuple[str | None, str | None, float | None, float | None] = (None, None, None, None)


mention_of = lru_cache(maxsize=100_000)(mention_id)  # asked for several times by each step


def own_span(actor: Participant | Speaker) -> Span | None:
    """Where the full name stands, else where the actor is named at all."""
    if actor.mention is not None:
        return actor.mention
    if actor.start is None or actor.end is None or actor.end <= actor.start:
        return None
    return Span(actor.start, actor.end)


def actor_mention(statement: Statement, actor: Participant | Speaker) -> str | None:
    """The id of the mention an actor stands on; None when it has no place in the text."""
    span = own_span(actor)
    if span is None:
        return None
    return mention_of(statement.quote.document, statement.quote.digest, span.start, span.end)


def place_mention(statement: Statement) -> str | None:
    """The id of the mention of where it was; None where no name is told: "the church" is no place to be met again."""
    where = statement.where
    if where is None or where.start is None or where.end is None or where.name.islower():
        return None
    return mention_of(statement.quote.document, statement.quote.digest, where.start, where.end)


def has_name(words: str) -> bool:
    """Whether the words are a name: "a senior officer" and "Roe's lawyer" are people without one."""
    parts = [word for word in words.split() if word.casefold() not in _DETERMINERS]
    if not any(word[:1].isupper() and len(word) > 1 for word in parts):
        return False
    first, last = parts[0], parts[-1]
    return not (first[:1].islower() and first not in _PARTICLES) and not last[:1].islower()


def find_mentions(evidence: Evidence) -> dict[str, Naming]:
    """Every mention by id, a function of each document alone. The first statement's kind wins; names prefer the fuller reading."""
    found: dict[str, _Draft] = {}
    for statement in evidence.statements:
        for actor, role in _actors(statement):
            _note_actor(found, statement, actor, role)
        _note_place(found, statement)
    return {key: _finish(evidence.documents[draft.document], draft) for key, draft in sorted(found.items())}


def _finish(document: Document, draft: _Draft) -> Naming:
    content = document.text.content
    return Naming(
        id=draft.id, document=draft.document, start=draft.start, end=draft.end, kind=draft.kind, name=draft.name,
        written=content[draft.start : draft.end].strip() if draft.end <= len(content) else "",
        language=document.language, unnamed=draft.unnamed, generic=draft.generic, minor=draft.minor, town=draft.town,
        roles=tuple(sorted(draft.roles)), statements=tuple(sorted(draft.statements)),
        descriptions=tuple(sorted(draft.descriptions)), where=draft.where,
    )  # fmt: skip


def _actors(statement: Statement) -> Iterator[tuple[Participant | Speaker, str]]:
    for participant in statement.participants:
        yield participant, participant.role.value
    for speaker in statement.speakers:
        yield speaker, "speaker"


def _note_actor(found: dict[str, _Draft], statement: Statement, actor: Participant | Speaker, role: str) -> None:
    kind = _KIND.get(actor.kind)
    span = own_span(actor)
    if kind is None or span is None or not actor.name.strip():
        return
    counted = isinstance(actor, Participant) and actor.count is not None and actor.count.max != 1
    if actor.kind is ActorKind.UNNAMED and (role == "speaker" or counted):
        if not counted:
            return  # "reportedly" and "eyewitnesses say" are voices, not somebody who takes part
        kind = EntityKind.GROUP
    if role == Role.FACILITY.value and kind is EntityKind.PLACE:
        kind = EntityKind.ORGANISATION
    if isinstance(actor, Participant) and actor.count is not None and actor.count.max == 0:
        return  # "nobody" is not somebody
    if not bare_words(actor.name):
        return  # "those", "at least 16": a number and no name for whom
    if names_nobody(actor.name):
        return  # "we", "all of them": words that stand in for somebody
    unnamed = kind is EntityKind.PERSON and (actor.kind is ActorKind.UNNAMED or not has_name(actor.name))
    if unnamed and role == Role.OTHER.value:
        return  # a house is no unnamed person
    mid = mention_of(statement.quote.document, statement.quote.digest, span.start, span.end)
    naming = found.get(mid)
    if naming is None:
        naming = found[mid] = _Draft(mid, statement.document, span.start, span.end, kind, actor.name.strip())
        naming.unnamed = unnamed
        naming.generic = actor.kind is ActorKind.OFFICE and is_person_office(actor.name)
        if naming.generic:
            naming.kind, naming.unnamed = EntityKind.PERSON, True
    elif kind is EntityKind.PERSON and naming.unnamed and not unnamed:
        naming.name, naming.unnamed, naming.generic, naming.kind = actor.name.strip(), False, False, kind
    elif len(actor.name) > len(naming.name) and bare_words(naming.name) in bare_words(actor.name):
        naming.name = actor.name.strip()
    naming.roles.add(role)
    naming.statements.add(statement.id)
    if actor.description:
        naming.descriptions.add(actor.description.strip())
    if isinstance(actor, Participant) and actor.minor:
        naming.minor = True
    if naming.kind is EntityKind.GROUP and (town := _town(statement)):
        naming.town = min(naming.town or town, town)


def _town(statement: Statement) -> str:
    """Key of the settlement the statement's own words place it in; "" where they do not."""
    where = statement.where
    if where is None or where.kind not in _SETTLED or where.name.islower() or "where" in statement.inferred:
        return ""
    return body_key(where.name)


def _note_place(found: dict[str, _Draft], statement: Statement) -> None:
    where, mid = statement.where, place_mention(statement)
    if where is None or mid is None or where.start is None or where.end is None or not where.name.strip():
        return
    naming = found.get(mid)
    if naming is None:
        naming = found[mid] = _Draft(
            mid, statement.document, where.start, where.end, EntityKind.PLACE, where.name.strip()
        )
    if naming.kind is EntityKind.PLACE:
        naming.where = (where.kind, where.country, where.latitude, where.longitude)
    naming.statements.add(statement.id)
