"""The comment thread of a single post page in, comments out: name, words, date, parent. E-mail and network addresses never."""

from __future__ import annotations

import re

from according.domain.document import Comment, Dated
from according.parse.dates_markup import read_printed, read_stamp
from according.parse.html_blocks import read_body
from according.parse.html_tree import Element, classes, iter_within, tag_of, text_of

_EMAIL = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}(?:@|\s?[\[(](?:at|@)[\])]\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.IGNORECASE
)
_NETWORK = re.compile(
    r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})(?![\w:])",
    re.IGNORECASE,
)
_THREADS = ("commentlist", "comment-list", "comments-list", "comment_list", "wp-block-comment-template")
_SAYS = re.compile(
    r"\s*(?:says|said|writes|schreibt|sagt|dit|dice|пишет|говорит|сказал\(а\)|комментирует|каже)?\s*:?\s*\Z",
    re.IGNORECASE,
)
_ID = re.compile(r"(?:div-|li-)?comment-(\d+)\Z")
WITHHELD_EMAIL = "[e-mail withheld]"
WITHHELD_ADDRESS = "[address withheld]"


def withhold(words: str, known: frozenset[str] = frozenset()) -> str:
    """A commenter's words or name without e-mail and network addresses, whosever they are, and without the `known` strings."""
    for secret in known:
        if secret and secret in words:
            words = words.replace(secret, WITHHELD_EMAIL if "@" in secret else WITHHELD_ADDRESS)
    if "@" in words or "at" in words:
        words = _EMAIL.sub(WITHHELD_EMAIL, words)
    return _NETWORK.sub(WITHHELD_ADDRESS, words)


def find_threads(root: Element) -> list[Element]:
    """The elements that hold comments: lists by their class, else the `#comments` area."""
    lists = [element for element in iter_within(root) if classes(element) & frozenset(_THREADS)]
    if lists:
        outer = frozenset(lists)
        return [element for element in lists if not any(parent in outer for parent in element.iterancestors())]
    return [element for element in iter_within(root) if element.get("id") == "comments"][:1]


def read_comments(root: Element, base: str | None) -> tuple[Comment, ...]:
    """Every comment, pingback and trackback printed on the page, in order, answers after what they answer."""
    comments: list[Comment] = []
    seen: set[str] = set()
    for thread in find_threads(root):
        items = [element for element in iter_within(thread) if _is_comment(element)]
        boxes = frozenset(items)
        for item in items:
            comment = _read_comment(item, boxes, base)
            if comment is not None and (comment.id is None or comment.id not in seen):
                seen.update({comment.id} if comment.id else set())
                comments.append(comment)
    return tuple(comments)


def _is_comment(element: Element) -> bool:
    names = classes(element)
    if tag_of(element) not in ("li", "div", "article", "dd"):
        return False
    if names & {"comment", "pingback", "trackback"} and not names & {"comment-body"}:
        return tag_of(element) == "li" or (_ID.match(element.get("id") or "") is not None and not _within_li(element))
    return tag_of(element) == "li" and _ID.match(element.get("id") or "") is not None


def _within_li(element: Element) -> bool:
    """`<li class=comment><article id=comment-7 class=comment>` (Twenty Eleven) is one comment, told by its li."""
    parent = element.getparent()
    return parent is not None and tag_of(parent) == "li"


def _read_comment(item: Element, boxes: frozenset[Element], base: str | None) -> Comment | None:
    names = classes(item)
    kind = next((name for name in ("pingback", "trackback") if name in names), "comment")
    parts = list(iter_within(item, skip=boxes))
    author = _author(parts, kind)
    content = _content(parts, item, boxes, base)
    if not content and not author:
        return None
    return Comment(
        withhold(author or "unknown"), withhold(content), _date(parts), _comment_id(item), _parent(item, boxes), kind
    )


def _author(parts: list[Element], kind: str) -> str | None:
    for wanted in (
        {"fn"},
        {"comment-author", "wp-block-comment-author-name", "comment-author-name"},
        {"comment-meta", "commentmetadata"},
    ):
        for part in parts:
            if classes(part) & wanted:
                name = _SAYS.sub("", text_of(part, most=120))
                if name:
                    return name
    for part in parts:
        if (tag_of(part) == "cite" or (kind != "comment" and tag_of(part) == "a")) and text_of(part, most=120):
            return _SAYS.sub("", text_of(part, most=120))
    return None


def _content(parts: list[Element], item: Element, others: frozenset[Element], base: str | None) -> str:
    for wanted in (
        {"comment-content", "comment_content", "comment-text", "wp-block-comment-content", "commenttext"},
        {"comment-body", "commentbody"},
    ):
        for part in parts:
            if classes(part) & wanted:
                return _words(part, others | _data(parts), base)
    return _words(item, others | _data(parts), base)


def _data(parts: list[Element]) -> frozenset[Element]:
    """What of a comment is not its words."""
    return frozenset(
        part
        for part in parts
        if classes(part) & {"comment-author", "comment-meta", "commentmetadata", "reply", "comment-reply-link", "vcard", "avatar", "fn", "says",
                            "comment-awaiting-moderation", "comment-edit-link", "edit-link", "comment-metadata", "commentnumber"}
        or tag_of(part) in ("cite", "time", "footer")
    )  # fmt: skip


def _words(part: Element, skip: frozenset[Element], base: str | None) -> str:
    blocks = read_body(part, base=base, skip=skip).blocks
    return "\n\n".join(block.text.strip() for block in blocks if block.text.strip())


def _date(parts: list[Element]) -> Dated | None:
    for part in parts:
        if tag_of(part) == "time":
            dated = read_stamp(part.get("datetime"), "time element")
            if dated is not None:
                return dated
    for part in parts:
        if classes(part) & {
            "comment-meta",
            "commentmetadata",
            "comment-date",
            "comment-metadata",
            "wp-block-comment-date",
            "published",
        } or "#comment-" in (part.get("href") or ""):
            dated = read_printed(text_of(part, most=120), "printed date")
            if dated is not None:
                return dated
    return None


def _comment_id(item: Element) -> str | None:
    for element in (item, *list(item)[:2]):
        found = _ID.match(element.get("id") or "")
        if found:
            return found.group(1)
    return None


def _parent(item: Element, boxes: frozenset[Element]) -> str | None:
    at = item.getparent()
    while at is not None:
        if at in boxes:
            return _comment_id(at)
        at = at.getparent()
    return None
