"""Set phrases and nouns Russian news tells events by: read with their people, and not where the same words mean something else."""

from __future__ import annotations

import pytest

from according.domain.statement import Role
from tests.read.telling import names, only, read


@pytest.mark.parametrize(
    ("text", "kind", "role", "name"),
    [
        ("Неизвестный напал на Олега Лаптева.", "assault", Role.PATIENT, "Олег Лаптев"),
        ("Нападение на Олега Лаптева произошло в Лимске.", "assault", Role.PATIENT, "Олег Лаптев"),
        ("Олег Лаптев бросил бутылку в полицейского.", "assault", Role.AGENT, "Олег Лаптев"),
        ("Олег Лаптев попал в больницу.", "hospitalisation", Role.PATIENT, "Олег Лаптев"),
        ("Олега Лаптева доставили в одну из больниц.", "hospitalisation", Role.PATIENT, "Олег Лаптев"),
        ("Олега Лаптева доставили в отделение полиции.", "arrest", Role.PATIENT, "Олег Лаптев"),
        ("Олег Лаптев отбывает пожизненное заключение.", "imprisonment", Role.PATIENT, "Олег Лаптев"),
        ("Олег Лаптев провёл в тюрьме семь лет.", "imprisonment", Role.PATIENT, "Олег Лаптев"),
        ("Олегу Лаптеву грозит до семи лет тюрьмы.", "sentence", Role.PATIENT, "Олег Лаптев"),
        ("Олега Лаптева подозревают в мошенничестве.", "charge", Role.PATIENT, "Олег Лаптев"),
        ("Олег Лаптев арестован по обвинению в мошенничестве.", "charge", Role.PATIENT, "Олег Лаптев"),
        ("Министра освободили от должности.", "dismissal", Role.PATIENT, "министр"),
        ("Олег Лаптев лишился поста.", "dismissal", Role.PATIENT, "Олег Лаптев"),
        ("Олег Лаптев покинул свой пост.", "resignation", Role.AGENT, "Олег Лаптев"),
        ("Министр Олег Лаптев объявил об отставке.", "resignation", Role.AGENT, "Олег Лаптев"),
        ("Президент принял отставку Олега Лаптева.", "resignation", Role.AGENT, "Олег Лаптев"),
        ("Комитет обратился с письмом к министру Олегу Лаптеву.", "petition", Role.ADDRESSEE, "министр Олег Лаптев"),
        ("Бразилец из посёлка Лимск был арестован.", "arrest", Role.PATIENT, "бразилец"),
        ("Стрелок убил двух человек.", "killing", Role.AGENT, "стрелок"),
    ],
)
def test_set_phrases_tell_who(text: str, kind: str, role: Role, name: str) -> None:
    assert name in names(only(text, kind, "ru"), role) or name.split(" ", 1)[-1] in names(only(text, kind, "ru"), role)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("В столицу стянули силы из других областей.", "deployment"),
        ("Возбуждено уголовное дело по статье о хулиганстве.", "investigation_opened"),
        ("Концерт отменён.", "cancellation"),
        ("Поступают сообщения о поджогах машин.", "arson"),
        ("Стрельба началась в жилом доме.", "use_of_force"),
        ("Мирная акция переросла в массовые волнения.", "riot"),
        ("Рабочие захватили завод.", "occupation"),
        ("Он находился под подпиской о невыезде.", "travel_ban"),
    ],
)
def test_phrases_that_name_nobody_still_tell(text: str, kind: str) -> None:
    only(text, kind, "ru")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Нападающий «Зари» Олег Лаптев забил гол.", "assault"),
        ("Письмо доставили во дворец под охраной полиции.", "arrest"),
        ("Полиция ищет двух подозреваемых в убийстве десяти человек.", "charge"),
        ("За 14 лет работы суд вынес всего четыре приговора.", "sentence"),
        ("В зале чувствовалось волнение.", "riot"),
        ("В 2012 году Олег Лаптев был осуждён за мошенничество.", "sentence"),
        ("Атакующий защитник Олег Лаптев ушёл с поля.", "assault"),
    ],
)
def test_the_same_words_elsewhere_tell_nothing(text: str, kind: str) -> None:
    assert kind not in [one.type for one in read(text, "ru")]


def test_the_toll_is_the_figure_behind_the_verb() -> None:
    toll = only("Число жертв столкновений в Лимске достигло 25 человек.", "death", "ru")
    assert toll.count is not None and (toll.count.min, toll.count.max) == (25, 25)
    held = only("Число арестованных участников беспорядков в Лимске достигло 225 человек.", "arrest", "ru")
    assert held.count is not None and held.count.min == 225


def test_who_is_meant_agrees_with_the_verb() -> None:
    trial = [
        one
        for one in read("Стрелок, из-за которого пострадали 20 человек, предстал перед судом.", "ru")
        if one.type == "trial"
    ]
    assert not any("20" in name for one in trial for name in names(one, Role.PATIENT))
    wound = only("Он убил одного человека и ранил ещё четверых.", "injury", "ru")
    assert "один человек" not in names(wound, Role.AGENT)
    dismissed = only("Министр Олег Лаптев отстранил его от исполнения обязанностей.", "dismissal", "ru")
    assert names(dismissed, Role.PATIENT) != names(dismissed, Role.EMPLOYER) + names(dismissed, Role.AGENT)


def test_a_mans_surname_is_not_cut_off_as_a_womans_name() -> None:
    assert names(only("Суд отказал в освобождении Павла Велина.", "release", "ru"), Role.PATIENT) == ["Павел Велин"]
