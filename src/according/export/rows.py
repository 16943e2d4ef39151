"""A noun in, one flat object with its own field names as keys out. Every key stands in every row, so that a table has one shape."""

from __future__ import annotations

from typing import Any

from according.domain.codec import to_json

Row = dict[str, Any]


def plain_row(noun: Any) -> Row:
    """A noun whose fields are the contract's keys; what is unknown is None, never left out."""
    return {name: to_json(getattr(noun, name)) for name in noun.__dataclass_fields__}
