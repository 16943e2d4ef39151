"""What kind of writing a document is, from its form and its first words. News unless something says otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.domain.call import Call, CallKind
from according.domain.document import BlockKind, Genre, Term, Text

_OPENING = 1200  # characters looked at for the words a kind of writing opens with
_OPENINGS: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    (Genre.COURT_DOCUMENT, re.compile(
        r"\bin the name of (?:the|[A-Z])|\bП Р И Г О В О Р|\bИМЕНЕМ\b|\bПРИГОВОР\b|\bПОСТАНОВЛЕНИЕ\b|\bim namen des volkes\b", re.M)),
    (Genre.PRESS_RELEASE, re.compile(
        r"\bfor immediate release\b|^\W*(?:press|news) release\b|^\W*пресс-релиз\b|^\W*pressemitteilung\b|^\W*communiqué de presse\b|^\W*(?:joint |public )?statement (?:of|by|from) |^\W*заявление [а-я]", re.I | re.M)),
    (Genre.NGO_REPORT, re.compile(r"\b(?:urgent action|ua:? ?\d{1,3}/\d{2}|ai index|monitoring report|fact-finding)\b|^\W*мониторинг\b", re.I | re.M)),
    (Genre.TESTIMONY, re.compile(r"^\W*(?:testimony (?:of|by|from)|witness statement|testimonio de|показания [А-Я]|свидетельство [А-Я])", re.I | re.M)),
    (Genre.INTERVIEW, re.compile(r"^\W*(?:an )?(?:interview|интервью)\b(?: with| с | de )?", re.I)),
)  # fmt: skip
_OPINION_TERMS = frozenset(
    ("opinion", "op-ed", "comment", "commentary", "editorial", "мнение", "колонка", "комментарий")
)
_FIRST_PERSON = re.compile(
    r"\bI (?:hope|say|think|believe|urge|argue|suspect|would argue)\b|\b[Яя] (?:думаю|считаю|надеюсь|полагаю|уверена?)\b"
)
_QUOTED = re.compile(r"“[^”]{0,600}”|«[^»]{0,600}»|\"[^\"\n]{0,600}\"")
_QUESTION_LINE = re.compile(r"^(?:[–—-] ?|Q[:.] ?|[^\W\d_]{1,20}: )?[^\n]{8,300}\?$", re.M)


def tell_genre(
    text: Text, title: str, calls: Sequence[Call], terms: Sequence[Term] = (), *, has_author_note: bool = False
) -> Genre:
    """The genre; an outside hand's note at the foot, or an "I" that argues, make it opinion."""
    opening = text.content[:_OPENING]
    for genre, pattern in _OPENINGS:
        if pattern.search(title if genre is Genre.INTERVIEW else opening):
            return genre
    if _is_call(text, title, calls):
        return Genre.CALL
    if has_author_note or any(term.name.casefold() in _OPINION_TERMS for term in terms):
        return Genre.OPINION
    paragraphs = [text.content[b.start : b.end] for b in text.blocks if b.kind is BlockKind.PARAGRAPH]
    questions = sum(1 for words in paragraphs if len(words) < 320 and _QUESTION_LINE.match(words))
    if questions >= 3 and questions * 4 >= len(paragraphs):
        return Genre.INTERVIEW
    own = _QUOTED.sub("", text.content[:40_000])
    if len(_FIRST_PERSON.findall(own)) >= 2:
        return Genre.OPINION
    return Genre.NEWS


def _is_call(text: Text, title: str, calls: Sequence[Call]) -> bool:
    """A text that is mostly the call itself: a demonstration with its place, a suggested message, or an appeal by its title."""
    if any(call.kind is CallKind.DEMONSTRATION and call.place for call in calls):
        return True
    said = sum(call.end - call.start for call in calls)
    if any(call.message for call in calls) and said * 2 > len(text.content):
        return True
    return bool(calls) and said * 2 > len(text.content)
