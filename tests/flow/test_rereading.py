"""Reading again with another reader: each change is told in words, decisions are carried, an interrupted run goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from according import read
from according.cli import main
from according.domain.decision import Verdict
from according.domain.document import Document
from according.domain.statement import Stance, Statement
from according.flow import rebuilding
from according.flow.adding import add_sources
from according.flow.explaining import explain
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.flow.judging import judge
from according.flow.rebuilding import read_again

REAL = read.statements


def _reader(change: Callable[[Statement], Statement | None]) -> Callable[[Document], tuple[Statement, ...]]:
    return lambda document: tuple(new for one in REAL(document) if (new := change(one)) is not None)


def _install(monkeypatch: pytest.MonkeyPatch, change: Callable[[Statement], Statement | None]) -> None:
    monkeypatch.setattr(read, "statements", _reader(change))
    monkeypatch.setattr(read, "VERSION", "another")


def test_each_of_the_four_cases(folder: CaseFolder, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_sources(folder, [str(reports)])
    same, kept, rejected, gone = [item.statement.id for item in Holdings(folder).judged][:4]
    for identity in (same, kept, gone):
        judge(folder, identity, Verdict.ACCEPT)
    judge(folder, rejected, Verdict.REJECT)

    def change(one: Statement) -> Statement | None:
        if one.id == gone:
            return None
        return replace(one, stance=Stance.FEARED) if one.id in (kept, rejected) else one

    _install(monkeypatch, change)
    changes = read_again(folder)
    told = {one.statement: one for one in changes.told}
    assert set(told) == {kept, rejected, gone}
    assert told[kept].kind == "changed" and told[kept].fields[0][0] == "stance" and told[kept].fields[0][2] == "feared"
    assert "stays in force" in (told[kept].decision or "")
    assert "proposed again" in (told[rejected].decision or "")
    assert told[gone].kind == "gone" and "it stays" in (told[gone].decision or "")
    judged = {item.statement.id: item for item in Holdings(folder).judged}
    assert judged[same].state.value == "accepted" and judged[same].reading is None
    assert judged[kept].state.value == "accepted" and judged[kept].statement.stance is not Stance.FEARED
    assert judged[kept].reading is not None and judged[kept].reading.stance is Stance.FEARED
    assert judged[rejected].state.value == "proposed" and judged[rejected].earlier_decision == "rejected"
    assert judged[gone].state.value == "accepted"
    monkeypatch.undo()
    back = {one.statement: one for one in read_again(folder).told}
    assert back[gone].kind == "new" and back[kept].fields[0][1] == "feared"


def test_an_interrupted_run_goes_on(folder: CaseFolder, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_sources(folder, [str(reports)])

    def interrupted(folder: CaseFolder, documents: list[Document], progress: object) -> int:
        real(folder, documents[:1], progress)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    real = rebuilding.read_documents
    monkeypatch.setattr(rebuilding, "read_documents", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read_again(folder)
    monkeypatch.undo()
    changes = read_again(folder)
    assert (changes.documents, changes.went_on) == (2, 1)
    assert read_again(folder).documents == 3


def test_the_command_prints_before_and_after(
    folder: CaseFolder, reports: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_sources(folder, [str(reports)])
    path = folder.path
    folder.close()
    _install(monkeypatch, lambda one: replace(one, stance=Stance.FEARED))
    assert main(["read", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "stance: asserted → feared" in printed and "changed   " in printed and "Nine miners arrested" in printed


def test_explain_of_a_document_tells_what_was_passed_over(folder: CaseFolder, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "Velmar news\n\n14 March 2011\n\nThe senate killed the bill. Police killed ten miners in Velmar.\n", "utf-8"
    )
    add_sources(folder, [str(tmp_path / "one.txt")])
    lines = explain(folder, Holdings(folder).documents[0].id)
    assert any("killing by en.kill.active" in line for line in lines)
    assert any("vetoed by 'bill'" in line for line in lines)
