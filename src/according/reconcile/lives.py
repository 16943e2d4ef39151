"""What happened to one person, in; disputes that only the whole of it shows, out: two terms for one sentence. A function of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from according.domain.event import Aspect, Dispute, DisputeKind
from according.domain.statement import Role
from according.language.transliterate import is_cyrillic
from according.reconcile.counts import clashing
from according.reconcile.events import Happening
from according.reconcile.sides import event_facts, make_dispute, side_of
from according.reconcile.standing import UNSURE, Told
from according.reconcile.vocabulary import words_of

_ANY_COURT = frozenset({"court", "courts", "суд", "суда", "судом"})
_Term = tuple[str | None, str | None]


def by_person(happenings: Sequence[Happening]) -> dict[str, list[Happening]]:
    """The happenings of each person who takes part by name, in the order of their ids."""
    lives: dict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        for person in happening.event.people:
            lives[person].append(happening)
    return lives


def find_term_disputes(person: str, happenings: Sequence[Happening]) -> Iterator[Dispute]:
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
