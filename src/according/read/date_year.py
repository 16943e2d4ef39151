"""A date printed without its year in, the year it belongs to out, with the other year that stays possible. Never drops that one."""

from __future__ import annotations

from datetime import date

from according.language.calendar import month_length
from according.read.date_context import Context, Said

_SOON = 60  # days ahead that a date without a year may still lie, where no tense tells
_LONG_AGO = 240
_JUST = 31  # days back within which a day is more likely of this year than of the year named before it


def choose_year(context: Context, said: Said, month: int, day: int | None) -> tuple[int | None, int | None]:
    """The year of a date printed without one, and the other year that stays possible.

    Most recent year in which the date is not after the reference (two days' grace); ahead of it where the clause speaks of what will be;
    the year last named where the text tells of other years; the year this text gave the same day before.
    """
    if context.ancient:
        return None, None
    carried = context.year
    reference = context.reference
    if reference is None:
        return (carried if carried is not None or day is None else _year_within(context, month, day)), None
    if context.section_year is not None and not context.same_paragraph(context.year_at, said.start):
        carried = context.section_year
    if carried is not None and (context.narrative or context.section_year is not None):
        return carried + context.turns_year(said.start, month), None
    if day is not None and (month, day) in context.years_of_days:
        return context.years_of_days[month, day], None
    past, ahead = _years_around(reference, month, day)
    tense = context.tense(said.start, said.end)
    if (
        tense != "future"
        and carried is not None
        and carried < past
        and context.year_in_date
        and context.same_paragraph(context.year_at, said.start)
    ):
        just = day is not None and 0 <= (reference - _day_in(past, month, day)).days <= _JUST
        return (past, carried) if just else (carried, None)
    if ahead == past:
        return past, None
    distance_ahead = (_day_in(ahead, month, day) - reference).days
    distance_back = (reference - _day_in(past, month, day)).days
    if tense == "future" and distance_ahead <= 300:
        return ahead, None
    if distance_ahead <= _SOON and distance_back >= _LONG_AGO and context.may_come(said.start, said.end):
        return ahead, None
    if tense is None and distance_ahead <= _SOON and distance_back >= _LONG_AGO:
        return ahead, past
    return past, None


def _year_within(context: Context, month: int, day: int) -> int | None:
    """The year of a day where publication has bounds only: the last before the later bound, or the one nearest to the earlier bound,
    which may lie behind it by what news reports look back."""
    if context.within is None:
        return None
    first, last = context.within
    if last is not None:
        return _years_around(last, month, day)[0]
    if first is None:
        return None
    past, ahead = _years_around(first, month, day)
    return past if (first - _day_in(past, month, day)).days <= _SOON else ahead


def _years_around(reference: date, month: int, day: int | None) -> tuple[int, int]:
    """The last year in which the date is not after the reference, the first in which it is not before."""
    this_year = _day_in(reference.year, month, day)
    if day is None:
        past = reference.year if month <= reference.month else reference.year - 1
        return past, past if month == reference.month else past + 1
    gap = (this_year - reference).days
    past = reference.year if gap <= 2 else reference.year - 1
    return past, past if gap in (0, 1, 2) else past + 1


def _day_in(year: int, month: int, day: int | None) -> date:
    year = min(max(year, 1), 9999)
    return date(year, month, min(day or 1, month_length(year, month)))


def anchor_year(context: Context, said: Said, shift: int) -> int | None:
    """This, last or next year: seen from the last date for "that" and "the following", from publication otherwise."""
    leaning = (said.get("s") or "").casefold().split()
    if leaning and leaning[-1] in context.grammar.lists["leaning"]:
        named = context.near_named(said.start)
        if named and named.first:
            return named.first.year + shift
    return context.reference.year + shift if context.reference else None
