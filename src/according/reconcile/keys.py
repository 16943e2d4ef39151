"""A piece or a cell in; the keys under which they may meet, out. What shares no key never influences one another.

A key is text: what it is made of, the chain, who or where, and when as the number of a day or of a window of fixed length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from enum import IntEnum

from according.reconcile.days import Days
from according.reconcile.fitting import CROWD_CHAINS, ONCE, Cell, reach_of
from according.reconcile.pieces import Piece
from according.reconcile.vocabulary import is_lasting

Key = str

WIDE = 800  # days; a wider time is no date
RECENT = 62  # days in which a report without a date still means the latest
_PERSON_WINDOW = 64  # days; what one person went through at dates further apart than this is told apart anyway
_PERSON_REACH = 30  # half of the longest gap at which two dated pieces of one person still meet
_PLACE_WINDOW = 8  # days


class Tier(IntEnum):
    """How well a piece says for itself which happening it means."""

    ANCHORED = 0  # a day, and a person or a town
    DATED = 1  # a day
    HINTED = 2  # a person, or some date
    BARE = 3  # neither: only its document tells


def is_named(piece: Piece) -> bool:
    """Whether the people named tell the happening from others."""
    return bool(piece.people) and piece.chain not in CROWD_CHAINS


def is_dated(piece: Piece) -> bool:
    """Whether a time is given that can tell happenings apart."""
    return piece.days is not None and piece.days.width <= WIDE


def tier_of(piece: Piece) -> Tier:
    """Which of the four."""
    if piece.is_exact and (is_named(piece) or (piece.place and not piece.broad)):
        return Tier.ANCHORED
    if piece.is_exact:
        return Tier.DATED
    return Tier.HINTED if is_named(piece) or is_dated(piece) else Tier.BARE


def anchored_keys(piece: Piece) -> Iterator[Key]:
    """Keys of an anchored piece: two that share none cannot be of one happening, nor can others draw them together."""
    if piece.days is None or tier_of(piece) is not Tier.ANCHORED:
        return
    if not is_named(piece):
        reach = reach_of(piece)
        for window in _windows(piece.days, reach, _PLACE_WINDOW):
            yield f"place {piece.chain} {piece.place} {window}"
        return
    for person in sorted(piece.people):
        whole_life = piece.chain == "trial" or is_lasting(piece.statement.type)
        if whole_life or piece.statement.type in ONCE:
            yield f"person {piece.chain} {person}"
        if not whole_life:
            for window in _windows(piece.days, _PERSON_REACH, _PERSON_WINDOW):
                yield f"person {piece.chain} {person} {window}"


def rest_keys(piece: Piece) -> Iterator[Key]:
    """Keys under which dated or hinted pieces that fitted no cell meet others of their tier."""
    if is_named(piece):
        for person in sorted(piece.people):
            yield f"person {piece.chain} {person}"
        return
    yield f"document {piece.chain} {piece.statement.document}"
    if piece.days is None:
        return
    if piece.is_exact:
        reach = reach_of(piece)
        for day in range(piece.days.start - reach, piece.days.end + reach + 1):
            yield f"day {piece.chain} {day}"
    elif piece.place and not piece.broad:
        for month in piece.days.months():
            yield f"place {piece.chain} {piece.place} {month}"


def read_keys(piece: Piece) -> Iterator[Key]:
    """Where a dated or hinted piece looks for a cell of a better tier (see `write_keys`)."""
    if is_named(piece):
        for person in sorted(piece.people):
            yield f"person {piece.chain} {person}"
        return
    yield f"document {piece.chain} {piece.statement.document}"
    if piece.days is not None and piece.is_exact:
        reach = reach_of(piece)
        for day in range(piece.days.start - reach, piece.days.end + reach + 1):
            yield f"day {piece.chain} {day}"
        return
    if is_dated(piece) and piece.days is not None:
        yield from _where_and_when(piece, piece.days)


def weeks_keys(piece: Piece) -> Iterator[Key]:
    """Where a bare piece looks outside its document: at its town and its bodies in the weeks before the report."""
    if piece.published is not None:
        yield from _where_and_when(piece, Days(piece.published.start - RECENT, piece.published.end))


def _where_and_when(piece: Piece, days: Days) -> Iterator[Key]:
    for month in days.months():
        if piece.place and not piece.broad:
            yield f"place {piece.chain} {piece.place} {month}"
        for body in sorted(piece.bodies):
            yield f"body {piece.chain} {body} {month}"


def write_keys(cell: Cell) -> Iterator[Key]:
    """Where a cell can be found by pieces that look for it."""
    for document in sorted(cell.documents):
        yield f"document {cell.chain} {document}"
    for person in sorted(cell.people):
        yield f"person {cell.chain} {person}"
    if cell.people and cell.chain not in CROWD_CHAINS:
        return  # a report that names nobody is no report of what happened to a named person
    days: set[int] = set()
    months: set[int] = set()
    for piece in cell.pieces:
        if is_dated(piece) and piece.days is not None:
            months.update(piece.days.months())
            if piece.is_exact:
                days.update(range(piece.days.start, piece.days.end + 1))
    for day in sorted(days):
        yield f"day {cell.chain} {day}"
    for month in sorted(months):
        if cell.place:
            yield f"place {cell.chain} {cell.place} {month}"
        for body in sorted(cell.bodies):
            yield f"body {cell.chain} {body} {month}"


def shelve(cells: Iterable[Cell], asked: Collection[Key]) -> dict[Key, list[Cell]]:
    """The cells by the keys under which they are asked for."""
    shelf: dict[Key, list[Cell]] = defaultdict(list)
    for cell in cells:
        for key in write_keys(cell):
            if key in asked:
                shelf[key].append(cell)
    return shelf


def _windows(days: Days, reach: int, length: int) -> range:
    return range((days.start - reach) // length, (days.end + reach) // length + 1)
