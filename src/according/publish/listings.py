"""Documents of an edition in, lists of posts out: front page, archive, tags, categories, outlets. Numbered from the oldest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from according.domain.views import EntryView, Link, ListingView, PostView
from according.present.tongues import tag_of
from according.publish.index import Index
from according.publish.paths import slug_of
from according.publish.stamps import mix

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list, not yet looked up: which posts, and where older and newer ones are."""

    path: str
    title: str
    kind: str
    posts: tuple[tuple[str, ...], ...]  # document ids of each post, newest post first
    number: int | None = None
    older: str | None = None
    newer: str | None = None
    lead: str | None = None


def plan_listings(index: Index) -> Iterator[Listing]:
    """Every list page: the archive and the front page, then each term and outlet."""
    groups = index.posts  # oldest first
    yield from _plan_pages("archive/page-{}.html", index.edition.title, "archive", groups, front="index.html")
    for (taxonomy, slug), (name, posts) in sorted(index.terms.items()):
        yield from _plan_pages(
            f"{taxonomy}/{slug}/page-{{}}.html", name, taxonomy, posts, f"{taxonomy}/{slug}/index.html"
        )
    for slug, (name, posts) in sorted(index.outlet_posts.items()):
        yield from _plan_pages(f"outlet/{slug}/page-{{}}.html", name, "outlet", posts, f"outlet/{slug}/index.html")


def _plan_pages(pattern: str, title: str, kind: str, posts: Sequence[tuple[str, ...]], front: str) -> Iterator[Listing]:
    """Numbered pages counted from the oldest, so that a new post moves nothing but the newest page and the front."""
    pages = [tuple(reversed(posts[i : i + PER_PAGE])) for i in range(0, len(posts), PER_PAGE)]
    newest = tuple(reversed(posts[-PER_PAGE:]))
    many = len(pages) > 1
    # The front shows the newest posts; the numbered page that goes on after them is the one before the last.
    older = pattern.format(len(pages) - 1) if many else None
    yield Listing(front, title, "front" if kind == "archive" else kind, newest, None, older, None)
    if not many:
        return
    for number, page in enumerate(pages, 1):
        yield Listing(
            pattern.format(number), title, kind, page, number,
            older=pattern.format(number - 1) if number > 1 else None,
            newer=pattern.format(number + 1) if number < len(pages) else front,
        )  # fmt: skip


def stamp_listing(index: Index, listing: Listing) -> str:
    """Changes when anything `view_listing` reads changes."""
    ids = [id for post in listing.posts for id in post]
    return mix(
        listing.path, listing.title, listing.older, listing.newer,
        *[index.entry_stamp(id) for id in ids],
    )  # fmt: skip


def view_listing(index: Index, listing: Listing) -> ListingView:
    """The view of one list page."""
    return ListingView(
        title=listing.title,
        kind=listing.kind,
        posts=tuple(view_post(index, post) for post in listing.posts),
        number=listing.number,
        older=listing.older,
        newer=listing.newer,
        lead=listing.lead,
    )


def view_post(index: Index, ids: Sequence[str], this: str | None = None) -> PostView:
    """A post with its reports; `this` is the report whose page it is shown on, which gets no link."""
    docs = [index.documents[id] for id in ids]
    first = docs[0]
    post = first.post
    posted = post.posted if post and post.posted else first.posted
    blog = post.outlet if post else None
    link: Callable[[str, str], Link] = lambda taxonomy, name: Link(  # noqa: E731
        name, f"{taxonomy}/{slug_of(name)}/index.html", tag_of(name, None)
    )
    return PostView(
        id=post.id if post else first.id,
        title=post.title if post else first.title,
        reports=tuple(_view_entry(index, doc.id, doc.id == this) for doc in docs),
        posted=posted.edtf if posted else None,
        posted_doubt=posted.doubt if posted else None,
        blog=Link(blog.name, f"outlet/{slug_of(blog.name)}/index.html", tag_of(blog.name, None)) if blog else None,
        author=post.author if post else None,
        categories=tuple(link("category", name) for name in (post.categories if post else ())),
        tags=tuple(link("tag", name) for name in (post.tags if post else ())),
        comments=post.comments if post else None,
        comments_link=f"{index.document_link(first.id).href}#comments",
    )


def _view_entry(index: Index, id: str, is_here: bool) -> EntryView:
    from according.publish.document_pages import view_origin

    doc = index.documents[id]
    title = index.document_link(id)
    origin = view_origin(index, doc)
    return EntryView(
        title=Link(title.text, None if is_here else title.href, title.language),
        outlet=index.outlet_link(doc),
        authors=tuple(a.name for a in doc.authors),
        published=doc.published.edtf if doc.published else None,
        published_doubt=doc.published.doubt if doc.published else None,
        genre=doc.genre.value,
        summary=summarise(doc.text.content, doc.title),
        language=doc.language,
        statements=len(index.of_document[id]),
        origin=origin[0] if origin else None,
    )


def summarise(content: str, title: str, length: int = 260) -> str:
    """The first words of a text, past its title, cut at a word."""
    paragraphs = [line.strip() for line in content[:4000].split("\n") if line.strip()]
    if paragraphs and paragraphs[0].casefold().strip(" .") == title.casefold().strip(" ."):
        paragraphs = paragraphs[1:]
    words = next((p for p in paragraphs if len(p) > 80), paragraphs[0] if paragraphs else "")
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
