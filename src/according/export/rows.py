"""A noun in, one flat object with its own field names as keys out. Every key stands in every row, so that a table has one shape."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import Any

from according.domain.codec import to_json

Row = dict[str, Any]


def plain_row(noun: Any) -> Row:
    """A noun whose fields are the contract's keys; what is unknown is None, never left out."""
    return {name: to_json(getattr(noun, name)) for name in noun.__dataclass_fields__}


def full_json(value: Any) -> Any:
    """As `to_json`, but what is unknown stands there as None at every depth: objects of one list have one shape."""
    if isinstance(value, tuple | list):
        return [full_json(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {field.name: full_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value.value if isinstance(value, Enum) else value
