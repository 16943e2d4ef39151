"""Offices and kin in Russian, each with who holds them; what is to come, denied or doubtful is no plain fact."""

from __future__ import annotations

import pytest

from according.domain.statement import Polarity, Role, Stance, Statement
from according.read import plain_document, statements


def told(text: str, kind: str) -> list[Statement]:
    return [one for one in statements(plain_document(text, published="2014-03-10", language="ru")) if one.type == kind]


def names(statement: Statement, role: Role) -> list[str]:
    return [one.name for one in statement.participants if one.role is role]


OFFICES = [
    ("Заместитель главы штаба генерал-лейтенант Павел Велин сообщил о потерях.", "Павел Велин", "заместитель главы штаба"),
    ("Вера Тулина, прокурор Карнской области, молчит.", "Вера Тулина", "прокурор Карнской области"),
    ("По словам юриста профсоюза Антона Дорова, суд отложен.", "Антон Доров", "юрист профсоюза"),
    ("Вера Тулина родилась в Карне. Она работала прокурором, потом ушла.", "Вера Тулина", "прокурор"),
    ("Главой МВД стал Павел Велин.", "Павел Велин", "глава МВД"),
    ("Президент Антон Доров назначил Веру Тулину прокурором Карна.", "Вера Тулина", "прокурор Карна"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holder", "role"), OFFICES)
def test_an_office_and_its_holder(text: str, holder: str, role: str) -> None:
    found = [one for one in told(text, "role") if one.value and one.value.role and one.value.role.role == role]
    assert [names(one, Role.HOLDER) for one in found] == [[holder]]


def test_what_is_to_come_denied_or_doubtful_is_no_plain_fact() -> None:
    (coming,) = told("Павел Велин займёт пост министра труда.", "role")
    assert coming.stance is Stance.EXPECTED
    (denied,) = told("Антон Доров не является членом партии.", "membership")
    assert denied.polarity is Polarity.DID_NOT_HAPPEN
    (doubtful,) = told("Полиция ищет предполагаемого лидера группировки Павла Велина.", "role")
    assert doubtful.stance is Stance.ALLEGED


@pytest.mark.parametrize(
    "text",
    [
        "Задержан предполагаемый организатор беспорядков Павел Велин.",  # an accusation, no office
        "Указом президента с военной службы уволены генерал Павел Велин и другие.",
        "Прошла премьера музыкального спектакля «Антон Доров».",
        "Юрист Антона Дорова, суд и прокуратура молчат.",
    ],
)
def test_what_tells_no_office_of_the_one_named(text: str) -> None:
    assert told(text, "role") == []
