"""A form that names a day in, the day out, held against the weekday printed with it and the day of publication. Both readings stay where they clash."""

from __future__ import annotations

from datetime import date

from according.language.calendar import easter_of, make_day, nearest_weekday, nth_weekday, shift_days
from according.language.edtf import format_set
from according.read.date_context import Context, Resolved, Resolver, Said
from according.read.date_parts import day_of, month_of, shift_of, time_of, year_of
from according.read.date_year import anchor_year, choose_year


def resolve_day(said: Said, context: Context) -> Resolved | None:
    """A day with its month: "Friday, December 16th 2011", "16 декабря"."""
    month, day = month_of(said, context), day_of(said, context)
    if month is None or day is None or not 1 <= day <= 31:
        return None
    weekday = context.grammar.look("weekday", said.get("w") or said.get("w2"))
    year, other = year_of(said), None
    year_said = year is not None
    shift = shift_of(said, context)
    if year is None and shift is not None:
        year = anchor_year(context, said, shift)
        year_said = year is not None
    if year is None:
        year, other = choose_year(context, said, month, day)
    if year is None:
        return (
            Resolved(f"XXXX-{month:02d}-{day:02d}", "day", doubt=("no_reference",), carries=False)
            if day <= 31
            else None
        )
    found = make_day(year, month, day)
    if found is None:
        return None
    return finish_day(said, context, found, weekday, other, year_said)


def finish_day(
    said: Said, context: Context, found: date, weekday: int | None, other: int | None, year_said: bool
) -> Resolved:
    """Holds the day against the weekday printed with it and against the day of publication."""
    doubt: list[str] = []
    if other is not None and weekday is not None and found.weekday() != weekday:
        fits = make_day(other, found.month, found.day)
        found, other = (fits, None) if fits and fits.weekday() == weekday else (found, other)
    readings = [found.isoformat() + time_of(said, context)]
    if weekday is not None and found.weekday() != weekday:
        fitting = nearest_weekday(found, weekday)
        doubt.append("weekday")
        readings += [fitting.isoformat()] if fitting else []
    elif other is not None:
        second = make_day(other, found.month, found.day)
        if second and (weekday is None or second.weekday() == weekday):
            doubt.append("two_years")
            readings.append(second.isoformat())
    if context.within is not None and not year_said and context.year is None:
        doubt.append("bounds")
    late = context.reference is not None and (found - context.reference).days > 1 and "two_years" not in doubt
    if late and context.tense(said.start, said.end) == "past":
        doubt.append("after_publication")
    granularity = "time" if "T" in readings[0] else "day"
    return Resolved(format_set(readings), granularity, found, found, tuple(doubt), year_said=year_said)


def resolve_iso(said: Said, context: Context) -> Resolved | None:
    """2011-12-16, with a time or without."""
    try:
        found = date.fromisoformat(said.get("iso") or "")
    except ValueError:
        return None
    return Resolved(found.isoformat() + time_of(said, context), "day", found, found, year_said=True)


def resolve_year_first(said: Said, context: Context) -> Resolved | None:
    """2011/12/16."""
    found = make_day(year_of(said) or 0, int(said.get("mn") or 0), int(said.get("d") or 0))
    return Resolved(found.isoformat(), "day", found, found, year_said=True) if found else None


def resolve_numeric(said: Said, context: Context) -> Resolved | None:
    """16.12.2011 is day first; 03/04/2011 may be either, and both stay unless the text settles it."""
    first, second, year = int(said.get("a") or 0), int(said.get("b") or 0), year_of(said)
    if year is None or (said.get("sep") == "." and len(said.get("yy") or "") == 2 and not 1 <= second <= 12):
        return None
    day_first, month_first = make_day(year, second, first), make_day(year, first, second)
    if said.get("sep") == ".":
        month_first = None if day_first else month_first
    elif context.day_first is not None and day_first and month_first:
        day_first, month_first = (day_first, None) if context.day_first else (None, month_first)
    readings = [found for found in (day_first, month_first) if found]
    if not readings:
        return None
    if len(readings) == 2 and readings[0] != readings[1]:
        if context.reference in readings:
            readings = [found for found in readings if found == context.reference]
        else:
            low, high = min(readings), max(readings)
            return Resolved(
                format_set([low.isoformat(), high.isoformat()]), "day", low, high, ("day_month_order",), carries=False
            )
    return Resolved(readings[0].isoformat(), "day", readings[0], readings[0], year_said=True)


def resolve_holiday(said: Said, context: Context) -> Resolved | None:
    """ "Christmas Day", "last Thanksgiving", in the year said or the nearest one."""
    name, grammar = said.get("hol") or "", context.grammar
    rule = str(grammar.look("holiday", name) or grammar.look("moveable", name) or "")
    if not rule or name[0].islower() or not _is_feast(said, context):
        return None
    year, shift = year_of(said), shift_of(said, context)
    year_said = year is not None
    if year is None:
        near = _feast(rule, context.reference.year if context.reference else context.year or 2000)
        year, _ = choose_year(context, said, near.month, near.day) if near else (None, None)
        if (
            near
            and year
            and shift
            and shift > 0
            and context.reference
            and year <= context.reference.year
            and near < context.reference
        ):
            year += 1
    found = _feast(rule, year) if year else None
    return Resolved(found.isoformat(), "day", found, found, year_said=year_said) if found else None


def _feast(rule: str, year: int) -> date | None:
    """The day of a rule as the data write it: "12-25", "easter-2" (two days before), "11:4:3" (month, which one, weekday)."""
    if rule.startswith("easter"):
        return shift_days(easter_of(year), int(rule[6:] or 0))
    if ":" in rule:
        month, number, weekday = (int(part) for part in rule.split(":"))
        return nth_weekday(year, month, weekday, number)
    return make_day(year, int(rule[:2]), int(rule[3:]))


def _is_feast(said: Said, context: Context) -> bool:
    """A bare name of a feast is a day only where no noun follows: "Christmas trees", "the Easter Offensive"."""
    if " " in (said.get("hol") or "") or said.get("y"):
        return True
    following = context.grammar.lists.get("after_feast")
    if following is None:
        return True  # the language sets no limits
    behind = context.lower[said.end : said.end + 24].split()
    return not context.lower[said.end : said.end + 1].isspace() or not behind or behind[0].strip(",.") in following


DAYS: dict[str, Resolver] = {
    "iso": resolve_iso, "numeric": resolve_numeric, "year_first": resolve_year_first, "day": resolve_day,
    "holiday": resolve_holiday,
}  # fmt: skip
