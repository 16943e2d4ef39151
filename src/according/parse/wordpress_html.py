"""A saved WordPress page (tag, category or front page, or one post; any theme) in, documents out. Never fetches further pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from according.domain.capture import Found
from according.domain.document import Comment, Dated, Document, Outlet, Parsed, Repair
from according.errors import Unreadable
from according.parse.article import read_article
from according.parse.dates_markup import settle_order
from according.parse.draft import PostDraft
from according.parse.html_blocks import Body, read_body
from according.parse.html_comments import read_comments
from according.parse.html_counts import count_comments
from according.parse.html_edges import without_data
from according.parse.html_fields import (
    data_inside,
    find_address,
    find_author,
    find_body,
    find_date,
    find_title,
    loose_parts,
)
from according.parse.html_page import Page, plain_address, read_page
from according.parse.html_posts import PageKind, archive_term, find_posts, is_single, kind_of_page
from according.parse.html_single import choose_post, read_heading
from according.parse.html_terms import find_terms
from according.parse.html_tree import Element, parse_html, text_of
from according.parse.mixed_encoding import decode_markup
from according.parse.reports import documents_of_post

PARSER = "wordpress_html 1"
_SIGNS = re.compile(
    r"/wp-(?:content|includes|json)/|<meta[^>]{0,80}generator[^>]{0,80}wordpress|class=[\"'][^\"']*\b(?:hentry|td_module_wrap|tdb_module_loop"
    r"|elementor-post|wp-block-post|type-post|status-publish)\b|id=[\"']post-\d+[\"']|wordpress\.com|<h1[^>]{0,120}>\s*(?:<[^>]{1,80}>\s*)*"
    r"(?:tag archives?|category archives?|архив (?:метки|рубрики))",
    re.IGNORECASE,
)
_IS_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|h1|meta)\b", re.IGNORECASE)


def looks_like_archive(head: bytes | str) -> bool:
    """Whether a page's start (or the whole of it) is HTML that WordPress made, or that lists several posts."""
    text = head.decode("latin-1") if isinstance(head, bytes) else head
    if not _IS_HTML.search(text[:4000]):
        return False
    return _SIGNS.search(text) is not None or len(re.findall(r"<article\b", text[:1_000_000], re.IGNORECASE)) >= 2


@dataclass(frozen=True, slots=True)
class _Read:
    """One post as read, before its words are split into reports."""

    draft: PostDraft
    is_excerpt: bool


def parse_archive(found: Found, *, case: str, capture: str, outlet: Outlet | None = None) -> Parsed:
    """The posts of the page. Raises Unreadable when the page has none, or none with words, and says so."""
    read = decode_markup(found.content, found.media_hint)
    root, repairs = parse_html(read.content), read.repairs
    page = read_page(root, found, outlet)
    kind = kind_of_page(root)
    posts = find_posts(root)
    single = is_single(kind, posts)
    chosen = choose_post(root, posts) if single and posts else None
    if chosen is None and (single or not posts) and kind is not PageKind.ARCHIVE:
        documents, more = read_article(root, read.content, found, case=case, capture=capture, outlet=outlet)
        return Parsed(documents, "post page, HTML", (*repairs, *more))
    if not posts:
        raise Unreadable(
            "This page looks like a page of posts, but no post could be told apart in it;"
            " save each post as its own page, or add the site's feed or export",
            origin=found.origin,
        )
    if chosen is not None:
        posts = [chosen]
    reads = [_read_post(post, root, page, order if not single else None) for order, post in enumerate(posts, 1)]
    reads = _without_shadows(reads)
    comments = read_comments(root, page.base) if single else ()
    if single:
        reads = [_complete_single(reads[0], root, posts[0], page, comments)]
    return _gather(
        reads, page, repairs, case=case, capture=capture, term=archive_term(root) if not single else None, single=single
    )


def _gather(
    reads: list[_Read],
    page: Page,
    repairs: tuple[Repair, ...],
    *,
    case: str,
    capture: str,
    term: tuple[str | None, str] | None,
    single: bool,
) -> Parsed:
    documents: list[Document] = []
    noted, skipped = list(repairs), []
    seen: set[str] = set()
    for read in reads:
        where = read.draft.title
        if read.draft.guid in seen:
            skipped.append(
                Repair("the same post stands twice on this page (a twin for other devices): taken once", where)
            )
            continue
        seen.add(read.draft.guid or "")
        if not _has_words(read.draft) and (not single or not read.draft.media):
            skipped.append(
                Repair(
                    "only the headline of this post is on the page: add the post's own page", read.draft.url or where
                )
            )
            continue
        try:
            made = documents_of_post(read.draft, case=case, capture=capture, parser=PARSER)
        except Unreadable as error:
            if len(reads) == 1:
                raise
            skipped.append(Repair(f"not read: {error.sentence}", where))
            continue
        documents.extend(made)
        if read.is_excerpt:
            noted.append(
                Repair("the page holds only the beginning of this post: add the post's own page for the rest", where)
            )
    if not documents:
        raise Unreadable(
            f"This page names {len(reads)} posts but holds the words of none; add the pages of the posts themselves",
            posts=len(reads),
        )
    skipped.extend(
        Repair("more pages of this list, not in this file: add them too", address)
        for address in page.more
        if not single
    )
    name = "tag page, HTML" if not single else "post page, HTML"
    return Parsed(tuple(documents), name, tuple(noted), tuple(skipped))


def _without_shadows(reads: list[_Read]) -> list[_Read]:
    """A headline in a slider is not a post of its own where the post itself stands elsewhere on the page."""
    worded = {read.draft.guid for read in reads if _has_words(read.draft)}
    kept = [read for read in reads if _has_words(read.draft) or read.draft.guid not in worded]
    if len(kept) == len(reads):
        return reads
    return [replace(read, draft=replace(read.draft, order=order)) for order, read in enumerate(kept, 1)]


def _has_words(draft: PostDraft) -> bool:
    return any(block.text.strip() for block in draft.blocks)


def _read_post(post: Element, root: Element, page: Page, order: int | None) -> _Read:
    title = find_title(post)
    body, is_excerpt = find_body(post)
    address = find_address(post, title, page.base)
    if body is not None:
        skip = data_inside(body) | (frozenset([title]) if title is not None else frozenset())
        read = read_body(body, base=page.base, skip=skip)
    else:
        read = read_body(post, base=page.base, skip=loose_parts(post, title))
    dated = settle_order(find_date(post, body, address), page.language)
    words = text_of(title, most=500) if title is not None else _first_words(read)
    author, terms = find_author(post, body), find_terms(post, body, page.base, page.terms)
    told = [author or "", *(term.name for term in terms), dated.raw or "" if dated else ""]
    draft = PostDraft(
        title=words,
        blocks=without_data(read.blocks, told, loose=body is None),
        url=plain_address(address) if address and address.startswith("http") else None,
        guid=_key(address, words, dated, page),
        posted=dated,
        author=author,
        outlet=page.outlet,
        terms=terms,
        comment_count=count_comments(post, body),
        media=read.media,
        order=order,
        language=page.language,
    )
    return _Read(draft, is_excerpt or read.is_excerpt)


def _first_words(read: Body) -> str:
    """A post without a title (an aside, a status) goes by its first words."""
    words = " ".join(" ".join(block.text for block in read.blocks[:2]).split()[:10])
    return words or "untitled"


def _key(address: str | None, title: str, dated: Dated | None, page: Page) -> str:
    """The post's key among posts had as HTML: its address, else site, title and date."""
    plain = plain_address(address)
    if plain:
        return f"html:{plain}"
    site = (page.outlet.address or page.outlet.name) if page.outlet else ""
    return f"html:{site}\n{title}\n{dated.edtf if dated else ''}"


def _complete_single(read: _Read, root: Element, post: Element, page: Page, comments: tuple[Comment, ...]) -> _Read:
    """A post page names its address and title outside the post too, and prints the thread."""
    draft = read.draft
    if heading := read_heading(root, post):
        title = heading.title
        draft = replace(
            draft, title=title, posted=draft.posted or settle_order(heading.posted, page.language), author=draft.author or heading.author,
        )  # fmt: skip
        draft = replace(draft, guid=_key(draft.url, title, draft.posted, page))
    address = plain_address(page.declared or draft.url or page.address)
    count = draft.comment_count
    if comments:
        count = max(count or 0, len(comments))
    whole = replace(draft, url=address, comments=comments, comment_count=count)
    if address:
        whole = replace(whole, guid=f"html:{address}")
    return _Read(whole, read.is_excerpt)
