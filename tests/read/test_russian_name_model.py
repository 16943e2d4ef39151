"""Rules and a model on Russian names: what each mends of the other. The model itself is asked only where the extra is installed."""

from __future__ import annotations

import pytest

from according.domain.statement import ActorKind
from according.read.mentions import mentions_in
from according.read.russian_name_model import has_model, model_spans
from according.read.russian_name_spans import find_spans
from according.read.russian_name_votes import weigh
from according.read.russian_people import people_of


def _weighed(text: str, *seen: str, bodies: tuple[str, ...] = ()) -> list[str]:
    by_model = [(text.index(one), text.index(one) + len(one), "PER") for one in seen]
    by_model += [(text.index(one), text.index(one) + len(one), "ORG") for one in bodies]
    return [actor.text for actor in people_of(text, weigh(text, find_spans(text), sorted(by_model)))]


@pytest.mark.parametrize(
    ("text", "seen", "people"),
    [
        ("На концерте была Трамонта.", ("Трамонта",), ["Трамонта"]),  # the model adds what no rule knows
        ("Пришёл Бо Лин Ту с братом.", ("Бо Лин Ту",), ["Бо Лин Ту"]),  # and widens
        ("Полковник Лаптев ушёл.", ("Полковник Лаптев",), ["Лаптев"]),  # the rules trim a role
        ("Лозунг Сонинского известен.", ("Лозунг Сонинского",), ["Сонинского"]),
        (
            "Мать Ксении Людмила Наумова пришла.",
            ("Ксении Людмила Наумова",),
            ["Ксении", "Людмила Наумова"],
        ),  # and part two
        ("Суд оправдал Лаптева И. Ф. вчера.", ("Лаптева",), ["Лаптева И. Ф."]),  # and join initials
        ("Он видел Радия Хаматова.", ("Радия",), ["Радия Хаматова"]),
        (
            "Дэвид Лоуман (David Lowman), судья, ушёл.",
            ("Дэвид Лоуман (David Lowman)",),
            ["Дэвид Лоуман", "David Lowman"],
        ),
    ],
)
def test_rules_and_model_mend_one_another(text: str, seen: tuple[str, ...], people: list[str]) -> None:
    assert _weighed(text, *seen) == people


def test_what_the_model_takes_for_a_body_is_no_person_but_initials_are() -> None:
    assert _weighed("Матч «Мария Лапина» отменён.", bodies=("Мария Лапина",)) == []
    assert _weighed("Музей имени В. А. Лапина закрыт.", bodies=("Музей имени В. А. Лапина",)) == ["В. А. Лапина"]


def test_without_a_model_the_rules_stand_alone() -> None:
    if has_model():
        pytest.skip("the extra natasha is installed here: its own test runs instead")
    assert model_spans("Пришла Анна Лапина.") is None


def test_with_the_extra_a_name_no_list_knows_is_found() -> None:
    if not has_model():
        pytest.skip(
            "THE EXTRA natasha IS NOT INSTALLED: Russian names with the model are not tested (pip install according[natasha])"
        )
    text = "Вчера певица Трамонта Ле выступила в Лимске.\n\n" + "слово " * 2000 + "а судья Анна Лапина отказала."
    people = [one for one in mentions_in(text, "ru").actors if one.kind is ActorKind.PERSON and one.proper]
    assert [one.text for one in people] == ["Трамонта Ле", "Анна Лапина"]
    assert all(text[one.start : one.end] == one.text for one in people)
