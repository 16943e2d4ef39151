"""Documents: one report by one hand (or several sections), its text with blocks and marks, and what the page around it said."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from according.domain.call import Call
from according.domain.passage import Span


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as somebody gave it."""

    edtf: str  # ISO 8601-2: 2012-08-09, 2012-08-09T10:00:00+05:00, 2012-08, [2011-12-16,2011-12-17], 2012-06/2012-08
    basis: (
        str  # how we know: "feed", "export", "time element", "first lines", "given", "note", "neighbours on the page"
    )
    raw: str | None = None  # the words or stamp as printed
    doubt: str | None = None  # None, or why: zone, bounds, missing, weekday, future


class BlockKind(StrEnum):
    """What a run of the text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True)
class Block:
    """One block; blocks do not overlap and are in order. Text between blocks is only line feeds."""

    kind: BlockKind
    start: int
    end: int
    level: int | None = None  # of a heading, 1 to 6


class MarkKind(StrEnum):
    """A standoff mark inside blocks."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    NOTE_REFERENCE = "note_reference"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Mark:
    """Standoff mark over `content[start:end]`; an image's span may be empty."""

    kind: MarkKind
    start: int
    end: int
    target: str | None = None  # address of a link or image, label of a note


@dataclass(frozen=True, slots=True)
class Text:
    """What was read out of a capture: NFC, LF, no control characters but tab and newline. Never changed."""

    content: str
    digest: str  # sha256 (hex) of the UTF-8 bytes of `content`
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()


def text_digest(content: str) -> str:
    """sha256 (hex) of the UTF-8 bytes of a text."""
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


class Genre(StrEnum):
    """What kind of writing a document is."""

    NEWS = "news"
    OPINION = "opinion"
    PRESS_RELEASE = "press_release"
    NGO_REPORT = "ngo_report"
    COURT_DOCUMENT = "court_document"
    INTERVIEW = "interview"
    TESTIMONY = "testimony"
    SOCIAL_POST = "social_post"
    OWN_NOTE = "own_note"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who printed it: a newspaper, an agency, a blog, a campaign's site."""

    name: str  # as printed, or the host name when nothing else is known
    address: str | None = None  # host name without "www."


@dataclass(frozen=True, slots=True)
class Author:
    """A hand, as the by-line or the foot of the page gives it."""

    name: str
    affiliation: str | None = None  # "coordinator of X", from a by-line or an author note


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text by its own hand."""

    start: int
    end: int
    author: Author | None = None
    outlet: Outlet | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A category or tag of the page."""

    taxonomy: str  # "category" or "tag"
    name: str
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment. E-mail and network addresses of commenters are never kept here."""

    author: str
    content: str
    date: Dated | None = None
    id: str | None = None
    parent: str | None = None  # id of the comment it answers
    kind: str = "comment"  # comment, pingback, trackback


@dataclass(frozen=True, slots=True)
class Endnote:
    """An endnote tied to its marks. The text of a note is also a block of kind endnote."""

    label: str  # "i", "1", as printed, without brackets
    start: int
    end: int
    content: str
    references: tuple[Span, ...] = ()  # where the text points to it
    addresses: tuple[str, ...] = ()  # web addresses in it


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, film or file the page shows or links; its bytes may not be held."""

    kind: str  # image, video, audio, file
    address: str | None = None
    caption: str | None = None
    alt: str | None = None
    place: int | None = None  # code point in the text where it stood


@dataclass(frozen=True, slots=True)
class Post:
    """The post of a blog or site in which a report stood: what reposted it."""

    id: str  # guid, address or a digest of title and date
    title: str
    position: int = 1  # of this report among the reports of the post, from 1
    reports: int = 1  # how many reports the post holds
    order: int | None = None  # of the post on its page, from 1
    url: str | None = None
    outlet: Outlet | None = None  # the blog
    author: str | None = None
    posted: Dated | None = None
    terms: tuple[Term, ...] = ()
    comments: int | None = None  # how many comments the page counts

    @property
    def categories(self) -> tuple[str, ...]:
        """Names of the post's categories, in the order printed."""
        return tuple(term.name for term in self.terms if term.taxonomy == "category")

    @property
    def tags(self) -> tuple[str, ...]:
        """Names of the post's tags, in the order printed."""
        return tuple(term.name for term in self.terms if term.taxonomy == "tag")


@dataclass(frozen=True, slots=True)
class RepostLink:
    """One link of the chain a document came by: nearest source first."""

    outlet: Outlet
    how: str  # how we know: "first line names the address", "via", "by-line", "source line", "quoted block"
    url: str | None = None
    author: str | None = None
    published: Dated | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """Something the bytes had wrong and what was done about it; goes to the ledger."""

    what: str
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report: text, who printed it, when, and how it came here."""

    id: str
    case: str
    key: str  # lasting identity: outlet's address, guid or given id; else outlet, post title and date, report title
    title: str
    text: Text
    outlet: Outlet | None = None  # where the words first appeared, as far as the copy says
    authors: tuple[Author, ...] = ()
    published: Dated | None = None  # when the words first appeared at their origin
    posted: Dated | None = None  # when this copy appeared
    written: Dated | None = None  # when it says it was written
    url: str | None = None
    language: str | None = None  # ISO 639-1
    genre: Genre = Genre.NEWS
    post: Post | None = None
    repost_of: tuple[RepostLink, ...] = ()
    sections: tuple[Section, ...] = ()
    endnotes: tuple[Endnote, ...] = ()
    comments: tuple[Comment, ...] = ()
    calls: tuple[Call, ...] = ()
    media: tuple[Media, ...] = ()
    capture: str | None = None  # sha256 of the bytes it was read from
    claimed_capture: str | None = None  # what an imported line said its capture was
    parser: str | None = None  # name and version of the parser
    source_code: str | None = None  # code name of the person who told us (notes only); kept out of every export

    @property
    def reference_date(self) -> Dated | None:
        """The day against which "Friday" and "last month" are read: written, else published, else posted."""
        return self.written or self.published or self.posted


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one capture gave: documents, and what was repaired or skipped on the way."""

    documents: tuple[Document, ...]
    format: str  # "tag page, text", "tag page, HTML", "WXR", "feed", "article", "text", "Markdown", "JSON Lines"
    repairs: tuple[Repair, ...] = ()
    skipped: tuple[Repair, ...] = ()  # items left out, and why
