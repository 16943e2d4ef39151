"""Statements of one document in; disputes of arithmetic out: parts that cannot make the whole the document itself gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from according.domain.event import Dispute, DisputeKind, DisputeValue
from according.domain.statement import Count, CountMode, Statement
from according.reconcile.evidence import Evidence
from according.reconcile.pieces import aspect_of, counted, is_denied
from according.reconcile.sides import make_dispute
from according.reconcile.voices import Voices

_OUTCOMES = frozenset({"acquittal", "conviction", "sentence", "amnesty", "charge_dropped", "release"})
_NEAR = 450  # code points from one part to the next; parts of a whole are told in one breath


def find_arithmetic_disputes(
    evidence: Evidence, statements: Iterable[Statement], document: str, voices: Voices
) -> Iterator[Dispute]:
    """Outcomes of a trial that make more, or plainly less, than the number tried; a part larger than its whole.

    `statements`: of the one document, in reading order.
    """
    found: list[tuple[Statement, Count]] = []
    for statement in statements:
        count, _ = counted(statement)
        if count is not None and evidence.counts(statement) and not is_denied(statement):
            found.append((statement, count))
    yield from _parts_over_whole(document, found, voices)
    yield from _outcomes_of_trial(document, found, voices)


def _parts_over_whole(document: str, items: Sequence[tuple[Statement, Count]], voices: Voices) -> Iterator[Dispute]:
    for statement, count in items:
        if count.of is None or count.min is None or count.mode is CountMode.SHARE or count.min <= count.of:
            continue
        speaker = voices.of(statement).name
        values = [
            DisputeValue(count.words, speaker, (statement.id,)),
            DisputeValue(str(count.of), speaker, (statement.id,)),
        ]
        yield make_dispute(
            DisputeKind.PART_AND_WHOLE, document, "document", aspect_of(statement.type), values,
            [("part", str(count.min)), ("whole", str(count.of))], statement.id,
        )  # fmt: skip


def _outcomes_of_trial(document: str, items: Sequence[tuple[Statement, Count]], voices: Voices) -> Iterator[Dispute]:
    outcomes = [(statement, count) for statement, count in items if _is_part(statement, count)]
    for run in _runs(outcomes):
        wholes = {count.of for _, count in run if count.of is not None}
        if len(wholes) != 1:
            continue
        whole = wholes.pop()
        parts = _distinct_parts(run)
        sums = list(accumulate(number for number, _, _ in parts))
        if whole in sums:
            continue  # what is told after the whole is complete is of other people
        total = sums[-1] if sums else 0
        if len(parts) < 2 or whole is None or (total < whole and len(parts) < 3):
            continue
        sids = tuple(sorted(statement.id for _, statement, _ in parts))
        speaker = voices.of(parts[0][1]).name
        values = [
            DisputeValue(" + ".join(words for _, _, words in parts), speaker, sids),
            DisputeValue(str(whole), speaker, tuple(s.id for _, s, _ in parts if s is run[0][0]) or sids[:1]),
        ]
        facts = [("whole", str(whole)), ("sum", str(total))]
        facts += [(f"part_{statement.type}", str(number)) for number, statement, _ in parts]
        yield make_dispute(
            DisputeKind.ARITHMETIC, document, "document", aspect_of(run[0][0].type), values, facts, parts[0][1].id
        )


def _is_part(statement: Statement, count: Count) -> bool:
    return (
        statement.type in _OUTCOMES
        and count.mode is CountMode.TOTAL
        and not count.vague
        and count.min is not None
        and count.min == count.max
    )


def _runs(items: Sequence[tuple[Statement, Count]]) -> Iterator[list[tuple[Statement, Count]]]:
    """Outcomes told one after the other."""
    if not items:
        return
    run = [items[0]]
    for before, item in pairwise(items):
        if item[0].anchor.start - before[0].anchor.end > _NEAR:
            yield run
            run = []
        run.append(item)
    yield run


def _distinct_parts(run: list[tuple[Statement, Count]]) -> list[tuple[int, Statement, str]]:
    """Each number once: one group's conviction and sentence in one sentence are the same people."""
    parts: list[tuple[int, Statement, str]] = []
    seen: set[tuple[int | None, int]] = set()
    for statement, count in run:
        if count.of is not None and count.min == count.of:
            continue
        key = (count.start if count.start is not None else statement.quote.start, count.min or 0)
        if count.min is None or key in seen or any(number == count.min for number, _, _ in parts):
            continue
        seen.add(key)
        parts.append((count.min, statement, count.words))
    return parts
