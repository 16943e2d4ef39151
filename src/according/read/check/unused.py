"""The data files and the source in, what no code asks for out: lists nobody reads, columns without meaning, date words no form uses.

A key is used when the source holds its name: as a text ("kin" in `nouns["kin"]`) or as an attribute (`row.veto`). Keys that are words
of the language, under "*" in the schema, are data and not looked at.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from according.read.check.files import PACKAGE, DataFile, Problem
from according.read.check.schema import FILES, Shape

_ROOMS = ("read", "language", "domain", "reconcile", "flow", "publish", "present", "parse", "act", "compare")
_SLOT = re.compile(r"%(\w+)%")
_TABLES_OF_DATES = (
    "month", "weekday", "relative_day", "shift", "unit", "season", "part", "direction", "vague_number", "decade", "holiday", "clock",
    "half_day", "moveable",
)  # fmt: skip


@cache
def _said() -> frozenset[str]:
    """Every text and every attribute the source names, this checker and the building of plain tables aside."""
    said: set[str] = set()
    for room in _ROOMS:
        for path in (PACKAGE / room).rglob("*.py"):
            if "check" in path.relative_to(PACKAGE).parts:
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    said.add(node.value)
                elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                    said.add(node.attr)
    return frozenset(said)


def find_unused(files: Iterable[DataFile]) -> Iterator[Problem]:
    """Keys that no code asks for."""
    for file in files:
        shape = next(shape for pattern, shape in FILES if fnmatchcase(file.name, pattern))
        yield from _unasked(file, "", file.table, shape)
        if file.base == "dates.toml":
            yield from _unused_in_forms(file)
        for row in file.table.get("event", ()):
            for key in ("frame", "frame_noun"):
                if key in row and row[key] not in _said() and row[key] != "argument":
                    yield Problem(
                        file.name,
                        f"event {row['id']!r}, {key}",
                        f"no code knows the frame {row[key]!r}",
                        "see the frames of other rows",
                    )


def _unasked(file: DataFile, entry: str, value: Any, shape: Shape) -> Iterator[Problem]:
    if isinstance(shape, list):
        for key in sorted({key for row in value for key in row}):
            if key not in _said():
                yield Problem(file.name, f"{entry}, {key}", "no code reads this column", "take it out")
        return
    if not isinstance(shape, dict):
        return
    named = {key.rstrip("?"): kind for key, kind in shape.items() if key != "*"}
    for key, held in value.items():
        kind = named.get(key)
        where = f"{entry}, {key}" if entry else key
        if kind is not None and not isinstance(kind, dict) and key not in _said():
            yield Problem(file.name, where, "no code asks for it", "take it out, or write the rule that needs it")
        if kind is not None:
            yield from _unasked(file, where, held, kind)
        elif file.base == "phrases.toml" and isinstance(held, dict):
            for name in held:
                if name not in _said():
                    yield Problem(file.name, f"{where}, {name}", "no code asks for it", "take it out")


def _unused_in_forms(file: DataFile) -> Iterator[Problem]:
    """Atoms and word tables that no form, anchor or atom holds, and no resolver looks into."""
    sources = [
        *(row["form"] for row in file.table["form"]),
        *file.table["atoms"].values(),
        *file.table["anchors"].values(),
    ]
    used = {slot for source in sources for slot in _SLOT.findall(source)}
    known = {*file.table["atoms"], *_TABLES_OF_DATES, "_", "ordinal", "small_number"}
    for name in sorted(used - known):
        yield Problem(
            file.name,
            f"%{name}%",
            "a form names it but there is no such list",
            f"write [{name}], or an atom of this name",
        )
    for name in sorted(set(file.table["atoms"]) - used):
        yield Problem(file.name, f"atoms, {name}", "no form uses it", "take it out")
    for name in _TABLES_OF_DATES:
        if file.table.get(name) and name not in used and name not in _said():
            yield Problem(file.name, name, "no form uses it", "take it out, or write the form that needs it")
