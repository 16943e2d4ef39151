"""People whom machine or person holds apart though they bear one name, in; a dispute about who is meant, out: one man of whom two
things are told that cannot both be true, or two men. A function of two people."""

from __future__ import annotations

from collections.abc import Iterator

from according.domain.entity import Entity, EntityKind, JoinReason
from according.domain.event import Dispute, DisputeKind, DisputeValue
from according.domain.statement import Statement
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import actor_mention
from according.reconcile.sides import make_dispute
from according.reconcile.voices import Voices

# What, told of two of one name, leaves only two people or an error. That they are called otherwise is no dispute: then they are two.
_TELLING = frozenset(
    {
        "two birth years", "ages that do not fit", "one was dead before", "in two prisons on one day",
        "in two places on one day",
    }
)  # fmt: skip
_AGAINST = "but: "  # how a proposal to join tells what speaks against it


def find_identity_disputes(evidence: Evidence, cast: Cast, voices: Voices) -> Iterator[Dispute]:
    """One dispute for every two people whom their names would join and something told of them keeps apart."""
    for person in cast.entities.values():
        if person.kind is not EntityKind.PERSON or person.unnamed:
            continue
        for join in person.maybe_same:
            other = _other(cast, person, join)
            against = sorted(_TELLING & {reason.removeprefix(_AGAINST) for reason in join.reasons})
            if other is None or not against or person.id > other.id:
                continue
            values = [*_sides(evidence, cast, voices, person), *_sides(evidence, cast, voices, other)]
            facts = [("name", person.name), *(("against", words) for words in against)]
            if len(values) > 1:
                yield make_dispute(
                    DisputeKind.IDENTITY, person.id, "person", None, values, facts, other.id, possible=True
                )


def _other(cast: Cast, person: Entity, join: JoinReason) -> Entity | None:
    """Whom the proposal would join with the person; None where that is nobody by name."""
    for mention in (join.a, join.b):
        entity = cast.get_by_mention(mention)
        if entity is not None and entity.id != person.id:
            return entity if entity.kind is EntityKind.PERSON and not entity.unnamed else None
    return None


def _sides(evidence: Evidence, cast: Cast, voices: Voices, person: Entity) -> Iterator[DisputeValue]:
    """What is told of the person that tells who it is: birth, age, office; else where the name first stands."""
    statements = [evidence.by_id[sid] for sid in person.statements if sid in evidence.by_id]
    telling = [item for item in statements if item.type in ("biographic", "role")] or statements[:1]
    for statement in telling[:1]:
        yield DisputeValue(_words(cast, person, statement), voices.of(statement).name, (statement.id,))


def _words(cast: Cast, person: Entity, statement: Statement) -> str:
    """The name with what the statement adds to it."""
    described = next(
        (
            item.description for item in statement.participants
            if item.description and cast.get_by_mention(actor_mention(statement, item)) is person
        ),
        None,
    )  # fmt: skip
    content = statement.value.content if statement.value else None
    when = statement.when.words if statement.when and statement.when.words.strip() else None
    told = described or content or (when if statement.type == "biographic" else None)
    return f"{person.name} ({told})" if told else person.name
