"""People whom machine or person holds apart though they bear one name, in; a dispute about who is meant, out: one man of whom two
things are told that cannot both be true, or two men. A function of two people."""

from __future__ import annotations

from collections.abc import Iterator

from according.domain.entity import Entity, EntityKind, JoinReason
from according.domain.event import Dispute, DisputeKind, DisputeValue
from according.domain.statement import Kind, Statement
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence
from according.reconcile.sides import make_dispute
from according.reconcile.voices import Voices

# What, told of two of one name, leaves only two people or an error. That they are called otherwise is no dispute: then they are two.
_TELLING = frozenset(
    {"two birth years", "ages that do not fit", "one was dead before", "in two prisons on one day"}
)  # fmt: skip
_DEATHS = frozenset({"death", "killing", "death_in_custody", "suicide"})
_SENTENCE = 200  # code points of the sentence shown
_AGAINST = "but: "  # how a proposal to join tells what speaks against it


def find_identity_disputes(evidence: Evidence, cast: Cast, voices: Voices, person: Entity) -> Iterator[Dispute]:
    """One dispute for everybody whom this person's name would join with it and something told of them keeps apart."""
    if person.kind is not EntityKind.PERSON or person.unnamed:
        return
    for join in person.maybe_same:
        other = _other(cast, person, join)
        against = sorted(_TELLING & {reason.removeprefix(_AGAINST) for reason in join.reasons})
        if other is None or not against or person.id > other.id:
            continue
        values = [side for one in (person, other) for side in _side(evidence, voices, one, against)]
        facts = [("name", person.name), *(("against", words) for words in against)]
        if len(values) > 1:
            yield make_dispute(DisputeKind.IDENTITY, person.id, "person", None, values, facts, other.id, possible=True)


def _other(cast: Cast, person: Entity, join: JoinReason) -> Entity | None:
    """Whom the proposal would join with the person; None where that is nobody by name."""
    for mention in (join.a, join.b):
        entity = cast.get_by_mention(mention)
        if entity is not None and entity.id != person.id:
            return entity if entity.kind is EntityKind.PERSON and not entity.unnamed else None
    return None


def _side(evidence: Evidence, voices: Voices, person: Entity, against: list[str]) -> Iterator[DisputeValue]:
    """The sentence that tells most of who this is: of birth, of death where that is what does not fit, else the first."""
    statements = [evidence.by_id[sid] for sid in person.statements if sid in evidence.by_id]
    statements.sort(key=lambda item: (_tells_little(item, against), item.id))
    for statement in statements[:1]:
        words = " ".join(statement.quote.exact.split())[:_SENTENCE]
        yield DisputeValue(words, voices.of(statement).name, (statement.id,))


def _tells_little(statement: Statement, against: list[str]) -> int:
    if statement.type in _DEATHS and "one was dead before" in against:
        return 0
    if statement.type == "biographic":
        return 1
    return 2 if statement.kind is not Kind.RELATION else 3
