"""Marks of one person in; the terms imposed and when they end, out. The end is arithmetic and never a release."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from according.domain.event import Custody
from according.domain.statement import Sentence
from according.reconcile.days import Days, day_text, days_of
from according.reconcile.marks import Mark

UNTOLD = "?"  # the term after an appeal of which no report tells the outcome
_CHANGED_SOMEHOW = frozenset({"granted", "reduced", "increased", "partly"})
_WITH_END = frozenset(
    {Custody.IMPRISONED, Custody.ADMINISTRATIVE_DETENTION, Custody.DETAINED, Custody.HOUSE_ARREST}
)  # fmt: skip
_A_DAY = 700_000  # any day to add two terms to
_DURATION = re.compile(
    r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(\d+(?:\.\d+)?)H)?"
)


def before(marks: Sequence[Mark], day: int) -> list[Mark]:
    """Those that had come about by that day."""
    return [mark for mark in marks if mark.days.end <= day]


def single_term(mark: Mark) -> str | None:
    """The one term a statement of a sentence gives; None for anything else or a range."""
    if mark.statement.type != "sentence" or mark.term is None or mark.term[0] != mark.term[1]:
        return None
    return mark.term[0]


def rival_terms(begun: Mark, told: list[Mark]) -> list[str]:
    """Terms that different documents give for the sentence in force, most documents first; empty where they agree."""
    if begun.custody is not Custody.IMPRISONED:
        return []
    sentences = [mark for mark in told if single_term(mark) is not None]
    latest = sentences[-1] if sentences else None
    documents: dict[str, set[str]] = {}
    for mark in sentences:
        term = single_term(mark)
        if term is not None and latest is not None and mark.days.overlaps(latest.days):
            documents.setdefault(term, set()).add(mark.statement.document)
    ranked = sorted(documents, key=lambda term: (-len(documents[term]), term))
    return ranked if len(ranked) > 1 and len(set().union(*documents.values())) > 1 else []


def say_terms(terms: list[str]) -> str | None:
    """Terms one after the other, in words: "7 years, reduced to 5 years"."""
    said = [_say_duration(term) for term in terms]
    if len(terms) < 2:
        return said[0] if said else None
    out = said[0]
    for before_, after, words in zip(terms, terms[1:], said[1:], strict=False):
        if after == UNTOLD:
            out += ", changed on appeal, to what is not told"
            continue
        longer = (_add_duration(_A_DAY, after) or 0) > (_add_duration(_A_DAY, before_) or 0)
        out += f", {'raised' if longer else 'reduced'} to {words}"
    return out


def _say_duration(term: str) -> str:
    match = _DURATION.fullmatch(term)
    if match is None:
        return term
    units = ("year", "month", "week", "day", "hour")
    parts = [
        f"{number} {unit}{'' if number == '1' else 's'}"
        for number, unit in zip(match.groups(), units, strict=True)
        if number
    ]
    return " ".join(parts) or term


def find_terms(run: Sequence[Mark], marks: Sequence[Mark], day: int) -> list[str]:
    """Terms in force one after the other: of a sentence, then what an appeal left of it; else how long custody was ordered for.

    `UNTOLD` stands last where an appeal was granted and no report says with what outcome.
    """
    if run[0].custody not in (Custody.IMPRISONED, Custody.SUSPENDED_SENTENCE):
        ordered = [mark.term[0] for mark in run if mark.term and mark.term[0] and mark.term[0] == mark.term[1]]
        return ordered[-1:]
    terms: list[str] = []
    steps = sorted(_steps(marks, day), key=lambda step: step[0])
    for place, (when, mark_term, earlier, begins) in enumerate(steps):
        if begins:
            terms = terms if terms and terms[0] == mark_term else [mark_term]
            continue
        if mark_term == UNTOLD and any(other[1] != UNTOLD and other[0] >= when for other in steps[place + 1 :]):
            continue
        terms = terms or ([earlier] if earlier else [])
        if mark_term not in terms[1:] and terms[-1:] != [mark_term]:
            terms = [*(term for term in terms if term != UNTOLD), mark_term]
    return terms


def _steps(marks: Sequence[Mark], day: int) -> Iterator[tuple[int, str, str | None, bool]]:
    """What changed the term by that day: since when that is known, the new term, the one before it, whether it is a new sentence."""
    cut_on = _appeal_days(marks)
    for mark in before(marks, day):
        value = mark.statement.value
        if mark.statement.type == "sentence" and mark.term and mark.term[0] and mark.term[0] == mark.term[1]:
            yield mark.days.end, mark.term[0], None, True
            reduced = value.sentence.reduced_to_years if value and value.sentence else None
            after = f"P{reduced:g}Y" if reduced is not None else None
            known = cut_on.get(after or "", mark.published or mark.days.end)
            if after is not None and known <= day:  # told with the sentence, but it came later
                yield known, after, mark.term[0], False
        elif mark.procedure and value and value.outcome:
            outcome = value.outcome
            if (outcome.after or "").startswith("P"):
                yield mark.days.end, outcome.after or "", _as_term(outcome.before), False
            elif mark.statement.type == "appeal_granted" and outcome.outcome in _CHANGED_SOMEHOW:
                yield mark.days.end, UNTOLD, None, False


def _as_term(words: str | None) -> str | None:
    return words if words and words.startswith("P") else None


def _appeal_days(marks: Sequence[Mark]) -> dict[str, int]:
    """For each term an appeal left: the first day by which some report has it."""
    out: dict[str, int] = {}
    for mark in marks:
        outcome = mark.statement.value.outcome if mark.statement.value else None
        if outcome is not None and outcome.after:
            out[outcome.after] = min(mark.days.end, out.get(outcome.after, mark.days.end))
    return out


@dataclass(frozen=True, slots=True)
class End:
    """When a term ends by the calendar. `text` is EDTF: a month where the beginning is known no better, "../day" for "by that day"."""

    latest: int
    text: str
    basis: str  # said, arithmetic
    counted_from: str | None = None  # EDTF


def find_end(run: Sequence[Mark], told: Sequence[Mark], terms: Sequence[str]) -> End | None:
    """The end of the custody the run of marks tells of; None where nothing says or lets one reckon it."""
    said = [mark for mark in run if (until := until_of(mark)) and days_of(until)]
    if said and run[0].custody is not Custody.IMPRISONED:
        until = until_of(said[-1]) or ""
        days = days_of(until)
        return End(days.end, until, "said") if days else None
    if run[0].custody not in _WITH_END or not terms or terms[-1] == UNTOLD:
        return None
    begun, is_bound = _term_begins(run, told)
    if begun is None:
        return None
    first, latest = _add_duration(begun.start, terms[-1]), _add_duration(begun.end, terms[-1])
    if first is None or latest is None:
        return None
    if is_bound:
        return End(latest, f"../{day_text(latest)}", "arithmetic", f"../{day_text(begun.end)}")
    if first == latest:
        return End(latest, day_text(latest), "arithmetic", day_text(begun.start))
    return End(latest, day_text(first)[:7], "arithmetic", day_text(begun.start)[:7])


def until_of(mark: Mark) -> str | None:
    """The day a court or a report names as the end of custody (EDTF)."""
    return mark.statement.value.until if mark.statement.value else None


def _term_begins(run: Sequence[Mark], told: Sequence[Mark]) -> tuple[Days | None, bool]:
    """When the term runs from, and whether that is only the last day it can be.

    As said, else the arrest that led to the sentence, else the sentence or the order itself.
    """
    if run[0].custody is not Custody.IMPRISONED:
        ordered = next((mark for mark in reversed(run) if mark.term is not None and mark.days.width <= 31), None)
        return (ordered.days if ordered else None), False
    sentence_mark = next((mark for mark in reversed(told) if mark.statement.type == "sentence"), None)
    if sentence_mark is None:
        return None, False
    sentence: Sentence | None = sentence_mark.statement.value.sentence if sentence_mark.statement.value else None
    said = days_of(sentence.starts) if sentence and sentence.starts else None
    if said is not None:
        return said, False
    begun = sentence_mark.days if sentence_mark.days.width <= 31 else None
    undated = False
    for mark in reversed(told):
        if mark.days.end > sentence_mark.days.end or mark is sentence_mark or mark.custody is Custody.IMPRISONED:
            continue
        if mark.custody is None:
            continue
        if mark.custody not in (Custody.DETAINED, Custody.HOUSE_ARREST):
            break
        if mark.days.width <= 31 and not mark.is_state and mark.custody is Custody.DETAINED:
            begun, undated = mark.days, False
        elif mark.days.width > 31:
            undated = True
    return begun, undated and begun is not None


def _add_duration(start: int, duration: str) -> int | None:
    match = _DURATION.fullmatch(duration)
    if match is None:
        return None
    years, months, weeks, days, hours = (float(part) if part else 0.0 for part in match.groups())
    begun = date.fromordinal(start)
    total = begun.month - 1 + round(years * 12 + months)
    year, month = begun.year + total // 12, total % 12 + 1
    if year > 9998:
        return None
    day = min(begun.day, calendar.monthrange(year, month)[1])
    return date(year, month, day).toordinal() + int(weeks * 7 + days + hours / 24)
