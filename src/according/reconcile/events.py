"""Cells of pieces in; events out, each with a neutral type, its day and place as most tell it, and the accounts of every voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from according.domain.event import Event
from according.domain.statement import Phase
from according.reconcile.accounts import tell
from according.reconcile.answers import Answers
from according.reconcile.entities import Cast, lasting_id
from according.reconcile.evidence import Evidence
from according.reconcile.fitting import Cell
from according.reconcile.pieces import Piece, is_told_day, says_not, told_edtf
from according.reconcile.standing import Told

# What names an event where several types met in it: the gravest.
_GRAVITY = (
    "killing", "death_in_custody", "death", "bombing", "use_of_force", "injury", "dispersal", "clash", "assault", "riot",
    "strike", "demonstration", "march", "occupation", "sentence", "conviction", "acquittal", "appeal_granted",
    "appeal_rejected", "torture", "release",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with what it was made of."""

    event: Event
    pieces: tuple[Piece, ...]
    told: tuple[Told, ...]


def name_events(cells: Sequence[Cell], allocated: Mapping[str, str]) -> tuple[dict[str, Cell], dict[str, str]]:
    """Each cell by the id of its event, ordered by id; and where ids once given out lead now.

    Cells with statements that were given one id must come together: one of them keeps it.
    """
    named: dict[str, Cell] = {}
    redirects: dict[str, str] = {}
    members = sorted(
        (tuple(sorted({piece.statement.id for piece in cell.pieces})), number) for number, cell in enumerate(cells)
    )
    for sids, number in members:
        event_id, losers = lasting_id("e", sids, allocated)
        if event_id in named:
            event_id, losers = f"e-{sids[0].split('-', 1)[-1]}", []
        redirects.update(dict.fromkeys(losers, event_id))
        named[event_id] = cells[number]
    return dict(sorted(named.items())), {loser: winner for loser, winner in redirects.items() if loser not in named}


def build_event(evidence: Evidence, cast: Cast, event_id: str, cell: Cell, answers: Answers) -> Happening:
    """The event of one cell, with its accounts."""
    sids = tuple(sorted({piece.statement.id for piece in cell.pieces}))
    return _build(evidence, cast, event_id, sids, cell, answers)


def _build(
    evidence: Evidence, cast: Cast, event_id: str, sids: tuple[str, ...], cell: Cell, answers: Answers
) -> Happening:
    pieces = tuple(sorted(cell.pieces, key=lambda piece: piece.statement.id))
    contested = any(says_not(piece.statement) for piece in pieces)
    told = tell(evidence, event_id, [answer for piece in pieces for answer in answers.of(piece.statement, contested)])
    types = Counter(piece.statement.type for piece in pieces)
    place = _most_told_place(pieces, cast)
    event = Event(
        id=event_id,
        type=min(types, key=lambda name: (_gravity(name), -types[name], name)),
        when=_most_told_day(pieces),
        where=place[0],
        statements=sids,
        accounts=tuple(item.account for item in told),
        place=place[1],
        people=tuple(sorted({person for piece in pieces for person in piece.people})),
        types=tuple(sorted(types)),
    )
    return Happening(event, pieces, tuple(told))


def _gravity(name: str) -> int:
    return _GRAVITY.index(name) if name in _GRAVITY else len(_GRAVITY)


def _most_told_day(pieces: tuple[Piece, ...]) -> str | None:
    """The day most documents give, exact and undoubted ones first."""
    votes: dict[str, set[str]] = {}
    rank: dict[str, int] = {}
    for piece in pieces:
        when = piece.statement.when
        if when is None or piece.days is None:
            continue
        told = told_edtf(piece.statement) or when.edtf
        key = told[:10] if told[4:5] == "-" and "T" in told else told
        votes.setdefault(key, set()).add(piece.statement.document)
        standing = (0 if piece.is_exact else 1) + (1 if piece.doubtful else 0) + (0 if is_told_day(piece) else 2)
        standing += 3 if piece.statement.phase is Phase.ENDS else 0  # the end of a strike is not its day
        rank[key] = min(rank.get(key, 9), standing)
    return min(votes, key=lambda key: (rank[key], -len(votes[key]), key)) if votes else None


def _most_told_place(pieces: tuple[Piece, ...], cast: Cast) -> tuple[str | None, str | None]:
    votes: Counter[tuple[bool, str]] = Counter()
    for piece in pieces:
        if piece.place:
            votes[(piece.broad, piece.place)] += 1
    if not votes:
        return None, None
    _, place = min(votes, key=lambda key: (key[0], -votes[key], key[1]))
    entity = cast.entities.get(place)
    if entity is not None:
        return entity.name, entity.id
    names = sorted({
        piece.statement.where.name for piece in pieces if piece.place == place and piece.statement.where is not None
    })  # fmt: skip
    return names[0], None
