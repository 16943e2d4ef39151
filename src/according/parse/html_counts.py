"""One post's element in, how many comments the page says it has out. None where the page does not say."""

from __future__ import annotations

import re

from according.parse.datelines import read_date_line
from according.parse.html_tree import Element, classes, iter_within, rels, tag_of, text_of
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
        if classes(element) & _META or tag_of(element) in ("small", "footer") or is_data_line(element):
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


_LABEL = re.compile(
    r"(?:posted (?:on|in|by|at)|published (?:on|in|by)|filed (?:under|in)|categor(?:y|ies)\b\s*:|tagged|tags?\s*:|by\s+[^\W\d_]|author\s*:"
    r"|рубрик[аи]\b|категори[яи]\s*:|метк[аи]\b|т[еэ]ги?\s*:|автор\b|опубликован|дата\s*:|просмотр|views?\b|kategorie|schlagw|veröffentlicht"
    r"|publié|publicado)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[|•·]|\s[/–—-]\s)\s*")


def is_data_line(element: Element) -> bool:
    """A short line that says when, by whom, under which terms or with how many comments, and nothing else.

    "At noon on 3 March 2012 they met" is no data line: a date alone among other words proves nothing.
    """
    if tag_of(element) not in ("p", "div", "small", "span", "ul", "li", "dl", "footer", "h6"):
        return False
    if next(element.iterdescendants("p", "h1", "h2", "h3", "h4", "blockquote"), None) is not None:
        return False  # a box around more than a line
    words = text_of(element, most=400)
    if not 4 <= len(words) <= 300:
        return False
    if any(rels(link) & {"tag", "category"} for link in element.iter("a")):
        return True
    pieces = [piece for piece in _BETWEEN.split(words) if piece]
    told = [_is_data(piece) for piece in pieces]
    return any(told) and all(is_told or len(piece.split()) <= 3 for is_told, piece in zip(told, pieces, strict=True))


def _is_data(piece: str) -> bool:
    dated = len(piece) <= 80 and read_date_line(piece, "page") is not None
    return dated or _COMMENT_COUNT.match(piece) is not None or (_LABEL.match(piece) is not None and len(piece) < 160)
