"""A WordPress export's characters in, its items one by one out, also from a damaged or cut file. No entity is ever resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from io import BytesIO

from lxml import etree

from according.domain.document import Repair
from according.errors import Unreadable
from according.parse.html_tree import Element

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ITEM_START = re.compile(r"<item(?:\s[^>]{0,500})?>(?=\s*<[a-z])", re.IGNORECASE)
_ITEM_END = re.compile(r"</item\s*>", re.IGNORECASE)
_ENVELOPE = (
    '<rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
)
_CHANNEL = "channel"


@dataclass(slots=True)
class Item:
    """One item as plain strings; fields by their usual prefixed name. Post meta is never read: it may hold PHP objects."""

    fields: dict[str, str] = field(default_factory=dict)
    terms: list[tuple[str, str, str]] = field(default_factory=list)  # domain, nicename, name
    comments: list[dict[str, str]] = field(default_factory=list)
    is_cut: bool = False  # the file ended in the middle of it

    def get(self, name: str) -> str:
        """A field, "" where absent."""
        return self.fields.get(name, "")


@dataclass(slots=True)
class Export:
    """What reading an export gives: items in order, and the channel's own fields; `repairs` fills while items are read."""

    items: list[Item] = field(default_factory=list)
    channel: dict[str, str] = field(default_factory=dict)
    repairs: list[Repair] = field(default_factory=list)
    lost: list[Repair] = field(default_factory=list)


def field_name(element: Element) -> str:
    """`wp:post_id`, `content:encoded`, `title`: the usual prefix by namespace (any version), also where the prefix is unbound."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if not tag.startswith("{"):
        return tag
    space, _, local = tag[1:].rpartition("}")
    if "/excerpt" in space:
        return f"excerpt:{local}"
    if "wordpress.org/export" in space:
        return f"wp:{local}"
    for known, prefix in (("modules/content", "content"), ("purl.org/dc", "dc"), ("CommentAPI", "wfw")):
        if known in space:
            return f"{prefix}:{local}"
    return local


def read_export(text: str) -> Export:
    """Every item of the export. A sound file is read as it is; a damaged one item by item, so that damage costs only its own."""
    export = Export()
    prepared = _prepare(text, export)
    try:
        for element in _walk(prepared.encode("utf-8"), recover=False):
            _take(element, export)
        return export
    except etree.XMLSyntaxError as error:
        line = f"line {error.lineno}" if error.lineno else None
    export.items.clear()
    export.channel.clear()
    export.repairs.append(Repair("the XML of this export is damaged: it was read item by item", line))
    _read_in_pieces(prepared, export)
    return export


def _prepare(text: str, export: Export) -> str:
    """Without document type, forbidden characters and entities only HTML knows: all three stop an XML reader."""
    text = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)
    text, dropped = drop_doctype(text)
    if dropped:
        export.repairs.append(
            Repair("a document type declaration was left out: exports need none, and it could hide a trap")
        )
    text, count = _FORBIDDEN.subn("", text)
    if count:
        export.repairs.append(Repair(f"{count} control characters that XML forbids were taken out"))
    return _NAMED.sub(_numbered, text)


def drop_doctype(text: str) -> tuple[str, bool]:
    """The XML text without its document type declaration; and whether there was one.

    Raises Unreadable when the declaration makes entities of its own: no export or feed needs that, a bomb does.
    """
    opened = re.search(r"<!DOCTYPE", text[:20_000], re.IGNORECASE)
    if opened is None:
        return text, False
    angle, bracket = text.find(">", opened.end()), text.find("[", opened.end())
    end = angle + 1
    if 0 <= bracket < angle or (bracket >= 0 and angle < 0):
        closed = re.compile(r"\]\s*>").search(text, bracket)
        end = closed.end() if closed else 0
        if re.search(r"<!ENTITY", text[bracket : end or None], re.IGNORECASE):
            raise Unreadable(
                "The XML declares entities of its own, which can hide a trap; export it again without them."
            )
    return (text[: opened.start()] + text[end:], True) if end > opened.end() else (text[: opened.start()], True)


def _numbered(found: re.Match[str]) -> str:
    name = found.group(1)
    if name in _XML_NAMES:
        return found.group(0)
    characters = html5.get(name + ";")
    if characters is None:
        return f"&amp;{name};"
    return "".join(f"&#{ord(char)};" for char in characters)


def _walk(content: bytes, *, recover: bool) -> Iterator[Element]:
    """Finished children of the channel, each cleared after use by the caller."""
    reader = etree.iterparse(
        BytesIO(content),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
    )
    for _, element in reader:
        parent = element.getparent()
        if parent is not None and parent.tag == _CHANNEL:
            yield element


def _take(element: Element, export: Export) -> None:
    name = field_name(element)
    if name == "item":
        export.items.append(_plain(element))
        element.clear()
        return
    if len(element) == 0 and name not in export.channel:
        export.channel[name] = (element.text or "").strip()


def _plain(element: Element) -> Item:
    item = Item()
    for child in element:
        name = field_name(child)
        if name == "category":
            item.terms.append((child.get("domain") or "category", child.get("nicename") or "", child.text or ""))
        elif name == "wp:comment":
            item.comments.append({field_name(part): part.text or "" for part in child if len(part) == 0})
        elif name and name != "wp:postmeta":
            item.fields.setdefault(name, child.text or "")
    return item


def _read_in_pieces(text: str, export: Export) -> None:
    starts = [found.start() for found in _ITEM_START.finditer(text)]
    head = text[: starts[0]] if starts else text
    _read_head(head, export)
    for number, start in enumerate(starts):
        limit = starts[number + 1] if number + 1 < len(starts) else len(text)
        ends = list(_ITEM_END.finditer(text, start, limit))
        stop = ends[-1].end() if ends else limit
        _read_piece(text[start:stop], number + 1, bool(ends), limit == len(text), export)


def _read_head(head: str, export: Export) -> None:
    opened = re.search(r"<channel[^>]{0,200}>", head, re.IGNORECASE)
    inner = head[opened.end() :] if opened else ""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring((_ENVELOPE + inner + "</channel></rss>").encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return
    for element in root[0] if root is not None and len(root) else ():
        _take(element, export)


def _read_piece(piece: str, number: int, is_closed: bool, is_last: bool, export: Export) -> None:
    strict = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    lenient = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    where = f"item {number}"
    if is_closed:
        try:
            whole = etree.fromstring((_ENVELOPE + piece + "</channel></rss>").encode("utf-8"), strict)
            export.items.append(_plain(whole[0][0]))
            return
        except etree.XMLSyntaxError:
            pass
    mended = _mend_cdata(piece)
    try:
        closed = mended if is_closed else mended + _closing(mended)
        root = etree.fromstring((_ENVELOPE + closed + "</channel></rss>").encode("utf-8"), lenient)
    except etree.XMLSyntaxError:
        root = None
    found = next(root.iter("item"), None) if root is not None else None
    if found is None or not len(found):
        export.lost.append(Repair("this item of the export is too damaged to read: export it again", where))
        return
    item = _plain(found)
    title = item.get("title").strip()
    shown = f"{where}: {title}" if title else where
    item.is_cut = not is_closed
    if item.is_cut and is_last:
        what = "the export ends in the middle of this item: what was there is kept, the rest is missing"
    else:
        what = "damaged markup in this item was mended"
    export.repairs.append(Repair(what, shown))
    export.items.append(item)


_CDATA_FIELD = re.compile(
    r"<((?:content|excerpt):encoded|wp:comment_content|wp:meta_value|title|dc:creator|category|wp:comment_author)\b[^>]{0,300}>"
    r"\s*<!\[CDATA\["
)


def _mend_cdata(piece: str) -> str:
    """A field whose CDATA holds CDATA marks of its own ends at its closing tag, not at the first "]]>" inside it."""
    parts: list[str] = []
    at = 0
    while opened := _CDATA_FIELD.search(piece, at):
        closing = piece.find(f"</{opened.group(1)}", opened.end())
        if closing < 0:
            parts.append(piece[at : opened.end()])
            at = opened.end()
            continue
        inner = piece[opened.end() : closing].rstrip()
        if inner.endswith("]]>"):
            inner = inner[:-3].replace("]]>", "]]]]><![CDATA[>") + "]]>"
        parts.extend((piece[at : opened.end()], inner))
        at = closing
    return "".join(parts) + piece[at:]


def _closing(piece: str) -> str:
    """What a cut item needs to be parsed at all: the end of an open CDATA section."""
    return "]]>" if piece.rfind("<![CDATA[") > piece.rfind("]]>") else ""
