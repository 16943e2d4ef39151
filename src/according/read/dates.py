"""Text and its day of publication in, the dates it names out, each with its words and how it was resolved. Never drops a second reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from according.domain.statement import When
from according.errors import BadInput
from according.language.edtf import bounds
from according.language.scripts import detect_language, script_of
from according.language.words import LANGUAGES, lower_same_length
from according.read.date_context import Context, Resolved, Said
from according.read.date_days import DAYS
from according.read.date_grammar import Grammar, grammar_of, windows
from according.read.date_inside import INSIDE
from according.read.date_lengths import LENGTHS
from according.read.date_periods import PERIODS
from according.read.date_quarters import QUARTERS
from according.read.date_relative import RELATIVE
from according.read.date_stretches import STRETCHES
from according.read.dateline import find_dateline

RESOLVERS = {**DAYS, **STRETCHES, **PERIODS, **QUARTERS, **INSIDE, **RELATIVE, **LENGTHS}
_YEAR = re.compile(r"(?<![\w.,$£€])(1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
# between a time and its day: a zone, the time elsewhere, "on"
_TO_DAY = re.compile(
    r"(?:[ \u00a0][A-Z]{2,4}T?\b|[ \u00a0]\([\d:.]{4,5} [A-Z]{3}\))?,?[ \u00a0](?:on[ \u00a0]|во?[ \u00a0])?(?:the[ \u00a0])?"
)
_ROUGHLY = 31  # days between bounds of publication beyond which "Friday" cannot be told


@dataclass(frozen=True, slots=True)
class DateFound:
    """One date a text names. `text[start:end] == words`."""

    start: int
    end: int
    when: str  # EDTF; of a duration ISO 8601, such as P7M
    words: str
    rule: str
    granularity: str  # time, day, week, month, season, year, decade, century, range; of a duration its unit
    doubt: tuple[str, ...] = ()  # weekday, two_years, after_publication, day_month_order, no_reference
    reference: str | None = None  # the day it was resolved against
    kind: str = "date"  # date, duration, or vague: words of time that name neither ("в последние годы"), `when` is ""
    part: str | None = None  # early, mid, late: the part of the month or year that is meant
    stretch: str | None = None  # of one end of a stretch, the whole of it: EDTF
    ends: tuple[
        DateFound, ...
    ] = ()  # of a stretch ("from 9 to 17 May"), or of two days added up, each end with its own words
    bound: str | None = None  # since, until, before, after: the word in front makes it an end of a stretch

    def as_when(self) -> When:
        """The noun statements carry; a bound opens the interval."""
        return When(self.open_when(), self.words, self.rule, self.reference, self.doubt, self.start, self.end)

    def open_when(self) -> str:
        """EDTF with the bound: "since May" as 2011-05/.., "until 2009" as ../2009. A set of readings stays as it is; an end of a stretch
        stands for all of it."""
        if self.stretch is not None:
            return self.stretch
        if self.bound is None or "/" in self.when or self.when[:1] in "[{":
            return self.when
        return f"{self.when}/.." if self.bound in ("since", "after") else f"../{self.when}"


def dates(text: str, published: str | date | None, language: str | None = None) -> list[DateFound]:
    """The dates `text` names, in order. `published` is the day it appeared (a date, or EDTF); relative dates need it, or a dateline with its
    day at the head of the text, and are left out without.

    Each date stands for itself: of "from 9 to 17 May" both ends are given, with the whole as their `stretch`, where the language counts them
    so (`ends_apart` in its `dates.toml`). `date_index` keeps a stretch whole. Never raises on any text. Time is linear. Durations are found by
    `durations`.
    """
    apart = grammar_of(_language_of(text, language)).options.get("ends_apart")
    published = published or _filed(text, language)
    found = (one for one in iter_found(text, published, language) if one.kind == "date")
    return [end for one in found for end in (one.ends if apart and one.ends else (one,))]


def _filed(text: str, language: str | None) -> str | None:
    """The day of the dateline, where it says its year."""
    dateline = find_dateline(text)
    day = dateline.day if dateline else None
    found = date_index(day, None, language) if day else ()
    return found[0].when if found and found[0].granularity == "day" and not found[0].doubt else None


def durations(text: str, language: str | None = None) -> list[DateFound]:
    """Lengths of time ("seven-month", "от двух до шести лет"): `when` is an ISO 8601 duration, or two with a slash for a range."""
    return [found for found in iter_found(text, None, language) if found.kind == "duration"]


def date_index(text: str, reference: str | date | None, language: str | None = None) -> tuple[DateFound, ...]:
    """All dates and durations of a document, found once, in order; the reader picks the nearest in the clause."""
    return tuple(iter_found(text, reference, language))


def iter_found(text: str, published: str | date | None, language: str | None = None) -> Iterator[DateFound]:
    """Dates and durations in order of place."""
    grammar = grammar_of(_language_of(text, language))
    reference, within = reference_day(published), None
    if isinstance(published, str) and (reference is None or "/" in published):
        within = _loose_bounds(published)
        reference = None if within else reference
    lower = lower_same_length(text)
    narrative = _is_narrative(text, lower, reference, grammar)
    context = Context(text, lower, grammar, reference, narrative, within)
    clock: DateFound | None = None
    for found in (one for low, high in windows(grammar, lower) for one in _in_window(context, low, high)):
        if clock is not None:
            if found.granularity == "day" and _TO_DAY.fullmatch(text, clock.end, found.start):
                found = _with_time(text, clock, found)
            elif not clock.doubt:
                yield clock
        clock = found if found.rule == "time" else None
        if clock is None:
            yield found
    if clock is not None and not clock.doubt:
        yield clock


def _with_time(text: str, clock: DateFound, day: DateFound) -> DateFound:
    """ "at 6 a.m. on Sunday, 19 January": one date."""
    when = day.when if day.when[:1] in "[{" else day.when + clock.when[clock.when.index("T") :]
    return replace(day, start=clock.start, words=text[clock.start : day.end], when=when, granularity="time")


def _in_window(context: Context, low: int, high: int) -> Iterator[DateFound]:
    grammar, at = context.grammar, low
    while at < high:
        match = grammar.pattern.search(context.lower, at, high)
        if match is None:
            return
        form = grammar.forms[match.lastgroup or ""]
        said = Said(form, context.text, match, match.start(), match.end())
        resolved = None if _repeats(said, context) else RESOLVERS[form.by](said, context)
        if resolved is None:
            # Nothing was meant by it; what stands inside (a year in a phrase) may still be a date.
            at = match.start() + 1
            continue
        at = match.end()
        context.note(resolved, match.end())
        yield _found(context, said, resolved)


def _repeats(said: Said, context: Context) -> bool:
    """ "every Friday", "each July": no day in particular."""
    return context.grammar.repeats.search(context.lower, max(0, said.start - 12), said.start) is not None


def _found(context: Context, said: Said, resolved: Resolved) -> DateFound:
    reference = context.reference.isoformat() if context.reference else None
    words = context.text[said.start : said.end]
    bound = _bound(context.grammar, context.lower, said.start) if resolved.kind == "date" else None
    found = DateFound(
        said.start, said.end, resolved.when, words, said.form.rule, resolved.granularity, resolved.doubt, reference,
        resolved.kind, resolved.part, bound=bound,
    )  # fmt: skip
    return found if resolved.ends is None else replace(found, ends=_ends(context, found, resolved))


def _ends(context: Context, found: DateFound, resolved: Resolved) -> tuple[DateFound, ...]:
    """The two dates a stretch is made of, without the words that join them."""
    text, middle = context.text, resolved.second_at
    opens = context.grammar.opens.match(context.lower, found.start, middle)
    joins = context.grammar.joins.search(context.lower, found.start, middle)
    if joins is None or resolved.ends is None:
        return ()
    first, last = opens.end() if opens else found.start, joins.start()
    if first >= last:
        return ()
    stretch = found.when if "/" in found.when else None
    kind = {4: "year", 7: "month"}.get(len(resolved.ends[0]), "day")
    one = replace(
        found, start=first, end=last, words=text[first:last], when=resolved.ends[0], granularity=kind, stretch=stretch
    )
    other = replace(one, start=middle, end=found.end, words=text[middle : found.end], when=resolved.ends[1])
    return one, other


def _bound(grammar: Grammar, text: str, start: int) -> str | None:
    before = text[max(0, start - 20) : start]
    for name, pattern in grammar.bounds:
        if pattern.search(before):
            return name
    return None


def reference_day(published: str | date | None) -> date | None:
    """The day to reckon from: the last day of what `published` bounds; None where it tells no day."""
    if published is None or isinstance(published, date):
        return published if published is None else date(published.year, published.month, published.day)
    try:
        first, last = bounds(published)
    except BadInput:
        return None
    return last or first


def _loose_bounds(published: str) -> tuple[date | None, date | None] | None:
    """The bounds of a day of publication known only roughly, or None where it is known to the month at least."""
    try:
        first, last = bounds(published)
    except BadInput:
        return None
    if first is not None and last is not None and (last - first).days <= _ROUGHLY:
        return None
    return (first, last) if first or last else None


def _language_of(text: str, language: str | None) -> str:
    if language in LANGUAGES:
        return str(language)
    found = detect_language(text) if language is None else None
    if found in LANGUAGES:
        return str(found)
    return "ru" if script_of(text) == "Cyrl" else "en"


def _is_narrative(text: str, lower: str, reference: date | None, grammar: Grammar) -> bool:
    """Whether the text tells mostly of other years than its own: then a date without a year belongs to the year last named.

    News that looks back far is none: it names weekdays, "yesterday" and the like.
    """
    years = Counter(int(year) for year in _YEAR.findall(text))
    if reference is None:
        return True
    total = sum(years.values())
    past = sum(count for year, count in years.items() if year < reference.year - 1)
    if past < 6 or past < 0.5 * total:
        return False
    return 8 * sum(1 for _ in grammar.news.finditer(lower)) < past
