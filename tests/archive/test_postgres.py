"""The same rooms over PostgreSQL: the same exports, decisions and checks as over SQLite."""

from __future__ import annotations

import json
from pathlib import Path

import psycopg

from according.domain.assessment import View
from according.domain.decision import Verdict
from according.flow.adding import add_sources
from according.flow.assessing import assess
from according.flow.exporting import EXPORTS, export
from according.flow.folder import CaseFolder, create_folder
from according.flow.judging import judge
from according.flow.rebuilding import rebuild
from according.flow.verifying import verify
from according.flow.wording import write_wording
from tests.flow.conftest import REPORTS, ticking


def take_the_whole_way(path: Path, reports: Path, database: str | None) -> dict[str, str]:
    create_folder(path, "A case", ticking(), database)
    with CaseFolder(path, write=True, clock=ticking()) as folder:
        add_sources(folder, [str(reports)])
        first, second = sorted(line[8:22] for line in export(folder, "statements").splitlines())[:2]
        judge(folder, first, Verdict.ACCEPT)
        judge(folder, second, Verdict.REJECT)
        judge(folder, second, Verdict.UNDO)
        event = next(row for line in export(folder, "events").splitlines() if (row := json.loads(line))["accounts"])
        account = event["accounts"][0]["id"]
        assess(folder, account, View.UNVERIFIED)
        judge(folder, assess(folder, account, View.CONTESTED).id, Verdict.UNDO)
        write_wording(folder, event["id"], f"So it is told [{account}].")
        told = {what: export(folder, what) for what in EXPORTS}
        rebuild(folder)
        assert {what: export(folder, what) for what in EXPORTS} == told
        assert all(check.passed for check in verify(folder))
    return told


def test_both_databases_give_the_same_exports(postgres: str, tmp_path: Path) -> None:
    with psycopg.connect(postgres + "postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE one_case")
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, words in REPORTS.items():
        (reports / name).write_text(words, encoding="utf-8")
    over_sqlite = take_the_whole_way(tmp_path / "sqlite", reports, None)
    over_postgres = take_the_whole_way(tmp_path / "postgres", reports, postgres + "one_case")
    assert not (tmp_path / "postgres" / "archive.sqlite3").exists()
    for what in sorted(EXPORTS):
        assert over_postgres[what] == over_sqlite[what], what


def test_an_archive_made_before_there_were_words_opens_over_postgres(postgres: str, tmp_path: Path) -> None:
    with psycopg.connect(postgres + "postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE old_case")
    (tmp_path / "report.txt").write_text(next(iter(REPORTS.values())), encoding="utf-8")
    create_folder(tmp_path / "case", "A case", ticking(), postgres + "old_case")
    with CaseFolder(tmp_path / "case", write=True, clock=ticking()) as folder:
        add_sources(folder, [str(tmp_path / "report.txt")])
        before = {what: export(folder, what) for what in EXPORTS}
    with psycopg.connect(postgres + "old_case", autocommit=True) as connection:
        connection.execute("DROP TABLE archive_assessment")
        connection.execute("DROP TABLE archive_wording")
        connection.execute("DELETE FROM django_migrations WHERE app = 'archive' AND name <> '0001_first'")
    with CaseFolder(tmp_path / "case", write=True, clock=ticking()) as folder:
        assert {what: export(folder, what) for what in EXPORTS} == before
        account = next(row for line in export(folder, "events").splitlines() if (row := json.loads(line))["accounts"])
        assess(folder, account["accounts"][0]["id"], View.UNVERIFIED)
        assert '"unverified"' in export(folder, "assessments")
