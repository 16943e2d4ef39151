"""Parts of one report by different hands. In: blocks or a text. Out: headings told apart, sections. Never splits a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from according.domain.document import Author, Block, BlockKind, Outlet, Section, Text
from according.parse.bylines import read_byline
from according.parse.draft import RawBlock, cut
from according.parse.titles import is_title

_LONGEST_BYLINE = 120


def part_headings(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """A short line over a by-line is a heading, also where both stand in one paragraph."""
    pieces: list[RawBlock] = []
    for block in blocks:
        first, _, rest = block.text.partition("\n")
        second = rest.split("\n", 1)[0]
        if block.kind is BlockKind.PARAGRAPH and second and is_title(first.strip()) and _is_byline(second):
            pieces.append(replace(cut(block, 0, len(first)), kind=BlockKind.HEADING, level=2))
            pieces.append(cut(block, len(first) + 1, len(first) + 1 + len(second)))
            pieces.append(cut(block, len(first) + len(second) + 2, len(block.text)))
        else:
            pieces.append(block)
    pieces = [piece for piece in pieces if piece.text or piece.marks]
    for at in range(1, len(pieces)):
        above = pieces[at - 1]
        if _is_byline(pieces[at].text) and above.kind is BlockKind.PARAGRAPH and is_title(above.text):
            pieces[at - 1] = replace(above, kind=BlockKind.HEADING, level=2)
    return tuple(pieces)


def _is_byline(words: str) -> bool:
    return len(words) <= _LONGEST_BYLINE and "\n" not in words.strip() and read_byline(words) is not None


def find_sections(
    text: Text,
    hands: tuple[Author, ...],
    outlet: Outlet | None,
    lead_end: int | None = None,
    blog: Outlet | None = None,
) -> tuple[Section, ...]:
    """The sections of a text that has more than one hand, in order; empty where there is but one.

    `lead_end` is where a lead-in by the blog that reposts the report ends, if it has one.
    """
    cuts: list[tuple[int, Author | None, Outlet | None, str | None]] = []
    hand = hands[0] if len(hands) == 1 else None
    start = 0
    if lead_end is not None:
        cuts.append((0, None, blog, None))
        start = lead_end
    cuts.append((start, hand, outlet, None))
    for above, block in zip(text.blocks, text.blocks[1:], strict=False):
        words = text.content[block.start : block.end]
        if above.kind is not BlockKind.HEADING or block.kind is not BlockKind.PARAGRAPH or not _is_byline(words):
            continue
        credit = read_byline(words)
        if credit is None or above.start <= cuts[-1][0]:
            continue
        author = _with_affiliation(credit.authors[0], text, above)
        cuts.append((above.start, author, credit.outlet, text.content[above.start : above.end]))
    if len(cuts) < 2:
        return ()
    ends = [cut[0] for cut in cuts[1:]] + [len(text.content)]
    return tuple(
        Section(start, len(text.content[:end].rstrip()), author, of, title)
        for (start, author, of, title), end in zip(cuts, ends, strict=True)
    )


def _with_affiliation(author: Author, text: Text, heading: Block) -> Author:
    """An introduction often says what its guest is ("journalist A B explores")."""
    if author.affiliation:
        return author
    before = text.content[max(0, heading.start - 600) : heading.start]
    said = re.search(
        rf"(?:\A|[,.:;(]\s|\b(?:by|from|the|an?)\s)((?:[a-zà-ÿ-]{{3,20}} ){{1,3}}){re.escape(author.name)}\b", before
    )
    return replace(author, affiliation=said[1].strip()) if said else author
