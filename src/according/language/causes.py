"""Words for a cause in; the kind of cause, out, the same for every wording and language its data file knows. Guesses nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from according.language.words import read_table


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, list[str]] | list[dict[str, list[str]]]]:
    return read_table("any", "causes")


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    out = []
    for kind, row in _rows().items():
        if isinstance(row, dict):
            stems = "|".join(re.escape(stem) for stems in row.values() for stem in stems)
            out.append((kind, re.compile(rf"\b(?:{stems})", re.IGNORECASE)))
    return tuple(out)


@lru_cache(maxsize=1)
def _together() -> frozenset[frozenset[str]]:
    rows = _rows()["together"]
    return frozenset(frozenset(row["kinds"]) for row in rows if isinstance(row, dict))


@lru_cache(maxsize=20_000)
def find_cause(words: str) -> str | None:
    """The one kind of cause the words tell of; None where they tell of none or of several ("fell ill after a beating")."""
    if words in _rows():
        return words  # a kind by its own name
    found = [kind for kind, stems in _kinds() if stems.search(words)]
    if len(found) > 1 and "injuries" in found:
        found.remove("injuries")  # "a gunshot wound" tells what the wound came of
    return found[0] if len(found) == 1 else None


def may_go_together(one: str, other: str) -> bool:
    """Whether two kinds of cause may be told of one death."""
    return one == other or frozenset((one, other)) in _together()
