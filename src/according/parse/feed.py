"""An RSS or Atom feed in, documents of its entries out. Results are checked, not the parser's own flag; nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any

import feedparser

from according.domain.capture import Found
from according.domain.document import Dated, Document, Outlet, Parsed, Repair, Term
from according.errors import Unreadable
from according.parse.blogger import sort_entries
from according.parse.dates_markup import read_instant
from according.parse.draft import PostDraft
from according.parse.html_blocks import Body, read_body
from according.parse.html_page import plain_address
from according.parse.html_tree import MOST_CHARACTERS, host_of, parse_html, text_of, tidy
from according.parse.mixed_encoding import decode_markup
from according.parse.reports import documents_of_post
from according.parse.wxr_items import drop_doctype

PARSER = "feed 1"
_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)\b(?=[^>]{0,3000}>)", re.IGNORECASE)
_COMMENT_FEED = re.compile(
    r"(?:comments? (?:on|for)|комментарии (?:на|к|для)|kommentare (?:zu|für)|commentaires (?:sur|pour)|comentarios en)\b",
    re.IGNORECASE,
)
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FOOTER = re.compile(
    r"(?:The post|Запись|Сообщение|Der Beitrag|L’article|La entrada) .{1,300} (?:appeared first on|first appeared on|впервые появилась|erschien zuerst|est apparu en premier|se publicó primero)\b.{0,200}\Z",
    re.IGNORECASE | re.DOTALL,
)


def looks_like_feed(head: bytes | str) -> bool:
    """Whether a file's start is that of RSS, Atom or RDF."""
    text = head.decode("latin-1") if isinstance(head, bytes) else head
    start = text[:20_000].lstrip("\ufeff\xef\xbb\xbf \r\n\t")
    if not start.startswith("<"):
        return False
    found = _ROOT.search(start)
    return found is not None and "<html" not in start[: found.start()].lower()


def parse_feed(found: Found, *, case: str, capture: str, outlet: Outlet | None = None) -> Parsed:
    """The entries of the feed. Raises Unreadable for a feed of comments, and when no entry could be read."""
    cleaned = decode_markup(found.content, found.media_hint)
    if len(cleaned.content) > MOST_CHARACTERS:
        raise Unreadable(
            "this feed is longer than 32 million characters; split it, or add the site's export", origin=found.origin
        )
    text, dropped = drop_doctype(cleaned.content)
    repairs = list(cleaned.repairs)
    if dropped:
        repairs.append(Repair("a document type declaration was left out: feeds need none, and it could hide a trap"))
    text, odd = _BAD.subn("", text)
    if odd:
        repairs.append(Repair(f"{odd} control characters that XML forbids were taken out"))
    parsed = _read(text)
    if _is_comment_feed(parsed):
        raise Unreadable(
            "this is a feed of comments, not of reports; add the page of the post, which holds both",
            origin=found.origin,
        )
    if not parsed.entries:
        raise Unreadable(
            "this feed holds no entry that could be read; fetch it again or save the page itself", origin=found.origin
        )
    if parsed.get("bozo"):
        repairs.append(Repair("the XML of this feed is damaged: entries were read as far as they go"))
    return _gather(parsed, found, outlet, repairs, case=case, capture=capture)


def _read(text: str) -> Any:
    """Feedparser on bytes we hold (a str it might take for an address), with its own cleaning off: words go through ours."""
    body = re.sub(r"\A\s*<\?xml[^>]{0,300}\?>", "", text).strip().encode("utf-8")
    try:
        return feedparser.parse(
            BytesIO(b'<?xml version="1.0" encoding="utf-8"?>\n' + body),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (RecursionError, ValueError, AssertionError, LookupError) as error:
        raise Unreadable("this feed could not be read as RSS or Atom; save the page itself instead") from error


def _is_comment_feed(parsed: Any) -> bool:
    return bool(_COMMENT_FEED.match(tidy(str(parsed.feed.get("title", "")))))


def _gather(
    parsed: Any, found: Found, outlet: Outlet | None, repairs: list[Repair], *, case: str, capture: str
) -> Parsed:
    site = outlet or _outlet(parsed, found)
    language = re.match(r"([a-zA-Z]{2})(?:[-_]|\Z)", str(parsed.feed.get("language", "")).strip())
    documents: list[Document] = []
    skipped: list[Repair] = []
    seen: dict[str | None, set[str | None]] = {}
    sorted_out = sort_entries(parsed.entries)
    skipped.extend(sorted_out.skipped)
    for order, entry in enumerate(sorted_out.posts, 1):
        draft, is_excerpt = _draft(entry, order, site, language.group(1).lower() if language else None)
        thread = sorted_out.comments.get(str(entry.get("id") or ""), ())
        if thread:
            draft = replace(draft, comments=thread, comment_count=len(thread))
        if draft.url in seen.get(draft.guid, ()):
            skipped.append(Repair("the same entry stands twice in this feed: taken once", draft.title))
            continue
        is_copy = draft.guid in seen
        seen.setdefault(draft.guid, set()).add(draft.url)
        if is_copy:  # copied posts keep the guid of what they copy
            draft = replace(draft, guid=f"{draft.guid} {draft.url or draft.title}")
        if not draft.url:
            repairs.append(Repair("the entry has no link: known by its guid alone", draft.title))
        if is_excerpt:
            repairs.append(
                Repair(
                    "the feed holds only the beginning of this post: add the post's own page for the rest", draft.title
                )
            )
        try:
            documents.extend(documents_of_post(draft, case=case, capture=capture, parser=PARSER))
        except Unreadable as error:
            skipped.append(Repair(f"not read: {error.sentence}", draft.title))
    if not documents:
        raise Unreadable(
            f"none of the {len(parsed.entries)} entries of this feed has words; save the pages themselves",
            entries=len(parsed.entries),
        )
    return Parsed(tuple(documents), "feed", tuple(repairs), tuple(skipped))


def _outlet(parsed: Any, found: Found) -> Outlet | None:
    host = host_of(str(parsed.feed.get("link", ""))) or host_of(found.final_address or found.address)
    if host is None:
        host = next((host_of(str(entry.get("link") or entry.get("id") or "")) for entry in parsed.entries), None)
    # WordPress prints "Site » Term", since 4.4 "Term – Site"; a dash in the title of a whole site's feed is its own.
    title = _line(str(parsed.feed.get("title", "")))
    name = re.split(r"\s+[»›]\s+", title)[0].strip() or host
    own = " ".join(str(link.get("href") or "") for link in parsed.feed.get("links", ()) if link.get("rel") == "self")
    if re.search(r"/(?:tag|category|author|tags)/|[?&](?:tag|cat)=", own) and " – " in title:
        name = title.rpartition(" – ")[2].strip() or name
    return Outlet(name, host) if name else None


def _line(markup: str) -> str:
    if "<" not in markup and "&" not in markup:
        return tidy(markup)
    return text_of(parse_html(f"<html><body><div>{markup}</div></body></html>"), most=500) if markup.strip() else ""


def _draft(entry: Any, order: int, site: Outlet | None, language: str | None) -> tuple[PostDraft, bool]:
    link = tidy(str(entry.get("link") or ""))
    guid = unescape(tidy(str(entry.get("id") or "")))
    if not link.startswith("http"):
        alternates = [str(item.get("href") or "") for item in entry.get("links", ())]
        link = next((href for href in alternates if href.startswith("http")), "") or (
            guid if _is_permalink(guid) else ""
        )
    body, is_excerpt = _body(entry, link or None)
    title = (
        _line(str(entry.get("title") or ""))
        or " ".join(" ".join(block.text for block in body.blocks[:2]).split()[:10])
        or "untitled"
    )
    dated = _date(entry)
    given = (
        guid
        or plain_address(link)
        or f"{site.address or site.name if site else ''}\n{title}\n{dated.edtf if dated else ''}"
    )
    draft = PostDraft(
        title=title, blocks=body.blocks, url=plain_address(link) or None, guid=f"feed:{given}", posted=dated,
        author=_author(entry), outlet=site, terms=_terms(entry), comment_count=_comment_count(entry), media=body.media,
        order=order, language=_language(entry) or language,
    )  # fmt: skip
    return draft, is_excerpt


def _is_permalink(guid: str) -> bool:
    return guid.startswith("http") and "?p=" not in guid


def _body(entry: Any, base: str | None) -> tuple[Body, bool]:
    """The whole content where the feed gives it, else the summary, which is an excerpt unless it is as long as a report."""
    whole = max((str(part.get("value") or "") for part in entry.get("content", ())), key=len, default="")
    summary = str(entry.get("summary") or "")
    markup = whole if len(whole) >= len(summary) else summary
    if not markup.strip():
        return Body(()), False
    body = read_body(parse_html(f"<html><body><div>{markup}</div></body></html>", what="this entry"), base=base)
    worded = [block for block in body.blocks if block.text.strip()]
    if worded and _FOOTER.match(worded[-1].text.strip()):
        body = Body(tuple(block for block in body.blocks if block is not worded[-1]), body.media, body.is_excerpt)
    length = sum(len(block.text) for block in body.blocks)
    return body, body.is_excerpt or (not whole and length < 700)


def _date(entry: Any) -> Dated | None:
    for name in ("published", "created", "issued", "date", "updated"):
        dated = read_instant(str(entry.get(name) or ""), "feed")
        if dated is not None:
            return dated
    return None


def _author(entry: Any) -> str | None:
    """The name; RSS 2.0 puts "address (name)" there: the address is left out."""
    detail = entry.get("author_detail") or {}
    name = tidy(str(detail.get("name") or entry.get("author") or ""))
    named = re.search(r"\(([^()@]{1,80})\)\s*\Z", name)
    name = named.group(1) if named else name
    return name if name and "@" not in name else None


def _terms(entry: Any) -> tuple[Term, ...]:
    """Feeds print categories and tags alike, as categories; only a scheme that names tags tells them apart."""
    terms: list[Term] = []
    for item in entry.get("tags", ()):
        name = _line(str(item.get("label") or item.get("term") or ""))
        scheme = str(item.get("scheme") or "").lower()
        taxonomy = "tag" if "tag" in scheme.rpartition("/")[2] else "category"
        if name and not scheme.endswith("#kind") and Term(taxonomy, name) not in terms:
            terms.append(Term(taxonomy, name))
    return tuple(terms)


def _comment_count(entry: Any) -> int | None:
    raw = str(entry.get("slash_comments") or entry.get("thr_total") or "")
    return int(raw) if raw.isdigit() and len(raw) < 7 else None


def _language(entry: Any) -> str | None:
    detail = (entry.get("content") or [entry.get("summary_detail") or {}])[0]
    found = re.match(r"([a-zA-Z]{2})(?:[-_]|\Z)", str(detail.get("language") or ""))
    return found.group(1).lower() if found else None
