"""Things with keys in; blocks out: what shares a key, also through others, is one block. A block knows nothing of any other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")


def blocks_of(items: Iterable[T], keys_of: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """The blocks, each with its items in the order given, ordered by first item. An item without a key is alone."""
    held = list(items)
    parent = list(range(len(held)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    holder: dict[Hashable, int] = {}
    for number, item in enumerate(held):
        for key in keys_of(item):
            first = root(holder.setdefault(key, number))
            own = root(number)
            if first != own:
                parent[max(first, own)] = min(first, own)
    out: dict[int, list[T]] = {}
    for number, item in enumerate(held):
        out.setdefault(root(number), []).append(item)
    return list(out.values())
