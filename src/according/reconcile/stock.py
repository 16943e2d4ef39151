"""What reconciling may ask for while it works: documents, statements and shared passages of the documents it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Protocol

from according.domain.document import Document
from according.domain.shared import SharedPassage
from according.domain.statement import Judged


class Stock(Protocol):
    """The documents of one case and what was read in them, by document id. Every list comes in a fixed order."""

    def documents(self, ids: Collection[str]) -> list[Document]:
        """These documents, by id; those the case does not hold (any more) are left out."""

    def judged(self, ids: Collection[str]) -> list[Judged]:
        """Every statement of these documents as it stands."""

    def shared(self, ids: Collection[str]) -> list[SharedPassage]:
        """Every shared passage with one of these documents on one of its sides, in order."""


class MemoryStock:
    """A stock all in memory."""

    def __init__(
        self, documents: Iterable[Document], judged: Iterable[Judged], shared: Iterable[SharedPassage]
    ) -> None:
        self._documents = {document.id: document for document in documents}
        self._judged: dict[str, list[Judged]] = defaultdict(list)
        for item in judged:
            self._judged[item.statement.document].append(item)
        self._shared: dict[str, list[SharedPassage]] = defaultdict(list)
        for passage in shared:
            for side in {passage.a, passage.b}:
                self._shared[side].append(passage)

    def documents(self, ids: Collection[str]) -> list[Document]:
        """These documents."""
        return [self._documents[item] for item in sorted(set(ids)) if item in self._documents]

    def judged(self, ids: Collection[str]) -> list[Judged]:
        """Every statement of these documents."""
        return [item for document in sorted(set(ids)) for item in self._judged.get(document, ())]

    def shared(self, ids: Collection[str]) -> list[SharedPassage]:
        """Every shared passage that touches one of these documents, once."""
        found = {id(item): item for document in set(ids) for item in self._shared.get(document, ())}
        return sorted(found.values(), key=passage_order)


def passage_order(item: SharedPassage) -> tuple[str, int, str, int, int, int]:
    """The order passages are worked through in."""
    return (item.a, item.a_span.start, item.b, item.b_span.start, item.a_span.end, item.b_span.end)
