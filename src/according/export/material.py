"""What borrowed formats (entities, maps, calendars, lists) are made of: one value with its look-ups. Decides what counts as told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from according.domain.casefile import CaseFile
from according.domain.document import Document
from according.domain.entity import Entity
from according.domain.event import Dispute, DisputeKind, Event
from according.domain.statement import Judged, Polarity, Stance, State, Statement

_AS_SO = frozenset({Stance.ASSERTED, Stance.ADMITTED, Stance.ALLEGED, Stance.BELIEVED})
_DOUBTS = {DisputeKind.OCCURRENCE: "occurrence", DisputeKind.DATE: "date", DisputeKind.PLACE: "place"}


@dataclass(frozen=True)
class Material:
    """Documents, statements with their actors tied to entities, and the case file of one case."""

    case: str
    title: str
    documents: Sequence[Document]
    judged: Sequence[Judged]
    case_file: CaseFile
    language: str = "en"  # of the sentences made; names and quotations stay as they are

    @cached_property
    def document_of(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def told(self) -> dict[str, Judged]:
        """Statements by id; rejected ones are left out."""
        return {one.statement.id: one for one in self.judged if one.state is not State.REJECTED}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """People, organisations, groups and places by id."""
        file = self.case_file
        return {one.id: one for one in (*file.people, *file.organisations, *file.groups, *file.places)}

    @cached_property
    def disputes_of(self) -> dict[str, list[Dispute]]:
        """Disputes by what they are about; those a person set aside are left out."""
        found: dict[str, list[Dispute]] = {}
        for dispute in self.case_file.disputes:
            if dispute.decided != "dismissed":
                found.setdefault(dispute.about, []).append(dispute)
        return found

    def doubts(self, event: Event) -> list[str]:
        """What sources contradict one another in: occurrence, date, place."""
        return sorted({_DOUBTS[one.kind] for one in self.disputes_of.get(event.id, ()) if one.kind in _DOUBTS})

    def statements_of(self, event: Event) -> list[Judged]:
        """The statements that meet in an event, by id."""
        return [self.told[id] for id in event.statements if id in self.told]

    def is_told_as_so(self, event: Event) -> bool:
        """Whether anybody tells that it happened: not only denies, demands, fears or expects it, nor took it back."""
        return any(is_told_as_so(one) for one in self.statements_of(event))

    def homes_of(self, event: Event) -> list[Document]:
        """The documents that tell of an event, by id."""
        ids = sorted({one.statement.document for one in self.statements_of(event)})
        return [self.document_of[id] for id in ids if id in self.document_of]


def is_told_as_so(judged: Judged) -> bool:
    """Whether the statement tells its matter as so, and nobody took it back or says it was said under duress."""
    item = judged.statement
    return item.polarity is Polarity.HAPPENED and item.stance in _AS_SO and judged.disowned is None


def reference_day(document: Document) -> str | None:
    """The day the document speaks on (EDTF), as far as known."""
    dated = document.reference_date
    return dated.edtf if dated else None


def outlet_of(document: Document) -> str | None:
    """Name of who printed it."""
    outlet = document.outlet or (document.post.outlet if document.post else None)
    return outlet.name if outlet else None


def web_address(text: str | None) -> str | None:
    """The address where it is one of the web, else None: nothing else is ever written where programs follow links."""
    found = re.fullmatch(r"(https?://[^\s/?#]+)([^\s]*)", text or "")
    if found is None:
        return None
    return found.group(1) + (found.group(2) if found.group(2)[:1] in ("/", "?", "#") else "/")


def nearest(statement: Statement) -> list[str]:
    """Names of the speakers nearest to the fact, as written; empty where the report itself says so."""
    level = min((one.level for one in statement.speakers), default=0)
    return list(dict.fromkeys(one.name for one in statement.speakers if one.level == level))
