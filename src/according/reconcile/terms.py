"""Marks of one person in; the terms imposed and when they end, out. The end is arithmetic and never a release."""

from __future__ import annotations

import calendar
import re
from datetime import date

from according.domain.event import Custody
from according.domain.statement import Sentence
from according.reconcile.days import Days, day_text, days_of
from according.reconcile.marks import Mark

_A_DAY = 700_000  # any day to add two terms to
_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?")


def before(marks: list[Mark], day: int) -> list[Mark]:
    return [mark for mark in marks if mark.days.end <= day]


def single_term(mark: Mark) -> str | None:
    """The one term a statement of a sentence gives; None for anything else or a range."""
    if mark.statement.type != "sentence" or mark.term is None or mark.term[0] != mark.term[1]:
        return None
    return mark.term[0]


def rival_terms(last: Mark, told: list[Mark]) -> list[str]:
    """Terms that different documents give for the sentence in force, most documents first; empty where they agree."""
    if last.custody is not Custody.IMPRISONED:
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
        longer = (_add_duration(_A_DAY, after) or 0) > (_add_duration(_A_DAY, before_) or 0)
        out += f", {'raised' if longer else 'reduced'} to {words}"
    return out


def _say_duration(term: str) -> str:
    match = _DURATION.fullmatch(term)
    if match is None:
        return term
    units = ("year", "month", "week", "day")
    parts = [
        f"{number} {unit}{'' if number == '1' else 's'}"
        for number, unit in zip(match.groups(), units, strict=True)
        if number
    ]
    return " ".join(parts) or term


def find_terms(marks: list[Mark], day: int) -> list[str]:
    """Terms in force one after the other: the sentence, then what an appeal left of it."""
    terms: list[str] = []
    for mark in before(marks, day):
        value = mark.statement.value
        if mark.statement.type == "sentence" and mark.term and mark.term[0] and mark.term[0] == mark.term[1]:
            terms = terms if terms and terms[0] == mark.term[0] else [mark.term[0]]
            reduced = value.sentence.reduced_to_years if value and value.sentence else None
            if reduced is not None and f"P{reduced:g}Y" not in terms:
                terms.append(f"P{reduced:g}Y")
        elif mark.procedure and value and value.outcome and (value.outcome.after or "").startswith("P"):
            if value.outcome.before and value.outcome.before.startswith("P") and not terms:
                terms.append(value.outcome.before)
            if value.outcome.after and value.outcome.after not in terms[1:]:
                terms.append(value.outcome.after)
    return terms


def find_end(
    last: Mark, told: list[Mark], terms: list[str], marks: list[Mark], day: int
) -> tuple[int | None, str | None, str | None]:
    """The last day the term can end, how to write it (a month where the beginning is known no better), and the basis."""
    if last.custody not in (Custody.IMPRISONED, Custody.ADMINISTRATIVE_DETENTION) or not terms:
        return None, None, None
    sentence_mark = next((mark for mark in reversed(before(marks, day)) if mark.statement.type == "sentence"), None)
    begun = _term_begins(sentence_mark, told)
    if begun is None:
        return None, None, None
    first, latest = _add_duration(begun.start, terms[-1]), _add_duration(begun.end, terms[-1])
    if first is None or latest is None:
        return None, None, None
    return latest, day_text(latest) if first == latest else day_text(first)[:7], "arithmetic"


def _term_begins(sentence_mark: Mark | None, told: list[Mark]) -> Days | None:
    """When the term runs from: as said, else the arrest that led to it, else the sentence."""
    if sentence_mark is None:
        return None
    sentence: Sentence | None = sentence_mark.statement.value.sentence if sentence_mark.statement.value else None
    said = days_of(sentence.starts) if sentence and sentence.starts else None
    if said is not None:
        return said
    begun = sentence_mark.days if sentence_mark.days.width <= 31 else None
    for mark in reversed(told):
        if mark.days.end > sentence_mark.days.end or mark is sentence_mark or mark.custody is Custody.IMPRISONED:
            continue
        if mark.custody is not Custody.DETAINED:
            break
        if mark.days.width <= 31 and not mark.is_state:
            begun = mark.days
    return begun


def _add_duration(start: int, duration: str) -> int | None:
    match = _DURATION.fullmatch(duration)
    if match is None:
        return None
    years, months, weeks, days = (float(part) if part else 0.0 for part in match.groups())
    begun = date.fromordinal(start)
    total = begun.month - 1 + round(years * 12 + months)
    year, month = begun.year + total // 12, total % 12 + 1
    if year > 9998:
        return None
    day = min(begun.day, calendar.monthrange(year, month)[1])
    return date(year, month, day).toordinal() + int(weeks * 7 + days)
