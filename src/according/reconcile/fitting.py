"""A piece and a cell of pieces in; how well they fit, out. None where they cannot tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from according.domain.statement import ActorKind, Phase, Role, Stance
from according.domain.types import all_types
from according.reconcile.clusters import Clusters
from according.reconcile.days import Days
from according.reconcile.figures import Range
from according.reconcile.pieces import Piece, says_not
from according.reconcile.vocabulary import is_growing, is_lasting

T = TypeVar("T")
_SAME_LAND = 0.5  # decides between cells, and never makes a fit
_ENOUGH = 4  # points across documents
_ENOUGH_HERE = 3  # within one document, or where the same person is named
_MASS_DOUBTFUL = 35  # days between two dates of one massacre where one of them is doubtful
_DOUBTFUL = 7  # days: the same where none is, and of all else where one is
_LONGEST_INCIDENT = 62  # days
_AS_MANY = 5  # times: 15 and 70 are told of one massacre, 19 and 130 hardly without a common place
ONCE = frozenset({"killing", "death", "death_in_custody", "suicide"})  # happens to a person once only
_WRONG_YEAR = 800  # days between two dates of one death
_SPOKEN_AGAIN = 31  # days after which what was said or done without a date was said or done again
_HAPPENS_AGAIN = 366
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
    lands: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    reported: Days | None = None  # when reports without a date told of it

    def copy(self) -> Cell:
        """A cell of its own with the same pieces."""
        return replace(
            self, pieces=list(self.pieces), people=set(self.people), bodies=set(self.bodies), heads=set(self.heads),
            documents=_lists(self.documents), terms=set(self.terms), figures=_lists(self.figures),
            lands=set(self.lands), areas=set(self.areas), types=set(self.types),
        )  # fmt: skip

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
        self.types.add(piece.statement.type)
        if piece.land:
            self.lands.add(piece.land)
        if piece.area:
            self.areas.add(piece.area)
        if piece.days is None and piece.published is not None:
            self.reported = piece.published if self.reported is None else self.reported.hull(piece.published)
        if piece.figure:
            self.figures[piece.statement.type].append(piece.figure)


def _lists(listed: dict[str, list[T]]) -> dict[str, list[T]]:
    own: dict[str, list[T]] = defaultdict(list)
    for key, items in listed.items():
        own[key] = list(items)
    return own


def reach_of(piece: Piece) -> int:
    """How many days off another's date a piece may lie and still tell of the same: where no person is named, of one place only."""
    if not piece.place and not piece.home:
        return 0
    if piece.mass and piece.doubtful:
        return _MASS_DOUBTFUL
    return _DOUBTFUL if piece.mass or piece.doubtful else 0


def best_cell(piece: Piece, cells: Iterable[Cell], sameness: Clusters) -> Cell | None:
    """The cell that fits best, if one fits well enough. Equal fits: nearer in the text, nearer in time, told by more documents, the smaller id."""
    best: tuple[float, int, int, int] | None = None
    chosen: Cell | None = None
    for cell in cells:
        points = points_for(piece, cell)
        if points is None:
            continue
        here = piece.statement.document in cell.documents
        if points < (_ENOUGH_HERE if here or piece.people & cell.people else _ENOUGH):
            continue
        rank = (points, -distance_in_text(piece, cell), -distance_in_time(piece, cell), len(cell.documents))
        better = (
            best is None or rank > best or (rank == best and chosen is not None and first_id(cell) < first_id(chosen))
        )
        if better and not are_barred(piece, cell, sameness):
            best, chosen = rank, cell
    return chosen


def are_barred(piece: Piece, cell: Cell, sameness: Clusters) -> bool:
    """Whether people said that the piece tells of something else than a piece of the cell."""
    return sameness.has_bars and any(
        sameness.are_apart(piece.statement.id, other.statement.id) for other in cell.pieces
    )


def first_id(cell: Cell) -> str:
    """The smallest statement id: what the cell is ordered by."""
    return min(piece.statement.id for piece in cell.pieces)


def points_for(piece: Piece, cell: Cell) -> float | None:
    """How well a piece fits a cell; None where it cannot be the same happening."""
    if (cell.denied or says_not(piece.statement)) and not _may_deny(piece, cell):
        return None
    who = _points_for_who(piece, cell)
    when = _points_for_when(piece, cell)
    if who is None or when is None or (places_differ(piece, cell) and not _is_of_one_person(piece, cell)):
        return None
    if _told_apart(piece, cell) or _is_another_harm(piece, cell):
        return None
    points = who + when
    if piece.place and piece.place == cell.place:
        points += 2
    if piece.heads & cell.heads or piece.bodies & cell.bodies:
        points += 1
    here = piece.statement.document in cell.documents
    if piece.deadly and cell.deadly and not piece.people and (here or _are_as_many(piece, cell)):
        points += 1  # of two small killings of one day, neither is the other
    if piece.place != cell.place and (piece.area or piece.home) in cell.areas:
        points += 2 if here and piece.area else 1
    elif piece.broad and piece.land in cell.lands:
        points += _SAME_LAND
    near = distance_in_text(piece, cell)
    if near <= _NEAR_IN_TEXT and not _turns_away(piece, cell):
        points += 1
        if piece.days is None and not piece.people and not _is_uncounted_death(piece):
            points += 2
    if _term(piece) & cell.terms:
        points += 1
    if piece.figure and any(piece.figure.overlaps(other) for other in cell.figures.get(piece.statement.type, ())):
        points += 1
    return points


def _are_as_many(piece: Piece, cell: Cell) -> bool:
    """Whether both tell of many, and of numbers that reports of one thing may give."""
    return piece.mass and cell.mass and gives_like_number(piece, cell) is not False


def gives_like_number(piece: Piece, cell: Cell) -> bool | None:
    """Whether the piece's number is one that reports of the cell's event may give; None where there is nothing to compare."""
    others = [
        figure
        for kind, figures in cell.figures.items()
        if _harm(kind) == _harm(piece.statement.type)
        for figure in figures
    ]
    if not others or piece.figure is None:
        return None
    own = piece.figure
    return any(own.low <= _AS_MANY * other.high and other.low <= _AS_MANY * own.high for other in others)


def _is_of_one_person(piece: Piece, cell: Cell) -> bool:
    """One person is not arrested twice within three days: two places for it are two accounts of one arrest."""
    if not piece.people & cell.people or piece.chain in CROWD_CHAINS or not piece.is_exact or not cell.exact:
        return False
    return piece.days is not None and cell.days is not None and piece.days.gap(cell.days) <= 3


def _told_apart(piece: Piece, cell: Cell) -> bool:
    """Whether one document gives the two a day each: then it means two happenings, whatever other documents confuse."""
    if not piece.is_exact or piece.doubtful or piece.days is None or is_growing(piece.statement.type) or _lasts(piece):
        return False
    if piece.statement.document not in cell.documents or (cell.days is not None and piece.days.overlaps(cell.days)):
        return False
    return any(
        other.statement.document == piece.statement.document
        and other.is_exact and not other.doubtful
        and other.days is not None and not other.days.overlaps(piece.days)
        for other in cell.pieces
    )  # fmt: skip


def _is_another_harm(piece: Piece, cell: Cell) -> bool:
    """To be shot at and to die are of one happening only where a day, or one report, or the word "killed" says so."""
    if (
        "killing" in cell.types | {piece.statement.type}
        or not piece.people
        or piece.chain != "violence"
        or piece.statement.document in cell.documents
    ):
        return False
    if (piece.statement.type in ONCE) == bool(cell.types & ONCE):
        return False
    return piece.days is None or cell.days is None or not piece.days.overlaps(cell.days)


def _may_deny(piece: Piece, cell: Cell) -> bool:
    """A negation denies what was told in the same words only: "no one was arrested" is no word on the shooting."""
    if piece.statement.type not in cell.types:
        return False
    if _clears_somebody(piece) and not piece.bodies & cell.bodies:
        return False
    denials = [item.statement for item in (piece, *cell.pieces) if says_not(item.statement)]
    expressly = any(statement.stance is Stance.DENIED for statement in denials)
    return (piece.is_exact and cell.exact) or bool(piece.people & cell.people) or expressly


def _clears_somebody(piece: Piece) -> bool:
    """ "She killed nobody" says who did not do it, not that it was not done."""
    if not says_not(piece.statement) or piece.statement.stance is Stance.DENIED:
        return False
    return any(item.role is Role.AGENT and item.kind is ActorKind.PERSON for item in piece.statement.participants)


def _points_for_who(piece: Piece, cell: Cell) -> float | None:
    if is_speech(piece) and not (piece.people | piece.bodies) & (cell.people | cell.bodies):
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
        return _points_for_report(piece, cell)
    both_exact = piece.is_exact and cell.exact
    if piece.days.overlaps(cell.days):
        return 3 if both_exact else 0 if is_total(piece) else 1
    gap = piece.days.gap(cell.days)
    named = bool(piece.people & cell.people)
    doubtful = piece.doubtful or cell.doubtful
    if named and (_lasts(piece) or cell.lasting):
        return 0 if gap <= 3 * 365 else None
    if named and gap <= 3:
        return 1
    if named and piece.statement.type in ONCE and cell.types & ONCE and gap <= _WRONG_YEAR:
        return 0  # nobody dies twice: two days are two accounts
    if named and _goes_on_from(piece, cell, gap):
        return 0
    if named and gap <= 45 and (_term(piece) & cell.terms):
        return 0
    if not named and not are_at_one_place(piece, cell):
        return None
    if not named and piece.mass and cell.mass and gap <= (_MASS_DOUBTFUL if doubtful else _DOUBTFUL):
        return 2
    if doubtful and gap <= _DOUBTFUL:
        return 1
    return None


def are_at_one_place(piece: Piece, cell: Cell) -> bool:
    """Whether the piece, or else its document, names a place of the cell."""
    place = piece.place or piece.home
    return place is not None and (place == cell.place or place in cell.areas)


def _turns_away(piece: Piece, cell: Cell) -> bool:
    """Whether a piece near in the text speaks of something else all the same: by its words, its group or its number."""
    if piece.another or is_total(piece) or counts_otherwise(piece, cell):
        return True
    return bool(piece.deadly and piece.heads and cell.heads and not piece.heads & cell.heads)


def is_total(piece: Piece) -> bool:
    """ "100 were killed this year" is a sum of happenings, or one of them unless the place says more."""
    return not piece.people and piece.deadly and piece.days is not None and piece.days.width > _LONGEST_INCIDENT


def counts_otherwise(piece: Piece, cell: Cell) -> bool:
    """Whether the same voice of the same document gives another number of dead or injured, at no common place: it tells of others."""
    if not piece.deadly or piece.figure is None or piece.statement.document not in cell.documents:
        return False
    if piece.place and piece.place == cell.place:
        return False  # "the number has risen to nine": the town holds them together
    own = {speaker.name for speaker in piece.statement.speakers}
    return any(
        other.statement.document == piece.statement.document
        and _harm(other.statement.type) == _harm(piece.statement.type)
        and other.figure is not None
        and not other.figure.overlaps(piece.figure)
        and other.statement.quote.start != piece.statement.quote.start
        and {speaker.name for speaker in other.statement.speakers} == own
        for other in cell.pieces
    )


def _harm(type_name: str) -> str:
    return "death" if type_name in ONCE else type_name


def _points_for_report(piece: Piece, cell: Cell) -> float | None:
    """Of a piece without a date: nothing is told before it happened, nor does it speak of what is long gone by."""
    if piece.days is not None or piece.published is None or piece.chain.endswith("?"):
        return 0
    if cell.days is not None:
        return None if cell.days.start > piece.published.end else 0
    if cell.reported is None or piece.statement.document in cell.documents or piece.statement.type in ONCE:
        return 0
    limit = _SPOKEN_AGAIN if _is_repeated(piece) else _HAPPENS_AGAIN
    return 0 if piece.published.gap(cell.reported) <= limit else None


def _goes_on_from(piece: Piece, cell: Cell, gap: int) -> bool:
    """Whether the piece tells of the going on or the end of a strike that the cell tells the beginning of."""
    if piece.days is None or cell.days is None or not is_growing(piece.statement.type):
        return False
    return piece.statement.phase is not Phase.STARTS and piece.days.start > cell.days.end and gap <= _LASTS


def _is_uncounted_death(piece: Piece) -> bool:
    """ "Deaths in custody" told near a massacre are other deaths, unless they are put as its number."""
    return piece.deadly and piece.statement.count is None and piece.statement.type != "killing"


def is_speech(piece: Piece) -> bool:
    """Whether the happening is somebody's words: two people who demand the same on one day demand twice."""
    info = all_types().get(piece.statement.type)
    return info is not None and info.speech


def _is_repeated(piece: Piece) -> bool:
    return is_speech(piece) or piece.statement.type in ("visit", "negotiation")


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
    """Whether they name two towns, or a town and a country it is not in."""
    named = bool(piece.people & cell.people)
    if not named and piece.land and cell.lands and piece.land not in cell.lands and (piece.broad or cell.place is None):
        return True
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
