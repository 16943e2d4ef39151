"""The command line as a person meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.cli import COMMANDS, main


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {command} " in shown for command in COMMANDS)


@pytest.mark.parametrize("args", [["nonsense"], ["add"], ["new"], ["status", "x", "y"], ["export", "x"], ["judge"]])
def test_bad_calls_get_one_sentence_and_a_code(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1 and "--help" in shown.err


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"new", "demo"}))
def test_a_folder_that_is_no_archive_is_named_with_its_repair(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = {"add": ["x"], "judge": ["s-x", "accept"], "release": ["d-x"], "protect": ["p-x"], "publish": [str(tmp_path / "out")],
            "export": ["documents"], "status": ["X", "--on", "2012-01-01"], "prisoners": ["--on", "2012-01-01"],
            "explain": ["s-x"], "note": ["--file", str(tmp_path / "note.txt")], "open": ["--no-browser"]}  # fmt: skip
    (tmp_path / "note.txt").write_text("words")
    assert main([command, str(tmp_path / "nowhere"), *more.get(command, [])]) == 3
    assert "according new" in capsys.readouterr().err


def test_new_refuses_a_folder_with_something_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("keep me")
    assert main(["new", str(tmp_path)]) == 2
    assert (tmp_path / "mine.txt").read_text() == "keep me" and "not empty" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["65536", "-1"])
def test_a_port_no_machine_has_is_refused_in_one_sentence(
    port: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["open", str(tmp_path), "--no-browser", "--port", port]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1 and "leave --port out" in shown.err


def test_protecting_nobody_names_an_option_that_exists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "case")]) == 0
    capsys.readouterr()
    assert main(["protect", str(tmp_path / "case")]) == 2
    assert "with --names." in capsys.readouterr().err
