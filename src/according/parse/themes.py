"""The class names and ids blog themes use, from `data/themes.toml`, by what they mean. Reads nothing else."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, str]:
    raw = (files("according.parse") / "data" / "themes.toml").read_text(encoding="utf-8")
    return {name: str(words) for name, words in tomllib.loads(raw).items()}


def ordered(name: str) -> tuple[str, ...]:
    """The words of one list, in their order."""
    return tuple(_vocabulary()[name].split())


def all_of(name: str) -> frozenset[str]:
    """The words of one list, as a set."""
    return frozenset(ordered(name))
