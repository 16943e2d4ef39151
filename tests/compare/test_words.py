"""Where words begin and end, in code points, whatever the script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.compare.words import split_words

CUTS = [
    ("Nine people, 47 wounded.", ["Nine", "people", "47", "wounded"]),
    ("miners’ strike (May)", ["miners", "strike", "May"]),
    ("Ещё 23 имени — «Забой»", ["Ещё", "23", "имени", "Забой"]),
    ("𝒳 is one letter", ["𝒳", "is", "one", "letter"]),
    ("soft\u00adhyphen", ["soft\u00adhyphen"]),
    ("हिन्दी में", ["हिन्दी", "में"]),
    ("罢工者", ["罢", "工", "者"]),
    ("", []),
    ("… — !", []),
]


@pytest.mark.parametrize(("text", "words"), CUTS)
def test_words_are_cut_where_a_reader_would(text: str, words: list[str]) -> None:
    found = split_words([text])
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == words


@pytest.mark.parametrize(("a", "b"), [("ЕЩЁ", "еще"), ("Café", "cafe"), ("STRIKE", "strike")])
def test_case_and_accents_do_not_make_another_word(a: str, b: str) -> None:
    assert split_words([a]).hashes[0] == split_words([b]).hashes[0]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_texts_do_not_run_into_each_other(texts: list[str]) -> None:
    together = split_words(texts)
    assert len(together.first) == len(texts) + 1
    for number, text in enumerate(texts):
        alone = split_words([text])
        mine = slice(int(together.first[number]), int(together.first[number + 1]))
        assert together.hashes[mine].tolist() == alone.hashes.tolist()
        assert together.starts[mine].tolist() == alone.starts.tolist()
        assert together.ends[mine].tolist() == alone.ends.tolist()
