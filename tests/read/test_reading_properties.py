"""Whatever the text, the reader answers, its quotes are exact and its spans lie inside."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.codec import from_json, to_json
from according.domain.statement import Statement
from according.domain.types import all_types
from according.read import attributions, plain_document, statements

_WORDS = st.sampled_from(
    [
        "police",
        "killed",
        "ten",
        "10",
        "people",
        "were",
        "was",
        "shot",
        "dead",
        "by",
        "and",
        ",",
        ".",
        "“",
        "”",
        '"',
        "'",
        "(",
        ")",
        "who",
        "said",
        "that",
        "according",
        "to",
        "the",
        "government",
        "had",
        "been",
        "not",
        "no",
        "sentenced",
        "to",
        "seven",
        "years",
        "in",
        "prison",
        "arrested",
        "if",
        "allegedly",
        "Anna",
        "Dorova",
        "on",
        "3",
        "March",
        "2014",
        "strike",
        "hunger",
        "went",
        "of",
        "for",
        "demanding",
        "—",
        ";",
        ":",
        "refused",
        "torture",
        "he",
        "she",
        "they",
        "I",
        "more",
        "than",
        "70",
        "wounded",
        "trial",
        "charged",
        "with",
        "appeal",
        "rejected",
        "reduced",
        "from",
        "five",
        "threatened",
        "to",
        "his",
    ]
)
_TEXTS = st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=70).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_quotes_are_exact_and_spans_inside(text: str) -> None:
    _check(text, "en")


_RUSSIAN = st.sampled_from(
    [
        "полиция",
        "убила",
        "убиты",
        "десять",
        "10",
        "человек",
        "были",
        "и",
        ",",
        ".",
        "«",
        "»",
        "(",
        ")",
        "—",
        "который",
        "сказал",
        "что",
        "по",
        "словам",
        "правительства",
        "не",
        "арестован",
        "суд",
        "приговорил",
        "к",
        "шести",
        "годам",
        "в",
        "пятницу",
        "3",
        "марта",
        "2014",
        "года",
        "забастовка",
        "голодовку",
        "объявил",
        "Анна",
        "Петрова",
        "адвокат",
        "Москве",
        "он",
        "она",
        "его",
        "более",
        "70",
        "ранены",
        "задержаны",
        "сообщил",
        "министр",
        "на",
        "якобы",
        "отклонил",
        "жалобу",
        "ПОЛИЦИЯ",
        "А.",
        "Б.",
    ]
)
_SPANISH = st.sampled_from(
    [
        "la",
        "La",
        "policía",
        "mató",
        "a",
        "tres",
        "manifestantes",
        "el",
        "viernes",
        "según",
        "fiscalía",
        "que",
        "murieron",
        "16",
        "personas",
        "Juan",
        "Pereda",
        "dijo",
        ",",
        ".",
        "“",
        "”",
        ":",
        "(",
        ")",
        "fueron",
        "detenidos",
        "por",
        "en",
        "de",
        "Lima",
        "no",
        "si",
        "presuntamente",
        "diciembre",
        "2011",
        "asesinato",
        "muertos",
        "más",
        "heridos",
        "al",
        "menos",
        "ministro",
        "diario",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_RUSSIAN, max_size=50).map(" ".join)))
def test_russian_quotes_are_exact_and_spans_inside(text: str) -> None:
    _check(text, "ru")


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_SPANISH, max_size=50).map(" ".join)))
def test_spanish_quotes_are_exact_and_spans_inside(text: str) -> None:
    _check(text, "es")


def _check(text: str, language: str) -> None:
    document = plain_document(text, published="2014-03-12", language=language)
    for statement in statements(document):
        quote, anchor = statement.quote, statement.anchor
        assert text[quote.start : quote.end] == quote.exact
        assert quote.start <= anchor.start < anchor.end <= quote.end
        assert statement.type in all_types()
        for part in (*statement.participants, *statement.speakers):
            assert part.start is not None and part.end is not None
            assert 0 <= part.start < part.end <= len(text) and part.name
        for said in (
            statement.count,
            statement.when,
            statement.where,
            *(part.count for part in statement.participants),
        ):
            if said is not None and said.start is not None and said.end is not None and said.words:
                assert text[said.start : said.end] == said.words
        for speaker in statement.speakers:
            assert speaker.cue is None or speaker.cue in text
            assert speaker.mention is None or 0 <= speaker.mention.start < speaker.mention.end <= len(text)
        levels = [speaker.level for speaker in statement.speakers]
        assert levels == sorted(levels) and set(levels) == set(range(len(set(levels))))
        assert from_json(Statement, to_json(statement)) == statement


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_attributions_lie_inside(text: str) -> None:
    for found in attributions(text, language="en"):
        for span in (found.cue, *found.content, *([found.source] if found.source else [])):
            assert 0 <= span.start < span.end <= len(text)


def test_a_sentence_without_end_is_bounded() -> None:
    text = "police killed ten people and " * 4000
    assert statements(plain_document(text, language="en"))[:1]
