"""What people wrote and what they hold leaves by its own yes alone, with all it leans on, without who made it, and never with a protected name."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.domain.assessment import Standard, View
from according.domain.decision import Verdict
from according.errors import WouldLeak
from according.flow.assessing import assess
from according.flow.folder import CaseFolder
from according.flow.judging import judge
from according.flow.letting_out import protect, release, withhold
from according.flow.publishing import publish
from according.flow.wording import write_wording
from tests.flow.test_words import FIRST, LATER, REPEAT, account, add, event_of, rows

SENTENCE = "By the count of the ministry nine were arrested"


def shown(folder: CaseFolder, out: Path) -> str:
    publish(folder, out, "public")
    return "".join(
        path.read_text("utf-8") for path in sorted(out.rglob("*")) if path.suffix in (".html", ".xml", ".jsonl")
    )


def let_out(folder: CaseFolder, title: str) -> None:
    documents = {row["id"] for row in rows(folder, "documents") if row["title"] == title}
    for row in rows(folder, "statements"):
        if row["document"] in documents:
            judge(folder, row["id"], Verdict.ACCEPT)
    for identity in documents:
        release(folder, identity)


def test_words_leave_by_their_own_yes_and_with_all_they_lean_on(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST, repeat=REPEAT)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    written = write_wording(folder, event, f"{SENTENCE} [{nine}].", by="Vera Editor", why="asked for by the lawyer")
    view = assess(
        folder, nine, View.PROBABLE, standard=Standard.REASONABLE_GROUNDS, why="two outlets carry it", by="Vera Editor"
    )
    let_out(folder, "Nine miners arrested in Velgrad")
    assert SENTENCE not in shown(folder, tmp_path / "site")
    release(folder, written.id)
    release(folder, view.id)
    partly = shown(folder, tmp_path / "site")
    assert SENTENCE not in partly and "two outlets" not in partly, "one report behind the account is not let out"
    let_out(folder, "Arrests in Velgrad")
    told = shown(folder, tmp_path / "site")
    assert SENTENCE in told and "two outlets carry it" in told and "reasonable grounds" in told
    assert "Vera" not in told and "asked for" not in told
    withhold(folder, written.id)
    withhold(folder, view.id)
    back = shown(folder, tmp_path / "site")
    assert SENTENCE not in back and "two outlets" not in back


def test_words_leave_the_public_site_when_what_they_lean_on_changes(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    for made in (
        write_wording(folder, event, f"{SENTENCE} [{nine}]."),
        assess(folder, nine, View.CONTESTED, why="so I see"),
    ):
        release(folder, made.id)
    let_out(folder, "Nine miners arrested in Velgrad")
    told = shown(folder, tmp_path / "site")
    assert SENTENCE in told and "so I see" in told
    add(folder, tmp_path, later=LATER)
    told = shown(folder, tmp_path / "site")
    assert SENTENCE not in told and "so I see" not in told and "12 miners" not in told
    said = publish(folder, tmp_path / "site", "public")
    assert "Kept back" in said and "w-" in said and "v-" in said


def test_a_protected_name_in_an_editors_sentence_stops_the_publication(folder: CaseFolder, tmp_path: Path) -> None:
    add(folder, tmp_path, first=FIRST)
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    let_out(folder, "Nine miners arrested in Velgrad")
    written = write_wording(folder, event, f"{SENTENCE}, Тимура Галина among them [{nine}].")
    release(folder, written.id)
    protect(folder, None, names=["Timur Galin", "Тимур Галин"])
    with pytest.raises(WouldLeak) as stopped:
        publish(folder, tmp_path / "site", "public")
    assert written.id in str(stopped.value) and "Galin" not in str(stopped.value) and "Галин" not in str(stopped.value)
    assert not list((tmp_path / "site").rglob("*.html"))
    withhold(folder, written.id)
    assert "Галин" not in shown(folder, tmp_path / "site")
    view = assess(folder, nine, View.UNVERIFIED, why="Timur Galin told us")
    release(folder, view.id)
    with pytest.raises(WouldLeak, match=view.id):
        publish(folder, tmp_path / "site", "public")


def test_somebody_who_was_not_let_out_is_not_named_by_an_editor_either(folder: CaseFolder, tmp_path: Path) -> None:
    add(
        folder,
        tmp_path,
        first=FIRST + "\nEyewitness Nikita Bural saw police arrest a miner on 11 March 2011 in Velgrad.\n",
    )
    nine, event = account(folder, "nine"), event_of(folder, "nine")
    written = write_wording(folder, event, f"{SENTENCE}, as Nikita Bural saw [{nine}].")
    release(folder, written.id)
    let_out(folder, "Nine miners arrested in Velgrad")
    told = shown(folder, tmp_path / "site")
    assert SENTENCE in told and "Bural" not in told


def test_the_example_shows_words_to_the_public(tmp_path: Path) -> None:
    from according.cli import main

    assert main(["demo", str(tmp_path / "case"), str(tmp_path / "site")]) == 0
    public = "".join(path.read_text("utf-8") for path in (tmp_path / "site" / "public").rglob("event/*.html"))
    assert 'class="wordings"' in public and "demo editor" not in public and "second reader" not in public
    assert public.count('class="view') == 1, "one of the example's four assessments is let out"
