"""Who stands in a draft, and as what: the doer in the instrumental, the others a preposition brings, everybody joined to them."""

from __future__ import annotations

import re

from according.domain.statement import ActorKind, Participant, Role
from according.language.inflect import parses
from according.language.lists import phrase_words
from according.read.actors import Actor
from according.read.draft import Draft
from according.read.russian_arguments import (
    JOINT,
)
from according.read.russian_clauses import RussianClause, Somebody
from according.read.russian_lexicon import AnchorRow, plain

_TO_WHOM = frozenset({"которому", "которой", "которым"})


_BODIES_SUFFER = frozenset(
    {"fine", "search", "charge", "investigation_opened", "threat", "use_of_force", "dispersal", "ban"}
)


def add_instrumental(clause: RussianClause, draft: Draft, index: int, row: AnchorRow) -> None:
    """«задержан полицией»: the doer in the instrumental."""
    role = row.by or row.subject
    if role is None:
        return
    first, last = clause.segment(index)
    begin, end = clause.tokens.starts[first], clause.tokens.ends[last]
    known = {(one.start, one.end) for one in draft.participants}
    names = {one.name for one in draft.participants}
    reach = 40 if draft.rule.endswith(".nominal") else 80
    for one in clause.people:
        here = begin <= one.start and one.end <= end and one.start - clause.tokens.ends[index] < reach
        if one.start <= draft.anchor.start < one.end or (one.actor is not None and one.actor.name in names):
            continue
        if (
            here
            and "ablt" in one.cases
            and len(one.cases) <= 4
            and one.preposition is None
            and (one.start, one.end) not in known
        ):
            if not _verb_between(clause, index, one.start):
                add_participant(draft, one, Role(role))
            return


def _verb_between(clause: RussianClause, index: int, start: int) -> bool:
    """«освобождён от должности и назначен заместителем»: the instrumental is the other verb's."""
    k, tokens = index + 1, clause.tokens
    while k < len(tokens) and tokens.starts[k] < start:
        if tokens.tags[k] == "W" and parses(tokens.lows[k])[0][0] in ("VERB", "PRTS", "INFN"):
            return True
        k += 1
    return False


def add_others(clause: RussianClause, draft: Draft, index: int, row: AnchorRow) -> None:
    """The dative, and whoever stands behind the row's prepositions."""
    first, last = clause.segment(index)
    begin, end = clause.tokens.starts[first], clause.tokens.ends[last]
    own = [one for one in clause.people if begin <= one.start and one.end <= end]
    if row.dative and not draft.participants:
        relative = next((k for k in range(first, index) if clause.tokens.lows[k] in _TO_WHOM), None)
        left = [one for one in clause.people if one.end <= begin] if relative is not None else []
        if left:
            add_participant(draft, left[-1], Role(row.dative))
            return
        for one in own:
            blocked = {"nomn"} if row.object is None else {"nomn", "accs"}
            if "datv" in one.cases and one.preposition is None and not blocked & one.cases:
                add_participant(draft, one, Role(row.dative))
                break
    for preposition, case in row.after:
        word = preposition.split()[-1]
        for one in own:
            if one.preposition in (word, word + "о") and case in one.cases:
                add_participant(draft, one, Role(row.after_role or "patient"))
                break
    if row.genitive_of_partner and not draft.participants:
        later = [
            one
            for one in own
            if one.start > clause.tokens.ends[index] and "gent" in one.cases and one.preposition is None
        ]
        if later:
            add_participant(draft, later[0], Role(row.genitive_of_partner))


def add_participant(draft: Draft, one: Somebody, role: Role) -> None:
    actor = one.actor
    if any(known.start == one.start for known in draft.participants):
        return
    if actor is None:
        words = one.count.words if one.count is not None else None
        if words is None and one.words and not one.pronoun:  # a living being no list has: «избили тракториста»
            kind = ActorKind.GROUP if one.plural else ActorKind.UNNAMED
            draft.participants.append(Participant(role, one.words, kind, start=one.start, end=one.end))
            draft.note(role.value, f"{one.words!r}, a living being", one.start, one.end)
            return
        if words is not None:  # a bare number: "64 получили ранения"
            draft.participants.append(
                Participant(role, words, ActorKind.GROUP, one.count, start=one.start, end=one.end)
            )
        elif one.pronoun:
            kind = ActorKind.GROUP if one.plural else ActorKind.UNNAMED
            draft.participants.append(Participant(role, one.words, kind, start=one.start, end=one.end, inferred=True))
        return
    kind = actor.kind
    if role in (Role.COURT, Role.EMPLOYER) and kind is ActorKind.PERSON:
        role = Role.AGENT if role is Role.EMPLOYER or not _is_judge(actor) else Role.JUDGE
    elif role is Role.COURT and not _is_court(actor):
        role = Role.AGENT
    if role is Role.AGENT and kind is ActorKind.MEDIUM:
        return
    if one.pronoun and draft.type in ("ban", "confiscation"):
        return  # «запретил её»: a party as likely as a person
    if role is Role.PATIENT and kind in (ActorKind.ORGANISATION, ActorKind.MEDIUM) and draft.type not in _BODIES_SUFFER:
        return  # nobody kills or sentences a ministry
    count = one.count if not actor.proper else None
    participant = Participant(
        role=role, name=actor.name, kind=kind, count=count, description=actor.description, minor=actor.minor, start=one.start,
        end=one.end, mention=actor.mention, inferred=actor.inferred or one.pronoun,
    )  # fmt: skip
    draft.participants.append(participant)
    draft.note(role.value, f"{actor.name!r}", one.start, one.end)


def _is_judge(actor: Actor) -> bool:
    return "судь" in (actor.description or "").lower() or actor.head.startswith("судь")


def _is_court(actor: Actor) -> bool:
    words = {plain(one[1]) for word in re.findall(r"[^\W\d_]+", actor.text.lower()) for one in parses(word)[:1]}
    return bool(words & phrase_words("ru", "courts")) or actor.text.isupper()


def add_joined(clause: RussianClause, draft: Draft) -> None:
    """«Иванов, Петрова и Ким задержаны»: names in one row share the role."""
    text = clause.page.text
    for participant in list(draft.participants):
        place = next((k for k, one in enumerate(clause.people) if one.start == participant.start), None)
        if place is None:
            continue
        for step in (1, -1):
            k = place
            while 0 <= k + step < len(clause.people):
                a, b = sorted((k, k + step))
                gap = text[clause.people[a].end : clause.people[b].start]
                other = clause.people[k + step]
                if not JOINT.fullmatch(gap) or not _same_sort(clause.people[k], other):
                    break
                if gap.strip() == "," and not _is_listed(clause, k):
                    break  # «брата Анны Ким, Олега»: an apposition
                anchor_inside = other.start <= draft.anchor.start < other.end
                if not anchor_inside:
                    add_participant(draft, other, participant.role)
                k += step


def _is_listed(clause: RussianClause, place: int) -> bool:
    """Whether the row of names around `place` ends in «и», as a list does."""
    text, k = clause.page.text, place
    while k > 0 and JOINT.fullmatch(text[clause.people[k - 1].end : clause.people[k].start]):
        k -= 1
    while k + 1 < len(clause.people):
        gap = text[clause.people[k].end : clause.people[k + 1].start]
        if not JOINT.fullmatch(gap):
            return False
        if gap.strip() != ",":
            return True
        k += 1
    return False


def _same_sort(one: Somebody, other: Somebody) -> bool:
    if one.actor is None or other.actor is None or one.pronoun or other.pronoun:
        return False
    both_people = {one.actor.kind, other.actor.kind} <= {ActorKind.PERSON, ActorKind.GROUP, ActorKind.UNNAMED}
    described = not one.actor.proper and not other.actor.proper
    counted = both_people and (one.count is not None or other.count is not None)  # «Ким и ещё десять нефтяников»
    alike = one.actor.proper == other.actor.proper or counted
    return (both_people or described) and alike and bool(one.cases & other.cases)
