"""Labelled pairs of names out of a file: our own (`pairs.csv`) or nomenklatura's `cases.csv`. Reads only.

Both files are CSV with a header. Ours: kind (person, organisation, place), name1, name2, same (yes, no), category. Theirs:
case_group, schema, name1, name2, is_match (true, false), quality, category, notes.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

from according.domain.entity import EntityKind
from according.language.scripts import script_of

_KINDS = {
    "person": EntityKind.PERSON, "organisation": EntityKind.ORGANISATION, "place": EntityKind.PLACE,
    "Person": EntityKind.PERSON, "Company": EntityKind.ORGANISATION, "Organization": EntityKind.ORGANISATION,
    "LegalEntity": EntityKind.ORGANISATION, "Vessel": EntityKind.ORGANISATION,
}  # fmt: skip
_SCHEMAS = {EntityKind.PERSON: "Person", EntityKind.ORGANISATION: "Organization", EntityKind.PLACE: "Address"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and whether they are the name of one thing."""

    kind: EntityKind
    schema: str  # of FollowTheMoney
    a: str
    b: str
    same: bool
    category: str

    @property
    def scripts(self) -> str:
        """ "Latn", or the two scripts where they differ: "Cyrl-Latn"."""
        return "-".join(sorted({script_of(self.a), script_of(self.b)}))

    @property
    def half(self) -> str:
        """ "tune" or "report", by a hash of the two names: only the first half may be looked at while rules are made."""
        key = "|".join(sorted(" ".join(name.casefold().split()) for name in (self.a, self.b)))
        return "report" if hashlib.sha256(key.encode()).digest()[0] % 2 else "tune"


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of either file. Raises KeyError for a kind or a column it does not know."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [_pair(row) for row in csv.DictReader(lines)]


def _pair(row: dict[str, str]) -> Pair:
    if "schema" in row:
        kind, same = _KINDS[row["schema"]], row["is_match"] == "true"
        return Pair(kind, row["schema"], row["name1"], row["name2"], same, row["category"] or "uncategorised")
    kind = _KINDS[row["kind"]]
    return Pair(kind, _SCHEMAS[kind], row["name1"], row["name2"], row["same"] == "yes", row["category"])
