"""An edition in, its Atom feed and sitemap out, as bytes. No clock: a feed is as old as its newest report."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from according.domain.document import Document
from according.present.dates import day_bounds
from according.publish.index import Index, newest_first
from according.publish.listings import PER_PAGE, summarise
from according.publish.paths import document_path
from according.publish.stamps import mix

_ATOM = "http://www.w3.org/2005/Atom"


def newest_documents(index: Index) -> list[Document]:
    """What the feed lists: the reports of the newest posts."""
    newest = [id for post in reversed(index.posts[-PER_PAGE:]) for id in post]
    return [index.documents[id] for id in newest]


def stamp_feed(index: Index) -> str:
    """Changes when the feed changes."""
    return mix(
        index.edition.title, index.edition.address, *[index.document_stamp(d.id) for d in newest_documents(index)]
    )


def build_feed(index: Index) -> bytes:
    """Atom, newest first; addresses are relative to the feed unless the edition names where it will stand."""
    root = (index.edition.address or "").rstrip("/") + "/" if index.edition.address else ""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    documents = newest_documents(index)
    _add(feed, "id", f"urn:according:case:{index.edition.case}")
    _add(feed, "title", index.edition.title)
    _add(feed, "updated", max((_instant(d) for d in documents), default="1970-01-01T00:00:00Z"))
    _add(feed, "author")
    _add(feed[-1], "name", index.edition.title)
    _add(feed, "link", rel="self", href=root + "feed.xml", type="application/atom+xml")
    _add(feed, "link", rel="alternate", href=root + "index.html", type="text/html")
    for doc in documents:
        entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        if doc.language:
            entry.set("{http://www.w3.org/XML/1998/namespace}lang", doc.language)
        _add(entry, "id", f"urn:according:document:{doc.id}")
        _add(entry, "title", doc.title)
        _add(entry, "updated", _instant(doc))
        _add(entry, "link", rel="alternate", href=root + document_path(doc.id), type="text/html")
        for author in doc.authors:
            _add(entry, "author")
            _add(entry[-1], "name", author.name)
        for term in doc.post.terms if doc.post else ():
            _add(entry, "category", term=term.name)
        _add(entry, "summary", summarise(doc.text.content, doc.title), type="text")
    return _as_bytes(feed)


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> None:
    made = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    made.text = plain_xml(text) if text is not None else None


def plain_xml(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def _instant(doc: Document) -> str:
    day = newest_first(doc)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", day):
        return day
    bounds = day_bounds(day)
    return f"{bounds[0]}T00:00:00Z" if bounds else "1970-01-01T00:00:00Z"


def build_sitemap(address: str, paths: list[str]) -> bytes:
    """The sitemap of a site that stands at `address`."""
    root = address.rstrip("/") + "/"
    urlset = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for path in sorted(paths)[:50_000]:
        ET.SubElement(ET.SubElement(urlset, "url"), "loc").text = root + path
    return _as_bytes(urlset)


def _as_bytes(root: ET.Element) -> bytes:
    text = ET.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n".encode()
