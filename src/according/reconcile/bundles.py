"""Pieces in; bundles of those that are placed as one, and the order in which they are placed, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from according.reconcile.clusters import Clusters
from according.reconcile.fitting import Cell, are_barred, is_speech
from according.reconcile.keys import is_named, tier_of
from according.reconcile.pieces import Piece, says_not

Order = tuple[int, int, int, str, int, str]
_COPIED_WITHIN = 31  # days between the dates of the same words in two documents


@dataclass(frozen=True, slots=True)
class Bundle:
    """Pieces that are placed as one: of one sentence, and copies of it in other documents. The leader, the best dated, finds the place."""

    leader: Piece
    followers: tuple[Piece, ...] = ()
    order: Order = (0, 0, 0, "", 0, "")  # `placing_order` of the leader

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All of them, the leader first."""
        return (self.leader, *self.followers)


def placing_order(piece: Piece) -> Order:
    """The best dated first, among them the many dead; then as they stand, so that one document leads of two that copy each other."""
    statement = piece.statement
    days = piece.days.start if piece.days else 0
    return (tier_of(piece), 0 if piece.mass else 1, days, statement.document, statement.anchor.start, statement.id)


def make_bundles(pieces: Iterable[Piece], twins: Clusters, sameness: Clusters) -> list[Bundle]:
    """Pieces in bundles, in placing order: those of one sentence that tell of one thing, and copies of them in other documents.

    Copies that give days of their own too far off stay apart.
    """
    units = _units(pieces, sameness)
    order = {piece.statement.id: placing_order(piece) for unit in units for piece in unit}
    groups = Clusters(unit[0].statement.id for unit in units)
    holder: dict[tuple[str, str], str] = {}
    for unit in units:
        for piece in unit:
            copied = (twins.root(piece.statement.id), piece.chain)
            groups.join(holder.setdefault(copied, unit[0].statement.id), unit[0].statement.id)
    by_group: dict[str, list[list[Piece]]] = defaultdict(list)
    for unit in units:
        by_group[groups.root(unit[0].statement.id)].append(sorted(unit, key=lambda piece: order[piece.statement.id]))
    bundles = []
    for group in by_group.values():
        group.sort(key=lambda unit: order[unit[0].statement.id])
        while group:
            (leader, *others), *rest = group
            going = [unit for unit in rest if _copies(unit[0], leader, sameness)]
            followers = tuple(piece for unit in (others, *going) for piece in unit)
            bundles.append(Bundle(leader, followers, order[leader.statement.id]))
            gone = {unit[0].statement.id for unit in going}
            group = [unit for unit in rest if unit[0].statement.id not in gone]
    return sorted(bundles, key=lambda one: one.order)


def _units(pieces: Iterable[Piece], sameness: Clusters) -> list[list[Piece]]:
    """In "killed 15 and wounded 64" the wounded are of the same happening as the dead."""
    units: list[list[Piece]] = []
    by_sentence: dict[tuple[str, int, str], list[Piece]] = defaultdict(list)
    for piece in pieces:
        if is_named(piece) or says_not(piece.statement) or is_speech(piece):
            units.append([piece])
        else:
            statement = piece.statement
            by_sentence[statement.document, statement.quote.start, piece.chain].append(piece)
    for sentence in by_sentence.values():
        sentence.sort(key=lambda piece: (piece.statement.anchor.start, piece.statement.id))
        here: list[list[Piece]] = []
        for piece in sentence:
            unit = next((one for one in here if all(_goes_with(piece, other, sameness) for other in one)), None)
            if unit is None:
                here.append([piece])
            else:
                unit.append(piece)
        units += [_all_another(unit) if any(piece.another for piece in unit) else unit for unit in here]
    return units


def _all_another(unit: list[Piece]) -> list[Piece]:
    """In "two died in another clash" the dead are of the other clash too."""
    return [piece if piece.another else replace(piece, another=True) for piece in unit]


def _goes_with(piece: Piece, other: Piece, sameness: Clusters) -> bool:
    if piece.days is not None and other.days is not None and not piece.days.overlaps(other.days):
        return False
    if piece.place != other.place and piece.place and other.place and not (piece.broad and other.broad):
        return False
    return not sameness.are_apart(piece.statement.id, other.statement.id)


def _copies(piece: Piece, leader: Piece, sameness: Clusters) -> bool:
    if sameness.are_apart(piece.statement.id, leader.statement.id):
        return False
    one, two = _article(piece), _article(leader)
    if one is not None and two is not None and one != two:
        return False  # "a case was opened under article …": the same words of two cases
    if not (piece.is_exact and leader.is_exact and piece.days and leader.days):
        return True
    return piece.days.gap(leader.days) <= _COPIED_WITHIN


def _article(piece: Piece) -> str | None:
    value = piece.statement.value
    return value.charge.article if value and value.charge else None


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
