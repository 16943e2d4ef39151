"""Relations in English, each with both sides; who did it, and what is none."""

from __future__ import annotations

import pytest

from according.domain.statement import Polarity, Role, Stance, Statement
from according.read import plain_document, statements
from according.read.mentions import find_mentions


def told(text: str, kind: str) -> list[Statement]:
    """The statements of one type."""
    return [one for one in statements(plain_document(text, published="2014-03-10", language="en")) if one.type == kind]


def who(statement: Statement, role: Role) -> list[str]:
    return [one.name for one in statement.participants if one.role is role]


OFFICES = [
    ("Anna Velin, head of the Karbon Miners' Union, was detained.", "Anna Velin", "head", "Karbon Miners' Union"),
    ("The strike will go on, said Anton Dorov, a lawyer for the workers.", "Anton Dorov", "lawyer for the workers", "the workers"),
    ("Vera Tulin, 54, an obstetrician in Karn, was wounded.", "Vera Tulin", "obstetrician", "Karn"),
    ("The union's chairman, Anton Dorov, said talks had failed.", "Anton Dorov", "chairman", None),
    ("The paper quoted the Sulmar ambassador to Tarmin, Anna Velin.", "Anna Velin", "Sulmar ambassador", "Tarmin"),
    ("It was told to the press by union spokesman Anton Dorov.", "Anton Dorov", "union spokesman", None),
    ("Anna Velin was the secretary of the Karn Strike Committee for two years.", "Anna Velin", "secretary", "Karn Strike Committee"),
    ("Anna Velin spoke first. She is a nurse at the Karn Hospital.", "Anna Velin", "nurse", "Karn Hospital"),
    ("It was filed by a former staffer named Anton Dorov.", "Anton Dorov", "former staffer", None),
    ("Anton Dorov, a writer and head of the Karn Press Club, left.", "Anton Dorov", "head", "Karn Press Club"),
    ("Former mine chief, Anton Dorov, was heard.", "Anton Dorov", "mine chief", None),
    ("Anton Dorov was appointed prosecutor of Karn in May.", "Anton Dorov", "prosecutor", "Karn"),
    ("The president named Vera Tulin to the Supreme Court.", "Vera Tulin", "Supreme Court", "Supreme Court"),
    ("The miners elected Anton Dorov as chairman of the committee.", "Anton Dorov", "chairman of the committee", "the committee"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holder", "role", "body"), OFFICES)
def test_an_office_with_its_holder_and_body(text: str, holder: str, role: str, body: str | None) -> None:
    found = [one for one in told(text, "role") if one.value and one.value.role and one.value.role.role == role]
    assert len(found) == 1, [one.value for one in told(text, "role")]
    assert who(found[0], Role.HOLDER) == [holder]
    assert found[0].value is not None and found[0].value.role is not None
    assert found[0].value.role.organisation == body


@pytest.mark.parametrize(
    "text",
    [
        "Anna Velin, the mother of two, was detained.",
        "President Dorov left the town.",
        "Anna Velin, Judge Dorov and three others left.",
        "“He was the founder,” said Anna Velin of Anton Dorov.",
        "Anton Dorov is our next president.",
        "Anna Velin, a survivor of the fire, wept.",
        "Dorov, who was beaten, is in hospital.",
    ],
)
def test_what_tells_no_office(text: str) -> None:
    assert told(text, "role") == []


def test_an_office_to_come_and_one_not_held_are_no_facts() -> None:
    (expected,) = told("Anton Dorov will be appointed governor of Karn.", "role")
    assert expected.stance is Stance.EXPECTED
    (denied,) = told("Anna Velin was never the head of the union.", "role")
    assert denied.polarity is Polarity.DID_NOT_HAPPEN


KIN = [
    ("Vera Tulin lost her sister Anna in the fire.", "sister", "Anna", "Vera Tulin"),
    ("Anton Dorov, son of the miner Pavel Dorov, was shot.", "son", "Anton Dorov", "Pavel Dorov"),
    ("Vera Dorov, the 30-year-old daughter of Pavel Dorov, spoke.", "daughter", "Vera Dorov", "Pavel Dorov"),
    ("Pavel Dorov's wife, Anna Dorov, waited outside.", "wife", "Anna Dorov", "Pavel Dorov"),
]


@pytest.mark.parametrize(("text", "kin", "holder", "relative"), KIN)
def test_kin_of_whom(text: str, kin: str, holder: str, relative: str) -> None:
    (one,) = told(text, "kinship")
    assert one.value is not None and one.value.kin == kin
    assert who(one, Role.HOLDER) == [holder] and who(one, Role.RELATIVE) == [relative]


def test_a_pronoun_far_from_whom_it_stands_for_makes_no_kin() -> None:
    text = "Vera Tulin founded the union. The works closed in May. It rained for days. Her brother Anton left."
    assert told(text, "kinship") == []


def test_shares_and_seats() -> None:
    (held,) = told("The Giant Group owned 22% of Karbon Steel before the sale.", "ownership")
    assert held.value is not None and held.value.ownership is not None and held.value.ownership.percent == 22
    (seat,) = told("The Karn Workers' Union, based in Berlin, sent a letter.", "location")
    assert seat.where is not None and seat.where.name == "Berlin"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was Walid Tamrou who called the vote.", "Walid Tamrou"),  # a first name of another language
        ("Zurab Kelmo, the miners' press secretary, was held.", "Zurab Kelmo"),
        ("Ortek Kelmo, the union's lawyer, was held.", "Ortek Kelmo"),  # no list knows him: his office tells
    ],
)
def test_a_person_no_english_list_knows(text: str, name: str) -> None:
    assert name in find_mentions(plain_document(text, language="en")).people


def test_what_says_who_somebody_is_does_nothing() -> None:
    (one,) = told("It was denounced by Anton Dorov, a Reform Party/Left Alliance member of parliament.", "condemnation")
    assert who(one, Role.AGENT) == ["Anton Dorov"]


ACCUSED = [
    ("She spoke to Dorov of the deeds of Anton Velin Jr., who shot Pavel Tulin in 1981.", "use_of_force", ["Anton Velin Jr."]),
    ("Twelve miners were killed in the Karn embassy bombing.", "bombing", []),
    ("The bombings at U.S embassies in Kenya have killed more than 200 people.", "killing", []),
    ("Extremists bombed two towns. They arrested two men in connection with it.", "arrest", ["They"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "agents"), ACCUSED)
def test_nobody_is_accused_by_standing_near(text: str, kind: str, agents: list[str]) -> None:
    found = told(text, kind)
    assert [who(one, Role.AGENT) for one in found] in ([agents], [])
    assert found or not agents


@pytest.mark.parametrize(
    "text",
    [
        "Dorov captured Berlin.",
        "Anton Dorov fired back at Pavel Velin over the plan.",
        "Anton Dorov beat Pavel Velin in the caucuses.",
    ],
)
def test_contests_are_no_violence(text: str) -> None:
    found = statements(plain_document(text, published="2014-03-10", language="en"))
    assert not {"arrest", "use_of_force", "assault"} & {one.type for one in found}
