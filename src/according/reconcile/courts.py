"""Events that came, went or changed in; the proceedings they may be of, worked out anew, out.

Events of the courts lie together where they share a defendant or a sitting within the time of a case, also through others. What else befell a
defendant stands beside them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from according.domain.workbook import Entry
from according.reconcile.clusters import Clusters
from according.reconcile.events import Happening
from according.reconcile.outcome import Outcome
from according.reconcile.packing import pack, unpack
from according.reconcile.proceedings import gather_proceedings, is_of_court, proceeding_keys, within_one_case
from according.reconcile.steps import is_step
from according.reconcile.tellings import EVENTS, Teller

COURTS = "courts"  # steps before, in and after a court, under people and sittings; those of a court grouped
_PERSON = "person "


@dataclass(frozen=True, slots=True)
class _Step:
    """What links a step to others."""

    of_court: bool
    when: str | None


def settle_courts(teller: Teller, events: Collection[str], allocated: Mapping[str, str], outcome: Outcome) -> None:
    """Work out anew the proceedings that these events may be of, or were."""
    told = teller.tell({entry.group for entry in teller.book.named(EVENTS, events)})
    fresh = [_entry(one) for one in told if one.event.id in events and is_step(one)]
    stale = teller.book.named(COURTS, events)
    touched = {entry.group for entry in stale if entry.group}
    touched |= {entry.group for entry in _linked(teller, [*stale, *fresh])}
    before = teller.book.grouped(COURTS, touched)
    changed = {entry.name for entry in (*stale, *fresh)}
    courts = [*(one for one in before if one.name not in changed), *(one for one in fresh if _step(one).of_court)]
    groups = _group(courts)
    after = [replace(entry, group=group) for group, entries in groups.items() for entry in entries]
    beside = [entry for entry in fresh if not _step(entry).of_court]
    teller.book.exchange(COURTS, {entry.name for entry in stale}, [*after, *beside])
    for group in touched - groups.keys():
        outcome.put("proceedings", group, ())
    _put(teller, groups, allocated, outcome)


def _entry(happening: Happening) -> Entry:
    step = _Step(is_of_court(happening), happening.event.when)
    return Entry(happening.event.id, happening.event.id, tuple(sorted(set(proceeding_keys(happening)))), pack(step))


def _step(entry: Entry) -> _Step:
    return unpack(_Step, entry.body)


def _linked(teller: Teller, entries: Sequence[Entry]) -> list[Entry]:
    """Events of the courts that one of these may be of one case with."""
    by_key: dict[str, list[_Step]] = defaultdict(list)
    for entry in entries:
        for key in entry.keys:
            by_key[key].append(_step(entry))
    return [
        entry
        for entry in teller.book.under(COURTS, by_key.keys())
        if entry.group
        and any(within_one_case(_step(entry).when, other.when) for key in entry.keys for other in by_key.get(key, ()))
    ]


def _group(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Events of the courts by what may be one case, named after its first event."""
    held = {entry.name: entry for entry in entries}
    joined = Clusters(sorted(held))
    by_key: dict[str, list[Entry]] = defaultdict(list)
    for _, entry in sorted(held.items()):
        for key in entry.keys:
            by_key[key].append(entry)
    for group in by_key.values():
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if within_one_case(_step(one).when, _step(other).when):
                    joined.join(one.name, other.name)
    return {members[0]: [held[name] for name in members] for members in joined.all()}


def _put(teller: Teller, groups: Mapping[str, Sequence[Entry]], allocated: Mapping[str, str], outcome: Outcome) -> None:
    around = {group: _around(teller, entries) for group, entries in groups.items()}
    wanted = {entry.name for entries in groups.values() for entry in entries} | {
        one for names in around.values() for one in names
    }
    told = teller.tell({entry.group for entry in teller.book.named(EVENTS, wanted)})
    by_id = {happening.event.id: happening for happening in told}
    cast = teller.desk.spread({piece.statement.document for one in told for piece in one.pieces}).cast
    for group, entries in sorted(groups.items()):
        names = sorted({*(entry.name for entry in entries), *around[group]})
        outcome.put("proceedings", group, gather_proceedings([by_id[name] for name in names], cast, allocated))


def _around(teller: Teller, entries: Iterable[Entry]) -> set[str]:
    """Steps outside the court of people who stand before it, within the time of the case."""
    times: dict[str, list[str | None]] = defaultdict(list)
    for entry in entries:
        for key in entry.keys:
            if key.startswith(_PERSON):
                times[key].append(_step(entry).when)
    return {
        entry.name
        for entry in teller.book.under(COURTS, times.keys())
        if not entry.group
        and any(within_one_case(_step(entry).when, when) for key in entry.keys for when in times.get(key, ()))
    }
