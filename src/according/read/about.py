"""The drafts of a whole document in, links from statements about statements out: a retraction to what it retracts, a forced
declaration to what was declared."""

from __future__ import annotations

from according.domain.statement import AboutKind, Role
from according.read.draft import Draft

_SPOKEN = frozenset({"testimony", "public_statement", "coerced_statement"})
REACH = 6  # sentences


def link_drafts(drafts: list[Draft]) -> dict[int, tuple[AboutKind, int]]:
    """For the index of a draft the index of the draft it is about, with what it does to it."""
    links: dict[int, tuple[AboutKind, int]] = {}
    for number, draft in enumerate(drafts):
        if draft.type == "retraction":
            target = _spoken_by(drafts, number, _names(draft, Role.AGENT), later=False)
            if target is not None:
                links[number] = (AboutKind.RETRACTS, target)
        elif draft.type == "coerced_statement":
            target = _spoken_by(drafts, number, _names(draft, Role.PATIENT), later=True)
            if target is not None and drafts[target].type != "coerced_statement":
                links[number] = (AboutKind.UNDER_DURESS, target)
    return links


def _names(draft: Draft, role: Role) -> set[str]:
    return {one.name for one in draft.participants if one.role is role}


def _spoken_by(drafts: list[Draft], number: int, names: set[str], *, later: bool) -> int | None:
    """The nearest testimony before (or after) by one of these people; a pronoun nobody resolved fits the nearest."""
    own = drafts[number]
    order: list[int] = list(range(number - 1, -1, -1))
    if later:
        order.extend(range(number + 1, len(drafts)))
    for other in order:
        there = drafts[other]
        if abs(there.sentence - own.sentence) > REACH or there.type not in _SPOKEN:
            continue
        speakers = _names(there, Role.AGENT) | {one.name for one in there.speakers}
        unresolved = all(name.lower() in {"he", "she", "they", "his", "her"} for name in names)
        if names & speakers or (unresolved and abs(there.sentence - own.sentence) <= 2):
            return other
    return None
