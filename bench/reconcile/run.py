"""How well the program reconciles real cases: `make bench-reconcile GOLD=… [TEST=1] [PAGE=…]`, or `python bench/reconcile/run.py GOLD [--test]
[--page FILE] [--only CASE or PART] [--faults]`.

GOLD holds the rows `bench/reading/convert.py` makes. Without --test only the cases of development are read; those held out are for
reporting. --page names a copy of the tag page whose marks are kept here. --faults tells each fault in words of the texts.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import traps
from cases import Case, Marks, load_all, missing_sets, reconciled
from custody import score_custody, score_proceedings
from disputes import score_disputes
from entities import score_organisations, score_people
from events import score_accounts, score_events
from ledger import Ledger

SCORERS = (
    score_people,
    score_organisations,
    score_events,
    score_accounts,
    score_disputes,
    score_custody,
    score_proceedings,
)


def score(case: Case) -> Ledger:
    """All measures of one case."""
    out = Ledger()
    for one in SCORERS:
        out.add(one(case))
    return out


def measure(chosen: list[Marks], gold: Path, page: Path | None, faults: bool) -> None:
    """One table for each case and one for each part, printed."""
    parts: dict[str, Ledger] = {}
    for marks in chosen:
        missing = missing_sets(marks, gold, page)
        if missing:
            print(f"\n## {marks.name} ({marks.part}): not measured, {', '.join(missing)} is not there")
            continue
        began = time.process_time()
        case = reconciled(marks, gold, page)
        ledger = score(case)
        took = time.process_time() - began
        print(
            f"\n## {marks.name} ({marks.part}): {len(case.documents)} documents, {len(case.judged)} statements, {took:.1f} s of CPU"
        )
        print("\n".join(ledger.lines()), flush=True)
        if faults:
            print("\n".join(f"  - {one}" for one in ledger.faults))
        parts.setdefault(marks.part, Ledger()).add(ledger)
    for part, ledger in parts.items():
        print(f"\n# {part}, all cases together")
        print(too_much(ledger))
        print("\n".join(ledger.lines()))


TOO_MUCH = {
    "people joined": (("people", "entities that hold several"),),
    "happenings mixed": (("events", "events that mix happenings"),),
    "disputes raised": (("disputes, all kinds", "false, flat"), ("disputes, all kinds", "false, possible")),
    "custody": (("custody on a day", "claims too much"), ("custody on a day", "wrong")),
    "held on a list": (
        ("held on a day (lists)", "not held, as marked"),
        ("held on a day (lists)", "others, not marked"),
    ),
    "outcomes in court": (("court cases", "outcome claimed, none is told"), ("court cases", "mixed with another case")),
}


def too_much(ledger: Ledger) -> str:
    """What is claimed and not told, by kind: the row to read first."""
    found = {
        name: sum(ledger.counts[group].get(what, 0) for group, what in rows if group in ledger.counts)
        for name, rows in TOO_MUCH.items()
    }
    return f"{'claimed too much: ' + str(sum(found.values())):<42} " + ", ".join(f"{k} {v}" for k, v in found.items())


def measure_traps(faults: bool) -> None:
    """The invented traps, which need no texts of others."""
    answers = traps.spring()
    print(f"## invented traps: {len(answers)} questions, {sum(right for _, _, right, _ in answers)} answered rightly")
    for trap, question, right, said in answers:
        if faults and not right:
            print(f"  - trap: {trap} | {question} | {said}")


def main(words: list[str]) -> int:
    """The command of the module's docstring."""

    def option(name: str) -> str | None:
        return words[words.index(name) + 1] if name in words else None

    if not words or not Path(words[0]).is_dir():
        print(
            f"There is no folder {words[0] if words else ''}: name the one that bench/reading/convert.py filled.",
            file=sys.stderr,
        )
        return 2
    page = Path(option("--page") or "") if option("--page") else None
    if page is not None and not page.is_file():
        print(f"There is no page {page}: leave --page out, or name the file.", file=sys.stderr)
        return 2
    only = option("--only")
    chosen = [
        one
        for one in load_all()
        if (only in (one.name, one.part) if only else one.part != "held out" or "--test" in words)
        and (one.part != "the page" or page)
    ]
    if not only:
        measure_traps("--faults" in words)
    measure(chosen, Path(words[0]), page, "--faults" in words)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
