"""A judged statement in, its row with the contract's keys out. Adds nothing that was not read or decided."""

from __future__ import annotations

import json
from typing import Any

from according.domain.codec import to_json
from according.domain.statement import Judged, Statement, Value
from according.export.rows import Row, plain_row


def statement_row(judged: Judged) -> Row:
    """A statement with the contract's keys."""
    item = judged.statement
    return {
        "id": item.id,
        "document": item.document,
        "quote": item.quote.exact,
        "start": item.quote.start,
        "end": item.quote.end,
        "anchor": {"start": item.anchor.start, "end": item.anchor.end, "text": _anchor_text(item)},
        "kind": item.kind.value,
        "type": item.type,
        "phase": item.phase.value,
        "polarity": item.polarity.value,
        "stance": item.stance.value,
        "about": to_json(item.about),
        "speakers": [_actor_row(speaker) for speaker in item.speakers],
        "participants": [_actor_row(participant) for participant in item.participants],
        "count": count_row(item),
        "when": item.when.edtf if item.when else None,
        "when_words": item.when.words if item.when else None,
        "when_rule": item.when.rule if item.when else None,
        "when_doubt": list(item.when.doubt) if item.when else [],
        "where": item.where.name if item.where else None,
        "where_detail": to_json(item.where),
        "value": value_row(item.value),
        "cites": list(item.cites),
        "proposed_by": item.rule,
        "inferred": list(item.inferred),
        "state": judged.state.value,
        "corrections": {field: json.loads(value) for field, value in judged.corrections},
        "disowned": judged.disowned,
        "earlier_decision": judged.earlier_decision,
        "changed_reading": None if judged.reading is None else judged.reading.quote.exact,
    }


def _anchor_text(item: Statement) -> str | None:
    start, end = item.anchor.start - item.quote.start, item.anchor.end - item.quote.start
    return item.quote.exact[start:end] if 0 <= start < end <= len(item.quote.exact) else None


def _actor_row(actor: Any) -> Row:
    row = plain_row(actor)
    if row.get("count") is not None and actor.count is not None:
        row["count"] = plain_row(actor.count)
    return row


def count_row(item: Statement) -> Row | None:
    """The count with every key, or None."""
    return plain_row(item.count) if item.count else None


def value_row(value: Value | None) -> Row | None:
    """The value as one flat object in the contract's terms."""
    if value is None:
        return None
    row: Row = {}
    for name in ("charge", "sentence", "role", "ownership", "statistic"):
        part = getattr(value, name)
        if part is not None:
            row |= plain_row(part)
    if value.outcome is not None:
        row |= {"outcome": value.outcome.outcome, "from": value.outcome.before, "to": value.outcome.after}
    if value.methods:
        row["methods"] = list(value.methods)
    for name in ("release", "cause", "condition", "content", "kin", "duration"):
        if getattr(value, name) is not None:
            row[name] = getattr(value, name)
    for name in ("reason", "money"):
        if getattr(value, name) is not None:
            row[name] = plain_row(getattr(value, name))
    return row or None
