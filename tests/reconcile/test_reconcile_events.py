"""Rival figures meet in one event with their speakers; what is apart stays apart."""

from __future__ import annotations

from invented_press import Press

from according.domain.event import Aspect, DisputeKind, RelationKind
from according.domain.statement import Count, Polarity, Stance


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
