"""What is told of one person's custody in; from which day to which it was what, out. The same for any day one asks on."""

from __future__ import annotations

from dataclasses import replace

from according.domain.event import Spell, StatusLine
from according.reconcile.days import day_text
from according.reconcile.marks import Mark
from according.reconcile.runs import HELD, fold
from according.reconcile.terms import before, find_end, find_terms
from according.reconcile.versions import ARREST_ALONE, STALE_AFTER, SURE_AFTER_ARREST, History, Versions

_LAST = 3_652_000  # a day nobody will ask about


def find_spells(person: str, history: History, versions: Versions) -> tuple[Spell, ...]:
    """Spells in order of time, each with the day after it left to the next; the time of which nothing is told is left out."""
    spells: list[Spell] = []
    days = sorted(_turning_days(history))
    for place, day in enumerate(days):
        lines = versions.on_day(history, day)
        last = days[place + 1] - 1 if place + 1 < len(days) else None
        spell = _spell(person, day, last, lines)
        if spells and _is_alike(spells[-1], spell):
            spells[-1] = replace(
                spells[-1], last=spell.last, evidence=tuple(sorted({*spells[-1].evidence, *spell.evidence}))
            )  # fmt: skip
        else:
            spells.append(spell)
    return tuple(spell for spell in spells if spell.evidence)


def _spell(person: str, day: int, last: int | None, lines: list[StatusLine]) -> Spell:
    held = [line for line in lines if line.status in HELD]
    best = lines[0]
    return Spell(
        person=person,
        first=day_text(day),
        last=day_text(last) if last is not None else None,
        status=best.status,
        held=len(held) == len(lines),
        disputed=0 < len(held) < len(lines),
        evidence=tuple(sorted({item for line in lines for item in line.evidence})),
        also=tuple(dict.fromkeys(line.status for line in lines[1:] if line.status is not best.status)),
    )


def _is_alike(a: Spell, b: Spell) -> bool:
    return (a.status, a.held, a.disputed, a.also) == (b.status, b.held, b.disputed, b.also)


def _turning_days(history: History) -> set[int]:
    """Every day on which the answer may change: what is told, and when patience or a term runs out."""
    marks = [mark for mark in history.marks if mark.custody is not None or mark.still or mark.procedure]
    days: set[int] = set()
    for mark in marks:
        days |= {max(mark.days.start, 2), mark.days.end}
        days |= {mark.days.end + wait + 1 for wait in _waits(mark)}
        end = _end_by(history.marks, mark)
        days |= {end + 1} if end is not None else set()
    for denial in history.denials:
        days |= {denial.days.start, denial.days.end}
    first = min((mark.days.end for mark in marks), default=0)
    return {day for day in days if first <= day < _LAST}


def _waits(mark: Mark) -> tuple[int, ...]:
    """After how many days of silence a mark may be too old; a step of procedure only makes an arrest last longer."""
    if mark.custody is None and not mark.still:
        return ()
    alone = mark.statement.type == "arrest"
    return (SURE_AFTER_ARREST, ARREST_ALONE, STALE_AFTER) if alone else (STALE_AFTER,)


def _end_by(marks: list[Mark], mark: Mark) -> int | None:
    told = before(marks, mark.days.end)
    runs = fold(told)
    if not runs:
        return None
    end = find_end(runs[-1].marks, told, find_terms(runs[-1].marks, marks, mark.days.end))
    return end.latest if end is not None else None
