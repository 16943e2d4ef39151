"""Disputes and people's words on them in; the disputes with those words out. A word stays while the sides are the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from according.domain.decision import Decision, Verdict
from according.domain.event import Dispute
from according.reconcile.sameness import standing_decisions
from according.reconcile.sides import dispute_id

_WORDS = {
    Verdict.REAL: "real",
    Verdict.EXPLAINED: "explained",
    Verdict.OTHER_SCOPE: "different_scope",
    Verdict.DISMISSED: "dismissed",
}


def with_words(
    found: Mapping[str, Dispute], decisions: Sequence[Decision], redirects: Mapping[str, str]
) -> tuple[Dispute, ...]:
    """The disputes, most serious first, with what people said of them: it stays while the sides are the same, and asks for a new
    look when one comes or goes."""
    out = dict(found)
    earlier = _earlier_ids(found.values(), redirects)
    for decision in standing_decisions(decisions):
        told = out.get(decision.subject) or out.get(earlier.get(decision.subject, ""))
        if told is not None and decision.verdict in _WORDS:
            changed = decision.seen is not None and decision.seen != told.sides
            out[told.id] = replace(told, decided=_WORDS[decision.verdict], why=decision.why, look_again=changed)
    return tuple(sorted(out.values(), key=lambda dispute: (-dispute.seriousness, dispute.id)))


def _earlier_ids(disputes: Iterable[Dispute], redirects: Mapping[str, str]) -> dict[str, str]:
    """Ids under which disputes were known before what they are about met another, and what they lead to now."""
    about: dict[str, list[Dispute]] = {}
    for dispute in disputes:
        about.setdefault(dispute.about, []).append(dispute)
    return {
        dispute_id(dispute.kind, old, dispute.aspect, dispute.scope): dispute.id
        for old, new in sorted(redirects.items()) for dispute in about.get(new, ())
    }  # fmt: skip
