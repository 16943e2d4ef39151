"""Clusters of mentions in; people, organisations, groups and places out, each with every attested spelling and a lasting id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from according.domain.entity import AttestedName, Entity, EntityKind, JoinReason
from according.domain.findings import spread_reasons
from according.domain.identity import short_id
from according.language.transliterate import is_cyrillic
from according.reconcile.likeness import is_plain_body
from according.reconcile.mentions import Naming
from according.reconcile.sameness import Joined
from according.reconcile.vocabulary import bare_words, is_plain_group, words_of

_LETTER = {
    EntityKind.PERSON: "p",
    EntityKind.ORGANISATION: "o",
    EntityKind.GROUP: "g",
    EntityKind.PLACE: "l",
}


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything the documents name."""

    entities: dict[str, Entity]
    entity_of: dict[str, str]  # mention id -> entity id
    redirects: dict[str, str]

    def get_by_mention(self, mention: str | None) -> Entity | None:
        """The entity a mention stands for; None where it stands for none."""
        found = self.entity_of.get(mention) if mention else None
        return self.entities.get(found) if found else None


def build_entities(
    namings: Mapping[str, Naming], joined: Joined, allocated: Mapping[str, str]
) -> tuple[list[Entity], dict[str, str]]:
    """One entity for every cluster that still has a mention in a text, without ties; and where ids once given out lead now."""
    ids, redirects = _name_clusters(namings, joined, allocated)
    entity_of = {mention: entity for entity, (_, members) in ids.items() for mention in members}
    reasons = spread_reasons(joined.joins, entity_of)
    entities = [
        _build(entity, kind, [namings[mention] for mention in members], reasons.get(entity, ()))
        for entity, (kind, members) in sorted(ids.items())
    ]
    return entities, redirects


def build_cast(namings: Mapping[str, Naming], joined: Joined, allocated: Mapping[str, str]) -> Cast:
    """Everybody named, without ties."""
    entities, redirects = build_entities(namings, joined, allocated)
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    return Cast({entity.id: entity for entity in entities}, dict(sorted(entity_of.items())), redirects)


def is_nobody(entity: Entity) -> bool:
    """Whether it is nobody to look up: "people" and "workers", with no number, office or description, and "the police" of one report.

    Ties make it somebody.
    """
    if entity.kind is EntityKind.ORGANISATION:
        told_by = {document for name in entity.names for document in name.documents}
        return len(told_by) == 1 and all(is_plain_body(name.text, False) for name in entity.names)
    if entity.kind is not EntityKind.GROUP or entity.description:
        return False
    told_by = {document for name in entity.names for document in name.documents}
    return is_plain_group(entity.name) or (
        len(told_by) == 1 and len(entity.statements) == 1 and not _is_told_apart(entity)
    )


def _is_told_apart(entity: Entity) -> bool:
    """Whether a number or a proper name goes with it: "eight masked men", "residents of Orlova"."""
    if any(word[:1].isupper() for name in entity.names for word in name.text.split()[1:]):
        return True
    return any(
        len(_without_number(name.text)) < len(name.text.split()) or name.text[:1].isdigit() for name in entity.names
    )


def lasting_id(letter: str, members: tuple[str, ...], allocated: Mapping[str, str]) -> tuple[str, list[str]]:
    """The id of a cluster, and the ids once given to its members that now lead to it."""
    given = sorted({allocated[member] for member in members if member in allocated})
    own = [entity for entity in given if entity.startswith(letter + "-")]
    if own:
        return own[0], [entity for entity in given if entity != own[0]]
    suffix = members[0].split("-", 1)[-1]
    return f"{letter}-{suffix}", given


def _name_clusters(
    namings: Mapping[str, Naming], joined: Joined, allocated: Mapping[str, str]
) -> tuple[dict[str, tuple[EntityKind, list[str]]], dict[str, str]]:
    """The id of every cluster with a living mention, and old ids that lead to it. An id is of one cluster, whatever was split."""
    clusters = [
        (alive, members) for members in joined.clusters.all() if (alive := [item for item in members if item in namings])
    ]  # fmt: skip
    cluster_of = {item: place for place, (_, members) in enumerate(clusters) for item in members}
    owner: dict[str, int] = {}
    for member, given in sorted(allocated.items()):
        if member in cluster_of:
            owner.setdefault(given, cluster_of[member])
    for given in owner:  # who holds the mention an id was made of keeps it
        owner[given] = cluster_of.get("m" + given[1:], owner[given])
    own: dict[int, list[str]] = defaultdict(list)
    for given, place in sorted(owner.items()):
        own[place].append(given)
    ids: dict[str, tuple[EntityKind, list[str]]] = {}
    redirects: dict[str, str] = {}
    for place, (alive, members) in enumerate(clusters):
        kinds = Counter(namings[member].kind for member in alive)
        kind = min(kinds, key=lambda item: (-kinds[item], item.value))
        kept = {member: allocated[member] for member in members if allocated.get(member) in own[place]}
        kept |= {f"m{given[1:]}": given for given in own[place]}
        entity, losers = lasting_id(_LETTER[kind], members, kept)
        if owner.get(entity, place) != place:
            entity = short_id(_LETTER[kind], *members)
        ids[entity] = (kind, alive)
        redirects |= dict.fromkeys(losers, entity)
    return ids, {loser: winner for loser, winner in redirects.items() if loser not in ids}


def _build(entity: str, kind: EntityKind, namings: list[Naming], joins: tuple[JoinReason, ...]) -> Entity:
    named = [naming for naming in namings if not naming.unnamed] or namings
    unnamed = kind is EntityKind.PERSON and all(naming.unnamed for naming in namings)
    descriptions = Counter(text for naming in namings for text in naming.descriptions)
    wheres = [naming.where for naming in namings if naming.where[2] is not None] or [
        naming.where for naming in namings if naming.where[0] or naming.where[1]
    ]
    where = Counter(wheres).most_common() if wheres else []
    best = min((item for item, n in where if n == where[0][1]), key=repr) if where else (None,) * 4
    return Entity(
        id=entity,
        kind=kind,
        name=_group_name(named) if kind is EntityKind.GROUP else _headline(named),
        names=_attested(named),
        statements=tuple(sorted({sid for naming in namings for sid in naming.statements})),
        mentions=tuple(sorted(naming.id for naming in namings)),
        roles=tuple(sorted({role for naming in namings for role in naming.roles})),
        description=min(descriptions, key=lambda text: (-descriptions[text], text)) if descriptions else None,
        unnamed=unnamed,
        minor=any(naming.minor for naming in namings),
        joins=joins,
        place_kind=best[0], country=best[1], latitude=best[2], longitude=best[3],
    )  # fmt: skip


def _headline(namings: list[Naming]) -> str:
    """The fullest, then most attested, Latin spelling; the fullest of another script where there is no Latin one."""
    attested = Counter(naming.name for naming in namings)
    return min(
        attested,
        key=lambda text: (is_cyrillic(text), -len(text.split()), -attested[text], text.isupper(), text),
    )


def _group_name(namings: list[Naming]) -> str:
    """What the group is called without its number: "oil workers" of "12 oil workers"."""
    attested = Counter(" ".join(_without_number(naming.name)) for naming in namings)
    return min(attested, key=lambda text: (-attested[text], len(text), text))


def _without_number(name: str) -> list[str]:
    bare = words_of(name)
    words = name.split()
    while words and bare and bare_words(words[0]) != bare[0]:
        words.pop(0)
    return words or name.split()


def _attested(namings: list[Naming]) -> tuple[AttestedName, ...]:
    """Each spelling as it stands in texts: the span's own words, and the resolved name where a text has that."""
    documents: dict[str, set[str]] = defaultdict(set)
    languages: dict[str, set[str | None]] = defaultdict(set)
    for naming in namings:
        for text in {naming.name, naming.written} if _is_name_like(naming.written) else {naming.name}:
            documents[text].add(naming.document)
            languages[text].add(naming.language)
    return tuple(
        AttestedName(
            text=text,
            script="Cyrl" if is_cyrillic(text) else "Latn",
            language=next(iter(languages[text])) if len(languages[text]) == 1 else None,
            documents=tuple(sorted(where)),
        )
        for text, where in sorted(documents.items())
    )


def _is_name_like(text: str) -> bool:
    return len(text) > 2 and text[:1].isupper() and "\n" not in text and len(text.split()) <= 6
