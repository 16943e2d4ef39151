"""Decisions on mentions and statements carried into newer texts: each follows its words where they are found exactly once. Pure.

A mention's id is a function of its text, so without this a person's "not the same" would end with the next version of the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from according.domain.decision import Decision, Footing
from according.domain.document import Document
from according.domain.identity import mention_id, statement_id


def moved_members(decisions: Iterable[Decision], documents: Sequence[Document]) -> dict[str, str]:
    """Ids of mentions and statements that have others in the texts in force."""
    texts = {document.id: document for document in documents}
    moved = {}
    for footing in (footing for decision in decisions for footing in decision.footings):
        now = _now(footing, texts.get(footing.passage.document))
        if now is not None and now != footing.member:
            moved[footing.member] = now
    return moved


def _now(footing: Footing, document: Document | None) -> str | None:
    """Its id in the text in force; None where its words are not found exactly once."""
    passage = footing.passage
    if document is None:
        return None
    if document.text.digest == passage.digest:
        return footing.member
    wanted = passage.prefix + passage.exact + passage.suffix
    at = document.text.content.find(wanted)
    if at < 0 or document.text.content.find(wanted, at + 1) >= 0:
        return None
    start = at + len(passage.prefix)
    end = start + len(passage.exact)
    if footing.kind is None:
        return mention_id(document.id, document.text.digest, start, end)
    return statement_id(document.id, document.text.digest, start, end, footing.kind, footing.ordinal)


def follow_members(decisions: Sequence[Decision], documents: Sequence[Document]) -> list[Decision]:
    """The same decisions, standing on the mentions and statements of the texts in force."""
    moved = moved_members(decisions, documents)
    if not moved:
        return list(decisions)
    return [
        replace(
            decision,
            subject=moved.get(decision.subject, decision.subject),
            other=moved.get(decision.other, decision.other) if decision.other else None,
        )
        if decision.footings
        else decision
        for decision in decisions
    ]


def follow_allocated(allocated: Mapping[str, str], moved: Mapping[str, str]) -> dict[str, str]:
    """Ids once given out, by the members that hold them now; the old members stay, for whoever still names them."""
    return {**{moved[member]: given for member, given in allocated.items() if member in moved}, **allocated}


def lost_footings(decisions: Iterable[Decision], documents: Sequence[Document]) -> list[Decision]:
    """Decisions that stand on words no longer found exactly once: they wait for a person."""
    texts = {document.id: document for document in documents}
    return [
        decision
        for decision in decisions
        if any(_now(footing, texts.get(footing.passage.document)) is None for footing in decision.footings)
    ]
