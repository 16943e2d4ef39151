"""What a step works on, as bytes for a workbook and back. Only shapes named here are ever made: bytes from elsewhere run nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import msgspec

from according.domain.statement import Statement

T = TypeVar("T")
_encoder = msgspec.msgpack.Encoder()


def pack(value: Any) -> bytes:
    """The bytes of a noun, or of a tuple of nouns."""
    return _encoder.encode(value)


def unpack(kind: type[T], body: bytes) -> T:
    """The noun of these bytes. Raises msgspec.ValidationError where they are of another kind."""
    wanted: Any = kind
    made: T = _decoder(wanted).decode(body)
    return made


@cache
def _decoder(kind: Any) -> Any:
    return msgspec.msgpack.Decoder(kind)


def bare(statement: Statement) -> Statement:
    """The statement without what only `explain` shows: how each field was read, and the words around the quote."""
    return replace(statement, trace=(), quote=replace(statement.quote, prefix="", suffix=""))
