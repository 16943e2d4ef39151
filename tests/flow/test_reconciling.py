"""What reconciling keeps between two runs changes nothing but the time: lost, damaged, in pieces or interrupted, the case is the same."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from according.flow import reconciling
from according.flow.adding import add_sources
from according.flow.exporting import EXPORTS, FILES, export
from according.flow.folder import CaseFolder
from according.flow.rebuilding import rebuild
from according.reconcile import Engine

EXAMPLE = Path(str(files("according.example").joinpath("files")))


def everything(folder: CaseFolder) -> dict[str, str]:
    return {what: export(folder, what) for what in (*EXPORTS, *FILES)}


@pytest.fixture
def case(folder: CaseFolder) -> CaseFolder:
    """The example case."""
    add_sources(folder, [str(EXAMPLE)])
    return folder


def test_some_documents_at_a_time_give_the_same_case(case: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(case)
    monkeypatch.setattr(reconciling, "_AT_ONCE", 3)
    rebuild(case)
    assert everything(case) == before


def test_a_lost_or_damaged_workbook_is_made_anew(case: CaseFolder, reports: Path) -> None:
    (case.cache / "reconcile.sqlite3").write_bytes(b"nothing of ours")
    add_sources(case, [str(reports)])
    after = everything(case)
    (case.cache / "reconcile.sqlite3").unlink()
    rebuild(case)
    assert everything(case) == after


def test_an_interrupted_run_is_done_again(case: CaseFolder, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run, calls = Engine.run, []

    def cut_short(self: Engine, documents: object) -> object:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return run(self, documents)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(reconciling, "_AT_ONCE", 1)
        patched.setattr(Engine, "run", cut_short)
        with pytest.raises(KeyboardInterrupt):
            add_sources(case, [str(reports)])
    add_sources(case, [str(reports)])
    after = everything(case)
    rebuild(case)
    assert everything(case) == after
