"""Invented reports read by the real reader: texts in, the case file out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from according.compare import shared_passages
from according.domain.casefile import CaseFile
from according.domain.decision import Decision
from according.domain.document import Document, Outlet
from according.domain.statement import Judged
from according.read import plain_document, statements
from according.reconcile import reconcile


@dataclass(frozen=True)
class Report:
    """One invented report."""

    text: str
    published: str = "2031-03-05"
    outlet: str = ""
    language: str = "en"


def documents_of(*reports: Report | str) -> list[Document]:
    """The reports as documents, each of its own outlet unless said."""
    out = []
    for number, item in enumerate(reports):
        report = item if isinstance(item, Report) else Report(item)
        document = plain_document(report.text, published=report.published, language=report.language)
        outlet = Outlet(report.outlet or f"Paper {number + 1}")
        out.append(replace(document, id=f"d-{number}", case="case", key=str(number), title="", outlet=outlet))
    return out


def case_of(*reports: Report | str, decisions: list[Decision] | None = None) -> CaseFile:
    """The case file of the reports, read and reconciled as a user's would be."""
    documents = documents_of(*reports)
    judged = [Judged(statement) for document in documents for statement in statements(document)]
    return reconcile("case", documents, judged, list(shared_passages(documents)), decisions or [], {})
