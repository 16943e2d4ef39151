"""People across spellings and scripts; names alone never join what somebody or something speaks against."""

from __future__ import annotations

import pytest
from invented_press import Press, decide, person

from according.domain.decision import Verdict
from according.domain.entity import Entity
from according.domain.statement import ActorKind, Participant, Role
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
