"""Bare pieces in (neither day nor person); their place within their document, or in the one known event they can mean, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from according.reconcile.bundles import Bundle
from according.reconcile.clusters import Clusters
from according.reconcile.deadly import Deadly, may_mean, speaks_of_many
from according.reconcile.fitting import Cell, are_barred, best_cell, counts_otherwise
from according.reconcile.keys import Key, shelve, weeks_keys
from according.reconcile.pieces import Piece

Placed = tuple[Bundle, Cell]


@dataclass(slots=True)
class _View:
    """A cell as one document sees it: with its own pieces, without what other documents only hint at."""

    seen: Cell
    cell: Cell  # the same where only this document makes it


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """What other documents tell."""

    shelf: Mapping[Key, Sequence[Cell]]
    deadly: Deadly
    towns: Mapping[str, Collection[str]]
    sameness: Clusters

    def known(self, piece: Piece) -> Cell | None:
        """The one deadly event the piece can mean."""
        cell = self.deadly.find(piece, self.towns.get(piece.statement.document, ()))
        return None if cell is None or are_barred(piece, cell, self.sameness) else cell

    def near(self, piece: Piece) -> Iterator[Cell]:
        """Cells of its place or body in the weeks before the report."""
        for key in weeks_keys(piece):
            yield from self.shelf.get(key, ())


def place_bare(
    bundles: Iterable[Bundle], found: Iterable[Placed], cells: Sequence[Cell],
    towns: Mapping[str, Collection[str]], sameness: Clusters,
) -> tuple[list[Placed], list[Cell]]:  # fmt: skip
    """Bare bundles with the cell each belongs to, document by document; and the cells that only bare ones make.

    `found`: hinted bundles and the cell each fits; `cells`: all cells made so far, which stay as they are.
    """
    by_document: dict[tuple[str, str], list[Bundle]] = defaultdict(list)
    asked: set[Key] = set()
    for bundle in bundles:
        by_document[bundle.leader.statement.document, bundle.leader.chain].append(bundle)
        asked.update(weeks_keys(bundle.leader))
    elsewhere = _Elsewhere(shelve(cells, asked), Deadly(cells), towns, sameness)
    here = _told_by_document(found, cells, by_document.keys())
    placed: list[Placed] = []
    alone: list[Cell] = []
    for place, group in by_document.items():
        views = [_View(_seen(cell, pieces), cell) for cell, pieces in here.get(place, {}).values()]
        known = len(views)
        for bundle in sorted(group, key=_reading_order):
            cell = _place(bundle, views, elsewhere)
            if cell is not None:
                placed.append((bundle, cell))
        alone += [view.cell for view in views[known:] if view.cell is view.seen]
    return placed, alone


def _reading_order(bundle: Bundle) -> tuple[bool, int, str]:
    piece = bundle.leader
    return (not piece.mass, piece.statement.anchor.start, piece.statement.id)


def _place(bundle: Bundle, views: list[_View], elsewhere: _Elsewhere) -> Cell | None:
    """Put the bundle into a view; gives the cell it belongs to, None where only this document makes it."""
    piece = bundle.leader
    cell = _choose(piece, views, elsewhere)
    if cell is None:
        cell = Cell(piece.chain)
        views.append(_View(cell, cell))
    view = next((view for view in views if view.cell is cell), None)
    if view is None:
        view = _View(cell.copy(), cell)
        views.append(view)
    if view.seen is view.cell:
        for one in bundle.pieces:
            view.seen.take(one)
        return None
    view.seen.take(piece)
    return view.cell


def _choose(piece: Piece, views: list[_View], elsewhere: _Elsewhere) -> Cell | None:
    many = speaks_of_many(piece)
    if many and not piece.another:
        here = [view for view in views if view.seen.mass and may_mean(piece, view.seen) and not counts_otherwise(piece, view.seen)
                and not are_barred(piece, view.seen, elsewhere.sameness)]  # fmt: skip
        if len(here) == 1:
            return here[0].cell
        known = elsewhere.known(piece) if piece.mass else None
        if known is not None:
            return known
    seen = {id(view.seen): view.cell for view in views}
    told_here = {id(view.cell) for view in views}
    near = {id(cell): cell for cell in elsewhere.near(piece) if id(cell) not in told_here}
    best = best_cell(piece, [*(view.seen for view in views), *near.values()], elsewhere.sameness)
    if best is not None:
        return seen.get(id(best), best)
    return elsewhere.known(piece) if many and not piece.another else None


def _seen(cell: Cell, pieces: Sequence[Piece]) -> Cell:
    seen = cell.copy()
    held = {piece.statement.id for piece in cell.pieces}
    for piece in pieces:
        if piece.statement.id not in held:
            seen.take(piece)
    return seen


def _told_by_document(
    found: Iterable[Placed], cells: Iterable[Cell], wanted: Collection[tuple[str, str]]
) -> dict[tuple[str, str], dict[int, tuple[Cell, list[Piece]]]]:
    """Document and chain → the cells it tells of, each with the pieces of this document."""
    here: dict[tuple[str, str], dict[int, tuple[Cell, list[Piece]]]] = {place: {} for place in wanted}
    for cell, pieces in (*((cell, cell.pieces) for cell in cells), *((cell, bundle.pieces) for bundle, cell in found)):
        for piece in pieces:
            told = here.get((piece.statement.document, cell.chain))
            if told is not None:
                told.setdefault(id(cell), (cell, []))[1].append(piece)
    return here
