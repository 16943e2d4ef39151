"""Endnotes by their labels: blocks marked as notes, references marked in the text, both tied. Addresses are read, never fetched."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from according.domain.document import BlockKind, Endnote, Mark, MarkKind, Text
from according.domain.passage import Span
from according.parse.draft import RawBlock, cut

_LABEL = r"(?:\d{1,3}|[ivxlcIVXLC]{1,8}|[a-z]|\*{1,3}|[†‡])"
_NOTE_START = re.compile(rf"(?:\[({_LABEL})\]|\^\[({_LABEL})\]|([¹²³⁰⁴-⁹]{{1,3}})|\[\^([\w-]{{1,20}})\]:)\s*(?=\S)")
_NUMBERED = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_REFERENCE = re.compile(rf"\[({_LABEL})\]|\[\^([\w-]{{1,20}})\]|(?<=[\w.,;:!?”\"’»)])([¹²³⁰⁴-⁹]{{1,3}})")
_HEADING = re.compile(
    r"(?:end|foot)?notes?(?: and (?:references|sources))?|references|sources|bibliography|"
    r"примечани[яе]|сноски|источники|литература|ссылки|anmerkungen|fußnoten|quellen|notes et références|notas|fuentes",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\[\]{}|\\^`]{3,2000}|\bwww\.[^\s<>\"“”«»\[\]{}|\\^`]{3,2000}")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def tie_endnotes(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """The blocks with foot notes made blocks of kind endnote and their references marked; others stay as they are.

    A block is a note when it opens with a label that an earlier block points to, or stands under a heading "Notes".
    """
    parted = [piece for block in blocks for piece in _part_notes(block)]
    pointed = _labels_pointed_to(parted)
    out: list[RawBlock] = []
    under_heading = False
    labels: set[str] = set()
    for block in parted:
        label = note_label(block.text)
        if block.kind is BlockKind.ENDNOTE:
            labels.add(label or "")
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and label and pointed.get(label, 0) >= 2:
            block = replace(block, kind=BlockKind.ENDNOTE)
            labels.add(label)
        elif under_heading and block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and _NUMBERED.match(block.text):
            block = replace(block, kind=BlockKind.ENDNOTE)
            labels.add(note_label(block.text, numbered=True) or "")
        under_heading = _is_notes_heading(block) or (under_heading and block.kind is BlockKind.ENDNOTE)
        out.append(block)
    return tuple(_mark_references(block, labels) for block in out)


def _part_notes(block: RawBlock) -> list[RawBlock]:
    """Notes that stand line by line in one paragraph are several blocks."""
    if block.kind is not BlockKind.PARAGRAPH or "\n" not in block.text or not _NOTE_START.match(block.text):
        return [block]
    starts = [
        found.start() + 1 for found in re.finditer("\n", block.text) if _NOTE_START.match(block.text, found.end())
    ]
    if not starts:
        return [block]
    edges = [0, *starts, len(block.text)]
    return [cut(block, start, end) for start, end in pairwise(edges)]


def note_label(words: str, numbered: bool = False) -> str | None:
    """The label a note opens with ("[i]", "[^3]:", "²"; "4." only when asked), without brackets; None for other words."""
    found = _NOTE_START.match(words)
    if found is None and numbered:
        found = _NUMBERED.match(words)
    if found is None:
        return None
    label = next(group for group in found.groups() if group)
    return label.translate(_SUPERSCRIPTS)


def _labels_pointed_to(blocks: Sequence[RawBlock]) -> dict[str, int]:
    """How often each label stands in brackets anywhere; a note and one reference make two."""
    seen: dict[str, int] = {}
    for block in blocks:
        for found in _REFERENCE.finditer(block.text):
            label = (found[1] or found[2] or found[3]).translate(_SUPERSCRIPTS)
            seen[label] = seen.get(label, 0) + 1
        opening = _NOTE_START.match(block.text)
        if opening and opening[3]:
            label = opening[3].translate(_SUPERSCRIPTS)
            seen[label] = seen.get(label, 0) + 1
        for mark in block.marks:
            if mark.kind is MarkKind.NOTE_REFERENCE and mark.target and not _REFERENCE.match(block.text, mark.start):
                seen[mark.target] = seen.get(mark.target, 0) + 1
    return seen


def _is_notes_heading(block: RawBlock) -> bool:
    words = block.text.strip(" :.*_-—\n")
    return len(words) <= 40 and _HEADING.fullmatch(words) is not None


def _mark_references(block: RawBlock, labels: set[str]) -> RawBlock:
    held: set[int] = set()  # code points that are marked already
    for mark in block.marks:
        if mark.kind is MarkKind.NOTE_REFERENCE:
            held.update(range(mark.start, min(mark.end, mark.start + 16)))
    opening = len(_NOTE_START.match(block.text)[0]) if block.kind is BlockKind.ENDNOTE and note_label(block.text) else 0  # type: ignore[index]
    marks = list(block.marks)
    for found in _REFERENCE.finditer(block.text, opening):
        label = (found[1] or found[2] or found[3]).translate(_SUPERSCRIPTS)
        if label in labels and held.isdisjoint(range(found.start(), found.end())):
            marks.append(Mark(MarkKind.NOTE_REFERENCE, found.start(), found.end(), label))
    return replace(block, marks=tuple(sorted(marks, key=lambda mark: mark.start)))


def read_endnotes(text: Text) -> tuple[Endnote, ...]:
    """The notes of an assembled text, each with the places that point to it and the web addresses in it."""
    references: dict[str, list[Span]] = {}
    for mark in text.marks:
        if mark.kind is MarkKind.NOTE_REFERENCE and mark.target:
            references.setdefault(mark.target, []).append(Span(mark.start, mark.end))
    links = [mark for mark in text.marks if mark.kind is MarkKind.LINK and mark.target]
    places = [mark.start for mark in links]
    notes = []
    for number, block in enumerate((block for block in text.blocks if block.kind is BlockKind.ENDNOTE), 1):
        words = text.content[block.start : block.end]
        label = note_label(words, numbered=True)
        opening = _NOTE_START.match(words) or _NUMBERED.match(words)
        linked = links[bisect_left(places, block.start) : bisect_left(places, block.end)]
        inside = [mark.target or "" for mark in linked]
        notes.append(
            Endnote(
                label or str(number), block.start, block.end, words[opening.end() if opening else 0:].strip(),
                tuple(references.get(label or str(number), ())), addresses_in(words, inside),
            )
        )  # fmt: skip
    return tuple(notes)


def addresses_in(words: str, links: Sequence[str] = ()) -> tuple[str, ...]:
    """Web addresses printed in some words, then those only linked, each once, without the full stop that ends the sentence."""
    found: list[str] = []
    for match in _ADDRESS.finditer(words):
        address = match[0].rstrip(".,;:!?'’")
        while address.endswith(")") and address.count("(") < address.count(")"):
            address = address[:-1].rstrip(".,;:!?'’")
        found.append(address)
    found.extend(link for link in links if link.startswith(("http://", "https://")))
    return tuple(dict.fromkeys(found))
