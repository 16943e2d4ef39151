"""What must stay apart, and what stays together beside it: another attack, two towns of one day, totals of a year, anniversaries."""

from __future__ import annotations

import pytest
from invented_press import Paper, Press

from according.domain.event import DisputeKind
from according.domain.passage import Span
from according.domain.shared import SharedPassage
from according.domain.statement import ActorKind, Charge, Count, Participant, Role, Value, Where


def _same(press: Press, one: str, two: str) -> bool:
    case_file = press.reconcile()
    return press.event_of(case_file, one).id == press.event_of(case_file, two).id


def _attack(paper: Paper, sentence: str, **extra: object) -> str:
    return paper.says(sentence, "assault", "attack", **extra)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Gunmen opened an attack on the depot.", "The attack left windows broken.", True),
        ("Gunmen opened an attack on the depot.", "Another attack hit the station.", False),
        ("Gunmen opened an attack on the depot.", "In addition, an attack hit the station.", False),
        ("Gunmen opened an attack on the depot.", "Meanwhile, an attack hit the station.", False),
        ("На склад совершено attack.", "Ещё одно attack было на вокзале.", False),
        ("На склад совершено attack.", "Кроме того, attack было на вокзале.", False),
        ("На склад совершено attack.", "При attack выбиты окна.", True),
    ],
)
def test_another_attack_told_in_the_next_sentence_is_another(press: Press, first: str, second: str, same: bool) -> None:
    paper = press.paper("one", "2031-03-05")
    assert _same(press, _attack(paper, first), _attack(paper, second)) is same


def test_the_dead_and_the_injured_of_one_sentence_are_of_one_event(press: Press) -> None:
    press.paper("far", "2031-03-05").says(
        "On 4 March 12 were injured in Veshka.", "injury", "injured", count=12, when="2031-03-04", where="Veshka"
    )
    press.paper("near", "2031-03-05").says(
        "On 4 March 9 were killed in Orlova.", "killing", "killed", count=9, when="2031-03-04", where="Orlova"
    )
    paper = press.paper("one", "2031-03-06")
    sentence = "On 4 March 9 were killed and 300 injured in Orlova."
    dead = paper.says(sentence, "killing", "killed", count=9, when="2031-03-04", where="Orlova")
    hurt = paper.says(sentence, "injury", "injured", count=300, when="2031-03-04")
    assert _same(press, dead, hurt)


def test_two_small_killings_of_one_day_are_not_one_for_want_of_a_place(press: Press) -> None:
    names = [
        press.paper(key, "2031-03-05").says(
            f"On 4 March {words}.", "killing", "killed", count=count, when="2031-03-04", where=where
        )
        for key, words, count, where in (
            ("one", "a guard was killed in Orlova", 1, "Orlova"), ("two", "two drivers were killed", 2, None),
        )
    ]  # fmt: skip
    assert not _same(press, *names)


def test_a_town_of_another_country_is_not_the_place(press: Press) -> None:
    first = press.paper("one", "2031-03-05").says(
        "On 4 March 60 were killed in Orlova.", "killing", "killed", count=60, when="2031-03-04",
        where=Where("Orlova", "Orlova", "settlement", country="CZ", start=34, end=40),
    )  # fmt: skip
    second = press.paper("two", "2031-03-05").says(
        "On 4 March 70 were killed in Peru.", "killing", "killed", count=70, when="2031-03-04",
        where=Where("Peru", "Peru", "country", country="PE", start=29, end=33),
    )  # fmt: skip
    assert not _same(press, first, second)


def test_the_total_of_a_year_is_not_the_massacre_beside_it(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    first = paper.says("On 4 March 15 were killed.", "killing", "killed", count=15, when="2031-03-04")
    second = paper.says("This year 400 were killed.", "killing", "killed", count=400, when="2031")
    assert not _same(press, first, second)


def test_two_figures_of_one_voice_in_one_report_are_of_two_incidents(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    first = paper.says("Five soldiers were killed at the bridge.", "killing", "killed", count=5)
    second = paper.says("At the station 14 passengers were killed.", "killing", "killed", count=14)
    assert not _same(press, first, second)
    rival = paper.says("Witnesses say that 8 were killed.", "killing", "killed", count=8, by="Witnesses")
    assert _same(press, first, rival) or _same(press, second, rival)


def test_the_anniversary_strike_is_not_last_years(press: Press) -> None:
    names = [
        press.paper(key, published).says(
            f"On {when} dockers went on strike in Orlova.",
            "strike",
            "strike",
            when=when,
            where="Orlova",
            groups="dockers",
        )
        for key, published, when in (("one", "2031-05-10", "2031-05-09"), ("two", "2032-05-10", "2032-05-09"))
    ]
    assert not _same(press, *names)


def test_two_arrests_of_one_person_in_one_year_stay_two(press: Press) -> None:
    names = [
        press.paper(key, when).says(
            f"Marina Sadykova was arrested, {key}.", "arrest", "arrested", people="Marina Sadykova", when=when
        )
        for key, when in (("one", "2031-02-03"), ("two", "2031-08-03"))
    ]
    assert not _same(press, *names)


def test_a_massacre_a_week_later_elsewhere_is_another(press: Press) -> None:
    names = [
        press.paper(key, "2031-03-20").says(
            f"{count} were killed {key}.", "killing", "killed", count=count, when=when, where=where
        )
        for key, count, when, where in (("one", 15, "2031-03-04", "Orlova"), ("two", 16, "2031-03-09", None))
    ]
    assert not _same(press, *names)


def test_one_report_that_dates_two_massacres_means_two(press: Press) -> None:
    paper = press.paper("one", "2031-03-20")
    names = [
        paper.says(
            f"On {when} {count} were killed in Orlova.", "killing", "killed", count=count, when=when, where="Orlova"
        )
        for count, when in ((15, "2031-03-04"), (16, "2031-03-06"))
    ]
    assert not _same(press, *names)
    assert all(dispute.kind is not DisputeKind.DATE for dispute in press.reconcile().disputes)


def test_nothing_is_told_before_it_happened(press: Press) -> None:
    early = press.paper("early", "2031-02-01").says(
        "In Orlova 9 were killed.", "killing", "killed", count=9, where="Orlova"
    )
    late = press.paper("late", "2031-03-05").says(
        "On 4 March 9 were killed in Orlova.", "killing", "killed", count=9, when="2031-03-04", where="Orlova"
    )
    assert not _same(press, early, late)


def test_she_killed_nobody_is_no_word_on_the_massacre(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    first = paper.says(
        "On 4 March 9 were killed in Orlova.", "killing", "killed", count=9, when="2031-03-04", where="Orlova"
    )
    second = paper.says(
        "She killed nobody on 4 March, her friend said.", "killing", "killed", when="2031-03-04",
        participants=[
            Participant(Role.AGENT, "She", ActorKind.PERSON),
            Participant(Role.PATIENT, "nobody", ActorKind.PERSON, count=Count(0, 0, "nobody")),
        ],
    )  # fmt: skip
    assert not _same(press, first, second)
    assert press.reconcile().disputes == ()


def test_a_report_of_one_town_speaks_of_that_town(press: Press) -> None:
    paper = press.paper("one", "2031-03-06")
    first = paper.says(
        "On 4 March 9 were killed in Orlova.", "killing", "killed", count=9, when="2031-03-04", where="Orlova"
    )
    second = press.paper("two", "2031-03-06").says(
        "On 5 March 47 were injured.", "injury", "injured", count=47, when="2031-03-05"
    )
    assert not _same(press, first, second)
    press.papers[-1].says("Shops in Orlova stayed shut.", "strike", "shut", where="Orlova")
    assert _same(press, first, second)


def test_to_be_shot_at_and_to_die_years_later_are_two(press: Press) -> None:
    first = press.paper("one", "2031-03-05").says(
        "Somebody had shot at Marina Sadykova.", "use_of_force", "shot", people="Marina Sadykova"
    )
    second = press.paper("two", "2035-03-05").says(
        "Marina Sadykova died in 2034.", "death", "died", people="Marina Sadykova", when="2034"
    )
    assert not _same(press, first, second)


def test_the_same_words_of_two_articles_are_of_two_cases(press: Press) -> None:
    names = []
    for key, article in (("one", "295"), ("two", "238")):
        names.append(press.paper(key, "2031-03-05").says(
            f"A criminal case was opened under article {article}.", "investigation_opened", "opened",
            value=Value(charge=Charge(f"article {article}", article=article)),
        ))  # fmt: skip
    documents = sorted(press.documents(), key=lambda item: item.id)
    whole = [Span(0, len(item.text.content)) for item in documents]
    case_file = press.reconcile([SharedPassage(documents[0].id, whole[0], documents[1].id, whole[1], 0.95)])
    assert press.event_of(case_file, names[0]).id != press.event_of(case_file, names[1]).id


def test_the_dead_of_another_group_are_not_those_told_before(press: Press) -> None:
    paper = press.paper("one", "2031-03-05")
    first = paper.says("Six peasants were killed on the farm.", "killing", "killed", groups="peasants")
    second = paper.says("Nine soldiers were killed in the hills.", "killing", "killed", groups="soldiers")
    assert not _same(press, first, second)


@pytest.mark.parametrize(("count", "same"), [(24, True), (300, False)])
def test_a_month_alone_needs_a_like_number(press: Press, count: int, same: bool) -> None:
    first = press.paper("one", "2031-03-05").says(
        "On 4 March 20 were killed in Orlova.", "killing", "killed", count=20, when="2031-03-04", where="Orlova"
    )
    second = press.paper("two", "2031-12-05").says(
        f"In March {count} were killed.", "killing", "killed", count=count, when="2031-03"
    )
    assert _same(press, first, second) is same


@pytest.mark.parametrize(
    ("published", "count", "where", "same"),
    [
        ("2031-03-09", 14, "Orlova", True),
        ("2031-03-09", 14, "Veshka", False),
        ("2031-06-09", 14, "Orlova", False),
        ("2031-03-09", 200, "Orlova", False),
    ],
)
def test_undated_reports_of_many_dead_in_one_town_in_one_week_meet(
    press: Press, published: str, count: int, where: str, same: bool
) -> None:
    first = press.paper("one", "2031-03-05").says(
        "In Orlova 15 were killed.", "killing", "killed", count=15, where="Orlova"
    )
    second = press.paper("two", published).says(
        f"In {where} {count} were killed.", "killing", "killed", count=count, where=where
    )
    assert _same(press, first, second) is same


def test_nobody_dies_twice(press: Press) -> None:
    names = [
        press.paper(key, "2033-03-05", key).says(
            f"Marina Sadykova was killed on {when}.", "killing", "killed", people="Marina Sadykova", when=when
        )
        for key, when in (("one", "2031-10-23"), ("two", "2032-10-23"))
    ]
    assert _same(press, *names)
    assert [dispute.kind for dispute in press.reconcile().disputes] == [DisputeKind.DATE]
