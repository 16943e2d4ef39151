"""Decisions of sameness in; clusters with joins and bars in force out. The last word on each pair; "different" before "same"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from according.domain.decision import Decision, Verdict
from according.domain.entity import JoinReason
from according.reconcile.clusters import Clusters


@dataclass(slots=True)
class Joined:
    """The clusters, why they were joined, and proposals."""

    clusters: Clusters
    joins: list[JoinReason] = field(default_factory=list)
    maybe: list[JoinReason] = field(default_factory=list)


def standing_decisions(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions that were not undone, oldest first."""
    ordered = sorted(decisions, key=lambda decision: (decision.sequence, decision.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.verdict is Verdict.UNDO and decision.id not in undone:
            undone.add(decision.other or decision.subject)
    return [item for item in ordered if item.verdict is not Verdict.UNDO and item.id not in undone]


def about_members(
    decisions: Iterable[Decision], allocated: Mapping[str, str], prefix: str, letters: tuple[str, ...]
) -> list[Decision]:
    """Decisions on clusters (`letters` of their ids) as decisions on the member each is named after."""
    holder: dict[str, str] = {}
    for held, given in allocated.items():  # in the order they were given out: the first is whom people meant
        if held.startswith(prefix):
            holder.setdefault(given, held)

    def member(item: str) -> str:
        return holder.get(item, prefix + item[2:]) if item.startswith(letters) else item

    return [
        replace(decision, subject=member(decision.subject), other=member(decision.other))
        if decision.other and decision.verdict is not Verdict.UNDO
        else decision
        for decision in decisions
    ]


def pairs_decided(decisions: Iterable[Decision], prefix: str) -> dict[tuple[str, str], Decision]:
    """The last word on each pair of members, by the pair in order."""
    last: dict[tuple[str, str], Decision] = {}
    for decision in standing_decisions(decisions):
        if decision.verdict not in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE) or not decision.other:
            continue
        pair = (min(decision.subject, decision.other), max(decision.subject, decision.other))
        if all(item.startswith(prefix) for item in pair) and pair[0] != pair[1]:
            last[pair] = decision
    return last


def apply_sameness(joined: Joined, decisions: Sequence[Decision], prefix: str) -> None:
    """Put in force what people said of sameness: "different" before "same"."""
    said = sorted(pairs_decided(decisions, prefix).items(), key=lambda item: (item[1].sequence, item[1].id))
    for (a, b), decision in said:
        if decision.verdict is Verdict.DIFFERENT:
            joined.clusters.keep_apart(a, b)
    for (a, b), decision in said:
        if decision.verdict is Verdict.SAME:
            if joined.clusters.join(a, b):
                joined.joins.append(JoinReason(a, b, "person", (decision.why or "a person said so",)))
            else:
                joined.maybe.append(JoinReason(a, b, "proposed", ("decisions contradict each other",)))
    for (a, b), decision in said:
        if decision.verdict is Verdict.UNSURE:
            joined.maybe.append(JoinReason(a, b, "proposed", ("a person was unsure",)))


def event_sameness(statements: Iterable[str], decisions: Sequence[Decision], allocated: Mapping[str, str]) -> Joined:
    """What people said of events, as joins and bars between statement ids. An event id stands for its first statement."""
    joined = Joined(Clusters(sorted(set(statements))))
    apply_sameness(joined, about_members(decisions, allocated, "s-", ("e-",)), "s-")
    return joined
