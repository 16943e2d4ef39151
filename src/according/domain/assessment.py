"""What a person holds of an account. "Accepted" means read right; belief is here, apart, made by people only, and empty by default."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from according.domain.cited import Change, Cited


class View(StrEnum):
    """A person's view of an account."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    UNVERIFIED = "unverified"
    CONTESTED = "contested"
    REFUTED = "refuted"


class Standard(StrEnum):
    """Standard of proof, lowest first, as human-rights fact-finding uses them (Geneva Academy 2014; OHCHR guidance 2015)."""

    REASONABLE_SUSPICION = "reasonable_suspicion"
    REASONABLE_GROUNDS = "reasonable_grounds"  # reasonable grounds to believe: most commissions of inquiry
    BALANCE_OF_PROBABILITIES = "balance_of_probabilities"  # more likely than not
    CLEAR_AND_CONVINCING = "clear_and_convincing"
    BEYOND_REASONABLE_DOUBT = "beyond_reasonable_doubt"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One person's view of one account, by what they saw of it. Never changed; withdrawn by an undo, replaced by a newer one."""

    id: str
    sequence: int  # order of assessments in this archive
    account: str  # id when it was assessed
    view: View
    cited: Cited
    seen: str  # digest of `cited`
    standard: Standard | None = None
    why: str | None = None
    who: str = "this machine"
    when: str = ""  # UTC instant
    replaces: tuple[str, ...] = ()  # the same person's former assessments of this account


class Standing(StrEnum):
    """Where a person's word stands now."""

    CURRENT = "current"
    EARLIER_STATE = "earlier_state"  # an assessment: the account has changed since
    CHECK = "check"  # a wording: what it cites has changed since
    REPLACED = "replaced"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class StandingAssessment:
    """An assessment as it stands in the present case file."""

    assessment: Assessment
    state: Standing
    account: str | None  # the account it is of now; None where nothing in the case answers so any more
    about: str | None  # the event or entity that account is about now
    changes: tuple[Change, ...] = ()
