"""An account as somebody saw it when they assessed or cited it: enough to find it again, and to say what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from according.domain.event import AccountValue, Aspect


@dataclass(frozen=True, slots=True)
class CitedQuote:
    """The exact words of one statement behind an account."""

    statement: str
    document: str
    type: str
    exact: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Another answer to the same question, as it stood beside the cited one."""

    account: str
    value: AccountValue
    speaker: str
    relations: tuple[str, ...] = ()  # how it stood to the cited one: disputes, supersedes ...


@dataclass(frozen=True, slots=True)
class Cited:
    """An account as it was seen, with its words and with what stood beside it. Its digest is what a person's word names."""

    account: str
    about: str  # id of the event, person or organisation
    aspect: Aspect
    value: AccountValue
    speaker: str
    quotes: tuple[CitedQuote, ...]
    beside: tuple[Beside, ...] = ()
    speaker_entity: str | None = None
    stance: str = "asserted"
    scope: str | None = None
    as_of: str | None = None


class ChangeKind(StrEnum):
    """What may become of an account after somebody assessed or cited it."""

    GONE = "gone"  # nothing in the case answers so any more
    VALUE = "value"
    SPEAKER = "speaker"
    SCOPE = "scope"
    DAY = "day"
    STANCE = "stance"
    FEWER_WORDS = "fewer_words"  # a statement behind it was rejected, corrected or is no longer read
    MORE_WORDS = "more_words"  # one more statement gives the same answer
    SUPERSEDED = "superseded"
    LATER_SAME_SIDE = "later_same_side"
    DISPUTED = "disputed"  # newly disputed, by an answer known before or a new one
    RIVAL = "rival"  # a new answer to the same question that does not agree
    JOINED = "joined"  # what it is about was joined with another


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed since. Words as printed; `speaker` is whose answer arrived."""

    kind: ChangeKind
    account: str  # id as cited; of `joined`, the id of the event or person once given
    before: str | None = None
    after: str | None = None
    by: str | None = None  # id of the account that arrived
    speaker: str | None = None  # whose answer arrived


def answer_words(value: AccountValue) -> str:
    """An answer as printed; "happened" or "did_not_happen", or its day, where nothing was printed."""
    if value.words or value.name:
        return value.words or value.name or ""
    if value.happened is not None:
        return "happened" if value.happened else "did_not_happen"
    return value.edtf or ""
