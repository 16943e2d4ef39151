"""Nouns to JSON-able values and back. Fields at their default are left out, so that old rows read under newer nouns."""

from __future__ import annotations

import dataclasses
import enum
import hashlib
import json
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, Union

T = TypeVar("T")


def to_json(value: Any) -> Any:
    """A dataclass (or tuple, enum, str, number, bool, None, nested) as dicts, lists and scalars."""
    if value is None or isinstance(value, str | int | float | bool):
        return value.value if isinstance(value, enum.Enum) else value
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_json(item) for key, item in value.items()}
    kind: Any = type(value)
    names = _fields(kind)
    out = {}
    for name, default in names:
        item = getattr(value, name)
        if default is not _REQUIRED and item == default:
            continue
        out[name] = to_json(item)
    return out


def from_json(cls: type[T], data: Any) -> T:
    """The inverse of `to_json` for a dataclass `cls`. Unknown keys are ignored.

    Raises KeyError, TypeError or ValueError where `data` has not the shape.
    """
    kind: Any = cls
    made: T = _reader(kind)(data)
    return made


def canonical(value: Any) -> str:
    """One JSON spelling per value: sorted keys, no spaces, no escapes beyond what JSON needs."""
    return json.dumps(to_json(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """sha256 (hex) of `canonical(value)`."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()


_REQUIRED = object()


@cache
def _fields(cls: type) -> tuple[tuple[str, object], ...]:
    out = []
    for field in dataclasses.fields(cls):
        default: object = _REQUIRED
        if field.default is not dataclasses.MISSING:
            default = field.default
        elif field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        out.append((field.name, default))
    return tuple(out)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    origin = typing.get_origin(kind)
    if origin in (Union, types.UnionType):
        parts = [part for part in typing.get_args(kind) if part is not type(None)]
        if len(parts) != 1:
            return lambda data: data
        inner = _reader(parts[0])
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        args = typing.get_args(kind)
        if len(args) == 2 and args[1] is Ellipsis:
            inner = _reader(args[0])
            return lambda data: tuple([inner(item) for item in data])
        inners = [_reader(arg) for arg in args]
        return lambda data: tuple([read(item) for read, item in zip(inners, data, strict=True)])
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return kind
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}

        def read_noun(data: Any) -> Any:
            return kind(**{name: readers[name](item) for name, item in data.items() if name in readers})

        return read_noun
    return lambda data: data
