"""Where a Russian report says it happened, and who said so behind «о»: by preposition and case."""

from __future__ import annotations

import pytest

from tests.read.telling import only


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("На улицы Лондона вышло двести человек.", "demonstration", "Лондон"),
        ("В центре Лондона, на площади, полиция задержала Олега Лаптева.", "arrest", "London"),
        ("В Лондоне прошёл митинг. Ещё десять человек задержаны.", "arrest", "London"),
        ("Суд над Олегом Лаптевым вернулся в Россию. Ещё десять человек задержаны.", "arrest", None),
        ("В Лондоне сообщили, что Олег Лаптев задержан.", "arrest", None),
        ("В машине гражданин Франции убил сторожа.", "killing", None),
    ],
)
def test_where_it_happened(text: str, kind: str, place: str | None) -> None:
    where = only(text, kind, "ru").where
    assert (where.name if where else None) == place


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Прокуратура сообщила об аресте десяти рабочих.", "arrest", "прокуратура"),
        ("Адвокат сообщил журналистам о задержании Олега Лаптева.", "arrest", "адвокат"),
        ("Адвокат сообщил о задержании Олега Лаптева, однако десять рабочих убиты.", "killing", None),
        (
            "Прокурор Анна Ким в четверг, 9 мая, подтвердила, что полиция задержала десять рабочих.",
            "arrest",
            "Анна Ким",
        ),
    ],
)
def test_who_tells_of_something_says_it(text: str, kind: str, speaker: str | None) -> None:
    assert [one.name for one in only(text, kind, "ru").speakers] == ([speaker] if speaker else [])


def test_an_office_told_in_passing_has_the_speaker_but_not_his_distance() -> None:
    role = only("Профсоюз утверждает, что министр труда Анна Ким уволена.", "role", "ru")
    assert [one.name for one in role.speakers] == ["профсоюз"]
    assert role.stance.value == "asserted"
