"""One post's element in; title, address, date, author, terms, comment count and body element out. Reads markup, not meaning."""

from __future__ import annotations

import re

from according.domain.document import Dated
from according.parse.dates_markup import read_address, read_printed, read_stamp
from according.parse.html_counts import is_data_line
from according.parse.html_tree import Element, classes, is_noise, iter_within, rels, resolve, tag_of, text_of, tidy
from according.parse.themes import all_of, ordered

_TITLE = ordered("title")
_BODY = ordered("body")
_EXCERPT = ordered("excerpt")
_META = all_of("data_lines")
_DATE = ordered("date")
_AUTHOR = ordered("author")

# Names no writer gives to words of the body, so that they count inside it too.
_META_INSIDE = frozenset(
    ["entry-footer", "entry-meta", "entry-utility", "post-meta", "postmetadata", "cat-links", "tag-links", "tags-links",
     "entry-tags", "post-tags", "post-categories", "entry-categories", "posted-on", "comments-link", "post-footer"]
)  # fmt: skip
_META_ENDINGS = ("-meta", "_meta", "-cat-links", "-tag-links", "-tags-links", "-category", "-categories")
_LONGEST_META = 300  # characters

_BEFORE_NAME = re.compile(
    r"(?:(?:posted|written|published|submitted|created|added)\s+)?(?:by|автор(?:ом)?|опубликовал(?:а)?|von|par|por|da|автори?)\b\s*:?\s*",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:^|[\s|•·,–—-])(?:by|автор|von|par|por)\s*:?\s+((?:[^\W\d_][\w.’'-]*\s?){1,5})", re.IGNORECASE)


def find_title(post: Element) -> Element | None:
    """The element with the post's title."""
    headings: list[Element] = []
    by_class: dict[str, Element] = {}
    for element in iter_within(post):
        if is_noise(element):
            continue
        names = classes(element)
        for name in _TITLE:
            if name in names and name not in by_class and text_of(element, most=300):
                by_class[name] = element
        if tag_of(element) in ("h1", "h2", "h3", "h4", "h5", "h6") and text_of(element, most=300):
            headings.append(element)
    for name in _TITLE:
        if name in by_class:
            return by_class[name]
    for wanted in ("bookmark", "permalink"):
        for heading in headings:
            if any(wanted in rels(link) for link in heading.iter("a")):
                return heading
    linked = [
        heading
        for heading in headings
        if next(heading.iter("a"), None) is not None or _wrapping_link(heading) is not None
    ]
    return next(iter(linked or headings), None)


def _wrapping_link(element: Element) -> Element | None:
    parent = element.getparent()
    return parent if parent is not None and tag_of(parent) == "a" else None


def find_address(post: Element, title: Element | None, base: str | None) -> str | None:
    """The post's own address: the link of its title, else its bookmark."""
    links: list[Element] = []
    if title is not None:
        wrapping = title if tag_of(title) == "a" else _wrapping_link(title)
        links.extend([wrapping] if wrapping is not None else [])
        links.extend(title.iter("a"))
    links.extend(link for link in iter_within(post) if tag_of(link) == "a" and rels(link) & {"bookmark", "permalink"})
    links.extend(link for link in iter_within(post) if tag_of(link) == "a" and classes(link) & {"u-url", "permalink"})
    for link in links:
        address = resolve(link.get("href"), base)
        if address and not address.startswith(("#", "mailto:")):
            return address
    return None


def find_body(post: Element) -> tuple[Element | None, bool]:
    """The element with the post's words, and whether it is an excerpt by its class. None: the words stand loose in the post."""
    found: dict[str, Element] = {}
    for element in iter_within(post):
        for name in classes(element):
            if (name in _BODY or name in _EXCERPT) and name not in found and text_of(element, most=60):
                found[name] = element
        if "articlebody" in (element.get("itemprop") or "").lower():
            found.setdefault("entry-content", element)
    for name in _BODY:
        if name in found:
            return found[name], False
    for name in _EXCERPT:
        if name in found:
            return found[name], True
    return None, False


def loose_parts(post: Element, title: Element | None) -> frozenset[Element]:
    """What of a post without a body element is not its words: the title, lines of data, the post's own time."""
    parts = {
        element
        for element in iter_within(post)
        if classes(element) & _META or _is_meta_box(element) or tag_of(element) == "time" or is_data_line(element)
    }
    return frozenset(parts | ({title} if title is not None else set()))


def _is_meta_box(element: Element) -> bool:
    """A short box whose class ends as themes of every house end theirs: "mg-blog-meta", "spnc-cat-links"."""
    if not any(name.endswith(_META_ENDINGS) for name in classes(element)):
        return False
    return len(text_of(element, most=_LONGEST_META + 1)) <= _LONGEST_META and not _holds_prose(element)


def data_inside(body: Element) -> frozenset[Element]:
    """Lines of data a theme prints inside the body itself: "Posted in …", tags under the last paragraph."""
    return frozenset(
        element
        for element in iter_within(body)
        if (classes(element) & _META_INSIDE or _is_meta_box(element))
        and len(text_of(element, most=_LONGEST_META + 1)) <= _LONGEST_META
        and not _holds_prose(element)
    )


def _holds_prose(element: Element) -> bool:
    return any(
        len(text_of(part, most=200)) >= 40 and not is_data_line(part) for part in element.iter("p", "blockquote")
    )


def find_date(post: Element, body: Element | None, address: str | None) -> Dated | None:
    """When the post was posted, best source first: time element, hAtom title, microdata, printed date, permalink."""
    outside = list(iter_within(post, skip=frozenset([body] if body is not None else [])))
    stamped = _stamped(outside)
    printed = _printed(outside)
    if stamped is not None:
        # Printed and stamped days apart by the zone: what the page prints is the site's own day.
        if stamped.doubt == "zone" and printed is not None and _near(stamped.edtf, printed.edtf):
            return Dated(printed.edtf, stamped.basis, raw=stamped.raw, doubt="zone")
        return stamped
    return printed or read_address(address)


def _near(one: str, other: str) -> bool:
    return len(other) == 10 and one != other and one[:7] == other[:7] and abs(int(one[8:10]) - int(other[8:10])) == 1


def _stamped(elements: list[Element]) -> Dated | None:
    later: Dated | None = None
    for element in elements:
        names, prop = classes(element), (element.get("itemprop") or "").lower()
        dated = None
        if tag_of(element) == "time" or "dt-published" in names:
            dated = read_stamp(element.get("datetime"), "time element") or read_stamp(
                element.get("title"), "time element"
            )
            if dated is None and tag_of(element) == "time":
                dated = read_printed(text_of(element, most=120), "printed date")
        elif (tag_of(element) == "abbr" and names & {"published", "date", "time"}) or "published" in names:
            dated = read_stamp(element.get("title"), "time element")
        elif prop == "datepublished":
            dated = read_stamp(element.get("content"), "time element")
        if dated is None:
            continue
        if ("updated" in names and not names & {"published", "entry-date", "td-module-date"}) or prop == "datemodified":
            later = later or dated
            continue
        return dated
    return later


def _printed(elements: list[Element]) -> Dated | None:
    by_class: dict[str, Element] = {}
    for element in elements:
        for name in classes(element):
            if name in _DATE:
                by_class.setdefault(name, element)
    for name in _DATE:
        if name in by_class:
            dated = read_printed(text_of(by_class[name], most=300), "printed date")
            if dated is not None:
                return dated
    for element in elements:
        words = tidy(element.text)
        if 6 <= len(words) <= 120 and any(char.isdigit() for char in words):
            dated = read_printed(words, "printed date")
            if dated is not None:
                return dated
    return None


def find_author(post: Element, body: Element | None) -> str | None:
    """Who posted it, as the theme prints it; never an e-mail address."""
    by_class: dict[str, Element] = {}
    linked: Element | None = None
    meta: list[str] = []
    for element in iter_within(post, skip=frozenset([body] if body is not None else [])):
        names = classes(element)
        for name in names:
            if name in _AUTHOR:
                by_class.setdefault(name, element)
            elif name.endswith(("-author", "_author", "-author-name")) or name == "auth":
                by_class.setdefault("-author", element)
        href = element.get("href") or ""
        if (
            linked is None
            and tag_of(element) == "a"
            and ("author" in rels(element) or "/author/" in href or "?author=" in href)
        ):
            linked = element
        if names & _META or tag_of(element) == "small" or is_data_line(element):
            meta.append(text_of(element, most=200))
        if (element.get("itemprop") or "").lower() == "author":
            by_class.setdefault("p-author", element)
    choices = [by_class[name] for name in _AUTHOR[:2] if name in by_class]
    choices.extend([linked] if linked is not None else [])
    choices.extend(by_class[name] for name in _AUTHOR if name in by_class)
    choices.extend([by_class["-author"]] if "-author" in by_class else [])
    for element in choices:
        found_name = clean_name(text_of(element, most=120))
        if found_name:
            return found_name
    for line in meta:
        found = _BY.search(line)
        name = re.split(r"\s(?:on|in|at|am|le|el|в|на)\s", found.group(1))[0] if found else ""
        if name[:1].isupper() and clean_name(name):
            return clean_name(name)
    return None


def clean_name(words: str) -> str | None:
    """A by-line without "by" before it; None for nothing, dates, e-mail addresses and sentences."""
    stripped = words.strip(" \u00a0|•·,:;–—-")
    before = _BEFORE_NAME.match(stripped)
    name = stripped[before.end() :].strip() if before else stripped
    if not name or "@" in name or len(name) > 80 or name.isdigit() or read_printed(name, "x") is not None:
        return None
    return name
