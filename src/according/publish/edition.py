"""What `flow` hands in to be published: one frozen value holding all that the site may know. Reads nothing, writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from according.domain.assessment import StandingAssessment
from according.domain.capture import Receipt
from according.domain.casefile import CaseFile
from according.domain.decision import Decision, StatusWord
from according.domain.document import Document
from according.domain.event import Status
from according.domain.shared import SharedPassage
from according.domain.statement import Judged
from according.domain.wording import StandingWording


class Audience(StrEnum):
    """For whom a site is made."""

    SELF = "self"
    PUBLIC = "public"


class ReleaseScope(StrEnum):
    """How much of a document people let out."""

    LISTING = "listing"  # that it exists: title, outlet, dates, address
    QUOTATIONS = "quotations"  # and the accepted quotations
    FULL = "full"  # and its whole text


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away, made when asked. Equal stamps mean equal bytes."""

    stamp: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything one site is made from. For the public it is reduced first, by `audience.let_out`."""

    title: str
    case: str
    documents: Sequence[Document]
    judged: Mapping[str, Sequence[Judged]]  # by document id
    case_file: CaseFile
    audience: Audience = Audience.SELF
    shared: Sequence[SharedPassage] = ()
    statuses: Sequence[Status] = ()  # custody of each person as last known
    receipts: Mapping[str, Sequence[Receipt]] = field(default_factory=dict)  # by capture sha256
    releases: Mapping[str, ReleaseScope] = field(default_factory=dict)  # by document id
    named: frozenset[str] = frozenset()  # entity ids let out by name although only relative, witness, minor
    sensitive: frozenset[str] = frozenset()  # statement ids of sensitive types let out by their own yes
    protected: tuple[str, ...] = ()  # names that must not appear anywhere the public sees
    protected_entities: frozenset[str] = frozenset()  # all their attested spellings are protected too
    status_words: Sequence[StatusWord] = ()  # never the public's
    decisions: Sequence[Decision] = ()  # in force, on sameness, pairs of accounts and disputes; never the public's
    assessments: Sequence[StandingAssessment] = ()
    wordings: Sequence[StandingWording] = ()
    released_words: frozenset[str] = frozenset()  # ids of assessments and wordings let out by their own yes
    downloads: Mapping[str, Download] = field(default_factory=dict)  # by file name, placed under data/
    call_files: Mapping[str, Download] = field(
        default_factory=dict
    )  # letters and calendar entries: "DOCUMENT-NUMBER.ics"
    address: str | None = None  # where the site will stand, for sitemap and feed; never needed to read it
    stamps: Mapping[str, str] = field(default_factory=dict)  # document id -> digest of it with its judged statements
    linked: bool = False  # whether every actor is tied to its entity already
    make_downloads: Callable[[Edition], Mapping[str, Download]] | None = (
        None  # data files of the public, from the reduced edition
    )
    make_call_files: Callable[[Edition], Mapping[str, Download]] | None = None  # the same for letters and calendars
