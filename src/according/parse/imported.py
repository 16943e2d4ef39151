"""Values of JSON written by others in, values safe to keep out: strings that can be stored, whole numbers, places inside the text."""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from typing import Any, Union

_PLACES = ("start", "end", "place")
_LARGEST = 1 << 53
_FIELD_LIMIT = 20_000


def make_storable(value: Any, depth: int = 0) -> Any:
    """The value without what no store can hold: lone surrogates, NUL, numbers that are none, nesting beyond reason.

    A string over 20,000 letters is cut there, but for the text, which has its own limit. Raises ValueError at depth 40.
    """
    if depth > 40:
        raise ValueError("nested too deep")
    if isinstance(value, str):
        whole = value if depth == 1 else value[:_FIELD_LIMIT]
        return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "")
    if isinstance(value, float):
        return value if abs(value) < _LARGEST else None  # also false of NaN
    if isinstance(value, int):
        return value if abs(value) < _LARGEST else None
    if isinstance(value, list):
        return [make_storable(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {make_storable(str(key), 2): make_storable(item, depth + 1) for key, item in value.items()}
    return value


def is_sound(noun: Any, length: int) -> bool:
    """Whether every field holds what its noun says, and every place stands in a text of that length."""
    if isinstance(noun, tuple):
        return all(is_sound(item, length) for item in noun)
    if not dataclasses.is_dataclass(noun) or isinstance(noun, type):
        return True
    start, end = getattr(noun, "start", 0), getattr(noun, "end", length)
    if type(start) is int and type(end) is int and start > end:
        return False
    for name, allowed in _scalars(type(noun)):
        value = getattr(noun, name)
        if allowed and type(value) not in allowed:
            return False
        if name in _PLACES and type(value) is int and not 0 <= value <= length:
            return False
        if not allowed and not is_sound(value, length):
            return False
    return True


@cache
def _scalars(kind: type) -> tuple[tuple[str, tuple[type, ...]], ...]:
    """Each field and the plain types it may hold; none where it holds nouns."""
    hints = typing.get_type_hints(kind)
    return tuple((field.name, _plain(hints[field.name])) for field in dataclasses.fields(kind))


def _plain(hint: Any) -> tuple[type, ...]:
    parts = typing.get_args(hint) if typing.get_origin(hint) in (Union, types.UnionType) else (hint,)
    known = tuple(part for part in parts if part in (str, int, bool, float, type(None)))
    return known if len(known) == len(parts) else ()
