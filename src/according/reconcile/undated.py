"""Cells of the many dead that only undated reports tell of in; those of one town, reported about the same time, as one, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.reconcile.blocks import blocks_of
from according.reconcile.clusters import Clusters
from according.reconcile.fitting import Cell, first_id, gives_like_number

_REPORTED_WITHIN = 31  # days between two reports of one massacre that give no day


def join_undated(cells: Sequence[Cell], sameness: Clusters) -> list[Cell]:
    """The cells, joined where two reports without a date tell of like numbers dead in one town; the union over blocks by `undated_keys`."""
    out: list[Cell] = []
    for block in blocks_of(cells, undated_keys):
        out += block if len(block) == 1 else _join_block(block, sameness)
    return out


def undated_keys(cell: Cell) -> Iterator[str]:
    """Town, and about when it was reported; none for a cell with a date, a name, or few dead."""
    if not cell.mass or cell.days is not None or cell.people or cell.reported is None:
        return
    reach = _REPORTED_WITHIN // 2 + 1
    for window in range((cell.reported.start - reach) // 31, (cell.reported.end + reach) // 31 + 1):
        for town in sorted(_towns(cell)):
            yield f"{cell.chain} {town} {window}"


def _towns(cell: Cell) -> set[str]:
    """Its town; where none is told outright, those supposed: of the sentence before, or the one its report names."""
    if cell.place is not None:
        return {cell.place}
    return cell.areas | {piece.home for piece in cell.pieces if piece.home}


def _join_block(block: Sequence[Cell], sameness: Clusters) -> list[Cell]:
    made: list[Cell] = []
    for cell in sorted(block, key=lambda one: (one.reported.start if one.reported else 0, first_id(one))):
        home = next((one for one in made if _are_one(cell, one, sameness)), None)
        if home is None:
            made.append(cell)
            continue
        for piece in cell.pieces:
            home.take(piece)
    return made


def _are_one(cell: Cell, other: Cell, sameness: Clusters) -> bool:
    if not _towns(cell) & _towns(other) or cell.chain != other.chain or cell.reported is None or other.reported is None:
        return False
    if cell.reported.gap(other.reported) > _REPORTED_WITHIN or set(cell.documents) & set(other.documents):
        return False
    if sameness.has_bars and any(
        sameness.are_apart(a.statement.id, b.statement.id) for a in cell.pieces for b in other.pieces
    ):
        return False
    return any(gives_like_number(piece, other) for piece in cell.pieces)
