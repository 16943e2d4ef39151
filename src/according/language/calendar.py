"""Days, months and weeks in, other days, months and weeks out. Never reads text."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONDAY, SATURDAY, SUNDAY = 0, 5, 6


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day (31 April)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_length(year: int, month: int) -> int:
    """How many days the month has."""
    return calendar.monthrange(year, month)[1]


def shift_days(day: date, days: int) -> date | None:
    """The day so many days away, or None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(year: int, month: int, months: int) -> tuple[int, int] | None:
    """The month so many months away, or None outside the calendar."""
    index = year * 12 + (month - 1) + months
    if not MINYEAR * 12 <= index < (MAXYEAR + 1) * 12:
        return None
    return index // 12, index % 12 + 1


def shift_months_of_day(day: date, months: int) -> date | None:
    """The same day so many months away, cut to the length of that month."""
    moved = shift_months(day.year, day.month, months)
    if moved is None:
        return None
    return date(moved[0], moved[1], min(day.day, month_length(*moved)))


def week_of(day: date, weeks: int = 0) -> tuple[date, date] | None:
    """Monday and Sunday of the week of `day`, or of the week so many weeks away."""
    monday = shift_days(day, 7 * weeks - day.weekday())
    sunday = monday and shift_days(monday, 6)
    return (monday, sunday) if monday and sunday else None


def weekend_of(day: date, weeks: int = 0) -> tuple[date, date] | None:
    """Saturday and Sunday of that week."""
    week = week_of(day, weeks)
    return (week[1] - timedelta(days=1), week[1]) if week else None


def last_weekday(day: date, weekday: int, *, same_day: bool = True) -> date | None:
    """The most recent such weekday not after `day` (before it when `same_day` is false)."""
    back = (day.weekday() - weekday) % 7
    return shift_days(day, -(back or (0 if same_day else 7)))


def next_weekday(day: date, weekday: int, *, same_day: bool = False) -> date | None:
    """The first such weekday after `day` (not before it when `same_day` is true)."""
    ahead = (weekday - day.weekday()) % 7
    return shift_days(day, ahead or (0 if same_day else 7))


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The first, second … such weekday of a month; -1 is the last one."""
    if number < 0:
        return last_weekday(date(year, month, month_length(year, month)), weekday)
    found = next_weekday(date(year, month, 1), weekday, same_day=True)
    day = shift_days(found, 7 * (number - 1)) if found else None
    return day if day and day.month == month else None


def easter_of(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Butcher, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def nearest_weekday(day: date, weekday: int) -> date | None:
    """The day nearest to `day` that is such a weekday; never a tie, since seven is odd."""
    ahead = (weekday - day.weekday()) % 7
    return shift_days(day, ahead if ahead <= 3 else ahead - 7)
