"""What voices say of whether it happened in; a dispute out where one says yes and another no. To deny a part is not to deny it all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from according.domain.event import Aspect, Dispute, DisputeKind, Event
from according.domain.statement import ActorKind, Polarity, Role, Stance, Statement
from according.domain.types import all_types
from according.reconcile.answers import COUNTED
from according.reconcile.counts import clashing
from according.reconcile.pieces import aspect_of, counted_role
from according.reconcile.sides import event_facts, make_dispute, side_of
from according.reconcile.standing import UNSURE, Told
from according.reconcile.sureness import Sureness
from according.reconcile.vocabulary import bare_words, scope_words

_FAMILIES = frozenset({"violence", "liberty_and_law", "labour", "protest", "state"})
_TALK = frozenset(
    {"negotiation", "trial", "order"}
)  # of a talk or a trial that goes on a denial denies some particular
_ORDER = "order"
_INSIDE = re.compile(
    r"\b(?:in|during|after|of|from|by|при|во время|после)\s+(?:the|an?|this|that|these)?\s*(?:\w+\s)?$", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\W*(?:\w+\s+){0,4}(?:did|was|were|has|had|does|is|has been)\s+not\b|\s*(?:\w+\s+){0,3}не\s", re.IGNORECASE
)


def find_occurrence_disputes(event: Event, told: list[Told], sure: Sureness) -> Iterator[Dispute]:
    """Those who say no, and those who say yes of the same with another voice. One hand does not deny itself."""
    known = {item.account.id: item for item in told}
    kept: dict[str, Told] = {}
    pairs: list[tuple[Told, Told]] = []
    for no in told:
        if no.first.value.happened is not False or not _is_denial(no.first.statement):
            continue
        for other in clashing(no, known):
            if _contradicts(no, known[other]):
                pairs.append((no, known[other]))
                kept[no.account.id], kept[other] = no, known[other]
    if not kept:
        return
    items = [kept[key] for key in sorted(kept)]
    facts = event_facts(event)
    for item in items:
        facts += [("value", item.account.value.words), ("value_speaker", item.account.speaker)]
    possible = not any(sure.both(no, yes) for no, yes in pairs)
    values = [side_of(item) for item in items]
    yield make_dispute(DisputeKind.OCCURRENCE, event.id, "event", Aspect.OCCURRENCE, values, facts, None, possible)


def _is_denial(statement: Statement) -> bool:
    info = all_types().get(statement.type)
    if info is None or info.family not in _FAMILIES or (statement.type in _TALK and statement.type != _ORDER):
        return False
    nobody = statement.count is not None and statement.count.max == 0
    nobody = nobody or any(item.count is not None and item.count.max == 0 for item in statement.participants)
    if statement.stance is Stance.DENIED:
        return not _particular().search(_before_anchor(statement))
    if statement.polarity is Polarity.DID_NOT_HAPPEN:
        return not _is_beside_the_negation(statement)
    return nobody and aspect_of(statement.type) in COUNTED


def _before_anchor(statement: Statement) -> str:
    return statement.quote.exact[: max(0, statement.anchor.start - statement.quote.start)]


def _is_beside_the_negation(statement: Statement) -> bool:
    """ "There were no casualties in the attack", "the attack did not cause much damage": another thing is said not to be so."""
    after = statement.quote.exact[max(0, statement.anchor.end - statement.quote.start) :]
    return bool(_INSIDE.search(_before_anchor(statement)) or _SUBJECT.match(after))


@lru_cache(maxsize=1)
def _particular() -> re.Pattern[str]:
    rows = tomllib.loads(files("according.reconcile").joinpath("occurrences.toml").read_text(encoding="utf-8"))
    stems = (re.escape(stem) for words in rows["particular"].values() for stem in words)
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


def _contradicts(no: Told, yes: Told) -> bool:
    denial, claim = no.first.statement, yes.first.statement
    unsure = UNSURE | {Stance.BELIEVED}
    if not yes.first.value.happened or denial.type != claim.type or unsure & {denial.stance, claim.stance}:
        return False
    if no.first.voice.key == yes.first.voice.key:
        return False
    if no.first.voice.state_side and yes.first.voice.state_side:
        return False
    return _same_doer(denial, claim) and _same_people(denial, claim)


def _same_doer(denial: Statement, claim: Statement) -> bool:
    """ "He denied that the traffickers had killed her" denies who did it, not that she was killed."""
    if counted_role(denial.type) is Role.AGENT:
        return True
    denied = {bare_words(item.name) for item in denial.participants if item.role in (Role.AGENT, Role.ORDERED_BY)}
    claimed = {bare_words(item.name) for item in claim.participants if item.role in (Role.AGENT, Role.ORDERED_BY)}
    if denial.type in ("killing", "death", "bombing", "abduction", "disappearance"):
        return not denied or bool(denied & claimed)
    return not denied or not claimed or bool(denied & claimed)


def _same_people(denial: Statement, claim: Statement) -> bool:
    """ "No peasants were killed" does not deny that three guerrillas were."""
    denied, claimed = (_groups(statement) for statement in (denial, claim))
    return not denied or not claimed or bool(denied & claimed)


def _groups(statement: Statement) -> set[str]:
    return {
        word
        for item in statement.participants
        if item.role is counted_role(statement.type) and item.kind is not ActorKind.PERSON
        for word in (scope_words(item.name) or "").split()
    }
