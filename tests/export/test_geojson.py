"""The map: RFC 7946 to the letter, a point for settlements alone, no homes, doubts said, and only what is told as so."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from according.domain.statement import Where
from according.export.geojson import write_map
from according.export.material import Material
from according.export.vocabulary import is_home
from according.flow.exporting import export
from according.flow.folder import CaseFolder


def features(text: str) -> dict[str, dict[str, Any]]:
    """The features by id, after what RFC 7946 wants of them (sections 3.1.1, 3.1.2, 3.2, 3.3, 4)."""
    held = json.loads(text)
    assert held["type"] == "FeatureCollection" and isinstance(held["features"], list) and "crs" not in held
    for one in held["features"]:
        assert one["type"] == "Feature" and isinstance(one["properties"], dict) and isinstance(one["id"], str)
        geometry = one["geometry"]
        if geometry is not None:
            assert set(geometry) == {"type", "coordinates"} and geometry["type"] == "Point"
            longitude, latitude = geometry["coordinates"]
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90
    assert len({one["id"] for one in held["features"]}) == len(held["features"])
    return {one["id"]: one for one in held["features"]}


def test_a_settlement_has_its_point_a_country_none_and_a_home_is_not_there(material: Material) -> None:
    made = features("".join(write_map(material)))
    assert set(made) == {"l-velgrad", "l-country"}
    assert made["l-velgrad"]["geometry"]["coordinates"] == [52.86, 43.35]  # east first, a hundredth of a degree
    assert (
        made["l-country"]["geometry"] is None and "middle of a country" in made["l-country"]["properties"]["no_point"]
    )


def test_only_what_is_told_as_so_stands_at_a_place_and_doubts_are_said(material: Material) -> None:
    there = features("".join(write_map(material)))["l-velgrad"]["properties"]
    assert [event["id"] for event in there["events"]] == ["e-shot"]
    (event,) = there["events"]
    assert event["contested"] == ["date"] and event["documents"] == ["d-one", "d-two"]
    assert event["addresses"] == ["https://courier.example.org/d-one", "https://courier.example.org/d-two"]
    assert not there["uncertain"]


def test_a_name_that_two_places_bear_is_marked(material: Material) -> None:
    def at(where: Where, id: str) -> Any:
        judged = next(one for one in material.judged if one.statement.id == id)
        return replace(judged, statement=replace(judged.statement, where=where))

    far = [
        at(Where("Velgrad", "Velgrad", "settlement", "XX", 43.35, 52.86), "s-shot"),
        at(Where("Velgrad", "Velgrad", "settlement", "YY", 10.0, 20.0), "s-dorin"),
    ]
    (velgrad, *others) = material.case_file.places
    file = replace(material.case_file, places=(replace(velgrad, statements=("s-shot", "s-dorin")), *others))
    there = features("".join(write_map(replace(material, judged=far, case_file=file))))["l-velgrad"]["properties"]
    assert there["uncertain"] and there["why_uncertain"] == ["several places bear this name"]


@pytest.mark.parametrize(
    ("name", "kind", "home"),
    [
        ("house of Pavel Dorin", None, True), ("квартира Павла Дорина", None, True), ("12 Lantern Yard", "street", True),
        ("улица Шахтёров, 5", "street", True), ("Velgrad", "settlement", False), ("Kombinat Square", "square", False),
        ("Colony No. 5", "facility", False), ("Colony No. 5", None, False), ("12 Lenin Street", None, True),
        ("Lenin Street", "street", False), ("White House", None, True), ("Casa Grande", "settlement", False), ("Homel", "settlement", False),
    ],
)  # fmt: skip
def test_what_is_a_home(name: str, kind: str | None, home: bool) -> None:
    assert is_home(name, kind) == home


def test_the_example_is_a_map_whichever_way_it_is_asked_for(exported: CaseFolder) -> None:
    assert export(exported, "geojson") == export(exported, "places", "geojson")
    made = features(export(exported, "geojson"))
    assert sum(len(one["properties"]["events"]) for one in made.values()) > 20
