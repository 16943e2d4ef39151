"""Exports: loads what the archive knows and hands it to the room `export`, which knows the shapes and formats. Reads only; writes no file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from according.archive import facts, findings, words
from according.domain.assessment import StandingAssessment
from according.domain.casefile import CaseFile
from according.domain.document import Document
from according.domain.shared import SharedPassage
from according.domain.statement import Judged
from according.domain.wording import StandingWording
from according.errors import BadInput
from according.export import follow_the_money
from according.export.calendar import write_calendar
from according.export.documents import document_row, same_of
from according.export.findings import dispute_row, entity_row, event_row, shared_row
from according.export.follow_the_money import make_graph, statement_rows
from according.export.geojson import write_map
from according.export.lists import LIST_KEYS, list_rows
from according.export.material import Material
from according.export.rows import Row, full_json, plain_row
from according.export.statements import statement_row
from according.export.table import WRITERS, csv_lines
from according.export.words import assessment_row, wording_row
from according.flow.folder import CaseFolder
from according.flow.reconciling import load_case_file
from according.flow.settle import correct_documents, settle, undone_ids, waiting_decisions
from according.present.catalogue import known_languages
from according.publish.linking import link_judged, owners_of
from according.reconcile import AccountBook, place_assessments, place_wordings

_AT_A_TIME = 300  # documents whose statements are held at once; a database takes so many in one question


@dataclass
class Holdings:
    """What exports and publications read, loaded when first asked for."""

    folder: CaseFolder
    language: str = "en"  # of the sentences made

    @cached_property
    def decisions(self) -> list[Any]:
        """Every decision in the order made."""
        return facts.load_decisions(self.folder.store, self.folder.viewer, self.folder.case)

    @cached_property
    def documents(self) -> list[Document]:
        """Documents with people's corrections laid over."""
        return correct_documents(
            facts.load_documents(self.folder.store, self.folder.viewer, self.folder.case), self.decisions
        )

    @cached_property
    def judged(self) -> list[Judged]:
        """Statements as they stand."""
        statements = findings.load_statements(self.folder.store, self.folder.viewer, self.folder.case)
        return settle(self.documents, statements, self.decisions)

    def judged_of(self, documents: Sequence[str]) -> list[Judged]:
        """Statements of some documents as they stand, without loading all of the case."""
        if "judged" in self.__dict__:
            wanted = set(documents)
            return [one for one in self.judged if one.statement.document in wanted]
        store, viewer, case = self.folder.store, self.folder.viewer, self.folder.case
        statements = findings.load_statements(store, viewer, case, list(documents))
        return settle(self.documents_of(documents), statements, self.decisions)

    def documents_of(self, ids: Sequence[str]) -> list[Document]:
        """Some documents as they stand."""
        if "documents" in self.__dict__:
            wanted = set(ids)
            return [one for one in self.documents if one.id in wanted]
        found = facts.load_documents(self.folder.store, self.folder.viewer, self.folder.case, list(ids))
        return correct_documents(found, self.decisions)

    @cached_property
    def linked(self) -> list[Judged]:
        """Statements as they stand, each actor tied to the entity that holds its mention: for readers, never for decisions."""
        owners = owners_of(self.case_file)
        return [link_judged(one, owners) for one in self.judged]

    def iter_linked(self) -> Iterator[Judged]:
        """The same in the same order, some hundred documents at a time: no more of them is held than that."""
        owners = owners_of(self.case_file)
        folder, documents = self.folder, sorted(self.documents, key=lambda document: document.id)
        for at in range(0, len(documents), _AT_A_TIME):
            some = documents[at : at + _AT_A_TIME]
            read = findings.load_statements(folder.store, folder.viewer, folder.case, [one.id for one in some])
            for judged in settle(some, read, self.decisions):
                yield link_judged(judged, owners)

    @cached_property
    def case_file(self) -> CaseFile:
        """The case file as last made."""
        return load_case_file(self.folder)

    @cached_property
    def book(self) -> AccountBook:
        """Every account, to look up and to find again."""
        return AccountBook(self.case_file, self.judged_of)

    @cached_property
    def assessments(self) -> list[StandingAssessment]:
        """What people hold of accounts, each as it stands now."""
        made = words.load_assessments(self.folder.store, self.folder.viewer, self.folder.case)
        return place_assessments(self.book, made, undone_ids(self.decisions)) if made else []

    @cached_property
    def wordings(self) -> list[StandingWording]:
        """What editors wrote of events and people, every version, each as it stands now."""
        made = words.load_wordings(self.folder.store, self.folder.viewer, self.folder.case)
        return place_wordings(self.book, made, undone_ids(self.decisions)) if made else []

    @cached_property
    def shared(self) -> list[SharedPassage]:
        """Shared passages."""
        return findings.load_shared(self.folder.store, self.folder.viewer, self.folder.case)

    @cached_property
    def material(self) -> Material:
        """What formats of others are made of. How a statement was read is none of it, and a quarter of its weight."""
        judged = [replace(one, statement=replace(one.statement, trace=())) for one in self.iter_linked()]
        return Material(self.folder.case, self.folder.title, self.documents, judged, self.case_file, self.language)


def _documents(held: Holdings) -> Iterator[Row]:
    same = same_of(held.case_file)
    for document in held.documents:
        yield document_row(document, same.get(document.id, ()))


def _statements(held: Holdings) -> Iterator[Row]:
    for judged in held.iter_linked():
        yield statement_row(judged)


def _entity_rows(part: str) -> Callable[[Holdings], Iterator[Row]]:
    def rows(held: Holdings) -> Iterator[Row]:
        for entity in getattr(held.case_file, part):
            yield entity_row(entity)

    return rows


def _plain(part: str) -> Callable[[Holdings], Iterator[Row]]:
    def rows(held: Holdings) -> Iterator[Row]:
        for item in getattr(held.case_file, part):
            yield plain_row(item)

    return rows


def _calls(held: Holdings) -> Iterator[Row]:
    for document in held.documents:
        for number, call in enumerate(document.calls, 1):
            yield {"id": f"{document.id}-call-{number}", "document": document.id} | plain_row(call)


def _decisions(held: Holdings) -> Iterator[Row]:
    waiting = {decision.id for decision in waiting_decisions(held.documents, held.decisions)}
    for decision in held.decisions:
        yield plain_row(decision) | {"waiting": decision.id in waiting}


def _captures(held: Holdings) -> Iterator[Row]:
    """The captures of this case alone: an archive may hold others that the viewer may not see."""
    received = facts.load_receipts(held.folder.store, held.folder.viewer, held.folder.case)
    for sha256, withdrawn in facts.list_captures(held.folder.store):
        if sha256 in received:
            receipts = [plain_row(receipt) for receipt in received[sha256]]
            yield {"sha256": sha256, "withdrawn": withdrawn, "receipts": receipts}


def _entities(held: Holdings) -> Iterator[Row]:
    for sheet in make_graph(held.material):
        yield follow_the_money.entity_row(sheet, held.folder.case)


def _entity_statements(held: Holdings) -> Iterator[Row]:
    for sheet in make_graph(held.material):
        yield from statement_rows(sheet, held.folder.case, held.material.document_of)


EXPORTS: dict[str, Callable[[Holdings], Iterable[Row]]] = {
    "documents": _documents,
    "statements": _statements,
    "people": _entity_rows("people"),
    "organisations": _entity_rows("organisations"),
    "groups": _entity_rows("groups"),
    "places": _entity_rows("places"),
    "events": lambda held: map(event_row, held.case_file.events),
    "proceedings": lambda held: map(full_json, held.case_file.proceedings),
    "calls": _calls,
    "references": _plain("references"),
    "decisions": _decisions,
    "disputes": lambda held: (dispute_row(one, held.language) for one in held.case_file.disputes),
    "shared": lambda held: map(shared_row, held.shared),
    "origins": _plain("origins"),
    "captures": _captures,
    "assessments": lambda held: map(assessment_row, held.assessments),
    "wordings": lambda held: map(wording_row, held.wordings),
    "lists": lambda held: list_rows(held.material),
    "ftm": _entities,
    "ftm-statements": _entity_statements,
}


# Tables that others' programs read, which want their columns also where there is no row.
COLUMNS: dict[str, tuple[str, ...]] = {"lists": LIST_KEYS, "ftm-statements": follow_the_money.STATEMENT_KEYS}

# Whole files in a form of their own, and the export each is another form of.
FILES: dict[str, tuple[str, Callable[[Material], Iterator[str]]]] = {
    "geojson": ("places", write_map),
    "ics": ("events", write_calendar),
}


def export(folder: CaseFolder, what: str, form: str | None = None, held: Holdings | None = None) -> str:
    """The whole export as one text. Raises BadInput for an export or format that does not exist."""
    return "".join(iter_export(folder, what, form, held))


def iter_export(folder: CaseFolder, what: str, form: str | None = None, held: Holdings | None = None) -> Iterator[str]:
    """The export a piece at a time; no list of rows is ever held. Raises BadInput before anything is made."""
    if what not in EXPORTS and what not in FILES:
        raise BadInput(f"There is no export '{what}'; there are {', '.join(sorted([*EXPORTS, *FILES]))}.")
    forms = forms_of(what)
    if form is not None and form not in forms:
        raise BadInput(f"There is no format '{form}' of {what}; there {_is_or_are(forms)}.")
    wanted = form or forms[0]
    held = held or Holdings(folder)
    if held.language not in known_languages():
        raise BadInput(f"There are no sentences in '{held.language}'; there are {', '.join(known_languages())}.")
    if wanted in FILES:
        return FILES[wanted][1](held.material)
    rows = EXPORTS[what](held)
    return csv_lines(rows, COLUMNS.get(what)) if wanted == "csv" else WRITERS[wanted](rows)


def forms_of(what: str) -> list[str]:
    """The formats of an export, the one printed unless asked first."""
    if what in FILES:
        return [what]
    return [*WRITERS, *(name for name, (twin, _) in FILES.items() if twin == what)]


def _is_or_are(names: list[str]) -> str:
    return f"is only {names[0]}" if len(names) == 1 else f"are {', '.join(names)}"
