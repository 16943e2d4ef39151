"""nomenklatura's matchers on pairs of names, where it can be imported. Two bare entities, each with one name, as its own name_bench does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from uuid import uuid4

from pairs import Pair

THRESHOLD = 0.7  # of nomenklatura's own contrib/name_bench/run.py

try:
    from followthemoney import ValueEntity, model
    from nomenklatura.matching import ALGORITHMS
except ImportError:
    ALGORITHMS = []


def peers() -> dict[str, Callable[[Pair], float]]:
    """Name of each matcher, and what scores a pair from 0 to 1. Empty where nomenklatura is not installed."""
    return {algorithm.NAME: partial(_score, algorithm, algorithm.default_config()) for algorithm in ALGORITHMS}


def peer_version() -> str | None:
    """The version measured, or None."""
    try:
        return version("nomenklatura") if ALGORITHMS else None
    except PackageNotFoundError:
        return None


def _score(algorithm: object, config: object, pair: Pair) -> float:
    schema = model.get(pair.schema)
    sides = []
    for name in (pair.a, pair.b):
        entity = ValueEntity(schema, {"id": uuid4().hex})  # an id of its own: some matchers remember entities by id
        entity.add("name", name)
        sides.append(entity)
    return float(algorithm.compare(sides[0], sides[1], config).score)  # type: ignore[attr-defined]
