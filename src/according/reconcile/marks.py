"""Statements about one person in; marks on the line of time out: what each makes of custody, procedure and condition, and when.

What is feared, demanded, expected or said not to have happened makes no mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from according.domain.event import Custody, Event
from according.domain.statement import (
    ActorKind,
    Participant,
    Phase,
    Role,
    Sentence,
    Stance,
    Statement,
)
from according.domain.types import all_types
from according.reconcile.answers import term_of
from according.reconcile.days import Days, begins_on, days_of
from according.reconcile.evidence import Evidence, nearest_speakers
from according.reconcile.mentions import actor_mention
from according.reconcile.pieces import counted_role, says_not

_NOT_YET = frozenset({Stance.EXPECTED, Stance.THREATENED, Stance.DEMANDED, Stance.FEARED, Stance.POSSIBLE})
_DEATHS = frozenset({"death", "killing", "death_in_custody", "suicide"})
_ENDS_CUSTODY = frozenset({"amnesty", "pardon"})
_HELD_STATES = frozenset({"imprisonment", "pretrial_detention", "house_arrest"})
_HELD = frozenset({Custody.DETAINED, Custody.ADMINISTRATIVE_DETENTION, Custody.HOUSE_ARREST, Custody.IMPRISONED})
_SAME_NEWS = 62  # days between two reports of one piece of news
_QUASHED = frozenset({"quashed", "returned"})
_LONGEST_ADMINISTRATIVE = 60  # days: no code of the lands whose reports are read knows a longer administrative arrest
_PROCEDURE = {
    "investigation_opened": "under investigation", "charge": "charged", "trial": "on trial",
    "conviction": "convicted", "sentence": "convicted", "appeal_filed": "appeal pending",
    "appeal_rejected": "appeal rejected", "appeal_granted": "appeal granted", "acquittal": "acquitted",
    "charge_dropped": "charges dropped",
}  # fmt: skip
_CONDITION = {
    "hunger_strike": "on hunger strike", "health_condition": "ill", "hospitalisation": "in hospital",
    "denial_of_medical_care": "denied medical care", "travel_ban": "banned from leaving the country",
}  # fmt: skip
_ORDERED = frozenset({"arrest", "pretrial_detention", "house_arrest", "imprisonment"})
_NOT_IMPRISONED = frozenset({"fine", "community_service", "restriction"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What one statement says of a person on some day."""

    statement: Statement
    days: Days  # on which it was so
    is_state: bool  # it lasted then ("is serving"), rather than began
    custody: Custody | None = None
    procedure: str | None = None
    condition: str | None = None
    term: tuple[str | None, str | None] | None = None
    edtf: str | None = None  # as said
    published: int | None = None  # last day on which the report can have appeared
    still: bool = False  # "has not been released": whatever custody was, goes on


@dataclass(frozen=True, slots=True)
class Known:
    """What may be used: the documents known by a day, and the indexes over the case file."""

    evidence: Evidence
    documents: frozenset[str]
    entity_of: Mapping[str, str]
    event_of: Mapping[str, Event]  # statement id -> its event

    def of_document(self, document: str) -> tuple[Statement, ...]:
        """The statements of one document, in reading order."""
        return self.evidence.of_document.get(document, ())


def find_marks(known: Known, person: str, sids: Sequence[str]) -> list[Mark]:
    """Marks of one person, in order of time. Disowned and unfulfilled statements make none."""
    marks: list[Mark] = []
    for sid in sids:
        statement = known.evidence.by_id.get(sid)
        if statement is None or statement.document not in known.documents or not known.evidence.counts(statement):
            continue
        if statement.stance in _NOT_YET or not happens_to(statement, person, known.entity_of):
            continue
        marks.extend(_stills_of(known, statement) if says_not(statement) else _marks_of(known, statement, person))
    return in_order(_without_discharges(marks))


def _without_discharges(marks: list[Mark]) -> list[Mark]:
    """Without releases of somebody nobody told to be held, in a report of a stay in hospital: it is the hospital that let go."""
    if any(mark.custody in _HELD for mark in marks):
        return marks
    ill = {mark.statement.document for mark in marks if mark.statement.type == "hospitalisation"}
    return [mark for mark in marks if mark.statement.type != "release" or mark.statement.document not in ill]


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """By the day by which it was so; on one day as such things follow each other."""
    return sorted(marks, key=lambda mark: (mark.days.end, mark.days.start, _weight(mark), mark.statement.id))


def _weight(mark: Mark) -> int:
    """On one day the arrest comes before the sentence and death after everything."""
    order = ("arrest", "pretrial_detention", "house_arrest", "trial", "conviction", "sentence", "imprisonment",
             "acquittal", "release")  # fmt: skip
    if mark.custody is Custody.DEAD:
        return 99
    return order.index(mark.statement.type) if mark.statement.type in order else 50


def happens_to(statement: Statement, person: str, entity_of: Mapping[str, str]) -> bool:
    role = counted_role(statement.type)
    return any(
        item.role is role and entity_of.get(actor_mention(statement, item) or "") == person
        for item in statement.participants
    )


def _step(type_name: str) -> str:
    """Types that tell of one step: an arrest and a remand share a day, a conviction and its sentence do."""
    return {
        "pretrial_detention": "arrest",
        "conviction": "sentence",
        "killing": "death",
        "death_in_custody": "death",
    }.get(type_name, type_name)


def _event_date(known: Known, statement: Statement, person: str) -> str | None:
    """For an undated statement: the narrowest day another of the same event gives, of the same document if there is one.

    Other reports lend a day of the same person, or of others only where they appeared at about the same time.
    """
    event = known.event_of.get(statement.id)
    best: tuple[bool, int, str] | None = None
    for sid in event.statements if event else ():
        other = known.evidence.by_id.get(sid)
        if other is None or other.document not in known.documents or other.when is None or "when" in other.inferred:
            continue
        if _step(other.type) != _step(statement.type):
            continue  # arrests after a bombing meet in it; its day is not theirs
        if not _is_near(known, statement, other) and not happens_to(other, person, known.entity_of):
            continue
        days = days_of(other.when.edtf)
        rank = (other.document != statement.document, days.width if days else 0, other.when.edtf)
        if days is not None and (best is None or rank < best):
            best = rank
    return best[2] if best else None


def _is_near(known: Known, a: Statement, b: Statement) -> bool:
    """Whether two reports appeared within two months of each other; one whose day is not known is near to nothing else."""
    first, second = known.evidence.published(a.document), known.evidence.published(b.document)
    return a.document == b.document or (first is not None and second is not None and first.gap(second) <= _SAME_NEWS)


def _stills_of(known: Known, statement: Statement) -> Iterator[Mark]:
    """ "Has not been released" tells that custody goes on, on the day it is said."""
    if statement.type not in ("release", "parole"):
        return
    said = known.evidence.said_on(statement)
    days = days_of(statement.when.edtf) if statement.when else days_of(said) if said else None
    if days is not None:
        yield Mark(statement, days, True, edtf=statement.when.edtf if statement.when else said, still=True)


def _marks_of(known: Known, statement: Statement, person: str) -> Iterator[Mark]:
    if statement.value is not None and statement.value.often:
        return  # "arrested a dozen times": on no day, and let go each time
    custody = _custody_of(statement)
    if custody is Custody.DEAD and _speaks(statement, person, known):
        return  # nobody tells of his own death: "he" was somebody else
    procedure = _procedure_of(statement)
    condition = _condition_of(statement)
    term = _term_of(statement)
    ended = statement.type in _CONDITION and statement.phase is Phase.ENDS
    if custody is None and procedure is None and condition is None and not ended and statement.type != "transfer":
        return
    is_state = statement.phase is Phase.GOES_ON
    if is_state and statement.when is None and statement.type in _HELD_STATES:
        return  # "tortured in police custody", "having served her term": at some time, nobody says when
    published = known.evidence.published(statement.document)
    edtf = statement.when.edtf if statement.when else None if is_state else _event_date(known, statement, person)
    if edtf is not None and edtf.startswith("../") and statement.value is not None and statement.value.until:
        edtf = None  # "until 4 August": an end, no beginning
    if _is_cut_later(known, statement):
        edtf = None  # "reduced the sentence from seven years": the day is that of the cut
    if statement.type == "arrest" and not is_state and edtf is not None and edtf.endswith("/.."):
        return  # "arrested in several states since 1990": arrests, on no day that is told
    days = days_of(edtf) if edtf else None
    if days is not None and published is not None and not is_state and days.start <= published.end < days.end:
        days = Days(days.start, published.end)  # what a report tells was done by then
    mark = Mark(
        statement, days or Days(0, 0), is_state, custody, procedure, condition, term, edtf,
        published.end if published else None,
    )  # fmt: skip
    if days is not None and edtf is not None and days.is_open and edtf != begins_on(edtf):
        begun = days_of(begins_on(edtf))  # "has been held since March": so then, and so when it was said
        yield from [replace(mark, days=begun, edtf=begins_on(edtf), is_state=True)] if begun else []
        days, edtf = None, None
    days = days or _by_the_report(known, statement, person, is_state)
    if days is not None:
        yield replace(mark, days=days, edtf=edtf, still=_moved_within(statement))


def _speaks(statement: Statement, person: str, known: Known) -> bool:
    return any(known.entity_of.get(actor_mention(statement, one) or "") == person for one in statement.speakers)


def _moved_within(statement: Statement) -> bool:
    """Who is moved to another prison is held on that day; who is sent out of the country need not be."""
    return statement.type == "transfer" and any(item.role is Role.FACILITY for item in statement.participants)


def _is_cut_later(known: Known, statement: Statement) -> bool:
    """Whether a sentence is only named as what an appeal changed."""
    if statement.type != "sentence":
        return False
    return any(
        other.type == "appeal_granted" and other.quote.start == statement.quote.start and other.when is not None
        and statement.when is not None and other.when.edtf == statement.when.edtf
        for other in known.of_document(statement.document)
    )  # fmt: skip


def _by_the_report(known: Known, statement: Statement, person: str, is_state: bool) -> Days | None:
    """Undated: a state holds on the day of the report; a happening lies before the first report that tells it of the same person."""
    published = known.evidence.published(statement.document)
    if is_state:
        said = next((speaker.when for speaker in nearest_speakers(statement) if speaker.when), None)
        return (days_of(said) if said else None) or published
    event = known.event_of.get(statement.id)
    told = [
        days.end
        for sid in (*(event.statements if event else ()), statement.id)
        if (other := known.evidence.by_id.get(sid)) is not None
        and other.document in known.documents
        and (other is statement or happens_to(other, person, known.entity_of))
        and (days := known.evidence.published(other.document)) is not None
    ]
    return Days(1, min(told)) if told else None


def _term_of(statement: Statement) -> tuple[str | None, str | None] | None:
    """The term of a sentence, or how long a court ordered somebody to be held."""
    value = statement.value
    if value is None:
        return None
    if value.sentence is not None:
        return term_of(value.sentence)
    return (value.duration, value.duration) if value.duration and statement.type in _ORDERED else None


def _procedure_of(statement: Statement) -> str | None:
    if is_quashed(statement):
        return "sentence quashed"
    sentence = statement.value.sentence if statement.value else None
    if statement.type == "sentence" and sentence is not None and _is_administrative(sentence):
        return None  # days of arrest are no conviction
    return _PROCEDURE.get(statement.type)


def is_quashed(statement: Statement) -> bool:
    """Whether a higher court undid the sentence: it is no longer known on what ground, or whether, somebody is held."""
    outcome = statement.value.outcome if statement.value else None
    return statement.type == "appeal_granted" and outcome is not None and outcome.outcome in _QUASHED


def _custody_of(statement: Statement) -> Custody | None:
    kind = statement.type
    if kind in _DEATHS:
        return Custody.DEAD
    sentence = statement.value.sentence if statement.value else None
    if kind == "sentence":
        return _custody_of_sentence(sentence)
    if kind in _ENDS_CUSTODY:
        return Custody.RELEASED
    if kind in ("appeal_granted", "appeal_rejected"):
        return Custody.UNKNOWN if is_quashed(statement) else _custody_of_appeal(statement)
    if statement.phase is Phase.ENDS and kind in _HELD_STATES:
        return Custody.RELEASED
    if kind in _ORDERED and sentence is not None and (sentence.in_absentia or _is_administrative(sentence)):
        return None if sentence.in_absentia else Custody.ADMINISTRATIVE_DETENTION
    info = all_types().get(kind)
    return Custody(info.custody) if info and info.custody else None


def _is_administrative(sentence: Sentence) -> bool:
    """Days, not months or years: "jailed for 15 days" is no criminal sentence."""
    if sentence.penalty == "administrative_detention":
        return True
    return (
        sentence.days is not None
        and sentence.days <= _LONGEST_ADMINISTRATIVE
        and not (sentence.years or sentence.months)
    )


def _custody_of_appeal(statement: Statement) -> Custody | None:
    """A term of years that an appeal court left or cut is a prison sentence in force."""
    outcome = statement.value.outcome if statement.value else None
    terms = (outcome.before, outcome.after) if outcome else ()
    return Custody.IMPRISONED if any(term and term.startswith("P") and term[-1] in "YM" for term in terms) else None


def _custody_of_sentence(sentence: Sentence | None) -> Custody | None:
    if sentence is None:
        return None
    if sentence.suspended or sentence.penalty == "suspended":
        return Custody.SUSPENDED_SENTENCE
    if sentence.in_absentia:
        return None
    if sentence.penalty == "death":
        return Custody.IMPRISONED
    if sentence.penalty in _NOT_IMPRISONED:
        return Custody.UNKNOWN  # who was held is held no longer on that ground; a release is not told
    if _is_administrative(sentence):
        return Custody.ADMINISTRATIVE_DETENTION
    term = term_of(sentence)
    if sentence.penalty is None and term is not None and (term[0] or "").startswith("PT"):
        return Custody.UNKNOWN  # hours are of work, not of prison
    return Custody.IMPRISONED if term or sentence.penalty == "imprisonment" else None


def _condition_of(statement: Statement) -> str | None:
    if statement.type not in _CONDITION or statement.phase is Phase.ENDS:
        return None
    if statement.type == "health_condition" and statement.value and statement.value.condition:
        return statement.value.condition
    return _CONDITION[statement.type]


def facility_of(mark: Mark) -> str | None:
    """Where the person was held, as the statement says."""
    held: Participant | None = next(
        (
            item
            for item in mark.statement.participants
            if item.role is Role.FACILITY and item.kind is not ActorKind.PERSON
        ),
        None,
    )
    where = mark.statement.where
    if held is not None:
        beside = (
            where is not None and held.end is not None and where.start is not None and 0 <= where.start - held.end <= 8
        )
        town = (
            where.name if where is not None and beside and where.kind != "facility" else None
        )  # "the prison in Atarau"
        return f"{held.name}, {town}" if town and town.casefold() not in held.name.casefold() else held.name
    return where.words if where is not None and where.kind == "facility" else None
