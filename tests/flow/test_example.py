"""The shipped example against facts marked by hand from its texts: how much of them the whole way finds."""

from __future__ import annotations

import runpy
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from according.flow.adding import add_sources
from according.flow.exporting import EXPORTS, export
from according.flow.folder import CaseFolder, create_folder
from according.flow.verifying import verify
from tests.flow.conftest import ticking

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = Path(str(resources.files("according.example")))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFolder]:
    path = tmp_path_factory.mktemp("example") / "case"
    create_folder(path, "The example", ticking())
    with CaseFolder(path, write=True, clock=ticking()) as folder:
        ledger = add_sources(folder, [str(EXAMPLE / "files")])
        assert ledger.refused == []
        yield folder


def test_what_a_careful_reader_marked_is_found(example: CaseFolder) -> None:
    marks = tomllib.loads((EXAMPLE / "expected.toml").read_text("utf-8"))
    score = runpy.run_path(str(ROOT / "bench" / "marking.py"))["score_case"](example, marks)
    told = "\n".join(score.lines())
    whole = [
        "documents",
        "number of documents",
        "endnotes",
        "  outlet",
        "  published",
        "  comments",
        "  kept apart",
        "custody",
        "calls",
    ]
    for part in whole:
        assert score.found[part] == score.total[part], told
    shares = {"statements": 0.85, "  count of statement": 0.85, "  when of statement": 0.75, "  polarity of statement": 0.95,
              "  speaker of statement": 0.85, "  who of statement": 0.85, "people": 1.0, "disputes": 0.5}  # fmt: skip
    for part, least in shares.items():
        assert score.found[part] >= least * score.total[part], told


def test_no_commenter_is_betrayed(example: CaseFolder) -> None:
    withheld = tomllib.loads((EXAMPLE / "expected.toml").read_text("utf-8"))["totals"]["withheld"]
    for what in EXPORTS:
        told = export(example, what)
        assert [secret for secret in withheld if secret in told] == [], what
        assert "KESTREL" not in told, what


def test_everything_stored_verifies(example: CaseFolder) -> None:
    assert [check for check in verify(example) if check.passed is not True] == []
