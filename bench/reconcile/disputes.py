"""Marked disputes, and pairs that look like disputes and are none, beside the disputes of a case file."""

from __future__ import annotations

from typing import Any

from cases import At, Case, places
from events import overlaps
from ledger import Ledger

from according.domain.event import Dispute, DisputeValue, RelationKind
from according.domain.statement import Statement


def score_disputes(case: Case) -> Ledger:
    """Disputes found, missed, false by kind; non-disputes raised."""
    out = Ledger()
    seen = _Seen(case)
    taken: set[str] = set()
    for row in case.marks.of("dispute"):
        hits = [one for one in case.case_file.disputes if one.kind.value in row["kinds"] and seen.shows(one, row)]
        taken |= {one.id for one in hits}
        if row["need"] == "must":
            out.counts["disputes that must be found"][f"{row['kinds'][0]}: {'found' if hits else 'missed'}"] += 1
            sure = any(not one.possible for one in hits)
            out.counts["disputes, all kinds"]["found" if sure else "found as possible" if hits else "missed"] += 1
            if not hits:
                unread = seen.unread(row)
                out.counts["disputes, all kinds"]["missed with a side that was not read"] += unread
                others = sorted({one.kind.value for one in case.case_file.disputes if seen.shows(one, row)})
                told = " // ".join(case.text(places(side)[0]) for side in row["sides"])
                out.faults.append(
                    f"dispute missed: {'/'.join(row['kinds'])}: {told[:300]}{f' (shown as {others})' if others else ''}{' (not read)' if unread else ''}"
                )
        elif hits:
            out.counts["disputes, all kinds"]["fair ones found"] += 1
    for one in case.case_file.disputes:
        if one.id not in taken:
            doubt = "possible" if one.possible else "flat"
            out.counts["disputes, all kinds"][f"false, {doubt}"] += 1
            out.counts["false disputes by kind"][one.kind.value] += 1
            out.faults.append(f"dispute not marked ({doubt}): {one.kind.value}: {seen.told(one)}")
    _score_agreements(case, seen, out)
    return out


def _score_agreements(case: Case, seen: _Seen, out: Ledger) -> None:
    counts = out.counts["pairs that are no disputes"]
    for row in case.marks.of("agreement"):
        counts["marked"] += 1
        sides = [places(row["a"]), places(row["b"])]
        raised = [
            one for one in case.case_file.disputes if seen.opposes(one, sides) and not seen.bystanders(one, sides)
        ]
        flat = [one for one in raised if not one.possible]
        counts["raised"] += bool(flat)
        counts["raised as possible"] += bool(raised) and not flat
        for one in raised:
            out.faults.append(f"no dispute, but raised: {row['why']}: {one.kind.value}: {seen.told(one)}")


class _Seen:
    """Which side of which dispute stands on which passage."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.short = {document.id: name for name, document in case.documents.items()}
        self.by_id = {one.id: one for one in case.statements}

    def shows(self, dispute: Dispute, row: dict[str, Any]) -> bool:
        """Whether the dispute opposes two of the marked sides; one marked side alone need only be in it."""
        sides = [places(side) for side in row["sides"]]
        if len(sides) == 1:
            return any(self._stands(value, sides[0]) for value in dispute.values)
        return self.opposes(dispute, sides)

    def opposes(self, dispute: Dispute, sides: list[list[At]]) -> bool:
        """Whether two different values of the dispute stand on two different sides."""
        held = [[index for index, side in enumerate(sides) if self._stands(value, side)] for value in dispute.values]
        return any(a != b for i, ours in enumerate(held) for theirs in held[i + 1 :] for a in ours for b in theirs)

    def unread(self, row: dict[str, Any]) -> bool:
        """Whether no statement was read on one of the sides that are needed: then reconciling cannot find it."""
        read = [
            any(self._on(one, place) for one in self.case.statements for place in places(side)) for side in row["sides"]
        ]
        return sum(read) < min(2, len(read))

    def bystanders(self, dispute: Dispute, sides: list[list[At]]) -> bool:
        """Whether the two passages only stand in one dispute with a third that disputes one of them: their answers dispute nothing mutually."""
        if len(dispute.values) < 3:
            return False
        events = [event for event in self.case.case_file.events if event.id == dispute.about]
        accounts = [
            account for event in events for account in event.accounts if account.aspect is dispute.aspect
        ]  # fmt: skip
        ours, theirs = ([one for one in accounts if self._any_on(one.statements, side)] for side in sides)
        ids = {one.id for one in theirs}
        related = [relation.kind for one in ours for relation in one.relations if relation.to in ids]
        return bool(ours and theirs) and RelationKind.DISPUTES not in related

    def _any_on(self, statements: tuple[str, ...], side: list[At]) -> bool:
        return any(self._on(self.by_id[sid], place) for sid in statements if sid in self.by_id for place in side)

    def _stands(self, value: DisputeValue, side: list[At]) -> bool:
        return self._any_on(value.statements, side)

    def _on(self, statement: Statement, place: At) -> bool:
        document = self.short[statement.document]
        spans = [statement.anchor, statement.count, statement.when]
        return any(span is not None and overlaps(place, document, span.start, span.end) for span in spans)

    def told(self, dispute: Dispute) -> str:
        """The dispute on one line: sides, speakers, documents."""
        parts = []
        for value in dispute.values:
            where = sorted({self.short[self.by_id[sid].document] for sid in value.statements if sid in self.by_id})
            parts.append(f"“{' '.join(value.value.split())[:60]}” {value.speaker[:40]} [{' '.join(where)}]")
        return " // ".join(parts)
