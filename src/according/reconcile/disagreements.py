"""Marks and denials of one person in; where sources disagree on the day custody began, or deny it, out. Takes no side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.domain.event import Custody
from according.domain.statement import Statement
from according.domain.types import all_types
from according.reconcile.days import Days, days_of
from according.reconcile.marks import Known, Mark, happens_to
from according.reconcile.pieces import says_not

_FEW = 31  # days between two dates for one arrest
_HOLDS = frozenset({"detained", "administrative_detention", "house_arrest", "imprisoned"})


@dataclass(frozen=True, slots=True)
class Denial:
    """Somebody's word that a person was not held, or not on hunger strike."""

    statement: Statement
    days: Days  # of which, or on which, it was said


def find_denials(known: Known, person: str, sids: Sequence[str]) -> list[Denial]:
    """Denials of custody or of a hunger strike of one person, in order of time."""
    found = []
    for sid in sids:
        statement = known.evidence.by_id.get(sid)
        if statement is None or statement.document not in known.documents or not known.evidence.counts(statement):
            continue
        if not _is_deniable(statement) or not says_not(statement):
            continue
        days = days_of(statement.when.edtf) if statement.when else known.evidence.published(statement.document)
        if days is not None and happens_to(statement, person, known.entity_of):
            found.append(Denial(statement, days))
    return sorted(found, key=lambda denial: (denial.days, denial.statement.id))


def _is_deniable(statement: Statement) -> bool:
    info = all_types().get(statement.type)
    return statement.type == "hunger_strike" or (info is not None and info.custody in _HOLDS)


def denials_of_custody(known: Known, denials: Sequence[Denial], run: Sequence[Mark], day: int) -> list[Denial]:
    """Those that deny the custody the run of marks tells of: of the same event, or said of days within it."""
    events = {event.id for mark in run if (event := known.event_of.get(mark.statement.id))}
    return [
        denial for denial in denials
        if denial.statement.type != "hunger_strike" and denial.days.start <= max(day, run[-1].days.end)
        and (_event_id(known, denial.statement) in events or run[0].days.start <= denial.days.start)
    ]  # fmt: skip


def denials_of_hunger(denials: Sequence[Denial], marks: Sequence[Mark], day: int, lasts: int) -> list[Denial]:
    """Those that deny the hunger strike told of on that day."""
    begun = [mark.days.start for mark in marks if mark.statement.type == "hunger_strike" and mark.days.end <= day]
    return [
        denial for denial in denials
        if denial.statement.type == "hunger_strike" and begun and day - lasts <= denial.days.end <= day
    ]  # fmt: skip


def rival_beginnings(known: Known, run: Sequence[Mark], marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks of one event that give different days for the beginning of a custody, best attested first; else nothing."""
    first = run[0]
    event = _event_id(known, first.statement)
    groups: list[list[Mark]] = []
    for mark in _same_beginning(known, first, event, marks):
        for group in groups:
            if group[0].days.overlaps(mark.days):
                group.append(mark)
                break
        else:
            groups.append([mark])
    groups.sort(key=lambda group: (-len({mark.statement.document for mark in group}), group[0].days))
    return groups if len(groups) > 1 else []


def is_dated_by(groups: Sequence[Sequence[Mark]], mark: Mark) -> bool:
    """Whether the mark has its day from those of the groups: an undated word on the same arrest tells for neither."""
    first = groups[0][0]
    if mark.statement.when is not None or mark.is_state or mark.statement.type != first.statement.type:
        return False
    return any(mark.edtf == other.edtf for group in groups for other in group)


def _same_beginning(known: Known, first: Mark, event: str | None, marks: Sequence[Mark]) -> Iterator[Mark]:
    if event is None or first.custody is Custody.DEAD:
        return
    for mark in marks:
        when = mark.statement.when
        told = when is not None and bool(when.words.strip()) and "when" not in mark.statement.inferred
        dated = told and mark.days.width <= 3 and not mark.is_state
        alike = mark.custody is first.custody and mark.statement.type == first.statement.type
        same = _event_id(known, mark.statement) == event and mark.days.gap(first.days) <= _FEW
        if dated and alike and same:
            yield mark


def _event_id(known: Known, statement: Statement) -> str | None:
    event = known.event_of.get(statement.id)
    return event.id if event else None
