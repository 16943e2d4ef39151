"""Invented traps of a few sentences (bench/reconcile/traps.toml): what must not be claimed of them."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench" / "reconcile"
TRAPS = tomllib.loads((BENCH / "traps.toml").read_text("utf-8"))["trap"]

# traps we still walk into: take a name away when it no longer fails
NOT_YET = {
    "a death in prison denied",
    "two pits of one day",
    "fifteen more",
    "guards or police",
}


@pytest.fixture(scope="module")
def bench() -> Iterator[Any]:
    """The asker, which is no part of the package; its modules are forgotten afterwards."""
    before = set(sys.modules)
    sys.path.insert(0, str(BENCH))
    try:
        import traps

        yield traps
    finally:
        sys.path.remove(str(BENCH))
        for name in set(sys.modules) - before:
            if str(BENCH) in str(getattr(sys.modules[name], "__file__", "")):
                del sys.modules[name]


def _named(trap: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason="claims too much")] if trap["name"] in NOT_YET else []
    return pytest.param(trap, id=trap["name"], marks=marks)


@pytest.mark.parametrize("trap", [_named(trap) for trap in TRAPS])
def test_no_trap_is_walked_into(bench: Any, trap: dict[str, Any]) -> None:
    answers = list(bench.Sprung(trap).answers())
    assert answers, "a trap that asks nothing"
    assert [(question, said) for _, question, right, said in answers if not right] == []


def test_every_trap_not_yet_passed_is_a_trap() -> None:
    assert {trap["name"] for trap in TRAPS} >= NOT_YET
