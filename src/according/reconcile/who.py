"""Documents that came, went or changed in; the people, organisations, groups and places they touch, worked out anew, out (decision 13).

A *house* is what must be worked out together: a component of units, and those whose mentions were once given out under one id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from according.domain.decision import Decision
from according.domain.entity import Entity, EntityKind, JoinReason
from according.domain.findings import Nobody, Redirect, Stands
from according.domain.statement import Statement
from according.domain.workbook import Entry, Workbook
from according.reconcile.clusters import Clusters
from according.reconcile.entities import Cast, build_entities, is_nobody
from according.reconcile.evidence import Evidence
from according.reconcile.identities import keeps_apart
from according.reconcile.islands import settle_islands
from according.reconcile.joining import components, cut_all, join_component, said_of
from according.reconcile.mentions import Naming, find_mentions
from according.reconcile.outcome import Outcome
from according.reconcile.packing import pack, unpack
from according.reconcile.pieces import town_words
from according.reconcile.proposals import Face, propose
from according.reconcile.sameness import Joined
from according.reconcile.units import Unit, keys_of

UNITS = "units"  # what each document names, grouped by house
FACES = "faces"  # what each named cluster shows to others, grouped by island
STANDS = "stands"  # document -> mention -> entity
APART = "apart"  # pairs of people whom something told keeps apart, under the documents that tell of them
_MOST_TOLD = 40  # statements that are looked through for what tells one bearer of a name from another
_LETTERS = "pogl"
LOOKS = "looks"  # documents, under the words they look for among towns
CAST = "cast"  # entities, without what no later step asks for


@dataclass(frozen=True, slots=True)
class Housed:
    """A unit with its mentions."""

    unit: Unit
    namings: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One person and the first statements that name the person."""

    entity: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two people whom their names would join, and what leaves only two people or an error; ordered by id."""

    people: tuple[Told, Told]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What working out names came to."""

    documents: set[str]  # in which somebody is called otherwise now
    apart: set[str]  # entries of APART that came, went or changed


@dataclass(frozen=True, slots=True)
class Words:
    """What people said of mentions, and ids given out for them."""

    decisions: tuple[Decision, ...]  # on pairs of mentions
    allocated: Mapping[str, str]

    @property
    def handed_on(self) -> frozenset[str]:
        """Ids given out for a mention other than the one they were made of: wherever that one is, it must know."""
        return frozenset(given for mention, given in self.allocated.items() if given[1:] != mention[1:])


@dataclass(slots=True)
class _Made:
    """What the houses that were worked out anew hold."""

    entities: dict[str, tuple[str, Entity]] = field(default_factory=dict)  # id -> house, entity
    stands: dict[str, dict[str, str]] = field(
        default_factory=lambda: defaultdict(dict)
    )  # document -> mention -> entity
    faces: list[tuple[str, Face]] = field(default_factory=list)  # house, face
    apart: list[Entry] = field(default_factory=list)


def settle_names(
    book: Workbook, documents: Collection[str], evidence: Evidence, words: Words, outcome: Outcome
) -> Named:
    """Work out anew the houses that these documents touch.

    `evidence` holds those of `documents` that the case holds.
    """
    fresh = _cut(evidence, words)
    stale = book.owned(UNITS, documents)
    touched = {entry.group for entry in stale}
    touched |= {entry.group for entry in book.under(UNITS, {key for entry in fresh for key in entry.keys})}
    before = book.grouped(UNITS, touched)
    gone = {entry.name for entry in stale}
    made = _Made()
    houses = _houses([*(entry for entry in before if entry.name not in gone), *fresh], words)
    for house, members in houses.items():
        _settle_house(house, [housed for _, housed in members], words, made, outcome)
    for house in touched - houses.keys():
        outcome.drop(("entities", "moved_entities", "nobodies", "proposals"), house)
    after = [replace(entry, group=house) for house, members in houses.items() for entry, _ in members]
    book.exchange(UNITS, [entry.name for entry in before], after)
    _settle_proposals(book, touched | houses.keys(), made, outcome)
    called = _note_cast(book, set(documents), {entry.owner for entry in before}, touched, made, outcome)
    old, new = {entry.name for entry in book.owned(APART, touched)}, {entry.name for entry in made.apart}
    book.exchange(APART, old - new, made.apart)
    return Named(called, old | new)


def _cut(evidence: Evidence, words: Words) -> list[Entry]:
    """The units of the documents at hand, each under its keys: of its names, of people's words, of ids given out."""
    namings = find_mentions(evidence)
    handed_on = words.handed_on
    entries = []
    for unit in cut_all(evidence, namings, said_of(words.decisions)):
        given = [f"given {item}" for one in unit.mentions for item in _given_of(one, words.allocated, handed_on)]
        named = [f"named {unit.kind.value} {name}" for name in unit.names]  # equal names meet, whatever keys they have
        body = pack(Housed(unit, tuple(namings[one] for one in unit.mentions)))
        entries.append(Entry(unit.id, unit.document, tuple(sorted({*keys_of(unit), *named, *given})), body))
    return entries


def _given_of(mention: str, allocated: Mapping[str, str], handed_on: Collection[str]) -> Iterator[str]:
    """Ids that the mention holds or may hold, of those that were given out for another than they were made of."""
    if not handed_on:
        return
    for given in (allocated.get(mention), *(letter + mention[1:] for letter in _LETTERS)):
        if given is not None and given in handed_on:
            yield given


def _houses(entries: Sequence[Entry], words: Words) -> dict[str, list[tuple[Entry, Housed]]]:
    """The houses of these units, each named after its smallest."""
    held = {entry.name: (entry, unpack(Housed, entry.body)) for entry in entries}
    joined = Clusters(held)
    for component in components([housed.unit for _, housed in held.values()], words.decisions):
        for unit in component.units[1:]:
            joined.join(component.units[0].id, unit.id)
    given: dict[str, str] = {}
    for entry, _ in held.values():
        for key in entry.keys:
            if key.startswith("given "):
                joined.join(given.setdefault(key, entry.name), entry.name)
    return {members[0]: [held[one] for one in members] for members in joined.all()}


def _settle_house(house: str, members: Sequence[Housed], words: Words, made: _Made, outcome: Outcome) -> None:
    namings = {naming.id: naming for housed in members for naming in housed.namings}
    joined = Joined(Clusters(namings))
    for component in components([housed.unit for housed in members], words.decisions):
        part = join_component(component.units, component.decisions)
        for mentions in part.clusters:
            for other in mentions[1:]:
                joined.clusters.join(mentions[0], other)
        joined.joins.extend(part.joins)
        joined.maybe.extend(part.maybe)
        made.faces.extend((house, face) for face in part.faces)
    given = {mention: words.allocated[mention] for mention in namings if mention in words.allocated}
    entities, redirects = build_entities(namings, joined, given)
    for entity in entities:
        made.entities[entity.id] = (house, entity)
        for mention in entity.mentions:
            made.stands[namings[mention].document][mention] = entity.id
    outcome.put("entities", house, entities)
    outcome.put("moved_entities", house, [Redirect(old, new) for old, new in sorted(redirects.items())])
    outcome.put("nobodies", house, [Nobody(entity.id) for entity in entities if is_nobody(entity)])
    outcome.put("proposals", house, joined.maybe)
    made.apart += _held_apart(house, joined.maybe, {entity.id: entity for entity in entities}, namings)


def _held_apart(
    house: str, proposals: Iterable[JoinReason], entities: Mapping[str, Entity], namings: Mapping[str, Naming]
) -> Iterator[Entry]:
    """Pairs of people by name of whom something is told that cannot be true of one."""
    owner = {mention: entity for entity in entities.values() for mention in entity.mentions}
    home = {sid: naming.document for naming in namings.values() for sid in naming.statements}
    for proposal in proposals:
        pair = sorted((owner[one] for one in (proposal.a, proposal.b) if one in owner), key=lambda entity: entity.id)
        against = keeps_apart(proposal)
        if len(pair) < 2 or pair[0] is pair[1] or not against or any(_is_nameless(entity) for entity in pair):
            continue
        first, second = (Told(entity.id, entity.statements[:_MOST_TOLD]) for entity in pair)
        keys = {f"of {home[sid]}" for told in (first, second) for sid in told.statements}
        yield Entry(
            f"{first.entity} {second.entity}", house, tuple(sorted(keys)), pack(Apart((first, second), against))
        )


def _is_nameless(entity: Entity) -> bool:
    return entity.kind is not EntityKind.PERSON or entity.unnamed


def _settle_proposals(book: Workbook, houses: Collection[str], made: _Made, outcome: Outcome) -> None:
    """Proposals between short and full names: by islands of faces that share a key."""
    fresh = [
        Entry(
            face.mention,
            house,
            tuple(sorted({*face.keys, *(f"named {face.kind.value} {name}" for name in face.names)})),
            pack(face),
        )
        for house, face in made.faces
    ]
    change = settle_islands(book, FACES, houses, fresh)
    for island in change.gone - change.made.keys():
        outcome.drop(("proposals",), f"faces {island}")
    for island, entries in change.made.items():
        outcome.put("proposals", f"faces {island}", propose(unpack(Face, entry.body) for entry in entries))


def _note_cast(
    book: Workbook, documents: set[str], beside: set[str], touched: Collection[str], made: _Made, outcome: Outcome
) -> set[str]:
    """Who stands where now. A document is changed where a mention stands for another entity, or for one that is called otherwise."""
    held = book.owned(CAST, touched)
    old, known_towns = {entry.name: entry.body for entry in held}, {entry.name: entry.keys for entry in held}
    new = {
        key: Entry(key, house, _town_keys(entity), pack(_as_later_steps_see(entity)))
        for key, (house, entity) in made.entities.items()
    }
    towns = {
        key for name in old.keys() | new.keys() if name not in new or old.get(name) != new[name].body
        for key in (*(new[name].keys if name in new else ()), *known_towns.get(name, ()))
    }  # fmt: skip
    book.exchange(CAST, old.keys() - new.keys(), new.values())
    changed: set[str] = set()
    entries = []
    known = {
        entry.name: unpack(dict[str, str], entry.body)
        for entry in book.named(STANDS, documents | beside | made.stands.keys())
    }
    for document in sorted(documents | beside | made.stands.keys()):
        before = known.get(document, {})
        fresh = made.stands.get(document, {})
        after = fresh if document in documents else before | fresh
        if any(
            before.get(mention) != entity or old.get(entity) != new[entity].body for mention, entity in fresh.items()
        ):
            changed.add(document)
        if after == before:
            continue
        changed.add(document)
        outcome.put("stands", document, [Stands(mention, entity) for mention, entity in sorted(after.items())])
        entries.append(Entry(document, document, body=pack(after)))
    book.exchange(STANDS, [entry.name for entry in entries], [entry for entry in entries if entry.body != pack({})])
    return changed | documents | {entry.owner for entry in book.under(LOOKS, towns)}


def note_looks(book: Workbook, evidence: Evidence) -> None:
    """Which words each of these documents looks for among the towns that any document names."""
    words: dict[str, set[str]] = {document: set() for document in evidence.documents}
    for statement in evidence.statements:
        words[statement.document] |= town_words(statement)
    entries = [
        Entry(document, document, tuple(sorted(f"town {word}" for word in found)))
        for document, found in words.items()
        if found
    ]
    book.exchange(LOOKS, [document for document, found in words.items() if not found], entries)


def towns_called(book: Workbook, statements: Iterable[Statement]) -> dict[str, str]:
    """Of the words these statements look for, those that name one town known anywhere, with its id."""
    wanted = {f"town {word}" for statement in statements for word in town_words(statement)}
    found: dict[str, set[str]] = defaultdict(set)
    for entry in book.under(CAST, wanted):
        for key in wanted & set(entry.keys):
            found[key.removeprefix("town ")].add(entry.name)
    return {word: next(iter(ids)) for word, ids in found.items() if len(ids) == 1}


def _town_keys(entity: Entity) -> tuple[str, ...]:
    if entity.kind is not EntityKind.PLACE or entity.place_kind not in (None, "settlement"):
        return ()
    return tuple(sorted({f"town {name.text}" for name in entity.names if " " not in name.text}))


def _as_later_steps_see(entity: Entity) -> Entity:
    """What events, voices and disputes ask of an entity; that one more report names it changes nothing for them."""
    several = len({document for name in entity.names for document in name.documents}) > 1
    told = ("one", "more") if several else ("one",)
    names = tuple(replace(name, documents=told) for name in entity.names)
    return replace(entity, names=names, statements=(), mentions=(), joins=(), roles=())


def cast_of(book: Workbook, documents: Collection[str]) -> Cast:
    """Everybody named in these documents. Ties and ids given out before are left out: no later step asks for them."""
    stands: dict[str, str] = {}
    for entry in book.named(STANDS, documents):
        stands |= unpack(dict[str, str], entry.body)
    entities = {entry.name: unpack(Entity, entry.body) for entry in book.named(CAST, set(stands.values()))}
    return Cast(entities, dict(sorted(stands.items())), {})


def standing_in(book: Workbook, members: Collection[str]) -> set[str]:
    """The documents in which these mentions or entities stand: a look through all, for words of people, which are few."""
    wanted = {item for item in members if item[:2] in ("m-", *(f"{letter}-" for letter in _LETTERS))}
    if not wanted:
        return set()
    found = set()
    for entry in book.everything(STANDS):
        stands = unpack(dict[str, str], entry.body)
        if wanted & stands.keys() or wanted & set(stands.values()):
            found.add(entry.name)
    return found


def unborne(book: Workbook, allocated: Mapping[str, str]) -> set[str]:
    """Mentions to which an id was given out that no entity bears now."""
    given = {identity: mention for mention, identity in allocated.items() if mention.startswith("m-")}
    return {given[identity] for identity in given.keys() - {entry.name for entry in book.named(CAST, given.keys())}}
