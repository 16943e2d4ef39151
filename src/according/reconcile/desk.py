"""What lies on the desk while one run works: documents, their statements, who is named in them, their pieces. Each is fetched once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from according.domain.document import Document
from according.domain.statement import Judged
from according.domain.workbook import Workbook
from according.reconcile.answers import Answers
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence, gather_evidence
from according.reconcile.pieces import Piece, cut_pieces
from according.reconcile.stock import Stock
from according.reconcile.voices import Voices
from according.reconcile.who import cast_of, towns_called


@dataclass(frozen=True, slots=True)
class Spread:
    """Everything at hand of some documents, and of others fetched before."""

    evidence: Evidence
    cast: Cast
    voices: Voices
    answers: Answers
    pieces: Mapping[str, Sequence[Piece]]  # of each document, in reading order
    piece_of: Mapping[str, Piece]  # by statement


class Desk:
    """One run's desk over the stock of a case."""

    def __init__(self, case: str, book: Workbook, stock: Stock) -> None:
        self._case = case
        self._book = book
        self._stock = stock
        self._documents: dict[str, Document] = {}
        self._judged: dict[str, list[Judged]] = defaultdict(list)
        self._asked: set[str] = set()
        self._spread: Spread | None = None
        self._spread_over: set[str] = set()

    def evidence(self, documents: Collection[str]) -> Evidence:
        """The evidence of exactly these documents, as far as the case holds them."""
        self._fetch(documents)
        held = [self._documents[item] for item in sorted(set(documents)) if item in self._documents]
        return gather_evidence(self._case, held, [one for document in held for one in self._judged[document.id]])

    def spread(self, documents: Collection[str]) -> Spread:
        """These documents with all that is known of them. Ask only after who is named in them is settled."""
        missing = set(documents) - self._spread_over
        if self._spread is not None and not missing:
            return self._spread
        self._spread_over |= missing
        evidence = self.evidence(self._spread_over)
        fresh = evidence if self._spread is None else self.evidence(missing)
        cast = cast_of(self._book, missing)
        pieces: dict[str, list[Piece]] = defaultdict(list)
        for piece in cut_pieces(fresh, cast, towns_called(self._book, fresh.statements)):
            pieces[piece.statement.document].append(piece)
        for found in pieces.values():
            found.sort(key=lambda piece: (piece.statement.anchor.start, piece.statement.id))
        piece_of = {piece.statement.id: piece for found in pieces.values() for piece in found}
        if self._spread is not None:
            cast = Cast(self._spread.cast.entities | cast.entities, self._spread.cast.entity_of | cast.entity_of, {})
            pieces.update({item: list(held) for item, held in self._spread.pieces.items() if item not in pieces})
            piece_of = {**self._spread.piece_of, **piece_of}
        voices = Voices(evidence, cast)
        self._spread = Spread(evidence, cast, voices, Answers(evidence, cast, voices), pieces, piece_of)
        return self._spread

    def _fetch(self, documents: Collection[str]) -> None:
        missing = set(documents) - self._asked
        if not missing:
            return
        self._asked |= missing
        for document in self._stock.documents(missing):
            self._documents[document.id] = document
        for item in self._stock.judged(missing):
            self._judged[item.statement.document].append(_light(item))


def _light(item: Judged) -> Judged:
    """Without what only `explain` shows: half of what a statement weighs."""
    return replace(item, statement=replace(item.statement, trace=()), reading=None)
