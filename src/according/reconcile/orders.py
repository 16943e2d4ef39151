"""Happenings of one place and day in; disputes about who gave the order, out: two who are said to have given it, or one who denies it.
A function of one place and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue
from according.domain.statement import Participant, Role, Stance, Statement
from according.language.transliterate import is_cyrillic
from according.reconcile.entities import Cast
from according.reconcile.events import Happening
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import actor_mention
from according.reconcile.pieces import is_denied
from according.reconcile.responsibility import names_nobody
from according.reconcile.sides import event_facts, make_dispute
from according.reconcile.standing import UNSURE
from according.reconcile.vocabulary import bare_words
from according.reconcile.voices import Voice, Voices

ORDER = "order"


@dataclass(frozen=True, slots=True)
class Ordered:
    """One voice's word on who gave the order."""

    who: str  # equal for one giver
    words: str
    denied: bool
    voice: Voice
    statement: Statement
    happening: Happening


def find_order_giver_disputes(
    evidence: Evidence, cast: Cast, block: Sequence[Happening], voices: Voices
) -> Iterator[Dispute]:
    """Who is said to have given the order, against another or against the denial: one dispute for a place and day."""
    told = [item for happening in block for item in _orders_of(evidence, cast, happening, voices)]
    rivals = _rivals(told)
    if rivals:
        yield _dispute(rivals, any(item.denied for item in rivals))


def _orders_of(evidence: Evidence, cast: Cast, happening: Happening, voices: Voices) -> Iterator[Ordered]:
    for piece in happening.pieces:
        statement = piece.statement
        if statement.stance in UNSURE and statement.type == ORDER:
            continue
        if not evidence.counts(statement) or statement.stance is Stance.RETRACTED:
            continue
        for giver in givers(statement):
            if not names_nobody(giver.name):
                entity = cast.get_by_mention(actor_mention(statement, giver))
                name = entity.name if entity is not None and not entity.unnamed else giver.name
                yield Ordered(
                    bare_words(name), name, is_denied(statement), voices.of(statement), statement, happening
                )  # fmt: skip


def givers(statement: Statement) -> list[Participant]:
    """Who, by this statement, gave the order."""
    role = Role.AGENT if statement.type == ORDER else Role.ORDERED_BY
    return [item for item in statement.participants if item.role is role]


def _rivals(told: Sequence[Ordered]) -> list[Ordered]:
    """Those that exclude each other: another giver by another voice, where no voice names both; a giver and the denial of it."""
    named: dict[str, set[str]] = defaultdict(set)
    for item in told:
        if not item.denied:
            named[item.voice.key].add(item.who)
    kept: dict[str, Ordered] = {}
    for place, one in enumerate(told):
        for other in told[place + 1 :]:
            if one.voice.key == other.voice.key:
                continue
            if one.who == other.who:
                clash = one.denied != other.denied
            else:
                both = any({one.who, other.who} <= givers for givers in named.values())
                clash = not one.denied and not other.denied and not both
            if clash:
                kept[one.statement.id + one.who], kept[other.statement.id + other.who] = one, other
    return [kept[key] for key in sorted(kept)]


def _dispute(rivals: list[Ordered], denied: bool) -> Dispute:
    about = min((item.happening for item in rivals), key=lambda one: (-len(one.pieces), one.event.id))
    values = [
        DisputeValue(_value(item), item.voice.name, (item.statement.id,))
        for item in sorted(rivals, key=lambda item: (item.denied, item.who, item.voice.name, item.statement.id))
    ]
    # Two offices may both have ordered it, one after the other; a flat denial leaves no such room.
    return make_dispute(
        DisputeKind.RESPONSIBILITY, about.event.id, "event", Aspect.ORDER_GIVEN, values, event_facts(about.event),
        possible=not denied,
    )  # fmt: skip


def _value(item: Ordered) -> str:
    if not item.denied:
        return item.words
    return f"[{'не' if is_cyrillic(item.words) else 'not'}] {item.words}"
