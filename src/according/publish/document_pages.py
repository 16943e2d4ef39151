"""A document of an edition in, the view of its page out: text, cards, shared words, disputes, calls, provenance."""

from __future__ import annotations

from according.domain.call import Call
from according.domain.document import Comment, Dated, Document, Section
from according.domain.event import Dispute
from according.domain.passage import Span
from according.domain.shared import Earlier, SharedPassage
from according.domain.views import (
    CallView,
    CommentView,
    DisputeView,
    DocumentView,
    Link,
    OriginView,
    SharedView,
)
from according.present.addresses import safe_address
from according.present.tongues import tag_of
from according.publish.cards import build_card
from according.publish.edition import Audience, ReleaseScope
from according.publish.index import Index
from according.publish.listings import view_post
from according.publish.paths import document_path, slug_of
from according.publish.stamps import mix

_FILE_NAMES = {"ics": "calendar entry", "txt": "letter, as text"}


def view_document(index: Index, id: str) -> DocumentView:
    """The page of one document."""
    doc = index.documents[id]
    judged = index.of_document[id]
    cards = tuple(build_card(index, j, number) for number, j in enumerate(judged, 1))
    spans = tuple((s.quote.start, s.quote.end, s.anchor.start, s.anchor.end) for s in (j.statement for j in judged))
    return DocumentView(
        id=doc.id,
        title=doc.title,
        language=doc.language,
        genre=doc.genre.value,
        content=doc.text.content,
        blocks=doc.text.blocks,
        marks=doc.text.marks,
        endnotes=doc.endnotes,
        statements=cards,
        spans=spans,
        sections=tuple((s.start, hand) for s in doc.sections if (hand := _hand(s, doc))),
        calls=tuple(view_call(index, doc, call, n) for n, call in enumerate(doc.calls, 1)),
        call_spans=tuple(Span(call.start, call.end) for call in doc.calls),
        media=doc.media,
        shared=tuple(_view_shared(index, doc, passage) for passage in index.shared_of.get(id, ())),
        comments=thread_comments(doc.comments),
        disputes=tuple(view_dispute(index, d) for d in index.disputes_of.get(id, ())),
        origin=view_origin(index, doc),
        outlet=index.outlet_link(doc),
        authors=tuple(f"{a.name} ({a.affiliation})" if a.affiliation else a.name for a in doc.authors),
        published=_edtf(doc.published),
        published_doubt=doc.published.doubt if doc.published else None,
        published_basis=doc.published.basis if doc.published else None,
        posted=_edtf(doc.posted),
        posted_doubt=doc.posted.doubt if doc.posted else None,
        written=_edtf(doc.written),
        url=doc.url,
        post=view_post(index, index.siblings(id), this=id) if doc.post else None,
        same_publication=tuple(
            index.document_link(other) for other in index.same_publication.get(id, ()) if other in index.documents
        ),
        provenance=_provenance(index, doc),
        release=_release(index, id),
        comment_count=doc.post.comments if doc.post else None,
    )


def stamp_document(index: Index, id: str) -> str:
    """Changes when anything `view_document` reads changes."""
    doc = index.documents[id]
    shared = [mix(p, index.head_stamp(p.b if p.a == id else p.a)) for p in index.shared_of.get(id, ())]
    return mix(
        index.document_stamp(id),
        *[index.card_stamp(j.statement.id) for j in index.of_document[id]],
        "shared", *shared,
        "disputes", *[index.dispute_stamp(d) for d in index.disputes_of.get(id, ())],
        "siblings", *[index.entry_stamp(d) for d in index.siblings(id)],
        "same", *[index.head_stamp(d) for d in index.same_publication.get(id, ()) if d in index.documents],
        "receipts", *[str(r) for r in index.edition.receipts.get(doc.capture or "", ())],
        *[link.outlet.name in index.outlets for link in doc.repost_of],
        *sorted(n for n in index.edition.call_files if doc.calls and n.startswith(f"{id}-")),
        _release(index, id),
    )  # fmt: skip


def _edtf(dated: Dated | None) -> str | None:
    return dated.edtf if dated else None


def _release(index: Index, id: str) -> str:
    if index.edition.audience is Audience.SELF:
        return "full"
    return index.edition.releases.get(id, ReleaseScope.LISTING).value


def _hand(section: Section, doc: Document) -> str:
    """By whose hand a section is, where it is not the document's own."""
    author = section.author.name if section.author else None
    outlet = section.outlet.name if section.outlet and section.outlet != doc.outlet else None
    return " · ".join(part for part in (author, outlet) if part)


def view_origin(index: Index, doc: Document) -> tuple[OriginView, ...]:
    """The chain a document came by, nearest source first."""
    return tuple(
        OriginView(
            outlet=Link(
                link.outlet.name,
                f"outlet/{slug_of(link.outlet.name)}/index.html" if link.outlet.name in index.outlets else None,
                tag_of(link.outlet.name, None),
            ),
            how=link.how,
            author=link.author,
            published=_edtf(link.published),
            doubt=link.published.doubt if link.published else None,
            url=link.url if safe_address(link.url) else None,
        )
        for link in doc.repost_of
    )


def _view_shared(index: Index, doc: Document, passage: SharedPassage) -> SharedView:
    here_is_a = passage.a == doc.id
    span = passage.a_span if here_is_a else passage.b_span
    other = index.documents[passage.b if here_is_a else passage.a]
    first = "unknown"
    if passage.earlier is not Earlier.UNKNOWN:
        first = "here" if (passage.earlier is Earlier.A) == here_is_a else "there"
    return SharedView(
        span=span,
        other=index.document_link(other.id),
        outlet=other.outlet.name if other.outlet else None,
        published=_edtf(other.published),
        similarity=passage.similarity,
        earlier=first,
        why=passage.why,
        words=_shorten(doc.text.content[span.start : span.end]),
    )


def _shorten(words: str, length: int = 360) -> str:
    words = " ".join(words.split())
    return (
        words
        if len(words) <= length
        else words[: length // 2].rsplit(" ", 1)[0] + " […] " + words[-length // 3 :].split(" ", 1)[-1]
    )


def thread_comments(comments: tuple[Comment, ...]) -> tuple[CommentView, ...]:
    """Comments in reading order: each followed by its answers; a lost or circular parent counts as none."""
    known = {c.id for c in comments if c.id}
    answers: dict[str | None, list[int]] = {}
    for place, comment in enumerate(comments):
        parent = comment.parent if comment.parent in known and comment.parent != comment.id else None
        answers.setdefault(parent, []).append(place)
    out: list[CommentView] = []
    seen: set[int] = set()

    def walk(parent: str | None, depth: int) -> None:
        for place in answers.get(parent, ()):
            if place in seen:
                continue
            seen.add(place)
            c = comments[place]
            date = c.date.edtf if c.date else None
            out.append(CommentView(c.author, c.content, date, min(depth, 3), c.kind, f"comment-{place + 1}"))
            if c.id and depth < 200:
                walk(c.id, depth + 1)

    walk(None, 0)
    for place, comment in enumerate(comments):
        if place not in seen:
            date = comment.date.edtf if comment.date else None
            out.append(CommentView(comment.author, comment.content, date, 0, comment.kind, f"comment-{place + 1}"))
    return tuple(out)


def view_call(index: Index, doc: Document, call: Call, number: int) -> CallView:
    """A call as printed, with the files one can take away once it is open."""
    return CallView(
        id=f"call-{number}-{doc.id}",
        kind=call.kind.value,
        asks=call.asks,
        document=index.document_link(doc.id),
        printed=_edtf(doc.published or doc.posted),
        language=doc.language,
        targets=tuple((t.name, t.address) for t in call.targets),
        copies=call.copies,
        message=call.message,
        points=call.points,
        place=call.place,
        when=call.when,
        when_words=call.when_words,
        deadline=call.deadline,
        state=call.state,
        files=tuple(
            Link(_FILE_NAMES.get(name.rsplit(".", 1)[-1], name), f"calls/{name}")
            for name in sorted(index.edition.call_files)
            if name.rsplit(".", 1)[0] == f"{doc.id}-{number}"
        ),
    )


def view_dispute(index: Index, dispute: Dispute) -> DisputeView:
    """A dispute with links to the words of each side."""
    return DisputeView(
        id=dispute.id,
        kind=dispute.kind.value,
        aspect=dispute.aspect.value if dispute.aspect else None,
        about=index.about_link(dispute),
        values=tuple((v.value, v.speaker, index.words_links(v.statements)) for v in dispute.values),
        dispute=dispute,
        marked=(mark.who, mark.when[:10]) if (mark := index.marks.get(dispute.id)) else None,
    )


def _provenance(index: Index, doc: Document) -> tuple[tuple[str, str], ...]:
    out: list[tuple[str, str | None]] = []
    for receipt in index.edition.receipts.get(doc.capture or "", ()):
        out.append(("received", f"{receipt.received}, {receipt.origin}, {receipt.tool}"))
        out += [("gap", gap) for gap in receipt.gaps]
    out += [("capture (sha256)", doc.capture), ("text (sha256)", doc.text.digest), ("read by", doc.parser)]
    for label, dated in (("published", doc.published), ("posted", doc.posted), ("written", doc.written)):
        if dated:
            printed = f" “{dated.raw}”" if dated.raw else ""
            out.append((f"how we know when it was {label}", dated.basis + printed))
    out.append(("document", f"{doc.id}, {document_path(doc.id)}"))
    return tuple((label, words) for label, words in out if words)
