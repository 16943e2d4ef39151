"""Spanish is read by its data files alone. Sentences, people and places are invented."""

from __future__ import annotations

import pytest

from according.domain.statement import Statement
from according.language.scripts import detect_language
from according.read import attributions, dates, plain_document, statements
from according.read.counts import find_counts


def _read(text: str) -> tuple[Statement, ...]:
    return statements(plain_document(text, published="2012-04-10", language="es"))


def _one(text: str) -> Statement:
    found = _read(text)
    assert len(found) == 1, [(one.type, one.rule) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "roles", "count"),
    [
        ("La policía mató a tres manifestantes.", "killing", {"agent": "La policía", "patient": "tres manifestantes"}, (3, 3)),
        ("Dos sindicalistas fueron detenidos en Lima.", "arrest", {"patient": "Dos sindicalistas"}, (2, 2)),
        ("Más de 1.400 obreros han sido despedidos por la empresa.", "dismissal",
         {"employer": "la empresa", "patient": "Más de 1.400 obreros"}, (1401, None)),
        ("Ana Moreda, dirigente sindical, fue asesinada por desconocidos.", "killing",
         {"agent": "desconocidos", "patient": "Ana Moreda"}, None),
        ("Murieron 12 mineros.", "death", {"patient": "12 mineros"}, (12, 12)),
        ("Al menos 16 personas murieron en la ciudad de Zarata.", "death", {"patient": "Al menos 16 personas"}, (16, None)),
        ("El asesinato de Ana Moreda por agentes provocó protestas.", "killing", {"agent": "agentes", "patient": "Ana Moreda"}, None),
        ("El ministro Juan Pereda arrestó a unas treinta y seis mujeres.", "arrest",
         {"agent": "Juan Pereda", "patient": "unas treinta y seis mujeres"}, (36, 36)),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(
    text: str, kind: str, roles: dict[str, str], count: tuple[int | None, int | None] | None
) -> None:
    told = _one(text)
    assert told.type == kind
    assert {one.role.value: one.name for one in told.participants} == roles
    assert (told.count and (told.count.min, told.count.max)) == count
    assert told.polarity.value == "happened" and told.stance.value == "asserted"
    assert {step.field for step in told.trace} >= {"type", *roles}


def test_one_sentence_tells_of_the_dead_and_of_the_wounded() -> None:
    dead, hurt = _read("La represión dejó 16 muertos y más de 40 heridos.")
    assert (dead.type, dead.count and dead.count.min) == ("death", 16)
    assert (hurt.type, hurt.count and hurt.count.min) == ("injury", 41)


@pytest.mark.parametrize(
    ("text", "polarity", "stance"),
    [
        ("La policía no mató a los manifestantes.", "did_not_happen", "asserted"),
        ("Los soldados amenazaron con matar a los mineros.", "happened", "threatened"),
        ("Juan Pereda fue presuntamente asesinado por la policía.", "happened", "alleged"),
        ("Si la policía mata a los obreros, habrá huelga.", "happened", "possible"),
        ("Temen que los rehenes hayan sido asesinados.", "happened", "feared"),
        ("La policía detendrá a los dirigentes.", "happened", "expected"),
        ("El gobierno negó que la policía matara a los estudiantes.", "happened", "denied"),
        ("El comandante admitió que los soldados mataron a tres civiles.", "happened", "admitted"),
    ],
)
def test_nothing_is_read_as_fact_that_is_told_otherwise(text: str, polarity: str, stance: str) -> None:
    told = _one(text)
    assert (told.polarity.value, told.stance.value) == (polarity, stance)


@pytest.mark.parametrize(
    "text",
    ["El tribunal aplicó la pena de muerte.", "Mataron el proyecto.", "La empresa detuvo las obras.", "Fue un punto muerto.",
     "El Congreso debatió el presupuesto."],
)  # fmt: skip
def test_what_tells_of_no_event_gives_none(text: str) -> None:
    assert _read(text) == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Según la fiscalía, 16 personas murieron el viernes.", [("fiscalía", "según")]),
        ("Dos obreros fueron detenidos ayer, informó el diario La Voz.", [("diario La Voz", "informó")]),
        ("El ministro Juan Pereda dijo que 70 obreros fueron heridos.", [("Juan Pereda", "dijo")]),
        ("Murieron 12 mineros.", []),
    ],
)
def test_according_to_whom(text: str, speakers: list[tuple[str, str]]) -> None:
    told = _one(text)
    assert [(one.name, (one.cue or "").lower()) for one in told.speakers] == speakers


def test_attributions_give_source_cue_and_content() -> None:
    text = "Dos obreros fueron detenidos, informó la fiscalía."
    (found,) = attributions(text, language="es")
    assert found.source is not None and text[found.source.start : found.source.end] == "la fiscalía"
    assert [text[span.start : span.end] for span in found.content] == ["Dos obreros fueron detenidos"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("el 16 de diciembre de 2011", "2011-12-16"), ("el 4 de marzo", "2012-03-04"), ("ayer", "2012-04-09"),
        ("el viernes", "2012-04-06"), ("el viernes pasado", "2012-04-06"), ("hace tres días", "2012-04-07"),
        ("03/04/2012", "2012-04-03"), ("en 2010", "2010"), ("a finales de mayo de 2011", "2011-05"), ("el año pasado", "2011"),
        ("la semana pasada", "2012-04-02/2012-04-08"), ("del 16 al 18 de diciembre de 2011", "2011-12-16/2011-12-18"),
    ],
)  # fmt: skip
def test_dates(text: str, when: str) -> None:
    assert [found.when for found in dates(f"Murieron {text}.", "2012-04-10", "es")] == [when]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("al menos 16 personas", (16, None)), ("más de 1.400 obreros", (1401, None)), ("entre 10 y 12 mineros", (10, 12)),
        ("hasta 15 heridos", (None, 15)), ("decenas de heridos", (20, None)), ("treinta y seis mujeres", (36, 36)),
        ("el 16 de diciembre", None), ("35 años", None), ("el artículo 164", None), ("2,5 millones de personas", (2_500_000, 2_500_000)),
    ],
)  # fmt: skip
def test_counts(text: str, count: tuple[int | None, int | None] | None) -> None:
    assert [(one.min, one.max) for one in find_counts(text, "es")] == ([count] if count else [])


def test_the_day_and_the_place_stand_in_the_statement() -> None:
    told = _one("Tres mineros murieron el 16 de diciembre de 2011 en la ciudad de Zarata, según testigos.")
    assert told.when and told.when.edtf == "2011-12-16"
    assert told.where and told.where.name == "Zarata"
    assert {"when", "where", "count", "speakers"} <= {step.field for step in told.trace}


def test_the_language_is_told_from_the_words() -> None:
    text = "La policía mató a tres manifestantes en la plaza y detuvo a los dirigentes del sindicato."
    assert detect_language(text) == "es"
    assert len(statements(plain_document(text, published="2012-04-10"))) == 2


@pytest.mark.parametrize("code", ["de", "fr", "it", "zh", "xx", "../es", ""])
def test_a_language_without_data_gives_nothing_and_never_raises(code: str) -> None:
    text = "Die Polizei tötete am Freitag drei Streikende, sagte der Minister."
    assert statements(plain_document(text, published="2012-04-10", language=code or None)) == ()
    assert attributions(text, language=code or None) == ()
    dates(text, "2012-04-10", code or None)
