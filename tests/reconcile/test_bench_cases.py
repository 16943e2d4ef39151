"""The scorer of real cases (bench/reconcile), held to an invented case; and what may stand in the marks that are kept."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from according.domain.event import Dispute, DisputeKind, DisputeValue

BENCH = Path(__file__).resolve().parents[2] / "bench" / "reconcile"

TEXTS = {
    "one": "Police arrested Anton Velin in Karsk on 3 May 2011. At least 12 people were killed in Karsk on 2 May 2011, the governor said.",
    "two": "On 2 May 2011 twelve people were killed in Karsk. Anton Velin was arrested on 3 May 2011. Boris Velin, a lawyer, was arrested in Karsk on 9 May 2011.",
}
WORDS = '''
name = "invented"
part = "development"
about = "two reports nobody wrote"
documents = """
d1 made one 2011-05-04 en Karsk Courier
d2 made two 2011-05-10 en Karsk Herald
"""
people = """
anton: Anton Velin
boris: Boris Velin
"""
events = """
deaths violence: @d1 people were [killed] in | @d2 people were [killed] in
first law: @d1 Police [arrested] Anton | @d2 Anton Velin was [arrested] on
second law: @d2 a lawyer, was [arrested] in
"""
questions = """
deaths deaths: 12/.. governor @d1 [At least 12 people were killed]
"""
disputes = ""
agreements = """
a bound and the figure that meets it: @d1 [At least 12 people were killed] / @d2 [twelve people were killed]
"""
custody = """
anton 2011-05-05 detained
anton 2011-04-01 free,unknown
boris 2011-05-05 free,unknown
"""
held = """
2011-05-05: anton
"""
proceedings = ""
'''


@pytest.fixture(scope="module")
def bench() -> Iterator[Any]:
    """The scorer, which is no part of the package; its modules are forgotten afterwards."""
    before = set(sys.modules)
    sys.path.insert(0, str(BENCH))
    try:
        import agree
        import cases
        import ledger
        import pack
        import run

        yield SimpleNamespace(agree=agree, cases=cases, ledger=ledger, pack=pack, run=run)
    finally:
        sys.path.remove(str(BENCH))
        for name in set(sys.modules) - before:
            if str(BENCH) in str(getattr(sys.modules[name], "__file__", "")):
                del sys.modules[name]


@pytest.fixture(scope="module")
def made(bench: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The invented case, packed, read and reconciled."""
    gold = tmp_path_factory.mktemp("gold")
    rows = [json.dumps({"id": name, "text": text}) + "\n" for name, text in TEXTS.items()]
    (gold / "made.jsonl").write_text("".join(rows), "utf-8")
    words, out = gold / "invented.toml", gold / "invented.jsonl"
    words.write_text(WORDS, "utf-8")
    assert bench.pack.main([str(words), str(gold), "--out", str(out)]) == 0
    return bench.cases.reconciled(bench.cases.load_marks(out), gold, None)


def test_a_case_reconciled_rightly_scores_full_marks(bench: Any, made: Any) -> None:
    found = bench.run.score(made)
    assert found.counts["mentions of people"] == {"read": 3}
    assert found.pairs["people, pairs of mentions read"].right == 1
    assert found.pairs["people, B³ over mentions read"].precision == 100
    assert found.pairs["events, pairs of statements read"].recall == 100
    assert found.counts["answers"] == {"marked": 1, "found": 1, "with the right speaker": 1}
    assert found.counts["custody on a day"]["right"] == 3
    assert found.counts["held on a day (lists)"]["named rightly"] == 1
    assert found.counts["pairs that are no disputes"]["raised"] == 0


def test_two_people_in_one_are_told(bench: Any, made: Any) -> None:
    people = {person.name: person for person in made.case_file.people}
    anton, boris = people["Anton Velin"].id, people["Boris Velin"].id
    swallowed = tuple((mention, anton if entity == boris else entity) for mention, entity in made.case_file.entity_of)
    wrong = replace(made, case_file=replace(made.case_file, entity_of=swallowed))
    found = bench.run.score(wrong)
    assert found.pairs["people, pairs of mentions read"].precision < 50
    assert found.counts["people"]["entities that hold several"] == 1
    assert any("joined wrongly" in fault and "Boris Velin" in fault for fault in found.faults)


def test_a_dispute_that_is_none_is_told(bench: Any, made: Any) -> None:
    deaths = sorted(
        (one for one in made.statements if one.type == "killing"),
        key=lambda one: one.count.min or 0 if one.count else 0,
    )
    values = tuple(
        DisputeValue(value=one.count.words if one.count else "", speaker="somebody", statements=(one.id,))
        for one in deaths
    )
    false = Dispute("x-1", DisputeKind.COUNT, made.case_file.events[0].id, "event", None, values)
    wrong = replace(made, case_file=replace(made.case_file, disputes=(false,)))
    found = bench.run.score(wrong)
    assert found.counts["disputes, all kinds"]["false, flat"] == 1
    assert found.counts["pairs that are no disputes"]["raised"] == 1


def test_pairs_and_b_cubed_by_hand(bench: Any) -> None:
    gold = {"a": "1", "b": "1", "c": "1", "d": "2"}
    system = {"a": "x", "b": "x", "c": "y", "d": "y"}
    pairs = bench.ledger.pairwise(gold, system)
    assert (pairs.right, pairs.found, pairs.gold) == (1, 2, 3)
    cubed = bench.ledger.b_cubed(gold, system)
    assert cubed.precision == pytest.approx(100 * (1 + 1 + 0.5 + 0.5) / 4)
    assert cubed.recall == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    neutral = bench.ledger.pairwise(gold, system, frozenset({frozenset({"1", "2"})}))
    assert (neutral.right, neutral.found, neutral.gold) == (1, 1, 3)


def test_marks_that_are_not_found_are_named_and_nothing_is_written(
    bench: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "made.jsonl").write_text(
        "".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in TEXTS.items()), "utf-8"
    )
    words, out = tmp_path / "w.toml", tmp_path / "w.jsonl"
    words.write_text(WORDS.replace("[arrested] Anton", "[seized] Anton"), "utf-8")
    assert bench.pack.main([str(words), str(tmp_path), "--out", str(out)]) == 2
    assert "found 0 times in d1: Police [seized] Anton" in capsys.readouterr().err
    assert not out.exists()


def test_two_markings_are_laid_side_by_side(bench: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "made.jsonl").write_text(
        "".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in TEXTS.items()), "utf-8"
    )
    other = WORDS.replace(" | @d2 Anton Velin was [arrested] on", "").replace(
        "2011-05-05 detained", "2011-05-05 unknown"
    )
    for name, words in (("one", WORDS), ("other", other)):
        (tmp_path / f"{name}.toml").write_text(words, "utf-8")
        assert (
            bench.pack.main([str(tmp_path / f"{name}.toml"), str(tmp_path), "--out", str(tmp_path / f"{name}.x")]) == 0
        )
    assert bench.agree.main([str(tmp_path / "one.x"), str(tmp_path / "other.x")]) == 0
    told = capsys.readouterr().out
    assert "person: places 3 of 3" in told
    assert "event: places 4 of 5" in told
    assert "custody: 3 person-days in both, the same answers on 2, one in common on 2" in told


def test_a_text_that_was_changed_is_not_scored(bench: Any, made: Any, tmp_path: Path) -> None:
    rows = [json.dumps({"id": name, "text": text + " Later words."}) + "\n" for name, text in TEXTS.items()]
    (tmp_path / "made.jsonl").write_text("".join(rows), "utf-8")
    with pytest.raises(ValueError, match="is not the text that was marked"):
        bench.cases.find_documents(made.marks.documents, tmp_path, None)


def test_the_marks_kept_hold_places_and_name_nobody(bench: Any) -> None:
    kept = bench.cases.load_all(BENCH)
    assert {one.part for one in kept} == {"development", "held out", "the page"}
    assert sum(len(one.of("custody")) for one in kept) >= 25
    for marks in kept:
        for row in marks.of("person"):
            assert re.fullmatch(r"p\d\d", row["key"])
            assert all(len(place) == 3 and isinstance(place[1], int) for place in row["at"])
            assert set(row) == {"kind", "key", "unnamed", "at"}
        shorts = {row["short"] for row in marks.documents}
        for row in marks.of("event"):
            assert {place[0] for place in row["at"]} <= shorts


def test_no_report_is_both_of_development_and_held_out(bench: Any) -> None:
    parts: dict[str, set[str]] = {}
    for marks in bench.cases.load_all(BENCH):
        parts.setdefault(marks.part, set()).update(str(row["id"]) for row in marks.documents)
    assert not parts["development"] & parts["held out"]
