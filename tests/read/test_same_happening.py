"""A report tells one happening in many sentences: the day and the place it gives once hold for the others, marked inferred."""

from __future__ import annotations

import pytest

from according.domain.statement import Statement
from according.read import plain_document, statements


def read(text: str) -> tuple[Statement, ...]:
    return statements(plain_document(text, published="2015-02-04", language="en"))


CASES = [
    (
        "same victim, days apart in the text",
        "Lawyers for the family condemned the murder of Anna Velin. Velin was shot dead in Caracas on 30 January.",
        "murder", "2015-01-30", "Caracas",
    ),
    (
        "in the attack",
        "Gunmen attacked a depot in Caracas on Monday. The drivers had just begun their shift. Bruno Marek was killed in the attack.",
        "killed", "2015-02-02", "Caracas",
    ),
    (
        "the only happening told of",
        "Police opened fire on strikers in Caracas on Monday. The union had called them out. Officers wounded a nurse.",
        "wounded", "2015-02-02", "Caracas",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "anchor", "when", "where"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_day_and_place_are_carried(text: str, anchor: str, when: str, where: str) -> None:
    one = next(one for one in read(text) if text[one.anchor.start : one.anchor.end] == anchor)
    assert one.when is not None and one.when.edtf == when and "when" in one.inferred
    assert one.where is not None and one.where.name == where and "where" in one.inferred


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        # two days are told: which one is not said
        ("Soldiers killed a miner on Monday. Police beat a driver on Tuesday. Guards shot a nurse.", "shot"),
        # told of another time
        ("Soldiers killed a miner on Monday. Guards had earlier shot a nurse.", "shot"),
        # another victim's murder, condemned
        ("Soldiers killed Bruno Marek on Monday. The union condemned the murder of Anna Velin.", "murder"),
        # what is not told to have happened gives no day
        ("Soldiers may kill a miner on Monday. Guards shot a nurse.", "shot"),
    ],
)
def test_nothing_is_carried_where_it_could_be_another(text: str, anchor: str) -> None:
    found = [one for one in read(text) if text[one.anchor.start : one.anchor.end] == anchor]
    assert found and all(one.when is None for one in found)


def test_an_own_day_stays() -> None:
    text = "Soldiers killed Bruno Marek on Monday. On Tuesday guards shot a nurse in the attack."
    shot = next(one for one in read(text) if text[one.anchor.start : one.anchor.end] == "shot")
    assert shot.when is not None and shot.when.edtf == "2015-02-03" and "when" not in shot.inferred


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Police arrested dozens of people in Caracas.", "Caracas"),
        ("Two miners were killed in the northern municipality of Solvenia on Monday.", "Solvenia"),
        ("Riot police killed two people in the capital, Caracas, on Monday.", "Caracas"),
        ("On 30 January, near Caracas, gunmen in black masks and uniforms of the guards killed two miners.", "Caracas"),
        ("Police stormed a depot in Caracas, where two miners were killed.", "Caracas"),
        ("The killing of Anna Velin, which occurred in Caracas, was condemned.", "Caracas"),
        ("The strikers marched to Caracas. Two of them were killed there.", "Caracas"),
        ("Two miners were killed before dawn in Caracas by gunmen.", "Caracas"),
        ("The governor of Caracas arrested two miners.", None),
        ("Two miners were killed by a commando trained in Caracas.", None),
    ],
)
def test_place_behind_people_and_kinds(text: str, where: str | None) -> None:
    found = [one for one in read(text) if one.type in {"arrest", "killing"}]
    assert found and all((one.where.name if one.where else None) == where for one in found)


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("The minister travelled to France on Monday.", "visit", "France"),
        ("The army withdrew from Caracas on Monday.", "deployment", "Caracas"),
        ("Gunmen attacked a post in Caracas on Monday, killing two miners.", "killing", "Caracas"),
    ],
)
def test_place_of_a_way_and_of_one_breath(text: str, kind: str, where: str) -> None:
    one = next(one for one in read(text) if one.type == kind)
    assert one.where is not None and one.where.name == where


def test_here_is_where_the_report_was_filed() -> None:
    found = read("CARACAS (AP) -- Two miners were killed here on Monday, police said.")
    assert found[0].where is not None and found[0].where.name == "Caracas"
    assert "where" in found[0].inferred


@pytest.mark.parametrize(
    "text",
    [
        # another town is named, another day, another kind of happening
        "Police opened fire on strikers in Caracas on Monday. In Bogota the union wept because officers had wounded a nurse.",
        "Gunmen attacked a depot in Caracas on Monday. On Tuesday officers wounded a nurse in the attack.",
        "Strikers marched in Caracas on Monday. Officers wounded a nurse.",
        "A driver died at the Grey Rose Hospital. Officers wounded a nurse.",
    ],
)
def test_no_place_is_carried_from_another_happening(text: str) -> None:
    wounded = next(one for one in read(text) if text[one.anchor.start : one.anchor.end] == "wounded")
    assert wounded.where is None or wounded.where.name == "Bogotá"


def test_who_tells_in_a_place_is_not_there_where_it_happened() -> None:
    found = read("Exiles in Caracas say that Anna Velin died in a cell.")
    assert all(
        one.where is None or one.where.name != "Caracas" for one in found if one.type in {"death", "death_in_custody"}
    )


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Gunmen killed nine people inside the old church on Monday.", "killing", "old church"),
        ("Anna Velin was arrested at her home by police.", "arrest", "her home"),
        # a town told of before says more than a house
        (
            "Gunmen attacked a depot in Caracas on Monday. Nine drivers were killed in the building in the attack.",
            "killing",
            "Caracas",
        ),
        # a building that only describes somebody
        ("Gunmen killed nine people inside the church council.", "killing", None),
        ("Gunmen killed nine people who had met in the church.", "killing", None),
    ],
)
def test_a_house_without_a_name(text: str, kind: str, where: str | None) -> None:
    one = next(one for one in read(text) if one.type == kind)
    assert (one.where.name if one.where else None) == where
    assert where is None or "where" in one.inferred


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The government reports that on Sunday, as relatives were waiting, a prison revolt erupted.", "2015-02-01"),
        ("Police said on Tuesday that a prison revolt erupted.", None),
    ],
)
def test_a_day_that_opens_what_is_said(text: str, when: str | None) -> None:
    one = next(one for one in read(text) if one.type == "riot")
    assert (one.when.edtf if one.when else None) == when


def test_a_place_is_shared_in_one_breath_over_kinds() -> None:
    found = read("Riot police deployed in Caracas to break up a protest rally.")
    assert {one.where.name if one.where else None for one in found} == {"Caracas"}
