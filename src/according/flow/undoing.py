"""What somebody said taken back: a decision, an assessment or a wording. What stood before it stands again."""

from __future__ import annotations

from according.archive import facts, words
from according.domain.casefile import CaseFile
from according.domain.decision import ON_ACCOUNTS, SAMENESS, Decision, Verdict
from according.errors import NotFound
from according.flow.folder import CaseFolder
from according.flow.following import follow_members
from according.flow.recording import entities, new_decision, present_case_file
from according.flow.settle import in_force, undone_ids


def undo(folder: CaseFolder, subject: str, why: str | None) -> Decision:
    """Take back the last word on a subject, or the word with this id. Raises NotFound where none stands."""
    if subject.startswith(("v-", "w-")):
        return _undo_word(folder, subject, why)
    store, viewer, case = folder.store, folder.viewer, folder.case
    decisions = in_force(facts.load_decisions(store, viewer, case))
    homes = sorted({footing.passage.document for decision in decisions for footing in decision.footings})
    standing = follow_members(decisions, facts.load_documents(store, viewer, case, homes))
    members, of_accounts = {subject}, subject.startswith("a-")
    if not subject.startswith(("s-", "c-", "d-")):
        members |= _members(present_case_file(folder), subject)
    verdicts = SAMENESS if subject.startswith("e-") else frozenset(Verdict)  # never what was said of its statements
    for decision in reversed(standing):
        is_ruling = decision.verdict in ON_ACCOUNTS and decision.other is not None
        if decision.id == subject or (
            is_ruling == of_accounts
            and (of_accounts or decision.verdict in verdicts)
            and not members.isdisjoint((decision.subject, decision.other))
        ):
            return new_decision(folder, Verdict.UNDO, decision.subject, other=decision.id, why=why)
    raise NotFound(f"No decision on {subject} stands, so there is nothing to undo.")


def _members(case_file: CaseFile, identity: str) -> set[str]:
    """Mentions of the entity, statements of the event or account, that any id it ever had leads to."""
    now = dict(case_file.redirects).get(identity, identity)
    found = {mention for entity in entities(case_file) if entity.id == now for mention in entity.mentions}
    found |= {item for event in case_file.events if event.id == now for item in event.statements}
    accounts = [account for event in case_file.events for account in event.accounts]
    accounts += [account for entity in entities(case_file) for account in entity.accounts]
    return found | {item for account in accounts if account.id == now for item in account.statements}


def _undo_word(folder: CaseFolder, subject: str, why: str | None) -> Decision:
    """An assessment or a wording taken back: what it replaced stands again."""
    require_word(folder, subject)
    if subject in undone_ids(facts.load_decisions(folder.store, folder.viewer, folder.case)):
        raise NotFound(f"{subject} was taken back before, so there is nothing to undo.")
    return new_decision(folder, Verdict.UNDO, subject, other=subject, why=why)


def require_word(folder: CaseFolder, identity: str) -> None:
    """Raise NotFound unless there is an assessment or a wording with this id."""
    store, viewer, case = folder.store, folder.viewer, folder.case
    if identity.startswith("v-"):
        known, what = {one.id for one in words.load_assessments(store, viewer, case)}, "assessment"
    else:
        known, what = {one.id for one in words.load_wordings(store, viewer, case)}, "wording"
    if identity not in known:
        raise NotFound(f"There is no {what} {identity} in this case; 'according export FOLDER {what}s' lists them.")
