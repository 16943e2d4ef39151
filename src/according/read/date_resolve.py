"""A matched form and its context in, the date it says out: days, months, years, ranges said in full or in part. Never looks at the whole text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from according.language.calendar import make_day, month_length, nearest_weekday, shift_months
from according.language.edtf import bounds, format_interval, format_set
from according.language.numbers import number_words, parse_number
from according.read.date_context import Context, Resolved, Said

_SOON = 60  # days ahead that a date without a year may still lie, where no tense tells
_LONG_AGO = 240


def year_of(said: Said) -> int | None:
    """The year as printed; two digits belong to the hundred years around the turn of the century."""
    full = said.get("y")
    if full:
        return int(full)
    short = said.get("yy") or said.get("yys")
    if not short:
        return None
    if len(short) == 4:
        return int(short)
    return 1900 + int(short) if int(short) >= 40 else 2000 + int(short)


def day_of(said: Said, context: Context, name: str = "d") -> int | None:
    """The day of the month from digits or an ordinal word."""
    words = said.get(name)
    if not words:
        return None
    digits = "".join(char for char in words if char.isdigit())
    if digits:
        return int(digits)
    return number_words(context.grammar.language).ordinal.get(" ".join(words.casefold().split()))


def month_of(said: Said, context: Context, name: str = "m") -> int | None:
    """The month's number; None where the word must be written with a capital and is not."""
    word = said.get(name)
    if not word:
        return None
    if word.rstrip(".").casefold() in context.grammar.lists["doubtful_months"] and word[0].islower():
        return None
    found: int | None = context.grammar.look("month", word)
    return found


def part_of(said: Said, context: Context) -> str | None:
    """early, mid or late."""
    found: str | None = context.grammar.look("part", said.get("p"))
    return found


def months(said: Said, first: tuple[int, int], last: tuple[int, int], context: Context, *, year_said: bool) -> Resolved:
    """A run of whole months."""
    low = date(first[0], first[1], 1)
    high = date(last[0], last[1], month_length(*last))
    if first == last:
        return Resolved(
            f"{first[0]:04d}-{first[1]:02d}", "month", low, high, part=part_of(said, context), year_said=year_said
        )
    when = f"{first[0]:04d}-{first[1]:02d}/{last[0]:04d}-{last[1]:02d}"
    return Resolved(when, "range", low, high, part=part_of(said, context), year_said=year_said)


def whole_year(year: int, said: Said, context: Context, *, year_said: bool = True) -> Resolved | None:
    """1 January to 31 December."""
    low, high = make_day(year, 1, 1), make_day(year, 12, 31)
    if low is None:
        return None
    return Resolved(f"{year:04d}", "year", low, high, part=part_of(said, context), year_said=year_said)


def choose_year(context: Context, said: Said, month: int, day: int | None) -> tuple[int | None, int | None]:
    """The year of a date printed without one, and the other year that stays possible.

    Most recent year in which the date is not after the reference (two days' grace); ahead of it where the clause speaks of what will be;
    the year last named where the text tells of other years; the year this text gave the same day before.
    """
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
    if (
        carried is not None
        and carried < past
        and context.year_in_date
        and context.same_paragraph(context.year_at, said.start)
    ):
        return carried, None
    tense = context.tense(said.start, said.end)
    if ahead == past:
        return past, None
    distance_ahead = (_day_in(ahead, month, day) - reference).days
    distance_back = (reference - _day_in(past, month, day)).days
    if tense == "future" and distance_ahead <= 300:
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


def resolve_day(said: Said, context: Context) -> Resolved | None:
    """A day with its month: "Friday, December 16th 2011", "16 декабря"."""
    month, day = month_of(said, context), day_of(said, context)
    if month is None or day is None or not 1 <= day <= 31:
        return None
    weekday = context.grammar.look("weekday", said.get("w") or said.get("w2"))
    year, other = year_of(said), None
    year_said = year is not None
    shift = context.grammar.look("shift", said.get("s"))
    if year is None and shift is not None and context.reference:
        year, year_said = context.reference.year + shift, True
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


def time_of(said: Said, context: Context) -> str:
    """ "T15:00" for "at 3 pm"; "" where no time is said."""
    clock = context.grammar.look("clock", said.get("clock"))
    if clock:
        return f"T{clock}"
    hour_text = said.get("h") or said.get("h24")
    if not hour_text:
        return ""
    hour, minute = int(hour_text), int(said.get("mi") or said.get("mi24") or 0)
    shift = context.grammar.look("half_day", said.get("ap") or said.get("ap2"))
    if shift is None and said.get("mi") is None and said.get("h24") is None:
        return ""
    if shift is not None and hour <= 12:
        hour = hour % 12 + int(shift)
    return f"T{hour:02d}:{minute:02d}" if hour < 24 else ""


def resolve_iso(said: Said, context: Context) -> Resolved | None:
    """2011-12-16, with a time or without."""
    try:
        found = date.fromisoformat(said.get("iso") or "")
    except ValueError:
        return None
    return Resolved(found.isoformat() + time_of(said, context), "day", found, found, year_said=True)


def resolve_iso_month(said: Said, context: Context) -> Resolved | None:
    """2011-12."""
    month = int(said.get("mn") or 0)
    year = year_of(said)
    return months(said, (year, month), (year, month), context, year_said=True) if year and 1 <= month <= 12 else None


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
    joined = (said.get("join") or "").casefold()
    apart = joined in context.grammar.lists["both"] and second - first > 1 and not said.words.casefold().startswith(tuple(
        context.grammar.lists["range_opens"]))  # fmt: skip
    when = f"{{{low.isoformat()},{high.isoformat()}}}" if apart else format_interval(low, high)
    return Resolved(when, "range", low, high, ("two_years",) if other else (), year_said=year_said)


def resolve_month(said: Said, context: Context) -> Resolved | None:
    """ "in late May 2011", "mid-May", "December": the whole month; early, mid and late are kept as the part."""
    month = month_of(said, context)
    if month is None:
        return None
    year = year_of(said)
    year_said = year is not None
    if year is None:
        if not _stands_as_month(said, context):
            return None
        year, _ = choose_year(context, said, month, None)
    if year is None:
        return Resolved(f"XXXX-{month:02d}", "month", doubt=("no_reference",), carries=False)
    return months(said, (year, month), (year, month), context, year_said=year_said)


def _stands_as_month(said: Said, context: Context) -> bool:
    """A month alone: never a short form; words of other use only after "in", "since" and the like."""
    word = (said.get("m") or "").casefold()
    if len(word) <= 3 and word not in context.grammar.lists["full_months"]:
        return said.get("p") is not None
    if word not in context.grammar.lists["doubtful_months"] or said.get("p"):
        return True
    before = context.text[max(0, said.start - 16) : said.start].split()
    return (
        bool(before)
        and before[-1].casefold() in context.grammar.lists["before_month"]
        and not (said.get("m") or "").isupper()
    )


def resolve_month_range(said: Said, context: Context) -> Resolved | None:
    """ "from May to December 2011", "November–January 2012" (which began the year before)."""
    first, last, year = month_of(said, context), month_of(said, context, "m2"), year_of(said)
    if first is None or last is None or year is None:
        return None
    return months(said, (year - (first > last), first), (year, last), context, year_said=True)


def resolve_month_of_year(said: Said, context: Context) -> Resolved | None:
    """ "May last year", "в декабре прошлого года"."""
    month, shift = month_of(said, context), context.grammar.look("shift", said.get("s"))
    if month is None or shift is None:
        return None
    year = anchor_year(context, said, shift)
    return months(said, (year, month), (year, month), context, year_said=True) if year else None


def anchor_year(context: Context, said: Said, shift: int) -> int | None:
    """This, last or next year: seen from the last date for "that" and "the following", from publication otherwise."""
    leaning = (said.get("s") or "").casefold().split()
    if leaning and leaning[-1] in context.grammar.lists["leaning"]:
        named = context.near_named(said.start)
        if named and named.first:
            return named.first.year + shift
    return context.reference.year + shift if context.reference else None


def resolve_season(said: Said, context: Context) -> Resolved | None:
    """ "the summer of 2011" as 2011-22; "last winter" as the most recent one over."""
    season: int | None = context.grammar.look("season", said.get("sea"))
    if season is None or not _season_stands(said, context):
        return None
    year = year_of(said)
    if year is not None and said.get("y2") and season == 24:
        pass  # "winter of 2010-11" began in the first of the two
    elif year is None:
        shift = context.grammar.look("shift", said.get("s"))
        year = _season_year(context, said, season, shift)
    if year is None:
        return None
    when = f"{year:04d}-{season}"
    first, last = bounds(when)
    return Resolved(when, "season", first, last, part=part_of(said, context), year_said=year_of(said) is not None)


def _season_stands(said: Said, context: Context) -> bool:
    """A season without a year or "last" needs "in", "during" in front, where the language lists such words."""
    led = context.grammar.lists["before_season"]
    if not led or said.get("y") or said.get("s"):
        return True
    before = context.text[max(0, said.start - 16) : said.start].split()
    return bool(before) and before[-1].casefold() in led


def _season_year(context: Context, said: Said, season: int, shift: int | None) -> int | None:
    if shift is None or (said.get("s") or "").casefold().split()[-1:] in (
        [word] for word in context.grammar.lists["leaning"]
    ):
        named = context.near_named(said.start)
        if shift is None and context.narrative and context.year:
            return context.year
        if shift is not None and named and named.first:
            return named.first.year + shift
    if context.reference is None:
        return None
    year = context.reference.year
    begun = bounds(f"{year:04d}-{season}")[0]
    current = year if begun and begun <= context.reference else year - 1
    if shift is None or shift == 0:
        return current if shift is None else year
    return current + (1 if shift > 0 else 0) if not _goes_on(context.reference, current, season) else current + shift


def _goes_on(day: date, year: int, season: int) -> bool:
    first, last = bounds(f"{year:04d}-{season}")
    return bool(first and last and first <= day <= last)


def resolve_quarter(said: Said, context: Context) -> Resolved | None:
    """ "the third quarter of 2011", "Q3"; without a year the last one begun."""
    word = (said.get("q") or "").casefold()
    digits = "".join(char for char in word if char.isdigit())
    number = int(digits) if digits else number_words(context.grammar.language).ordinal.get(word)
    if number is None or not 1 <= number <= 4:
        return None
    year = year_of(said)
    year_said = year is not None
    if year is None and context.reference:
        shift = context.grammar.look("shift", said.get("s"))
        begun = (number - 1) * 3 + 1 <= context.reference.month
        year = context.reference.year + (shift if shift is not None else 0 if begun else -1)
        if shift is None and not begun and context.tense(said.start, said.end) == "future":
            year = context.reference.year
    if year is None:
        return None
    month = (number - 1) * 3 + 1
    return months(said, (year, month), (year, month + 2), context, year_said=year_said)


def resolve_half(said: Said, context: Context) -> Resolved | None:
    """ "the first half of 2011"."""
    number = number_words(context.grammar.language).ordinal.get((said.get("q") or "").casefold())
    year = year_of(said)
    if year is None and context.reference:
        year = context.reference.year + int(context.grammar.look("shift", said.get("s")) or 0)
    if year is None or number not in (1, 2):
        return None
    return months(said, (year, 1 if number == 1 else 7), (year, 6 if number == 1 else 12), context, year_said=True)


def resolve_decade(said: Said, context: Context) -> Resolved | None:
    """ "the 1990s" as 199X."""
    full, short = said.get("dec"), said.get("dd")
    start = int(full) if full else 1900 + int(short) if short else None
    if start is None:
        named = context.grammar.look("decade", said.get("dw"))
        start = 1900 + named if named else None
    if start is None:
        return None
    when = f"{start // 10:03d}X"
    first, last = bounds(when)
    return Resolved(when, "decade", first, last, part=part_of(said, context), carries=False)


def resolve_century(said: Said, context: Context) -> Resolved | None:
    """ "the 20th century" as 19XX, the hundred years people mean."""
    number = day_of(said, context, "c")
    if number is None or not 10 <= number <= 22:
        return None
    when = f"{number - 1:02d}XX"
    first, last = bounds(when)
    return Resolved(when, "century", first, last, part=part_of(said, context), carries=False)


def resolve_year_range(said: Said, context: Context) -> Resolved | None:
    """ "2010-11", "between 2003 and 2005"."""
    year, second = year_of(said), said.get("y2")
    if year is None or second is None:
        return None
    last = int(second) if len(second) == 4 else year - year % 100 + int(second)
    if not year < last <= year + 300:
        return None
    return Resolved(f"{year:04d}/{last:04d}", "range", date(year, 1, 1), date(last, 12, 31), year_said=True)


def resolve_year(said: Said, context: Context) -> Resolved | None:
    """A year alone: only where the words around let it be one."""
    year = year_of(said)
    if year is None:
        return None
    grammar, text = context.grammar, context.text
    if said.end - said.start == 4:
        before = text[max(0, said.start - 24) : said.start]
        previous = before.split()[-1].casefold().strip("(\"'“‘«,") if before.split() else ""
        if before[-1:] in ("-", "–", "/", ".", ",", "+") and before[-2:-1].isdigit():
            return None
        led = previous in grammar.lists["before_year"]
        if not led and (year < 1900 or year > 2060):
            return None
        if grammar.year_next.match(text, said.end) and (not led or previous not in grammar.lists["surely_before_year"]):
            return None
    return whole_year(year, said, context)


def resolve_holiday(said: Said, context: Context) -> Resolved | None:
    """ "Christmas Day", in the year said or the nearest one."""
    month_day = str(context.grammar.look("holiday", said.get("hol")) or "")
    if not month_day or said.words[0].islower():
        return None
    month, day = int(month_day[:2]), int(month_day[3:])
    year = year_of(said)
    year_said = year is not None
    if year is None:
        year, _ = choose_year(context, said, month, day)
    found = make_day(year, month, day) if year else None
    return Resolved(found.isoformat(), "day", found, found, year_said=year_said) if found else None


def resolve_duration(said: Said, context: Context) -> Resolved | None:
    """ "seven-month" as P7M; a range keeps its longer end out of the value, as "P2Y/P6Y"."""
    unit = context.grammar.look("unit", said.get("u"))
    number = count_of(said, context)
    letter = {"day": "D", "week": "W", "fortnight": "W", "weekend": "W", "month": "M", "year": "Y"}.get(unit)
    if number is None:
        return None
    factor = {"decade": 10, "century": 100, "fortnight": 2, "quarter": 3, "season": 3}.get(unit, 1)
    letter = letter or {"decade": "Y", "century": "Y", "quarter": "M", "season": "M"}.get(unit)
    second = parse_number(said.get("n2") or said.get("n2b") or "", context.grammar.language)
    when = _iso_length(number * factor, letter, unit)
    if second is not None:
        when += "/" + _iso_length(second * factor, letter, unit)
    return Resolved(when, str(unit), kind="duration")


def _iso_length(number: float, letter: str | None, unit: object) -> str:
    """P3Y, PT12H."""
    return f"P{number:g}{letter}" if letter else f"PT{number:g}{'H' if unit == 'hour' else 'M'}"


def count_of(said: Said, context: Context, name: str = "n") -> float | int | None:
    """How many units; an article is one, a vague word stands for its least likely wrong number."""
    words = said.get(name)
    if not words:
        return 1 if said.get("u") else None
    vague: int | None = context.grammar.look("vague_number", words)
    if vague:
        return vague
    if " ".join(words.casefold().split()) in context.grammar.lists["one"]:
        return 1
    return parse_number(words, context.grammar.language)


def is_vague(said: Said, context: Context) -> bool:
    """Whether the number is a word like "several"."""
    return context.grammar.look("vague_number", said.get("n")) is not None


Resolver = Callable[[Said, Context], "Resolved | None"]

ABSOLUTE: dict[str, Resolver] = {
    "iso": resolve_iso, "iso_month": resolve_iso_month, "numeric": resolve_numeric, "year_first": resolve_year_first,
    "day": resolve_day, "day_range": resolve_day_range, "month": resolve_month, "month_range": resolve_month_range,
    "month_of_year": resolve_month_of_year, "season": resolve_season, "quarter": resolve_quarter, "half": resolve_half,
    "decade": resolve_decade, "century": resolve_century, "year_range": resolve_year_range, "year": resolve_year,
    "holiday": resolve_holiday, "duration": resolve_duration,
}  # fmt: skip

__all__ = ["ABSOLUTE", "Resolver", "anchor_year", "count_of", "finish_day", "is_vague", "month_of", "months", "part_of", "shift_months",
           "time_of", "whole_year"]  # fmt: skip
