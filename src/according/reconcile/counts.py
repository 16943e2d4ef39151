"""Figures given for one happening in; disputes between those that exclude each other, out. Nothing is added up or averaged."""

from __future__ import annotations

from collections.abc import Iterator

from according.domain.event import Aspect, Dispute, DisputeKind, Event, RelationKind
from according.reconcile.clusters import Clusters
from according.reconcile.figures import range_of
from according.reconcile.sides import event_facts, make_dispute, side_of
from according.reconcile.standing import HARM, Told, exceeds
from according.reconcile.sureness import Sureness


def find_count_disputes(event: Event, aspect: Aspect, told: list[Told], sure: Sureness) -> Iterator[Dispute]:
    """One dispute for each set of figures, given for the same people in the same place, that exclude each other."""
    replaced = superseded(told)
    current = {item.account.id: item for item in told if item.account.id not in replaced}
    clusters = Clusters(sorted(current))
    clashes = [(item, current[other]) for _, item in sorted(current.items()) for other in clashing(item, current)]
    for one, other in clashes:
        clusters.join(one.account.id, other.account.id)
    seen: set[str] = set()
    for members in clusters.all():
        items = [current[key] for key in members]
        if len(items) < 2:
            continue
        scope = _scope(items)
        if scope in seen:
            scope = f"{scope}:{min(members)}"
        seen.add(scope)
        if aspect in HARM:
            items += _open_rivals(current, items)
        items.sort(key=_by_size)
        facts = event_facts(event) + _figure_facts(items)
        for old, new in sorted(replaced.items()):
            if new in {item.account.id for item in items}:
                facts.extend(_earlier_facts(next(item for item in told if item.account.id == old)))
        if any(item.first.in_heading for item in items):
            facts.append(("headline", "yes"))
        possible = not any(sure.both(one, other) for one, other in clashes if one.account.id in members)
        sides = [side_of(item) for item in items]
        yield make_dispute(DisputeKind.COUNT, event.id, "event", aspect, sides, facts, scope or None, possible)


def clashing(item: Told, others: dict[str, Told]) -> list[str]:
    """Ids of those of the others which the account disputes."""
    return [
        relation.to for relation in item.account.relations
        if relation.kind is RelationKind.DISPUTES and relation.to in others
    ]  # fmt: skip


def superseded(told: list[Told]) -> dict[str, str]:
    """Account id -> the account that took its place."""
    return {
        relation.to: item.account.id
        for item in told
        for relation in item.account.relations
        if relation.kind is RelationKind.SUPERSEDES
    }


def _by_size(item: Told) -> tuple[float, float, str]:
    figure = range_of(item.account.value)
    return (figure.low or figure.high, figure.high, item.account.id)


def _scope(items: list[Told]) -> str:
    """What sets these figures apart from others of the event; "" for people as such, wherever it was."""
    scopes = sorted({item.first.scope_key or "" for item in items})
    places = sorted({" ".join(sorted(item.first.places)) for item in items if len(item.first.places) > 1})
    return " ".join(part for part in (scopes[0], *places[:1]) if part)


def _open_rivals(current: dict[str, Told], items: list[Told]) -> list[Told]:
    """ "Up to 40" beside a dispute about nine and seventeen: no figure contradicts it, and it belongs to the dispute."""
    scopes = {item.first.scope_key for item in items}
    return [
        item for _, item in sorted(current.items())
        if item not in items and exceeds(item, items) and item.first.scope_key in scopes
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
