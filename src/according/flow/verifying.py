"""Verify: every blob is what its name says, the custody chain and its copy hold, every quote stands in its text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.archive import facts, findings, words
from according.domain.codec import digest
from according.flow.folder import CaseFolder
from according.flow.settle import check_text, correct_documents, settle, waiting_decisions
from according.preserve import Link, check_chain


@dataclass(frozen=True, slots=True)
class Check:
    """One thing checked: passed, failed, or not checked and why."""

    what: str
    passed: bool | None
    why: str | None = None


def verify(folder: CaseFolder) -> Iterator[Check]:
    """Every check, failures among them; nothing is changed."""
    links = list(folder.custody_links())
    broken = check_chain(links)
    yield Check(f"custody chain of {len(links)} events", broken is None, broken)
    yield _check_log(folder, [(link.sequence, link.hash) for link in links])
    blobs = 0
    for verdict in folder.vault.verify(facts.list_captures(folder.store)):
        blobs += verdict.passed is True
        if verdict.passed is not True:
            yield Check(f"capture {verdict.sha256}", verdict.passed, verdict.why)
    yield Check(f"{blobs} captures", True)
    yield from _check_words(folder, links)
    yield from _check_quotes(folder)


def _check_log(folder: CaseFolder, links: list[tuple[int, str]]) -> Check:
    log = folder.path / "log" / "custody.jsonl"
    if not log.exists():
        return Check(
            "custody log's copy", False, "log/custody.jsonl is missing; any command that writes makes it again."
        )
    try:
        copied = [
            (int(row["sequence"]), str(row["hash"])) for row in map(json.loads, log.read_text("utf-8").splitlines())
        ]
    except (ValueError, KeyError, TypeError):
        return Check("custody log's copy", False, "log/custody.jsonl has a line that is not an event.")
    if copied != links[: len(copied)] or len(copied) != len(links):
        return Check("custody log's copy", False, "log/custody.jsonl and the database tell different histories.")
    return Check("custody log's copy", True)


def _check_words(folder: CaseFolder, links: Sequence[Link]) -> Iterator[Check]:
    """Every assessment and wording is there and says what it said when the chain took it up."""
    store, viewer, case = folder.store, folder.viewer, folder.case
    said: dict[str, str] = {one.id: digest(one) for one in words.load_assessments(store, viewer, case)}
    said |= {one.id: digest(one) for one in words.load_wordings(store, viewer, case)}
    told = [dict(link.facts) for link in links if link.kind in ("assessed", "worded")]
    taken_up = {row.get("assessment") or row["wording"]: row["digest"] for row in told}
    for identity in sorted(taken_up.keys() | said.keys()):
        if identity not in said:
            yield Check(f"words {identity}", False, "it is missing; restore archive.sqlite3 from a copy.")
        elif said[identity] != taken_up.get(identity):
            yield Check(f"words {identity}", False, "it is not what the custody chain took up; restore from a copy.")
    if said:
        yield Check(f"{len(said)} assessments and wordings", said == taken_up)


def _check_quotes(folder: CaseFolder) -> Iterator[Check]:
    store, viewer, case = folder.store, folder.viewer, folder.case
    decisions = facts.load_decisions(store, viewer, case)
    documents = correct_documents(facts.load_documents(store, viewer, case), decisions)
    texts = {document.id: document.text.content for document in documents}
    for document in documents:
        if not check_text(document):
            yield Check(f"text of {document.id}", False, "it is not what its digest says")
    wrong = 0
    judged = settle(documents, findings.load_statements(store, viewer, case), decisions)
    for item in judged:
        quote = item.statement.quote
        if texts.get(quote.document, "")[quote.start : quote.end] != quote.exact:
            wrong += 1
            yield Check(
                f"quote of {item.statement.id}", False, "its words do not stand where it says; run 'according rebuild'."
            )
    yield Check(f"quotes of {len(judged)} statements", wrong == 0)
    waiting = len(waiting_decisions(documents, decisions))
    if waiting:
        yield Check(f"{waiting} decisions", None, "the words they were about have changed; a person must look")
