"""Statements of ownership of one company in; who is said to own how much of it, out, and a dispute where one owner is given two
shares. Two owners dispute nothing. A function of one company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.domain.entity import Entity
from according.domain.event import AccountValue, Aspect, Dispute, DisputeKind, DisputeValue
from according.domain.statement import Participant, Phase, Role, Stance, Statement
from according.reconcile.accounts import tell
from according.reconcile.answers import Answer, Answers
from according.reconcile.counts import clashing
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import actor_mention
from according.reconcile.pieces import is_denied
from according.reconcile.sides import make_dispute
from according.reconcile.standing import UNSURE, Told
from according.reconcile.vocabulary import bare_words


def tell_owners_of(evidence: Evidence, cast: Cast, answers: Answers, company: Entity) -> list[Told]:
    """Accounts of who owns what share of one company, from the statements it takes part in."""
    found: list[Answer] = []
    for sid in company.statements:
        statement = evidence.by_id.get(sid)
        if statement is None or statement.type != "ownership" or not _stands(evidence, statement):
            continue
        share = statement.value.ownership if statement.value else None
        owned = _named(cast, statement, Role.ORGANISATION, None)
        owner = _named(cast, statement, Role.HOLDER, share.owner if share else None)
        if owned is None or owner is None or owned[0] != company.id or owner[0] == company.id:
            continue
        percent = share.percent if share else None
        words = f"{percent:g} %" if percent is not None else (share.bound if share and share.bound else owner[1])
        when = statement.when.edtf if statement.when and statement.when.words.strip() else None
        value = AccountValue(words, edtf=when, name=owner[1], entity=owner[2], percent=percent)
        found += [
            replace(item, scope=owner[1], scope_key=owner[0]) for item in answers.say(statement, Aspect.OWNER, value)
        ]
    return tell(evidence, company.id, found) if found else []


def find_share_disputes(company: Entity, owners: Sequence[Told]) -> Iterator[Dispute]:
    """One owner, one company, two shares that no rounding brings together and no dates part."""
    by_owner: dict[str, list[Told]] = defaultdict(list)
    for item in owners:
        by_owner[item.first.scope_key or ""].append(item)
    for owner, told in sorted(by_owner.items()):
        known = {item.account.id: item for item in told}
        if not any(clashing(item, known) for item in told):
            continue
        facts = [("company", company.name), ("owner", told[0].account.value.name or owner)]
        yield make_dispute(DisputeKind.VALUE, company.id, company.kind.value, Aspect.OWNER, _sides(told), facts, owner)


def _stands(evidence: Evidence, statement: Statement) -> bool:
    if not evidence.counts(statement) or is_denied(statement) or statement.phase is Phase.ENDS:
        return False
    return statement.stance not in UNSURE and statement.stance is not Stance.RETRACTED


def _named(cast: Cast, statement: Statement, role: Role, words: str | None) -> tuple[str, str, str | None] | None:
    """Key, name and entity id of who has the role: the entity where one is known, else the words."""
    held: list[Participant] = [item for item in statement.participants if item.role is role]
    wanted = [item for item in held if words is None or bare_words(item.name) == bare_words(words)] or held[:1]
    for item in wanted:
        entity = cast.get_by_mention(actor_mention(statement, item))
        return (entity.id, entity.name, entity.id) if entity else (bare_words(item.name), item.name, None)
    return (bare_words(words), words, None) if words else None


def _sides(told: Sequence[Told]) -> list[DisputeValue]:
    shares = [item for item in told if item.account.value.percent is not None]
    shares.sort(key=lambda item: (item.account.value.percent or 0, item.account.speaker, item.account.id))
    return [
        DisputeValue(
            f"{item.account.value.percent:g} %", item.account.speaker, item.account.statements,
            percent=item.account.value.percent,
        )
        for item in shares
    ]  # fmt: skip
