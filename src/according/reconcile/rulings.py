"""What people said of two accounts of one question, in; the accounts standing to each other by that, out. Pure, event by event,
person by person.

A person's word replaces whatever the machine made of the pair. It holds while both accounts answer as they did when it was said:
a figure corrected afterwards was never judged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from according.domain.cited import Cited
from according.domain.codec import from_json
from according.domain.decision import ON_ACCOUNTS, Decision, Verdict
from according.domain.event import AccountRelation, RelationKind
from according.reconcile.account_book import same_answer
from according.reconcile.days import days_of
from according.reconcile.events import Happening
from according.reconcile.figures import range_of
from according.reconcile.sameness import standing_decisions
from according.reconcile.standing import Told

BY_PERSON = "person"
_ONE_WAY = {Verdict.SUPERSEDES: RelationKind.SUPERSEDES, Verdict.PART_OF: RelationKind.PART_OF}


@dataclass(frozen=True, slots=True)
class Ruling:
    """One word on two accounts, as they were seen."""

    verdict: Verdict
    one: Cited
    two: Cited

    @property
    def documents(self) -> frozenset[str]:
        """Documents behind both: only what is told in one of them can be ruled by this."""
        return frozenset(quote.document for cited in (self.one, self.two) for quote in cited.quotes)

    @property
    def of_event(self) -> bool:
        """Whether it is about answers of an event, not of a person or company."""
        return self.one.about.startswith("e-")


def find_rulings(decisions: Iterable[Decision]) -> list[Ruling]:
    """The rulings that stand, oldest first."""
    return [
        Ruling(decision.verdict, *(from_json(Cited, part) for part in json.loads(decision.content)))
        for decision in standing_decisions(decisions)
        if decision.verdict in ON_ACCOUNTS and decision.other and decision.content
    ]


def documents_ruled(decisions: Iterable[Decision]) -> set[str]:
    """The documents behind the accounts of which these decisions speak."""
    cited = (
        from_json(Cited, part)
        for decision in decisions if decision.verdict in ON_ACCOUNTS and decision.other and decision.content
        for part in json.loads(decision.content)
    )  # fmt: skip
    return {quote.document for one in cited for quote in one.quotes}


def rule_accounts(happening: Happening, rulings: Sequence[Ruling]) -> Happening:
    """One happening with people's words on its accounts in force."""
    told = tuple(rule_told(happening.told, [one for one in rulings if one.of_event]))
    if told == happening.told:
        return happening
    accounts = tuple(item.account for item in told)
    return replace(happening, event=replace(happening.event, accounts=accounts), told=told)


def rule_lives(told: Sequence[Told], rulings: Sequence[Ruling]) -> list[Told]:
    """The accounts of one person or company with people's words on them in force."""
    return rule_told(told, [one for one in rulings if not one.of_event])


def rule_told(told: Sequence[Told], rulings: Sequence[Ruling]) -> list[Told]:
    """Accounts of one event, person or company, the last word on each pair in force."""
    homes = {document for item in told for document in item.account.documents} if rulings else set()
    rulings = [ruling for ruling in rulings if not homes.isdisjoint(ruling.documents)]
    if not rulings:
        return list(told)
    relations = {item.account.id: list(item.account.relations) for item in told}
    changed = False
    for ruling in rulings:
        one, two = (_find(told, cited) for cited in (ruling.one, ruling.two))
        if one is None or two is None or one.account.id == two.account.id:
            continue
        for source, target in ((one.account.id, two.account.id), (two.account.id, one.account.id)):
            relations[source] = [relation for relation in relations[source] if relation.to != target]
        for source, target, kind in _relate(ruling.verdict, one, two):
            relations[source].append(AccountRelation(target, kind, BY_PERSON))
        changed = True
    return [_with_relations(item, relations[item.account.id]) for item in told] if changed else list(told)


def _with_relations(item: Told, relations: Sequence[AccountRelation]) -> Told:
    ordered = tuple(sorted(relations, key=lambda one: (one.to, one.kind.value)))
    return replace(item, account=replace(item.account, relations=ordered))


def _find(told: Sequence[Told], cited: Cited) -> Told | None:
    """The account behind which most of the words seen stand, if it still gives that answer."""
    ids = {quote.statement for quote in cited.quotes}
    words = {(quote.document, quote.type, quote.exact) for quote in cited.quotes}
    statements = {answer.statement.id: answer.statement for item in told for answer in item.answers}
    known = {
        id for id, one in statements.items() if id in ids or (one.document, one.type, one.quote.exact) in words
    }  # fmt: skip
    fitting = [
        item for item in told
        if item.account.aspect is cited.aspect and known & set(item.account.statements)
        and same_answer(item.account.value, cited.value)
    ]  # fmt: skip
    return min(fitting, key=lambda one: (-len(known & set(one.account.statements)), one.account.id), default=None)


_Relation = tuple[str, str, RelationKind]


def _relate(verdict: Verdict, one: Told, two: Told) -> list[_Relation]:
    if verdict in _ONE_WAY:
        return [(one.account.id, two.account.id, _ONE_WAY[verdict])]
    if verdict is Verdict.OTHER_SCOPE:
        return _mutual(one, two, RelationKind.DIFFERENT_SCOPE)
    return _of_one_scope(one, two)


def _of_one_scope(one: Told, two: Told) -> list[_Relation]:
    """Two figures that count the same: a later one of the same voice takes the place of the earlier, else they agree or not."""
    first, second = range_of(one.account.value), range_of(two.account.value)
    if first == second:
        return _mutual(one, two, RelationKind.AGREES)
    voice, other = one.first.voice, two.first.voice
    later = _later(one, two)
    earlier = two if later is one else one
    if later is not None and voice.resolved and voice.key == other.key:
        return [(later.account.id, earlier.account.id, RelationKind.SUPERSEDES)]
    if first.overlaps(second):
        return _mutual(one, two, RelationKind.OVERLAPS)
    if later is not None and voice.state_side and other.state_side:
        return [(later.account.id, earlier.account.id, RelationKind.LATER_SAME_SIDE)]
    return _mutual(one, two, RelationKind.DISPUTES)


def _later(one: Told, two: Told) -> Told | None:
    first, second = (days_of(item.account.as_of) if item.account.as_of else None for item in (one, two))
    if first is None or second is None:
        return None
    return two if first.end < second.start else one if second.end < first.start else None


def _mutual(one: Told, two: Told, kind: RelationKind) -> list[_Relation]:
    return [(one.account.id, two.account.id, kind), (two.account.id, one.account.id, kind)]
