"""Statements of ownership in; disputes out where one owner is given two shares of one company. Two owners dispute nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue
from according.domain.statement import Participant, Phase, Role, Stance, Statement
from according.reconcile.days import days_of
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import actor_mention
from according.reconcile.pieces import is_denied
from according.reconcile.sides import make_dispute
from according.reconcile.standing import UNSURE
from according.reconcile.vocabulary import bare_words
from according.reconcile.voices import Voices

_ROUNDING = 0.5  # 38.7 and 39 per cent are one share


def find_share_disputes(evidence: Evidence, cast: Cast, voices: Voices) -> Iterator[Dispute]:
    """One owner, one company, two shares that no rounding brings together and no dates part."""
    told: dict[tuple[str, str], list[tuple[float, Statement]]] = defaultdict(list)
    names: dict[str, str] = {}
    for statement in evidence.statements:
        share = statement.value.ownership if statement.type == "ownership" and statement.value else None
        if share is None or share.percent is None or not _stands(evidence, statement):
            continue
        company = _named(cast, statement, Role.ORGANISATION, None)
        owner = _named(cast, statement, Role.HOLDER, share.owner)
        if company and owner and company[0] != owner[0]:
            told[company[0], owner[0]].append((share.percent, statement))
            names[company[0]], names[owner[0]] = company[1], owner[1]
    for (company_key, owner_key), shares in sorted(told.items()):
        if company_key in cast.entities and _differ(shares):
            facts = [("company", names[company_key]), ("owner", names[owner_key])]
            kind = cast.entities[company_key].kind.value
            yield make_dispute(
                DisputeKind.VALUE, company_key, kind, Aspect.OWNER, _sides(shares, voices), facts, owner_key
            )


def _stands(evidence: Evidence, statement: Statement) -> bool:
    if not evidence.counts(statement) or is_denied(statement) or statement.phase is Phase.ENDS:
        return False
    return statement.stance not in UNSURE and statement.stance is not Stance.RETRACTED


def _named(cast: Cast, statement: Statement, role: Role, words: str | None) -> tuple[str, str] | None:
    """Key and name of who has the role: the entity where one is known, else the words."""
    held: list[Participant] = [item for item in statement.participants if item.role is role]
    wanted = [item for item in held if words is None or bare_words(item.name) == bare_words(words)] or held[:1]
    for item in wanted:
        entity = cast.get_by_mention(actor_mention(statement, item))
        return (entity.id, entity.name) if entity else (bare_words(item.name), item.name)
    return (bare_words(words), words) if words else None


def _differ(shares: list[tuple[float, Statement]]) -> bool:
    """Whether two of the shares differ at one time; "in 2009" and "since 2011" may both be right."""
    for place, (one, first) in enumerate(shares):
        for other, second in shares[place + 1 :]:
            if abs(one - other) <= _ROUNDING or first.document == second.document:
                continue
            if _overlap(first, second):
                return True
    return False


def _overlap(first: Statement, second: Statement) -> bool:
    days = [days_of(item.when.edtf) if item.when and item.when.words.strip() else None for item in (first, second)]
    return days[0] is None or days[1] is None or days[0].overlaps(days[1])


def _sides(shares: list[tuple[float, Statement]], voices: Voices) -> list[DisputeValue]:
    by_side: dict[tuple[float, str], list[str]] = defaultdict(list)
    for percent, statement in shares:
        by_side[percent, voices.of(statement).name].append(statement.id)
    return [
        DisputeValue(f"{percent:g} %", speaker, tuple(sorted(sids)), percent=percent)
        for (percent, speaker), sids in sorted(by_side.items())
    ]
