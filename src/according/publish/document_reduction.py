"""A document and how much of it was let out in, a new document holding only that out. Comments never leave."""

from __future__ import annotations

from dataclasses import dataclass, replace

from according.domain.call import Call
from according.domain.document import (
    Block,
    BlockKind,
    Document,
    Endnote,
    Mark,
    MarkKind,
    Outlet,
    Post,
    RepostLink,
    Term,
    Text,
    text_digest,
)
from according.domain.passage import Span, passage_at
from according.domain.statement import Judged, Statement
from according.publish.edition import ReleaseScope
from according.publish.redaction import CutText, Redactor


@dataclass(frozen=True, slots=True)
class ReducedDocument:
    """What is let out of one document."""

    document: Document
    judged: tuple[Judged, ...]
    cut: CutText | None  # of a document let out in full: where its places went


def reduce_document(
    doc: Document, scope: ReleaseScope, judged: tuple[Judged, ...], redactor: Redactor
) -> ReducedDocument:
    """The document as its readers may have it: in full, its accepted quotations, or that it exists."""
    head = _reduce_head(doc, redactor)
    if scope is ReleaseScope.FULL:
        cut = redactor.cut(doc.text.content)
        full = _reduce_full(head, doc, cut, redactor)
        if full.text.content == doc.text.content:  # else its hash would confirm a guessed name
            full = replace(full, capture=doc.capture)
        return ReducedDocument(full, _move_all(doc.id, judged, cut, redactor), cut)
    if scope is ReleaseScope.LISTING:
        return ReducedDocument(head, (), None)
    return _reduce_to_quotations(head, doc, judged, redactor)


def _reduce_head(doc: Document, redactor: Redactor) -> Document:
    """Title, outlet, authors, dates, address: that the document exists."""
    empty = Text("", text_digest(""))
    return Document(
        id=doc.id,
        case=doc.case,
        key=doc.id,
        title=redactor.say(doc.title),
        text=empty,
        outlet=_outlet(doc.outlet, redactor),
        authors=tuple(redactor.clean(author) for author in doc.authors),
        published=replace(doc.published, raw=None) if doc.published else None,
        posted=replace(doc.posted, raw=None) if doc.posted else None,
        written=replace(doc.written, raw=None) if doc.written else None,
        url=redactor.keep_address(doc.url),
        language=doc.language,
        genre=doc.genre,
        post=_post(doc.post, redactor),
        repost_of=tuple(_link(link, redactor) for link in doc.repost_of),
        parser=doc.parser,
    )


def _outlet(outlet: Outlet | None, redactor: Redactor) -> Outlet | None:
    return Outlet(redactor.say(outlet.name), redactor.keep_address(outlet.address)) if outlet else None


def _link(link: RepostLink, redactor: Redactor) -> RepostLink:
    outlet = _outlet(link.outlet, redactor) or link.outlet
    published = replace(link.published, raw=None) if link.published else None
    return RepostLink(
        outlet, redactor.say(link.how), redactor.keep_address(link.url), redactor.say_optional(link.author), published
    )


def _post(post: Post | None, redactor: Redactor) -> Post | None:
    if post is None:
        return None
    return Post(
        id=text_digest(post.id)[:16],
        title=redactor.say(post.title),
        position=post.position,
        reports=post.reports,
        order=post.order,
        url=redactor.keep_address(post.url),
        outlet=_outlet(post.outlet, redactor),
        author=redactor.say_optional(post.author),
        posted=replace(post.posted, raw=None) if post.posted else None,
        terms=tuple(Term(t.taxonomy, redactor.say(t.name)) for t in post.terms),
        comments=post.comments,
    )


def _reduce_full(head: Document, doc: Document, cut: CutText, redactor: Redactor) -> Document:
    def moved(start: int, end: int) -> tuple[int, int]:
        return cut.move_span(start, end)

    content = cut.content
    marks = []
    for mark in doc.text.marks:
        target = redactor.keep_address(mark.target) if mark.kind in (MarkKind.LINK, MarkKind.IMAGE) else mark.target
        if mark.target is None or target is not None:
            marks.append(Mark(mark.kind, *moved(mark.start, mark.end), target))
    blocks = tuple(Block(b.kind, *moved(b.start, b.end), b.level) for b in doc.text.blocks)
    return replace(
        head,
        text=Text(content, text_digest(content), blocks, tuple(marks)),
        endnotes=tuple(_endnote(note, cut, redactor) for note in doc.endnotes),
        sections=tuple(
            replace(redactor.clean(s), start=cut.move(s.start), end=cut.move(s.end, is_end=True)) for s in doc.sections
        ),
        calls=tuple(_call(call, cut, redactor) for call in doc.calls),
        media=tuple(redactor.clean(replace(m, place=None)) for m in doc.media),
    )


def _endnote(note: Endnote, cut: CutText, redactor: Redactor) -> Endnote:
    start, end = cut.move_span(note.start, note.end)
    addresses = tuple(a for a in note.addresses if redactor.keep_address(a))
    references = tuple(Span(*cut.move_span(r.start, r.end)) for r in note.references)
    return Endnote(note.label, start, end, cut.content[start:end], references, addresses)


def _call(call: Call, cut: CutText, redactor: Redactor) -> Call:
    start, end = cut.move_span(call.start, call.end)
    return replace(redactor.clean(call), start=start, end=end)


def _move_all(id: str, judged: tuple[Judged, ...], cut: CutText, redactor: Redactor) -> tuple[Judged, ...]:
    out = []
    for one in judged:
        quote, anchor = one.statement.quote, one.statement.anchor
        spans = cut.move_span(quote.start, quote.end), cut.move_span(anchor.start, anchor.end)
        out.append(_place(id, one, cut.content, *spans, redactor))
    return tuple(out)


def _place(
    id: str, judged: Judged, content: str, quote: tuple[int, int], anchor: tuple[int, int], redactor: Redactor
) -> Judged:
    """The statement at its new place, names taken out of every field; what only the workshop needs stays behind."""
    statement = judged.statement
    cleaned = redactor.clean(replace(statement, trace=()))
    made: Statement = replace(
        cleaned,
        id=statement.id,
        quote=passage_at(id, text_digest(content), content, *quote),
        anchor=Span(*anchor),
        participants=tuple(replace(p, start=None, end=None, mention=None) for p in cleaned.participants),
        speakers=tuple(replace(s, start=None, end=None, mention=None) for s in cleaned.speakers),
        count=replace(cleaned.count, start=None, end=None) if cleaned.count else None,
        when=replace(cleaned.when, start=None, end=None) if cleaned.when else None,
        where=replace(cleaned.where, start=None, end=None) if cleaned.where else None,
    )
    return Judged(made, judged.state, disowned=judged.disowned)


def _reduce_to_quotations(
    head: Document, doc: Document, judged: tuple[Judged, ...], redactor: Redactor
) -> ReducedDocument:
    """A text made of the accepted quotations alone, each a block of its own; overlapping ones become one block."""
    pieces: list[list[int]] = []
    for one in sorted(judged, key=lambda j: j.statement.quote.start):
        start, end = one.statement.quote.start, one.statement.quote.end
        if pieces and start <= pieces[-1][1]:
            pieces[-1][1] = max(pieces[-1][1], end)
        else:
            pieces.append([start, end])
    content, blocks, moves = "", [], []
    for start, end in pieces:
        cut = redactor.cut(doc.text.content[start:end])
        content += "\n\n" if content else ""
        blocks.append(Block(BlockKind.QUOTATION, len(content), len(content) + len(cut.content)))
        moves.append((start, end, len(content), cut))
        content += cut.content
    placed = []
    for one in judged:
        quote, anchor = one.statement.quote, one.statement.anchor
        start, _end, shift, cut = next(m for m in moves if m[0] <= quote.start and quote.end <= m[1])
        spans = [
            tuple(shift + place for place in cut.move_span(max(0, s.start - start), max(0, s.end - start)))
            for s in (Span(quote.start, quote.end), anchor)
        ]
        placed.append(_place(doc.id, one, content, (spans[0][0], spans[0][1]), (spans[1][0], spans[1][1]), redactor))
    text = Text(content, text_digest(content), tuple(blocks))
    return ReducedDocument(replace(head, text=text), tuple(placed), None)
