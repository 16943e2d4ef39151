"""A form that names a quarter or half of a year in, its months out; "a year earlier" beside a figure of a quarter means that quarter.

Calendar quarters only: what a firm's own year is, no report tells. Never takes "the quarter" for one that no word before it names.
"""

from __future__ import annotations

from dataclasses import replace

from according.language.calendar import shift_months
from according.language.numbers import number_words
from according.read.date_context import Context, Resolved, Resolver, Said
from according.read.date_parts import count_of, month_of, shift_of, year_of
from according.read.date_periods import months, whole_year

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
        2
        if word in context.grammar.lists.get("last_half", ())
        else number_words(context.grammar.language).ordinal.get(word)
    )
    year = year_of(said)
    if year is None and context.reference:
        year = context.reference.year + int(shift_of(said, context) or 0)
    if year is None or number not in (1, 2):
        return None
    return months(said, (year, 1 if number == 1 else 7), (year, 6 if number == 1 else 12), context, year_said=True)


def resolve_months_of_year(said: Said, context: Context) -> Resolved | None:
    """ "the first nine months of 2010", "the last two quarters of the year"."""
    number, year = count_of(said, context), year_of(said)
    if year is None and context.reference:
        year = context.reference.year + (shift_of(said, context) or 0)
    if year is None or number is None:
        return None
    length = int(number) * (3 if context.grammar.look("unit", said.get("u")) == "quarter" else 1)
    if not 1 <= length <= 12:
        return None
    first = 13 - length if (said.get("q") or "").casefold() not in number_words(context.grammar.language).ordinal else 1
    return months(said, (year, first), (year, first + length - 1), context, year_said=said.get("y") is not None)


def resolve_same_quarter(said: Said, context: Context) -> Resolved | None:
    """ "the quarter", "the latest period", "the year-earlier quarter", "the 2010 period": the quarter last named, of this or that year."""
    earlier = said.get("ago") or said.get("ago2") or said.get("s")
    quarter = context.near_quarter(said.start)
    if quarter is None or quarter.first is None or quarter.last is None:
        # "the year-earlier loss" with no quarter named compares years
        return _earlier_year(said, context) if said.get("ago") and not said.get("of") else None
    year = year_of(said)
    if year is not None:
        return replace(_quarter(said, (year, quarter.first.month), context, year_said=True), carries=False)
    if said.get("latest") and context.reference and quarter.last > context.reference:
        return _last_over(said, context)
    return _year_before(quarter, said, context) if earlier else quarter


def resolve_quarter_ended(said: Said, context: Context) -> Resolved | None:
    """ "the quarter ended Sept. 30"."""
    month = month_of(said, context)
    if month is None or month % 3 or context.reference is None:
        return None
    year = context.reference.year - (month > context.reference.month)
    return _quarter(said, (year, month - 2), context, year_said=False)


def _last_over(said: Said, context: Context) -> Resolved | None:
    """The last quarter that was over on the day of publication."""
    assert context.reference is not None
    begun = context.reference.year, (context.reference.month - 1) // 3 * 3 + 1
    first = shift_months(*begun, -3)
    return _quarter(said, first, context, year_said=False) if first else None


def _earlier_year(said: Said, context: Context) -> Resolved | None:
    if context.reference is None:
        return None
    found = whole_year(context.reference.year - 1, said, context, year_said=False)
    return replace(found, carries=False) if found else None


def compared_period(said: Said, context: Context) -> Resolved | None:
    """ "up from $3 million a year earlier": the quarter or month last named, of the year before; None where nothing is compared."""
    left, right = context.clause(said.start, said.end)
    if not context.grammar.compared.search(left if left.strip() else right):
        return None
    quarter, named = context.near_quarter(said.start), context.named
    if named is not None and named.first and context.named_at > context.quarter_at:
        if named.granularity == "month" and said.start - context.named_at <= _BESIDE:
            month = named.first.year - 1, named.first.month
            return replace(months(said, month, month, context, year_said=False), carries=False)
        if named.granularity in ("month", "year", "season"):
            return None
    return None if quarter is None else _year_before(quarter, said, context)


QUARTERS: dict[str, Resolver] = {
    "quarter": resolve_quarter,
    "half": resolve_half,
    "months_of_year": resolve_months_of_year,
    "same_quarter": resolve_same_quarter,
    "quarter_ended": resolve_quarter_ended,
}
