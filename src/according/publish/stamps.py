"""A noun in, its stamp out: equal nouns have equal stamps. Fast, for ten thousands at a time; never kept as an identity."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import msgspec

_encode: Callable[[Any], bytes] = msgspec.json.Encoder().encode


def mix(*parts: object) -> str:
    """One stamp from many."""
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def stamp_of(*nouns: object) -> str:
    """Changes when anything in the nouns changes. About five microseconds for a statement."""
    try:
        return hashlib.sha256(_encode(nouns)).hexdigest()
    except (UnicodeEncodeError, TypeError):
        return mix(*map(repr, nouns))  # half a surrogate pair, which no JSON holds
