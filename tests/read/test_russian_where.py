"""Where a Russian report says it happened, and who said so behind «о»: by preposition and case."""

from __future__ import annotations

import pytest

from according.domain.document import Dated, Document, Text, text_digest
from according.domain.statement import Statement
from according.read.statements import statements


def _one(text: str, kind: str) -> Statement:
    document = Document(
        "d-1", "c", "k", "", Text(text, text_digest(text)), language="ru", published=Dated("2024-05-20", "given")
    )
    read = statements(document)
    found = [one for one in read if one.type == kind]
    assert len(found) == 1, [(one.type, one.rule) for one in read]
    return found[0]


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
    where = _one(text, kind).where
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
    assert [one.name for one in _one(text, kind).speakers] == ([speaker] if speaker else [])


def test_an_office_told_in_passing_has_the_speaker_but_not_his_distance() -> None:
    role = _one("Профсоюз утверждает, что министр труда Анна Ким уволена.", "role")
    assert [one.name for one in role.speakers] == ["профсоюз"]
    assert role.stance.value == "asserted"
