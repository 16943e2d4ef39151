"""Where a report begins inside a post, and what its first lines say of it. In: lines. Out: heads. Prose ends a head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from according.domain.document import Author, BlockKind, Dated, MarkKind, Outlet
from according.parse.bylines import read_byline
from according.parse.datelines import read_date_line
from according.parse.draft import RawBlock
from according.parse.outlet_names import Credit, host_of, looks_like_outlet, outlet_named
from according.parse.source_lines import read_imprint, read_lead_in, read_outlet_line, read_source_line, read_via_line
from according.parse.titles import LONGEST, is_caption, is_separator, is_title

MOST_LINES = 14  # a head is never longer
MOST_REPORTS = 200  # in one post; what follows stays with the last


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a post's body and where it stands."""

    block: int
    start: int  # in the block's text
    text: str  # stripped, white space plain
    kind: BlockKind
    link: str | None = None  # address of a link that covers the line


@dataclass(slots=True)
class Head:
    """What the first lines of a report say. `end` is the index of the first line of its body."""

    start: int
    end: int
    title: str | None = None
    outlet: Credit | None = None  # an address line, or an outlet's name between by-line and date
    outlet_how: str = ""
    via: Credit | None = None
    source: Credit | None = None
    authors: tuple[Author, ...] = ()
    date: Dated | None = None
    captions: list[str] = field(default_factory=list)
    title_repeats: bool = False  # the title is the post's own

    @property
    def names_origin(self) -> bool:
        """Whether an outlet is told."""
        return self.outlet is not None or self.source is not None

    @property
    def starts_report(self) -> bool:
        """Whether these lines, after a separator, make a new report."""
        if self.outlet is not None or self.via is not None:
            return True
        return self.title is not None and bool(self.date or self.authors or self.source)

    @property
    def starts_report_unparted(self) -> bool:
        """The same without a separator before: an origin and a date or hand are needed, beside a title."""
        if self.title is None:
            return False
        return (self.names_origin and bool(self.date or self.authors)) or bool(self.date and self.authors)


def lines_of(blocks: Sequence[RawBlock]) -> list[Line]:
    """All lines that hold something, in order."""
    found = []
    for number, block in enumerate(blocks):
        links = [mark for mark in block.marks if mark.kind is MarkKind.LINK and mark.target]
        at = 0
        for line in block.text.split("\n"):
            words = " ".join(line.split()) if len(line) <= LONGEST else line.strip()
            if words:
                link = next((m.target for m in links[:40] if m.start <= at + 2 and m.end >= at + len(line) - 2), None)
                found.append(Line(number, at, words, block.kind, link))
            at += len(line) + 1
    return found


def same_words(one: str, other: str) -> bool:
    """Whether two titles are one but for case, white space and punctuation."""
    return bool(one) and _letters(one) == _letters(other)


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words[:600].casefold())


def read_head(lines: Sequence[Line], at: int, post_title: str = "") -> Head:
    """The head that starts at line `at`; empty (`end == at`) where the body starts at once."""
    head = Head(at, at)
    title_at: int | None = None
    marks_before_title = False
    while head.end < len(lines) and head.end - at < MOST_LINES:
        line = lines[head.end]
        if line.kind in (BlockKind.LIST_ITEM, BlockKind.ENDNOTE) or is_separator(line.text):
            break
        if not _take(head, line, lines[head.end + 1 : head.end + 7], post_title):
            if _title_was_outlet(head, title_at, line, lines[head.end + 1 : head.end + 3], post_title):
                head.outlet, head.outlet_how = Credit(outlet=outlet_named(head.title or "")), "first line"
                head.title = None
            if _is_own_title(head, line, lines[head.end + 1 : head.end + 2]):
                head.title = None
            if head.title is not None or not _may_be_title(line, post_title):
                break
            head.title = " ".join(line.text.split())
            head.title_repeats = same_words(line.text, post_title)
            title_at = head.end
            marks_before_title = head.outlet is not None or head.source is not None
        head.end += 1
    if title_at is not None and not head.title_repeats and not _title_holds(head, title_at, marks_before_title):
        _give_back_title(head, title_at)
    elif title_at is not None and not head.title_repeats and _is_link_in_prose(head, lines[title_at]):
        _give_back_title(head, title_at)
        head.outlet = None
    return head


def _title_was_outlet(head: Head, title_at: int | None, line: Line, after: Sequence[Line], post_title: str) -> bool:
    """Two short lines over a by-line or date: the first names the outlet when it looks like one or the second is the post's title."""
    if head.title is None or head.outlet is not None or title_at != head.end - 1 or not _may_be_title(line, post_title):
        return False
    if head.title_repeats or len(head.title.split()) > 6:
        return False
    told = same_words(line.text, post_title) or (looks_like_outlet(head.title) and not looks_like_outlet(line.text))
    return told and any(read_byline(item.text) or read_date_line(item.text) for item in after)


def _is_own_title(head: Head, line: Line, after: Sequence[Line]) -> bool:
    """Under the post's title and an outlet, a short line over a date or by-line is the report's own headline."""
    if not head.title_repeats or not head.names_origin or head.date or head.authors or not is_title(line.text):
        return False
    return any(read_date_line(item.text) or read_byline(item.text) for item in after)


def _take(head: Head, line: Line, following: Sequence[Line], post_title: str) -> bool:
    """Whether the line is a head line that is not told yet; notes it."""
    address, by = read_outlet_line(line.text), read_byline(line.text)
    if same_words(line.text, post_title):
        return False
    via, source, date = read_via_line(line.text), read_source_line(line.text), read_date_line(line.text)
    if address and head.outlet is None:
        head.outlet, head.outlet_how = _with_link(address, line.link), "first line names the address"
    elif date and head.date is None:
        head.date = date
    elif by and not head.authors:
        head.authors, head.date = by.authors, head.date or by.date
        if by.outlet and head.outlet is None:
            head.outlet, head.outlet_how = _with_link(by, line.link), "by-line"
    elif via and head.via is None:
        head.via = _with_link(via, line.link)
    elif source and head.source is None:
        head.source = _with_link(source, line.link)
        head.date, head.authors = head.date or source.date, head.authors or source.authors
    elif head.date is None and head.outlet is None and (imprint := read_imprint(line.text)) and imprint.outlet:
        head.date, head.authors = imprint.date, head.authors or imprint.authors
        if imprint.authors:
            head.outlet, head.outlet_how = _with_link(imprint, line.link), "by-line"
        elif _speaks(imprint.outlet.name, following):
            head.outlet, head.outlet_how = Credit(outlet=imprint.outlet), "first lines"
    elif head.outlet is None and head.source is None and (lead_in := read_lead_in(line.text)):
        head.outlet, head.outlet_how = _with_link(lead_in, line.link), "lead-in"
        head.date = head.date or lead_in.date
    elif is_caption(line.text):
        head.captions.append(line.text)
    elif head.authors and head.outlet is None and _names_outlet(line, following[0] if following else None):
        head.outlet, head.outlet_how = Credit(outlet=outlet_named(line.text)), "by-line"
    else:
        return False
    return True


def _speaks(name: str, following: Sequence[Line]) -> bool:
    """Whether a name in front of a date is an outlet's: it looks like one, or the words below speak of it as of somebody."""
    if looks_like_outlet(name):
        return True
    below = " ".join(item.text[:1200] for item in following)
    places = re.search(rf"\b(?:in|at|from|near|в|из) {re.escape(name)}\b", below)
    return places is None and re.search(rf"\b{re.escape(name)} [^\W\d_A-ZА-Я]", below) is not None


def _names_outlet(line: Line, after: Line | None) -> bool:
    """An outlet's name stands right under the by-line, over the date, or looks like one."""
    if not is_title(line.text) or len(line.text) > 60 or len(line.text.split()) > 6:
        return False
    followed = after is not None and after.block == line.block and read_date_line(after.text) is not None
    return followed or looks_like_outlet(line.text)


def _with_link(credit: Credit, link: str | None) -> Credit:
    """The same with the address its words are linked to, and the outlet's host from it."""
    if not link or not link.startswith(("http://", "https://")):
        return credit
    outlet = credit.outlet
    if outlet and outlet.address is None:
        outlet = Outlet(outlet.name, host_of(link))
    return Credit(credit.authors, outlet, credit.url or link, credit.date)


def _may_be_title(line: Line, post_title: str) -> bool:
    if same_words(line.text, post_title):
        return True
    return line.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTATION) and is_title(line.text)


def _title_holds(head: Head, title_at: int, origin_before: bool) -> bool:
    """A short line is a headline only beside an outlet, a hand or a date."""
    follows = head.end > title_at + 1 and bool(head.date or head.authors or head.outlet or head.source)
    return origin_before or follows


def _is_link_in_prose(head: Head, title: Line) -> bool:
    """A long line and an address under it, and nothing else told: a writer's words and a link, no report's head."""
    if head.outlet is None or head.outlet.url is None or head.date or head.authors or head.via or head.source:
        return False
    return title.start == 0 and (len(title.text) > 90 or title.text.endswith(("…", "...")))


def _give_back_title(head: Head, title_at: int) -> None:
    head.title, head.end = None, title_at


def find_starts(lines: Sequence[Line], post_title: str) -> list[Head]:
    """The heads of the reports in a body, in order. The first is always there, even if it says nothing."""
    heads = [read_head(lines, 0, post_title)]
    at = max(heads[0].end, 1) if lines else 0
    while at < len(lines) and len(heads) < MOST_REPORTS:
        line = lines[at]
        parted = is_separator(lines[at - 1].text)
        opens = line.start == 0 and line.kind is not BlockKind.LIST_ITEM and len(line.text) <= 300
        if opens and not is_separator(line.text):
            head = read_head(lines, at)
            if (
                head.end > at
                and head.end < len(lines)
                and (head.starts_report if parted else head.starts_report_unparted)
            ):
                heads.append(head)
                at = head.end
                continue
            if parted and _closes_with_source(lines, at) and _is_bare_title(lines, at):
                if len(heads) == 1 and heads[0].end == heads[0].start and _is_bare_title(lines, 0):
                    heads[0] = Head(0, 1, lines[0].text)
                heads.append(Head(at, at + 1, line.text))
        at += 1
    return heads


def _closes_with_source(lines: Sequence[Line], at: int) -> bool:
    """Whether the words above the separator before `at` end in a source line: then each report here has its source under it."""
    above = next((line.text for line in reversed(lines[max(0, at - 4) : at]) if not is_separator(line.text)), "")
    return read_source_line(above) is not None or read_via_line(above) is not None


def _is_bare_title(lines: Sequence[Line], at: int) -> bool:
    """A headline with nothing told beside it, right over prose."""
    words = lines[at].text
    return is_title(words) and len(words) <= 120 and at + 1 < len(lines) and len(lines[at + 1].text) >= 60


def _has_prose(lines: Sequence[Line], at: int) -> bool:
    """Whether words follow before the next separator: an address at the foot of a page starts no report."""
    for line in lines[at : at + MOST_LINES]:
        if is_separator(line.text):
            return False
        if len(line.text) >= 60:
            return True
    return False
