"""Documents that came, went or changed in; every finding they touch, worked out anew, out. The same as working out everything anew.

Each step keeps what it made in a workbook, under the keys by which others may touch it: see decision 19. A step is a function of what it
looks at, so where nothing it looks at changed, what it made stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from according.domain.decision import Decision
from according.domain.findings import Publication
from according.domain.workbook import Workbook
from according.reconcile.copies import publications_in, settle_prints, settle_twins
from according.reconcile.courses import (
    settle_companies,
    settle_documents,
    settle_people,
    settle_spots,
)
from according.reconcile.courts import settle_courts
from according.reconcile.desk import Desk
from according.reconcile.gather import Gathering
from according.reconcile.outcome import Outcome
from according.reconcile.persons import settle_identities
from according.reconcile.publications import cite, hold
from according.reconcile.rulings import find_rulings
from according.reconcile.sameness import about_members
from according.reconcile.stock import Stock
from according.reconcile.tellings import Teller, happening_in
from according.reconcile.who import Words, note_looks, settle_names, standing_in, unborne


class Engine:
    """Reconciling of one case, over what is kept of earlier runs."""

    def __init__(
        self, case: str, book: Workbook, stock: Stock, decisions: Sequence[Decision], allocated: Mapping[str, str]
    ) -> None:
        self._case = case
        self._book = book
        self._stock = stock
        self._decisions = decisions
        self._allocated = allocated
        self._rulings = find_rulings(decisions)
        self._words = Words(tuple(about_members(decisions, allocated, "m-", ("p-", "o-", "g-", "l-"))), allocated)

    def run(self, documents: Collection[str]) -> Outcome:
        """Findings to take the place of what is kept, after these documents came, went or changed."""
        outcome = Outcome()
        if not documents:
            return outcome
        book, stock = self._book, self._stock
        desk = Desk(self._case, book, stock)
        # 1. what each document says for itself
        evidence = desk.evidence(documents)
        for document in sorted(documents):
            held = evidence.documents.get(document)
            outcome.put("citations", document, cite(held) if held else ())
            outcome.put("holdings", document, [hold(held)] if held else ())
        # 2. which words were copied, which documents are one publication
        copied = settle_twins(book, stock, documents)
        reprinted = self._settle_prints(documents, outcome)
        # 3. who and what is named
        note_looks(book, evidence)
        named = settle_names(book, documents, evidence, self._words, outcome)
        # 4. which statements tell of one happening
        touched = {*documents, *copied, *named.documents}
        pieces = desk.spread(touched).pieces
        gathering = Gathering(book, self._decisions, self._allocated)
        met = gathering.settle(touched, [piece for item in sorted(touched) for piece in pieces.get(item, ())])
        # 5. what each voice answers, and what cannot all be true
        teller = Teller(book, stock, desk, gathering, self._allocated, self._rulings)
        retold = teller.settle(met, touched | reprinted, outcome)
        settle_documents(teller, touched, retold.documents, outcome)
        settle_spots(teller, outcome)
        settle_people(teller, touched, retold.people, outcome)
        settle_companies(teller, touched, outcome)
        settle_courts(teller, retold.events, self._allocated, outcome)
        settle_identities(teller, named.apart, touched, outcome)
        return outcome

    def documents_of(self, members: Collection[str]) -> set[str]:
        """The documents in which these mentions, statements, entities or events stand."""
        return standing_in(self._book, members) | happening_in(self._book, members)

    def given_otherwise(self) -> set[str]:
        """Members to which an id was given out that nothing known bears now, or that was made of another member."""
        handed_on = {item: identity for item, identity in self._allocated.items() if identity[1:] != item[1:]}
        made_of = {item[0] + identity[1:] for item, identity in handed_on.items()}
        return handed_on.keys() | made_of | unborne(self._book, self._allocated)

    def _settle_prints(self, documents: Collection[str], outcome: Outcome) -> set[str]:
        """Gives the documents that are one publication with others now."""
        change = settle_prints(self._book, self._stock, documents)
        for island in change.gone - change.made.keys():
            outcome.put("publications", island, ())
        reprinted: set[str] = set()
        for island, entries in change.made.items():
            members = [entry.name for entry in entries]
            reprinted |= set(members)
            outcome.put("publications", island, [Publication(one) for one in publications_in(self._stock, members)])
        return reprinted
