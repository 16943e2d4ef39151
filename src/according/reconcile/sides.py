"""Answers that cannot all be true in; one dispute with its sides, lasting id and seriousness, out. Judges nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue, Event
from according.domain.identity import short_id
from according.reconcile.days import day_text
from according.reconcile.standing import Told, printed_days

_SERIOUS = {
    (DisputeKind.COUNT, Aspect.DEATHS): 100, (DisputeKind.OCCURRENCE, Aspect.OCCURRENCE): 90,
    (DisputeKind.RESPONSIBILITY, Aspect.AGENT): 88, (DisputeKind.RESPONSIBILITY, Aspect.ORDER_GIVEN): 88,
    (DisputeKind.COUNT, Aspect.MISSING): 85, (DisputeKind.COUNT, Aspect.INJURED): 80,
    (DisputeKind.COUNT, Aspect.ARRESTED): 70, (DisputeKind.VALUE, Aspect.TERM): 65,
}  # fmt: skip
_BY_KIND = {
    DisputeKind.COUNT: 60, DisputeKind.DATE: 50, DisputeKind.PLACE: 50, DisputeKind.VALUE: 55, DisputeKind.CAUSE: 86,
    DisputeKind.ORDER: 45, DisputeKind.ARITHMETIC: 40, DisputeKind.PART_AND_WHOLE: 40, DisputeKind.WEEKDAY: 35,
    DisputeKind.IDENTITY: 30, DisputeKind.RESPONSIBILITY: 88, DisputeKind.OCCURRENCE: 90, DisputeKind.NATURE: 50,
}  # fmt: skip


def make_dispute(
    kind: DisputeKind, about: str, about_kind: str, aspect: Aspect | None, values: Iterable[DisputeValue],
    facts: Iterable[tuple[str, str]] = (), scope: str | None = None, possible: bool = False,
) -> Dispute:  # fmt: skip
    """A dispute with its lasting id: a function of kind, about, aspect and, where one is given, what is counted."""
    values = merge_sides(values)
    base = _SERIOUS.get((kind, aspect), _BY_KIND[kind]) if aspect else _BY_KIND[kind]
    return Dispute(
        id=dispute_id(kind, about, aspect, scope), kind=kind, about=about, about_kind=about_kind, aspect=aspect,
        values=values, facts=tuple(facts), possible=possible, seriousness=base // 2 if possible else base, scope=scope,
    )  # fmt: skip


def dispute_id(kind: DisputeKind, about: str, aspect: Aspect | None, scope: str | None) -> str:
    """The lasting id of the dispute of this kind about this."""
    parts = [kind.value, about, aspect.value if aspect else ""]
    return short_id("x", *parts, *([scope] if scope else []))


def merge_sides(values: Iterable[DisputeValue]) -> tuple[DisputeValue, ...]:
    """What is told in equal words, or the same figure, by speakers of one name is one side."""
    sides: dict[tuple[object, ...], DisputeValue] = {}
    for value in values:
        told: tuple[object, ...] = (value.min, value.max, value.edtf, value.term, value.percent)
        key = (value.speaker.casefold(), told if any(part is not None for part in told) else value.value.casefold())
        held = sides.setdefault(key, value)
        if held is not value:
            sides[key] = replace(held, statements=tuple(sorted({*held.statements, *value.statements})))
    return tuple(sides.values())


def event_facts(event: Event) -> list[tuple[str, str]]:
    """What names the event in an explanation."""
    facts = [("event_type", event.type)]
    if event.when:
        facts.append(("event_when", event.when))
    if event.where:
        facts.append(("event_where", event.where))
    return facts


def side_of(item: Told) -> DisputeValue:
    """One side, as printed."""
    value = item.account.value
    days = printed_days(item.first) if value.edtf else None
    exact = days is not None and days.width == 1
    return DisputeValue(
        value=" ".join(value.words.split()) or value.edtf or "",
        speaker=item.account.speaker,
        statements=item.account.statements,
        min=value.min,
        max=value.max,
        edtf=day_text(days.start) if days and exact else value.edtf,
        term=term_text(value.term),
        percent=value.percent,
        speaker_kind=item.account.speaker_kind,
    )


def term_text(term: tuple[str | None, str | None] | None) -> str | None:
    """A term as one ISO 8601 word, or two with a stroke where it is a range."""
    if term is None or not any(term):
        return None
    return term[0] if term[0] == term[1] else f"{term[0] or '..'}/{term[1] or '..'}"
