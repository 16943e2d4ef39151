"""Items and joins in, clusters out. A join that would connect a pair held apart is refused, also transitively."""

from __future__ import annotations

from collections.abc import Iterable


class Clusters:
    """Disjoint sets of ids with pairs that must stay apart. The order of calls decides; callers sort first."""

    def __init__(self, items: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = {}
        for item in items:
            self.add(item)

    def add(self, item: str) -> None:
        """Make `item` known, alone unless already joined."""
        if item not in self._parent:
            self._parent[item] = item
            self._members[item] = [item]

    def root(self, item: str) -> str:
        """What stands for the cluster of `item` now."""
        parent = self._parent
        top = parent[item]
        while parent[top] != top:
            top = parent[top]
        while parent[item] != top:
            item, parent[item] = parent[item], top
        return top

    def keep_apart(self, a: str, b: str) -> bool:
        """Hold `a` and `b` to be different. False when they are already joined."""
        self.add(a)
        self.add(b)
        first, second = self.root(a), self.root(b)
        if first == second:
            return False
        self._apart.setdefault(first, set()).add(second)
        self._apart.setdefault(second, set()).add(first)
        return True

    def are_joined(self, a: str, b: str) -> bool:
        """Whether `a` and `b` are in one cluster."""
        return self.root(a) == self.root(b)

    def are_apart(self, a: str, b: str) -> bool:
        """Whether the clusters of `a` and `b` are held to be different."""
        return bool(self._apart) and self.root(b) in self._apart.get(self.root(a), ())

    @property
    def has_bars(self) -> bool:
        """Whether anything is held apart at all."""
        return bool(self._apart)

    def join(self, a: str, b: str) -> bool:
        """Put `a` and `b` into one cluster. False when they are held apart; then nothing changes."""
        if a not in self._parent:
            self.add(a)
        if b not in self._parent:
            self.add(b)
        first, second = self.root(a), self.root(b)
        if first == second:
            return True
        if second in self._apart.get(first, ()):
            return False
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        self._parent[second] = first
        self._members[first].extend(self._members.pop(second))
        for other in self._apart.pop(second, set()):
            self._apart[other].discard(second)
            self._apart[other].add(first)
            self._apart.setdefault(first, set()).add(other)
        return True

    def members(self, item: str) -> tuple[str, ...]:
        """Everything in the cluster of `item`, sorted."""
        return tuple(sorted(self._members[self.root(item)]))

    def all(self) -> list[tuple[str, ...]]:
        """Every cluster, each sorted, ordered by smallest member."""
        return sorted(tuple(sorted(members)) for members in self._members.values())

    def several(self) -> list[tuple[str, ...]]:
        """The clusters of more than one, each sorted, ordered by smallest member."""
        return sorted(tuple(sorted(members)) for members in self._members.values() if len(members) > 1)
