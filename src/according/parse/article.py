"""One article as a saved web page in, one post's documents out: its own words only. Never fetches, never runs a script."""

from __future__ import annotations

import logging
from collections import defaultdict
from itertools import islice

from according.domain.capture import Found
from according.domain.document import BlockKind, Comment, Document, Outlet, Parsed, Repair, Term
from according.errors import Unreadable
from according.parse.article_metadata import ArticleData, read_metadata
from according.parse.dates_markup import settle_order
from according.parse.draft import PostDraft, RawBlock, paragraph
from according.parse.html_blocks import Body, read_body
from according.parse.html_comments import read_comments
from according.parse.html_fields import find_author, find_body, find_date, find_title
from according.parse.html_page import plain_address, read_page
from according.parse.html_tree import Element, classes, iter_main, parse_html, tag_of, text_of, tidy
from according.parse.mixed_encoding import decode_markup
from according.parse.reports import documents_of_post

PARSER = "article 1"
_ENOUGH = 250  # characters; less than that and the second opinion is asked
_SHORT = 60  # characters: so much in a box a theme surely gives the body is a short post
_SURE = frozenset(("entry-content", "wp-block-post-content", "e-content", "td-post-content"))
_MOST_FOR_SECOND_OPINION = 2_000_000  # characters of markup: trafilatura is slow on more


def looks_like_article(head: bytes | str) -> bool:
    """Whether a file's start is HTML at all; which kind of page it is, the other recognisers have said before."""
    text = (head.decode("latin-1") if isinstance(head, bytes) else head)[:20_000].lower()
    return any(
        sign in text for sign in ("<!doctype html", "<html", "<head", "<body", "<article", "<meta ", "<p>", "<div")
    )


def parse_article(found: Found, *, case: str, capture: str, outlet: Outlet | None = None) -> Parsed:
    """The article's words, title, author, date and outlet. Raises Unreadable when the page holds no running text."""
    cleaned = decode_markup(found.content, found.media_hint)
    documents, repairs = read_article(
        parse_html(cleaned.content), cleaned.content, found, case=case, capture=capture, outlet=outlet
    )
    return Parsed(documents, "article", (*cleaned.repairs, *repairs))


def read_article(
    root: Element, markup: str, found: Found, *, case: str, capture: str, outlet: Outlet | None
) -> tuple[tuple[Document, ...], tuple[Repair, ...]]:
    """The same from a tree that was parsed already."""
    page = read_page(root, found, outlet)
    data = read_metadata(root, found.final_address or found.address)
    main = find_main(root)
    title = _title(root, main, data)
    comments = read_comments(root, page.base)
    body, repairs = _body(main, markup, page.base, title)
    draft = _draft(root, main, data, body, title, outlet or data.outlet or page.outlet, comments)
    if not body.media and not any(block.text.strip() for block in body.blocks):
        raise Unreadable(
            "this page holds no running text; it may need a script to show any: save it from the browser, or paste the text",
            origin=found.origin,
        )
    return documents_of_post(draft, case=case, capture=capture, parser=PARSER), repairs


def _draft(
    root: Element,
    main: Element,
    data: ArticleData,
    body: Body,
    title: str,
    site: Outlet | None,
    comments: tuple[Comment, ...],
) -> PostDraft:
    holder = _holder(main)
    dated = data.published or settle_order(find_date(holder, None, data.address), data.language)
    address = plain_address(data.address)
    terms = [Term("category", data.section)] if data.section else []
    terms.extend(Term("tag", word) for word in data.keywords)
    key = address or f"{(site.address or site.name) if site else ''}\n{title}\n{dated.edtf if dated else ''}"
    return PostDraft(
        title=title,
        blocks=body.blocks,
        url=address,
        guid=f"html:{key}",
        posted=dated,
        author=", ".join(data.authors) or find_author(holder, main if holder is not main else None),
        outlet=site,
        terms=tuple(terms),
        comments=comments,
        comment_count=len(comments) or None,
        media=body.media,
        language=data.language,
    )


def _holder(main: Element) -> Element:
    """The article around the body: its header has date and by-line. At most four boxes up, never the whole page."""
    at = main
    for _ in range(4):
        parent = at.getparent()
        if parent is None or tag_of(parent) in ("body", "html"):
            break
        at = parent
        if next(at.iter("h1"), None) is not None or tag_of(at) == "article":
            break
    return at


def find_main(root: Element) -> Element:
    """The element with the article's words: marked as such, else where most paragraph text stands together."""
    marked, is_excerpt = find_body(root)
    if marked is not None and not is_excerpt and len(text_of(marked, most=_ENOUGH * 2)) >= _ENOUGH:
        return marked
    weights: dict[Element, float] = defaultdict(float)
    for element in iter_main(root):
        if tag_of(element) not in ("p", "pre", "blockquote", "li"):
            continue
        words = text_of(element, most=5000)
        linked = sum(len(text_of(link, most=500)) for link in islice(element.iter("a"), 20))
        weight = (len(words) - linked) if len(words) > 40 else 0
        parent = element.getparent()
        if weight <= 0 or parent is None:
            continue
        weights[parent] += weight
        above = parent.getparent()
        if above is not None:
            weights[above] += weight / 2
    best = max(weights, key=lambda element: weights[element], default=None)
    if marked is not None and not is_excerpt and (best is None or len(text_of(marked)) * 2 > weights[best]):
        return marked  # a short post in its own marked box, not the longer comments below it
    if best is not None:
        return best
    largest = [element for element in iter_main(root) if tag_of(element) in ("article", "main")]
    body = next(root.iter("body"), root)
    return max(largest, key=lambda element: len(text_of(element)), default=body)


def _title(root: Element, main: Element, data: ArticleData) -> str:
    """The printed heading when it agrees with the machine's, else the machine's, else the page title without the site's name."""
    heading = find_title(_holder(main))
    printed = text_of(heading, most=500) if heading is not None else ""
    if not printed:
        printed = next((text_of(element, most=500) for element in root.iter("h1") if text_of(element, most=500)), "")
    said = data.title or ""
    if printed and (
        not said or said.casefold().startswith(printed.casefold()[:40]) or printed.casefold()[:40] in said.casefold()
    ):
        return printed
    if said:
        return _without_site(said, data)
    whole = next((tidy(element.text) for element in root.iter("title")), "")
    return printed or _without_site(whole, data) or "untitled"


def _without_site(title: str, data: ArticleData) -> str:
    for mark in (" | ", " – ", " — ", " - ", " :: ", " » "):
        head, found, tail = title.rpartition(mark)
        if (
            found
            and data.outlet is not None
            and tail.strip().casefold() in (data.outlet.name.casefold(), (data.outlet.address or "").casefold())
        ):
            return head.strip()
    return title


def _body(main: Element, markup: str, base: str | None, title: str) -> tuple[Body, tuple[Repair, ...]]:
    skip = frozenset(
        element
        for element in main.iter()
        if (tag_of(element) == "h1" and text_of(element, most=500) == title)
        or classes(element) & {"entry-meta", "post-meta", "byline", "entry-footer"}
    )
    own = read_body(main, base=base, skip=skip)
    length = sum(len(block.text) for block in own.blocks)
    if length >= _ENOUGH or len(markup) > _MOST_FOR_SECOND_OPINION or (length >= _SHORT and classes(main) & _SURE):
        return own, ()
    second = _second_opinion(markup)
    if len(second) > length * 1.5:
        blocks = tuple(_block(line) for line in second.split("\n") if line.strip())
        return Body(blocks, own.media), (
            Repair("the page marks no main text: its words were told apart by their density"),
        )
    return own, ()


def _block(line: str) -> RawBlock:
    return RawBlock(BlockKind.LIST_ITEM, line[2:]) if line.startswith("- ") else paragraph(line)


def _second_opinion(markup: str) -> str:
    """Trafilatura's main text; "" when it finds none. It runs on the markup we hold and fetches nothing."""
    import trafilatura  # takes half a second to load, and few pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are no news to anybody here
    try:
        return trafilatura.extract(markup, include_comments=False, include_tables=True, favor_recall=True) or ""
    except (ValueError, RecursionError, AttributeError, TypeError):
        return ""
