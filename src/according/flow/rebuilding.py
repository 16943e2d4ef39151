"""Rebuild: drop all findings and make them again from the facts. Re-read: read again with the present reader and show what changes."""

from __future__ import annotations

from dataclasses import dataclass

from according.archive import facts, findings
from according.archive.findings import content_digest
from according.flow.folder import CaseFolder
from according.flow.progress import Progress
from according.flow.reconciling import reconcile_case
from according.flow.rereading import Change, find_changes
from according.flow.settle import correct_documents, settle, waiting_decisions
from according.flow.working import bring_up_to_date, compare_documents, read_documents


def rebuild(folder: CaseFolder, progress: Progress | None = None) -> None:
    """All findings anew; facts and ids stay."""
    with folder.writing():
        findings.drop_findings(folder.store, folder.case)
        folder.record("rebuilt", folder.case)
    bring_up_to_date(folder, progress)


@dataclass(frozen=True, slots=True)
class Changes:
    """What reading again changed."""

    documents: int  # read again
    gone: tuple[str, ...]  # statement ids no longer proposed
    new: tuple[str, ...]
    changed: tuple[str, ...]  # also where only a place in the text or a detail nobody sees changed
    waiting: int  # decisions that wait for a person
    told: tuple[Change, ...] = ()  # each change a person can see, in words
    went_on: int = 0  # documents an interrupted run had read again before


_AGAIN = "again"  # state of a document that is still to be read again: an interrupted run goes on with these


def read_again(folder: CaseFolder, progress: Progress | None = None) -> Changes:
    """Read every document with the present reader, whatever was read before. Interrupted, the next call goes on where it stopped."""
    store, viewer, case = folder.store, folder.viewer, folder.case
    before = {item.id: item for item in findings.load_statements(store, viewer, case)}
    tasks = findings.load_tasks(store, case, "read")
    waiting = sum(task[2] == _AGAIN for task in tasks.values())
    if not waiting:
        with folder.writing():
            store.run("UPDATE archive_task SET state=%s WHERE case_id=%s AND step='read'", (_AGAIN, case))
    decisions = facts.load_decisions(store, viewer, case)
    documents = correct_documents(facts.load_documents(store, viewer, case), decisions)
    done = read_documents(folder, documents, progress or Progress(quiet=True))
    after = {item.id: item for item in findings.load_statements(store, viewer, case)}
    compare_documents(folder, documents)
    reconcile_case(folder, documents)
    both = sorted(before.keys() & after.keys())
    return Changes(
        done,
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(after.keys() - before.keys())),
        tuple(identity for identity in both if content_digest(before[identity]) != content_digest(after[identity])),
        len(waiting_decisions(documents, decisions)),
        find_changes(before, after, documents, settle(documents, list(after.values()), decisions)),
        len(tasks) - waiting if waiting else 0,
    )


def compare_again(folder: CaseFolder) -> int:
    """Compare all documents whether or not something changed. Returns the number of shared passages."""
    with folder.writing():
        folder.store.run("DELETE FROM archive_task WHERE case_id=%s AND step='compare'", (folder.case,))
    decisions = facts.load_decisions(folder.store, folder.viewer, folder.case)
    documents = correct_documents(facts.load_documents(folder.store, folder.viewer, folder.case), decisions)
    compare_documents(folder, documents)
    reconcile_case(folder, documents)
    return len(findings.load_shared(folder.store, folder.viewer, folder.case))
