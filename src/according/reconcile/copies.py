"""Documents with their shared passages in; which statements tell the same words, and which documents are one publication, out.

Both are worked out by islands, so that a document that comes or goes touches only what it shares words, an address or a title with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from according.domain.document import Document
from according.domain.statement import State, Statement
from according.domain.workbook import Entry, Workbook
from according.language.fold import fold_text
from according.reconcile.clusters import Clusters
from according.reconcile.days import days_of
from according.reconcile.evidence import reading_order
from according.reconcile.islands import Change, settle_islands
from according.reconcile.pieces import pair_statements
from according.reconcile.publications import group_publications, plain_address
from according.reconcile.stock import Stock

TWINS = "twins"  # statements with copied words, grouped
PRINTS = "prints"  # documents that may be one publication, grouped
_LONGEST = 400  # days a document's date may span to be compared by day


def settle_twins(book: Workbook, stock: Stock, documents: Collection[str]) -> set[str]:
    """Pair statements of the same words anew in these documents and those they share words with.

    Gives the documents with a statement that has other copies now.
    """
    around = _beside(book, documents) | {
        side for item in stock.shared(documents) for side in (item.a, item.b)
    } | set(documents)  # fmt: skip
    counted = _Counted(stock)
    counted.fetch(around)
    keys: dict[str, set[str]] = defaultdict(set)
    owner: dict[str, str] = {}
    for passage in stock.shared(around):
        for one, other in pair_statements(passage, counted.of(passage.a), counted.of(passage.b)):
            for statement in (one, other):
                keys[statement.id].add(f"{one.id}|{other.id}")
                owner[statement.id] = statement.document
    fresh = [Entry(sid, owner[sid], tuple(sorted(keys[sid]))) for sid in sorted(keys) if owner[sid] in around]
    old = {entry.group for entry in book.owned(TWINS, around)} | {
        entry.group for entry in book.under(TWINS, {key for entry in fresh for key in entry.keys})
    }
    before = {entry.name: entry for entry in book.grouped(TWINS, old)}
    change = settle_islands(book, TWINS, around, fresh)
    after = {entry.name: entry for entries in change.made.values() for entry in entries}
    return {
        entry.owner
        for name in {*(n for n, entry in before.items() if entry.group in change.gone), *after}
        for entry in (before.get(name), after.get(name))
        if entry is not None
    }


def _beside(book: Workbook, documents: Collection[str]) -> set[str]:
    """Documents known to have words in common with these."""
    keys = {key for entry in book.owned(TWINS, documents) for key in entry.keys}
    return {entry.owner for entry in book.under(TWINS, keys)}


class _Counted:
    """The statements of documents that were not rejected, in reading order."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock
        self._held: dict[str, list[Statement]] = {}

    def fetch(self, documents: Collection[str]) -> None:
        for document in documents:
            self._held.setdefault(document, [])
        for item in self._stock.judged(documents):
            if item.state is not State.REJECTED:
                self._held[item.statement.document].append(item.statement)
        for document in documents:
            self._held[document].sort(key=reading_order)

    def of(self, document: str) -> list[Statement]:
        if document not in self._held:
            self.fetch([document])
        return self._held[document]


def twin_groups(book: Workbook, statements: Iterable[str]) -> dict[str, str]:
    """Statement → what stands for all that tell the same words; statements whose words stand nowhere else are left out."""
    return {entry.name: entry.group for entry in book.named(TWINS, set(statements))}


def as_clusters(items: Iterable[str], groups: Mapping[str, str]) -> Clusters:
    """The clusters of these items that `groups` (item → group) makes of them."""
    found = Clusters(sorted(set(items)))
    first: dict[str, str] = {}
    for item, group in sorted(groups.items()):
        found.join(first.setdefault(group, item), item)
    return found


def settle_prints(book: Workbook, stock: Stock, documents: Collection[str]) -> Change:
    """Documents that may be one publication, by island: one address, or one title within a day."""
    fresh = [Entry(item.id, item.id, tuple(sorted(set(_print_keys(item))))) for item in stock.documents(documents)]
    return settle_islands(book, PRINTS, documents, fresh)


def publications_in(stock: Stock, island: Collection[str]) -> list[tuple[str, ...]]:
    """The publications that the documents of one island are, each with two documents or more."""
    if len(island) < 2:
        return []
    inside = set(island)
    passages = [item for item in stock.shared(island) if item.a in inside and item.b in inside]
    clusters = group_publications(stock.documents(island), passages)
    return [members for members in clusters.all() if len(members) > 1]


def _print_keys(document: Document) -> Iterator[str]:
    address = plain_address(document.url)
    if address:
        yield f"at {address} {document.post.position if document.post else 1}"
    title = " ".join(fold_text(document.title).split())
    dated = document.published or document.posted
    days = days_of(dated.edtf) if dated else None
    if dated is None:
        yield f"called {title}"
    elif days is not None and days.width <= _LONGEST:
        for day in range(days.start, days.end + 2):
            yield f"called {title} {day}"
