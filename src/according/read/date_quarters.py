"""A form that names a quarter or half of a year in, its months out. Calendar quarters only: what a firm's own year is, no report tells."""

from __future__ import annotations

from according.language.numbers import number_words
from according.read.date_context import Context, Resolved, Resolver, Said
from according.read.date_parts import shift_of, year_of
from according.read.date_periods import months


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
        shift = shift_of(said, context)
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
        year = context.reference.year + int(shift_of(said, context) or 0)
    if year is None or number not in (1, 2):
        return None
    return months(said, (year, 1 if number == 1 else 7), (year, 6 if number == 1 else 12), context, year_said=True)


QUARTERS: dict[str, Resolver] = {"quarter": resolve_quarter, "half": resolve_half}
