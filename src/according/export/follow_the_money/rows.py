"""A sheet in, its entity or its statements out, with the keys of FollowTheMoney. One document is one dataset there, so that every
value leads back to the document that has it; `origin` names our statement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from according.domain.document import Document
from according.export.follow_the_money.sheet import PROPERTY_TYPES, Sheet, Told, prefix_dates
from according.export.material import reference_day
from according.export.rows import Row

STATEMENT_KEYS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value",
    "external", "first_seen", "last_seen", "id",
)  # fmt: skip


def entity_row(sheet: Sheet, case: str) -> Row:
    """The entity with all values of each property, sorted."""
    properties: dict[str, list[str]] = {}
    for prop in sorted({told.prop for told in sheet.values}):
        properties[prop] = sorted({told.value for told in sheet.values if told.prop == prop})
    datasets = sorted({dataset_of(told, case) for told in sheet.values} or {_slug(case)})
    return {"id": sheet.id, "schema": sheet.schema, "properties": properties, "datasets": datasets}


def statement_rows(sheet: Sheet, case: str, documents: Mapping[str, Document]) -> Iterator[Row]:
    """One row for each value and document that has it; several of our statements behind one are named together in `origin`."""
    origins: dict[tuple[str, str, str, str | None], set[str]] = {}
    homes: dict[tuple[str, str, str, str | None], str | None] = {}
    for told in sheet.values:
        key = (told.prop, told.value, dataset_of(told, case), told.language)
        origins.setdefault(key, set()).add(told.origin)
        homes[key] = told.document
    yield _statement(sheet, ("id", sheet.id, _slug(case), None), {"according"}, None)
    for key in sorted(origins, key=lambda key: (key[0], key[1], key[2], key[3] or "")):
        home = homes[key]
        yield _statement(sheet, key, origins[key], documents.get(home) if home else None)


def _statement(sheet: Sheet, key: tuple[str, str, str, str | None], origins: set[str], home: Document | None) -> Row:
    prop, value, dataset, language = key
    seen = _day(home)
    spelled = f"{dataset}.{sheet.id}.{prop}.{value}" + (f"@{language}" if language else "")
    return {
        "canonical_id": sheet.id,
        "entity_id": sheet.id,
        "prop": prop,
        "prop_type": PROPERTY_TYPES.get(prop, "id"),
        "schema": sheet.schema,
        "value": value,
        "dataset": dataset,
        "origin": ",".join(sorted(origins)),
        "lang": language,
        "original_value": None,
        "external": False,
        "first_seen": seen,
        "last_seen": seen,
        "id": hashlib.sha1(spelled.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest(),
    }


def _day(home: Document | None) -> str | None:
    """When the document said so, where the day is known: the day it appeared, not the day we had it."""
    days = prefix_dates(reference_day(home)) if home else []
    return f"{days[0]}T00:00:00" if len(days) == 1 and len(days[0]) == 10 else None


def dataset_of(told: Told, case: str) -> str:
    """The dataset of a value: its document, or the case where it was found by reconciling."""
    return _slug(told.document or case)


def _slug(id: str) -> str:
    return "according_" + id.replace("-", "_")
