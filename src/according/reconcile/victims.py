"""Happenings in; the same out, told where a document counts its dead and also names them: so many counted, so many named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from according.domain.entity import EntityKind
from according.domain.event import Aspect
from according.reconcile.entities import Cast
from according.reconcile.events import Happening

_DEADLY = frozenset({"killing", "death", "death_in_custody"})
_A_LIST = 3  # names from which on a document lists its dead


def note_named_dead(happenings: Sequence[Happening], cast: Cast) -> list[Happening]:
    """Facts on each event whose dead a document both counts and names. No number is taken from the names."""
    named = _named_dead(happenings, cast)
    return [_with_lists(happening, named) for happening in happenings]


def _named_dead(happenings: Sequence[Happening], cast: Cast) -> dict[str, set[str]]:
    """The named people each document says died."""
    out: dict[str, set[str]] = defaultdict(set)
    for happening in happenings:
        for piece in happening.pieces:
            if piece.statement.type not in _DEADLY or piece.chain.endswith("?"):
                continue
            for person in piece.people:
                entity = cast.entities.get(person)
                if entity is not None and entity.kind is EntityKind.PERSON and not entity.unnamed:
                    out[piece.statement.document].add(person)
    return out


def _with_lists(happening: Happening, named: dict[str, set[str]]) -> Happening:
    facts: list[tuple[str, str]] = []
    seen: set[tuple[str, str]] = set()
    for item in happening.told:
        if item.account.aspect is not Aspect.DEATHS or (item.account.value.min or 0) < _A_LIST:
            continue
        for document in item.account.documents:
            names = len(named.get(document, ()))
            key = (document, str(item.account.value.min))
            if names >= _A_LIST and key not in seen:
                seen.add(key)
                facts += [("in_document", document), ("counted_dead", key[1]), ("named_dead", str(names))]
    return replace(happening, event=replace(happening.event, facts=tuple(facts))) if facts else happening
