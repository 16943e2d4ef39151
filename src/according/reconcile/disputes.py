"""One happening with its accounts in; the disputes between them out: answers that cannot all be true, with the facts that explain
them. A function of the one happening, of what its documents tell besides (`masses`), and of the places it names. Judges nobody."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator

from according.domain.entity import Entity
from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue, Event
from according.domain.types import all_types
from according.reconcile.answers import COUNTED
from according.reconcile.counts import clashing, find_count_disputes
from according.reconcile.entities import Cast
from according.reconcile.events import Happening
from according.reconcile.occurrences import find_occurrence_disputes
from according.reconcile.pieces import Piece
from according.reconcile.responsibility import find_agent_disputes
from according.reconcile.sides import event_facts, make_dispute, side_of
from according.reconcile.standing import UNSURE, Told, printed_days
from according.reconcile.sureness import Masses, Sureness

_A_WEEK = 7  # days; what is told of a longer time says no day
_A_MONTH = 31
_ONE_HAPPENING = 3  # days by which reports may misdate one happening that nothing else ties together
_LONG_MISDATED = 35  # with its place and its figure told alike
_ONE_TOWN = 30  # kilometres
_ARTICLE = re.compile(r"\d+(?:[.-]\d+)?")


def find_event_disputes(happening: Happening, cast: Cast, masses: Masses | None = None) -> Iterator[Dispute]:
    """Disputes between the accounts of one event. `masses`: see `figures_by_document`; without it each document tells of one."""
    by_aspect: dict[Aspect, list[Told]] = defaultdict(list)
    for item in happening.told:
        by_aspect[item.account.aspect].append(item)
    sure = Sureness(happening, masses)
    for aspect, told in sorted(by_aspect.items()):
        if aspect in COUNTED:
            yield from find_count_disputes(happening.event, aspect, told, sure)
        elif aspect is Aspect.OCCURRENCE:
            yield from find_occurrence_disputes(happening.event, told, sure)
        elif aspect is Aspect.AGENT:
            yield from find_agent_disputes(happening.event, told, sure)
        elif aspect is Aspect.DATE:
            yield from _date_dispute(happening, told)
        elif aspect is Aspect.CHARGE:
            yield from _charge_dispute(happening.event, told)
        elif aspect is Aspect.CAUSE:
            yield from _cause_dispute(happening.event, told, sure)
        elif aspect is Aspect.PLACE:
            yield from _place_dispute(happening, told, cast)


# --- when


def _date_dispute(happening: Happening, told: list[Told]) -> Iterator[Dispute]:
    info = all_types().get(happening.event.type)
    if info is not None and info.speech:
        return  # two people may demand the same on two days
    items = {item.account.id: item for item in told if _says_a_day(item)}
    pieces = {piece.statement.id: piece for piece in happening.pieces}
    here = {
        piece.statement.document for piece in happening.pieces
        if piece.place and not piece.broad and piece.place == happening.event.place
    }  # fmt: skip
    ties: dict[str, str] = {}
    for key, item in sorted(items.items()):
        for other in clashing(item, items):
            tie = _tied(item, items[other], pieces, here)
            if tie is not None:
                ties[key] = "sure" if "sure" in (tie, ties.get(key)) else tie
    if len(ties) < 2:
        return
    rivals = sorted((items[key] for key in ties), key=lambda item: (item.account.value.edtf or "", item.account.id))
    facts = event_facts(happening.event)
    for item in rivals:
        facts += [("value", item.account.value.edtf or ""), ("value_speaker", item.account.speaker)]
    yield make_dispute(
        DisputeKind.DATE, happening.event.id, "event", Aspect.DATE, [side_of(item) for item in rivals], facts,
        possible="sure" not in ties.values(),
    )  # fmt: skip


def _says_a_day(item: Told) -> bool:
    days = printed_days(item.first)
    return days is not None and days.width <= _A_MONTH and item.first.statement.stance not in UNSURE


def _tied(one: Told, other: Told, pieces: dict[str, Piece], here: set[str]) -> str | None:
    """How sure it is that two dates are told of one happening: "sure", "possible", or None where they hardly are.

    `here`: the documents that tell of it at its place.
    """
    first, second = printed_days(one.first), printed_days(other.first)
    if first is None or second is None:
        return None
    gap = first.gap(second)
    found = {
        tie for a, b in _pairs(one, other) if a in pieces and b in pieces for tie in _ties(pieces[a], pieces[b])
    }  # fmt: skip
    if set(one.account.documents) & here and set(other.account.documents) & here:
        found.add("place")
    if "person" in found:
        return "sure"
    if max(first.width, second.width) > _A_WEEK:
        return None
    if "place" in found or "figure" in found:
        if gap <= _ONE_HAPPENING or {"place", "figure"} <= found:
            return "sure" if gap <= _ONE_HAPPENING else "possible" if gap <= _LONG_MISDATED else None
        return None
    return "possible" if gap <= _ONE_HAPPENING else None


def _pairs(one: Told, other: Told) -> Iterator[tuple[str, str]]:
    for first in one.account.statements:
        for second in other.account.statements:
            yield first, second


def _ties(one: Piece, other: Piece) -> Iterator[str]:
    """What two pieces have in common beyond their kind."""
    if one.people & other.people:
        yield "person"
    if one.figure is not None and one.figure == other.figure and one.mass:
        yield "figure"
    if one.place and one.place == other.place and not one.broad and not other.broad:
        yield "place"


# --- where


def _place_dispute(happening: Happening, told: list[Told], cast: Cast) -> Iterator[Dispute]:
    """Two settlements for one happening; a square, a court or a region excludes no settlement, nor does a suburb its city."""
    pieces = {piece.statement.id: piece for piece in happening.pieces}
    sides: dict[str, Told] = {}
    for item in told:
        for sid in item.account.statements:
            piece = pieces.get(sid)
            if piece is None or not piece.place or piece.broad or item.first.statement.stance in UNSURE:
                continue
            if _is_known_place(cast.entities.get(piece.place)):
                sides.setdefault(piece.place, item)
    apart = [
        (one, other) for one in sorted(sides) for other in sorted(sides)
        if one < other and not _is_one_town(cast.entities.get(one), cast.entities.get(other))
    ]  # fmt: skip
    if not apart:
        return
    members = sorted({place for pair in apart for place in pair})
    possible = not any(
        {"person", "figure"} & set(_ties(pieces[a], pieces[b]))
        for one, other in apart for a, b in _pairs(sides[one], sides[other]) if a in pieces and b in pieces
    )  # fmt: skip
    yield make_dispute(
        DisputeKind.PLACE, happening.event.id, "event", Aspect.PLACE, [side_of(sides[place]) for place in members],
        event_facts(happening.event), possible=possible,
    )  # fmt: skip


def _is_known_place(place: Entity | None) -> bool:
    """Whether others name the place too, or a map does: one odd wording alone is no second place."""
    if place is None:
        return False
    return place.latitude is not None or len({item for name in place.names for item in name.documents}) > 1


def _is_one_town(one: Entity | None, other: Entity | None) -> bool:
    """Whether a map puts both so near each other that one may be a part of the other."""
    if one is None or other is None:
        return False
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    north = (one.latitude - other.latitude) * 111
    east = (one.longitude - other.longitude) * 111 * math.cos(math.radians(one.latitude))
    return math.hypot(north, east) <= _ONE_TOWN


# --- why, and for what


def _cause_dispute(event: Event, told: list[Told], sure: Sureness) -> Iterator[Dispute]:
    """Causes of different kinds, by different voices. Of one person's death the whole life tells (see `lives`)."""
    if len(event.people) == 1:
        return
    known = {item.account.id: item for item in told}
    rivals = [item for item in told if clashing(item, known)]
    if len(rivals) < 2:
        return
    possible = not any(sure.both(item, known[other]) for item in rivals for other in clashing(item, known))
    yield make_dispute(
        DisputeKind.CAUSE, event.id, "event", Aspect.CAUSE, [side_of(item) for item in rivals], event_facts(event),
        possible=possible,
    )  # fmt: skip


def _charge_dispute(event: Event, told: list[Told]) -> Iterator[Dispute]:
    """Two articles for one charge of one person. Wordings alone differ by translation and prove nothing."""
    if len(event.people) != 1:
        return
    by_article: dict[str, Told] = {}
    voices: dict[str, set[str]] = defaultdict(set)
    for item in told:
        match = _ARTICLE.search(item.account.value.name or "")
        if match:
            article = match.group().split("-")[0].split(".")[0]
            by_article.setdefault(article, item)
            voices[item.first.voice.key].add(article)
    if len(by_article) < 2 or len(voices) < 2 or any(len(articles) > 1 for articles in voices.values()):
        return  # one voice that names two articles tells of two charges
    values = [
        DisputeValue(
            f"{item.account.value.words} ({item.account.value.name})", item.account.speaker, item.account.statements
        )
        for _, item in sorted(by_article.items())
    ]
    yield make_dispute(DisputeKind.VALUE, event.id, "event", Aspect.CHARGE, values, event_facts(event))
