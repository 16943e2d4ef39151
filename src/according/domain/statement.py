"""Somebody says that something is so. What the reader proposes; what a person may accept, correct or reject."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from according.domain.passage import Passage, Span


class Kind(StrEnum):
    """The three kinds of statement."""

    EVENT = "event"
    RELATION = "relation"
    QUANTITY = "quantity"


class Phase(StrEnum):
    """Whether what is told starts, goes on or ends."""

    STARTS = "starts"
    GOES_ON = "goes_on"
    ENDS = "ends"


class Polarity(StrEnum):
    """Whether it is said to have happened."""

    HAPPENED = "happened"
    DID_NOT_HAPPEN = "did_not_happen"


class Stance(StrEnum):
    """How the one who says it stands to it."""

    ASSERTED = "asserted"
    DENIED = "denied"
    ADMITTED = "admitted"
    RETRACTED = "retracted"
    ALLEGED = "alleged"
    BELIEVED = "believed"
    FEARED = "feared"
    EXPECTED = "expected"
    THREATENED = "threatened"
    POSSIBLE = "possible"
    DEMANDED = "demanded"


class AboutKind(StrEnum):
    """What a statement about a statement does to it."""

    DENIES = "denies"
    RETRACTS = "retracts"
    CONFIRMS = "confirms"
    CORRECTS = "corrects"
    UNDER_DURESS = "obtained_under_duress"


@dataclass(frozen=True, slots=True)
class About:
    """The other statement this one is about."""

    kind: AboutKind
    statement: str  # statement id


class CountMode(StrEnum):
    """How a count relates to the whole."""

    TOTAL = "total"
    ADDITIONAL = "additional"
    AT_ONCE = "at_once"
    ALL_BUT = "all_but"
    SHARE = "share"
    HIGHER_THAN = "higher_than"
    LOWER_THAN = "lower_than"


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as said: "at least 16" is 16, None; "more than 70" 71, None; "up to 15" None, 15; "3 of the 37" 3, 3, of 37."""

    min: int | None
    max: int | None
    words: str  # as printed
    qualifier: str | None = None  # at_least, more_than, up_to, fewer_than, about, nearly, range
    unit: str | None = None  # what is counted: people, workers, hours ...
    of: int | None = None
    mode: CountMode = CountMode.TOTAL
    vague: bool = False  # "hundreds", "dozens"
    start: int | None = None  # where the words stand
    end: int | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When it was, as ISO 8601-2 (EDTF); a set such as [2011-12-16,2011-12-17] where two readings stay."""

    edtf: str
    words: str  # "" when taken from the reference date
    rule: str  # the rule that resolved it
    reference: str | None = None  # the date it was resolved against
    doubt: tuple[str, ...] = ()  # weekday, after_publication, two_years
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Where it was, as written."""

    words: str
    name: str  # nominative or headword, as good as we know
    kind: str | None = None  # country, region, settlement, facility, square, court ...
    country: str | None = None  # ISO 3166-1 alpha-2
    latitude: float | None = None
    longitude: float | None = None
    start: int | None = None
    end: int | None = None


class ActorKind(StrEnum):
    """What a speaker or participant is."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    MEDIUM = "medium"
    UNNAMED = "unnamed"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so. Level 0 is nearest to the fact; several at one level speak together."""

    name: str  # full name where resolved, else the words as written ("eyewitnesses", "reportedly")
    kind: ActorKind
    level: int = 0
    cue: str | None = None  # the word that introduces the speech, as printed
    basis: str = "unknown"  # experienced, saw, heard, was_told, counted, document, inferred, unknown
    when: str | None = None  # EDTF: the day it was said
    setting: str | None = None  # court, interrogation, press_conference, interview, letter, telephone, social_media
    description: str | None = None  # role as written: "president of the union"
    entity: str | None = None  # set by reconciling
    start: int | None = None  # where the name (or the pronoun that stands for it) is
    end: int | None = None
    mention: Span | None = None  # where the full name stands when `start` is a pronoun or a surname
    inferred: bool = False  # resolved from a pronoun, carried over, or from a role


class Role(StrEnum):
    """What part somebody has in what is told."""

    AGENT = "agent"
    PATIENT = "patient"
    ORDERED_BY = "ordered_by"
    COURT = "court"
    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    LAWYER = "lawyer"
    INVESTIGATOR = "investigator"
    WITNESS = "witness"
    EMPLOYER = "employer"
    ADDRESSEE = "addressee"
    RELATIVE = "relative"
    HOLDER = "holder"
    ORGANISATION = "organisation"
    FACILITY = "facility"
    AUDIENCE = "audience"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something that takes part."""

    role: Role
    name: str  # full name where resolved, else the words as written ("two former mayors", "striking oil workers")
    kind: ActorKind
    count: Count | None = None  # of a group
    part_of: str | None = None  # "the 37 oil workers"
    description: str | None = None  # role or apposition as written: "a lawyer who had advised the workers"
    minor: bool = False
    entity: str | None = None  # set by reconciling
    start: int | None = None
    end: int | None = None
    mention: Span | None = None  # where the full name stands when `start` is a pronoun or a surname
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Charge:
    """What somebody is charged with."""

    text: str  # as printed, without quotation marks
    offence: str | None = None
    article: str | None = None
    code: str | None = None
    max_penalty: str | None = None  # ISO 8601 duration


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a court imposed. Years may be a range over several people."""

    years: tuple[float | None, float | None] | None = None
    months: float | None = None
    days: float | None = None
    hours: float | None = None
    suspended: bool = False
    reduced_to_years: float | None = None
    charge: str | None = None
    penalty: str | None = (
        None  # imprisonment, suspended, community_service, administrative_detention, fine, death, restriction
    )
    term: tuple[str | None, str | None] | None = None  # ISO 8601 durations: (P3Y, P7Y)
    regime: str | None = None  # general, strict, colony_settlement
    starts: str | None = None  # EDTF
    in_absentia: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a court of appeal did, or what was asked of it."""

    outcome: str | None = None  # filed, rejected, granted, reduced, increased, partly, returned, quashed
    before: str | None = None  # ISO 8601 duration or words; exported as "from"
    after: str | None = None  # exported as "to"


@dataclass(frozen=True, slots=True)
class Ownership:
    """A share in a company."""

    percent: float | None = None
    owner: str | None = None
    bound: str | None = None  # partly, majority, joint, listed


@dataclass(frozen=True, slots=True)
class RoleValue:
    """An office or job."""

    role: str
    organisation: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Statistic:
    """A figure that counts no people of an event."""

    number: float | None = None
    unit: str | None = None
    percent: float | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, and who gave that reason."""

    text: str
    given_by: str | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class Value:
    """What is said beyond who, when, where and how many. At most one of the first ten is set; the last three go with any."""

    charge: Charge | None = None
    sentence: Sentence | None = None
    outcome: Outcome | None = None
    release: str | None = None  # how: amnesty, parole, bail, acquitted, served, pardon, unknown
    ownership: Ownership | None = None
    role: RoleValue | None = None
    statistic: Statistic | None = None
    methods: tuple[str, ...] = ()  # of torture or ill-treatment, as printed
    cause: str | None = None  # of a death
    condition: str | None = None  # of health
    content: str | None = None  # of a demand, threat, public statement, testimony
    kin: str | None = None  # of kinship: daughter, lawyer is a role
    duration: str | None = None  # ISO 8601; of an arrest or detention: how long it was ordered for
    until: str | None = None  # EDTF: the last day of custody, as ordered or told
    brief: bool = False  # told to have been short: "briefly detained"
    often: bool = False  # told to have happened several times, on no day: "arrested a dozen times"
    reason: Reason | None = None
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """One step of how a field was read, for `explain`."""

    field: str
    said: str  # "matched active verb 'fired' with patient after 'into'"
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposal or one person's reading. The quote is exact or there is no statement."""

    id: str
    quote: Passage
    anchor: Span  # the word that names the event, apart from the quote
    kind: Kind
    type: str  # a name from the type file
    rule: str  # the rule that proposed it; exported as proposed_by ("person" when marked by hand)
    ordinal: int = 0  # among statements of one kind at one anchor
    phase: Phase = Phase.STARTS
    polarity: Polarity = Polarity.HAPPENED
    stance: Stance = Stance.ASSERTED
    about: About | None = None
    speakers: tuple[Speaker, ...] = ()
    participants: tuple[Participant, ...] = ()
    count: Count | None = None
    when: When | None = None
    where: Where | None = None
    value: Value | None = None
    cites: tuple[str, ...] = ()  # labels of endnotes
    inferred: tuple[str, ...] = ()  # names of fields that were not read but inferred
    trace: tuple[Trace, ...] = ()  # not part of the content digest

    @property
    def document(self) -> str:
        """Id of the document that holds the quote."""
        return self.quote.document


class State(StrEnum):
    """Where a statement stands with people. Accepted means read right, never believed."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement as it stands: the content in force, its state, and what a person changed."""

    statement: Statement  # content in force: overrides applied
    state: State = State.PROPOSED
    corrections: tuple[tuple[str, str], ...] = ()  # field, canonical JSON of the new value
    reading: Statement | None = None  # the machine's present reading where it differs from the content in force
    earlier_decision: str | None = None  # "rejected" when a changed reading is proposed again
    disowned: str | None = None  # "retracted" or "coerced" when another statement says so of this one
