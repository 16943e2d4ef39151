"""Statements of relations in, the links between entities out: who holds which post, owns what, is kin to whom, belongs where.

Only what is told as so. Statements of one tie meet in one link, each with its words, its document and its days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from according.domain.entity import Entity
from according.domain.identity import short_id
from according.domain.statement import Judged, Phase, Role, Statement
from according.export.follow_the_money.happenings import add_evidence
from according.export.follow_the_money.sheet import Sheet, prefix_dates
from according.export.material import Material, is_told_as_so, reference_day
from according.language.fold import fold_text
from according.present.catalogue import find_messages

RELATIONS = frozenset({"role", "membership", "affiliation", "ownership", "kinship"})
_BODIES = frozenset({"Organization", "Company", "PublicBody"})  # what can have posts and members there


def owning(judged: Iterable[Judged], role: Role) -> frozenset[str]:
    """Ids of those who have this role in what is told of ownership: holders own, organisations are owned."""
    return frozenset(
        found for one in judged
        if one.statement.type == "ownership" and is_told_as_so(one) and (found := _of(one.statement, role))
    )  # fmt: skip


def tie_sheets(material: Material, schemata: Mapping[str, str]) -> Iterator[Sheet]:
    """Posts and links, by id."""
    sheets: dict[str, Sheet] = {}
    for judged in material.told.values():
        if judged.statement.type in RELATIONS and is_told_as_so(judged):
            for sheet in _tie(material, judged, schemata, sheets):
                sheets[sheet.id] = sheet
    yield from (sheets[id] for id in sorted(sheets))


def _tie(material: Material, judged: Judged, schemata: Mapping[str, str], sheets: Mapping[str, Sheet]) -> list[Sheet]:
    item = judged.statement
    holder = _known(_of(item, Role.HOLDER), schemata)
    other = _known(_of(item, Role.ORGANISATION) or _of(item, Role.EMPLOYER), schemata)
    if item.type == "kinship":
        return _kinship(material, judged, holder, _known(_of(item, Role.RELATIVE), schemata), schemata, sheets)
    if holder is None or other is None or holder == other or schemata[other] in ("Person", "Address"):
        return []
    if item.type == "ownership":
        link = _link("Ownership", ("owner", holder), ("asset", other), "", sheets)
        percent = item.value.ownership.percent if item.value and item.value.ownership else None
        document = material.document_of.get(item.document)
        link.add("percentage", f"{percent:g}" if percent is not None else None, document, item.id)
        return [_fill(material, link, judged)]
    if schemata[other] not in _BODIES:
        return []
    words = _role_words(item) or item.type
    if item.type in ("membership", "affiliation"):
        link = _link("Membership", ("member", holder), ("organization", other), words, sheets)
        return [_fill(material, link, judged, "role", words)]
    if schemata[holder] != "Person":
        return []
    return _occupancy(material, judged, holder, other, words, sheets)


def _occupancy(
    material: Material, judged: Judged, holder: str, organisation: str, words: str, sheets: Mapping[str, Sheet]
) -> list[Sheet]:
    item = judged.statement
    document = material.document_of.get(item.document)
    entity: Entity = material.entities[organisation]
    id = short_id("q", organisation, fold_text(words))
    post = sheets.get(id) or Sheet(id, "Position")
    post.add("name", f"{words}, {entity.name}", document, item.id)
    post.add("organization", organisation, document, item.id)
    link = _link("Occupancy", ("holder", holder), ("post", id), "", sheets)
    former = bool(item.value and item.value.role and item.value.role.former)
    return [
        post,
        _fill(
            material,
            link,
            judged,
            "status",
            find_messages(material.language).gettext("told as former") if former else None,
        ),
    ]


def _kinship(
    material: Material, judged: Judged, child: str | None, person: str | None, schemata: Mapping[str, str],
    sheets: Mapping[str, Sheet],
) -> list[Sheet]:  # fmt: skip
    """`holder` is the daughter, wife, lawyer … of `relative`: the relation as the second sees it."""
    if child is None or person is None or child == person:
        return []
    if schemata[child] != "Person" or schemata[person] != "Person":
        return []
    kin = judged.statement.value.kin if judged.statement.value else None
    link = _link("Family", ("person", person), ("relative", child), kin or "", sheets)
    return [_fill(material, link, judged, "relationship", kin)]


def _link(
    schema: str, first: tuple[str, str], second: tuple[str, str], words: str, sheets: Mapping[str, Sheet]
) -> Sheet:
    id = short_id("k", schema, first[1], second[1], fold_text(words))
    if id in sheets:
        return sheets[id]
    sheet = Sheet(id, schema)
    sheet.add(*first)
    sheet.add(*second)
    return sheet


def _fill(material: Material, link: Sheet, judged: Judged, prop: str | None = None, words: str | None = None) -> Sheet:
    item = judged.statement
    document = material.document_of.get(item.document)
    if prop:
        link.add(prop, words, document, item.id)
    add_evidence(link, material, judged)
    begins = {Phase.STARTS: "startDate", Phase.ENDS: "endDate"}.get(item.phase, "date")
    for day in prefix_dates(item.when.edtf) if item.when else ():
        link.add(begins, day, document, item.id)
    if item.when is None and document is not None:  # told of the day on which it was printed, no more
        for day in prefix_dates(reference_day(document)):
            link.add("date", day, document, item.id)
    return link


def _of(item: Statement, role: Role) -> str | None:
    return next((part.entity for part in item.participants if part.role is role and part.entity), None)


def _known(id: str | None, schemata: Mapping[str, str]) -> str | None:
    return id if id in schemata else None


def _role_words(item: Statement) -> str | None:
    return item.value.role.role if item.value and item.value.role else None
