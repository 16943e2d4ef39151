"""Marks of one person in, in order of time; runs of one unbroken custody out. A run never outlives what some report told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according.domain.event import Custody
from according.reconcile.marks import Mark
from according.reconcile.terms import find_end, find_terms, until_of

HELD = frozenset({Custody.DETAINED, Custody.ADMINISTRATIVE_DETENTION, Custody.HOUSE_ARREST, Custody.IMPRISONED})
OUT = frozenset({Custody.FREE, Custody.RELEASED, Custody.SUSPENDED_SENTENCE})
_ANOTHER = 31  # days between two arrests that are not one arrest told with two dates
_BEFORE_SENTENCE = frozenset({"charged", "on trial", "under investigation"})


@dataclass(slots=True)
class Run:
    """Marks of one custody with nothing else told between them. The first is how it began, as far as is known."""

    custody: Custody
    marks: list[Mark]

    @property
    def first(self) -> Mark:
        """The earliest mark."""
        return self.marks[0]

    @property
    def last(self) -> Mark:
        """The latest mark."""
        return self.marks[-1]


def fold(marks: Iterable[Mark]) -> list[Run]:
    """The runs the marks make, in order of time."""
    runs: list[Run] = []
    procedure: str | None = None
    for mark in marks:
        present = runs[-1] if runs else None
        if mark.still:
            if present is not None and present.custody in HELD:
                present.marks.append(mark)
        elif mark.custody is Custody.UNKNOWN:
            if present is not None and present.custody in (*HELD, Custody.SUSPENDED_SENTENCE):
                runs.append(Run(Custody.UNKNOWN, [mark]))
        elif mark.custody is not None:
            if present is not None and present.custody is Custody.DEAD and _is_of_before(present, mark):
                continue
            if present is not None and _continues(present, mark, procedure):
                present.marks.append(mark)
            else:
                runs.append(Run(mark.custody, [mark]))
        procedure = mark.procedure or procedure
    return runs


def _is_of_before(death: Run, mark: Mark) -> bool:
    """What is told beside a death, or with a day just behind it, is of the life before: the days are in dispute, not the death."""
    told_with = any(mark.statement.document == other.statement.document for other in death.marks)
    return mark.custody is not Custody.DEAD and (told_with or mark.days.gap(death.last.days) <= _ANOTHER)


def _continues(run: Run, mark: Mark, procedure: str | None) -> bool:
    """Whether the mark tells of the custody of the run, not of a new one."""
    if mark.custody is run.custody:
        return not _begins_anew(run, mark)
    if not mark.is_state:
        return False
    if run.custody is Custody.IMPRISONED:  # "is held in the women's prison", said of somebody who serves a sentence
        return mark.custody is Custody.DETAINED
    waits = run.custody is Custody.DETAINED and procedure in _BEFORE_SENTENCE
    return waits and mark.custody is Custody.IMPRISONED and mark.term is None  # "is behind bars", said of the accused


def _begins_anew(run: Run, mark: Mark) -> bool:
    """A second arrest or a second short term: the first must have ended in between, though nobody told how."""
    if mark.is_state or mark.days.width > 3:
        return False
    begun = [other for other in run.marks if not other.is_state and other.days.width <= 3]
    if not begun:
        return False
    if run.custody is Custody.ADMINISTRATIVE_DETENTION:
        end = find_end(run.marks, run.marks, find_terms(run.marks, run.marks, begun[-1].days.end))
        return end is not None and end.latest < mark.days.start
    arrests = [other for other in begun if other.statement.type == "arrest"]
    return mark.statement.type == "arrest" and bool(arrests) and arrests[-1].days.gap(mark.days) > _ANOTHER


def held_since(runs: Sequence[Run]) -> Mark | None:
    """How the custody of the last run began, back over arrest, house arrest and prison without a release between."""
    first: Mark | None = None
    for run in reversed(runs):
        if run.custody not in HELD:
            break
        if first is not None and run.custody is Custody.ADMINISTRATIVE_DETENTION:
            break  # days long over, before something else began
        if first is not None and first.statement.type == "arrest" and run.custody is runs[-1].custody:
            break  # arrested anew
        first = run.first
    return first


def is_lasting(run: Run) -> bool:
    """Whether anything but an arrest was told: a sentence, an order of a court, a word that somebody is held."""
    return any(mark.statement.type != "arrest" or until_of(mark) for mark in run.marks)
