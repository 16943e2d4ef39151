"""Two accounts of one happening in; whether it is sure that both speak of it, out. What is not sure makes a possible dispute only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from according.domain.event import Aspect
from according.reconcile.answers import Answer
from according.reconcile.days import Days, days_of
from according.reconcile.events import Happening
from according.reconcile.pieces import Piece
from according.reconcile.standing import Told, is_figure

Masses = Mapping[tuple[str, Aspect], int]
_ABOUT_A_DAY = 3  # days between two datings of one happening
_ONE_BREATH = 250  # code points within which two voices speak of one thing
SEVERAL = 2
_TIMES = 10
_OF_ONE_TRIAL = 31  # days
_VERDICT = frozenset({Aspect.CONVICTED, Aspect.ACQUITTED, Aspect.SENTENCED})


def is_of_several(item: Told) -> bool:
    """Whether the account is a figure of more than one person."""
    value = item.account.value
    return is_figure(item.first) and (value.min or value.max or 0) >= SEVERAL


class Sureness:
    """What in an event ties an account to it: its day, its place, its people, or a document that tells of nothing else."""

    def __init__(self, happening: Happening, masses: Masses | None = None) -> None:
        self._happening = happening
        self._masses = masses
        self._days = days_of(happening.event.when or "")
        self._pieces = {piece.statement.id: piece for piece in happening.pieces}
        self._people = Counter(person for piece in happening.pieces for person in piece.people)
        self._anchored = {
            piece.statement.document for piece in happening.pieces if self._is_told_with_day_or_place(piece)
        }

    def both(self, one: Told, other: Told) -> bool:
        """Whether it is sure that both accounts speak of this one happening."""
        if _are_far_apart(one, other):
            return False
        if self._is_one_breath(one, other) or self._is_one_verdict(one, other):
            return True
        return self.is_anchored(one) and self.is_anchored(other)

    def _is_one_verdict(self, one: Told, other: Told) -> bool:
        """Whether both tell of a verdict, in reports of the same weeks: a court gives one in a case."""
        if one.account.aspect not in _VERDICT:
            return False
        days = [
            [piece.published for answer in item.answers if (piece := self._pieces.get(answer.statement.id)) is not None]
            for item in (one, other)
        ]
        return any(a is not None and b is not None and a.gap(b) <= _OF_ONE_TRIAL for a in days[0] for b in days[1])

    def is_anchored(self, item: Told) -> bool:
        """Whether one of the account's statements is tied to the event."""
        return any(self._is_tied(answer, item.account.aspect) for answer in item.answers)

    def _is_tied(self, answer: Answer, aspect: Aspect) -> bool:
        statement = answer.statement
        if answer.hint is not None and self._happening.event.place not in (None, answer.hint):
            return False
        piece = self._pieces.get(statement.id)
        if piece is None:
            return False
        if any(self._people[person] > 1 for person in piece.people):
            return True
        if self._is_told_with_day_or_place(piece):
            return True
        alone = self._masses is None or self._masses.get((statement.document, aspect), 0) <= 1
        return alone and statement.document in self._anchored

    def _is_told_with_day_or_place(self, piece: Piece) -> bool:
        if piece.place and not piece.broad and piece.place == self._happening.event.place:
            return True
        return piece.is_exact and self._is_near(piece.days)

    def _is_near(self, days: Days | None) -> bool:
        return days is not None and self._days is not None and days.gap(self._days) <= _ABOUT_A_DAY

    def _is_one_breath(self, one: Told, other: Told) -> bool:
        """ "The ministry puts the dead at nine, witnesses at thirty": side by side in a document with one such happening."""
        return any(
            first.statement.document == second.statement.document
            and abs(first.statement.anchor.start - second.statement.anchor.start) <= _ONE_BREATH
            and (self._masses is None or self._masses.get((first.statement.document, one.account.aspect), 0) <= 1)
            for first in one.answers for second in other.answers
        )  # fmt: skip


def _are_far_apart(one: Told, other: Told) -> bool:
    """Whether one figure is ten times the other: then they may as well count two things."""
    ends = sorted(item.account.value.min or item.account.value.max or 0 for item in (one, other))
    return ends[0] > 0 and ends[1] >= _TIMES * ends[0]
