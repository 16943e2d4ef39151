"""One entity of FollowTheMoney as it is filled: each value with the document that holds it and what it was taken from.

Values are cleaned as that format cleans them, so that what its programs read is what was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from according.domain.document import Document
from according.errors import BadInput
from according.export.material import web_address
from according.export.vocabulary import three_letters
from according.language.edtf import bounds, is_approximate, members

# Property -> its type; the schema of each entity is checked in tests against the format's own table.
PROPERTY_TYPES = {
    "name": "name", "alias": "name", "weakAlias": "name",
    "summary": "text", "description": "text", "bodyText": "text",
    "sourceUrl": "url", "publisherUrl": "url", "publisher": "string", "keywords": "string",
    "title": "string", "fileName": "string", "author": "string", "language": "language",
    "publishedAt": "date", "authoredAt": "date", "date": "date", "startDate": "date", "endDate": "date",
    "country": "country", "full": "address", "city": "string", "latitude": "number", "longitude": "number",
    "location": "address", "addressEntity": "entity", "involved": "entity", "proof": "entity", "entity": "entity",
    "document": "entity", "resolved": "entity", "detectedSchema": "string", "position": "string",
    "court": "string", "case": "entity", "party": "entity", "role": "string", "status": "string", "recordId": "string",
    "holder": "entity", "post": "entity", "organization": "entity", "member": "entity", "employer": "entity", "employee": "entity",
    "owner": "entity", "asset": "entity", "percentage": "string", "person": "entity", "relative": "entity", "relationship": "string",
    "subject": "entity", "object": "entity",
}  # fmt: skip
_LONGEST = {"name": 250, "string": 1000, "address": 240, "text": 60_000, "url": 4000}
_SPOKEN = frozenset({"name", "string", "text", "address"})  # types whose values are in some language
_QUOTES = "\"'"


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """One value of one property: where it stands and what it was taken from."""

    prop: str
    value: str
    document: str | None = None  # id of the document that holds it; None: found by reconciling
    origin: str = "according"  # id of our statement, "text", "document", or "according"
    language: str | None = None  # ISO 639-3


@dataclass(slots=True)
class Sheet:
    """An entity being filled."""

    id: str
    schema: str
    values: list[Told] = field(default_factory=list)

    def add(
        self,
        prop: str,
        value: object,
        document: Document | None = None,
        origin: str = "according",
        spoken: bool = False,
    ) -> None:
        """Add a value; nothing for None and "". `spoken`: it is in the document's language."""
        if value is None:
            return
        kind = PROPERTY_TYPES[prop]
        language = three_letters(document.language) if spoken and document and kind in _SPOKEN else None
        home = document.id if document else None
        for text in clean(kind, str(value)):
            self.values.append(Told(prop, text, home, origin, language))

    def has(self, prop: str) -> bool:
        """Whether the property has a value."""
        return any(told.prop == prop for told in self.values)


def clean(kind: str, text: str) -> list[str]:
    """The value as the format keeps it; a long text in several pieces, nothing where nothing is left."""
    if kind == "text":
        text = text.strip()
        return _pieces(text, _LONGEST["text"]) if text else []
    text = " ".join(text.split())
    if kind == "name" and len(text) > 1 and text[0] in _QUOTES and text[0] == text[-1]:
        text = text[1:-1].strip()
    longest = _LONGEST.get(kind, 250)
    if len(text) > longest:
        text = "" if kind in ("url", "entity") else text[: longest - 1].rstrip() + "…"
    if kind == "url":
        text = web_address(text) or ""
    return [text] if text else []


def _pieces(text: str, longest: int) -> list[str]:
    out = []
    while len(text) > longest:
        cut = max(text.rfind("\n", 1, longest), text.rfind(" ", 1, longest))
        cut = cut if cut > 0 else longest
        out.append(text[:cut].strip())
        text = text[cut:].strip()
    return [piece for piece in (*out, text) if piece]


def prefix_dates(edtf: str | None) -> list[str]:
    """The dates as prefixes (2011, 2011-12, 2011-12-16), one for each reading that stays; never more exact than they were said."""
    found = []
    for member in members(edtf) if edtf else ():
        try:
            first, last = bounds(member)
        except BadInput:
            continue
        if first is None or last is None:
            continue
        a, b = first.isoformat(), last.isoformat()
        same = a if a == b else a[:7] if a[:7] == b[:7] else a[:4] if a[:4] == b[:4] else ""
        if is_approximate(edtf or ""):
            same = same.rpartition("-")[0]
        if re.fullmatch(r"[12]\d{3}(-\d\d){0,2}", same):
            found.append(same)
    return list(dict.fromkeys(found))
