"""What a reader sees of assessments and wordings: beside the answers, never as their state, with what changed since."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.flow.conftest import folder
from tests.flow.test_words import ELSEWHERE, FIRST, LATER, RIVAL, account, add, event_of, rows

from according.domain.assessment import View
from according.domain.cited import Change, ChangeKind
from according.domain.decision import Verdict
from according.flow.assessing import assess
from according.flow.folder import CaseFolder
from according.flow.judging import judge
from according.flow.publishing import publish
from according.flow.rebuilding import read_again
from according.flow.wording import write_wording
from according.present.changes import say_change

__all__ = ["folder"]


def page_of(site: Path, event: str) -> str:
    return (site / "event" / f"{event}.html").read_text("utf-8")


def test_a_wording_has_its_footnotes_and_says_what_to_check(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    bare = publish(folder, tmp_path / "site") and page_of(tmp_path / "site", event)
    assert "In an editor" not in bare and 'class="view' not in bare, "empty by default"
    written = write_wording(
        folder, event, f"Nine were arrested, said the ministry [{nine}], <b>nobody</b> else.", by="Vera"
    )
    view = assess(folder, nine, View.CONTESTED, why="the union says more", by="Olga")
    publish(folder, tmp_path / "site")
    page = page_of(tmp_path / "site", event)
    assert re.search(rf'said the ministry<sup class="n"><a href="#{written.id}-1"', page) and "&lt;b&gt;nobody" in page
    assert f'href="../event/{event}.html#{nine}"' in page and f'<tr id="{nine}">' in page
    assert "Written by Vera on" in page and "Check:" not in page
    add(folder, tmp_path, later=LATER)
    publish(folder, tmp_path / "site")
    page = page_of(tmp_path / "site", event)
    assert "Check: what these sentences lean on has changed" in page
    assert "A later answer takes its place: “12”, according to Interior Ministry." in page
    assert '<span class="soft">(footnote 1)</span>' in page
    assert "Made of an earlier state." in page and f'id="{view.id}"' in page
    front = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "To look at again" in front


def test_belief_and_reading_never_share_words_or_form(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    assess(folder, nine, View.UNVERIFIED)
    publish(folder, tmp_path / "site")
    page = page_of(tmp_path / "site", event)
    held = re.findall(r'<div class="held".*?</div>', page, re.S)
    assert len(held) == 1 and "chip" not in held[0] and "accepted" not in held[0] and "reviewed" not in held[0]
    row = re.search(rf'<tr id="{nine}">.*?</tr>', page, re.S)
    assert row and "not reviewed" in row[0], "an assessment accepts no statement"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", list(ChangeKind))
def test_every_change_has_its_sentence_in_both_languages(kind: ChangeKind, language: str) -> None:
    said = say_change(Change(kind, "a-x", "2011-03-12", "2011-03-13", "a-y", "the report itself: Post"), language)
    assert said.strip() and "%(" not in said
    if language == "ru":
        assert re.search("[а-яё]", said), "the sentence is missing in present/locale/ru.po"


def test_what_people_decided_of_events_and_answers_is_shown_with_who_and_why(
    folder: CaseFolder, tmp_path: Path
) -> None:
    add(folder, tmp_path, first=FIRST, elsewhere=ELSEWHERE, rival=RIVAL)
    one, two = event_of(folder, "nine"), event_of(folder, "five")
    said = judge(folder, one, Verdict.DIFFERENT, other=two, why="two towns")
    ruled = judge(
        folder, account(folder, "nine"), Verdict.OTHER_SCOPE, other=account(folder, "thirty"), why="other days"
    )
    publish(folder, tmp_path / "site")
    page = page_of(tmp_path / "site", one)
    decided = page[page.index("What people decided") :]
    assert "Not the same as" in decided and "two towns" in decided and said.id in decided
    assert "counts something else than" in decided and "other days" in decided and ruled.id in decided
    for row in (said, ruled):
        judge(folder, row.id, Verdict.UNDO)
    publish(folder, tmp_path / "site")
    assert "What people decided" not in page_of(tmp_path / "site", one)


def test_a_mark_on_a_dispute_says_who_made_it_and_asks_for_a_new_look(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST, rival=RIVAL)
    event = event_of(folder, "nine")
    dispute = next(row["id"] for row in rows(folder, "disputes") if row["kind"] == "count")
    judge(folder, dispute, Verdict.EXPLAINED, why="the union counts the released too")
    read_again(folder)
    publish(folder, tmp_path / "site")
    page = page_of(tmp_path / "site", event)
    assert re.search(r"found an explanation.*the union counts the released too \(this machine, <time", page)
    assert "wants a new look" not in page
    add(folder, tmp_path, third=RIVAL.replace("Thirty", "Sixty").replace("union", "league").replace("Star", "Sun"))
    publish(folder, tmp_path / "site")
    assert "wants a new look" in page_of(tmp_path / "site", event_of(folder, "nine"))
    assert "found an explanation" in (tmp_path / "site" / "index.html").read_text("utf-8")
