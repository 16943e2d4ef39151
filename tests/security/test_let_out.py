"""What was not let out by a decision is in no file of the public site, nor in its data: documents, statements, people."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from according.archive.viewer import Reach, Viewer
from according.domain.decision import Verdict
from according.errors import BadInput, NotAllowed
from according.flow.adding import add_sources
from according.flow.exporting import EXPORTS, FILES, export
from according.flow.folder import CaseFolder
from according.flow.judging import judge
from according.flow.letting_out import release, withhold
from according.flow.publishing import publish

FIRST = """Miners arrested in Velgrad

By Olga Renko
The Velgrad Courier
14 March 2011

Pavel Dorin, the leader of the miners' union, was arrested on 12 March 2011 in Velgrad. Snow fell upon the quay.

At least 12 people were killed in Velgrad on 11 March 2011, according to the Interior Ministry. At least 4817 people were killed in Velgrad on 11 March 2011, Marta Silin said.

Pavel Dorin was raped in prison on 16 March 2011.

Timur Galin, 14, was wounded in Velgrad on 11 March 2011. Eyewitness Nikita Bural saw police shoot Pavel Dorin on 11 March 2011.
"""
SECOND = """Union says fifteen arrested

By Petr Salnik
The Morning Herald
16 March 2011

Pavel Dorin was arrested on 13 March 2011 in Velgrad. About 5923 people were killed in Velgrad on 11 March 2011, Gleb Hromov said.
"""
HIDDEN = (
    "5923",
    "Petr Salnik",
    "Gleb Hromov",
    "Morning Herald",
    "Evening Star",
    "13 March",
    "Timur",
    "Nikita",
    "Bural",
)


@pytest.fixture
def case(folder: CaseFolder, tmp_path: Path) -> tuple[CaseFolder, str, list[dict[str, str]]]:
    """Three documents, two of them one publication; the id of the first, and its statements."""
    texts = {"a": FIRST, "b": SECOND, "c": SECOND.replace("The Morning Herald", "The Evening Star")}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    add_sources(folder, [str(tmp_path / f"{name}.txt") for name in texts])
    rows = [json.loads(line) for line in export(folder, "documents").splitlines()]
    first = next(row["id"] for row in rows if row["title"].startswith("Miners"))
    return (
        folder,
        first,
        [row for line in export(folder, "statements").splitlines() if (row := json.loads(line))["document"] == first],
    )


def shown(folder: CaseFolder, out: Path) -> str:
    publish(folder, out, "public")
    return "".join(
        path.read_text("utf-8") for path in sorted(out.rglob("*")) if path.suffix in (".html", ".xml", ".jsonl", ".csv")
    )


def accept(folder: CaseFolder, statements: list[dict[str, str]]) -> None:
    for row in statements:
        judge(folder, row["id"], Verdict.ACCEPT, work=False)


@pytest.mark.parametrize("scope", ["quotations", "full"])
def test_each_release_shows_that_and_no_more(
    case: tuple[CaseFolder, str, list[dict[str, str]]], tmp_path: Path, scope: str
) -> None:
    folder, first, statements = case
    accept(folder, statements)
    nothing = shown(folder, tmp_path / "site")
    assert not [word for word in ("Dorin", "Olga Renko", "4817", "raped", *HIDDEN) if word in nothing]
    release(folder, first, scope=scope)
    told = shown(folder, tmp_path / "site")
    assert not [word for word in HIDDEN if word in told]
    assert "4817" in told and "Pavel Dorin" in told and "Olga Renko" in told
    assert ("Snow fell upon the quay" in told) == (scope == "full")


def test_what_is_not_accepted_is_not_shown(case: tuple[CaseFolder, str, list[dict[str, str]]], tmp_path: Path) -> None:
    folder, first, statements = case
    release(folder, first)
    proposed = shown(folder, tmp_path / "site")
    assert "Dorin" not in proposed and "4817" not in proposed and "12 people" not in proposed
    accept(folder, statements)
    judge(folder, next(row["id"] for row in statements if "4817" in row["quote"]), Verdict.REJECT)
    rejected = shown(folder, tmp_path / "site")
    assert "4817" not in rejected and "Marta Silin" not in rejected and "12 people" in rejected


def test_words_of_a_sensitive_statement_need_its_own_yes_whatever_else_quotes_them(
    case: tuple[CaseFolder, str, list[dict[str, str]]], tmp_path: Path
) -> None:
    folder, first, statements = case
    about = [row for row in statements if "raped" in row["quote"]]
    sensitive = next(row for row in about if row["type"] == "sexual_violence")
    assert len(about) > 1  # another reading quotes the same sentence
    release(folder, first)
    accept(folder, statements)
    assert "raped" not in shown(folder, tmp_path / "site")
    release(folder, sensitive["id"])
    assert "raped" in shown(folder, tmp_path / "site")


def test_pages_of_another_edition_never_go_out_with_the_public_one(
    case: tuple[CaseFolder, str, list[dict[str, str]]], tmp_path: Path
) -> None:
    folder, first, _statements = case
    publish(folder, tmp_path / "mine", "self")
    with pytest.raises(BadInput, match="empty"):
        publish(folder, tmp_path / "mine", "public")
    release(folder, first, scope="full")
    publish(folder, tmp_path / "site", "public")
    shutil.rmtree(folder.cache)
    withhold(folder, first)
    with pytest.raises(BadInput, match="empty"):
        publish(folder, tmp_path / "site", "public")


def test_no_file_to_take_away_is_a_list_of_people(
    case: tuple[CaseFolder, str, list[dict[str, str]]], tmp_path: Path
) -> None:
    folder, first, statements = case
    release(folder, first, scope="full")
    accept(folder, statements)
    assert "Pavel Dorin" in shown(folder, tmp_path / "site")
    files = [path for path in (tmp_path / "site" / "data").iterdir() if path.suffix != ".html"]
    people = {row["id"] for row in map(json.loads, export(folder, "people").splitlines())}
    rows = {path.name: list(map(json.loads, path.read_text("utf-8").splitlines())) for path in files}
    assert set(rows) >= {"statements.jsonl", "events.jsonl"}
    assert [
        name for name, lines in rows.items() if any(row.get("id") in people or "person" in row for row in lines)
    ] == []


@pytest.mark.parametrize("what", sorted([*EXPORTS, *FILES]))
def test_who_may_not_see_the_case_gets_no_export_of_it(
    case: tuple[CaseFolder, str, list[dict[str, str]]], what: str
) -> None:
    folder, _first, _statements = case
    assert export(folder, what) is not None
    folder.viewer = Viewer(Reach.USER, "somebody", roles=(("k-another", "reviewer"),))
    with pytest.raises(NotAllowed):
        export(folder, what)
