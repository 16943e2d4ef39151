"""A big export is written as it is made: few documents' statements are held at once, and the lines are the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from according.archive import findings
from according.domain.decision import Verdict
from according.export.statements import statement_row
from according.flow import exporting
from according.flow.adding import add_sources
from according.flow.exporting import Holdings, iter_export
from according.flow.folder import CaseFolder
from according.flow.judging import judge


def test_statements_are_read_a_few_documents_at_a_time(
    folder: CaseFolder, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_sources(folder, [str(reports)])
    ids = [judged.statement.id for judged in Holdings(folder).judged]
    judge(folder, ids[0], Verdict.ACCEPT)
    judge(folder, ids[-1], Verdict.REJECT)
    whole = [json.dumps(statement_row(one), ensure_ascii=False) + "\n" for one in Holdings(folder).linked]
    asked: list[int] = []
    load = findings.load_statements

    def watched(store: Any, viewer: Any, case: str, documents: Sequence[str] | None = None) -> Any:
        asked.append(-1 if documents is None else len(documents))
        return load(store, viewer, case, documents)

    monkeypatch.setattr(findings, "load_statements", watched)
    monkeypatch.setattr(exporting, "_AT_A_TIME", 1)
    assert list(iter_export(folder, "statements")) == whole
    assert asked == [1, 1, 1]
