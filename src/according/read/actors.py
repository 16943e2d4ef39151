"""The noun this room uses for somebody a document speaks of, and the index over all of them. No rules here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from according.domain.passage import Span
from according.domain.statement import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """One place where a document names, describes or points to somebody. `text` is the document's text there."""

    start: int
    end: int
    text: str
    kind: ActorKind
    name: str  # full name where resolved, in the nominative; else the words as written, without article
    mention: Span | None = None  # where the full name stands, when this is a pronoun, a surname or a description
    inferred: bool = False  # resolved from less than a full name
    gender: str | None = None  # "f", "m" or None
    plural: bool = False
    head: str = ""  # the noun of a description ("worker"), the last word of a name
    description: str | None = None  # role or apposition as written
    minor: bool = False
    age: int | None = None
    proper: bool = True  # a name, not a description
    possessor: str | None = None  # of "her daughter", "Petrova's lawyer": the full name of her


@dataclass(frozen=True)
class Mentions:
    """Everybody a document speaks of, in the order of the text. Spans of different actors may nest, never cross."""

    actors: tuple[Actor, ...]
    resolve: Callable[[int], Actor | None] = field(default=lambda start: None, compare=False)
    _starts: Sequence[int] = field(default=(), init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [actor.start for actor in self.actors])

    def between(self, start: int, end: int) -> list[Actor]:
        """The actors that stand whole between two places, outermost first where they nest."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [actor for actor in self.actors[first:last] if actor.end <= end]

    def at(self, start: int, end: int) -> Actor | None:
        """The actor a phrase stands for: a name inside it if there is one, else the longest description that overlaps it.

        A phrase may be wider than the name ("the activist Anna Petrova") or narrower; None when nobody is there.
        """
        first = max(0, bisect_left(self._starts, start) - 6)
        last = bisect_left(self._starts, end)
        inside = [actor for actor in self.actors[first:last] if actor.end > start]
        if not inside:
            return None
        return max(
            inside, key=lambda one: (min(one.end, end) - max(one.start, start) > 0, one.proper, one.end - one.start)
        )

    def pronoun(self, start: int) -> Actor | None:
        """Whom the pronoun (he, she, his, her, они …) at this place stands for, or None when nobody fits within reach."""
        return self.resolve(start)

    @property
    def people(self) -> list[str]:
        """Full names of the people named, each once, in order of first mention."""
        names = (actor.name for actor in self.actors if actor.kind is ActorKind.PERSON and actor.proper)
        return list(dict.fromkeys(names))
