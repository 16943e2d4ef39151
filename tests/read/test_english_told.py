"""Who is told to have done and suffered what in harder English sentences, and what must not be read as fact. People and places are invented."""

from __future__ import annotations

import pytest

from according.domain.statement import Polarity, Role, Stance
from tests.read.telling import names, only, read

PUBLISHED = "2014-03-12"


WHO = [
    ("Anton Lisov, a union leader at Karbon Steel, and Vera Tulin, an activist, have been arrested and charged.", "charge",
     None, ["Anton Lisov", "Vera Tulin"]),
    ("Police detained Rick Sand, Senator Mark Rubin, and Senator Ted Cross.", "arrest", ["Police"],
     ["Rick Sand", "Mark Rubin", "Ted Cross"]),
    ("He freed Nick Dalov, a reporter for the Harbour Review arrested in Velmar.", "arrest", None, ["Nick Dalov"]),
    ("The family of Ivan Petrov, who was shot dead by police, has asked for help.", "killing", ["police"], ["Ivan Petrov"]),
    ("The army freed seven Iranian and Iranian-American men.", "release", ["army"],
     ["seven Iranian and Iranian-American men"]),
    ("Several hundred demonstrators aligned with the Free Miners movement and other social justice groups took to the streets.",
     "demonstration", ["Several hundred demonstrators"], []),
    ("The union stopped 30 policemen who, according to the strikers, had beaten ten demonstrators.", "ill_treatment",
     ["30 policemen"], ["ten demonstrators"]),
    ("373 Karbon employees and 160 from Lenta Gas have been dismissed.", "dismissal", None,
     ["373 Karbon employees", "160 from Lenta Gas"]),
    ("They held signs with the names of men, women and children who were killed by police.", "killing", ["police"],
     ["men", "women", "children"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "agents", "patients"), WHO)
def test_who_did_it_to_whom(text: str, kind: str, agents: list[str] | None, patients: list[str]) -> None:
    statement = only(text, kind, "en")
    if agents is not None:
        assert names(statement, Role.AGENT) == agents
    assert names(statement, Role.PATIENT) == patients


NOT_FACT = [
    ("Activists fear that he will be tortured.", "torture", Stance.FEARED),
    ("The minister, who said he had given the order to open fire, has resigned.", "order", Stance.ADMITTED),
    ("To secure the release of Mr Orlin, the minister travelled to Velmar.", "release", Stance.POSSIBLE),
    ("The regime is to blame, responsible for the death of ten people, the torture and death of protesters.", "torture", Stance.ALLEGED),
    ("This undermines the government claim that workers attacked officers.", "assault", Stance.ALLEGED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stance"), NOT_FACT)
def test_what_keeps_its_distance(text: str, kind: str, stance: Stance) -> None:
    assert only(text, kind, "en").stance is stance


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Everybody says he’s killed.", "killing"),
        ("He quit smoking because of his heart.", "resignation"),
        ("The ministers ratified their conviction to carry out trade.", "conviction"),
        ("Tires were burned, and the police shot in the air.", "use_of_force"),
        ("It is a time bomb waiting to go off.", "bombing"),
    ],
)
def test_nothing_is_proposed(text: str, kind: str) -> None:
    assert [s for s in read(text, "en") if s.type == kind] == []


def test_denied_involvement_leaves_the_deed() -> None:
    killing = only(
        "Dorin, who has denied any involvement in the archbishop’s assassination, founded the party.", "killing", "en"
    )
    assert killing.polarity is Polarity.HAPPENED
    assert names(killing, Role.AGENT) == []


def test_an_order_to_say_makes_nobody_a_speaker() -> None:
    beating = only("The workers had been instructed to say that police beat them.", "ill_treatment", "en")
    assert beating.speakers == ()
    refused = only("Several witnesses refused to give evidence against the defendants.", "testimony", "en")
    assert (refused.polarity, refused.speakers) == (Polarity.DID_NOT_HAPPEN, ())


SPEAKERS = [
    ("Oleg Pavin died in the police station on 4 March, a nurse told the Harbour Review.", "death", [(0, "nurse")]),
    ("A source in Velmar put the death count as high as 70, the Harbour Times reports.", "death",
     [(0, "source in Velmar"), (1, "Harbour Times")]),
    ("The mayor said that “the driver fired on the crowd, according to the police.”", "use_of_force",
     [(0, "police"), (1, "mayor")]),
    ("The authorities acknowledge eleven deaths.", "death", [(0, "authorities")]),
    ("The interior minister, who said he had seen the list, was arrested.", "arrest", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "speakers"), SPEAKERS)
def test_who_says_so(text: str, kind: str, speakers: list[tuple[int, str]]) -> None:
    assert [(s.level, s.name) for s in only(text, kind, "en").speakers] == speakers


def test_quoted_words_never_call_their_speaker_he() -> None:
    beating = only("Pavel Orlin spoke on Friday. “He was beaten in the cell,” Orlin said.", "assault", "en")
    assert names(beating, Role.PATIENT) == ["He"]


def test_whom_a_lawyer_speaks_of() -> None:
    text = "Rita Olan is ill. Her lawyer, Irina Kols, told us that she had been moved to the prison hospital on 12 February."
    moved = only(text, "transfer", "en")
    assert names(moved, Role.PATIENT) == ["Rita Olan"]
    assert [s.name for s in moved.speakers] == ["Irina Kols"]


def test_they_behind_a_list_of_names_is_left_open() -> None:
    charge = only(
        "Activists fear for Ivan Petrov, Anna Sidlova and Pavel Orlin. They have been charged with mutiny.",
        "charge",
        "en",
    )
    assert names(charge, Role.PATIENT) == ["They"]


def test_the_day_of_the_telling_is_the_speaker_s() -> None:
    killing = only("The minister said on Friday that 80 people were killed.", "killing", "en")
    assert killing.when is None
    assert killing.speakers[0].when == "2014-03-07"


def test_a_year_is_no_term() -> None:
    sentence = only("Rita Olan was sentenced in April 2013 to seven years.", "sentence", "en")
    assert sentence.value is not None and sentence.value.sentence is not None
    assert sentence.value.sentence.term == ("P7Y", "P7Y")


@pytest.mark.parametrize(
    "text",
    [
        "The longest term, seven years in a general-regime colony, was given to Rita Olan.",
        "Twelve defendants were given sentences ranging from three years to, in the case of Rita Olan, seven years.",
    ],
)
def test_a_term_told_of_one_among_many(text: str) -> None:
    own = [s for s in read(text, "en") if s.type == "sentence" and names(s, Role.PATIENT) == ["Rita Olan"]]
    assert len(own) == 1 and own[0].value is not None and own[0].value.sentence is not None
    assert own[0].value.sentence.term == ("P7Y", "P7Y")


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("At least 17 bodies were brought to the morgue.", "death", 17, None),
        ("Eight appeals were rejected.", "appeal_rejected", 8, 8),
        ("The leader acknowledged only 1089 resignations.", "resignation", 1089, 1089),
        ("The third was acquitted.", "acquittal", 1, 1),
        ("At least 12 members of the union had been arrested.", "arrest", 12, None),
        ("Olga Sidlova was one of 26 people killed in the mine.", "killing", 26, 26),
        ("The attack left 9 people dead and more than 30 injured.", "injury", 31, None),
    ],
)
def test_how_many(text: str, kind: str, low: int, high: int | None) -> None:
    count = only(text, kind, "en").count
    assert count is not None and (count.min, count.max) == (low, high)


def test_shares_told_one_after_another() -> None:
    found = read("The Combine is owned 51 per cent by Orlin Metal and 39 per cent by Halden Minerals.", "en")
    shares = [s.value.ownership for s in found if s.value is not None and s.value.ownership is not None]
    assert [(share.percent, share.owner) for share in shares] == [(51.0, "Orlin Metal"), (39.0, "Halden Minerals")]


def test_a_figure_and_who_gives_it() -> None:
    figure = only("Unemployment in the region is 40 per cent, the ministry says.", "statistic", "en")
    assert figure.value is not None and figure.value.statistic is not None
    assert figure.value.statistic.percent == 40.0
    assert [s.name for s in figure.speakers] == ["ministry"]


def test_nearly_suffocating_somebody_is_ill_treatment() -> None:
    text = (
        "During the trial Rita Olan was heard. She related how she nearly suffocated when bags were put over her head."
    )
    told = only(text, "ill_treatment", "en")
    assert (told.stance, names(told, Role.PATIENT)) == (Stance.ASSERTED, ["Rita Olan"])
    assert [s.name for s in told.speakers] == ["Rita Olan"]


def test_communications_cut_in_free_words() -> None:
    assert only("Telephone communications with the town have been suspended.", "communications_shutdown", "en")
    assert only("The confessions had been obtained under torture.", "coerced_statement", "en")
    negated = only("Rita Olan was not on hunger strike, the prison service said.", "hunger_strike", "en")
    assert negated.polarity is Polarity.DID_NOT_HAPPEN


def test_they_accuse_only_whom_the_text_arms() -> None:
    leaders = read("The opposition leaders were in their offices. They murdered two priests in the night.", "en")
    assert [names(s, Role.AGENT) for s in leaders if s.type == "killing"] == [["They"]]
    guards = read("The guards came to the cell. They beat Pavel Orlin.", "en")
    assert [names(s, Role.AGENT) for s in guards if s.type in {"assault", "ill_treatment"}] == [["guards"]]


def test_a_day_asks_for_nothing() -> None:
    asked = only(
        "A letter of 2 October, seen by this blog, asks the ministry to restore access to the pit.", "demand", "en"
    )
    assert names(asked, Role.AGENT) == ["letter"]
    assert "October" not in {voice.name for voice in asked.speakers}
