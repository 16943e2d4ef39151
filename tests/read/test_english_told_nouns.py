"""Work, protest, law and state told by nouns and set phrases: who, whether, and what is only planned or demanded. All invented."""

from __future__ import annotations

import pytest

from according.domain.statement import Phase, Polarity, Role, Stance
from tests.read.telling import only, read

TOLD = [
    ("The march drew thousands to the old harbour.", "march"),
    ("The strike has entered its second week.", "strike"),
    ("The judge handed down the ruling on Monday.", "court_ruling"),
    ("Police dispersed a demonstration organised by the dockers' federation.", "demonstration"),
    ("Clashes broke out near the Velmar tannery.", "clash"),
    ("In a speech on Sunday, the mayor praised the miners.", "speech"),
    ("The minister's visit to Velmar lasted two days.", "visit"),
    ("The extradition of Anton Lisov took place on Friday.", "transfer"),
    ("Mr Brem was extradited to Orlin.", "transfer"),
    ("The curfew remains in place in Velmar.", "curfew"),
    ("Striking miners blocked the road to Velmar.", "strike"),
    ("A fired clerk wrote to the board.", "dismissal"),
    ("The detained activists were taken to Orlin.", "arrest"),
    ("The company fired Anna Dorova in May.", "dismissal"),
    ("Anna Dorova was fired for speaking to reporters.", "dismissal"),
    ("The governor slammed the union.", "condemnation"),
    ("Anna Dorova pleaded not guilty on Monday.", "denial"),
    ("The ministry rejected the allegations.", "denial"),
    ("The mayor disputed the report that he had fled.", "denial"),
    ("The union urged the minister to reinstate them.", "demand"),
    ("The lawsuit demands her reinstatement.", "demand"),
    ("The resolution calls for new elections.", "demand"),
    ("He seeks an injunction against the mayor.", "demand"),
    ("The union issued a communique on Monday.", "public_statement"),
    ("The minister travelled to Orlin on Friday.", "visit"),
    ("The concert was postponed until May.", "cancellation"),
    ("The troops withdrew from Velmar after the army pulled back soldiers from the border.", "deployment"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_told(text: str, kind: str) -> None:
    found = [statement for statement in read(text, "en") if statement.type == kind]
    assert found, [(s.type, s.rule) for s in read(text, "en")]
    assert all(s.stance is Stance.ASSERTED and s.polarity is Polarity.HAPPENED for s in found)


NOT_FACT = [
    ("The dockers' union has called a national strike for 14 August.", "strike", Stance.EXPECTED),
    ("The strike, which is scheduled to begin on 14 August, would be the first.", "strike", Stance.EXPECTED),
    ("A ruling is expected next month.", "court_ruling", Stance.EXPECTED),
    ("The resolution calls for Orland's withdrawal from the border zone.", "deployment", Stance.DEMANDED),
    ("He seeks “a permanent injunction” against the mayor.", "court_ruling", Stance.DEMANDED),
    ("The lawsuit demands her reinstatement.", "reinstatement", Stance.DEMANDED),
    ("The president has made a decision to travel to Velmar.", "visit", Stance.EXPECTED),
    ("Orland spoke of its intention to continue negotiations with the rebels.", "negotiation", Stance.EXPECTED),
    ("The move could lead to a violent confrontation with demonstrators.", "clash", Stance.POSSIBLE),
    ("Anna Dorova could be extradited to Orland.", "transfer", Stance.POSSIBLE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stance"), NOT_FACT)
def test_plans_and_demands_are_no_fact(text: str, kind: str, stance: Stance) -> None:
    assert only(text, kind, "en").stance is stance


def test_what_did_not_come_about() -> None:
    averted = only("A strike was averted on Friday.", "strike", "en")
    assert averted.polarity is Polarity.DID_NOT_HAPPEN


def test_a_verb_that_does_not_bring_it_about_leaves_it() -> None:
    ruling = only("The company did not comment on the ruling.", "court_ruling", "en")
    assert (ruling.polarity, ruling.stance) == (Polarity.HAPPENED, Stance.ASSERTED)


def test_talks_that_were_cut_off_have_ended() -> None:
    assert only("The talks have been cut off for two years.", "negotiation", "en").phase is Phase.ENDS


WHO = [
    ("The army's withdrawal from Velmar began on Friday.", "deployment", Role.AGENT, "army"),
    ("The teachers' union strike has entered its second week.", "strike", Role.AGENT, "union"),
    ("A federal court order barred the picket.", "court_ruling", Role.COURT, "federal court"),
    ("The lawsuit demands her reinstatement.", "demand", Role.AGENT, "lawsuit"),
    ("Brazilian police charged the swimmer with filing a false report.", "charge", Role.PATIENT, "swimmer"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "role", "name"), WHO)
def test_who(text: str, kind: str, role: Role, name: str) -> None:
    names = [part.name for part in only(text, kind, "en").participants if part.role is role]
    assert any(name in found for found in names), names


NOTHING = [
    ("Strikes hurt the economy.", "strike"),
    ("Rally's Inc. had net income of two million last year.", "demonstration"),
    ("Through the end of March, spending had reached two million.", "march"),
    ("They have the right to strike.", "strike"),
    ("Soldiers fired at the crowd from a roof.", "dismissal"),
    ("The court denied him bail.", "denial"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), NOTHING)
def test_bare_talk_and_names_are_no_event(text: str, kind: str) -> None:
    assert not [statement for statement in read(text, "en") if statement.type == kind]


def test_both_sides_of_talks_and_who_began_a_revolt() -> None:
    talks = only("Orland will resume talks with the rebels in October.", "negotiation", "en")
    assert talks.stance is Stance.EXPECTED
    assert any("rebels" in part.name for part in talks.participants if part.role is Role.AGENT)
    revolt = only("The revolt was started by 28 prisoners.", "riot", "en")
    assert revolt.count is not None and revolt.count.min == 28


PHRASES = [
    ("An investigation carried out by the ministry lasted a year.", "investigation_opened", Role.AGENT, "ministry"),
    ("A communique sent to the newspapers by the rebels announced it.", "public_statement", Role.AGENT, "rebels"),
    ("In a speech on Sunday the mayor praised the miners.", "speech", Role.AGENT, "mayor"),
    ("A total of 17,000 judges participated in a 2-hour stoppage.", "strike", Role.AGENT, "judges"),
    ("The dockers' federation has called a national strike for 14 August.", "strike", Role.AGENT, "federation"),
    ("One of the men is Ivan Petrov, captured while he was on his farm.", "arrest", Role.PATIENT, "Ivan Petrov"),
    ("Ivan Petrov, 44, known as “Vega,” was extradited in May.", "transfer", Role.PATIENT, "Ivan Petrov"),
    ("The command asked the court to intervene.", "demand", Role.AGENT, "command"),
    ("Ivan Petrov pleaded guilty in May.", "conviction", Role.PATIENT, "Ivan Petrov"),
    ("Police clashed in Velmar with demonstrators who were protesting calls for a vote.", "demonstration", Role.AGENT, "demonstrators"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "role", "name"), PHRASES)
def test_phrases_name_who(text: str, kind: str, role: Role, name: str) -> None:
    names = [part.name for part in only(text, kind, "en").participants if part.role is role]
    assert any(name in found for found in names), names


def test_where_one_travels_is_where_the_visit_is() -> None:
    visit = only("The minister travelled to Lagos on Friday.", "visit", "en")
    assert visit.where is not None and visit.where.name == "Lagos"


def test_what_is_declined_is_not_said() -> None:
    found = only("He declined to confirm or deny reports of a sale.", "denial", "en")
    assert found.polarity is Polarity.DID_NOT_HAPPEN


MORE = [
    ("They marched in protest against the arrest of 12 activists.", "arrest", Stance.ASSERTED),
    ("The prosecutor in the case has appealed the ruling.", "appeal_filed", Stance.ASSERTED),
    ("Anna Dorova was transferred to Velmar on Friday.", "transfer", Stance.ASSERTED),
    ("Troops arrested one rebel “terrorist” in Velmar.", "arrest", Stance.ASSERTED),
    ("Five others were wounded during clashes near the farm.", "clash", Stance.ASSERTED),
    ("Thousands of people began gathering in the square for the strike.", "demonstration", Stance.ASSERTED),
    ("A delegation of miners met with the minister.", "negotiation", Stance.ASSERTED),
    ("Police seized firearms and leaflets.", "confiscation", Stance.ASSERTED),
    ("Ivan Petrov confessed in May.", "testimony", Stance.ASSERTED),
    ("Police were sent to Velmar to break up the rally.", "dispersal", Stance.EXPECTED),
    ("There was not enough evidence to convict Ivan Petrov.", "conviction", Stance.POSSIBLE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stance"), MORE)
def test_more_that_is_told(text: str, kind: str, stance: Stance) -> None:
    assert only(text, kind, "en").stance is stance


NOT_SAID = [
    ("The rebels bombed an office of the ruling Free Miners party.", "court_ruling"),
    ("Ten judges decided to lift the boycott.", "court_ruling"),
    ("Bradley defeated state Appeals Court Judge Ellen Brem, who was backed by liberal voters.", "appeal_filed"),
    ("The prisoners seized rifles from the armoury.", "confiscation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), NOT_SAID)
def test_what_only_looks_like_it(text: str, kind: str) -> None:
    assert not [statement for statement in read(text, "en") if statement.type == kind]


STANCES = [
    ("By resigning I would be admitting my guilt.", "resignation", Stance.POSSIBLE),
    ("We repeat our willingness to have a cease-fire.", "agreement", Stance.EXPECTED),
    ("The United Unions condemned the raid and called on the minister to resign.", "demand", Stance.ASSERTED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stance"), STANCES)
def test_what_hangs_on_by_and_willingness(text: str, kind: str, stance: Stance) -> None:
    assert only(text, kind, "en").stance is stance


def test_under_the_ministry_is_no_quantity() -> None:
    deported = only("She asked about the 2 million people deported under the old ministry.", "transfer", "en")
    assert deported.count is not None and deported.count.min == 2_000_000


PARTICLES = [
    ("Karbon lays off more than 200 miners.", "dismissal", 201),
    ("The company locked out 300 miners.", "lockout", 300),
    ("Police rounded up 40 students.", "arrest", 40),
    ("Thousands of soldiers are patrolling the capital.", "deployment", 1000),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "least"), PARTICLES)
def test_a_particle_leaves_the_object_its_place(text: str, kind: str, least: int) -> None:
    count = only(text, kind, "en").count
    assert count is not None and count.min == least


def test_endorsements_are_not_locked_up() -> None:
    assert not [s for s in read("Clinton Brem locked up endorsements from unions.", "en") if s.type == "imprisonment"]


ASKED = [
    ("He pleaded with the minister to free them.", "demand", Role.AGENT, "He"),
    ("The union called on the minister to release Anna Dorova.", "release", Role.AGENT, "minister"),
    ("The court has been asked by the ministry to suspend the order.", "demand", Role.AGENT, "ministry"),
    ("Anna Dorova lashed out at the ministry.", "condemnation", Role.AGENT, "Anna Dorova"),
    ("The agency spied on the unions.", "surveillance", Role.PATIENT, "unions"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "role", "name"), ASKED)
def test_who_asks_whom(text: str, kind: str, role: Role, name: str) -> None:
    names = [part.name for part in only(text, kind, "en").participants if part.role is role]
    assert any(name in found for found in names), names


def test_what_one_is_asked_to_do_is_demanded() -> None:
    assert only("The union called on the minister to release Anna Dorova.", "release", "en").stance is Stance.DEMANDED


def test_travelling_to_do_something_names_no_visit() -> None:
    assert not [s for s in read("Mr Brem travelled to spend time with his son.", "en") if s.type == "visit"]


def test_in_case_of_a_strike_there_is_none_yet() -> None:
    assert only("In case of a strike, the board will close the pit.", "strike", "en").stance is Stance.POSSIBLE


def test_where_a_candidate_spoke_is_no_demonstration() -> None:
    assert not [
        s for s in read("Mr Brem said at a rally in Lagos that he would win.", "en") if s.type == "demonstration"
    ]
    assert [s for s in read("Police beat ten miners at a rally in Lagos.", "en") if s.type == "demonstration"]
