"""Marks of one person in; the same marks out, each undated word set before what must have come after it.

"She was arrested" in a report printed after her sentence tells of the arrest that led to it, not of a new one. Never gives a day
that nobody told: only the last day on which it can have been moves back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from according.domain.event import Custody
from according.reconcile.days import Days
from according.reconcile.marks import Mark, in_order, is_quashed

_TOLD = 31  # days a mark may span and still count as dated
_BEGINNINGS = frozenset({"arrest", "pretrial_detention", "house_arrest"})
_ENDINGS = frozenset({Custody.RELEASED, Custody.FREE, Custody.SUSPENDED_SENTENCE, Custody.DEAD})
_OF_PRISON = frozenset({"amnesty", "pardon", "parole"})
_WAYS_OUT_OF_PRISON = frozenset({"amnesty", "pardon", "parole", "served"})
_STEPS = {
    "investigation_opened": 0, "charge": 1, "trial": 2, "conviction": 3, "sentence": 3, "acquittal": 3, "appeal_filed": 4,
    "appeal_rejected": 5, "appeal_granted": 5,
}  # fmt: skip


def place_undated(marks: Sequence[Mark]) -> list[Mark]:
    """The marks in order, undated beginnings, sentences and steps of procedure moved before what followed them."""
    return in_order(_moved(mark, marks) if _is_floating(mark) else mark for mark in marks)


def _is_floating(mark: Mark) -> bool:
    known = mark.statement.type in _BEGINNINGS or mark.statement.type in _STEPS
    return known and mark.days.width > _TOLD and not mark.is_state


def _moved(mark: Mark, marks: Sequence[Mark]) -> Mark:
    """Before the earliest of what can only have come later; as it is where there is nothing of that kind."""
    later = [
        other.days for other in marks
        if other is not mark and mark.days.start <= other.days.end < mark.days.end and _follows(mark, other, marks)
    ]  # fmt: skip
    if not later:
        return mark
    first = min(later, key=lambda days: days.end)
    return replace(mark, days=Days(min(mark.days.start, first.start), first.end))


def _follows(mark: Mark, other: Mark, marks: Sequence[Mark]) -> bool:
    """Whether `other` can only have come after `mark`."""
    if mark.statement.type in _BEGINNINGS:
        if (
            other.custody is Custody.ADMINISTRATIVE_DETENTION
        ):  # over in days: a later report may well tell of another arrest
            return other.statement.document == mark.statement.document
        return other.custody in _ENDINGS or other.custody is Custody.IMPRISONED
    if mark.statement.type == "sentence" and other.custody in _ENDINGS:
        return _ends_sentence(mark, other, marks)
    step, later = _STEPS[mark.statement.type], _STEPS.get(other.statement.type, -1)
    return later > step and not any(is_quashed(known.statement) for known in marks if known.days.end <= mark.days.end)


def _ends_sentence(mark: Mark, other: Mark, marks: Sequence[Mark]) -> bool:
    served = other.statement.type in _OF_PRISON or _how(other) in _WAYS_OUT_OF_PRISON or other.custody is Custody.DEAD
    retold = any(
        known.statement.type == "sentence" and known is not mark and known.custody is mark.custody
        and known.days.end <= other.days.end for known in marks
    )  # fmt: skip
    return served or retold


def _how(mark: Mark) -> str | None:
    return mark.statement.value.release if mark.statement.value else None
