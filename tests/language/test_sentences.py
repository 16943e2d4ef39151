"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.sentences import iter_sentences


def split(text: str, language: str | None = None) -> list[str]:
    return [text[span.start : span.end] for span in iter_sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Six were convicted last week for riots on Dec. 16 in the city. They appealed.", 2),
        ("Mr. J. Smith and Dr. A. B. Jones came at 5 p.m. on Friday.", 1),
        ("He came on Dec. 16. The court was closed.", 2),
        ("“No.” He left.", 2),
        ("“Why?” she asked.", 1),
        ("They waited . . . and left.", 1),
        ("The end... It was late.", 2),
        ("The U.S. Army left. He was No. 1 there.", 2),
        ("The union agreed.[iv] The company did not.", 2),
        ("Line one\nline two", 2),
        ("No. It is not so!", 2),
    ],
)
def test_english(text: str, count: int) -> None:
    assert len(split(text, "en")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("В г. Северске 16 дек. 2011 г. прошли акции. И. И. Орлов не пришёл.", 2),
        ("«Нет». Он ушёл.", 2),
        ("Это было в 2011 г. Он уехал.", 2),
        ("Ущерб 5 млн руб. за год, т.е. меньше.", 1),
    ],
)
def test_russian(text: str, count: int) -> None:
    assert len(split(text, "ru")) == count


def test_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "One here. Two here. Three here."
    assert [(span.start, span.end) for span in iter_sentences(text, "en", 10)] == [(10, 19), (20, 31)]
    assert list(iter_sentences(text, "en", 5, 5)) == []


@given(st.text(alphabet='aB.!?… \n"”»1I', max_size=200))
def test_spans_are_in_order_whole_and_leave_out_only_blanks(text: str) -> None:
    at = 0
    for span in iter_sentences(text):
        assert not text[at : span.start].strip()
        assert span.start < span.end
        assert "\n" not in text[span.start : span.end]
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        at = span.end
    assert not text[at:].strip()
