"""HTML bytes or text in, a bounded lxml tree out, with small questions one asks of elements. Nothing is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from lxml import etree

from according.errors import Unreadable
from according.parse.themes import all_of, ordered

_NOISE_CLASSES = all_of("noise")
_NOISE_PREFIXES = ordered("noise_prefixes")
_NOISE_ID = all_of("noise_ids")
_FURNITURE_CLASSES = all_of("furniture")

Element = etree._Element

MOST_CHARACTERS = 32 * 1024 * 1024  # decoded; a page of a blog is well under one million
MOST_TAGS = 1_500_000  # opening and closing ones; the longest archive page seen has 20 thousand

_CONTROL = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))
_SPACES = re.compile(r"\s+")

# Parts of a page that are never the words of a post.
_SILENT_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "button",
        "input",
        "select",
        "textarea",
        "nav",
        "canvas",
        "map",
        "dialog",
        "frameset",
        "noframes",
        "title",
        "meta",
        "link",
    ]
)


def tidy(text: str | None) -> str:
    """One line: runs of white space become one space, none at the ends, no control characters."""
    return _SPACES.sub(" ", (text or "").translate(_CONTROL)).strip()


def strip_control(text: str) -> str:
    """Without control characters but tab and line feed; carriage returns become line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)


def parse_html(text: str, *, what: str = "this page") -> Element:
    """The tree of an HTML text. Raises Unreadable when it is empty, too long or nested too deep to be anybody's page."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(
            f"{what} is longer than {MOST_CHARACTERS // 2**20} million characters; save the single post instead",
            characters=len(text),
        )
    if text.count("<") > MOST_TAGS:
        raise Unreadable(f"{what} holds over {MOST_TAGS // 1000} thousand tags; save the single post instead")
    body = strip_control(text).strip()
    if not body:
        raise Unreadable(f"{what} is empty; save it again")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    try:
        root = etree.fromstring(body.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"{what} holds no HTML that could be read; save it again as a web page") from error
    if root is None:
        raise Unreadable(f"{what} holds no HTML that could be read; save it again as a web page")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable(f"{what} is nested too deep to be a page people read; save the single post instead")
    return root


def tag_of(element: Element) -> str:
    """The element's name in lower case, without namespace; "" for comments and the like."""
    tag = element.tag
    return _local_name(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _local_name(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


@lru_cache(maxsize=4096)
def _tokens(value: str) -> frozenset[str]:
    return frozenset(value.lower().split())


def classes(element: Element) -> frozenset[str]:
    """The element's class names in lower case."""
    return _tokens(element.get("class") or "")


def rels(element: Element) -> frozenset[str]:
    """The element's link relations in lower case."""
    return _tokens(element.get("rel") or "")


def is_hidden(element: Element) -> bool:
    """Whether a reader would not see it."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and "display:none" in style.lower().replace(" ", "")


def is_noise(element: Element) -> bool:
    """Whether it is a script, a share bar, an advertisement, navigation or the like: never the words of a post."""
    if tag_of(element) in _SILENT_TAGS or is_hidden(element):
        return True
    if tag_of(element) in ("html", "body", "main"):
        return False  # themes tell the page's layout there: Twenty Thirteen says "sidebar" on the body
    if tag_of(element) == "form" and next(element.iter("h1", "h2", "h3", "article"), None) is None:
        return True  # some sites wrap the whole page in one form; those hold headings
    names = classes(element)
    if names and (names & _NOISE_CLASSES or any(name.startswith(_NOISE_PREFIXES) for name in names)):
        return True
    return (element.get("id") or "").lower() in _NOISE_ID


_FURNITURE_ID = re.compile(
    r"(?:sidebar|secondary|footer|colophon|related|masthead|site-header|widgets?|menu)[\w-]*\Z", re.I
)


def is_furniture(element: Element) -> bool:
    """Whether it is a part of the page around the posts: header, sidebar, footer, menu, comments, related posts."""
    if is_noise(element) or tag_of(element) in ("aside", "nav"):
        return True
    if tag_of(element) in ("html", "body", "main"):
        return False
    if classes(element) & _FURNITURE_CLASSES:
        return True
    return _FURNITURE_ID.match(element.get("id") or "") is not None


def iter_main(root: Element, *, everywhere: bool = False) -> Iterator[Element]:
    """Every element of the page in document order but what stands in its furniture; `everywhere` looks in there too."""
    if everywhere:
        yield from iter_within(root)
        return
    stack = [iter(root)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif tag_of(child) and not is_furniture(child):
            yield child
            stack.append(iter(child))


def iter_within(top: Element, *, skip: frozenset[Element] = frozenset()) -> Iterator[Element]:
    """Every element under `top` in document order, without scripts and without the subtrees in `skip`."""
    stack = [iter(top)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        name = tag_of(child)
        if not name or name in ("script", "style", "template") or child in skip:
            continue
        yield child
        stack.append(iter(child))


def text_of(element: Element, *, most: int = 20_000) -> str:
    """The visible words of an element in one line, at most `most` characters; scripts and hidden parts left out."""
    parts: list[str] = []
    length = 0
    stack: list[tuple[Element, bool]] = [(element, True)]
    budget = max(2000, most * 4)  # elements looked at: empty boxes within boxes must not cost more than words do
    while stack and length < most and budget:
        budget -= 1
        node, entering = stack.pop()
        if not entering:
            parts.append(node.tail or "")
            length += len(node.tail or "")
            continue
        hidden = not tag_of(node) or tag_of(node) in _SILENT_TAGS or is_hidden(node)
        if node is not element:
            stack.append((node, False))
            if hidden or "screen-reader-text" in classes(node):
                continue
        if tag_of(node) in ("br", "p", "div", "li", "td", "tr"):
            parts.append(" ")
        parts.append(node.text or "")
        length += len(node.text or "")
        stack.extend((child, True) for child in reversed(node))
    return tidy("".join(parts))[:most]


def first_with_class(top: Element, *names: str) -> Element | None:
    """The first element under `top` that carries one of the class names; earlier names win over earlier places."""
    best: dict[str, Element] = {}
    for element in iter_within(top):
        for name in classes(element):
            if name in names and name not in best:
                best[name] = element
    return next((best[name] for name in names if name in best), None)


def all_with_class(top: Element, *names: str) -> list[Element]:
    """Every element under `top` that carries one of the class names, in order."""
    wanted = frozenset(names)
    return [element for element in iter_within(top) if classes(element) & wanted]


def resolve(address: str | None, base: str | None) -> str | None:
    """A web address made whole against the page's; None for scripts, data and nothing. Broken addresses stay as printed."""
    raw = (address or "").strip()
    if not raw or raw.lower().startswith(("javascript:", "data:", "about:", "blob:", "vbscript:", "file:")):
        return None
    if raw.startswith("//"):
        return "https:" + raw
    if base is None or raw.lower().startswith(("http:", "https:", "mailto:", "tel:")):
        return raw
    try:
        return urljoin(base, raw.replace("\\", "/"))
    except ValueError:
        return raw


def host_of(address: str | None) -> str | None:
    """The host of a web address without "www.", or None."""
    if not address:
        return None
    try:
        host = urlsplit(address if "//" in address else "//" + address).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host.strip(".") else None
