"""A draft in, further participants out: court, judge, prison, employer, as phrases beside the anchor name them. English."""

from __future__ import annotations

import re
from dataclasses import replace

from according.domain.statement import ActorKind, Participant, Role
from according.domain.types import get_type
from according.read.clause import Clause
from according.read.draft import Draft

_COURT = re.compile(r"\b(?:in|by|at|before|from)\s+((?:the|a|an)\s+(?:[\w’'-]+\s+){0,5}?(?:court|tribunal))\b", re.I)
_JUDGE = re.compile(r"\b(?:by|before|under)\s+((?:the\s+)?judge\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)")
_HOUSE = r"(?:prison hospital|prison colony|penal colony|labou?r camp|prison camp|prison|jail|colony|detention cent(?:re|er)|hospital|police station|remand centre|remand prison)"
_NUMBER = r"(?:\s+(?:[Nn]o\.?|[Nn]umber|№)\s*\d+)"
_FACILITY = re.compile(
    rf"\b(?P<lead>in|at|to|from|inside)\s+(?P<house>(?:the|a|an|his|her)\s+(?:[\w’'-]+\s+){{0,4}}?{_HOUSE}{_NUMBER}?"
    rf"|(?:[\w’'-]+[’']s?\s+)?{_HOUSE}{_NUMBER}|(?:[A-Z][\w’'-]+\s+){{1,3}}(?i:{_HOUSE}){_NUMBER}?|(?i:{_HOUSE}){_NUMBER})(?!\w)"
)
_FOR_FACILITY = frozenset(
    [
        "imprisonment",
        "transfer",
        "denial_of_medical_care",
        "hospitalisation",
        "pretrial_detention",
        "torture",
        "ill_treatment",
        "arrest",
        "hunger_strike",
        "release",
        "death_in_custody",
        "health_condition",
    ]
)
_FOR_COURT = frozenset(
    [
        "sentence",
        "conviction",
        "acquittal",
        "appeal_rejected",
        "appeal_granted",
        "trial",
        "court_ruling",
        "strike_declared_illegal",
        "pretrial_detention",
        "due_process_violation",
        "house_arrest",
        "fine",
    ]
)


def add_roles(clause: Clause, draft: Draft) -> None:
    """Set apart judges from courts, add court, judge and place of custody where the clause names them."""
    draft.participants = [_set_apart(clause, one) for one in draft.participants]
    taken = {(one.start, one.end) for one in draft.participants}
    text, span = clause.page.plain, draft.clause
    if draft.type in _FOR_COURT:
        _add_match(clause, draft, _COURT.search(text, span.start, span.end), Role.COURT, taken)
        _add_match(clause, draft, _JUDGE.search(text, span.start, span.end), Role.JUDGE, taken)
    if draft.type in _FOR_FACILITY:
        _add_match(
            clause,
            draft,
            _facility(draft, text[span.start : clause.sentence.end if draft.type == "transfer" else span.end]),
            Role.FACILITY,
            taken,
            span.start,
        )
    if get_type(draft.type).family == "liberty_and_law":
        _died_in_custody(draft)


def _facility(draft: Draft, words: str) -> re.Match[str] | None:
    """Where somebody is held: of a transfer where to; never where somebody was on the way from when arrested."""
    found = list(_FACILITY.finditer(words))
    if draft.type == "transfer":
        return next((match for match in found if match["lead"] == "to"), None)
    left = draft.type == "release"
    return next((match for match in found if match["lead"] != "from" or left), None)


def _died_in_custody(draft: Draft) -> None:
    if draft.type == "death" and any(one.role is Role.FACILITY for one in draft.participants):
        draft.type = "death_in_custody"


def _set_apart(clause: Clause, one: Participant) -> Participant:
    if one.role not in (Role.COURT, Role.PROSECUTOR, Role.EMPLOYER) or one.start is None or one.end is None:
        return one
    words = clause.page.text[one.start : one.end].lower()
    if one.role is Role.COURT:
        if re.search(r"\b(?:judges?|magistrates?)\b", words):
            return replace(one, role=Role.JUDGE)
        if not re.search(r"\b(?:court|tribunal|jury|panel)\b", words):
            return replace(one, role=Role.AGENT)
    if one.role is Role.PROSECUTOR and not re.search(r"\bprosecut", words):
        return replace(one, role=Role.AGENT)
    return one


def _add_match(
    clause: Clause, draft: Draft, match: re.Match[str] | None, role: Role, taken: set[tuple[int | None, int | None]],
    offset: int = 0,
) -> None:  # fmt: skip
    if match is None:
        return
    group = "house" if role is Role.FACILITY else 1
    first, last = match.start(group) + offset, match.end(group) + offset
    if any(start is not None and start < last and first < (end or 0) for start, end in taken):
        return
    words = re.sub(r"^(?:the|a|an|his|her)\s+", "", match[group], flags=re.I)
    actor = clause.page.actor_in(first, last) if role is Role.JUDGE else None
    kind = ActorKind.PLACE if role is Role.FACILITY else ActorKind.OFFICE
    name = actor.name if actor is not None else words
    draft.participants.append(
        Participant(role=role, name=name, kind=actor.kind if actor else kind, start=first, end=last)
    )
    draft.note(role.value, f"{words!r}", first, last)
