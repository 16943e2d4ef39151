"""A form that names a quarter or half of a year in, its months out; "a year earlier" beside a figure of a quarter means that quarter.

Calendar quarters only: what a firm's own year is, no report tells. Never takes "the quarter" for one that no word before it names.
"""

from __future__ import annotations

from dataclasses import replace

from according.language.calendar import shift_months
from according.language.numbers import number_words
from according.read.date_context import Context, Resolved, Resolver, Said
from according.read.date_parts import month_of, shift_of, year_of
from according.read.date_periods import months, whole_year

_COMPARED = 60  # code points in front in which a figure or a word of comparison must stand
_BESIDE = 200  # code points between a month and the figure it is compared with


def resolve_quarter(said: Said, context: Context) -> Resolved | None:
    """ "the third quarter of 2011", "the 2011 third quarter", "the year-ago third quarter", "Q3"; without a year the last one begun."""
    word = (said.get("q") or "").casefold()
    digits = "".join(char for char in word if char.isdigit())
    number = int(digits) if digits else number_words(context.grammar.language).ordinal.get(word)
    if number is None or not 1 <= number <= 4:
        return None
    month, year = (number - 1) * 3 + 1, year_of(said)
    if year is not None:
        return _quarter(said, (year, month), context, year_said=True)
    if context.reference is None:
        return None
    shift = shift_of(said, context)
    begun = month <= context.reference.month
    year = context.reference.year + (shift if shift is not None else 0 if begun else -1)
    if shift is None and not begun and context.tense(said.start, said.end) == "future":
        year = context.reference.year
    found = _quarter(said, (year, month), context, year_said=False)
    return found if said.get("ago") is None else _year_before(found, said, context)


def _quarter(said: Said, first: tuple[int, int], context: Context, *, year_said: bool) -> Resolved:
    return replace(months(said, first, (first[0], first[1] + 2), context, year_said=year_said), granularity="quarter")


def _year_before(found: Resolved, said: Said, context: Context) -> Resolved:
    """The same quarter of the year before; what is told next still speaks of this year's."""
    assert found.first is not None
    earlier = _quarter(said, (found.first.year - 1, found.first.month), context, year_said=False)
    return replace(earlier, carries=False)


def resolve_half(said: Said, context: Context) -> Resolved | None:
    """ "the first half of 2011", "the last half of last year"."""
    word = (said.get("q") or "").casefold()
    number = (
        2 if word in context.grammar.lists["last_half"] else number_words(context.grammar.language).ordinal.get(word)
    )
    year = year_of(said)
    if year is None and context.reference:
        year = context.reference.year + int(shift_of(said, context) or 0)
    if year is None or number not in (1, 2):
        return None
    return months(said, (year, 1 if number == 1 else 7), (year, 6 if number == 1 else 12), context, year_said=True)


def resolve_same_quarter(said: Said, context: Context) -> Resolved | None:
    """ "the quarter", "the latest period", "the year-earlier quarter", "the 2010 period": the quarter last named, of this or that year."""
    quarter = context.near_quarter(said.start)
    if (
        said.get("latest")
        and context.reference
        and (quarter is None or (quarter.last or context.reference) > context.reference)
    ):
        quarter = _last_over(said, context) if quarter else None
    ended = month_of(said, context)
    if ended is not None and context.reference is not None:
        year = context.reference.year - (ended > context.reference.month)
        first = shift_months(year, ended, -2)
        if first is None or ended % 3:
            return None
        return _quarter(said, first, context, year_said=False)
    if quarter is None or quarter.first is None:
        # "the year-earlier loss" with no quarter named compares years
        if said.get("ago") and not said.get("of") and context.reference:
            return replace(_earlier_year(said, context), carries=False)
        return None
    year = year_of(said)
    if year is not None:
        return replace(_quarter(said, (year, quarter.first.month), context, year_said=True), carries=False)
    return _year_before(quarter, said, context) if said.get("ago") or said.get("s") else replace(quarter, carries=False)


def _last_over(said: Said, context: Context) -> Resolved | None:
    """The last quarter that was over on the day of publication."""
    assert context.reference is not None
    begun = context.reference.year, (context.reference.month - 1) // 3 * 3 + 1
    first = shift_months(*begun, -3)
    return _quarter(said, first, context, year_said=False) if first else None


def _earlier_year(said: Said, context: Context) -> Resolved:
    assert context.reference is not None
    found = whole_year(max(1, context.reference.year - 1), said, context, year_said=False)
    assert found is not None
    return found


def compared_period(said: Said, context: Context) -> Resolved | None:
    """ "up from $3 million a year earlier": the quarter or month last named, of the year before; None where nothing is compared."""
    if not context.grammar.compared.search(context.lower, max(0, said.start - _COMPARED), said.start):
        return None
    quarter, named = context.near_quarter(said.start), context.named
    if named is not None and named.first and context.named_at > context.quarter_at:
        if named.granularity == "month" and said.start - context.named_at <= _BESIDE:
            month = named.first.year - 1, named.first.month
            return replace(months(said, month, month, context, year_said=False), carries=False)
        if named.granularity in ("month", "year", "season"):
            return None
    return None if quarter is None else _year_before(quarter, said, context)


QUARTERS: dict[str, Resolver] = {"quarter": resolve_quarter, "half": resolve_half, "same_quarter": resolve_same_quarter}
