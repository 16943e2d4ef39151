"""One Russian sentence in, drafts of what it says happened out: who did what to whom, told by case endings."""

from __future__ import annotations

import re

from according.domain.passage import Span
from according.domain.statement import ActorKind, Participant, Phase, Polarity, Role, Stance
from according.domain.types import get_type
from according.language.inflect import is_known_word, parses
from according.language.lists import phrase_words
from according.read.draft import Draft
from according.read.russian_arguments import (
    Verb,
    find_bearer,
    find_doer,
    find_governor_subject,
    find_object,
    find_subject,
    find_unlisted,
    find_unlisted_subject,
)
from according.read.russian_clauses import RussianClause, Somebody
from according.read.russian_lexicon import AnchorForm, AnchorRow, plain, russian_tables
from according.read.russian_mood import governing_preposition, read_mood
from according.read.russian_nouns import fill_noun, find_toll
from according.read.russian_roles import add_instrumental, add_joined, add_others, add_participant

_AUTHORITIES = phrase_words("ru", "authorities")


def find_drafts(clause: RussianClause) -> list[Draft]:
    """All drafts of one sentence, in the order of their anchors."""
    anchors = russian_tables().anchors
    out: list[Draft] = []
    partners: set[int] = set()
    told: set[int] = set()  # nouns that were anchors themselves: "голодовку объявили" is one hunger strike
    for index, low in enumerate(clause.tokens.lows):
        if clause.tokens.tags[index] != "W" or index in partners:
            continue
        for form in anchors.get(low, ()):
            if form.is_noun and clause.tokens.words[index][:1].isupper() and index > 0 and _inside_name(clause, index):
                continue
            partner = _partner(clause, index, form)
            if form.partner is not None and (partner is None or partner in told):
                continue
            if partner is not None and not _is_ruled(clause, partner, form.row.partner_after):
                continue
            draft = _read(clause, index, partner, form)
            if draft is not None:
                out.append(draft)
                told.add(index)
                if partner is not None:
                    partners.add(partner)
                break
    _borrow_patients(out)
    return out


def _borrow_patients(drafts: list[Draft]) -> None:
    """«арестован по обвинению в заговоре», «отпущен под подписку о невыезде»: the charge and the ban are his who is told of before."""
    for k in range(len(drafts) - 1, -1, -1):
        draft = drafts[k]
        if draft.participants or not draft.rule.startswith(
            ("ru.charge_noun.", "ru.charge_bringing.", "ru.no_travel.nominal")
        ):
            continue
        donor = next(
            (
                one
                for one in reversed(drafts[:k])
                if one.clause == draft.clause
                and one.people(Role.PATIENT)
                and get_type(one.type).family == "liberty_and_law"
            ),
            None,
        )
        if donor is not None:
            draft.participants += donor.people(Role.PATIENT)
            draft.note("patient", "as of the verb before it", donor.anchor.start, donor.anchor.end)
        elif draft.rule.startswith("ru.charge_noun."):
            del drafts[k]


def _is_ruled(clause: RussianClause, partner: int, prepositions: frozenset[str]) -> bool:
    """«доставили в полицию», not «доставлено под охраной полиции»."""
    ruler = governing_preposition(clause, partner) if prepositions else None
    if ruler == "из":  # «в одну из больниц»
        out_of = next(k for k in range(partner - 1, -1, -1) if clause.tokens.lows[k] == "из")
        if out_of > 1 and any(one[1] == "один" for one in parses(clause.tokens.lows[out_of - 1])):
            ruler = clause.tokens.lows[out_of - 2]
    return not prepositions or ruler in prepositions


def _inside_name(clause: RussianClause, index: int) -> bool:
    start = clause.tokens.starts[index]
    return any(one.actor is not None and one.actor.proper and one.start <= start < one.end for one in clause.people)


def _partner(clause: RussianClause, index: int, form: AnchorForm) -> int | None:
    """The token of the partner word, up to six words after the anchor or five before it, in the same part of the sentence."""
    if form.partner is None:
        return None
    first, last = clause.segment(index)
    if form.row.far:
        last = min(len(clause.tokens) - 1, index + 16)
        far = (k for k in range(index + 1, last + 1) if clause.tokens.tags[k] == "W")
        return next((k for k in far if _is_form_of(clause.tokens.lows[k], form.partner)), None)
    near = [*range(index + 1, min(last, index + 6) + 1), *range(index - 1, max(first, index - 5) - 1, -1)]
    for k in near:
        if clause.tokens.tags[k] != "W" or (form.partner == "год" and _names_a_year(clause, k)):
            continue
        if _is_form_of(clause.tokens.lows[k], form.partner):
            return int(k)
    return None


_WHICH_YEAR = frozenset({"этот", "тот", "прошлый", "следующий", "текущий", "позапрошлый", "минувший"})


def _names_a_year(clause: RussianClause, k: int) -> bool:
    """«в 2012 году осуждён»: the day, not the term."""
    before = clause.tokens.lows[k - 1] if k else ""
    return re.fullmatch(r"(?:19|20)\d\d", before) is not None or any(
        one[1] in _WHICH_YEAR for one in parses(before)[:2]
    )


def _is_form_of(word: str, lemma: str) -> bool:
    alike = word[:2] == lemma[:2] or (word == "лет" and lemma == "год")
    return word == lemma or (alike and any(plain(one[1]) == lemma for one in parses(word)))


def _verb(clause: RussianClause, index: int, form: AnchorForm) -> Verb | None:
    word = clause.tokens.lows[index]
    if form.is_noun:
        readings = [one for one in parses(word) if one[0] in ("NOUN", "ADJF") and plain(one[1]) == form.lemma]
        if form.row.plural and not any("plur" in one[3] for one in parses(word)):
            return None  # «волнение» of one man is no riot
        if not readings and not any(plain(one[1]).startswith(form.lemma[:5]) for one in parses(word)):
            return None
        return Verb("nominal", None, False, None, frozenset(one[2] for one in readings))
    found = None
    for speech, normal, _, grammemes in parses(word):
        if speech in ("VERB", "INFN", "PRTS", "PRTF", "GRND") and plain(normal) == form.lemma:
            found = (speech, grammemes)
            break
    if found is None:
        return None
    speech, grammemes = found
    gender = "f" if "femn" in grammemes else "m" if "masc" in grammemes else "n" if "neut" in grammemes else None
    tense = next((one for one in ("past", "pres", "futr") if one in grammemes), None)
    plural = "plur" in grammemes
    cases = frozenset(one[2] for one in parses(word) if one[0] == "PRTF")
    if speech == "PRTS":
        return Verb("passive", gender, plural, tense, cases)
    if speech == "PRTF":
        return Verb("participle" if "pssv" in grammemes else "active_participle", gender, plural, tense, cases)
    if speech == "GRND":
        return Verb("gerund", None, False, None, frozenset())
    if speech == "INFN":
        return Verb("infinitive", None, False, None, frozenset())
    return Verb("active", gender, plural, tense, frozenset())


def _read(clause: RussianClause, index: int, partner: int | None, form: AnchorForm) -> Draft | None:
    verb = _verb(clause, index, form)
    row = form.row
    if verb is None or _vetoed(clause, index, partner, row):
        return None
    if row.finite and verb.voice in ("participle", "active_participle"):
        return None
    if row.ruled_by is not None and governing_preposition(clause, index) != row.ruled_by:
        return None
    mood = read_mood(clause, index, verb.voice)
    if mood.general and verb.voice in ("nominal", "infinitive"):
        return None
    polarity = mood.polarity
    if row.only_negated:
        if polarity is Polarity.HAPPENED:
            return None
        polarity = Polarity.HAPPENED
    tokens = clause.tokens
    first, last = clause.segment(index)
    draft = Draft(
        type=row.type, anchor=Span(tokens.starts[index], tokens.ends[index]), rule=f"ru.{row.id}.{verb.voice}",
        sentence=clause.sentence.index, clause=Span(tokens.starts[first], tokens.ends[last]), polarity=polarity,
        stance=_stance(mood.stance, row), phase=Phase(row.phase) if row.phase else Phase.STARTS, present=verb.tense == "pres",
    )  # fmt: skip
    draft.note("type", f"{tokens.words[index]!r} as {verb.voice} of {row.id!r}", draft.anchor.start, draft.anchor.end)
    if mood.word is not None:
        draft.note(
            "stance", f"because of {tokens.words[mood.word]!r}", tokens.starts[mood.word], tokens.ends[mood.word]
        )
    if verb.voice == "nominal":
        stands = fill_noun(clause, draft, index, row)
    else:
        stands = _fill_verb(clause, draft, index, partner, row, verb)
    none_such = mood.word == index and polarity is Polarity.DID_NOT_HAPPEN  # «пострадавших нет»
    if not (stands or none_such) or (
        row.type == "court_ruling" and not draft.people(Role.COURT) and not draft.people(Role.JUDGE)
    ):
        return None
    _settle(clause, draft, index)
    if draft.polarity is Polarity.DID_NOT_HAPPEN and mood.word == index:
        draft.participants.clear()  # «двое в тяжёлом состоянии, умерших нет»: none of those before
        draft.count = None
    return draft


def _stance(read: Stance, row: AnchorRow) -> Stance:
    """«признался»: what the word itself says of how it is meant, unless the words around say more."""
    return Stance(row.stance) if row.stance is not None and read is Stance.ASSERTED else read


def _vetoed(clause: RussianClause, index: int, partner: int | None, row: AnchorRow) -> bool:
    tokens = clause.tokens
    near = [
        k
        for k in range(max(0, index - 3), min(len(tokens), index + 4))
        if k not in (index, partner) and tokens.tags[k] == "W"
    ]
    wide = [
        k
        for k in range(max(0, index - 3), min(len(tokens), index + 7))
        if k != partner and k != index and tokens.tags[k] == "W"
    ]
    if row.veto and any(any(plain(one[1]) in row.veto for one in parses(tokens.lows[k])[:2]) for k in wide):
        return True
    if row.object_words:
        return not any(
            any(plain(one[1]) in row.object_words for one in parses(tokens.lows[k])[:2])
            for k in [
                *near,
                *(range(index + 4, min(len(tokens), index + 15)) if row.far else ()),
                *([partner] if partner else []),
            ]
            if tokens.tags[k] == "W"
        )
    return False


# -- who -----------------------------------------------------------------------------------------------------------------------


def _fill_verb(
    clause: RussianClause, draft: Draft, index: int, partner: int | None, row: AnchorRow, verb: Verb
) -> bool:
    object_role = row.object
    subject_role = (
        row.subject_when_partnered
        if partner is not None
        and row.subject_when_partnered
        and verb.voice == "active"
        and draft_is_getting(clause, index)
        else row.subject
    )
    if verb.voice in ("participle", "active_participle"):
        bearer = find_bearer(clause, index, verb)
        role = (
            (object_role or subject_role)
            if verb.voice == "participle"
            else (row.subject_when_intransitive or subject_role)
        )
        if bearer is None and role is not None:
            bearer = find_unlisted(clause, index, tuple(verb.cases))
        if bearer is None or role is None:
            return False
        add_participant(draft, bearer, Role(role))
        if not draft.participants:
            return False
        if verb.voice == "participle":
            add_instrumental(clause, draft, index, row)
        return True
    if verb.voice == "passive":
        patient = None
        if not _is_subject(clause, partner):
            patient = find_subject(clause, index, verb, ("nomn",))
            patient = patient or find_unlisted(clause, index, ("nomn",), before=True)
            patient = patient or find_unlisted_subject(clause, index, verb) or find_unlisted(clause, index, ("nomn",))
        role = object_role or row.subject_when_intransitive or subject_role
        if patient is not None and role:
            add_participant(draft, patient, Role(role))
        if row.dative:
            add_others(clause, draft, index, row)
        add_instrumental(clause, draft, index, row)
        if not row.dative:
            add_others(clause, draft, index, row)
        of_court = draft.type in _OF_COURT and (
            partner is not None or draft.type == "appeal_filed"
        )  # «приговоры оставлены без изменения»
        return bool(draft.participants) or of_court or (partner is not None and row.stands)
    own = find_object(clause, index, verb) if object_role else None
    if own is None and object_role and partner is None:
        own = find_unlisted(clause, index, ("accs", "gent")) or find_unlisted(clause, index, ("accs",), before=True)
    if own is not None and object_role:
        add_participant(draft, own, Role(object_role))
    add_others(clause, draft, index, row)
    if verb.voice == "infinitive" and subject_role and Stance.DEMANDED is not draft.stance:
        doer = find_governor_subject(clause, index, taken=own)
        if doer is not None:
            add_participant(draft, doer, Role(subject_role))
    if verb.voice == "gerund":
        doer = find_doer(clause, index, taken=own)
        if doer is not None and subject_role:
            add_participant(draft, doer, Role(subject_role))
    if verb.voice == "active":
        subject = find_subject(clause, index, verb, ("nomn",), taken=own or _thing_done(clause, partner))
        subject = subject or find_unlisted(clause, index, ("nomn",), before=True)
        subject = subject or find_unlisted_subject(clause, index, verb)
        role = (
            subject_role
            if own is not None or not row.subject_when_intransitive
            else (subject_role or row.subject_when_intransitive)
        )
        if row.subject_when_intransitive and own is None:
            role = row.subject_when_intransitive
        if row.reflexive_patient and clause.tokens.lows[index].endswith(("ся", "сь")):
            role = "patient"
        if subject is not None and role:
            add_participant(draft, subject, Role(role))
        elif role == "agent" and get_type(row.type).speech:
            _add_teller(clause, draft, index)
    return _is_enough(draft, row, own, partner is not None)


def _thing_done(clause: RussianClause, partner: int | None) -> Somebody | None:
    """«захватили свой завод»: the partner word is what it is done to, so it does nothing itself."""
    if partner is None:
        return None
    at = clause.tokens.starts[partner]
    return next((one for one in clause.people if one.start <= at < one.end), None)


def _add_teller(clause: RussianClause, draft: Draft, index: int) -> None:
    """«Прус это отрицает», «стачком отрицает»: a surname nobody introduced or a body no list has, right before the verb."""
    k = index - 1
    while k > 0 and clause.tokens.lows[k] in ("это", "этого", "не", "категорически", "также", "все", "всё"):
        k -= 1
    if k < 0 or clause.tokens.tags[k] != "W":
        return
    word = clause.tokens.words[k]
    reading = parses(clause.tokens.lows[k])[0]
    named = (
        word[:1].isupper()
        and reading[0] == "NOUN"
        and (not {"Surn", "anim"}.isdisjoint(reading[3]) or not is_known_word(word.lower()))
    )
    if named or (reading[2] == "nomn" and clause.tokens.lows[k] in _BODIES):
        start, end = clause.tokens.starts[k], clause.tokens.ends[k]
        kind = ActorKind.PERSON if named else ActorKind.ORGANISATION
        draft.participants.append(Participant(Role.AGENT, word, kind, start=start, end=end))
        draft.note("agent", f"{word!r}, right before the verb", start, end)


_BODIES = phrase_words("ru", "speaking_bodies")
_OF_COURT = frozenset({"appeal_rejected", "appeal_granted", "appeal_filed"})


def _is_subject(clause: RussianClause, partner: int | None) -> bool:
    """«ей закрыт въезд», «возбуждено дело»: what is done is the subject, so nobody else is."""
    if partner is None:
        return False
    reading = parses(clause.tokens.lows[partner])[0]
    return reading[0] == "NOUN" and any(one[2] == "nomn" for one in parses(clause.tokens.lows[partner]))


def draft_is_getting(clause: RussianClause, index: int) -> bool:
    """«получил условно»: the subject is the one who is sentenced."""
    return any(plain(one[1]) in ("получить", "получать") for one in parses(clause.tokens.lows[index]))


def _is_enough(draft: Draft, row: AnchorRow, own: Somebody | None, partnered: bool) -> bool:
    if row.needs_after and own is None and not any(one.role is Role.PATIENT for one in draft.participants):
        return False
    if row.needs_agent and not draft.people(Role.AGENT):
        return False
    if row.object_is_person:
        return own is not None
    if row.object_is_thing:
        return own is None and bool(draft.participants)
    if row.object and row.subject and own is None and not partnered and row.id != "shoot_at":
        return any(one.role.value != row.subject for one in draft.participants) or any(
            one.role.value == "patient" for one in draft.participants
        )
    return bool(draft.participants) or (partnered and row.stands)


# -- nouns ---------------------------------------------------------------------------------------------------------------------


# -- participants and counts ----------------------------------------------------------------------------------------------------


def _settle(clause: RussianClause, draft: Draft, index: int) -> None:
    """Authorities make a beating ill-treatment; the count is that of those the type counts, or the bare number beside the verb."""
    row_type = draft.type
    add_joined(clause, draft)
    _part_pronoun(clause, draft)
    _settle_request(clause, draft, index)
    agents = [one for one in draft.participants if one.role is Role.AGENT]
    if row_type == "assault" and any(_is_authority(clause, one) for one in agents):
        draft.type = "ill_treatment"
        draft.note("type", "the agent holds power over the patient")
    counted = get_type(draft.type).counts
    for one in draft.participants:
        if one.role is counted and one.count is not None:
            draft.count = one.count
            draft.note("count", f"of {one.name!r}", one.count.start, one.count.end)
            return
    toll = find_toll(clause, index) if draft.count is None else None
    if toll is not None and counted is not None:
        draft.count = toll.count
        draft.note("count", "the figure behind the verb", toll.start, toll.end)


def _part_pronoun(clause: RussianClause, draft: Draft) -> None:
    """«министр отстранил его»: whoever it is, not the minister himself."""
    doers = {one.name for one in draft.participants if one.role is not Role.PATIENT}
    for k, one in enumerate(draft.participants):
        if one.role is Role.PATIENT and one.inferred and one.name in doers and one.start is not None:
            words = clause.page.text[one.start : one.end]
            if words.lower() in ("его", "ее", "её", "их", "ему", "ей", "им"):
                draft.participants[k] = Participant(
                    Role.PATIENT, words, ActorKind.UNNAMED, start=one.start, end=one.end, inferred=True
                )


_ASKS = phrase_words("ru", "prosecution")


def _settle_request(clause: RussianClause, draft: Draft, index: int) -> None:
    """«прокурор попросил приговорить Лапина к семи годам»: a sentence asked for, and that as a fact."""
    if draft.type != "sentence" or draft.stance not in (Stance.DEMANDED, Stance.POSSIBLE):
        return
    before = clause.tokens.lows[:index]
    if any(plain(one[1]) in _ASKS for word in before for one in parses(word)[:2]):
        draft.type, draft.stance = "sentence_requested", Stance.ASSERTED
        draft.note("type", "the prosecution asks for it")


def _is_authority(clause: RussianClause, one: Participant) -> bool:
    if one.start is None or one.end is None:
        return False
    words = re.findall(r"[^\W\d_]+", clause.page.text[one.start : one.end])
    return any(plain(reading[1]) in _AUTHORITIES for word in words for reading in parses(word.lower())[:2])
