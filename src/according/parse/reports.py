"""A post to the reports it holds, each a Document with its own outlet, title, author and date. Never fetches, never invents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.domain.document import (
    Author,
    BlockKind,
    Document,
    MarkKind,
    Media,
    Outlet,
    Post,
    RepostLink,
    Text,
)
from according.domain.identity import document_id, short_id
from according.errors import Unreadable
from according.language.scripts import detect_language
from according.parse.calls import read_calls
from according.parse.draft import PostDraft, RawBlock, assemble, cut, trim
from according.parse.endnotes import read_endnotes, tie_endnotes
from according.parse.feet import Foot, read_foot
from according.parse.genres import tell_genre
from according.parse.heads import Head, find_starts, lines_of, same_words
from according.parse.outlet_names import Credit
from according.parse.sections import find_sections, part_headings
from according.parse.source_lines import read_dateline
from according.parse.titles import is_separator

_SHORT_LEAD = 240  # characters: a shorter word before the first report is its lead-in, not a report


@dataclass(frozen=True, slots=True)
class _Part:
    """One report of a post before it becomes a document."""

    head: Head
    blocks: tuple[RawBlock, ...]
    lead: tuple[RawBlock, ...] = ()  # what the blog says before it


def documents_of_post(draft: PostDraft, *, case: str, capture: str | None, parser: str) -> tuple[Document, ...]:
    """The reports of one post, in order, each with its text, marks, endnotes, calls and the chain it came by.

    Raises Unreadable when the post has no words at all or its text is over 4 MB.
    """
    draft = replace(draft, title=" ".join(trim(RawBlock(BlockKind.HEADING, draft.title)).text.split()))
    blocks = tuple(block for block in map(trim, draft.blocks) if block.text or block.marks)
    if not draft.title and not any(block.text for block in blocks):
        raise Unreadable("A post has neither title nor words.")
    parts = _split(blocks, draft.title)
    hosts = _hosts_named(parts)
    key = post_key(draft)
    documents = []
    for position, part in enumerate(parts, 1):
        post = Post(
            key, draft.title, position, len(parts), draft.order, draft.url, draft.outlet, draft.author, draft.posted,
            draft.terms, draft.comment_count,
        )  # fmt: skip
        documents.append(_document(part, draft, post, hosts, case=case, capture=capture, parser=parser))
    return _tell_apart(documents, case)


def post_key(draft: PostDraft) -> str:
    """The lasting key of a post: guid or address; else outlet, title and date."""
    if draft.guid or draft.url:
        return draft.guid or draft.url or ""
    outlet = (draft.outlet.address or draft.outlet.name) if draft.outlet else ""
    return short_id("post", outlet, draft.title, draft.posted.edtf if draft.posted else "")


def _split(blocks: tuple[RawBlock, ...], title: str) -> list[_Part]:
    lines = lines_of(blocks)
    heads = find_starts(lines, title)
    parts: list[_Part] = []
    lead: tuple[RawBlock, ...] = ()
    for at, head in enumerate(heads):
        first = (lines[head.end].block, lines[head.end].start) if head.end < len(lines) else (len(blocks), 0)
        after = heads[at + 1] if at + 1 < len(heads) else None
        last = (lines[after.start].block, lines[after.start].start) if after else (len(blocks), 0)
        body = _between(blocks, first, last)
        if at == 0:
            consumed = [block for block in blocks[: first[0]] if not block.text]
            body = (*consumed, *body)  # pictures before the first words
        if at == 0 and after and _is_lead(head, body):
            lead = body
            continue
        parts.append(_Part(head, body, lead))
        lead = ()
    return parts


def _is_lead(head: Head, body: Sequence[RawBlock]) -> bool:
    """A line or two of the blog before the first report it reposts."""
    if head.names_origin or head.via or head.authors or head.date or head.title:
        return False
    return sum(len(block.text) for block in body if not is_separator(block.text)) < _SHORT_LEAD


def _between(blocks: Sequence[RawBlock], first: tuple[int, int], last: tuple[int, int]) -> tuple[RawBlock, ...]:
    """The blocks from one place (block, offset) to another, without lines that only part."""
    body: list[RawBlock] = []
    for number in range(first[0], min(last[0] + 1, len(blocks))):
        block = blocks[number]
        start = first[1] if number == first[0] else 0
        end = last[1] if number == last[0] else len(block.text)
        if (start, end) != (0, len(block.text)):
            block = cut(block, start, end)
        if (block.text or block.marks) and not is_separator(block.text):
            body.append(block)
    return tuple(body)


def _document(
    part: _Part, draft: PostDraft, post: Post, hosts: dict[str, str], *, case: str, capture: str | None, parser: str
) -> Document:
    head = part.head
    title = head.title or draft.title
    blocks, foot = read_foot(part.blocks, head)
    heading = () if _opens_with(part.lead + blocks, title) else (RawBlock(BlockKind.HEADING, title, level=1),)
    body = tie_endnotes(part_headings((*heading, *part.lead, *blocks)))
    text = assemble(body)
    if foot.outlet and foot.outlet.outlet and foot.outlet.outlet.address:
        hosts = {_squeezed(foot.outlet.outlet.address.split(".")[0]): foot.outlet.outlet.address, **hosts}
    agency = next((read_dateline(block.text) for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    chain = _chain(head, foot, draft.outlet, hosts, agency)
    outlet = chain[-1].outlet if chain else draft.outlet
    authors = _authors(head, foot, draft, reposted=bool(chain), alone=post.reports == 1)
    published = head.date or foot.date or (None if chain else draft.posted)
    lead_end = len(assemble((*heading, *part.lead)).content) + 2 if part.lead else None
    sections = find_sections(text, authors, outlet, lead_end, draft.outlet)
    hands = tuple(section.author for section in sections if section.author)
    calls = read_calls(text, title, published or draft.posted)
    endnotes = read_endnotes(text)
    return Document(
        "", case, _key(post, title), title, text, outlet=outlet,
        authors=tuple(dict.fromkeys((*authors, *hands))), published=published, posted=draft.posted,
        url=_origin_address(chain) or draft.url, language=_language(text, draft.language),
        genre=tell_genre(text, title, calls, post.terms, has_author_note=foot.author_note), post=post,
        repost_of=chain, sections=sections, endnotes=endnotes,
        comments=draft.comments if post.position == 1 else (), calls=calls,
        media=_media(text, draft, head, first=post.position == 1),
        capture=capture, parser=parser,
    )  # fmt: skip


def _opens_with(blocks: Sequence[RawBlock], title: str) -> bool:
    """Whether the text says its title itself (a text without a headline is called by its first words)."""
    opening = title.removesuffix(" …")
    return bool(blocks) and (not title or " ".join(blocks[0].text[: len(title) * 2].split()).startswith(opening))


def _hosts_named(parts: Sequence[_Part]) -> dict[str, str]:
    """Hosts the post prints, by their first label: "Steel Watch" signed under a report is steelwatch.example printed over another."""
    hosts: dict[str, str] = {}
    for part in parts:
        for credit in (part.head.outlet, part.head.via, part.head.source):
            if credit and credit.outlet and credit.outlet.address:
                hosts[_squeezed(credit.outlet.address.split(".")[0])] = credit.outlet.address
    return hosts


def _squeezed(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def _chain(
    head: Head, foot: Foot, blog: Outlet | None, hosts: dict[str, str], agency: Outlet | None
) -> tuple[RepostLink, ...]:
    """What the report is a repost of, nearest source first; empty for the blog's own words."""
    links: list[RepostLink] = []
    author = head.authors[0].name if head.authors else None
    told = (
        ("via", head.via or foot.via),
        (head.outlet_how, head.outlet),
        ("source line", head.source or foot.source),
        (foot.outlet_how, foot.outlet),
        ("dateline", Credit(outlet=agency) if agency else None),
    )
    for how, credit in told:
        outlet = credit.outlet if credit else None
        if credit is None or outlet is None or _is_same(outlet, blog):
            continue
        twin = next((at for at, link in enumerate(links) if _is_same(outlet, link.outlet)), None)
        if twin is not None:
            known = links[twin]
            named = replace(known.outlet, address=known.outlet.address or outlet.address)
            links[twin] = replace(known, outlet=named, url=known.url or credit.url)
            continue
        if outlet.address is None:
            outlet = replace(outlet, address=hosts.get(_squeezed(outlet.name)))
        date = credit.date or (head.date if how == head.outlet_how else None)
        links.append(RepostLink(outlet, how, credit.url, author if how == head.outlet_how else None, date))
    return tuple(links)


def _is_same(one: Outlet, other: Outlet | None) -> bool:
    if other is None:
        return False
    if one.address and other.address:
        return one.address == other.address
    if same_words(one.name, other.name):
        return True
    named, addressed = (one, other) if other.address else (other, one)
    return addressed.address is not None and _squeezed(named.name) == _squeezed(addressed.address.split(".")[0])


def _origin_address(chain: Sequence[RepostLink]) -> str | None:
    return chain[-1].url if chain else None


def _authors(head: Head, foot: Foot, draft: PostDraft, *, reposted: bool, alone: bool) -> tuple[Author, ...]:
    authors = head.authors or foot.authors
    if not authors and not reposted and draft.author:
        authors = (Author(draft.author),)
    noted = {author.name.casefold(): author.affiliation for author in foot.authors if author.affiliation}
    return tuple(replace(a, affiliation=a.affiliation or noted.get(a.name.casefold())) for a in authors)


def _language(text: Text, declared: str | None) -> str | None:
    return detect_language(text.content) or (declared.split("-")[0].casefold() if declared else None)


def _media(text: Text, draft: PostDraft, head: Head, *, first: bool) -> tuple[Media, ...]:
    """Pictures of this report: those whose place is in its text, those its head names, and for the first the unplaced ones."""
    places = {mark.target: mark.start for mark in text.marks if mark.kind is MarkKind.IMAGE and mark.target}
    elsewhere = (
        {m.target for block in draft.blocks for m in block.marks if m.kind is MarkKind.IMAGE} if first else set()
    )
    found = [Media("image", caption=caption, place=0) for caption in head.captions]
    for item in draft.media:
        if item.address in places:
            found.append(replace(item, place=places[item.address]))
        elif first and item.address not in elsewhere:
            found.append(item)
    return tuple(found)


def _key(post: Post, title: str) -> str:
    """For the only report of a post the post's key, else the post's key and the report's title."""
    return post.id if post.reports == 1 else f"{post.id}#{title}"


def _tell_apart(documents: list[Document], case: str) -> tuple[Document, ...]:
    """Ids from keys; two reports of one post with one title are told apart by their words."""
    keys = Counter(document.key for document in documents)
    out = []
    for document in documents:
        key = document.key
        if keys[key] > 1:
            key = f"{key}#{document.text.digest[:16]}"
        out.append(replace(document, id=document_id(case, key), key=key))
    return tuple(out)
