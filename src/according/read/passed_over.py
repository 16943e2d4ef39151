"""A document in, the words that may name an event and yielded no statement out, each with why. For `explain`; ordinary reading never comes here.

The document is read again, so that nothing need be kept while reading. Where several rows know a word, the reason of the first is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from according.domain.document import BlockKind, Document
from according.domain.passage import Span
from according.domain.statement import Statement
from according.language.inflect import parses
from according.read import engine
from according.read.lexicon import EventForm
from according.read.page import Page, Sentence
from according.read.russian_lexicon import AnchorRow, plain, russian_tables
from according.read.tokens import Tokens


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A word that may name an event and was not proposed. `because`: the word that turned it down, where one did."""

    word: str
    start: int
    end: int
    type: str
    why: str
    because: Span | None = None


def passed_over(document: Document, told: tuple[Statement, ...]) -> tuple[PassedOver, ...]:
    """In the order of the text; () for a language we cannot read. `told`: what reading the document gave."""
    code = engine.language_of(document)
    if code is None or not document.text.content.strip():
        return ()
    page = engine.open_page(document, code)
    anchored = {(one.anchor.start, one.anchor.end) for one in told}
    return tuple(
        one
        for sentence in page.telling
        for one in _in_sentence(page, sentence, code)
        if not any(start <= one.start < end for start, end in anchored)
    )


def _in_sentence(page: Page, sentence: Sentence, code: str) -> Iterator[PassedOver]:
    whole = _whole_sentence(page, sentence)
    tokens: Tokens = engine.GRAMMARS[code].open_clause(page, sentence).tokens
    for k, low in enumerate(tokens.lows):
        found = _russian(tokens, k) if code == "ru" else _by_rows(page, tokens, k, low)
        if found is None:
            continue
        kind, why, because = found
        span = Span(tokens.starts[because], tokens.ends[because]) if because is not None else None
        word = page.document.text.content[tokens.starts[k] : tokens.ends[k]]
        yield PassedOver(word, tokens.starts[k], tokens.ends[k], kind, whole or why, None if whole else span)


def _whole_sentence(page: Page, sentence: Sentence) -> str | None:
    """Why nothing of the sentence is read at all."""
    if sentence.kind is BlockKind.ENDNOTE:
        return "it stands in an endnote"
    if engine.is_boilerplate(page, sentence):
        return "the line belongs to the page, not to the report"
    if engine.is_suggested_message(page, sentence):
        return "it stands in the suggested message of a call"
    return None


Reason = tuple[str, str, int | None]


def _by_rows(page: Page, tokens: Tokens, k: int, low: str) -> Reason | None:
    for form in page.lexicon.events.get(low, ()):
        gapped = "..." in form.rest
        last = k + (0 if gapped else len(form.rest))
        if gapped or tuple(tokens.lows[k + 1 : last + 1]) == form.rest:
            return form.row.type, *_why(tokens, k, last, form)
    return None


def _why(tokens: Tokens, k: int, last: int, form: EventForm) -> tuple[str, int | None]:
    row, lows = form.row, tokens.lows
    for m in (*range(max(0, k - 2), k), *range(last + 1, min(len(tokens), last + 4))):
        if lows[m] in row.veto:
            return f"vetoed by {tokens.words[m]!r}", m
    for m, low in enumerate(lows):
        if low in row.context_veto:
            return f"vetoed by {tokens.words[m]!r} in the same sentence", m
    asked = row.after | row.near | row.after_or_before | row.context
    if asked and asked.isdisjoint(lows):
        return f"none of the words that must stand near it does ({', '.join(sorted(asked)[:4])} …)", None
    if form.kind == "verb" and tokens.tags[k] == "W":
        return "it stands as a noun here", None
    if form.kind == "noun":
        return "nothing shows that it took place: nobody it was done to or by, no verb, no day", None
    if form.kind == "adjective":
        return "it is said of nobody", None
    return "nobody is named it could be about", None


def _russian(tokens: Tokens, k: int) -> Reason | None:
    forms = russian_tables().anchors.get(plain(tokens.lows[k]), ())
    alone = [form for form in forms if form.partner is None]
    if not alone:
        return None
    row: AnchorRow = alone[0].row
    for m in range(max(0, k - 3), min(len(tokens), k + 4)):
        if m != k and row.veto and any(plain(one[1]) in row.veto for one in parses(tokens.lows[m])[:2]):
            return row.type, f"vetoed by {tokens.words[m]!r}", m
    if alone[0].is_noun:
        return row.type, "nothing shows that it took place: nobody it was done to or by, no verb, no day", None
    return row.type, "nobody is named it could be about", None
