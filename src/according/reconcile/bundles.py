"""Pieces in; bundles of pieces with the same words, and the order in which they are placed, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from according.reconcile.clusters import Clusters
from according.reconcile.fitting import Cell, are_barred
from according.reconcile.keys import tier_of
from according.reconcile.pieces import Piece

_COPIED_WITHIN = 31  # days between the dates of the same words in two documents


@dataclass(frozen=True, slots=True)
class Bundle:
    """Pieces of the same words, in several documents perhaps. The leader is placed; the others go with it."""

    leader: Piece
    followers: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All of them, the leader first."""
        return (self.leader, *self.followers)


def placing_order(piece: Piece) -> tuple[int, int, int, str]:
    """The best dated first, among them the many dead."""
    tier = tier_of(piece) * 2 + (0 if piece.is_exact else 1)
    return (tier, 0 if piece.mass else 1, piece.days.start if piece.days else 0, piece.statement.id)


def bundle_twins(pieces: Iterable[Piece], twins: Clusters, sameness: Clusters) -> list[Bundle]:
    """Pieces that copy one another together, in placing order; but those that give days of their own too far off stay alone."""
    by_root: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in pieces:
        by_root[twins.root(piece.statement.id), piece.chain].append(piece)
    bundles = []
    for group in by_root.values():
        group.sort(key=placing_order)
        while group:
            leader, *others = group
            going = [piece for piece in others if _copies(piece, leader, sameness)]
            bundles.append(Bundle(leader, tuple(going)))
            gone = {piece.statement.id for piece in going}
            group = [piece for piece in others if piece.statement.id not in gone]
    return sorted(bundles, key=lambda bundle: placing_order(bundle.leader))


def _copies(piece: Piece, leader: Piece, sameness: Clusters) -> bool:
    if sameness.are_apart(piece.statement.id, leader.statement.id):
        return False
    if not (piece.is_exact and leader.is_exact and piece.days and leader.days):
        return True
    return piece.days.gap(leader.days) <= _COPIED_WITHIN


def take_bundle(cell: Cell, bundle: Bundle, sameness: Clusters) -> list[Cell]:
    """Put the bundle's pieces into the cell; those that people said are something else become cells of their own."""
    refused = []
    for piece in bundle.pieces:
        if cell.pieces and are_barred(piece, cell, sameness):
            refused.append(Cell(piece.chain))
            refused[-1].take(piece)
        else:
            cell.take(piece)
    return refused
