"""Plain text to blocks and a draft: paragraphs, list items, headings, notes, quotations after a lead-in. Never a rule about content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from according.domain.document import Block, BlockKind, Mark, Outlet
from according.parse.bylines import read_byline
from according.parse.datelines import read_date_line
from according.parse.draft import PostDraft, RawBlock, trim
from according.parse.endnotes import tie_endnotes
from according.parse.outlet_names import read_address_line
from according.parse.titles import is_caption, is_separator, is_title

# A dash before Cyrillic words opens direct speech, not a list item.
_BULLET = re.compile(
    r"[ \t\u00a0]*(?:[•●▪◦‣·∙]|\*(?=[ \t\u00a0])|[-–](?=[ \t\u00a0]+[^\s\u0400-\u052f]))[ \t\u00a0]*(?=\S)"
)
_ITEM_NUMBER = re.compile(r"[ \t\u00a0]*\d{1,2}[.)][ \t\u00a0]+(?=\S)")
_QUOTING = re.compile(
    r"(?:\b(?:says?|said|suggests?|wrote|writes?|reads?|report(?:s|ed)|state[sd]?|statement|quotes?|added|told \w+|"
    r"message|letter)\b|сообщил|говорит|пишет|заявил|заявлени|письм|обращени)[^\n]{0,120}:\Z",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[ \t\u00a0]*")
LONG_LINE = 90  # characters: a line so long is a whole paragraph, not a line of a wrapped one


def blocks_of_text(content: str) -> tuple[RawBlock, ...]:
    """The blocks of a plain text: blank lines part paragraphs; bullets make list items; short lines over long ones headings."""
    blocks: list[RawBlock] = []
    for lines in _paragraphs(content):
        blocks.extend(_blocks_of_paragraph(lines))
    return tuple(_mark_quotations(blocks))


def blocks_in_place(content: str) -> tuple[tuple[Block, ...], tuple[Mark, ...]]:
    """The blocks of a text that must not change, where they stand in it, and the marks of its note references."""
    raw = [trim(block) for block in blocks_of_text(content)]
    blocks: list[Block] = []
    marks: list[Mark] = []
    at = 0
    for block in tie_endnotes([block for block in raw if block.text]):
        start = content.find(block.text, at)
        if start < 0:  # a list item whose lines were drawn together
            continue
        at = start + len(block.text)
        blocks.append(Block(block.kind, start, at, block.level))
        marks.extend(replace(mark, start=start + mark.start, end=start + mark.end) for mark in block.marks)
    return tuple(blocks), tuple(marks)


def _paragraphs(content: str) -> list[list[str]]:
    found: list[list[str]] = []
    lines: list[str] = []
    for line in content.split("\n"):
        if _BLANK.fullmatch(line):
            if lines:
                found.append(lines)
            lines = []
        else:
            lines.append(line)
    if lines:
        found.append(lines)
    return found


def _blocks_of_paragraph(lines: list[str]) -> list[RawBlock]:
    """One paragraph, or the items of a list, or a heading and its paragraph, or lines cut at separators."""
    blocks: list[RawBlock] = []
    waiting: list[str] = []

    def close() -> None:
        if waiting:
            blocks.extend(_heading_apart(waiting))
            waiting.clear()

    in_list = False
    numbered = sum(1 for line in lines if _ITEM_NUMBER.match(line)) >= 2
    for line in lines:
        bullet = _BULLET.match(line) or (_ITEM_NUMBER.match(line) if numbered else None)
        if is_separator(line):
            close()
            blocks.append(RawBlock(BlockKind.PARAGRAPH, line.strip()))
            in_list = False
        elif bullet:
            close()
            kept = line if numbered and not _BULLET.match(line) else line[bullet.end():]  # fmt: skip
            blocks.append(RawBlock(BlockKind.LIST_ITEM, kept.strip()))
            in_list = True
        elif in_list and line[:1] in " \t\u00a0":
            blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text}\n{line.strip()}")
        else:
            in_list = False
            waiting.append(line.rstrip())
    close()
    return blocks


def _heading_apart(lines: list[str]) -> list[RawBlock]:
    """A short line without a full stop over a long line is the heading of what follows."""
    first = lines[0].strip()
    over = len(lines) == 2 and len(lines[1]) >= LONG_LINE and len(first) <= 80 and is_title(first)
    if over and not is_head_line(first):
        rest = RawBlock(BlockKind.PARAGRAPH, "\n".join(lines[1:]).strip())
        return [RawBlock(BlockKind.HEADING, first, level=3), rest]
    return [RawBlock(BlockKind.PARAGRAPH, "\n".join(lines).strip())]


def is_head_line(line: str) -> bool:
    """Whether a line tells of the report (outlet, date, by-line, picture) rather than heading a part of it."""
    return bool(read_address_line(line) or read_date_line(line) or read_byline(line) or is_caption(line))


def _mark_quotations(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """The one paragraph after a lead-in such as "the agency said:" is quoted; more than one cannot be known from plain text."""
    out: list[RawBlock] = []
    for block in blocks:
        before = out[-1] if out else None
        lead = before is not None and before.kind is BlockKind.PARAGRAPH and before.text.endswith(":")
        if lead and block.kind is BlockKind.PARAGRAPH and before and _QUOTING.search(before.text[-200:]):
            block = replace(block, kind=BlockKind.QUOTATION)
        out.append(block)
    return out


def draft_of_text(content: str, outlet: Outlet | None = None) -> PostDraft:
    """A lone plain text as a draft without a title of its own when its first line is none."""
    blocks = list(blocks_of_text(content))
    title = ""
    for at, block in enumerate(blocks[:3]):
        first = block.text.split("\n", 1)[0].strip()
        if is_separator(first) or is_head_line(first):
            continue
        if is_title(first) or (len(first) <= 200 and len(first.split()) <= 28 and "\n" in block.text and at == 0):
            title = " ".join(first.split())
        break
    return PostDraft(title or _first_words(blocks), tuple(blocks), outlet=outlet)


def _first_words(blocks: Sequence[RawBlock]) -> str:
    """What a text without a headline is called: its first words, up to twelve."""
    for block in blocks:
        words = block.text.split()
        if words and not is_separator(block.text):
            return " ".join(words[:12])[:120] + (" …" if len(words) > 12 else "")
    return ""
