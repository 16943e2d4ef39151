"""Events of the courts in; proceedings out: who stood trial together, for what, before whom, and what became of each.

Events of the courts belong together where they share a defendant within the time of a case, or a document tells them of one day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from according.domain.entity import EntityKind
from according.domain.event import Defendant, Hearing, Offence, Proceeding
from according.domain.statement import Role, Statement
from according.reconcile.blocks import blocks_of
from according.reconcile.clusters import Clusters
from according.reconcile.days import days_of
from according.reconcile.entities import Cast, lasting_id
from according.reconcile.events import Happening
from according.reconcile.mentions import actor_mention
from according.reconcile.offences import gather_offences
from according.reconcile.pieces import counted_role, says_not
from according.reconcile.steps import BEFORE_TRIAL, STEP_TYPES, is_step, outcome_of, steps_of

_COURT = frozenset(
    {"trial", "conviction", "sentence", "acquittal", "appeal_filed", "appeal_rejected", "appeal_granted",
     "sentence_requested"}
)  # fmt: skip
_JUDGMENTS = frozenset({"conviction", "sentence", "acquittal"})
_OUTCOMES = ("sentence", "acquittal", "conviction", "appeal_granted", "charge_dropped")
_ONE_CASE = 500  # days from a charge or trial to the last court's word
_TWO_VERDICTS = 31  # days; verdicts on other offences further apart are of two cases


def gather_proceedings(happenings: Sequence[Happening], cast: Cast, allocated: Mapping[str, str]) -> list[Proceeding]:
    """Proceedings ordered by id: the union over blocks of happenings that share a key of `proceeding_keys`."""
    steps = [one for one in happenings if is_step(one)]
    found = [
        proceeding for block in blocks_of(steps, proceeding_keys) for proceeding in _proceedings_of(block, cast, allocated)
    ]  # fmt: skip
    return sorted(found, key=lambda item: item.id)


def proceeding_keys(happening: Happening) -> Iterator[str]:
    """Keys of a happening: those that share none are never of one case."""
    for person in happening.event.people:
        yield f"person {person}"
    yield from _told_on(happening)


def _told_on(happening: Happening) -> Iterator[str]:
    """Document and day of what a court did, of each statement that gives the day."""
    if happening.event.type in _COURT:
        for piece in happening.pieces:
            if piece.is_exact and piece.days is not None:
                yield f"told {piece.statement.document} {piece.days.start}"


def _proceedings_of(block: Sequence[Happening], cast: Cast, allocated: Mapping[str, str]) -> Iterator[Proceeding]:
    nodes = {one.event.id: one for one in block if one.event.type in _COURT}
    around = [one for one in block if one.event.type not in _COURT]
    for members in _cases(nodes).all():
        proceeding = _build([nodes[item] for item in members], around, cast, allocated)
        if proceeding is not None:
            yield proceeding


def _cases(nodes: Mapping[str, Happening]) -> Clusters:
    cases = Clusters(sorted(nodes))
    sharing: dict[str, list[Happening]] = defaultdict(list)
    for _, node in sorted(nodes.items()):
        for key in sorted(set(proceeding_keys(node))):
            sharing[key].append(node)
    pairs = [pair for _, group in sorted(sharing.items()) for pair in combinations(group, 2)]
    for first, second in pairs:
        if _are_two(first, second):
            cases.keep_apart(first.event.id, second.event.id)
    for first, second in pairs:
        if _one_case(first, second):
            cases.join(first.event.id, second.event.id)
    return cases


def _one_case(first: Happening, second: Happening) -> bool:
    return within_one_case(first.event.when, second.event.when)


def within_one_case(first: str | None, second: str | None) -> bool:
    """Whether two times (EDTF) lie within the time of one case; what has no date may."""
    a, b = days_of(first or ""), days_of(second or "")
    return a is None or b is None or a.gap(b) <= _ONE_CASE


def is_of_court(happening: Happening) -> bool:
    """Whether it is a court's doing, which proceedings are made of; the steps around it only stand beside."""
    return happening.event.type in _COURT


def _are_two(first: Happening, second: Happening) -> bool:
    """Whether two verdicts at different times on different offences: one person tried twice."""
    if first.event.type not in _JUDGMENTS or second.event.type not in _JUDGMENTS:
        return False
    a, b = days_of(first.event.when or ""), days_of(second.event.when or "")
    if a is None or b is None or a.gap(b) <= _TWO_VERDICTS:
        return False
    one, two = (
        {offence.key for offence in gather_offences(piece.statement for piece in node.pieces)}
        for node in (first, second)
    )
    return bool(one and two and not one & two)


def _build(
    nodes: list[Happening], around: Sequence[Happening], cast: Cast, allocated: Mapping[str, str]
) -> Proceeding | None:
    people = sorted({person for node in nodes for person in _on_trial(node, cast)})
    beside = [one for one in around if _is_of_case(one, nodes, people)]
    charged = [one for one in beside if one.event.type in ("charge", "charge_dropped")]
    statements = sorted(
        {piece.statement.id: piece.statement for node in (*nodes, *charged) for piece in node.pieces}.values(),
        key=lambda item: item.id,
    )
    own = tuple(sorted(piece.statement.id for node in nodes for piece in node.pieces))
    first_instance = [item for item in statements if not item.type.startswith("appeal_")] or statements
    court = _named(first_instance, cast, Role.COURT)
    opened = min((node.event.when for node in (*charged, *nodes) if node.event.when), default=None)
    if not people and court is None and (opened is None or all(node.event.type != "trial" for node in nodes)):
        return None
    charges = gather_offences(statements, _country(nodes))
    accusing: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for person in _accused(statement, cast):
            accusing[person].append(statement)
    proceeding, _ = lasting_id("c", own, allocated)
    return Proceeding(
        id=proceeding,
        title=", ".join(part for part in ("Trial", court, opened) if part),
        court=court,
        judge=_named(first_instance, cast, Role.JUDGE),
        opened=opened,
        defendants=tuple(
            _defendant(person, accusing.get(person, []), charges, [*nodes, *beside], cast) for person in people
        ),
        offences=tuple(sorted(offence.wordings[0] for offence in charges if offence.wordings)),
        statements=tuple(item.id for item in statements),
        appeals=tuple(sorted({item.id for item in statements if item.type.startswith("appeal_")})),
        charges=charges,
        hearings=_hearings(nodes),
    )


def _on_trial(node: Happening, cast: Cast) -> set[str]:
    """The people the court's word is about: whoever files an appeal and is only called "the lawyer" is none of them."""
    if node.event.type != "appeal_filed":
        return set(node.event.people)
    return {person for person in node.event.people if not cast.entities[person].unnamed}


def _is_of_case(happening: Happening, nodes: Sequence[Happening], people: Sequence[str]) -> bool:
    """Whether what happened to a defendant outside the court belongs to this case, by time."""
    if happening.event.type not in STEP_TYPES or not set(people) & set(happening.event.people):
        return False
    if not all(_one_case(happening, node) for node in nodes):
        return False
    own = days_of(happening.event.when or "")
    dated = [days for node in nodes if (days := days_of(node.event.when or "")) is not None]
    if own is None or not dated:
        return True
    if happening.event.type in BEFORE_TRIAL:
        return own.start <= max(
            days.end for days in dated
        )  # who is arrested after the last word, is so for something else
    return own.end >= min(days.start for days in dated)


def _hearings(nodes: Iterable[Happening]) -> tuple[Hearing, ...]:
    """The days on which the court is told to have sat."""
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for node in nodes:
        for piece in node.pieces:
            when = piece.statement.when
            in_court = piece.statement.type in ("trial", "sentence_requested") or piece.statement.type in _JUDGMENTS
            if when is not None and in_court and piece.is_exact and not says_not(piece.statement):
                told[when.edtf, node.event.id].add(piece.statement.id)
    return tuple(Hearing(when, event, tuple(sorted(sids))) for (when, event), sids in sorted(told.items()))


def _country(nodes: Iterable[Happening]) -> str | None:
    votes = Counter(
        piece.statement.where.country
        for node in nodes for piece in node.pieces if piece.statement.where and piece.statement.where.country
    )  # fmt: skip
    return min(votes, key=lambda country: (-votes[country], country)) if votes else None


def _named(statements: Sequence[Statement], cast: Cast, role: Role) -> str | None:
    votes: Counter[str] = Counter()
    for statement in statements:
        for participant in statement.participants:
            if participant.role is role:
                entity = cast.get_by_mention(actor_mention(statement, participant))
                keeps = entity is not None and entity.kind is EntityKind.PERSON and not entity.unnamed
                votes[entity.name if entity is not None and keeps else participant.name] += 1
    return min(votes, key=lambda name: (-len(name.split()), -votes[name], name)) if votes else None


def _defendant(
    person: str, own: Sequence[Statement], charges: Sequence[Offence], happenings: Sequence[Happening], cast: Cast
) -> Defendant:
    told = {item.type: outcome_of(item) for item in reversed(own) if item.type in _OUTCOMES and not says_not(item)}
    first = next((told[kind] for kind in _OUTCOMES if kind in told), None)
    both = first and "appeal_granted" in told and "sentence" in told
    sids = {item.id for item in own}
    accused_of = [offence for offence in charges if sids & set(offence.statements)]
    most = max(accused_of, key=lambda offence: (len(sids & set(offence.statements)), offence.key), default=None)
    words = Counter(text for item in own if (text := _charge(item)) and most and item.id in most.statements)
    return Defendant(
        person=person,
        name=cast.entities[person].name,
        charge=min(words, key=lambda text: (-words[text], text)) if words else None,
        outcome=f"{first}; {told['appeal_granted']}" if both else first,
        statements=tuple(item.id for item in own),
        offences=tuple(offence.key for offence in accused_of),
        steps=steps_of(person, happenings),
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
