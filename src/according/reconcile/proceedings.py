"""Events of the courts in; proceedings out: who stood trial together, for what, before whom, and what became of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from according.domain.entity import EntityKind
from according.domain.event import Defendant, Proceeding
from according.domain.statement import Role, Statement
from according.reconcile.answers import term_words
from according.reconcile.clusters import Clusters
from according.reconcile.days import days_of
from according.reconcile.entities import Cast, lasting_id
from according.reconcile.events import Happening
from according.reconcile.mentions import actor_mention
from according.reconcile.pieces import counted_role, says_not

_COURT = frozenset(
    {"trial", "conviction", "sentence", "acquittal", "appeal_filed", "appeal_rejected", "appeal_granted",
     "sentence_requested"}
)  # fmt: skip
_OUTCOMES = ("sentence", "acquittal", "conviction", "appeal_granted", "charge_dropped")
_ONE_CASE = 500  # days from a charge or trial to the last court's word


def gather_proceedings(happenings: Sequence[Happening], cast: Cast, allocated: Mapping[str, str]) -> list[Proceeding]:
    """Proceedings ordered by id. Events of the courts belong together where they share a defendant within the time of a case."""
    nodes = {
        happening.event.id: happening for happening in happenings
        if happening.event.type in _COURT and not happening.pieces[0].chain.endswith("?")
    }  # fmt: skip
    cases = Clusters(nodes)
    by_person: dict[str, list[Happening]] = defaultdict(list)
    for happening in nodes.values():
        for person in happening.event.people:
            by_person[person].append(happening)
    for _, chain in sorted(by_person.items()):
        for place, first in enumerate(chain):
            for second in chain[place + 1 :]:
                if _one_case(first, second):
                    cases.join(first.event.id, second.event.id)
    charges: dict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        if happening.event.type in ("charge", "charge_dropped"):
            for person in happening.event.people:
                charges[person].append(happening)
    found = [_build([nodes[item] for item in members], charges, cast, allocated) for members in cases.all()]
    return sorted((item for item in found if item is not None), key=lambda item: item.id)


def _one_case(first: Happening, second: Happening) -> bool:
    a, b = days_of(first.event.when or ""), days_of(second.event.when or "")
    return a is None or b is None or a.gap(b) <= _ONE_CASE


def _build(
    nodes: list[Happening], charges: dict[str, list[Happening]], cast: Cast, allocated: Mapping[str, str]
) -> Proceeding | None:
    people = sorted({person for node in nodes for person in node.event.people})
    charged = {
        happening.event.id: happening for person in people for happening in charges.get(person, ())
        if all(_one_case(happening, node) for node in nodes)
    }  # fmt: skip
    statements = sorted(
        (piece.statement for node in (*nodes, *charged.values()) for piece in node.pieces), key=lambda item: item.id
    )
    accusing: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for person in _accused(statement, cast):
            accusing[person].append(statement)
    own = tuple(sorted(piece.statement.id for node in nodes for piece in node.pieces))
    court = _named(statements, cast, Role.COURT)
    opened = min((node.event.when for node in (*charged.values(), *nodes) if node.event.when), default=None)
    if not people and court is None and (opened is None or all(node.event.type != "trial" for node in nodes)):
        return None
    proceeding, _ = lasting_id("c", own, allocated)
    return Proceeding(
        id=proceeding,
        title=", ".join(part for part in ("Trial", court, opened) if part),
        court=court,
        judge=_named(statements, cast, Role.JUDGE),
        opened=opened,
        defendants=tuple(_defendant(person, accusing.get(person, []), cast) for person in people),
        offences=tuple(sorted({text for item in statements if (text := _charge(item))})),
        statements=tuple(sorted({item.id for item in statements})),
        appeals=tuple(sorted({item.id for item in statements if item.type.startswith("appeal_")})),
    )


def _named(statements: Sequence[Statement], cast: Cast, role: Role) -> str | None:
    votes: Counter[str] = Counter()
    for statement in statements:
        for participant in statement.participants:
            if participant.role is role:
                entity = cast.get_by_mention(actor_mention(statement, participant))
                keeps = entity is not None and entity.kind is EntityKind.PERSON and not entity.unnamed
                votes[entity.name if entity is not None and keeps else participant.name] += 1
    return min(votes, key=lambda name: (-len(name.split()), -votes[name], name)) if votes else None


def _defendant(person: str, own: Sequence[Statement], cast: Cast) -> Defendant:
    charges = Counter(text for statement in own if (text := _charge(statement)))
    told = {item.type: _outcome(item) for item in reversed(own) if item.type in _OUTCOMES and not says_not(item)}
    first = next((told[kind] for kind in _OUTCOMES if kind in told), None)
    outcome = (
        f"{first}; {told['appeal_granted']}" if first and "appeal_granted" in told and "sentence" in told else first
    )
    return Defendant(
        person=person,
        name=cast.entities[person].name,
        charge=min(charges, key=lambda text: (-charges[text], text)) if charges else None,
        outcome=outcome,
        statements=tuple(item.id for item in own),
    )


def _accused(statement: Statement, cast: Cast) -> set[str]:
    role = counted_role(statement.type)
    mentions = (actor_mention(statement, item) for item in statement.participants if item.role is role)
    return {cast.entity_of[mention] for mention in mentions if mention in cast.entity_of}


def _charge(statement: Statement) -> str | None:
    value = statement.value
    if value is None:
        return None
    if value.charge:
        return value.charge.text
    return value.sentence.charge if value.sentence else None


def _outcome(statement: Statement) -> str:
    if statement.value and statement.value.sentence:
        words = term_words(statement.value.sentence)
        return f"{statement.type}: {words}" if words != "None" else statement.type
    if statement.value and statement.value.outcome and statement.value.outcome.after:
        return f"{statement.type}: {statement.value.outcome.after}"
    return statement.type
