"""Who says what, as spans. People and places are invented."""

from __future__ import annotations

import pytest

from according.read import attributions

CASES = [
    ("The mayor said that two miners were killed.", "The mayor", "said", "two miners were killed"),
    ("“Two miners were killed,” said Karl Brem.", "Karl Brem", "said", "Two miners were killed"),
    ("Two miners were killed, the mayor said.", "the mayor", "said", "Two miners were killed"),
    ("According to the union, two miners were killed.", "the union", "According to", "two miners were killed"),
    ("Two miners were killed, according to the union.", "the union", "according to", "Two miners were killed"),
    ("Mira Dorova, a teacher, told reporters that two miners were killed.", "Mira Dorova", "told", "two miners were killed"),
    ("It was reported that two miners were killed.", None, "was reported", "two miners were killed"),
    ("The guards, he said, had killed two miners.", "he", "said", "had killed two miners"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_source_cue_and_content(text: str, source: str | None, cue: str, content: str) -> None:
    found = attributions(text, language="en")
    said = [
        (
            a.source and text[a.source.start : a.source.end],
            text[a.cue.start : a.cue.end],
            " ".join(text[s.start : s.end] for s in a.content),
        )
        for a in found
    ]
    assert any(s == source and c == cue and content in words for s, c, words in said), said


def test_a_contrast_is_not_the_speakers() -> None:
    text = "The ministry admits that 15 people died, while witnesses say the number is higher."
    first, second = attributions(text, language="en")
    assert text[first.content[0].start : first.content[0].end] == "15 people died"
    assert second.source is not None and text[second.source.start : second.source.end] == "witnesses"


def test_an_unknown_language_has_none() -> None:
    assert attributions("Der Minister sagte, dass es regnet.", language="de") == ()
