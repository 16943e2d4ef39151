"""Release and protect: what may leave, and which names must never. Decisions like any other; names stay out of custody events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.archive import facts, findings
from according.domain.decision import Decision, Verdict
from according.errors import BadInput, NotFound
from according.flow.folder import CaseFolder
from according.flow.reconciling import load_case_file
from according.flow.recording import entities, member_of, new_decision, record_decision
from according.flow.settle import in_force
from according.flow.undoing import require_word

SCOPES = ("quotations", "full")


@dataclass(frozen=True, slots=True)
class LetOut:
    """What people let out, as it stands."""

    documents: tuple[tuple[str, str], ...]  # document id, quotations or full
    people: tuple[str, ...]  # mention ids of people let out by name
    statements: tuple[str, ...]  # ids of sensitive statements let out by their own yes
    protected: tuple[str, ...]  # names, all spellings
    protected_subjects: tuple[str, ...]  # mention ids of protected people
    words: tuple[str, ...] = ()  # ids of assessments and wordings let out by their own yes


def release(folder: CaseFolder, subject: str, *, scope: str | None = None, why: str | None = None) -> Decision:
    """Let out a document (quotations, or in full), a person's name, a sensitive statement, an assessment or a wording."""
    return _let(folder, Verdict.RELEASE, subject, scope, why)


def withhold(folder: CaseFolder, subject: str, why: str | None = None) -> Decision:
    """Take a release back."""
    return _let(folder, Verdict.WITHHOLD, subject, None, why)


def _let(folder: CaseFolder, verdict: Verdict, subject: str, scope: str | None, why: str | None) -> Decision:
    folder.viewer.require_decide(folder.case)
    member = subject
    given: list[tuple[str, str]] = []
    if subject.startswith("d-"):
        if not facts.load_documents(folder.store, folder.viewer, folder.case, [subject]):
            raise NotFound(
                f"There is no document {subject} in this case; 'according export FOLDER documents' lists them."
            )
        scope = scope or "quotations"
        if scope not in SCOPES:
            raise BadInput(f"A document is released as {' or '.join(SCOPES)}, not '{scope}'.")
    elif subject.startswith("s-"):
        known = findings.statement_documents(folder.store, folder.viewer, folder.case)
        if subject not in known:
            raise NotFound(
                f"There is no statement {subject} in this case; 'according export FOLDER statements' lists them."
            )
        scope = "sensitive"
    elif subject.startswith(("v-", "w-")):
        require_word(folder, subject)
        scope = "word"
    else:
        pair = member_of(load_case_file(folder), subject)
        member, scope = pair[0], "name"
        given.append(pair)
    decision = new_decision(folder, verdict, member, scope=scope, why=why)
    with folder.writing():
        facts.add_allocated(folder.store, folder.case, given)
        record_decision(folder, decision)
    return decision


def protect(folder: CaseFolder, subject: str | None, *, names: Sequence[str] = (), why: str | None = None) -> Decision:
    """Protect a person (every name attested for them) or names given apart. They must occur nowhere in what is published."""
    folder.viewer.require_decide(folder.case)
    member, given, wanted = "name", [], [name.strip() for name in names if name.strip()]
    if subject is not None:
        case_file = load_case_file(folder)
        pair = member_of(case_file, subject)
        member = pair[0]
        given.append(pair)
        wanted += [name.text for entity in entities(case_file) if entity.id == pair[1] for name in entity.names]
    if not wanted:
        raise BadInput("Name whom to protect: the id of a person, or names on standard input with --names.")
    decision = new_decision(folder, Verdict.PROTECT, member, why=why)
    with folder.writing():
        facts.add_allocated(folder.store, folder.case, given)
        facts.add_protection(folder.store, folder.case, member, sorted(set(wanted)), decision.id, lifted=False)
        record_decision(folder, decision)
    return decision


def let_out(folder: CaseFolder) -> LetOut:
    """What is let out and what is protected, by the decisions in force."""
    decisions = in_force(facts.load_decisions(folder.store, folder.viewer, folder.case))
    documents: dict[str, str] = {}
    people: set[str] = set()
    statements: set[str] = set()
    words: set[str] = set()
    standing: set[str] = set()
    for decision in decisions:
        if decision.verdict is Verdict.RELEASE:
            if decision.subject.startswith("d-"):
                documents[decision.subject] = decision.scope or "quotations"
            elif decision.subject.startswith("s-"):
                statements.add(decision.subject)
            elif decision.subject.startswith(("v-", "w-")):
                words.add(decision.subject)
            else:
                people.add(decision.subject)
        elif decision.verdict is Verdict.WITHHOLD:
            documents.pop(decision.subject, None)
            people.discard(decision.subject)
            statements.discard(decision.subject)
            words.discard(decision.subject)
        elif decision.verdict is Verdict.PROTECT:
            standing.add(decision.id)
    names: set[str] = set()
    subjects: set[str] = set()
    for subject, listed, lifted, decision_id in facts.iter_protections(folder.store, folder.viewer, folder.case):
        if decision_id in standing and not lifted:
            names |= set(listed)
            if subject != "name":
                subjects.add(subject)
    return LetOut(
        tuple(sorted(documents.items())),
        tuple(sorted(people - subjects)),
        tuple(sorted(statements)),
        tuple(sorted(names)),
        tuple(sorted(subjects)),
        tuple(sorted(words)),
    )
