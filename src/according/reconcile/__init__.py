"""Documents, statements, shared passages and decisions in; a case file out: people, events, rival accounts, disputes, custody on a day.

Pure and the same for any order of its inputs. It never decides who is right and never joins what a person holds apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from according.domain.casefile import CaseFile
from according.domain.decision import Decision
from according.domain.document import Document
from according.domain.event import HeldGroup, Status
from according.domain.shared import SharedPassage
from according.domain.statement import Judged
from according.reconcile.account_book import AccountBook
from according.reconcile.case import VERSION, as_people_said, build_case_file
from according.reconcile.custody import CustodyBook
from according.reconcile.engine import Engine
from according.reconcile.rulings import documents_ruled
from according.reconcile.words import place_assessments, place_wordings

__all__ = [
    "VERSION",
    "AccountBook",
    "CustodyBook",
    "Engine",
    "as_people_said",
    "documents_ruled",
    "held_groups_on",
    "place_assessments",
    "place_wordings",
    "prisoners_on",
    "reconcile",
    "status_on",
]


def reconcile(
    case: str,
    documents: Sequence[Document],
    judged: Sequence[Judged],
    shared: Sequence[SharedPassage],
    decisions: Sequence[Decision],
    allocated: Mapping[str, str],
) -> CaseFile:
    """All that is known of one case. `allocated` maps mention and statement ids to entity and event ids once given out."""
    return build_case_file(case, documents, judged, shared, decisions, allocated)


def status_on(
    case_file: CaseFile,
    documents: Sequence[Document],
    judged: Sequence[Judged],
    person_id: str,
    on: str,
    known_on: str | None = None,
) -> Status:
    """Custody of a person on a day (ISO 8601), with `known_on` from documents published by that day only.

    Raises NotFound for an id that is no person of the case, BadInput for a day that is none.
    """
    return CustodyBook(case_file, documents, judged, known_on).get_status(person_id, on)


def prisoners_on(
    case_file: CaseFile,
    documents: Sequence[Document],
    judged: Sequence[Judged],
    on: str,
    known_on: str | None = None,
) -> tuple[Status, ...]:
    """Everybody known to have been held on a day, by name. Known to be incomplete: a minimum."""
    return CustodyBook(case_file, documents, judged, known_on).get_held(on)


def held_groups_on(
    case_file: CaseFile,
    documents: Sequence[Document],
    judged: Sequence[Judged],
    on: str,
    known_on: str | None = None,
) -> tuple[HeldGroup, ...]:
    """Groups and nameless people told to have been held on a day, to stand beside the names. Never to be added up."""
    return CustodyBook(case_file, documents, judged, known_on).get_held_groups(on)
