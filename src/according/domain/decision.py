"""What people said: about statements, sameness, document data, disputes, statuses. Append-only; undone by a newer one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from according.domain.passage import Passage


class Verdict(StrEnum):
    """The word of a person."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNDO = "undo"
    SET = "set"  # document data: title, outlet, published ...
    RELEASE = "release"
    WITHHOLD = "withhold"
    PROTECT = "protect"
    UNPROTECT = "unprotect"
    EXPLAINED = "explained"  # of a dispute
    REAL = "real"
    OTHER_SCOPE = "different_scope"  # of a dispute, or of two accounts
    DISMISSED = "dismissed"
    SUPERSEDES = "supersedes"  # of two accounts, the first to the second
    SAME_SCOPE = "same_scope"
    PART_OF = "part_of"
    STATUS = "status"  # custody of a person on a day, beside what the sources tell


SAMENESS = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})
ON_DISPUTES = frozenset({Verdict.REAL, Verdict.EXPLAINED, Verdict.OTHER_SCOPE, Verdict.DISMISSED})
ON_ACCOUNTS = frozenset({Verdict.SUPERSEDES, Verdict.SAME_SCOPE, Verdict.PART_OF, Verdict.OTHER_SCOPE})


@dataclass(frozen=True, slots=True)
class Footing:
    """Where a mention or statement stood that a decision stands on: by its words the decision follows a newer Text."""

    member: str  # id of the mention or statement
    passage: Passage  # the mention, or the anchor of the statement
    kind: str | None = None  # of a statement
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of one person."""

    id: str
    sequence: int  # order of acts in this archive
    verdict: Verdict
    subject: str  # statement id, mention id, document id, dispute id, or the id undone or let out
    other: str | None = None  # the second mention of same / different / unsure
    seen: str | None = None  # digest of what the person saw
    overrides: tuple[tuple[str, str], ...] = ()  # field, canonical JSON value
    scope: str | None = None  # of a release: listing, quotations, full; person: name; statement: sensitive; else word
    passage: tuple[str, str, str, int] | None = (
        None  # prefix, exact, suffix, start: lets the decision follow a newer Text
    )
    who: str = "this machine"
    when: str = ""  # UTC instant
    why: str | None = None
    content: str | None = None  # canonical JSON of what the person accepted or corrected, or of the two accounts seen
    footings: tuple[Footing, ...] = ()  # of subject and other, where they are mentions or statements


@dataclass(frozen=True, slots=True)
class StatusWord:
    """What a person said of somebody's custody on a day or over a stretch. It stands beside the lines of the sources and changes none."""

    decision: str  # id
    person: str  # entity id now
    name: str
    status: str  # a value of Custody
    on: str  # EDTF: a day or a stretch of days
    facility: str | None
    who: str
    when: str  # UTC instant
    why: str | None
