"""Statements in; pieces out: what each offers to meeting others in an event (chain, days, place, who, how many)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from according.domain.entity import Entity, EntityKind
from according.domain.event import AccountValue, Aspect
from according.domain.shared import SharedPassage
from according.domain.statement import (
    ActorKind,
    Count,
    CountMode,
    Kind,
    Participant,
    Phase,
    Polarity,
    Role,
    Stance,
    Statement,
)
from according.domain.types import all_types
from according.reconcile.another import tells_another
from according.reconcile.days import Days, begins_on, days_of
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence
from according.reconcile.figures import Range, range_of
from according.reconcile.mentions import actor_mention, place_mention
from according.reconcile.vocabulary import chain_of, is_deadly, is_growing, is_lasting, scope_words

_PROSPECTS = frozenset({Stance.EXPECTED, Stance.THREATENED, Stance.DEMANDED, Stance.FEARED})
_WORD = re.compile(r"[^\W\d_]+")
_MASS = 3  # so many dead or injured that a report may speak of them without saying again when and where


@dataclass(frozen=True, slots=True)
class Piece:
    """One statement as meeting sees it."""

    statement: Statement
    chain: str  # with "?" where it has not happened yet, as told
    people: frozenset[str]  # entity ids of those it happened to, or who did it where the type counts agents
    bodies: frozenset[str]  # organisations and named people who act
    heads: frozenset[str]  # words of the groups counted
    days: Days | None
    doubtful: bool
    place: str | None
    broad: bool  # the place tells nothing apart: a region, a square, or taken from the sentence before
    mass: bool
    published: Days | None
    deadly: bool
    figure: Range | None = None  # how many, where said
    land: str | None = None  # the country the place is in, or is, where known
    area: str | None = None  # the region, square or supposed town: tells apart a little, a country does not
    home: str | None = None  # the one town its document names, where it names no place itself
    another: bool = False  # the words say that it is something else than what was told just before
    is_exact: bool = False  # a day is told, to within three days; a state "now" is not


def is_told_day(piece: Piece) -> bool:
    """Whether the words give the day, rather than the date of the report."""
    return _tells_day(piece.statement)


def _tells_day(statement: Statement) -> bool:
    when = statement.when
    return when is not None and (bool(when.words.strip()) or statement.phase is not Phase.GOES_ON)


def _is_exact(statement: Statement, days: Days | None) -> bool:
    return days is not None and days.width <= 3 and _tells_day(statement)


def cut_pieces(evidence: Evidence, cast: Cast, towns: Mapping[str, str] | None = None) -> list[Piece]:
    """A piece for every statement that tells of a happening, in reading order. `towns`: names of towns known anywhere → entity ids."""
    pieces = [
        _piece(evidence, cast, statement)
        for statement in evidence.statements
        if statement.kind is not Kind.RELATION and statement.type in _happening_types()
    ]
    return _at_home(_arrests_at_incidents(_placed_by_sentence(pieces, towns or {})))


def _at_home(pieces: list[Piece]) -> list[Piece]:
    """A report that names one town and no other speaks of the dead and injured of that town, where it does not say otherwise."""
    towns = towns_named(pieces)
    one_town = {document: next(iter(named)) for document, named in towns.items() if len(named) == 1}
    return [
        replace(piece, home=one_town[piece.statement.document])
        if piece.place is None and piece.deadly and not piece.people and piece.statement.document in one_town
        else piece
        for piece in pieces
    ]


def towns_named(pieces: Iterable[Piece]) -> dict[str, set[str]]:
    """Document id → the towns its statements name."""
    towns: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        if piece.place and not piece.broad:
            towns[piece.statement.document].add(piece.place)
    return towns


def town_words(statement: Statement) -> set[str]:
    """Words of the quote that may name the town where it was, where the statement names none."""
    if statement.where is not None or statement.speakers or not is_deadly(statement.type):
        return set()
    return {word for word in _WORD.findall(statement.quote.exact) if word[:1].isupper()}


def _placed_by_sentence(pieces: list[Piece], towns: Mapping[str, str]) -> list[Piece]:
    """In "a protest in Orlova passed off peacefully; two were injured" the injured are of Orlova."""
    places: dict[tuple[str, int], set[str]] = defaultdict(set)
    for piece in pieces:
        if piece.place and not piece.broad:
            places[piece.statement.document, piece.statement.quote.start].add(piece.place)
    out = []
    for piece in pieces:
        if piece.place is not None or piece.statement.where is not None or not piece.deadly:
            out.append(piece)
            continue
        beside = places.get((piece.statement.document, piece.statement.quote.start), set())
        if not beside and not piece.mass and not piece.people and not piece.statement.speakers:
            beside = {towns[word] for word in town_words(piece.statement) if word in towns}
        if len(beside) == 1:
            piece = replace(piece, place=next(iter(beside)))
        out.append(piece)
    return out


def _arrests_at_incidents(pieces: list[Piece]) -> list[Piece]:
    """In "10 killed, 70 wounded and 70 arrested" the arrests are of the same happening as the dead."""
    incidents = {
        (piece.statement.document, piece.statement.quote.start): piece
        for piece in pieces
        if piece.mass and not piece.chain.endswith("?")
    }
    out = []
    for piece in pieces:
        incident = incidents.get((piece.statement.document, piece.statement.quote.start))
        if piece.chain == "arrest" and not piece.people and piece.figure and incident is not None:
            days = piece.days or incident.days
            piece = replace(
                piece, chain=incident.chain, days=days, is_exact=_is_exact(piece.statement, days),
                place=piece.place or incident.place, land=piece.land or incident.land,
            )  # fmt: skip
        out.append(piece)
    return out


def counted_role(type_name: str) -> Role:
    """Whose number a count of this type is."""
    info = all_types().get(type_name)
    return info.counts if info and info.counts else Role.PATIENT


def aspect_of(type_name: str) -> Aspect | None:
    """The question an account of this type answers."""
    info = all_types().get(type_name)
    return Aspect(info.aspect) if info and info.aspect else None


def counted(statement: Statement) -> tuple[Count | None, Participant | None]:
    """How many, and the group the number counts."""
    role = counted_role(statement.type)
    groups = [item for item in statement.participants if item.role is role]
    with_number = next((item for item in groups if item.count is not None), None)
    group = with_number or (groups[0] if groups else None)
    if statement.count is not None:
        return statement.count, group
    return (with_number.count if with_number else None), group


def bound_denied(statement: Statement) -> int | None:
    """The most a denied figure leaves: "denied that there were more than nine" leaves nine. None where no bound is denied."""
    if not is_denied(statement):
        return None
    count, _ = counted(statement)
    if count is None or count.min is None or count.min < 2 or count.max is not None:
        return None
    return count.min - 1 if count.mode in (CountMode.TOTAL, CountMode.HIGHER_THAN) else None


def says_not(statement: Statement) -> bool:
    """Whether the statement says that it did not happen. To deny a figure is not to deny the thing."""
    return _counts_nobody(statement) or (is_denied(statement) and not _denies_figure(statement))


def _counts_nobody(statement: Statement) -> bool:
    if statement.count is not None:
        return statement.count.max == 0
    return any(item.count is not None and item.count.max == 0 for item in statement.participants)


def is_denied(statement: Statement) -> bool:
    """Whether the statement denies something: the thing, or a figure."""
    return statement.polarity is Polarity.DID_NOT_HAPPEN or statement.stance is Stance.DENIED


def told_edtf(statement: Statement) -> str | None:
    """The date as told; of what lasts, "since 3 February" tells the day it began."""
    if statement.when is None:
        return None
    lasts = is_growing(statement.type) or is_lasting(statement.type)
    return begins_on(statement.when.edtf) if lasts and statement.phase is Phase.STARTS else statement.when.edtf


def _denies_figure(statement: Statement) -> bool:
    count, _ = counted(statement)
    return count is not None and (count.max is None) != (count.min is None)


def pair_statements(
    passage: SharedPassage, left: Iterable[Statement], right: Iterable[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """Statements of either side of a passage that are the same words, in order of place.

    The nearest of the same type at about the same distance into the passage. `left` and `right`: the statements of the two
    documents, in reading order.
    """
    scale = (passage.b_span.end - passage.b_span.start) / max(1, passage.a_span.end - passage.a_span.start)
    free = _within(right, passage.b_span.start, passage.b_span.end)
    slack = 80 + 0.1 * (passage.b_span.end - passage.b_span.start)
    for one in _within(left, passage.a_span.start, passage.a_span.end):
        target = passage.b_span.start + (one.anchor.start - passage.a_span.start) * scale
        fitting = [other for other in free if other.type == one.type]
        if not fitting:
            continue
        best = min(fitting, key=lambda other: (abs(other.anchor.start - target), other.id))
        if abs(best.anchor.start - target) <= slack:
            yield one, best
            free.remove(best)


def _within(statements: Iterable[Statement], start: int, end: int) -> list[Statement]:
    return [item for item in statements if start <= item.anchor.start and item.anchor.end <= end]


@lru_cache(maxsize=1)
def _happening_types() -> frozenset[str]:
    return frozenset(name for name, info in all_types().items() if info.kind is Kind.EVENT)


def _piece(evidence: Evidence, cast: Cast, statement: Statement) -> Piece:
    chain = chain_of(statement.type)
    if statement.stance in _PROSPECTS:
        chain += "?"
    role = counted_role(statement.type)
    if all_types()[statement.type].counts is None:
        role = Role.AGENT
    count, group = counted(statement)
    people, bodies = _who(cast, statement, role)
    place, broad = _place(cast, statement)
    if statement.type == "ill_treatment" and not people and statement.when and statement.when.words:
        chain = chain.replace("torture", "violence")  # a crowd attacked on a day is an incident, not a cell
    heads = scope_words(group.name) if group and group.kind is not ActorKind.PERSON else None
    days = days_of(told_edtf(statement) or "")
    many = count is not None and count.mode is not CountMode.ADDITIONAL and (
        count.vague or (count.min or count.max or 0) >= _MASS
    ) and not says_not(statement)  # fmt: skip
    return Piece(
        statement=statement,
        chain=chain,
        people=people,
        bodies=bodies,
        heads=frozenset(heads.split()) if heads else frozenset(),
        days=days,
        doubtful=bool(statement.when and statement.when.doubt),
        place=place,
        broad=broad,
        mass=many and is_deadly(statement.type),
        published=evidence.published(statement.document),
        deadly=is_deadly(statement.type),
        figure=_figure(statement, count),
        land=_land(cast, statement, place),
        area=place if statement.where and statement.where.kind != "country" else None,
        another=not people and tells_another(statement),
        is_exact=_is_exact(statement, days),
    )


def _figure(statement: Statement, count: Count | None) -> Range | None:
    most = bound_denied(statement)
    if most is not None:
        return Range(0, most)
    if count is None or count.mode is not CountMode.TOTAL or (count.min is None and count.max is None):
        return None
    return range_of(
        AccountValue(count.words, min=count.min, max=count.max, qualifier=count.qualifier, vague=count.vague)
    )


def _who(cast: Cast, statement: Statement, role: Role) -> tuple[frozenset[str], frozenset[str]]:
    people: set[str] = set()
    bodies: set[str] = set()
    for participant in statement.participants:
        entity = cast.get_by_mention(actor_mention(statement, participant))
        if entity is None:
            continue
        if participant.role is role and entity.kind is EntityKind.PERSON:
            people.add(entity.id)
        elif participant.role in (Role.EMPLOYER, Role.ORGANISATION, Role.AGENT, Role.COURT) and _is_one(entity):
            bodies.add(entity.id)
    return frozenset(people), frozenset(bodies)


def _is_one(entity: Entity) -> bool:
    """Whether it is one body or one named person: "oil workers" here need not be those there."""
    return entity.kind is EntityKind.ORGANISATION or (entity.kind is EntityKind.PERSON and not entity.unnamed)


def _place(cast: Cast, statement: Statement) -> tuple[str | None, bool]:
    entity = cast.get_by_mention(place_mention(statement))
    where = statement.where
    if where is None or where.name.islower() or any(where.words in speaker.name for speaker in statement.speakers):
        return None, False  # "a source in the capital" says where the source is
    settled = where.kind in (None, "settlement", "capital", "city", "town", "village")
    broad = not settled or "where" in statement.inferred
    return (entity.id if entity else "name:" + where.name.casefold()), broad


def _land(cast: Cast, statement: Statement, place: str | None) -> str | None:
    if place is None:
        return None
    entity = cast.get_by_mention(place_mention(statement))
    return entity.country if entity else None
