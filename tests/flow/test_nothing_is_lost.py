"""Kill it anywhere, fill the disk: what was acknowledged is there and whole, the rest is absent or goes on."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from according.errors import NoSpace
from according.flow.adding import add_sources
from according.flow.exporting import EXPORTS, export
from according.flow.folder import CaseFolder, create_folder
from according.flow.verifying import verify
from tests.flow.conftest import REPORTS, ticking


def many_reports(folder: Path, number: int) -> Path:
    folder.mkdir()
    for at in range(number):
        for name, words in REPORTS.items():
            (folder / f"{at:02}-{name}").write_text(f"Report {at}: {words}", "utf-8")
    return folder


def exports(folder: CaseFolder) -> dict[str, str]:
    return {what: export(folder, what) for what in EXPORTS.keys() - {"captures"}}


@pytest.mark.parametrize("after", [0.9, 1.3, 1.7, 2.2])
def test_killed_anywhere_it_goes_on_to_the_same_end(after: float, tmp_path: Path) -> None:
    reports = many_reports(tmp_path / "reports", 8)
    create_folder(tmp_path / "case", "A case", ticking())
    with CaseFolder(tmp_path / "case", write=True, clock=ticking()) as whole:
        add_sources(whole, [str(reports)])
        wanted = exports(whole)
        case = whole.case
    killed = tmp_path / "killed"
    create_folder(killed, "A case", ticking())
    running = subprocess.Popen(
        [sys.executable, "-m", "according", "add", str(killed), str(reports)], stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    running.kill()
    running.wait()
    with CaseFolder(killed, write=True, clock=ticking()) as folder:
        assert folder.case == case
        assert [check for check in verify(folder) if check.passed is False] == []
        add_sources(folder, [str(reports)])
        assert exports(folder) == wanted
        assert all(check.passed for check in verify(folder))


def test_a_full_disk_is_one_sentence_and_what_was_there_stays(folder: CaseFolder, reports: Path) -> None:
    add_sources(folder, [str(reports)])
    before = exports(folder)
    row = folder.store.one("PRAGMA page_count")
    assert row is not None
    folder.store.run(f"PRAGMA max_page_count = {row[0] + 1}")
    more = many_reports(reports.parent / "more", 12)
    with pytest.raises(NoSpace, match="disk is full"):
        add_sources(folder, [str(more)])
    path = folder.path
    folder.close()
    with CaseFolder(path, write=True, clock=ticking()) as again:
        assert [check for check in verify(again) if check.passed is False] == []
        assert before["documents"] in exports(again)["documents"] or exports(again) == before
        add_sources(again, [str(more)])
        assert len(exports(again)["documents"].splitlines()) == 3 + 36


def test_an_archive_can_be_copied_as_a_folder(folder: CaseFolder, reports: Path, tmp_path: Path) -> None:
    import shutil

    add_sources(folder, [str(reports)])
    before = exports(folder)
    folder.close()
    shutil.copytree(folder.path, tmp_path / "copy")
    shutil.rmtree(tmp_path / "copy" / "cache", ignore_errors=True)
    with CaseFolder(tmp_path / "copy") as copy:
        assert exports(copy) == before
