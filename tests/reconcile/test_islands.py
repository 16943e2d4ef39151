"""Settling a few owners anew gives the islands that settling all of them would give."""

from __future__ import annotations

import random

from according.domain.workbook import Entry, MemoryWorkbook
from according.reconcile.islands import part, settle_islands


def _entries(rng: random.Random, owner: int) -> list[Entry]:
    return [
        Entry(f"n{owner}-{number}", f"d{owner}", tuple(sorted({f"k{rng.randrange(60)}" for _ in range(rng.randint(0, 2))})))
        for number in range(rng.randint(0, 4))
    ]  # fmt: skip


def test_some_anew_is_as_all_anew() -> None:
    rng = random.Random(11)
    book = MemoryWorkbook()
    now: dict[str, list[Entry]] = {}
    known: dict[str, tuple[Entry, ...]] = {}
    for _ in range(80):
        owners = {rng.randrange(20) for _ in range(rng.randint(1, 3))}
        fresh = {f"d{owner}": _entries(rng, owner) for owner in owners}
        now |= fresh
        change = settle_islands(book, "a", fresh.keys(), [entry for entries in fresh.values() for entry in entries])
        for island in change.gone:
            del known[island]
        known |= change.made
        whole = part([entry for entries in now.values() for entry in entries])
        assert known == whole
        assert {entry.name: entry.group for entry in book.everything("a")} == {
            entry.name: island for island, entries in whole.items() for entry in entries
        }


def test_what_comes_out_as_it_was_is_no_change() -> None:
    book = MemoryWorkbook()
    entries = [Entry("n1", "d1", ("k1",)), Entry("n2", "d2", ("k1",)), Entry("n3", "d2", ("k2",))]
    settle_islands(book, "a", ["d1", "d2"], entries)
    change = settle_islands(book, "a", ["d2"], entries[1:])
    assert not change.gone and not change.made
