"""One document's mentions in; its units out: each person, body, group or place it names, with all that other documents may be held against.

A unit is a function of its document alone, and of which of its mentions people have spoken of. It never knows another document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from according.domain.document import Document
from according.domain.entity import EntityKind
from according.domain.statement import ActorKind, Kind, Participant, Role, Statement
from according.domain.types import all_types
from according.language.names import parse_name
from according.language.transliterate import skeleton
from according.reconcile.alike import is_rare, name_keys, office_key
from according.reconcile.clusters import Clusters
from according.reconcile.days import days_of
from according.reconcile.likeness import every_state_has_one, is_named_everywhere, is_plain_body, role_words
from according.reconcile.mentions import Naming
from according.reconcile.naming import body_key, name_key
from according.reconcile.traits import NOTHING, Traits, merge, traits_of
from according.reconcile.vocabulary import bare_words, chain_of
from according.reconcile.within import Link, acronym_after, is_plain, join_within

Said = Mapping[str, frozenset[str]]  # mention -> the mentions together with which people spoke of it
NOTHING_SAID: Said = {}

_MOST_BESIDE = 8  # frequent names beside a name that are paired; longer lists are everybody's list


@dataclass(frozen=True, slots=True)
class Unit:
    """One person, body, group or place in one document. `names` is empty for what nobody can meet again by name."""

    document: str
    kind: EntityKind
    mentions: tuple[str, ...]  # sorted
    names: tuple[str, ...] = ()  # fullest first
    links: tuple[Link, ...] = ()  # joins inside the document; to another unit only where people spoke of its mentions
    traits: Traits = NOTHING
    grounds: tuple[str, ...] = ()  # "kind|detail", sorted: each, if shared, may join two bearers of one name
    spoken: tuple[
        str, ...
    ] = ()  # mentions, here or elsewhere, that people's words or this document's links tie it to; sorted

    @property
    def id(self) -> str:
        """Its smallest mention."""
        return self.mentions[0]


def cut_units(
    document: Document, namings: Sequence[Naming], statements: Iterable[Statement], said: Said = NOTHING_SAID
) -> list[Unit]:
    """The units of one document, ordered by id. `statements` are those of the document that count.

    Where people spoke of two mentions of one unit, each mention is a unit of its own and `links` says what the document joins.
    """
    by_id = {statement.id: statement for statement in statements}
    links = join_within(document, namings)
    clusters = Clusters(naming.id for naming in namings)
    for a, b in links:
        clusters.join(a, b)
    held = {naming.id: naming for naming in namings}
    links_of: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        links_of[clusters.root(link[0])].append(link)
    groups = [(members, tuple(links_of[clusters.root(members[0])])) for members in clusters.all()]
    drafts: list[tuple[tuple[str, ...], tuple[Link, ...]]] = []
    for members, own in groups:
        if len(members) > 1 and sum(member in said for member in members) > 1:
            drafts.extend(((one,), tuple(link for link in own if link[0] == one)) for one in members)
        else:
            drafts.append((members, own))
    beside = _Beside(document, [[held[one] for one in members] for members, _ in drafts])
    units = [
        _assemble(document, [held[one] for one in members], own, by_id, beside, place, said)
        for place, (members, own) in enumerate(drafts)
    ]
    return sorted(units, key=lambda unit: unit.id)


def keys_of(unit: Unit) -> tuple[str, ...]:
    """Keys without one of which in common two units never influence one another; empty for what meets nothing."""
    found = {f"{unit.kind.value}:{key}" for name in unit.names for key in name_keys(name, unit.kind)}
    found.update(unit.grounds if unit.kind is EntityKind.PLACE else ())
    found.update(unit.spoken)
    return tuple(sorted(found))


def _assemble(
    document: Document,
    namings: list[Naming],
    links: tuple[Link, ...],
    by_id: Mapping[str, Statement],
    beside: _Beside,
    place: int,
    said: Said,
) -> Unit:
    kind = min((naming.kind for naming in namings), key=_value)
    mentions = tuple(sorted(naming.id for naming in namings))
    spoken = _spoken(mentions, links, said) if said else ()
    names = _names(document, namings, kind)
    if not names:
        return Unit(document.id, kind, mentions, (), links, spoken=spoken)
    traits = merge([traits_of(document, naming, by_id) for naming in namings])
    grounds: set[str] = set()
    if kind is EntityKind.PERSON:
        statements = [by_id[sid] for naming in namings for sid in naming.statements if sid in by_id]
        grounds = {*_grounds(namings, statements, traits), *beside.of(place)}
    elif kind is EntityKind.ORGANISATION and any(office_key(name) or every_state_has_one(name) for name in names):
        state = _state(namings, by_id)
        traits = Traits(countries=(state,)) if state else NOTHING
        grounds = {f"state|{state}"} if state else set()
    elif kind is EntityKind.PLACE:
        grounds = {
            f"spot|{lat},{long},{what}"
            for naming in namings
            for what, _, lat, long in [naming.where]
            if lat is not None and long is not None
        }
    return Unit(document.id, kind, mentions, names, links, traits, tuple(sorted(grounds)), spoken)


def _state(namings: list[Naming], by_id: Mapping[str, Statement]) -> str | None:
    """The one country in which its own statements lie, else the one of all its document's; None where that is not one."""
    own = {sid for naming in namings for sid in naming.statements}
    for told in ([by_id[sid] for sid in own if sid in by_id], by_id.values()):
        countries = {item.where.country for item in told if item.where and item.where.country}
        if countries:
            return countries.pop() if len(countries) == 1 else None
    return None


def _value(kind: EntityKind) -> str:
    return kind.value


def _spoken(mentions: tuple[str, ...], links: tuple[Link, ...], said: Said) -> tuple[str, ...]:
    tied = {mention for mention in mentions if mention in said}
    tied.update(other for mention in tied.copy() for other in said[mention])
    tied.update(b for _, b in links if b not in mentions)
    return tuple(sorted(tied))


def _names(document: Document, namings: list[Naming], kind: EntityKind) -> tuple[str, ...]:
    """The names it may be met under: none for people without a name, for plain bodies, for groups of no town."""
    found: set[str] = set()
    for naming in namings:
        if naming.unnamed:
            continue
        if kind is EntityKind.ORGANISATION:
            if is_plain(document, naming):
                continue
            acronym = acronym_after(document, naming)
            found |= {acronym} if acronym else set()
        if kind is EntityKind.GROUP:
            named = any(word[:1].isupper() for word in naming.name.split()[1:])
            if not named and not naming.town:
                continue
            found.add(f"{bare_words(naming.name)}@{naming.town}")
        else:
            found.add(naming.name)
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def _grounds(namings: list[Naming], statements: list[Statement], traits: Traits) -> Iterable[str]:
    for naming in namings:
        if patronymic := _patronymic(naming.name):
            yield "patronymic|" + patronymic
        for text in naming.descriptions:
            if words := role_words(text):
                yield "role|" + words
    yield from (f"born|{year}" for first, last in traits.births for year in range(first, last + 1))
    spans = {(naming.start, naming.end) for naming in namings}
    for statement in statements:
        acting = [item for item in statement.participants if _span(item) in spans]
        if not acting:
            continue
        role = acting[0].role
        if statement.value and statement.value.role:
            told = statement.value.role
            if words := role_words(f"{told.role} of {told.organisation}" if told.organisation else told.role):
                yield "role|" + words
        if statement.value and statement.value.kin:
            yield from _kin(statement, role, statement.value.kin)
        if role in (Role.AGENT, Role.PATIENT, Role.HOLDER):
            yield from (f"body|{body_key(item.name)}" for item in statement.participants if _is_named_body(item))
        if role in (Role.AGENT, Role.PATIENT) and statement.when and statement.when.words.strip():
            days = days_of(statement.when.edtf)
            if days and days.width == 1 and not statement.when.doubt and statement.type in _happenings():
                yield f"day|{chain_of(statement.type)}|{days.start}"


def _kin(statement: Statement, role: Role, kin: str) -> Iterable[str]:
    """ "Father of Timur": with a relative of one name two bearers of one name are one."""
    for item in statement.participants:
        if item.role in (Role.HOLDER, Role.RELATIVE) and item.role is not role and (key := name_key(item.name)):
            yield f"kin|{role.value}|{kin.casefold()}|{key}"


@lru_cache(maxsize=100_000)
def _patronymic(name: str) -> str | None:
    patronymic = parse_name(name).patronymic
    return skeleton(patronymic.replace(" ", "")) if patronymic else None


def _span(item: Participant) -> tuple[int | None, int | None]:
    return (item.mention.start, item.mention.end) if item.mention else (item.start, item.end)


def _is_named_body(item: Participant) -> bool:
    if item.role not in (Role.EMPLOYER, Role.ORGANISATION) or item.kind is not ActorKind.ORGANISATION:
        return False
    return not is_plain_body(item.name, False)


@lru_cache(maxsize=1)
def _happenings() -> frozenset[str]:
    return frozenset(
        name for name, info in all_types().items() if info.kind is Kind.EVENT and info.family != "response"
    )


@dataclass(slots=True)
class _Draft:
    key: str  # of the fullest name; "" where nobody is known by it
    rare: bool
    only_speaks: bool
    everywhere: bool
    blocks: set[int]


class _Beside:
    """Who else is named in the same paragraphs: a rare name, or two frequent ones, found again elsewhere is a ground to join."""

    def __init__(self, document: Document, groups: Sequence[list[Naming]]) -> None:
        starts = [block.start for block in document.text.blocks]
        self._drafts = [_draft(starts, namings) for namings in groups]
        self._by_block: dict[int, list[int]] = defaultdict(list)
        for place, draft in enumerate(self._drafts):
            for block in sorted(draft.blocks) if draft.key else ():
                self._by_block[block].append(place)

    def of(self, place: int) -> frozenset[str]:
        """The grounds for one group."""
        mine = self._drafts[place]
        around = {other for block in mine.blocks for other in self._by_block[block] if other != place}
        others = [self._drafts[other] for other in sorted(around)]
        others = [
            other for other in others
            if other.key != mine.key and not other.everywhere and (mine.only_speaks or not other.only_speaks)
        ]  # fmt: skip
        rare = {f"beside|{other.key}" for other in others if other.rare}
        frequent = sorted({other.key for other in others if not other.rare})[:_MOST_BESIDE]
        return frozenset(rare | {f"beside|{a}&{b}" for a, b in combinations(frequent, 2)})


def _draft(starts: list[int], namings: list[Naming]) -> _Draft:
    named = [naming for naming in namings if naming.kind is EntityKind.PERSON and not naming.unnamed]
    if not named:
        return _Draft("", False, False, False, set())
    name = min((naming.name for naming in named), key=lambda text: (-len(text), text))
    return _Draft(
        key=name_key(name),
        rare=is_rare(name),
        only_speaks=all(role == "speaker" for naming in named for role in naming.roles),
        everywhere=any(is_named_everywhere(text) for naming in named for text in naming.descriptions),
        blocks={bisect_right(starts, naming.start) for naming in named},
    )
