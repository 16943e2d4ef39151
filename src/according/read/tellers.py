"""A draft with its speakers in, the same with people told apart from who speaks: "I", "he" in quoted words, whose lawyer, own deeds."""

from __future__ import annotations

import re
from dataclasses import replace

from according.domain.passage import Span
from according.domain.statement import Polarity, Role, Speaker, Stance
from according.read.actors import Actor
from according.read.clause import Clause
from according.read.draft import Draft

_DEEDS = frozenset(
    [
        "killing",
        "order",
        "use_of_force",
        "torture",
        "ill_treatment",
        "assault",
        "looting",
        "arson",
        "robbery",
        "bombing",
    ]
)


def admit_own_deed(draft: Draft) -> None:
    """ "He said he had given the order": what somebody tells of his own violence he admits."""
    if draft.type not in _DEEDS or draft.stance is not Stance.ASSERTED or draft.polarity is not Polarity.HAPPENED:
        return
    agents = {one.name for one in draft.people(Role.AGENT)}
    if any(one.level == 0 and one.cue and one.name in agents for one in draft.speakers):
        draft.stance = Stance.ADMITTED
        draft.note("stance", "the speaker tells of a deed of his own")


_FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our", "я", "меня", "мне", "мы", "нас", "нам"})


def resolve_first_person(clause: Clause, draft: Draft) -> None:
    """ "I was arrested", in somebody's quoted words: the patient is the speaker, who tells what he lived through."""
    if not draft.speakers:
        return
    teller = draft.speakers[0]
    for number, one in enumerate(draft.participants):
        words = clause.page.text[one.start : one.end].lower() if one.start is not None and one.end is not None else ""
        if words not in _FIRST_PERSON or one.role is Role.OTHER:
            continue
        if _of_the_teller_above(clause, teller, one.start):
            continue  # "some papers wrote that I was tortured": "I" is who tells of the papers
        draft.participants[number] = replace(
            one,
            name=teller.name,
            kind=teller.kind,
            mention=teller.mention,
            description=teller.description,
            inferred=True,
        )
        if one.role is Role.PATIENT:
            draft.speakers[0] = replace(teller, basis="experienced")


def _of_the_teller_above(clause: Clause, teller: Speaker, at: int | None) -> bool:
    """Whether "I" stands in reported words that are not quoted behind their cue."""
    if at is None or teller.start is None or teller.start > at or not (teller.cue or "").isalpha():
        return False
    return not any(q.start <= at < q.end for q in clause.page.quotes if q.start > teller.start)


_THIRD_PERSON = frozenset({"he", "she", "him", "her", "they", "them", "он", "она", "его", "её", "ее", "ему", "ей"})
_SOMEBODYS = re.compile(
    r"\b(?:(?P<pronoun>[Hh]er|[Hh]is)|(?P<name>[A-Z][\w-]+)[’']s) (?:[a-z]+ ){0,2}?"
    r"(?:lawyer|attorney|counsel|sister|brother|mother|father|wife|husband|daughter|son|friend|colleague|relatives?|family|cousin|aunt|uncle)\b"
)


def part_from_speaker(clause: Clause, draft: Draft) -> None:
    """Quoted words never call their speaker "he"; "her lawyer said that she had been moved": she is not the lawyer."""
    if not draft.speakers or draft.speakers[0].cue is None:
        return
    teller, text = draft.speakers[0], clause.page.text
    for number, one in enumerate(draft.participants):
        words = text[one.start : one.end].lower() if one.start is not None and one.end is not None else ""
        if words not in _THIRD_PERSON or one.name != teller.name or one.start is None:
            continue
        quoted = clause.page.quote_around(one.start, one.start + 1) is not None
        owner = _owner_of_teller(clause, teller, one.start)
        if owner is not None and owner.name != teller.name:
            draft.participants[number] = replace(
                one, name=owner.name, kind=owner.kind, mention=owner.mention or Span(owner.start, owner.end),
                description=owner.description, inferred=True,
            )  # fmt: skip
        elif quoted:
            draft.participants[number] = replace(
                one, name=text[one.start : one.end], mention=None, description=None, inferred=True
            )
        else:
            continue
        if teller.basis == "experienced":
            draft.speakers[0] = replace(teller, basis="unknown")


def _owner_of_teller(clause: Clause, teller: Speaker, before: int) -> Actor | None:
    """Whose lawyer or relative the speaker is, when the sentence says so before the pronoun."""
    page = clause.page
    for match in _SOMEBODYS.finditer(page.text, clause.sentence.start, before):
        close = teller.start is not None and -4 <= teller.start - match.start() <= match.end() - match.start() + 3
        if not close:
            continue
        if match["pronoun"]:
            return page.pronoun(match.start("pronoun"))
        return next(
            (one for one in page.actors_in(match.start() - 40, match.end("name")) if one.end == match.end("name")), None
        )
    return None
