"""A by-line to the hands, outlet and date it names. Never looks at prose."""

from __future__ import annotations

import re

from according.domain.document import Author
from according.parse.datelines import read_date_line
from according.parse.outlet_names import Credit, is_name, looks_like_outlet, outlet_named
from according.parse.titles import LONGEST

_BY = re.compile(
    r"(?:(?:posted|written|reported|story|text|words|report|article)\s+by|by|by-line:|author[s]?:|"
    r"автор(?:ы|\s+(?:текста|статьи))?:|текст:|беседовала?:?|von|par|por|od|autor(?:in)?:|auteur:)\s+",
    re.I,
)
_PARTS = re.compile(r"\s+[/|•·—–]\s+|\s*\|\s*")


def read_byline(line: str) -> Credit | None:
    """The hands (and outlet, date) of "By A B", "By A B and C D", "By A B / The Outlet / 27 May 2012", else None."""
    words = line.strip(" \t\u00a0()[]*_")
    if len(words) > LONGEST:
        return None
    found = _BY.match(words)
    if found is None:
        return None
    first, *rest = [part.strip() for part in _PARTS.split(words[found.end():]) if part.strip()] or [""]  # fmt: skip
    authors, more = _read_names(first)
    if not authors:
        return None
    outlet, date = None, None
    for part in [*more, *rest]:
        read = read_date_line(part)
        if read and date is None:
            date = read
        elif outlet is None and (part in rest or looks_like_outlet(part)):
            outlet = outlet_named(part)
        elif authors[0].affiliation is None:
            authors = tuple(Author(author.name, part) for author in authors)
    return Credit(authors, outlet, None, date)


def _read_names(words: str) -> tuple[tuple[Author, ...], list[str]]:
    """Names joined by commas and "and"; parts after a comma that are no names come back as they are."""
    place = re.search(r"\s+(?:in|for|at|из|для)\s+(?=(?:the |The )?[^\W\d_])", words)
    tail: list[str] = []
    if place and is_name(words[: place.start()]):
        after = words[place.end():].strip()  # fmt: skip
        if place.group().strip() != "in" and after:
            tail.append(after)
        words = words[: place.start()]
    authors: list[Author] = []
    pieces = [piece.strip() for piece in words.split(",") if piece.strip()]
    for at, piece in enumerate(pieces):
        names = [name.strip() for name in re.split(r"\s+(?:and|und|et|y|и|&)\s+", piece)]
        date_like = read_date_line(", ".join(pieces[at:]))
        if date_like or not all(is_name(name) for name in names) or (authors and looks_like_outlet(piece)):
            return tuple(authors), [*([", ".join(pieces[at:])] if date_like else pieces[at:]), *tail]
        authors.extend(Author(name) for name in names)
    return tuple(authors), tail
