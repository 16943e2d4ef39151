"""A form that names a part of a week, month or year in ("the last week of May", "the end of the month"), its days out.

The whole month or year stays where only "early" or "late" is said; that is kept as the part. Never leans on an event.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from according.language.calendar import make_day, month_length, week_of, weekend_of
from according.language.edtf import bounds, format_interval
from according.language.numbers import number_words
from according.read.date_context import Context, Resolved, Resolver, Said
from according.read.date_parts import day_of, month_of, shift_of, year_of
from according.read.date_periods import months, whole_year
from according.read.date_year import choose_year


def stretch_of(pair: tuple[date, date] | None, granularity: str = "week") -> Resolved | None:
    """First and last day as one stretch."""
    return Resolved(format_interval(*pair), granularity, *pair) if pair else None


def resolve_week_of_month(said: Said, context: Context) -> Resolved | None:
    """ "the first week of May" as its first seven days, "the last week" as its last seven."""
    month, year = month_of(said, context), year_of(said)
    if month is None:
        return None
    if year is None:
        year, _ = choose_year(context, said, month, None)
    if year is None:
        return None
    word, length = (said.get("q") or "").casefold(), month_length(year, month)
    number = number_words(context.grammar.language).ordinal.get(word)
    first = length - 6 if number is None else 7 * number - 6
    low, high = make_day(year, month, first), make_day(year, month, min(first + 6, length))
    return stretch_of((low, high)) if low and high else None


def resolve_week_of_day(said: Said, context: Context) -> Resolved | None:
    """ "the week of March 6"."""
    month, day, year = month_of(said, context), day_of(said, context), year_of(said)
    if month is None or day is None:
        return None
    if year is None:
        year, _ = choose_year(context, said, month, day)
    found = make_day(year, month, day) if year else None
    return stretch_of(week_of(found)) if found else None


def resolve_weekend(said: Said, context: Context) -> Resolved | None:
    """ "the weekend": the one just over or going on, or the next where the clause speaks of what will be."""
    if context.reference is None or context.narrative:
        return None
    ahead = context.tense(said.start, said.end) == "future"
    begun = context.reference.weekday() >= 5
    return stretch_of(weekend_of(context.reference, 0 if ahead or begun else -1), "range")


def resolve_part_of_unit(said: Said, context: Context) -> Resolved | None:
    """ "the end of the month", "later in the year", "year-end": of the day last named in a story, else of the day of publication."""
    unit = context.grammar.look("unit", said.get("u"))
    shift, named = shift_of(said, context), context.near_named(said.start)
    words = (said.get("s") or "").casefold().split()
    leans = context.narrative or bool(words and words[-1] in context.grammar.lists["leaning"])
    if unit == "day":
        leans = leans or context.same_paragraph(context.named_at, said.start)
        named = named if named and named.first == named.last else None
    base = (named.first if named and leans else None) or context.reference
    if base is None:
        return None
    part = context.grammar.look("part", said.get("p"))
    if unit == "year":
        found = whole_year(min(max(base.year + (shift or 0), 1), 9999), said, context, year_said=False)
    elif unit == "month":
        index = base.year * 12 + base.month - 1 + (shift or 0)
        month = index // 12, index % 12 + 1
        found = months(said, month, month, context, year_said=False)
    elif unit == "week":
        found = stretch_of(week_of(base, shift or 0))
    elif unit == "day":
        found = stretch_of((base, base), "day")
    elif unit == "decade":
        when = f"{base.year // 10 + (shift or 0):03d}X"
        found = Resolved(when, "decade", *bounds(when), carries=False)
    else:
        return None
    return replace(found, part=part, carries=False) if found else None


def resolve_day_of_month(said: Said, context: Context) -> Resolved | None:
    """ "on the 5th", "the 28th of that month": in the month last named in the paragraph."""
    day, named = day_of(said, context) or day_of(said, context, "d2"), context.near_named(said.start)
    if day is None or named is None or named.first is None or named.granularity not in ("day", "time", "month"):
        return None
    if said.get("s") is None and not context.same_paragraph(context.named_at, said.start):
        return None
    found = make_day(named.first.year, named.first.month, day)
    return stretch_of((found, found), "day") if found else None


INSIDE: dict[str, Resolver] = {
    "week_of_month": resolve_week_of_month, "week_of_day": resolve_week_of_day, "weekend": resolve_weekend,
    "part_of_unit": resolve_part_of_unit, "day_of_month": resolve_day_of_month,
}  # fmt: skip
