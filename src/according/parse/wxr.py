"""A WordPress export (WXR 1.0 to 1.2, sound, damaged or cut) in, documents of its published posts and pages out.

Comments are kept, commenters' e-mail and network addresses never. PHP-serialised meta is never read.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from urllib.parse import unquote

from according.domain.capture import Found
from according.domain.document import Comment, Dated, Document, Media, Outlet, Parsed, Repair, Term
from according.errors import Unreadable
from according.parse.dates_markup import read_instant, read_local_pair
from according.parse.draft import PostDraft
from according.parse.html_blocks import Body, read_body
from according.parse.html_comments import withhold
from according.parse.html_tree import Element, host_of, parse_html, text_of, tidy
from according.parse.mixed_encoding import decode_markup
from according.parse.reports import documents_of_post
from according.parse.shortcodes import expand_shortcodes
from according.parse.wxr_items import Export, Item, read_export

PARSER = "wxr 1"
_SIGN = re.compile(
    r"wordpress\.org/export/|<wp:wxr_version|<wp:post_(?:id|type)>|This is a WordPress eXtended RSS file", re.IGNORECASE
)
_BLOCKS = re.compile(r"<!--\s*/?wp:")
_TAXONOMIES = {"category": "category", "post_tag": "tag", "tag": "tag"}
_READ_TYPES = frozenset(("post", "page", ""))
_QUIET_TYPES = frozenset(("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "wp_global_styles",
                          "wp_navigation", "wp_template", "wp_template_part", "wp_block", "wp_font_face", "wp_font_family"))  # fmt: skip
_STATUS_WORDS = {
    "draft": "a draft", "pending": "waiting for review", "private": "private", "trash": "in the trash",
    "future": "scheduled, not yet published", "auto-draft": "an automatic draft", "inherit": "a revision",
}  # fmt: skip


def looks_like_wxr(head: bytes | str) -> bool:
    """Whether a file's start is that of a WordPress export."""
    text = head.decode("latin-1") if isinstance(head, bytes) else head
    return _SIGN.search(text[:200_000]) is not None and "<" in text[:200]


def parse_wxr(found: Found, *, case: str, capture: str, outlet: Outlet | None = None) -> Parsed:
    """Published posts and pages with their comments. Drafts, private, protected and deleted ones are listed in `skipped`.

    Raises Unreadable when nothing published could be read.
    """
    cleaned = decode_markup(found.content, found.media_hint)
    export = read_export(cleaned.content)
    repairs = [*cleaned.repairs, *export.repairs]
    skipped = list(export.lost)
    if not export.items:
        raise Unreadable(
            "This WordPress export holds no item that could be read; export the site again (Tools, Export, All content)",
            origin=found.origin,
        )
    reader = _Reader(export, outlet or _outlet(export))
    documents: list[Document] = []
    for order, item in enumerate(export.items, 1):
        why_not = _why_not_read(item)
        if why_not is not None:
            skipped.extend([Repair(why_not, _name(item, order))] if why_not else [])
            continue
        try:
            draft = reader.draft(item, skipped)
            documents.extend(documents_of_post(draft, case=case, capture=capture, parser=PARSER))
        except Unreadable as error:
            skipped.append(Repair(f"not read: {error.sentence}", _name(item, order)))
    quiet = sum(1 for item in export.items if item.get("wp:post_type") in _QUIET_TYPES)
    if quiet:
        skipped.append(Repair(f"{quiet} attachments, menu entries and templates of the export hold no report"))
    if not documents:
        raise Unreadable(
            f"None of the {len(export.items)} items of this WordPress export is a published post or page with words;"
            " export all content, and publish drafts you want read",
            items=len(export.items),
        )
    return Parsed(tuple(documents), "WXR", tuple(repairs), tuple(skipped))


def _why_not_read(item: Item) -> str | None:
    """None: read it. "": leave it out without a word of its own. Else the reason it is skipped."""
    kind, status = item.get("wp:post_type").strip(), item.get("wp:status").strip() or "publish"
    if kind in _QUIET_TYPES:
        return ""
    if kind not in _READ_TYPES:
        return f"not a post or page but of type {kind[:40]}"
    if item.get("wp:post_password").strip():
        return "protected by a password: not read"
    if status != "publish":
        return f"not published: {_STATUS_WORDS.get(status, status[:40])}"
    return None


def _name(item: Item, order: int) -> str:
    return _line(item.get("title")) or f"item {order}"


def _line(markup: str) -> str:
    """A title in one line, without markup."""
    if "<" not in markup and "&" not in markup:
        return tidy(markup)
    return text_of(_fragment(markup), most=500) if markup.strip() else ""


def _fragment(markup: str) -> Element:
    return parse_html(f"<html><body><div>{markup}</div></body></html>", what="this item")


def _outlet(export: Export) -> Outlet | None:
    address = (
        export.channel.get("wp:base_blog_url") or export.channel.get("link") or export.channel.get("wp:base_site_url")
    )
    host = host_of(address)
    name = _line(export.channel.get("title", "")) or host
    return Outlet(name, host) if name else None


class _Reader:
    """Turns items into drafts; knows the export's attachments, so that galleries and featured pictures find theirs."""

    def __init__(self, export: Export, outlet: Outlet | None) -> None:
        self._outlet = outlet
        language = re.match(r"([a-zA-Z]{2})(?:[-_]|\Z)", export.channel.get("language", "").strip())
        self._language = language.group(1).lower() if language else None
        self._site = export.channel.get("wp:base_blog_url") or export.channel.get("link") or None
        self._attachments = {
            item.get("wp:post_id").strip(): item
            for item in export.items
            if item.get("wp:post_type").strip() == "attachment"
        }
        self._guids = Counter(unescape(item.get("guid").strip()) for item in export.items)
        self._secrets = frozenset(
            value.strip()
            for item in export.items
            for comment in item.comments
            for value in (comment.get("wp:comment_author_email", ""), comment.get("wp:comment_author_IP", ""))
            if len(value.strip()) > 3
        )

    def draft(self, item: Item, skipped: list[Repair]) -> PostDraft:
        """One published item. Comments that were not approved go to `skipped`, counted, without their words."""
        address = item.get("link").strip() or None
        body = self._body(item)
        comments = self._comments(item, skipped)
        posted = read_local_pair(item.get("wp:post_date"), item.get("wp:post_date_gmt"), "export") or read_instant(
            item.get("pubDate"), "export"
        )
        return PostDraft(
            title=_line(item.get("title")) or _first_words(body),
            blocks=body.blocks,
            url=address,
            guid=self._key(item, address),
            posted=posted,
            author=tidy(item.get("dc:creator")) or None,
            outlet=self._outlet,
            terms=_terms(item),
            comments=comments,
            comment_count=len(comments),
            media=body.media,
            language=self._language,
        )

    def _key(self, item: Item, address: str | None) -> str:
        """The guid; with the post's number where the export gives one guid to several posts (copied posts keep it)."""
        guid = unescape(item.get("guid").strip())
        if guid and self._guids[guid] > 1:
            guid = f"{guid} {item.get('wp:post_id').strip()}"
        return f"wxr:{guid or self._given_id(item) or address or _line(item.get('title'))}"

    def _given_id(self, item: Item) -> str | None:
        number = item.get("wp:post_id").strip()
        return f"{self._site}?p={number}" if self._site and number else None

    def _body(self, item: Item) -> Body:
        content = item.get("content:encoded")
        if not content.strip():
            content = item.get("excerpt:encoded")
        expanded, gallery = expand_shortcodes(content)
        if not expanded.strip():
            return Body((), self._gallery(gallery))
        read = read_body(
            _fragment(expanded),
            base=item.get("link").strip() or self._site,
            breaks_are_paragraphs=not _BLOCKS.search(content),
        )
        return Body(read.blocks, (*read.media, *self._gallery(gallery)), read.is_excerpt)

    def _gallery(self, ids: tuple[str, ...]) -> tuple[Media, ...]:
        found = []
        for number in ids:
            attachment = self._attachments.get(number)
            address = attachment.get("wp:attachment_url").strip() if attachment else ""
            if attachment and address:
                found.append(Media("image", address, caption=_line(attachment.get("excerpt:encoded")) or None))
        return tuple(found)

    def _comments(self, item: Item, skipped: list[Repair]) -> tuple[Comment, ...]:
        kept: list[Comment] = []
        held = 0
        for raw in item.comments:
            if raw.get("wp:comment_approved", "1").strip() != "1":
                held += 1
                continue
            kept.append(self._comment(raw))
        if held:
            skipped.append(
                Repair(
                    f"{held} comments that were not approved (spam or waiting) left out",
                    _line(item.get("title")) or None,
                )
            )
        return tuple(kept)

    def _comment(self, raw: dict[str, str]) -> Comment:
        kind = raw.get("wp:comment_type", "").strip()
        parent = raw.get("wp:comment_parent", "").strip()
        return Comment(
            author=withhold(tidy(raw.get("wp:comment_author")) or "unknown", self._secrets),
            content=withhold(_comment_words(raw.get("wp:comment_content", "")), self._secrets),
            date=_comment_date(raw),
            id=raw.get("wp:comment_id", "").strip() or None,
            parent=parent if parent not in ("", "0") else None,
            kind=kind if kind in ("pingback", "trackback") else "comment",
        )


def _comment_date(raw: dict[str, str]) -> Dated | None:
    return read_local_pair(raw.get("wp:comment_date"), raw.get("wp:comment_date_gmt"), "export")


def _comment_words(markup: str) -> str:
    if not markup.strip():
        return ""
    blocks = read_body(_fragment(markup), breaks_are_paragraphs=True).blocks
    return "\n\n".join(block.text.strip() for block in blocks if block.text.strip())


def _first_words(body: Body) -> str:
    words = " ".join(" ".join(block.text for block in body.blocks[:2]).split()[:10])
    return words or "untitled"


def _terms(item: Item) -> tuple[Term, ...]:
    """Categories and tags; WXR 1.0 prints each twice, once without its slug."""
    with_slug = {(_TAXONOMIES.get(domain), _line(name)) for domain, slug, name in item.terms if slug}
    terms: list[Term] = []
    for domain, slug, name in item.terms:
        taxonomy, shown = _TAXONOMIES.get(domain), _line(name)
        if taxonomy is None or not shown or (not slug and (taxonomy, shown) in with_slug):
            continue
        term = Term(taxonomy, shown, unquote(slug) or None)
        if term not in terms:
            terms.append(term)
    return tuple(terms)
