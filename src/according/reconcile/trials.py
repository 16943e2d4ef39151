"""Cells of judgments in; fewer cells out: verdicts told without day or name that are plainly of one trial are one. Guesses no link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from according.reconcile.blocks import blocks_of
from according.reconcile.clusters import Clusters
from according.reconcile.days import Days
from according.reconcile.fitting import Cell, first_id
from according.reconcile.pieces import Piece, counted

_REPORTED_WITHIN = 40  # days between two reports of one verdict
_MANY = 5  # defendants; "one of the three" is no mark of a trial


def join_trials(cells: Sequence[Cell], sameness: Clusters) -> list[Cell]:
    """Cells of one trial as one: "24 of the 26" and "3 of the 26", or the same range of terms, reported about the same time.

    The union over blocks of cells that share a key of `trial_keys`.
    """
    marked = [cell for cell in cells if any(True for _ in trial_keys(cell))]
    made: list[Cell] = []
    gone: set[int] = set()
    for block in blocks_of(marked, trial_keys):
        if len(block) > 1:
            joined = _join_block(block, sameness)
            made += joined
            gone.update(map(id, block))
    return [cell for cell in cells if id(cell) not in gone] + made


def trial_keys(cell: Cell) -> Iterator[str]:
    """What marks the trial, and when it was reported: judgments that share no key are never joined. None where a person is named."""
    reported = _reported(cell)
    if reported is None:
        return
    reach = _REPORTED_WITHIN // 2
    for mark in sorted(trial_marks(cell)):
        for window in range(
            (reported.start - reach) // _REPORTED_WITHIN, (reported.end + reach) // _REPORTED_WITHIN + 1
        ):
            yield f"{mark} {window}"


def _join_block(block: Sequence[Cell], sameness: Clusters) -> list[Cell]:
    ordered = sorted(block, key=first_id)
    trials = Clusters(first_id(cell) for cell in ordered)
    for one, two in combinations(ordered, 2):
        if sameness.has_bars and any(
            sameness.are_apart(a.statement.id, b.statement.id) for a in one.pieces for b in two.pieces
        ):
            trials.keep_apart(first_id(one), first_id(two))
    for one, two in combinations(ordered, 2):
        if trial_marks(one) & trial_marks(two) and _may_be_one(one, two):
            trials.join(first_id(one), first_id(two))
    return _merge(ordered, trials)


def _merge(cells: Sequence[Cell], trials: Clusters) -> list[Cell]:
    groups: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[trials.root(first_id(cell))].append(cell)
    made: list[Cell] = []
    for group in groups.values():
        if len(group) == 1:
            made += group
            continue
        merged = Cell("judgment")
        for piece in sorted((piece for cell in group for piece in cell.pieces), key=_order):
            merged.take(piece)
        made.append(merged)
    return made


def _order(piece: Piece) -> tuple[bool, str]:
    return (not piece.is_exact, piece.statement.id)


def trial_marks(cell: Cell) -> set[str]:
    """What tells a trial told without names from others: how many stood trial, a range of terms imposed."""
    marks: set[str] = set()
    if cell.chain != "judgment" or cell.people:
        return marks
    for piece in cell.pieces:
        count, _ = counted(piece.statement)
        if count is not None and count.of is not None and count.of >= _MANY:
            marks.add(f"of {count.of}")
        value = piece.statement.value
        term = value.sentence.term if value and value.sentence else None
        if term is not None and term[0] and term[1] and term[0] != term[1]:
            marks.add(f"term {term[0]} {term[1]}")
    return marks


def _may_be_one(one: Cell, two: Cell) -> bool:
    if one.place and two.place and one.place != two.place:
        return False
    if one.days is not None and two.days is not None and not one.days.overlaps(two.days):
        return False
    first, second = _reported(one), _reported(two)
    return first is not None and second is not None and first.gap(second) <= _REPORTED_WITHIN


def _reported(cell: Cell) -> Days | None:
    """When it was first reported."""
    days = [piece.published for piece in cell.pieces if piece.published is not None]
    return min(days) if days else None
