"""What a reader of an English report expects to find proposed, with whose words it is. People and places are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from according.domain.call import Call, CallKind
from according.domain.document import Block, BlockKind, Document, Endnote, Outlet
from according.domain.passage import Span
from according.domain.statement import AboutKind, CountMode, Phase, Polarity, Role, Stance, Statement
from according.read import plain_document, statements

PUBLISHED = "2014-03-12"


def read(text: str, published: str = PUBLISHED) -> tuple[Statement, ...]:
    return statements(plain_document(text, published=published, language="en"))


def one(text: str, kind: str) -> Statement:
    """The only statement of a type in a text."""
    found = [statement for statement in read(text) if statement.type == kind]
    assert len(found) == 1, [(s.type, s.stance, s.anchor) for s in read(text)]
    return found[0]


def names(statement: Statement, role: Role) -> list[str]:
    return [part.name for part in statement.participants if part.role is role]


COUNTS = [
    ("Ten people were shot dead, more than 70 wounded, and 90 arrested, according to the ministry.",
     [("killing", 10, 10), ("injury", 71, None), ("arrest", 90, 90)]),
    ("On 3 March police fired on miners demanding better pay, killing at least 6 and wounding at least 14.",
     [("killing", 6, None), ("injury", 14, None)]),
    ("A source in the hospital put the death count as high as 40.", [("death", None, 40)]),
    ("These are the crimes that resulted in the death of up to 30 people.", [("death", None, 30)]),
    ("Only 3 of the 27 miners have been cleared of all charges.", [("acquittal", 3, 3)]),
    ("The company sacked 212 workers.", [("dismissal", 212, 212)]),
    ("About 400 people went on strike.", [("strike", 400, 400)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_each_event_of_a_sentence_has_its_own_count(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    found = {s.type: (s.count.min, s.count.max) for s in read(text) if s.count is not None}
    for kind, low, high in expected:
        assert found.get(kind) == (low, high), found


def test_every_event_of_a_sentence_carries_its_speaker() -> None:
    found = read("Ten people were shot dead, more than 70 wounded, and 90 arrested, according to the ministry.")
    assert {s.type for s in found} == {"killing", "injury", "arrest"}
    for statement in found:
        assert [speaker.name for speaker in statement.speakers] == ["ministry"]
        assert statement.speakers[0].cue == "according to"


WHO_DID_IT = [
    ("Police beat Anna Dorova.", "ill_treatment", ["Police"], ["Anna Dorova"]),
    ("Anna Dorova was beaten by police.", "ill_treatment", ["police"], ["Anna Dorova"]),
    ("Officer Karl Brem, who shot and killed Tomas Veil in Dolnava, was charged on Thursday.", "killing", ["Karl Brem"], ["Tomas Veil"]),
    ("Lina Haas criticised Karl Brem for killing Tomas Veil.", "killing", ["Karl Brem"], ["Tomas Veil"]),
    ("The prosecutor accused Karl Brem of killing two guards.", "killing", ["Karl Brem"], ["two guards"]),
    ("Soldiers using rubber batons killed two miners.", "killing", ["Soldiers using rubber batons", "Soldiers"], ["two miners"]),
    ("He arrested Anna Dorova.", "arrest", None, ["Anna Dorova"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "agents", "patients"), WHO_DID_IT)
def test_who_did_it_to_whom(text: str, kind: str, agents: list[str] | None, patients: list[str]) -> None:
    statement = one(text, kind)
    assert names(statement, Role.PATIENT) == patients
    if agents is not None:
        assert set(names(statement, Role.AGENT)) <= set(agents) and names(statement, Role.AGENT)


STANCES = [
    ("Police allegedly beat Anna Dorova.", "ill_treatment", Stance.ALLEGED),
    ("Karl Brem may have killed two guards.", "killing", Stance.POSSIBLE),
    ("If police arrest Anna Dorova, the strike will go on.", "arrest", Stance.POSSIBLE),
    ("The ministry admits that 15 people were killed.", "killing", Stance.ADMITTED),
    ("The mayor denied that police had beaten prisoners.", "ill_treatment", Stance.DENIED),
    ("Her family fear that Anna Dorova was tortured.", "torture", Stance.FEARED),
    ("The union demanded the release of Anna Dorova.", "release", Stance.DEMANDED),
    ("The workers planned a demonstration on 20 March.", "demonstration", Stance.EXPECTED),
    ("Ten activists are expected to be put on trial.", "trial", Stance.EXPECTED),
    ("Was Anna Dorova arrested?", "arrest", Stance.POSSIBLE),
    ("Karl Brem claimed that guards had beaten him.", "ill_treatment", Stance.ALLEGED),
    ("Police arrested Anna Dorova.", "arrest", Stance.ASSERTED),
]


@pytest.mark.parametrize(("text", "kind", "stance"), STANCES)
def test_plans_conditions_and_accusations_are_never_asserted(text: str, kind: str, stance: Stance) -> None:
    found = [s.stance for s in read(text) if s.type == kind]
    assert found == [stance]


NEGATIONS = [
    ("No charges have been lodged against the minister.", "charge"),
    ("Anna Dorova was not arrested.", "arrest"),
    ("Nobody was injured.", "injury"),
    ("Not one policeman was wounded.", "injury"),
    ("The prisoners were not permitted to attend the hearing.", "due_process_violation"),
    ("The company refused to negotiate with the strikers.", "negotiation"),
    ("Anna Dorova refused to testify that the strike was illegal.", "testimony"),
]


@pytest.mark.parametrize(("text", "kind"), NEGATIONS)
def test_what_did_not_happen(text: str, kind: str) -> None:
    statement = one(text, kind)
    if kind == "due_process_violation":  # that they could not attend is what happened
        assert statement.polarity is Polarity.HAPPENED
        return
    assert statement.polarity is Polarity.DID_NOT_HAPPEN


def test_a_sentence_is_read_whole() -> None:
    text = (
        "She was sentenced to seven years in prison (later reduced to five, on appeal), on the charge of "
        "“organising mass disorder.”"
    )
    found = {s.type: s for s in read("Anna Dorova was arrested. " + text)}
    imposed = found["sentence"].value
    assert imposed is not None and imposed.sentence is not None
    assert imposed.sentence.years == (7, 7)
    assert imposed.sentence.reduced_to_years == 5
    assert imposed.sentence.charge == "organising mass disorder"
    cut = found["appeal_granted"].value
    assert cut is not None and cut.outcome is not None
    assert (cut.outcome.outcome, cut.outcome.before, cut.outcome.after) == ("reduced", "P7Y", "P5Y")
    assert names(found["appeal_granted"], Role.PATIENT) == ["Anna Dorova"]
    assert "riot" not in found, "the words of a charge tell of no riot"


TERMS = [
    ("Karl Brem was sentenced to 10 days’ administrative detention.", ("P10D", "P10D"), "administrative_detention"),
    ("Karl Brem was sentenced to 200 hours’ community service.", ("PT200H", "PT200H"), "community_service"),
    ("Two mayors were handed two-year conditional sentences.", ("P2Y", "P2Y"), "suspended"),
    ("Five guards received sentences of between 5 and 7 years.", ("P5Y", "P7Y"), "imprisonment"),
    ("Karl Brem was sentenced to three years and six months in prison.", ("P3Y6M", "P3Y6M"), "imprisonment"),
]


@pytest.mark.parametrize(("text", "term", "penalty"), TERMS)
def test_terms(text: str, term: tuple[str, str], penalty: str) -> None:
    value = one(text, "sentence").value
    assert value is not None and value.sentence is not None
    assert (value.sentence.term, value.sentence.penalty) == (term, penalty)


def test_speakers_by_level() -> None:
    text = (
        "Anna Dorova is in prison. Dorova’s daughter, Elena, told local newspapers that her mother had telephoned her and said "
        "that guards had threatened to beat her."
    )
    threat = one(text, "threat")
    assert [(s.level, s.name) for s in threat.speakers] == [(0, "Anna Dorova"), (1, "Elena")]


def test_joint_speakers_share_a_level() -> None:
    toll = one("Opposition activists and foreign media say that the number of victims could be much higher.", "death")
    assert [(s.level, s.name) for s in toll.speakers] == [(0, "Opposition activists"), (0, "foreign media")]
    assert toll.count is not None and toll.count.mode is CountMode.HIGHER_THAN


def test_nobody_named() -> None:
    for text, cue in (
        ("The town is reportedly surrounded by troops.", "reportedly"),
        ("It was reported that three miners were killed.", "was reported"),
    ):
        (statement,) = read(text)
        assert [(s.name, s.kind.value) for s in statement.speakers] == [(cue, "unnamed")]


def test_a_quotation_goes_on_over_sentences() -> None:
    text = (
        "One witness, Karl Brem, testified on Monday. “I shook all night,” he said. “I could not get hold of myself. "
        "On my way home, I was arrested by soldiers.”"
    )
    arrest = one(text, "arrest")
    assert [s.name for s in arrest.speakers] == ["Karl Brem"]
    assert arrest.speakers[0].basis == "experienced"
    assert names(arrest, Role.PATIENT) == ["Karl Brem"]
    assert "speakers" in arrest.inferred


def test_the_outlet_and_author_are_no_speakers() -> None:
    document = plain_document(
        "The Dolnava Herald reports that two miners were killed.", published=PUBLISHED, language="en"
    )
    (statement,) = statements(document)
    assert [s.name.removeprefix("The ") for s in statement.speakers] == ["Dolnava Herald"]
    own = replace(document, outlet=Outlet(statement.speakers[0].name))
    (statement,) = statements(own)
    assert statement.speakers == ()


def test_a_retraction_points_at_what_it_takes_back() -> None:
    text = (
        "One prosecution witness testified that he had helped to loot a shop. "
        "But a day later, he returned and retracted his earlier statement."
    )
    found = read(text)
    testimony = next(s for s in found if s.type == "testimony")
    retraction = next(s for s in found if s.type == "retraction")
    assert retraction.about is not None
    assert (retraction.about.kind, retraction.about.statement) == (AboutKind.RETRACTS, testimony.id)


def test_dates() -> None:
    assert one("On 3 March police arrested Anna Dorova.", "arrest").when.edtf == "2014-03-03"  # type: ignore[union-attr]
    serving = one("Anna Dorova is currently serving a sentence of five years.", "imprisonment")
    assert serving.when is not None and serving.when.edtf == PUBLISHED
    assert serving.phase is Phase.GOES_ON and "when" in serving.inferred
    arrest = one("Anna Dorova was arrested after the march of miners in December 2013.", "arrest")
    assert arrest.when is not None and arrest.when.edtf == "2013-12" and "when" in arrest.inferred, (
        "soon after the march"
    )
    assert one("Anna Dorova was arrested after the march on 3 December.", "arrest").when is None, (
        "the day is the march's"
    )


def test_hunger_strike() -> None:
    strike = one("On 3 March Anna Dorova started a hunger strike.", "hunger_strike")
    assert strike.phase is Phase.STARTS and names(strike, Role.AGENT) == ["Anna Dorova"]
    assert one("Anna Dorova ended her hunger strike.", "hunger_strike").phase is Phase.ENDS
    assert one("Anna Dorova is on hunger strike.", "hunger_strike").phase is Phase.GOES_ON


NOT_EVENTS = [
    "The bill would kill jobs.", "Clinton beats Trump by 46 percent to 42 percent, according to the poll.", "He fired questions at the board.",
    "The right to strike is in the constitution.", "The convention against torture was signed.", "She was struck by the view.",
    "The company will release its annual report.", "Shares were hit and the market sentenced to decline.",
    "The trial balloon was a success.", "The price was cut from seven to five.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_EVENTS)
def test_words_that_name_no_event(text: str) -> None:
    assert [s.type for s in read(text)] == []


def test_ownership() -> None:
    found = [s for s in read("Dolmet, which is 39% owned by Nordbank, sacked two workers.") if s.type == "ownership"]
    assert [(s.value.ownership.percent, s.value.ownership.owner) for s in found if s.value and s.value.ownership] == [
        (39, "Nordbank")
    ]


def build(text: str, blocks: list[tuple[BlockKind, str]], **more: object) -> Document:
    document = plain_document(text, published=PUBLISHED, language="en")
    spans = tuple(Block(kind, text.index(words), text.index(words) + len(words)) for kind, words in blocks)
    return replace(document, text=replace(document.text, blocks=spans), **more)  # type: ignore[arg-type]


def test_headings_are_read_and_endnotes_cited() -> None:
    head, body, note = (
        "All miners found guilty",
        "Only three miners were convicted.[i]",
        "[i] Dolnava Herald; 40 were arrested.",
    )
    text = f"{head}\n{body}\n{note}"
    at = text.index("[i]")
    document = build(
        text,
        [(BlockKind.HEADING, head), (BlockKind.PARAGRAPH, body), (BlockKind.ENDNOTE, note)],
        endnotes=(Endnote("i", text.index(note), len(text), note, (Span(at, at + 3),)),),
    )
    found = statements(document)
    assert [(s.type, s.quote.exact) for s in found] == [("conviction", head), ("conviction", body)]
    assert [s.cites for s in found] == [(), ("i",)]


def test_a_call_is_no_report() -> None:
    ask = "Please write to the minister to release Anna Dorova, who was arrested."
    message = "Police tortured Anna Dorova and killed two miners."
    text = f"{ask}\n{message}"
    call = Call(CallKind.LETTERS, 0, len(text), ask, message=message)
    document = build(text, [(BlockKind.PARAGRAPH, ask), (BlockKind.PARAGRAPH, message)], calls=(call,))
    found = statements(document)
    assert not any(s.quote.exact == message for s in found)
    assert all(s.stance is not Stance.ASSERTED for s in found)


def test_ids_are_stable_and_unique() -> None:
    text = "Police arrested Anna Dorova and beat Karl Brem. Two miners were killed."
    first, second = read(text), read(text)
    assert first == second
    assert len({s.id for s in first}) == len(first)


def test_the_wounded_are_never_the_agents() -> None:
    injury = one("Nine people were killed and 47 wounded when police opened fire.", "injury")
    assert names(injury, Role.AGENT) == [] and injury.count is not None and injury.count.min == 47
    cut = one("The court reduced the sentence of Anna Dorova from seven years to five.", "appeal_granted")
    assert names(cut, Role.PATIENT) == ["Anna Dorova"]


def test_the_noun_that_leads_is_the_subject() -> None:
    release = one("The policeman accused of beating Karl Brem was released on bail.", "release")
    assert names(release, Role.PATIENT) == ["policeman"]
    assert release.stance is Stance.ASSERTED and release.speakers == ()
    assert names(one("Miners detained by soldiers were released.", "release"), Role.PATIENT) == ["Miners"]
    killing = one("Activists say police killed four strikers.", "killing")
    assert (names(killing, Role.AGENT), [s.name for s in killing.speakers]) == (["police"], ["Activists"])


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Four people were killed on Friday. Thirty-two people were injured.", "injury", "2014-03-07"),
        ("Nine people were killed when police opened fire in Karn on Friday.", "killing", "2014-03-07"),
        ("On 3 March the court heard the appeals. It needed an hour. Eight appeals were rejected.", "appeal_rejected", "2014-03-03"),
        ("Four people were killed on Friday. The court sentenced Anna Dorova to two years.", "sentence", None),
        ("Four people were killed on Friday. Ten had been injured before.", "injury", None),
    ],
)  # fmt: skip
def test_a_day_is_carried_where_the_telling_goes_on(text: str, kind: str, when: str | None) -> None:
    found = next(statement for statement in read(text) if statement.type == kind)
    assert (found.when.edtf if found.when else None) == when


@pytest.mark.parametrize(
    "text",
    [
        "The minister mocked the protesters whom the police arrested on Monday.",
        "The minister spoke about the two miners who were killed on Monday.",
        "The minister was critical of the strike that began on Monday.",
    ],
)
def test_who_judges_or_speaks_about_something_does_not_tell_it(text: str) -> None:
    assert all("minister" not in s.name.lower() for found in read(text) for s in found.speakers)
