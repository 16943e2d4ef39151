"""Statements before and after reading again in, what changed out: new, gone, which fields, and what became of people's decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from according.domain.document import Document
from according.domain.statement import Judged, State, Statement
from according.export.statements import value_row


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that reads otherwise than before."""

    kind: str  # new, gone, changed
    statement: str
    document: str
    title: str
    quote: str
    fields: tuple[tuple[str, str, str], ...] = ()  # name, before, after, in words
    decision: str | None = None  # what became of a person's decision, in words


_FIELDS = (
    "type",
    "polarity",
    "stance",
    "phase",
    "participants",
    "count",
    "when",
    "where",
    "value",
    "speakers",
    "cites",
    "about",
)


def find_changes(
    before: Mapping[str, Statement],
    after: Mapping[str, Statement],
    documents: Sequence[Document],
    judged: Sequence[Judged],
) -> tuple[Change, ...]:
    """Every change in the order of documents and places. Spans, rules and traces are no change: nobody sees them."""
    titles = {document.id: document.title for document in documents}
    order = {document.id: number for number, document in enumerate(documents)}
    states = {item.statement.id: item for item in judged}
    found = list(_each(before, after, titles, states))
    where = {**before, **after}
    return tuple(
        sorted(found, key=lambda one: (order.get(one.document, -1), where[one.statement].anchor.start, one.statement))
    )


def _each(
    before: Mapping[str, Statement],
    after: Mapping[str, Statement],
    titles: Mapping[str, str],
    states: Mapping[str, Judged],
) -> Iterator[Change]:
    for identity in before.keys() | after.keys():
        old, new = before.get(identity), after.get(identity)
        item = new or old
        assert item is not None
        fields: tuple[tuple[str, str, str], ...] = ()
        if old is not None and new is not None:
            said = [(name, in_words(old, name), in_words(new, name)) for name in _FIELDS]
            fields = tuple(one for one in said if one[1] != one[2])
            if not fields:
                continue
        kind = "new" if old is None else "gone" if new is None else "changed"
        yield Change(
            kind, identity, item.document, titles.get(item.document, ""), item.quote.exact, fields, _fate(kind, states.get(identity))
        )  # fmt: skip


def _fate(kind: str, judged: Judged | None) -> str | None:
    """What became of the decision on a statement that changed."""
    if judged is None or kind == "new":
        return None
    if judged.earlier_decision == "rejected":
        return "you rejected it as it was before; it is proposed again"
    if judged.state is State.REJECTED:
        return "you rejected it; that holds"
    if judged.state is not State.ACCEPTED:
        return None
    if kind == "gone":
        return "you accepted it; it stays, though the reader no longer finds it"
    return "you accepted it; what you accepted stays in force, the new reading stands beside it"


def in_words(item: Statement, field: str) -> str:
    """A field as a person reads it; "nothing" where it is empty."""
    if field == "participants":
        return "; ".join(f"{one.role.value} {one.name}" for one in item.participants) or "nobody"
    if field == "speakers":
        return "; ".join(one.name for one in sorted(item.speakers, key=lambda one: one.level)) or "the report itself"
    if field == "count":
        return f"“{item.count.words}”" if item.count else "nothing"
    if field == "when":
        return item.when.edtf if item.when else "nothing"
    if field == "where":
        return item.where.name if item.where else "nothing"
    if field == "value":
        told = {key: part for key, part in (value_row(item.value) or {}).items() if part not in (None, False, [])}
        return ", ".join(f"{key} {part}" for key, part in told.items()) or "nothing"
    if field == "cites":
        return ", ".join(item.cites) or "nothing"
    if field == "about":
        return f"{item.about.kind.value} {item.about.statement}" if item.about else "nothing"
    return str(getattr(item, field).value if hasattr(getattr(item, field), "value") else getattr(item, field)).replace(
        "_", " "
    )
