"""A post as a format module read it, before it is split into reports. In: blocks with marks. Out: one Text. Never guesses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from according.domain.document import (
    Block,
    BlockKind,
    Comment,
    Dated,
    Mark,
    MarkKind,
    Media,
    Outlet,
    Term,
    Text,
    text_digest,
)
from according.errors import Unreadable
from according.parse.normalise import TEXT_LIMIT, clean_with_offsets


@dataclass(frozen=True, slots=True)
class RawBlock:
    """One block before it has its place in a text. `text` may hold line feeds (line breaks); marks count from its start."""

    kind: BlockKind
    text: str
    marks: tuple[Mark, ...] = ()
    level: int | None = None  # of a heading, 1 to 6

    @property
    def lines(self) -> list[str]:
        """The lines of the block, stripped."""
        return [line.strip() for line in self.text.split("\n")]


def paragraph(text: str, *marks: Mark) -> RawBlock:
    """A paragraph."""
    return RawBlock(BlockKind.PARAGRAPH, text, tuple(marks))


@dataclass(frozen=True, slots=True)
class PostDraft:
    """One post of a page, feed or export: everything the format says of it, nothing concluded from its words."""

    title: str
    blocks: tuple[RawBlock, ...]
    url: str | None = None
    guid: str | None = None
    posted: Dated | None = None
    author: str | None = None  # who posted it on the blog; of a lone article its author
    outlet: Outlet | None = None  # the blog
    terms: tuple[Term, ...] = ()
    comments: tuple[Comment, ...] = ()
    comment_count: int | None = None
    media: tuple[Media, ...] = ()  # `place` may be None: it is found by the image marks
    order: int | None = None  # on its page, from 1
    language: str | None = None  # as declared by the page, or None


def trim(block: RawBlock) -> RawBlock:
    """The block under the rules of Text, without white space at its ends, marks moved along; empty marks but images dropped."""
    edges = sorted({edge for mark in block.marks for edge in (mark.start, mark.end)})
    content, moved = clean_with_offsets(block.text, edges)
    left = len(content) - len(content.lstrip())
    content = content.strip()
    marks = []
    for mark in block.marks:
        start = min(max(moved[mark.start] - left, 0), len(content))
        end = min(max(moved[mark.end] - left, 0), len(content))
        if start < end or mark.kind is MarkKind.IMAGE:
            marks.append(replace(mark, start=start, end=end))
    return replace(block, text=content, marks=tuple(marks))


def cut(block: RawBlock, start: int, end: int) -> RawBlock:
    """The part `text[start:end]` of a block, with the marks that lie in it (those that reach across are shortened)."""
    marks = []
    for mark in block.marks:
        inside = mark.start < end and mark.end > start
        if inside or (mark.start == mark.end and start <= mark.start <= end):
            marks.append(replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start))
    return trim(replace(block, text=block.text[start:end], marks=tuple(marks)))


def assemble(blocks: Iterable[RawBlock]) -> Text:
    """One Text of all blocks that say something, joined by a blank line, with offsets in code points.

    Raises Unreadable when the text is over 4 MB.
    """
    parts: list[str] = []
    placed: list[Block] = []
    marks: list[Mark] = []
    at = 0
    waiting: list[Mark] = []  # images of blocks without words: they stand where the next block starts
    for block in map(trim, blocks):
        if not block.text:
            waiting.extend(block.marks)
            continue
        if parts:
            parts.append("\n\n")
            at += 2
        marks.extend(replace(mark, start=at, end=at) for mark in waiting)
        waiting = []
        placed.append(Block(block.kind, at, at + len(block.text), block.level))
        marks.extend(replace(mark, start=at + mark.start, end=at + mark.end) for mark in block.marks)
        parts.append(block.text)
        at += len(block.text)
    marks.extend(replace(mark, start=at, end=at) for mark in waiting)
    content = "".join(parts)
    if at > TEXT_LIMIT or len(content.encode("utf-8")) > TEXT_LIMIT:
        raise Unreadable("One text is over 4 MB: split the file into parts and add these.", size=at)
    return Text(content, text_digest(content), tuple(placed), tuple(sorted(marks, key=lambda mark: mark.start)))
