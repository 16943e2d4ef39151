"""Who a Russian text names: whole names, lone surnames, names beside places, bodies and other people. All invented."""

from __future__ import annotations

import pytest

from according.domain.statement import ActorKind
from according.read.mentions import mentions_in


def _people(text: str) -> list[str]:
    return [a.text for a in mentions_in(text, "ru").actors if a.kind is ActorKind.PERSON and a.proper]


def _names(text: str) -> list[str]:
    return mentions_in(text, "ru").people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Суд вызвал режиссёра Эмира Садоварру на допрос.",
            ["Эмира Садоварру"],
        ),  # a word of the dictionary and an unknown one
        ("Вчера в Лимске выступил Салам Брандерс.", ["Салам Брандерс"]),
        ("Премьер Израиля Шимон Градовский уехал.", ["Шимон Градовский"]),  # a place that is also a first name
        (
            "Дочь президента Бориса Лапина Мария Лапина пришла.",
            ["Бориса Лапина", "Мария Лапина"],
        ),  # two people side by side
        ("Адвокат Гаева Александр Сонин сообщил об этом.", ["Гаева", "Александр Сонин"]),
        ("Мать Ксении Людмила Наумова узнала об этом.", ["Ксении", "Людмила Наумова"]),
        ("Основатель сети Megabook Марк Лурье ушёл.", ["Марк Лурье"]),  # a Latin word is no part of it
        ("Директор Megabook ушёл. Megabook молчит.", []),
        (
            "Шейх Хамад Аль Танеми и Хасан бин Салем аль-Аттави подписали.",
            ["Хамад Аль Танеми", "Хасан бин Салем аль-Аттави"],
        ),
        ("Судья А.Третьяк отказал.", ["А.Третьяк"]),
        ("Болезнь Паркинсонова и агентство Рейтерман.", []),  # named after somebody, or a word of its own
        ("Он тренирует «Лидвиг». Серию выиграл капитан команды Лаптев.", ["Лаптев"]),
        ("Обвиняемый Деян Станкович молчал. Позже Станковича отпустили.", ["Деян Станкович", "Станковича"]),
        ("Вечером Хамдаллин сказал, что уходит. Хамдаллина просили остаться.", ["Хамдаллин", "Хамдаллина"]),
        ("Виктор Лапин\nИван Сонин", ["Виктор Лапин", "Иван Сонин"]),  # a line ends a name
        ("Полиция города Лимска обыскала штаб в городе Элизабет.", []),
    ],
)
def test_where_people_are_named(text: str, people: list[str]) -> None:
    assert _people(text) == people


def test_a_name_in_brackets_in_latin_letters_is_the_same_person() -> None:
    text = "Хоккеиста Дэвида Лоумана (David Lowman) и Ивана Сонина (Lake Torrens United) задержали."
    actors = [a for a in mentions_in(text, "ru").actors if a.kind is ActorKind.PERSON and a.proper]
    assert [(a.text, a.name) for a in actors] == [
        ("Дэвида Лоумана", "Дэвид Лоуман"),
        ("David Lowman", "Дэвид Лоуман"),
        ("Ивана Сонина", "Иван Сонин"),
    ]
    assert actors[1].inferred and actors[1].mention is not None
    assert text[actors[1].mention.start : actors[1].mention.end] == "Дэвида Лоумана"


def test_a_genitive_is_told_by_the_surname_elsewhere() -> None:
    assert _names("Его сменит Арлена Спектрова брат. Ушёл Арлена Брундера сын. Брундер молчит.")[-1] == "Арлен Брундер"


def test_an_unknown_word_that_does_what_only_people_do_is_somebody() -> None:
    assert _names("Оргедо родился в 1980 году. Суд отпустил Оргедо.") == ["Оргедо"]
    assert _names("Оргедо сообщил о прибыли. Акции Оргедо растут.") == []
