"""The material of a case in, every entity and link of FollowTheMoney out, one at a time, the same for any order of arrival."""

from __future__ import annotations

from collections.abc import Iterator

from according.domain.statement import Role
from according.export.follow_the_money.actors import actor_sheet, mention_sheets, schema_of
from according.export.follow_the_money.documents import document_sheet
from according.export.follow_the_money.happenings import case_sheets, event_sheets, note_sheet
from according.export.follow_the_money.sheet import Sheet
from according.export.follow_the_money.ties import owning, tie_sheets
from according.export.material import Material


def make_graph(material: Material) -> Iterator[Sheet]:
    """Documents, actors, mentions, events, court cases, ties, notes; each kind by id."""
    for document in material.documents:
        yield document_sheet(document)
    told = material.told.values()
    owned, owners = owning(told, Role.ORGANISATION), owning(told, Role.HOLDER)
    schemata = {id: made for id, entity in material.entities.items() if (made := schema_of(entity, owned, owners))}
    for id, schema in sorted(schemata.items()):
        yield actor_sheet(material, material.entities[id], schema)
        yield from mention_sheets(material, material.entities[id], schema)
    events: dict[str, list[str]] = {}
    for event in material.case_file.events:
        if not material.is_told_as_so(event):
            continue
        schemata[event.id] = "Event"
        for id in event.statements:
            events.setdefault(id, []).append(event.id)
        yield from event_sheets(material, event, schemata)
    for proceeding in material.case_file.proceedings:
        yield from case_sheets(material, proceeding, schemata)
    yield from tie_sheets(material, schemata)
    for id in sorted(material.told):
        note = note_sheet(material, material.told[id], events.get(id, []), schemata)
        if note is not None:
            yield note
