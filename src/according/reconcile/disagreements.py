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
from according.reconcile.runs import HELD, OUT, Run

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


def rival_marks(runs: Sequence[Run], told: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """The mark that says otherwise: of the same days, or a release that "is serving", told later, ignores."""
    last = runs[-1].last
    rivals = _held_all_along(runs, told, marks)
    for mark in told:
        if mark is last or mark.custody is None or mark.statement.document == last.statement.document:
            continue
        if _side(mark.custody) == _side(runs[-1].custody):
            continue
        same_days = mark.days.overlaps(last.days) and mark.days.width <= _FEW and last.days.width <= _FEW
        ignored = last.is_state and mark.custody in OUT and not any(
            other.custody in HELD and not other.is_state and mark.days.end <= other.days.end <= last.days.end
            for other in told if other is not mark
        )  # fmt: skip
        if same_days or ignored:
            rivals.append(mark)
    return rivals[-1:]


def _held_all_along(runs: Sequence[Run], told: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """After a release by one source: what held before, if another source later tells of the same custody unbroken."""
    last = runs[-1].last
    if runs[-1].custody not in OUT or len(runs) < 2:
        return []
    after = [mark for mark in marks if mark.custody is not None and mark.days.end > last.days.end]
    anew = next((mark for mark in after if mark.custody in HELD), None)
    if anew is None or not anew.is_state or anew.statement.document == last.statement.document:
        return []
    return [mark for mark in told if mark.custody is anew.custody and mark.days.end <= last.days.end][-1:]


def not_released(runs: Sequence[Run], marks: Sequence[Mark]) -> list[Mark]:
    """After a release: those who say, that day or later, that there was none, until custody is told to begin anew."""
    if runs[-1].custody not in OUT or len(runs) < 2 or runs[-2].custody not in HELD:
        return []
    out = []
    for mark in marks:
        if mark.days.end < runs[-1].first.days.start:
            continue
        if mark.custody in HELD and not mark.is_state and mark.days.end > runs[-1].first.days.end:
            break
        if mark.still and mark.statement.type != "transfer":
            out.append(mark)
    return out


def _side(custody: Custody) -> int:
    return 0 if custody in HELD else 1 if custody in OUT else 2


def _event_id(known: Known, statement: Statement) -> str | None:
    event = known.event_of.get(statement.id)
    return event.id if event else None
