"""JSON Lines (or a JSON list) of documents, as `export documents` writes them, to documents again. The text is never changed unsaid."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeVar

from according.domain.call import Call
from according.domain.codec import from_json
from according.domain.document import (
    Author,
    Block,
    Comment,
    Dated,
    Document,
    Endnote,
    Genre,
    Mark,
    Media,
    Outlet,
    Parsed,
    Post,
    Repair,
    RepostLink,
    Section,
    Text,
    text_digest,
)
from according.domain.identity import document_id, short_id
from according.errors import Unreadable
from according.language.scripts import detect_language
from according.parse.calls import read_calls
from according.parse.endnotes import read_endnotes
from according.parse.genres import tell_genre
from according.parse.imported import is_sound, make_storable
from according.parse.normalise import TEXT_LIMIT, clean
from according.parse.outlet_names import read_address_line
from according.parse.plain import blocks_in_place

PARSER = "according JSON Lines 1"
TITLE_LIMIT = 2_000
TERM_LIMIT = 300  # each becomes a page that lists the others; ten thousand would be a hundred million links
_OUR_ID = re.compile(r"d-[a-z2-7]{12}")
Row = dict[str, Any]
T = TypeVar("T")


def looks_like_jsonl(content: str) -> bool:
    """Whether a text is JSON Lines, or a JSON list, whose first row is an object."""
    start = content[:200].lstrip()
    if start.startswith("{"):
        first = content.lstrip().split("\n", 1)[0]
        try:
            return isinstance(json.loads(first), dict)
        except (ValueError, RecursionError):
            return re.match(r"\{\s*\"(?:id|title|text|key|outlet)\"\s*:", start) is not None
    return re.match(r"\[\s*\{\s*\"", start) is not None


def parse_jsonl(content: str, *, case: str, capture: str | None = None, origin: str = "") -> Parsed:
    """The documents of all good rows. A bad row is skipped with its line and reason; raises Unreadable when none is good."""
    documents: list[Document] = []
    repairs: list[Repair] = []
    skipped: list[Repair] = []
    for where, row in _iter_rows(content):
        if isinstance(row, str):
            skipped.append(Repair(row, where))
            continue
        made = _read_row(row, where, repairs, case, capture)
        if isinstance(made, str):
            skipped.append(Repair(made, where))
        else:
            documents.append(made)
    if not documents:
        why = f"{skipped[0].where}: {skipped[0].what}" if skipped else "it holds no rows"
        raise Unreadable(
            f"No document could be read from these JSON Lines ({why}): each needs a title and a text.", origin=origin
        )
    return Parsed(tuple(documents), "JSON Lines", tuple(repairs), tuple(skipped))


def _read_row(row: Row, where: str, repairs: list[Repair], case: str, capture: str | None) -> Document | str:
    """The document of one row, or why there is none: whatever else is wrong with a row costs that row alone."""
    try:
        return _Reading(make_storable(row), where, repairs).document(case, capture)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return "it has not the shape of an export"


def _iter_rows(content: str) -> Iterator[tuple[str, Row | str]]:
    """Where, and the row or why there is none."""
    if content.lstrip().startswith("["):
        try:
            rows = json.loads(content)
        except (ValueError, RecursionError):
            yield "the list", "it is not whole JSON"
            return
        for number, row in enumerate(rows, 1):
            yield f"row {number}", row if isinstance(row, dict) else "it is no object"
        return
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield f"line {number}", "it is not whole JSON"
            continue
        yield f"line {number}", row if isinstance(row, dict) else "it is no object"


class _Reading:
    """One row being read; what is wrong in it is left out and said."""

    def __init__(self, row: Row, where: str, repairs: list[Repair]) -> None:
        self.row, self.where, self.repairs = row, where, repairs
        self.length = 0  # of the text, once it is read

    def document(self, case: str, capture: str | None) -> Document | str:
        """The document, or why there is none."""
        title, raw = self.row.get("title"), self.row.get("text")
        if not isinstance(title, str) or not title.strip():
            return "it has no title"
        if not isinstance(raw, str) or not raw.strip():
            return "it has no text"
        if len(title) > TITLE_LIMIT:
            title = title[:TITLE_LIMIT]
            self.repairs.append(Repair(f"a title of over {TITLE_LIMIT} characters was cut there", self.where))
        if len(raw.encode("utf-8", "surrogatepass")) > TEXT_LIMIT:
            return "its text is over 4 MB"
        text = self._text(raw)
        outlet, published, posted = self._outlet(), self._dated("published"), self._dated("posted")
        given = self._word("key") or self._word("id")
        key = (
            given
            or self._word("url")
            or short_id("row", outlet.name if outlet else "", title, published.edtf if published else "")
        )
        identity = self._word("id") or ""
        calls = self._many("calls", Call) if "calls" in self.row else read_calls(text, title, published or posted)
        return Document(
            identity if _OUR_ID.fullmatch(identity) else document_id(case, key), case, key, title, text,
            outlet=outlet, authors=self._authors(), published=published, posted=posted, written=self._dated("written"),
            url=self._word("url"), language=self._word("language") or detect_language(text.content),
            genre=self._genre(text, title, calls), post=self._post(), repost_of=self._many("repost_of", RepostLink),
            sections=self._many("sections", Section),
            endnotes=self._many("endnotes", Endnote) if "endnotes" in self.row else read_endnotes(text),
            comments=self._comments(), calls=calls, media=self._many("media", Media), capture=capture,
            claimed_capture=self._word("capture") or self._word("claimed_capture"), parser=self._word("parser") or PARSER,
        )  # fmt: skip

    def _text(self, raw: str) -> Text:
        cleaned = clean(raw, self.where)
        self.repairs.extend(cleaned.repairs)
        content = cleaned.content
        self.length = len(content)
        if content == raw and ("blocks" in self.row or "marks" in self.row):
            blocks, marks = self._many("blocks", Block), self._many("marks", Mark)
            if _are_in_order(blocks, len(content)) and all(0 <= m.start <= m.end <= len(content) for m in marks):
                return Text(content, text_digest(content), blocks, marks)
            self.repairs.append(Repair("blocks or marks that do not fit the text were left out", self.where))
        found, marks = blocks_in_place(content)
        return Text(content, text_digest(content), found, marks)

    def _many(self, name: str, kind: type[T]) -> tuple[T, ...]:
        value = self.row.get(name)
        if value is None or value == []:
            return ()
        try:
            made = tuple(from_json(kind, item) for item in value)
        except (KeyError, TypeError, ValueError, AttributeError):
            made = (None,)  # type: ignore[assignment]
        if all(isinstance(item, kind) and is_sound(item, self.length) for item in made):
            return made
        self.repairs.append(Repair(f"'{name}' has not the shape of an export and was left out", self.where))
        return ()

    def _comments(self) -> tuple[Comment, ...]:
        """Comments as written out; a bare number is the post's count, which `post` holds."""
        return self._many("comments", Comment) if isinstance(self.row.get("comments"), list) else ()

    def _word(self, name: str) -> str | None:
        value = self.row.get(name)
        return value if isinstance(value, str) and value else None

    def _dated(self, name: str) -> Dated | None:
        value = self.row.get(name)
        if isinstance(value, dict):
            found = self._one(name, value, Dated)
            return found if isinstance(found, Dated) else None
        if not isinstance(value, str) or not value:
            return None
        return Dated(
            value, self._word(f"{name}_basis") or "given", self._word(f"{name}_raw"), self._word(f"{name}_doubt")
        )

    def _one(self, name: str, value: Any, kind: type[T]) -> T | None:
        try:
            made = from_json(kind, value)
        except (KeyError, TypeError, ValueError, AttributeError):
            made = None
        if isinstance(made, kind) and is_sound(made, self.length):
            return made
        self.repairs.append(Repair(f"'{name}' has not the shape of an export and was left out", self.where))
        return None

    def _outlet(self) -> Outlet | None:
        value = self.row.get("outlet")
        if isinstance(value, dict):
            return self._one("outlet", value, Outlet)
        if not isinstance(value, str) or not value:
            return None
        if "outlet_address" in self.row:
            return Outlet(value, self._word("outlet_address"))
        address = read_address_line(value)
        return address.outlet if address else Outlet(value)

    def _authors(self) -> tuple[Author, ...]:
        if self.row.get("authors"):
            return self._many("authors", Author)
        value = self.row.get("author")
        names = value if isinstance(value, list) else str(value).split(";") if isinstance(value, str) else []
        return tuple(Author(name.strip()) for name in names if isinstance(name, str) and name.strip())

    def _genre(self, text: Text, title: str, calls: tuple[Call, ...]) -> Genre:
        try:
            return Genre(self.row["genre"])
        except (KeyError, ValueError):
            return tell_genre(text, title, calls)

    def _post(self) -> Post | None:
        value = self.row.get("post")
        if not isinstance(value, dict):
            return None
        terms = value.get("terms")
        if terms is None:
            terms = [{"taxonomy": "category", "name": name} for name in value.get("categories") or ()]
            terms += [{"taxonomy": "tag", "name": name} for name in value.get("tags") or ()]
        kept = {name: item for name, item in value.items() if name not in ("categories", "tags")}
        if isinstance(terms, list) and len(terms) > TERM_LIMIT:
            terms = terms[:TERM_LIMIT]
            self.repairs.append(Repair(f"of its tags and categories only the first {TERM_LIMIT} were kept", self.where))
        kept["terms"] = terms
        kept.setdefault("title", self.row.get("title"))
        kept.setdefault("id", kept["title"])
        kept["comments"] = kept["comments"] if isinstance(kept.get("comments"), int) else None
        return self._one("post", kept, Post)


def _are_in_order(blocks: tuple[Block, ...], length: int) -> bool:
    before = 0
    for block in blocks:
        if not before <= block.start <= block.end <= length:
            return False
        before = block.end
    return True
