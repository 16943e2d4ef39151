"""How well names are told apart: `make bench-names [PAIRS=path/to/cases.csv]`, or `python bench/names/run.py [CASES] [--half tune|report]`.

Our own pairs stand in `pairs.csv` beside this file, of invented people; CASES is nomenklatura's contrib/name_bench/cases.csv (MIT), which is
not ours and not in the repository. "shown" are the pairs we join or show to a person as a proposal, "joined" those we join provisionally.
nomenklatura's matchers stand beside it where it is installed: at the threshold of its own harness, at the one that suits this file best
(chosen on the file itself, so in their favour), each with our highest recall at no less than its precision, and theirs at ours.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pairs import Pair, read_pairs
from peers import THRESHOLD, peer_version, peers

from according.domain.entity import EntityKind
from according.reconcile.naming import Fit, compare, match_names

CUT = 0.22  # of our score: everything that looks alike, also what we hold to be two; chosen on the half for tuning
OURS = Path(__file__).resolve().parent / "pairs.csv"


@dataclass(frozen=True, slots=True)
class Quality:
    """Right and wrong among pairs said to be the same."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0

    def __str__(self) -> str:
        if not self.right + self.missed:
            return f"nothing here is one; {self.wrong} taken for one"
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}   ({self.right} right, {self.wrong} wrong, {self.missed} missed)"


def judged(pairs: Sequence[Pair], same: Iterable[bool]) -> Quality:
    """Quality of verdicts that stand in the order of `pairs`."""
    found = [(pair.same, verdict) for pair, verdict in zip(pairs, same, strict=True)]
    return Quality(found.count((True, True)), found.count((False, True)), found.count((True, False)))


def table(pairs: Sequence[Pair], fits: Sequence[Fit]) -> list[str]:
    """Ours: whole, by kind, by scripts, by category."""
    lines = []
    for title, level in (("ours, alike", Fit.NEAR), ("ours, proposed", Fit.WEAK), ("ours, joined", Fit.STRONG)):
        lines.append(f"{title:<34}{judged(pairs, [fit >= level for fit in fits])}")
    for part in ("kind", "scripts", "category"):
        groups: dict[str, list[int]] = defaultdict(list)
        for place, pair in enumerate(pairs):
            groups[str(getattr(pair, part))].append(place)
        for name, places in sorted(groups.items()):
            if len(groups) < 2 or len(places) < 4:
                continue
            some, told = [pairs[place] for place in places], [fits[place] for place in places]
            lines.append(f"  {name[:30]:<32}{judged(some, [fit >= Fit.NEAR for fit in told])}")
            joined = judged(some, [fit >= Fit.STRONG for fit in told])
            lines.append(f"  {'  joined':<32}{joined}")
    return lines


def recall_at(pairs: Sequence[Pair], scores: Sequence[float], precision: float) -> float:
    """The highest recall of these scores at no less than a precision."""
    at = [judged(pairs, [one >= cut for one in scores]) for cut in sorted({*scores} - {0.0})]
    return max((one.recall for one in at if one.precision >= precision), default=0.0)


def beside(pairs: Sequence[Pair], ours: Quality, our_scores: Sequence[float]) -> list[str]:
    """nomenklatura's matchers on the same pairs, and our recall where we are no less precise than they."""
    lines = []
    for name, score in peers().items():
        began = time.process_time()
        scores = [score(pair) for pair in pairs]
        spent = (time.process_time() - began) / max(1, len(pairs))
        at = {cut: judged(pairs, [one >= cut for one in scores]) for cut in sorted({*scores, THRESHOLD} - {0.0})}
        best = max(at, key=lambda cut: (at[cut].f1, cut))
        for title, cut in ((f"{name}, at {THRESHOLD}", THRESHOLD), (f"  at its best, {best:.3f}", best)):
            level = recall_at(pairs, our_scores, at[cut].precision)
            lines.append(f"{title:<34}{at[cut]}   ours at no less P: R {level:.3f}")
        careful = recall_at(pairs, scores, ours.precision)
        lines.append(f"{'  at no less than our P':<34}R {careful:.3f}   {spent * 1e6:.0f} µs a pair")
    return lines


def report(path: Path, half: str | None, wrong: bool) -> None:
    """Print the table of one file."""
    pairs = [pair for pair in read_pairs(path) if half is None or pair.half == half]
    began = time.process_time()
    verdicts = [compare(pair.a, pair.b, pair.kind) for pair in pairs]
    spent = (time.process_time() - began) / max(1, len(pairs))
    fits = [fit for fit, _ in verdicts]
    print(
        f"\n{path.name}{', half ' + half if half else ''}: {len(pairs)} pairs, {sum(pair.same for pair in pairs)} the same"
    )
    print("\n".join(table(pairs, fits)))
    scores = [match_names(pair.a, pair.b, pair.kind).score for pair in pairs]
    print(f"{'ours, by score, at ' + str(CUT):<34}{judged(pairs, [one >= CUT for one in scores])}")
    print(f"{spent * 1e6:.0f} µs a pair")
    named = [
        pair for pair in pairs if pair.kind is not EntityKind.PLACE
    ]  # theirs compares places by address, not by name
    told = [fit >= Fit.NEAR for pair, fit in zip(pairs, fits, strict=True) if pair.kind is not EntityKind.PLACE]
    if peer_version() and named:
        print(
            f"\nnomenklatura {peer_version()} on the {len(named)} pairs of people and organisations; ours: {judged(named, told)}"
        )
        ranked = [score for pair, score in zip(pairs, scores, strict=True) if pair.kind is not EntityKind.PLACE]
        print("\n".join(beside(named, judged(named, told), ranked)))
    if wrong:
        for pair, (fit, reasons) in zip(pairs, verdicts, strict=True):
            if (fit >= Fit.NEAR) != pair.same:
                print(
                    "missed" if pair.same else "WRONG ",
                    fit.name,
                    pair.category,
                    "|",
                    pair.a,
                    "|",
                    pair.b,
                    "|",
                    "; ".join(reasons),
                )
            elif fit is Fit.STRONG and not pair.same:
                print("JOINED", pair.category, "|", pair.a, "|", pair.b)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", type=Path, help="nomenklatura's cases.csv")
    parser.add_argument("--half", choices=("tune", "report"), help="only one half, of both files")
    parser.add_argument(
        "--wrong", action="store_true", help="list what is wrong; not with the half that is for reporting"
    )
    asked = parser.parse_args()
    if asked.wrong and asked.cases and asked.half != "tune":
        parser.error("--wrong lists pairs one tunes on: give --half tune with it, or no file of cases")
    for path in [OURS] + ([asked.cases] if asked.cases else []):
        report(path, asked.half if path != OURS else None, asked.wrong)


if __name__ == "__main__":
    main()
