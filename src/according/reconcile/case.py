"""The whole of reconciling on one page, step by step; every step is a pure function of the ones before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from according.domain.casefile import CaseFile
from according.domain.decision import Decision
from according.domain.document import Document
from according.domain.findings import put_together
from according.domain.shared import SharedPassage
from according.domain.statement import Judged
from according.domain.workbook import MemoryWorkbook
from according.reconcile.disputing import with_words
from according.reconcile.engine import Engine
from according.reconcile.stock import MemoryStock

VERSION = "9"


def build_case_file(
    case: str, documents: Sequence[Document], judged: Sequence[Judged], shared: Sequence[SharedPassage],
    decisions: Sequence[Decision], allocated: Mapping[str, str],
) -> CaseFile:  # fmt: skip
    """Everything at once, in memory: from statements to knowledge that says how it knows."""
    held = {document.id for document in documents if document.case == case}
    stock = MemoryStock(
        (document for document in documents if document.id in held),
        (item for item in judged if item.statement.document in held),
        (item for item in shared if item.a in held and item.b in held),
    )
    outcome = Engine(case, MemoryWorkbook(), stock, decisions, allocated).run(held)
    parts: dict[str, list[Any]] = defaultdict(list)
    for (part, _), nouns in outcome.made.items():
        parts[part].extend(nouns)
    return as_people_said(put_together(case, parts), decisions)


def as_people_said(case_file: CaseFile, decisions: Sequence[Decision]) -> CaseFile:
    """The case file with what people said of disputes."""
    found = {dispute.id: dispute for dispute in case_file.disputes}
    return replace(case_file, disputes=with_words(found, decisions, dict(case_file.redirects)))
