"""Quotations over sentences and paragraphs, who goes on speaking, and who is told inside whose words. All invented."""

from __future__ import annotations

import pytest

from according.read import attributions
from according.read.attribution_parts import Attribution
from according.read.quotations import find_quotations


def words(text: str, one: Attribution) -> str:
    return " … ".join(text[span.start : span.end] for span in one.content)


def source(text: str, one: Attribution) -> str | None:
    return text[one.source.start : one.source.end] if one.source else None


def told(text: str) -> list[tuple[str | None, str]]:
    return [(source(text, one), words(text, one)) for one in attributions(text, language="en")]


QUOTED = [
    ("He left. “We will stay out,” she said.", ["“We will stay out,”"]),
    ('He left. "We will stay out," she said.', ['"We will stay out,"']),
    ("He left. ''We will stay out,'' she said.", ["''We will stay out,''"]),
    ("“One day.\n“Two days,” she said.", ["“One day.", "“Two days,”"]),
    ("“One day.\nTwo days, she said.", ["“One day."]),
    ('The "old" road and the "new" road', ['"old"', '"new"']),
    ("no marks", []),
    ('six feet 2" high', []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_a_quotation_is_found_whole(text: str, expected: list[str]) -> None:
    found = [text[part.start : part.end] for one in find_quotations(text) for part in one.parts]
    assert found == expected


CASES = [
    # the cue closes a quotation of several sentences
    (
        "“They came at night. They beat my brother. We want an inquiry,” Karl Brem said in a letter to the court.",
        "Karl Brem", "“They came at night. They beat my brother. We want an inquiry,”",
    ),
    # the speaker goes on behind the cue, in the next sentence
    (
        "“We will not go back,” said Mira Dorova, who works at the mill. “Nobody was paid.”",
        "Mira Dorova", "“We will not go back,” … “Nobody was paid.”",
    ),
    # ... and in the next paragraph, when it opens again
    (
        "“We will not go back,” Mira Dorova told reporters.\n\n“Nobody was paid. Nobody will be.”\n\nThe mill opened in 1950.",
        "Mira Dorova", "“We will not go back,” … “Nobody was paid. Nobody will be.”",
    ),
    # a quotation without a closing mark goes on in the paragraph that opens again
    (
        "The judge said: “The guards lied.\n\n“They hid the book.”",
        "The judge", "“The guards lied. … “They hid the book.”",
    ),
    # doubled single marks
    (
        "''They came at night,'' Mr. Brem said. ''It's what we feared.''",
        "Mr. Brem", "''They came at night,'' … ''It's what we feared.''",
    ),
    # half quoted
    (
        "They will choose whoever “has the most votes,” Karl Brem said.",
        "Karl Brem", "They will choose whoever “has the most votes,”",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "content"), CASES)
def test_a_quotation_belongs_to_who_speaks_it(text: str, who: str, content: str) -> None:
    assert (who, content) in told(text), told(text)


def test_what_follows_about_the_speaker_is_not_what_he_says() -> None:
    text = "“They came at night,” said Karl Brem, a teacher from the valley who saw the raid."
    assert told(text) == [("Karl Brem", "“They came at night,”")]


def test_the_next_quotation_with_a_cue_of_its_own_is_another_speakers() -> None:
    text = "“We will not go back,” Mira Dorova said. “They must,” said the manager."
    assert told(text) == [("Mira Dorova", "“We will not go back,”"), ("the manager", "“They must,”")]


def test_levels_paper_police_witness() -> None:
    text = "Police said a witness told them that the guard had fired, the Harbour Times reported."
    (paper,) = attributions(text, language="en")
    assert source(text, paper) == "the Harbour Times"
    (police,) = paper.within
    assert source(text, police) == "Police"
    (witness,) = police.within
    assert source(text, witness) == "a witness"
    assert witness.within == ()


def test_who_thinks_inside_a_quotation_is_no_voice_of_the_page() -> None:
    text = "“I think they lied, and we believe they knew,” Mira Dorova said."
    (only,) = attributions(text, language="en")
    assert source(text, only) == "Mira Dorova"
    assert [source(text, one) for one in only.within] == ["I"]
