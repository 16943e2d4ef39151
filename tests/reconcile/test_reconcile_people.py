"""People across spellings and scripts; names alone never join what somebody or something speaks against."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from invented_press import Press, decide, person

from according.domain.casefile import CaseFile
from according.domain.decision import Verdict
from according.domain.entity import Entity
from according.domain.statement import ActorKind, Participant, Role, Where
from according.reconcile.mentions import actor_mention
from according.reconcile.vocabulary import names_nobody


def _arrested(press: Press, key: str, name: str, published: str = "2031-04-01", language: str = "en") -> str:
    paper = press.paper(key, published, language=language)
    return paper.says(f"{name} was arrested.", "arrest", "arrested", people=name)


def _mention(press: Press, name: str) -> str:
    statement = press.statement(name)
    found = actor_mention(statement, statement.participants[0])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Marina Sadykova", "Marina Sadykova"),
        ("Marina Sadykova", "Марина Садыкова"),
        ("Zhanat Turbekov", "Janat Turbekov"),
        ("Natalia Pavlenko", "Natalya Pavlenko"),
    ],
)
def test_spellings_of_a_full_name_are_joined_with_a_reason(press: Press, a: str, b: str) -> None:
    _arrested(press, "one", a)
    _arrested(press, "two", b)
    case_file = press.reconcile()
    assert len(case_file.people) == 1
    entity = case_file.people[0]
    assert {item.text for item in entity.names} == {a, b}
    assert [join.strength for join in entity.joins] == ["strong"] and entity.joins[0].reasons


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Marina Sadykova", "Marat Sadykov"),
        ("Marina Sadykova", "Irina Sadykova"),
        ("Marina Belova", "Marina Bekova"),
        ("Yana Sadykova", "Anna Sadykova"),
        ("Marina Kozina", "Marina Kosina"),
        ("Marina Paula Sadykova", "Marina Gerda Sadykova"),
        ("Marina Sadykova", "M. Sadykova"),
        ("Marina Sadykova", "Sadykova"),
    ],
)
def test_other_people_and_short_names_stay_apart_across_documents(press: Press, a: str, b: str) -> None:
    _arrested(press, "one", a)
    _arrested(press, "two", b)
    assert len(press.reconcile().people) == 2


def test_a_vowel_of_difference_joins_only_with_a_ground_in_common(press: Press) -> None:
    _arrested(press, "one", "Marina Karimotho")
    _arrested(press, "two", "Marina Kirimotho")
    alone = press.reconcile()
    assert len(alone.people) == 2 and all(len(item.maybe_same) == 1 for item in alone.people)
    for key, name in (("three", "Marina Karimotho"), ("four", "Marina Kirimotho")):
        press.paper(key, "2031-05-02").says(
            f"{name} and Orlan Besterov were charged.", "charge", "charged",
            participants=[Participant(Role.PATIENT, one, ActorKind.PERSON) for one in (name, "Orlan Besterov")],
        )  # fmt: skip
    assert len(press.reconcile().people) == 2  # one Marina, and Orlan


def test_a_surname_alone_in_another_document_is_a_proposal(press: Press) -> None:
    _arrested(press, "one", "Marina Sadykova")
    _arrested(press, "two", "Sadykova")
    case_file = press.reconcile()
    assert all(len(item.maybe_same) == 1 for item in case_file.people)


def test_a_surname_in_the_same_document_is_the_only_one_of_that_name(press: Press) -> None:
    paper = press.paper("one", "2031-04-01")
    paper.says("Marina Sadykova was arrested.", "arrest", "arrested", people="Marina Sadykova")
    paper.says("Sadykova was charged.", "charge", "charged", people="Sadykova")
    assert len(press.reconcile().people) == 1


def test_with_two_of_one_surname_nobody_can_tell(press: Press) -> None:
    paper = press.paper("one", "2031-04-01")
    paper.says("Marina Sadykova was arrested.", "arrest", "arrested", people="Marina Sadykova")
    paper.says("Irina Sadykova was arrested.", "arrest", "arrested", people="Irina Sadykova")
    paper.says("Sadykova was charged.", "charge", "charged", people="Sadykova")
    assert len(press.reconcile().people) == 3


def test_unnamed_people_stay_per_document(press: Press) -> None:
    for key in ("one", "two"):
        press.paper(key, "2031-04-01").says(
            "A docker died in custody.", "death_in_custody", "died",
            participants=[Participant(Role.PATIENT, "A docker", ActorKind.UNNAMED)],
        )  # fmt: skip
    case_file = press.reconcile()
    assert len(case_file.people) == 2 and all(item.unnamed for item in case_file.people)


def test_the_mayor_in_two_documents_need_not_be_one(press: Press) -> None:
    for key in ("one", "two"):
        press.paper(key, "2031-04-01").says(
            "The mayor was arrested.", "arrest", "arrested",
            participants=[Participant(Role.PATIENT, "The mayor", ActorKind.OFFICE)],
        )  # fmt: skip
    assert len(press.reconcile().people) == 2


def test_a_judge_is_not_the_accused_of_the_same_name(press: Press) -> None:
    _arrested(press, "one", "Marat Turbekov")
    press.paper("two", "2031-05-01").says(
        "Judge Marat Turbekov opened the trial.", "trial", "trial",
        participants=[Participant(Role.JUDGE, "Marat Turbekov", ActorKind.PERSON)],
    )  # fmt: skip
    case_file = press.reconcile()
    assert len(case_file.people) == 2
    assert any("but: " in reason for item in case_file.people for why in item.maybe_same for reason in why.reasons)


def test_not_the_same_holds_also_through_a_third(press: Press) -> None:
    names = [_arrested(press, key, "Marina Sadykova") for key in ("one", "two", "three")]
    mentions = [_mention(press, name) for name in names]
    case_file = press.reconcile(decisions=[decide(1, Verdict.DIFFERENT, mentions[0], mentions[2])])
    by_mention = dict(case_file.entity_of)
    assert by_mention[mentions[0]] != by_mention[mentions[2]]
    assert len(case_file.people) == 2


def test_same_joins_what_names_do_not_and_undo_is_exact(press: Press) -> None:
    first, second = _arrested(press, "one", "Marina Sadykova"), _arrested(press, "two", "Rina S.")
    pair = _mention(press, first), _mention(press, second)
    before = press.reconcile()
    same = decide(1, Verdict.SAME, *pair)
    assert len(press.reconcile(decisions=[same]).people) == 1
    assert press.reconcile(decisions=[same, decide(2, Verdict.UNDO, same.id)]) == before


def test_a_word_on_two_people_is_a_word_on_their_mentions(press: Press) -> None:
    _arrested(press, "one", "Marina Sadykova")
    _arrested(press, "two", "Rina S.")
    before = press.reconcile()
    a, b = (item.id for item in before.people)
    assert len(press.reconcile(decisions=[decide(1, Verdict.SAME, a, b)]).people) == 1


def test_ids_once_given_out_stay_and_losers_redirect(press: Press) -> None:
    first, second = _arrested(press, "one", "Marina Sadykova"), _arrested(press, "two", "Марина Садыкова")
    given = {_mention(press, first): "p-zz", _mention(press, second): "p-aa"}
    case_file = press.reconcile(allocated=given)
    entity: Entity = person(case_file, "Marina Sadykova")
    assert entity.id == "p-aa"
    assert dict(case_file.redirects)["p-zz"] == "p-aa"


def test_organisations_across_spelling_and_legal_form(press: Press) -> None:
    for key, name in (("one", "NordMunaiGaz"), ("two", "Nordmunaigas JSC"), ("three", "Нордмунайгаз")):
        press.paper(key, "2031-04-01").says(
            f"{name} dismissed dockers.", "dismissal", "dismissed",
            participants=[Participant(Role.EMPLOYER, name, ActorKind.ORGANISATION)],
        )  # fmt: skip
    case_file = press.reconcile()
    assert [len(item.names) for item in case_file.organisations] == [3]


@pytest.mark.parametrize(
    "words", ["A senior officer", "Marina Sadykova's lawyer", "the head of the Dock Police", "Officer's wife"]
)
def test_descriptions_are_no_names(press: Press, words: str) -> None:
    for key in ("one", "two"):
        _arrested(press, key, words)
    case_file = press.reconcile()
    assert len(case_file.people) == 2 and all(item.unnamed for item in case_file.people)


@pytest.mark.parametrize("name", ["Marina Sadykova", "Ludwig van Dorn", "al Hamidi Karim", "Марина Садыкова"])
def test_names_are_names(press: Press, name: str) -> None:
    _arrested(press, "one", name)
    assert [item.unnamed for item in press.reconcile().people] == [False]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("people", False), ("the workers", False), ("residents", False), ("masked men", False),
        ("eight masked men", True), ("residents of Orlova", True),
    ],
)  # fmt: skip
def test_only_groups_somebody_could_look_up_are_kept(press: Press, words: str, kept: bool) -> None:
    press.paper("one", "2031-04-01").says(f"On 3 March {words} were injured.", "injury", "injured", groups=words)
    case_file = press.reconcile()
    assert bool(case_file.groups) is kept
    known = {item.id for part in ("people", "groups", "organisations", "places") for item in getattr(case_file, part)}
    assert {entity for _, entity in case_file.entity_of} <= known


@pytest.mark.parametrize(
    ("words", "nobody"),
    [
        ("We", True), ("all of them", True), ("Many of them", True), ("of them", True), ("anybody", True), ("она", True),
        ("about eleven in the morning the police", True), ("a senior officer", False), ("Othello", False),
        ("her daughter", False), ("осуждённая", False), ("One Mayor", False),
    ],
)  # fmt: skip
def test_words_that_stand_in_for_somebody_make_no_person(words: str, nobody: bool) -> None:
    assert names_nobody(words) is nobody


def _paper_on(
    press: Press, key: str, name: str, type: str = "arrest", published: str = "2031-04-01", **fields: Any
) -> str:
    """A report with one sentence: the name, what is told of it, and the description, place or day as the words have it."""
    description, where, when = (fields.pop(item, None) for item in ("description", "where", "when"))
    beside = fields.pop("beside", ())
    words = f"{fields.pop('before', '')}{name}{fields.pop('after', '')}, {description or 'so they say'}, {type}"
    words += f" with {' and '.join(beside)}" if beside else ""
    words += f" in {where}" if where else ""
    words += f" on {when}" if when else ""
    told = [Participant(Role.PATIENT, name, ActorKind.PERSON, description=description)]
    told += [Participant(Role.PATIENT, other, ActorKind.PERSON) for other in beside]
    told += list(fields.pop("participants", ()))
    return press.paper(key, published).says(
        f"{words}.", type, type, participants=told, where=where, when=when, **fields
    )


def _named(case_file: CaseFile, name: str) -> list[Entity]:
    return [item for item in case_file.people if item.name == name]


def test_two_namesakes_in_two_towns_stay_two_with_a_proposal(press: Press) -> None:
    """A policeman here and a striker there: a name many people bear is no ground."""
    _paper_on(press, "one", "Ivan Petrov", "injury", description="a docker", where="Orlova")
    _paper_on(press, "two", "Ivan Petrov", "injury", where="Veshka")
    found = _named(press.reconcile(), "Ivan Petrov")
    assert len(found) == 2
    assert all([why.strength for why in item.maybe_same] == ["proposed"] and not item.joins for item in found)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"beside": ["Zhanat Turbekov"]}, {"beside": ["Zhanat Turbekov"]}, "named beside the same people"),
        ({"beside": ["Oleg Smirnov", "Pavel Volkov"]}, {"beside": ["Pavel Volkov", "Oleg Smirnov"]}, "named beside the same people"),
        ({"description": "chairman of the Dock Union"}, {"description": "the chairman of the Dock Union"}, "same role"),
        ({"when": "2031-03-04"}, {"when": "2031-03-04", "where": "Orlova"}, "the same is told of both on one day"),
        ({"after": ", 34"}, {"before": "the 34-year-old "}, "same year of birth"),
        (
            {"participants": [Participant(Role.EMPLOYER, "Nord Steel", ActorKind.ORGANISATION)]},
            {"participants": [Participant(Role.EMPLOYER, "Nord Steel JSC", ActorKind.ORGANISATION)]},
            "same organisation",
        ),
    ],
)  # fmt: skip
def test_a_frequent_name_is_joined_by_something_in_common(press: Press, first: dict, second: dict, reason: str) -> None:
    _paper_on(press, "one", "Ivan Petrov", **first)
    _paper_on(press, "two", "Ivan Petrov", **second)
    found = _named(press.reconcile(), "Ivan Petrov")
    assert len(found) == 1
    assert [(why.strength, reason in why.reasons) for why in found[0].joins] == [("strong", True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"beside": ["Oleg Smirnov"]}, {"beside": ["Oleg Smirnov"]}),
        ({"description": "an activist"}, {"description": "an activist"}),
        ({"description": "a police colonel"}, {"description": "a colonel"}),
        ({"where": "Orlova"}, {"where": "Orlova"}),
    ],
)
def test_what_many_share_joins_no_frequent_name(press: Press, first: dict, second: dict) -> None:
    _paper_on(press, "one", "Ivan Petrov", **first)
    _paper_on(press, "two", "Ivan Petrov", **second)
    assert len(_named(press.reconcile(), "Ivan Petrov")) == 2


@pytest.mark.parametrize(
    ("first", "second", "against"),
    [
        ({"after": ", 34"}, {"after": ", 61"}, "ages that do not fit"),
        ({"after": " (born 1970)"}, {"after": " (born 1988)"}, "two birth years"),
        ({"after": ", a 54-year-old smith"}, {"after": ", then 23"}, "ages that do not fit"),
        ({"after": ", 1970 года рождения"}, {"before": "23-летний "}, "ages that do not fit"),
        ({"before": "19-year-old "}, {"after": " (born 1966)"}, "ages that do not fit"),
        ({"type": "killing", "when": "2031-03-04"}, {"type": "arrest", "when": "2031-03-20"}, "one was dead before"),
        ({"type": "arrest", "when": "2031-03-04", "where": "Orlova"}, {"type": "strike", "when": "2031-03-04", "where": "Veshka"}, "in two places on one day"),
        ({"description": "a police colonel"}, {"description": "a docker"}, "two callings"),
        ({"description": "a mother of three"}, {"description": "the father of two"}, "a man and a woman"),
        (
            {"type": "imprisonment", "when": "2031-03-04", "participants": [Participant(Role.FACILITY, "Sarnov Colony", ActorKind.ORGANISATION)]},
            {"type": "imprisonment", "when": "2031-03-04", "participants": [Participant(Role.FACILITY, "Nordhaus Prison", ActorKind.ORGANISATION)]},
            "in two prisons on one day",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_one_person_is_kept_apart_and_told(
    press: Press, first: dict, second: dict, against: str
) -> None:
    """A rare name with a role in common would join; what speaks against it keeps two people, with both reasons in the proposal."""
    beside = ["Zhanat Turbekov"]
    _paper_on(press, "one", "Rolan Dezhnik", **{"beside": beside, **first})
    _paper_on(press, "two", "Rolan Dezhnik", **{"beside": beside, **second})
    found = _named(press.reconcile(), "Rolan Dezhnik")
    assert len(found) == 2
    assert {reason for item in found for why in item.maybe_same for reason in why.reasons} >= {f"but: {against}"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"after": ", 34"}, {"after": ", 35", "published": "2031-09-01"}),
        ({"type": "killing", "when": "2031-03-20"}, {"type": "arrest", "when": "2031-03-04"}),
        ({"type": "arrest", "when": "2031-03-04", "where": "Orlova"}, {"type": "arrest", "when": "2031-03-04", "where": "Veshka"}),
        ({"description": "a colonel beaten by dockers"}, {"description": "a colonel"}),
    ],
)  # fmt: skip
def test_what_only_looks_like_two_people_is_one(press: Press, first: dict, second: dict) -> None:
    _paper_on(press, "one", "Rolan Dezhnik", **first)
    _paper_on(press, "two", "Rolan Dezhnik", **second)
    assert len(_named(press.reconcile(), "Rolan Dezhnik")) == 1


def test_two_patronymics_are_two_people_and_a_third_without_one_is_neither(press: Press) -> None:
    for key, name in (
        ("one", "Marina Petrovna Sadykova"),
        ("two", "Marina Ivanovna Sadykova"),
        ("three", "Marina Sadykova"),
    ):
        _paper_on(press, key, name)
    case_file = press.reconcile()
    assert len(case_file.people) == 3
    third = person(case_file, "Marina Sadykova")
    assert len(third.maybe_same) == 2 and not third.joins


def test_a_third_of_that_name_bridges_no_two_who_cannot_be_one(press: Press) -> None:
    """With one born 1970 and one born 1988, two more who tell no year may be one of each."""
    for key, after in (("one", " (born 1970)"), ("two", " (born 1988)"), ("three", ""), ("four", "")):
        _paper_on(press, key, "Marina Sadykova", after=after)
    assert len(press.reconcile().people) == 4


def test_of_a_name_hardly_anybody_bears_only_the_two_at_odds_are_left(press: Press) -> None:
    for key, after in (("one", " (born 1970)"), ("two", " (born 1988)"), ("three", ""), ("four", "")):
        _paper_on(press, key, "Rolan Dezhnik", after=after)
    assert sorted(len(item.mentions) for item in press.reconcile().people) == [1, 1, 2]


def test_what_a_person_was_unsure_of_no_machine_joins(press: Press) -> None:
    names = [_arrested(press, key, "Rolan Dezhnik") for key in ("one", "two")]
    pair = [_mention(press, name) for name in names]
    assert len(press.reconcile().people) == 1
    unsure = press.reconcile(decisions=[decide(1, Verdict.UNSURE, *pair)])
    assert len(unsure.people) == 2
    assert all(why.reasons == ("a person was unsure",) for item in unsure.people for why in item.maybe_same)


def test_the_mayor_all_through_one_report_is_one_and_the_one_it_names(press: Press) -> None:
    paper = press.paper("one", "2031-04-01")
    office = Participant(Role.PATIENT, "The mayor", ActorKind.OFFICE)
    paper.says("The mayor was arrested.", "arrest", "arrested", participants=[office])
    paper.says("The mayor was charged.", "charge", "charged", participants=[office])
    assert len(press.reconcile().people) == 1
    paper.says(
        "Rolan Dezhnik, mayor of Orlova, denied it.", "denial", "denied",
        participants=[Participant(Role.AGENT, "Rolan Dezhnik", ActorKind.PERSON, description="mayor of Orlova")],
    )  # fmt: skip
    case_file = press.reconcile()
    assert [item.name for item in case_file.people] == ["Rolan Dezhnik"]


def _employs(press: Press, key: str, name: str, more: str = "", **extra: Any) -> None:
    press.paper(key, "2031-04-01", **extra).says(
        f"On Monday {name}{more} dismissed dockers.", "dismissal", "dismissed",
        participants=[Participant(Role.EMPLOYER, name, ActorKind.ORGANISATION)],
    )  # fmt: skip


def test_an_acronym_stands_for_the_name_its_document_gives_it(press: Press) -> None:
    _employs(press, "one", "Dock Workers Association", " (DWA)")
    _employs(press, "two", "DWA")
    assert [len(item.names) for item in press.reconcile().organisations] == [2]


def test_an_acronym_of_two_names_stands_for_neither_elsewhere(press: Press) -> None:
    _employs(press, "one", "Dock Workers Association", " (DWA)")
    _employs(press, "two", "Delta Water Authority", " (DWA)")
    _employs(press, "three", "DWA")
    assert len(press.reconcile().organisations) == 3


@pytest.mark.parametrize("name", ["the police", "Police", "the court", "riot police", "полиция", "the company"])
def test_a_body_every_town_has_is_nobody_to_look_up(press: Press, name: str) -> None:
    for key in ("one", "two"):
        _employs(press, key, name)
    case_file = press.reconcile()
    assert case_file.organisations == ()
    assert case_file.entity_of == ()


def test_decided_by_a_person_the_police_of_two_reports_are_one(press: Press) -> None:
    names = []
    for key in ("one", "two"):
        _employs(press, key, "the police")
        names.append(f"{key}:0")
    mentions = [_mention(press, name) for name in names]
    case_file = press.reconcile(decisions=[decide(1, Verdict.SAME, *mentions)])
    assert [len(item.mentions) for item in case_file.organisations] == [2]


def test_the_police_is_the_only_police_its_report_names(press: Press) -> None:
    paper = press.paper("one", "2031-04-01")
    for name, anchor in (("Orlova Harbour Police", "searched"), ("the police", "fined")):
        paper.says(f"On Monday {name} {anchor} dockers.", "search" if anchor == "searched" else "fine", anchor,
                   participants=[Participant(Role.AGENT, name, ActorKind.ORGANISATION)])  # fmt: skip
    assert [item.name for item in press.reconcile().organisations] == ["Orlova Harbour Police"]


@pytest.mark.parametrize(
    ("short", "full", "number"),
    [
        ("Human Rights Commission", "Human Rights Commission of Orlova", 1),
        ("Nord Steel", "Nord Steel Exploration", 2),
        ("Miners Union", "Independent Miners Union", 2),
    ],
)
def test_inside_a_report_a_body_may_leave_out_whose_it_is_and_nothing_else(
    press: Press, short: str, full: str, number: int
) -> None:
    paper = press.paper("one", "2031-04-01")
    for name, anchor in ((full, "dismissed"), (short, "fined")):
        paper.says(f"On Monday {name} {anchor} dockers.", "dismissal" if anchor == "dismissed" else "fine", anchor,
                   participants=[Participant(Role.AGENT, name, ActorKind.ORGANISATION)])  # fmt: skip
    assert len(press.reconcile().organisations) == number


def test_a_surname_alone_in_two_reports_is_proposed_and_a_frequent_one_is_not(press: Press) -> None:
    for key in ("one", "two"):
        _arrested(press, key, "Dezhnik")
    assert [len(item.maybe_same) for item in press.reconcile().people] == [1, 1]
    other = Press()
    for key in ("one", "two"):
        _arrested(other, key, "Ivanov")
    assert [len(item.maybe_same) for item in other.reconcile().people] == [0, 0]


def test_strikers_of_two_towns_are_two_groups(press: Press) -> None:
    for key, town in (("one", "Orlova"), ("two", "Veshka"), ("three", "Orlova")):
        press.paper(key, "2031-04-01").says(
            f"In {town} 12 tram drivers were injured.", "injury", "injured", where=town,
            participants=[Participant(Role.PATIENT, "12 tram drivers", ActorKind.GROUP)],
        )  # fmt: skip
    assert sorted(len(item.mentions) for item in press.reconcile().groups) == [1, 2]


def _placed(press: Press, key: str, where: Where) -> None:
    sentence = f"On Monday dockers marched in {where.words}."
    start = sentence.index(where.words)
    press.paper(key, "2031-04-01").says(
        sentence, "march", "marched", where=replace(where, start=start, end=start + len(where.words))
    )


def test_one_name_in_two_countries_is_two_places(press: Press) -> None:
    _placed(press, "one", Where("Orlova", "Orlova", "settlement", "KZ"))
    _placed(press, "two", Where("Orlova", "Orlova", "settlement", "BG"))
    _placed(press, "three", Where("Orlova", "Orlova", "settlement", "KZ"))
    assert sorted(len(item.mentions) for item in press.reconcile().places) == [1, 2]


def test_an_id_given_out_stays_with_the_mention_it_was_made_of(press: Press) -> None:
    names = [_arrested(press, key, "Rolan Dezhnik") for key in ("one", "two")]
    first, second = sorted(_mention(press, name) for name in names)
    given = {first: f"p{second[1:]}", second: f"p{second[1:]}"}
    assert [item.id for item in press.reconcile(allocated=given).people] == [f"p{second[1:]}"]
    split = press.reconcile(decisions=[decide(1, Verdict.DIFFERENT, first, second)], allocated=given)
    assert dict(split.entity_of) == {first: f"p{first[1:]}", second: f"p{second[1:]}"}
