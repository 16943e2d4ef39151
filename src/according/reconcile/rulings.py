"""What people said of two accounts of one question, in; the accounts standing to each other by that, out. Pure, event by event.

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
from according.domain.event import Account, AccountRelation, RelationKind
from according.domain.statement import Statement
from according.reconcile.account_book import same_answer
from according.reconcile.days import days_of
from according.reconcile.events import Happening
from according.reconcile.figures import range_of
from according.reconcile.sameness import standing_decisions

BY_PERSON = "person"
_ONE_WAY = {Verdict.SUPERSEDES: RelationKind.SUPERSEDES, Verdict.PART_OF: RelationKind.PART_OF}


@dataclass(frozen=True, slots=True)
class Ruling:
    """One word on two accounts, as they were seen."""

    verdict: Verdict
    one: Cited
    two: Cited

    @property
    def statements(self) -> frozenset[str]:
        """Statements behind both: an event that holds one of them depends on this ruling."""
        return frozenset(quote.statement for cited in (self.one, self.two) for quote in cited.quotes)


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
    """One happening, the last word on each pair of its accounts in force."""
    statements = [piece.statement for piece in happening.pieces]
    relations = {item.account.id: list(item.account.relations) for item in happening.told}
    changed = False
    for ruling in rulings:
        pair = [_find(happening, cited, statements) for cited in (ruling.one, ruling.two)]
        one, two = pair
        if one is None or two is None or one.id == two.id:
            continue
        for source, target in ((one.id, two.id), (two.id, one.id)):
            relations[source] = [relation for relation in relations[source] if relation.to != target]
        for source, target, kind in _relate(ruling.verdict, one, two, happening):
            relations[source].append(AccountRelation(target, kind, BY_PERSON))
        changed = True
    return _with_relations(happening, relations) if changed else happening


def _with_relations(happening: Happening, relations: dict[str, list[AccountRelation]]) -> Happening:
    told = tuple(
        replace(
            item,
            account=replace(
                item.account,
                relations=tuple(sorted(relations[item.account.id], key=lambda one: (one.to, one.kind.value))),
            ),
        )
        for item in happening.told
    )
    accounts = tuple(item.account for item in told)
    return replace(happening, event=replace(happening.event, accounts=accounts), told=told)


def _find(happening: Happening, cited: Cited, statements: Sequence[Statement]) -> Account | None:
    """The account behind which most of the words seen stand, if it still gives that answer."""
    ids = {quote.statement for quote in cited.quotes}
    words = {(quote.document, quote.type, quote.exact) for quote in cited.quotes}
    known = {
        one.id for one in statements if one.id in ids or (one.document, one.type, one.quote.exact) in words
    }  # fmt: skip
    if not known:
        return None
    fitting = [
        item.account for item in happening.told
        if item.account.aspect is cited.aspect and known & set(item.account.statements)
        and same_answer(item.account.value, cited.value)
    ]  # fmt: skip
    return min(fitting, key=lambda one: (-len(known & set(one.statements)), one.id), default=None)


def _relate(verdict: Verdict, one: Account, two: Account, happening: Happening) -> list[tuple[str, str, RelationKind]]:
    if verdict in _ONE_WAY:
        return [(one.id, two.id, _ONE_WAY[verdict])]
    if verdict is Verdict.OTHER_SCOPE:
        return _mutual(one, two, RelationKind.DIFFERENT_SCOPE)
    return _of_one_scope(one, two, happening)


def _of_one_scope(one: Account, two: Account, happening: Happening) -> list[tuple[str, str, RelationKind]]:
    """Two figures that count the same: a later one of the same voice takes the place of the earlier, else they agree or not."""
    first, second = range_of(one.value), range_of(two.value)
    if first == second:
        return _mutual(one, two, RelationKind.AGREES)
    voices = {item.account.id: item.first.voice for item in happening.told}
    later = _later(one, two)
    if later is not None and voices[one.id].resolved and voices[one.id].key == voices[two.id].key:
        return [(later.id, (two if later is one else one).id, RelationKind.SUPERSEDES)]
    if first.overlaps(second):
        return _mutual(one, two, RelationKind.OVERLAPS)
    if later is not None and voices[one.id].state_side and voices[two.id].state_side:
        return [(later.id, (two if later is one else one).id, RelationKind.LATER_SAME_SIDE)]
    return _mutual(one, two, RelationKind.DISPUTES)


def _later(one: Account, two: Account) -> Account | None:
    first, second = (days_of(account.as_of) if account.as_of else None for account in (one, two))
    if first is None or second is None:
        return None
    return two if first.end < second.start else one if second.end < first.start else None


def _mutual(one: Account, two: Account, kind: RelationKind) -> list[tuple[str, str, RelationKind]]:
    return [(one.id, two.id, kind), (two.id, one.id, kind)]
