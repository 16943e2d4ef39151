"""A person's word on two accounts of one question: in force over the machine's, exact to undo, and never over a figure nobody judged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from according.domain.assessment import View
from according.domain.decision import Verdict
from according.errors import BadInput, NotFound
from according.flow.adding import add_sources
from according.flow.assessing import assess
from according.flow.exporting import EXPORTS, Holdings, export
from according.flow.folder import CaseFolder, create_folder
from according.flow.judging import judge
from according.flow.publishing import publish
from according.flow.rebuilding import rebuild
from according.flow.status_words import status_words
from according.flow.taking_over import take_over_decisions
from according.flow.wording import write_wording
from tests.flow.conftest import ticking
from tests.flow.test_words import account, add, event_of, rows

MINISTRY = """Nine dead in Velgrad

By Olga Renko
The Velgrad Courier
12 March 2011

VELGRAD. Nine miners were killed on 11 March 2011 in Velgrad, the Interior Ministry said.
"""
PROSECUTOR = """Prosecutors give a new figure

By Petr Salnik
The Morning Herald
20 March 2011

In Velgrad 14 miners were killed on 11 March 2011, the Prosecutor General's Office said.
"""
UNION = """Union speaks of the dead

By Anna Lidova
The Evening Star
13 March 2011

Thirty miners were killed on 11 March 2011 in Velgrad, the miners' union said.
"""


@pytest.fixture
def three(folder: CaseFolder, tmp_path: Path) -> CaseFolder:
    """Nine (the ministry), 14 (the prosecutor, later), thirty (the union)."""
    add(folder, tmp_path, ministry=MINISTRY, prosecutor=PROSECUTOR, union=UNION)
    return folder


def dead(folder: CaseFolder, words: str) -> str:
    return account(folder, words, "deaths")


def relations(folder: CaseFolder, words: str) -> dict[str, str]:
    """How the account with these words stands to others, by their words; a person's word is marked."""
    accounts = {one["id"]: one for event in rows(folder, "events") for one in event["accounts"]}
    return {
        accounts[relation["to"]]["value"]["words"].casefold(): relation["kind"] + ("!" if relation.get("by") else "")
        for relation in accounts[dead(folder, words)]["relations"]
    }


def sides(folder: CaseFolder) -> set[str]:
    return {
        value["value"].casefold() for row in rows(folder, "disputes")
        if row["kind"] == "count" and row["about"]["aspect"] == "deaths" for value in row["values"]
    }  # fmt: skip


def test_a_later_word_of_the_same_side_takes_the_place_only_when_a_person_says_so(three: CaseFolder) -> None:
    assert relations(three, "14")["nine"] == "later_same_side"
    assert sides(three) == {"nine", "14", "thirty"}
    before = {what: export(three, what) for what in ("events", "disputes", "people", "origins")}
    said = judge(
        three, dead(three, "14"), Verdict.SUPERSEDES, other=dead(three, "nine"), why="both speak for the state"
    )
    assert relations(three, "14")["nine"] == "supersedes!" and "14" not in relations(three, "nine")
    assert sides(three) == {"14", "thirty"}
    rebuilt = {what: export(three, what) for what in EXPORTS}
    rebuild(three)
    assert {what: export(three, what) for what in EXPORTS} == rebuilt
    judge(three, dead(three, "nine"), Verdict.UNDO)
    assert {what: export(three, what) for what in before} == before
    assert rows(three, "decisions")[-1]["other"] == said.id


def test_what_counts_something_else_disputes_nothing(three: CaseFolder, tmp_path: Path) -> None:
    thirty = dead(three, "thirty")
    for figure in ("nine", "14"):
        judge(three, thirty, Verdict.OTHER_SCOPE, other=dead(three, figure), why="the union counts the whole week")
    assert relations(three, "thirty") == {"nine": "different_scope!", "14": "different_scope!"}
    assert not sides(three) & {"thirty"}
    publish(three, tmp_path / "site")
    page = (tmp_path / "site" / "event" / f"{event_of(three, 'thirty')}.html").read_text("utf-8")
    assert "counts something else than" in page and "a person decided so" in page
    judge(three, thirty, Verdict.PART_OF, other=dead(three, "14"))
    assert relations(three, "thirty")["14"] == "part_of!", "the newer word counts"
    judge(three, thirty, Verdict.SAME_SCOPE, other=dead(three, "14"))
    assert relations(three, "thirty")["14"] == "disputes!"


def test_a_ruling_holds_for_the_answers_that_were_judged_and_no_others(three: CaseFolder) -> None:
    judge(three, dead(three, "14"), Verdict.SUPERSEDES, other=dead(three, "nine"))
    for row in rows(three, "statements"):
        if row["count"] and row["count"]["words"] == "14":
            judge(three, row["id"], Verdict.CORRECT, changes=["count=41"])
    kinds = {
        one["kind"]
        for event in rows(three, "events")
        for a in event["accounts"]
        for one in a["relations"]
        if one.get("by")
    }
    assert kinds == set(), "nobody said that 41 takes the place of nine"


def test_rulings_are_taken_over(three: CaseFolder, tmp_path: Path) -> None:
    judge(three, dead(three, "14"), Verdict.SUPERSEDES, other=dead(three, "nine"))
    (tmp_path / "said.jsonl").write_text(export(three, "decisions"), "utf-8")
    create_folder(tmp_path / "other", "A case", ticking())
    with CaseFolder(tmp_path / "other", write=True, clock=ticking()) as other:
        add(other, tmp_path, ministry=MINISTRY, prosecutor=PROSECUTOR, union=UNION)
        assert take_over_decisions(other, tmp_path / "said.jsonl") == (1, 0)
        assert export(other, "events") == export(three, "events")


@pytest.mark.parametrize(
    ("verdict", "one", "two", "error", "repair"),
    [(Verdict.SUPERSEDES, "nine", None, BadInput, "second account"), (Verdict.PART_OF, "nine", "nine", BadInput, "one account"),
     (Verdict.SUPERSEDES, "nine", "a-aaaaaaaaaaaa", NotFound, "according assess"),
     (Verdict.SUPERSEDES, "nine", "place", BadInput, "different questions"),
     (Verdict.SAME_SCOPE, "place", "place2", BadInput, "counts nothing")],
)  # fmt: skip
def test_pairs_that_cannot_stand_to_each_other_are_refused(
    three: CaseFolder, verdict: Verdict, one: str, two: str | None, error: type[Exception], repair: str
) -> None:
    places: list[dict[str, Any]] = [
        found for event in rows(three, "events") for found in event["accounts"] if found["aspect"] == "place"
    ]
    ids = {"nine": dead(three, "nine"), "place": places[0]["id"], "place2": places[1]["id"]}
    before = export(three, "decisions")
    with pytest.raises(error, match=repair):
        judge(three, ids[one], verdict, other=ids.get(two, two) if two else None)
    assert export(three, "decisions") == before
    assert json.loads(export(three, "events").splitlines()[0])


PEOPLE = "Pavel Dorin was arrested on 12 March 2011 in Velgrad. Petr Dorin was sentenced to three years in prison on 15 March 2011."


def put(folder: CaseFolder, tmp_path: Path, text: str) -> None:
    row = {
        "title": "Two men",
        "outlet": "Courier",
        "published": "2011-03-20",
        "url": "https://c.example/1",
        "text": text,
    }
    (tmp_path / "two.jsonl").write_text(json.dumps(row), "utf-8")
    add_sources(folder, [str(tmp_path / "two.jsonl")])


def test_what_was_said_of_people_and_days_follows_the_words_into_a_newer_text(
    folder: CaseFolder, tmp_path: Path
) -> None:
    put(folder, tmp_path, PEOPLE)
    people = {row["name"]: row["id"] for row in rows(folder, "people")}
    judge(folder, people["Pavel Dorin"], Verdict.SAME, other=people["Petr Dorin"], why="one man, says his lawyer")
    judge(folder, people["Pavel Dorin"], Verdict.STATUS, changes=["status=released", "on=2011-04-01"])
    [one] = [row["id"] for row in rows(folder, "people")]
    put(folder, tmp_path, "A correction has been made to this report. " + PEOPLE)
    assert "A correction" in export(folder, "documents")
    [now] = rows(folder, "people")
    assert {name["text"] for name in now["names"]} == {"Pavel Dorin", "Petr Dorin"} and now["id"] == one
    assert [word.person for word in status_words(Holdings(folder))] == [one]
    assert not [row for row in rows(folder, "decisions") if row["waiting"]]
    rebuild(folder)
    assert [row["id"] for row in rows(folder, "people")] == [one]
    put(folder, tmp_path, PEOPLE.replace("Petr Dorin was", "His brother was"))
    assert "same" in [row["verdict"] for row in rows(folder, "decisions") if row["waiting"]], "it waits for a person"


TERMS = {
    "a": """Dorin sentenced

By Olga Renko
The Velgrad Courier
16 March 2011

Pavel Dorin was sentenced to three years in prison on 15 March 2011 in Velgrad, the court's press service said.
""",
    "b": """Union leader jailed

By Petr Salnik
The Morning Herald
18 March 2011

Pavel Dorin was sentenced to five years in prison on 15 March 2011 in Velgrad, his lawyer told reporters.
""",
}


def test_answers_about_a_person_are_assessed_worded_and_ruled_like_those_of_an_event(
    folder: CaseFolder, tmp_path: Path
) -> None:
    add(folder, tmp_path, **TERMS)
    person = next(row for row in rows(folder, "people") if row["name"] == "Pavel Dorin")
    terms = [one for one in person["accounts"] if one["aspect"] == "term"]
    assert len(terms) == 2, person["accounts"]
    one, two = sorted(one["id"] for one in terms)
    view = assess(folder, one, View.CONTESTED, why="his lawyer says otherwise")
    written = write_wording(folder, person["id"], f"Two terms are told of [{one}] [{two}].")
    judge(folder, two, Verdict.SUPERSEDES, other=one)
    [again] = [row for row in rows(folder, "people") if row["id"] == person["id"]]
    told = {account["id"]: account["relations"] for account in again["accounts"]}
    assert {"to": one, "kind": "supersedes", "by": "person"} in told[two] and not told[one]
    publish(folder, tmp_path / "site")
    page = (tmp_path / "site" / "person" / f"{person['id']}.html").read_text("utf-8")
    assert "his lawyer says otherwise" in page and "Two terms are told of" in page and f'<li id="{one}">' in page
    assert [row["state"] for row in rows(folder, "assessments") if row["id"] == view.id] == ["earlier_state"]
    assert [row["state"] for row in rows(folder, "wordings") if row["id"] == written.id] == ["check"]
    rebuild(folder)
    assert [row for row in rows(folder, "people") if row["id"] == person["id"]] == [again]
    judge(folder, two, Verdict.UNDO)
    assert [row for row in rows(folder, "people") if row["id"] == person["id"]] == [person]
