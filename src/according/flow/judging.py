"""A person's word, recorded: on statements, sameness, document data, disputes. Nothing is overwritten; undo is a newer word."""

from __future__ import annotations

import json
from collections.abc import Sequence

from according.archive import facts, findings
from according.archive.findings import content_digest
from according.domain.codec import canonical
from according.domain.decision import ON_ACCOUNTS, ON_DISPUTES, SAMENESS, Decision, Verdict
from according.domain.statement import Judged
from according.errors import BadInput, NotFound
from according.flow.correcting import correct, field_pairs, require_date
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.flow.footing import find_footings
from according.flow.reconciling import reconcile_case
from according.flow.recording import member_of, new_decision, present_case_file, record_decision
from according.flow.ruling import rule_pair
from according.flow.settle import DOCUMENT_FIELDS, ON_STATEMENTS, correct_documents, settle
from according.flow.status_words import say_custody
from according.flow.undoing import undo


def judge(
    folder: CaseFolder,
    subject: str,
    verdict: Verdict,
    *,
    other: str | None = None,
    changes: Sequence[str] = (),
    why: str | None = None,
    work: bool = True,
) -> Decision:
    """Record one decision and bring the case file up to date.

    `changes` are FIELD=VALUE. Raises NotFound, BadInput or NotAllowed, each with the repair.
    """
    folder.viewer.require_decide(folder.case)
    decision = _decide(folder, subject, verdict, other, changes, why)
    with folder.writing():
        record_decision(folder, decision)
    if work and not decision.subject.startswith(
        ("v-", "w-")
    ):  # nothing is found otherwise for what people hold or write
        documents = facts.load_documents(folder.store, folder.viewer, folder.case)
        decisions = facts.load_decisions(folder.store, folder.viewer, folder.case)
        if verdict in (Verdict.SET, Verdict.CORRECT) and subject.startswith("d-"):
            from according.flow.working import bring_up_to_date

            bring_up_to_date(folder)
        else:
            reconcile_case(folder, correct_documents(documents, decisions))
    return decision


def _decide(
    folder: CaseFolder, subject: str, verdict: Verdict, other: str | None, changes: Sequence[str], why: str | None
) -> Decision:
    if verdict is Verdict.UNDO:
        return undo(folder, subject, why)
    if verdict in SAMENESS:
        return _sameness(folder, subject, verdict, other, why)
    if verdict in ON_ACCOUNTS and (other or verdict not in ON_DISPUTES):
        return rule_pair(folder, subject, verdict, other, why)
    if verdict in ON_DISPUTES:
        return _on_dispute(folder, subject, verdict, why)
    if verdict is Verdict.STATUS:
        return say_custody(folder, subject, changes, why)
    if subject.startswith("d-"):
        return _document_data(folder, subject, changes, why)
    item = _judged(folder, subject)
    reading = item.reading or item.statement
    content = item.statement
    overrides: tuple[tuple[str, str], ...] = ()
    if verdict is Verdict.ACCEPT and item.reading is not None:
        content = item.reading
    if verdict is Verdict.CORRECT:
        content, overrides = correct(item.statement, changes)
    quote = content.quote
    return new_decision(
        folder,
        verdict,
        subject,
        seen=content_digest(reading),
        overrides=overrides,
        passage=(quote.prefix, quote.exact, quote.suffix, quote.start),
        content=canonical(content),
        why=why,
    )


def _on_dispute(folder: CaseFolder, subject: str, verdict: Verdict, why: str | None) -> Decision:
    """A word on a dispute, with the sides the person saw. What it is about keeps its id from now on, and so does the dispute."""
    case_file = present_case_file(folder)
    dispute = next((item for item in case_file.disputes if item.id == subject), None)
    if dispute is None:
        raise NotFound(f"There is no dispute {subject} in this case; 'according export FOLDER disputes' lists them.")
    if dispute.about_kind != "document":
        with folder.writing():
            facts.add_allocated(folder.store, folder.case, [member_of(case_file, dispute.about)])
    return new_decision(folder, verdict, subject, seen=dispute.sides, why=why)


def _judged(folder: CaseFolder, subject: str) -> Judged:
    store, viewer, case = folder.store, folder.viewer, folder.case
    statements = findings.load_statements(store, viewer, case)
    decisions = facts.load_decisions(store, viewer, case)
    documents = {statement.document for statement in statements if statement.id == subject}
    documents |= {
        json.loads(item.content)["quote"]["document"]
        for item in decisions
        if item.subject == subject and item.verdict in ON_STATEMENTS and item.content
    }
    held = facts.load_documents(store, viewer, case, sorted(documents))
    for item in settle(held, [one for one in statements if one.document in documents], decisions):
        if item.statement.id == subject:
            return item
    raise NotFound(f"There is no statement {subject} in this case; 'according export FOLDER statements' lists them.")


def _document_data(folder: CaseFolder, subject: str, changes: Sequence[str], why: str | None) -> Decision:
    if not facts.load_documents(folder.store, folder.viewer, folder.case, [subject]):
        raise NotFound(f"There is no document {subject} in this case; 'according export FOLDER documents' lists them.")
    overrides = []
    for field, value in field_pairs(changes):
        if field not in DOCUMENT_FIELDS:
            raise BadInput(f"A document has no field '{field}' to correct; it has {', '.join(DOCUMENT_FIELDS)}.")
        if field in ("published", "posted", "written") and value:
            require_date(value)
        overrides.append((field, canonical(value or None)))
    if not overrides:
        raise BadInput("Say what to correct as FIELD=VALUE, such as published=2012-05-27.")
    return new_decision(folder, Verdict.SET, subject, overrides=tuple(sorted(overrides)), why=why)


def _sameness(folder: CaseFolder, subject: str, verdict: Verdict, other: str | None, why: str | None) -> Decision:
    if not other:
        raise BadInput(f"Name the second id: according judge FOLDER {subject} {verdict.value} ID.")
    held = Holdings(folder)
    members = [member_of(held.case_file, identity) for identity in (subject, other)]
    if members[0][0] == members[1][0] and verdict is Verdict.SAME:
        raise BadInput(f"{subject} and {other} are already one.")
    with folder.writing():
        facts.add_allocated(folder.store, folder.case, members)
    one, two = members[0][0], members[1][0]
    footings = find_footings(held, one, two)
    return new_decision(folder, verdict, one, other=two, footings=footings, why=why)
