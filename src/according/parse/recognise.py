"""What a file is, told from its bytes alone: a table of formats, each with how to know it and who reads it. Names never count."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from according.domain.capture import Found
from according.domain.document import Document, Outlet, Parsed, Repair
from according.domain.identity import document_id
from according.errors import Unreadable
from according.parse.bounds import bound_dates
from according.parse.draft import PostDraft
from according.parse.feed import looks_like_feed, parse_feed
from according.parse.html import looks_like_html, parse_page
from according.parse.jsonl import looks_like_jsonl, parse_jsonl
from according.parse.markdown import draft_of_markdown, looks_like_markdown
from according.parse.mhtml import looks_like_mhtml, unpack_mhtml
from according.parse.normalise import clean, decode, refuse_binary
from according.parse.note import looks_like_note, parse_note
from according.parse.pagedump import read_dump
from according.parse.plain import draft_of_text
from according.parse.reports import documents_of_post
from according.parse.tagpage import looks_like_tag_page, read_tag_page
from according.parse.wxr import looks_like_wxr, parse_wxr

UNPACKED_LIMIT = 256 * 1024 * 1024  # bytes of a gzip file once unpacked
_HEAD = 200_000  # bytes looked at to know markup


@dataclass(frozen=True, slots=True)
class MarkupFormat:
    """A format told from its first bytes; its reader decodes them itself."""

    is_this: Callable[[bytes], bool]
    read: Callable[..., Parsed]


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A format told from its words."""

    is_this: Callable[[str], bool]
    read: Callable[[str, Found, str, str, Outlet | None], Parsed]


def unpack(found: Found) -> Found:
    """The file inside a gzip file, the page inside a saved MHTML page; any other file as it is.

    Raises Unreadable when it is cut off, damaged or too large.
    """
    if looks_like_mhtml(found.content):
        return unpack_mhtml(found)
    if not found.content.startswith(b"\x1f\x8b"):
        return found
    try:
        with gzip.open(io.BytesIO(found.content)) as packed:
            content = packed.read(UNPACKED_LIMIT + 1)
    except EOFError:
        raise Unreadable("The gzip file is cut off: get it again and add the whole file.") from None
    except (OSError, zlib.error):
        raise Unreadable("The gzip file is damaged: get it again, or unpack it and add what is inside.") from None
    if len(content) > UNPACKED_LIMIT:
        raise Unreadable("The gzip file is over 256 MB once unpacked: unpack it and split it into parts.")
    if content.startswith(b"\x1f\x8b"):
        raise Unreadable("The gzip file holds another gzip file: unpack it and add what is inside.")
    return replace(found, content=content, media_hint=None)


def recognise(found: Found, *, case: str, capture: str, outlet: Outlet | None) -> Parsed:
    """The documents of a file, by the first format that fits."""
    refuse_binary(found.content)  # before markup is looked for: an office file may hold a page
    head = found.content[:_HEAD]
    markup = _markup_of(found, head)
    for form in MARKUP if markup is not None else ():
        if form.is_this(markup or b""):
            return form.read(found, case=case, capture=capture, outlet=outlet)
    decoded = decode(found.content, found.media_hint)
    cleaned = clean(decoded.content)
    repairs = (*decoded.repairs, *cleaned.repairs)
    if not cleaned.content.strip():
        raise Unreadable("The file is empty: there is nothing to read in it.")
    if not any(char.isalpha() for char in cleaned.content):
        raise Unreadable("The file holds no words: add the report it belongs to.")
    for kind in TEXT:
        if kind.is_this(cleaned.content):
            parsed = kind.read(cleaned.content, found, case, capture, outlet)
            return replace(parsed, repairs=(*repairs, *parsed.repairs))
    raise Unreadable("This is no format we know: save the report as plain text.")  # plain text takes all: never reached


def _markup_of(found: Found, head: bytes) -> bytes | None:
    """The start of a file that may be markup, in an encoding that shows its tags; None when it is no markup."""
    start = head[:4096]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or start[:200].count(0) > 20:
        try:
            start = head = decode(head[: len(head) & ~1], found.media_hint).content.encode("utf-8")
        except Unreadable:
            return None
    opening = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    hinted = "html" in (found.media_hint or "") or "xml" in (found.media_hint or "")
    return (
        head if opening.startswith(b"<") or (hinted and b"<" in opening) or b"<!doctype html" in start.lower() else None
    )


def _read_lines(content: str, found: Found, case: str, capture: str, outlet: Outlet | None) -> Parsed:
    return parse_jsonl(content, case=case, capture=capture, origin=found.origin)


def _read_note(content: str, found: Found, case: str, capture: str, outlet: Outlet | None) -> Parsed:
    return Parsed((parse_note(content, case=case, capture=capture),), "note")


def _read_tag_page(content: str, found: Found, case: str, capture: str, outlet: Outlet | None) -> Parsed:
    page, dump = read_tag_page(content, outlet), read_dump(content, outlet)
    drafts, notes, skipped = page.drafts, (), list(page.skipped)  # type: tuple[PostDraft, ...], tuple[Repair, ...], list[Repair]
    if dump is not None and (len(dump.drafts) > len(drafts) or not looks_like_tag_page(content)):
        drafts, notes, skipped = dump.drafts, dump.notes, list(dump.skipped)
    documents: list[Document] = []
    for draft in drafts:
        try:
            documents.extend(documents_of_post(draft, case=case, capture=capture, parser="according tag page 1"))
        except Unreadable as error:
            skipped.append(Repair(error.sentence, f"post {draft.order}"))
    if not documents:
        raise Unreadable(
            "This looks like an archive page but no post on it could be read: save the page whole, as HTML or as text.",
            origin=found.origin,
        )
    apart, twice = _tell_apart(bound_dates(documents), case)
    return Parsed(apart, "tag page, text" if len(drafts) > 1 else "post page, text", notes, (*skipped, *twice))


def _tell_apart(documents: tuple[Document, ...], case: str) -> tuple[tuple[Document, ...], tuple[Repair, ...]]:
    """Posts of one title on one page: the same words are kept once, other words get a key of their own."""
    texts: dict[str, set[str]] = {}
    for document in documents:
        texts.setdefault(document.key, set()).add(document.text.digest)
    out: list[Document] = []
    twice: list[Repair] = []
    seen: set[str] = set()
    for document in documents:
        key = document.key
        if len(texts[key]) > 1:
            key = f"{key}#{document.text.digest[:16]}"
        if key in seen:
            order = document.post.order if document.post else None
            twice.append(Repair("the same report stands twice on the page; kept once", f"post {order}"))
            continue
        seen.add(key)
        out.append(document if key == document.key else replace(document, key=key, id=document_id(case, key)))
    return tuple(out), tuple(twice)


def _read_markdown(content: str, found: Found, case: str, capture: str, outlet: Outlet | None) -> Parsed:
    draft = _addressed(draft_of_markdown(content, outlet), found)
    return Parsed(documents_of_post(draft, case=case, capture=capture, parser="according Markdown 1"), "Markdown")


def _read_text(content: str, found: Found, case: str, capture: str, outlet: Outlet | None) -> Parsed:
    draft = _addressed(draft_of_text(content, outlet), found)
    return Parsed(documents_of_post(draft, case=case, capture=capture, parser="according text 1"), "text")


def _addressed(draft: PostDraft, found: Found) -> PostDraft:
    """A text had from the web is known by its address."""
    return replace(draft, url=draft.url or found.final_address or found.address)


# The order counts: the more particular first. A new format is a file of its own and one line here.
MARKUP = (
    MarkupFormat(looks_like_wxr, parse_wxr),
    MarkupFormat(looks_like_feed, parse_feed),
    MarkupFormat(looks_like_html, parse_page),
)
TEXT = (
    TextFormat(looks_like_jsonl, _read_lines),
    TextFormat(looks_like_note, _read_note),
    TextFormat(looks_like_tag_page, _read_tag_page),
    TextFormat(lambda content: read_dump(content) is not None, _read_tag_page),
    TextFormat(looks_like_markdown, _read_markdown),
    TextFormat(lambda content: True, _read_text),
)
