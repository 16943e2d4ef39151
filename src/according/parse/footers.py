"""The lines under a post on an archive page (terms, comment count, hand, date) to a Footer. Never looks at a post's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from according.domain.document import Dated
from according.parse.datelines import read_date_line

COUNT = re.compile(
    r"(?:(?P<none>leave a (?:comment|reply|response)|no (?:comments?|responses?|replies)(?: yet)?|add (?:a )?comments?|comments? off|comments are (?:off|closed)|be the first to comment|"
    r"оставить комментарий|(?:добавить|написать) комментарий|нет комментариев|комментариев нет|комментировать|комментарии отключены|"
    r"kommentar hinterlassen|schreibe einen kommentar|keine kommentare|laisser un commentaire|aucun commentaire|deja un comentario|"
    r"залишити коментар|пікір қалдыру)(?: (?:on|к записи|zu|sur) [^\n]{0,200})?"
    r"|(?P<number>\d{1,6})\s*(?:comments?|responses?|repl(?:y|ies)|комментари(?:й|я|ев)|kommentare?|commentaires?|comentarios?|коментар\w*)(?: (?:on|to|к записи|zu|sur) [^\n]{0,200})?"
    r"|(?P<one>one comment|one response|один комментарий)"
    r"|(?:comments?|комментари(?:и|ев)|kommentare|commentaires)\s*[:(]\s*(?P<after>\d{1,6})\s*\)?)\s*[.:»→]?",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"(?:filed (?:under|in)|(?:this entry was )?posted in|запись опубликована в рубрике|published in|categor(?:y|ies)|filed|рубрик[аи]|категори[яи]|в рубрике|опубликовано в(?: рубрике)?|размещено в|"
    r"veröffentlicht (?:in|unter)|kategorien?|publié dans|classé dans|catégories?|publicado en|категорі[яї])\s*:?\s+(?P<terms>\S[^\n]{0,600})",
    re.IGNORECASE,
)
_TAGGED = re.compile(
    r"(?:(?:and )?tagged(?: with| as)?|tags?|labels?|ярлыки|метк[аи]|теги?|с (?:тегами|метками)|verschlagwortet mit|schlagwörter|marqué|étiqueté|étiquettes?|mots-clés|etiquetado|etiquetas|позначки)\s*:?\s+(?P<terms>\S[^\n]{0,600})",
    re.IGNORECASE,
)
_POSTED_BY = re.compile(
    r"(?:posted |published |опубликовано |veröffentlicht )?(?:on |am |le )?(?P<date>[^\n]{6,60}?)(?:,? (?:by|от|von|par|автором|автор:?)\s+(?P<by>[^\n|]{2,60}?))?(?:\s*[|·•]\s*[^\n]{0,120})?",
    re.I,
)
_BY_ON = re.compile(
    r"(?:posted )?by (?P<by>[^\n|]{2,60}?)\s+(?:on|\||·|•|—|–|-|,)\s*(?P<date>[^\n|]{6,60}?)(?:\s*[|·•]\s*[^\n]{0,120})?",
    re.I,
)
_FOOTER_PARTS = re.compile(
    r"\s*[|·•]\s*|\s+(?=(?:and )?tagged\b)|,?\s+(?=с (?:тегами|метками)\b)|\.?\s+(?=(?:leave a (?:comment|reply)|\d+ comments?)\Z)",
    re.I,
)
_TAIL = re.compile(
    r"\.?\s*(?:bookmark the permalink|добавьте в закладки (?:постоянную ссылку|permalink))?\.\Z", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:posted by|опубликовано|автор:)\s+(?P<by>[^\W\d_][^\n|]{1,40}?)\s+(?:at|в)\s+\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?",
    re.IGNORECASE,
)
LONGEST_FOOTER = 900  # characters of the longest footer line


@dataclass(slots=True)
class Footer:
    """What the lines under a post say."""

    start: int  # line numbers, end exclusive
    end: int
    comments: int | None = None
    categories: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    date: Dated | None = None
    author: str | None = None


def find_footers(lines: Sequence[str], at: int) -> list[Footer]:
    """Runs of footer lines, blank lines between them allowed. A lone comment count before prose is a footer too."""
    found: list[Footer] = []
    current: Footer | None = None
    blank = 0
    for number in range(at, len(lines)):
        line = lines[number].strip()
        if not line:
            blank += 1
            continue
        read = read_footer_line(line)
        if read is None:
            if current is not None:
                found.append(current)
            current = None
        elif current is None or not _fits(current, read) or blank > 3:
            if current is not None:
                found.append(current)
            read.start, read.end = number, number + 1
            current = read
        else:
            _merge(current, read)
            current.end = number + 1
        blank = 0
    if current is not None:
        found.append(current)
    return list(_chosen(lines, at, found))


def _chosen(lines: Sequence[str], at: int, found: Sequence[Footer]) -> Iterator[Footer]:
    """A list of terms ends a post; a lone count does when prose stands above it (under a title it is that post's count)."""
    for footer in found:
        prose = any(len(line) >= 60 for line in lines[at : footer.start])
        if footer.categories or footer.tags or prose:
            yield footer
            at = footer.end


def _fits(current: Footer, more: Footer) -> bool:
    """A second count or a second list of categories belongs to the next post."""
    return not (
        (current.comments is not None and more.comments is not None)
        or (current.categories and more.categories)
        or (current.tags and more.tags)
    )


def _merge(current: Footer, more: Footer) -> None:
    current.comments = current.comments if current.comments is not None else more.comments
    current.categories.extend(more.categories)
    current.tags.extend(more.tags)
    current.date = current.date or more.date
    current.author = current.author or more.author


def read_footer_line(line: str) -> Footer | None:
    """A line that is nothing but a comment count, terms, or both ("Posted in A, B | Tagged C | 3 Comments"), else None."""
    if len(line) > LONGEST_FOOTER:
        return None
    footer = Footer(0, 0)
    line = _TAIL.sub("", line) if line.endswith(".") else line
    parts = [part.strip() for part in _FOOTER_PARTS.split(line) if part and part.strip()]
    for understood, part in enumerate(parts):
        count, filed, tagged = COUNT.fullmatch(part), _FILED.fullmatch(part), _TAGGED.fullmatch(part)
        if count:
            footer.comments = read_count(count)
        elif (
            filed and not filed["terms"].startswith(("и ", "and ", "und ", "et ", "y ")) and _are_terms(filed["terms"])
        ):
            footer.categories.extend(_terms(filed["terms"]))
        elif tagged and _are_terms(tagged["terms"]):
            footer.tags.extend(_terms(tagged["terms"]))
        elif signed := _SIGNED.fullmatch(part):
            footer.author = signed["by"].strip()
        elif understood and (date := read_posted_line(part)):
            footer.date, footer.author = date
        elif re.fullmatch(
            r"(?:permalink|edit|bookmark the permalink|share|print|постоянная ссылка|tweet|trackback)\W*", part, re.I
        ):
            pass
        else:
            return None
    told = footer.comments is not None or footer.categories or footer.tags or footer.author
    return footer if told else None


def read_count(count: re.Match[str]) -> int:
    if count["none"]:
        return 0
    return 1 if count["one"] else int(count["number"] or count["after"])


def _are_terms(words: str) -> bool:
    """Terms are short names between commas; a sentence is none."""
    parts = words.split(",")
    return not words.rstrip().endswith((".", "!", "?")) and all(
        len(part) <= 60 and len(part.split()) <= 8 for part in parts
    )


def _terms(words: str) -> list[str]:
    return [name for part in words.split(",") if (name := part.strip(" .\u00a0#"))]


def read_posted_line(line: str) -> tuple[Dated, str | None] | None:
    """Date and hand of "Posted on 3 May 2012 by anna", "by anna | May 3, 2012"."""
    if len(line) > 200:
        return None
    for pattern in (_BY_ON, _POSTED_BY):
        found = pattern.fullmatch(line)
        date = read_date_line(found["date"].strip(), "post line") if found else None
        if found and date:
            return replace(date, raw=line), (found["by"] or "").strip() or None
    return None
