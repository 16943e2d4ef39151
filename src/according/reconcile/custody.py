"""A case file and a day in; a person's custody on that day out, with evidence. Nobody is released by arithmetic, or held for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from according.domain.casefile import CaseFile
from according.domain.document import Document
from according.domain.entity import Entity
from according.domain.event import Custody, Status, StatusLine
from according.domain.statement import Judged, Statement
from according.errors import BadInput, NotFound
from according.language.transliterate import is_cyrillic
from according.reconcile.days import day_text, days_of
from according.reconcile.disagreements import (
    Denial,
    denials_of_custody,
    denials_of_hunger,
    find_denials,
    is_dated_by,
    rival_beginnings,
)
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence, gather_evidence
from according.reconcile.marks import Known, Mark, facility_of, find_marks
from according.reconcile.terms import before, find_end, find_terms, rival_terms, say_terms, single_term
from according.reconcile.voices import Voices

STALE_AFTER = 365  # days without word
ARREST_ALONE = 92  # days without word, where an arrest is all that was told: many are let go and no one writes it
HELD = frozenset({Custody.DETAINED, Custody.ADMINISTRATIVE_DETENTION, Custody.HOUSE_ARREST, Custody.IMPRISONED})
_OUT = frozenset({Custody.FREE, Custody.RELEASED, Custody.SUSPENDED_SENTENCE})
_SHORT_HUNGER = 60  # days a hunger strike is taken to last without word


class CustodyBook:
    """Custody of the people of one case file, from the documents known by a day."""

    def __init__(
        self, case_file: CaseFile, documents: Sequence[Document], judged: Sequence[Judged], known_on: str | None
    ) -> None:
        self._evidence = gather_evidence(case_file.case, documents, judged)
        self._known_on = known_on
        self._redirects = dict(case_file.redirects)
        self._known = Known(
            self._evidence,
            _known_documents(self._evidence, known_on),
            dict(case_file.entity_of),
            {sid: event for event in case_file.events for sid in event.statements},
        )
        entities = {person.id: person for person in case_file.people}
        everything = (*case_file.people, *case_file.organisations, *case_file.groups, *case_file.places)
        cast = Cast({item.id: item for item in everything}, dict(case_file.entity_of), dict(case_file.redirects))
        self._people = entities
        self._voices = Voices(self._evidence, cast)

    def get_status(self, person_id: str, on: str) -> Status:
        """Custody of one person on a day. Raises NotFound and BadInput."""
        person = self._get_person(person_id)
        day = _day(on)
        marks = find_marks(self._known, person.id, person.statements)
        denials = find_denials(self._known, person.id, person.statements)
        line, rivals = self._lines(marks, denials, day)
        return Status(
            person=person.id, name=person.name, on=on, known_on=self._known_on, line=line,
            lines=(line, *rivals) if rivals else (),
        )  # fmt: skip

    def get_held(self, on: str) -> tuple[Status, ...]:
        """Everybody who, as far as is known, was held on that day, by name."""
        found = [self.get_status(person, on) for person in sorted(self._people)]
        held = [status for status in found if any(line.status in HELD for line in (status.line, *status.lines))]
        return tuple(sorted(held, key=lambda status: (status.name, status.person)))

    def _get_person(self, person_id: str) -> Entity:
        person = self._people.get(self._redirects.get(person_id, person_id))
        if person is None:
            raise NotFound(f"No person {person_id!r} in this case; `according export FOLDER people` lists them.")
        return person

    def _lines(self, marks: list[Mark], denials: list[Denial], day: int) -> tuple[StatusLine, list[StatusLine]]:
        told = [mark for mark in marks if mark.custody is not None and mark.days.end <= day]
        if not told:
            possible = [mark for mark in marks if mark.custody is not None and mark.days.start <= day]
            return self._unknown(possible, marks, day), []
        last = told[-1]
        run = _run(last, told)
        versions = [self._line_with_term(term, marks, day) for term in rival_terms(last, told)]
        versions = versions or self._lines_by_beginning(run, marks, day)
        line = versions[0] if versions else self._line(last, told, marks, day)
        rivals = [self._line(rival, told, marks, day) for rival in _rivals(last, told, marks)]
        denied = self._denied(line, run, marks, denials, day)
        return line, [*versions[1:], *(rival for rival in rivals if rival.status is not line.status), *denied]

    def _lines_by_beginning(self, run: list[Mark], marks: list[Mark], day: int) -> list[StatusLine]:
        """A line for each day the sources give for the beginning; before the later of them, one says "not yet"."""
        groups = rival_beginnings(self._known, run, marks)
        lines = []
        for group in groups:
            others = {mark.statement.id for other in groups if other is not group for mark in other}
            kept = [mark for mark in marks if mark.statement.id not in others and not is_dated_by(groups, mark)]
            told = [mark for mark in kept if mark.custody is not None and mark.days.end <= day]
            if told and told[-1].custody is run[0].custody:
                lines.append(self._line(told[-1], told, kept, day))
            elif not told:
                lines.append(self._not_held([mark.statement for mark in group], until=group[0].edtf))
        return lines

    def _denied(
        self, line: StatusLine, run: list[Mark], marks: list[Mark], denials: list[Denial], day: int
    ) -> list[StatusLine]:
        out = []
        custody = denials_of_custody(self._known, denials, run, day) if line.status in HELD else []
        if custody:
            out.append(self._not_held([denial.statement for denial in custody]))
        hunger = denials_of_hunger(denials, marks, day, _SHORT_HUNGER)
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
        kept = [mark for mark in marks if single_term(mark) in (None, term)]
        told = [mark for mark in kept if mark.custody is not None and mark.days.end <= day]
        return self._line(told[-1], told, kept, day)

    def _unknown(self, possible: list[Mark], marks: list[Mark], day: int) -> StatusLine:
        return StatusLine(
            status=Custody.UNKNOWN,
            procedure=_latest_procedure(marks, day),
            evidence=tuple(sorted({mark.statement.id for mark in possible})),
            according_to=self._names(mark.statement for mark in possible),
        )

    def _line(self, last: Mark, told: list[Mark], marks: list[Mark], day: int) -> StatusLine:
        run = _run(last, told)
        terms = find_terms(marks, day) if last.custody in HELD or last.custody is Custody.SUSPENDED_SENTENCE else []
        until, until_text, basis = find_end(last, told, terms, marks, day)
        attested = [mark for mark in marks if mark.custody is last.custody and _is_attested(mark)]
        cited = sorted({mark.days.end for mark in attested if mark.days.end >= run[0].days.end})
        cited = sorted({run[0].days.end, *cited})
        later_word = any(mark.days.end >= day and not _comes_between(mark, last, told, marks, day) for mark in attested)
        last_cited = cited[-1] if cited else None
        over = until is not None and until < day and last.custody is not Custody.DEAD
        silent = last_cited is None or day - last_cited > _patience(run, marks, day)
        stale = (silent and not later_word and last.custody is not Custody.DEAD) or over
        status = last.custody or Custody.UNKNOWN
        if over or (stale and status in HELD and until is None) or (stale and status in _OUT):
            status = Custody.UNKNOWN
        used = _used(run, terms, marks, day)
        charge = _charge_words(self._known, marks, day)
        return StatusLine(
            status=status,
            since=_since(run),
            until=until_text,
            until_basis=basis,
            facility=next((text for mark in reversed(before(marks, day)) if (text := facility_of(mark))), None)
            if last.custody in HELD else None,
            sentence=say_terms(terms),
            charge=charge,
            procedure=_latest_procedure(marks, day),
            condition=_condition(marks, day) if last.custody is not Custody.DEAD else None,
            evidence=tuple(sorted({mark.statement.id for mark in used})),
            according_to=self._names(mark.statement for mark in used),
            first_cited=day_text(cited[0]) if cited else None,
            last_cited=day_text(last_cited) if last_cited is not None else None,
            stale=stale,
            term=" → ".join(terms) or None,
        )  # fmt: skip

    def _names(self, statements: Iterable[Statement]) -> tuple[str, ...]:
        return tuple(sorted({self._voices.of(statement).name for statement in statements}))


def _known_documents(evidence: Evidence, known_on: str | None) -> frozenset[str]:
    if known_on is None:
        return frozenset(evidence.documents)
    limit = _day(known_on)
    out = set()
    for document in evidence.documents.values():
        dated = document.published or document.posted
        days = days_of(dated.edtf) if dated else None
        if days is not None and days.end <= limit:
            out.add(document.id)
    return frozenset(out)


def _day(text: str) -> int:
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        raise BadInput(f"{text!r} is no day; write it as 2012-07-01.", text=text) from None


def _patience(run: list[Mark], marks: list[Mark], day: int) -> int:
    """How many days of silence a state is carried for."""
    followed = any(mark.procedure for mark in before(marks, day) if mark.days.end >= run[0].days.start)
    bare = all(mark.statement.type == "arrest" for mark in run)
    return ARREST_ALONE if bare and not followed else STALE_AFTER


def _is_attested(mark: Mark) -> bool:
    return mark.days.width <= 400


def _run(last: Mark, told: list[Mark]) -> list[Mark]:
    """The unbroken marks of one custody that end with `last`."""
    run = [last]
    for mark in reversed(told[: told.index(last)]):
        if mark.custody is not last.custody:
            break
        run.insert(0, mark)
    return run


def _rivals(last: Mark, told: list[Mark], marks: list[Mark]) -> list[Mark]:
    """The mark that says otherwise: of the same days, or a release that "is serving", told later, ignores."""
    rivals = _held_all_along(last, told, marks)
    for mark in told:
        if mark is last or mark.statement.document == last.statement.document or not _excludes(mark, last):
            continue
        same_days = mark.days.overlaps(last.days) and mark.days.width <= 31 and last.days.width <= 31
        ignored = last.is_state and mark.custody in _OUT and not any(
            other.custody in HELD and not other.is_state and mark.days.end <= other.days.end <= last.days.end
            for other in told if other is not mark
        )  # fmt: skip
        if same_days or ignored:
            rivals.append(mark)
    return rivals[-1:]


def _held_all_along(last: Mark, told: list[Mark], marks: list[Mark]) -> list[Mark]:
    """After a release by one source: what held before, if another source later tells of the same custody unbroken."""
    if last.custody not in _OUT:
        return []
    after = [mark for mark in marks if mark.custody is not None and mark.days.end > last.days.end]
    begun_anew = next((mark for mark in after if mark.custody in HELD), None)
    if begun_anew is None or not begun_anew.is_state or begun_anew.statement.document == last.statement.document:
        return []
    return [mark for mark in told if mark.custody is begun_anew.custody and mark.days.end <= last.days.end][-1:]


def _excludes(a: Mark, b: Mark) -> bool:
    def side(mark: Mark) -> int:
        return 0 if mark.custody in HELD else 1 if mark.custody in _OUT else 2

    return side(a) != side(b)


def _comes_between(mark: Mark, last: Mark, told: list[Mark], marks: list[Mark], day: int) -> bool:
    """Whether something else is told between `last` and a later mark, so that the later one says nothing of the day."""
    return (
        any(
            other.custody is not None and other.custody is not last.custody and day < other.days.end <= mark.days.end
            for other in marks
        )
        or not mark.is_state
    )


def _since(run: list[Mark]) -> str | None:
    first = run[0]
    return first.edtf or (day_text(first.days.end) if first.is_state else None)


def _used(run: list[Mark], terms: list[str], marks: list[Mark], day: int) -> list[Mark]:
    appeals = [mark for mark in before(marks, day) if terms and mark.statement.type.startswith("appeal_")]
    return [*run, *appeals]


def _latest_procedure(marks: list[Mark], day: int) -> str | None:
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
        lasting = _SHORT_HUNGER if mark.statement.type == "hunger_strike" else STALE_AFTER
        if mark.statement.type == "hunger_strike" and mark.condition is None:
            found = [text for text in found if text != "on hunger strike"]  # it was ended
        elif mark.condition and _is_attested(mark) and day - mark.days.end <= lasting:
            found.append(mark.condition)
    return "; ".join(dict.fromkeys(found)) or None
