"""Roles, kinship, ownership over time: from the words of reports to ties with their days; no share is ever added up."""

from __future__ import annotations

import pytest
from test_reconcile_custody_read import Report, _document

from according.domain.entity import Entity, Tie
from according.domain.statement import Judged
from according.read import statements
from according.reconcile import reconcile


def _entities(*reports: Report) -> dict[str, Entity]:
    documents = [_document(number, report) for number, report in enumerate(reports)]
    judged = [Judged(statement) for document in documents for statement in statements(document)]
    case_file = reconcile("case", documents, judged, [], [], {})
    return {name.text: one for one in (*case_file.people, *case_file.organisations) for name in one.names}


def _roles(words: str, name: str) -> list[Tie]:
    return [tie for tie in _entities(Report("2031-05-04", words))[name].ties if tie.type == "role"]


@pytest.mark.parametrize(
    ("words", "name", "start", "end"),
    [
        ("Emil Dorshan was president of the union Zaboy from 2019 to 2023.", "Emil Dorshan", "2019", "2023"),
        ("Emil Dorshan was elected president of the union Zaboy on 3 May 2019.", "Emil Dorshan", "2019-05-03", None),
        ("Emil Dorshan has led the union Zaboy since 2019.", "Emil Dorshan", "2019", None),
        ("Emil Dorshan, president of the union Zaboy, denied it.", "Emil Dorshan", None, None),
        ("Эмиль Доршан возглавляет профсоюз «Забой» с 2019 года.", "Эмиль Доршан", "2019", None),
        ("Эмиль Доршан был председателем профсоюза «Забой» с 2019 по 2023 год.", "Эмиль Доршан", "2019", "2023"),
    ],
)
def test_a_role_has_the_days_that_are_told_and_the_day_it_was_said(
    words: str, name: str, start: str | None, end: str | None
) -> None:
    ties = _roles(words, name)
    assert ties and {(tie.start, tie.end, tie.cited) for tie in ties} == {(start, end, "2031-05-04")}


def test_a_day_of_something_else_is_no_beginning() -> None:
    ties = _roles("Emil Dorshan, president of the union Zaboy, was arrested on 3 May 2031.", "Emil Dorshan")
    assert ties and all(tie.start is None and tie.end is None for tie in ties)


def test_a_former_office_is_marked_as_past() -> None:
    assert [
        tie.former for tie in _roles("Emil Dorshan, the former head of the Dolnava police, denied it.", "Emil Dorshan")
    ] == [True]


def test_owners_stand_on_the_page_of_what_they_own_side_by_side() -> None:
    found = _entities(
        Report("2031-05-04", "Harl Minerals, which is listed in London, owns 49% of the Dolnava Copper Combine."),
        Report("2031-06-04", "Harl Minerals bought 39 per cent of the Dolnava Copper Combine in 2020."),
    )
    ties = [tie for tie in found["Dolnava Copper Combine"].ties if tie.reverse]
    assert {(tie.percent, tie.start, tie.cited) for tie in ties} == {
        (49.0, None, "2031-05-04"),
        (39.0, "2020", "2031-06-04"),
    }
    assert all(tie.type == "ownership" and (tie.other or tie.name) for tie in ties)
