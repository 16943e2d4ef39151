"""A happening and the pieces of its documents in; whom each document names among those a figure counts, out. No number is taken
from the names, and nobody is put on a list by machine whom the document does not itself name so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from according.domain.entity import EntityKind
from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue, NamedList
from according.reconcile.counts import superseded
from according.reconcile.days import days_of
from according.reconcile.entities import Cast
from according.reconcile.events import Happening
from according.reconcile.evidence import Evidence
from according.reconcile.pieces import Piece, aspect_of, is_denied
from according.reconcile.sides import event_facts, make_dispute, side_of
from according.reconcile.standing import UNSURE, Told
from according.reconcile.sureness import Masses, is_of_several

LISTED = frozenset(
    {
        Aspect.DEATHS, Aspect.INJURED, Aspect.ARRESTED, Aspect.MISSING, Aspect.TRIED, Aspect.CONVICTED,
        Aspect.ACQUITTED, Aspect.SENTENCED, Aspect.DISMISSED,
    }
)  # fmt: skip
_NEAR = 900  # code points from the figure within which a name without a day is of those counted


def with_lists(
    evidence: Evidence, happening: Happening, pieces: Mapping[str, Sequence[Piece]],
    masses: Masses, cast: Cast,
) -> Happening:  # fmt: skip
    """One happening with its lists: a function of it, and of the pieces and figures of its own documents."""
    lists = []
    asked = {aspect_of(piece.statement.type) for piece in happening.pieces} & LISTED
    for document in sorted({piece.statement.document for piece in happening.pieces}):
        for aspect in sorted(aspect for aspect in asked if aspect is not None):
            figures = _figures(happening, document, aspect)
            only = masses.get((document, aspect), 0) == 1
            named = [
                (piece, person)
                for piece in pieces.get(document, ())
                for person in _named(evidence, piece, aspect, cast)
                if _is_of(piece, happening, figures, only)
            ]
            if named:
                lists.append(
                    NamedList(
                        document, aspect, tuple(sorted({person for _, person in named})),
                        tuple(sorted({piece.statement.id for piece, _ in named})),
                        tuple(sorted(item.account.id for item in figures)),
                    )
                )  # fmt: skip
    return replace(happening, event=replace(happening.event, lists=tuple(lists))) if lists else happening


def find_list_disputes(evidence: Evidence, happening: Happening) -> Iterator[Dispute]:
    """A document that names more than another voice counts in all. Whether all of them are of those counted is not certain."""
    for names in happening.event.lists:
        whole = _smallest_whole(happening, names)
        if whole is None or len(names.people) <= (whole.account.value.max or 0):
            continue
        outlet = evidence.outlet(names.document)
        said = f"the report itself: {outlet}"
        values = [DisputeValue(str(len(names.people)), said, names.statements), side_of(whole)]
        facts = [
            *event_facts(happening.event), ("names", str(len(names.people))), ("whole", whole.account.value.words),
            ("whole_speaker", whole.account.speaker),
        ]  # fmt: skip
        yield make_dispute(
            DisputeKind.PART_AND_WHOLE, happening.event.id, "event", names.aspect, values, facts,
            f"{names.document}:names", possible=True,
        )  # fmt: skip


def _smallest_whole(happening: Happening, names: NamedList) -> Told | None:
    """The lowest figure in force for all of them, by exact number; None where only bounds and parts are given."""
    replaced = superseded(list(happening.told))
    wholes = [
        item for item in happening.told
        if item.account.aspect is names.aspect and item.account.id not in replaced and is_of_several(item)
        and item.first.scope_key is None and not item.first.former and item.account.value.qualifier is None
        and item.account.value.max is not None and not item.account.value.vague
        and names.document not in item.account.documents and item.first.statement.stance not in UNSURE
    ]  # fmt: skip
    return min(wholes, key=lambda item: (item.account.value.max or 0, item.account.id), default=None)


def _figures(happening: Happening, document: str, aspect: Aspect) -> list[Told]:
    return [
        item for item in happening.told
        if item.account.aspect is aspect and document in item.account.documents and is_of_several(item)
    ]  # fmt: skip


def _named(evidence: Evidence, piece: Piece, aspect: Aspect, cast: Cast) -> list[str]:
    """The people by name whom the piece tells this of."""
    statement = piece.statement
    if aspect_of(statement.type) is not aspect or statement.stance in UNSURE:
        return []
    if is_denied(statement) or not evidence.counts(statement):
        return []
    found = [cast.entities[person] for person in sorted(piece.people) if person in cast.entities]
    return [item.id for item in found if item.kind is EntityKind.PERSON and not item.unnamed]


def _is_of(piece: Piece, happening: Happening, figures: Sequence[Told], only: bool) -> bool:
    """Whether one who is named is among those of the happening: told in it, or on its day and place, or beside its figure."""
    if any(piece is own for own in happening.pieces):
        return True
    event = happening.event
    if not figures or (piece.place and not piece.broad and event.place and piece.place != event.place):
        return False
    if piece.statement.type == "death_in_custody" and "death_in_custody" not in event.types:
        return False
    days = days_of(event.when or "")
    if piece.days is not None and piece.is_exact:
        return days is not None and piece.days.overlaps(days)
    near = any(
        abs(answer.statement.anchor.start - piece.statement.anchor.start) <= _NEAR
        for item in figures for answer in item.answers if answer.statement.document == piece.statement.document
    )  # fmt: skip
    return near or (only and aspect_of(piece.statement.type) is Aspect.DEATHS)
