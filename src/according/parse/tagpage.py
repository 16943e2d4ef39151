"""The plain text of a tag or category page to drafts of its posts. Footers and titles part the posts; nothing is dropped unseen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.domain.document import Dated, Outlet, Repair, Term
from according.parse.draft import PostDraft, RawBlock
from according.parse.footers import (
    COUNT,
    LONGEST_FOOTER,
    Footer,
    find_footers,
    read_count,
    read_footer_line,
    read_posted_line,
)
from according.parse.plain import blocks_of_text
from according.parse.titles import is_title

_LONGEST_MENU = 60  # lines
_HEADER = re.compile(
    r"(?:(?P<tag>tag archives?|posts tagged(?: with)?|tag|tagged|entries tagged|browsing tag|архив (?:метки|тега)|записи с меткой|метка|тег|"
    r"schlagwort-archive?|tag-archiv(?:e)?|archives? (?:par|du) (?:mot-clé|tag)|archivo de la etiqueta|архів позначки|таг)"
    r"|(?P<category>category archives?|archives? for (?:the )?category|category|browsing category|posts in category|архив (?:категории|рубрики)|рубрика|категория|"
    r"kategorie-archive?|archives de (?:la )?catégorie|archivo de la categoría|архів категорії))"
    r"\s*[:“\"‘«'—–-]+\s*(?P<name>[^\n]{1,120}?)\s*[”\"’»']*",
    re.IGNORECASE,
)
_HEADER_AFTER = re.compile(
    r"(?P<name>[^\n]{1,80}?)\s+(?:archives?|tag archives?|category archives?)|(?:archive for|archives for) [“\"‘'](?P<quoted>[^\n]{1,80})[”\"’']",
    re.I,
)
_PAGING = re.compile(
    r"(?:[←«‹<]+\s*)?(?:older (?:posts|entries)|newer (?:posts|entries)|(?:next|previous)(?: (?:page|entries|posts))?|page \d{1,4}(?: of \d{1,4})?|"
    r"предыдущие записи|следующие записи|старые записи|ältere beiträge|neuere beiträge|articles (?:plus anciens|précédents|suivants)|entradas (?:antiguas|anteriores|siguientes)|"
    r"continue reading|read more|читать далее|post navigation|навигация по записям|skip to content|search for:?|share this:?|like this:?|loading\.{2,3}|"
    r"\d{1,4}(?:\s+(?:\d{1,4}|…|\.\.\.)){1,20})(?:\s*[→»›>]+|\s*\.{3}|\s*…)?(?:\s*(?:newer|older) (?:posts|entries)\s*[→»›>]*)?",
    re.IGNORECASE,
)
_COUNT_BEHIND = re.compile(
    r"(?P<said>[^\n]{6,120}?)\s*[|·•,]?\s+(?P<count>leave a (?:comment|reply)|no comments|\d{1,6} (?:comments?|responses?)|(?:оставить|добавить) комментарий|\d{1,6} комментари\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TagPage:
    """A page's posts in the order printed, the term it stands for, and what was left out."""

    term: Term | None
    drafts: tuple[PostDraft, ...]
    skipped: tuple[Repair, ...] = ()


def looks_like_tag_page(content: str) -> bool:
    """Whether a text is an archive page: its heading says so and a footer follows, or footers with terms and counts repeat."""
    opening = _opening(content[:6000].split("\n"))
    footers = count_footers(content)
    headed = any(read_header(line) for line in opening)
    if headed and (footers or _count_dated_titles(content.split("\n")) >= 1 or _has_footer(content)):
        return True
    return footers >= 2


def _opening(lines: Sequence[str]) -> list[str]:
    """The lines above the first prose: menus and the page's heading."""
    opening: list[str] = []
    for line in lines:
        if len(line) > 120 or len(opening) == _LONGEST_MENU:
            break
        if line.strip():
            opening.append(line.strip())
    return opening


def _has_footer(content: str) -> bool:
    return any(
        read_footer_line(line.strip())
        for line in content.split("\n")
        if 0 < len(line) <= LONGEST_FOOTER and line.strip()
    )


def _count_dated_titles(lines: Sequence[str]) -> int:
    return len(_find_dated_titles(lines, 0))


def _find_dated_titles(lines: Sequence[str], at: int) -> list[int]:
    """Where posts start on a page without footers: at a title over a line that says when the blog posted it."""
    found: list[int] = []
    last = -1  # the last line that held something
    for number in range(at, len(lines)):
        line = lines[number].strip()
        if not line:
            continue
        said = read_posted_line(line) if len(line) <= 200 else None
        tells_blog = said and (said[1] or re.match(r"(?:posted|published|опубликовано|veröffentlicht)\b", line, re.I))
        if tells_blog and last >= at and is_title(lines[last].strip()) and (not found or last > found[-1]):
            found.append(last)
        last = number
    return found


def count_footers(content: str) -> int:
    """How many lines say under which terms a post is filed beside a line that counts comments (at most 50 are counted)."""
    lines = [line.strip() for line in content.split("\n") if line.strip()]
    found = 0
    for at, line in enumerate(lines):
        footer = read_footer_line(line)
        if footer and (footer.categories or footer.tags):
            around = [
                footer,
                *(f for n in (at - 1, at + 1) if 0 <= n < len(lines) and (f := read_footer_line(lines[n]))),
            ]
            found += any(f.comments is not None for f in around)
            if found >= 50:
                break
    return found


def read_header(line: str) -> Term | None:
    """The term of "Tag Archives: X", "Архив метки: X", "X Archives", else None."""
    words = line.strip()
    if len(words) > 200:
        return None
    found = _HEADER.fullmatch(words)
    if found:
        return Term("tag" if found["tag"] else "category", found["name"].strip())
    found = _HEADER_AFTER.fullmatch(words)
    if found:
        name = (found["name"] or found["quoted"]).strip()
        return Term("tag", name) if name.casefold() not in ("monthly", "yearly", "daily", "author", "the") else None
    return None


def read_tag_page(content: str, outlet: Outlet | None = None) -> TagPage:
    """The posts of a page. A post ends with its footer; where there is none, the page is one post."""
    lines = content.split("\n")
    at, term = _skip_page_head(lines)
    footers = find_footers(lines, at)
    unfooted = not footers
    if unfooted:
        starts = _find_dated_titles(lines, at)
        footers = [Footer(start, start) for start in starts[1:]]
    drafts: list[PostDraft] = []
    skipped: list[Repair] = []
    for footer in footers:
        draft = _read_post(lines[at : footer.start], footer, outlet)
        if draft is None:
            skipped.append(Repair("a footer without a post above it", f"line {footer.start + 1}"))
        else:
            drafts.append(replace(draft, order=len(drafts) + 1))
        at = footer.end
    rest = [line for line in lines[at:] if line.strip() and not _PAGING.fullmatch(line.strip()[:LONGEST_FOOTER])]
    if rest and (unfooted or _is_post(rest)):
        draft = _read_post(lines[at:], Footer(len(lines), len(lines)), outlet)
        if draft:
            drafts.append(replace(draft, order=len(drafts) + 1))
    elif rest:
        skipped.append(Repair(f"{len(rest)} lines after the last post (the foot of the page)", f"line {at + 1}"))
    return TagPage(term, tuple(drafts), tuple(skipped))


def _is_post(lines: Sequence[str]) -> bool:
    """Words under the last footer are a post cut off when they hold prose; a page's own foot holds short lines."""
    return sum(1 for line in lines if len(line) >= 120) >= 1


def _skip_page_head(lines: Sequence[str]) -> tuple[int, Term | None]:
    """Where the first post starts: after the line that names the page's term, and menus above it."""
    seen = 0
    for at, line in enumerate(lines[:200]):
        if not line.strip():
            continue
        term = read_header(line)
        if term:
            return at + 1, term
        seen += 1
        if seen > _LONGEST_MENU or len(line) > 120:
            break
    return 0, None


def _read_post(lines: Sequence[str], footer: Footer, outlet: Outlet | None) -> PostDraft | None:
    """The draft of one post: its title is the first line, then perhaps when and by whom it was posted."""
    kept = list(lines)
    while kept and (not kept[0].strip() or _PAGING.fullmatch(kept[0].strip()[:LONGEST_FOOTER])):
        kept.pop(0)
    while kept and (not kept[-1].strip() or _PAGING.fullmatch(kept[-1].strip()[:LONGEST_FOOTER])):
        kept.pop()
    if not any(line.strip() for line in kept):
        return None
    posted, author, title = footer.date, footer.author, ""
    first = kept[0].strip()
    before = read_posted_line(first)
    if before and len(kept) > 1:  # some themes print the date over the title
        posted, author = before
        kept = kept[1:]
        while kept and not kept[0].strip():
            kept.pop(0)
        first = kept[0].strip() if kept else ""
    if first and (is_title(first) or len(first) <= 200):
        title = " ".join(first.split())
        kept = kept[1:]
    kept, counted = _take_count(kept)
    kept, line = _take_posted_line(kept, title)
    if line:
        posted, author = line[0], line[1] or author
    terms = [Term("category", name) for name in footer.categories] + [Term("tag", name) for name in footer.tags]
    blocks = blocks_of_text("\n".join(kept))
    if not title and not blocks:
        return None
    return PostDraft(
        title or _first_words(blocks), blocks, posted=posted, author=author, outlet=outlet, terms=tuple(terms),
        comment_count=footer.comments if footer.comments is not None else counted,
    )  # fmt: skip


def _take_count(lines: list[str]) -> tuple[list[str], int | None]:
    """A comment count right under the title, alone or behind the date ("3 May 2012 by anna 3 Comments")."""
    for at, line in enumerate(lines[:4]):
        words = line.strip()
        if not words or len(words) > 200:
            continue
        alone = COUNT.fullmatch(words)
        if alone:
            return lines[:at] + lines[at + 1 :], read_count(alone)
        parts = _COUNT_BEHIND.fullmatch(words)
        behind = COUNT.fullmatch(parts["count"]) if parts else None
        if parts and behind and read_posted_line(parts["said"].strip()):
            return [*lines[:at], parts["said"].strip(), *lines[at + 1 :]], read_count(behind)
    return lines, None


def _take_posted_line(lines: list[str], title: str) -> tuple[list[str], tuple[Dated, str | None] | None]:
    """A line right under the title that says when the blog posted it; a bare date with its own outlet line is the report's."""
    for at, line in enumerate(lines[:4]):
        words = line.strip()
        if not words:
            continue
        said = read_posted_line(words)
        tells_blog = said and (
            said[1] or re.match(r"(?:posted|published on|опубликовано|veröffentlicht)\b", words, re.I)
        )
        if said and tells_blog and title:
            return lines[:at] + lines[at + 1 :], said
        return lines, None
    return lines, None


def _first_words(blocks: Sequence[RawBlock]) -> str:
    words = blocks[0].text.split()
    return " ".join(words[:12])[:120] + (" …" if len(words) > 12 else "")
