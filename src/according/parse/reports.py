"""A post to the reports it holds, each a Document with its own outlet, title, author and date. Never fetches, never invents."""

from __future__ import annotations

from according.domain.document import Document, Post
from according.domain.identity import document_id
from according.parse.draft import PostDraft, assemble


def documents_of_post(draft: PostDraft, *, case: str, capture: str | None, parser: str) -> tuple[Document, ...]:
    """The reports of one post, in order, each with its text, marks, endnotes, calls and the chain it came by.

    Raises Unreadable when the post has no words at all or its text is over 4 MB.
    """
    key = draft.guid or draft.url or draft.title
    post = Post(key, draft.title, url=draft.url, outlet=draft.outlet, posted=draft.posted, terms=draft.terms)
    text = assemble(draft.blocks)
    return (
        Document(
            document_id(case, key), case, key, draft.title, text, outlet=draft.outlet, posted=draft.posted,
            url=draft.url, language=draft.language, post=post, comments=draft.comments, media=draft.media,
            capture=capture, parser=parser,
        ),
    )  # fmt: skip
