"""One post's element in, how many comments the page says it has out. None where the page does not say."""

from __future__ import annotations

import re

from according.parse.html_tree import Element, classes, iter_within, tag_of, text_of
from according.parse.themes import all_of

_META = all_of("data_lines")
_NO_COMMENTS = re.compile(
    r"(?:no (?:comments?|responses?|replies)|leave a (?:comment|reply|response)|add (?:a )?comments?|comments? off|be the first"
    r"|нет комментариев|комментарии отключены|комментариев нет|оставить комментарий|добавить комментарий|прокомментировать"
    r"|keine kommentare|kommentar hinterlassen|schreibe einen kommentar|aucun commentaire|laisser un commentaire|sin comentarios"
    r"|deja un comentario|no hay comentarios|nessun commento|немає коментарів|залишити коментар|пікір жоқ|пікір қалдыру"
    r"|comments are (?:closed|off)|reply\Z|ответить\Z)",
    re.IGNORECASE,
)
_COMMENT_WORD = r"(?:comments?|responses?|replies|thoughts? on|коммент\w*\.?|коментар\w*|отзыв\w*|kommentare?|commentaires?|comentarios?|commenti|commento|пікір\w*)"
_COMMENT_COUNT = re.compile(
    rf"(?<!\w)(?:(\d[\d,. ]{{0,6}})\s+{_COMMENT_WORD}|{_COMMENT_WORD}\s*[:(]\s*(\d{{1,6}})|(one|один)\s+{_COMMENT_WORD})",
    re.IGNORECASE,
)


def count_comments(post: Element, body: Element | None) -> int | None:
    """How many comments the page says the post has; None where it does not say."""
    outside = list(iter_within(post, skip=frozenset([body] if body is not None else [])))
    pointed = [
        element
        for element in outside
        if classes(element) & {"comments-link", "comment-count", "comments-count", "td-module-comments", "post-comments", "commentslink",
                               "entry-comments-link", "elementor-post-avatar__comments", "wp-block-post-comments-link", "comments", "feedback"}
        or (tag_of(element) == "a" and (element.get("href") or "").endswith(("#comments", "#respond", "#disqus_thread", "#comment")))
    ]  # fmt: skip
    for element in pointed:
        number = _count_in(text_of(element, most=120), bare=True)
        if number is not None:
            return number
    for element in outside:
        if classes(element) & _META or tag_of(element) in ("small", "footer"):
            number = _count_in(text_of(element, most=400), bare=False)
            if number is not None:
                return number
    return None


def _count_in(words: str, *, bare: bool) -> int | None:
    found = _COMMENT_COUNT.search(words)
    if found:
        digits = re.sub(r"\D", "", found.group(1) or found.group(2) or "1")
        return int(digits) if digits else 1
    if _NO_COMMENTS.search(words):
        return 0
    return int(words) if bare and words.isdigit() and len(words) < 7 else None


def starts_with_count(words: str) -> bool:
    """Whether a line is a count of comments ("8 Comments on ...")."""
    return _COMMENT_COUNT.match(words) is not None
