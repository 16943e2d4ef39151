"""Two names of people compared: what is one name in two spellings, what a person must look at, what is two names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.name_match import compare_names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Мансұр Әбішұлы Қайдаров", "Mansur Abish uly Qaidarov"),
        ("Айым Серікқызы", "Aiym Serikkizi"),
        ("Нұрбол Ермекұлы Шотаев", "Нурбол Ермекович Шотаев"),
        ("Anna Sergeyevna Vostrikova", "Анна Сергеевна Вострикова"),
        ("Anna S. Vostrikova", "Anna Sergeevna Vostrikova"),
        ("Khalid el-Mansouri", "Khaled Al-Mansoori"),
        ("Abdulaziz Nuristanov", "Abdul Aziz Nuristanov"),
        ("AnnaVostrikova", "Anna Vostrikova"),
        ("Anna-Maria van der Borchtgen", "Anna Maria van der Borchtgen"),
        ("გიორგი ლომთათიძე", "Георгий Ломтатидзе"),
        ("Саша Вострикова", "Александра Вострикова"),
        ("Ig0r Chernavin", "Igor Chernavin"),  # as a scanner read it
    ],
)
def test_one_name_in_two_spellings(a: str, b: str) -> None:
    assert compare_names(a, b).sure
    assert compare_names(b, a).sure


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Yana Vostrikova", "Anna Vostrikova"),
        ("Marat Shotaev", "Murat Shotaev"),
        ("Abdullah bin Omar al-Dabbaghi", "Omar bin Abdullah al-Dabbaghi"),
        ("Марат Кайратович Досжанов", "Марат Канатович Досжанов"),
        ("Mansur Abishuly", "Mansur Yerlanuly"),
        ("Anna S. Vostrikova", "Anna Petrovna Vostrikova"),
        ("John Paul Thistlewood", "John Simon Thistlewood"),
        ("Евгений Ячменёв", "Евгения Ячменёва"),
        ("Нурлан Шотаев", "Асхат Нурланович Шотаев"),
        ("Serik Doszhanov", "Berik Doszhanov"),
    ],
)
def test_two_names(a: str, b: str) -> None:
    assert compare_names(a, b).kind == "different"
    assert compare_names(b, a).kind == "different"


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Иван Козин", "Иван Косин", "slip"),
        ("Aigerim Bekseitova", "Aigerim Bekzeitova", "slip"),
        ("Aigerim Bekseitova", "Aigerim Bakseitova", "vowels"),
        ("Nina Belogradova", "Nina Bekogradova", "near"),
        ("خالد المنصوري", "Khalid al-Mansouri", "transliteration"),  # vowels are not written: it may be another name
        ("Anna Vostrikova", "Anna Maria Luisa Vostrikova", "equal"),
        ("Hasan Ahmad", "Ahmad Hasan", "equal"),  # either may be the first name
    ],
)
def test_what_is_left_to_a_person(a: str, b: str, kind: str) -> None:
    match = compare_names(a, b)
    assert (match.kind, match.sure) == (kind, False)


def test_only_vowels_differ_is_likely_where_both_names_are_full() -> None:
    assert compare_names("Joseph Kirimotho", "Joseph Karimotho").likely
    assert not compare_names("Kirimotho", "Joseph Karimotho").likely


@pytest.mark.parametrize(("a", "b"), [("Aigul Maratova", "Aigul Muratova"), ("Айдар Омаров", "Айдар Умаров")])
def test_two_surnames_we_know_are_two_however_near(a: str, b: str) -> None:
    assert compare_names(a, b).kind == "different"


def test_an_initial_may_stand_for_a_sound_of_two_letters() -> None:
    assert compare_names("James C. Thistlewood", "James Charles Thistlewood").sure
    assert compare_names("S. Doszhanova", "Sholpan Doszhanova").kind == "initials"


def test_a_turned_name_is_sure_where_one_word_is_known_for_a_first_name() -> None:
    assert compare_names("Voronets Anna", "Anna Voronets").sure


_NAMES = st.lists(
    st.sampled_from(["Anna", "Sergeevna", "Вострикова", "bin", "al-Said", "J.", "Zhumabai-uly", "Ким", "Ольга"]),
    min_size=1,
    max_size=4,
)


@given(_NAMES, _NAMES)
def test_the_order_of_the_two_does_not_matter(a: list[str], b: list[str]) -> None:
    assert compare_names(" ".join(a), " ".join(b)) == compare_names(" ".join(b), " ".join(a))


@pytest.mark.parametrize(
    ("a", "b"), [("General Anna Vostrikova", "Anna Vostrikova"), ("Judge Pyotr Zabrodin", "Пётр Забродин")]
)
def test_a_title_before_a_full_name_is_not_the_name(a: str, b: str) -> None:
    assert compare_names(a, b).sure


def test_names_that_are_two_are_ordered_by_how_alike_they_look() -> None:
    scores = [
        compare_names("Marat Doszhanov", other).score
        for other in ("Murat Doszhanov", "Talgat Doszhanov", "Anna Lavrova")
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] < 0.31
