"""The words of one matched form in, the numbers they stand for out: day, month, year, time, how many. Never looks around the form."""

from __future__ import annotations

from according.language.numbers import number_words, parse_number
from according.read.date_context import Context, Said


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


def shift_of(said: Said, context: Context) -> int | None:
    """-1, 0 or 1 for last, this and next; of "the following", "this past" the last word tells."""
    words = said.get("s")
    if not words:
        return None
    found: int | None = context.grammar.look("shift", words)
    return found if found is not None else context.grammar.look("shift", words.split()[-1])
