"""A person's word, recorded: on statements, sameness, document data, disputes. Nothing is overwritten; undo is a newer word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from according.archive import facts, findings, words
from according.archive.findings import content_digest
from according.domain.casefile import CaseFile
from according.domain.codec import canonical, from_json, to_json
from according.domain.decision import Decision, Verdict
from according.domain.entity import Entity
from according.domain.identity import short_id
from according.domain.statement import Judged, Statement, Where
from according.domain.statement import When as StatementWhen
from according.errors import BadInput, NotFound
from according.flow.folder import CaseFolder
from according.flow.settle import DOCUMENT_FIELDS, correct_documents, in_force, settle, undone_ids
from according.language.edtf import bounds

SAMENESS = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})
ON_DISPUTES = (Verdict.REAL, Verdict.EXPLAINED, Verdict.OTHER_SCOPE, Verdict.DISMISSED)


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
    if work:
        documents = facts.load_documents(folder.store, folder.viewer, folder.case)
        decisions = facts.load_decisions(folder.store, folder.viewer, folder.case)
        if verdict in (Verdict.SET, Verdict.CORRECT) and subject.startswith("d-"):
            from according.flow.working import bring_up_to_date

            bring_up_to_date(folder)
        else:
            from according.flow.working import reconcile_case  # reading and comparing are heavy to import

            reconcile_case(folder, correct_documents(documents, decisions))
    return decision


def record_decision(folder: CaseFolder, decision: Decision) -> None:
    """Append a decision, what it gives out, and its custody event, inside the present transaction."""
    facts.add_decision(folder.store, folder.case, decision)
    folder.record("decided", decision.subject, decision=decision.id, verdict=decision.verdict.value)


def new_decision(folder: CaseFolder, verdict: Verdict, subject: str, **fields: Any) -> Decision:
    """A decision with its number, id, author and instant."""
    sequence = facts.next_decision(folder.store)
    when = folder.clock()
    identity = short_id("c", folder.case, str(sequence), verdict.value, subject, when)
    return Decision(identity, sequence, verdict, subject, who=folder.viewer.name, when=when, **fields)


def _decide(
    folder: CaseFolder, subject: str, verdict: Verdict, other: str | None, changes: Sequence[str], why: str | None
) -> Decision:
    if verdict is Verdict.UNDO:
        return _undo(folder, subject, why)
    if verdict in SAMENESS:
        return _sameness(folder, subject, verdict, other, why)
    if verdict in ON_DISPUTES:
        return _on_dispute(folder, subject, verdict, why)
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
    case_file = _case_file(folder)
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
        json.loads(item.content)["quote"]["document"] for item in decisions if item.subject == subject and item.content
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
    for field, value in _pairs(changes):
        if field not in DOCUMENT_FIELDS:
            raise BadInput(f"A document has no field '{field}' to correct; it has {', '.join(DOCUMENT_FIELDS)}.")
        if field in ("published", "posted", "written") and value:
            _require_date(value)
        overrides.append((field, canonical(value or None)))
    if not overrides:
        raise BadInput("Say what to correct as FIELD=VALUE, such as published=2012-05-27.")
    return new_decision(folder, Verdict.SET, subject, overrides=tuple(sorted(overrides)), why=why)


def _sameness(folder: CaseFolder, subject: str, verdict: Verdict, other: str | None, why: str | None) -> Decision:
    if not other:
        raise BadInput(f"Name the second id: according judge FOLDER {subject} {verdict.value} ID.")
    case_file = _case_file(folder)
    members = [member_of(case_file, identity) for identity in (subject, other)]
    if members[0][0] == members[1][0] and verdict is Verdict.SAME:
        raise BadInput(f"{subject} and {other} are already one.")
    with folder.writing():
        facts.add_allocated(folder.store, folder.case, members)
    return new_decision(folder, verdict, members[0][0], other=members[1][0], why=why)


def member_of(case_file: CaseFile, identity: str) -> tuple[str, str]:
    """(mention or statement id a decision stands on, id given out). Raises NotFound."""
    forward = dict(case_file.redirects)
    wanted = forward.get(identity, identity)
    for entity in entities(case_file):
        if wanted == entity.id:
            return standing_mention(entity), entity.id
        if identity in entity.mentions:
            return identity, entity.id
    for event in case_file.events:
        if wanted == event.id or identity in event.statements:
            return (identity if identity in event.statements else min(event.statements)), event.id
    raise NotFound(
        f"There is nobody and nothing with the id {identity} in this case; 'according export FOLDER people' lists ids."
    )


def standing_mention(entity: Entity) -> str:
    """The mention an entity's id was made from, else its smallest."""
    tail = entity.id.split("-", 1)[-1]
    for mention in entity.mentions:
        if mention.endswith(tail):
            return mention
    return min(entity.mentions)


def entities(case_file: CaseFile) -> Iterable[Entity]:
    """People, organisations, groups and places."""
    return (*case_file.people, *case_file.organisations, *case_file.groups, *case_file.places)


def _undo(folder: CaseFolder, subject: str, why: str | None) -> Decision:
    if subject.startswith(("v-", "w-")):
        return _undo_word(folder, subject, why)
    decisions = facts.load_decisions(folder.store, folder.viewer, folder.case)
    standing = in_force(decisions)
    members, verdicts = {subject}, frozenset(Verdict)
    if not subject.startswith(("s-", "c-", "d-")):
        members |= _members(_case_file(folder), subject)
        if subject.startswith("e-"):
            verdicts = SAMENESS  # never what was said of one of its statements
    for decision in reversed(standing):
        if decision.id == subject or (
            decision.verdict in verdicts and not members.isdisjoint((decision.subject, decision.other))
        ):
            return new_decision(folder, Verdict.UNDO, decision.subject, other=decision.id, why=why)
    raise NotFound(f"No decision on {subject} stands, so there is nothing to undo.")


def _members(case_file: CaseFile, identity: str) -> set[str]:
    """Mentions of the entity, statements of the event, that any id it ever had leads to."""
    now = dict(case_file.redirects).get(identity, identity)
    found = {mention for entity in entities(case_file) if entity.id == now for mention in entity.mentions}
    return found | {item for event in case_file.events if event.id == now for item in event.statements}


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


def _case_file(folder: CaseFolder) -> CaseFile:
    return findings.load_case_file(folder.store, folder.viewer, folder.case)


def _pairs(changes: Sequence[str]) -> Iterable[tuple[str, str]]:
    for change in changes:
        field, sign, value = change.partition("=")
        if not sign:
            raise BadInput(f"'{change}' is not FIELD=VALUE; write for example when=2011-12-16.")
        yield field.strip(), value.strip()


def _require_date(value: str) -> None:
    try:
        bounds(value)
    except ValueError:
        raise BadInput(
            f"'{value}' is not a date as ISO 8601-2 writes it; write for example 2011-12-16, 2011-12 or 2011-12-16/2011-12-18."
        ) from None


def correct(content: Statement, changes: Sequence[str]) -> tuple[Statement, tuple[tuple[str, str], ...]]:
    """The content with fields changed, and the overrides as (field, canonical JSON). Raises BadInput for what does not fit."""
    data = to_json(content)
    overrides = []
    for field, value in _pairs(changes):
        new = _field_value(content, field, value)
        node = data
        *path, last = field.split(".")
        for name in path:
            node = node.setdefault(name, {})
            if not isinstance(node, dict):
                raise BadInput(
                    f"A statement has no field '{field}'; 'according explain FOLDER {content.id}' shows its fields."
                )
        if new is None:
            node.pop(last, None)
        else:
            node[last] = new
        overrides.append((field, canonical(new)))
    if not overrides:
        raise BadInput("Say what to correct as FIELD=VALUE, such as when=2011-12-16 or count='at least 16'.")
    try:
        corrected = from_json(Statement, data)
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(
            f"That value does not fit the field ({error}); 'according explain FOLDER {content.id}' shows what is there."
        ) from error
    if any(field.split(".")[0] not in Statement.__dataclass_fields__ for field, _ in overrides):
        raise BadInput(f"A statement has no such field; 'according explain FOLDER {content.id}' shows its fields.")
    return replace(corrected, id=content.id, quote=content.quote, anchor=content.anchor), tuple(sorted(overrides))


def _field_value(content: Statement, field: str, value: str) -> Any:
    if value == "":
        return None
    if field == "when":
        _require_date(value)
        words = content.when.words if content.when else ""
        return to_json(StatementWhen(value, words, "person"))
    if field == "where":
        return to_json(Where(value, value))
    if field == "count":
        from according.read.counts import find_counts  # heavy to import

        counts = list(find_counts(value + " people", "en", 0, len(value) + 7))
        if not counts:
            raise BadInput(f"'{value}' is not a count; write for example 16, 'at least 16', '12-18' or 'dozens'.")
        words, unit = (content.count.words, content.count.unit) if content.count else (value, None)
        return to_json(replace(counts[0], words=words, unit=unit, start=None, end=None))
    if field == "type":
        from according.domain.types import get_type

        try:
            get_type(value)
        except LookupError:
            raise BadInput(f"There is no statement type '{value}'; docs/glossary.md lists the types.") from None
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
