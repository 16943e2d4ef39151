"""Cells and people's word of sameness in; the cells as people want them out. A "not the same" between any two statements holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from according.reconcile.bundles import placing_order
from according.reconcile.clusters import Clusters
from according.reconcile.fitting import Cell
from according.reconcile.pieces import Piece


def join_said_same(cells: Sequence[Cell], sameness: Clusters) -> list[Cell]:
    """Whole cells are joined where people said that a statement of one tells of the same as a statement of the other.

    Where others of the two cells were said to differ, only the statements named go over.
    """
    said = sameness.several()
    if not said:
        return list(cells)
    held: dict[int, list[Piece]] = {number: list(cell.pieces) for number, cell in enumerate(cells)}
    where = {piece.statement.id: number for number, pieces in held.items() for piece in pieces}
    for members in said:
        first, *others = sorted(
            {where[sid] for sid in members if sid in where}, key=lambda number: _first(held[number])
        ) or [-1]
        for other in others:
            going = held[other]
            if _differ(held[first], going, sameness):
                going = [piece for piece in going if piece.statement.id in members]
            gone = {piece.statement.id for piece in going}
            held[other] = [piece for piece in held[other] if piece.statement.id not in gone]
            held[first] = held[first] + going
            where.update(dict.fromkeys(gone, first))
    return [_as_they_were(cells[number], pieces) for number, pieces in held.items() if pieces]


def _as_they_were(cell: Cell, pieces: Sequence[Piece]) -> Cell:
    if len(cell.pieces) == len(pieces) and cell.pieces[0] is pieces[0]:
        return cell
    made = Cell(min(pieces, key=placing_order).chain)
    for piece in sorted(pieces, key=placing_order):
        made.take(piece)
    return made


def _first(pieces: Iterable[Piece]) -> str:
    return min(piece.statement.id for piece in pieces)


def _differ(one: Sequence[Piece], two: Sequence[Piece], sameness: Clusters) -> bool:
    return sameness.has_bars and any(sameness.are_apart(a.statement.id, b.statement.id) for a in one for b in two)
