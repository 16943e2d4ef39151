"""A saved web page in, documents out: a page of posts, one post or one article, told from the markup. Never fetches."""

from __future__ import annotations

from according.domain.capture import Found
from according.domain.document import Outlet, Parsed
from according.parse.article import looks_like_article, parse_article
from according.parse.html_posts import PageKind, find_posts, kind_of_page
from according.parse.html_tree import parse_html
from according.parse.mixed_encoding import decode_markup
from according.parse.wordpress_html import looks_like_archive, parse_archive


def looks_like_html(head: bytes | str) -> bool:
    """Whether a file's start is HTML."""
    return looks_like_article(head)


def parse_page(found: Found, *, case: str, capture: str, outlet: Outlet | None = None) -> Parsed:
    """The page by what it is. Raises Unreadable as `parse_archive` and `parse_article` do."""
    markup = decode_markup(found.content, found.media_hint).content
    if looks_like_archive(markup) or _lists_posts(markup):
        return parse_archive(found, case=case, capture=capture, outlet=outlet)
    return parse_article(found, case=case, capture=capture, outlet=outlet)


def _lists_posts(markup: str) -> bool:
    """A page no blog engine signed that is a list of posts all the same: by its heading, or three and more dated siblings."""
    root = parse_html(markup)
    kind = kind_of_page(root)
    return kind is PageKind.ARCHIVE or (kind is PageKind.UNKNOWN and len(find_posts(root)) >= 3)
