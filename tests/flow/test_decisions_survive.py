"""Random sequences of adding, judging, re-reading with another lexicon, undoing and rebuilding lose no decision."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from according import read
from according.domain.assessment import View
from according.domain.decision import ON_ACCOUNTS, Verdict
from according.domain.document import Document
from according.domain.statement import Stance, Statement
from according.flow.adding import add_sources
from according.flow.assessing import assess
from according.flow.exporting import EXPORTS, export
from according.flow.folder import CaseFolder, create_folder
from according.flow.judging import judge
from according.flow.rebuilding import read_again, rebuild
from according.flow.wording import write_wording
from tests.flow.conftest import REPORTS, ticking

REAL = read.statements


def changed_lexicon(number: int) -> Any:
    """A reader that, by `number`, misses some statements and reads others with another stance."""

    def statements(document: Document) -> tuple[Statement, ...]:
        found = []
        for at, statement in enumerate(REAL(document)):
            if number and (at + number) % 3 == 0:
                continue
            found.append(replace(statement, stance=Stance.ALLEGED) if number and (at + number) % 3 == 1 else statement)
        return tuple(found)

    return statements


class Archive(RuleBasedStateMachine):
    """One archive and what we know must be true of it."""

    @initialize()
    def begin(self) -> None:
        """An empty archive."""
        self.scratch = tempfile.TemporaryDirectory()
        self.patch = pytest.MonkeyPatch()
        path = Path(self.scratch.name)
        for name, words in REPORTS.items():
            (path / name).write_text(words, encoding="utf-8")
        create_folder(path / "case", "A case", ticking())
        self.folder = CaseFolder(path / "case", write=True, clock=ticking())
        self.stack: dict[str, list[str]] = {}  # statement id -> verdicts in force, newest last
        self.recorded: list[str] = []
        self.words: dict[str, str] = {}  # id of each assessment and wording -> what was said

    def statements(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in export(self.folder, "statements").splitlines()]

    @rule(name=st.sampled_from(sorted(REPORTS)))
    def add(self, name: str) -> None:
        add_sources(self.folder, [str(Path(self.scratch.name) / name)])

    @rule(data=st.data(), verdict=st.sampled_from([Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT]))
    def decide(self, data: st.DataObject, verdict: Verdict) -> None:
        shown = self.statements()
        if not shown:
            return
        identity = data.draw(st.sampled_from(sorted(row["id"] for row in shown)))
        changes = ["when=2011-03-10"] if verdict is Verdict.CORRECT else []
        self.recorded.append(judge(self.folder, identity, verdict, changes=changes).id)
        self.stack.setdefault(identity, []).append(verdict.value)

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        standing = sorted(identity for identity, verdicts in self.stack.items() if verdicts)
        if not standing:
            return
        identity = data.draw(st.sampled_from(standing))
        self.recorded.append(judge(self.folder, identity, Verdict.UNDO).id)
        self.stack[identity].pop()

    @rule(data=st.data(), by=st.sampled_from([None, "Second reader"]))
    def say_what_one_holds(self, data: st.DataObject, by: str | None) -> None:
        accounts = sorted(one["id"] for event in self.exported("events") for one in event["accounts"])
        if accounts:
            made = assess(self.folder, data.draw(st.sampled_from(accounts)), View.UNVERIFIED, by=by)
            self.words[made.id] = made.view.value

    @rule(data=st.data())
    def write(self, data: st.DataObject) -> None:
        events = [event for event in self.exported("events") if event["accounts"]]
        if events:
            event = data.draw(st.sampled_from(sorted(events, key=lambda one: one["id"])))
            made = write_wording(self.folder, event["id"], f"So it is told [{event['accounts'][0]['id']}].")
            self.words[made.id] = made.text

    @rule(data=st.data())
    def take_a_word_back(self, data: st.DataObject) -> None:
        standing = sorted(row["id"] for row in self.said() if row["state"] != "undone")
        if standing:
            self.recorded.append(judge(self.folder, data.draw(st.sampled_from(standing)), Verdict.UNDO).id)

    @rule(data=st.data(), verdict=st.sampled_from(sorted(ON_ACCOUNTS)))
    def say_how_two_accounts_stand(self, data: st.DataObject, verdict: Verdict) -> None:
        figures = [
            [one["id"] for one in event["accounts"] if one["aspect"] == "arrested"] for event in self.exported("events")
        ]
        pairs = sorted(tuple(ids[:2]) for ids in figures if len(ids) > 1)
        if pairs:
            one, two = data.draw(st.sampled_from(pairs))
            self.recorded.append(judge(self.folder, one, verdict, other=two).id)

    @rule(data=st.data(), custody=st.sampled_from(["released", "imprisoned"]))
    def say_where_somebody_was(self, data: st.DataObject, custody: str) -> None:
        people = sorted(row["id"] for row in self.exported("people"))
        if people:
            changes = [f"status={custody}", "on=2011-04-01"]
            made = judge(self.folder, data.draw(st.sampled_from(people)), Verdict.STATUS, changes=changes)
            self.recorded.append(made.id)

    def exported(self, what: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in export(self.folder, what).splitlines()]

    def said(self) -> list[dict[str, Any]]:
        return [*self.exported("assessments"), *self.exported("wordings")]

    @rule(number=st.integers(0, 4))
    def read_with(self, number: int) -> None:
        self.patch.setattr(read, "statements", changed_lexicon(number))
        self.patch.setattr(read, "VERSION", f"lexicon {number}")
        read_again(self.folder)

    @rule()
    def rebuild_all(self) -> None:
        before = {what: export(self.folder, what) for what in EXPORTS}
        rebuild(self.folder)
        assert {what: export(self.folder, what) for what in EXPORTS} == before

    @invariant()
    def every_decision_is_there_and_accepted_statements_stand(self) -> None:
        if not hasattr(self, "folder"):
            return
        kept = [json.loads(line)["id"] for line in export(self.folder, "decisions").splitlines()]
        assert kept == self.recorded
        shown = {row["id"]: row for row in self.statements()}
        for identity, verdicts in self.stack.items():
            if verdicts and verdicts[-1] in ("accept", "correct"):
                assert shown[identity]["state"] == "accepted"
            if verdicts and verdicts[-1] == "correct":
                assert shown[identity]["when"] == "2011-03-10"

    @invariant()
    def every_word_is_there_as_it_was_said(self) -> None:
        if not hasattr(self, "folder"):
            return
        said = self.said()
        assert {row["id"]: row.get("view") or row["text"] for row in said} == self.words
        for row in said:  # what no longer stands was taken back or replaced by what stands, never lost
            if row["state"] == "replaced":
                assert any(row["id"] in one["replaces"] and one["state"] != "undone" for one in said)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.close()
            self.patch.undo()
            self.scratch.cleanup()


Archive.TestCase.settings = settings(
    max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
TestDecisionsSurvive = Archive.TestCase
