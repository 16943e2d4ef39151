"""The type file as nouns: what types of statement there are, whom each counts, which are sensitive, what may follow what."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from according.domain.statement import Kind, Role
from according.errors import NotFound


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """One type of statement, a row of `types.toml`."""

    name: str
    kind: Kind
    family: str  # violence, liberty_and_law, labour, protest, state, response, relation, quantity
    counts: Role | None = None  # whose number a count of this type is; None: nobody's
    aspect: str | None = None  # the question an account of it answers (domain.event.Aspect)
    custody: str | None = None  # what it makes of a person's custody
    sensitive: bool = False  # shown in public only by its own yes
    speech: bool = False  # itself speech: who speaks is agent and nearest speaker
    after: tuple[str, ...] = ()  # types that come first where told of the same person
    iccs: str | None = None  # class of the crime classification, where one fits


@lru_cache(maxsize=1)
def all_types() -> dict[str, TypeInfo]:
    """Every type by name, in the order of the file. Do not change the dictionary."""
    rows = tomllib.loads(files("according.domain").joinpath("types.toml").read_text(encoding="utf-8"))
    return {name: _type_info(name, row) for name, row in rows.items()}


def get_type(name: str) -> TypeInfo:
    """The type of this name. Raises NotFound."""
    try:
        return all_types()[name]
    except KeyError:
        raise NotFound(f"There is no statement type {name!r}; the types are listed in types.toml.") from None


def is_sensitive(name: str) -> bool:
    """Whether statements of this type are shown in public only by their own yes. Unknown types are."""
    found = all_types().get(name)
    return found is None or found.sensitive


def _type_info(name: str, row: dict[str, object]) -> TypeInfo:
    after = row.get("after", [])
    counts = row.get("counts")
    return TypeInfo(
        name=name,
        kind=Kind(str(row.get("kind", "event"))),
        family=str(row["family"]),
        counts=Role(str(counts)) if counts else None,
        aspect=_text(row.get("aspect")),
        custody=_text(row.get("custody")),
        sensitive=bool(row.get("sensitive", False)),
        speech=bool(row.get("speech", False)),
        after=tuple(str(item) for item in after) if isinstance(after, list) else (),
        iccs=_text(row.get("iccs")),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
