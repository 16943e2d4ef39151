"""Markdown to a draft: front matter, headings, lists, quotations, links, emphasis, foot notes, pictures. No HTML is ever kept."""

from __future__ import annotations

import re
from dataclasses import replace

from according.domain.document import BlockKind, Dated, Mark, MarkKind, Media, Outlet, Term
from according.parse.datelines import read_date_line
from according.parse.draft import PostDraft, RawBlock, trim
from according.parse.outlet_names import host_of
from according.parse.titles import is_separator

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w-]{0,30})\s*:\s*(.*)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S)")
_INLINE = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,300})\]\((?P<src>[^()\s]{1,2000})(?:\s+\"[^\"\n]{0,300}\")?\)"
    r"|\[(?P<words>[^\[\]\n]{1,500})\]\((?P<href>[^()\s]{1,2000})(?:\s+\"[^\"\n]{0,300}\")?\)"
    r"|<(?P<auto>https?://[^<>\s]{3,2000})>"
    r"|\[\^(?P<note>[\w-]{1,20})\](?!:)"
    r"|(?P<strong>\*\*|__)(?=\S)(?P<bold>[^*\n]{1,400}?)(?<=\S)(?P=strong)"
    r"|(?<![\w*])(?P<em>[*_])(?=\S)(?P<thin>[^*_\n]{1,400}?)(?<=\S)(?P=em)(?![\w*])"
)
_SIGNS = re.compile(
    r"^#{1,6} \S|^\[\^[\w-]{1,20}\]:|\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)|^```|^> \S|(?<!\*)\*\*[^\s*][^*\n]{0,200}\*\*", re.MULTILINE
)  # fmt: skip


def looks_like_markdown(content: str) -> bool:
    """Whether a text is Markdown: front matter with a title, a `#` heading in its first lines, or two other signs."""
    front = _FRONT.match(content[:20_000])
    if front and re.search(r"(?im)^(?:title|author|date|outlet|url)\s*:", front[1]):
        return True
    opening = content[:2000].lstrip()
    if re.match(r"# \S", opening):
        return True
    return len({found[0][:2] for found in _SIGNS.finditer(content[:50_000])}) >= 2


def draft_of_markdown(content: str, outlet: Outlet | None = None) -> PostDraft:
    """The draft a Markdown text makes. Front matter fields title, author, date, outlet, url, language, tags, categories are read."""
    front = _FRONT.match(content)
    fields = _fields(front[1]) if front else {}
    blocks = [_mark_inline(block) for block in _blocks(content[front.end() :] if front else content)]
    title = fields.get("title", "")
    if not title:
        for at, block in enumerate(blocks[:2]):
            if block.kind is BlockKind.HEADING:
                title = block.text
                del blocks[at]
                break
    blocks = [trim(_below_title(block)) for block in blocks]
    url = fields.get("url") or fields.get("link") or fields.get("source-url")
    return PostDraft(
        title or " ".join(blocks[0].text.split()[:12] if blocks else []), tuple(blocks), url=url, posted=_date(fields),
        author=fields.get("author") or fields.get("authors"), outlet=_outlet(fields, url) or outlet,
        terms=tuple(
            Term(taxonomy, name)
            for key, taxonomy in (("categories", "category"), ("category", "category"), ("tags", "tag"))
            for name in _list(fields.get(key, ""))
        ),
        media=tuple(
            Media("image", mark.target, alt=block.text[mark.start : mark.end] or None)
            for block in blocks for mark in block.marks if mark.kind is MarkKind.IMAGE
        ),
        language=fields.get("language") or fields.get("lang"),
    )  # fmt: skip


def _fields(front: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    last = ""
    for line in front.split("\n"):
        found = _FIELD.fullmatch(line.strip())
        if found:
            last = found[1].casefold()
            fields.setdefault(last, found[2].strip().strip("\"'"))
        elif last and line.strip().startswith("- "):
            fields[last] = ", ".join(part for part in (fields[last], line.strip()[2:].strip().strip("\"'")) if part)
    return {key: value for key, value in fields.items() if value}


def _list(value: str) -> list[str]:
    return [part.strip(" \"'") for part in value.strip("[]").split(",") if part.strip(" \"'")]


def _date(fields: dict[str, str]) -> Dated | None:
    raw = fields.get("date") or fields.get("published")
    return read_date_line(raw, "given") if raw else None


def _outlet(fields: dict[str, str], url: str | None) -> Outlet | None:
    host = host_of(url) if url else None
    name = fields.get("outlet") or fields.get("source") or fields.get("publication")
    return Outlet(name, host) if name else None


def _blocks(content: str) -> list[RawBlock]:
    blocks: list[RawBlock] = []
    waiting: list[str] = []
    kind = BlockKind.PARAGRAPH
    fenced = False

    def close() -> None:
        nonlocal kind
        if waiting:
            blocks.append(RawBlock(kind, "\n".join(waiting)))
            waiting.clear()
        kind = BlockKind.PARAGRAPH

    for line in content.split("\n"):
        words = line.strip()
        heading = _HEADING.fullmatch(words)
        if words.startswith("```"):
            close()
            fenced = not fenced
        elif fenced:
            waiting.append(line.rstrip())
        elif not words:
            close()
        elif heading:
            close()
            blocks.append(RawBlock(BlockKind.HEADING, heading[2], level=len(heading[1])))
        elif (
            waiting
            and set(words) in ({"="}, {"-"})
            and len(waiting) == 1
            and kind is BlockKind.PARAGRAPH
            and len(words) >= 3
        ):
            blocks.append(RawBlock(BlockKind.HEADING, waiting[0], level=1 if "=" in words else 2))
            waiting.clear()
        elif is_separator(words):
            close()
            blocks.append(RawBlock(BlockKind.PARAGRAPH, words))
        elif words.startswith(">"):
            if kind is not BlockKind.QUOTATION:
                close()
            kind = BlockKind.QUOTATION
            waiting.append(words.lstrip("> ").strip())
        elif _ITEM.match(line):
            close()
            kind = BlockKind.LIST_ITEM
            waiting.append(line[_ITEM.match(line).end() :].strip())  # type: ignore[union-attr]
        else:
            if words.startswith("[^") and waiting:
                close()
            waiting.append(words)
    close()
    return [block for block in blocks if block.text.strip()]


def _mark_inline(block: RawBlock) -> RawBlock:
    """The block without Markdown's signs, the places they named as marks."""
    parts: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for found in _INLINE.finditer(block.text):
        before = block.text[at : found.start()]
        parts.append(before)
        length += len(before)
        kind, words, target = _inline(found)
        marks.append(Mark(kind, length, length + len(words), target))
        parts.append(words)
        length += len(words)
        at = found.end()
    parts.append(block.text[at:])
    return replace(block, text="".join(parts), marks=tuple(marks))


def _inline(found: re.Match[str]) -> tuple[MarkKind, str, str | None]:
    if found["src"]:
        return MarkKind.IMAGE, found["alt"], found["src"]
    if found["href"]:
        return MarkKind.LINK, found["words"], found["href"]
    if found["auto"]:
        return MarkKind.LINK, found["auto"], found["auto"]
    if found["note"]:
        return MarkKind.NOTE_REFERENCE, found[0], found["note"]
    if found["bold"]:
        return MarkKind.STRONG, found["bold"], None
    return MarkKind.EMPHASIS, found["thin"], None


def _below_title(block: RawBlock) -> RawBlock:
    """A heading's level is at least 2 below the title."""
    if block.kind is BlockKind.HEADING and (block.level or 1) < 2:
        return replace(block, level=2)
    return block
