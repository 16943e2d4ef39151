"""Lists for statisticians: a row for each person on each document's list, with the figure beside it; nothing is added up."""

from __future__ import annotations

import csv
import io
import json

from according.export.lists import LIST_KEYS, list_rows
from according.export.material import Material
from according.flow.exporting import export
from according.flow.folder import CaseFolder
from tests.export.conftest import lines
from tests.flow.conftest import folder as folder


def test_one_row_for_each_person_on_each_list(material: Material) -> None:
    first, second = list_rows(material)
    assert [(row["document"], row["person"], row["aspect"], row["event"]) for row in (first, second)] == [
        ("d-one", "p-dorin", "deaths", "e-shot"),
        ("d-two", "p-dorin", "deaths", "e-shot"),
    ]
    assert first["listed"] == 1 and [(one["min"], one["max"], one["words"]) for one in first["figures"]] == [
        (16, None, "at least 16")
    ]
    assert second["figures"] == [] and second["statements"] == ["s-again"]
    assert {first["publication"], second["publication"]} == {"d-one"}  # two copies of one list are told to be one
    assert not first["reviewed"] and first["as_written"] == ["Pavel Dorin"]


def test_the_lists_of_the_example_name_only_whom_their_document_names(exported: CaseFolder) -> None:
    people = {row["id"]: row for row in map(json.loads, lines(exported, "people"))}
    statements = {row["id"]: row for row in map(json.loads, lines(exported, "statements"))}
    rows = [json.loads(line) for line in lines(exported, "lists")]
    assert {row["aspect"] for row in rows} >= {"deaths", "arrested", "sentenced"}
    for row in rows:
        assert row["name"] == people[row["person"]]["name"] and not people[row["person"]]["unnamed"]
        assert {statements[id]["document"] for id in row["statements"]} == {row["document"]}
        assert set(row["statements"]) <= set(people[row["person"]]["statements"])
    assert len({(row["event"], row["aspect"], row["document"], row["person"]) for row in rows}) == len(rows)


def test_a_case_without_lists_gives_a_table_without_rows(folder: CaseFolder) -> None:
    (head,) = export(folder, "lists", "csv").splitlines()
    assert head.split(",")[:3] == ["event", "event_type", "event_when"] and "figures" in head
    assert export(folder, "ftm-statements", "csv").startswith("canonical_id,entity_id,prop,")


def test_the_columns_are_the_keys_of_every_row(material: Material) -> None:
    assert {tuple(row) for row in list_rows(material)} == {LIST_KEYS}


def test_the_table_has_the_same_rows(exported: CaseFolder) -> None:
    table = list(csv.DictReader(io.StringIO(export(exported, "lists", "csv"))))
    rows = [json.loads(line) for line in lines(exported, "lists")]
    assert [(row["person"], int(row["listed"])) for row in table] == [(row["person"], row["listed"]) for row in rows]
