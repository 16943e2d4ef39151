"""A verb that may name an event in, a draft out: who did it to whom, told active or passive, as fact, plan, threat or denial. English."""

from __future__ import annotations

from dataclasses import replace

from according.domain.statement import ActorKind, Phase, Polarity, Role, Stance
from according.domain.types import get_type
from according.read.clause import Clause, add_participants, form_last, is_order, new_draft, settle_count
from according.read.draft import Draft
from according.read.lexicon import EventForm, Lexicon
from according.read.noun_events import possessor
from according.read.phrases import phrase_left, phrase_right
from according.read.stance import Mood, verb_mood
from according.read.subjects import find_controller, find_subject
from according.read.tokens import Tokens
from according.read.verb_checks import REFLEXIVE, phrase_after, satisfied
from according.read.verbs import VerbGroup

# first words of a phrase behind which, or before which, the object still stands: "find X guilty", "shoot X dead"
_STATES = frozenset(
    {"...", "guilty", "not", "innocent", "dead", "unconscious", "naked", "redundant", "hostage", "free", "up", "out"}
)


_PARTICLES = frozenset({"off", "up", "out", "down", "away", "back"})


def read_verb(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
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
    particle = bool(form.rest) and tokens.lows[last] in _PARTICLES  # "laid off 200 workers"
    direct = row.object is not None and (
        particle or not (form.rest and tokens.tags[last] in "PT" and not row.object_after)
    )
    obj = gap or _object(tokens, last, row.object_after, direct)
    passive = group.passive
    by = phrase_after(tokens, last, "by") or (phrase_after(tokens, i, "by", 8) if "..." in form.rest else None)
    if obj is None and direct and not gap:
        obj = _shared_object(clause, last)
    whom = _whom(tokens, group) if obj is None and direct else None
    if whom is not None:
        found, obj = whom
    takes_object = not form.rest or tokens.tags[i + 1] in "PTB" or form.rest[0] in _STATES
    if (
        not passive
        and group.bare_participle
        and row.object is not None
        and not row.active_only
        and takes_object
        and _has_past_reading(lexicon, tokens, i)
    ):
        passive = (
            (by is not None and obj is None)
            or (obj is None and found is not None)
            or (found is not None and found[2] and _after_passive(clause, group))
        )
        follows = obj is not None and obj[0] == last + 1 and _is_people(clause, obj)
        if passive and obj is not None and by is None:
            passive = bool(found and found[2] and _after_passive(clause, group)) and not follows
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
    if passive and not group.passive and by is None and _opens_clause(tokens, found) and not _is_reduced(clause, group):
        return None  # "as forces punched through": finite and without an object
    if passive and not group.passive and found is not None and _is_one_of_number(tokens, found):
        found = (found[0] + 2, found[1], found[2])  # "was one of 26 people killed": 26 were killed
    if passive and not group.passive and found is not None:
        found = _behind_topic(tokens, found)
    if passive and not group.passive and by is None and _armed_and_finite(clause, group, found):
        passive = False
    if passive and not group.passive and _stands_finite(tokens, group):
        passive = False
    if (
        passive
        and not group.passive
        and last + 1 < len(tokens)
        and (tokens.tags[last + 1] == "Q" or tokens.lows[last + 1] in {"that", "what", "how", "whether"})
    ):
        passive = False  # "condemned what he called ...": something said stands where the object would
    if (row.passive_only and not passive) or (row.active_only and passive) or (row.finite_only and not group.finite):
        return None
    if passive and group.passive and by is None and _is_or_has(tokens, group):
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
    if group.gerund and (_is_subject_gerund(clause, group) or (obj is None and _ends_phrase(tokens, i, last))):
        return None
    mood = verb_mood(tokens, group, clause.groups, lexicon, (found[0], found[1]) if found else None)
    if mood.general:
        return None  # "those who like throwing bombs"
    if row.intransitive and last + 1 < len(tokens) and tokens.tags[last + 1] in "DWOT,SV":
        return None
    if tokens.tags[i] == "b" and any(tokens.tags[k] == "N" or tokens.lows[k] == "not" for k in range(i + 1, last)):
        mood = mood.negate(i)  # "was not on hunger strike"
    if row.only_negated:
        if mood.polarity is Polarity.HAPPENED:
            return None
        mood = Mood(stance=mood.stance, word=mood.word)
    if row.near_counts and mood.stance is Stance.POSSIBLE and _is_near(clause, group):
        mood = Mood(mood.polarity)
    voice = "passive" if passive else "active"
    draft = new_draft(clause, i, last, form, voice, mood)
    draft.present = group.present and not group.perfect
    if draft.present and _is_habit(clause, group, draft):
        draft.phase = Phase.GOES_ON
    _fill_verb_roles(clause, draft, form, group, found, obj, by, passive)
    _drop_self(draft)
    if row.frame == "threat" and not draft.people(Role.PATIENT):
        _threatened_person(clause, draft, last)
    if not satisfied(clause, draft, form, found, obj, passive):
        return None
    settle_count(clause, draft)
    _add_partners(clause, draft, last, found, passive)
    return draft


_TOGETHER = (["along", "with"], ["together", "with"])


def _add_partners(clause: Clause, draft: Draft, last: int, found: tuple[int, int, bool] | None, passive: bool) -> None:
    """ "was kidnapped along with his secretary": the secretary too. "nine people, including Anna Petrova": she is one of them."""
    tokens = clause.tokens
    patients = draft.people(Role.PATIENT)
    if not patients:
        return
    if passive or draft.type == "death":
        for k in range(last + 1, min(len(tokens) - 2, last + 16)):
            if tokens.lows[k : k + 2] in _TOGETHER:
                other = phrase_right(tokens, k + 2)
                if other is not None and _is_people(clause, other):
                    add_participants(clause, draft, other, Role.PATIENT)
                    draft.count = None
                break
            if tokens.tags[k] in "Vb;R":
                break
    group = patients[0]
    if len(patients) > 1 or group.kind is not ActorKind.GROUP or group.end is None:
        return
    k = tokens.at(group.end)
    k += tokens.tags[k : k + 1] == [","]
    if tokens.lows[k : k + 1] == ["including"] or tokens.lows[k : k + 2] == ["among", "them"]:
        named = phrase_right(tokens, k + (1 if tokens.lows[k] == "including" else 2))
        if named is not None and _is_people(clause, named):
            before = len(draft.participants)
            add_participants(clause, draft, named, Role.PATIENT)
            draft.participants[before:] = [replace(one, part_of=group.name) for one in draft.participants[before:]]


def _is_people(clause: Clause, found: tuple[int, int]) -> bool:
    """ "bombs were set off and killed six soldiers": somebody right behind is whom it was done to."""
    phrase = clause.phrase(found)
    return phrase is not None and phrase.person and not phrase.pronoun


def _drop_self(draft: Draft) -> None:
    """ "the rebels stopped the cars and set them on fire": a plain pronoun never stands for who does it."""
    agents = {one.name for one in draft.people(Role.AGENT)}
    kept = [one for one in draft.participants if not (one.role is Role.PATIENT and one.inferred and one.name in agents)]
    if len(kept) < len(draft.participants) and draft.type not in {"suicide", "self_harm"}:
        draft.participants[:] = kept


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


def _armed_and_finite(clause: Clause, group: VerbGroup, found: tuple[int, int, bool] | None) -> bool:
    """ "and the police shot in the air": forces with no other verb behind do it, they do not suffer it."""
    phrase = clause.phrase(found)
    if phrase is None or found is None or found[2] or not phrase.authority or clause.sentence.kind.value == "heading":
        return False
    return not any(g.finite and g.main > group.main for g in clause.groups) and not _after_passive_shared(clause, found)


def _after_passive_shared(clause: Clause, found: tuple[int, int, bool]) -> bool:
    """ "ten miners were shot and two policemen wounded": "were" counts for the second too."""
    before = [g for g in clause.groups if g.main < found[0] and g.finite]
    counted = clause.tokens.tags[found[0]] in "JD" and clause.tokens.lows[found[0]] not in {"the", "a", "an"}
    return bool(before) and before[-1].passive and counted


def _behind_topic(tokens: Tokens, found: tuple[int, int, bool]) -> tuple[int, int, bool]:
    """ "no figures regarding the people released": the people."""
    for k in range(found[1] - 1, found[0], -1):
        if tokens.lows[k] in {"regarding", "concerning", "about"} and tokens.tags[k] == "P":
            return k + 1, found[1], found[2]
    return found


def _is_one_of_number(tokens: Tokens, found: tuple[int, int, bool]) -> bool:
    first = found[0]
    return tokens.lows[first : first + 2] == ["one", "of"] and first + 2 <= found[1] and tokens.tags[first + 2] == "J"


def _is_near(clause: Clause, group: VerbGroup) -> bool:
    near = clause.lexicon.stance["adverbs"]["near"]
    return any(clause.tokens.lows[k] in near for k in range(max(0, group.first - 1), group.main))


def _is_or_has(tokens: Tokens, group: VerbGroup) -> bool:
    """ "he's killed": may be "is" or "has", so nobody can tell who did it to whom."""
    return all(tokens.lows[k] in {"'s", "’s"} for k in range(group.first, group.main) if tokens.tags[k] in "bhdgM'")


def _is_reduced(clause: Clause, group: VerbGroup) -> bool:
    """ "said that the people arrested after the march have been freed": another verb behind is the finite one."""
    tokens = clause.tokens
    for later in clause.groups:
        if later.main > group.main:
            between = tokens.tags[group.main + 1 : later.first]
            if any(tag in ";SRQC," for tag in between):
                return False
            if later.finite and not later.bare_participle:
                return tokens.tags[later.first - 1] not in "O"
    return False


def _is_habit(clause: Clause, group: VerbGroup, draft: Draft) -> bool:
    """ "prisoners are beaten": a passive in the present tells what goes on, outside headlines."""
    plain = group.passive and group.modal is None and not group.infinitive and draft.phase is Phase.STARTS
    told = clause.sentence.kind.value != "heading" and clause.page.text[
        clause.sentence.end - 1 : clause.sentence.end
    ] in {".", "”", '"', ","}
    return plain and told and draft.stance is Stance.ASSERTED and get_type(draft.type).family == "violence"


def _whom(tokens: Tokens, group: VerbGroup) -> tuple[tuple[int, int, bool], tuple[int, int]] | None:
    """Subject and object of "a clerk who the mayor dismissed": the one before "who" is the object."""
    if group.passive or not group.finite or group.first < 3:
        return None
    subject = phrase_left(tokens, group.first - 1)
    if subject is None or subject[0] < 2 or tokens.lows[subject[0] - 1] not in {"who", "whom"}:
        return None
    k = subject[0] - 2
    while k > 0 and tokens.tags[k] == ",":
        k -= 1
    before = phrase_left(tokens, k)
    return ((subject[0], subject[1], False), (before[0], before[1])) if before is not None else None


def _opens_clause(tokens: Tokens, found: tuple[int, int, bool] | None) -> bool:
    """Whether the subject stands right behind a word that opens a clause, so that the verb must be finite."""
    if found is None or found[0] == 0 or found[2]:
        return False
    return tokens.tags[found[0] - 1] == "S" or tokens.lows[found[0] - 1] in {"as", "after", "before", "until"}


def _stands_finite(tokens: Tokens, group: VerbGroup) -> bool:
    """Whether the word before makes a bare past form finite: "who shot", "he arrested"."""
    before = group.first - 1
    return before >= 0 and (
        tokens.tags[before] == "R" or tokens.lows[before] in {"he", "she", "they", "we", "i", "you"}
    )


def _ends_phrase(tokens: Tokens, i: int, last: int) -> bool:
    """ "in the embassy bombing.": a noun that ends a phrase with an article, not somebody bombing."""
    if last + 1 < len(tokens) and tokens.tags[last + 1] not in ",;C":
        return False
    k = i - 1
    while k > 0 and tokens.tags[k] in "WJ":
        k -= 1
    return k < i - 1 and tokens.lows[k] in {"the", "a", "an", "this", "that"} and k > 0 and tokens.tags[k - 1] == "P"


def _is_subject_gerund(clause: Clause, group: VerbGroup) -> bool:
    """ "denouncing X is a priority": the gerund is the subject of a later verb and tells of no event."""
    if group.first and clause.tokens.tags[group.first - 1] not in ",;Q":
        return False
    for later in clause.groups:
        named = later.bare_participle and group.first > 0  # "injuring a guard named X"
        if later.main > group.main and later.finite and not named:
            if (
                group.first == 0
                and clause.tokens.tags[later.first] == "b"
                and clause.tokens.tags[later.first - 1] == ","
            ):
                return True  # "freeing her husband, he promised, was"
            if group.first == 0 and any(
                g.finite and g.main > later.main and clause.tokens.tags[g.first - 1] == "," for g in clause.groups
            ):
                return True
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
            if found is not None and phrase is not None and phrase.person and phrase.head not in REFLEXIVE:
                add_participants(clause, draft, found, Role.PATIENT)
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
    quoted = direct and last + 2 < len(tokens) and tokens.tags[last + 1] == "Q" and not tokens.quoted[last]
    return phrase_right(tokens, last + (2 if quoted else 1)) if direct else None


def _fill_verb_roles(
    clause: Clause, draft: Draft, form: EventForm, group: VerbGroup, found: tuple[int, int, bool] | None,
    obj: tuple[int, int] | None, by: tuple[int, int] | None, passive: bool,
) -> None:  # fmt: skip
    row = form.row
    if passive and row.frame == "reduction" and found:
        possessor(clause, draft, found[0], found[1], Role.PATIENT)
        found = None
    if row.frame == "sentence_subject" and passive:
        found = None
        obj = _object(clause.tokens, form_last(clause, draft), row.object_after, False)
        if obj:
            add_participants(clause, draft, obj, Role.PATIENT)
    if passive:
        role = row.passive_subject or row.object or row.subject
        if role and found:
            add_participants(clause, draft, found, Role(role))
        if row.subject and by:
            add_participants(clause, draft, by, Role(row.subject))
        if obj and row.object and row.passive_subject:
            add_participants(clause, draft, obj, Role(row.object))
        return
    if row.frame == "sentence_subject":
        if obj and row.object:
            add_participants(clause, draft, obj, Role(row.object))
        return
    if row.frame == "reduction":
        last = form_last(clause, draft)
        for k in range(last + 1, min(len(clause.tokens) - 1, last + 6)):
            whose = phrase_right(clause.tokens, k + 1) if clause.tokens.lows[k] == "of" else None
            if whose:
                add_participants(clause, draft, whose, Role.PATIENT)
                break
    if row.frame == "reduction" and found and _SENTENCE_NOUNS.intersection(clause.tokens.lows[found[0] : found[1] + 1]):
        possessor(clause, draft, found[0], found[1], Role.PATIENT)
        return
    if row.subject and found:
        ordered = group.infinitive and is_order(clause.tokens, group)
        add_participants(clause, draft, found, Role.ORDERED_BY if ordered else Role(row.subject))
    if row.object and obj:
        add_participants(clause, draft, obj, Role(row.object))


_SENTENCE_NOUNS = frozenset({"sentence", "sentences", "term", "terms", "verdict", "verdicts"})
