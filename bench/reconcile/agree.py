"""Two markings of one case in, how far they agree out: `python bench/reconcile/agree.py ONE.jsonl OTHER.jsonl`.

Mentions of people and words of events: the share of places both have of all that either has; then, over the places both have, how many
pairs are one person (or one happening) for both. Disputes: those both have, opposing the same passages. Custody: the person-days on which the
same answers are accepted, and on which at least one is.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from cases import At, Marks, load_marks, places
from ledger import pairwise


def main(words: list[str]) -> int:
    """The command of the module's docstring."""
    one, other = (load_marks(Path(word)) for word in words)
    print(
        "\n".join(
            [*_places(one, other, "person"), *_places(one, other, "event"), _disputes(one, other), _custody(one, other)]
        )
    )
    return 0


def _places(one: Marks, other: Marks, kind: str) -> list[str]:
    ours, theirs = _keys(one, kind), _keys(other, kind)
    both = ours.keys() & theirs.keys()
    pairs = pairwise({str(at): ours[at] for at in both}, {str(at): theirs[at] for at in both})
    either = len(ours.keys() | theirs.keys())
    return [
        f"{kind}: places {len(both)} of {either} that either has ({100 * len(both) / either:.1f} %)",
        f"{kind}: pairs {pairs.right:g} of {pairs.gold + pairs.found - pairs.right:g} that either joins",
    ]


def _keys(marks: Marks, kind: str) -> dict[At, str]:
    return {at: row["key"] for row in marks.of(kind) for at in places(row["at"])}


def _disputes(one: Marks, other: Marks) -> str:
    ours, theirs = list(one.of("dispute")), list(other.of("dispute"))
    same = [(a, b) for a in ours for b in theirs if set(a["kinds"]) & set(b["kinds"]) and _oppose_alike(a, b)]
    need = sum(a["need"] == b["need"] for a, b in same)
    owed = [sum(row["need"] == "must" for row in rows) for rows in (ours, theirs)]
    return f"disputes: {len(ours)} and {len(theirs)} ({owed[0]} and {owed[1]} owed), {len(same)} the same, {need} of them owed or fair alike"


def _oppose_alike(a: dict[str, Any], b: dict[str, Any]) -> bool:
    met = {
        (i, j)
        for i, mine in enumerate(a["sides"])
        for j, yours in enumerate(b["sides"])
        if any(_meet(x, y) for x in places(mine) for y in places(yours))
    }
    wanted = min(len(a["sides"]), len(b["sides"]), 2)
    return len({i for i, _ in met}) >= wanted and len({j for _, j in met}) >= wanted


def _meet(a: At, b: At) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end


def _custody(one: Marks, other: Marks) -> str:
    def answers(marks: Marks) -> dict[tuple[At, str, str], set[str]]:
        first = {row["key"]: min(places(row["at"])) for row in marks.of("person")}
        return {
            (first[row["person"]], row["on"], row.get("known_on", "")): set(row["allowed"])
            for row in marks.of("custody")
        }

    ours, theirs = answers(one), answers(other)
    both = ours.keys() & theirs.keys()
    equal, some = sum(ours[key] == theirs[key] for key in both), sum(bool(ours[key] & theirs[key]) for key in both)
    return f"custody: {len(both)} person-days in both, the same answers on {equal}, one in common on {some}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
