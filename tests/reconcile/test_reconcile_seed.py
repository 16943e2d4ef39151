"""The page the project began with, taken the whole way: rival death counts with their speakers, and no false alarm beside them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from according.domain.capture import Found
from according.domain.casefile import CaseFile
from according.domain.codec import canonical
from according.domain.document import Document
from according.domain.event import Aspect, DisputeKind, RelationKind
from according.domain.shared import SharedPassage
from according.domain.statement import Judged
from according.reconcile import reconcile

pytestmark = pytest.mark.seed
Heap = tuple[list[Document], list[Judged], list[SharedPassage]]


@pytest.fixture(scope="module")
def heap(seed_page: Path) -> Heap:
    """Documents, statements and shared passages of the page."""
    from according.compare import shared_passages
    from according.parse import parse
    from according.read import statements

    documents = list(parse(Found(seed_page.read_bytes(), seed_page.name), case="case").documents)
    judged = [Judged(statement) for document in documents for statement in statements(document)]
    return documents, judged, list(shared_passages(documents))


@pytest.fixture(scope="module")
def case_file(heap: Heap) -> CaseFile:
    """The case file of the page."""
    return reconcile("case", *heap, [], {})


def test_the_rival_death_counts_stand_in_one_event(case_file: CaseFile) -> None:
    first = case_file.disputes[0]
    assert (first.kind, first.aspect) == (DisputeKind.COUNT, Aspect.DEATHS)
    sides = {value.value.casefold(): value.speaker.casefold() for value in first.values}
    assert {"15", "at least 16", "about 70"} <= set(sides)
    assert sides["15"].endswith("government") and sides["about 70"] == "eyewitnesses"
    event = next(item for item in case_file.events if item.id == first.about)
    deaths = {item.value.words.casefold(): item for item in event.accounts if item.aspect is Aspect.DEATHS}
    assert {"ten", "at least 10"} <= set(deaths)
    assert (RelationKind.SUPERSEDES, deaths["ten"].id) in {(item.kind, item.to) for item in deaths["15"].relations}


def test_the_dates_that_cannot_all_be_true(case_file: CaseFile) -> None:
    kinds = [item.kind for item in case_file.disputes]
    assert {DisputeKind.DATE, DisputeKind.ORDER, DisputeKind.WEEKDAY} <= set(kinds)
    assert len(kinds) <= 8, kinds


def test_a_term_cut_on_appeal_is_told_as_both(case_file: CaseFile) -> None:
    outcomes = [item.outcome or "" for case in case_file.proceedings for item in case.defendants]
    assert "sentence: P7Y; appeal_granted: P5Y" in outcomes


def test_any_order_gives_the_same(heap: Heap, case_file: CaseFile) -> None:
    documents, judged, shared = (list(pile) for pile in heap)
    shuffler = random.Random(7)
    for pile in (documents, judged, shared):
        shuffler.shuffle(pile)  # type: ignore[arg-type]
    assert canonical(reconcile("case", documents, judged, shared, [], {})) == canonical(case_file)
