"""The whole way on a small case: nothing twice, nothing lost, nothing half, the same again after a rebuild."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from according import read
from according.cli import main
from according.domain.decision import Verdict
from according.errors import BadInput, Conflict, NotFound, WouldLeak
from according.flow.adding import add_sources
from according.flow.exporting import EXPORTS, FILES, export
from according.flow.folder import CaseFolder
from according.flow.judging import judge
from according.flow.letting_out import protect, release
from according.flow.publishing import publish
from according.flow.rebuilding import read_again, rebuild
from according.flow.taking_over import take_over_decisions
from according.flow.verifying import verify
from tests.flow.conftest import ticking


def rows(folder: CaseFolder, what: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in export(folder, what).splitlines()]


def everything(folder: CaseFolder) -> dict[str, str]:
    return {what: export(folder, what) for what in (*EXPORTS, *FILES)}


def test_reports_become_a_case_file(folder: CaseFolder, reports: Path) -> None:
    ledger = add_sources(folder, [str(reports)])
    assert (ledger.read, len(ledger.added), ledger.refused) == (3, 3, [])
    statements = rows(folder, "statements")
    texts = {row["id"]: row["text"] for row in rows(folder, "documents")}
    for row in statements:
        assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]  # type: ignore[index]
    arrests = {(row["count"] or {}).get("min") for row in statements if row["type"] == "arrest"}  # type: ignore[attr-defined]
    assert {9, 15} <= arrests
    people = {name["text"] for row in rows(folder, "people") for name in row["names"]}  # type: ignore[attr-defined]
    assert {"Pavel Dorin", "Павел Дорин"} <= people


def test_a_second_add_adds_nothing(folder: CaseFolder, reports: Path) -> None:
    add_sources(folder, [str(reports)])
    before = everything(folder)
    ledger = add_sources(folder, [str(reports)])
    assert (ledger.read, ledger.added, ledger.updated, ledger.unchanged) == (3, [], [], 3)
    assert everything(folder) == before


def test_any_order_gives_the_same_exports(tmp_path: Path, reports: Path, folder: CaseFolder) -> None:
    files = sorted(str(path) for path in reports.iterdir())
    for path in files:
        add_sources(folder, [path])
    one_by_one = everything(folder)
    folder.close()
    with CaseFolder(folder.path, write=True, clock=ticking()) as again:
        for table in ("statement", "shared", "finding", "task", "text", "document", "receipt"):
            again.store.run(f"DELETE FROM archive_{table}")
        add_sources(again, files[::-1])
        together = everything(again)
    for what in sorted(together.keys() - {"captures"}):
        assert together[what] == one_by_one[what], what


def test_rebuild_gives_every_export_byte_for_byte(folder: CaseFolder, reports: Path) -> None:
    add_sources(folder, [str(reports)])
    first = rows(folder, "statements")[0]["id"]
    judge(folder, str(first), Verdict.ACCEPT)
    before = everything(folder)
    rebuild(folder)
    assert everything(folder) == before


def test_a_changed_reader_loses_no_decision(folder: CaseFolder, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_sources(folder, [str(reports)])
    ids = [str(row["id"]) for row in rows(folder, "statements")]
    judge(folder, ids[0], Verdict.ACCEPT)
    judge(folder, ids[1], Verdict.REJECT)
    monkeypatch.setattr(read, "statements", lambda document: ())
    monkeypatch.setattr(read, "VERSION", "nothing")
    changes = read_again(folder)
    assert set(changes.gone) == set(ids) and changes.waiting == 0
    assert [(row["id"], row["state"]) for row in rows(folder, "statements")] == [(ids[0], "accepted")]
    monkeypatch.undo()
    read_again(folder)
    states = {str(row["id"]): row["state"] for row in rows(folder, "statements")}
    assert states[ids[0]] == "accepted" and states[ids[1]] == "rejected" and set(states) == set(ids)


def test_corrections_are_checked_and_kept(folder: CaseFolder, reports: Path) -> None:
    add_sources(folder, [str(reports)])
    arrest = next(row for row in rows(folder, "statements") if row["type"] == "arrest" and row["count"])
    judge(folder, str(arrest["id"]), Verdict.CORRECT, changes=["count=at least 7", "when=2011-03-11"])
    changed = next(row for row in rows(folder, "statements") if row["id"] == arrest["id"])
    assert changed["count"]["min"] == 7 and changed["count"]["max"] is None  # type: ignore[index]
    assert changed["when"] == "2011-03-11" and changed["state"] == "accepted" and changed["quote"] == arrest["quote"]
    for wrong in (["when=soon"], ["count=some"], ["nonsense=1"], ["type=nonsense"], ["polarity=perhaps"], []):
        with pytest.raises(BadInput):
            judge(folder, str(arrest["id"]), Verdict.CORRECT, changes=wrong)
    judge(folder, str(arrest["id"]), Verdict.UNDO)
    assert next(row for row in rows(folder, "statements") if row["id"] == arrest["id"]) == arrest


def test_same_and_different_are_undone_exactly(folder: CaseFolder, reports: Path) -> None:
    add_sources(folder, [str(reports)])
    people = rows(folder, "people")
    organisations = [str(row["id"]) for row in rows(folder, "organisations")] + [
        str(row["id"]) for row in rows(folder, "groups")
    ]
    dorin = next(row for row in people if any(name["text"] == "Pavel Dorin" for name in row["names"]))  # type: ignore[attr-defined]
    before = everything(folder)
    mentions = list(dorin["mentions"])  # type: ignore[call-overload]
    assert len(mentions) >= 3
    judge(folder, mentions[0], Verdict.DIFFERENT, other=mentions[-1])
    apart = [row for row in rows(folder, "people") if set(row["mentions"]) & set(mentions)]  # type: ignore[call-overload]
    assert len(apart) >= 2
    judge(folder, mentions[0], Verdict.UNDO)
    after = everything(folder)
    for what in after.keys() - {"decisions"}:
        assert after[what] == before[what], what
    with pytest.raises(NotFound):
        judge(folder, "p-nobody", Verdict.SAME, other=organisations[0] if organisations else "o-nobody")


def test_decisions_make_a_round_trip(folder: CaseFolder, reports: Path, tmp_path: Path) -> None:
    add_sources(folder, [str(reports)])
    ids = [str(row["id"]) for row in rows(folder, "statements")]
    judge(folder, ids[0], Verdict.ACCEPT, why="read it twice")
    judge(folder, ids[1], Verdict.REJECT)
    judge(folder, ids[1], Verdict.UNDO)
    before = everything(folder)
    (tmp_path / "decisions.jsonl").write_text(before["decisions"], encoding="utf-8")
    folder.store.run("DELETE FROM archive_decision")
    assert take_over_decisions(folder, tmp_path / "decisions.jsonl") == (3, 0)
    assert everything(folder) == before
    assert take_over_decisions(folder, tmp_path / "decisions.jsonl") == (0, 3)
    (tmp_path / "bad.jsonl").write_text(before["decisions"] + "{", encoding="utf-8")
    with pytest.raises(BadInput):
        take_over_decisions(folder, tmp_path / "bad.jsonl")


def test_documents_make_a_round_trip(folder: CaseFolder, reports: Path, tmp_path: Path) -> None:
    add_sources(folder, [str(reports)])
    exported = export(folder, "documents")
    (tmp_path / "documents.jsonl").write_text(exported, encoding="utf-8")
    folder.store.run("DELETE FROM archive_task")
    for table in ("statement", "shared", "finding", "text", "document", "receipt"):
        folder.store.run(f"DELETE FROM archive_{table}")
    add_sources(folder, [str(tmp_path / "documents.jsonl")])
    again = rows(folder, "documents")
    for old, new in zip(map(json.loads, exported.splitlines()), again, strict=True):
        assert new["claimed_capture"] == old["capture"]
        for key in old.keys() - {"capture", "claimed_capture", "parser", "same_publication"}:
            assert new[key] == old[key], key


BAD = {
    "empty.txt": b"",
    "rubbish.bin": bytes(range(256)) * 40,
    "cut.gz": gzip.compress(bytes(range(256)) * 3 + b"words of a report " * 50)[:200],
    "bomb.xml": b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(12)
    ) + b"]><rss><channel><item><title>&a11;</title></item></channel></rss>",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_costs_only_its_own_item(
    name: str, tmp_path: Path, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reports / name).write_bytes(BAD[name])
    archive = tmp_path / "archive"
    assert main(["new", str(archive)]) == 0
    capsys.readouterr()
    assert main(["add", str(archive), str(reports)]) == 2
    told = capsys.readouterr().err
    assert "added      3" in told
    (line,) = [line for line in told.splitlines() if line.strip().startswith(name)]
    assert line.endswith(".") and "Traceback" not in told
    assert main(["verify", str(archive)]) == 0


def test_a_folder_with_nothing_to_read_says_so(folder: CaseFolder, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    with pytest.raises(BadInput, match="no readable file"):
        add_sources(folder, [str(tmp_path / "nothing")])


def test_a_second_writer_is_told_to_wait(folder: CaseFolder) -> None:
    with pytest.raises(Conflict, match="Another According process"):
        CaseFolder(folder.path, write=True)


def test_an_interrupted_add_goes_on(folder: CaseFolder, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from according import parse

    real, calls = parse.parse, []

    def stops(*args: object, **more: object) -> object:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(parse, "parse", stops)
    with pytest.raises(KeyboardInterrupt):
        add_sources(folder, [str(reports)])
    monkeypatch.undo()
    add_sources(folder, [str(reports)])
    assert len(rows(folder, "documents")) == 3
    assert all(check.passed is not False for check in verify(folder))


def test_verify_finds_a_changed_blob_and_a_changed_log(folder: CaseFolder, reports: Path) -> None:
    add_sources(folder, [str(reports)])
    assert all(check.passed for check in verify(folder))
    blob = next(path for path in folder.vault.folder.rglob("*") if path.is_file())
    blob.write_bytes(blob.read_bytes() + b"!")
    log = folder.path / "log" / "custody.jsonl"
    log.write_text(log.read_text().replace("received", "believed", 1))
    failed = {check.what for check in verify(folder) if check.passed is False}
    assert f"capture {blob.name}" in failed
    folder.store.run("UPDATE archive_custodyevent SET kind='x' WHERE sequence=2")
    assert any("custody chain" in check.what for check in verify(folder) if check.passed is False)


def test_publication_shows_only_what_was_let_out(folder: CaseFolder, reports: Path, tmp_path: Path) -> None:
    add_sources(folder, [str(reports)])
    held = rows(folder, "documents")
    courier = next(row for row in held if "Courier" in str(row["outlet"]) or "Nine miners" in str(row["title"]))
    release(folder, str(courier["id"]))
    accepted = [row for row in rows(folder, "statements") if row["document"] == courier["id"] and row["count"]]
    for row in accepted:
        judge(folder, str(row["id"]), Verdict.ACCEPT)
    publish(folder, tmp_path / "site", "public")
    shown = "\n".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert "Nine miners were arrested" in shown
    assert "Fifteen miners" not in shown and "Petr Salnik" not in shown and "Дорин" not in shown


def test_a_protected_name_is_withheld_everywhere(folder: CaseFolder, reports: Path, tmp_path: Path) -> None:
    add_sources(folder, [str(reports)])
    for row in rows(folder, "documents"):
        release(folder, str(row["id"]), scope="full")
    for row in rows(folder, "statements"):
        judge(folder, str(row["id"]), Verdict.ACCEPT, work=False)
    dorin = next(row for row in rows(folder, "people") if any(name["text"] == "Pavel Dorin" for name in row["names"]))  # type: ignore[attr-defined]
    protect(folder, str(dorin["id"]))
    try:
        publish(folder, tmp_path / "site", "public")
    except WouldLeak as error:
        assert "orin" not in error.sentence
    for path in (tmp_path / "site").rglob("*") if (tmp_path / "site").exists() else ():
        assert "dorin" not in path.name.casefold()
        if path.is_file():
            told = path.read_bytes().decode("utf-8", "replace").casefold()
            assert "dorin" not in told and "дорин" not in told
