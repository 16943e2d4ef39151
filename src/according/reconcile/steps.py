"""What happened to one person in; their way through the courts, step by step, out: each step an event of its own. Guesses no date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from according.domain.event import Step
from according.domain.statement import Role, Statement
from according.reconcile.answers import term_words
from according.reconcile.days import Days, days_of
from according.reconcile.events import Happening
from according.reconcile.pieces import says_not

# The order in which the steps are taken where no dates tell.
_ORDER = (
    "investigation_opened", "search", "summons", "arrest", "interrogation", "house_arrest", "pretrial_detention", "charge",
    "charge_dropped", "trial", "sentence_requested", "conviction", "acquittal", "sentence", "fine",
    "appeal_filed", "appeal_rejected", "appeal_granted", "transfer", "amnesty", "pardon", "parole", "release",
)  # fmt: skip
STEP_TYPES = frozenset(_ORDER)
BEFORE_TRIAL = frozenset(_ORDER[: _ORDER.index("trial")])
_RANK = {name: rank for rank, name in enumerate(_ORDER)}


def steps_of(person: str, happenings: Iterable[Happening]) -> tuple[Step, ...]:
    """The steps of `person` among these happenings, in the order they were taken.

    Dated ones by date; an undated one stands before the first dated step that comes later in any case (an undated charge before a trial).
    """
    own = [one for one in happenings if person in one.event.people and is_step(one)]
    dated = sorted(
        (one for one in own if _days(one)), key=lambda one: (_start(one), _RANK[one.event.type], one.event.id)
    )
    ordered = list(dated)
    for one in sorted((one for one in own if not _days(one)), key=lambda one: (_RANK[one.event.type], one.event.id)):
        later = (at for at, other in enumerate(ordered) if _RANK[other.event.type] > _RANK[one.event.type])
        ordered.insert(next(later, len(ordered)), one)
    return tuple(_step(person, one) for one in ordered)


def is_step(happening: Happening) -> bool:
    """Whether the happening is a step before, in or after a court, and was told as having happened."""
    if happening.event.type not in STEP_TYPES or happening.pieces[0].chain.endswith("?"):
        return False
    return any(not says_not(piece.statement) for piece in happening.pieces)


def outcome_of(statement: Statement) -> str:
    """What a statement says came out, for `outcome`: "sentence: P7Y", "appeal_granted: P5Y", else its type."""
    value = statement.value
    if value and value.sentence:
        words = term_words(value.sentence)
        return f"{statement.type}: {words}" if words != "None" else statement.type
    if value and value.outcome and value.outcome.after:
        return f"{statement.type}: {value.outcome.after}"
    return statement.type


def _step(person: str, happening: Happening) -> Step:
    told = [piece.statement for piece in happening.pieces if person in piece.people and not says_not(piece.statement)]
    outcomes = [outcome_of(statement) for statement in told if statement.type == happening.event.type]
    courts = [item.name for statement in told for item in statement.participants if item.role is Role.COURT]
    return Step(
        type=happening.event.type,
        event=happening.event.id,
        when=happening.event.when,
        court=_fullest(courts),
        outcome=next((words for words in sorted(outcomes) if ":" in words), None),
        statements=tuple(sorted(statement.id for statement in told)),
    )


def _fullest(names: Sequence[str]) -> str | None:
    return min(names, key=lambda name: (-len(name.split()), -names.count(name), name)) if names else None


def _days(happening: Happening) -> Days | None:
    return days_of(happening.event.when or "")


def _start(happening: Happening) -> int:
    days = _days(happening)
    return days.start if days else 0
