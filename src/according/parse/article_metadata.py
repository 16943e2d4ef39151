"""A page's tree in; what its JSON-LD, Open Graph and meta elements say of the one article out. Machine words only, no prose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from according.domain.document import Dated, Outlet
from according.parse.dates_markup import read_instant, read_printed
from according.parse.html_fields import clean_name
from according.parse.html_page import meta_values, page_language
from according.parse.html_tree import Element, host_of, rels, resolve, tidy

_ARTICLE_TYPES = frozenset(
    ("article", "newsarticle", "blogposting", "report", "reportagenewsarticle", "opinionnewsarticle", "analysisnewsarticle",
     "socialmediaposting", "liveblogposting", "scholarlyarticle", "backgroundnewsarticle", "reviewnewsarticle", "advertisercontentarticle")
)  # fmt: skip
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.created", "dc.date", "date", "pubdate",
    "publishdate", "publish-date", "sailthru.date", "parsely-pub-date", "article.published", "citation_publication_date", "dcterms.issued",
    "mediator_published_time", "published_time", "og:pubdate",
)  # fmt: skip
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "byl",
    "mediator_author",
)
_LONGEST_JSON = 1_000_000


@dataclass(frozen=True, slots=True)
class ArticleData:
    """What machines are told about an article; None where they are told nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    outlet: Outlet | None = None
    address: str | None = None
    language: str | None = None
    keywords: tuple[str, ...] = ()
    section: str | None = None


def read_metadata(root: Element, address: str | None) -> ArticleData:
    """JSON-LD first, then Open Graph and meta elements, then the page's own title."""
    found = next(_articles(root), {})
    meta = meta_values(root)
    canonical = next((link.get("href") for link in root.iter("link") if "canonical" in rels(link)), None)
    own = _own_address((canonical, meta.get("og:url"), _text(found.get("url"))), address) or address
    title = _text(found.get("headline")) or meta.get("og:title") or meta.get("twitter:title") or meta.get("dc.title")
    return ArticleData(
        title=title or None,
        authors=_authors(found, meta),
        published=_published(found, meta),
        outlet=_outlet(found, meta, own or address),
        address=own,
        language=page_language(root) or (_text(found.get("inLanguage"))[:2].lower() or None),
        keywords=_keywords(found, meta),
        section=_text(found.get("articleSection")) or meta.get("article:section") or None,
    )


def _own_address(said: tuple[str | None, ...], address: str | None) -> str | None:
    """The first address the page says it has that can be made whole; mirrored pages say "../../", which tells nothing."""
    for candidate in said:
        whole = resolve(candidate, address)
        if whole and host_of(whole) and whole.startswith(("http://", "https://")):
            return whole
    return None


def _articles(root: Element) -> Iterator[dict[str, Any]]:
    """Every article node of the page's JSON-LD; broken JSON is passed over."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        raw = (script.text or "").strip()
        if len(raw) > _LONGEST_JSON:
            continue
        try:
            data = json.loads(raw, strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [data]
        for _ in range(2000):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                if _is_article(node.get("@type")):
                    yield node
                waiting.extend(
                    value for key, value in node.items() if key in ("@graph", "mainEntity", "itemListElement", "item")
                )


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.rpartition("/")[2].lower() in _ARTICLE_TYPES for name in kinds)


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or value.get("@value") or ""
    return tidy(value) if isinstance(value, str) else ""


def _authors(found: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    raw = found.get("author")
    names = [_text(value) for value in (raw if isinstance(raw, list) else [raw])]
    if not any(names):
        names = [next((meta[name] for name in _AUTHOR_NAMES if name in meta and not meta[name].startswith("http")), "")]
    cleaned = (clean_name(name) for name in names if name and not name.startswith(("http", "#")))
    return tuple(dict.fromkeys(name for name in cleaned if name))


def _published(found: dict[str, Any], meta: dict[str, str]) -> Dated | None:
    stamp = _text(found.get("datePublished")) or _text(found.get("dateCreated"))
    dated = read_instant(stamp, "article data") if stamp else None
    if dated is not None:
        return dated
    for name in _DATE_NAMES:
        if name in meta:
            dated = read_instant(meta[name], "article data") or read_printed(meta[name], "article data")
            if dated is not None:
                return dated
    return None


def _outlet(found: dict[str, Any], meta: dict[str, str], address: str | None) -> Outlet | None:
    host = host_of(address)
    name = (
        meta.get("og:site_name")
        or _text(found.get("publisher"))
        or meta.get("application-name")
        or meta.get("dc.publisher")
        or host
    )
    return Outlet(name, host) if name else None


def _keywords(found: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    raw = found.get("keywords") or meta.get("news_keywords") or ""
    words = raw if isinstance(raw, list) else str(raw).split(",")
    return tuple(dict.fromkeys(word for word in (_text(item) for item in words) if word and len(word) < 80))[:30]
