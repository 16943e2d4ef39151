"""Cells of judgments in; fewer cells out: verdicts told without day or name that are plainly of one trial are one. Guesses no link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from according.reconcile.clusters import Clusters
from according.reconcile.days import Days
from according.reconcile.fitting import Cell
from according.reconcile.pieces import Piece, counted

_REPORTED_WITHIN = 40  # days between two reports of one verdict
_MANY = 5  # defendants; "one of the three" is no mark of a trial
_WIDEST = 200  # cells that share a mark; more would be no mark


def join_trials(cells: Sequence[Cell], sameness: Clusters) -> list[Cell]:
    """Cells of one trial as one: "24 of the 26" and "3 of the 26", or the same range of terms, reported about the same time."""
    open_cells = [cell for cell in cells if cell.chain == "judgment" and not cell.people]
    trials = Clusters(_first_statement(cell) for cell in open_cells)
    by_mark: dict[str, list[Cell]] = defaultdict(list)
    for cell in open_cells:
        for mark in trial_marks(cell):
            by_mark[mark].append(cell)
    pairs: list[tuple[Cell, Cell]] = []
    for _, group in sorted(by_mark.items()):
        group.sort(key=_first_statement)
        pairs += combinations(group[:_WIDEST], 2)
    if sameness.has_bars:
        for one, two in pairs:
            if any(sameness.are_apart(a.statement.id, b.statement.id) for a in one.pieces for b in two.pieces):
                trials.keep_apart(_first_statement(one), _first_statement(two))
    for one, two in pairs:
        if _may_be_one(one, two):
            trials.join(_first_statement(one), _first_statement(two))
    return _merge(cells, open_cells, trials)


def _merge(cells: Sequence[Cell], open_cells: Sequence[Cell], trials: Clusters) -> list[Cell]:
    groups: dict[str, list[Cell]] = defaultdict(list)
    for cell in open_cells:
        groups[trials.root(_first_statement(cell))].append(cell)
    gone: set[int] = set()
    made: list[Cell] = []
    for _, group in sorted(groups.items()):
        if len(group) > 1:
            merged = Cell("judgment")
            for piece in sorted((piece for cell in group for piece in cell.pieces), key=_order):
                merged.take(piece)
            made.append(merged)
            gone.update(map(id, group))
    return [cell for cell in cells if id(cell) not in gone] + made


def _order(piece: Piece) -> tuple[bool, str]:
    return (not piece.is_exact, piece.statement.id)


def _first_statement(cell: Cell) -> str:
    return min(piece.statement.id for piece in cell.pieces)


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
