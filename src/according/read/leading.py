"""A page in, drafts of who leads which body, said by a verb ("has led the union since 2009"), out. A name on both sides, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.domain.passage import Span
from according.domain.statement import ActorKind, Participant, Role, RoleValue, Value
from according.read.actors import Actor
from according.read.draft import Draft
from according.read.page import Page

_VERBS = {
    "en": (
        re.compile(r"\b(?:has |had )?(?P<verb>led|headed|chaired|leads|heads|chairs)\s+(?:the\s+)?(?:[a-z-]+\s){0,3}"),
        {"led": "leader", "leads": "leader", "headed": "head", "heads": "head", "chaired": "chair", "chairs": "chair"},
    ),
    "ru": (
        re.compile(r"\b(?P<verb>возглавлял[аи]?|возглавляет|руководил[аи]?|руководит)[ \u00a0](?:[а-яё-]+[ \u00a0]){0,3}[«\"]?", re.I),
        {},
    ),
}  # fmt: skip
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.MEDIUM})


def find_leaders(page: Page) -> Iterator[Draft]:
    """A role for each person whose name stands right before the verb and whose body right behind it."""
    if page.language not in _VERBS:
        return
    verbs, roles = _VERBS[page.language]
    for match in verbs.finditer(page.plain):
        who, body = _before(page, match.start()), _behind(page, match.end("verb"), match.end())
        if who is None or body is None:
            continue
        verb = Span(match.start("verb"), match.end("verb"))
        draft = Draft("role", verb, f"{page.language}.role.leads", 0, verb)
        draft.value = Value(role=RoleValue(roles.get(match["verb"].lower(), "руководитель"), body.name, False))
        draft.participants = [_part(Role.HOLDER, who), _part(Role.ORGANISATION, body)]
        draft.note("role", f"{match['verb']!r} between a name and a body", verb.start, verb.end)
        yield draft


def _before(page: Page, position: int) -> Actor | None:
    near = [
        one for one in page.actors_in(max(0, position - 60), position) if one.proper and one.kind is ActorKind.PERSON
    ]
    return near[-1] if near and not page.plain[near[-1].end : position].strip() else None


def _behind(page: Page, start: int, end: int) -> Actor | None:
    for actor in page.actors_in(start, end + 60):
        if actor.proper and actor.kind in _BODIES:
            return actor if actor.start <= end + 1 else None
    return None


def _part(role: Role, actor: Actor) -> Participant:
    return Participant(
        role=role, name=actor.name, kind=actor.kind, start=actor.start, end=actor.end, mention=actor.mention
    )
