"""What a person says of somebody's custody on a day stands beside the sources: it changes no line, follows the person, and never leaves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from according.cli import main
from according.domain.decision import Verdict
from according.errors import BadInput, NotFound
from according.flow.adding import add_sources
from according.flow.exporting import export
from according.flow.folder import CaseFolder
from according.flow.judging import judge
from according.flow.letting_out import release
from according.flow.publishing import publish
from tests.flow.test_words import rows

SAID = ["status=released", "on=2011-03-20"]


@pytest.fixture
def filled(folder: CaseFolder, reports: Path) -> CaseFolder:
    """The three reports; Pavel Dorin was sentenced on 15 March 2011."""
    add_sources(folder, [str(reports)])
    return folder


def dorin(folder: CaseFolder) -> str:
    return next(row["id"] for row in rows(folder, "people") if row["name"] == "Pavel Dorin")


def ask(folder: CaseFolder, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["status", str(folder.path), "Pavel Dorin", "--on", "2011-03-20", "--format", "json", *more]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_it_stands_beside_the_lines_and_changes_none(filled: CaseFolder, capsys: pytest.CaptureFixture[str]) -> None:
    before = ask(filled, capsys)
    assert before["decided"] == []
    judge(filled, dorin(filled), Verdict.STATUS, changes=["status=detained", "on=2011-03-20"])
    said = judge(filled, dorin(filled), Verdict.STATUS, changes=SAID, why="his lawyer rang us")
    after = ask(filled, capsys)
    assert [(one["decision"], one["status"], one["why"]) for one in after["decided"]] == [
        (said.id, "released", "his lawyer rang us")
    ], "a newer word of one person on one day takes the place of the older"
    assert {**after, "decided": []} == before
    assert ask(filled, capsys, "--known-on", "2012-01-01")["decided"] == [], "it was not known by then"
    assert main(["prisoners", str(filled.path), "--on", "2011-03-20"]) == 0
    shown = capsys.readouterr().out
    assert "his lawyer rang us" in shown and "adds nobody to the list" in shown
    assert main(["prisoners", str(filled.path), "--on", "2011-03-21"]) == 0
    assert "his lawyer rang us" not in capsys.readouterr().out
    judge(filled, said.id, Verdict.UNDO)
    assert [one["status"] for one in ask(filled, capsys)["decided"]] == ["detained"]


def test_it_follows_the_person_through_joining_and_is_shown_in_the_dossier_but_never_leaves(
    filled: CaseFolder, tmp_path: Path
) -> None:
    people = {row["name"]: row["id"] for row in rows(filled, "people")}
    assert len(people) > 1, people
    first, other = dorin(filled), next(identity for name, identity in people.items() if name != "Pavel Dorin")
    judge(filled, first, Verdict.STATUS, changes=[*SAID, "facility=Colony 9"], why="his lawyer rang us")
    judge(filled, first, Verdict.SAME, other=other)
    [kept] = [row["id"] for row in rows(filled, "people") if row["id"] in (first, other)]
    publish(filled, tmp_path / "self")
    page = (tmp_path / "self" / "person" / f"{kept}.html").read_text("utf-8")
    assert "his lawyer rang us" in page and "in Colony 9" in page
    for row in rows(filled, "statements"):
        judge(filled, row["id"], Verdict.ACCEPT, work=False)
    for row in rows(filled, "documents"):
        release(filled, row["id"], scope="full")
    publish(filled, tmp_path / "public", "public")
    public = "".join(path.read_text("utf-8") for path in (tmp_path / "public").rglob("*.*") if path.suffix != ".css")
    assert "Dorin" in public and "lawyer rang" not in public and "Colony 9" not in public


@pytest.mark.parametrize(
    ("changes", "repair"),
    [([], "status=free|detained"), (["status=gone", "on=2011-03-20"], "status=free"), (["status=free"], "on=2012-07-01"),
     (["status=free", "on=yesterday"], "on=2012-07-01"), (["status=free", "on=2011-03-20", "mood=low"], "no field 'mood'")],
)  # fmt: skip
def test_what_is_no_custody_or_no_day_is_refused(filled: CaseFolder, changes: list[str], repair: str) -> None:
    with pytest.raises(BadInput) as refused:
        judge(filled, dorin(filled), Verdict.STATUS, changes=changes)
    assert repair in str(refused.value)
    place = rows(filled, "places")[0]["id"]
    with pytest.raises(NotFound, match="no person"):
        judge(filled, place, Verdict.STATUS, changes=SAID)
    assert export(filled, "decisions") == ""
