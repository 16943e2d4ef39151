"""A document in, its statements out: the way of a reading, the same for every language.

What a language brings
    * data: `read/data/CODE/*.toml` (events, cues, nouns, stance, grammar), loaded by `lexicon.get_lexicon(CODE)`;
    * a `Grammar`: an object with the methods of the protocol below, registered in `GRAMMARS` under its code. English and Russian have
      one of their own; a language that has data only is read by `plain_grammar.PlainGrammar`.
A Grammar finds drafts (`draft.Draft`: type, anchor, voice, participants, count, polarity, stance, phase) and attributions in one
sentence. Everything after that is done here and is the same for all: who speaks in which order, day and place, endnotes, links
between statements, identities. `Page` gives a Grammar what is found once per document: counts, dates, places, people.

The way: gate (does the sentence hold a word that may name an event?) → tokens → drafts → values → speakers → when, where →
links → statements. Only sentences that pass the gate pay for the slow part. Nothing here raises on any text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from according.domain.document import BlockKind, Document
from according.domain.identity import statement_id
from according.domain.passage import Span, passage_at
from according.domain.statement import About, Role, Speaker, Stance, Statement, Where
from according.domain.types import get_type
from according.language.scripts import detect_language, script_of
from according.read.about import link_drafts, refute_drafts
from according.read.attribution_parts import Attribution
from according.read.circumstances import add_when, add_where
from according.read.clause import Clause
from according.read.communiques import add_issuers
from according.read.counts import find_counts
from according.read.dateline import find_dateline
from according.read.dates import date_index
from according.read.draft import Draft
from according.read.english import EnglishGrammar
from according.read.lexicon import get_lexicon
from according.read.line_ends import without_cuts
from according.read.meant_places import find_meant
from according.read.mentions import mentions_in
from according.read.page import Page, Sentence, find_quotes, split_sentences
from according.read.places import find_places, main_country
from according.read.plain_grammar import PlainGrammar, plain_languages
from according.read.printed import as_printed
from according.read.quotations import find_quotations
from according.read.reference import find_reference
from according.read.relations import find_relations
from according.read.russian import RussianGrammar
from according.read.same_happening import share_circumstances
from according.read.speakers import add_speakers, carried_speakers, labelled_speakers
from according.read.telling import find_telling
from according.read.truecase import truecase
from according.read.unnamed_sites import add_sites


class Grammar(Protocol):
    """What a language must be able to do with one sentence."""

    def may_tell(self, page: Page, sentence: Sentence) -> bool:
        """Fast: whether the sentence holds a word that may name an event."""
        ...

    def open_clause(self, page: Page, sentence: Sentence) -> Clause:
        """Tokens and verb groups of the sentence."""
        ...

    def find_drafts(self, clause: Clause) -> list[Draft]:
        """What the sentence says happened, values included."""
        ...

    def find_attributions(self, clause: Clause) -> list[Attribution]:
        """Who says what in the sentence."""
        ...


GRAMMARS: dict[str, Grammar] = {"en": EnglishGrammar(), "ru": RussianGrammar()}
GRAMMARS |= {code: PlainGrammar() for code in plain_languages(frozenset(GRAMMARS))}

_BOILERPLATE = re.compile(
    r"(?:Filed under|Leave a comment|\d+ Comments?$|Posted (?:in|by|on)|Share this|Read more|Continue reading|Tags?:|Categories:|Related|Image:|Photo:)",
    re.I,
)


def language_of(document: Document) -> str | None:
    """The language to read the document in, or None where we have no grammar for it."""
    code = document.language or detect_language(document.text.content)
    if code is None and script_of(document.text.content) == "Latn":
        code = "en"
    return code if code in GRAMMARS else None


def read_document(document: Document) -> tuple[Statement, ...]:
    """Every statement the document makes, in the order of the text; () for a language we cannot read."""
    code = language_of(document)
    if code is None or not document.text.content.strip():
        return ()
    page = open_page(document, code)
    found = _statements(page, GRAMMARS[code])
    stored = document.text.content
    return found if page.text is stored else tuple(as_printed(one, page.text, stored) for one in found)


def open_page(document: Document, code: str) -> Page:
    """The document with everything that is found once."""
    text = without_cuts(document.text.content)
    text = truecase(text) if code == "en" else text
    if text is not document.text.content:
        document = replace(document, text=replace(document.text, content=text))
    dateline = find_dateline(text, _first_block(document))
    reference = find_reference(document, dateline, code)
    page = Page(document=document, text=text, language=code, lexicon=get_lexicon(code), reference=reference)
    page.dateline = dateline
    page.sentences = split_sentences(document, code, page.dateline.end if page.dateline else 0)
    page.telling = tuple(one for one in page.sentences if GRAMMARS[code].may_tell(page, one))
    page.counts = tuple(count for one in page.telling for count in find_counts(text, code, one.start, one.end))
    if page.telling:
        read = _near_events(page)
        told = page.dateline.end if page.dateline else 0
        days = date_index(read, reference, code)
        page.dates = tuple(date for date in days if date.kind == "date" and date.start >= told)
        page.lengths = tuple(date for date in days if date.kind == "duration")
    if page.telling:  # a page that tells nothing needs no places
        page.places = _places(page, read)
    page.mentions = mentions_in(text, code)
    page.quotes = (
        tuple(Span(one.start, one.end) for one in find_quotations(text) if one.is_speech(text))
        if code == "en"
        else tuple(one for one in find_quotes(text) if one.end - one.start >= 40)
    )
    page.index()
    return page


def _places(page: Page, near: str) -> tuple[Where, ...]:
    """The places named near what is told (`near`: the text with the rest blanked), and "this city", "the capital" where dateline and
    country tell which."""
    filed_in = page.dateline.country if page.dateline else None
    found = find_places(near, page.language, filed_in=filed_in)
    if page.language == "en":
        main = main_country(near, found, page.language, filed_in)
        found += find_meant(near, page.dateline.place if page.dateline else None, main)
        found.sort(key=lambda one: one.start or 0)
    return tuple(found)


def _first_block(document: Document) -> int:
    """Where the running text begins, behind headings."""
    return next((block.start for block in document.text.blocks if block.kind is BlockKind.PARAGRAPH), 0)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _near_events(page: Page) -> str:
    """The text with sentences blanked that neither tell, nor stand before one that tells, nor name a year: dates of no use, same offsets."""
    keep: set[int] = set()
    for sentence in page.telling:
        keep.update((sentence.index - 1, sentence.index))
    parts: list[str] = []
    at = 0
    for sentence in page.sentences:
        if sentence.index in keep or _YEAR.search(page.text, sentence.start, sentence.end):
            continue
        parts += [page.text[at : sentence.start], " " * (sentence.end - sentence.start)]
        at = sentence.end
    return "".join((*parts, page.text[at:]))


def _statements(page: Page, grammar: Grammar) -> tuple[Statement, ...]:
    skipped, called = _quoted_history(page.document)
    drafts: list[Draft] = []
    opened: dict[int, tuple[Clause, list[Attribution]]] = {}
    for sentence in page.telling:
        if sentence.kind is BlockKind.ENDNOTE or _inside(sentence, skipped) or is_boilerplate(page, sentence):
            continue
        clause, attributions = _open(page, grammar, sentence, opened)
        found = grammar.find_drafts(clause)
        if not found:
            continue
        asked = page.text[sentence.start : sentence.end].rstrip('”"’) ').endswith("?")
        in_call = _inside(sentence, called)
        for draft in found:
            if asked:
                draft.stance = Stance.POSSIBLE if draft.stance is Stance.ASSERTED else draft.stance
            if in_call and draft.stance is Stance.ASSERTED:
                draft.stance = Stance.DEMANDED
            carried = _carried(page, grammar, sentence, draft, opened)
            add_speakers(clause, draft, attributions, carried)
            _add_circumstances(page, sentence, draft, attributions)
        drafts.extend(draft for draft in found if not _speaks_of_own_death(draft))
    drafts.extend(_told_relations(page, grammar, list(skipped), opened))
    refute_drafts(page, drafts)
    drafts.sort(key=lambda draft: (draft.anchor.start, draft.anchor.end, draft.type))
    share_circumstances(page, drafts)
    add_sites(page, drafts)
    add_issuers(page, drafts, lambda lead, span: _who_leads(page, grammar, lead, span, opened))
    return tuple(_finish(page, drafts))


def is_boilerplate(page: Page, sentence: Sentence) -> bool:
    """Whether a line is the page's own ("Filed under"), not the report's."""
    return _BOILERPLATE.match(page.text, sentence.start) is not None


def is_suggested_message(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence is what a call asks others to write."""
    return bool(_inside(sentence, _quoted_history(page.document)[0]))


def _who_leads(
    page: Page, grammar: Grammar, lead: Sentence, span: Span, opened: dict[int, tuple[Clause, list[Attribution]]]
) -> list[Speaker]:
    clause, attributions = _open(page, grammar, lead, opened)
    return carried_speakers(page, span, [(clause, attributions)], clause.tokens)


def _told_relations(
    page: Page, grammar: Grammar, skipped: list[Span], opened: dict[int, tuple[Clause, list[Attribution]]]
) -> list[Draft]:
    """Relations and figures; who owns how much and how high a figure is, somebody says, so these get speakers."""
    drafts = find_relations(page, skipped)
    for draft in drafts:
        if draft.type in {"statistic", "ownership"} or (draft.type == "role" and page.language == "ru"):
            clause, attributions = _open(page, grammar, page.sentences[draft.sentence], opened)
            meant = (draft.stance, draft.polarity)
            add_speakers(clause, draft, attributions, [])
            if draft.type == "role":  # an office told in passing is not alleged with what is alleged
                draft.stance, draft.polarity = meant
                holders = {one.name for one in draft.people(Role.HOLDER)}
                draft.speakers = [
                    one for one in draft.speakers if one.name not in holders
                ]  # nobody is the source of his title
            if draft.type == "statistic":
                _add_circumstances(page, page.sentences[draft.sentence], draft, attributions)
    return drafts


def _speaks_of_own_death(draft: Draft) -> bool:
    """ "X spoke of his death": whoever speaks is not the one who died, so the pronoun was read wrongly."""
    if draft.type not in {"killing", "death", "death_in_custody", "suicide"}:
        return False
    speakers = {speaker.name for speaker in draft.speakers}
    return any(one.inferred and one.name in speakers for one in draft.people(Role.PATIENT))


def _open(
    page: Page, grammar: Grammar, sentence: Sentence, opened: dict[int, tuple[Clause, list[Attribution]]]
) -> tuple[Clause, list[Attribution]]:
    known = opened.get(sentence.index)
    if known is None:
        clause = grammar.open_clause(page, sentence)
        known = opened[sentence.index] = (clause, grammar.find_attributions(clause))
    return known


def _inside(sentence: Sentence, spans: Iterable[Span]) -> bool:
    return any(span.start <= sentence.start and sentence.end <= span.end for span in spans)


def _quoted_history(document: Document) -> tuple[list[Span], list[Span]]:
    """What is not read (suggested messages of calls) and what is only asked for (the rest of a call)."""
    skipped: list[Span] = []
    called: list[Span] = []
    for call in document.calls:
        called.append(Span(call.start, call.end))
        if call.message:
            at = _one_line(document.text.content).find(_one_line(call.message[:200]))
            if at >= 0:
                skipped.append(Span(at, at + len(call.message)))
    return skipped, called


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


_OPENING = frozenset("“\"«'")


def _label_of_block(
    page: Page, grammar: Grammar, sentence: Sentence, opened: dict[int, tuple[Clause, list[Attribution]]]
) -> list:  # type: ignore[type-arg]
    """ "Broszek: They came on Friday. They searched the flat.": the label holds for the whole paragraph."""
    first = sentence.index
    while first and sentence.index - first < 12 and page.sentences[first - 1].block == sentence.block:
        first -= 1
    opening = page.sentences[first]
    if first == sentence.index or ":" not in page.text[opening.start : opening.start + 60]:
        return []
    return labelled_speakers(*_open(page, grammar, opening, opened))


def _carried(
    page: Page, grammar: Grammar, sentence: Sentence, draft: Draft, opened: dict[int, tuple[Clause, list[Attribution]]]
) -> list:  # type: ignore[type-arg]
    """Speakers of a quotation that began before this sentence and whose words hold the anchor."""
    k = bisect_right(page.quotes, draft.anchor.start, key=lambda one: one.start) - 1
    quote = page.quotes[k] if k >= 0 else None
    if quote is None or quote.end < draft.anchor.end:
        return _label_of_block(page, grammar, sentence, opened)
    if quote.start > sentence.start + 1:
        return []
    before: list[tuple[Clause, list[Attribution]]] = []
    index = sentence.index - 1
    while index >= 0 and len(before) < 6:
        earlier = page.sentences[index]
        starts_new = (
            earlier.block != sentence.block
            and page.text[page.sentences[index + 1].start : page.sentences[index + 1].start + 1] not in _OPENING
        )
        if starts_new:
            break
        before.insert(0, _open(page, grammar, earlier, opened))
        index -= 1
    clause = opened[sentence.index][0]
    # a cue behind the quotation ("...," he said) comes before whoever spoke earlier
    last = bisect_left(page.sentences, quote.end, key=lambda one: one.start) - 1
    if last > sentence.index:
        before.append(_open(page, grammar, page.sentences[last], opened))
    return carried_speakers(page, quote, [*before, opened[sentence.index]], clause.tokens)


def _add_circumstances(page: Page, sentence: Sentence, draft: Draft, attributions: list[Attribution]) -> None:
    span = Span(sentence.start, sentence.end)
    places: tuple[Where, ...] = ()
    if sentence.index:
        before = page.sentences[sentence.index - 1]
        if before.block == sentence.block:
            places = tuple(page.places_in(before.start, before.end))
    telling = find_telling(page, draft, attributions)
    add_when(page, draft, span, telling)
    add_where(page, draft, places if not page.places_in(span.start, span.end) else (), span, telling)


def _finish(page: Page, drafts: list[Draft]) -> Iterable[Statement]:
    document = page.document
    ordinals: dict[tuple[int, int, str], int] = {}
    made: list[tuple[Draft, str, int]] = []
    for draft in drafts:
        kind = get_type(draft.type).kind.value
        key = (draft.anchor.start, draft.anchor.end, kind)
        ordinal = ordinals.get(key, 0)
        ordinals[key] = ordinal + 1
        made.append((draft, statement_id(document.id, document.text.digest, key[0], key[1], kind, ordinal), ordinal))
    links = link_drafts(drafts, page.text)
    for number, (draft, identity, ordinal) in enumerate(made):
        if number in links:
            draft.about = About(links[number][0], made[links[number][1]][1])
        yield _statement(page, draft, identity, ordinal)


def _statement(page: Page, draft: Draft, identity: str, ordinal: int) -> Statement:
    document = page.document
    sentence = page.sentences[draft.sentence]
    outlets = {document.outlet.name} if document.outlet else set()
    outlets |= {author.name for author in document.authors}
    speakers = tuple(one for one in draft.speakers if one.name not in outlets)
    start, end = min(sentence.start, draft.anchor.start), max(sentence.end, draft.anchor.end)
    return Statement(
        id=identity, quote=passage_at(document.id, document.text.digest, page.text, start, end), anchor=draft.anchor,
        kind=get_type(draft.type).kind, type=draft.type, rule=draft.rule, ordinal=ordinal, phase=draft.phase,
        polarity=draft.polarity, stance=draft.stance, about=draft.about, speakers=speakers,
        participants=tuple(draft.participants), count=draft.count, when=draft.when, where=draft.where, value=draft.value,
        cites=_cites(document, sentence), inferred=tuple(sorted(draft.inferred)), trace=tuple(draft.trace),
    )  # fmt: skip


def _cites(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """Labels of the endnotes marked in the sentence or right behind it."""
    return tuple(
        note.label
        for note in document.endnotes
        if any(sentence.start <= ref.start <= sentence.end + 1 for ref in note.references)
    )
