"""Counts of right, wrong and missing by name, with the lines that tell of each fault."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Pairs:
    """Sums behind a precision and a recall."""

    right: float = 0
    found: float = 0
    gold: float = 0
    recalled: float | None = None  # where recall has a numerator of its own (B³)

    @property
    def precision(self) -> float:
        """Of what was found, how much is right, in percent; 100 where nothing was found."""
        return 100 * self.right / self.found if self.found else 100.0

    @property
    def recall(self) -> float:
        """Of what is marked, how much was found, in percent; 100 where nothing is marked."""
        return 100 * (self.right if self.recalled is None else self.recalled) / self.gold if self.gold else 100.0

    def add(self, other: Pairs) -> None:
        """The other's sums on top of these."""
        self.right, self.found, self.gold = self.right + other.right, self.found + other.found, self.gold + other.gold
        if other.recalled is not None:
            self.recalled = (self.recalled or 0.0) + other.recalled


@dataclass
class Ledger:
    """What was measured: pairs of precision and recall, counts by name, and faults to read."""

    pairs: dict[str, Pairs] = field(default_factory=lambda: defaultdict(Pairs))
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    faults: list[str] = field(default_factory=list)

    def add(self, other: Ledger) -> None:
        """The other's sums on top of these."""
        for name, pairs in other.pairs.items():
            self.pairs[name].add(pairs)
        for name, counts in other.counts.items():
            for what, number in counts.items():
                self.counts[name][what] += number
        self.faults += other.faults

    def lines(self) -> list[str]:
        """The table, a line a measure."""
        out = []
        for name, one in self.pairs.items():
            out.append(
                f"{name:<42} P {one.precision:5.1f}  R {one.recall:5.1f}   ({one.right:g}; found {one.found:g}, marked {one.gold:g})"
            )
        for name, counts in self.counts.items():
            out.append(f"{name:<42} " + ", ".join(f"{what} {number}" for what, number in counts.items()))
        return out


def pairwise(gold: dict[str, str], system: dict[str, str], neutral: frozenset[frozenset[str]] = frozenset()) -> Pairs:
    """Pairs of items that belong together: `gold` and `system` give each item its cluster. Neutral pairs of gold clusters count nowhere."""
    items = sorted(gold)
    out = Pairs()
    for index, one in enumerate(items):
        for other in items[index + 1 :]:
            if frozenset((gold[one], gold[other])) in neutral:
                continue
            together, joined = gold[one] == gold[other], system[one] == system[other]
            out.gold += together
            out.found += joined
            out.right += together and joined
    return out


def b_cubed(gold: dict[str, str], system: dict[str, str]) -> Pairs:
    """B³: for each item, the share of its found cluster that is right, and the share of its true cluster that was found."""
    by_gold, by_system = _clusters(gold), _clusters(system)
    out = Pairs(found=len(gold), gold=len(gold), recalled=0.0)
    for item in gold:
        mine, theirs = by_gold[gold[item]], by_system[system[item]]
        out.right += len(mine & theirs) / len(theirs)
        out.recalled = (out.recalled or 0.0) + len(mine & theirs) / len(mine)
    return out


def _clusters(assigned: dict[str, str]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for item, cluster in assigned.items():
        out[cluster].add(item)
    return out
