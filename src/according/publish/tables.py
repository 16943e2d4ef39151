"""An edition in, its lists out: people and places by letter, events by year, subjects, sources. No list grows past a page."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from according.domain.entity import Entity
from according.domain.views import Link, RowView, TableView
from according.present.dates import day_bounds, say_date
from according.present.labels import say, sentence_case
from according.present.tongues import tag_of
from according.publish.case_pages import best_status
from according.publish.index import Index, sort_day
from according.publish.paths import slug_of

ROWS_PER_PAGE = 250


def plan_tables(index: Index) -> Iterator[tuple[str, TableView]]:
    """Path and view of every list page."""
    yield from _people(index)
    yield from _organisations(index)
    yield from _places(index)
    yield from _timeline(index)
    yield from _subjects(index)
    yield from _sources(index)


def _people(index: Index) -> Iterator[tuple[str, TableView]]:
    def row(entity: Entity) -> RowView:
        status = index.statuses.get(entity.id)
        line = status.line if status else None
        as_of = say_date(line.last_cited) if line else ""
        told = len(entity.statements)
        return RowView(
            index.entity_link(entity.id, entity.name), (best_status(status), as_of, str(told)), entity.description
        )

    lead = (
        "Those whom the reports name. The list is known to be incomplete. Custody is given as last known, "
        "as of the day of the last report that speaks of it."
    )
    headings = ("Name", "Custody", "As of", "Statements")
    yield from _by_letter(index, "people", "People", "people", headings, index.edition.case_file.people, row, lead)


def _organisations(index: Index) -> Iterator[tuple[str, TableView]]:
    def row(entity: Entity) -> RowView:
        return RowView(index.entity_link(entity.id, entity.name), (say(entity.kind.value), str(len(entity.statements))))

    file = index.edition.case_file
    headings = ("Name", "Kind", "Statements")
    both = (*file.organisations, *file.groups)
    yield from _by_letter(
        index, "organisations", "Organisations and groups", "organisations", headings, both, row, None
    )


def _places(index: Index) -> Iterator[tuple[str, TableView]]:
    def row(entity: Entity) -> RowView:
        cells = (say(entity.place_kind) if entity.place_kind else "", entity.country or "", str(len(entity.statements)))
        return RowView(index.entity_link(entity.id, entity.name), cells)

    headings = ("Place", "Kind", "Country", "Statements")
    yield from _by_letter(index, "places", "Places", "places", headings, index.edition.case_file.places, row, None)


def _by_letter(
    index: Index,
    folder: str,
    title: str,
    kind: str,
    headings: tuple[str, ...],
    entities: Sequence[Entity],
    row: Callable[[Entity], RowView],
    lead: str | None,
) -> Iterator[tuple[str, TableView]]:
    """One page when short; a page per first letter when long, so that a new name moves only its own letter."""
    ordered = sorted(entities, key=lambda e: (e.unnamed, _sort_name(e.name), e.id))
    if len(ordered) <= ROWS_PER_PAGE:
        yield f"{folder}/index.html", TableView(title, kind, headings, tuple(map(row, ordered)), lead)
        return
    letters: dict[str, list[Entity]] = {}
    for entity in ordered:
        letters.setdefault("unnamed" if entity.unnamed else _first_letter(entity.name), []).append(entity)
    chunks: list[tuple[str, list[Entity]]] = []
    for name, members in letters.items():
        for n in range(0, len(members), ROWS_PER_PAGE):
            chunks.append((name if n == 0 else f"{name} {n // ROWS_PER_PAGE + 1}", members[n : n + ROWS_PER_PAGE]))
    paths = {name: f"{folder}/{slug_of(name)}.html" for name, _ in chunks}
    links = [Link(name, path) for name, path in paths.items()]
    first_rows = [RowView(Link(name, paths[name]), (str(len(members)),)) for name, members in chunks]
    yield f"{folder}/index.html", TableView(title, kind, ("Letter", "Names"), tuple(first_rows), lead)
    for name, members in chunks:
        siblings = tuple(Link(link.text, None if link.text == name else link.href) for link in links)
        yield paths[name], TableView(f"{title}: {name}", kind, headings, tuple(map(row, members)), None, siblings)


def _sort_name(name: str) -> str:
    return unicodedata.normalize("NFKD", name).casefold()


def _first_letter(name: str) -> str:
    letter = next((c for c in _sort_name(name) if c.isalpha()), "#")
    return letter.upper()


def _timeline(index: Index) -> Iterator[tuple[str, TableView]]:
    """Events by year; a year that is too long, by month. Undated ones last."""
    periods: dict[str, list[str]] = {}
    years: dict[str, int] = {}
    for event in index.edition.case_file.events:
        bounds = day_bounds(event.when)
        years[bounds[0][:4] if bounds else ""] = years.get(bounds[0][:4] if bounds else "", 0) + 1
    for event in index.edition.case_file.events:
        bounds = day_bounds(event.when)
        year = bounds[0][:4] if bounds else ""
        key = bounds[0][:7] if bounds and years[year] > ROWS_PER_PAGE else year
        periods.setdefault(key or "undated", []).append(event.id)
    chunks: list[tuple[str, str, list[str]]] = []
    for key in sorted(periods):
        ids = sorted(periods[key], key=lambda id: (sort_day(index.events[id].when), id))
        for n in range(0, len(ids), ROWS_PER_PAGE):
            number = n // ROWS_PER_PAGE + 1
            name = "undated" if key == "undated" else say_date(key)
            suffix = f" ({number})" if number > 1 else ""
            path = f"timeline/{key}{'' if number == 1 else f'.{number}'}.html"
            chunks.append((name + suffix, path, ids[n : n + ROWS_PER_PAGE]))
    headings = ("Event", "When", "Reports", "Named")
    lead = "What is told to have happened, by date. Titles are made of type, place and date; stronger words are somebody's own."
    single = len(chunks) == 1
    rows = tuple(_event_row(index, id) for id in chunks[0][2]) if single else ()
    if not single:
        rows = tuple(RowView(Link(name, path), (str(len(ids)),)) for name, path, ids in chunks)
    yield (
        "timeline/index.html",
        TableView("Timeline", "timeline", headings if single else ("Period", "Events"), rows, lead),
    )
    if single:
        return
    for name, path, ids in chunks:
        siblings = tuple(Link(other, None if other == name else way) for other, way, _ in chunks)
        rows = tuple(_event_row(index, id) for id in ids)
        yield path, TableView(f"Timeline: {name}", "timeline", headings, rows, None, siblings)


def _event_row(index: Index, id: str) -> RowView:
    event = index.events[id]
    homes = {index.judged[s].statement.document for s in event.statements if s in index.judged}
    named = [e.name for p in event.people[:4] if (e := index.find_entity(p))]
    return RowView(
        Link(", ".join(p for p in (sentence_case(say(event.type)), event.where) if p), index.event_link(id).href),
        (
            say_date(event.when) or "not said",
            str(len(homes)),
            ", ".join(named) + (" …" if len(event.people) > 4 else ""),
        ),
    )


def _subjects(index: Index) -> Iterator[tuple[str, TableView]]:
    rows = [
        RowView(Link(name, f"{taxonomy}/{slug}/index.html", tag_of(name, None)), (say(taxonomy), str(len(posts))))
        for (taxonomy, slug), (name, posts) in index.terms.items()
    ]
    rows.sort(key=lambda r: (r.cells[0], _sort_name(r.link.text)))
    headings = ("Subject", "Kind", "Posts")
    yield from _in_chunks("subjects", "Subjects", headings, rows, "Categories and tags as the posts carry them.")


def _sources(index: Index) -> Iterator[tuple[str, TableView]]:
    rows = [
        RowView(Link(name, f"outlet/{slug}/index.html", tag_of(name, None)), ("outlet", str(len(posts))))
        for slug, (name, posts) in index.outlet_posts.items()
    ]
    rows.sort(key=lambda r: _sort_name(r.link.text))
    references = [
        RowView(
            Link(reference.text, None, tag_of(reference.text, None)),
            ("cited, not held here", str(len(reference.documents))),
            "; ".join(index.documents[d].title for d in reference.documents[:3] if d in index.documents) or None,
        )
        for reference in index.edition.case_file.references
    ]
    lead = "Outlets whose reports are held here, then sources that the reports cite and that are not held."
    yield from _in_chunks("sources", "Sources", ("Source", "Kind", "Posts or reports"), [*rows, *references], lead)


def _in_chunks(
    name: str, title: str, headings: tuple[str, ...], rows: list[RowView], lead: str
) -> Iterator[tuple[str, TableView]]:
    count = max(1, -(-len(rows) // ROWS_PER_PAGE))
    paths = [f"{name}.html", *[f"{name}/page-{n}.html" for n in range(2, count + 1)]]
    for n, path in enumerate(paths):
        siblings = tuple(Link(str(m + 1), None if m == n else other) for m, other in enumerate(paths))
        chunk = tuple(rows[n * ROWS_PER_PAGE : (n + 1) * ROWS_PER_PAGE])
        yield path, TableView(title, name, headings, chunk, lead if n == 0 else None, siblings if count > 1 else ())
