"""The view nouns: what a reader sees of a document, person or event, ready for `present`. Addresses inside are
relative to the root of the site; kinds and facts stay kinds and facts, words are made from them by `present`."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.cited import Change, Cited
from according.domain.decision import StatusWord
from according.domain.document import Block, Endnote, Mark, Media
from according.domain.event import Dispute
from according.domain.passage import Span


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere, or nowhere when there is no page for it."""

    text: str
    href: str | None = None  # relative to the site's root
    language: str | None = None  # BCP 47 tag of the words where it is not the page's


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """One speaker of a chain; level 0 stands nearest to the fact."""

    link: Link
    kind: str
    level: int = 0
    cue: str | None = None
    basis: str = "unknown"
    when: str | None = None
    setting: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class PartView:
    """Somebody or something that takes part in what is told."""

    role: str
    link: Link
    count: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as a card: the exact words, what they say, and who says so."""

    id: str
    number: int  # running number on its document's page
    kind: str
    type: str
    phase: str
    polarity: str
    stance: str
    state: str  # proposed, accepted, rejected
    quote: str
    words: Link  # where the words stand: the document's title, address with anchor
    language: str | None  # of the quote
    outlet: str | None  # who printed it
    printed: str | None  # EDTF, when the document was published
    anchor: str  # the word that names what is told
    speakers: tuple[SpeakerView, ...] = ()
    parts: tuple[PartView, ...] = ()
    count: str | None = None  # as printed
    when: str | None = None  # EDTF
    when_words: str | None = None
    when_doubt: tuple[str, ...] = ()
    where: Link | None = None
    values: tuple[tuple[str, str], ...] = ()  # label key, words
    about: tuple[str, Link] | None = None  # what it does to another statement, and the words of that
    rule: str = ""
    event: Link | None = None
    corrected: tuple[str, ...] = ()  # fields a person changed
    changed: bool = False  # the machine now reads it otherwise than the content in force
    disowned: str | None = None  # retracted, coerced
    accuses: tuple[Link, ...] = ()  # named persons of whom an offence is told
    answers: tuple[
        tuple[str, Link], ...
    ] = ()  # the words of the answer, and where the accused, or a denial of the same, is heard
    cites: tuple[str, ...] = ()
    when_reference: str | None = None  # EDTF: the day the words for a date were counted from


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where a text came from, one link of the chain."""

    outlet: Link
    how: str
    author: str | None = None
    published: str | None = None  # EDTF
    doubt: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class EntryView:
    """One report as a list shows it."""

    title: Link
    outlet: Link | None
    authors: tuple[str, ...]
    published: str | None
    published_doubt: str | None
    genre: str
    summary: str  # the first words of the text
    language: str | None
    statements: int
    origin: OriginView | None = None


@dataclass(frozen=True, slots=True)
class PostView:
    """One entry of the archive: a post with its reports, or a single document."""

    id: str
    title: str
    reports: tuple[EntryView, ...]
    posted: str | None  # EDTF
    posted_doubt: str | None = None
    blog: Link | None = None
    author: str | None = None
    categories: tuple[Link, ...] = ()
    tags: tuple[Link, ...] = ()
    comments: int | None = None
    comments_link: str | None = None


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The case at a glance, on the front page: what happened, what is disputed, who is held, what is held here."""

    holdings: str  # "28 reports from 12 outlets, in English, Russian, printed ..."
    events: tuple[RowView, ...] = ()  # note: the range of rival figures with its voices
    disputes: tuple[RowView, ...] = ()
    held: tuple[RowView, ...] = ()  # note: custody as last known, since when, as of when
    held_more: int = 0
    again: tuple[RowView, ...] = ()  # what people should look at again, in the working edition
    calls: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingView:
    """One page of a list of posts: the archive, a tag, a category, an outlet, the front page."""

    title: str
    kind: str  # front, archive, tag, category, outlet
    posts: tuple[PostView, ...]
    number: int | None = None  # counted from the oldest
    older: str | None = None
    newer: str | None = None
    lead: str | None = None
    disputes: tuple[DisputeView, ...] = ()  # on the front page: the most serious
    people: tuple[RowView, ...] = ()  # on the front page: of whom most is told
    overview: OverviewView | None = None  # on the front page


@dataclass(frozen=True, slots=True)
class SharedView:
    """Words of this document that also stand elsewhere."""

    span: Span
    other: Link  # title, address with anchor
    outlet: str | None
    published: str | None
    similarity: float
    earlier: str  # here, there, unknown
    why: str
    words: str  # as they stand here
    other_words: str = ""  # as they stand there, where they differ


@dataclass(frozen=True, slots=True)
class CommentView:
    """A reader's comment; answers are told by depth, in reading order."""

    author: str
    content: str
    date: str | None
    depth: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class CallView:
    """A call to act as it was printed: history, quoted."""

    id: str
    kind: str
    asks: str
    document: Link
    printed: str | None
    language: str | None
    targets: tuple[tuple[str, str | None], ...] = ()
    copies: tuple[str, ...] = ()
    message: str | None = None
    points: tuple[str, ...] = ()
    place: str | None = None
    when: str | None = None
    when_words: str | None = None
    deadline: str | None = None
    state: str = "history"
    files: tuple[Link, ...] = ()  # letter, calendar entry
    check: tuple[str, ...] = ()  # why to check before acting


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Accounts that cannot all be true, each side with who says so and where."""

    id: str
    kind: str
    aspect: str | None
    about: Link
    values: tuple[tuple[str, str, tuple[Link, ...]], ...]  # value, speaker, the words
    dispute: Dispute  # what the explanation is made from
    marked: tuple[str, str] | None = None  # who marked it and on which day, in the working edition


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its statements marked in the text."""

    id: str
    title: str
    language: str | None
    genre: str
    content: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    endnotes: tuple[Endnote, ...]
    statements: tuple[StatementView, ...]
    spans: tuple[tuple[int, int, int, int], ...]  # quote start, end, anchor start, end; one per statement
    sections: tuple[tuple[int, str], ...]  # start, by whose hand
    calls: tuple[CallView, ...]
    call_spans: tuple[Span, ...]
    media: tuple[Media, ...]
    shared: tuple[SharedView, ...]
    comments: tuple[CommentView, ...]
    disputes: tuple[DisputeView, ...]
    origin: tuple[OriginView, ...]
    outlet: Link | None
    authors: tuple[str, ...]
    published: str | None
    published_doubt: str | None
    published_basis: str | None
    posted: str | None
    posted_doubt: str | None
    written: str | None
    url: str | None
    post: PostView | None  # the post it stands in, with the other reports
    same_publication: tuple[Link, ...]
    provenance: tuple[tuple[str, str], ...]  # label key, words
    release: str = "full"  # full, quotations, listing
    comment_count: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a person decided about an event or person as a whole: that two are one, or are not; how two answers stand."""

    id: str
    verdict: str
    one: Link | None  # of two answers, the first
    other: Link | None  # the other event, person or answer; None where both are one here
    who: str
    when: str  # day
    why: str | None


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """What a person holds of an account, shown beside it and never as its state."""

    id: str
    view: str
    standard: str | None
    why: str | None
    who: str | None  # left out for the public
    when: str  # day
    state: str  # current, earlier_state
    changes: tuple[Change, ...] = ()
    cited: Cited | None = None  # where the account is gone: what it was


@dataclass(frozen=True, slots=True)
class FootnoteView:
    """An account that a wording leans on, as it was when the editor wrote, and where its words stand now."""

    number: int
    cited: Cited
    account: Link | None
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WordingView:
    """An editor's sentences with their footnotes."""

    id: str
    runs: tuple[tuple[str, int | None], ...]  # words, and the footnote after them
    footnotes: tuple[FootnoteView, ...]
    who: str | None  # left out for the public
    when: str  # day
    state: str  # current, check
    changes: tuple[tuple[Change, tuple[int, ...]], ...] = ()  # with the footnotes each concerns


@dataclass(frozen=True, slots=True)
class NameView:
    """One attested spelling."""

    text: str
    script: str
    language: str | None
    documents: tuple[Link, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class StatusLineView:
    """One version of a person's custody, with its evidence."""

    status: str
    since: str | None
    until: str | None
    until_basis: str | None
    facility: str | None
    sentence: str | None
    charge: str | None
    procedure: str | None
    condition: str | None
    according_to: tuple[str, ...]
    evidence: tuple[Link, ...]
    first_cited: str | None
    last_cited: str | None
    stale: bool
    term: str | None = None
    held_since: str | None = None
    until_from: str | None = None
    last_told: str | None = None
    how: str | None = None


@dataclass(frozen=True, slots=True)
class TieView:
    """A role, membership, ownership or kinship as told: one answer, with all who give it and the days they gave it."""

    type: str
    words: str
    other: Link | None
    sources: tuple[Link, ...]
    according_to: tuple[str, ...]
    percent: float | None = None
    bound: str | None = None
    start: str | None = None  # EDTF, where told
    end: str | None = None
    first_cited: str | None = None  # EDTF: the first and last day somebody said it is so
    last_cited: str | None = None
    former: str | None = None  # EDTF: the first day it was called past
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class JoinView:
    """Mentions of several reports taken for one, for the same reasons."""

    reasons: tuple[str, ...]
    by_person: bool  # a person decided so; else a machine, until a person does
    reports: tuple[Link, ...]
    more: int = 0  # reports beyond those named


@dataclass(frozen=True, slots=True)
class DossierView:
    """A page about one person, organisation, group or place."""

    id: str
    kind: str
    name: str
    language: str | None
    description: str | None
    names: tuple[NameView, ...]
    lines: tuple[StatementView, ...]  # by date of what is told
    spoken: tuple[StatementView, ...]  # what it is quoted as saying
    ties: tuple[TieView, ...] = ()
    joined: tuple[JoinView, ...] = ()
    maybe_same: tuple[tuple[Link, tuple[str, ...]], ...] = ()  # with what speaks for it and against it
    statuses: tuple[StatusLineView, ...] = ()
    spells: tuple[SpellView, ...] = ()
    status_words: tuple[StatusWord, ...] = ()  # what people said beside them, in the working edition
    decisions: tuple[DecisionView, ...] = ()  # in the working edition
    disputes: tuple[DisputeView, ...] = ()
    events: tuple[Link, ...] = ()
    proceedings: tuple[Link, ...] = ()
    unnamed: bool = False
    wordings: tuple[WordingView, ...] = ()
    part: int = 1
    parts: tuple[Link, ...] = ()  # other pages of the same dossier
    place: tuple[str | None, float | None, float | None] | None = None  # country, latitude, longitude
    questions: tuple[QuestionView, ...] = ()  # to which several voices answer differently


@dataclass(frozen=True, slots=True)
class AccountView:
    """One voice's answer, as a row of the table of rival accounts."""

    id: str
    words: str
    min: int | None
    max: int | None
    qualifier: str | None
    vague: bool
    edtf: str | None
    speaker: Link
    speaker_kind: str
    stance: str
    reviewed: bool
    as_of: str | None
    scope: str | None
    sources: tuple[Link, ...]
    relations: tuple[tuple[str, str], ...]  # relation kind, label of the other account
    origin: tuple[int, int, int, int] | None = None  # reports, folded, not established, named
    ruled: tuple[tuple[str, str], ...] = ()  # those relations that a person decided
    label: str = ""  # A, B, C in the table and the chart
    assessments: tuple[AssessmentView, ...] = ()
    where: str | None = None  # the place or places a figure is for


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question about an event, and every answer to it."""

    aspect: str
    accounts: tuple[AccountView, ...]
    disputed: bool
    lists: tuple[tuple[Link, int, tuple[str, ...]], ...] = ()  # document, how many it names, the figures it gives


@dataclass(frozen=True, slots=True)
class EventView:
    """One happening: what is said of it, by whom."""

    id: str
    type: str
    when: str | None
    where: Link | None
    questions: tuple[QuestionView, ...]
    statements: tuple[StatementView, ...]
    people: tuple[Link, ...]
    disputes: tuple[DisputeView, ...]
    types: tuple[str, ...] = ()
    wordings: tuple[WordingView, ...] = ()
    lost: tuple[AssessmentView, ...] = ()  # of answers that are no longer in the case
    decisions: tuple[DecisionView, ...] = ()  # in the working edition
    part: int = 1
    parts: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a list page: a link and what stands beside it."""

    link: Link
    cells: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TableView:
    """A list page: people, organisations, places, timeline, sources, terms."""

    title: str
    kind: str
    headings: tuple[str, ...]
    rows: tuple[RowView, ...]
    lead: str | None = None
    siblings: tuple[Link, ...] = ()  # other letters, years, kinds; the present one has no address


@dataclass(frozen=True, slots=True)
class HeldStepView:
    """From this day on so many people are known by name to have been held."""

    day: str  # ISO 8601
    held: int  # by every account
    disputed: int  # by some accounts only


@dataclass(frozen=True, slots=True)
class SpellView:
    """Days on end on which one person's custody was one and the same, as far as is told."""

    person: Link
    status: str
    first: str
    last: str | None
    disputed: bool
    words: tuple[Link, ...] = ()
    also: tuple[str, ...] = ()  # what other versions say


@dataclass(frozen=True, slots=True)
class HeldGroupView:
    """A group held without names, as told."""

    words: str
    language: str | None
    line: StatusLineView
    first: str | None
    last: str | None
    event: Link | None = None


@dataclass(frozen=True, slots=True)
class HeldView:
    """Who was held when: the number on every day, by name only, and what it is made of."""

    last_day: str
    steps: tuple[HeldStepView, ...]
    now: tuple[tuple[Link, tuple[StatusLineView, ...]], ...]
    spells: tuple[SpellView, ...]
    groups: tuple[HeldGroupView, ...]
    number: int = 1
    siblings: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class DefendantView:
    """One defendant of a proceeding."""

    person: Link
    charge: str | None
    outcome: str | None
    sources: tuple[Link, ...]
    steps: tuple[Link, ...] = ()  # the events on their way through the courts, in order


@dataclass(frozen=True, slots=True)
class ProceedingView:
    """One court case."""

    id: str
    title: str
    court: str | None
    judge: str | None
    opened: str | None
    offences: tuple[str, ...]
    defendants: tuple[DefendantView, ...]
    sources: tuple[Link, ...]
    appeals: tuple[Link, ...]
