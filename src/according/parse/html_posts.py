"""A page's tree in, the elements that are its posts out, for themes of every family. Decides where posts are, not what they say."""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from enum import StrEnum
from itertools import islice

from lxml import etree

from according.parse.dates_markup import read_address, read_printed, read_stamp
from according.parse.html_tree import Element, classes, iter_main, iter_within, rels, tag_of, text_of, tidy
from according.parse.themes import all_of

_ENTRY_CLASSES = all_of("entry")
_STRONG = frozenset(("hentry", "h-entry", "wp-block-post", "type-post", "type-page"))
_TITLE_CLASSES = all_of("title")

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))
_ENTRY_ID = re.compile(r"post-\d+\Z")
_ENTRY_TYPE = re.compile(r"schema\.org/(?:BlogPosting|Article|NewsArticle)\Z", re.IGNORECASE)


class PageKind(StrEnum):
    """What a page says it is."""

    ARCHIVE = "archive"
    SINGLE = "single"
    PROBABLY_SINGLE = "probably single"  # Open Graph says "article": some sites say so on every page
    UNKNOWN = "unknown"


def kind_of_page(root: Element) -> PageKind:
    """Whether the page is a list of posts or one post, by its body classes, Open Graph type and first heading."""
    body = next(root.iter("body"), None)
    names = classes(body) if body is not None else frozenset()
    if names & {"archive", "tag", "category", "blog", "home", "search", "search-results", "author", "date", "paged"}:
        return PageKind.ARCHIVE
    if names & {"single", "single-post", "singular", "post-template-default", "page-template-default"}:
        return PageKind.SINGLE
    for meta in root.iter("meta"):
        if (meta.get("property") or "").lower() == "og:type":
            said = (meta.get("content") or "").lower()
            if said == "article":
                return PageKind.PROBABLY_SINGLE
    return PageKind.ARCHIVE if archive_term(root) else PageKind.UNKNOWN


_TERM_HEADING = re.compile(
    r"(?:(?P<tag>tag archives?|posts? (?:tagged|with tag)|tagged|tag|browsing tag|entries tagged(?: with)?|архив метки"
    r"|записи с меткой|метка|тег|тэг|schlagwort(?:-archiv)?e?|tag-archiv|étiquette|archives? par mot-clef|etiqueta|archivio tag"
    r"|позначка|тегтер)|(?P<category>category archives?|archive for (?:the )?category|category|browsing category"
    r"|архив рубрики|архив категории|рубрика|категория|kategorie(?:-archiv)?e?|catégorie|categoría|categoria|категорія|айдар))"
    r"\s*[:：–—-]?\s*(?P<name>.{1,120}?)\s*\Z",
    re.IGNORECASE,
)
_TERM_TAIL = re.compile(
    r"(?P<name>.{1,80}?)\s+(?:archives?|tag)\Z|archive for (?:the )?[‘'“\"](?P<quoted>.+)[’'”\"] (?:tag|category)", re.I
)


def archive_term(root: Element) -> tuple[str | None, str] | None:
    """The taxonomy ("tag", "category" or None) and name of the term the page lists, from its first headings."""
    for element in islice(root.iter("h1", "h2"), 7):
        words = text_of(element, most=200)
        found = _TERM_HEADING.match(words)
        if found and (found.group("name") or "").strip():
            return ("tag" if found.group("tag") else "category"), found.group("name").strip(" «»“”‘’\"'")
        tail = _TERM_TAIL.match(words)
        if tail and next(element.iter("a"), None) is None:
            return None, (tail.group("quoted") or tail.group("name")).strip(" «»“”‘’\"'")
    return None


def find_posts(root: Element) -> list[Element]:
    """The elements that each hold one post, in page order; marked ones first, else repeated siblings with heading and date."""
    for everywhere in (False, True):  # some page builders put the posts themselves into a "widget"
        marked = _marked_posts(root, everywhere)
        if len(marked) > 1 or (marked and classes(marked[0]) & _STRONG):
            return marked
        # One bare box named "post" may be a form or a teaser beside an unmarked list.
        repeated = _repeated_posts(root, everywhere)
        if len(repeated) > 1 or marked:
            return repeated if len(repeated) > 1 else marked
    return []


_FULL = 300  # characters: a teaser under an article is shorter


def is_single(kind: PageKind, posts: list[Element]) -> bool:
    """Whether the page is one post: by its own word, unless that is weak and three and more whole posts stand there."""
    if kind is PageKind.PROBABLY_SINGLE:
        return sum(len(text_of(post, most=_FULL * 4)) >= _FULL for post in posts) < 3
    return kind is PageKind.SINGLE or (kind is PageKind.UNKNOWN and len(posts) == 1)


def main_post(posts: list[Element]) -> Element:
    """Of several, the one a single page is about: it holds the most words."""
    return max(posts, key=lambda post: len(text_of(post, most=200_000)))


def _is_entry(element: Element) -> bool:
    names = classes(element)
    if names & _ENTRY_CLASSES or tag_of(element) == "article" or _ENTRY_ID.match(element.get("id") or ""):
        return tag_of(element) not in ("body", "main", "a", "img", "span", "time") and "hfeed" not in names
    return _ENTRY_TYPE.search(element.get("itemtype") or "") is not None and tag_of(element) != "body"


def has_title(element: Element) -> bool:
    """Whether something under it looks like a post's title."""
    for part in iter_within(element):
        if (tag_of(part) in _HEADINGS or classes(part) & _TITLE_CLASSES) and text_of(part, most=80):
            return True
    return False


def _marked_posts(root: Element, everywhere: bool) -> list[Element]:
    """Marked elements with a title or a body; of nested ones the outermost, unless it is a box around several."""
    candidates = [element for element in iter_main(root, everywhere=everywhere) if _is_entry(element)]
    chosen = frozenset(candidates)
    inner: dict[Element, list[Element]] = defaultdict(list)
    outermost: list[Element] = []
    for element in candidates:
        holder = _nearest(element, chosen)
        if holder is None:
            outermost.append(element)
        else:
            inner[holder].append(element)
    posts: list[Element] = []
    waiting = list(reversed(outermost))
    while waiting:
        element = waiting.pop()
        below = [child for child in inner.get(element, ()) if _titled_link(child)]
        if len(below) >= 2 or (below and not has_title(element)):
            waiting.extend(reversed(below))
        elif has_title(element) or _has_body(element):
            posts.append(element)
    return _without_lesser_families(posts)


def _nearest(element: Element, chosen: frozenset[Element]) -> Element | None:
    at = element.getparent()
    while at is not None and at not in chosen:
        at = at.getparent()
    return at


def _has_body(element: Element) -> bool:
    return any(classes(part) & {"entry-content", "entry-summary", "e-content"} for part in iter_within(element))


def _titled_link(element: Element) -> bool:
    """Whether a heading or title under it is a link: what a post in a list has."""
    for part in iter_within(element):
        if tag_of(part) in _HEADINGS or classes(part) & _TITLE_CLASSES:
            if tag_of(part) == "a" or next(part.iter("a"), None) is not None:
                return True
            parent = part.getparent()
            if parent is not None and tag_of(parent) == "a":
                return True
    return False


def _without_lesser_families(posts: list[Element]) -> list[Element]:
    """A page may show teasers of another kind beside its list: where real entries stand, bare `.post` boxes do not count."""
    strong = [
        post for post in posts if classes(post) & {"hentry", "h-entry", "wp-block-post", "type-post", "type-page"}
    ]
    return strong or posts


def _repeated_posts(root: Element, everywhere: bool) -> list[Element]:
    """Siblings that each hold one heading with a link, most of them with a date: the posts of a theme without marks."""
    headings = [
        element
        for element in iter_main(root, everywhere=everywhere)
        if tag_of(element) in _HEADINGS and _heading_link(element)
    ]
    counted: dict[Element, int] = defaultdict(int)
    for heading in headings:
        at = heading.getparent()
        while at is not None:
            counted[at] += 1
            at = at.getparent()
    groups: dict[Element, list[Element]] = defaultdict(list)
    for heading in headings:
        unit = heading
        parent = unit.getparent()
        while parent is not None and counted[parent] == 1:
            unit, parent = parent, parent.getparent()
        if parent is not None:
            groups[parent].append(unit)
    best: list[Element] = []
    for parent, units in groups.items():
        made = _sections(parent, units) if any(tag_of(unit) in _HEADINGS for unit in units) else units
        dated = sum(1 for unit in made if has_date(unit))
        if len(made) >= 2 and dated * 2 >= len(made) and len(made) > len(best):
            best = made
    return best


def _heading_link(heading: Element) -> bool:
    parent = heading.getparent()
    if parent is not None and tag_of(parent) == "a" and parent.get("href"):
        return True
    return any(link.get("href") and text_of(link, most=80) for link in heading.iter("a"))


def _sections(parent: Element, headings: list[Element]) -> list[Element]:
    """Flat pages: each heading with the siblings after it, copied into a box of its own."""
    starts = frozenset(headings)
    boxes: list[Element] = []
    for child in parent:
        if child in starts:
            boxes.append(etree.Element("div"))
        if boxes:
            boxes[-1].append(copy.deepcopy(child))
    return boxes


def has_date(unit: Element) -> bool:
    """Whether a date stands in it, printed, stamped or in the address of its link."""
    for element in iter_within(unit):
        if tag_of(element) == "time" or "published" in classes(element):
            return True
        if tag_of(element) == "a" and (read_address(element.get("href")) or "bookmark" in rels(element)):
            return True
        words = tidy(element.text)
        if (
            6 <= len(words) <= 120
            and any(char.isdigit() for char in words)
            and (read_printed(words, "page") or read_stamp(words, "page"))
        ):
            return True
    return False
