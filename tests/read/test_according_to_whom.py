"""Who tells what in statements: joint speakers, courts, documents, unnamed sources, quotations over paragraphs, levels, basis, setting.

People and places are invented.
"""

from __future__ import annotations

import pytest

from according.domain.statement import Speaker, Stance, Statement
from according.read import plain_document, statements


def told(text: str, kind: str) -> Statement:
    return next(s for s in statements(plain_document(text, published="2015-03-04", language="en")) if s.type == kind)


def names(text: str, kind: str) -> list[tuple[int, str]]:
    return [(one.level, one.name) for one in told(text, kind).speakers]


def nearest(text: str, kind: str) -> Speaker:
    return told(text, kind).speakers[0]


@pytest.mark.parametrize(
    "text",
    [
        "Activists and local media said two miners were killed in Ostrov.",
        "According to activists and local media, two miners were killed in Ostrov.",
    ],
)
def test_joint_speakers_share_a_level(text: str) -> None:
    assert [(level, name.lower()) for level, name in names(text, "killing")] == [(0, "activists"), (0, "local media")]


PARAGRAPHS = [
    # a quotation of several sentences, the cue behind it
    "“They came at night. They arrested my brother. We want an inquiry,” Karl Brem told reporters.",
    # the speaker goes on in the next sentence, and in short sentences
    "“They came at night,” Karl Brem said. “They arrested my brother.”",
    # ... and in the next paragraphs
    "“They came at night,” Karl Brem said.\n\n“They arrested my brother.”\n\nThe mill opened in 1950.",
    "Karl Brem said: “They came at night.\n\n“They arrested my brother. Nobody helped.”",
    # he is said to speak, then does
    "Karl Brem spoke to reporters. “They came at night. They arrested my brother.”",
]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_quotation_goes_on(text: str) -> None:
    assert names(text, "arrest") == [(0, "Karl Brem")]


def test_the_cue_behind_a_quotation_is_nearer_than_who_spoke_before() -> None:
    text = (
        "“Nobody was hurt,” the governor said.\n\n"
        "“They arrested my brother. They burned the shop. We have nothing left,” said Karl Brem."
    )
    assert names(text, "arrest") == [(0, "Karl Brem")]


def test_the_author_is_no_speaker() -> None:
    assert told("I saw how the police arrested two women in Ostrov on Monday.", "arrest").speakers == ()
    (only,) = told("We were told that two miners were killed.", "killing").speakers
    assert (only.name, only.kind.value, only.basis) == ("were told", "unnamed", "was_told")


BASIS = [
    ("Mira Dorova saw police kill two miners.", "saw"),
    ("Mira Dorova heard that police had killed two miners.", "heard"),
    ("Mira Dorova learned that police had killed two miners.", "was_told"),
    ("Mira Dorova was told that police had killed two miners.", "was_told"),
    ("Mira Dorova, who counted the bodies, said 12 people were killed.", "counted"),
    ("A leaked report shows that guards killed two prisoners.", "document"),
    ("Footage posted on Monday showed police killing two prisoners.", "document"),
]


@pytest.mark.parametrize(("text", "basis"), BASIS)
def test_how_the_speaker_knows(text: str, basis: str) -> None:
    one = told(text, "killing")
    assert (one.speakers[0].basis, one.stance) == (basis, Stance.ASSERTED)


SETTINGS = [
    ("Karl Brem said in court that police had killed two miners.", "court"),
    ("The court heard that police had killed two miners.", "court"),
    ("Karl Brem said at a press conference that police had killed two miners.", "press_conference"),
    ("Karl Brem wrote in a letter that police had killed two miners.", "letter"),
    ("Karl Brem wrote on Facebook that police had killed two miners.", "social_media"),
    ("Karl Brem said by telephone that police had killed two miners.", "telephone"),
]


@pytest.mark.parametrize(("text", "setting"), SETTINGS)
def test_where_it_was_said(text: str, setting: str) -> None:
    assert nearest(text, "killing").setting == setting


def test_levels_from_the_fact_outwards() -> None:
    text = "The Harbour Times reported that police said two miners were killed."
    assert names(text, "killing") == [(0, "police"), (1, "Harbour Times")]
    text = "Police told the Harbour Times that a witness saw two men kill the guard."
    assert names(text, "killing") == [(0, "witness"), (1, "Police")]


UNNAMED = [
    ("Two miners were reportedly killed.", "reportedly"),
    ("It was reported that two miners were killed.", "was reported"),
    ("Sources in the ministry say that two miners were killed.", "Sources in the ministry"),
]


@pytest.mark.parametrize(("text", "name"), UNNAMED)
def test_the_unnamed_speak_as_written(text: str, name: str) -> None:
    one = nearest(text, "killing")
    assert (one.name, one.kind.value) == (name, "unnamed")


def test_passives_name_who_says_it() -> None:
    assert names("The killing of two miners was reported by the Harbour Times.", "killing") == [(0, "Harbour Times")]
    assert names("It has been learned from police sources that two miners were killed.", "killing") == [
        (0, "police sources")
    ]
    accused = told("He was accused by prosecutors of killing two guards.", "killing")
    assert (accused.stance, [one.name for one in accused.speakers]) == (Stance.ALLEGED, ["prosecutors"])


def test_who_denies_a_killing_speaks_of_it() -> None:
    one = told("On Monday the command denied the killing of peasants in Ostrov.", "killing")
    assert (one.stance, [s.name for s in one.speakers]) == (Stance.DENIED, ["command"])


def test_an_adverb_keeps_its_distance_in_its_own_clause() -> None:
    text = "Police arrested Karl Brem, who was allegedly abducted in a raid in which his driver was killed."
    assert told(text, "abduction").stance is Stance.ALLEGED
    assert told(text, "arrest").stance is Stance.ASSERTED
    assert told(text, "killing").stance is Stance.ASSERTED


def test_a_confession_is_not_lost() -> None:
    one = told("Under interrogation Karl Brem said he had killed the guard.", "killing")
    assert (one.stance, one.speakers[0].name) == (Stance.ADMITTED, "Karl Brem")


def test_beliefs_and_fears_are_no_facts() -> None:
    assert told("The union believes that police killed two miners.", "killing").stance is Stance.BELIEVED
    assert told("The union fears that police will kill two miners.", "killing").stance is Stance.FEARED
