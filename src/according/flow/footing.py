"""Where the mentions and statements stand that a decision is about, as its footing in the text that the person saw."""

from __future__ import annotations

from collections.abc import Iterable

from according.archive import findings
from according.domain.decision import Footing
from according.domain.identity import mention_id
from according.domain.passage import passage_at
from according.domain.statement import Participant, Speaker, Statement
from according.flow.exporting import Holdings
from according.reconcile.mentions import own_span


def find_footings(held: Holdings, *members: str) -> tuple[Footing, ...]:
    """Where these mentions and statements stand now; one that stands nowhere is left out."""
    wanted, homes = set(members), sorted(_homes(held, set(members)))
    texts = {document.id: document for document in held.documents_of(homes)}
    found: dict[str, Footing] = {}
    for item in held.judged_of(homes):
        statement = item.statement
        document = texts.get(statement.document)
        if document is None or document.text.digest != statement.quote.digest:
            continue
        for member, start, end in _members(statement):
            if member in wanted and member not in found:
                passage = passage_at(document.id, document.text.digest, document.text.content, start, end)
                is_statement = member == statement.id
                found[member] = Footing(
                    member,
                    passage,
                    statement.kind.value if is_statement else None,
                    statement.ordinal if is_statement else 0,
                )
    return tuple(found[member] for member in sorted(found))


def _homes(held: Holdings, members: set[str]) -> set[str]:
    """Documents in which the statements are told, or the bearers of the mentions are named."""
    case_file, known = held.case_file, findings.statement_documents(
        held.folder.store, held.folder.viewer, held.folder.case
    )  # fmt: skip
    homes = {known[member] for member in members if member in known}
    for group in (case_file.people, case_file.organisations, case_file.groups, case_file.places):
        for entity in group:
            if not members.isdisjoint(entity.mentions):
                homes |= {document for name in entity.names for document in name.documents}
                homes |= {known[statement] for statement in entity.statements if statement in known}
    return homes


def _members(statement: Statement) -> Iterable[tuple[str, int, int]]:
    """The statement itself by its anchor, and the mentions in it."""
    yield statement.id, statement.anchor.start, statement.anchor.end
    where = statement.where
    if where is not None and where.start is not None and where.end is not None:
        yield _mention(statement, where.start, where.end), where.start, where.end
    actors: tuple[Participant | Speaker, ...] = (*statement.participants, *statement.speakers)
    for actor in actors:
        span = own_span(actor)
        if span is not None:
            yield _mention(statement, span.start, span.end), span.start, span.end


def _mention(statement: Statement, start: int, end: int) -> str:
    return mention_id(statement.document, statement.quote.digest, start, end)
