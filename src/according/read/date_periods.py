"""A form that names a month, season, quarter, year or longer in, the period out. Early, mid and late are kept as the part, never cut off."""

from __future__ import annotations

from datetime import date

from according.language.calendar import make_day, month_length
from according.language.edtf import bounds
from according.read.date_context import Context, Resolved, Resolver, Said
from according.read.date_parts import day_of, month_of, part_of, shift_of, year_of
from according.read.date_year import anchor_year, choose_year


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


def resolve_iso_month(said: Said, context: Context) -> Resolved | None:
    """2011-12."""
    month = int(said.get("mn") or 0)
    year = year_of(said)
    return months(said, (year, month), (year, month), context, year_said=True) if year and 1 <= month <= 12 else None


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


def resolve_month_of_year(said: Said, context: Context) -> Resolved | None:
    """ "May last year", "в декабре прошлого года"."""
    month, shift = month_of(said, context), shift_of(said, context)
    if month is None or shift is None:
        return None
    year = anchor_year(context, said, shift)
    return months(said, (year, month), (year, month), context, year_said=True) if year else None


def resolve_ancient(said: Said, context: Context) -> Resolved | None:
    """ "480 BC", "August 480 BC": the year before the year 1 is 0000."""
    year, month = int(said.get("bc") or 0), month_of(said, context)
    season = context.grammar.look("season", said.get("sea"))
    if not year:
        return None
    part = f"-{month or season:02d}" if month or season else ""
    when = f"-{year - 1:04d}{part}" if year > 1 else f"0000{part}"
    granularity = "month" if month else "season" if season else "year"
    return Resolved(when, granularity, part=part_of(said, context), carries=False, ancient=True)


def resolve_season(said: Said, context: Context) -> Resolved | None:
    """ "the summer of 2011" as 2011-22; "last winter" as the most recent one over."""
    season: int | None = context.grammar.look("season", said.get("sea"))
    if season is None or not _season_stands(said, context):
        return None
    year = year_of(said)
    if year is not None and said.get("y2") and season == 24:
        pass  # "winter of 2010-11" began in the first of the two
    elif year is None:
        shift = shift_of(said, context)
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
    if context.ancient:
        return None
    words = (said.get("s") or "").casefold().split()
    if (
        shift is None
        or words[-1:] in ([word] for word in context.grammar.lists["leaning"])
        or (context.narrative and len(words) > 1)
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


PERIODS: dict[str, Resolver] = {
    "iso_month": resolve_iso_month, "month": resolve_month,
    "month_of_year": resolve_month_of_year, "season": resolve_season,
    "ancient": resolve_ancient,
    "decade": resolve_decade, "century": resolve_century, "year": resolve_year,
}  # fmt: skip
