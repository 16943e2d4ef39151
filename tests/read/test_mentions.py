"""Whom a document speaks of: names, bodies, groups, and whom a surname or a pronoun stands for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.statement import ActorKind
from according.read.actors import Actor
from according.read.mentions import mentions_in

REPORT = (
    "Aigerim Bekseitova, a lawyer who advised the miners, was arrested in May. Judge Viktor Lapin sent her to prison.\n"
    "Bekseitova’s daughter, Kamila, told The Steppe Herald that her mother had been beaten. “They hit her,” Kamila said.\n"
    "The lawyer denies the charges. Prosecutors from the Ministry of Justice of Dolnava did not reply, and two former mayors of the "
    "town left. The Confederation of Miners (KTM) asked for her release; KTM leader A. Sorokin spoke to reporters.\n"
    "According to his testimony, a senior police officer was sent to the mine. A 13-year-old schoolgirl was wounded."
)


def _at(words: str, text: str = REPORT, nth: int = 0) -> Actor | None:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return mentions_in(text, "en").at(start, start + len(words))


def _pronoun(before: str, pronoun: str, text: str = REPORT) -> str | None:
    start = text.index(before) + len(before)
    start = text.index(pronoun, start)
    actor = mentions_in(text, "en").pronoun(start)
    return actor.name if actor else None


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("Aigerim Bekseitova", ActorKind.PERSON, "Aigerim Bekseitova"),
        ("Bekseitova’s", ActorKind.PERSON, "Aigerim Bekseitova"),
        ("Viktor Lapin", ActorKind.PERSON, "Viktor Lapin"),
        ("Kamila", ActorKind.PERSON, "Kamila"),
        ("The lawyer", ActorKind.PERSON, "Aigerim Bekseitova"),
        ("Steppe Herald", ActorKind.MEDIUM, "Steppe Herald"),
        ("Prosecutors", ActorKind.GROUP, "Prosecutors"),
        ("Ministry of Justice of Dolnava", ActorKind.ORGANISATION, "Ministry of Justice of Dolnava"),
        ("two former mayors", ActorKind.GROUP, "two former mayors"),
        ("KTM leader", ActorKind.ORGANISATION, "Confederation of Miners"),
        ("A. Sorokin", ActorKind.PERSON, "A. Sorokin"),
        ("a senior police officer", ActorKind.UNNAMED, "senior police officer"),
    ],
)
def test_who_stands_there(words: str, kind: ActorKind, name: str) -> None:
    actor = _at(words)
    assert actor is not None
    assert (actor.kind, actor.name) == (kind, name)


def test_a_surname_leads_to_the_full_name() -> None:
    actor = _at("Bekseitova’s")
    assert actor is not None and actor.mention is not None
    assert actor.inferred
    assert REPORT[actor.mention.start : actor.mention.end] == "Aigerim Bekseitova"


def test_descriptions_and_titles() -> None:
    lawyer, judge = _at("Aigerim Bekseitova"), _at("Viktor Lapin")
    assert lawyer is not None and lawyer.description == "a lawyer who advised the miners"
    assert judge is not None and judge.description == "Judge"
    child = _at("A 13-year-old schoolgirl")
    assert child is not None and child.minor and child.age == 13


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        ("Judge Viktor Lapin sent", "her", "Aigerim Bekseitova"),
        ("told The Steppe Herald that", "her", "Kamila"),
        ("According to", "his", "senior police officer"),
    ],
)
def test_pronouns(before: str, pronoun: str, name: str) -> None:
    assert _pronoun(before, pronoun) == name


def test_a_pronoun_with_nobody_before_it_stands_for_nobody() -> None:
    assert mentions_in("She left early.", "en").pronoun(0) is None


def test_two_bearers_of_one_surname_are_told_apart_by_title() -> None:
    text = "Anna Sorokina and Pavel Sorokin were tried. Mr Sorokin was freed."
    actor = mentions_in(text, "en").at(text.index("Sorokin was"), text.index(" was freed"))
    assert actor is not None and actor.name == "Pavel Sorokin"


@pytest.mark.parametrize(
    "text", ["On Monday in London the Red Square Protocol was signed.", "Police fired. Workers ran.", ""]
)
def test_no_person_where_there_is_none(text: str) -> None:
    assert mentions_in(text, "en").people == []


def test_places_of_the_text_are_exact() -> None:
    found = mentions_in(REPORT, "en")
    assert all(REPORT[one.start : one.end] == one.text for one in found.actors)
    assert [one.start for one in found.actors] == sorted(one.start for one in found.actors)


@settings(deadline=None)
@given(st.text(alphabet="ABCabc .,’'\"\n-АБВабвё0123(«»)", max_size=120))
def test_any_text_can_be_asked(text: str) -> None:
    for language in ("en", "ru"):
        found = mentions_in(text, language)
        for place in range(0, len(text), 7):
            found.pronoun(place)
            found.at(place, place + 5)


RUSSIAN = (
    "Адвокат Анна Сорокина сообщила о задержании Жоламана Бексеитова. По словам Сорокиной, его избили.\n"
    "Дочь Бексеитова рассказала газете «Степной вестник», что министр труда Олег Громов не ответил. Она ждёт ответа. "
    "В полиции говорят, что 15 рабочих отпущены; профсоюз «Шахтёр» не согласен."
)


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("Анна Сорокина", ActorKind.PERSON, "Анна Сорокина"),
        ("Жоламана Бексеитова", ActorKind.PERSON, "Жоламан Бексеитов"),
        ("Сорокиной", ActorKind.PERSON, "Анна Сорокина"),
        ("Олег Громов", ActorKind.PERSON, "Олег Громов"),
        ("«Степной вестник»", ActorKind.MEDIUM, "Степной вестник"),
        ("15 рабочих", ActorKind.GROUP, "15 рабочих"),
        ("«Шахтёр»", ActorKind.ORGANISATION, "Шахтёр"),
    ],
)
def test_who_stands_there_in_russian(words: str, kind: ActorKind, name: str) -> None:
    start = RUSSIAN.index(words)
    actor = mentions_in(RUSSIAN, "ru").at(start, start + len(words))
    assert actor is not None
    assert (actor.kind, actor.name) == (kind, name)


def test_somebody_elses_lawyer_is_not_that_somebody() -> None:
    text = "Адвокат Анны Сорокиной подал жалобу."
    found = mentions_in(text, "ru")
    lawyer = found.at(0, len("Адвокат"))
    assert lawyer is not None and lawyer.name == "адвокат" and lawyer.possessor == "Анна Сорокина"


def test_a_role_before_a_name_describes_it() -> None:
    text = "Об этом сообщил министр внутренних дел Олег Громов."
    start = text.index("Олег")
    actor = mentions_in(text, "ru").at(start, start + len("Олег Громов"))
    assert actor is not None and actor.description == "министр внутренних дел"
