"""Findings brought up to date: read what is new, compare, reconcile. A step whose input digest is unchanged is skipped."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from according import compare, read
from according.archive import facts, findings
from according.domain.codec import canonical
from according.domain.document import Document
from according.domain.statement import Statement
from according.flow.folder import CaseFolder
from according.flow.progress import Progress
from according.flow.reconciling import reconcile_case
from according.flow.settle import correct_documents, waiting_decisions

POOL_FROM = 400_000  # characters below which starting processes costs more than it saves
CHUNK = 60_000  # characters of one piece of work


def bring_up_to_date(folder: CaseFolder, progress: Progress | None = None) -> int:
    """Read, compare, reconcile as far as needed. Returns how many decisions wait for a person."""
    told = progress or Progress(quiet=True)
    documents = facts.load_documents(folder.store, folder.viewer, folder.case)
    decisions = facts.load_decisions(folder.store, folder.viewer, folder.case)
    documents = correct_documents(documents, decisions)
    read_documents(folder, documents, told)
    compare_documents(folder, documents)
    reconcile_case(folder, documents, told)
    return len(waiting_decisions(documents, decisions))


def read_documents(folder: CaseFolder, documents: Sequence[Document], progress: Progress) -> int:
    """Read every document whose text, reference date or reader changed. Returns how many were read."""
    tasks = findings.load_tasks(folder.store, folder.case, "read")
    due = []
    for document in documents:
        wanted = _read_input(document)
        task = tasks.get(document.id)
        if task is None or (task[0], task[1], task[2]) != (read.VERSION, wanted, "done"):
            due.append((document, wanted))
    digests = {document.id: wanted for document, wanted in due}
    done = 0
    pending: dict[str, Sequence[Statement]] = {}
    for identity, statements in _read_all([document for document, _ in due]):
        pending[identity] = statements
        done += 1
        progress.tell("Reading", done, len(due))
        if len(pending) >= 100:
            _save_read(folder, pending, digests)
            pending = {}
    _save_read(folder, pending, digests)
    progress.close()
    return done


def _save_read(folder: CaseFolder, pending: dict[str, Sequence[Statement]], digests: dict[str, str]) -> None:
    if not pending:
        return
    with folder.writing():
        findings.replace_many_statements(folder.store, folder.case, pending)
        findings.save_tasks(
            folder.store,
            folder.case,
            [("read", identity, read.VERSION, digests[identity], "done", None) for identity in pending],
        )


def _read_input(document: Document) -> str:
    """Digest of all that reading a document depends on."""
    return hashlib.sha256(
        canonical(
            [
                document.id,
                document.text.digest,
                document.text.blocks,
                document.title,
                document.language,
                document.reference_date,
                bool(document.written or document.published),
                document.genre,
                document.sections,
                document.endnotes,
                document.calls,
                document.outlet,
                document.authors,
            ]
        ).encode()
    ).hexdigest()


def _read_all(documents: list[Document]) -> Iterator[tuple[str, Sequence[Statement]]]:
    size = sum(len(document.text.content) for document in documents)
    workers = min(4, os.cpu_count() or 1)
    if size < POOL_FROM or workers < 2:
        for document in documents:
            yield document.id, read.statements(document)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for piece in pool.map(_read_piece, _pieces(documents)):
            yield from piece


def _pieces(documents: list[Document]) -> Iterator[list[Document]]:
    piece: list[Document] = []
    size = 0
    for document in documents:
        piece.append(document)
        size += len(document.text.content)
        if size >= CHUNK:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _read_piece(documents: list[Document]) -> list[tuple[str, Sequence[Statement]]]:
    return [(document.id, read.statements(document)) for document in documents]


def compare_documents(folder: CaseFolder, documents: Sequence[Document]) -> bool:
    """Find shared passages when a text or a date changed. Returns whether there was work."""
    wanted = hashlib.sha256(
        canonical(
            [
                [item.id, item.text.digest, item.published, item.posted, item.outlet, item.repost_of]
                for item in sorted(documents, key=lambda item: item.id)
            ]
        ).encode()
    ).hexdigest()
    if _is_done(folder, "compare", compare.VERSION, wanted):
        return False
    passages = compare.shared_passages(documents)
    with folder.writing():
        findings.save_shared(folder.store, folder.case, passages)
        findings.save_tasks(
            folder.store, folder.case, [("compare", folder.case, compare.VERSION, wanted, "done", None)]
        )
    return True


def _is_done(folder: CaseFolder, step: str, version: str, wanted: str) -> bool:
    task = findings.load_tasks(folder.store, folder.case, step).get(folder.case)
    return task is not None and (task[0], task[1], task[2]) == (version, wanted, "done")
