"""An edition in, the plan of every page out: path, stamp, and how to make its bytes. Pure; nothing is rendered until asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from according.domain.views import Link, ListingView
from according.present.labels import say
from according.present.pages import Frame, look_digest, render, style_sheet
from according.publish import feed, listings, tables
from according.publish.audience import let_out
from according.publish.case_pages import (
    LINES_PER_PAGE,
    event_statements,
    plan_dossier,
    stamp_dossier,
    stamp_event,
    view_dossier,
    view_event,
    view_proceeding,
)
from according.publish.document_pages import stamp_document, view_call, view_dispute, view_document
from according.publish.edition import Audience, Edition
from according.publish.held import plan_held
from according.publish.index import PER_COURT_PAGE, Index
from according.publish.linking import link_entities
from according.publish.overview import view_overview
from according.publish.paths import court_path, document_path, entity_path, event_path, root_of
from according.publish.stamps import mix, stamp_of

_PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One file of the site. Equal digest means equal bytes."""

    path: str
    digest: str
    render: Callable[[], bytes]
    guarded: tuple[str, ...] = ()  # names that must not show in it


@dataclass(frozen=True, slots=True)
class _Site:
    index: Index
    look: str
    guarded: tuple[str, ...]

    def page(self, path: str, template: str, stamp: str, view: Callable[[], dict[str, Any]]) -> PagePlan:
        edition = self.index.edition
        frame = Frame(edition.title, edition.audience.value, root_of(path))
        stamp = mix(self.look, edition.title, edition.audience.value, path, stamp)
        return PagePlan(path, stamp, lambda: render(template, frame, **view()).encode("utf-8", "replace"), self.guarded)

    def file(self, path: str, stamp: str, make: Callable[[], bytes]) -> PagePlan:
        return PagePlan(path, mix(self.look, path, stamp), make, self.guarded)


def build_site(edition: Edition) -> Iterator[PagePlan]:
    """Plans of all pages and files of the site. For the public the edition is first reduced to what was let out."""
    edition = link_entities(edition)
    guarded: tuple[str, ...] = ()
    if edition.audience is Audience.PUBLIC:
        edition, guarded = let_out(edition)
    index = Index(edition)
    site = _Site(index, look_digest(), guarded)
    paths: list[str] = []
    for plan in _all_pages(site):
        paths.append(plan.path)
        yield plan
    if edition.address and edition.audience is Audience.PUBLIC:
        pages = [path for path in paths if path.endswith(".html")]
        address = edition.address
        yield site.file("sitemap.xml", mix(address, *pages), lambda: feed.build_sitemap(address, pages))


def _all_pages(site: _Site) -> Iterator[PagePlan]:
    yield from _listings(site)
    yield from _documents(site)
    yield from _entities(site)
    yield from _events(site)
    yield from _tables(site)
    yield from _held(site)
    yield from _disputes(site)
    yield from _courts(site)
    yield from _calls(site)
    yield from _files(site)


def _listings(site: _Site) -> Iterator[PagePlan]:
    index = site.index
    for listing in listings.plan_listings(index):
        stamp = listings.stamp_listing(index, listing)
        if listing.kind == "front":
            stamp = mix(stamp, stamp_of(view_overview(index)))
        yield site.page(
            listing.path,
            "listing.html",
            stamp,
            lambda one=listing: {"view": _view_listing(index, one)},  # type: ignore[misc]
        )


def _view_listing(index: Index, listing: listings.Listing) -> ListingView:
    view = listings.view_listing(index, listing)
    if listing.kind != "front":
        return view
    return replace(view, overview=view_overview(index))


def _documents(site: _Site) -> Iterator[PagePlan]:
    index = site.index
    for id in index.documents:
        stamp = stamp_document(index, id)
        yield site.page(document_path(id), "document.html", stamp, lambda id=id: {"view": view_document(index, id)})  # type: ignore[misc]


def _entities(site: _Site) -> Iterator[PagePlan]:
    index = site.index
    for entity in index.entities.values():
        if entity.id not in index.entities_with_page:
            continue
        parts = plan_dossier(index, entity)
        for place, part in enumerate(parts):
            path = entity_path(entity.kind.value, entity.id, part.key)
            stamp = stamp_dossier(index, entity, parts, place)
            yield site.page(
                path, "dossier.html", stamp,
                lambda e=entity, p=parts, n=place: {"view": view_dossier(index, e, p, n)},  # type: ignore[misc]
            )  # fmt: skip


def _events(site: _Site) -> Iterator[PagePlan]:
    index = site.index
    for event in index.events.values():
        if event.id not in index.events_with_page:
            continue
        for part in range(1, max(1, -(-len(event_statements(index, event)) // LINES_PER_PAGE)) + 1):
            path = event_path(event.id, part)
            stamp = stamp_event(index, event, part)
            yield site.page(
                path,
                "event.html",
                stamp,
                lambda e=event, p=part: {"view": view_event(index, e, p)},  # type: ignore[misc]
            )


def _tables(site: _Site) -> Iterator[PagePlan]:
    for path, view in tables.plan_tables(site.index):
        yield site.page(path, "table.html", stamp_of(view), lambda view=view: {"view": view})  # type: ignore[misc]


def _held(site: _Site) -> Iterator[PagePlan]:
    """For oneself only: a list of people held is made for nobody else."""
    if site.index.edition.audience is not Audience.SELF:
        return
    for path, view in plan_held(site.index):
        yield site.page(path, "held.html", stamp_of(view), lambda view=view: {"view": view})  # type: ignore[misc]


def _disputes(site: _Site) -> Iterator[PagePlan]:
    """The most serious first; then a page per kind, split when long."""
    index = site.index
    disputes = index.edition.case_file.disputes
    kinds = list(dict.fromkeys(d.kind.value for d in disputes))
    chunks = [("disputes/index.html", "Disputes", disputes[:_PER_PAGE])]
    for kind in sorted(kinds):
        members = [d for d in disputes if d.kind.value == kind]
        for n in range(0, len(members), _PER_PAGE):
            number = n // _PER_PAGE + 1
            path = f"disputes/{kind}{'' if number == 1 else f'.{number}'}.html"
            name = say(kind, "dispute") + (f" ({number})" if number > 1 else "")
            chunks.append((path, name, tuple(members[n : n + _PER_PAGE])))
    links = [Link("Most serious" if path == "disputes/index.html" else name, path) for path, name, _ in chunks]
    for path, name, members_here in chunks:
        siblings = tuple(Link(link.text, None if link.href == path else link.href) for link in links)
        stamp = mix(name, *siblings, *[index.dispute_stamp(d) for d in members_here])

        def view(name: str = name, siblings: Any = siblings, members: Any = members_here) -> dict[str, Any]:
            return {"title": name, "siblings": siblings, "disputes": [view_dispute(index, d) for d in members]}

        yield site.page(path, "disputes.html", stamp, view)


def _courts(site: _Site) -> Iterator[PagePlan]:
    views = [view_proceeding(site.index, p) for p in site.index.edition.case_file.proceedings]
    yield from _chunked(site, "courts", "courts.html", "proceedings", views, PER_COURT_PAGE)


def _calls(site: _Site) -> Iterator[PagePlan]:
    index = site.index
    found = [(index.documents[id], call, n) for post in reversed(index.posts) for id in post
             for n, call in enumerate(index.documents[id].calls, 1)]  # fmt: skip
    views = [view_call(index, doc, call, n) for doc, call, n in found]
    yield from _chunked(site, "calls", "calls.html", "calls", views, _PER_PAGE)


def _chunked(site: _Site, name: str, template: str, key: str, views: list[Any], size: int) -> Iterator[PagePlan]:
    count = max(1, -(-len(views) // size))
    paths = [f"{name}.html", *[f"{name}/page-{n}.html" for n in range(2, count + 1)]]
    for n, path in enumerate(paths):
        chunk = views[n * size : (n + 1) * size]
        siblings = tuple(Link(str(m + 1), None if m == n else other) for m, other in enumerate(paths))
        stamp = mix(count, *[stamp_of(view) for view in chunk])
        yield site.page(path, template, stamp, lambda c=chunk, s=siblings: {key: c, "siblings": s})  # type: ignore[misc]


def _files(site: _Site) -> Iterator[PagePlan]:
    index = site.index
    downloads = sorted(index.edition.downloads)
    rows = [(name, _format_of(name)) for name in downloads]
    yield site.page("about.html", "about.html", "", dict)
    yield site.page("data/index.html", "data.html", mix(*downloads), lambda: {"downloads": rows})
    yield site.file("style.css", mix(style_sheet()), style_sheet)
    yield site.file("feed.xml", feed.stamp_feed(index), lambda: feed.build_feed(index))
    for name, file in sorted(index.edition.call_files.items()):
        yield site.file(f"calls/{name}", file.stamp, file.make)
    for name in downloads:
        yield site.file(f"data/{name}", index.edition.downloads[name].stamp, index.edition.downloads[name].make)
    if index.edition.audience is Audience.SELF:
        yield site.file("robots.txt", "no", lambda: b"User-agent: *\nDisallow: /\n")


def _format_of(name: str) -> str:
    formats = {"jsonl": "JSON Lines, one thing a line", "csv": "CSV, a flat table", "json": "JSON"}
    return formats.get(name.rsplit(".", 1)[-1], "file")


__all__ = ["PagePlan", "build_site", "court_path"]
