"""An edition for oneself in; who was held when, as views, out. Only people known by name are counted; groups stand beside, never added.

The public edition has neither spells nor groups, so it has no such page: no list of people held is made for download.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from according.domain.event import Custody, HeldGroup, Spell
from according.domain.views import HeldGroupView, HeldStepView, HeldView, Link, StatusLineView
from according.present.dates import day_bounds
from according.present.tongues import tag_of
from according.publish.case_pages import view_spell, view_status_line
from according.publish.index import Index

HELD = (Custody.DETAINED, Custody.ADMINISTRATIVE_DETENTION, Custody.HOUSE_ARREST, Custody.IMPRISONED)
ROWS_PER_PAGE = 200


def plan_held(index: Index) -> Iterator[tuple[str, HeldView]]:
    """Path and view of each page; there is one also where nobody was ever held."""
    spells = [spell for spell in index.edition.case_file.spells if spell.held or spell.disputed]
    groups = index.edition.case_file.held_groups
    day = _last_day(index, spells)
    named = {person.id: person.name for person in index.edition.case_file.people}
    spells.sort(key=lambda spell: (named.get(spell.person, ""), spell.person, spell.first))
    count = max(1, -(-len(spells) // ROWS_PER_PAGE))
    paths = ["held/index.html", *[f"held/page-{n}.html" for n in range(2, count + 1)]]
    for n, path in enumerate(paths):
        siblings = tuple(Link(str(m + 1), None if m == n else other) for m, other in enumerate(paths))
        yield (
            path,
            HeldView(
                last_day=day,
                steps=count_steps(spells, day) if n == 0 else (),
                now=_held_now(index) if n == 0 else (),
                spells=tuple(
                    view_spell(index, spell, day) for spell in spells[n * ROWS_PER_PAGE : (n + 1) * ROWS_PER_PAGE]
                ),
                groups=tuple(_view_group(index, group) for group in groups) if n == 0 else (),
                number=n + 1,
                siblings=siblings if count > 1 else (),
            ),
        )


def _last_day(index: Index, spells: list[Spell]) -> str:
    days = [status.on for status in index.edition.statuses]
    days += [
        bounds[1] for doc in index.edition.documents if doc.published and (bounds := day_bounds(doc.published.edtf))
    ]
    return max([*days, *(spell.first for spell in spells)], default="")


def count_steps(spells: list[Spell], last_day: str) -> tuple[HeldStepView, ...]:
    """How many are known by name to be held, from each day on which that changes; the last step holds on `last_day`."""
    change: dict[str, list[int]] = {}
    for spell in spells:
        for day, by in ((spell.first, 1), (_day_after(spell.last), -1)):
            if day is not None and day <= last_day:
                change.setdefault(day, [0, 0])[0 if spell.held else 1] += by
    steps: list[HeldStepView] = []
    held = disputed = 0
    for day in sorted(change):
        held, disputed = held + change[day][0], disputed + change[day][1]
        if not steps or (steps[-1].held, steps[-1].disputed) != (held, disputed):
            steps.append(HeldStepView(day, held, disputed))
    return tuple(steps)


def _day_after(day: str | None) -> str | None:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else None


def _held_now(index: Index) -> tuple[tuple[Link, tuple[StatusLineView, ...]], ...]:
    rows = []
    for person in index.edition.case_file.people:
        status = index.statuses.get(person.id)
        lines = (status.lines or (status.line,)) if status else ()
        if any(line.status in HELD for line in lines):
            views = tuple(view_status_line(index, line) for line in lines)
            rows.append((person.name, person.id, (index.entity_link(person.id, person.name), views)))
    return tuple(row for _, _, row in sorted(rows, key=lambda row: row[:2]))


def _view_group(index: Index, group: HeldGroup) -> HeldGroupView:
    event = index.events.get(group.event or "")
    return HeldGroupView(
        words=group.words,
        language=tag_of(group.words, None),
        line=view_status_line(index, group.line),
        first=group.first,
        last=group.last,
        event=index.event_link(event.id) if event else None,
    )
