"""One sentence of a language told by data alone in, its tokens and everybody in it out. No parser: order, prepositions, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from according.domain.statement import ActorKind, Count, Participant, Role
from according.read.actors import Actor
from according.read.count_grammar import count_grammar
from according.read.lexicon import Lexicon, fold_word
from according.read.page import Page, Sentence
from according.read.plain_tables import PlainTables, plain_tables
from according.read.tokens import MARKS, MAX_TOKENS, Tokens

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:[-–'’][^\W\d_]+)*|[^\w\s]")
_QUOTES = frozenset('"“”«»„')


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who or how many stand somewhere in the sentence. Token numbers are inclusive."""

    first: int
    last: int
    start: int
    end: int
    actor: Actor | None
    count: Count | None


@dataclass(slots=True)
class PlainClause:
    """One sentence on the desk. `tokens` has the shape the engine's speakers ask for; `groups` stays empty."""

    page: Page
    sentence: Sentence
    tokens: Tokens
    tables: PlainTables
    people: list[Somebody] = field(default_factory=list)
    groups: list[object] = field(default_factory=list)

    @property
    def lexicon(self) -> Lexicon:
        """The language's tables."""
        return self.page.lexicon

    def before(self, one: Somebody) -> str:
        """The tag of the token before somebody; ";" at the beginning."""
        return self.tokens.tags[one.first - 1] if one.first else ";"

    def word_before(self, one: Somebody) -> str:
        """The word before somebody, folded."""
        return self.tokens.lows[one.first - 1] if one.first else ""

    def is_free(self, one: Somebody) -> bool:
        """Whether no preposition rules the phrase."""
        return self.before(one) != "P"


def open_clause(page: Page, sentence: Sentence) -> PlainClause:
    """Tokens with tags, and everybody in the sentence."""
    tables = plain_tables(page.language)
    starts, ends, words = [], [], []
    for match in _TOKEN.finditer(page.text, sentence.start, sentence.end):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match.group())
        if len(words) >= MAX_TOKENS:
            break
    lows = [fold_word(word) for word in words]
    tokens = Tokens(starts, ends, words, lows, [], [])
    inside = False
    for word, low in zip(words, lows, strict=True):
        inside = (word in "“«„" or (word == '"' and not inside)) if word in _QUOTES else inside
        tokens.tags.append(_tag(word, low, tables))
        tokens.quoted.append(inside)
    clause = PlainClause(page, sentence, tokens, tables)
    clause.people = _people(clause)
    return clause


def _tag(word: str, low: str, tables: PlainTables) -> str:
    if word in _QUOTES:
        return "Q"
    if word in MARKS:
        return MARKS[word]
    if word[0].isdigit():
        return "J"
    if low in tables.lexicon.tags:
        return tables.lexicon.tags[low]
    kinds = tables.lexicon.verbs.get(low, "")
    if kinds and not set(kinds) <= {"n"} and low not in tables.kinds:
        return "V"
    return "W" if word[0].isalnum() else ";"


def _people(clause: PlainClause) -> list[Somebody]:
    page, start, stop = clause.page, clause.sentence.start, clause.tokens.ends[-1] if len(clause.tokens) else 0
    grammar = count_grammar(page.language)
    dates = [(date.start, date.end) for date in page.dates_in(start, stop)]
    counts = [
        one
        for one in page.counts_in(start, stop)
        if one.start is not None and not any(low <= one.start < high for low, high in dates)
    ]
    out: list[Somebody] = []
    used: set[int] = set()
    for actor in page.actors_in(start, stop):
        count = next(
            (
                one
                for one in counts
                if one.end is not None and actor.start - 12 <= one.end <= actor.start + 1 and not actor.proper
            ),
            None,
        )
        if count is not None and count.start is not None and _gap(clause, count.end or 0, actor.start) <= 1:
            used.add(id(count))
            out.append(_somebody(clause, count.start, actor.end, actor, count))
        else:
            out.append(_somebody(clause, actor.start, actor.end, actor, None))
    for count in counts:
        if id(count) in used or count.start is None or count.end is None or count.mode.value == "share":
            continue
        if any(one.start <= count.start < one.end for one in out) or (count.unit and not grammar.is_group(count.unit)):
            continue
        end = count.end
        if count.unit:
            at = page.text.find(count.unit, count.end, count.end + 90)
            end = at + len(count.unit) if at >= 0 else end
        out.append(_somebody(clause, count.start, end, None, count))
    return sorted((one for one in out if one.first <= one.last), key=lambda one: one.start)


def _gap(clause: PlainClause, end: int, start: int) -> int:
    """Tokens between two places."""
    return clause.tokens.at(start) - clause.tokens.at(end)


def _somebody(clause: PlainClause, start: int, end: int, actor: Actor | None, count: Count | None) -> Somebody:
    return Somebody(clause.tokens.at(start), clause.tokens.at(end) - 1, start, end, actor, count)


def participant(clause: PlainClause, one: Somebody, role: Role) -> Participant:
    """The noun a statement carries."""
    actor = one.actor
    if actor is not None and actor.proper:
        return Participant(
            role=role, name=actor.name, kind=actor.kind, description=actor.description, minor=actor.minor, start=one.start, end=one.end,
            mention=actor.mention, inferred=actor.inferred,
        )  # fmt: skip
    kind = ActorKind.GROUP if one.count is not None else actor.kind if actor is not None else ActorKind.GROUP
    return Participant(
        role=role, name=clause.page.text[one.start : one.end], kind=kind, count=one.count,
        minor=actor is not None and actor.minor, start=one.start, end=one.end,
    )  # fmt: skip
