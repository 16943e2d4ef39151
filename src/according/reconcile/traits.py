"""One mention and what its statements say of it in; traits out: what may set two bearers of one name apart. Never compares, never joins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from according.domain.document import Document
from according.domain.entity import EntityKind
from according.domain.statement import ActorKind, Polarity, Role, Stance, Statement
from according.reconcile.days import Days, day_text, days_of
from according.reconcile.likeness import birth_years, calling_of, is_plain_body, sex_told
from according.reconcile.mentions import Naming
from according.reconcile.naming import body_key
from according.reconcile.vocabulary import chain_of

_COURT_SIDE = frozenset({Role.JUDGE.value, Role.PROSECUTOR.value, Role.INVESTIGATOR.value})
_ACCUSED_TYPES = frozenset(
    {"arrest", "charge", "trial", "sentence", "conviction", "acquittal", "imprisonment", "pretrial_detention"}
)
_DEATHS = frozenset({"killing", "death", "death_in_custody", "suicide"})
_OF_THE_LIVING = frozenset(  # what is done to, or by, somebody alive on that day
    {"arrest", "interrogation", "pretrial_detention", "house_arrest", "imprisonment", "transfer", "release", "parole", "hunger_strike",
     "testimony", "resignation", "visit", "speech", "hospitalisation", "strike", "march", "picket"}
)  # fmt: skip
_HOLDING = frozenset({"imprisonment", "pretrial_detention", "transfer", "house_arrest"})
_SETTLED = (None, "settlement", "capital", "city", "town", "village")
_SURE = frozenset({Stance.ASSERTED, Stance.ADMITTED})

Spot = tuple[str, float | None, float | None]  # key of the name, latitude, longitude


@dataclass(frozen=True, slots=True)
class Traits:
    """What is told of one bearer of a name. Days are ordinals of the proleptic calendar."""

    births: frozenset[tuple[int, int]] = frozenset()  # first and last year, each wording's
    dead: int | None = None  # day by whose end it is told dead
    alive: int | None = None  # last day on which it is told to have lived
    held: frozenset[tuple[int, str]] = frozenset()  # day, prison
    seen: frozenset[tuple[int, str, Spot]] = frozenset()  # day, chain of what is told, settlement
    sexes: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()  # force, labour, bench
    court_side: bool = False  # judge, prosecutor or investigator of a case
    accused: bool = False
    countries: frozenset[str] = frozenset()  # of a place or an office of state
    place_kinds: frozenset[str] = frozenset()  # broad, settled
    spots: frozenset[Spot] = frozenset()  # of a settlement, without a name


NOTHING = Traits()


def merge(items: Iterable[Traits]) -> Traits:
    """What is told of one bearer under all of these."""
    known = [item for item in items if item != NOTHING]
    if len(known) < 2:
        return known[0] if known else NOTHING
    deaths = [item.dead for item in known if item.dead is not None]
    lives = [item.alive for item in known if item.alive is not None]
    return Traits(
        births=frozenset().union(*(item.births for item in known)),
        dead=min(deaths) if deaths else None,
        alive=max(lives) if lives else None,
        held=frozenset().union(*(item.held for item in known)),
        seen=frozenset().union(*(item.seen for item in known)),
        sexes=frozenset().union(*(item.sexes for item in known)),
        callings=frozenset().union(*(item.callings for item in known)),
        court_side=any(item.court_side for item in known),
        accused=any(item.accused for item in known),
        countries=frozenset().union(*(item.countries for item in known)),
        place_kinds=frozenset().union(*(item.place_kinds for item in known)),
        spots=frozenset().union(*(item.spots for item in known)),
    )


def traits_of(document: Document, naming: Naming, by_id: Mapping[str, Statement]) -> Traits:
    """The traits one mention shows. `by_id` holds the statements of its document that count."""
    if naming.kind is EntityKind.PLACE:
        kind, country, lat, long = naming.where
        return Traits(
            spots=frozenset({("", lat, long)} if kind in _SETTLED and lat is not None else ()),
            countries=frozenset({country} if country else ()),
            place_kinds=frozenset() if kind is None else frozenset({"settled" if kind in _SETTLED else "broad"}),
        )
    statements = [by_id[sid] for sid in sorted(naming.statements) if sid in by_id]
    if naming.kind is EntityKind.PERSON:
        return _of_person(document, naming, statements)
    countries = {item.where.country for item in statements if item.where and item.where.country}
    return Traits(countries=frozenset(countries)) if countries else NOTHING


def _of_person(document: Document, naming: Naming, statements: list[Statement]) -> Traits:
    descriptions = frozenset(naming.descriptions)
    published = days_of(document.reference_date.edtf) if document.reference_date else None
    year = int(day_text(published.start)[:4]) if published and published.width < 400 else None
    births = set(birth_years(document.text.content, naming.start, naming.end, descriptions, year))
    seen: set[tuple[int, str, Spot]] = set()
    held: set[tuple[int, str]] = set()
    dead: list[int] = []
    alive: list[int] = []
    accused = False
    for statement in statements:
        births.update(_told_birth(statement))
        roles = _roles_in(statement, naming)
        patient, agent = Role.PATIENT in roles, Role.AGENT in roles
        if statement.polarity is not Polarity.HAPPENED or statement.stance not in _SURE:
            continue
        accused = accused or (statement.type in _ACCUSED_TYPES and naming.roles == {Role.PATIENT.value})
        days = days_of(statement.when.edtf) if statement.when and not statement.when.doubt else None
        if statement.type in _DEATHS and patient:
            dead.extend([days.end] if days and not days.is_open else [published.end] if published else [])
        if days is None or days.is_open or not (patient or agent):
            continue
        if statement.type in _OF_THE_LIVING:
            alive.append(days.start)
        if days.width == 1:
            seen.update(_spots(statement, days))
            held.update(_prisons(statement, days) if patient and statement.type in _HOLDING else ())
    sexes = {sex for text in descriptions if (sex := sex_told(text))}
    return Traits(
        births=frozenset(births),
        dead=min(dead) if dead else None,
        alive=max(alive) if alive else None,
        held=frozenset(held),
        seen=frozenset(seen),
        sexes=frozenset(sexes),
        callings=frozenset(filter(None, (calling_of(text) for text in descriptions))),
        court_side=bool(naming.roles & _COURT_SIDE),
        accused=accused,
    )


def _roles_in(statement: Statement, naming: Naming) -> frozenset[Role]:
    return frozenset(
        item.role
        for item in statement.participants
        if (span := item.mention or (item.start, item.end)) is not None
        and tuple(span if isinstance(span, tuple) else (span.start, span.end)) == (naming.start, naming.end)
    )


def _told_birth(statement: Statement) -> set[tuple[int, int]]:
    told = statement.value.content if statement.type == "biographic" and statement.value else None
    if told and statement.when and ("born" in told or "род" in told) and statement.when.edtf[:4].isdigit():
        year = int(statement.when.edtf[:4])
        return {(year, year)}
    return set()


def _spots(statement: Statement, days: Days) -> set[tuple[int, str, Spot]]:
    """Where it was on that day: only a settlement and a day that the words themselves give."""
    where, when = statement.where, statement.when
    if where is None or when is None or not when.words.strip() or where.kind not in _SETTLED or where.name.islower():
        return set()
    if "where" in statement.inferred or "when" in statement.inferred:
        return set()
    return {(days.start, chain_of(statement.type), (body_key(where.name), where.latitude, where.longitude))}


def _prisons(statement: Statement, days: Days) -> set[tuple[int, str]]:
    """Prisons by name that hold somebody on that day; "a colony" is none."""
    return {
        (days.start, body_key(item.name))
        for item in statement.participants
        if item.role is Role.FACILITY and item.kind is not ActorKind.UNNAMED and not is_plain_body(item.name, False)
    }
