"""A document in, its row with the contract's keys out. The same keys are an input format of `add`; the code name of a source stays out."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.casefile import CaseFile
from according.domain.codec import to_json
from according.domain.document import Document
from according.export.rows import Row


def document_row(document: Document, same: Sequence[str] = ()) -> Row:
    """A document with the contract's keys; the same keys are an input format."""
    post = document.post
    return {
        "id": document.id,
        "key": document.key,
        "title": document.title,
        "outlet": document.outlet.name if document.outlet else None,
        "outlet_address": document.outlet.address if document.outlet else None,
        "author": "; ".join(author.name for author in document.authors) or None,
        "authors": to_json(document.authors),
        "published": document.published.edtf if document.published else None,
        "published_doubt": document.published.doubt if document.published else "missing",
        "published_basis": document.published.basis if document.published else None,
        "published_raw": document.published.raw if document.published else None,
        "posted": document.posted.edtf if document.posted else None,
        "posted_doubt": document.posted.doubt if document.posted else None,
        "posted_basis": document.posted.basis if document.posted else None,
        "posted_raw": document.posted.raw if document.posted else None,
        "written": document.written.edtf if document.written else None,
        "same_publication": list(same),
        "url": document.url,
        "language": document.language,
        "genre": document.genre.value,
        "text": document.text.content,
        "post": None if post is None else {
            "id": post.id, "title": post.title, "position": post.position, "reports": post.reports, "order": post.order,
            "url": post.url, "outlet": to_json(post.outlet), "author": post.author, "posted": to_json(post.posted),
            "categories": list(post.categories), "tags": list(post.tags), "terms": to_json(post.terms),
            "comments": post.comments,
        },
        "capture": document.capture,
        "claimed_capture": document.claimed_capture,
        "parser": document.parser,
        "repost_of": to_json(document.repost_of),
        "sections": to_json(document.sections),
        "blocks": to_json(document.text.blocks),
        "marks": to_json(document.text.marks),
        "endnotes": to_json(document.endnotes),
        "comments": to_json(document.comments),
        "calls": to_json(document.calls),
        "media": to_json(document.media),
    }  # fmt: skip


def same_of(case_file: CaseFile) -> dict[str, list[str]]:
    """The other documents that are the same publication, by document."""
    return {one: [other for other in group if other != one] for group in case_file.same_publication for one in group}
