"""The invented reports, read and held to their marks (bench/reading/MARKING.md).

A regression test: the figures stand a little under what the reader reaches now, are raised as it gets better, and never lowered in silence.
What is never let through, in any report: a plan, a fear, a demand, an accusation, a denied or retracted deed, or what did not happen,
read as plain fact; a figure torn from who gave it.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from according.domain.statement import Polarity, Stance, Statement

READING = Path(__file__).resolve().parents[2] / "bench" / "reading"
NAMES = sorted(path.stem for path in (Path(__file__).parent / "reports").glob("*.txt"))

# language: precision and recall of statements in %, the share of proposals with a wrong polarity or stance in %
FLOORS = {"en": (92.0, 62.5, 6.0), "ru": (93.5, 52.5, 4.5)}

_DISTANT = {"denied", "retracted", "alleged", "believed", "feared", "expected", "threatened", "possible", "demanded"}


@pytest.fixture(scope="module")
def bench() -> Any:
    """The scorer, which is no part of the package."""
    sys.path.insert(0, str(READING))
    try:
        import reports

        yield reports
    finally:
        sys.path.remove(str(READING))


@pytest.fixture(scope="module")
def held(bench: ModuleType) -> dict[str, Any]:
    return {report.name: report for report in bench.load_reports()}


@pytest.fixture(scope="module")
def read(held: dict[str, Any]) -> dict[str, tuple[Statement, ...]]:
    return {name: report.read() for name, report in held.items()}


def test_every_mark_is_found_in_its_report(held: dict[str, Any]) -> None:
    assert Counter(report.language for report in held.values()) == {"en": 24, "ru": 12}
    for report in held.values():
        assert len(report.marks) >= 15, report.name
        assert 120 <= len(report.text.split()) <= 350, report.name


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_the_reader_reads_no_worse_than_before(bench: ModuleType, held: dict[str, Any], language: str) -> None:
    tally = bench.tally_of([one for one in held.values() if one.language == language])
    precision = 100 * tally.found / (tally.proposals - tally.beside_optional)
    recall = 100 * tally.found / tally.marks
    wrong = 100 * tally.disagree / tally.proposals
    floor = FLOORS[language]
    assert precision >= floor[0] and recall >= floor[1] and wrong <= floor[2], (precision, recall, wrong)


def _pairs(bench: ModuleType, report: Any, proposals: tuple[Statement, ...]) -> list[tuple[dict[str, Any], Statement]]:
    found = bench.marks_score.match(list(report.marks), list(proposals))
    return [(report.marks[i], proposals[j]) for i, j in found]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_fact_is_never_read_as_plain_fact(
    bench: ModuleType, held: dict[str, Any], read: dict[str, tuple[Statement, ...]], name: str
) -> None:
    report = held[name]
    for mark, one in _pairs(bench, report, read[name]):
        no_fact = not mark["happened"] or set(mark["stance"]) <= _DISTANT
        plain = one.polarity is Polarity.HAPPENED and one.stance is Stance.ASSERTED
        assert not (no_fact and plain), (one.type, report.text[one.quote.start : one.quote.end])


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_keeps_who_gave_it(
    bench: ModuleType, held: dict[str, Any], read: dict[str, tuple[Statement, ...]], name: str
) -> None:
    report = held[name]
    for mark, one in _pairs(bench, report, read[name]):
        if "n" not in mark or one.count is None or mark["type"][0] in {"testimony", "retraction"}:
            continue
        told = dict(bench.marks_score.fields(mark, one, report.text))
        assert told["nearest speaker"], (one.type, report.text[one.quote.start : one.quote.end])
