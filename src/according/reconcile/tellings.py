"""Cells that came or came out otherwise in; their events with accounts, lists, disputes and origins, worked out anew, out.

Also the events of documents in which somebody is called otherwise now, that are one publication with others now, or that give figures
for other happenings now: what meets in them is the same, what is told of it is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from according.domain.event import Aspect
from according.domain.findings import Redirect
from according.domain.statement import CountMode
from according.domain.workbook import Entry, Workbook
from according.reconcile.clusters import Clusters
from according.reconcile.copies import PRINTS, as_clusters, publications_in, twin_groups
from according.reconcile.desk import Desk
from according.reconcile.disputes import find_event_disputes
from according.reconcile.events import Happening, build_event, name_events
from according.reconcile.fitting import Cell
from according.reconcile.gather import Gathering, Met
from according.reconcile.neighbours import by_place_and_day
from according.reconcile.origins import count_origins
from according.reconcile.outcome import Outcome
from according.reconcile.packing import pack, unpack
from according.reconcile.pieces import Piece, aspect_of, counted, is_denied
from according.reconcile.rulings import Ruling, rule_accounts
from according.reconcile.stock import Stock
from according.reconcile.sureness import SEVERAL
from according.reconcile.victims import find_list_disputes, with_lists

SPOTS = "spots"  # events, under their place and day
EVENTS = "events"  # every event, under its documents and people; the group is its island of cells
_PARTS = ("events", "moved_events", "disputes", "origins")
FIGURES = frozenset({CountMode.TOTAL, CountMode.AT_ONCE})
Masses = dict[tuple[str, Aspect], int]


@dataclass(frozen=True, slots=True)
class Noted:
    """What other steps ask of an event."""

    people: tuple[str, ...]
    types: tuple[str, ...]
    figures: tuple[
        tuple[str, Aspect], ...
    ]  # documents that give a figure of several people for it, and for which question


@dataclass(slots=True)
class Retold:
    """Which documents and people have an event that is told otherwise now."""

    documents: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)

    def note(self, entry: Entry) -> None:
        """Note an event that came, went or changed."""
        self.events.add(entry.name)
        self.documents.update(key.removeprefix("of ") for key in entry.keys if key.startswith("of "))
        self.people.update(unpack(Noted, entry.body).people)


class Teller:
    """Tells what meets on islands of cells."""

    def __init__(
        self,
        book: Workbook,
        stock: Stock,
        desk: Desk,
        gathering: Gathering,
        allocated: Mapping[str, str],
        rulings: Sequence[Ruling] = (),
    ) -> None:
        self.rulings = rulings
        self.spots: set[str] = set()  # places and days at which something is told otherwise now
        self.book = book
        self.desk = desk
        self._stock = stock
        self._gathering = gathering
        self._allocated = allocated
        self._cells: dict[str, Sequence[Cell]] = {}  # by island
        self._happenings: dict[str, tuple[Happening, ...]] = {}  # by island
        self._moved: dict[str, Mapping[str, str]] = {}

    def settle(self, met: Met, documents: Collection[str], outcome: Outcome) -> Retold:
        """Tell anew the events of these islands, and those of these documents."""
        book, retold = self.book, Retold()
        self._cells = dict(met.made)
        old = {entry.name: entry for entry in book.grouped(EVENTS, met.gone | met.made.keys())}
        new = {
            event: _entry(event, cell, island)
            for island, cells in met.made.items()
            for event, cell in name_events(cells, self._allocated)[0].items()
        }
        book.exchange(EVENTS, old.keys() - new.keys(), new.values())
        beside = set(documents) | _counted_otherwise(old.values(), new.values())
        again = book.under(EVENTS, {f"of {document}" for document in beside})
        for entry in (*old.values(), *new.values(), *again):
            retold.note(entry)
        for island in met.gone - met.made.keys():
            outcome.drop(_PARTS, island)
        self._note_spots(book.owned(SPOTS, met.gone - met.made.keys()), [])
        self._put({entry.group for entry in again} | met.made.keys(), outcome)
        return retold

    def tell(self, islands: Collection[str]) -> list[Happening]:
        """The happenings of these islands, by id."""
        missing = sorted(set(islands) - self._happenings.keys())
        self._cells.update(self._gathering.cells_of([island for island in missing if island not in self._cells]))
        cells = {island: self._cells[island] for island in missing if island in self._cells}
        at_hand = self.desk.spread(
            {one.statement.document for held in cells.values() for cell in held for one in cell.pieces}
        )
        for island, held in cells.items():
            named, self._moved[island] = name_events(held, self._allocated)
            self._happenings[island] = tuple(
                rule_accounts(
                    build_event(
                        at_hand.evidence, at_hand.cast, event, _in_full(cell, at_hand.piece_of), at_hand.answers
                    ),
                    self.rulings,
                )
                for event, cell in named.items()
            )
        return sorted(
            (one for island in set(islands) for one in self._happenings.get(island, ())), key=lambda one: one.event.id
        )

    def _put(self, islands: Collection[str], outcome: Outcome) -> None:
        documents = {piece.statement.document for happening in self.tell(islands) for piece in happening.pieces}
        at_hand = self.desk.spread(documents)
        masses = self._masses(documents)
        ids = [statement.id for statement in at_hand.evidence.statements]
        twins = as_clusters(ids, twin_groups(self.book, ids))
        prints = self._print_clusters(documents)
        spots = [
            Entry(one.event.id, island, (spot_of(one),))
            for island in islands
            for one in self._happenings.get(island, ())
        ]
        self._note_spots(self.book.owned(SPOTS, islands), spots)
        for island in sorted(islands):
            happenings = self._happenings.get(island, ())
            listed = [with_lists(at_hand.evidence, one, at_hand.pieces, masses, at_hand.cast) for one in happenings]
            outcome.put("events", island, [happening.event for happening in listed])
            outcome.put(
                "moved_events", island, [Redirect(*pair) for pair in sorted(self._moved.get(island, {}).items())]
            )
            disputes = [found for one in listed for found in find_event_disputes(one, at_hand.cast, masses)]
            disputes += [found for one in listed for found in find_list_disputes(at_hand.evidence, one)]
            outcome.put("disputes", island, disputes)
            outcome.put("origins", island, count_origins(at_hand.evidence, listed, at_hand.voices, twins, prints))

    def _note_spots(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        """Note where events are told to be now. An event that is told anew may be told otherwise, wherever it is."""
        self.spots |= {key for entry in (*old, *new) for key in entry.keys}
        self.book.exchange(SPOTS, [entry.name for entry in old], new)

    def _masses(self, documents: Collection[str]) -> Masses:
        """How many happenings each document gives a figure of several people for, by question."""
        held = self.book.under(EVENTS, {f"of {document}" for document in documents})
        return Counter(item for entry in held for item in unpack(Noted, entry.body).figures)

    def _print_clusters(self, documents: Collection[str]) -> Clusters:
        """Which of these documents are one publication, also through documents that are not at hand."""
        islands = {entry.group for entry in self.book.named(PRINTS, documents)}
        members: dict[str, list[str]] = defaultdict(list)
        for entry in self.book.grouped(PRINTS, islands):
            members[entry.group].append(entry.name)
        clusters = Clusters(sorted(documents))
        for island in sorted(members):
            for publication in publications_in(self._stock, members[island]):
                for other in publication[1:]:
                    clusters.join(publication[0], other)
        return clusters


def spot_of(happening: Happening) -> str:
    """Where and when it was, as far as others may be of the same place and day."""
    (block,) = by_place_and_day([happening])
    return " ".join(block)


def _in_full(cell: Cell, cut: Mapping[str, Piece]) -> Cell:
    """The cell with its pieces as the documents have them, nothing left out of their statements."""
    full = cell.copy()
    full.pieces = [cut[piece.statement.id] for piece in cell.pieces]
    return full


def _entry(event: str, cell: Cell, island: str) -> Entry:
    people = sorted({person for piece in cell.pieces for person in piece.people})
    keys = {f"of {piece.statement.document}" for piece in cell.pieces} | {f"p {person}" for person in people}
    types = tuple(sorted({piece.statement.type for piece in cell.pieces}))
    figures = {figure for piece in cell.pieces if (figure := _figure_of(piece)) is not None}
    return Entry(event, island, tuple(sorted(keys)), pack(Noted(tuple(people), types, tuple(sorted(figures)))), island)


def _figure_of(piece: Piece) -> tuple[str, Aspect] | None:
    """Document and question, where the piece gives a figure of several people."""
    aspect = aspect_of(piece.statement.type)
    count, _ = counted(piece.statement)
    if aspect is None or count is None or count.mode not in FIGURES or is_denied(piece.statement):
        return None
    return (piece.statement.document, aspect) if (count.min or count.max or 0) >= SEVERAL else None


def _counted_otherwise(old: Iterable[Entry], new: Iterable[Entry]) -> set[str]:
    """Documents that give figures for more or fewer happenings than they did."""
    before, after = (
        Counter(item for entry in entries for item in unpack(Noted, entry.body).figures) for entries in (old, new)
    )
    return {item[0] for item in before.keys() | after.keys() if before[item] != after[item]}


def happening_in(book: Workbook, members: Collection[str]) -> set[str]:
    """The documents that tell of these events, or in which these statements stand."""
    events = {item for item in members if item.startswith("e-")} | {
        f"e{item[1:]}" for item in members if item.startswith("s-")
    }
    keys = (key for entry in book.named(EVENTS, events) for key in entry.keys)
    return {key.removeprefix("of ") for key in keys if key.startswith("of ")}
