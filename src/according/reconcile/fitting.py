"""A piece and a cell of pieces in; how well they fit, out. None where they cannot tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from according.domain.statement import Phase, Stance
from according.domain.types import all_types
from according.reconcile.days import Days
from according.reconcile.figures import Range
from according.reconcile.pieces import Piece, says_not
from according.reconcile.vocabulary import is_growing, is_lasting

_LASTS = 60  # days one hunger strike is taken to last
_NEAR_IN_TEXT = 400  # code points: an undated statement goes with what stands this near
CROWD_CHAINS = frozenset({"protest", "strike", "picket", "strike_call"})  # who is named does not tell them apart


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


def points_for(piece: Piece, cell: Cell) -> float | None:
    """How well a piece fits a cell; None where it cannot be the same happening."""
    if (cell.denied or says_not(piece.statement)) and not _may_deny(piece, cell):
        return None
    who = _points_for_who(piece, cell)
    when = _points_for_when(piece, cell)
    if who is None or when is None or (places_differ(piece, cell) and not _is_of_one_person(piece, cell)):
        return None
    points = who + when
    if piece.place and piece.place == cell.place:
        points += 2
    if piece.heads & cell.heads or piece.bodies & cell.bodies:
        points += 1
    if piece.deadly and cell.deadly and not piece.people:
        points += 1
    near = distance_in_text(piece, cell)
    if near <= _NEAR_IN_TEXT:
        points += 1
        if piece.days is None and not piece.people and not _is_uncounted_death(piece):
            points += 2
    if _term(piece) & cell.terms:
        points += 1
    if piece.figure and any(piece.figure.overlaps(other) for other in cell.figures.get(piece.statement.type, ())):
        points += 1
    return points


def _is_of_one_person(piece: Piece, cell: Cell) -> bool:
    """One person is not arrested twice within three days: two places for it are two accounts of one arrest."""
    if not piece.people & cell.people or piece.chain in CROWD_CHAINS or not piece.is_exact or not cell.exact:
        return False
    return piece.days is not None and cell.days is not None and piece.days.gap(cell.days) <= 3


def _may_deny(piece: Piece, cell: Cell) -> bool:
    """A negation denies what was told in the same words only: "no one was arrested" is no word on the shooting."""
    if all(other.statement.type != piece.statement.type for other in cell.pieces):
        return False
    denials = [item.statement for item in (piece, *cell.pieces) if says_not(item.statement)]
    expressly = any(statement.stance is Stance.DENIED for statement in denials)
    return (piece.is_exact and cell.exact) or bool(piece.people & cell.people) or expressly


def _points_for_who(piece: Piece, cell: Cell) -> float | None:
    if _is_speech(piece) and not (piece.people | piece.bodies) & (cell.people | cell.bodies):
        return 0 if distance_in_text(piece, cell) <= _NEAR_IN_TEXT else None
    if piece.chain in CROWD_CHAINS:
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
    if named and _goes_on_from(piece, cell, gap):
        return 0
    if named and gap <= 45 and (_term(piece) & cell.terms):
        return 0
    if not named and piece.mass and cell.mass and gap <= (35 if doubtful else 7):
        return 2
    if doubtful and gap <= 7:
        return 1
    return None


def _goes_on_from(piece: Piece, cell: Cell, gap: int) -> bool:
    """Whether the piece tells of the going on or the end of a strike that the cell tells the beginning of."""
    if piece.days is None or cell.days is None or not is_growing(piece.statement.type):
        return False
    return piece.statement.phase is not Phase.STARTS and piece.days.start > cell.days.end and gap <= _LASTS


def _is_uncounted_death(piece: Piece) -> bool:
    """ "Deaths in custody" told near a massacre are other deaths, unless they are put as its number."""
    return piece.deadly and piece.statement.count is None and piece.statement.type != "killing"


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


def places_differ(piece: Piece, cell: Cell) -> bool:
    return bool(piece.place and cell.place and not piece.broad and piece.place != cell.place)


def distance_in_text(piece: Piece, cell: Cell) -> int:
    places = cell.documents.get(piece.statement.document)
    if not places:
        return 10**9
    return min(abs(place - piece.statement.anchor.start) for place in places)


def distance_in_time(piece: Piece, cell: Cell) -> int:
    """Days between: of the dates, else from the event back from the day of the report."""
    if cell.days is None:
        return 10**6
    against = piece.days or piece.published
    return against.gap(cell.days) if against else 10**6
