"""What a monitor would call a dispute, and what not: denied figures, headlines, offices in two languages, trials, shares, order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_press import Paper, Press, decide

from according.domain.decision import Verdict
from according.domain.event import Aspect, Dispute, DisputeKind, RelationKind
from according.domain.statement import (
    About,
    AboutKind,
    ActorKind,
    Count,
    CountMode,
    Kind,
    Ownership,
    Participant,
    Phase,
    Polarity,
    Role,
    Sentence,
    Speaker,
    Stance,
    Value,
)
from according.present.explanations import explain_dispute
from according.reconcile.offices import find_office

MINISTRY = Speaker("Interior Ministry", ActorKind.ORGANISATION)


def _killed(paper: Paper, count: Count | int, by: object = (), heading: bool = False, **extra: object) -> str:
    words = count.words if isinstance(count, Count) else str(count)
    extra.setdefault("when", "2031-03-04")
    name = by.name if isinstance(by, Speaker) else by if isinstance(by, str) else ""
    return paper.says(
        f"{name} {words} people were killed in Orlova {len(paper.pending)}", "killing", "killed", heading=heading,
        count=count, where="Orlova", by=by, **extra,
    )  # fmt: skip


def _disputes(press: Press, kind: DisputeKind) -> list[Dispute]:
    return [item for item in press.reconcile().disputes if item.kind is kind]


def test_sides_carry_the_figure_beside_the_printed_words(press: Press) -> None:
    _killed(press.paper("one", "2031-03-05"), Count(4, 4, "four"))
    _killed(press.paper("two", "2031-03-05"), Count(17, None, "at least 17", "at_least"))
    (dispute,) = _disputes(press, DisputeKind.COUNT)
    sides = [(side.value, side.min, side.max, side.speaker) for side in dispute.values]
    assert sides == [("four", 4, 4, "the report itself: one"), ("at least 17", 17, None, "the report itself: two")]


def test_sides_of_a_date_carry_the_day(press: Press) -> None:
    for key, day, words in (("one", "2031-03-04", "on Tuesday the 4th"), ("two", "2031-03-05", "5 марта")):
        press.paper(key, "2031-03-09").says(
            f"{words} Adela Roska was arrested", "arrest", "arrested", people="Adela Roska", when=day, when_words=words
        )
    (dispute,) = _disputes(press, DisputeKind.DATE)
    assert {(side.value, side.edtf) for side in dispute.values} == {
        ("on Tuesday the 4th", "2031-03-04"), ("5 марта", "2031-03-05"),
    }  # fmt: skip


def test_to_deny_a_higher_figure_is_a_bound_and_no_denial_of_the_deaths(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    _killed(paper, Count(9, 9, "nine"), MINISTRY)
    denial = _killed(
        paper, Count(10, None, "more than nine", "more_than"), Speaker("spokesman for the Interior Ministry", ActorKind.OFFICE),
        stance=Stance.DENIED, polarity=Polarity.DID_NOT_HAPPEN,
    )  # fmt: skip
    first = _killed(press.paper("two", "2031-03-06"), 17, "Eyewitnesses")
    case_file = press.reconcile()
    assert press.event_of(case_file, denial).id == press.event_of(case_file, first).id
    assert [item.kind for item in case_file.disputes] == [DisputeKind.COUNT]
    sides = {side.value: (side.min, side.max) for side in case_file.disputes[0].values}
    assert sides["[not] more than nine"] == (None, 9) and sides["17"] == (17, 17)


def test_nobody_is_no_figure_and_no_person(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    _killed(paper, 11, "government")
    paper.says(
        "She killed nobody, her friend said.", "killing", "killed",
        participants=[Participant(Role.PATIENT, "nobody", ActorKind.PERSON, count=Count(0, 0, "nobody"))],
    )  # fmt: skip
    case_file = press.reconcile()
    assert case_file.disputes == () and all(item.name != "nobody" for item in case_file.people)


def test_a_headline_is_the_word_of_whom_its_text_names(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    _killed(paper, Count(9, 9, "nine"), heading=True)
    _killed(paper, Count(9, 9, "Nine"), MINISTRY)
    event = press.reconcile().events[0]
    assert [item.speaker for item in event.accounts if item.aspect is Aspect.DEATHS] == ["Interior Ministry"]


@pytest.mark.parametrize("key", ["one", "three", "four", "five", "six"])
def test_a_headline_that_only_asks_does_not_silence_its_text(press: Press, key: str) -> None:
    paper = press.paper(key, "2031-03-05")
    _killed(paper, Count(11, 11, "Eleven"), heading=True, stance=Stance.POSSIBLE)
    _killed(paper, Count(11, 11, "Eleven"), MINISTRY)
    _killed(press.paper("two", "2031-03-05"), 23)
    (dispute,) = _disputes(press, DisputeKind.COUNT)
    assert {side.speaker for side in dispute.values} == {"Interior Ministry", "the report itself: two"}


def test_one_office_in_two_languages_is_one_voice_that_grows(press: Press) -> None:
    _killed(press.paper("one", "2031-03-05"), 4, MINISTRY)
    paper = press.paper("two", "2031-03-08", language="ru")
    paper.says(
        "Как сообщает министерство внутренних дел, в Orlova погибли девять человек", "killing", "погибли",
        count=Count(9, 9, "девять"), when="2031-03-04", where="Orlova",
        by=Speaker("министерство", ActorKind.ORGANISATION),
    )  # fmt: skip
    case_file = press.reconcile()
    kinds = {item.kind for account in case_file.events[0].accounts for item in account.relations}
    assert kinds == {RelationKind.SUPERSEDES} and case_file.disputes == ()


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("the Interior Ministry", "Министерства внутренних дел", True),
        ("a spokesman for the Interior Ministry", "МВД", True),
        ("Prosecutor General's Office", "Генпрокуратура", True),
        ("Interior Ministry", "Prosecutor General's Office", False),
        ("Interior Ministry", "Westland Interior Ministry", False),
    ],
)
def test_words_for_offices(one: str, two: str, same: bool) -> None:
    first, second = find_office(one), find_office(two)
    assert first and second and (first.key == second.key) is same


@pytest.mark.parametrize("words", ["the dockers' union", "eyewitnesses", "Adela Roska"])
def test_others_are_no_office(words: str) -> None:
    assert find_office(words) is None


def test_up_to_forty_stands_beside_a_dispute_it_does_not_make(press: Press) -> None:
    _killed(press.paper("one", "2031-03-05"), 9)
    _killed(press.paper("three", "2031-03-05"), Count(None, 40, "up to 40", "up_to"), "Eyewitnesses")
    assert press.reconcile().disputes == ()
    _killed(press.paper("two", "2031-03-05"), 17)
    (dispute,) = _disputes(press, DisputeKind.COUNT)
    assert [side.value for side in dispute.values] == ["9", "17", "up to 40"]


def test_a_friday_copied_a_week_later_is_the_same_friday(press: Press) -> None:
    for key, day, published in (("one", "2031-03-07", "2031-03-09"), ("two", "2031-03-14", "2031-03-16")):
        press.paper(key, published).says(
            "Nine were killed in Orlova on Friday", "killing", "killed", count=9, where="Orlova", when=day,
            when_words="Friday",
        )  # fmt: skip
    press.paper("three", "2031-03-17").says(
        "Nine were killed on 7 March in Orlova", "killing", "killed", count=9, when="2031-03-07", where="Orlova"
    )
    assert press.reconcile().disputes == ()


def test_undated_reports_of_the_dead_belong_to_the_massacre_of_the_weeks_before(press: Press) -> None:
    first = _killed(press.paper("one", "2031-03-05"), 9)
    old = press.paper("old", "2031-01-09")
    old.says("In 2030 six men died in the mine", "death", "died", count=6, when="2030")
    second = _killed(press.paper("two", "2031-03-20"), 11, when=None)
    third = press.paper("three", "2031-04-01").says(
        "Eyewitnesses say that 23 were killed", "killing", "killed", count=23, by="Eyewitnesses"
    )
    case_file = press.reconcile()
    assert len({press.event_of(case_file, name).id for name in (first, second, third)}) == 1


def test_since_a_day_is_the_day_it_began(press: Press) -> None:
    press.paper("one", "2031-02-05").says(
        "On 2 February Adela Roska began a hunger strike", "hunger_strike", "hunger", people="Adela Roska",
        role=Role.AGENT, when="2031-02-02",
    )  # fmt: skip
    press.paper("two", "2031-02-06").says(
        "Adela Roska has been on hunger strike since 3 February", "hunger_strike", "hunger", people="Adela Roska",
        role=Role.AGENT, when="2031-02-03/..",
    )  # fmt: skip
    (dispute,) = _disputes(press, DisputeKind.DATE)
    assert {side.edtf for side in dispute.values} == {"2031-02-02", "2031-02-03"}


def test_since_a_day_many_were_arrested_is_no_day_of_arrest(press: Press) -> None:
    press.paper("one", "2031-02-05").says(
        "Since 1 February more than 100 have been arrested", "arrest", "arrested", count=Count(101, None, "100"),
        when="2031-02-01/..",
    )  # fmt: skip
    assert all(item.aspect is not Aspect.DATE for item in press.reconcile().events[0].accounts)


def test_the_end_of_a_hunger_strike_is_told_of_the_same_strike(press: Press) -> None:
    names = []
    for key, day, phase in (("one", "2031-02-03", Phase.STARTS), ("two", "2031-02-19", Phase.ENDS)):
        names.append(press.paper(key, day).says(
            f"Adela Roska and her hunger strike on {day}", "hunger_strike", "hunger", people="Adela Roska",
            role=Role.AGENT, when=day, phase=phase,
        ))  # fmt: skip
    case_file = press.reconcile()
    event = press.event_of(case_file, names[0])
    assert event.id == press.event_of(case_file, names[1]).id and event.when == "2031-02-03"
    assert case_file.disputes == ()


def _verdict(press: Press, key: str, published: str, acquitted: Count, jailed: int) -> str:
    paper = press.paper(key, published)
    paper.says(
        f"{jailed} were sentenced to between three and seven years", "sentence", "sentenced", count=jailed,
        value=Value(sentence=Sentence(years=(3.0, 7.0), term=("P3Y", "P7Y"))),
    )  # fmt: skip
    return paper.says(f"{acquitted.words} were acquitted", "acquittal", "acquitted", count=acquitted)


def test_undated_verdicts_of_one_trial_meet(press: Press) -> None:
    one = _verdict(press, "one", "2031-04-07", Count(2, 2, "Two"), 9)
    two = _verdict(press, "two", "2031-04-08", Count(3, 3, "Three of the 26", of=26, mode=CountMode.TOTAL), 10)
    late = _verdict(press, "late", "2032-04-08", Count(5, 5, "Five"), 12)
    case_file = press.reconcile()
    assert press.event_of(case_file, one).id == press.event_of(case_file, two).id
    assert press.event_of(case_file, late).id != press.event_of(case_file, one).id
    acquitted = [item for item in case_file.disputes if item.aspect is Aspect.ACQUITTED]
    assert [sorted(side.min or 0 for side in item.values) for item in acquitted] == [[2, 3]]


def _share(press: Press, key: str, owner: str, percent: float, **extra: object) -> None:
    press.paper(key, "2031-05-01").says(
        f"{owner} owns {percent:g} % of Orlova Copper", "ownership", "owns", kind=Kind.RELATION,
        participants=[
            Participant(Role.HOLDER, owner, ActorKind.ORGANISATION),
            Participant(Role.ORGANISATION, "Orlova Copper", ActorKind.ORGANISATION),
        ],
        value=Value(ownership=Ownership(percent=percent, owner=owner)), **extra,
    )  # fmt: skip


def test_one_owner_with_two_shares_is_a_dispute_and_two_owners_are_none(press: Press) -> None:
    _share(press, "one", "Halden Group", 39)
    _share(press, "two", "State Holding", 51)
    assert press.reconcile().disputes == ()
    _share(press, "three", "Halden Group", 49)
    (dispute,) = press.reconcile().disputes
    assert (dispute.kind, dispute.aspect, dispute.about_kind) == (DisputeKind.VALUE, Aspect.OWNER, "organisation")
    assert [(side.value, side.percent) for side in dispute.values] == [("39 %", 39), ("49 %", 49)]


def test_shares_of_two_years_dispute_nothing(press: Press) -> None:
    _share(press, "one", "Halden Group", 39, when="2029")
    _share(press, "two", "Halden Group", 49, when="2031")
    assert press.reconcile().disputes == ()


def test_nobody_is_arrested_after_death(press: Press) -> None:
    paper = press.paper("one", "2031-10-27")
    paper.says("Milan Dort died on 24 October", "death", "died", people="Milan Dort", when="2031-10-24")
    paper.says("Dort had been arrested on 25 October", "arrest", "arrested", people="Milan Dort", when="2031-10-25")
    (dispute,) = press.reconcile().disputes
    assert dispute.kind is DisputeKind.ORDER
    assert [side.edtf for side in dispute.values] == ["2031-10-24", "2031-10-25"]


def test_an_odd_wording_is_no_second_place(press: Press) -> None:
    for key, where in (("one", "Orlova"), ("two", "Orlova Milan Dort"), ("three", "Orlova")):
        press.paper(key, "2031-10-27").says(
            f"Milan Dort was arrested on 25 October in {where}", "arrest", "arrested", people="Milan Dort",
            when="2031-10-25", where=where,
        )  # fmt: skip
    assert _disputes(press, DisputeKind.PLACE) == []


def test_a_side_without_its_day_in_the_words_is_explained_with_it(press: Press) -> None:
    for key, day, words in (("one", "2031-03-04", "Monday evening"), ("two", "2031-03-05", "5 March 2031")):
        press.paper(key, "2031-03-09").says(
            f"{words} Adela Roska was arrested", "arrest", "arrested", people="Adela Roska", when=day, when_words=words
        )
    (dispute,) = press.reconcile().disputes
    words = explain_dispute(dispute)
    assert "Monday evening (4 March 2031)" in words and "5 March 2031 (" not in words


def _harmed(press: Press, key: str, words: str, count: int, kind: str = "killing", **extra: object) -> str:
    return press.paper(key, "2031-03-05").says(
        f"{words} were harmed in Orlova on 4 March", kind, "harmed", groups=words, count=count, when="2031-03-04",
        where="Orlova", **extra,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two", "disputed"),
    [
        ("nine people", "seventeen workers", True),
        ("nine dockers", "seventeen striking workers", True),
        ("three police officers", "seventeen workers", False),
        ("three women", "seventeen people", False),
    ],
)
def test_what_people_are_called_makes_no_other_count_unless_it_names_a_part(
    press: Press, one: str, two: str, disputed: bool
) -> None:
    _harmed(press, "one", one, 9 if one.startswith("nine") else 3)
    _harmed(press, "two", two, 17)
    assert bool(_disputes(press, DisputeKind.COUNT)) is disputed


def test_some_of_those_a_report_counts_are_no_rival_total(press: Press) -> None:
    _harmed(press, "one", "eight people", 8)
    paper = press.paper("two", "2031-03-05")
    for words, count in (("eight people", 8), ("three dockers", 3)):
        paper.says(
            f"{words} were killed in Orlova on 4 March.", "killing", "killed", groups=words, count=count,
            when="2031-03-04", where="Orlova",
        )  # fmt: skip
    assert press.reconcile().disputes == ()


def test_who_is_hurt_in_a_sentence_is_hurt_where_the_sentence_is(press: Press) -> None:
    first = press.paper("one", "2031-03-05").says(
        "On 4 March 30 were injured in Orlova.", "injury", "injured", count=30, when="2031-03-04", where="Orlova"
    )
    paper = press.paper("two", "2031-03-07")
    sentence = "A protest in Sarnov on 6 March was peaceful; two people were injured."
    paper.says(sentence, "demonstration", "protest", when="2031-03-06", where="Sarnov")
    second = paper.says(sentence, "injury", "injured", count=2)
    case_file = press.reconcile()
    assert press.event_of(case_file, first).id != press.event_of(case_file, second).id
    assert case_file.disputes == ()


def test_a_title_on_the_first_line_is_a_headline(press: Press) -> None:
    paper = press.paper("one", "2031-03-05", title="Nine dead in Orlova")
    paper.says("Nine dead in Orlova", "death", "dead", count=9, where="Orlova")
    _killed(paper, 9, MINISTRY)
    event = press.reconcile().events[0]
    assert [item.speaker for item in event.accounts if item.aspect is Aspect.DEATHS] == ["Interior Ministry"]


def test_an_appeal_that_follows_one_judgment_is_in_order(press: Press) -> None:
    paper = press.paper("one", "2031-08-05")
    for kind, day in (("conviction", "2031-06-04"), ("appeal_rejected", "2031-08-01"), ("sentence", "2032-02-02")):
        paper.says(f"{kind} of Milan Dort on {day}", kind, kind, people="Milan Dort", when=day)
    assert press.reconcile().disputes == ()


def test_an_appeal_before_the_sentence_is_not(press: Press) -> None:
    paper = press.paper("one", "2031-08-05")
    for kind, day in (("sentence", "2031-06-04"), ("appeal_rejected", "2031-05-01")):
        paper.says(f"{kind} of Milan Dort on {day}", kind, kind, people="Milan Dort", when=day)
    assert [item.kind for item in press.reconcile().disputes] == [DisputeKind.ORDER]


def test_two_voices_of_the_state_make_no_occurrence_dispute(press: Press) -> None:
    paper = press.paper("one", "2031-06-05")
    said = {"when": "2031-06-04", "where": "Orlova"}
    paper.says("Force was used in Orlova, the ministry said", "use_of_force", "Force", by="ministry", **said)
    spokesman = Speaker("Oleg Darn", ActorKind.PERSON, description="police spokesman")
    paper.says(
        "Oleg Darn denied that force was used in Orlova", "use_of_force", "force", by=spokesman, stance=Stance.DENIED,
        polarity=Polarity.DID_NOT_HAPPEN, **said,
    )  # fmt: skip
    assert press.reconcile().disputes == ()


def test_the_total_of_another_voice_makes_no_part_of_a_figure(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    for words, count, by in (("eight dockers", 8, ()), ("twelve workers", 12, "Eyewitnesses")):
        paper.says(
            f"{by or 'It is known that'} {words} were killed in Orlova on 4 March.", "killing", "killed", groups=words,
            count=count, when="2031-03-04", where="Orlova", by=by,
        )  # fmt: skip
    (dispute,) = _disputes(press, DisputeKind.COUNT)
    assert [side.value for side in dispute.values] == ["8", "12"]


def test_the_injured_of_a_town_known_from_elsewhere_are_of_that_town(press: Press) -> None:
    first = press.paper("one", "2031-03-05").says(
        "On 4 March 30 were injured in Orlova.", "injury", "injured", count=30, when="2031-03-04", where="Orlova"
    )
    press.paper("two", "2031-03-05").says(
        "A march in Sarnov on 2 March.", "march", "march", when="2031-03-02", where="Sarnov"
    )
    paper = press.paper("three", "2031-03-07")
    paper.says(
        "Five were killed in Orlova on 4 March.", "killing", "killed", count=5, when="2031-03-04", where="Orlova"
    )
    second = paper.says("A protest in Sarnov was peaceful; two people were injured.", "injury", "injured", count=2)
    case_file = press.reconcile()
    assert press.event_of(case_file, first).id != press.event_of(case_file, second).id
    assert case_file.disputes == ()


def test_one_figure_by_speakers_of_one_name_is_one_side(press: Press) -> None:
    _killed(press.paper("one", "2031-03-05"), 9)
    for key in ("two", "three"):
        _killed(press.paper(key, "2031-03-05"), 23, "Eyewitnesses")
    (dispute,) = _disputes(press, DisputeKind.COUNT)
    assert [(side.value, len(side.statements)) for side in dispute.values] == [("9", 1), ("23", 2)]


def test_one_arrest_told_in_two_towns_is_one_arrest(press: Press) -> None:
    names = []
    for key, where in (("one", "Orlova"), ("two", "Sarnov"), ("three", "Orlova"), ("four", "Sarnov")):
        names.append(press.paper(key, "2031-10-27").says(
            f"Milan Dort was arrested on 25 October in {where}", "arrest", "arrested", people="Milan Dort",
            when="2031-10-25", where=where,
        ))  # fmt: skip
    case_file = press.reconcile()
    assert len({press.event_of(case_file, name).id for name in names}) == 1
    (dispute,) = [item for item in case_file.disputes if item.kind is DisputeKind.PLACE]
    assert {side.value for side in dispute.values} == {"Orlova", "Sarnov"}


def test_what_a_person_said_of_a_dispute_stays_until_a_side_comes_or_goes(press: Press) -> None:
    _killed(press.paper("one", "2031-03-05"), 9)
    _killed(press.paper("two", "2031-03-05"), 17, "Eyewitnesses")
    (seen,) = press.reconcile().disputes
    word = replace(decide(1, Verdict.OTHER_SCOPE, seen.id), seen=seen.sides, why="the second counts two towns")
    given = {"s-" + seen.about[2:]: seen.about}  # as `judge` gives the event its id for good
    (held,) = press.reconcile(decisions=[word], allocated=given).disputes
    assert (held.decided, held.why, held.look_again) == ("different_scope", "the second counts two towns", False)
    _killed(press.paper("three", "2031-03-05", "one"), 9)  # the same outlet again: no new side
    assert not press.reconcile(decisions=[word], allocated=given).disputes[0].look_again
    _killed(press.paper("four", "2031-03-05"), 31, "Nurses")
    (later,) = press.reconcile(decisions=[word], allocated=given).disputes
    assert (later.id, later.decided, later.look_again) == (seen.id, "different_scope", True)


@pytest.mark.parametrize("kind", [AboutKind.RETRACTS, AboutKind.UNDER_DURESS])
def test_what_was_taken_back_or_forced_is_no_account_of_its_own(press: Press, kind: AboutKind) -> None:
    taken_back = _killed(press.paper("one", "2031-03-05"), 3, "Petar Vond")
    _killed(press.paper("two", "2031-03-05"), 9, MINISTRY)
    assert len(_disputes(press, DisputeKind.COUNT)) == 1
    about = press.statement(taken_back).id
    press.paper("three", "2031-04-05").says("Petar Vond took it back", "retraction", "took", about=About(kind, about))
    case_file = press.reconcile()
    assert _disputes(press, DisputeKind.COUNT) == []
    said = [sid for event in case_file.events for item in event.accounts for sid in item.statements]
    assert press.statement(taken_back).id not in said
