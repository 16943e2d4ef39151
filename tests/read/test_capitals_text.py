"""Text printed in capitals is read as text in both cases, and quoted as it stands. People and places are invented."""

from __future__ import annotations

import pytest

from according.read import plain_document, statements
from according.read.truecase import truecase


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("THE POLICE KILLED TWO MINERS IN VELMAR.", "The police killed two miners in Velmar."),
        ("COLONEL TOMAS DE LA ZABALA SAID HE WAS SHOT.", "Colonel Tomas de la Zabala said he was shot."),
        ("IT WAS SAID IN EL ZAPORTAL THAT THE MAYOR DIED.", "It was said in El Zaportal that the mayor died."),
        (
            "THE ZABALO NATIONAL LIBERATION FRONT [ZNLF] SAID SO.",
            "The Zabalo National Liberation Front [ZNLF] said so.",
        ),
        (
            "TROOPS OF THE UNITED STATES LEFT ON FRIDAY, HE SAID.",
            "Troops of the United States left on Friday, he said.",
        ),
        (
            "HE SAID: \"WE DO NOT KNOW.\" MR. O'NARA DIDN'T COME.",
            "He said: \"We do not know.\" Mr. O'Nara didn't come.",
        ),
        ("GEORGE BUSH AND MARK ZABALO WERE THERE TODAY.", "George Bush and Mark Zabalo were there today."),
        ("THE ANTIRIOT UNIT WAS MACHINEGUNNED BY UNKNOWN MEN.", "The antiriot unit was machinegunned by unknown men."),
    ],
)
def test_small_letters_where_words_are_ordinary(printed: str, read: str) -> None:
    assert truecase(printed) == read
    assert len(truecase(printed)) == len(printed)


@pytest.mark.parametrize(
    "text",
    [
        "The FBI and the CIA said NATO was not at fault.",
        "NATIONAL UNION OF MINEWORKERS\nThe union said on Friday that two miners were killed.",
        "UN\nNATO\nFBI",
        "",
        "Полиция убила двоих.",
        "ПОЛИЦИЯ УБИЛА ДВОИХ В ГОРОДЕ.",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert truecase(text) is text


def test_a_headline_in_capitals_over_a_story() -> None:
    text = "POLICE KILL TWO MINERS IN VELMAR\nThe police of Velmar said nothing on Friday."
    assert truecase(text).startswith("Police kill two miners in Velmar\nThe police of Velmar")


def test_a_statement_from_capitals_quotes_the_stored_text() -> None:
    text = "VELMAR, 3 MAY 90 -- ON 2 MAY GUNMEN KILLED SENATOR TOMAS ZABALA AND TWO GUARDS IN VELMAR, POLICE SAID."
    found = next(one for one in statements(plain_document(text, published="1990-05-03")) if one.type == "killing")
    assert found.quote.exact in text
    assert text[found.anchor.start : found.anchor.end] == "KILLED"
    assert found.when is not None and found.when.words in text
    assert found.when.edtf == "1990-05-02"
    names = [one.name for one in found.participants]
    assert "Tomas Zabala" in names
    assert [one.cue for one in found.speakers] == ["SAID"]


def test_the_same_statements_in_capitals_and_in_both_cases() -> None:
    text = "On 2 May gunmen kidnapped Anna Zabala in Velmar. Three teachers were killed and five wounded."
    both = statements(plain_document(text, published="1990-05-03"))
    capitals = statements(plain_document(text.upper(), published="1990-05-03"))
    assert [(one.type, one.anchor, one.count and one.count.min) for one in both] == [
        (one.type, one.anchor, one.count and one.count.min) for one in capitals
    ]
