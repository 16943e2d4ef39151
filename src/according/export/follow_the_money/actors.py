"""People, organisations and places in, their sheets and mentions out. Only what has a name: a description would match strangers."""

from __future__ import annotations

from collections.abc import Iterator

from according.domain.document import Document
from according.domain.entity import AttestedName, Entity, EntityKind
from according.domain.identity import short_id
from according.export.follow_the_money.sheet import Sheet
from according.export.material import Material, is_told_as_so
from according.export.places import point_of
from according.export.vocabulary import is_company, is_home, is_proper, is_public_body


def schema_of(entity: Entity, owned: frozenset[str], owners: frozenset[str]) -> str | None:
    """The schema the entity gets, or None where it is left out: unnamed, only described, a group, somebody's home.

    `owned` and `owners` are ids from statements of ownership: what is owned must be a company there, an owner a legal entity.
    """
    names = [entity.name, *(name.text for name in entity.names)]
    if entity.kind is EntityKind.PERSON:
        return None if entity.unnamed or not is_proper(names) else "Person"
    if entity.kind is EntityKind.PLACE:
        return None if is_home(entity.name, entity.place_kind) else "Address"
    if entity.unnamed or not is_proper(names):
        return None
    if entity.id in owned:
        return "Company"
    if entity.kind is EntityKind.GROUP:
        return "LegalEntity" if entity.id in owners else None
    if any(map(is_company, names)):
        return "Company"
    return "PublicBody" if any(map(is_public_body, names)) else "Organization"


def actor_sheet(material: Material, entity: Entity, schema: str) -> Sheet:
    """The entity with every attested spelling, each by the document that has it."""
    sheet = Sheet(entity.id, schema)
    if schema == "Address":
        _add_place(sheet, entity)
    if entity.name not in {name.text for name in entity.names if _homes(material, name)}:
        sheet.add("name", entity.name)
    for name in entity.names:
        for home in _homes(material, name):
            document = material.document_of[home]
            origin = "text" if _stands_in(name, document) else "inflection"
            sheet.add(_name_property(entity, name), name.text, document, origin, spoken=True)
            sheet.add("proof", home, document, "text")
            sheet.add("sourceUrl", document.url, document, "text")
    for tie in entity.ties if schema == "Person" else ():
        judged = material.told.get(tie.statement)
        if tie.type == "role" and judged and is_told_as_so(judged):
            home = judged.statement.document
            sheet.add("position", tie.words, material.document_of.get(home), tie.statement, spoken=True)
    return sheet


def _name_property(entity: Entity, name: AttestedName) -> str:
    """A surname or given name alone is no name to match by."""
    if name.text == entity.name:
        return "name"
    return "alias" if " " in name.text or entity.kind is not EntityKind.PERSON else "weakAlias"


def _stands_in(name: AttestedName, document: Document) -> bool:
    """Whether the spelling stands there to the letter: the nominative of a name is made where only another case of it is written."""
    return name.text in document.text.content or name.text in document.title


def _homes(material: Material, name: AttestedName) -> list[str]:
    return [home for home in name.documents if home in material.document_of]


def _add_place(sheet: Sheet, entity: Entity) -> None:
    sheet.add("full", entity.name)
    sheet.add("country", entity.country.lower() if entity.country else None)
    if entity.place_kind in ("settlement", "capital"):
        sheet.add("city", entity.name)
    point = point_of(entity)
    if point is not None:
        sheet.add("latitude", f"{point[1]:.2f}")
        sheet.add("longitude", f"{point[0]:.2f}")


def mention_sheets(material: Material, entity: Entity, schema: str) -> Iterator[Sheet]:
    """One mention for each document and spelling that stands in it. Places are no legal entities and have none."""
    if schema == "Address":
        return
    for name in entity.names:
        for home in _homes(material, name):
            sheet = Sheet(short_id("n", entity.id, home, name.text), "Mention")
            document = material.document_of[home]
            sheet.add("document", home, document, "text")
            sheet.add("name", name.text, document, "text", spoken=True)
            sheet.add("resolved", entity.id, document, "text")
            sheet.add("detectedSchema", schema, document, "text")
            if sheet.has("name") and _stands_in(name, document):
                yield sheet
