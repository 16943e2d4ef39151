"""A form that says how long in, an ISO 8601 duration out. Never places it on the calendar."""

from __future__ import annotations

from according.language.numbers import parse_number
from according.read.date_context import Context, Resolved, Resolver, Said
from according.read.date_parts import count_of, shift_of


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


def resolve_several(said: Said, context: Context) -> Resolved | None:
    """ "the last three days": the stretch up to the reference; longer units stay durations."""
    unit, number = context.grammar.look("unit", said.get("u")), count_of(said, context)
    shift: int | None = shift_of(said, context)
    if unit is None or number is None or not shift:
        return None
    letter = {"day": "D", "week": "W", "month": "M", "year": "Y"}.get(unit)
    when = f"P{number:g}{letter}" if letter else f"P{number * 10:g}Y" if unit == "decade" else f"PT{number:g}H"
    return Resolved(when, unit, kind="duration")


LENGTHS: dict[str, Resolver] = {"duration": resolve_duration, "several": resolve_several}
