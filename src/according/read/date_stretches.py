"""A form with two ends in, the stretch between them out, or both days where "and" only adds one to the other. Never takes the two for one."""

from __future__ import annotations

from datetime import date

from according.language.calendar import make_day, month_length
from according.read.date_context import Context, Resolved, Resolver, Said
from according.read.date_parts import day_of, month_of, year_of
from according.read.date_year import choose_year


def resolve_day_range(said: Said, context: Context) -> Resolved | None:
    """ "from 9 to 17 May", "16-17 December 2011", "May 3 and 17" (two days, not a stretch)."""
    month = month_of(said, context)
    first, second = day_of(said, context), day_of(said, context, "d2")
    if month is None or first is None or second is None or first >= second:
        return None
    year, other = year_of(said), None
    year_said = year is not None
    if year is None:
        year, other = choose_year(context, said, month, second)
    if year is None:
        return None
    low, high = make_day(year, month, first), make_day(year, month, second)
    if low is None or high is None:
        return None
    doubt = ("two_years",) if other else ()
    apart = _adds(said, context) and second - first > 1
    return _stretch(said, low.isoformat(), high.isoformat(), low, high, "d2", apart, doubt, year_said)


def resolve_day_to_day(said: Said, context: Context) -> Resolved | None:
    """ "from 29 December to 3 January 2012", "March 19 – April 30": each end with its month, the year said once, twice or not at all."""
    months = month_of(said, context), month_of(said, context, "m2")
    days = day_of(said, context), day_of(said, context, "d2")
    if None in months or None in days:
        return None
    (month, last_month), (day, last_day) = months, days
    assert month is not None and last_month is not None and day is not None and last_day is not None
    turns = (last_month, last_day) < (month, day)
    year, last_year = year_of(said), int(said.get("y2") or 0) or None
    year_said = bool(year or last_year)
    if year is None and last_year is not None:
        year = last_year - turns
    elif year is None:
        year, _ = choose_year(context, said, month, day)
    if year is None:
        return None
    low, high = make_day(year, month, day), make_day(last_year or year + turns, last_month, last_day)
    if low is None or high is None or low >= high or (high - low).days > 3660:
        return None
    return _stretch(said, low.isoformat(), high.isoformat(), low, high, said.leads("d2", "m2"), False, (), year_said)


def resolve_month_range(said: Said, context: Context) -> Resolved | None:
    """ "from May to December 2011", "November–January 2012" (which began the year before), "May and July 2011" (two months)."""
    first, last, year = month_of(said, context), month_of(said, context, "m2"), year_of(said)
    if first is None or last is None:
        return None
    year_said = year is not None
    if year is None:
        begun, _ = choose_year(context, said, first, None)
        year = begun + (first > last) if begun else None
    if year is None:
        return None
    begun = year - (first > last)
    low, high = date(begun, first, 1), date(year, last, month_length(year, last))
    apart = _adds(said, context) and (last - first) % 12 > 1
    ends = f"{begun:04d}-{first:02d}", f"{year:04d}-{last:02d}"
    return _stretch(said, *ends, low, high, "m2", apart, (), year_said)


def resolve_year_range(said: Said, context: Context) -> Resolved | None:
    """ "2010-11", "between 2003 and 2005"."""
    year, second = year_of(said), said.get("y2")
    if year is None or second is None:
        return None
    last = int(second) if len(second) == 4 else year - year % 100 + int(second)
    if not year < last <= year + 300:
        return None
    low, high = date(year, 1, 1), date(last, 12, 31)
    return _stretch(said, f"{year:04d}", f"{last:04d}", low, high, "y2", False, (), True)


def _stretch(
    said: Said,
    first: str,
    last: str,
    low: date,
    high: date,
    second: str,
    apart: bool,
    doubt: tuple[str, ...],
    year_said: bool,
) -> Resolved:
    """Both ends as EDTF, the days they bound, and the name of the group with which the second begins."""
    when = f"{{{first},{last}}}" if apart else f"{first}/{last}"
    at = said.place(second)
    return Resolved(when, "range", low, high, doubt, year_said=year_said, ends=(first, last), second_at=at)


def _adds(said: Said, context: Context) -> bool:
    """ "and" without "between" in front."""
    joined = (said.get("join") or "").casefold()
    opens = tuple(context.grammar.lists["range_opens"])
    return joined in context.grammar.lists["both"] and not said.words.casefold().startswith(opens)


STRETCHES: dict[str, Resolver] = {
    "day_range": resolve_day_range, "day_to_day": resolve_day_to_day, "month_range": resolve_month_range,
    "year_range": resolve_year_range,
}  # fmt: skip
