"""Explain: the words of a statement, the rule that proposed it, what each field was read from, and what people said of it."""

from __future__ import annotations

from collections.abc import Iterator

from according import read
from according.archive import facts
from according.domain.document import Document
from according.domain.statement import Judged
from according.errors import NotFound
from according.export.statements import count_row, value_row
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder


def explain(folder: CaseFolder, identity: str) -> list[str]:
    """Lines for a person: of a statement, or of all words of a document that were read or passed over. Raises NotFound."""
    held = Holdings(folder)
    for document in held.documents:
        if document.id == identity:
            return list(_of_document(document))
    for judged in held.judged:
        if judged.statement.id == identity:
            document = next(item for item in held.documents if item.id == judged.statement.document)
            return list(_lines(judged, document, held))
    raise NotFound(
        f"There is no statement or document {identity} in this case; 'according export FOLDER statements' lists them."
    )


def _lines(judged: Judged, document: Document, held: Holdings) -> Iterator[str]:
    item = judged.statement
    outlet = document.outlet.name if document.outlet else "unknown outlet"
    published = document.published.edtf if document.published else "undated"
    yield f"“{item.quote.exact}”"
    yield f"  {document.title} · {outlet} · {published}"
    yield f"  document {document.id}, characters {item.quote.start} to {item.quote.end}; capture {document.capture or 'none'}"
    yield f"type       {item.type} ({item.kind.value}), {item.polarity.value}, {item.stance.value}, {item.phase.value}"
    for speaker in sorted(item.speakers, key=lambda one: one.level):
        told = [
            part
            for part in (speaker.kind.value, speaker.cue and f"“{speaker.cue}”", speaker.basis, speaker.setting)
            if part
        ]
        yield f"says       level {speaker.level}: {speaker.name} ({', '.join(told)}){_inferred(speaker.inferred)}"
    if not item.speakers:
        yield "says       the report itself"
    for participant in item.participants:
        counted = f", {participant.count.words}" if participant.count else ""
        yield f"{participant.role.value:<10} {participant.name} ({participant.kind.value}{counted}){_inferred(participant.inferred)}"
    count = count_row(item)
    if count:
        yield f"count      “{count['words']}”: {count['min']} to {count['max']} {count['unit'] or ''} ({count['mode']})"
    if item.when:
        doubt = f"; in doubt: {', '.join(item.when.doubt)}" if item.when.doubt else ""
        yield f"when       {item.when.edtf} from “{item.when.words}” by {item.when.rule} against {item.when.reference}{doubt}"
    if item.where:
        yield f"where      {item.where.name} from “{item.where.words}”"
    value = value_row(item.value)
    if value:
        yield "value      " + ", ".join(f"{key} {part}" for key, part in value.items() if part not in (None, False))
    if item.cites:
        yield f"cites      endnote {', '.join(item.cites)}"
    yield f"rule       {item.rule}"
    for step in item.trace:
        where = f" (characters {step.start} to {step.end})" if step.start is not None else ""
        yield f"  {step.field}: {step.said}{where}"
    yield f"state      {judged.state.value}"
    if judged.disowned:
        yield f"mark       {judged.disowned}"
    for field, changed in judged.corrections:
        yield f"  corrected {field} to {changed}"
    if judged.reading is not None:
        yield "  the present reader reads it differently; the accepted content stays in force"
    yield from _history(item.id, held)


def _of_document(document: Document) -> Iterator[str]:
    """What the present reader proposes, and every word that may name an event and was passed over, with why."""
    told = read.statements(document)
    text = document.text.content
    yield f"{document.title} ({document.id})"
    yield f"proposed    {len(told)}"
    for item in told:
        yield f"  {item.anchor.start:>7}  “{text[item.anchor.start : item.anchor.end]}” {item.type} by {item.rule} ({item.id})"
    over = read.passed_over(document, told)
    yield f"passed over {len(over)}"
    for one in over:
        place = f" at {one.because.start}" if one.because else ""
        yield f"  {one.start:>7}  “{one.word}” {one.type}: {one.why}{place}"


def _inferred(inferred: bool) -> str:
    return ", inferred" if inferred else ""


def _history(identity: str, held: Holdings) -> Iterator[str]:
    for decision in held.decisions:
        if decision.subject == identity:
            why = f": {decision.why}" if decision.why else ""
            yield f"decision   {decision.when} {decision.who}: {decision.verdict.value}{why} ({decision.id})"


def provenance(folder: CaseFolder, document: Document) -> list[str]:
    """How a document's bytes were had, one line per receipt."""
    if document.capture is None:
        return []
    receipts = facts.receipts_of(folder.store, folder.viewer, folder.case, document.capture)
    return [f"{receipt.received} from {receipt.origin} by {receipt.tool}" for receipt in receipts]
