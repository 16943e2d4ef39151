"""Marks and denials of one person and a day in; the versions of custody on that day out, the best supported first. Takes no side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from according.domain.event import Custody, StatusLine
from according.domain.statement import Statement
from according.language.transliterate import is_cyrillic
from according.reconcile.days import day_text
from according.reconcile.disagreements import (
    Denial,
    denials_of_custody,
    denials_of_hunger,
    is_dated_by,
    not_released,
    rival_beginnings,
    rival_marks,
)
from according.reconcile.marks import Known, Mark, facility_of
from according.reconcile.runs import HELD, OUT, Run, fold, held_since
from according.reconcile.terms import before, find_end, find_terms, rival_terms, say_terms, single_term
from according.reconcile.voices import Voices

STALE_AFTER = 365  # days without word
ARREST_ALONE = 92  # days without word, where an arrest is all that was told: many are let go and no one writes it
SURE_AFTER_ARREST = 3  # days held for sure, where a second arrest is told and nobody tells how the first ended
SHORT_HUNGER = 60  # days a hunger strike is taken to last without word
CONDITION_LASTS = 183  # days an illness or a ban is told of without word
_ATTESTS = 400  # days a mark may span and still be a word about a time


@dataclass(frozen=True, slots=True)
class History:
    """All that is told of one person's custody, in order of time."""

    marks: list[Mark]
    denials: list[Denial]


class Versions:
    """Makes lines of custody from what is known, with the names of those who say so."""

    def __init__(self, known: Known, voices: Voices) -> None:
        self._known = known
        self._voices = voices

    def on_day(self, history: History, day: int) -> list[StatusLine]:
        """One line, or several where the sources disagree; the first is the best supported."""
        marks = self._with_best_beginnings(history.marks, day)
        runs = fold(before(marks, day))
        if not runs:
            possible = [
                mark for mark in marks if mark.custody is not None and mark.days.start <= day and not _is_bound(mark)
            ]
            return [self._unknown(possible, marks, day)]
        told = before(marks, day)
        run = runs[-1]
        versions = [self._line_with_term(term, marks, day) for term in rival_terms(run.first, told)]
        versions = versions or self._lines_by_beginning(run, marks, day)
        line = versions[0] if versions else self._line(marks, day)
        rivals = [
            self._line([*before(told, 0), *_up_to(told, rival)], day, marks) for rival in rival_marks(runs, told, marks)
        ]
        rivals += self._not_released(runs, told, marks, day)
        dead = next((earlier for earlier in runs[:-1] if earlier.custody is Custody.DEAD), None)
        if dead is not None and line.status is not Custody.DEAD:
            rivals.insert(0, self._line(_up_to(told, dead.last), day))
        denied = self._denied(line, run, history, day)
        return [line, *versions[1:], *[rival for rival in rivals if rival.status is not line.status][:1], *denied]

    def _with_best_beginnings(self, marks: list[Mark], day: int) -> list[Mark]:
        """The marks without the less attested days of an arrest that custody went on from: the dispute of days is told elsewhere."""
        lesser: set[str] = set()
        for run in fold(before(marks, day))[:-1]:
            groups = rival_beginnings(self._known, run.marks, marks) if run.custody in HELD else []
            lesser |= {mark.statement.id for group in groups[1:] for mark in group}
        return [mark for mark in marks if mark.statement.id not in lesser] if lesser else marks

    def _lines_by_beginning(self, run: Run, marks: list[Mark], day: int) -> list[StatusLine]:
        """A line for each day the sources give for the beginning; before the later of them, one says "not yet"."""
        groups = rival_beginnings(self._known, run.marks, marks)
        lines = []
        for group in groups:
            others = {mark.statement.id for other in groups if other is not group for mark in other}
            kept = [mark for mark in marks if mark.statement.id not in others and not is_dated_by(groups, mark)]
            runs = fold(before(kept, day))
            if runs and runs[-1].custody is run.custody:
                lines.append(self._line(kept, day))
            elif not runs:
                lines.append(self._not_held([mark.statement for mark in group], until=group[0].edtf))
        return lines

    def _not_released(self, runs: Sequence[Run], told: list[Mark], marks: list[Mark], day: int) -> list[StatusLine]:
        """The custody before a release, for those who say there was no release."""
        said = [mark.statement for mark in not_released(runs, marks)]
        if not said:
            return []
        earlier = [mark for mark in told if mark.days.end < runs[-1].first.days.end or mark in runs[-2].marks]
        line = self._line([mark for mark in earlier if mark not in runs[-1].marks], day)
        held = line.status if line.status in HELD else runs[-2].custody
        days = [mark.days.end for mark in marks if mark.still and mark.statement in said]
        return [replace(
            line, status=held, stale=day - max(days) > STALE_AFTER, last_cited=day_text(max(days)),
            evidence=tuple(sorted({*line.evidence, *(item.id for item in said)})),
            according_to=self._names(said),
        )]  # fmt: skip

    def _denied(self, line: StatusLine, run: Run, history: History, day: int) -> list[StatusLine]:
        out = []
        custody = denials_of_custody(self._known, history.denials, run.marks, day) if line.status in HELD else []
        if custody:
            out.append(self._not_held([denial.statement for denial in custody]))
        hunger = denials_of_hunger(history.denials, history.marks, day, SHORT_HUNGER)
        if hunger and "on hunger strike" in (line.condition or ""):
            said = [denial.statement for denial in hunger]
            out.append(replace(
                line, condition="not on hunger strike", evidence=tuple(sorted(item.id for item in said)),
                according_to=self._names(said),
            ))  # fmt: skip
        return out

    def _not_held(self, statements: Sequence[Statement], until: str | None = None) -> StatusLine:
        return StatusLine(
            status=Custody.FREE, until=until, until_basis="said" if until else None,
            evidence=tuple(sorted(item.id for item in statements)), according_to=self._names(statements),
        )  # fmt: skip

    def _line_with_term(self, term: str, marks: list[Mark], day: int) -> StatusLine:
        """The line that follows from one of the terms the sources give for one sentence."""
        return self._line([mark for mark in marks if single_term(mark) in (None, term)], day)

    def _unknown(self, possible: list[Mark], marks: list[Mark], day: int) -> StatusLine:
        return StatusLine(
            status=Custody.UNKNOWN,
            procedure=latest_procedure(marks, day),
            condition=_condition(marks, day),
            evidence=tuple(sorted({mark.statement.id for mark in possible})),
            according_to=self._names(mark.statement for mark in possible),
        )

    def _line(self, marks: list[Mark], day: int, context: list[Mark] | None = None) -> StatusLine:
        """The line that follows from the marks; `context` holds those that tell of procedure, charge and condition as well."""
        about = context if context is not None else marks
        told = before(marks, day)
        runs = fold(told)
        run = runs[-1]
        terms = find_terms(run.marks, about, day) if _has_term(run) else []
        end = find_end(run.marks, told, terms)
        whole = fold(marks)
        cited = _cited(run, whole)
        over = end is not None and end.latest < day and run.custody in HELD
        stale = over or self._is_stale(run, cited, whole, about, day)
        status = run.custody
        if over or (stale and (status in OUT or (status in HELD and end is None))):
            status = Custody.UNKNOWN
        since = held_since(runs)
        used = _used(run, since, terms, about, day)
        held = run.custody in HELD
        return StatusLine(
            status=status,
            since=_since(run.first),
            until=end.text if end else None,
            until_basis=end.basis if end else None,
            facility=_facility(runs, about, day) if held else None,
            sentence=_sentence_words(run, terms),
            charge=_charge_words(self._known, about, day),
            procedure=latest_procedure(about, day),
            condition=_condition(about, day) if run.custody is not Custody.DEAD else None,
            evidence=tuple(sorted({mark.statement.id for mark in used})),
            according_to=self._names(mark.statement for mark in used),
            first_cited=day_text(cited[0]) if cited else None,
            last_cited=day_text(cited[-1]) if cited else None,
            stale=stale,
            term=" → ".join(terms) or None,
            held_since=_since(since) if since is not None else None,
            until_from=end.counted_from if end else None,
            last_told=run.custody if status is not run.custody else None,
            how=_how(run),
        )  # fmt: skip

    def _is_stale(self, run: Run, cited: list[int], whole: list[Run], about: list[Mark], day: int) -> bool:
        if run.custody is Custody.DEAD:
            return False
        full = _full_run(run, whole)
        heard = [mark.days.end for mark in full.marks if mark.days.end <= day]
        patience = _patience(run, about, day)
        if _is_followed_by_another(full, whole):
            patience = SURE_AFTER_ARREST
        silent = day - max(heard, default=cited[0]) > patience
        vouched = any(mark.days.end >= day and mark.is_state for mark in full.marks)
        return silent and not vouched

    def _names(self, statements: Iterable[Statement]) -> tuple[str, ...]:
        return tuple(sorted({self._voices.of(statement).name for statement in statements}))


def _is_bound(mark: Mark) -> bool:
    """Whether only the last day it can have been is known: then it may as well have been long before or never by that day."""
    return mark.days.start <= 1


def _up_to(told: list[Mark], rival: Mark) -> list[Mark]:
    return told[: told.index(rival) + 1]


def _has_term(run: Run) -> bool:
    return run.custody in HELD or run.custody is Custody.SUSPENDED_SENTENCE


def _full_run(run: Run, whole: Sequence[Run]) -> Run:
    """The run with what later reports add to it."""
    return next((full for full in whole if run.first in full.marks), run)


def _cited(run: Run, whole: Sequence[Run]) -> list[int]:
    """Days on which a source has the person in this custody, first to last."""
    days = {mark.days.end for mark in _full_run(run, whole).marks if mark.days.width <= _ATTESTS}
    return sorted({run.first.days.end, *days})


def _is_followed_by_another(full: Run, whole: Sequence[Run]) -> bool:
    """Whether the next thing told is the same custody begun anew: then this one ended, nobody says when."""
    place = next((n for n, other in enumerate(whole) if other.first is full.first), None)
    following = whole[place + 1] if place is not None and place + 1 < len(whole) else None
    return following is not None and following.custody is full.custody and full.custody is Custody.DETAINED


def _patience(run: Run, marks: list[Mark], day: int) -> int:
    """How many days of silence a state is carried for."""
    if all(mark.statement.value is not None and mark.statement.value.brief for mark in run.marks):
        return SURE_AFTER_ARREST
    followed = any(mark.procedure for mark in before(marks, day) if mark.days.end >= run.first.days.start)
    bare = all(mark.statement.type == "arrest" for mark in run.marks)
    return ARREST_ALONE if bare and not followed else STALE_AFTER


def _since(mark: Mark) -> str:
    """The day it began as told; "../day" where it is known only to have begun by that day."""
    if mark.edtf is not None and mark.days.start > 1:
        return mark.edtf
    return f"../{day_text(mark.days.end)}"


def _how(run: Run) -> str | None:
    """How a release came about, where it is told."""
    if run.custody is not Custody.RELEASED:
        return None
    for mark in run.marks:
        if mark.statement.type in ("amnesty", "pardon", "parole"):
            return mark.statement.type
        how = mark.statement.value.release if mark.statement.value else None
        if how and how != "unknown":
            return how
    return None


def _used(run: Run, since: Mark | None, terms: Sequence[str], marks: list[Mark], day: int) -> list[Mark]:
    appeals = [mark for mark in before(marks, day) if terms and mark.statement.type.startswith("appeal_")]
    return [*([since] if since is not None else []), *run.marks, *appeals]


def _facility(runs: Sequence[Run], marks: list[Mark], day: int) -> str | None:
    """Where the person is held by the latest word, within the custody that lasts."""
    since = held_since(runs)
    begun = since.days.start if since is not None else 0
    words = [text for mark in before(marks, day) if mark.days.end >= begun and (text := facility_of(mark))]
    return words[-1] if words else None


def _sentence_words(run: Run, terms: list[str]) -> str | None:
    if terms:
        return say_terms(terms)
    for mark in reversed(run.marks):
        sentence = mark.statement.value.sentence if mark.statement.value else None
        if sentence is not None and sentence.penalty == "death":
            return "death"
        if mark.term is not None and mark.term[0] != mark.term[1]:
            return " to ".join(say_terms([part]) or "" for part in mark.term if part) or None
    return None


def latest_procedure(marks: list[Mark], day: int) -> str | None:
    """The last step of the procedure told by that day."""
    return next((mark.procedure for mark in reversed(before(marks, day)) if mark.procedure), None)


def _charge_words(known: Known, marks: list[Mark], day: int) -> str | None:
    """The latest charge, in the Latin letters most reports of the same charge use where there are such."""
    for mark in reversed(before(marks, day)):
        if _charge_of(mark):
            event = known.event_of.get(mark.statement.id)
            same = Counter(
                text for other in marks
                if (text := _charge_of(other)) and (other is mark or (event and known.event_of.get(other.statement.id) is event))
            )  # fmt: skip
            return min(same, key=lambda text: (is_cyrillic(text), -same[text], text))
    return None


def _charge_of(mark: Mark) -> str | None:
    value = mark.statement.value
    if value is None:
        return None
    return value.charge.text if value.charge else value.sentence.charge if value.sentence else None


def _condition(marks: list[Mark], day: int) -> str | None:
    found: list[str] = []
    for mark in before(marks, day):
        lasting = SHORT_HUNGER if mark.statement.type == "hunger_strike" else CONDITION_LASTS
        if mark.statement.type == "hunger_strike" and mark.condition is None:
            found = [text for text in found if text != "on hunger strike"]  # it was ended
        elif mark.condition and mark.days.width <= _ATTESTS and day - mark.days.end <= lasting:
            found.append(mark.condition)
    return "; ".join(dict.fromkeys(found)) or None
