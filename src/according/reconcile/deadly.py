"""Cells of the many dead in; the one that a report of "the 15 killed" without a date can mean, out. None where it could be two.

A cell is looked for where the report speaks: at its place, at the places its document names, in the weeks before it; last, whether
there is but one anywhere. `meant_keys` says where a piece looks, `many_keys` where a cell is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from according.reconcile.days import Days
from according.reconcile.fitting import Cell, are_at_one_place, first_id, gives_like_number, is_total, places_differ
from according.reconcile.keys import RECENT, Key, is_dated
from according.reconcile.pieces import Piece, says_not

MOST_KNOWN = 3  # events of many dead that a case may know, and "the dead" still be asked of all of them


def speaks_of_many(piece: Piece) -> bool:
    """ "24 were killed in March", "the massacre of March": it can mean one event only, if there is one."""
    if says_not(piece.statement) or piece.people or piece.chain.endswith("?"):
        return False
    if is_total(piece) and (piece.place is None or piece.broad):
        return False
    return piece.mass or (piece.statement.type in ("killing", "injury") and piece.figure is None)


def many_keys(cell: Cell) -> Iterator[Key]:
    """Keys under which a cell of the many dead is looked for; none for any other cell."""
    if not cell.mass:
        return
    yield f"many {cell.chain}"
    for month in cell.days.months() if cell.days and cell.days.width <= RECENT else ():
        yield f"many {cell.chain} {month}"
        if cell.place:
            yield f"many {cell.chain} {cell.place} {month}"


def meant_keys(piece: Piece, named_here: Collection[str]) -> Iterator[Key]:
    """Keys of `many_keys` under which a piece that speaks of many looks; of the chain's own key only the first cells count."""
    if not speaks_of_many(piece):
        return
    yield f"many {piece.chain}"
    weeks = _weeks_before(piece)
    if weeks is not None:
        for place in _places_meant(piece, named_here):
            yield from (f"many {piece.chain} {place} {month}" for month in weeks.months())
    days = piece.days if is_dated(piece) else weeks
    if days is not None:
        yield from (f"many {piece.chain} {month}" for month in days.months())


def _places_meant(piece: Piece, named_here: Collection[str]) -> list[str]:
    """Its town; where it names none, and no time, the towns of its document."""
    if piece.place and not piece.broad:
        return [piece.place]
    return [] if is_dated(piece) else sorted(named_here)


def _weeks_before(piece: Piece) -> Days | None:
    published = piece.published
    return Days(published.start - RECENT, published.end) if published is not None else None


class Deadly:
    """The cells of the many dead, by the keys under which they are looked for."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._by_key: dict[Key, list[Cell]] = defaultdict(list)
        for cell in sorted((cell for cell in cells if cell.mass), key=_since):
            for key in many_keys(cell):
                self._by_key[key].append(cell)

    def find(self, piece: Piece, named_here: Collection[str]) -> Cell | None:
        """The one cell the piece can mean. `named_here`: the towns its document names."""
        for cells in self._where_to_look(piece, named_here):
            fitting = list(islice((cell for cell in cells if may_mean(piece, cell)), 2))
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _where_to_look(self, piece: Piece, named_here: Collection[str]) -> Iterator[Iterable[Cell]]:
        chain, weeks = piece.chain, _weeks_before(piece)
        if weeks is not None:
            places = [f"{chain} {place}" for place in _places_meant(piece, named_here)]
            yield [cell for cell in self._in_months(places, weeks) if _is_recent(cell, piece.published)]
        if is_dated(piece) and piece.days is not None:
            yield self._in_months([chain], piece.days)
            return
        if weeks is not None and piece.figure is not None:
            yield [cell for cell in self._in_months([chain], weeks) if _is_recent(cell, piece.published)]
        known = self._by_key.get(f"many {chain}", ())
        if len(known) <= MOST_KNOWN and (piece.figure is not None or piece.place):
            yield known

    def _in_months(self, where: Iterable[str], days: Days) -> list[Cell]:
        found = (
            cell for one in where for month in days.months() for cell in self._by_key.get(f"many {one} {month}", ())
        )
        return list({id(cell): cell for cell in found}.values())


def may_mean(piece: Piece, cell: Cell) -> bool:
    """Whether the piece can mean the cell's event, by time and place."""
    if cell.days is not None:
        if piece.published is not None and cell.days.start > piece.published.end:
            return False
        if piece.days is not None and not piece.days.overlaps(cell.days):
            return False
    if (
        is_dated(piece)
        and piece.figure is not None
        and not are_at_one_place(piece, cell)
        and not gives_like_number(piece, cell)
    ):
        return False  # a month alone and another number
    return not places_differ(piece, cell)


def _is_recent(cell: Cell, published: Days | None) -> bool:
    """Whether the cell's day lies in the weeks before the report."""
    return (
        published is not None
        and cell.exact
        and cell.days is not None
        and 0 <= published.end - cell.days.start <= RECENT
    )


def _since(cell: Cell) -> tuple[int, str]:
    return (cell.days.start if cell.days else 0, first_id(cell))
