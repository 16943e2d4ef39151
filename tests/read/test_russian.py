"""Russian sentences to what they say happened: who, to whom, how, and according to whom."""

from __future__ import annotations

import re

import pytest

from according.domain.document import Document, Text, text_digest
from according.domain.statement import Count, Polarity, Role, Stance
from according.read.draft import Draft
from according.read.lexicon import get_lexicon
from according.read.mentions import find_mentions
from according.read.page import Page, find_quotes, split_sentences
from according.read.russian import RussianGrammar

_NUMBER = re.compile(r"(?:не менее )?(\d+)(?= (?:человек|рабоч|получил|актив|подсуд))")


def _page(text: str) -> Page:
    document = Document("d-1", "c", "k", "", Text(text, text_digest(text)), language="ru")
    page = Page(document, text, "ru", get_lexicon("ru"), "2024-05-20")
    page.sentences = split_sentences(document, "ru")
    page.counts = tuple(
        Count(int(one[1]), int(one[1]), one.group(), start=one.start(), end=one.end()) for one in _NUMBER.finditer(text)
    )
    page.mentions = find_mentions(document)
    page.quotes = find_quotes(text)
    page.index()
    return page


def _drafts(text: str) -> list[Draft]:
    page, grammar = _page(text), RussianGrammar()
    return [
        draft
        for sentence in page.sentences
        if grammar.may_tell(page, sentence)
        for draft in grammar.find_drafts(grammar.open_clause(page, sentence))
    ]


def _who(draft: Draft, role: Role) -> list[str]:
    return [one.name for one in draft.people(role)]


@pytest.mark.parametrize(
    ("text", "kind", "patients", "agents"),
    [
        ("Полиция задержала 15 рабочих завода.", "arrest", ["15 рабочих"], ["полиция"]),
        ("Ержана Касенова задержали у здания суда.", "arrest", ["Ержан Касенов"], []),
        ("Активистка Анна Лаврова была задержана полицией.", "arrest", ["Анна Лаврова"], ["полиция"]),
        ("Анна Лаврова, задержанная в мае, молчит.", "arrest", ["Анна Лаврова"], []),
        ("Журналиста избили неизвестные.", "assault", ["журналист"], []),
        ("Заключённого избили сотрудники полиции.", "ill_treatment", ["заключённый"], ["сотрудники"]),
        ("На площади погибли 16 человек.", "death", ["16 человек"], []),
        ("Ещё 64 получили ранения.", "injury", ["64"], []),
        (
            "Анна Лаврова и Ержан Касенов были освобождены по амнистии.",
            "release",
            ["Анна Лаврова", "Ержан Касенов"],
            [],
        ),
        ("Полиция разогнала митинг нефтяников.", "dispersal", ["нефтяники"], ["полиция"]),
        ("Рабочие объявили голодовку.", "hunger_strike", [], ["рабочие"]),
        ("Анна Лаврова отказалась от показаний.", "retraction", [], ["Анна Лаврова"]),
        ("Адвокат Анны Лавровой подал апелляционную жалобу.", "appeal_filed", [], ["адвокат"]),
        ("В ходе столкновений между полицией и забастовщиками сгорел дом.", "clash", [], ["полиция", "забастовщики"]),
    ],
)
def test_who_did_what_to_whom(text: str, kind: str, patients: list[str], agents: list[str]) -> None:
    draft = next(one for one in _drafts(text) if one.type == kind)
    assert _who(draft, Role.PATIENT) == patients
    assert _who(draft, Role.AGENT) == agents


@pytest.mark.parametrize(
    ("text", "years", "penalty", "regime"),
    [
        ("Суд приговорил Анну Лаврову к шести годам лишения свободы.", (6, 6), "imprisonment", None),
        ("Ержан Касенов был приговорён к 3 годам условно.", (3, 3), "suspended", None),
        ("Анна Лаврова осуждена на 5,5 лет колонии общего режима.", (5.5, 5.5), "imprisonment", "general"),
        ("Анну Лаврову приговорили к 35-летнему заключению.", (35, 35), "imprisonment", None),
    ],
)
def test_terms(text: str, years: tuple[float, float], penalty: str, regime: str | None) -> None:
    (draft,) = [one for one in _drafts(text) if one.type == "sentence"]
    assert draft.value is not None and draft.value.sentence is not None
    sentence = draft.value.sentence
    assert (sentence.years, sentence.penalty, sentence.regime) == (years, penalty, regime)
    assert sentence.suspended == (penalty == "suspended")


def test_a_year_of_the_calendar_is_no_term() -> None:
    (draft,) = _drafts("Анна Лаврова была признана виновной в хищении в 2013 году.")
    assert draft.type == "conviction"
    assert draft.value is not None and draft.value.sentence is None


def test_a_fine_has_its_money() -> None:
    (draft,) = [one for one in _drafts("Анна Лаврова была оштрафована на 150 тысяч тенге.") if one.type == "fine"]
    assert draft.value is not None and draft.value.money is not None
    assert (draft.value.money.amount, draft.value.money.currency) == (150000, "KZT")


@pytest.mark.parametrize(
    ("text", "kind", "stance", "polarity"),
    [
        ("Активисты не были задержаны.", "arrest", Stance.ASSERTED, Polarity.DID_NOT_HAPPEN),
        ("Пять активистов могут быть арестованы.", "arrest", Stance.POSSIBLE, Polarity.HAPPENED),
        (
            "Прокурор потребовал приговорить Анну Лаврову к семи годам.",
            "sentence_requested",
            Stance.ASSERTED,
            Polarity.HAPPENED,
        ),
        ("Анна Лаврова будет освобождена в мае.", "release", Stance.EXPECTED, Polarity.HAPPENED),
        ("Рабочих якобы избили.", "assault", Stance.ALLEGED, Polarity.HAPPENED),
    ],
)
def test_plans_denials_and_demands_are_never_asserted(text: str, kind: str, stance: Stance, polarity: Polarity) -> None:
    draft = next(one for one in _drafts(text) if one.type == kind)
    assert (draft.stance, draft.polarity) == (stance, polarity)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("По данным правозащитников, погибли 16 человек.", "правозащитников", "По данным"),
        ("Министр труда Олег Громов заявил, что рабочих уволили.", "Олег Громов", "заявил"),
        ("Рабочих уволили, сообщила адвокат Анна Лаврова.", "Анна Лаврова", "сообщила"),
        ("«Рабочих избивали», — рассказала Анна Лаврова.", "Анна Лаврова", "рассказала"),
        ("Сообщается, что погибли 16 человек.", None, "Сообщается"),
    ],
)
def test_who_says_so(text: str, source: str | None, cue: str) -> None:
    page, grammar = _page(text), RussianGrammar()
    clause = grammar.open_clause(page, page.sentences[0])
    (draft,) = grammar.find_drafts(clause)
    (found,) = [one for one in grammar.find_attributions(clause) if one.holds(draft.anchor.start, draft.anchor.end)]
    assert text[found.cue.start : found.cue.end] == cue
    assert (text[found.source.start : found.source.end] if found.source else None) == source


@pytest.mark.parametrize(
    "text",
    [
        "Ребёнку угрожает опасность.",
        "Здание министерства построено в прошлом веке.",
        "Она выступила против пыток.",
        "Он освободил должность директора.",
        "Время было убито зря.",
    ],
)
def test_nothing_is_told_where_nothing_happened(text: str) -> None:
    assert _drafts(text) == []


def test_a_lone_surname_stands_in_the_nominative() -> None:
    assert _who(_drafts("Полиция арестовала Сомову.")[0], Role.PATIENT) == ["Сомова"]
    assert _who(_drafts("Сомову предъявили обвинение.")[0], Role.PATIENT) == ["Сомов"]


def test_several_are_not_the_woman_before_them() -> None:
    killed = _drafts("По словам Анны Петровой, двое рабочих были убиты.")[0]
    assert _who(killed, Role.PATIENT) == ["двое рабочих"]


def test_a_genitive_behind_a_noun_is_not_who_was_arrested() -> None:
    assert all(
        "Пинова" not in _who(draft, Role.PATIENT) for draft in _drafts("Во время диктатуры Пинова была арестована.")
    )
