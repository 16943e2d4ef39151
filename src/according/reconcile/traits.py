"""One mention and what its statements say of it in; traits out: what may set two bearers of one name apart. Never compares, never joins."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

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

T = TypeVar("T")
Spot = tuple[str, float | None, float | None]  # key of the name, latitude, longitude


@dataclass(frozen=True, slots=True)
class Traits:
    """What is told of one bearer of a name. Days are ordinals of the proleptic calendar; every tuple is sorted."""

    births: tuple[tuple[int, int], ...] = ()  # first and last year, each wording's
    dead: int | None = None  # day by whose end it is told dead
    alive: int | None = None  # last day on which it is told to have lived
    held: tuple[tuple[int, str], ...] = ()  # day, prison
    seen: tuple[tuple[int, str, Spot], ...] = ()  # day, chain of what is told, settlement
    sexes: tuple[str, ...] = ()
    callings: tuple[str, ...] = ()  # force, labour, bench
    court_side: bool = False  # judge, prosecutor or investigator of a case
    accused: bool = False
    countries: tuple[str, ...] = ()  # of a place or an office of state
    place_kinds: tuple[str, ...] = ()  # broad, settled
    spots: tuple[Spot, ...] = ()  # of a settlement, without a name


NOTHING = Traits()


def merge(items: Iterable[Traits]) -> Traits:
    """What is told of one bearer under all of these."""
    known = [item for item in items if item is not NOTHING]
    if len(known) < 2:
        return known[0] if known else NOTHING
    deaths = [item.dead for item in known if item.dead is not None]
    lives = [item.alive for item in known if item.alive is not None]
    return Traits(
        births=_union(item.births for item in known),
        dead=min(deaths) if deaths else None,
        alive=max(lives) if lives else None,
        held=_union(item.held for item in known),
        seen=_union(item.seen for item in known),
        sexes=_union(item.sexes for item in known),
        callings=_union(item.callings for item in known),
        court_side=any(item.court_side for item in known),
        accused=any(item.accused for item in known),
        countries=_union(item.countries for item in known),
        place_kinds=_union(item.place_kinds for item in known),
        spots=_union(item.spots for item in known),
    )


def _union(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    held = [part for part in parts if part]
    if len(held) < 2:
        return held[0] if held else ()
    return _sorted({item for part in held for item in part})


def _sorted(items: Collection[T]) -> tuple[T, ...]:
    """One order for what cannot be compared: spots off the map have no coordinates."""
    return tuple(items) if len(items) < 2 else tuple(sorted(items, key=repr))


class Known:
    """What is told of one cluster while it grows. Two of them are held against each other by the days of the smaller."""

    __slots__ = (
        "accused",
        "alive",
        "births",
        "callings",
        "countries",
        "court_side",
        "dead",
        "held",
        "kinds",
        "seen",
        "sexes",
        "spots",
    )

    def __init__(self, traits: Traits) -> None:
        self.births: set[tuple[int, int]] = set(traits.births)
        self.dead, self.alive = traits.dead, traits.alive
        self.held: dict[int, set[str]] = {}
        for day, prison in traits.held:
            self.held.setdefault(day, set()).add(prison)
        self.seen: dict[int, set[tuple[str, Spot]]] = {}
        for day, chain, spot in traits.seen:
            self.seen.setdefault(day, set()).add((chain, spot))
        self.sexes, self.callings = set(traits.sexes), set(traits.callings)
        self.court_side, self.accused = traits.court_side, traits.accused
        self.countries, self.kinds, self.spots = set(traits.countries), set(traits.place_kinds), set(traits.spots)

    def absorb(self, other: Known) -> None:
        """Take over what is told of another; the other is of no use afterwards."""
        self.births |= other.births
        self.dead = min((day for day in (self.dead, other.dead) if day is not None), default=None)
        self.alive = max((day for day in (self.alive, other.alive) if day is not None), default=None)
        for day, prisons in other.held.items():
            self.held.setdefault(day, set()).update(prisons)
        for day, told in other.seen.items():
            self.seen.setdefault(day, set()).update(told)
        self.sexes |= other.sexes
        self.callings |= other.callings
        self.court_side = self.court_side or other.court_side
        self.accused = self.accused or other.accused
        self.countries |= other.countries
        self.kinds |= other.kinds
        self.spots |= other.spots

    def freeze(self) -> Traits:
        """The same as traits."""
        return Traits(
            births=_sorted(self.births), dead=self.dead, alive=self.alive,
            held=_sorted({(day, prison) for day, prisons in self.held.items() for prison in prisons}),
            seen=_sorted({(day, chain, spot) for day, told in self.seen.items() for chain, spot in told}),
            sexes=_sorted(self.sexes), callings=_sorted(self.callings), court_side=self.court_side, accused=self.accused,
            countries=_sorted(self.countries), place_kinds=_sorted(self.kinds), spots=_sorted(self.spots),
        )  # fmt: skip


def traits_of(document: Document, naming: Naming, by_id: Mapping[str, Statement]) -> Traits:
    """The traits one mention shows. `by_id` holds the statements of its document that count."""
    if naming.kind is EntityKind.PLACE:
        kind, country, lat, long = naming.where
        return Traits(
            spots=(("", lat, long),) if kind in _SETTLED and lat is not None else (),
            countries=(country,) if country else (),
            place_kinds=() if kind is None else ("settled" if kind in _SETTLED else "broad",),
        )
    statements = [by_id[sid] for sid in sorted(naming.statements) if sid in by_id]
    if naming.kind is EntityKind.PERSON:
        return _of_person(document, naming, statements)
    return NOTHING


def _of_person(document: Document, naming: Naming, statements: list[Statement]) -> Traits:
    descriptions = naming.descriptions
    published = days_of(document.reference_date.edtf) if document.reference_date else None
    year = _year(published) if published else None
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
        accused = accused or (statement.type in _ACCUSED_TYPES and naming.roles == (Role.PATIENT.value,))
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
    told = Traits(
        births=_sorted(births),
        dead=min(dead) if dead else None,
        alive=max(alive) if alive else None,
        held=_sorted(held),
        seen=_sorted(seen),
        sexes=_sorted(sexes),
        callings=_sorted({calling for text in descriptions if (calling := calling_of(text))}),
        court_side=not _COURT_SIDE.isdisjoint(naming.roles),
        accused=accused,
    )
    return NOTHING if told == NOTHING else told


@lru_cache(maxsize=4096)
def _year(published: Days) -> int | None:
    """The year of a date that is known to about a year."""
    return int(day_text(published.start)[:4]) if published.width < 400 else None


def _roles_in(statement: Statement, naming: Naming) -> frozenset[Role]:
    out = set()
    for item in statement.participants:
        start, end = (item.mention.start, item.mention.end) if item.mention else (item.start, item.end)
        if start == naming.start and end == naming.end:
            out.add(item.role)
    return frozenset(out)


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
