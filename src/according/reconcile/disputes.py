"""Accounts of events in; disputes out: answers that cannot all be true, with the facts that explain them. Judges nobody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from according.domain.entity import Entity
from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue, Event, RelationKind
from according.domain.identity import short_id
from according.domain.types import all_types
from according.reconcile.accounts import UNSURE, Told, exceeds, printed_days
from according.reconcile.answers import COUNTED
from according.reconcile.days import day_text, days_of
from according.reconcile.entities import Cast
from according.reconcile.events import Happening
from according.reconcile.figures import range_of
from according.reconcile.vocabulary import is_state_side

_KINDS = {
    Aspect.DATE: DisputeKind.DATE,
    Aspect.OCCURRENCE: DisputeKind.OCCURRENCE,
    Aspect.TERM: DisputeKind.VALUE,
    Aspect.CHARGE: DisputeKind.VALUE,
    Aspect.PLACE: DisputeKind.PLACE,
    Aspect.AGENT: DisputeKind.RESPONSIBILITY,
    Aspect.ORDER_GIVEN: DisputeKind.RESPONSIBILITY,
    Aspect.CAUSE: DisputeKind.CAUSE,
}
_SERIOUS = {
    (DisputeKind.COUNT, Aspect.DEATHS): 100, (DisputeKind.OCCURRENCE, Aspect.OCCURRENCE): 90,
    (DisputeKind.RESPONSIBILITY, Aspect.AGENT): 88, (DisputeKind.RESPONSIBILITY, Aspect.ORDER_GIVEN): 88,
    (DisputeKind.COUNT, Aspect.MISSING): 85, (DisputeKind.COUNT, Aspect.INJURED): 80,
    (DisputeKind.COUNT, Aspect.ARRESTED): 70, (DisputeKind.VALUE, Aspect.TERM): 65,
}  # fmt: skip
_BY_KIND = {
    DisputeKind.COUNT: 60, DisputeKind.DATE: 50, DisputeKind.PLACE: 50, DisputeKind.VALUE: 55, DisputeKind.CAUSE: 60,
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


def find_event_disputes(happening: Happening, cast: Cast) -> Iterator[Dispute]:
    """Disputes between the accounts of one event."""
    by_aspect: dict[Aspect, list[Told]] = defaultdict(list)
    for item in happening.told:
        by_aspect[item.account.aspect].append(item)
    for aspect, told in sorted(by_aspect.items()):
        if aspect in COUNTED:
            yield from _count_disputes(happening.event, aspect, told)
        elif aspect in (Aspect.DATE, Aspect.TERM, Aspect.OCCURRENCE):
            yield from _plain_dispute(happening, aspect, told)
        elif aspect is Aspect.CHARGE:
            yield from _charge_dispute(happening.event, told)
        elif aspect is Aspect.AGENT:
            yield from _agent_dispute(happening.event, told)
        elif aspect is Aspect.PLACE:
            yield from _place_dispute(happening, told, cast)


def dispute_value(item: Told) -> DisputeValue:
    """One side, as printed."""
    value = item.account.value
    days = printed_days(item.first) if value.edtf else None
    exact = days is not None and days.width == 1
    return DisputeValue(
        value=value.words or value.edtf or "",
        speaker=item.account.speaker,
        statements=item.account.statements,
        min=value.min,
        max=value.max,
        edtf=day_text(days.start) if days and exact else value.edtf,
        term=term_text(value.term),
        percent=value.percent,
    )


def term_text(term: tuple[str | None, str | None] | None) -> str | None:
    """A term as one ISO 8601 word, or two with a stroke where it is a range."""
    if term is None or not any(term):
        return None
    return term[0] if term[0] == term[1] else f"{term[0] or '..'}/{term[1] or '..'}"


def _clashes(item: Told, others: dict[str, Told]) -> list[str]:
    return [
        relation.to for relation in item.account.relations
        if relation.kind is RelationKind.DISPUTES and relation.to in others
    ]  # fmt: skip


def _superseded(told: list[Told]) -> dict[str, str]:
    """Account id -> the account that took its place."""
    return {
        relation.to: item.account.id
        for item in told
        for relation in item.account.relations
        if relation.kind is RelationKind.SUPERSEDES
    }


def _count_disputes(event: Event, aspect: Aspect, told: list[Told]) -> Iterator[Dispute]:
    replaced = _superseded(told)
    current = {item.account.id: item for item in told if item.account.id not in replaced}
    rivals = [item for item in current.values() if _clashes(item, current)]
    by_scope: dict[str, list[Told]] = defaultdict(list)
    strict = {item.first.scope_key or "" for item in rivals} if aspect in (Aspect.DEATHS, Aspect.INJURED) else {""}
    for item in rivals:
        by_scope[(item.first.scope_key or "") if len(strict) > 1 else ""].append(item)
    for scope, items in sorted(by_scope.items()):
        if len(items) > 1 and aspect in HARM:
            items += _open_rivals(current, items, scope if len(strict) > 1 else None)
        items.sort(
            key=lambda item: (
                range_of(item.account.value).low or range_of(item.account.value).high,
                range_of(item.account.value).high,
                item.account.id,
            )
        )
        if len(items) < 2:
            continue
        facts = event_facts(event) + _figure_facts(items)
        for old, new in sorted(replaced.items()):
            if new in {item.account.id for item in items}:
                facts.extend(_earlier_facts(next(item for item in told if item.account.id == old)))
        if any(item.first.in_heading for item in items):
            facts.append(("headline", "yes"))
        yield make_dispute(
            DisputeKind.COUNT, event.id, "event", aspect, [dispute_value(item) for item in items], facts, scope or None
        )


def _open_rivals(current: dict[str, Told], items: list[Told], scope: str | None) -> list[Told]:
    """ "Up to 40" beside a dispute about nine and seventeen: no figure contradicts it, and it belongs to the dispute."""
    return [
        item for key, item in sorted(current.items())
        if item not in items and exceeds(item, items) and scope in (None, item.first.scope_key or "")
    ]  # fmt: skip


def _figure_facts(items: list[Told]) -> list[tuple[str, str]]:
    low = items[0]
    high = max(items, key=lambda item: (range_of(item.account.value).low, item.account.value.max or 0, item.account.id))
    facts = [("low", low.account.value.words), ("low_speaker", low.account.speaker)]
    facts += [("high", high.account.value.words), ("high_speaker", high.account.speaker)]
    if low.account.as_of:
        facts.append(("low_as_of", low.account.as_of))
    if high.account.as_of:
        facts.append(("high_as_of", high.account.as_of))
    return facts


def _earlier_facts(item: Told) -> list[tuple[str, str]]:
    facts = [("earlier", item.account.value.words), ("earlier_speaker", item.account.speaker)]
    if item.account.as_of:
        facts.append(("earlier_as_of", item.account.as_of))
    return facts


def _plain_dispute(happening: Happening, aspect: Aspect, told: list[Told]) -> Iterator[Dispute]:
    event = happening.event
    items = [item for item in told if _answers_headline(happening, aspect, item)]
    known = {item.account.id: item for item in items}
    rivals = [item for item in items if _clashes(item, known)]
    if len(rivals) < 2:
        return
    if aspect is Aspect.TERM and _is_reduction(told, rivals):
        return
    if aspect is Aspect.OCCURRENCE:
        rivals = _contradicted(rivals)
        if not rivals:
            return
    rivals.sort(key=lambda item: (item.account.value.edtf or "", repr(item.account.value.term), item.account.id))
    facts = event_facts(event)
    for item in rivals:
        key = item.account.value.edtf or item.account.value.words
        facts.append(("value", key))
        facts.append(("value_speaker", item.account.speaker))
    yield make_dispute(_KINDS[aspect], event.id, "event", aspect, [dispute_value(item) for item in rivals], facts)


def _contradicted(rivals: list[Told]) -> list[Told]:
    """Those who say no, and those who say yes of the same type with another voice. One hand does not deny itself."""
    denied = [item for item in rivals if item.first.value.happened is False]
    kept: dict[str, Told] = {}
    for no in denied:
        for item in rivals:
            same_type = item.first.statement.type == no.first.statement.type
            if UNSURE & {item.first.statement.stance, no.first.statement.stance}:
                continue
            same_side = item.first.voice.state_side and no.first.voice.state_side
            if item.first.value.happened and same_type and item.first.voice.key != no.first.voice.key and not same_side:
                kept[no.account.id], kept[item.account.id] = no, item
    return [kept[key] for key in sorted(kept)]


def _answers_headline(happening: Happening, aspect: Aspect, item: Told) -> bool:
    """Whether the account answers for the event itself: a date is the event's only from its own type of statement."""
    if aspect is not Aspect.DATE:
        return True
    info = all_types().get(happening.event.type)
    if info is not None and info.speech:
        return False  # two people may demand the same on two days
    days = days_of(item.account.value.edtf or "")
    return days is not None and days.width <= 62


def _is_reduction(told: list[Told], rivals: list[Told]) -> bool:
    """Whether all but one of the rival terms are known as what an appeal left."""
    reduced = set()
    for item in told:
        sentence = item.first.statement.value.sentence if item.first.statement.value else None
        if sentence and sentence.reduced_to_years is not None:
            reduced.add((f"P{sentence.reduced_to_years:g}Y",) * 2)
    left = {item.account.value.term for item in rivals} - reduced
    return len(left) < 2


def _place_dispute(happening: Happening, told: list[Told], cast: Cast) -> Iterator[Dispute]:
    """Two settlements for one happening; a square, a court or a region excludes no settlement."""
    settlements = {
        piece.statement.id: piece.place
        for piece in happening.pieces
        if piece.place and not piece.broad and _is_known_place(cast.entities.get(piece.place))
    }
    sides: dict[str, Told] = {}
    for item in told:
        for sid in item.account.statements:
            if sid in settlements:
                sides.setdefault(settlements[sid], item)
    if len(sides) > 1:
        values = [dispute_value(item) for _, item in sorted(sides.items())]
        yield make_dispute(
            DisputeKind.PLACE, happening.event.id, "event", Aspect.PLACE, values, event_facts(happening.event)
        )


def _is_known_place(place: Entity | None) -> bool:
    """Whether others name the place too, or a map does: one odd wording alone is no second place."""
    if place is None:
        return False
    return place.latitude is not None or len({item for name in place.names for item in name.documents}) > 1


_DEEDS = frozenset({"killing", "injury", "torture", "abduction", "bombing", "assault"})
HARM = frozenset({Aspect.DEATHS, Aspect.INJURED, Aspect.ARRESTED, Aspect.MISSING})
_ARTICLE = re.compile(r"\d+(?:[.-]\d+)?")


def _charge_dispute(event: Event, told: list[Told]) -> Iterator[Dispute]:
    """Two articles for one charge of one person. Wordings alone differ by translation and prove nothing."""
    if len(event.people) != 1:
        return
    by_article: dict[str, Told] = {}
    for item in told:
        match = _ARTICLE.search(item.account.value.name or "")
        if match:
            by_article.setdefault(match.group().split("-")[0], item)
    if len({item.account.speaker for item in by_article.values()}) > 1 and len(by_article) > 1:
        values = [
            DisputeValue(
                f"{item.account.value.words} ({item.account.value.name})", item.account.speaker, item.account.statements
            )
            for _, item in sorted(by_article.items())
        ]
        yield make_dispute(DisputeKind.VALUE, event.id, "event", Aspect.CHARGE, values, event_facts(event))


def _agent_dispute(event: Event, told: list[Told]) -> Iterator[Dispute]:
    """The state's forces on one side, somebody else on the other, for the same kind of deed."""
    by_deed: dict[str, list[Told]] = defaultdict(list)
    for item in told:
        by_deed[item.first.statement.type].append(item)
    for deed in sorted(set(by_deed) & _DEEDS):
        sides: dict[bool, list[Told]] = {True: [], False: []}
        for item in by_deed[deed]:
            value = item.account.value
            sides[is_state_side(value.words) or is_state_side(value.name or "")].append(item)
        both = (*sides[True], *sides[False])
        if sides[True] and sides[False] and len({item.first.voice.key for item in both}) > 1:
            values = [dispute_value(item) for item in sorted(both, key=lambda item: item.account.id)]
            facts = [*event_facts(event), ("deed", deed)]
            yield make_dispute(
                DisputeKind.RESPONSIBILITY, event.id, "event", Aspect.AGENT, values, facts, deed, possible=True
            )
