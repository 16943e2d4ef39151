"""An English sentence in, the terms it tells of one person among many out: "in the case of X, seven years", "the longest term went to X"."""

from __future__ import annotations

import re

from according.domain.passage import Span
from according.domain.statement import ActorKind, Participant, Role, Value
from according.read.clause import Clause
from according.read.draft import Draft
from according.read.values import read_term

_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
_TERM = r"(?P<term>[\w-]+(?: and a half)? (?:years?|months?)|life)"
_NAMED = (
    re.compile(rf"\bin the case of {_NAME}, {_TERM}\b"),
    re.compile(
        rf"\b[Tt]he (?:longest|shortest|harshest|heaviest|lightest) (?:prison )?(?:term|sentence),? (?:of )?{_TERM}(?: in [\w\s-]{{3,40}})?,? "
        rf"(?:went to|was given to|was handed to|was passed on|was imposed on) {_NAME}"
    ),
)


def named_terms(clause: Clause) -> list[Draft]:
    """One draft for each person singled out; [] when the sentence names nobody so."""
    page, out = clause.page, []
    for pattern in _NAMED:
        for match in pattern.finditer(page.plain, clause.sentence.start, clause.sentence.end):
            term = read_term(f"sentenced to {match['term']}" if match["term"] != "life" else "life sentence")
            if term is None:
                continue
            start, end = match.span("name")
            actor = page.actor_in(start, end)
            anchor = Span(*match.span("term"))
            draft = Draft("sentence", anchor, "en.named_term", clause.sentence.index, Span(*match.span()))
            draft.value = Value(sentence=term)
            draft.participants.append(
                Participant(
                    role=Role.PATIENT, name=actor.name, kind=actor.kind, start=start, end=end, mention=actor.mention
                )
                if actor is not None and actor.proper
                else Participant(role=Role.PATIENT, name=match["name"], kind=ActorKind.PERSON, start=start, end=end)
            )
            draft.note("value", f"{match['term']!r} told of one person", anchor.start, anchor.end)
            out.append(draft)
    return out
