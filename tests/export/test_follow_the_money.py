"""FollowTheMoney: entities fit its schema, statements rebuild them, every value leads to its document, nothing denied becomes a fact."""

from __future__ import annotations

import json
from collections import defaultdict
from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest

from according.export.follow_the_money import STATEMENT_KEYS, entity_row, make_graph, statement_rows
from according.export.follow_the_money.sheet import prefix_dates
from according.export.material import Material
from according.flow.folder import CaseFolder
from tests.export.conftest import lines

SCHEMATA: dict[str, Any] = json.loads(Path(__file__).with_name("ftm_schema.json").read_text("utf-8"))["schemata"]


@pytest.fixture(scope="module")
def entities(exported: CaseFolder) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in lines(exported, "ftm")]
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


@pytest.fixture(scope="module")
def statements(exported: CaseFolder) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines(exported, "ftm-statements")]


def unfit(row: dict[str, Any], entities: dict[str, dict[str, Any]]) -> list[str]:
    """What of an entity its schema does not allow."""
    schema = SCHEMATA[row["schema"]]
    found = [f"lacks {prop}" for prop in schema["required"] if not row["properties"].get(prop)]
    for prop, values in row["properties"].items():
        if prop not in schema["properties"]:
            found.append(f"no property {prop}")
            continue
        kind, target, longest = schema["properties"][prop]
        found += [f"{prop} too long" for value in values if len(value) > longest]
        if kind == "entity":
            found += [f"{prop} leads nowhere" for value in values if value not in entities]
            reached = [entities[value]["schema"] for value in values if value in entities]
            found += [f"{prop} cannot be a {name}" for name in reached if target not in SCHEMATA[name]["is"]]
    return found


def test_every_entity_fits_its_schema(entities: dict[str, dict[str, Any]]) -> None:
    assert [(row["id"], wrong) for row in entities.values() if (wrong := unfit(row, entities))] == []
    assert {"Person", "PublicBody", "Company", "Event", "CourtCase", "CourtCaseParty", "Occupancy", "Position", "Ownership", "Family",
            "Membership", "Documentation", "Article", "Document", "Mention", "Address", "Note"} <= {row["schema"] for row in entities.values()}  # fmt: skip


def test_statements_rebuild_every_entity_and_each_has_its_own_key(
    entities: dict[str, dict[str, Any]], statements: list[dict[str, Any]]
) -> None:
    rebuilt: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in statements:
        assert tuple(row) == STATEMENT_KEYS and row["schema"] == entities[row["entity_id"]]["schema"]
        spelled = f"{row['dataset']}.{row['entity_id']}.{row['prop']}.{row['value']}" + (
            f"@{row['lang']}" if row["lang"] else ""
        )
        assert row["id"] == sha1(spelled.encode()).hexdigest()
        if row["prop"] != "id":
            assert row["prop_type"] == SCHEMATA[row["schema"]]["properties"][row["prop"]][0]
            rebuilt[row["entity_id"]][row["prop"]].add(row["value"])
    assert len({row["id"] for row in statements}) == len(statements)
    assert {id: {prop: sorted(found) for prop, found in props.items()} for id, props in rebuilt.items()} == {
        id: row["properties"] for id, row in entities.items()
    }


def test_every_value_leads_to_its_document_and_words_stand_there_to_the_letter(
    entities: dict[str, dict[str, Any]], statements: list[dict[str, Any]]
) -> None:
    texts = {
        id: "\n".join(row["properties"]["bodyText"]) for id, row in entities.items() if "bodyText" in row["properties"]
    }
    documents = {"according_" + id.replace("-", "_"): id for id in texts}
    told = [row for row in statements if row["schema"] == "Note" and row["prop"] == "description"]
    names = [row for row in statements if row["schema"] == "Mention" and row["prop"] == "name"]
    assert len(told) > 100 and len(names) > 50
    for row in told:
        assert row["origin"] == row["entity_id"] and row["value"] in texts[documents[row["dataset"]]]
    for row in names:
        assert row["value"] in " ".join(texts[documents[row["dataset"]]].split()) + entities[documents[row["dataset"]]]["properties"]["title"][0]  # fmt: skip
    edges = [
        row
        for row in entities.values()
        if row["schema"] in ("Occupancy", "Ownership", "Family", "Membership", "CourtCaseParty")
    ]
    for row in edges:
        assert (
            set(row["properties"]["recordId"]) <= entities.keys()
            and row["properties"]["proof"]
            and row["properties"]["summary"]
        )


def test_what_is_only_denied_demanded_or_taken_back_is_no_event(material: Material) -> None:
    rows = {sheet.id: entity_row(sheet, material.case) for sheet in make_graph(material)}
    assert {id for id, row in rows.items() if row["schema"] == "Event"} == {
        "e-shot", "e-two", "e-month", "e-open", "e-year", "e-week", "e-between",
    }  # fmt: skip
    notes = {id: row["properties"]["summary"][0] for id, row in rows.items() if row["schema"] == "Note"}
    assert set(notes) == {
        "s-shot",
        "s-dorin",
        "s-again",
        "s-nobody",
        "s-strike",
        "s-torture",
        "s-hearing",
    }  # the rejected one is in nothing
    assert "later taken back" in notes["s-torture"] and "a demand" in notes["s-strike"]
    assert "says it did not happen" in notes["s-nobody"]
    assert rows["e-shot"]["properties"]["involved"] == ["p-dorin"]
    assert "when it was" in rows["e-shot"]["properties"]["summary"][0]


def test_a_value_told_by_two_documents_is_two_statements(material: Material) -> None:
    rows = [row for sheet in make_graph(material) for row in statement_rows(sheet, material.case, material.document_of)]
    names = [row for row in rows if row["entity_id"] == "p-dorin" and row["prop"] == "name"]
    assert [(row["dataset"], row["first_seen"]) for row in names] == [
        ("according_d_one", "2011-03-14T00:00:00"),
        ("according_d_two", None),
    ]


def test_no_home_and_no_middle_of_a_country_is_an_address_with_a_point(material: Material) -> None:
    rows = {sheet.id: entity_row(sheet, material.case)["properties"] for sheet in make_graph(material)}
    assert rows["l-velgrad"]["latitude"] == ["43.35"] and rows["l-velgrad"]["longitude"] == ["52.86"]
    assert "latitude" not in rows["l-country"] and "l-home" not in rows


@pytest.mark.parametrize(
    ("edtf", "dates"),
    [
        ("2011-12-16", ["2011-12-16"]),
        ("2011-12", ["2011-12"]),
        ("[2011-12-16,2011-12-17]", ["2011-12-16", "2011-12-17"]),
        ("2011-12-14/2011-12-16", ["2011-12"]),
        ("2011-12-30/2012-01-02", []),
        ("2011-12-16~", ["2011-12"]),
        ("2011?", []),
        ("2011-12-16T10:00:00+05:00", ["2011-12-16"]),
        ("2013-05-20/..", []),
        ("201X", []),
        (None, []),
    ],
)
def test_a_date_is_never_more_exact_than_it_was_said(edtf: str | None, dates: list[str]) -> None:
    assert prefix_dates(edtf) == dates


def test_the_package_reads_both_as_they_were_written(
    exported: CaseFolder, entities: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    pytest.importorskip(
        "followthemoney",
        reason="NOT CHECKED AGAINST THE PACKAGE: followthemoney is not installed (pip install '.[ftm]')",
    )
    from followthemoney import model  # type: ignore[import-not-found]
    from followthemoney.dataset import Dataset  # type: ignore[import-not-found]
    from followthemoney.proxy import EntityProxy  # type: ignore[import-not-found]
    from followthemoney.statement import StatementEntity  # type: ignore[import-not-found]
    from followthemoney.statement.serialize import read_path_statements  # type: ignore[import-not-found]

    for row in entities.values():
        model.get(row["schema"]).validate(row)
        proxy = EntityProxy.from_dict({key: row[key] for key in ("id", "schema", "properties")}, cleaned=False)
        assert {prop: sorted(proxy.get(prop)) for prop in row["properties"]} == row["properties"]
    from according.flow.exporting import export

    read = {}
    for form, kind in (("jsonl", "json"), ("csv", "csv")):
        path = tmp_path / form
        path.write_text(export(exported, "ftm-statements", form), encoding="utf-8")
        read[form] = list(read_path_statements(path, kind))
        assert all(one.generate_key() == one.id for one in read[form])
    grouped = defaultdict(list)
    for one in read["jsonl"]:
        grouped[one.entity_id].append(one)
    dataset = Dataset.make({"name": "case", "title": "Case"})
    for id, told in grouped.items():
        entity = StatementEntity.from_statements(dataset, told)
        assert {prop: sorted(entity.get(prop)) for prop in entities[id]["properties"]} == entities[id]["properties"]
    assert [(one.id, one.value) for one in read["csv"]] == [(one.id, one.value) for one in read["jsonl"]]
