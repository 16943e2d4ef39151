"""A dispute of every kind, out of invented reports read by the real reader, in English and Russian."""

from __future__ import annotations

import pytest
from reported import Report, case_of

from according.domain.event import Aspect, Dispute, DisputeKind
from according.present.explanations import explain_dispute


def _ru(text: str, published: str = "2031-03-05", outlet: str = "") -> Report:
    return Report(text, published, outlet, "ru")


def _found(kind: DisputeKind, *reports: Report | str) -> list[Dispute]:
    return [item for item in case_of(*reports).disputes if item.kind is kind]


def _sides(dispute: Dispute) -> set[tuple[str, str]]:
    return {(side.value, side.speaker) for side in dispute.values}


# --- what it was


def test_a_demonstration_to_one_is_a_riot_to_another() -> None:
    (dispute,) = _found(
        DisputeKind.NATURE,
        "A peaceful demonstration took place in Tarvinsk on 4 March, the union said.",
        "There was a riot in Tarvinsk on 4 March, the interior ministry said.",
    )
    assert _sides(dispute) == {("demonstration", "union"), ("riot", "interior ministry")}
    assert dispute.possible  # a march may end in a riot


def test_in_russian_too() -> None:
    (dispute,) = _found(
        DisputeKind.NATURE,
        _ru("По словам профсоюза, 4 марта в Тарвинске прошла мирная демонстрация."),
        _ru("4 марта в Тарвинске произошли массовые беспорядки, сообщило министерство внутренних дел."),
    )
    assert {side.speaker for side in dispute.values} == {"профсоюз", "министерство внутренних дел"}


def test_a_voice_that_tells_of_a_march_and_of_riots_after_it_disputes_nothing() -> None:
    both = "A march took place in Tarvinsk on 4 March, and a riot broke out in Tarvinsk on 4 March."
    march = "A march took place in Tarvinsk on 4 March, the union said."
    assert _found(DisputeKind.NATURE, both) == [] == _found(DisputeKind.NATURE, both, march)


def test_a_riot_elsewhere_is_another_happening() -> None:
    march = "A march took place in Tarvinsk on 4 March, the union said."
    assert not _found(DisputeKind.NATURE, march, "There was a riot in Ravnitsk on 4 March, the ministry said.")
    assert not _found(DisputeKind.NATURE, march, "There was a riot in Tarvinsk on 3 March, the ministry said.")


# --- of what somebody died

HEART = "Boris Talin died in custody in Tarvinsk on 4 March of a heart attack, the police said."
BEATEN = "Boris Talin died on 4 March after being beaten by police, his sister said."


def test_two_causes_of_one_death_are_a_dispute_about_the_dead_man() -> None:
    (dispute,) = _found(DisputeKind.CAUSE, HEART, BEATEN)
    assert (dispute.about_kind, dispute.aspect, dispute.possible) == ("person", Aspect.CAUSE, False)
    assert {side.value for side in dispute.values} == {"a heart attack", "beaten by police"}


def test_a_suicide_to_one_is_a_killing_to_another() -> None:
    killed = "Boris Talin was beaten to death by police in Tarvinsk on 4 March, the union said."
    suicide = "Boris Talin committed suicide in his cell on 4 March, the prison service said."
    (dispute,) = _found(DisputeKind.CAUSE, killed, suicide)
    assert {side.speaker for side in dispute.values} == {"union", "prison service"}


def test_causes_in_two_languages_are_compared_by_what_they_mean() -> None:
    heart = _ru("Борис Талин умер в изоляторе 4 марта от сердечного приступа, сообщили в полиции.")
    assert not _found(DisputeKind.CAUSE, HEART, heart)
    beaten = _ru("Борис Талин скончался от побоев 4 марта, заявил профсоюз.")
    (dispute,) = _found(DisputeKind.CAUSE, HEART, heart, beaten)
    assert {side.value for side in dispute.values} == {"a heart attack", "сердечного приступа", "побоев"}


@pytest.mark.parametrize(
    "other",
    [
        "Boris Talin died of heart failure in a police cell in Tarvinsk on 4 March, the ministry said.",
        "Boris Talin died in Tarvinsk on 4 March of a long illness, his lawyer said.",
        "Anna Dorova died in Tarvinsk on 4 March after being beaten by police, her sister said.",
        "The union fears that Boris Talin died on 4 March after being beaten by police.",
    ],
)
def test_one_kind_of_cause_another_death_or_a_fear_is_no_dispute(other: str) -> None:
    assert not _found(DisputeKind.CAUSE, HEART, other)


def test_injuries_may_come_of_a_beating() -> None:
    assert not _found(DisputeKind.CAUSE, BEATEN, "Boris Talin died of his injuries on 4 March, a doctor said.")


# --- who did it, who ordered it


def test_who_did_it() -> None:
    (dispute,) = _found(
        DisputeKind.RESPONSIBILITY,
        "Police killed nine people in Tarvinsk on 4 March, the union said.",
        "Strikers killed nine people in Tarvinsk on 4 March, the interior ministry said.",
    )
    assert dispute.aspect is Aspect.AGENT
    assert _sides(dispute) == {("Police", "union"), ("Strikers", "interior ministry")}


def test_who_did_it_in_russian() -> None:
    (dispute,) = _found(
        DisputeKind.RESPONSIBILITY,
        _ru("По словам профсоюза, 4 марта в Тарвинске полиция убила девять человек."),
        _ru("Как сообщило министерство внутренних дел, 4 марта в Тарвинске девять человек убили забастовщики."),
    )
    assert {side.value for side in dispute.values} == {"полиция", "забастовщики"}


def test_armed_men_stand_on_no_side() -> None:
    assert not _found(
        DisputeKind.RESPONSIBILITY,
        "Police killed nine people in Tarvinsk on 4 March, the union said.",
        "Unknown armed men killed nine people in Tarvinsk on 4 March, the interior ministry said.",
    )


ORDERED = "The governor ordered police to open fire in Tarvinsk on 4 March, the union said."


def test_two_who_are_said_to_have_given_the_order_are_possibly_in_dispute() -> None:
    other = "The interior minister ordered police to open fire in Tarvinsk on 4 March, eyewitnesses said."
    (dispute,) = _found(DisputeKind.RESPONSIBILITY, ORDERED, other)
    assert (dispute.aspect, dispute.possible) == (Aspect.ORDER_GIVEN, True)
    assert {side.value for side in dispute.values} == {"governor", "interior minister"}


def test_to_deny_having_given_the_order_is_a_dispute() -> None:
    denial = "The governor denied that he had ordered police to open fire in Tarvinsk on 4 March."
    (dispute,) = _found(DisputeKind.RESPONSIBILITY, ORDERED, denial)
    assert (dispute.aspect, dispute.possible) == (Aspect.ORDER_GIVEN, False)
    assert _sides(dispute) == {("governor", "union"), ("[not] governor", "governor")}


def test_the_order_in_russian() -> None:
    (dispute,) = _found(
        DisputeKind.RESPONSIBILITY,
        _ru("По словам профсоюза, губернатор приказал полиции открыть огонь в Тарвинске 4 марта."),
        _ru("Губернатор отрицает, что приказал полиции открыть огонь в Тарвинске 4 марта."),
    )
    assert _sides(dispute) == {("губернатор", "профсоюз"), ("[не] губернатор", "губернатор")}


def test_an_order_of_another_day_is_another_order() -> None:
    other = "The governor denied that he had ordered police to open fire in Tarvinsk on 2 March."
    assert not _found(DisputeKind.RESPONSIBILITY, ORDERED, other)


# --- whether, when, where, how long, part and whole, weekday


def test_whether_it_happened_in_two_languages() -> None:
    said = "Police opened fire on strikers in Tarvinsk on 4 March, eyewitnesses said."
    denied = "The interior ministry denied that police opened fire on strikers in Tarvinsk on 4 March."
    (dispute,) = _found(DisputeKind.OCCURRENCE, said, denied)
    assert {side.speaker for side in dispute.values} == {"eyewitnesses", "interior ministry"}
    (dispute,) = _found(
        DisputeKind.OCCURRENCE,
        _ru("По словам очевидцев, 4 марта в Тарвинске полиция открыла огонь по рабочим."),
        _ru("Министерство внутренних дел отрицает, что 4 марта в Тарвинске полиция открыла огонь по рабочим."),
    )
    assert {side.speaker for side in dispute.values} == {"очевидцы", "Министерство внутренних дел"}


def test_two_days_for_one_arrest() -> None:
    (dispute,) = _found(
        DisputeKind.DATE,
        "Boris Talin was arrested in Tarvinsk on 4 March.",
        Report("Boris Talin was arrested in Tarvinsk on 5 March.", "2031-03-07"),
    )
    assert ({side.edtf for side in dispute.values}, dispute.possible) == ({"2031-03-04", "2031-03-05"}, False)


def test_a_part_larger_than_its_whole_and_a_day_that_is_no_such_weekday() -> None:
    (dispute,) = _found(DisputeKind.PART_AND_WHOLE, "40 of the 37 defendants were convicted on 4 March.")
    assert dispute.facts == (("part", "40"), ("whole", "37"))
    (dispute,) = _found(DisputeKind.WEEKDAY, "Boris Talin was arrested on Monday 4 March 2031.")
    assert dict(dispute.facts)["words"] == "Monday 4 March 2031"


def test_parts_that_do_not_make_the_whole() -> None:
    text = "Of the 26 defendants, three were acquitted, 14 were given suspended sentences and ten were sentenced to prison."
    (dispute,) = _found(DisputeKind.ARITHMETIC, text)
    assert dict(dispute.facts)["sum"] == "27"
    assert not _found(DisputeKind.ARITHMETIC, text.replace("ten", "nine"))


def test_what_went_on_before_it_began() -> None:
    first = "On 4 March police shot nine people dead in Tarvinsk."
    (dispute,) = _found(DisputeKind.ORDER, f"{first} In spite of the massacre, the protests continued on 18 February.")
    assert {side.edtf for side in dispute.values} == {"2031-02-18", "2031-03-04"}
    assert not _found(DisputeKind.ORDER, f"{first} After the shooting, the protests continued on 5 March.")
    assert not _found(DisputeKind.ORDER, f"{first} The protests had begun on 18 February, after months of talks.")


def test_more_names_than_a_figure_allows() -> None:
    names = ("Boris Talin", "Anna Dorova", "Nadira Velkhova")
    listed = " ".join(f"{name} was killed in Tarvinsk on 4 March." for name in names)
    report = Report(f"Several people were killed in Tarvinsk on 4 March. {listed}")
    (dispute,) = _found(
        DisputeKind.PART_AND_WHOLE, report, "Two people were killed in Tarvinsk on 4 March, the interior ministry said."
    )
    assert (dict(dispute.facts)["names"], dict(dispute.facts)["whole"], dispute.possible) == ("3", "Two", True)
    assert "3 people are named" in explain_dispute(dispute) and "названы 3 человека" in explain_dispute(dispute, "ru")
    assert not _found(
        DisputeKind.PART_AND_WHOLE, report, "Three people were killed in Tarvinsk on 4 March, the ministry said."
    )


# --- every question of the design's list is answered somewhere

ANSWERED = {
    Aspect.DEATHS: "Nine people were killed in Tarvinsk on 4 March.",
    Aspect.INJURED: "Nine people were injured in Tarvinsk on 4 March.",
    Aspect.ARRESTED: "Police arrested nine people in Tarvinsk on 4 March.",
    Aspect.MISSING: "Nine people disappeared in Tarvinsk on 4 March.",
    Aspect.TRIED: "Nine workers went on trial in Tarvinsk on 4 March.",
    Aspect.CONVICTED: "Nine workers were convicted in Tarvinsk on 4 March.",
    Aspect.ACQUITTED: "Nine workers were acquitted in Tarvinsk on 4 March.",
    Aspect.SENTENCED: "Nine workers were sentenced to three years in prison in Tarvinsk on 4 March.",
    Aspect.DISMISSED: "The company dismissed nine workers in Tarvinsk on 4 March.",
    Aspect.PARTICIPANTS: "900 workers demonstrated in Tarvinsk on 4 March.",
    Aspect.DATE: "Boris Talin was arrested in Tarvinsk on 4 March.",
    Aspect.PLACE: "Boris Talin was arrested in Tarvinsk on 4 March.",
    Aspect.AGENT: "Police killed nine people in Tarvinsk on 4 March.",
    Aspect.ORDER_GIVEN: ORDERED,
    Aspect.CAUSE: HEART,
    Aspect.OCCURRENCE: "The interior ministry denied that police opened fire on strikers in Tarvinsk on 4 March.",
    Aspect.CHARGE: "Boris Talin was charged with inciting social discord on 4 March.",
    Aspect.TERM: "The court in Tarvinsk sentenced Boris Talin to seven years in prison on 4 March.",
    Aspect.STATUS: "Boris Talin was released on 4 March.",
    Aspect.OWNER: "The Halden Group owns 39 per cent of Tarvinsk Copper.",
}


@pytest.mark.parametrize("aspect", list(Aspect))
def test_every_question_is_answered(aspect: Aspect) -> None:
    case_file = case_of(ANSWERED[aspect])
    held = (*case_file.events, *case_file.people, *case_file.organisations, *case_file.groups)
    answers = [item for one in held for item in one.accounts if item.aspect is aspect]
    assert answers, aspect
    for item in answers:
        assert item.speaker and item.outlet == "Paper 1" and item.statements and item.value.words


def test_what_is_told_of_a_person_stands_with_the_person() -> None:
    case_file = case_of(
        "Boris Talin was arrested in Tarvinsk on 4 March, the union said.",
        Report(
            "Boris Talin was sentenced to seven years in prison on 9 May for inciting social discord.", "2031-05-10"
        ),
        Report("Boris Talin was released on 9 June.", "2031-06-10"),
    )
    (talin,) = [item for item in case_file.people if item.name == "Boris Talin"]
    told = {
        (item.aspect, item.value.name or item.value.words) for item in talin.accounts if item.aspect is Aspect.STATUS
    }
    assert {value for _, value in told} >= {"detained", "released"}
    days = {(item.scope, item.value.edtf) for item in talin.accounts if item.aspect is Aspect.DATE}
    assert days == {("arrest", "2031-03-04"), ("sentence", "2031-05-09"), ("release", "2031-06-09")}
    assert [item.value.term for item in talin.accounts if item.aspect is Aspect.TERM] == [("P7Y", "P7Y")]
    assert case_file.disputes == ()  # an arrest on one day and a release on another


def test_who_owns_a_company_is_told_of_the_company() -> None:
    case_file = case_of(
        "The Halden Group owns 39 per cent of Tarvinsk Copper.", "The Halden Group owns 49 per cent of Tarvinsk Copper."
    )
    (dispute,) = case_file.disputes
    assert (dispute.kind, dispute.aspect) == (DisputeKind.VALUE, Aspect.OWNER)
    held = (*case_file.organisations, *case_file.groups)
    company = next(item for item in held if item.id == dispute.about)
    assert sorted(item.value.percent or 0 for item in company.accounts) == [39, 49]


# --- who is meant


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (
            Report("Boris Talin, 23, was arrested in Tarvinsk on 4 March, the union said."),
            Report("Boris Talin, 61, was arrested in Tarvinsk on 5 March, the police said."),
            "ages that do not fit",
        ),
        (
            _ru("Борис Талин, 23 года, был задержан в Тарвинске 4 марта, сообщил профсоюз."),
            _ru("Борис Талин, 61 год, был задержан в Тарвинске 5 марта, сообщила полиция."),
            "ages that do not fit",
        ),
        (
            Report("Boris Talin died in Tarvinsk on 4 March 2029, the union said.", "2029-03-05"),
            Report("Boris Talin was arrested in Tarvinsk on 5 March 2031, the police said.", "2031-03-06"),
            "one was dead before",
        ),
    ],
)
def test_one_name_of_which_two_things_are_told_that_fit_no_one_person(first: Report, second: Report, why: str) -> None:
    (dispute,) = _found(DisputeKind.IDENTITY, first, second)
    assert {side.value for side in dispute.values} == {first.text, second.text}
    assert (dispute.about_kind, dispute.possible, dict(dispute.facts)["against"]) == ("person", True, why)
    assert why in explain_dispute(dispute) and "не подходит к одному человеку" in explain_dispute(dispute, "ru")


def test_two_names_of_two_people_are_no_dispute_about_who_is_meant() -> None:
    assert not _found(
        DisputeKind.IDENTITY,
        "Boris Talin, 23, was arrested in Tarvinsk on 4 March, the union said.",
        "Ivan Talin, 61, was arrested in Tarvinsk on 5 March, the police said.",
    )


def test_an_army_of_liberation_is_no_force_of_the_state() -> None:
    (dispute,) = _found(
        DisputeKind.RESPONSIBILITY,
        "The Army of Orvenian Liberation killed nine people in Tarvinsk on 4 March, the interior ministry said.",
        "Police killed nine people in Tarvinsk on 4 March, the union said.",
    )
    assert len(dispute.values) == 2
    assert not _found(
        DisputeKind.RESPONSIBILITY,
        "The Army of Orvenian Liberation killed nine people in Tarvinsk on 4 March, the interior ministry said.",
        "Guerrillas killed nine people in Tarvinsk on 4 March, the union said.",
    )
