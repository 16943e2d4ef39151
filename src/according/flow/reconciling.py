"""Reconciling brought up to date: what documents, readings, passages and people's words changed is worked out anew, the rest stands.

What was worked out is kept in `cache/reconcile.sqlite3`, which may be deleted: then everything is worked out anew, to the same findings.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from according import reconcile
from according.archive import facts, findings
from according.archive.workbook import FileWorkbook
from according.domain.casefile import CaseFile
from according.domain.codec import canonical
from according.domain.decision import Decision, Verdict
from according.domain.document import Document
from according.domain.findings import put_together
from according.domain.shared import SharedPassage
from according.domain.statement import Judged
from according.domain.workbook import Entry, Workbook
from according.flow.collector import collector_paused
from according.flow.folder import CaseFolder
from according.flow.following import follow_allocated, follow_members, moved_members
from according.flow.progress import Progress
from according.flow.settle import ON_STATEMENTS, in_force, settle, statement_of
from according.reconcile import Engine, as_people_said, documents_ruled

_STATES = "states"  # document -> digest of all that reconciling depends on
_AT_ONCE = 4000  # documents worked out at one time
_SAMENESS = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)


def load_case_file(folder: CaseFolder) -> CaseFile:
    """The case file as last made, with what people said of its disputes."""
    parts = findings.load_parts(folder.store, folder.viewer, folder.case)
    decisions = facts.load_decisions(folder.store, folder.viewer, folder.case)
    return as_people_said(put_together(folder.case, parts), in_force(decisions))


def reconcile_case(folder: CaseFolder, documents: Sequence[Document], progress: Progress | None = None) -> bool:
    """Work out anew what changed since the last time. Returns whether there was work."""
    store, case, told = folder.store, folder.case, progress or Progress(quiet=True)
    decisions = facts.load_decisions(store, folder.viewer, case)
    allocated = facts.load_allocated(store, folder.viewer, case)
    states = _states_of(folder, documents)
    wanted = _digest(
        [reconcile.VERSION, sorted(states.items()), [item.id for item in decisions], sorted(allocated.items())]
    )
    task = findings.load_tasks(store, case, "reconcile").get(case)
    if task is not None and task[:3] == (reconcile.VERSION, wanted, "done"):
        return False
    with FileWorkbook(folder.cache / "reconcile.sqlite3") as book:
        anew = task is None or task[0] != reconcile.VERSION or book.get_stamp("made") != task[1]
        if anew:
            book.clear()
        stock = ArchiveStock(folder, documents, decisions)
        moved = moved_members(decisions, documents)
        engine = Engine(
            case, book, stock, follow_members(in_force(decisions), documents), follow_allocated(allocated, moved)
        )
        changed = _changed(book, states) | _spoken_of(book, engine, stock, decisions, allocated, moved)
        pieces = _pieces(changed, documents)
        stock.hidden = set(changed) if len(pieces) > 1 else set()
        for number, piece in enumerate(pieces):
            stock.hidden -= set(piece)
            with collector_paused():
                made = findings.encode_parts(engine.run(piece).made)
            gc.collect()
            with folder.writing():
                if len(pieces) > 1:  # interrupted on the way, everything is worked out anew
                    findings.drop_task(store, case, "reconcile")
                findings.save_parts(store, case, made, anew=anew and number == 0)
            told.tell("Reconciling", (number + 1) * len(piece), len(changed))
        told.close()
        with folder.writing():
            findings.save_tasks(store, case, [("reconcile", case, reconcile.VERSION, wanted, "done", None)])
        _note_states(book, states, changed)
        book.set_stamp("decisions", json.dumps([item.id for item in decisions]))
        book.set_stamp("allocated", str(len(allocated)))
        book.set_stamp("moved", json.dumps(moved))
        book.set_stamp("made", wanted)
    return True


def _pieces(changed: Collection[str], documents: Sequence[Document]) -> list[list[str]]:
    """The changed documents, some at a time in the order they appeared, so that memory stays bounded. At least one piece.

    A report meets what came before it; that gives what all at once would give.
    """
    dated = {document.id: document.reference_date for document in documents}
    ordered = sorted(changed, key=lambda item: ((date.edtf if (date := dated.get(item)) else ""), item))
    return [ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE)] or [[]]


def _digest(value: object) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def _states_of(folder: CaseFolder, documents: Sequence[Document]) -> dict[str, str]:
    """Document → digest of its text and data in force, of its reading, and of the passages it shares."""
    store, viewer, case = folder.store, folder.viewer, folder.case
    bodies = facts.body_digests(store, viewer, case)
    reads = findings.load_tasks(store, case, "read")
    shared = findings.shared_digests(store, viewer, case)
    states = {}
    for document in documents:
        read = reads.get(document.id)
        parts = [
            bodies.get(document.id), read[:2] if read else None, shared.get(document.id), document.title, document.language,
            document.url, repr(document.outlet), repr(document.authors), repr(document.published), repr(document.posted),
            repr(document.written),
        ]  # fmt: skip
        states[document.id] = hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return states


def _changed(book: Workbook, states: Mapping[str, str]) -> set[str]:
    """Documents that came, went or are otherwise than the workbook knows them."""
    known = {entry.name: entry.body.decode() for entry in book.everything(_STATES)}
    return {item for item in known.keys() | states.keys() if known.get(item) != states.get(item)}


def _note_states(book: Workbook, states: Mapping[str, str], changed: Collection[str]) -> None:
    entries = [Entry(item, item, body=states[item].encode()) for item in sorted(changed) if item in states]
    book.exchange(_STATES, [item for item in changed if item not in states], entries)


def _spoken_of(
    book: FileWorkbook, engine: Engine, stock: ArchiveStock, decisions: Sequence[Decision],
    allocated: Mapping[str, str], moved: Mapping[str, str],
) -> set[str]:  # fmt: skip
    """Documents of which people said something since, or for which ids were given out since."""
    known = set(json.loads(book.get_stamp("decisions") or "[]"))
    by_id = {item.id: item for item in decisions}
    fresh = [item for item in decisions if item.id not in known]
    fresh += [by_id[item.other] for item in fresh if item.verdict is Verdict.UNDO and item.other in by_id]
    documents = stock.documents_of(fresh)
    before: dict[str, str] = json.loads(book.get_stamp("moved") or "{}")
    strayed = {item for item in before.keys() | moved.keys() if before.get(item) != moved.get(item)}
    fresh += [item for item in decisions if strayed & {item.subject, item.other}]
    members = {side for item in fresh if item.verdict in _SAMENESS for side in (item.subject, item.other) if side}
    members |= {places[item] for places in (before, moved) for item in members if item in places}
    if strayed or book.get_stamp("allocated") not in (None, str(len(allocated))):
        members |= engine.given_otherwise()
    homes = {stock.home_of_statement(item) for item in members if item.startswith("s-")} - {None}
    return documents | {home for home in homes if home} | engine.documents_of(members)


class ArchiveStock:
    """The stock of a case as its archive holds it, with what people said of statements laid over the readings."""

    def __init__(self, folder: CaseFolder, documents: Sequence[Document], decisions: Sequence[Decision]) -> None:
        self._folder = folder
        self._held = {document.id: document for document in documents}
        self.hidden: set[str] = set()  # documents whose turn has not come
        self._homes: dict[str, str] | None = None
        self._said: dict[str, list[Decision]] = defaultdict(list)
        for decision in in_force(decisions):
            home = self._home_of(decision)
            if decision.verdict in ON_STATEMENTS and home is not None:
                self._said[home].append(decision)

    def documents(self, ids: Collection[str]) -> list[Document]:
        """These documents, by id."""
        return [self._held[item] for item in sorted(set(ids) - self.hidden) if item in self._held]

    def judged(self, ids: Collection[str]) -> list[Judged]:
        """Every statement of these documents as it stands."""
        folder, wanted = self._folder, sorted((set(ids) & self._held.keys()) - self.hidden)
        out: list[Judged] = []
        for at in range(0, len(wanted), 400):
            piece = wanted[at : at + 400]
            statements = findings.load_statements(folder.store, folder.viewer, folder.case, piece)
            said = [decision for document in piece for decision in self._said.get(document, ())]
            if said:
                said.sort(key=lambda decision: decision.sequence)
                out += settle([self._held[item] for item in piece], statements, said)
            else:
                out += settle([], statements, ())
        return out

    def shared(self, ids: Collection[str]) -> list[SharedPassage]:
        """Every shared passage that touches one of these documents."""
        folder = self._folder
        held = self._held.keys() - self.hidden
        found = findings.load_shared_of(folder.store, folder.viewer, folder.case, set(ids))
        return [item for item in found if item.a in held and item.b in held]

    def documents_of(self, decisions: Iterable[Decision]) -> set[str]:
        """The documents whose statements, accounts or data these decisions are about."""
        told = list(decisions)
        homes = (self._home_of(item) for item in told if item.verdict in (*ON_STATEMENTS, Verdict.SET))
        return {home for home in homes if home is not None} | documents_ruled(told)

    def home_of_statement(self, statement: str) -> str | None:
        """The document a statement is read in now."""
        if self._homes is None:
            folder = self._folder
            self._homes = findings.statement_documents(folder.store, folder.viewer, folder.case)
        return self._homes.get(statement)

    def _home_of(self, decision: Decision) -> str | None:
        if decision.subject.startswith("d-"):
            return decision.subject
        content = statement_of(decision) if decision.verdict in ON_STATEMENTS else None
        if content is not None:
            return content.document
        return self.home_of_statement(decision.subject) if decision.subject.startswith("s-") else None
