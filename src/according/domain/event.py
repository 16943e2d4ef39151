"""Where statements about one happening meet; what each voice answers; where the answers cannot all be true."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """The questions an account answers."""

    DEATHS = "deaths"
    INJURED = "injured"
    ARRESTED = "arrested"
    MISSING = "missing"
    TRIED = "tried"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    SENTENCED = "sentenced"
    DISMISSED = "dismissed"
    PARTICIPANTS = "participants"
    DATE = "date"
    PLACE = "place"
    AGENT = "agent"
    ORDER_GIVEN = "order_given"
    CAUSE = "cause"
    OCCURRENCE = "occurrence"
    CHARGE = "charge"
    TERM = "term"
    STATUS = "status"
    OWNER = "owner"


class RelationKind(StrEnum):
    """How one account stands to another."""

    SUPERSEDES = "supersedes"
    LATER_SAME_SIDE = "later_same_side"
    AGREES = "agrees"
    OVERLAPS = "overlaps"
    PART_OF = "part_of"
    DISPUTES = "disputes"
    DIFFERENT_SCOPE = "different_scope"  # said by people only


@dataclass(frozen=True, slots=True)
class AccountRelation:
    """From this account to another."""

    to: str
    kind: RelationKind
    by: str | None = None  # "person" where a person said so


@dataclass(frozen=True, slots=True)
class AccountValue:
    """An answer, in the terms of its aspect. Exactly what the voice said; `words` as printed."""

    words: str
    min: int | None = None
    max: int | None = None
    qualifier: str | None = None
    vague: bool = False
    edtf: str | None = None  # of a date
    term: tuple[str | None, str | None] | None = None  # of a sentence
    name: str | None = None  # of an agent, place, owner
    entity: str | None = None
    percent: float | None = None
    happened: bool | None = None  # of occurrence


@dataclass(frozen=True, slots=True)
class Account:
    """One voice's answer to one question, with the day it was given and what exactly it counts."""

    id: str
    aspect: Aspect
    value: AccountValue
    speaker: str  # name of the nearest speaker, or "the report itself: OUTLET"
    speaker_kind: str  # ActorKind, or "report"
    documents: tuple[str, ...]
    statements: tuple[str, ...]
    scope: str | None = None  # what is counted, as said: "oil workers", "in custody"
    as_of: str | None = None  # EDTF: the day it was said, else the document's reference day
    speaker_entity: str | None = None
    outlet: str | None = None
    stance: str = "asserted"
    reviewed: bool = False  # a person accepted the statement behind it
    relations: tuple[AccountRelation, ...] = ()
    where: str | None = None  # of a figure: the place it is for, "A + B" where it is for both


@dataclass(frozen=True, slots=True)
class NamedList:
    """Whom one document names among those of an event whom a figure counts. No number is ever taken from the names."""

    document: str
    aspect: Aspect  # deaths: the named dead; arrested, tried, sentenced ... likewise
    people: tuple[str, ...]  # entity ids, each once, ordered
    statements: tuple[str, ...]  # that name them so
    accounts: tuple[str, ...] = ()  # ids of the figures the same document gives


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. Its title is made of type, place and date: "massacre" and "riot" are somebody's words."""

    id: str
    type: str
    when: str | None  # EDTF
    where: str | None  # place as written most often
    statements: tuple[str, ...]
    accounts: tuple[Account, ...] = ()
    place: str | None = None  # entity id
    people: tuple[str, ...] = ()  # entity ids taking part by name
    types: tuple[str, ...] = ()  # all statement types met here
    facts: tuple[tuple[str, str], ...] = ()  # what else is known, as key and value
    lists: tuple[NamedList, ...] = ()  # who is named where, beside the figures; by document and aspect


class DisputeKind(StrEnum):
    """Why accounts cannot all be true."""

    OCCURRENCE = "occurrence"
    RESPONSIBILITY = "responsibility"
    NATURE = "nature"
    CAUSE = "cause"
    COUNT = "count"
    DATE = "date"
    PLACE = "place"
    VALUE = "value"
    ORDER = "order"
    ARITHMETIC = "arithmetic"
    PART_AND_WHOLE = "part_and_whole"
    WEEKDAY = "weekday"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class DisputeValue:
    """One side of a dispute."""

    value: str  # as printed, or the EDTF; "[not] more than nine" where the words deny a figure
    speaker: str  # as it reads in a sentence; "the report itself: OUTLET" where nobody else is named
    statements: tuple[str, ...]
    min: int | None = None  # the figure, where the side is one; both ends None: no figure
    max: int | None = None
    edtf: str | None = None  # the day, where the side is a date
    term: str | None = None  # ISO 8601 duration of a sentence: P7Y, P3Y/P7Y
    percent: float | None = None  # of a share
    speaker_kind: str | None = None  # ActorKind, or "report", where known


@dataclass(frozen=True, slots=True)
class Dispute:
    """Accounts that cannot all be true. `facts` are what an explanation in any language is built from."""

    id: str
    kind: DisputeKind
    about: str  # id of an event, person, organisation, statement's document
    about_kind: str  # event, person, organisation, document
    aspect: Aspect | None
    values: tuple[DisputeValue, ...]
    facts: tuple[tuple[str, str], ...] = ()
    possible: bool = False  # rests on an unsure match
    seriousness: int = 0  # higher first
    decided: str | None = None  # real, explained, different_scope, dismissed
    why: str | None = None
    look_again: bool = False  # a side came or went since a person decided
    scope: str | None = None  # what tells it apart from others of its kind, aspect and subject

    @property
    def sides(self) -> str:
        """Digest of who says what: the same as long as no side comes or goes, whatever repeats one of them."""
        told = sorted(
            f"{value.speaker.casefold()}|{value.min}|{value.max}|{value.edtf}|{value.term}|{value.percent}|"
            + ("" if _is_measured(value) else value.value.casefold())
            for value in self.values
        )
        return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _is_measured(value: DisputeValue) -> bool:
    return any(part is not None for part in (value.min, value.max, value.edtf, value.term, value.percent))


@dataclass(frozen=True, slots=True)
class Origin:
    """How many different voices stand behind an account. Counts voices, not truth."""

    account: str
    reports: int
    same: int  # folded into another
    not_established: int
    different: int
    groups: tuple[tuple[str, ...], ...]  # statement ids


@dataclass(frozen=True, slots=True)
class Offence:
    """What people are charged with: one article of a code of law, or one kind of deed, behind every wording and translation told."""

    key: str  # within its proceeding: "241", "mass_disorder", or the words
    wordings: tuple[str, ...]  # as printed, most told first
    statements: tuple[str, ...]
    kind: str | None = None  # of `offences.toml`
    article: str | None = None  # number: "241", "20.2"
    parts: tuple[str, ...] = ()  # parts of the article that were named
    code: str | None = None  # criminal, administrative
    country: str | None = None  # whose code, ISO 3166-1 alpha-2
    country_said: bool = False  # the words name the country; else it is that of the places told


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a person's way through the courts: arrest, charge, trial, sentence, court appeal … Each is an event of its own."""

    type: str
    event: str
    when: str | None = None  # EDTF
    court: str | None = None
    outcome: str | None = None  # "sentence: P7Y"
    statements: tuple[str, ...] = ()  # those that name the person


@dataclass(frozen=True, slots=True)
class Hearing:
    """A day in court, as told."""

    when: str  # EDTF
    event: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Defendant:
    """One defendant of a proceeding and what became of them."""

    person: str | None  # entity id
    name: str
    charge: str | None = None
    outcome: str | None = None  # "sentence: 7 years", "acquittal", ...
    statements: tuple[str, ...] = ()
    offences: tuple[str, ...] = ()  # keys of the proceeding's charges
    steps: tuple[Step, ...] = ()  # in the order they were taken


@dataclass(frozen=True, slots=True)
class Proceeding:
    """One court case."""

    id: str
    title: str  # neutral: "Trial, Velgrad district court, 2012-06"
    court: str | None
    judge: str | None
    opened: str | None  # EDTF
    defendants: tuple[Defendant, ...]
    offences: tuple[str, ...]
    statements: tuple[str, ...]
    appeals: tuple[str, ...] = ()  # statement ids
    charges: tuple[Offence, ...] = ()  # the offences, each with every wording
    hearings: tuple[Hearing, ...] = ()


class Custody(StrEnum):
    """Where a person is, as to liberty."""

    FREE = "free"
    DETAINED = "detained"
    ADMINISTRATIVE_DETENTION = "administrative_detention"
    HOUSE_ARREST = "house_arrest"
    IMPRISONED = "imprisoned"
    SUSPENDED_SENTENCE = "suspended_sentence"
    RELEASED = "released"
    DEAD = "dead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One version of a person's custody on a day."""

    status: Custody
    since: str | None = None  # EDTF
    until: str | None = None
    until_basis: str | None = None  # said, arithmetic
    facility: str | None = None
    sentence: str | None = None  # in words: "7 years, reduced to 5 years"
    charge: str | None = None
    procedure: str | None = None  # charged, on trial, convicted, appeal pending ...
    condition: str | None = None  # on hunger strike, ill ...
    evidence: tuple[str, ...] = ()  # statement ids
    according_to: tuple[str, ...] = ()
    first_cited: str | None = None
    last_cited: str | None = None
    stale: bool = False
    term: str | None = (
        None  # of the sentence, ISO 8601 durations: "P7Y → P5Y"; "?" where a change is told and not to what
    )
    held_since: str | None = None  # EDTF: since when without a release told, over arrest, house arrest and prison
    until_from: str | None = None  # EDTF: the day `until` is reckoned from
    last_told: Custody | None = None  # where the status is not known any more: what was told last
    how: str | None = None  # of a release: bail, parole, amnesty, pardon, served, acquitted


@dataclass(frozen=True, slots=True)
class Spell:
    """Days on end on which a person's custody was, as far as is told, one and the same."""

    person: str
    first: str  # ISO 8601
    last: str | None  # None: without end, as far as is told
    status: Custody
    held: bool  # every version has the person held
    disputed: bool  # some have, some have not
    evidence: tuple[str, ...] = ()  # statement ids
    also: tuple[Custody, ...] = ()  # what other versions say


@dataclass(frozen=True, slots=True)
class Status:
    """Custody of a person on a day. Sources that disagree fill `lines`; `line` is the one best supported."""

    person: str
    name: str
    on: str
    known_on: str | None
    line: StatusLine
    lines: tuple[StatusLine, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldGroup:
    """People told to have been held on a day, by number or description only. Never added to anything: groups overlap."""

    id: str  # entity id, or the mention where there is none
    words: str  # as said: "37 men", "the head of the prison"
    line: StatusLine
    min: int | None = None  # how many, as said
    max: int | None = None
    event: str | None = (
        None  # the event they were arrested or sentenced in; two groups of one event may be the same people
    )
    first: str | None = None  # ISO 8601: from when to when, as far as is told, where it is not asked for one day only
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that documents cite but the archive does not hold."""

    id: str
    text: str
    documents: tuple[str, ...]
    address: str | None = None
