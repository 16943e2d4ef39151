"""A noun that may name an event in, a draft out, when something shows that it took place: whose, of whom, a verb beside it. English."""

from __future__ import annotations

import re

from according.domain.statement import ActorKind, Phase, Polarity, Role, Stance
from according.domain.types import get_type
from according.read.clause import Clause, add_participants, new_draft, places_act, settle_count
from according.read.draft import Draft
from according.read.lexicon import EventForm, EventRow
from according.read.noun_verbs import fill_from_passive, is_light, is_set_off, light_verb, read_rejection, read_toll
from according.read.own_part import part_from_verbs
from according.read.phrase_kinds import Phrase
from according.read.phrases import phrase_left, phrase_right
from according.read.stance import noun_mood, verb_mood
from according.read.subjects import find_subject
from according.read.tokens import Tokens
from according.read.told_nouns import (
    add_modifier,
    called_for,
    carried_out,
    is_told,
    mood_by_verb,
    spoken_by,
    verb_beside,
)
from according.read.verb_checks import is_site, phrase_after

_TOLD = ("told", "told_light")  # stands alone, or only with an argument or a light verb


def read_noun(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
    tokens, row = clause.tokens, form.row
    if (
        last + 1 < len(tokens)
        and tokens.tags[last + 1] == "W"
        and tokens.tags[last] == "W"
        and tokens.words[last + 1].islower()
    ):
        return None  # "strike committee", "murder inquiry": the noun only describes the next one
    if row.frame_noun in _TOLD and (_is_name(clause, i) or _is_adjective(tokens, last)):
        return None
    if row.frame == "toll":
        return read_toll(clause, i, last, form)
    first = _noun_start(tokens, i)
    if tokens.lows[i] in {"rally", "rallies"} and _is_stage(clause, first):
        return None
    mood = noun_mood(tokens, first, last, clause.groups, clause.lexicon, told=row.frame_noun in _TOLD)
    if mood.general:
        return None
    if _is_negative_start(tokens, first):
        mood = mood.negate(first)
    draft = new_draft(clause, i, last, form, "nominal", mood)
    argued = _fill_noun_roles(clause, draft, form, first, last)
    argued = _suffered(clause, draft, form, first) or argued
    if row.counted_noun or row.frame_noun == "rejected":
        argued = _counted(clause, draft, first, i) or argued
    light = light_verb(clause, first, last)
    if light is not None and row.frame_noun in _TOLD and not is_light(clause, light[2]):
        light = None  # "strikes hurt the economy"
    if light is not None:
        phase, agent, word, light_mood = light
        draft.phase = phase
        draft.note("phase", f"{tokens.words[word]!r} beside the noun", tokens.starts[word], tokens.ends[word])
        if draft.stance is Stance.ASSERTED:
            draft.stance = light_mood.stance
        if light_mood.polarity is Polarity.DID_NOT_HAPPEN and draft.polarity is Polarity.HAPPENED:
            draft.polarity = light_mood.polarity
        if (
            agent is not None
            and _may_do(clause, row, phase, word, argued)
            and not (draft.people(doer := _doer(form)) and not row.between)
        ):
            phrase = clause.phrase(agent)
            if phrase is not None and (
                phrase.person or phrase.organisation or phrase.authority or _acts_by_name(row.type, phrase)
            ):
                add_participants(clause, draft, agent, doer)
    if row.frame_noun in _TOLD:
        argued = add_modifier(clause, draft, form, first, last) or argued
        beside = verb_beside(clause, first, last)
        if light is None:
            mood_by_verb(clause, draft, first, beside)
        called_for(clause, draft, first)
        argued = carried_out(clause, draft, last, light[2] if light is not None else None, _doer(form)) or argued
        spoken_by(clause, draft, first)
        alone = row.frame_noun == "told" and is_told(clause, draft, first, last, beside)
        if not (argued or light is not None or alone):
            return None
    elif not _noun_stands(clause, draft, form, argued, light is not None, i):
        return None
    if light is None and row.frame_noun != "set_off":
        part_from_verbs(clause, draft, first, last)
    settle_count(clause, draft)
    return draft


_NOT_DOING = frozenset(
    ["attend", "address", "cover", "follow", "receive", "spark", "suffer", "undergo", "face", "lead"]
)


def _is_stage(clause: Clause, first: int) -> bool:
    """ "Brem said at a rally in Velmar": only where somebody spoke."""
    tokens, cues = clause.tokens, clause.lexicon.cues
    at = first > 0 and tokens.lows[first - 1] == "at"
    return at and any(cue.row.name == "speech" for g in clause.groups for cue in cues.get(tokens.lows[g.main], ()))


def _is_adjective(tokens: Tokens, last: int) -> bool:
    """ "the ruling Free Miners party": a noun in -ing before another noun only describes it."""
    return tokens.lows[last].endswith("ing") and last + 1 < len(tokens) and tokens.tags[last + 1] == "W"


def _is_name(clause: Clause, i: int) -> bool:
    """Whether a capitalised noun amid small words is part of a name or a month: "Rally's Inc.", "the end of March"."""
    tokens = clause.tokens
    if not tokens.words[i][:1].isupper() or clause.sentence.kind.value == "heading" or tokens.words[i].isupper():
        return False
    if i and tokens.lows[i - 1] in {"a", "an"} and i + 1 < len(tokens) and tokens.words[i + 1][:1].islower():
        return False
    opens = i == 0 or tokens.tags[i - 1] in ";Q"
    words = [word for word in tokens.words if word[:1].isalpha() and len(word) > 3]
    if sum(word[:1].islower() for word in words) * 3 <= len(words):
        return False
    following = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    return not opens or following[:1].isupper() or following in {"'s", "’s", ","}


def _may_do(clause: Clause, row: EventRow, phase: Phase, word: int, argued: bool) -> bool:
    """Whether the subject of the light verb is who did it."""
    if row.frame_noun not in _TOLD:
        return not argued and get_type(row.type).counts is Role.AGENT
    return phase is not Phase.ENDS and clause.lexicon.lemmas.get(clause.tokens.lows[word]) not in _NOT_DOING


def _doer(form: EventForm) -> Role:
    """Whose deed a noun with a light verb is: "the judge issued an order", "police made ten arrests"."""
    if get_type(form.row.type).counts is Role.AGENT or form.row.subject in (None, "patient"):
        return Role.AGENT
    return Role(form.row.subject)


def _acts_by_name(kind: str, phrase: Phrase) -> bool:
    """Countries and bodies known by name alone act in the events of work, law and state."""
    return get_type(kind).family != "violence" and (phrase.capital or (phrase.place and places_act(kind)))


def _noun_start(tokens: Tokens, i: int) -> int:
    first = i
    while first > 0 and tokens.tags[first - 1] in "WDJ'BV-" and first > i - 7:
        if tokens.tags[first - 1] == "V" and not tokens.lows[first - 1].endswith(("ed", "ing")):
            break
        if tokens.tags[first - 1] == "V":
            break
        first -= 1
    return first


def _is_negative_start(tokens: Tokens, first: int) -> bool:
    return tokens.lows[first] in {"no"} or (first > 0 and tokens.lows[first - 1] in {"no", "without"})


_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})


def _fill_noun_roles(clause: Clause, draft: Draft, form: EventForm, first: int, last: int) -> bool:
    """Give the phrases around the noun their roles; True when it has an argument."""
    tokens, row = clause.tokens, form.row
    argued = False
    of_at = _of_after(tokens, last)
    of = phrase_right(tokens, of_at + 1) if of_at is not None else None
    of_role = row.of or row.object
    if of is not None and of_at is not None and of_role and not (of[0] <= of_at + 2 and tokens.tags[of[0]] == "X"):
        phrase = clause.phrase(of)
        if phrase is not None and (phrase.person or phrase.authority or (phrase.organisation and of_role == "agent")):
            add_participants(clause, draft, of, Role(of_role))
            argued = True
    by = phrase_after(tokens, last, "by", 10)
    by_role = row.by or (row.subject if row.object else None)
    if by is not None and by_role:
        phrase = clause.phrase(by)
        if phrase is not None and (phrase.person or phrase.authority or phrase.organisation):
            add_participants(clause, draft, by, Role(by_role))
            argued = True
    against = phrase_after(tokens, last, "against", 4) if row.against else None
    if against is not None and row.against:
        add_participants(clause, draft, against, Role(row.against))
        argued = True
    if row.on and not argued:
        argued = _attacked(clause, draft, last, Role(row.on), row.on_veto)
    if row.between:
        between = phrase_after(tokens, last, "between", 4) or phrase_after(tokens, last, "with", 4)
        if between is not None:
            add_participants(clause, draft, between, Role(row.between))
            argued = True
    poss_role = row.poss or row.object or row.of
    if poss_role:
        argued = possessor(clause, draft, first, last, Role(poss_role)) or argued
    return argued


def _attacked(clause: Clause, draft: Draft, last: int, role: Role, veto: frozenset[str]) -> bool:
    """ "an attack on a judge", "against the town's police station": whom or what it was directed at. Not in talk of elections."""
    if not veto.isdisjoint(clause.tokens.lows):
        return False
    for word in ("on", "against", "upon"):
        found = phrase_after(clause.tokens, last, word, 4)
        phrase = clause.phrase(found)
        if found is None or phrase is None:
            continue
        if phrase.person or phrase.authority:
            before = len(draft.participants)
            add_participants(clause, draft, found, role)
            return len(draft.participants) > before
        if is_site(clause, found):
            add_participants(clause, draft, found, Role.OTHER)
            return True
    return False


def _at_one(draft: Draft, form: EventForm) -> bool:
    """ "the attack on Judge Zabala", "an attack on the embassy": one deed with its victim; "attacks on journalists" are talk of many."""
    if form.row.on is None or form.tag != "1":
        return False
    named = any(one.kind in (ActorKind.PERSON, ActorKind.OFFICE) for one in draft.people(Role.PATIENT))
    return named or bool(draft.people(Role.OTHER))


def _acts(clause: Clause, m: int) -> bool:
    return clause.tokens.tags[m] == "W" and clause.tokens.lows[m] in clause.lexicon.nouns["organisations"]


def possessor(clause: Clause, draft: Draft, first: int, last: int, role: Role) -> bool:
    tokens = clause.tokens
    head = last
    for k in range(head - 1, max(-1, head - 6), -1):
        if k < first - 1:
            break
        if tokens.tags[k] == "'" and k and tokens.tags[k - 1] == "X":
            return False  # "Saturday's march"
        if tokens.tags[k] == "'" and k:
            if any(_acts(clause, m) for m in range(k + 1, head)) and role is Role.AGENT:
                return False  # "the teachers' union strike": the union's
            found = phrase_left(tokens, k - 1, through_prepositions=False)
            phrase = clause.phrase(found)
            if found and phrase and phrase.person:
                add_participants(clause, draft, found, role)
                return True
            if found and phrase and phrase.organisation and role not in (Role.PATIENT, Role.OTHER):
                add_participants(clause, draft, found, role)
                return True
            if found and phrase and role is Role.AGENT and _acts_by_name(draft.type, phrase):
                add_participants(clause, draft, found, role)
                return True
            return False
        if tokens.lows[k] in _POSSESSIVES and tokens.tags[k] in "DO":
            actor = clause.page.pronoun(tokens.starts[k])
            if actor is None:
                return False
            add_participants(clause, draft, (k, k), role)
            return True
    return False


def _of_after(tokens: Tokens, last: int) -> int | None:
    """Index of the "of" behind the noun, also shared with a second noun: "the torture and death of protesters"."""
    k = last + 1
    if k + 2 < len(tokens) and tokens.lows[k] in {"and", "or"} and tokens.tags[k + 1] in "WD":
        k += 2 if tokens.tags[k + 1] == "W" else 3
    if k + 1 < len(tokens) and tokens.lows[k] != "of":
        k = _past_day_or_place(tokens, k)
    return k if k + 1 < len(tokens) and tokens.lows[k] == "of" else None


def _past_day_or_place(tokens: Tokens, k: int) -> int:
    """ "the murder on 26 February in Velmar of X": past days and named places behind "on", "in", "at"."""
    start = k
    while (
        k + 1 < len(tokens)
        and k < start + 12
        and (tokens.tags[k] == "X" or tokens.lows[k] in {"on", "in", "at", "near"})
    ):
        k += 1
        if tokens.tags[k] == "D":
            k += 1
        while k + 1 < len(tokens) and (
            tokens.tags[k] == "X" or (tokens.words[k][:1].isupper() and tokens.tags[k] == "W")
        ):
            k += 1
    return k


def _counted(clause: Clause, draft: Draft, first: int, i: int) -> bool:
    """ "eleven deaths", "only 1089 resignations": the number before the noun counts those the type counts."""
    tokens = clause.tokens
    if not tokens.lows[i].endswith("s") and tokens.lows[i] != "bodies":
        return False
    begin = min(first, max(0, i - 5))
    counts = [one for one in clause.page.counts_in(tokens.starts[begin], tokens.starts[i]) if one.mode.value != "share"]
    if not counts:
        return False
    count = counts[-1]
    between = tokens.tags[tokens.at(count.start or 0) : i]
    if (count.max == 0) or any(tag in "PVSRC,;bhMO" for tag in between[1:] if between[0] not in "PBD"):
        return False
    draft.count = count
    draft.note("count", f"before {tokens.words[i]!r}", count.start, count.end)
    return True


_SUFFER = frozenset({"undergo", "suffer", "experience", "endure", "survive", "subject"})


def _suffered(clause: Clause, draft: Draft, form: EventForm, first: int) -> bool:
    """ "She experienced torture": the subject of the verb before is the patient."""
    if (form.row.of or form.row.object) != "patient":
        return False
    tokens = clause.tokens
    for group in clause.groups:
        base = clause.lexicon.lemmas.get(tokens.lows[group.main], "")
        if base in _SUFFER and group.main < first <= group.main + 6:
            found = find_subject(tokens, group, clause.groups)
            phrase = clause.phrase(found)
            if found is not None and phrase is not None and (phrase.person or (phrase.capital and phrase.plural)):
                add_participants(clause, draft, found, Role.PATIENT)
                mood = verb_mood(tokens, group, clause.groups, clause.lexicon, (found[0], found[1]))
                draft.polarity = mood.polarity
                draft.stance = mood.stance if draft.stance is Stance.ASSERTED else draft.stance
                return True
    return False


def _noun_stands(clause: Clause, draft: Draft, form: EventForm, argued: bool, light: bool, i: int) -> bool:
    row = form.row
    tokens = clause.tokens
    heading = clause.sentence.kind.value == "heading"
    frame = row.frame_noun
    if frame == "lodged":
        return fill_from_passive(clause, draft, i, {"lodge", "bring", "file", "press", "lay"}, "against")
    if frame == "rejected":
        return read_rejection(clause, draft, i)
    if frame == "declared":
        return (
            fill_from_passive(clause, draft, i, {"declare", "impose", "lift", "introduce", "announce", "extend"}, None)
            or light
            or re.match(r"[^.;,]{0,40}\b(?:in force|in effect)\b", clause.page.plain[draft.anchor.end :][:60])
            is not None
            or ((i > 0 and tokens.lows[i - 1] == "under") or (i > 1 and tokens.lows[i - 2] == "under"))
        )
    if frame == "received":
        return False
    if frame == "counted":
        return draft.count is not None
    if frame == "set_off":
        return is_set_off(clause, draft, form, _noun_start(tokens, i), i + len(form.rest))
    if frame == "phased":
        return light or argued
    if frame == "argument_or_did":
        return argued or light
    if frame == "occurred":
        dated = bool(clause.page.dates_in(draft.anchor.end, draft.anchor.end + 12))
        planned = draft.stance in (Stance.EXPECTED, Stance.DEMANDED, Stance.THREATENED)
        counted = any(part.count for part in draft.participants)
        return light or planned or (argued and (dated or counted or heading or _at_one(draft, form)))
    if frame == "occurred_or_of":
        return argued or (
            light
            and (
                heading
                or bool(
                    clause.page.dates_in(draft.clause.start, draft.clause.end)
                    or clause.page.places_in(draft.clause.start, draft.clause.end)
                )
            )
        )
    return argued
