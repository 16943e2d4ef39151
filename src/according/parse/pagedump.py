"""A whole page copied out of a browser ("select all") to drafts of its posts, whatever its theme. Menus and feet are left out and told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from according.domain.document import Dated, Outlet, Repair, Term
from according.parse.draft import PostDraft
from according.parse.footers import LONGEST_FOOTER, read_footer_line
from according.parse.pagelines import (
    READ_MORE,
    Meta,
    begins_comments,
    is_furniture_line,
    read_hand_and_count,
    read_meta_line,
    without_more,
)
from according.parse.plain import blocks_of_text
from according.parse.titles import is_title

_PROSE = 70  # characters: a line of a post's words; menus are shorter
_SIGNS = 3  # lines of menus and the like that make a text a copied page
_MENU_RUN = 4  # so many short lines in a row are a menu, not prose
_MOST_LINES = 50_000


@dataclass(frozen=True, slots=True)
class Dump:
    """A page's posts in the order printed, and what was left out."""

    drafts: tuple[PostDraft, ...]
    notes: tuple[Repair, ...] = ()
    skipped: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a post begins: its title's line, the line of data, the first line of its words."""

    title: int
    meta: int
    body: int
    said: Meta
    ends: int | None = None  # where the post ends, when its date closes it


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, how often the short ones stand there, and which lines hold something."""

    lines: Sequence[str]
    often: Mapping[str, int]
    held: Sequence[int]


_SLASHED = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


def read_dump(content: str, outlet: Outlet | None = None) -> Dump | None:
    """The posts of a copied page; None when the text shows no menus or no titles beside dates, so is no copied page."""
    lines = [line.strip() for line in content.split("\n")][:_MOST_LINES]
    if sum(is_furniture_line(line) for line in lines if line) < _SIGNS:
        return None
    thread = next((number for number, line in enumerate(lines) if line and begins_comments(line)), len(lines))
    page = _Page(lines, _often(lines), [number for number, line in enumerate(lines) if line and number < thread])
    starts = _find_starts(page)
    if not starts:
        return None
    drafts: list[PostDraft] = []
    notes: list[Repair] = []
    skipped: list[Repair] = []
    if left := sum(1 for number in page.held if number < min(starts[0].title, starts[0].meta)):
        skipped.append(Repair(f"{left} lines above the first post (the head of the page)", "line 1"))
    _tell_hands_from_terms([start.said for start in starts])
    for at, start in enumerate(starts):
        draft, is_excerpt = _read_post(page, start, _end_of(page, starts, at, thread), outlet)
        if not draft.blocks:
            skipped.append(
                Repair("only the headline of this post is on the page: add the post's own page", draft.title)
            )
            continue
        drafts.append(replace(draft, order=len(drafts) + 1 if len(starts) > 1 else None))
        if is_excerpt:
            notes.append(
                Repair(
                    "the page holds only the beginning of this post: add the post's own page for the rest", draft.title
                )
            )
    return Dump(_with_shared_order(drafts), tuple(notes), tuple(skipped)) if drafts else None


def _often(lines: Sequence[str]) -> dict[str, int]:
    """How often each short line stands on the page."""
    return Counter(line for line in lines if line and len(line) <= 60)


def _end_of(page: _Page, starts: Sequence[_Start], at: int, thread: int) -> int:
    start = starts[at]
    if start.ends is not None:
        return start.ends
    if at + 1 < len(starts):
        return min(starts[at + 1].title, starts[at + 1].meta)
    return _end_of_last(page, page.lines[:thread] if len(starts) == 1 else page.lines, start.body)


def _find_starts(page: _Page) -> list[_Start]:
    """The posts by their dates: the title stands right over the date on most pages, right under it on some, or the date closes
    the post; one way for the whole page, the one that makes most posts.
    """
    lines, held = page.lines, page.held
    metas = [(at, said) for at, number in enumerate(held) if (said := read_meta_line(lines[number]))]
    best: list[_Start] = []
    told = 0
    for offset in (-1, 1, -2):
        found = _find_beside(page, metas, offset)
        worded = sum(
            _has_prose(page, start, found[at + 1] if at + 1 < len(found) else None) for at, start in enumerate(found)
        )
        if worded > told:
            best, told = found, worded
    closed = _find_closed(page, metas)
    if not best or (told * 5 < len(metas) * 4 and len(closed) > told):
        return closed
    return best


def _find_beside(page: _Page, metas: Sequence[tuple[int, Meta]], offset: int) -> list[_Start]:
    """Posts whose headline stands `offset` held lines from their date."""
    lines, held = page.lines, page.held
    found: list[_Start] = []
    for at, said in metas:
        title = at + offset
        if not 0 <= title < len(held) or not _is_headline(page, lines[held[title]]):
            continue
        body = max(at, title) + 1
        if not found or min(held[title], held[at]) > found[-1].meta:
            found.append(_Start(held[title], held[at], held[body] if body < len(held) else len(lines), said))
    return found


def _has_prose(page: _Page, start: _Start, after: _Start | None) -> bool:
    end = min(after.title, after.meta) if after else min(start.body + 12, len(page.lines))
    return any(len(line) >= _PROSE and read_meta_line(line) is None for line in page.lines[start.body : end])


def _find_closed(page: _Page, metas: Sequence[tuple[int, Meta]]) -> list[_Start]:
    """Posts whose date stands under their words: from the headline over the first prose to the lines of data that close them."""
    lines, held = page.lines, page.held
    found: list[_Start] = []
    begin = 0
    for at, said in metas:
        closes = at
        while closes + 1 < len(held) and _is_data(page, lines[held[closes + 1]]):
            closes += 1
        title = _headline_within(page, begin, at, at_once=bool(found))
        if title is not None:
            found.append(_Start(held[title], held[at], held[title + 1], said, held[closes] + 1))
        begin = closes + 1
    return found


def _headline_within(page: _Page, begin: int, end: int, *, at_once: bool) -> int | None:
    """The last headline before the first line of prose between two places; a later post starts with its headline at once."""
    prose = next((at for at in range(begin, end) if len(page.lines[page.held[at]]) >= _PROSE), None)
    if at_once and begin + 1 < end and _is_headline(page, page.lines[page.held[begin]]):
        return begin
    if prose is None:
        return None
    return next(
        (at for at in range(prose - 1, max(begin, prose - 4) - 1, -1) if _is_headline(page, page.lines[page.held[at]])),
        None,
    )


def _is_data(page: _Page, line: str) -> bool:
    if read_meta_line(line) is not None or read_hand_and_count(line) is not None or read_footer_line(line) is not None:
        return True
    return page.often.get(line, 0) >= 3 and len(line.split()) <= 3


def _is_headline(page: _Page, line: str) -> bool:
    if (
        not is_title(line.rstrip(".") if line.endswith("….") else line)
        or is_furniture_line(line)
        or read_meta_line(line) is not None
        or READ_MORE.fullmatch(line)
    ):
        return False
    if read_hand_and_count(line) is not None or (page.often.get(line, 0) >= 3 and len(line.split()) <= 3):
        return False
    cut = line.endswith(("…", "...")) and len(line) >= _PROSE
    return 4 <= len(line) <= 2 * _PROSE and not cut and read_footer_line(line) is None


def _tell_hands_from_terms(told: Sequence[Meta]) -> None:
    """ "News Lena Orlova" beside posts by "Lena Orlova": a browser copied a category and a hand as one."""
    hands = {meta.author for meta in told if meta.author}
    for meta in told:
        hand = next((hand for hand in hands if meta.author and meta.author.endswith(f" {hand}")), None)
        if hand and meta.author:
            meta.categories.append(meta.author.removesuffix(hand).strip())
            meta.author = hand


def _with_shared_order(drafts: Sequence[PostDraft]) -> tuple[PostDraft, ...]:
    """Dates of two readings (03/04/2012) where other dates of the same page can only be day first, or only month first."""
    found = [_SLASHED.search(draft.posted.raw or "") for draft in drafts if draft.posted]
    pairs = [(int(match[1]), int(match[2])) for match in found if match]
    day_first, month_first = any(a > 12 for a, _ in pairs), any(b > 12 for _, b in pairs)
    if day_first == month_first:
        return tuple(drafts)
    return tuple(replace(draft, posted=_settled(draft.posted, day_first)) for draft in drafts)


def _settled(date: Dated | None, day_first: bool) -> Dated | None:
    match = _SLASHED.search(date.raw or "") if date and date.edtf.startswith("[") else None
    if date is None or match is None:
        return date
    day, month = (match[1], match[2]) if day_first else (match[2], match[1])
    return replace(date, edtf=f"{match[3]}-{int(month):02d}-{int(day):02d}")


def _end_of_last(page: _Page, lines: Sequence[str], body: int) -> int:
    """Where the last post ends: at paging, at a menu (short lines in a row), or at the page's own foot."""
    run = 0
    first = body
    for number in range(body, len(lines)):
        line = lines[number]
        if not line:
            continue
        if is_furniture_line(line):
            return number if not run or page.often.get(lines[first], 0) > 1 else first
        short = len(line) < 45 and line[-1] not in '.!?…:;,»”"' and READ_MORE.fullmatch(line) is None
        run = run + 1 if short and read_footer_line(line) is None else 0
        if run == 1:
            first = number
        if run >= _MENU_RUN:
            return first
    return len(lines)


def _read_post(page: _Page, start: _Start, end: int, outlet: Outlet | None) -> tuple[PostDraft, bool]:
    """The draft of one post, and whether it is but a beginning."""
    said = start.said
    kept = [line for number, line in enumerate(page.lines[start.body : end], start.body) if number != start.meta]
    _strip(kept)
    if kept and kept[0].isdigit() and len(kept[0]) <= 4 and len(kept) > 1:
        said.comments = int(kept.pop(0))  # a bare number under the title counts comments
        _strip(kept)
    if kept and (hand := read_hand_and_count(kept[0])):
        said.author, said.comments = said.author or hand[0], hand[1]
        kept.pop(0)
    if kept and said.author is None and page.often.get(kept[0], 0) > 1 and len(kept[0].split()) <= 3:
        said.author = kept.pop(0)  # a line of its own under the date, the same under others
    is_excerpt = _take_foot(page, kept, said)
    body = [line for line in kept if not READ_MORE.fullmatch(line)]
    if body and (shorter := without_more(body[-1])) != body[-1]:
        body[-1], is_excerpt = shorter, True
    is_excerpt = is_excerpt or (bool(body) and body[-1].endswith(("…", "...", "[…]", "[...]")))
    terms = [Term("category", name) for name in said.categories] + [Term("tag", name) for name in said.tags]
    draft = PostDraft(
        " ".join(page.lines[start.title].split()), blocks_of_text("\n".join(body)), posted=said.date, author=said.author,
        outlet=outlet, terms=tuple(dict.fromkeys(terms)), comment_count=said.comments,
    )  # fmt: skip
    return draft, is_excerpt


def _take_foot(page: _Page, kept: list[str], said: Meta) -> bool:
    """Lines of data under the words: taken off and told. True when one leads to the rest of the post."""
    is_excerpt = False
    for _ in range(8):
        _strip(kept)
        line = kept[-1] if kept else ""
        footer = read_footer_line(line) if 0 < len(line) <= LONGEST_FOOTER else None
        if line and READ_MORE.fullmatch(line):
            is_excerpt = True
        elif line and (hand := read_hand_and_count(line)):
            said.author, said.comments = said.author or hand[0], hand[1]
        elif footer is not None:
            said.categories.extend(footer.categories)
            said.tags.extend(footer.tags)
            said.comments = footer.comments if footer.comments is not None else said.comments
            said.author = said.author or footer.author
        elif line and page.often.get(line, 0) > 1 and len(line) <= 40 and len(kept) > 1 and line[-1] not in ".!?":
            said.categories.extend(name.strip() for name in line.split(",") if name.strip())
        else:
            break
        kept.pop()
    return is_excerpt


def _strip(lines: list[str]) -> None:
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
