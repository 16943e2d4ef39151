"""A draft read from a verb in, whether it may stand out: somebody suffers, a force is sent, an employer dismisses. English."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.statement import ActorKind, Role
from according.domain.types import get_type
from according.read.clause import Clause, form_last, places_act
from according.read.draft import Draft
from according.read.lexicon import EventForm
from according.read.phrase_kinds import Phrase
from according.read.phrases import phrase_right
from according.read.tokens import Tokens


def satisfied(
    clause: Clause,
    draft: Draft,
    form: EventForm,
    found: tuple[int, int, bool] | None,
    obj: tuple[int, int] | None,
    passive: bool,
) -> bool:
    row = form.row
    patient = clause.phrase(found) if passive else clause.phrase(obj)
    agent = (
        clause.phrase(phrase_after(clause.tokens, form_last(clause, draft), "by")) if passive else clause.phrase(found)
    )
    if (not passive and row.object is None) or (row.subject == "patient" and not passive):
        patient, agent = clause.phrase(found), clause.phrase(found)
    told = [one for one in draft.people(Role.PATIENT) if one.kind in (ActorKind.PERSON, ActorKind.GROUP)]
    behind_of = bool(told) and patient is not None and told[0].start is not None and told[0].start > patient.start
    if row.needs == "animate" and not is_somebody(patient, form) and not behind_of:
        return False
    if row.needs == "object" and not form.rest and not (patient and (patient.person or patient.authority)):
        return False
    if row.needs == "addressee" and not (
        (asked := clause.phrase(found if passive else obj))
        and (asked.person or asked.organisation or asked.authority or asked.capital)
    ):
        return False
    if row.needs == "force" and not _is_force(clause, obj if not passive else found):
        return False
    if row.needs == "site" and not is_site(clause, obj if not passive else found):
        return False
    acts = agent and (
        agent.person or agent.organisation or agent.authority or _speaks_or_stands_for(clause, agent, row.type)
    )
    if row.needs_agent and not acts:
        return False
    if row.subject_words and not (
        found and row.subject_words.intersection(clause.tokens.lows[found[0] : found[1] + 1])
    ):
        return False
    if row.subject == "court" and row.subject_words and agent is not None and agent.head in _COURT_PAPERS:
        return False  # "the court's order barred": the noun tells it
    if row.object_words:
        words = (
            clause.tokens.lows[found[0] : found[1] + 1]
            if passive and found
            else clause.tokens.lows[obj[0] : obj[1] + 1]
            if obj
            else []
        )
        if not row.object_words.intersection(words):
            return False
    authority = agent is not None and agent.authority
    if row.by_only_authority and not authority:
        return False
    if row.by_authority and not authority and agent is not None and agent.head == "they" and not passive:
        authority = not _IN_CUSTODY.isdisjoint(clause.tokens.lows)
    if row.by_authority and authority:
        draft.type = row.by_authority
        draft.note("type", "the agent holds power over the patient")
    if row.frame == "fire_job":
        return passive or agent is None or _is_employer(agent) or not agent.authority
    # somebody must be in it: a bare verb tells nothing that could be checked
    return bool(draft.participants) or bool(form.rest) or row.frame == "reduction"


_COURT_PAPERS = frozenset(
    ["order", "orders", "ruling", "rulings", "decision", "decisions", "verdict", "judgment", "case"]
)


def _speaks_or_stands_for(clause: Clause, agent: Phrase, kind: str) -> bool:
    """A country that acts, a document that demands or denies, a name nobody told about yet."""
    if get_type(kind).family == "violence":
        return False
    document = get_type(kind).speech and (agent.head in clause.lexicon.nouns["documents"] or agent.head == "it")
    return document or agent.capital or (agent.place and places_act(kind))


def is_somebody(phrase: Phrase | None, form: EventForm) -> bool:
    return (
        phrase is not None
        and not phrase.place
        and (
            phrase.person
            or (phrase.capital and not phrase.organisation)
            or (phrase.authority and phrase.head not in {"state", "government", "regime"})
        )
        and phrase.head not in REFLEXIVE
    )


def is_site(clause: Clause, found: Sequence[int] | None) -> bool:
    """Whether a phrase names a building, a vehicle, a town or the like by its head: "the main police station of X"."""
    if found is None:
        return False
    lows = clause.tokens.lows
    heads = [k for k in range(found[0], found[1] + 1) if k == found[1] or clause.tokens.tags[k + 1] in "P,C("]
    return any(lows[k] in clause.lexicon.nouns.get("sites", frozenset()) for k in heads[:1])


_IN_CUSTODY = frozenset(
    ["interrogation", "interrogated", "confess", "confessed", "confession", "signed", "sign", "cell", "custody", "detention",
     "police", "officers", "guards", "prison", "investigators", "investigator", "hose", "rods", "truncheons", "batons", "naked", "handcuffed"]
)  # fmt: skip


def _is_force(clause: Clause, found: Sequence[int] | None) -> bool:
    return found is not None and bool(
        clause.lexicon.nouns["forces"].intersection(clause.tokens.lows[found[0] : found[1] + 1])
    )


def _is_employer(phrase: Phrase | None) -> bool:
    return phrase is not None and (
        phrase.organisation
        or phrase.head in {"company", "management", "employer", "employers", "companies", "owner", "boss"}
    )


def _mentions_work(clause: Clause) -> bool:
    return bool(
        {"workers", "employees", "jobs", "job", "company", "staff", "striking", "strike"}.intersection(
            clause.tokens.lows
        )
    )


REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "each", "it"})


def phrase_after(tokens: Tokens, last: int, word: str, reach: int = 12) -> tuple[int, int] | None:
    """The noun phrase after the first `word` to the right, before another verb or a mark."""
    for k in range(last + 1, min(len(tokens), last + reach)):
        if tokens.lows[k] == word:
            if k + 1 < len(tokens) and tokens.tags[k + 1] in "V":
                return None
            return phrase_right(tokens, k + 1)
        if tokens.tags[k] in "V;SRbM" or tokens.tags[k] == "C" or tokens.lows[k] in _OTHER_HAPPENING:
            return None
    return None


_OTHER_HAPPENING = frozenset({"after", "before", "following", "during", "since", "until", "amid", "over"})
