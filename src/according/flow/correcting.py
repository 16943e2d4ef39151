"""A statement and FIELD=VALUE in, the statement as a person reads it out, with the overrides a decision keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from according.domain.codec import canonical, from_json, to_json
from according.domain.statement import Statement, Where
from according.domain.statement import When as StatementWhen
from according.errors import BadInput
from according.language.edtf import bounds


def field_pairs(changes: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Fields and values of FIELD=VALUE. Raises BadInput."""
    for change in changes:
        field, sign, value = change.partition("=")
        if not sign:
            raise BadInput(f"'{change}' is not FIELD=VALUE; write for example when=2011-12-16.")
        yield field.strip(), value.strip()


def require_date(value: str) -> None:
    """Raise BadInput unless this is a date or a stretch of days."""
    try:
        bounds(value)
    except ValueError:
        raise BadInput(
            f"'{value}' is not a date as ISO 8601-2 writes it; write for example 2011-12-16, 2011-12 or 2011-12-16/2011-12-18."
        ) from None


def correct(content: Statement, changes: Sequence[str]) -> tuple[Statement, tuple[tuple[str, str], ...]]:
    """The content with fields changed, and the overrides as (field, canonical JSON). Raises BadInput for what does not fit."""
    data = to_json(content)
    overrides = []
    for field, value in field_pairs(changes):
        new = _field_value(content, field, value)
        node = data
        *path, last = field.split(".")
        for name in path:
            node = node.setdefault(name, {})
            if not isinstance(node, dict):
                raise BadInput(
                    f"A statement has no field '{field}'; 'according explain FOLDER {content.id}' shows its fields."
                )
        if new is None:
            node.pop(last, None)
        else:
            node[last] = new
        overrides.append((field, canonical(new)))
    if not overrides:
        raise BadInput("Say what to correct as FIELD=VALUE, such as when=2011-12-16 or count='at least 16'.")
    try:
        corrected = from_json(Statement, data)
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(
            f"That value does not fit the field ({error}); 'according explain FOLDER {content.id}' shows what is there."
        ) from error
    if any(field.split(".")[0] not in Statement.__dataclass_fields__ for field, _ in overrides):
        raise BadInput(f"A statement has no such field; 'according explain FOLDER {content.id}' shows its fields.")
    return replace(corrected, id=content.id, quote=content.quote, anchor=content.anchor), tuple(sorted(overrides))


def _field_value(content: Statement, field: str, value: str) -> Any:
    if value == "":
        return None
    if field == "when":
        require_date(value)
        words = content.when.words if content.when else ""
        return to_json(StatementWhen(value, words, "person"))
    if field == "where":
        return to_json(Where(value, value))
    if field == "count":
        from according.read.counts import find_counts  # heavy to import

        counts = list(find_counts(value + " people", "en", 0, len(value) + 7))
        if not counts:
            raise BadInput(f"'{value}' is not a count; write for example 16, 'at least 16', '12-18' or 'dozens'.")
        words, unit = (content.count.words, content.count.unit) if content.count else (value, None)
        return to_json(replace(counts[0], words=words, unit=unit, start=None, end=None))
    if field == "type":
        from according.domain.types import get_type

        try:
            get_type(value)
        except LookupError:
            raise BadInput(f"There is no statement type '{value}'; docs/glossary.md lists the types.") from None
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
