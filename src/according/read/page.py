"""A document on the reader's desk: its text with sentences, counts, dates, places and people, each found once and asked by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from according.domain.document import BlockKind, Document
from according.domain.passage import Span
from according.domain.statement import ActorKind, Count, CountMode, Where
from according.language.sentences import iter_sentences
from according.read.actors import Actor, Mentions
from according.read.dateline import Dateline
from according.read.dates import DateFound
from according.read.lexicon import Lexicon

_CHILD = re.compile(r"(?:.* )?([A-Z][\w-]+)[’']s?(?: [a-z]+)? (?:daughter|son)$")
_QUOTE = re.compile(
    r"“[^“”\n]{1,4000}(?:”|(?=\n|$))|«[^«»\n]{1,4000}(?:»|(?=\n|$))|\"[^\"\n]{1,4000}\"|„[^“”\n]{1,4000}[“”]"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the block it stands in."""

    start: int
    end: int
    index: int
    block: int
    kind: BlockKind


@dataclass(slots=True)
class Page:
    """Everything the rules ask of a document. Lists are in the order of the text; look-ups cost the logarithm of their length."""

    document: Document
    text: str  # as it is read: where the stored text is in capitals, with small letters; same length, same places
    language: str
    lexicon: Lexicon
    reference: str | None  # EDTF of the day it was written or appeared
    sentences: tuple[Sentence, ...] = ()
    telling: tuple[Sentence, ...] = ()  # those with a word that may name an event
    counts: tuple[Count, ...] = ()  # of the telling sentences
    dates: tuple[DateFound, ...] = ()
    lengths: tuple[DateFound, ...] = ()  # how long: durations, "the last three days"
    places: tuple[Where, ...] = ()
    mentions: Mentions = field(default_factory=lambda: Mentions(()))
    quotes: tuple[Span, ...] = ()
    dateline: Dateline | None = None
    parents: dict[str, Actor] = field(default_factory=dict)  # name of a son or daughter -> the parent the text names
    plain: str = ""  # the text with ordinary blanks for no-break ones; same offsets
    _count_starts: list[int] = field(default_factory=list)
    _date_starts: list[int] = field(default_factory=list)
    _place_starts: list[int] = field(default_factory=list)
    _length_starts: list[int] = field(default_factory=list)

    def index(self) -> None:
        """Prepare the look-ups; call once after the lists are set."""
        self.plain = self.text.replace("\u00a0", " ").replace("\u202f", " ")
        self._count_starts = [count.start or 0 for count in self.counts]
        self._date_starts = [date.start for date in self.dates]
        self._length_starts = [length.start for length in self.lengths]
        self._place_starts = [place.start or 0 for place in self.places]
        by_name = {actor.name: actor for actor in reversed(self.mentions.actors) if actor.proper}
        for actor in self.mentions.actors:
            kin = _CHILD.match(actor.description or "") if actor.proper else None
            if kin is None:
                continue
            fits = [one for name, one in by_name.items() if name.endswith(kin[1]) and one.kind is ActorKind.PERSON]
            if fits and fits[0].name != actor.name:
                self.parents.setdefault(actor.name, fits[0])

    def counts_in(self, start: int, end: int) -> list[Count]:
        """Counts that begin between start and end."""
        a, b = bisect_left(self._count_starts, start), bisect_left(self._count_starts, end)
        return list(self.counts[a:b])

    def dates_in(self, start: int, end: int) -> list[DateFound]:
        """Dates that begin between start and end."""
        a, b = bisect_left(self._date_starts, start), bisect_left(self._date_starts, end)
        return list(self.dates[a:b])

    def lengths_in(self, start: int, end: int) -> list[DateFound]:
        """Durations that begin between start and end."""
        a, b = bisect_left(self._length_starts, start), bisect_left(self._length_starts, end)
        return list(self.lengths[a:b])

    def places_in(self, start: int, end: int) -> list[Where]:
        """Places that begin between start and end."""
        a, b = bisect_left(self._place_starts, start), bisect_left(self._place_starts, end)
        return list(self.places[a:b])

    def quote_around(self, start: int, end: int) -> Span | None:
        """The quotation that holds the words from start to end."""
        number = bisect_right(self.quotes, start, key=lambda quote: quote.start) - 1
        if number < 0 or self.quotes[number].end < end:
            return None
        return self.quotes[number]

    def actors_in(self, start: int, end: int) -> list[Actor]:
        """Actors that stand whole between start and end."""
        return self.mentions.between(start, end)

    def actor_in(self, start: int, end: int) -> Actor | None:
        """The best actor between start and end: a name before a description."""
        inside = self.mentions.between(start, end)
        if not inside:
            return None
        return max(inside, key=lambda one: (one.proper, one.kind is ActorKind.PERSON, one.end - one.start))

    def named_people(self) -> Iterator[tuple[Actor, Sentence]]:
        """People where they are named (also by a surname alone), each with the sentence that holds the name whole."""
        starts = [sentence.start for sentence in self.sentences]
        for actor in self.mentions.actors:
            if not actor.proper or actor.kind is not ActorKind.PERSON:
                continue
            number = bisect_right(starts, actor.start) - 1
            if number >= 0 and actor.end <= self.sentences[number].end:
                yield actor, self.sentences[number]

    def pronoun(self, start: int) -> Actor | None:
        """Whom a pronoun stands for."""
        return self.mentions.pronoun(start)

    def count_for(self, start: int, end: int) -> Count | None:
        """The count of a noun phrase: the first that begins in it and is no age, money or duration."""
        led = bisect_left(self._count_starts, start) - 1
        before = [
            one
            for one in self.counts[max(0, led) : led + 1]
            if (one.end or 0) > start and one.of is None and one.max != 0
        ]  # "about | 50"
        for count in (*before, *self.counts_in(start, end)):
            if (count.unit or "").lower() not in _NOT_PEOPLE and count.mode is not CountMode.SHARE:
                return count
        return None


_NOT_PEOPLE = frozenset(
    [
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "hour",
        "hours",
        "minute",
        "minutes",
        "percent",
        "%",
        "tonne",
        "tonnes",
        "dollar",
        "dollars",
        "tenge",
        "metre",
        "metres",
        "km",
        "kilometre",
        "kilometres",
        "barrel",
        "barrels",
        "round",
        "rounds",
        "degree",
        "degrees",
    ]
)


def split_sentences(document: Document, language: str, told_from: int = 0) -> tuple[Sentence, ...]:
    """Sentences of the blocks; of the whole text where there are no blocks. `told_from`: where the dateline ends."""
    content = document.text.content
    blocks = document.text.blocks
    spans = [(block.start, block.end, block.kind) for block in blocks] or [(0, len(content), BlockKind.PARAGRAPH)]
    out: list[Sentence] = []
    for number, (start, end, kind) in enumerate(spans):
        for span in iter_sentences(content, language, max(start, told_from) if start < told_from < end else start, end):
            out.append(Sentence(span.start, span.end, len(out), number, kind))
    return tuple(out)


def find_quotes(text: str) -> tuple[Span, ...]:
    """Quotations in double marks; one that is not closed goes to the end of its line."""
    return tuple(Span(match.start(), match.end()) for match in _QUOTE.finditer(text))
