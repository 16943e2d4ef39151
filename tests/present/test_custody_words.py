"""Custody, the number held, ties: what a reader sees, in English and Russian, and pictures whose facts are exact."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from according.domain.event import Custody, Status, StatusLine
from according.domain.views import HeldStepView, Link, TieView
from according.present.catalogue import find_messages
from according.present.custody import say_lines, say_status
from according.present.held_chart import held_chart, say_steps
from according.present.labels import say
from according.present.owners_chart import owners_chart
from according.present.ties import say_tie

STEPS = (HeldStepView("2031-03-10", 1, 0), HeldStepView("2031-05-01", 3, 1), HeldStepView("2031-08-01", 2, 0))


def _status(line: StatusLine, *more: StatusLine) -> Status:
    return Status("p-1", "Marina Sadykova", "2033-01-01", None, line, (line, *more) if more else ())


def test_a_term_that_ran_out_is_told_as_no_release() -> None:
    line = StatusLine(
        Custody.UNKNOWN, since="2031-06-04", until="2032-06-04", until_basis="arithmetic", until_from="2031-06-04",
        last_told=Custody.IMPRISONED, stale=True,
    )  # fmt: skip
    assert say_status(line) == (
        "Not known any more; last told to be imprisoned, since 4 June 2031. The term would have ended on 4 June 2032; "
        "no release is told (reckoned from 4 June 2031, not said)"
    )
    assert "об освобождении не сообщали" in say_status(line, "ru")


def test_a_beginning_known_only_by_a_report_says_so() -> None:
    assert say_status(StatusLine(Custody.DETAINED, since="../2031-06-04")) == "Detained, since 4 June 2031 or earlier"


def test_two_versions_say_that_the_sources_disagree() -> None:
    told = say_lines(_status(StatusLine(Custody.DETAINED), StatusLine(Custody.RELEASED, how="bail")))
    assert "  Detained" in told and "  Released (on bail)" in told
    assert told[-1].strip() == "The sources disagree; every version is shown."


def test_the_steps_are_drawn_at_their_heights_and_what_is_disputed_in_outline() -> None:
    drawn = str(held_chart(STEPS, "2031-12-31", "Held, by day"))
    assert 'role="img"' in drawn and "<title>Held, by day</title>" in drawn
    (line,) = re.findall(r'class="line" d="([^"]+)"', drawn)
    heights = [float(found) for found in re.findall(r"(?:M[\d.]+ |V)([\d.]+)", line)]
    assert heights[1] < heights[2] < heights[0] and len(heights) == 3  # 3 stands above 2, 2 above 1
    assert drawn.count('class="perhaps"') == 1
    assert say_steps(STEPS) == "At most 3 people known by name were held at once, from 1 May 2031 on."


def test_nobody_held_is_no_picture() -> None:
    assert held_chart((), "2031-12-31", "Held") == "" and say_steps(()) == ""


def _owner(name: str, percent: float, **days: str) -> TieView:
    return TieView("ownership", f"{percent:g} %", Link(name), (), ("Pier News",), percent, reverse=True, **days)


def test_owners_are_lines_in_time_and_shares_are_not_added_up() -> None:
    ties = (
        _owner("Harl Minerals", 39, first_cited="2031-03-10", last_cited="2032-03-10"),
        _owner("Harl Minerals", 49, first_cited="2031-06-10", last_cited="2031-06-10"),
        _owner("State holding", 51, start="2029", first_cited="2031-03-10", last_cited="2031-03-10"),
    )
    drawn = str(owners_chart(ties, "Owners"))
    assert all(share in drawn for share in ("39 %", "49 %", "51 %"))
    assert "100" not in re.sub(r"<[^>]+>", " ", drawn) and "139" not in drawn
    assert drawn.count("<g ") == 3
    assert owners_chart((), "Owners") == ""


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        (TieView("role", "president", None, (), (), start="2029", end="2031-05"), "from 2029 to May 2031"),
        (TieView("role", "president", None, (), (), start="2029", first_cited="2031-05-04", last_cited="2031-05-04"),
         "since 2029, as told, last cited 4 May 2031"),
        (TieView("role", "president", None, (), (), first_cited="2029-01-02", last_cited="2031-05-04"),
         "first cited 2 January 2029, last cited 4 May 2031"),
        (TieView("role", "mayor", None, (), (), former="2031-05-04"), "called past on 4 May 2031"),
    ],
)  # fmt: skip
def test_told_beginnings_stay_apart_from_days_of_mention(tie: TieView, said: str) -> None:
    assert say_tie(tie) == said


SOURCES = ("custody.py", "held_chart.py", "ties.py", "templates/held.html")


def test_every_sentence_about_custody_exists_in_russian() -> None:
    wanted: set[str] = {say(item.value, "custody") for item in Custody}
    for name in SOURCES:
        source = files("according.present").joinpath(name).read_text(encoding="utf-8")
        wanted |= set(re.findall(r'\b_\(\s*"((?:[^"\\]|\\.)+)"', source))
        wanted |= {words for pair in re.findall(r'ngettext\(\s*"([^"]+)",\s*"([^"]+)"', source) for words in pair}
    known = find_messages("ru").messages
    assert len(wanted) > 50
    assert not sorted(words for words in wanted if words not in known)
