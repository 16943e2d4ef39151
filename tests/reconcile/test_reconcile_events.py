"""Rival figures meet in one event with their speakers; what is apart stays apart."""

from __future__ import annotations

import pytest
from invented_press import Press, decide

from according.domain.decision import Verdict
from according.domain.event import Aspect, DisputeKind, RelationKind
from according.domain.passage import Span
from according.domain.shared import SharedPassage
from according.domain.statement import Count, CountMode, Polarity, Role, Sentence, Stance, Value


def test_rival_death_counts_meet_in_one_event(press: Press) -> None:
    early = press.paper("early", "2031-03-05", "Harbour Wire")
    first = early.says(
        "On 4 March 9 people were killed in Orlova, the government said.", "killing", "killed",
        count=9, when="2031-03-04", where="Orlova", by="government",
    )  # fmt: skip
    later = press.paper("later", "2031-06-01", "Dock Post")
    second = later.says(
        "The government admits that 14 people were killed.", "killing", "killed", count=14, by="government"
    )
    third = later.says(
        "Witnesses say about 60 were killed.", "killing", "killed",
        count=Count(60, 60, "about 60", "about"), by="Witnesses",
    )  # fmt: skip
    own = press.paper("own", "2031-08-01", "Pier News")
    fourth = own.says(
        "On 4 March in Orlova police shot at dockers, killing at least 15.", "killing", "killing",
        count=Count(15, None, "at least 15", "at_least"), when="2031-03-04", where="Orlova",
    )  # fmt: skip
    case_file = press.reconcile()
    event = press.event_of(case_file, first)
    assert {press.event_of(case_file, name).id for name in (second, third, fourth)} == {event.id}
    deaths = {item.value.words: item for item in event.accounts if item.aspect is Aspect.DEATHS}
    assert {words: item.speaker for words, item in deaths.items()} == {
        "9": "government", "14": "government", "about 60": "Witnesses", "at least 15": "the report itself: Pier News",
    }  # fmt: skip
    assert [(item.kind, item.to) for item in deaths["14"].relations if item.to == deaths["9"].id] == [
        (RelationKind.SUPERSEDES, deaths["9"].id)
    ]
    assert RelationKind.OVERLAPS in {
        item.kind for item in deaths["at least 15"].relations if item.to == deaths["about 60"].id
    }
    dispute = case_file.disputes[0]
    assert (dispute.kind, dispute.aspect, dispute.about) == (DisputeKind.COUNT, Aspect.DEATHS, event.id)
    assert [value.value for value in dispute.values] == ["14", "at least 15", "about 60"]
    assert ("earlier", "9") in dispute.facts  # shown, but not a side: the same office corrected itself


def test_a_month_is_enough_where_there_was_one_massacre_only(press: Press) -> None:
    first = press.paper("one", "2031-03-05").says(
        "On 4 March 9 were killed in Orlova.", "killing", "killed", count=9, when="2031-03-04", where="Orlova"
    )
    second = press.paper("two", "2031-12-05").says(
        "Relatives say 24 were killed in March.", "killing", "killed", count=24, when="2031-03", by="Relatives"
    )
    case_file = press.reconcile()
    assert press.event_of(case_file, first).id == press.event_of(case_file, second).id
    other = press.paper("three", "2031-03-25").says(
        "On 24 March 5 were killed in Veshka.", "killing", "killed", count=5, when="2031-03-24", where="Veshka"
    )
    case_file = press.reconcile()
    assert len({press.event_of(case_file, name).id for name in (first, second, other)}) == 3


def test_a_person_may_join_and_part_events(press: Press) -> None:
    first = press.paper("one", "2031-03-05").says(
        "On 4 March dockers marched in Orlova.", "march", "marched", when="2031-03-04", where="Orlova"
    )
    second = press.paper("two", "2031-03-06").says(
        "On 9 March dockers marched in Veshka.", "march", "marched", when="2031-03-09", where="Veshka"
    )
    a, b = (press.event_of(press.reconcile(), name).id for name in (first, second))
    assert len(press.reconcile(decisions=[decide(1, Verdict.SAME, a, b)]).events) == 1
    third = press.paper("three", "2031-03-06").says(
        "On 4 March there was a march in Orlova.", "march", "march", when="2031-03-04", where="Orlova"
    )
    assert press.event_of(press.reconcile(), first).id == press.event_of(press.reconcile(), third).id
    apart = decide(1, Verdict.DIFFERENT, press.statement(first).id, press.statement(third).id)
    case_file = press.reconcile(decisions=[apart])
    assert press.event_of(case_file, first).id != press.event_of(case_file, third).id


def test_two_demonstrations_in_one_month_stay_two(press: Press) -> None:
    paper = press.paper("march", "2031-03-30")
    first = paper.says("On 4 March people marched in Orlova.", "march", "marched", when="2031-03-04", where="Orlova")
    other = press.paper("march2", "2031-03-30")
    second = other.says("On 9 March people marched in Orlova.", "march", "marched", when="2031-03-09", where="Orlova")
    third = other.says(
        "On 4 March a crowd rallied in Orlova.", "demonstration", "rallied", when="2031-03-04", where="Orlova"
    )
    case_file = press.reconcile()
    assert press.event_of(case_file, first).id != press.event_of(case_file, second).id
    assert press.event_of(case_file, first).id == press.event_of(case_file, third).id
    assert case_file.disputes == ()


def test_one_massacre_with_two_dates_is_a_date_dispute(press: Press) -> None:
    one = press.paper("one", "2031-03-10")
    first = one.says(
        "On 4 March 15 were killed in Orlova.", "killing", "killed", count=15, when="2031-03-04", where="Orlova"
    )
    two = press.paper("two", "2031-03-12")
    second = two.says(
        "On 5 March 15 were killed in Orlova.", "killing", "killed", count=15, when="2031-03-05", where="Orlova"
    )
    case_file = press.reconcile()
    event = press.event_of(case_file, first)
    assert event.id == press.event_of(case_file, second).id
    assert [(item.kind, item.about) for item in case_file.disputes] == [(DisputeKind.DATE, event.id)]
    assert {value.value for value in case_file.disputes[0].values} == {"2031-03-04", "2031-03-05"}


def test_compatible_figures_are_no_dispute(press: Press) -> None:
    one = press.paper("one", "2031-06-10")
    first = one.says(
        "In June 12-18,000 workers were on strike in Orlova.", "strike", "strike",
        count=Count(12000, 18000, "12-18,000", "range"), when="2031-06", where="Orlova",
    )  # fmt: skip
    two = press.paper("two", "2031-07-10")
    second = two.says(
        "A strike of about 16,000 people shook Orlova in June.", "strike", "strike",
        count=Count(16000, 16000, "about 16,000", "about"), when="2031-06", where="Orlova",
    )  # fmt: skip
    case_file = press.reconcile()
    assert press.event_of(case_file, first).id == press.event_of(case_file, second).id
    assert case_file.disputes == ()


def test_a_denied_event_is_an_occurrence_dispute(press: Press) -> None:
    one = press.paper("one", "2031-06-10")
    first = one.says(
        "Workers say that on 4 June police used force in Orlova.", "use_of_force", "force",
        when="2031-06-04", where="Orlova", by="Workers",
    )  # fmt: skip
    two = press.paper("two", "2031-06-11")
    second = two.says(
        "The ministry denied that force was used on 4 June in Orlova.", "use_of_force", "force",
        when="2031-06-04", where="Orlova", by="ministry", stance=Stance.DENIED, polarity=Polarity.DID_NOT_HAPPEN,
    )  # fmt: skip
    case_file = press.reconcile()
    assert press.event_of(case_file, first).id == press.event_of(case_file, second).id
    assert DisputeKind.OCCURRENCE in {item.kind for item in case_file.disputes}


def test_expected_things_do_not_mix_with_what_happened(press: Press) -> None:
    paper = press.paper("one", "2031-06-10")
    first = paper.says("On 4 June dockers marched in Orlova.", "march", "marched", when="2031-06-04", where="Orlova")
    second = paper.says(
        "A march in Orlova was expected on 4 June.", "march", "march", when="2031-06-04", where="Orlova",
        stance=Stance.EXPECTED,
    )  # fmt: skip
    case_file = press.reconcile()
    assert press.event_of(case_file, first).id != press.event_of(case_file, second).id


@pytest.mark.parametrize(
    ("a", "b", "disputed"),
    [
        (Count(70, 70, "about 70", "about"), Count(65, 65, "65"), False),
        (Count(70, 70, "about 70", "about"), Count(50, 50, "50"), True),
        (Count(10, None, "at least 10", "at_least"), Count(15, 15, "15"), False),
        (Count(16, None, "at least 16", "at_least"), Count(15, 15, "15"), True),
        (Count(None, 70, "up to 70", "up_to"), Count(15, 15, "15"), False),
        (Count(100, None, "hundreds", vague=True), Count(373, 373, "373"), False),
        (Count(20, 20, "20 more", mode=CountMode.ADDITIONAL), Count(15, 15, "15"), False),
    ],
)
def test_what_figures_exclude_each_other(press: Press, a: Count, b: Count, disputed: bool) -> None:
    for key, count in (("one", a), ("two", b)):
        press.paper(key, "2031-03-10", key).says(
            f"On 4 March {count.words} were killed in Orlova.", "killing", "killed", count=count,
            when="2031-03-04", where="Orlova",
        )  # fmt: skip
    assert bool(press.reconcile().disputes) is disputed


def test_eyewitnesses_of_two_reports_are_not_one_voice(press: Press) -> None:
    for key, number in (("one", 20), ("two", 60)):
        press.paper(key, f"2031-03-{number}" if number < 30 else "2031-05-01", key).says(
            f"Eyewitnesses say that on 4 March {number} were killed in Orlova.", "killing", "killed", count=number,
            when="2031-03-04", where="Orlova", by="Eyewitnesses",
        )  # fmt: skip
    kinds = {item.kind for account in press.reconcile().events[0].accounts for item in account.relations}
    assert RelationKind.DISPUTES in kinds and RelationKind.SUPERSEDES not in kinds


def test_the_same_figure_from_two_crowds_stays_two_accounts(press: Press) -> None:
    for key in ("one", "two"):
        press.paper(key, "2031-03-10", key).says(
            "Eyewitnesses say that on 4 March 20 were killed in Orlova.", "killing", "killed", count=20,
            when="2031-03-04", where="Orlova", by="Eyewitnesses",
        )  # fmt: skip
    deaths = [item for item in press.reconcile().events[0].accounts if item.aspect is Aspect.DEATHS]
    assert [relation.kind for item in deaths for relation in item.relations] == [RelationKind.AGREES] * 2


def test_a_month_alone_makes_no_meeting(press: Press) -> None:
    names = [
        press.paper(key, "2031-07-10", key).says(
            f"In June {number} {who} marched in Orlova.",
            "march",
            "marched",
            count=number,
            when="2031-06",
            where="Orlova",
        )
        for key, who, number in (("one", "dockers", 40), ("two", "teachers", 300))
    ]
    case_file = press.reconcile()
    assert press.event_of(case_file, names[0]).id != press.event_of(case_file, names[1]).id


def test_a_corrected_figure_of_one_side_is_shown_as_later(press: Press) -> None:
    press.paper("one", "2031-03-05", "one").says(
        "The government said 9 were killed on 4 March in Orlova.", "killing", "killed", count=9, when="2031-03-04",
        where="Orlova", by="government",
    )  # fmt: skip
    press.paper("two", "2031-04-05", "two").says(
        "The prosecutor's office said 14 were killed on 4 March in Orlova.", "killing", "killed", count=14,
        when="2031-03-04", where="Orlova", by="prosecutor's office",
    )  # fmt: skip
    case_file = press.reconcile()
    kinds = [item.kind for account in case_file.events[0].accounts for item in account.relations
             if account.aspect is Aspect.DEATHS]  # fmt: skip
    assert kinds == [RelationKind.LATER_SAME_SIDE]
    assert case_file.disputes == ()


def test_a_copied_paragraph_with_one_figure_changed_stays_one_event(press: Press) -> None:
    for key, number in (("one", 12), ("two", 13)):
        paper = press.paper(key, "2031-07-10", key)
        paper.says(f"Video shows troops firing; {number} were injured.", "injury", "injured", count=number)
    documents = sorted(press.documents(), key=lambda item: item.id)
    whole = [Span(0, len(item.text.content)) for item in documents]
    shared = [SharedPassage(documents[0].id, whole[0], documents[1].id, whole[1], 0.95)]
    together = press.reconcile(shared)
    assert len(together.events) == 1
    assert [item.kind for item in together.disputes] == [DisputeKind.COUNT]


def test_a_strike_that_grows_is_no_dispute(press: Press) -> None:
    for key, day, number in (("one", "2031-05-17", 4500), ("two", "2031-05", 1400)):
        press.paper(key, "2031-06-10", key).says(
            f"In May {number} workers were on strike in Orlova.", "strike", "strike", count=number, when=day,
            when_words="May", where="Orlova", groups="workers", role=Role.AGENT,
        )  # fmt: skip
    case_file = press.reconcile()
    assert len(case_file.events) == 1
    assert case_file.disputes == ()


def test_prison_and_suspended_sentences_are_parts_of_one_trial(press: Press) -> None:
    for key, number, suspended in (("one", 21, True), ("two", 13, False)):
        press.paper(key, "2031-06-05", key).says(
            f"On 4 June {number} dockers were sentenced in Orlova.", "sentence", "sentenced", count=number,
            when="2031-06-04", where="Orlova", groups="dockers", value=Value(sentence=Sentence(suspended=suspended)),
        )  # fmt: skip
    case_file = press.reconcile()
    assert len(case_file.events) == 1
    assert case_file.disputes == ()


def test_two_hunger_strikes_of_one_person_stay_two(press: Press) -> None:
    names = []
    for key, day in (("one", "2031-04-22"), ("two", "2032-04-22")):
        paper = press.paper(key, day, key)
        names.append(
            paper.says(
                f"Marina Sadykova began a hunger strike, {key}.",
                "hunger_strike",
                "hunger",
                people="Marina Sadykova",
                when=day,
                role=Role.AGENT,
            )
        )
    case_file = press.reconcile()
    assert press.event_of(case_file, names[0]).id != press.event_of(case_file, names[1]).id
