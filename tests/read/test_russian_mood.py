"""How Russian nouns are meant: what is asked for, hoped, decided or to come is never told as a fact; what was done still is."""

from __future__ import annotations

import pytest

from according.domain.statement import Polarity, Role, Stance
from tests.read.telling import only


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        ("Вождь прилагает усилия ради освобождения Олега Лаптева.", "release", Stance.DEMANDED),
        ("Мать обратилась с просьбой к президенту о помиловании Олега Лаптева.", "pardon", Stance.DEMANDED),
        ("Активисты выступили за освобождение Олега Лаптева.", "release", Stance.DEMANDED),
        ("Профсоюз потребовал от дирекции завода немедленного освобождения Олега Лаптева.", "release", Stance.DEMANDED),
        ("Адвокаты пытаются добиться освобождения Олега Лаптева.", "release", Stance.DEMANDED),
        ("Адвокаты добились освобождения Олега Лаптева.", "release", Stance.ASSERTED),
        ("Партия объявила о готовности к переговорам.", "negotiation", Stance.POSSIBLE),
        ("Суд выдал ордер на арест Олега Лаптева.", "arrest", Stance.POSSIBLE),
        ("В случае ареста Олега Лаптева завод закроют.", "arrest", Stance.POSSIBLE),
        ("Закрытие завода повлечёт увольнение 625 человек.", "dismissal", Stance.EXPECTED),
        ("Закрытие завода может привести к увольнению 625 человек.", "dismissal", Stance.POSSIBLE),
        ("Закрытие завода повлекло увольнение 625 человек.", "dismissal", Stance.ASSERTED),
        ("Арест Олега Лаптева ожидается на днях.", "arrest", Stance.EXPECTED),
        ("Решение об экстрадиции Олега Лаптева будет принято в мае.", "transfer", Stance.EXPECTED),
        ("Полиция опровергла задержание Олега Лаптева.", "arrest", Stance.DENIED),
    ],
)
def test_a_noun_is_meant_as_the_word_that_rules_it(text: str, kind: str, stance: Stance) -> None:
    assert only(text, kind, "ru").stance is stance


def test_who_admits_that_he_does_not_know_admits_no_killing() -> None:
    killing = only("Прокурор признал, что не знает, кто убил сторожей.", "killing", "ru")
    assert killing.stance is Stance.ASSERTED
    assert not [one for one in killing.participants if one.role is Role.AGENT]


def test_a_verb_about_something_else_changes_no_noun() -> None:
    death = only("Оркестр отменил концерт из-за гибели Олега Лаптева.", "death", "ru")
    assert (death.polarity, death.stance, death.phase.value) == (Polarity.HAPPENED, Stance.ASSERTED, "starts")


def test_a_bare_feast_in_a_language_without_nouns_behind_it_is_no_stop() -> None:
    assert only("На Рождество полиция задержала Олега Лаптева.", "arrest", "ru").stance is Stance.ASSERTED
