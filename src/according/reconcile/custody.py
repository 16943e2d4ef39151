"""A case file and a day in; a person's custody on that day out, with evidence. Nobody is released by arithmetic, or held for ever.

What is said of one person follows from that person's statements, the events they stand in and the dates of their documents only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from according.domain.casefile import CaseFile
from according.domain.document import Document
from according.domain.entity import Entity
from according.domain.event import HeldGroup, Spell, Status
from according.domain.statement import Judged
from according.errors import BadInput, NotFound
from according.reconcile.days import days_of
from according.reconcile.disagreements import find_denials
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence, gather_evidence
from according.reconcile.marks import Known, find_marks
from according.reconcile.placing import place_undated
from according.reconcile.runs import HELD
from according.reconcile.spells import find_spells
from according.reconcile.unnamed import find_all_groups, find_held_groups
from according.reconcile.versions import History, Versions
from according.reconcile.voices import Voices


class CustodyBook:
    """Custody of the people of one case file, from the documents known by a day."""

    def __init__(
        self, case_file: CaseFile, documents: Sequence[Document], judged: Sequence[Judged], known_on: str | None = None
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
        everything = (*case_file.people, *case_file.organisations, *case_file.groups, *case_file.places)
        cast = Cast({item.id: item for item in everything}, dict(case_file.entity_of), dict(case_file.redirects))
        self._people = {person.id: person for person in case_file.people}
        self._versions = Versions(self._known, Voices(self._evidence, cast))

    def get_status(self, person_id: str, on: str) -> Status:
        """Custody of one person on a day. Raises NotFound and BadInput."""
        person = self._get_person(person_id)
        lines = self._versions.on_day(self._history(person), day_number(on))
        return Status(
            person=person.id, name=person.name, on=on, known_on=self._known_on, line=lines[0],
            lines=tuple(lines) if len(lines) > 1 else (),
        )  # fmt: skip

    def get_spells(self, person_id: str) -> tuple[Spell, ...]:
        """From which day to which day a person's custody is known to have been what. Raises NotFound."""
        person = self._get_person(person_id)
        history = self._history(person)
        return find_spells(person.id, history, self._versions)

    def get_held(self, on: str) -> tuple[Status, ...]:
        """Everybody known by name who, as far as is known, was held on that day, by name."""
        named = [person for person in sorted(self._people) if not self._people[person].unnamed]
        found = [self.get_status(person, on) for person in named]
        held = [status for status in found if any(line.status in HELD for line in (status.line, *status.lines))]
        return tuple(sorted(held, key=lambda status: (status.name, status.person)))

    def get_held_groups(self, on: str) -> tuple[HeldGroup, ...]:
        """Those told to have been held on that day without a name, each as said; never to be added up."""
        return find_held_groups(self._known, self._versions, self._people, day_number(on))

    def get_all_groups(self) -> tuple[HeldGroup, ...]:
        """Those ever told to have been held without a name, each with the days; never to be added up."""
        return find_all_groups(self._known, self._versions, self._people)

    def _history(self, person: Entity) -> History:
        marks = place_undated(find_marks(self._known, person.id, person.statements))
        return History(marks, find_denials(self._known, person.id, person.statements))

    def _get_person(self, person_id: str) -> Entity:
        person = self._people.get(self._redirects.get(person_id, person_id))
        if person is None:
            raise NotFound(f"No person {person_id!r} in this case; `according export FOLDER people` lists them.")
        return person


def _known_documents(evidence: Evidence, known_on: str | None) -> frozenset[str]:
    if known_on is None:
        return frozenset(evidence.documents)
    limit = day_number(known_on)
    out = set()
    for document in evidence.documents.values():
        dated = document.published or document.posted
        days = days_of(dated.edtf) if dated else None
        if days is not None and days.end <= limit:
            out.add(document.id)
    return frozenset(out)


def day_number(text: str) -> int:
    """The ordinal of a day written as ISO 8601. Raises BadInput."""
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        raise BadInput(f"{text!r} is no day; write it as 2012-07-01.", text=text) from None
