"""Spans beside spans: greedy one-to-one matching, exact spans first, then the longest overlap; precision, recall, F1. Needs nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def read_jsonl(path: Path) -> list[Row]:
    """The rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def write_jsonl(path: Path, rows: Iterable[Row]) -> int:
    """Write the rows; how many there were."""
    held = list(rows)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in held), "utf-8")
    return len(held)


def overlap(a: Row, b: Row) -> int:
    """Characters two spans share; negative where they stand apart."""
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def match(gold: list[Row], found: list[Row]) -> list[tuple[Row, Row]]:
    """Pairs of gold and found, one to one."""
    pairs = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            shared = overlap(one, other)
            if shared > 0:
                exact = one["start"] == other["start"] and one["end"] == other["end"]
                pairs.append((not exact, -shared, i, j))
    pairs.sort()
    used_gold: set[int] = set()
    used: set[int] = set()
    out = []
    for _, _, i, j in pairs:
        if i not in used_gold and j not in used:
            used_gold.add(i)
            used.add(j)
            out.append((gold[i], found[j]))
    return out


class PRF:
    """Precision, recall and F1 from counts."""

    def __init__(self) -> None:
        self.right = self.found = self.gold = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """One document more."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def precision(self) -> float:
        """Right of what was found, in percent."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right of what there was, in percent."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean, in percent."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"F1 {self.f1:5.1f}  P {self.precision:5.1f}  R {self.recall:5.1f}  (right {self.right}, found {self.found}, gold {self.gold})"


def score_spans(
    gold: dict[str, list[Row]], found: dict[str, list[Row]], keep: Callable[[Row], bool] = lambda row: True
) -> tuple[PRF, PRF]:
    """Strict (equal offsets) and relaxed (any overlap) scores over documents by id."""
    strict, relaxed = PRF(), PRF()
    for document, rows in gold.items():
        wanted = [row for row in rows if keep(row)]
        given = [row for row in found.get(document, []) if keep(row)]
        pairs = match(wanted, given)
        strict.add(sum(a["start"] == b["start"] and a["end"] == b["end"] for a, b in pairs), len(given), len(wanted))
        relaxed.add(len(pairs), len(given), len(wanted))
    return strict, relaxed
