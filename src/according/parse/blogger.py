"""Entries of an Atom feed in; posts, their comments, and what is neither (Blogger exports hold settings and templates) out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from according.domain.document import Comment, Repair
from according.parse.dates_markup import read_instant
from according.parse.html_blocks import read_body
from according.parse.html_comments import withhold
from according.parse.html_tree import parse_html, tidy

_KIND = "schemas.google.com/g/2005#kind"


@dataclass(frozen=True, slots=True)
class SortedEntries:
    """Posts in order, comments by the id of the post they answer, and what was left out."""

    posts: tuple[Any, ...]
    comments: dict[str, tuple[Comment, ...]]
    skipped: tuple[Repair, ...]


def sort_entries(entries: Iterable[Any]) -> SortedEntries:
    """By the kind Blogger gives each entry; an entry without a kind is a post. Drafts are left out, comments keep no address."""
    posts: list[Any] = []
    comments: dict[str, list[Comment]] = defaultdict(list)
    skipped: list[Repair] = []
    other = 0
    for entry in entries:
        kind = _kind(entry)
        if kind == "comment":
            comments[_answered(entry)].append(_comment(entry))
        elif kind not in ("", "post", "page"):
            other += 1
        elif str(entry.get("app_draft") or "").lower() == "yes":
            skipped.append(Repair("not published: a draft", tidy(str(entry.get("title") or "")) or None))
        else:
            posts.append(entry)
    if other:
        skipped.append(Repair(f"{other} settings and templates of the export hold no report"))
    return SortedEntries(tuple(posts), {post: tuple(thread) for post, thread in comments.items()}, tuple(skipped))


def _kind(entry: Any) -> str:
    for tag in entry.get("tags", ()):
        if _KIND in str(tag.get("scheme") or ""):
            return str(tag.get("term") or "").rpartition("#")[2]
    return ""


def _answered(entry: Any) -> str:
    reply = entry.get("thr_in-reply-to") or entry.get("in-reply-to") or {}
    return str(reply.get("ref") or "") if isinstance(reply, dict) else ""


def _comment(entry: Any) -> Comment:
    detail = entry.get("author_detail") or {}
    markup = str((entry.get("content") or [{}])[0].get("value") or entry.get("summary") or "")
    blocks = read_body(parse_html(f"<html><body><div>{markup}</div></body></html>")).blocks
    return Comment(
        author=withhold(tidy(str(detail.get("name") or "")) or "unknown"),
        content=withhold("\n\n".join(block.text.strip() for block in blocks if block.text.strip())),
        date=read_instant(str(entry.get("published") or ""), "feed"),
        id=str(entry.get("id") or "") or None,
    )
