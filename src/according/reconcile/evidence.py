"""Documents and judged statements in; the statements that count, ordered, with their days and marks, out. Nothing is read twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.document import Document
from according.domain.statement import AboutKind, Judged, Speaker, State, Statement
from according.reconcile.days import Days, days_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one case offers. `statements` are in reading order; rejected ones are left out."""

    case: str
    documents: dict[str, Document]
    statements: tuple[Statement, ...]
    by_id: dict[str, Statement]
    accepted: frozenset[str]
    disowned: dict[str, str]  # statement id -> retracted, coerced
    of_document: dict[str, tuple[Statement, ...]]  # in reading order

    def counts(self, statement: Statement) -> bool:
        """Whether the statement may stand as somebody's account: not retracted, not said to be coerced."""
        return statement.id not in self.disowned

    def outlet(self, document_id: str) -> str:
        """Name of the outlet, or the title where no outlet is known."""
        document = self.documents[document_id]
        outlet = document.outlet or (document.post.outlet if document.post else None)
        return outlet.name if outlet else document.title

    def published(self, document_id: str) -> Days | None:
        """Days on which the words of the document may have appeared."""
        dated = self.documents[document_id].reference_date
        return days_of(dated.edtf) if dated else None

    def said_on(self, statement: Statement) -> str | None:
        """EDTF of the day the answer was given: the nearest speaker's, else the document's."""
        for speaker in nearest_speakers(statement):
            if speaker.when:
                return speaker.when
        dated = self.documents[statement.document].reference_date
        return dated.edtf[:10] if dated and dated.edtf[:1].isdigit() else dated.edtf if dated else None


def gather_evidence(case: str, documents: Sequence[Document], judged: Sequence[Judged]) -> Evidence:
    """The evidence of one case, the same for any order of the inputs."""
    held = {document.id: document for document in documents if document.case == case}
    kept = [
        item for item in judged
        if item.state is not State.REJECTED and item.statement.document in held
    ]  # fmt: skip
    kept.sort(key=lambda item: reading_order(item.statement))
    kept = list({item.statement.id: item for item in kept}.values())  # one statement counts once
    statements = tuple(item.statement for item in kept)
    disowned = {item.statement.id: item.disowned for item in kept if item.disowned}
    for statement in statements:
        if statement.about and statement.about.statement not in disowned:
            if statement.about.kind is AboutKind.RETRACTS:
                disowned[statement.about.statement] = "retracted"
            elif statement.about.kind is AboutKind.UNDER_DURESS:
                disowned[statement.about.statement] = "coerced"
    by_document: dict[str, list[Statement]] = {}
    for statement in statements:
        by_document.setdefault(statement.document, []).append(statement)
    return Evidence(
        case=case,
        documents=dict(sorted(held.items())),
        statements=statements,
        by_id={statement.id: statement for statement in statements},
        accepted=frozenset(item.statement.id for item in kept if item.state is State.ACCEPTED),
        disowned=disowned,
        of_document={document: tuple(found) for document, found in by_document.items()},
    )


def reading_order(statement: Statement) -> tuple[str, int, int, str]:
    """Where the statement stands: document, place in the text, id."""
    return (statement.document, statement.anchor.start, statement.ordinal, statement.id)


def nearest_speakers(statement: Statement) -> tuple[Speaker, ...]:
    """The speakers nearest to the fact; empty when the report itself says so."""
    if not statement.speakers:
        return ()
    level = min(speaker.level for speaker in statement.speakers)
    return tuple(speaker for speaker in statement.speakers if speaker.level == level)
