"""Who was held when: a fresh case file in, the same with statuses, spells and groups out. Only people to whom something was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from according.domain.casefile import CaseFile
from according.domain.document import Document
from according.domain.statement import Judged
from according.reconcile import CustodyBook


def with_custody(case_file: CaseFile, documents: Sequence[Document], judged: Sequence[Judged]) -> CaseFile:
    """Custody on the last day any document speaks of, from which day to which it was what, and groups without names."""
    day = last_day(documents)
    if day is None:
        return case_file
    book = CustodyBook(case_file, documents, judged)
    people = [person.id for person in case_file.people if not person.unnamed and "patient" in person.roles]
    return replace(
        case_file,
        statuses=tuple(book.get_status(person, day) for person in people),
        spells=tuple(spell for person in people for spell in book.get_spells(person)),
        held_groups=book.get_all_groups(),
    )


def last_day(documents: Sequence[Document]) -> str | None:
    """The last day on which a document appeared, of those whose day is known."""
    days = [
        dated.edtf[:10]
        for document in documents
        for dated in (document.published, document.posted)
        if dated is not None and re.match(r"\d{4}-\d{2}-\d{2}", dated.edtf)
    ]
    return max(days, default=None)
