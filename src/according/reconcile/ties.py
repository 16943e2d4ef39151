"""Statements of relations in; who is tied to whom, as told, with the days that are told and the day of the report, out. Sums no shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from according.domain.entity import Tie
from according.domain.statement import Kind, Participant, Phase, Polarity, Role, Stance, Statement
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import actor_mention

_NO_TIES = frozenset({"location", "biographic"})
_HOLDING = frozenset({Role.AGENT, Role.PATIENT, Role.HOLDER, Role.RELATIVE})
_SEEN_FROM_BOTH = frozenset({"ownership", "role", "membership"})


def find_ties(evidence: Evidence, entity_of: Mapping[str, str]) -> dict[str, list[Tie]]:
    """Ties by entity, in reading order: of who holds, and of the body something is held in or of."""
    out: dict[str, list[Tie]] = defaultdict(list)
    for statement in evidence.statements:
        if statement.kind is not Kind.RELATION or statement.type in _NO_TIES or _is_denied(statement):
            continue
        parts = [(item, entity_of.get(actor_mention(statement, item) or "")) for item in statement.participants]
        acting = dict.fromkeys(entity for item, entity in parts if entity and item.role in _HOLDING)
        for entity in acting:
            other = next((one for _, one in parts if one and one != entity), None)
            out[entity].append(_tie(evidence, statement, other, None))
        for entity, holder, name in _bodies(statement, parts):
            if entity not in acting:
                out[entity].append(_tie(evidence, statement, holder, name, reverse=True))
    return out


def _is_denied(statement: Statement) -> bool:
    return statement.polarity is Polarity.DID_NOT_HAPPEN or statement.stance is Stance.DENIED


def _bodies(
    statement: Statement, parts: list[tuple[Participant, str | None]]
) -> Iterator[tuple[str, str | None, str | None]]:
    """The bodies that are owned, led or joined: entity, who holds, and the holder's name as written where it is nobody to look up."""
    if statement.type not in _SEEN_FROM_BOTH:
        return
    holders = [(item, entity) for item, entity in parts if item.role is Role.HOLDER]
    for item, entity in parts:
        if item.role is Role.ORGANISATION and entity:
            for holder, holding in holders[:1]:
                yield entity, holding, None if holding else holder.name


def _tie(
    evidence: Evidence, statement: Statement, other: str | None, name: str | None, *, reverse: bool = False
) -> Tie:
    value = statement.value
    start, end = _days(statement)
    owned = value.ownership if value else None
    return Tie(
        type=statement.type, other=other, words=_words(statement), statement=statement.id,
        percent=owned.percent if owned else None, bound=owned.bound if owned else None, start=start, end=end,
        cited=evidence.said_on(statement), former=bool(value and value.role and value.role.former), name=name, reverse=reverse,
    )  # fmt: skip


def _days(statement: Statement) -> tuple[str | None, str | None]:
    """When it began and when it ended, where that is told (EDTF)."""
    edtf = statement.when.edtf if statement.when and statement.when.words else None
    if edtf is None:
        return None, None
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return (first if first not in ("", "..") else None), (last if last not in ("", "..") else None)
    if statement.phase is Phase.STARTS:
        return edtf, None
    return (None, edtf) if statement.phase is Phase.ENDS else (None, None)


def _words(statement: Statement) -> str:
    value = statement.value
    if value and value.role:
        words = value.role.role
        if value.role.organisation and value.role.organisation not in words:
            words = f"{words}, {value.role.organisation}"
        return f"former {words}" if value.role.former and "former" not in words else words
    if value and value.kin:
        return value.kin
    if value and value.ownership and value.ownership.percent is not None:
        return f"{value.ownership.percent:g} %"
    if value and value.ownership and value.ownership.bound:
        return value.ownership.bound
    return statement.quote.exact[:120]
