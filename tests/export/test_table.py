"""The flat twin: no cell runs in a spreadsheet, numbers stay numbers, and every text comes back as it was."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.export.table import csv_lines, json_list, read_cell, write_cell

RUN_BY_A_SPREADSHEET = [
    '=HYPERLINK("http://evil.example","x")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1",
    "＝1+1", "＋1", "－1", "＠SUM(A1)", " =1", "\u00a0=1", "\ufeff=1", "'=1", "''@x", "−1",
]  # fmt: skip


def read(text: str, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def runs(cell: str) -> bool:
    return cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "−"))


@pytest.mark.parametrize("text", RUN_BY_A_SPREADSHEET)
def test_no_cell_runs_and_each_comes_back(text: str) -> None:
    ((cell,),) = read("".join(csv_lines([{"quote": text}])))[1:]
    assert cell.startswith("'") and read_cell(cell) == text


@pytest.mark.parametrize("inside", ["told so;=1+1", "first\n=1+1", "first\r\n@SUM(A1)", "a\t-1", "told;'=1", "x;＝1"])
def test_no_cell_begins_inside_another_where_a_spreadsheet_cuts_at_semicolons(inside: str) -> None:
    text = "".join(csv_lines([{"id": "s-1", "quote": inside, "more": {"said": inside}}]))
    assert not [cell for line in read(text, ";") for cell in line if runs(cell)]
    assert not [cell for line in read(text, "\t") for cell in line if runs(cell)]
    head, row = read(text)
    assert read_cell(dict(zip(head, row, strict=True))["quote"]) == inside
    assert json.loads(read_cell(dict(zip(head, row, strict=True))["more"])) == {"said": inside}


def test_numbers_and_plain_words_stay_what_they_are() -> None:
    (_, row) = read("".join(csv_lines([{"a": -12, "b": 0.5, "c": True, "d": None, "e": "at least 16", "f": [-1]}])))
    assert row == ["-12", "0.5", "true", "", "at least 16", "[-1]"]


@given(st.text(st.sampled_from("'=+-@;,\t\r\n a＝－\"\ufeff{")))
def test_whatever_the_text_it_comes_back(text: str) -> None:
    assert read_cell(write_cell(text)) == text
    _, *rows = read("".join(csv_lines([{"a": text, "b": "x"}])))
    assert [read_cell(rows[0][0]), rows[0][1]] == [text, "x"]


def test_a_list_of_objects_is_json_however_many_there_are() -> None:
    for rows in ([], [{"a": 1}], [{"a": "x\ny"}, {"a": [1, {"b": None}]}]):
        assert json.loads("".join(json_list(rows))) == rows
