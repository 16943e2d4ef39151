"""Where, as reports write it. Real countries and great cities from the gazetteer; towns of ours are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.read.places import find_places
from according.read.statements import plain_document, statements


def names(text: str, language: str = "en", country: str | None = None) -> list[tuple[str, str | None, str | None]]:
    return [(where.name, where.kind, where.country) for where in find_places(text, language, country)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shots were fired in Oretown on Friday.", [("Oretown", None, None)]),
        ("Shots were fired in nearby Oretown.", [("Oretown", None, None)]),
        ("They marched through the town of Oretown.", [("Oretown", "settlement", None)]),
        ("They marched across Ostrava region.", [("Ostrava region", "region", "CZ")]),
        ("He was held in Blackgate Prison.", [("Blackgate Prison", "facility", None)]),
        ("They met on Liberty Square.", [("Liberty Square", "square", None)]),
        ("The union has members in Poland.", [("Poland", "country", "PL")]),
        ("Britain condemned it.", [("United Kingdom", "country", "GB")]),
        ("WARSAW, 20 Aug (AP) - Miners marched.", [("Warsaw", "settlement", "PL")]),
    ],
)
def test_english(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Oretown District Court ruled.",
        "Mr London spoke.",
        "Clara London spoke. Later London left.",
        "He works at OreGas.",
        "It was in May.",
        "He read the Warsaw Times.",
    ],
)
def test_courts_people_bodies_and_months_are_no_places(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Он уехал из Варшавы.", [("Warsaw", "settlement", "PL")]),
        ("Это было в Нижнем Новгороде.", [("Nizhniy Novgorod", "settlement", "RU")]),
        ("Рабочие в Польше бастуют.", [("Poland", "country", "PL")]),
        ("Акции в Рудногорской области.", [("Рудногорская область", "region", None)]),
    ],
)
def test_russian_cases(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert names(text, "ru") == expected


def test_the_country_of_the_text_chooses_among_namesakes() -> None:
    assert names("The march in Birmingham ended.")[0][2] == "GB"
    assert names("The march in Birmingham ended.", country="US")[0][2] == "US"
    assert names("Unions across the United States, in the United States: the march in Birmingham ended.")[-1][2] == "US"


def test_words_and_offsets_are_those_of_the_text() -> None:
    text = "Рабочие в Варшаве бастуют."
    (where,) = find_places(text, "ru")
    assert (where.words, text[where.start : where.end]) == ("Варшаве", "Варшаве")
    assert where.latitude is not None and where.longitude is not None


PARTS = st.sampled_from(
    [
        "In",
        "in",
        "the",
        "town",
        "of",
        "Warsaw",
        "Mr",
        "Oretown",
        "region",
        "District",
        "Court",
        ",",
        ".",
        "\n",
        "в",
        "Варшаве",
        "области",
        "город",
        "Ко’р",
        "A-B’s",
        "«И»",
    ]
)


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(st.text(max_size=100), st.lists(PARTS, max_size=20).map(" ".join)), st.sampled_from(["en", "ru", "de"])
)
def test_any_text_gives_whole_spans(text: str, language: str) -> None:
    for where in find_places(text, language):
        assert where.start is not None and where.end is not None
        assert text[where.start : where.end] == where.words != ""


def _where(sentence: str, kind: str, language: str = "en") -> str | None:
    found = [
        one
        for one in statements(plain_document(sentence, published="2014-03-12", language=language))
        if one.type == kind
    ]
    return found[0].where.name if found and found[0].where else None


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("Police killed two men in the western town of Karabel.", "killing", "Karabel"),
        ("The governor of Texas said two men were arrested on Monday.", "arrest", None),
        ("Officer Anna Dorova, who was born in London, was arrested on Monday.", "arrest", None),
        ("In the Ethiopian capital two men were arrested.", "arrest", "Addis Ababa"),
        ("Two men were charged in the Birmingham bombing.", "charge", None),
        ("Anna Dorova was arrested in London.", "arrest", "London"),
    ],
)
def test_where_it_happened_not_where_people_are_from(sentence: str, kind: str, name: str | None) -> None:
    assert _where(sentence, kind) == name


def test_where_in_russian() -> None:
    assert _where("Анну Дорову задержали в Москве.", "arrest", "ru") == "Moscow"
    assert _where("Дорову, проживавшую в Москве, задержали.", "arrest", "ru") is None
    assert _where("Его увезли в Центральную клиническую больницу.", "hospitalisation", "ru") is None


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Осуждённая по делу о беспорядках в Кольвине Анна Петрова объявила голодовку.", "ru", "Кольвин"),
        ("In Velgorsk Anna Petrova told the court that she was beaten.", "en", "Velgorsk"),
    ],
)
def test_a_town_ends_where_a_name_begins(text: str, language: str, name: str) -> None:
    (where,) = [place for place in find_places(text, language) if place.name.startswith(name)]
    assert "етров" not in where.name and "Petrova" not in where.name
