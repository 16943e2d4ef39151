"""A document's text with its marks in, HTML of its blocks out. Everything is escaped; no scraped markup is ever passed on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from according.domain.document import Block, BlockKind, MarkKind
from according.domain.views import DocumentView
from according.present.addresses import safe_address
from according.present.tongues import foreign_runs


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """One block as HTML, and the numbers of the statements that stand in it."""

    kind: str
    level: int
    html: Markup
    numbers: tuple[int, ...]
    start: int
    note: str | None = None  # label, when the block is an endnote
    back: tuple[str, ...] = ()  # ids of the places that point to the note


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    rank: int  # outer first where spans are equal
    open: str
    close: str


def build_body(view: DocumentView) -> list[BodyBlock]:
    """The blocks of a document in order, statements, links, notes and shared words marked."""
    spans = sorted(_all_spans(view), key=lambda s: (s.start, s.rank, -s.end))
    points = _points(view)
    notes = {note.label: note for note in view.endnotes}
    out = []
    for block in view.blocks or whole_text(view.content):
        numbers = tuple(
            card.number
            for card, (_, _, start, _) in zip(view.statements, view.spans, strict=True)
            if block.start <= start < max(block.end, block.start + 1)
        )
        html = _render_run(view.content, block.start, block.end, spans, points, view.language)
        note = next((n for n in view.endnotes if block.start <= n.start < block.end), None)
        label = note.label if note and block.kind is BlockKind.ENDNOTE and note.label in notes else None
        back = (
            tuple(f"ref-{note_slug(label)}-{i}" for i in range(1, len(note.references) + 1)) if note and label else ()
        )
        out.append(BodyBlock(block.kind.value, block.level or 2, html, numbers, block.start, label, back))
    return out


def whole_text(content: str) -> Sequence[Block]:
    """Paragraph blocks of a text that has none."""
    return [Block(BlockKind.PARAGRAPH, m.start(), m.end()) for m in re.finditer(r"[^\n]+", content)]


def note_slug(label: str) -> str:
    """The label as part of an element's id."""
    return re.sub(r"\W", "-", label)


def _all_spans(view: DocumentView) -> list[_Span]:
    spans = []
    for shared in view.shared:
        spans.append(_Span(shared.span.start, shared.span.end, 0, '<span class="sh">', "</span>"))
    for card, (start, end, anchor_start, anchor_end) in zip(view.statements, view.spans, strict=True):
        state = "" if card.state == "accepted" else " np"
        spans.append(_Span(start, end, 1, f'<span class="q{state}" id="{escape(card.id)}">', "</span>"))
        if anchor_start < anchor_end:
            spans.append(_Span(anchor_start, anchor_end, 3, '<b class="an">', "</b>"))
    for mark in view.marks:
        made = _mark_span(mark.kind, mark.start, mark.end, mark.target)
        if made:
            spans.append(made)
    for note in view.endnotes:
        for i, ref in enumerate(note.references, 1):
            slug = note_slug(note.label)
            link = f'<a class="nr" role="doc-noteref" id="ref-{slug}-{i}" href="#note-{slug}">'
            spans.append(_Span(ref.start, ref.end, 4, link, "</a>"))
    for start, end, tag in foreign_runs(view.content, view.language or "en"):
        spans.append(_Span(start, end, 2, f'<span lang="{tag}">', "</span>"))
    return spans


def _mark_span(kind: MarkKind, start: int, end: int, target: str | None) -> _Span | None:
    if kind is MarkKind.LINK:
        address = safe_address(target)
        if not address:
            return None
        return _Span(
            start, end, 4, f'<a class="out" rel="external nofollow noreferrer" href="{escape(address)}">', "</a>"
        )
    if kind is MarkKind.EMPHASIS:
        return _Span(start, end, 5, "<em>", "</em>")
    if kind is MarkKind.STRONG:
        return _Span(start, end, 5, "<strong>", "</strong>")
    return None


def _points(view: DocumentView) -> dict[int, str]:
    """Small numbers set right after the word that names what is told, each leading to its card."""
    by_place: dict[int, list[int]] = {}
    for card, (_, _, _, anchor_end) in zip(view.statements, view.spans, strict=True):
        by_place.setdefault(anchor_end, []).append(card.number)
    return {
        place: '<sup class="n">'
        + " ".join(f'<a href="#card-{n}" id="at-{n}" aria-label="statement {n}">{n}</a>' for n in numbers)
        + "</sup>"
        for place, numbers in by_place.items()
    }


def _render_run(
    content: str, start: int, end: int, spans: Sequence[_Span], points: dict[int, str], language: str | None
) -> Markup:
    """`content[start:end]` with spans nested; one that crosses another is closed and opened again, its id kept once."""
    inside = [s for s in spans if s.start < end and s.end > start and s.start < s.end]
    cuts = {start, end, *(p for p in points if start < p <= end)}
    for span in inside:
        cuts.update((max(span.start, start), min(span.end, end)))
    places = sorted(cuts)
    out: list[str] = []
    stack: list[_Span] = []
    opened: set[int] = set()
    for here, following in zip(places, [*places[1:], end], strict=True):
        reopen: list[_Span] = []
        while any(s.end <= here for s in stack):
            top = stack.pop()
            out.append(top.close)
            if top.end > here:
                reopen.append(top)
        if here in points and here > start and not any(s.open.startswith("<a") for s in stack):
            out.append(points[here])
        fresh = [s for s in inside if max(s.start, start) == here and s not in stack]
        for span in sorted([*reversed(reopen), *(s for s in fresh if s.end > here)], key=lambda s: (s.rank, -s.end)):
            if span.open.startswith("<a") and any(s.open.startswith("<a") for s in stack):
                continue
            out.append(_open_again(span, opened, span.start < start))
            stack.append(span)
        if here < following:
            out.append(str(escape(content[here:following])).replace("\n", "<br>"))
    out.extend(span.close for span in reversed(stack))
    return Markup("".join(out))


def _open_again(span: _Span, opened: set[int], continued: bool) -> str:
    if id(span) in opened or continued:
        return re.sub(r' id="[^"]*"', "", span.open)
    opened.add(id(span))
    return span.open
