"""The last lines of a report: source, via, signature, author note. In: blocks. Out: the blocks without bare source lines, a Foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.domain.document import Author, BlockKind, Dated, MarkKind
from according.parse.bylines import read_byline
from according.parse.datelines import read_date_line
from according.parse.draft import RawBlock
from according.parse.heads import Head
from according.parse.outlet_names import Credit, looks_like_outlet, outlet_named, read_address_line
from according.parse.signatures import read_author_note, read_signature, read_signed_role
from according.parse.source_lines import read_source_line, read_via_line

_TRANSLATED = re.compile(
    r"\W*(?:translated|translation|edited|перевод|перевела?|übersetzt|traduit)\b[^\n]{0,120}", re.IGNORECASE
)
_LAST = 5  # blocks looked at, notes and lists left aside


@dataclass(slots=True)
class Foot:
    """What the last lines say. An author note stays in the text; a bare source line does not."""

    via: Credit | None = None
    source: Credit | None = None
    outlet: Credit | None = None
    outlet_how: str = ""
    authors: tuple[Author, ...] = ()
    date: Dated | None = None
    author_note: bool = False


def read_foot(blocks: Sequence[RawBlock], head: Head) -> tuple[tuple[RawBlock, ...], Foot]:
    """The blocks that stay, and what the foot of the report told. A head's word stands above the foot's."""
    foot = Foot()
    kept = list(blocks)
    looked, last_words = 0, True
    for at in range(len(kept) - 1, 0, -1):
        block = kept[at]
        if block.kind is BlockKind.ENDNOTE or not block.text:
            continue
        if looked == _LAST:
            break
        looked += 1
        words = _plain(block.text)
        if block.kind in (BlockKind.LIST_ITEM, BlockKind.HEADING):
            last_words = False
            continue
        if _TRANSLATED.fullmatch(words):
            continue
        if _is_bare(block, words, foot, last_words=last_words):
            kept[at] = replace(block, text="", marks=tuple(m for m in block.marks if m.kind is MarkKind.IMAGE))
            continue
        _read_note(block, words, foot, head, last_words=last_words, before=_words_before(kept, at))
        last_words = False
    if len(kept) == 1 and kept[0].text:
        _read_signature(_plain(kept[0].text), foot)
    return tuple(block for block in kept if block.text or block.marks), foot


def _is_bare(block: RawBlock, words: str, foot: Foot, *, last_words: bool) -> bool:
    """Whether the block is nothing but a source, via or by-line; notes it."""
    if "\n" in words or len(words) > 240:
        return False
    if (via := read_via_line(words)) and foot.via is None:
        foot.via = via
    elif (source := read_source_line(words)) and foot.source is None:
        foot.source = _linked(source, block)
        foot.date = foot.date or source.date
    elif last_words and (by := read_byline(words)) and not foot.authors and len(words) <= 120:
        foot.authors = by.authors
        if by.outlet and foot.outlet is None:
            foot.outlet, foot.outlet_how = by, "by-line"
    else:
        return False
    return True


def _linked(credit: Credit, block: RawBlock) -> Credit:
    links = [mark.target for mark in block.marks if mark.kind is MarkKind.LINK and mark.target]
    if not links or not links[0].startswith(("http://", "https://")) or credit.outlet is None:
        return credit
    address = read_address_line(links[0])
    host = address.outlet.address if address and address.outlet else None
    return replace(credit, outlet=replace(credit.outlet, address=credit.outlet.address or host), url=links[0])


def _words_before(blocks: Sequence[RawBlock], at: int) -> str:
    return next((_plain(block.text) for block in reversed(blocks[:at]) if block.text.strip()), "")


def _leads_on(before: str) -> bool:
    """Whether the words above an address lead to it ("See:") or are an address themselves: a list of links is no source."""
    return before.endswith((":", "→", "–")) or read_address_line(before.rpartition("\n")[2].strip()) is not None


def _read_note(block: RawBlock, words: str, foot: Foot, head: Head, *, last_words: bool, before: str = "") -> None:
    note = read_author_note(words)
    known = {author.name.casefold() for author in head.authors + foot.authors}
    if note and (note.name.casefold() in known or (last_words and not known and _signs(note))):
        foot.authors = (*foot.authors, note)
        foot.author_note = True
        return
    if not last_words:
        return
    if read_date_line(words) and foot.date is None:
        foot.date = read_date_line(words)
        return
    address = read_address_line(words)
    if address and foot.outlet is None and not _leads_on(before):
        foot.outlet, foot.outlet_how = _linked(address, block), "last line names the address"
        return
    signed = read_signed_role(words)
    if signed and not known:
        foot.authors = (signed,)
        return
    _read_signature(words, foot)


def _signs(note: Author) -> bool:
    """Without a by-line a closing sentence is an author note only when it tells a writing or campaigning office."""
    said = (note.affiliation or "").casefold()
    return any(
        word in said
        for word in (
            "writer", "journalist", "correspondent", "editor", "coordinator", "reporter", "columnist", "researcher at",
            "researcher for", "author of", "writes for", "журналист", "корреспондент", "редактор", "координатор",
        )
    )  # fmt: skip


def _read_signature(words: str, foot: Foot) -> None:
    name = read_signature(words)
    if name is None or foot.authors:
        return
    foot.authors = (Author(name),)
    if foot.outlet is None and looks_like_outlet(name):
        foot.outlet, foot.outlet_how = Credit(outlet=outlet_named(name)), "signature"


def _plain(words: str) -> str:
    """The words with plain spaces, line by line, for matching."""
    return words.replace("\u00a0", " ").strip()
