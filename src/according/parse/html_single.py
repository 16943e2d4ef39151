"""The tree of a page about one post in; which element is that post, and what the page prints of it outside of it, out. Reads no words' meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.domain.document import Dated
from according.parse.article import find_main
from according.parse.html_fields import find_author, find_date, find_title
from according.parse.html_page import meta_values
from according.parse.html_posts import main_post
from according.parse.html_tree import Element, is_furniture, tag_of, text_of, tidy

_WHOLE = 300  # characters: less is a teaser of another post, not the post the page is about
_HEADINGS = ("h1", "h2", "h3")
_BOXES_UP = 3  # a heading's own header is never further away


@dataclass(frozen=True, slots=True)
class PageHeading:
    """The heading a page prints over its one post, and what stands beside it."""

    title: str
    posted: Dated | None = None
    author: str | None = None


def choose_post(root: Element, posts: list[Element]) -> Element | None:
    """The post a single page is about: the one under the page's own title, else the longest; None when all are teasers of others."""
    wanted = _said_title(root)
    if not wanted:
        return main_post(posts)
    own = [post for post in posts if agrees(_title_of(post), wanted)]
    chosen = main_post(own or posts)
    if len(text_of(chosen, most=_WHOLE * 2)) >= _WHOLE or find_heading(root) is None:
        return chosen
    main = find_main(root)
    elsewhere = chosen not in list(main.iterancestors()) and len(text_of(main, most=_WHOLE * 4)) >= _WHOLE * 2
    return None if elsewhere or not own else chosen


def read_heading(root: Element, post: Element) -> PageHeading | None:
    """What the page prints over the post, where the post itself does not hold its title; None when it does, or nothing agrees."""
    wanted = _said_title(root)
    if not wanted or agrees(_title_of(post), wanted):
        return None
    heading = find_heading(root)
    if heading is None:
        return None
    box = heading
    for _ in range(_BOXES_UP):
        above = box.getparent()
        if above is None or tag_of(above) in ("body", "html", "main") or post in list(above.iter()):
            break
        box = above
    beside = box is not heading
    return PageHeading(
        text_of(heading, most=500), find_date(box, None, None) if beside else None,
        find_author(box, None) if beside else None,
    )  # fmt: skip


def find_heading(root: Element) -> Element | None:
    """The first heading that agrees with what the page's machine title says."""
    wanted = _said_title(root)
    for name in _HEADINGS:
        for element in root.iter(name):
            if agrees(text_of(element, most=500), wanted) and not _is_shelved(element):
                return element
    return None


def agrees(printed: str, said: str) -> bool:
    """Whether a printed heading is the title the page says it has, before the site's name or a cut."""
    one, other = _letters(printed), _letters(said)
    if not one or not other:
        return False
    return other.startswith(one) if len(one) >= 4 else one == other


def _is_shelved(element: Element) -> bool:
    """Whether it stands in a sidebar or footer; page headers may hold a post's title."""
    at = element.getparent()
    while at is not None:
        if tag_of(at) in ("aside", "footer") or (is_furniture(at) and tag_of(at) not in ("header", "div", "section")):
            return True
        at = at.getparent()
    return False


def _title_of(post: Element) -> str:
    found = find_title(post)
    return text_of(found, most=500) if found is not None else ""


def _said_title(root: Element) -> str:
    """What the page tells machines its title is; "" when it tells nothing."""
    said = meta_values(root).get("og:title")
    return said or next((tidy(element.text) for element in root.iter("title")), "")


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words[:600].casefold())
