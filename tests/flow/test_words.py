"""Assessments and wordings as people make them: beside one another, undone exactly, and marked when what they are of has changed."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from according.archive.database import close_database, open_database
from according.cli import main
from according.domain.assessment import Standard, View
from according.domain.decision import Verdict
from according.errors import BadInput, NotFound
from according.flow.adding import add_sources
from according.flow.assessing import assess
from according.flow.exporting import EXPORTS, export
from according.flow.folder import CaseFolder, create_folder
from according.flow.judging import judge
from according.flow.rebuilding import read_again, rebuild
from according.flow.taking_over import take_over_decisions
from according.flow.verifying import verify
from according.flow.wording import write_wording
from tests.flow.conftest import ticking

FIRST = """Nine miners arrested in Velgrad

By Olga Renko
The Velgrad Courier
12 March 2011

VELGRAD. Nine miners were arrested on 11 March 2011 in Velgrad, the Interior Ministry said.
"""
LATER = """Ministry gives a new figure

By Petr Salnik
The Morning Herald
16 March 2011

In Velgrad 12 miners were arrested on 11 March 2011, the Interior Ministry said.
"""
RIVAL = """Union says thirty arrested

By Anna Lidova
The Evening Star
13 March 2011

Thirty miners were arrested on 11 March 2011 in Velgrad, the miners' union said.
"""
REPEAT = """Arrests in Velgrad

By Ivan Petrenko
The Northern Post
12 March 2011

Nine miners were arrested on 11 March 2011 in Velgrad, the Interior Ministry said.
"""
ELSEWHERE = """Arrests in Orlovka

By Petr Salnik
The Southern Post
20 April 2012

Five drivers were arrested on 19 April 2012 in Orlovka, the Interior Ministry said.
"""


def add(folder: CaseFolder, tmp_path: Path, **texts: str) -> None:
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        add_sources(folder, [str(tmp_path / f"{name}.txt")])


def rows(folder: CaseFolder, what: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(folder, what).splitlines()]


def account(folder: CaseFolder, words: str, aspect: str = "arrested") -> str:
    return next(
        one["id"] for event in rows(folder, "events") for one in event["accounts"]
        if one["aspect"] == aspect and one["value"]["words"].casefold() == words
    )  # fmt: skip


def event_of(folder: CaseFolder, words: str) -> str:
    return next(
        event["id"] for event in rows(folder, "events")
        if any(one["value"]["words"].casefold() == words for one in event["accounts"])
    )  # fmt: skip


def states(folder: CaseFolder, what: str) -> dict[str, str]:
    return {row["id"]: row["state"] for row in rows(folder, what)}


def test_views_of_several_people_stand_beside_one_another_and_a_newer_one_undoes_ones_own(
    folder: CaseFolder, tmp_path: Path
) -> None:
    add(folder, tmp_path, first=FIRST)
    nine = account(folder, "nine")
    untouched = export(folder, "events")
    mine = assess(folder, nine, View.UNVERIFIED)
    other = assess(folder, nine, View.CONTESTED, by="Second reader", why="the union names more")
    newer = assess(folder, nine, View.PROBABLE, standard=Standard.REASONABLE_GROUNDS, why="two offices say so")
    assert states(folder, "assessments") == {mine.id: "replaced", other.id: "current", newer.id: "current"}
    judge(folder, newer.id, Verdict.UNDO)
    assert states(folder, "assessments") == {mine.id: "current", other.id: "current", newer.id: "undone"}
    assert export(folder, "events") == untouched, "what people hold of an account changes nothing in it"
    with pytest.raises(NotFound, match="taken back before"):
        judge(folder, newer.id, Verdict.UNDO)


def test_a_view_that_claims_something_says_by_which_standard_and_why(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    nine = account(folder, "nine")
    for view in (View.CONFIRMED, View.PROBABLE, View.REFUTED):
        with pytest.raises(BadInput, match="beyond_reasonable_doubt"):
            assess(folder, nine, view, why="so I hear")
        with pytest.raises(BadInput, match="--why"):
            assess(folder, nine, view, standard=Standard.CLEAR_AND_CONVINCING, why=" ")
    with pytest.raises(NotFound, match="lists the accounts"):
        assess(folder, "a-aaaaaaaaaaaa", View.UNVERIFIED)
    assert rows(folder, "assessments") == []


def test_what_changed_since_is_told_and_nothing_is_edited(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    view = assess(folder, nine, View.UNVERIFIED)
    written = write_wording(folder, event, f"The ministry spoke of nine arrests [{nine}].")
    assert written.text == "The ministry spoke of nine arrests [1]."
    assert set(states(folder, "assessments") | states(folder, "wordings")) == {view.id, written.id}

    add(folder, tmp_path, repeat=REPEAT)
    assert states(folder, "wordings") == {written.id: "current"}, "a report that repeats what is cited changes nothing"
    [row] = rows(folder, "assessments")
    assert (row["state"], [one["kind"] for one in row["changes"]]) == ("earlier_state", ["more_words"])

    add(folder, tmp_path, rival=RIVAL, later=LATER)
    [row] = rows(folder, "wordings")
    told = {(one["kind"], one["after"]) for one in row["changes"]}
    assert row["state"] == "check" and ("superseded", "12") in told and ("disputed", "Thirty") in told
    assert row["text"] == written.text

    assert len([one for one in row["changes"] if one["after"] == "Thirty"]) == 1
    twelve, thirty = account(folder, "12"), account(folder, "thirty")
    newer = write_wording(
        folder, event, "The ministry spoke of twelve arrests [1], the union of thirty [2].", cites=[twelve, thirty]
    )
    assert states(folder, "wordings") == {written.id: "replaced", newer.id: "current"}
    judge(folder, newer.id, Verdict.UNDO)
    assert states(folder, "wordings") == {written.id: "check", newer.id: "undone"}


def test_a_correction_a_rejection_and_their_undoing_show(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    assess(folder, nine, View.UNVERIFIED)
    write_wording(folder, event, f"Nine arrests, says the ministry [{nine}].")
    before = export(folder, "wordings"), export(folder, "assessments")
    statements = [row["id"] for row in rows(folder, "statements")]
    for statement in statements:
        judge(folder, statement, Verdict.CORRECT, changes=["count=19"])
    changed = {one["kind"]: one for one in rows(folder, "wordings")[0]["changes"]}
    assert rows(folder, "wordings")[0]["state"] == "check" and "value" in changed
    for statement in statements:
        judge(folder, statement, Verdict.UNDO)
    assert (export(folder, "wordings"), export(folder, "assessments")) == before
    for statement in statements:
        judge(folder, statement, Verdict.REJECT)
    read_again(folder)
    [gone] = rows(folder, "wordings")
    assert (
        gone["state"] == "check" and "gone" in [one["kind"] for one in gone["changes"]] and gone["cites_now"] == [None]
    )
    assert rows(folder, "assessments")[0]["account_now"] is None


def test_words_follow_an_event_that_is_joined_with_another_and_come_back(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST, elsewhere=ELSEWHERE)
    one, two = event_of(folder, "nine"), event_of(folder, "five")
    assert one != two
    wordings = [
        write_wording(folder, event, f"The ministry gives a figure [{account(folder, figure)}].")
        for event, figure in ((one, "nine"), (two, "five"))
    ]
    view = assess(folder, account(folder, "five"), View.UNVERIFIED)
    before = {what: export(folder, what) for what in ("wordings", "assessments", "events", "disputes")}
    judge(folder, one, Verdict.SAME, other=two)
    assert {row["about_now"] for row in rows(folder, "wordings")} == {min(one, two)} & {one, two}
    kept = {row["id"]: row for row in rows(folder, "wordings")}
    assert set(kept) == {made.id for made in wordings} and all(row["state"] == "check" for row in kept.values())
    assert all(None not in row["cites_now"] for row in kept.values()), "the cited accounts are found again"
    assert [row["id"] for row in rows(folder, "assessments") if row["account_now"]] == [view.id]
    judge(folder, one, Verdict.UNDO)
    assert {what: export(folder, what) for what in before} == before


NAMED = """Lawyer counts the arrests

By Ivan Petrenko
The Northern Post
13 March 2011

Twenty miners were arrested on 11 March 2011 in Velgrad, lawyer Marta Silina said.
Lawyer Martha Silin was arrested on 14 March 2011 in Velgrad.
"""


def test_words_follow_a_speaker_who_turns_out_to_be_one_with_another(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, named=NAMED)
    people = {row["name"]: row["id"] for row in rows(folder, "people")}
    twenty = account(folder, "twenty")
    view = assess(folder, twenty, View.UNVERIFIED)
    about = write_wording(folder, people["Martha Silin"], f"A lawyer of this name spoke of twenty arrests [{twenty}].")
    before = {what: export(folder, what) for what in ("assessments", "wordings", "people", "events")}
    judge(folder, people["Marta Silina"], Verdict.SAME, other=people["Martha Silin"])
    [one] = {row["id"] for row in rows(folder, "people")} & set(people.values())
    [row] = rows(folder, "assessments")
    assert (row["id"], row["state"], row["account_now"]) == (view.id, "current", account(folder, "twenty"))
    assert row["account_now"] != twenty, "the voice has another id now, and the view went with it"
    [row] = rows(folder, "wordings")
    assert row["id"] == about.id and row["about_now"] == one
    rebuild(folder)
    assert rows(folder, "wordings") == [row]
    judge(folder, people["Marta Silina"], Verdict.UNDO)
    assert {what: export(folder, what) for what in before} == before


def test_words_survive_a_newer_text_of_what_they_cite(folder: CaseFolder, tmp_path: Path) -> None:
    lines = [{"title": "Arrests", "outlet": "Courier", "published": "2011-03-12", "url": "https://courier.example/1"}]
    lines[0]["text"] = FIRST.split("\n\n")[-1]
    (tmp_path / "d.jsonl").write_text(json.dumps(lines[0]), "utf-8")
    add_sources(folder, [str(tmp_path / "d.jsonl")])
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    written = write_wording(folder, event, f"Nine arrests [{nine}].")
    lines[0]["text"] = "A correction was made to this report. " + lines[0]["text"]
    (tmp_path / "d.jsonl").write_text(json.dumps(lines[0]), "utf-8")
    add_sources(folder, [str(tmp_path / "d.jsonl")])
    assert "A correction" in export(folder, "documents")
    [row] = rows(folder, "wordings")
    assert row["id"] == written.id and row["cites_now"] == [account(folder, "nine")]
    assert row["about_now"] == event_of(folder, "nine")


def test_everything_people_said_is_taken_over_and_stands_as_it_stood(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST, rival=RIVAL)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    first = assess(folder, nine, View.UNVERIFIED)
    assess(folder, nine, View.CONTESTED, by="Second reader")
    judge(folder, first.id, Verdict.UNDO)
    write_wording(folder, event, f"Nine [{nine}].")
    write_wording(folder, event, f"Nine, says the ministry [{nine}].", by="Editor", why="say who says so")
    said = {what: export(folder, what) for what in ("decisions", "assessments", "wordings")}
    (tmp_path / "said.jsonl").write_text("".join(said.values()), "utf-8")
    create_folder(tmp_path / "other", "A case", ticking())
    with CaseFolder(tmp_path / "other", write=True, clock=ticking()) as other:
        add(other, tmp_path, first=FIRST, rival=RIVAL)
        assert take_over_decisions(other, tmp_path / "said.jsonl") == (5, 0)
        assert take_over_decisions(other, tmp_path / "said.jsonl") == (0, 5)
        assert {what: export(other, what) for what in said} == said
        rebuild(other)
        assert {what: export(other, what) for what in said} == said
        assert all(check.passed for check in verify(other))


def test_a_word_changed_behind_the_chain_is_found_out(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    view = assess(folder, nine, View.UNVERIFIED, why="not seen")
    written = write_wording(folder, event, f"Nine arrests [{nine}].")
    assert all(check.passed for check in verify(folder))
    with folder.writing():
        folder.store.run("UPDATE archive_assessment SET body = REPLACE(body, 'not seen', 'seen')")
        folder.store.run("DELETE FROM archive_wording")
    failed = {check.what for check in verify(folder) if check.passed is False}
    assert {f"words {view.id}", f"words {written.id}"} <= failed


def test_a_forged_line_takes_nothing_over(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    assess(folder, nine, View.UNVERIFIED)
    write_wording(folder, event, f"Nine arrests [{nine}].")
    view, wording = rows(folder, "assessments")[0], rows(folder, "wordings")[0]
    for line in (view | {"id": "c-aaaaaaaaaaaa"}, view | {"id": "v-bbbbbbbbbbbb", "view": "proven"},
                 wording | {"id": "w-" + "b" * 12, "text": "x" * 3000}, wording | {"id": "w-" + "b" * 12, "cites": []}):  # fmt: skip
        (tmp_path / "said.jsonl").write_text(
            json.dumps(view | {"id": "v-cccccccccccc"}) + "\n" + json.dumps(line), "utf-8"
        )
        with pytest.raises(BadInput):
            take_over_decisions(folder, tmp_path / "said.jsonl")
    assert [row["id"] for row in rows(folder, "assessments")] == [view["id"]]


@pytest.mark.parametrize(
    ("text", "cites", "repair"),
    [("", [], "no words"), ("Nine were arrested.", [], "--cite"), ("Nine [3].", ["NINE"], r"\[3\] cites nothing"),
     ("x" * 2001, ["NINE"], "fewer sentences"), ("Nine\x07 [1]", ["NINE"], "plain text")],
)  # fmt: skip
def test_a_wording_that_leans_on_nothing_is_refused(
    folder: CaseFolder, tmp_path: Path, text: str, cites: list[str], repair: str
) -> None:
    add(folder, tmp_path, first=FIRST)
    nine = account(folder, "nine")
    with pytest.raises(BadInput, match=repair):
        write_wording(folder, event_of(folder, "nine"), text, cites=[nine for _ in cites])
    assert rows(folder, "wordings") == []


def test_an_archive_made_before_there_were_words_opens_with_all_it_held(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    said = judge(folder, rows(folder, "statements")[0]["id"], Verdict.ACCEPT)
    before = {what: export(folder, what) for what in EXPORTS}
    folder.close()
    path = folder.path / "archive.sqlite3"
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE archive_assessment")
        database.execute("DROP TABLE archive_wording")
        database.execute("DELETE FROM django_migrations WHERE app = 'archive' AND name <> '0001_first'")
    database.close()
    with CaseFolder(folder.path, write=True, clock=ticking()) as again:
        assert {what: export(again, what) for what in EXPORTS} == before
        assert rows(again, "decisions")[0]["id"] == said.id
        assess(again, account(again, "nine"), View.UNVERIFIED)
    close_database(open_database(str(path)))


def test_the_commands_list_what_is_there_and_name_the_repair(
    folder: CaseFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(folder, tmp_path, first=FIRST)
    event, path = event_of(folder, "nine"), str(folder.path)
    folder.close()
    assert main(["assess", path, event]) == 0
    shown = capsys.readouterr().out
    nine = re.search(r"(a-\w+)  “Nine”, according to Interior Ministry", shown)
    assert nine is not None, shown
    assert main(["assess", path, nine[1], "probable", "--standard", "reasonable_grounds", "--why", "seen by two"]) == 0
    assert main(["word", path, event, f"Nine arrests [{nine[1]}].", "--by", "Editor"]) == 0
    capsys.readouterr()
    assert main(["assess", path]) == 0 and main(["word", path]) == 0
    shown = capsys.readouterr().out
    assert "probable, reasonable grounds to believe" in shown and "Editor" in shown and "Nine arrests [1]." in shown
    assert main(["assess", path, nine[1]]) == 2 and "confirmed|probable" in capsys.readouterr().err
    assert main(["word", path, event]) == 2 and "[ACCOUNT]" in capsys.readouterr().err
    assert main(["word", path, "e-aaaaaaaaaaaa", "Nine.", "--cite", nine[1]]) == 3
    folder.__init__(Path(path), write=True, clock=ticking())  # type: ignore[misc]
