"""Reports that look as if they contradicted each other and do not, read by the real reader; beside each, the pair that does."""

from __future__ import annotations

import pytest
from reported import Report, case_of

from according.domain.event import Aspect, DisputeKind, RelationKind


def _ru(text: str, published: str = "2031-03-05", outlet: str = "") -> Report:
    return Report(text, published, outlet, "ru")


DAY = "in Tarvinsk on 4 March"
NINE = Report(f"Nine people were killed {DAY}.")
AGREE = {
    "two towns": [NINE, Report("Seventeen people were killed in Ravnitsk on 4 March.")],
    "two days": [NINE, Report("Seventeen people were killed in Tarvinsk on 20 March.", "2031-03-21")],
    "a figure that grew in the news": [
        NINE, Report("The number of people killed in Tarvinsk on 4 March has risen to seventeen.", "2031-03-08"),
    ],
    "killed or injured, and killed": [NINE, Report(f"Seventy people were killed or injured {DAY}.")],
    "officers among those killed": [
        Report(f"Seventeen people, including three police officers, were killed {DAY}."),
        Report(f"Three police officers were killed {DAY}."),
    ],
    "police killed, and civilians killed": [
        Report(f"Three police officers were killed {DAY}, the interior ministry said."),
        Report(f"Nine civilians were killed {DAY}, the union said."),
    ],
    "rebels killed, and soldiers killed": [
        Report(f"Four soldiers were killed {DAY}, the army said."),
        Report(f"Twenty rebels were killed {DAY}, the union said."),
    ],
    "one office, later": [
        Report(f"Four people were killed {DAY}, the interior ministry said."),
        Report(f"Nine people were killed {DAY}, the Interior Ministry said.", "2031-03-09"),
    ],
    "two offices of one state, later": [
        Report(f"Nine people were killed {DAY}, the interior ministry said."),
        Report(f"Eleven people were killed {DAY}, the prosecutor's office said.", "2031-03-10"),
    ],
    "a translation": [NINE, _ru("4 марта в Тарвинске погибли девять человек.")],
    "a third, and per cent": [
        Report("A third of the workers at Tarvinsk Copper were dismissed on 4 March."),
        Report("Tarvinsk Copper dismissed 32.4 per cent of its workers on 4 March."),
    ],
    "a range, a rounded figure and thousands": [
        Report(f"Between 12,000 and 18,000 workers went on strike {DAY}."),
        Report(f"About 16,000 workers went on strike {DAY}."),
        _ru("4 марта в Тарвинске бастовали 16 тысяч рабочих."),
    ],
    "a figure rounded to the thousand": [
        Report(f"10,000 people demonstrated {DAY}, the union said."),
        Report(f"9,800 people demonstrated {DAY}, the police said."),
    ],
    "a lower bound and a figure above it": [
        Report(f"At least nine people were killed {DAY}."),
        Report(f"Seventeen people were killed {DAY}, eyewitnesses said."),
    ],
    "dozens, and a number": [
        Report(f"Dozens of people were arrested {DAY}."),
        Report(f"130 people were arrested {DAY}, the prosecutor's office said."),
    ],
    "an old figure quoted a year later": [
        Report("Nine people were killed in Tarvinsk on 4 March 2031, the interior ministry said.", "2031-03-09"),
        Report("The interior ministry initially said that four people were killed in Tarvinsk on 4 March 2031.", "2032-03-04"),
    ],
    "an anniversary": [
        Report("Nine people were killed in Tarvinsk on 4 March 2031.", "2031-03-09"),
        Report("On 4 March 2032 two people were injured in Tarvinsk when police broke up a march in memory of the nine killed a year ago.", "2032-03-05"),
    ],
    "a strike that grows": [
        Report("On 4 March 300 workers were on strike in Tarvinsk."),
        Report("On 9 March 900 workers were on strike in Tarvinsk.", "2031-03-10"),
    ],
    "some more who died": [NINE, Report(f"Nine people were killed {DAY}. Three more people died in hospital.")],
    "a fear": [NINE, Report(f"The union fears that as many as 40 people were killed {DAY}.")],
    "a denied figure that leaves the other": [
        NINE, Report(f"The interior ministry denied that more than nine people were killed {DAY}."),
    ],
    "no officers killed, and workers killed": [
        Report(f"No police officers were killed {DAY}."), Report(f"Nine workers were killed {DAY}."),
    ],
    "two towns in one figure": [
        Report("Nine people were killed in Tarvinsk on 4 March, the ministry said. In Ravnitsk there was a march."),
        Report("In Ravnitsk there was a march. Twenty-six people were killed in Tarvinsk and Ravnitsk on 4 March, the union said."),
    ],
    "a term, and a term cut on appeal": [
        Report("The court in Tarvinsk sentenced Boris Talin to seven years in prison on 4 February."),
        Report("On 2 March the regional court reduced the sentence of Boris Talin from seven years to five years."),
        Report("Boris Talin was sentenced to five years in prison on 4 February.", "2031-08-10"),
    ],
    "one offence in two languages": [
        Report("Boris Talin was charged with inciting social discord on 4 March."),
        _ru("4 марта Борису Талину предъявили обвинение в разжигании социальной розни."),
    ],
    "a Friday copied a week later": [
        Report("Nine people were killed in Tarvinsk on Friday.", "2031-03-09"),
        Report("Nine people were killed in Tarvinsk on Friday.", "2031-03-16"),
    ],
    "since a day, and on that day": [
        Report("Anna Dorova began a hunger strike on 3 February.", "2031-02-04"),
        Report("Anna Dorova has been on hunger strike since 3 February.", "2031-02-20"),
    ],
    "a man who denies that he had a part in it": [
        Report(f"Nine people were killed {DAY}, eyewitnesses said."),
        Report(f"Boris Talin denied that he had any part in the killing of nine people {DAY}."),
    ],
}  # fmt: skip

DISAGREE = {
    "two figures for one town": (
        [Report(f"Nine people were killed {DAY}, the interior ministry said."), Report(f"Seventeen people were killed {DAY}, eyewitnesses said.")],
        DisputeKind.COUNT,
    ),
    "a ministry that holds to its figure": (
        [
            Report(f"Nine people were killed {DAY}, the interior ministry said."),
            Report(f"Seventeen people were killed {DAY}, the union said.", "2031-03-20"),
        ],
        DisputeKind.COUNT,
    ),
    "two figures in Russian": (
        [
            _ru("4 марта в Тарвинске погибли девять человек, сообщило министерство внутренних дел."),
            _ru("По словам очевидцев, 4 марта в Тарвинске погибли семнадцать человек."),
        ],
        DisputeKind.COUNT,
    ),
    "officers against officers": (
        [
            Report(f"Three police officers were killed {DAY}, the interior ministry said."),
            Report(f"Nine police officers were killed {DAY}, the union said."),
        ],
        DisputeKind.COUNT,
    ),
    "a lower bound above the other figure": (
        [Report(f"At least twenty people were killed {DAY}, eyewitnesses said."), Report(f"Seventeen people were killed {DAY}, the ministry said.")],
        DisputeKind.COUNT,
    ),
    "figures too far apart for rounding": (
        [Report(f"10,000 people demonstrated {DAY}, the union said."), Report(f"4,300 people demonstrated {DAY}, the police said.")],
        DisputeKind.COUNT,
    ),
    "no workers killed, and workers killed": (
        [
            Report(f"The interior ministry denied that any workers were killed {DAY}."),
            Report(f"Nine workers were killed {DAY}, eyewitnesses said."),
        ],
        DisputeKind.OCCURRENCE,
    ),
    "two terms": (
        [
            Report("The court in Tarvinsk sentenced Boris Talin to seven years in prison on 4 February."),
            Report("The court in Tarvinsk sentenced Boris Talin to six years in prison on 4 February."),
        ],
        DisputeKind.VALUE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(AGREE))
def test_what_can_all_be_true_is_no_dispute(case: str) -> None:
    case_file = case_of(*AGREE[case])
    assert case_file.events, "nothing was read, so nothing is tested"
    assert [(item.kind.value, [side.value for side in item.values]) for item in case_file.disputes] == []


@pytest.mark.parametrize("case", sorted(DISAGREE))
def test_what_cannot_all_be_true_is_one(case: str) -> None:
    reports, kind = DISAGREE[case]
    found = case_of(*reports).disputes
    assert [(item.kind, item.possible) for item in found] == [(kind, False)]


def test_a_figure_for_one_town_is_part_of_a_figure_for_two() -> None:
    case_file = case_of(*AGREE["two towns in one figure"])
    deaths = [item for event in case_file.events for item in event.accounts if item.aspect is Aspect.DEATHS]
    assert {item.where for item in deaths} == {"Tarvinsk", "Ravnitsk + Tarvinsk"}


def test_the_officers_among_the_dead_are_linked_and_not_added() -> None:
    case_file = case_of(*AGREE["officers among those killed"])
    kinds = {link.kind for event in case_file.events for item in event.accounts for link in item.relations}
    assert RelationKind.PART_OF in kinds


def test_a_figure_told_as_a_former_one_replaces_none() -> None:
    case_file = case_of(*AGREE["an old figure quoted a year later"])
    deaths = {
        item.value.words.casefold(): item for item in case_file.events[0].accounts if item.aspect is Aspect.DEATHS
    }
    assert [link.kind for link in deaths["nine"].relations] == [RelationKind.SUPERSEDES]
    assert deaths["four"].as_of is None


def test_a_weekday_behind_two_towns_is_no_part_of_their_names() -> None:
    text = "Blasts in Tarvinsk and Ravnitsk Friday killed 26 people. In Ravnitsk there was a march."
    case_file = case_of(Report(text, "2031-03-08"))
    assert {item.where for event in case_file.events for item in event.accounts if item.aspect is Aspect.DEATHS} == {
        "Ravnitsk + Tarvinsk"
    }


def _papers(first_day: str, later_day: str) -> list[str]:
    """Kinds of dispute between what two papers write, in their own words, of the dead of 4 March."""
    return [
        item.kind.value
        for item in case_of(
            Report(f"Nine people were killed {DAY}.", first_day),
            Report(f"Seventeen people were killed {DAY}.", later_day),
        ).disputes
    ]


def test_news_of_the_first_days_is_outgrown_and_what_is_written_later_is_not() -> None:
    assert _papers("2031-03-05", "2031-03-09") == []
    assert _papers("2031-03-05", "2031-03-05") == ["count"], "on one day they contradict each other"
    assert _papers("2031-03-30", "2031-04-09") == ["count"], "a month later nobody counts on"
    assert _papers("2031-03-09", "2031-03-05") == ["count"], "a count does not shrink by itself"


def test_a_side_that_raised_its_figure_to_the_others_disputes_nothing_any_more() -> None:
    low = Report(f"Nine people were killed {DAY}, officials said.", "2031-03-14")
    high = Report(f"Seventeen people were killed {DAY}, the miners' union said.", "2031-03-20")
    assert [item.kind for item in case_of(low, high).disputes] == [DisputeKind.COUNT]
    assert (
        case_of(low, high, Report(f"Seventeen people were killed {DAY}, the police said.", "2031-04-20")).disputes == ()
    )


def test_two_parts_are_no_whole() -> None:
    parts = Report(f"26 farmers and nine fishermen were killed {DAY}, the ministry said.")
    assert case_of(parts, Report(f"35 people were killed {DAY}, the union said.")).disputes == ()


def test_figures_that_nothing_ties_to_one_happening_are_possibly_in_dispute() -> None:
    case_file = case_of(
        Report("Nine people were killed in Tarvinsk on 4 March, the ministry said. Later there were clashes. " + "It rained. " * 40
               + "Eyewitnesses say that 31 people were killed. A year ago, six people were killed in Ravnitsk."),
    )  # fmt: skip
    assert [item.possible for item in case_file.disputes if item.kind is DisputeKind.COUNT] == [True]


def test_outlets_told_apart_by_a_number_alone_are_two_voices() -> None:
    case_file = case_of(
        Report(f"Nine people were killed {DAY}.", outlet="Channel 4"),
        Report(f"Seventeen people were killed {DAY}.", outlet="Channel 5"),
    )
    assert [item.kind for item in case_file.disputes] == [DisputeKind.COUNT]


@pytest.mark.parametrize(
    "denial",
    [
        f"No police officers were killed {DAY}, the union said.",
        f"Boris Talin denied that strikers had killed nine people {DAY}.",
    ],
)
def test_to_deny_other_victims_or_anothers_doing_is_not_to_deny_the_deaths(denial: str) -> None:
    assert case_of(denial, f"Nine workers were killed {DAY}, the ministry said.").disputes == ()
    denied = f"The union denied that any workers were killed {DAY}."
    assert len(case_of(denied, f"Nine workers were killed {DAY}, the ministry said.").disputes) == 1
