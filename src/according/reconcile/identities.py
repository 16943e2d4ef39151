"""People whom machine or person holds apart though they bear one name, in; a dispute about who is meant, out: one man of whom two
things are told that cannot both be true, or two men. A function of two people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.domain.entity import Entity, JoinReason
from according.domain.event import Dispute, DisputeKind, DisputeValue
from according.domain.statement import Kind, Statement
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


def keeps_apart(join: JoinReason) -> tuple[str, ...]:
    """What the proposal says that leaves only two people or an error."""
    return tuple(sorted(_TELLING & {reason.removeprefix(_AGAINST) for reason in join.reasons}))


def find_identity_dispute(
    evidence: Evidence, voices: Voices, people: tuple[Entity, Entity], against: Sequence[str]
) -> Iterator[Dispute]:
    """The dispute about two people whom their names would join and something told of them keeps apart, where their words show it.

    `people`: ordered by id, each with the statements it takes part in.
    """
    person, other = people
    values = [side for one in people for side in _side(evidence, voices, one, against)]
    facts = [("name", person.name), *(("against", words) for words in against)]
    if len(values) > 1:
        yield make_dispute(DisputeKind.IDENTITY, person.id, "person", None, values, facts, other.id, possible=True)


def _side(evidence: Evidence, voices: Voices, person: Entity, against: Sequence[str]) -> Iterator[DisputeValue]:
    """The sentence that tells most of who this is: of birth, of death where that is what does not fit, else the first."""
    statements = [evidence.by_id[sid] for sid in person.statements if sid in evidence.by_id]
    statements.sort(key=lambda item: (_tells_little(item, against), item.id))
    for statement in statements[:1]:
        words = " ".join(statement.quote.exact.split())[:_SENTENCE]
        yield DisputeValue(words, voices.of(statement).name, (statement.id,))


def _tells_little(statement: Statement, against: Sequence[str]) -> int:
    if statement.type in _DEATHS and "one was dead before" in against:
        return 0
    if statement.type == "biographic":
        return 1
    return 2 if statement.kind is not Kind.RELATION else 3
