"""An adjective or phrase that may tell a state ("16 dead", "on strike", "under arrest") in, a draft out. English."""

from __future__ import annotations

from according.domain.statement import Phase, Role, Stance
from according.read.clause import Clause, add_participants, is_actor, new_draft, settle_count
from according.read.draft import Draft
from according.read.lexicon import EventForm
from according.read.phrase_kinds import read_phrase
from according.read.phrases import phrase_left, phrase_right
from according.read.stance import Mood, noun_mood, verb_mood
from according.read.subjects import find_subject
from according.read.verb_checks import is_somebody
from according.read.verbs import VerbGroup


def read_adjective(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
    tokens, row = clause.tokens, form.row
    before = i - 1
    while before >= 0 and tokens.tags[before] in "BN":
        before -= 1
    if before < 0:
        return None
    negated = any(tokens.tags[k] == "N" for k in range(before + 1, i))
    group: VerbGroup | None = None
    found: tuple[int, ...] | None = None
    if before and tokens.lows[before] in {"him", "her", "them"} and tokens.lows[before - 1] in _MAKING:
        group = clause.group_at(before - 1)
        found = (before, before)
    elif tokens.tags[before] in "bgV":
        group = clause.group_at(before)
        found = find_subject(tokens, group, clause.groups)
        if tokens.tags[before] == "V" and tokens.lows[before] in {
            "left",
            "leaving",
            "found",
            "made",
            "leave",
            "leaves",
            "declared",
            "keep",
            "kept",
        }:
            found = phrase_left(tokens, before) if group.passive else found
    elif tokens.tags[before] in "JWO" and (
        tokens.tags[before] in "J"
        or " " in " ".join(form.rest)
        or form.rest
        or clause.page.count_for(tokens.starts[max(0, before - 3)], tokens.ends[before])
    ):
        found = phrase_left(tokens, before)
        left_of = (found[0] - 1) if found else -1
        if last + 1 < len(tokens) and tokens.tags[last + 1] in "W":
            return None
        if left_of >= 0 and tokens.tags[left_of] in "bhM":
            found = found
    if found is None or not is_actor(clause, read_phrase(clause.page, tokens, found[0], found[1])):
        return None
    if tokens.lows[before] in {"year", "years", "month", "months", "days", "sentence", "sentences", "term", "time"}:
        return None
    mood = (
        verb_mood(tokens, group, clause.groups, clause.lexicon, (found[0], found[1]))
        if group
        else noun_mood(tokens, found[0], found[1], clause.groups, clause.lexicon)
    )
    if mood.general:
        return None
    if negated and not (group and group.negated):
        mood = mood.negate(i - 1)
    draft = new_draft(clause, i, last, form, "adjective", mood)
    draft.present = bool(group and group.present)
    if row.phase is None and draft.present and draft.type not in {"death"}:
        draft.phase = Phase.GOES_ON
    role = Role(row.object or row.subject or "patient")
    add_participants(clause, draft, found, role)
    phrase = clause.phrase(found)
    if row.needs == "animate" and not is_somebody(phrase, form):
        return None
    settle_count(clause, draft)
    return draft


def read_described(clause: Clause, i: int, form: EventForm) -> Draft | None:
    """ "the murdered inspector", "two kidnapped engineers": a participle before the noun tells what was done to whom."""
    tokens, row = clause.tokens, form.row
    if form.kind != "verb" or form.tag != "n" or form.rest or row.object != "patient" or row.type not in _DESCRIBES:
        return None
    if (
        not i
        or i + 1 >= len(tokens)
        or tokens.tags[i] in "V"
        or not tokens.words[i + 1].islower()
        or tokens.tags[i - 1] not in "DJ'W"
        or tokens.tags[i + 1] != "W"
    ):
        return None
    found = phrase_right(tokens, i + 1, limit=6)
    if found is None:
        return None
    found = (i + 1, next((k - 1 for k in range(i + 2, found[1] + 1) if tokens.tags[k] in ",CP"), found[1]))
    phrase = clause.phrase(found)
    if phrase is None or not phrase.person or phrase.organisation:
        return None
    start = i - 1
    while start > 0 and tokens.tags[start - 1] in "DJ":
        start -= 1
    if tokens.tags[start] not in "DJ'" or tokens.lows[start] in {"no", "any", "every", "each"}:
        return None
    mood = noun_mood(tokens, start, i, clause.groups, clause.lexicon)
    if mood.general:
        return None
    draft = new_draft(clause, i, i, form, "described", mood)
    add_participants(clause, draft, (start if tokens.tags[start] == "J" else i + 1, found[1]), Role.PATIENT)
    if not draft.participants:
        return None
    settle_count(clause, draft)
    return draft


_DESCRIBES = frozenset({"killing", "abduction", "torture", "dismissal", "arrest", "imprisonment", "conviction"})


def read_attribute(clause: Clause, i: int, form: EventForm) -> Draft | None:
    """ "a fired staffer", "the detained workers": a participle before the noun that names whom it befell or who does it."""
    tokens, row = clause.tokens, form.row
    before, after = i - 1, i + 1
    while before >= 0 and tokens.tags[before] in "B" and tokens.lows[before].endswith("ly"):
        before -= 1
    if after >= len(tokens) or tokens.tags[after] not in "WV" or (before >= 0 and tokens.tags[before] not in "DJP';,Q"):
        return None
    found = phrase_right(tokens, after)
    phrase = clause.phrase((i, found[1])) if found is not None else None
    if found is None or phrase is None or not is_somebody(phrase, form):
        return None
    while before > 0 and tokens.tags[before - 1] in "DJ":
        before -= 1
    mood = noun_mood(tokens, before + 1, i, clause.groups, clause.lexicon, told=True)
    if mood.general:
        return None
    draft = new_draft(clause, i, i, form, "attribute", Mood())
    if i and tokens.lows[i - 1] in {"allegedly", "reportedly", "supposedly"}:
        draft.stance = Stance.ALLEGED
    start = before if before >= 0 and tokens.tags[before] in "DJ" else i
    add_participants(clause, draft, (start, found[1]), Role(row.object or "patient"))
    settle_count(clause, draft)
    return draft if draft.participants else None


_MAKING = frozenset({"made", "makes", "make", "left", "leaves", "rendered", "beat", "beaten"})
