"""Lists of named people in, one row for each person on each document's list out, for those who compare lists. Estimates nothing, adds
nothing up, and says how each identity is known: two lists overlap only as far as their people are the same."""

from __future__ import annotations

from collections.abc import Iterator

from according.domain.entity import Entity
from according.domain.event import Event, NamedList
from according.domain.statement import State
from according.export.material import Material, outlet_of, reference_day
from according.export.rows import Row

LIST_KEYS = (
    "event", "event_type", "event_when", "event_where", "aspect", "document", "publication", "outlet", "published", "person",
    "name", "as_written", "listed", "figures", "statements", "reviewed", "joined", "maybe_same",
)  # fmt: skip


def list_rows(material: Material) -> Iterator[Row]:
    """By event, question, document and person."""
    publication = {id: min(group) for group in material.case_file.same_publication for id in group}
    people = {person.id: person for person in material.case_file.people}
    owners = {mention: person.id for person in material.case_file.people for mention in person.mentions}
    for event in material.case_file.events:
        for one in sorted(event.lists, key=lambda one: (one.aspect.value, one.document)):
            for id in sorted(one.people):
                if id in people and one.document in material.document_of:
                    yield _row(material, event, one, people[id], publication.get(one.document, one.document), owners)


def _row(
    material: Material, event: Event, listed: NamedList, person: Entity, publication: str, owners: dict[str, str]
) -> Row:
    document = material.document_of[listed.document]
    figures = [account for account in event.accounts if account.id in listed.accounts]
    told = [material.told[id] for id in listed.statements if id in material.told and id in person.statements]
    return {
        "event": event.id,
        "event_type": event.type,
        "event_when": event.when,
        "event_where": event.where,
        "aspect": listed.aspect.value,
        "document": document.id,
        "publication": publication,
        "outlet": outlet_of(document),
        "published": reference_day(document),
        "person": person.id,
        "name": person.name,
        "as_written": [name.text for name in person.names if document.id in name.documents],
        "listed": len(listed.people),
        "figures": [
            {"account": one.id, "words": one.value.words, "min": one.value.min, "max": one.value.max,
             "scope": one.scope, "speaker": one.speaker}
            for one in figures
        ],
        "statements": [one.statement.id for one in told],
        "reviewed": bool(told) and all(one.state is State.ACCEPTED for one in told),
        "joined": sorted({join.strength for join in person.joins}),
        "maybe_same": _others(person, owners),
    }  # fmt: skip


def _others(person: Entity, owners: dict[str, str]) -> list[str]:
    """People who may be the same: a person has to decide."""
    ends = {owners.get(mention) for join in person.maybe_same for mention in (join.a, join.b)}
    return sorted(id for id in ends if id and id != person.id)
