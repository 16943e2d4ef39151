"""Who is named where, beside the figures: kept for statisticians, never turned into a figure."""

from __future__ import annotations

from invented_press import Paper, Press, person

from according.domain.casefile import CaseFile
from according.domain.event import Aspect, NamedList
from according.domain.statement import Polarity, Stance

NAMES = ("Milan Dort", "Adela Roska", "Petar Vond")


def _count(paper: Paper, count: int, where: str = "Orlova", when: str = "2031-03-04") -> str:
    return paper.says(
        f"{count} people were killed in {where} on that day {len(paper.pending)}", "killing", "killed", count=count,
        where=where, when=when,
    )  # fmt: skip


def _lists(case_file: CaseFile, press: Press, name: str) -> tuple[NamedList, ...]:
    return press.event_of(case_file, name).lists


def test_a_list_of_names_stands_beside_its_count(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    count = _count(paper, 23)
    for name in NAMES:
        paper.says(f"{name}, a docker, was killed.", "killing", "killed", people=name)
    _count(press.paper("two", "2031-03-05"), 23)
    case_file = press.reconcile()
    (listed,) = _lists(case_file, press, count)
    assert (listed.document, listed.aspect) == (paper.document().id, Aspect.DEATHS)
    assert set(listed.people) == {person(case_file, name).id for name in NAMES}
    figures = {item.id: item.value.words for item in press.event_of(case_file, count).accounts}
    assert [figures[item] for item in listed.accounts] == ["23"]
    assert case_file.disputes == ()  # three of twenty-three named contradicts nothing


def test_each_document_has_its_own_list(press: Press) -> None:
    counts = []
    for key, names in (("one", NAMES[:2]), ("two", NAMES[1:])):
        paper = press.paper(key, "2031-03-05")
        counts.append(_count(paper, 9))
        for name in names:
            paper.says(f"{name} was killed.", "killing", "killed", people=name)
    case_file = press.reconcile()
    lists = _lists(case_file, press, counts[0])
    assert [len(item.people) for item in lists] == [2, 2]
    in_both = set(lists[0].people) & set(lists[1].people)
    assert in_both == {person(case_file, "Adela Roska").id}


def test_who_died_elsewhere_or_is_said_not_to_have_died_is_on_no_list(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    count = _count(paper, 9)
    paper.says(
        "Milan Dort was killed in Sarnov.", "killing", "killed", people="Milan Dort", where="Sarnov", when="2031-03-04"
    )
    paper.says("Adela Roska was killed a year before.", "killing", "killed", people="Adela Roska", when="2030-03-04")
    paper.says(
        "Petar Vond was not killed.", "killing", "killed", people="Petar Vond", polarity=Polarity.DID_NOT_HAPPEN,
        stance=Stance.DENIED,
    )  # fmt: skip
    assert _lists(press.reconcile(), press, count) == ()


def test_a_name_far_from_two_massacres_is_on_neither_list(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    first, second = _count(paper, 9), _count(paper, 5, "Sarnov", "2031-01-04")
    paper.content += "\n" + "Much else was told. " * 60
    paper.says("Milan Dort was killed.", "killing", "killed", people="Milan Dort")
    case_file = press.reconcile()
    assert _lists(case_file, press, first) == _lists(case_file, press, second) == ()
