"""Pieces in; which statements tell of one happening, out. Greedy from the best dated on; the same for any order of input."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from according.domain.statement import Phase, Stance
from according.domain.types import all_types
from according.reconcile.answers import says_not
from according.reconcile.clusters import Clusters
from according.reconcile.days import Days
from according.reconcile.figures import Range
from according.reconcile.pieces import Piece
from according.reconcile.vocabulary import is_lasting

_ENOUGH = 4  # points across documents
_ENOUGH_HERE = 3  # within one document, or where the same person is named
_NEAR_IN_TEXT = 400  # code points: an undated statement goes with what stands this near
_CROWD_CHAINS = frozenset({"protest", "strike", "picket", "strike_call"})  # who is named does not tell them apart
_WIDE = 800  # days; a wider time is no date


@dataclass(slots=True)
class Cell:
    """Pieces that met. `days` and `place` are those of the best dated."""

    chain: str
    pieces: list[Piece] = field(default_factory=list)
    days: Days | None = None
    exact: bool = False
    doubtful: bool = False
    place: str | None = None
    people: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    documents: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    mass: bool = False
    deadly: bool = False
    denied: bool = False
    lasting: bool = False
    terms: set[object] = field(default_factory=set)
    figures: dict[str, list[Range]] = field(default_factory=lambda: defaultdict(list))  # by type of statement

    def take(self, piece: Piece) -> None:
        """Add a piece; a better date or place becomes the cell's."""
        self.pieces.append(piece)
        finer = self.days is None or (
            piece.days is not None and self.days.overlaps(piece.days) and piece.days.width < self.days.width
        )
        if piece.days and finer and not (self.exact and not piece.is_exact):
            self.days, self.exact, self.doubtful = piece.days, piece.is_exact, piece.doubtful
        if piece.place and not piece.broad and self.place is None:
            self.place = piece.place
        self.people |= piece.people
        self.bodies |= piece.bodies
        self.heads |= piece.heads
        self.documents[piece.statement.document].append(piece.statement.anchor.start)
        self.mass = self.mass or piece.mass
        self.deadly = self.deadly or piece.deadly
        self.denied = self.denied or says_not(piece.statement)
        self.lasting = self.lasting or _lasts(piece)
        self.terms |= _term(piece)
        if piece.figure:
            self.figures[piece.statement.type].append(piece.figure)


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
        self._by_person: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        self._by_month: dict[tuple[str, int], list[Cell]] = defaultdict(list)
        self._by_document: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        self._by_place: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        self._mass: dict[str, list[Cell]] = defaultdict(list)
        self._by_body: dict[tuple[str, str], list[Cell]] = defaultdict(list)
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
        if piece.mass and not piece.people and piece.days is None:
            known = self._known_mass(piece)
            if known is not None:
                return known
        best: tuple[float, int, int] | None = None
        chosen: Cell | None = None
        for cell in self._candidates(piece):
            points = _points(piece, cell)
            if points is None or self._barred(piece, cell):
                continue
            here = piece.statement.document in cell.documents
            if points < (_ENOUGH_HERE if here or piece.people & cell.people else _ENOUGH):
                continue
            rank = (points, -_distance_in_text(piece, cell), -_distance_in_time(piece, cell))
            if best is None or rank > best:
                best, chosen = rank, cell
        return chosen

    def _barred(self, piece: Piece, cell: Cell) -> bool:
        return self._sameness.are_apart(piece.statement.id, cell.pieces[0].statement.id)

    def _candidates(self, piece: Piece) -> list[Cell]:
        found: dict[int, Cell] = {}
        lists: list[list[Cell]] = []
        if piece.people and piece.chain not in _CROWD_CHAINS:
            lists = [self._by_person.get((piece.chain, person), []) for person in sorted(piece.people)]
        elif piece.days and piece.days.width <= _WIDE:
            around = 36 if piece.mass or piece.doubtful else 8
            lists = [self._by_month.get((piece.chain, month), []) for month in piece.days.months(around)]
        else:
            lists = [self._by_body.get((piece.chain, body), []) for body in sorted(piece.bodies)]
            if piece.place:
                lists.append(self._by_place.get((piece.chain, piece.place), []))
        if not piece.people:
            lists.append(self._by_document.get((piece.chain, piece.statement.document), []))
        for cells in lists:
            for cell in cells:
                found[id(cell)] = cell
        return list(found.values())

    def _known_mass(self, piece: Piece) -> Cell | None:
        """The one deadly event that a report of "the 15 killed" can mean: told before, and the only one."""
        fitting = [
            cell for cell in self._mass[piece.chain]
            if not _places_differ(piece, cell)
            and not self._barred(piece, cell)
            and (cell.days is None or piece.published is None or cell.days.start <= piece.published.end)
        ]  # fmt: skip
        here = [cell for cell in fitting if piece.statement.document in cell.documents]
        if len(here) == 1:
            return here[0]
        return fitting[0] if len(fitting) == 1 else None

    def _index(self, cell: Cell, piece: Piece) -> None:
        chain = cell.chain
        for person in sorted(piece.people):
            _add(self._by_person[chain, person], cell)
        for body in sorted(piece.bodies):
            _add(self._by_body[chain, body], cell)
        if piece.days and piece.days.width <= _WIDE:
            for month in piece.days.months():
                _add(self._by_month[chain, month], cell)
        _add(self._by_document[chain, piece.statement.document], cell)
        if piece.place:
            _add(self._by_place[chain, piece.place], cell)
        if piece.mass:
            _add(self._mass[chain], cell)


def _add(cells: list[Cell], cell: Cell) -> None:
    if not any(other is cell for other in cells[-1:]) and all(other is not cell for other in cells):
        cells.append(cell)


def _points(piece: Piece, cell: Cell) -> float | None:
    """How well a piece fits a cell; None where it cannot be the same happening."""
    if (cell.denied or says_not(piece.statement)) and not _may_deny(piece, cell):
        return None
    who = _points_for_who(piece, cell)
    when = _points_for_when(piece, cell)
    if who is None or when is None or _places_differ(piece, cell):
        return None
    points = who + when
    if piece.place and piece.place == cell.place:
        points += 2
    if piece.heads & cell.heads or piece.bodies & cell.bodies:
        points += 1
    if piece.deadly and cell.deadly and not piece.people:
        points += 1
    near = _distance_in_text(piece, cell)
    if near <= _NEAR_IN_TEXT:
        points += 1
        if piece.days is None and not piece.people:
            points += 2
    if _term(piece) & cell.terms:
        points += 1
    if piece.figure and any(piece.figure.overlaps(other) for other in cell.figures.get(piece.statement.type, ())):
        points += 1
    return points


def _may_deny(piece: Piece, cell: Cell) -> bool:
    """A negation denies what was told in the same words only: "no one was arrested" is no word on the shooting."""
    if all(other.statement.type != piece.statement.type for other in cell.pieces):
        return False
    stances = {piece.statement.stance} | {other.statement.stance for other in cell.pieces}
    return (piece.is_exact and cell.exact) or bool(piece.people & cell.people) or Stance.DENIED in stances


def _points_for_who(piece: Piece, cell: Cell) -> float | None:
    if _is_speech(piece) and not (piece.people | piece.bodies) & (cell.people | cell.bodies):
        return 0 if _distance_in_text(piece, cell) <= _NEAR_IN_TEXT else None
    if piece.chain in _CROWD_CHAINS:
        return 0
    if piece.people and cell.people:
        return 3 if piece.people & cell.people else None
    if piece.people or cell.people:
        return None
    return 0


def _points_for_when(piece: Piece, cell: Cell) -> float | None:
    if piece.days is None or cell.days is None:
        return 0
    both_exact = piece.is_exact and cell.exact
    if piece.days.overlaps(cell.days):
        return 3 if both_exact else 1
    gap = piece.days.gap(cell.days)
    named = bool(piece.people & cell.people)
    doubtful = piece.doubtful or cell.doubtful
    if named and (_lasts(piece) or cell.lasting):
        return 0 if gap <= 3 * 365 else None
    if named and gap <= 3:
        return 1
    if named and gap <= 45 and (_term(piece) & cell.terms):
        return 0
    if not named and piece.mass and cell.mass and gap <= (35 if doubtful else 7):
        return 2
    if doubtful and gap <= 7:
        return 1
    return None


def _is_speech(piece: Piece) -> bool:
    """Whether the happening is somebody's words: two people who demand the same on one day demand twice."""
    info = all_types().get(piece.statement.type)
    return info is not None and info.speech


def _lasts(piece: Piece) -> bool:
    return is_lasting(piece.statement.type) or (
        piece.statement.type == "trial" and piece.statement.phase is Phase.GOES_ON
    )


def _term(piece: Piece) -> set[object]:
    value = piece.statement.value
    if value and value.sentence and (value.sentence.term or value.sentence.years):
        return {value.sentence.term or value.sentence.years}
    return set()


def _places_differ(piece: Piece, cell: Cell) -> bool:
    return bool(piece.place and cell.place and not piece.broad and piece.place != cell.place)


def _distance_in_text(piece: Piece, cell: Cell) -> int:
    places = cell.documents.get(piece.statement.document)
    if not places:
        return 10**9
    return min(abs(place - piece.statement.anchor.start) for place in places)


def _distance_in_time(piece: Piece, cell: Cell) -> int:
    """Days between: of the dates, else from the event back from the day of the report."""
    if cell.days is None:
        return 10**6
    against = piece.days or piece.published
    return against.gap(cell.days) if against else 10**6
