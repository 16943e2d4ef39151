"""Russian sentences to statements: every type has its words, and who it was, how it is meant and when are read from the grammar."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from according.domain.statement import Polarity, Role, Stance
from according.domain.types import all_types
from tests.read.telling import names, only, read


def test_every_type_a_report_has_words_for_has_russian_words() -> None:
    rows = tomllib.loads((files("according.read") / "data/ru/anchors.toml").read_text(encoding="utf-8"))["event"]
    told = {row["type"] for row in rows} | {row["by_authority"] for row in rows if "by_authority" in row}
    relations = {"role", "membership", "kinship", "location", "biographic", "affiliation", "ownership", "statistic"}
    assert set(all_types()) - told - relations == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Олег Лаптев умер в СИЗО Лимска.", "death_in_custody"),
        ("Надзиратели издевались над Олегом Лаптевым.", "ill_treatment"),
        ("Охранник изнасиловал заключённую.", "sexual_violence"),
        ("Министр приказал солдатам стрелять.", "order"),
        ("Следователи выбили показания у Олега Лаптева.", "coerced_statement"),
        ("Прокурор запросил для Олега Лаптева пять лет колонии.", "sentence_requested"),
        ("Матери отказали в свидании.", "denial_of_visit"),
        ("Суд постановил вернуть дело прокурору.", "court_ruling"),
        ("Олег Лаптев потерял сознание в суде.", "health_condition"),
        ("У активиста изъяли телефон.", "confiscation"),
        ("Полиция вела слежку за активистом.", "surveillance"),
        ("Олегу Лаптеву запретили выезд из страны.", "travel_ban"),
        ("Активиста не выпустили из страны.", "travel_ban"),
        ("Журналисту отказали в визе.", "visa_refusal"),
        ("Власти запретили проведение митинга.", "ban"),
        ("Профсоюз призвал к забастовке.", "strike_call"),
        ("Суд признал забастовку незаконной.", "strike_declared_illegal"),
        ("Завод задолжал рабочим зарплату.", "wage_arrears"),
        ("Рабочим не выплатили зарплату.", "wage_arrears"),
        ("Рабочие захватили здание управления.", "occupation"),
        ("Жители подписали петицию.", "petition"),
        ("Власти заблокировали сайт газеты.", "censorship"),
        ("Олег Лаптев вину не признал.", "denial"),
        ("Правозащитники потребовали провести расследование.", "call_for_investigation"),
        ("Адвокат навестил заключённого.", "visit"),
        ("Власти отменили концерт.", "cancellation"),
    ],
)
def test_less_frequent_types_are_read(text: str, kind: str) -> None:
    assert kind in {one.type for one in read(text, "ru")}


@pytest.mark.parametrize(
    ("text", "kind", "role", "who"),
    [
        ("Вчера избили тракториста.", "assault", Role.PATIENT, ["тракторист"]),  # a living being no list has
        ("54-летний тракторист был избит.", "assault", Role.PATIENT, ["54-летний тракторист"]),
        (
            "Суд признал Олега Лаптева, чемпиона и тренера, виновным в краже.",
            "conviction",
            Role.PATIENT,
            ["Олег Лаптев"],
        ),
        (
            "Олег Лаптев был приговорён Лимским районным судом к двум годам колонии.",
            "sentence",
            Role.COURT,
            ["Лимским районным судом"],
        ),
        ("Обвинив в убийстве Зиновьева журналистов, Олег Лаптев ушёл.", "charge", Role.AGENT, ["Олег Лаптев"]),
        (
            "Россиянина Олега Лаптева, который, по словам адвоката, был арестован, отпустят.",
            "arrest",
            Role.PATIENT,
            ["Олег Лаптев"],
        ),
        ("Адвокат брата Олега Сомова, Павла, который был убит, молчит.", "killing", Role.PATIENT, ["Павел"]),
        ("Анне Сомовой, которой был запрещён въезд, отказали.", "travel_ban", Role.PATIENT, ["Анна Сомова"]),
        ("Три человека погибли и более 200 пострадали.", "injury", Role.PATIENT, ["более 200"]),
        ("Иван Лаптев, бывший министр печати, советник президента, умер.", "death", Role.PATIENT, ["Иван Лаптев"]),
        ("Сегодня задержанным будут предъявлены обвинения.", "charge", Role.PATIENT, ["задержанные"]),
        ("Полиция разогнала митинг нефтяников.", "dispersal", Role.PATIENT, ["нефтяники"]),
    ],
)
def test_who_it_was(text: str, kind: str, role: Role, who: list[str]) -> None:
    assert names(only(text, kind, "ru"), role) == who


@pytest.mark.parametrize(
    ("text", "kind", "stance", "polarity"),
    [
        ("Солдату удалось убить охранника.", "killing", Stance.ASSERTED, Polarity.HAPPENED),  # managed to: it happened
        ("Солдату не удалось убить охранника.", "killing", Stance.ASSERTED, Polarity.DID_NOT_HAPPEN),
        ("Обвинив министра, Олег Лаптев ушёл.", "charge", Stance.ASSERTED, Polarity.HAPPENED),
        (
            "Его судили за участие в заговоре с целью организации взрывов 5 мая.",
            "bombing",
            Stance.POSSIBLE,
            Polarity.HAPPENED,
        ),
        ("Среди требований боевиков было освобождение заключённых.", "release", Stance.DEMANDED, Polarity.HAPPENED),
        ("Олег Лаптев должен быть освобождён через десять дней.", "release", Stance.EXPECTED, Polarity.HAPPENED),
        (
            "Прокурор попросил приговорить Олега Лаптева к пяти годам.",
            "sentence_requested",
            Stance.ASSERTED,
            Polarity.HAPPENED,
        ),
        ("Анна Лаптева не признает своей вины.", "denial", Stance.ASSERTED, Polarity.HAPPENED),
        ("Олег Лаптев признался в краже.", "testimony", Stance.ADMITTED, Polarity.HAPPENED),
    ],
)
def test_how_it_is_meant(text: str, kind: str, stance: Stance, polarity: Polarity) -> None:
    one = only(text, kind, "ru")
    assert (one.stance, one.polarity) == (stance, polarity)


def test_a_noun_in_anothers_phrase_takes_no_day_of_its_sentence() -> None:
    assert only("20 января суд рассмотрит дело об избиении Лаптева.", "assault", "ru").when is None
    dated = only("Суд рассмотрит дело об избиении Лаптева 3 мая 2023 года.", "assault", "ru").when
    assert dated is not None and dated.edtf == "2023-05-03"


def test_months_and_one_year_are_terms() -> None:
    months = only("Олег Лаптев приговорён к 41 месяцу заключения.", "sentence", "ru").value
    year = only("Суд приговорил Олега Лаптева к году тюрьмы.", "sentence", "ru").value
    assert months is not None and months.sentence is not None and months.sentence.term == ("P41M", "P41M")
    assert year is not None and year.sentence is not None and year.sentence.term == ("P1Y", "P1Y")


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Активиста задержали, сообщает Limsk Press.", "arrest", "Limsk Press"),  # a medium by its Latin name
        ("Активиста задержали, сообщает «Вестник Лимска».", "arrest", "Вестник Лимска"),
        ("По данным Limsk Press, активиста задержали.", "arrest", "Limsk Press"),
        ("В полиции сообщили, что активист был задержан.", "arrest", "полиция"),  # nobody but the place is named
        ("Пришла Анна Сомова. По её словам, Олега Лаптева избили.", "assault", "Анна Сомова"),
        (
            "Уволены 12 рабочих, ещё 30 объявили голодовку, сообщил профсоюз.",
            "dismissal",
            "профсоюз",
        ),  # no cue, an event
        ("«Меня избивали три дня. Потом меня увезли в колонию», — рассказала Анна Лаптева.", "assault", "Анна Лаптева"),
    ],
)
def test_according_to_whom(text: str, kind: str, speaker: str) -> None:
    assert [one.name for one in only(text, kind, "ru").speakers] == [speaker]


def test_who_says_me_is_whom_it_was_done_to() -> None:
    one = only("«Меня избивали три дня», — рассказала Анна Лаптева.", "assault", "ru")
    assert names(one, Role.PATIENT) == ["Анна Лаптева"] and one.speakers[0].basis == "experienced"


def test_nobody_ahead_is_the_speaker_of_his_words() -> None:
    speakers = only("По его словам, активиста избили.", "assault", "ru").speakers
    assert "активист" not in [one.name for one in speakers]


@pytest.mark.parametrize(
    ("text", "kind", "agents"),
    [
        ("Рабочие угрожают объявить голодовку.", "hunger_strike", ["рабочие"]),
        ("Олегу Лаптеву удалось убить охранника.", "killing", ["Олег Лаптев"]),
    ],
)
def test_an_infinitive_has_the_subject_of_its_verb(text: str, kind: str, agents: list[str]) -> None:
    assert names(only(text, kind, "ru"), Role.AGENT) == agents


def test_what_would_have_happened_did_not_happen_as_a_fact() -> None:
    assert only("Рабочих избили бы, если бы не адвокат.", "assault", "ru").stance is Stance.POSSIBLE


def test_a_sentence_is_read_whole() -> None:
    text = "Суд приговорил Олега Лаптева к шести годам условно и штрафу 100 тысяч рублей за участие в беспорядках (ст. 212 УК РФ)."
    value = only(text, "sentence", "ru").value
    assert value is not None and value.sentence is not None and value.charge is not None and value.money is not None
    assert (value.sentence.term, value.sentence.suspended, value.sentence.charge) == (
        ("P6Y", "P6Y"),
        True,
        "участие в беспорядках",
    )
    assert (value.charge.article, value.charge.code) == ("212", "УК РФ")
    assert (value.money.amount, value.money.currency) == (100_000, "RUB")


def test_a_court_of_appeal_tells_from_what_to_what() -> None:
    value = only("Апелляционный суд сократил Олегу Лаптеву срок с шести до четырёх лет.", "appeal_granted", "ru").value
    assert value is not None and value.outcome is not None
    assert (value.outcome.outcome, value.outcome.before, value.outcome.after) == ("reduced", "P6Y", "P4Y")


def test_words_wrung_from_somebody_are_about_what_was_said() -> None:
    told = read("Олег Лаптев признался в убийстве. На суде он заявил, что признался под пытками.", "ru")
    forced = next(one for one in told if one.type == "coerced_statement")
    said = next(one for one in told if one.type == "testimony")
    assert forced.about is not None and forced.about.statement == said.id


def test_his_arrest_is_of_him() -> None:
    assert names(only("Олег Лаптев молчит. Его арест продлится до мая.", "arrest", "ru"), Role.PATIENT) == [
        "Олег Лаптев"
    ]


def test_nobody_is_accused_by_a_question() -> None:
    assert names(only("Олег Лаптев не знает, кто убил охранника.", "killing", "ru"), Role.AGENT) == []
    assert names(only("Суд признал, что Олег Лаптев не видел, кто убил охранника.", "killing", "ru"), Role.AGENT) == []


def test_each_other_is_nobody() -> None:
    assert not any("друг" in one.name for got in read("Стороны обвиняют друг друга.", "ru") for one in got.participants)


def test_who_speaks_stands_behind_a_cue_that_follows_a_comma() -> None:
    assert [one.name for one in only("Солдат ранил двух мужчин, сообщают местные СМИ.", "injury", "ru").speakers] == [
        "СМИ"
    ]
    assert only("Солдат ранил двух мужчин, передают.", "injury", "ru").speakers == ()


def test_to_be_freed_from_an_office_is_no_release() -> None:
    assert [
        one.type for one in read("Президент освободил Олега Лаптева от должности.", "ru") if one.type == "release"
    ] == []
