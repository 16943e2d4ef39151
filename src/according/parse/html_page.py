"""A page's tree in; its own address, the site's name, language, paging and terms out. Says nothing about single posts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from according.domain.capture import Found
from according.domain.document import Outlet
from according.parse.html_posts import archive_term
from according.parse.html_terms import iter_term_links, slug_of
from according.parse.html_tree import Element, classes, host_of, rels, resolve, tag_of, text_of, tidy
from according.parse.themes import all_of, ordered

_SITE_CLASSES = ordered("site_name")
_SITE_IDS = ordered("site_name_ids")
_NEXT_BOXES = all_of("next_page")

_FEED_TITLE = re.compile(
    r"\s*(?:»|&raquo;|::|[-–—|»])\s*(?:.{0,80}\s)?(?:feed|rss|atom|лента|канал).*\Z", re.IGNORECASE
)
_NOT_PART_OF_ADDRESS = frozenset(("wpmp_switcher", "wpmp_tp", "share", "replytocom", "amp", "fbclid", "print", "nb"))


@dataclass(frozen=True, slots=True)
class Page:
    """What the page says of itself and of the site."""

    address: str | None  # its own, where it or the way it was had tells
    outlet: Outlet | None
    language: str | None
    terms: dict[tuple[str, str], str]  # (taxonomy, slug) -> name, as linked anywhere on the page
    more: tuple[str, ...]  # addresses of further pages of the same list
    declared: str | None = None  # its own as the page itself declares it, when whole and more than the site's

    @property
    def base(self) -> str | None:
        """What relative links count from."""
        return self.address


def read_page(root: Element, found: Found, given: Outlet | None) -> Page:
    """All of it. `given` wins over what the page says, an address the bytes came from over a canonical link only if whole."""
    address = _own_address(root, found)
    names: dict[tuple[str, str], str] = {}
    for link, taxonomy in iter_term_links(root, None):
        slug, name = slug_of(link.get("href")), text_of(link, most=200)
        if slug and name:
            names.setdefault((taxonomy, slug.casefold()), re.sub(r"\s*\(\d+\)\Z", "", name))
    outlet, more = given or _outlet(root, address), _more_pages(root, address)
    return Page(
        address, outlet, page_language(root), names, more, found.final_address or found.address or _declared(root)
    )


def meta_values(root: Element) -> dict[str, str]:
    """The page's meta elements by name or property in lower case; the first of each wins."""
    values: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = tidy(meta.get("content"))
        if name and content:
            values.setdefault(name, content)
    return values


def _own_address(root: Element, found: Found) -> str | None:
    base = next((node.get("href") for node in root.iter("base") if node.get("href")), None)
    known = found.final_address or found.address
    if known is None:
        meta = meta_values(root)
        canonical = next((link.get("href") for link in root.iter("link") if "canonical" in rels(link)), None)
        for candidate in (canonical, meta.get("og:url"), *_saved_from(root), *_feed_addresses(root)):
            if candidate and candidate.startswith(("http://", "https://")):
                known = candidate
                break
    return resolve(base, known) if base and resolve(base, known) else known


def _declared(root: Element) -> str | None:
    """The canonical or Open Graph address, when it is whole and leads to a page of the site, not to its front."""
    canonical = next((link.get("href") for link in root.iter("link") if "canonical" in rels(link)), None)
    for candidate in (canonical, meta_values(root).get("og:url")):
        if candidate and candidate.startswith(("http://", "https://")) and host_of(candidate):
            parts = urlsplit(candidate)
            if parts.path.strip("/") or parts.query:
                return candidate
    return None


def _saved_from(root: Element) -> list[str]:
    """What browsers and mirroring tools write into a saved page; a shortener's address ("wp.me/…") is not the site's."""
    found = [link.get("href") or "" for link in root.iter("link") if rels(link) & {"shortlink", "self"}]
    return [address for address in found if "?p=" in address or "wp.me/" not in address]


def _feed_addresses(root: Element) -> list[str]:
    """The site's address as its feed links give it: enough to know the host."""
    found = []
    for link in root.iter("link"):
        href = link.get("href") or ""
        if "alternate" in rels(link) and "xml" in (link.get("type") or "") and href.startswith("http"):
            found.append(re.sub(r"(?:comments/)?feed/?(?:index\.html)?\Z", "", href))
    return found


def _outlet(root: Element, address: str | None) -> Outlet | None:
    host = host_of(address)
    meta = meta_values(root)
    name = meta.get("og:site_name") or _site_name(root) or meta.get("application-name") or host
    return Outlet(name, host) if name else None


def _site_name(root: Element) -> str | None:
    by_class: dict[str, str] = {}
    by_id: dict[str, str] = {}
    for element in root.iter():
        if not tag_of(element):
            continue
        for name in classes(element):
            if name in _SITE_CLASSES and name not in by_class:
                by_class[name] = text_of(element, most=100)
        if element.get("id") in _SITE_IDS and tag_of(element) in ("h1", "h2", "p", "div", "a", "span", "header"):
            heading = element if tag_of(element) in ("h1", "h2", "p", "a", "span") else next(element.iter("h1"), None)
            if heading is not None:
                by_id.setdefault(element.get("id") or "", text_of(heading, most=100))
    for words in (*(by_class.get(key) for key in _SITE_CLASSES), *(by_id.get(key) for key in _SITE_IDS)):
        if words and len(words) < 90:
            return words
    for link in root.iter("link"):
        title = tidy(link.get("title"))
        if "alternate" in rels(link) and "xml" in (link.get("type") or "") and _FEED_TITLE.search(title):
            return re.split(r"\s*(?:»|&raquo;|::)\s*", title)[0] or None
    return _named_in_title(root)


def _named_in_title(root: Element) -> str | None:
    """Of "Term | Site" or "Site » Term" the part that is not what the page itself is headed with."""
    whole = next((tidy(element.text) for element in root.iter("title")), "")
    parts = [part.strip() for part in re.split(r"\s+(?:[|»«›–—-]|::)\s+", whole) if part.strip()]
    headings = [text_of(element, most=200).casefold() for element in root.iter("h1", "h2")]
    term = archive_term(root)
    known = term[1].casefold() if term else None
    left = [
        part
        for part in parts
        if part.casefold() != known and not any(part.casefold() in heading for heading in headings)
    ]
    return left[-1] if len(parts) > 1 and left else None


def page_language(root: Element) -> str | None:
    """ISO 639-1 of the page as declared, or None."""
    html = root if tag_of(root) == "html" else next(root.iter("html"), root)
    raw = html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or html.get("xml:lang") or ""
    if not raw:
        meta = meta_values(root)
        raw = meta.get("og:locale") or meta.get("content-language") or ""
    found = re.match(r"([a-zA-Z]{2})(?:[-_]|\Z)", raw.strip())
    return found.group(1).lower() if found else None


_PAGED = re.compile(r"/page/(\d+)/?(?:index\.html)?(?:[?#].*)?\Z|[?&]paged?=(\d+)")


def _more_pages(root: Element, base: str | None) -> tuple[str, ...]:
    """Addresses of other pages of this list: "next" and "older" links and numbered ones, each once, at most fifty."""
    own = _PAGED.search(base or "")
    here = int(own.group(1) or own.group(2)) if own else 1
    found: dict[int, str] = {}
    for link in root.iter("a", "link"):
        href = link.get("href") or ""
        numbered = _PAGED.search(href)
        marked = rels(link) & {"next"} or classes(link) & {"next", "nextpostslink", "older-posts"} or _inside(link)
        if not numbered and not (marked and "/feed" not in href and _is_list_link(link)):
            continue
        number = int((numbered.group(1) or numbered.group(2))[:6]) if numbered else here + 1
        address = resolve(href, base)
        if address and number != here and len(found) < 50:
            found.setdefault(number, address)
    return tuple(found[number] for number in sorted(found))


def _is_list_link(link: Element) -> bool:
    words = text_of(link, most=60).casefold()
    return any(
        word in words
        for word in ("older", "next page", "предыдущ", "старые", "далее", "следующ", "ältere", "précédent", "anterior")
    )


def _inside(link: Element) -> bool:
    parent = link.getparent()
    return parent is not None and bool(classes(parent) & _NEXT_BOXES)


def plain_address(address: str | None) -> str | None:
    """An address as an identity: no fragment, no switch to a mobile twin or sharing, no `index.html` of a saved mirror."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if name.lower() not in _NOT_PART_OF_ADDRESS and not name.lower().startswith("utm_")]  # fmt: skip
    path = re.sub(r"/index\.html?\Z", "/", parts.path)
    if not parts.netloc:
        path = "/" + re.sub(r"\A(?:\.{1,2}/|/)+", "", path)
    return urlunsplit((parts.scheme, parts.netloc.lower(), path, urlencode(kept), ""))
