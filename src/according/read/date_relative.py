"""A matched form that leans on another day in, the date it says out: "yesterday", "last week", "two days later". Never leans on nothing."""

from __future__ import annotations

from datetime import date

from according.language.calendar import (
    last_weekday,
    next_weekday,
    shift_days,
    shift_months,
    shift_months_of_day,
    week_of,
    weekend_of,
)
from according.read.date_context import Context, Resolved, Resolver, Said
from according.read.date_inside import stretch_of
from according.read.date_parts import count_of, is_vague, month_of, shift_of, time_of
from according.read.date_periods import months, whole_year
from according.read.date_quarters import compared_period
from according.read.date_year import anchor_year


def _day(found: date | None, time: str = "") -> Resolved | None:
    if found is None:
        return None
    return Resolved(found.isoformat() + time, "time" if time else "day", found, found)


def base_day(context: Context, said: Said) -> date | None:
    """The last day named near by, else the day of publication."""
    named = context.near_named(said.start)
    return named.first if named and named.first else context.reference


def resolve_relative_day(said: Said, context: Context) -> Resolved | None:
    """ "yesterday", "вчера"."""
    shift: int | None = context.grammar.look("relative_day", said.get("rel"))
    if (
        shift is None
        or context.reference is None
        or (context.narrative and context.year not in (None, context.reference.year))
    ):
        return None  # "Is it us today?" in a history is not the day it was written
    return _day(shift_days(context.reference, shift), time_of(said, context))


def resolve_weekday(said: Said, context: Context) -> Resolved | None:
    """ "Friday": the most recent, the day of publication itself allowed; the next one where the clause speaks of what will be."""
    word, reference = said.get("w"), context.reference
    weekday: int | None = context.grammar.look("weekday", word)
    if weekday is None or word is None or reference is None:
        return None
    short = word.rstrip(".").casefold() in context.grammar.lists["short_weekdays"]
    if (word[0].islower() and context.grammar.options.get("capital_weekdays")) or (
        short and not _short_day_stands(said, context)
    ):
        return None
    shift_word = (said.get("s") or "").casefold().split()
    shift: int | None = shift_of(said, context)
    if shift_word and shift_word[-1] in context.grammar.lists["leaning"]:
        return _weekday_from_named(context, said, weekday, shift or 0)
    if said.get("week") and shift is not None:
        week = week_of(reference, shift)
        return _day(shift_days(week[0], weekday), time_of(said, context)) if week else None
    if shift is not None and shift < 0:
        return _day(last_weekday(reference, weekday, same_day=False), time_of(said, context))
    if shift is None and context.is_appointed(said.start, said.end):
        return _day(next_weekday(reference, weekday, same_day=True), time_of(said, context))
    if (shift is not None and shift > 0) or (context.tense(said.start, said.end) == "future"):
        return _day(next_weekday(reference, weekday), time_of(said, context))
    return _day(last_weekday(reference, weekday), time_of(said, context))


def _short_day_stands(said: Said, context: Context) -> bool:
    """ "Sat" and "Sun" are words too: only with a full stop, or after "on"."""
    stop = context.text[said.end : said.end + 1] == "." or said.words.endswith(".")
    before = context.text[max(0, said.start - 8) : said.start].split()
    return stop or bool(before and before[-1].casefold() in context.grammar.lists.get("before_short_day", ()))


def _weekday_from_named(context: Context, said: Said, weekday: int, shift: int) -> Resolved | None:
    named = context.near_named(said.start)
    base = (named.last if named else None) or context.reference
    if base is None:
        return None
    return _day(next_weekday(base, weekday) if shift > 0 else last_weekday(base, weekday, same_day=False))


def resolve_weekday_ago(said: Said, context: Context) -> Resolved | None:
    """ "Friday a week ago"."""
    weekday = context.grammar.look("weekday", said.get("w"))
    if weekday is None or context.reference is None:
        return None
    recent = last_weekday(context.reference, weekday)
    return _day(shift_days(recent, -7) if recent else None)


def unit_at(base: date, unit: str, number: int, *, vague: bool = False) -> Resolved | None:
    """The day, week, month or year so many units from `base`; with a vague number the month or year, marked approximate."""
    if unit in ("day", "week", "fortnight", "weekend"):
        return _days_at(base, unit, number, vague)
    if unit in ("month", "quarter"):
        moved = shift_months(base.year, base.month, number * (3 if unit == "quarter" else 1))
        if moved is None:
            return None
        middle = date(moved[0], moved[1], 1)
        when = f"{moved[0]:04d}-{moved[1]:02d}"
        last = shift_days(shift_months_of_day(middle, 1) or middle, -1)
        return Resolved(when + "~" * vague, "month", middle, last)
    if unit in ("year", "decade", "century"):
        year = base.year + number * {"year": 1, "decade": 10, "century": 100}[unit]
        if not 1 <= year <= 9999:
            return None
        return Resolved(f"{year:04d}" + "~" * vague, "year", date(year, 1, 1), date(year, 12, 31))
    return None


def _days_at(base: date, unit: str, number: int, vague: bool) -> Resolved | None:
    found = shift_days(base, number * {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit])
    if found is None:
        return None
    if vague:
        return Resolved(f"{found.year:04d}-{found.month:02d}~", "month", found.replace(day=1), found, carries=False)
    return _day(found) if unit == "day" else stretch_of(week_of(found))


def resolve_ago(said: Said, context: Context) -> Resolved | None:
    """ "three days ago" from publication; "two days later", "a week earlier" from the last date named."""
    unit, number = context.grammar.look("unit", said.get("u")), count_of(said, context)
    direction = context.grammar.look("direction", said.get("dir"))
    if unit is None or number is None or direction is None or number > 5000:
        return None
    if unit == "year" and number == 1 and direction in ("ago", "before"):
        compared = compared_period(said, context)
        if compared is not None:
            return compared
    named = context.near_named(said.start)
    base: date | None
    if direction in ("ago", "ahead"):
        base = context.reference
    elif direction == "after":
        base = named.last if named else None
    else:
        base = named.first if named else context.reference
    if base is None or unit in ("hour", "minute"):
        return _day(base) if base and unit in ("hour", "minute") and direction == "ago" and number <= 12 else None
    sign = 1 if direction in ("after", "ahead") else -1
    if isinstance(number, float):
        number = round(number)
    return unit_at(base, unit, sign * int(number), vague=is_vague(said, context))


def resolve_anaphor(said: Said, context: Context) -> Resolved | None:
    """ "the next day", "the day before", "that week": from the last date named, or from publication for what came before it."""
    unit = context.grammar.look("unit", said.get("u")) or "day"
    shift: int | None = shift_of(said, context)
    if shift is None:
        shift = {"before": -1, "after": 1}.get(context.grammar.look("direction", said.get("dir")) or "", 0)
    said_next = (said.get("s") or "").casefold().split()
    if (
        said_next == ["next"]
        and unit != "day"
        and not said.words.casefold().startswith(tuple(context.grammar.lists["articles"]))
    ):
        return resolve_shift(said, context)
    named = context.near_named(said.start)
    if named and named.first and named.last:
        base = named.last if shift > 0 else named.first
    elif context.reference and shift < 0:
        base = context.reference
    else:
        return None
    if unit == "weekend":
        return stretch_of(weekend_of(base, shift), "range")
    return unit_at(base, unit, shift)


def resolve_shift(said: Said, context: Context) -> Resolved | None:
    """ "last week", "this month", "next year", from publication."""
    unit = context.grammar.look("unit", said.get("u"))
    shift: int | None = shift_of(said, context)
    words = (said.get("s") or "").casefold().split()
    leans = bool(words) and words[-1] in context.grammar.lists["leaning"]
    reference = base_day(context, said) if leans else context.reference
    if reference is None or shift is None or unit is None:
        return None
    if unit == "weekend":
        return stretch_of(weekend_of(reference, shift), "range")
    if unit in ("week", "fortnight"):
        return stretch_of(week_of(reference, shift * (2 if unit == "fortnight" else 1)))
    if unit == "quarter":
        moved = shift_months(reference.year, (reference.month - 1) // 3 * 3 + 1, 3 * shift)
        return months(said, moved, (moved[0], moved[1] + 2), context, year_said=False) if moved else None
    if unit == "month":
        moved = shift_months(reference.year, reference.month, shift)
        return months(said, moved, moved, context, year_said=False) if moved else None
    if unit == "decade":
        start = reference.year // 10 * 10 + 10 * shift
        return Resolved(f"{start // 10:03d}X", "decade", date(start, 1, 1), date(start + 9, 12, 31), carries=False)
    if unit == "century":
        return Resolved(f"{reference.year // 100 + shift:02d}XX", "century", carries=False)
    return whole_year(reference.year + shift, said, context, year_said=False) if unit == "year" else None


def resolve_shifted_month(said: Said, context: Context) -> Resolved | None:
    """ "last December", "next May"."""
    month = month_of(said, context)
    shift: int | None = shift_of(said, context)
    words = (said.get("s") or "").casefold().split()
    if month is None or shift is None or context.reference is None:
        return None
    if words[-1:] and words[-1] in context.grammar.lists["leaning"]:
        year = anchor_year(context, said, 0)
        named = context.near_named(said.start)
        if year is not None and named and named.first and shift:
            year += (1 if shift > 0 and month <= named.first.month else 0) - (
                1 if shift < 0 and month >= named.first.month else 0
            )
    else:
        year, here = context.reference.year, context.reference.month
        if shift < 0 and "this" not in words:
            year -= month >= here
        elif shift > 0:
            year += month <= here
    return months(said, (year, month), (year, month), context, year_said=False) if year else None


def resolve_part_of_year(said: Said, context: Context) -> Resolved | None:
    """ "the end of the year", "the beginning of last year"."""
    reference = base_day(context, said) if said.get("s") is None and context.narrative else context.reference
    if reference is None:
        return None
    shift: int = shift_of(said, context) or 0
    return whole_year(reference.year + shift, said, context, year_said=False)


def resolve_time(said: Said, context: Context) -> Resolved | None:
    """ "at 5 p.m.": on the last day named, where it is near; else on a day behind it ("at 5 p.m. on Friday"), or on none we know."""
    time = time_of(said, context)
    reach = 1_000 if context.narrative else 200
    named = context.named if context.named and said.start - context.named_at < reach else None
    if named and named.first != named.last:
        named = None
    base = named.first if named else context.reference
    if base is None or not time:
        return None
    doubt = () if named else ("no_day",)
    return Resolved(base.isoformat() + time, "time", base, base, doubt, carries=False)


def resolve_eve(said: Said, context: Context) -> Resolved | None:
    """ "накануне": the day before the last date named in the sentence before, else the day before publication."""
    named = context.named if context.named and said.start - context.named_at < 300 else None
    base = (named.first if named and named.granularity in ("day", "time") else None) or context.reference
    return _day(shift_days(base, -1)) if base else None


def resolve_none(said: Said, context: Context) -> Resolved | None:
    """A form that looks like a date and leans on an event, not on a day: "two days before the trial"."""
    return None


def resolve_vague(said: Said, context: Context) -> Resolved | None:
    """ "в последние годы": words of time that name no day; found, so that nothing else is read into them."""
    return Resolved("", "vague", kind="vague", carries=False)


RELATIVE: dict[str, Resolver] = {
    "relative_day": resolve_relative_day, "weekday": resolve_weekday, "weekday_ago": resolve_weekday_ago, "ago": resolve_ago,
    "anaphor": resolve_anaphor, "shift": resolve_shift, "shifted_month": resolve_shifted_month,
    "part_of_year": resolve_part_of_year, "time": resolve_time, "eve": resolve_eve, "none": resolve_none,
    "vague": resolve_vague,
}  # fmt: skip
