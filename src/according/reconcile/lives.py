"""What happened to one person, in; what each voice says of that person, and the disputes only the whole of it shows, out: two causes of
one death, two terms for one sentence. A function of one person's statements and happenings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.domain.entity import Entity, EntityKind
from according.domain.event import AccountValue, Aspect, Dispute, DisputeKind
from according.domain.statement import Role, Stance, Statement
from according.domain.types import all_types
from according.language.transliterate import is_cyrillic
from according.reconcile.accounts import tell
from according.reconcile.answers import Answer, Answers
from according.reconcile.counts import clashing
from according.reconcile.entities import Cast
from according.reconcile.events import Happening
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import actor_mention
from according.reconcile.pieces import counted_role, says_not, told_edtf
from according.reconcile.sides import event_facts, make_dispute, side_of
from according.reconcile.standing import UNSURE, Told
from according.reconcile.vocabulary import words_of

_ANY_COURT = frozenset({"court", "courts", "суд", "суда", "судом"})
_DEATHS = frozenset({"death", "killing", "death_in_custody", "suicide"})
_OF_A_LIFE = frozenset({Aspect.DATE, Aspect.CHARGE, Aspect.TERM, Aspect.CAUSE})
_Term = tuple[str | None, str | None]


# --- accounts


def tell_life(evidence: Evidence, cast: Cast, answers: Answers, person: Entity) -> list[Told]:
    """The accounts of one person, from the person's own statements alone."""
    found: list[Answer] = []
    for sid in person.statements:
        statement = evidence.by_id.get(sid)
        if statement is not None and person.id in befallen(cast, statement):
            found.extend(_answers(answers, statement))
    return tell(evidence, person.id, found) if found else []


def befallen(cast: Cast, statement: Statement) -> set[str]:
    """Ids of the people to whom the statement tells something happened, rather than what they saw, said or did to others."""
    info = all_types().get(statement.type)
    if info is None or (info.custody is None and info.family != "liberty_and_law" and statement.type not in _DEATHS):
        return set()
    role = counted_role(statement.type)
    known = (
        cast.get_by_mention(actor_mention(statement, item)) for item in statement.participants if item.role is role
    )
    return {
        entity.id for entity in known if entity is not None and entity.kind is EntityKind.PERSON and not entity.unnamed
    }


def _answers(answers: Answers, statement: Statement) -> Iterator[Answer]:
    if statement.stance in UNSURE or says_not(statement) or statement.stance is Stance.RETRACTED:
        return
    kind = statement.type
    for answer in answers.of(statement, contested=False):
        if answer.aspect in _OF_A_LIFE:
            of_what = kind if answer.aspect is Aspect.DATE else None
            yield replace(answer, scope=of_what, scope_key=of_what)
    custody = "dead" if kind in _DEATHS else all_types()[kind].custody
    anchor = statement.quote.exact[
        max(0, statement.anchor.start - statement.quote.start) : max(0, statement.anchor.end - statement.quote.start)
    ]
    if custody:
        value = AccountValue(" ".join(anchor.split()) or kind, edtf=told_edtf(statement), name=custody)
        yield from answers.say(statement, Aspect.STATUS, value)
    by_somebody = any(item.role is Role.AGENT for item in statement.participants)
    if kind == "suicide" or (kind == "killing" and by_somebody):
        value = AccountValue(" ".join(anchor.split()), name="own_hand" if kind == "suicide" else "violence")
        yield from answers.say(statement, Aspect.CAUSE, value)


# --- disputes


def find_life_disputes(person: str, life: Sequence[Told], happenings: Sequence[Happening]) -> Iterator[Dispute]:
    """Disputes about one person: causes of the death, terms of the sentence."""
    yield from _cause_dispute(person, life)
    yield from _term_disputes(person, happenings)


def _cause_dispute(person: str, life: Sequence[Told]) -> Iterator[Dispute]:
    told = [item for item in life if item.account.aspect is Aspect.CAUSE]
    known = {item.account.id: item for item in told}
    rivals = [item for item in told if clashing(item, known)]
    if len(rivals) > 1:
        facts = [("person", person), *(("kind", _kind_of(item)) for item in rivals)]
        yield make_dispute(DisputeKind.CAUSE, person, "person", Aspect.CAUSE, [side_of(item) for item in rivals], facts)


def _kind_of(item: Told) -> str:
    return item.account.value.name or item.account.value.words


def _term_disputes(person: str, happenings: Sequence[Happening]) -> Iterator[Dispute]:
    """Two terms given for one sentence of this person, unless one is what an appeal or an amnesty left of the other."""
    left = _left_by_appeal(happenings)
    for happening in happenings:
        if happening.event.people != (person,):
            continue
        told = [item for item in happening.told if item.account.aspect is Aspect.TERM]
        known = {item.account.id: item for item in told if item.first.statement.stance not in UNSURE}
        rivals = [item for item in known.values() if _rivals(item, known, left)]
        if len(rivals) < 2:
            continue
        rivals.sort(key=lambda item: (repr(item.account.value.term), item.account.id))
        facts = event_facts(happening.event)
        for item in rivals:
            facts += [("value", item.account.value.words), ("value_speaker", item.account.speaker)]
        yield make_dispute(
            DisputeKind.VALUE, happening.event.id, "event", Aspect.TERM, [side_of(item) for item in rivals], facts
        )


def _rivals(item: Told, known: dict[str, Told], left: frozenset[_Term]) -> list[str]:
    """Those that give another term, by another hand, where neither term is what was left of the other."""
    return [
        other for other in clashing(item, known)
        if not {item.account.value.term, known[other].account.value.term} & left
        and (item.first.voice.key, item.account.documents) != (known[other].first.voice.key, known[other].account.documents)
        and not _by_two_courts(item, known[other])
    ]  # fmt: skip


def _left_by_appeal(happenings: Sequence[Happening]) -> frozenset[_Term]:
    """Terms known as what was left of a longer one."""
    left: set[_Term] = set()
    for happening in happenings:
        for item in happening.told:
            value = item.first.statement.value
            sentence = value.sentence if value else None
            if sentence is not None and sentence.reduced_to_years is not None:
                left.add((f"P{sentence.reduced_to_years:g}Y",) * 2)
            if item.account.aspect is Aspect.TERM and value is not None and value.outcome is not None:
                term = item.account.value.term
                if term is not None:
                    left.add(term)
    return frozenset(left)


def _by_two_courts(one: Told, other: Told) -> bool:
    """Whether each names a court and no word is common to both, in one script: then there were two sentences."""
    first, second = _courts(one), _courts(other)
    if not first or not second or is_cyrillic(" ".join(first)) != is_cyrillic(" ".join(second)):
        return False
    return not first & second


def _courts(item: Told) -> frozenset[str]:
    names = (part.name for answer in item.answers for part in answer.statement.participants if part.role is Role.COURT)
    return frozenset(word for name in names for word in words_of(name) if word not in _ANY_COURT)
