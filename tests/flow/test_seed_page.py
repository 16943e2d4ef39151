"""The page the project began with, taken the whole way: what a monitor would look for first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from according.flow.adding import add_sources
from according.flow.asking import ask_status
from according.flow.exporting import export
from according.flow.folder import CaseFolder, create_folder
from tests.flow.conftest import ticking

pytestmark = pytest.mark.seed


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory, seed_page: Path) -> Iterator[CaseFolder]:
    path = tmp_path_factory.mktemp("seed") / "case"
    create_folder(path, "The page", ticking())
    with CaseFolder(path, write=True, clock=ticking()) as folder:
        add_sources(folder, [str(seed_page)])
        yield folder


def rows(folder: CaseFolder, what: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(folder, what).splitlines()]


def test_six_posts_hold_eight_documents(seed: CaseFolder) -> None:
    documents = rows(seed, "documents")
    posts = {row["post"]["order"]: row["post"]["comments"] for row in documents}
    assert len(documents) == 8 and [posts[order] for order in sorted(posts)] == [0, 8, 0, 0, 1, 0]
    assert sum(len(row["endnotes"]) for row in documents) == 11
    kinds = [call["kind"] for call in rows(seed, "calls")]
    assert "demonstration" in kinds and "letters" in kinds


def test_five_rival_death_counts_stand_side_by_side_with_their_speakers(seed: CaseFolder) -> None:
    told = {
        (account["value"].get("min"), account["value"].get("max"), account["speaker"])
        for event in rows(seed, "events")
        for account in event["accounts"]
        if account["aspect"] == "deaths"
    }
    figures = {(low, high) for low, high, _ in told}
    assert {(10, 10), (15, 15), (16, None), (70, 70)} <= figures, told
    assert any(low == 15 and "government" in speaker for low, _, speaker in told)
    assert any(high == 70 and "eyewitness" in speaker for _, high, speaker in told)


def test_disputes_of_count_order_and_weekday_are_seen(seed: CaseFolder) -> None:
    kinds = {row["kind"] for row in rows(seed, "disputes")}
    assert {"count", "order", "weekday"} <= kinds


def test_a_prisoner_is_followed_with_evidence(seed: CaseFolder) -> None:
    person = max(
        (row for row in rows(seed, "people") if not row["unnamed"] and "patient" in row["roles"]),
        key=lambda row: len(row["statements"]),
    )
    (status,) = ask_status(seed, person["id"], "2013-04-24")
    assert status.line.status.value == "imprisoned" and status.line.evidence and status.line.according_to
    (before,) = ask_status(seed, person["id"], "2013-04-24", known_on="2011-06-01")
    assert before.line.status.value == "unknown"
