"""People, organisations, groups and places: one real-world thing behind many mentions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from according.domain.event import Account


class EntityKind(StrEnum):
    """What sort of thing it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class AttestedName:
    """One spelling, as it stands in documents."""

    text: str
    script: str  # ISO 15924: Latn, Cyrl
    language: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document names or describes somebody or something."""

    id: str
    document: str
    start: int
    end: int
    text: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class JoinReason:
    """Why two mentions in different documents were joined, or are proposed to be."""

    a: str  # mention ids
    b: str
    strength: str  # person, strong, proposed
    reasons: tuple[
        str, ...
    ]  # fixed phrases, the likeness of names first, "but: ..." what speaks against; or a person's own words
    documents: tuple[str, ...] = ()  # of the two mentions


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of an entity as told: role, membership, ownership, kinship, affiliation."""

    type: str
    other: str | None  # entity id
    words: str  # "president of the union", "39 %"
    statement: str
    percent: float | None = None
    bound: str | None = None  # of a share: partly, majority, joint
    start: str | None = None  # EDTF: when it began, where that is told
    end: str | None = None  # EDTF: when it ended, where that is told
    cited: str | None = None  # EDTF: the day somebody said it is so
    former: bool = False  # said to be past on that day
    name: str | None = None  # of the other, as written, where it is nobody to look up
    reverse: bool = False  # seen from the body that is owned, led or joined


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, group or place as the documents know it."""

    id: str
    kind: EntityKind
    name: str  # headline name: the fullest attested spelling
    names: tuple[AttestedName, ...]
    statements: tuple[str, ...]  # ids, every statement in which it takes part or speaks
    mentions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  # part roles it has: patient, speaker, relative, witness ...
    description: str | None = None  # of an unnamed person
    unnamed: bool = False
    minor: bool = False
    ties: tuple[Tie, ...] = ()
    joins: tuple[JoinReason, ...] = ()
    maybe_same: tuple[JoinReason, ...] = ()  # proposals for a person to decide
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    place_kind: str | None = None
    accounts: tuple[Account, ...] = ()  # answers about this person or company: status, term, charge, owner ...
