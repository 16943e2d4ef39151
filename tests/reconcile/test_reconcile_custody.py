"""Who was held on a day, and according to whom; nobody is released by arithmetic, or held for ever."""

from __future__ import annotations

from typing import Any

import pytest
from invented_press import Press, person

from according.domain.event import Custody, DisputeKind, Status
from according.domain.statement import Charge, Outcome, Phase, Polarity, Role, Sentence, Stance, Value
from according.errors import BadInput, NotFound
from according.reconcile import prisoners_on, status_on

NAME = "Marina Sadykova"


def _status(press: Press, on: str, known_on: str | None = None) -> Status:
    case_file = press.reconcile()
    found = person(case_file, NAME)
    return status_on(case_file, press.documents(), press.judged(), found.id, on, known_on)


def _chain(press: Press) -> None:
    early = press.paper("early", "2031-03-12", "Harbour Wire")
    early.says(f"{NAME} was arrested on 10 March.", "arrest", "arrested", people=NAME, when="2031-03-10")
    court = press.paper("court", "2031-06-05", "Dock Post")
    court.says(
        f"{NAME} was sentenced to seven years on 4 June.", "sentence", "sentenced", people=NAME, when="2031-06-04",
        value=Value(sentence=Sentence(years=(7, 7), penalty="imprisonment")),
    )  # fmt: skip
    appeal = press.paper("appeal", "2031-08-09", "Pier News")
    appeal.says(
        f"On 2 August a court cut the sentence of {NAME} from seven years to five.", "appeal_granted", "cut", people=NAME,
        when="2031-08-02", value=Value(outcome=Outcome("reduced", "P7Y", "P5Y")),
    )  # fmt: skip
    prison = press.paper("prison", "2032-04-24", "Dock Post")
    prison.says(
        f"{NAME}, who is serving her sentence, is on hunger strike.", "imprisonment", "serving", people=NAME,
        phase=Phase.GOES_ON,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("on", "status", "since", "procedure"),
    [
        ("2031-03-01", Custody.UNKNOWN, None, None),
        ("2031-04-01", Custody.DETAINED, "2031-03-10", None),
        ("2031-07-01", Custody.IMPRISONED, "2031-06-04", "convicted"),
        ("2031-12-01", Custody.IMPRISONED, "2031-06-04", "appeal granted"),
    ],
)  # fmt: skip
def test_the_chain_from_arrest_to_prison(
    press: Press, on: str, status: Custody, since: str | None, procedure: str | None
) -> None:
    _chain(press)
    line = _status(press, on).line
    assert (line.status, line.since, line.procedure, line.stale) == (status, since, procedure, False)


def test_a_term_runs_from_the_arrest_and_follows_the_appeal(press: Press) -> None:
    _chain(press)
    before, after = _status(press, "2031-07-01").line, _status(press, "2031-12-01").line
    assert (before.sentence, before.until, before.until_basis) == ("7 years", "2038-03-10", "arithmetic")
    assert (after.sentence, after.until) == ("7 years, reduced to 5 years", "2036-03-10")
    assert (before.term, after.term) == ("P7Y", "P7Y → P5Y")
    assert after.according_to == (
        "the report itself: Dock Post", "the report itself: Harbour Wire", "the report itself: Pier News",
    )  # fmt: skip
    assert (after.held_since, after.until_from) == ("2031-03-10", "2031-03-10")
    assert after.first_cited == "2031-06-04" and after.last_cited == "2032-04-24"


def test_long_after_the_last_word_the_state_is_stale_and_after_the_term_unknown(press: Press) -> None:
    _chain(press)
    line = _status(press, "2034-01-01").line
    assert (line.status, line.stale) == (Custody.IMPRISONED, True)
    line = _status(press, "2037-01-01").line
    assert (line.status, line.until, line.stale) == (Custody.UNKNOWN, "2036-03-10", True)


def test_an_arrest_without_further_word_is_not_carried_for_ever(press: Press) -> None:
    press.paper("early", "2031-03-12").says(
        f"{NAME} was arrested on 10 March.", "arrest", "arrested", people=NAME, when="2031-03-10"
    )
    assert _status(press, "2031-05-01").line.status is Custody.DETAINED
    assert _status(press, "2031-09-01").line.status is Custody.UNKNOWN


def test_with_a_charge_the_arrest_is_carried_longer(press: Press) -> None:
    paper = press.paper("early", "2031-03-12")
    paper.says(f"{NAME} was arrested on 10 March.", "arrest", "arrested", people=NAME, when="2031-03-10")
    paper.says(f"{NAME} was charged on 11 March.", "charge", "charged", people=NAME, when="2031-03-11")
    assert _status(press, "2031-09-01").line.status is Custody.DETAINED
    line = _status(press, "2032-09-01").line
    assert (line.status, line.procedure, line.stale) == (Custody.UNKNOWN, "charged", True)


def test_known_on_uses_only_what_was_published_by_then(press: Press) -> None:
    _chain(press)
    line = _status(press, "2031-06-08", "2031-05-01").line
    assert line.status is Custody.DETAINED
    assert line.last_cited == "2031-03-10"
    assert _status(press, "2031-07-01", "2031-01-01").line.status is Custody.UNKNOWN


def test_suspended_sentences_are_no_prison_and_release_ends_it(press: Press) -> None:
    press.paper("one", "2031-06-05").says(
        f"{NAME} got two years suspended on 4 June.", "sentence", "suspended", people=NAME, when="2031-06-04",
        value=Value(sentence=Sentence(years=(2, 2), suspended=True)),
    )  # fmt: skip
    assert _status(press, "2031-07-01").line.status is Custody.SUSPENDED_SENTENCE


def test_sources_that_disagree_give_two_lines(press: Press) -> None:
    _chain(press)
    press.paper("rumour", "2031-10-02", "Quay Radio").says(
        f"{NAME} was released on 1 October.", "release", "released", people=NAME, when="2031-10-01"
    )
    for on in ("2031-12-01", "2032-05-01"):  # before and after the source that tells of prison again
        status = _status(press, on)
        assert {line.status for line in status.lines} == {Custody.IMPRISONED, Custody.RELEASED}
    assert _status(press, "2031-12-01", "2031-11-01").lines == ()


@pytest.mark.parametrize("stance", [Stance.DEMANDED, Stance.EXPECTED, Stance.FEARED, Stance.DENIED])
def test_what_is_only_demanded_or_feared_changes_nothing(press: Press, stance: Stance) -> None:
    _chain(press)
    press.paper("call", "2031-07-02").says(
        f"We call for the release of {NAME} on 1 July.", "release", "release", people=NAME, when="2031-07-01",
        stance=stance,
    )  # fmt: skip
    assert _status(press, "2031-07-15").line.status is Custody.IMPRISONED


def test_a_sentence_cut_on_appeal_is_no_dispute_but_two_terms_are(press: Press) -> None:
    _chain(press)
    assert press.reconcile().disputes == ()
    press.paper("other", "2031-06-06", "Quay Radio").says(
        f"{NAME} was sentenced to six years on 4 June.", "sentence", "sentenced", people=NAME, when="2031-06-04",
        value=Value(sentence=Sentence(years=(6, 6))),
    )  # fmt: skip
    disputes = press.reconcile().disputes
    assert [(item.kind, {value.value for value in item.values}) for item in disputes] == [
        (DisputeKind.VALUE, {"P6Y", "P7Y"})
    ]
    lines = _status(press, "2031-07-01").lines
    assert {(line.sentence, line.until) for line in lines} == {("6 years", "2037-03-10"), ("7 years", "2038-03-10")}


def test_a_denied_arrest_is_a_second_line(press: Press) -> None:
    press.paper("early", "2031-03-12", "Harbour Wire").says(
        f"{NAME} was arrested on 10 March.", "arrest", "arrested", people=NAME, when="2031-03-10"
    )
    press.paper("no", "2031-03-13", "Dock Post").says(
        f"The ministry denied that {NAME} had been arrested.", "arrest", "arrested", people=NAME, by="ministry",
        stance=Stance.DENIED, polarity=Polarity.DID_NOT_HAPPEN,
    )  # fmt: skip
    status = _status(press, "2031-04-01")
    assert [(line.status, line.according_to) for line in status.lines] == [
        (Custody.DETAINED, ("the report itself: Harbour Wire",)), (Custody.FREE, ("ministry",)),
    ]  # fmt: skip
    assert _status(press, "2031-03-11", "2031-03-12").lines == ()


def test_two_days_of_arrest_are_two_lines(press: Press) -> None:
    for key, day in (("one", "2031-03-10"), ("two", "2031-03-10"), ("three", "2031-03-11")):
        press.paper(key, "2031-03-12", key).says(
            f"{NAME} was arrested on {day}.", "arrest", "arrested", people=NAME, when=day
        )
    lines = _status(press, "2031-04-01").lines
    assert [(line.since, line.according_to) for line in lines] == [
        ("2031-03-10", ("the report itself: one", "the report itself: two")),
        ("2031-03-11", ("the report itself: three",)),
    ]
    between = _status(press, "2031-03-10").lines
    assert [(line.status, line.until) for line in between] == [
        (Custody.DETAINED, None), (Custody.FREE, "2031-03-11"),
    ]  # fmt: skip


def test_an_undated_word_on_a_disputed_arrest_tells_for_neither_day(press: Press) -> None:
    for key, day in (("one", "2031-03-10"), ("two", "2031-03-11")):
        paper = press.paper(key, "2031-03-12", key)
        paper.says(f"{NAME} was arrested on {day}.", "arrest", "arrested", people=NAME, when=day)
    paper.says(f"{NAME} arrested", "arrest", "arrested", people=NAME)
    lines = _status(press, "2031-04-01").lines
    assert [(line.since, line.according_to) for line in lines] == [
        ("2031-03-10", ("the report itself: one",)), ("2031-03-11", ("the report itself: two",)),
    ]  # fmt: skip


def _hunger(press: Press, key: str, day: str, **extra: Any) -> None:
    press.paper(key, day, key).says(
        f"{NAME} and the hunger strike, {day}.",
        "hunger_strike",
        "hunger",
        people=NAME,
        role=Role.AGENT,
        when=day,
        **extra,
    )


def test_a_hunger_strike_is_a_condition_until_it_ends_and_its_denial_a_second_line(press: Press) -> None:
    _chain(press)
    _hunger(press, "strike", "2031-10-03")
    assert _status(press, "2031-10-10").line.condition == "on hunger strike"
    _hunger(press, "service", "2031-10-05", stance=Stance.DENIED, polarity=Polarity.DID_NOT_HAPPEN, by="prison service")
    assert [line.condition for line in _status(press, "2031-10-10").lines] == [
        "on hunger strike",
        "not on hunger strike",
    ]
    _hunger(press, "end", "2031-10-19", phase=Phase.ENDS)
    assert _status(press, "2031-10-25").line.condition is None


def test_the_charge_is_told_in_the_letters_most_reports_use(press: Press) -> None:
    for key, words, when in (
        ("ru", "беспорядки", "2031-03-12"),
        ("fr", "беспорядки", "2031-03-12"),
        ("en", "mass disorder", None),
    ):
        press.paper(key, "2031-03-14", key).says(
            f"{NAME} was charged: {words}.",
            "charge",
            "charged",
            people=NAME,
            when=when,
            value=Value(charge=Charge(words)),
        )
    press.paper("arrest", "2031-03-12").says(
        f"{NAME} was arrested on 10 March.", "arrest", "arrested", people=NAME, when="2031-03-10"
    )
    assert _status(press, "2031-04-01").line.charge == "mass disorder"


def test_everybody_held_on_a_day(press: Press) -> None:
    _chain(press)
    press.paper("other", "2031-06-06").says(
        "Marat Turbekov was released on 5 June.", "release", "released", people="Marat Turbekov", when="2031-06-05"
    )
    case_file = press.reconcile()
    held = prisoners_on(case_file, press.documents(), press.judged(), "2031-07-01")
    assert [status.name for status in held] == [NAME]


def test_an_unknown_person_and_a_day_that_is_none_say_what_to_do(press: Press) -> None:
    _chain(press)
    case_file = press.reconcile()
    with pytest.raises(NotFound, match="export FOLDER people"):
        status_on(case_file, press.documents(), press.judged(), "p-nobody", "2031-07-01")
    with pytest.raises(BadInput, match="2012-07-01"):
        status_on(case_file, press.documents(), press.judged(), case_file.people[0].id, "soon")


def test_an_undated_word_has_the_day_its_own_report_gives(press: Press) -> None:
    for key, day in (("one", "2031-03-10"), ("two", "2031-03-12")):
        paper = press.paper(key, "2031-03-14", key)
        paper.says(f"{NAME} was charged on {day}.", "charge", "charged", people=NAME, when=day)
    paper.says(
        f"{NAME} charged: mass disorder", "charge", "charged", people=NAME, value=Value(charge=Charge("mass disorder"))
    )
    press.paper("arrest", "2031-03-09").says(
        f"{NAME} was arrested on 8 March.", "arrest", "arrested", people=NAME, when="2031-03-08"
    )
    assert _status(press, "2031-03-11").line.charge is None
    assert _status(press, "2031-03-13").line.charge == "mass disorder"


def test_a_death_is_not_undone_by_an_arrest_dated_a_day_later(press: Press) -> None:
    paper = press.paper("one", "2031-10-27")
    paper.says(f"{NAME} died in the police station on 24 October.", "death", "died", people=NAME, when="2031-10-24")
    paper.says(f"{NAME} had been arrested on 25 October.", "arrest", "arrested", people=NAME, when="2031-10-25")
    assert _status(press, "2031-11-01").line.status is Custody.DEAD


def test_dead_for_one_and_sentenced_later_for_another_is_two_versions(press: Press) -> None:
    press.paper("one", "2031-10-27").says(
        f"{NAME} was killed on 24 October.", "killing", "killed", people=NAME, when="2031-10-24"
    )
    press.paper("two", "2032-03-05").says(
        f"{NAME} was sentenced to two years on 4 March.", "sentence", "sentenced", people=NAME, when="2032-03-04",
        value=Value(sentence=Sentence(years=(2, 2), penalty="imprisonment")),
    )  # fmt: skip
    assert [line.status for line in _status(press, "2032-04-01").lines] == [Custody.IMPRISONED, Custody.DEAD]
