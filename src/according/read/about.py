"""The drafts of a whole document in, links from statements about statements out: a retraction to what it retracts, a forced
declaration to what was declared."""

from __future__ import annotations

import re

from according.domain.statement import AboutKind, Polarity, Role, Stance
from according.domain.types import get_type
from according.read.draft import Draft
from according.read.page import Page

_SPOKEN = frozenset({"testimony", "public_statement", "coerced_statement"})
REACH = 6  # sentences
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_IT = re.compile(r"\s*(?:it|this|that|the|these|those|both|all|any such|эти|эту|это|этот|данные)\b")
_IT_BEFORE = re.compile(r"\b(?:это|этого|эти)\s*$", re.I)


def refute_drafts(page: Page, drafts: list[Draft]) -> None:
    """ "Some papers wrote that she was beaten. That is not true.": what somebody else is said to have said is denied."""
    answers = page.lexicon.stance.get("refuted", {}).get("answer", frozenset())
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for number in by_sentence:
        if number + 1 >= len(page.sentences) or page.sentences[number + 1].block != page.sentences[number].block:
            continue
        after = page.sentences[number + 1]
        if after.end - after.start > 40:
            continue
        if _EDGES.sub("", page.text[after.start : after.end]).lower().replace("’", "'") not in answers:
            continue
        for draft in by_sentence[number]:
            told = draft.polarity is Polarity.HAPPENED and draft.stance in (Stance.ASSERTED, Stance.ALLEGED)
            if told and draft.speakers:
                draft.stance = Stance.DENIED
                draft.note("stance", "the next sentence says it is not so", after.start, after.end)


def link_drafts(drafts: list[Draft], text: str) -> dict[int, tuple[AboutKind, int]]:
    """For the index of a draft the index of the draft it is about, with what it does to it."""
    links: dict[int, tuple[AboutKind, int]] = {}
    for number, draft in enumerate(drafts):
        if draft.type == "retraction":
            target = _spoken_by(drafts, number, _names(draft, Role.AGENT), later=False)
            if target is not None:
                links[number] = (AboutKind.RETRACTS, target)
        elif draft.type == "denial":
            target = _denied_by(drafts, number, text)
            if target is not None:
                links[number] = (AboutKind.DENIES, target)
        elif draft.type == "coerced_statement":
            target = _spoken_by(drafts, number, _names(draft, Role.PATIENT), later=True)
            if target is not None and drafts[target].type != "coerced_statement":
                links[number] = (AboutKind.UNDER_DURESS, target)
    return links


def _denied_by(drafts: list[Draft], number: int, text: str) -> int | None:
    """What a denial denies: the denied draft behind it in its sentence; for "denied it" the last told before by another voice."""
    own = drafts[number]
    for other in range(number + 1, len(drafts)):
        if drafts[other].sentence != own.sentence:
            break
        if drafts[other].stance is Stance.DENIED:
            return other
    behind = _IT.match(text, own.anchor.end) or _IT_BEFORE.search(text, max(0, own.anchor.start - 8), own.anchor.start)
    if not behind:
        return None
    deniers = _names(own, Role.AGENT) | {one.name for one in own.speakers}
    for other in range(number - 1, -1, -1):
        there = drafts[other]
        if own.sentence - there.sentence > 1:
            return None
        if get_type(there.type).family in {"relation", "quantity", "response"} or there.stance is Stance.DENIED:
            continue
        if not deniers & {one.name for one in there.speakers}:
            return other
    return None


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
