"""Ties of one entity as told in; one answer a row, with who gives it and from when to when, out. Rival answers stay side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from according.domain.entity import Entity, Tie
from according.domain.views import Link, TieView
from according.present.sentences import say_according
from according.publish.cards import build_card
from according.publish.index import Index, sort_day

_ORDER = ("ownership", "role", "membership", "affiliation", "kinship")
_FORMER = ("former ", "ex-", "бывший ", "бывшая ", "экс-")


def view_ties(index: Index, entity: Entity) -> tuple[TieView, ...]:
    """The ties whose words are shown, those of one kind and one other side by side, by the day they were first told."""
    answers: dict[tuple[object, ...], list[Tie]] = {}
    for tie in entity.ties:
        if tie.statement in index.judged:
            answers.setdefault(_answer(index, tie), []).append(tie)
    views = [(_rank(ties[0]), _view(index, ties)) for ties in answers.values()]
    views.sort(
        key=lambda row: (row[0], row[1].other.text if row[1].other else "", sort_day(row[1].first_cited), row[1].words)
    )
    return tuple(view for _, view in views)


def _answer(index: Index, tie: Tie) -> tuple[object, ...]:
    other = index.find_entity(tie.other)
    return (
        tie.type,
        tie.reverse,
        other.id if other else (tie.name or "").casefold(),
        _bare(tie.words).casefold(),
        tie.percent,
    )


def _bare(words: str) -> str:
    """The role without the word that says it is past: "former mayor" and "mayor" are one answer at two times."""
    for former in _FORMER:
        if words.casefold().startswith(former):
            return words[len(former) :]
    return words


def _rank(tie: Tie) -> tuple[int, bool]:
    return (_ORDER.index(tie.type) if tie.type in _ORDER else len(_ORDER), tie.reverse)


def _view(index: Index, ties: Sequence[Tie]) -> TieView:
    first = ties[0]
    present = sorted((tie.cited for tie in ties if tie.cited and not tie.former), key=sort_day)
    past = sorted((tie.cited for tie in ties if tie.cited and tie.former), key=sort_day)
    voices = [say_according(build_card(index, index.judged[tie.statement])) for tie in ties]
    return TieView(
        type=first.type,
        words=_bare(first.words),
        other=_other(index, first),
        sources=index.words_links(tuple(tie.statement for tie in ties)),
        according_to=tuple(dict.fromkeys(voices)),
        percent=first.percent,
        bound=first.bound,
        start=_told(tie.start for tie in ties),
        end=_told(tie.end for tie in ties),
        first_cited=present[0] if present else None,
        last_cited=present[-1] if present else None,
        former=past[0] if past else None,
        reverse=first.reverse,
    )


def _told(days: Iterable[str | None]) -> str | None:
    """The day told; where several are, all of them, as one of a set."""
    found = sorted({day for day in days if day}, key=sort_day)
    return found[0] if len(found) == 1 else f"[{','.join(found)}]" if found else None


def _other(index: Index, tie: Tie) -> Link | None:
    other = index.find_entity(tie.other)
    if other is not None:
        return index.entity_link(other.id, other.name)
    return Link(tie.name) if tie.name else None
