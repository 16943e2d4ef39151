"""`status` and `prisoners` as a person meets them, on an archive of three short reports."""

from __future__ import annotations

import csv
import io
import json

import pytest

from according.cli import main

REPORTS = [
    ("Arrests in Velgrad", "2031-03-12", "Union organiser Marina Sadykova was arrested on 10 March 2031 in Velgrad. Thirty-seven men were arrested on 11 March 2031."),
    ("Sentence", "2031-06-05", "On 4 June 2031 Marina Sadykova was sentenced to seven years in prison."),
    ("Another man", "2031-06-07", "Marat Turbekov was released on 6 June 2031."),
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    base = tmp_path_factory.mktemp("custody")
    lines = [
        json.dumps({"title": title, "published": day, "outlet": f"Outlet {day}", "language": "en", "text": text})
        for title, day, text in REPORTS
    ]
    (base / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["new", str(base / "case")]) == 0
    assert main(["add", str(base / "case"), str(base / "reports.jsonl")]) == 0
    return str(base / "case")


def test_the_list_says_that_it_is_a_minimum_and_keeps_groups_apart(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prisoners", folder, "--on", "2031-04-01"]) == 0
    shown = capsys.readouterr().out
    assert "1 person held on 2031-04-01 by name: known to be incomplete, a minimum." in shown
    assert "“Thirty-seven men”" in shown and "not added up" in shown and "38" not in shown


def test_json_holds_both_and_csv_the_named_people_only(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prisoners", folder, "--on", "2031-04-01", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["note"] == "known to be incomplete, a minimum"
    assert [person["name"] for person in told["people"]] == ["Marina Sadykova"]
    assert all(person["evidence"] and person["according_to"] for person in told["people"])
    assert [(group["words"], group["min"]) for group in told["without_names"]] == [("Thirty-seven men", 37)]
    assert main(["prisoners", folder, "--on", "2031-04-01", "--format", "csv"]) == 0
    shown = capsys.readouterr()
    (row,) = csv.DictReader(io.StringIO(shown.out))
    assert (row["name"], row["status"], row["since"]) == ("Marina Sadykova", "detained", "2031-03-10")
    assert "a minimum" in shown.err


def test_a_day_on_which_nobody_was_held_gives_an_empty_table(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prisoners", folder, "--on", "2030-01-01", "--format", "csv"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("person,name,on,known_on,status,") and shown.out.count("\n") == 1
    assert shown.err.startswith("0 people")


def test_status_tells_what_is_reckoned_as_reckoned(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", folder, "Marina Sadykova", "--on", "2031-07-01"]) == 0
    shown = capsys.readouterr().out
    assert "until 10 March 2038 (reckoned from 10 March 2031, not said)" in shown
    assert main(["status", folder, "Marina Sadykova", "--on", "2039-01-01"]) == 0
    shown = capsys.readouterr().out
    assert "Not known any more; last told to be imprisoned" in shown and "no release is told" in shown


def test_known_on_leaves_out_what_was_printed_later(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["status", folder, "Sadykova", "--on", "2031-06-04", "--known-on", "2031-05-01", "--format", "json"]) == 0
    )
    assert json.loads(capsys.readouterr().out)["status"] == "detained"


@pytest.mark.parametrize(("command", "option"), [("prisoners", "--on"), ("prisoners", "--known-on")])
def test_a_day_that_is_none_is_refused_in_one_sentence(
    command: str, option: str, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    days = {"--on": "2031-04-01", option: "soon"}
    assert main([command, folder, *[word for pair in days.items() for word in pair]]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and f"after {option} is not a day; write it like 2012-07-01." in shown.err
