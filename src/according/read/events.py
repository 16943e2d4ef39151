"""One English sentence in, drafts of what it says happened out: anchor word, voice, who did it to whom, how many. Values, speakers,
day and place come later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.domain.passage import Span
from according.domain.statement import Count, CountMode, Participant, Phase, Polarity, Role, Stance
from according.domain.types import get_type
from according.read.clauses import (
    Tokens,
    VerbGroup,
    find_controller,
    find_subject,
    phrase_left,
    phrase_right,
    verb_group,
)
from according.read.draft import Draft
from according.read.lexicon import EventForm, Lexicon
from according.read.page import Page, Sentence
from according.read.participants import Phrase, best_actor, read_participants, read_phrase
from according.read.stance import Mood, noun_mood, verb_mood


@dataclass(slots=True)
class Clause:
    """One tokenised sentence with its verb groups, as the rules hand it on."""

    page: Page
    sentence: Sentence
    tokens: Tokens
    groups: list[VerbGroup]

    @property
    def lexicon(self) -> Lexicon:
        """The language's tables."""
        return self.page.lexicon

    def group_at(self, main: int) -> VerbGroup:
        """The verb group of a token, made when the tagger did not see a verb."""
        for group in self.groups:
            if group.main == main:
                return group
        return verb_group(self.tokens, main, self.lexicon.verbs.get(self.tokens.lows[main], "dn"))

    def text(self, first: int, last: int) -> str:
        """The words from token first to token last."""
        return self.page.text[self.tokens.starts[first] : self.tokens.ends[last]]

    def phrase(self, found: tuple[int, ...] | None) -> Phrase | None:
        """The phrase read, or None."""
        return read_phrase(self.page, self.tokens, found[0], found[1]) if found else None


def find_drafts(clause: Clause) -> list[Draft]:
    """All drafts of one sentence, in the order of their anchors."""
    tokens, lexicon = clause.tokens, clause.lexicon
    drafts: list[Draft] = []
    taken = -1
    used: set[int] = set()
    for i, low in enumerate(tokens.lows):
        if i <= taken or i in used:
            continue
        for form in lexicon.events.get(low, ()):
            last = _match(tokens, i, form)
            if last is None or not _allowed(tokens, i, last, form):
                continue
            draft = _read_form(clause, i, last, form)
            if draft is not None:
                drafts.append(draft)
                taken = i + (len(form.rest) if "..." not in form.rest else 0)
                if last > taken:
                    used.add(last)
                break
    return drafts


def _match(tokens: Tokens, i: int, form: EventForm) -> int | None:
    """Index of the last token of the form at `i`, or None. "..." and a leading preposition let up to seven words stand between."""
    k = i
    for number, word in enumerate(form.rest):
        if word == "...":
            continue
        gap = form.rest[number - 1] == "..." if number else False
        if k + 1 < len(tokens) and tokens.lows[k + 1] == word:
            k += 1
        elif gap or (number == 0 and word in _GAP_BEFORE and form.kind == "verb"):
            found = _find_ahead(tokens, k + 1, word)
            if found is None:
                return None
            k = found
        elif (
            form.kind == "verb"
            and k + 2 < len(tokens)
            and tokens.tags[k + 1] in "BDW"
            and tokens.lows[k + 2] == word
            and (
                tokens.tags[k + 1] == "B"
                or (
                    word in {"sentence", "sentences", "aid", "care", "treatment", "strike"}
                    and tokens.lows[k + 1] != "hunger"
                )
            )
        ):
            k += 2
        else:
            return None
    return k


_GAP_BEFORE = frozenset({"to", "with", "under", "into", "on", "in"})


def _find_ahead(tokens: Tokens, start: int, word: str) -> int | None:
    for k in range(start, min(len(tokens), start + 9)):
        if tokens.lows[k] == word:
            return k
        if tokens.tags[k] in "V;SRbhM" or (tokens.tags[k] == "," and k == start):
            return None
    return None


def _allowed(tokens: Tokens, i: int, last: int, form: EventForm) -> bool:
    tag = tokens.tags[i]
    if form.kind == "verb" and tag not in "VbhdgC":
        return False
    if form.kind == "noun" and tag == "V":
        return False
    row = form.row
    if row.veto:
        left = range(max(0, i - 2), i)
        right = range(last + 1, min(len(tokens), last + 4))
        for k in (*left, *right):
            if tokens.lows[k] in row.veto and not any(tokens.tags[m] in ",;SR" for m in range(min(k, i), max(k, i))):
                return False
    if row.veto_next_number and last + 1 < len(tokens) and tokens.tags[last + 1] in "JX":
        return False
    around = tokens.lows
    if row.after and not row.after.intersection(around[i : last + 9]):
        return False
    if row.near and not row.near.intersection(around[max(0, i - 14) : last + 10]):
        return False
    if row.after_or_before and not row.after_or_before.intersection(around[max(0, i - 6) : last + 7]):
        return False
    if row.context_veto and row.context_veto.intersection(around):
        return False
    return not (row.context and not row.context.intersection(around))


def _read_form(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
    if form.kind == "verb":
        return _read_verb(clause, i, last, form)
    if form.kind == "noun":
        return _read_noun(clause, i, last, form)
    return _read_adjective(clause, i, last, form)


def _new_draft(clause: Clause, i: int, last: int, form: EventForm, voice: str, mood: Mood) -> Draft:
    tokens, row = clause.tokens, form.row
    contiguous = i + len(form.rest) if "..." not in form.rest and last - i == len(form.rest) else i
    anchor = Span(tokens.starts[i], tokens.ends[contiguous])
    draft = Draft(
        type=row.type, anchor=anchor, rule=f"{clause.lexicon.language}.{row.id}.{voice}", sentence=clause.sentence.index,
        clause=_clause_span(clause, i), polarity=mood.polarity, stance=mood.stance,
        phase=mood.phase or (Phase(row.phase) if row.phase else Phase.STARTS),
    )  # fmt: skip
    draft.note(
        "type", f"{clause.page.text[anchor.start : anchor.end]!r} as {voice} of {row.id!r}", anchor.start, anchor.end
    )
    if mood.word is not None and (mood.stance is not Stance.ASSERTED or mood.polarity is not Polarity.HAPPENED):
        field = "stance" if mood.stance is not Stance.ASSERTED else "polarity"
        draft.note(field, f"because of {tokens.words[mood.word]!r}", tokens.starts[mood.word], tokens.ends[mood.word])
    return draft


def _clause_span(clause: Clause, i: int) -> Span:
    """The part of the sentence around token i, cut at marks and subordinators that open another clause."""
    tokens = clause.tokens
    finite = [g.main for g in clause.groups if g.finite]
    first = i
    while first > 0:
        k = first - 1
        if tokens.tags[k] in ";" or (
            tokens.tags[k] in ",CS" and any(k < m < i for m in finite) and any(m < k for m in finite)
        ):
            break
        first -= 1
    last = i
    while last + 1 < len(tokens):
        k = last + 1
        if tokens.tags[k] in ";" and tokens.words[k] not in {":"}:
            break
        if tokens.tags[k] in ",CS" and any(m > k for m in finite) and any(m < k for m in finite):
            nearest = next(m for m in finite if m > k)
            if nearest - k < 12:
                break
        last += 1
    return Span(tokens.starts[first], tokens.ends[last])


# -- verbs ---------------------------------------------------------------------------------------------------------------------


def _read_verb(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
    tokens, row, lexicon = clause.tokens, form.row, clause.lexicon
    group = clause.group_at(i)
    if row.frame == "progressive_only" and not (group.gerund or group.progressive):
        return None
    if group.infinitive and i + 1 == len(tokens) and not row.subject:
        return None
    found = (
        find_controller(tokens, group, clause.groups, lexicon)
        if group.infinitive
        else find_subject(tokens, group, clause.groups)
    )
    gap = _gap_object(tokens, i, last, form) if not row.object_after else None
    direct = row.object is not None and not (form.rest and tokens.tags[last] in "PT" and not row.object_after)
    obj = gap or _object(tokens, last, row.object_after, direct)
    passive = group.passive
    by = _phrase_after(tokens, last, "by")
    if obj is None and direct and not gap:
        obj = _shared_object(clause, last)
    takes_object = not form.rest or tokens.tags[i + 1] in "PTB" or form.rest[0] == "..."
    if (
        not passive
        and group.bare_participle
        and row.object is not None
        and takes_object
        and _has_past_reading(lexicon, tokens, i)
    ):
        passive = (
            (by is not None and obj is None)
            or (obj is None and found is not None)
            or (found is not None and found[2] and _after_passive(clause, group))
        )
        if passive and obj is not None and by is None and not (found and found[2] and _after_passive(clause, group)):
            passive = False
    if (
        passive
        and group.passive
        and obj is not None
        and not gap
        and tokens.tags[obj[0]] in "OD"
        and obj[0] == obj[1] == last + 1
        and tokens.lows[obj[0]] in {"her", "him", "them", "me", "us"}
    ):
        passive = False  # "was tortured her": a slip of the writer, the pronoun is the patient
    if passive:
        obj = obj if row.object_after else None
    if passive and not group.passive and last + 1 < len(tokens) and tokens.tags[last + 1] == "T" and last == i:
        passive = False  # "threatened to strike"
    if passive and not group.passive and _stands_finite(tokens, group):
        passive = False
    if passive and not group.passive and last + 1 < len(tokens) and tokens.tags[last + 1] in "SQ":
        passive = False  # "condemned what he called ...": something said stands where the object would
    if row.passive_only and not passive:
        return None
    if (
        group.present
        and not group.passive
        and form.tag == "b"
        and not group.infinitive
        and group.modal is None
        and found is None
    ):
        return None  # an imperative or a noun
    if group.gerund and _is_subject_gerund(clause, group):
        return None
    mood = verb_mood(tokens, group, clause.groups, lexicon, (found[0], found[1]) if found else None)
    if row.intransitive and last + 1 < len(tokens) and tokens.tags[last + 1] in "DWOT,SV":
        return None
    if row.only_negated:
        if mood.polarity is Polarity.HAPPENED:
            return None
        mood = Mood(stance=mood.stance, word=mood.word)
    voice = "passive" if passive else "active"
    draft = _new_draft(clause, i, last, form, voice, mood)
    draft.present = group.present and not group.perfect
    _fill_verb_roles(clause, draft, form, group, found, obj, by, passive)
    if row.frame == "threat" and not draft.people(Role.PATIENT):
        _threatened_person(clause, draft, last)
    if not _satisfied(clause, draft, form, found, obj, passive):
        return None
    _settle_count(clause, draft)
    return draft


def _shared_object(clause: Clause, last: int) -> tuple[int, int] | None:
    """ "shot and killed Anna Petrova": the object of the second verb is the first one's too."""
    tokens = clause.tokens
    if last + 3 >= len(tokens) or tokens.tags[last + 1] != "C" or tokens.lows[last + 1] != "and":
        return None
    second = last + 2
    while second < len(tokens) - 1 and tokens.tags[second] == "B":
        second += 1
    if tokens.tags[second] != "V" or tokens.lows[second].endswith("ing") != tokens.lows[last].endswith("ing"):
        return None
    return phrase_right(tokens, second + 1)


def _stands_finite(tokens: Tokens, group: VerbGroup) -> bool:
    """Whether the word before makes a bare past form finite: "who shot", "he arrested"."""
    before = group.first - 1
    return before >= 0 and (
        tokens.tags[before] == "R" or tokens.lows[before] in {"he", "she", "they", "we", "i", "you"}
    )


def _is_subject_gerund(clause: Clause, group: VerbGroup) -> bool:
    """ "denouncing X is a priority": the gerund is the subject of a later verb and tells of no event."""
    if group.first and clause.tokens.tags[group.first - 1] not in ",;Q":
        return False
    for later in clause.groups:
        if later.main > group.main and later.finite:
            return not any(clause.tokens.tags[k] in ",;CRSQ" for k in range(group.main + 1, later.first))
    return False


def _threatened_person(clause: Clause, draft: Draft, last: int) -> None:
    """ "threatened to do something to her children": the person after the last "to", or the object of what is threatened."""
    tokens = clause.tokens
    for k in range(last + 1, min(len(tokens) - 1, last + 16)):
        if tokens.tags[k] in ";SR":
            return
        if k > last + 1 and (tokens.tags[k] == "T" or tokens.tags[k] == "V"):
            found = phrase_right(tokens, k + 1)
            phrase = clause.phrase(found)
            if found is not None and phrase is not None and phrase.person and phrase.head not in _REFLEXIVE:
                _add(clause, draft, found, Role.PATIENT)
                return


def _has_past_reading(lexicon: Lexicon, tokens: Tokens, i: int) -> bool:
    return "n" in lexicon.verbs.get(tokens.lows[i], "")


def _after_passive(clause: Clause, group: VerbGroup) -> bool:
    earlier = [g for g in clause.groups if g.main < group.first and g.finite]
    return bool(earlier) and earlier[-1].passive


def _gap_object(tokens: Tokens, i: int, last: int, form: EventForm) -> tuple[int, int] | None:
    if last - i <= len([word for word in form.rest if word != "..."]):
        return None
    return phrase_right(tokens, i + 1, limit=last - i - 1)


def _object(tokens: Tokens, last: int, after: frozenset[str], direct: bool) -> tuple[int, int] | None:
    if after:
        for k in range(last, min(len(tokens) - 1, last + 5)):
            if k > last and tokens.tags[k] in "V;SR,":
                break
            if tokens.lows[k] in after and (k > last or tokens.tags[k] in "P"):
                found = phrase_right(tokens, k + 1)
                if found:
                    return found
        return None
    return phrase_right(tokens, last + 1) if direct else None


def _phrase_after(tokens: Tokens, last: int, word: str, reach: int = 12) -> tuple[int, int] | None:
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


def _fill_verb_roles(
    clause: Clause, draft: Draft, form: EventForm, group: VerbGroup, found: tuple[int, int, bool] | None,
    obj: tuple[int, int] | None, by: tuple[int, int] | None, passive: bool,
) -> None:  # fmt: skip
    row = form.row
    if passive and row.frame == "reduction" and found:
        _possessor(clause, draft, found[0], found[1], Role.PATIENT)
        found = None
    if row.frame == "sentence_subject" and passive:
        found = None
        obj = _object(clause.tokens, form_last(clause, draft), row.object_after, False)
        if obj:
            _add(clause, draft, obj, Role.PATIENT)
    if passive:
        role = row.passive_subject or row.object or row.subject
        if role and found:
            _add(clause, draft, found, Role(role))
        if row.subject and by:
            _add(clause, draft, by, Role(row.subject))
        if obj and row.object and row.passive_subject:
            _add(clause, draft, obj, Role(row.object))
        return
    if row.frame == "sentence_subject":
        if obj and row.object:
            _add(clause, draft, obj, Role(row.object))
        return
    if row.frame == "reduction" and found and _SENTENCE_NOUNS.intersection(clause.tokens.lows[found[0] : found[1] + 1]):
        _possessor(clause, draft, found[0], found[1], Role.PATIENT)
        return
    if row.subject and found:
        ordered = group.infinitive and _is_order(clause.tokens, group)
        _add(clause, draft, found, Role.ORDERED_BY if ordered else Role(row.subject))
    if row.object and obj:
        _add(clause, draft, obj, Role(row.object))


_THING_PATIENTS = frozenset(
    [
        "looting",
        "arson",
        "bombing",
        "robbery",
        "hijacking",
        "search",
        "encirclement",
        "ban",
        "censorship",
        "occupation",
        "confiscation",
    ]
)


def _is_order(tokens: Tokens, group: VerbGroup) -> bool:
    """ "gave the order to open fire": who gives the order is not who fires."""
    before = group.first - 1
    return before >= 0 and tokens.lows[before] in {"order", "orders", "instruction", "instructions", "command"}


_NOBODY = frozenset({"this", "that", "it", "which", "there", "what", "these", "such", "itself", "its"})


def _add(clause: Clause, draft: Draft, found: Sequence[int], role: Role) -> None:
    if found[0] == found[1] and clause.tokens.lows[found[0]] in _NOBODY:
        return
    phrase = read_phrase(clause.page, clause.tokens, found[0], found[1])
    if role in (Role.AGENT, Role.PATIENT, Role.EMPLOYER, Role.COURT, Role.PROSECUTOR) and not _is_actor(clause, phrase):
        if role is not Role.PATIENT or draft.type not in _THING_PATIENTS:
            return
        role = Role.OTHER
    for one in read_participants(clause.page, clause.tokens, found[0], found[1], role):
        draft.participants.append(one)
        draft.note(role.value, f"{one.name!r}", one.start, one.end)


_SENTENCE_NOUNS = frozenset({"sentence", "sentences", "term", "terms", "verdict", "verdicts"})


def _is_actor(clause: Clause, phrase: Phrase) -> bool:
    """Whether the phrase can act or be acted upon: people, a body, an authority, or any name."""
    if phrase.person or phrase.organisation or phrase.authority:
        return True
    if re.search(r"\bof\b", clause.page.text[phrase.start : phrase.end]):
        return clause.page.actor_in(phrase.start, phrase.end) is not None
    actor = best_actor(clause.page, clause.tokens, phrase)
    return actor is not None and actor.proper


_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "each", "it"})


def _satisfied(
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
        clause.phrase(_phrase_after(clause.tokens, form_last(clause, draft), "by")) if passive else clause.phrase(found)
    )
    if (not passive and row.object is None) or (row.subject == "patient" and not passive):
        patient, agent = clause.phrase(found), clause.phrase(found)
    if row.needs == "animate" and not _is_somebody(patient, form):
        return False
    if row.needs == "object" and not form.rest and not (patient and (patient.person or patient.authority)):
        return False
    if row.needs == "force" and not _is_force(clause, obj if not passive else found):
        return False
    if row.needs_agent and not (agent and (agent.person or agent.organisation or agent.authority)):
        return False
    if row.subject_words and not (
        found and row.subject_words.intersection(clause.tokens.lows[found[0] : found[1] + 1])
    ):
        return False
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
    if row.by_authority and authority:
        draft.type = row.by_authority
        draft.note("type", "the agent holds power over the patient")
    if row.frame == "fire_job":
        return _is_employer(agent) or (passive and agent is None and _mentions_work(clause))
    # somebody must be in it: a bare verb tells nothing that could be checked
    return bool(draft.participants) or bool(form.rest) or row.frame == "reduction"


def form_last(clause: Clause, draft: Draft) -> int:
    """Index of the last token of the anchor."""
    return max(0, clause.tokens.at(draft.anchor.end) - 1)


def _is_somebody(phrase: Phrase | None, form: EventForm) -> bool:
    return (
        phrase is not None
        and (phrase.person or (phrase.authority and phrase.head not in {"state", "government", "regime"}))
        and (phrase.head not in _REFLEXIVE or phrase.head in {"himself", "herself", "themselves"})
    )


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


# -- adjectives ("was dead", "16 dead", "on strike") ---------------------------------------------------------------------------


def _read_adjective(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
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
    if found is None or not _is_actor(clause, read_phrase(clause.page, tokens, found[0], found[1])):
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
    draft = _new_draft(clause, i, last, form, "adjective", mood)
    draft.present = bool(group and group.present)
    if row.phase is None and draft.present and draft.type not in {"death"}:
        draft.phase = Phase.GOES_ON
    role = Role(row.subject or "patient")
    _add(clause, draft, found, role)
    phrase = clause.phrase(found)
    if row.needs == "animate" and not _is_somebody(phrase, form):
        return None
    _settle_count(clause, draft)
    return draft


_MAKING = frozenset({"made", "makes", "make", "left", "leaves", "rendered", "beat", "beaten"})


# -- nouns ---------------------------------------------------------------------------------------------------------------------


def _read_noun(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
    tokens, row = clause.tokens, form.row
    if (
        last + 1 < len(tokens)
        and tokens.tags[last + 1] == "W"
        and tokens.tags[last] == "W"
        and tokens.words[last + 1].islower()
    ):
        return None  # "strike committee", "murder inquiry": the noun only describes the next one
    if row.frame == "toll":
        return _read_toll(clause, i, last, form)
    first = _noun_start(tokens, i)
    mood = noun_mood(tokens, first, last, clause.groups, clause.lexicon)
    if mood.general:
        return None
    if _is_negative_start(tokens, first):
        mood = mood.negate(first)
    draft = _new_draft(clause, i, last, form, "nominal", mood)
    argued = _fill_noun_roles(clause, draft, form, first, last)
    argued = _suffered(clause, draft, form, first) or argued
    light = _light_verb(clause, first, last)
    if light is not None:
        phase, agent, word, light_mood = light
        draft.phase = phase
        draft.note("phase", f"{tokens.words[word]!r} beside the noun", tokens.starts[word], tokens.ends[word])
        if draft.stance is Stance.ASSERTED:
            draft.stance = light_mood.stance
        if light_mood.polarity is Polarity.DID_NOT_HAPPEN and draft.polarity is Polarity.HAPPENED:
            draft.polarity = light_mood.polarity
        if agent is not None and not argued and get_type(row.type).counts is Role.AGENT:
            phrase = clause.phrase(agent)
            if phrase is not None and (phrase.person or phrase.organisation or phrase.authority):
                _add(clause, draft, agent, Role.AGENT)
    if not _noun_stands(clause, draft, form, argued, light is not None, i):
        return None
    _settle_count(clause, draft)
    return draft


def _noun_start(tokens: Tokens, i: int) -> int:
    first = i
    while first > 0 and tokens.tags[first - 1] in "WDJ'BV" and first > i - 7:
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
    of = phrase_right(tokens, last + 2) if last + 2 < len(tokens) and tokens.lows[last + 1] == "of" else None
    of_role = row.of or row.object
    if of is not None and of_role and not (of[0] <= last + 3 and tokens.tags[of[0]] == "X"):
        phrase = clause.phrase(of)
        if phrase is not None and (phrase.person or phrase.authority or (phrase.organisation and of_role == "agent")):
            _add(clause, draft, of, Role(of_role))
            argued = True
    by = _phrase_after(tokens, last, "by", 10)
    by_role = row.by or (row.subject if row.object else None)
    if by is not None and by_role:
        phrase = clause.phrase(by)
        if phrase is not None and (phrase.person or phrase.authority or phrase.organisation):
            _add(clause, draft, by, Role(by_role))
            argued = True
    against = _phrase_after(tokens, last, "against", 4) if row.against else None
    if against is not None and row.against:
        _add(clause, draft, against, Role(row.against))
        argued = True
    if row.between:
        between = _phrase_after(tokens, last, "between", 4)
        if between is not None:
            _add(clause, draft, between, Role(row.between))
            argued = True
    poss_role = row.poss or row.object or row.of
    if poss_role:
        argued = _possessor(clause, draft, first, last, Role(poss_role)) or argued
    return argued


def _possessor(clause: Clause, draft: Draft, first: int, last: int, role: Role) -> bool:
    tokens = clause.tokens
    head = last
    for k in range(head - 1, max(-1, head - 6), -1):
        if k < first - 1:
            break
        if tokens.tags[k] == "'" and k:
            found = phrase_left(tokens, k - 1, through_prepositions=False)
            phrase = clause.phrase(found)
            if found and phrase and phrase.person:
                _add(clause, draft, found, role)
                return True
            if found and phrase and phrase.organisation and role is Role.AGENT:
                _add(clause, draft, found, role)
                return True
            return False
        if tokens.lows[k] in _POSSESSIVES and tokens.tags[k] in "DO":
            actor = clause.page.pronoun(tokens.starts[k])
            if actor is None:
                return False
            _add(clause, draft, (k, k), role)
            return True
    return False


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
            if found is not None and phrase is not None and phrase.person:
                _add(clause, draft, found, Role.PATIENT)
                mood = verb_mood(tokens, group, clause.groups, clause.lexicon, (found[0], found[1]))
                draft.polarity = mood.polarity
                draft.stance = mood.stance if draft.stance is Stance.ASSERTED else draft.stance
                return True
    return False


_LIGHT_SELF = frozenset(
    [
        "take",
        "occur",
        "happen",
        "begin",
        "start",
        "erupt",
        "break",
        "continue",
        "go",
        "last",
        "spread",
        "resume",
        "grow",
        "end",
        "stop",
        "finish",
        "cease",
        "follow",
        "ensue",
        "rage",
    ]
)


def _light_verb(clause: Clause, first: int, last: int) -> tuple[Phase, tuple[int, ...] | None, int, Mood] | None:
    """The light verb that has the noun as subject ("the strike began") or object ("staged a strike"), its phase and subject."""
    tokens, lexicon = clause.tokens, clause.lexicon
    table = lexicon_light(lexicon)
    for group in clause.groups:
        base = lexicon.lemmas.get(tokens.lows[group.main], tokens.lows[group.main])
        phase = _light_phase(table, tokens, group.main, base)
        if phase is None:
            continue
        if not group.infinitive and last < group.first <= last + 14 and (base in _LIGHT_SELF or group.passive):
            found = find_subject(tokens, group, clause.groups)
            if found is not None and found[0] <= last <= found[1] and _is_head(tokens, found, last):
                return phase, None, group.main, verb_mood(tokens, group, clause.groups, lexicon, (found[0], found[1]))
        if group.main < first <= group.main + 5 and not group.passive:
            between = tokens.tags[group.main + 1 : first]
            if all(tag in "BPWDJ" for tag in between):
                found = find_subject(tokens, group, clause.groups)
                return (
                    phase,
                    found,
                    group.main,
                    verb_mood(tokens, group, clause.groups, lexicon, (found[0], found[1]) if found else None),
                )
    # "there were clashes"
    for k in range(first - 1, max(-1, first - 6), -1):
        if (
            tokens.lows[k] == "there"
            and k + 1 < len(tokens)
            and any(tokens.tags[m] == "b" for m in range(k + 1, first))
        ):
            being = next((g for g in clause.groups if k < g.main < first), None)
            mood = verb_mood(tokens, being, clause.groups, lexicon, None) if being else Mood()
            return Phase.STARTS, None, k, mood
        if tokens.tags[k] in ";,":
            break
    return None


def _is_head(tokens: Tokens, found: tuple[int, int, bool], last: int) -> bool:
    return last == found[1] or tokens.tags[last + 1] in "P,X("


def lexicon_light(lexicon: Lexicon) -> dict[str, Phase]:
    """Light verbs of the language: base, with its particle if any -> phase."""
    return {word: Phase(name) for name, words in lexicon.stance["light"].items() for word in words}


def _light_phase(table: dict[str, Phase], tokens: Tokens, main: int, base: str) -> Phase | None:
    following = tokens.lows[main + 1] if main + 1 < len(tokens) else ""
    return table.get(f"{base} {following}") or (table.get(base) if following not in {"up", "over"} else None)


def _noun_stands(clause: Clause, draft: Draft, form: EventForm, argued: bool, light: bool, i: int) -> bool:
    row = form.row
    tokens = clause.tokens
    heading = clause.sentence.kind.value == "heading"
    frame = row.frame_noun
    if frame == "lodged":
        return _fill_from_passive(clause, draft, i, {"lodge", "bring", "file", "press", "lay"}, "against")
    if frame == "rejected":
        return _read_rejection(clause, draft, i)
    if frame == "declared":
        return (
            _fill_from_passive(clause, draft, i, {"declare", "impose", "lift", "introduce", "announce", "extend"}, None)
            or light
            or ((i > 0 and tokens.lows[i - 1] == "under") or (i > 1 and tokens.lows[i - 2] == "under"))
        )
    if frame == "received":
        return False
    if frame == "phased":
        return light or argued
    if frame == "argument_or_did":
        return argued or light
    if frame == "occurred":
        dated = bool(clause.page.dates_in(draft.anchor.end, draft.anchor.end + 12))
        return light or (argued and (dated or any(p.count for p in draft.participants))) or (heading and argued)
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


def _fill_from_passive(clause: Clause, draft: Draft, i: int, verbs: set[str], preposition: str | None) -> bool:
    """ "No charges have been lodged against X": the noun is subject (or object) of one of these verbs."""
    tokens, lexicon = clause.tokens, clause.lexicon
    for group in clause.groups:
        base = lexicon.lemmas.get(tokens.lows[group.main], "")
        if base not in verbs:
            continue
        found = find_subject(tokens, group, clause.groups)
        as_subject = group.passive and found is not None and found[0] <= i <= found[1]
        as_object = not group.passive and group.main < i <= group.main + 6
        if not (as_subject or as_object):
            continue
        mood = verb_mood(tokens, group, clause.groups, lexicon, (found[0], found[1]) if found else None)
        draft.polarity, draft.stance = mood.polarity, mood.stance
        draft.phase = Phase.ENDS if base == "lift" else draft.phase
        draft.note(
            "type", f"noun with {tokens.words[group.main]!r}", tokens.starts[group.main], tokens.ends[group.main]
        )
        if as_object and found is not None:
            _add(clause, draft, found, Role.AGENT)
        if preposition:
            after = _phrase_after(tokens, max(group.main, i), preposition)
            if after is None:
                return False
            _add(clause, draft, after, Role.PATIENT)
        return True
    return False


def _read_rejection(clause: Clause, draft: Draft, i: int) -> bool:
    """ "The appeals were heard and almost all rejected": an appeal that a court rejects, upholds or grants."""
    tokens, lexicon = clause.tokens, clause.lexicon
    for group in clause.groups:
        base = lexicon.lemmas.get(tokens.lows[group.main], "")
        if base not in {"reject", "dismiss", "grant", "uphold"} or not group.main > i or group.main - i > 14:
            continue
        if group.passive or group.bare_participle:
            draft.type = "appeal_granted" if base in {"grant", "uphold"} else "appeal_rejected"
            draft.anchor = Span(tokens.starts[group.main], tokens.ends[group.main])
            mood = verb_mood(tokens, group, clause.groups, lexicon, None)
            draft.polarity, draft.stance = mood.polarity, mood.stance
            by = _phrase_after(tokens, group.main, "by")
            if by is not None:
                _add(clause, draft, by, Role.COURT)
            return True
    return False


def _read_toll(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
    """ "put the death count as high as 70", "the number of victims is much higher, about 70"."""
    tokens, page = clause.tokens, clause.page
    end = tokens.ends[min(len(tokens) - 1, last + 16)]
    counts = [c for c in page.counts_in(tokens.ends[last], end) if c.unit is None or c.unit not in {"percent", "%"}]
    between = tokens.lows[last + 1 : last + 12]
    group = next((g for g in clause.groups if last < g.main <= last + 8), None)
    mood = (
        verb_mood(tokens, group, clause.groups, clause.lexicon, None)
        if group
        else noun_mood(tokens, i, last, clause.groups, clause.lexicon)
    )
    draft = _new_draft(clause, i, last, form, "toll", mood)
    higher = "higher" in between or "greater" in between or "larger" in between
    if counts:
        count = counts[0]
        if re.search(r"as high as $", page.text[max(0, (count.start or 0) - 16) : count.start or 0]):
            count = replace(count, min=None, qualifier="up_to")
        draft.count = count
    elif higher or "lower" in between:
        word = "higher" if higher else "lower"
        at = last + 1 + (between.index(word) if word in between else 0)
        draft.count = Count(
            None, None, clause.text(max(last + 1, at - 1), at), mode=CountMode.HIGHER_THAN if higher else CountMode.LOWER_THAN,
            start=tokens.starts[max(last + 1, at - 1)], end=tokens.ends[at],
        )  # fmt: skip
    else:
        return None
    draft.note("count", f"after {clause.text(i, last)!r}", draft.count.start, draft.count.end)
    return draft


# -- counts ---------------------------------------------------------------------------------------------------------------------


def _settle_count(clause: Clause, draft: Draft) -> None:
    """The count of the statement is the count of those the type counts."""
    counted = get_type(draft.type).counts
    if counted is None:
        return
    own = [one for one in draft.participants if one.role is counted]
    if len(own) == 1 and own[0].count is not None and own[0].count.max != 0:
        draft.count = own[0].count
        draft.note("count", f"of {own[0].name!r}", draft.count.start, draft.count.end)


def participants_named(drafted: Draft) -> list[Participant]:
    """Participants with a name of their own."""
    return [one for one in drafted.participants if one.mention is not None or one.name[:1].isupper()]
