"""Pieces in; which statements tell of one happening, out. Greedy from the best dated on; the same for any order of input."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from according.reconcile.clusters import Clusters
from according.reconcile.days import Days
from according.reconcile.fitting import (
    CROWD_CHAINS,
    Cell,
    distance_in_text,
    distance_in_time,
    places_differ,
    points_for,
)
from according.reconcile.pieces import Piece, says_not

_ENOUGH = 4  # points across documents
_ENOUGH_HERE = 3  # within one document, or where the same person is named
_RECENT = 62  # days in which an undated report of the dead still means the latest
_Index = dict[int, Cell]  # by identity, in the order they were put in
_WIDE = 800  # days; a wider time is no date


def meet(pieces: Iterable[Piece], twins: Clusters, sameness: Clusters) -> list[Cell]:
    """Cells of pieces. `sameness` carries what people said of events, as joins and bars between statement ids."""
    cells = _Cells(sameness)
    by_twin: dict[str, Cell] = {}
    for piece in sorted(pieces, key=_placing_order):
        root = twins.root(piece.statement.id)
        cell = cells.find_same(piece) or cells.find_twin(piece, by_twin.get(root)) or cells.find_best(piece)
        cell = cells.put(piece, cell)
        by_twin.setdefault(root, cell)
    return cells.cells


def _placing_order(piece: Piece) -> tuple[int, int, int, str]:
    if piece.days is None or piece.days.width > _WIDE:
        tier = 3
    elif piece.is_exact and (piece.place or piece.people):
        tier = 0
    else:
        tier = 1 if piece.is_exact else 2
    return (tier, 0 if piece.mass else 1, piece.days.start if piece.days else 0, piece.statement.id)


class _Cells:
    """Cells with the indexes that spare us comparing everything with everything."""

    def __init__(self, sameness: Clusters) -> None:
        self.cells: list[Cell] = []
        self._sameness = sameness
        self._by_person: dict[tuple[str, str], _Index] = defaultdict(dict)
        self._by_day: dict[tuple[str, int], _Index] = defaultdict(dict)  # exact pieces
        self._by_month: dict[tuple[str, int], _Index] = defaultdict(dict)  # all dated pieces
        self._by_vague_month: dict[tuple[str, int], _Index] = defaultdict(dict)  # pieces that are not exact
        self._by_document: dict[tuple[str, str], _Index] = defaultdict(dict)
        self._mass: dict[str, _Index] = defaultdict(dict)
        self._mass_by_place: dict[tuple[str, str], _Index] = defaultdict(dict)
        self._mass_by_month: dict[tuple[str, int], _Index] = defaultdict(dict)
        self._by_body: dict[tuple[str, str], _Index] = defaultdict(dict)
        self._cell_of: dict[str, Cell] = {}  # root of a sameness cluster -> cell

    def put(self, piece: Piece, cell: Cell | None) -> Cell:
        """Put the piece into the cell, or into a new one."""
        if cell is None:
            cell = Cell(piece.chain)
            self.cells.append(cell)
        elif cell.pieces:
            self._sameness.join(cell.pieces[0].statement.id, piece.statement.id)
        cell.take(piece)
        self._cell_of[self._sameness.root(piece.statement.id)] = cell
        self._index(cell, piece)
        return cell

    def find_same(self, piece: Piece) -> Cell | None:
        """The cell of a statement that a person said tells of the same."""
        return self._cell_of.get(self._sameness.root(piece.statement.id))

    def find_twin(self, piece: Piece, cell: Cell | None) -> Cell | None:
        """The cell of the same words in another document, unless both name their own day and place and differ in both."""
        if cell is None or cell.chain != piece.chain or self._barred(piece, cell):
            return None
        if piece.is_exact and cell.exact and piece.days and cell.days and piece.days.gap(cell.days) > 31:
            return None
        return cell

    def find_best(self, piece: Piece) -> Cell | None:
        """The cell that fits best, if one fits well enough."""
        if piece.days is None and not piece.people and _speaks_of_many(piece):
            known = self._known_mass(piece, elsewhere=piece.mass)
            if known is not None:
                return known
        best: tuple[float, int, int] | None = None
        chosen: Cell | None = None
        for cell in self._candidates(piece):
            points = points_for(piece, cell)
            if points is None:
                continue
            here = piece.statement.document in cell.documents
            if points < (_ENOUGH_HERE if here or piece.people & cell.people else _ENOUGH):
                continue
            rank = (points, -distance_in_text(piece, cell), -distance_in_time(piece, cell))
            if (best is None or rank > best) and not self._barred(piece, cell):
                best, chosen = rank, cell
        if chosen is None and not piece.people and not piece.is_exact and _speaks_of_many(piece):
            return self._known_mass(piece)
        return chosen

    def _barred(self, piece: Piece, cell: Cell) -> bool:
        return self._sameness.are_apart(piece.statement.id, cell.pieces[0].statement.id)

    def _candidates(self, piece: Piece) -> list[Cell]:
        found: _Index = {}
        lists: list[_Index] = []
        if piece.people and piece.chain not in CROWD_CHAINS:
            lists = [self._by_person.get((piece.chain, person), {}) for person in sorted(piece.people)]
        elif piece.days and piece.days.width <= _WIDE:
            lists = self._near_in_time(piece, piece.days)
        else:
            lists = [self._by_body.get((piece.chain, body), {}) for body in sorted(piece.bodies)]
        if not piece.people:
            lists.append(self._by_document.get((piece.chain, piece.statement.document), {}))
        for cells in lists:
            found.update(cells)
        return list(found.values())

    def _near_in_time(self, piece: Piece, days: Days) -> list[_Index]:
        if not piece.is_exact:
            return [self._by_month.get((piece.chain, month), {}) for month in days.months()]
        around = 36 if piece.mass or piece.doubtful else 8
        lists = [self._by_day.get((piece.chain, day), {}) for day in range(days.start - around, days.end + around + 1)]
        return lists + [self._by_vague_month.get((piece.chain, month), {}) for month in days.months()]

    def _known_mass(self, piece: Piece, elsewhere: bool = True) -> Cell | None:
        """The one deadly event that a report of "the 15 killed" can mean: of this document, else the only one anywhere."""
        here = [
            cell for cell in self._by_document.get((piece.chain, piece.statement.document), {}).values()
            if cell.mass and self._may_mean(piece, cell)
        ]  # fmt: skip
        if len(here) == 1:
            return here[0]
        if not elsewhere:
            return None
        for cells in self._masses_meant(piece):
            fitting = list(islice((cell for cell in cells if self._may_mean(piece, cell)), 2))
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _masses_meant(self, piece: Piece) -> Iterator[Iterable[Cell]]:
        """Where to look for it, nearest first: dated ones of the place, of the weeks before the report, then anywhere."""
        if piece.place and not piece.broad:
            yield [cell for cell in self._mass_by_place[piece.chain, piece.place].values() if cell.exact]
        if piece.published is not None and piece.days is None and piece.figure is not None:
            recent: _Index = {}
            for month in range((piece.published.start - _RECENT) // 30, piece.published.end // 30 + 1):
                for cell in self._mass_by_month[piece.chain, month].values():
                    if _is_recent(cell, piece.published):
                        _add(recent, cell)
            yield recent.values()
        yield self._mass[piece.chain].values()

    def _may_mean(self, piece: Piece, cell: Cell) -> bool:
        if cell.days is not None:
            if piece.published is not None and cell.days.start > piece.published.end:
                return False
            if piece.days is not None and not piece.days.overlaps(cell.days):
                return False
        return not places_differ(piece, cell) and not self._barred(piece, cell)

    def _index(self, cell: Cell, piece: Piece) -> None:
        chain = cell.chain
        for person in sorted(piece.people):
            _add(self._by_person[chain, person], cell)
        for body in sorted(piece.bodies):
            _add(self._by_body[chain, body], cell)
        if piece.days and piece.days.width <= _WIDE:
            for month in piece.days.months():
                _add(self._by_month[chain, month], cell)
                if not piece.is_exact:
                    _add(self._by_vague_month[chain, month], cell)
            for day in range(piece.days.start, piece.days.end + 1) if piece.is_exact else ():
                _add(self._by_day[chain, day], cell)
        _add(self._by_document[chain, piece.statement.document], cell)
        if cell.mass:
            _add(self._mass[chain], cell)
            if cell.place:
                _add(self._mass_by_place[chain, cell.place], cell)
            for month in cell.days.months() if cell.days and cell.exact else ():
                _add(self._mass_by_month[chain, month], cell)


def _is_recent(cell: Cell, published: Days) -> bool:
    """Whether the cell's day lies in the weeks before the report."""
    return cell.exact and cell.days is not None and 0 <= published.end - cell.days.start <= _RECENT


def _speaks_of_many(piece: Piece) -> bool:
    """ "24 were killed in March", "the massacre of March": it can mean one event only, if there is one."""
    if says_not(piece.statement):
        return False
    return piece.mass or (piece.statement.type in ("killing", "injury") and piece.figure is None)


def _add(cells: _Index, cell: Cell) -> None:
    cells.setdefault(id(cell), cell)
