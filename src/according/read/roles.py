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
_FACILITY = re.compile(
    r"\b(?:in|at|to|from|inside)\s+((?:the|a|an|his|her)\s+(?:[\w’'-]+\s+){0,4}?(?:prison colony|penal colony|prison|jail|colony|detention cent(?:re|er)|hospital|police station|remand centre))\b",
    re.I,
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
        _add_match(clause, draft, _FACILITY.search(text, span.start, span.end), Role.FACILITY, taken)
    if get_type(draft.type).family == "liberty_and_law":
        _died_in_custody(draft)


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
    clause: Clause, draft: Draft, match: re.Match[str] | None, role: Role, taken: set[tuple[int | None, int | None]]
) -> None:
    if match is None or any(
        start is not None and start < match.end(1) and match.start(1) < (end or 0) for start, end in taken
    ):
        return
    words = re.sub(r"^(?:the|a|an|his|her)\s+", "", match[1], flags=re.I)
    actor = clause.page.actor_in(match.start(1), match.end(1)) if role is Role.JUDGE else None
    kind = ActorKind.PLACE if role is Role.FACILITY else ActorKind.OFFICE
    name = actor.name if actor is not None else words
    draft.participants.append(
        Participant(role=role, name=name, kind=actor.kind if actor else kind, start=match.start(1), end=match.end(1))
    )
    draft.note(role.value, f"{words!r}", match.start(1), match.end(1))
