"""A Russian verb or participle and its sentence in, the phrase in the case it asks for out: subject, object, whom a participle describes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.domain.statement import ActorKind
from according.language.inflect import is_known_word, nominative_word, parses
from according.language.lists import phrase_words
from according.read.russian_clauses import RussianClause, Somebody
from according.read.russian_lexicon import plain, russian_tables


@dataclass(frozen=True, slots=True)
class Verb:
    """How the anchor stands: finite active, passive, participle beside its noun, infinitive, noun."""

    voice: str  # active, passive, participle, infinitive, nominal, reflexive
    gender: str | None
    plural: bool
    tense: str | None
    cases: frozenset[str]


def find_bearer(clause: RussianClause, index: int, verb: Verb) -> Somebody | None:
    """Whom a participle describes: right behind it («задержанный активист»), or before the comma («активисты, задержанные …»)."""
    tokens = clause.tokens
    start, end = tokens.starts[index], tokens.ends[index]
    if index > 0 and tokens.tags[index - 1] == ",":
        comma = tokens.starts[index - 1]
        left = [
            one
            for one in clause.people
            if one.end <= comma and comma - one.end < 30 and agrees(one, verb) and one.cases & (verb.cases or one.cases)
        ]
        if left:
            return left[-1]
    holding = next((one for one in clause.people if one.start <= start and one.end >= end), None)
    if holding is not None:
        # «осуждённому» alone says who somebody is; «двое погибших» says what happened to how many
        return holding if holding.end > end or holding.count is not None else None
    counted = next(
        (one for one in clause.page.counts_in(start - 20, start) if one.end and 0 <= start - one.end <= 1), None
    )
    if counted is not None and re.match(r"[ \u00a0]+(?:и|или)\b|[,.;]", clause.page.text[end : end + 5]):
        return Somebody(
            counted.start or start, end, verb.cases, None, None, True, counted
        )  # «31 убитого и ста раненых»
    right = [
        one
        for one in clause.people
        if one.start >= end
        and one.start - end < 40
        and one.preposition is None
        and one.cases & (verb.cases or one.cases)
        and not (one.actor is not None and one.actor.kind in (ActorKind.ORGANISATION, ActorKind.MEDIUM))
    ]
    between = clause.page.text[end : right[0].start] if right else ""
    return right[0] if right and not re.search(r"[,;:.]", between) else None


def agrees(one: Somebody, verb: Verb) -> bool:
    if verb.plural and not one.plural and one.gender is None:
        return True
    if one.count is not None and one.plural and not verb.plural and verb.gender in ("m", "f") and not _ends_in_one(one):
        return False  # «предстал» is said of no «20 человек»
    if verb.plural != one.plural and not (one.count is not None):
        return verb.gender == "n" and one.count is not None
    return not (verb.gender in ("m", "f") and one.gender in ("m", "f") and verb.gender != one.gender)


def _ends_in_one(one: Somebody) -> bool:
    """«21 пострадал», «один из них умер»: a number in one goes with the singular."""
    low = one.count.min if one.count is not None else None
    return low is not None and low % 10 == 1 and low % 100 != 11


def find_subject(
    clause: RussianClause, index: int, verb: Verb, cases: tuple[str, ...], taken: Somebody | None = None
) -> Somebody | None:
    """The nominative that agrees with the verb: in its own part of the sentence, else to the left of it."""
    tokens = clause.tokens
    first, last = clause.segment(index)
    begin, end = tokens.starts[first], tokens.ends[last]
    if any(low in _ASKING for low in tokens.lows[first:index]):
        return None  # «не знает, кто убил агентов»: nobody is named
    relative = _relative(clause, first, index, verb)
    if relative is not None:
        return relative
    fits = [
        one for one in clause.people
        if one is not taken and one.cases & set(cases) and one.preposition is None
        and (agrees(one, verb) or (verb.plural and _is_joined(clause, one)))
    ]  # fmt: skip
    own = [one for one in fits if begin <= one.start and one.end <= end]
    before = [one for one in own if one.end <= tokens.starts[index]]
    before = _behind_last_verb(clause, index, first, before)
    after = [one for one in own if one.start >= tokens.ends[index]]
    if before:
        return before[-1] if before[-1].pronoun or len(before) == 1 else before[0]
    if after and after[0].start - tokens.ends[index] < 60:
        return after[0]
    if verb.plural and verb.voice == "active" and taken is not None:
        return None  # «активиста задержали»: nobody is named
    if _has_own_subject(clause, first, last, index) or any(
        low.startswith("котор") for low in tokens.lows[first : first + 3]
    ):
        return None  # «тюрьма, в которой сидел …»: the subject stands behind or nowhere
    left = [one for one in fits if one.end <= begin]
    return left[-1] if left else None


def _completes_noun(clause: RussianClause, index: int, one: Somebody) -> bool:
    """«обвинив в убийстве Лапина мятежников»: a name that is also a genitive, right behind a noun that is nobody."""
    k = clause.tokens.at(one.start)
    if "gent" not in one.cases or k - 1 <= index or clause.tokens.tags[k - 1] != "W":
        return False
    before = clause.tokens.starts[k - 1]
    if any(other.start <= before < other.end for other in clause.people):
        return False
    low = clause.tokens.lows[k - 1]
    if any(form.is_noun and form.row.type not in _HARMS for form in russian_tables().anchors.get(low, ())):
        return False  # «разогнали митинг нефтяников»: they are whom it was done to
    reading = parses(low)[0]
    return reading[0] == "NOUN" and "anim" not in reading[3]


def _behind_last_verb(clause: RussianClause, index: int, first: int, before: list[Somebody]) -> list[Somebody]:
    """«трое погибли и более 200 пострадали»: the subject stands behind the verb told before, where one stands there."""
    for k in range(index - 1, first, -1):
        if (
            clause.tokens.tags[k] == "W"
            and parses(clause.tokens.lows[k])[0][0] in ("VERB", "PRTS")
            and clause.tokens.lows[k] not in _AUXILIARIES
        ):
            behind = [one for one in before if one.start >= clause.tokens.ends[k]]
            return behind or before
    return before


def _has_own_subject(clause: RussianClause, first: int, last: int, index: int) -> bool:
    """Whether a thing in the nominative stands in this part of the sentence: «ребёнку угрожает опасность»."""
    tokens = clause.tokens
    taken = [(one.start, one.end) for one in clause.people]
    counted = clause.page.counts_in(tokens.ends[index], tokens.ends[last])
    if any(one.start is not None and not any(a <= one.start < b for a, b in taken) for one in counted):
        return True  # «задержаны 83 человека, ранены шесть дружинников»
    for k in range(first, last + 1):
        if k == index or tokens.tags[k] != "W" or any(a <= tokens.starts[k] < b for a, b in taken):
            continue
        reading = parses(tokens.lows[k])[0]
        if reading[0] == "NOUN" and reading[2] == "nomn" and (k == first or tokens.lows[k - 1] not in _LEADS):
            return True
    return False


def find_doer(clause: RussianClause, index: int, taken: Somebody | None) -> Somebody | None:
    """Who does what a gerund tells: the subject of the sentence, before it or behind."""
    start = clause.tokens.starts[index]
    fits = [one for one in clause.people if one is not taken and "nomn" in one.cases and one.preposition is None]
    before = [one for one in fits if one.end <= start and not one.pronoun] or [one for one in fits if one.end <= start]
    return before[0] if before else fits[0] if fits else None


def find_governor_subject(clause: RussianClause, index: int, taken: Somebody | None) -> Somebody | None:
    """Who does what an infinitive tells: the subject of its finite verb («рабочие угрожают начать …»), the dative of «удалось»."""
    tokens = clause.tokens
    first, _ = clause.segment(index)
    for k in range(index - 1, max(first - 1, index - 6), -1):
        reading = parses(tokens.lows[k])[0] if tokens.tags[k] == "W" else None
        if reading is None or reading[0] not in ("VERB", "PRTS", "ADJS"):
            continue
        case = "datv" if plain(reading[1]) in ("удаться", "прийтись") else "nomn"
        plural, gender = "plur" in reading[3], "f" if "femn" in reading[3] else "m" if "masc" in reading[3] else None
        verb = Verb("active", gender, plural, None, frozenset())
        fits = [
            one for one in clause.people
            if one is not taken and case in one.cases and one.preposition is None and one.end <= tokens.starts[index]
            and one.start >= tokens.starts[first] and (case == "datv" or agrees(one, verb) or _is_joined(clause, one))
        ]  # fmt: skip
        return fits[0] if fits else None
    return None


def find_unlisted(clause: RussianClause, index: int, cases: tuple[str, ...], before: bool = False) -> Somebody | None:
    """A living being no list has, right beside the verb: «избили тракториста», «тракторист был избит»."""
    tokens = clause.tokens
    taken = [(one.start, one.end) for one in clause.people]
    places = range(index - 1, max(-1, index - 4), -1) if before else range(index + 1, min(len(tokens), index + 4))
    for k in places:
        if tokens.tags[k] != "W" or tokens.words[k][:1].isupper():
            return None
        readings = parses(tokens.lows[k])
        if readings[0][0] not in ("NOUN", "ADJF", "PRTF", "NUMR") and tokens.lows[k] not in _AUXILIARIES:
            return None
        found = next((one for one in readings[:3] if one[0] == "NOUN" and "anim" in one[3] and one[2] in cases), None)
        if readings[0][0] == "NOUN":
            held = any(a <= tokens.starts[k] < b for a, b in taken)
            if found is None or held or not is_known_word(tokens.lows[k]) or plain(found[1]) in _BEASTS:
                return None
            begin = k
            while (
                begin - 1 > (-1 if before else index)
                and parses(tokens.lows[begin - 1])[0][0] == "ADJF"
                and tokens.tags[begin - 1] == "W"
            ):
                begin -= 1
            plural = "plur" in found[3]
            aged = re.search(r"\d{1,3}-$", clause.page.text[max(0, tokens.starts[begin] - 4) : tokens.starts[begin]])
            start = tokens.starts[begin] - (len(aged.group()) if aged else 0)
            words = clause.page.text[start : tokens.ends[k]]
            name = " ".join(nominative_word(word, plural) or word for word in words.split())
            return Somebody(start, tokens.ends[k], frozenset({found[2]}), None, None, plural, words=name)
    return None


def find_unlisted_subject(clause: RussianClause, index: int, verb: Verb) -> Somebody | None:
    """«американец из штата … был арестован»: the living being in the nominative that opens the part of the sentence, listed or not."""
    first, _ = clause.segment(index)
    taken = [(one.start, one.end) for one in clause.people]
    tokens = clause.tokens
    for k in range(first, index):
        if tokens.tags[k] != "W" or (tokens.words[k][:1].isupper() and k > 0):
            continue
        readings = parses(tokens.lows[k])[:3]
        living = [one for one in readings if one[0] == "NOUN" and one[2] == "nomn" and "anim" in one[3]]
        reading = living[0] if living and k + 1 == index else readings[0]
        if reading[0] != "NOUN" or reading[2] != "nomn":
            continue
        plural = "plur" in reading[3]
        gender = "f" if "femn" in reading[3] else "m"
        fits = plural == verb.plural and (plural or verb.gender in (None, gender))
        if "anim" not in reading[3] or not fits or not is_known_word(tokens.lows[k]) or plain(reading[1]) in _BEASTS:
            return None
        if any(a <= tokens.starts[k] < b for a, b in taken) or (k > 0 and tokens.lows[k - 1] in _LEADS):
            return None
        return Somebody(
            tokens.starts[k], tokens.ends[k], frozenset({"nomn"}), None, None, plural, words=tokens.words[k].lower()
        )
    return None


_HARMS = frozenset({"killing", "death", "injury", "torture", "abduction", "arrest"})
_ASKING = frozenset({"кто", "кем", "кого"})
_AUXILIARIES = frozenset({"был", "была", "было", "были", "будет", "будут", "не", "уже", "также", "снова", "вновь"})
_BEASTS = phrase_words("ru", "beasts")
_LEADS = phrase_words("ru", "prepositions")


JOINT = re.compile(r"[ \u00a0]?(?:,|и|,[ \u00a0]и|а также|,[ \u00a0]а также)(?:[ \u00a0]ещё|[ \u00a0]еще)?[ \u00a0]")


def _is_joined(clause: RussianClause, one: Somebody) -> bool:
    """Whether another stands in one row with it: «Иванова и Ким»."""
    text = clause.page.text
    after = next((other for other in clause.people if other.start >= one.end), None)
    before = next((other for other in reversed(clause.people) if other.end <= one.start), None)
    return (after is not None and JOINT.fullmatch(text[one.end : after.start]) is not None) or (
        before is not None and JOINT.fullmatch(text[before.end : one.start]) is not None
    )


def _relative(clause: RussianClause, first: int, index: int, verb: Verb) -> Somebody | None:
    """«…, который был задержан»: who stands before the comma."""
    tokens = clause.tokens
    for k in range(first, min(index, first + 3)):
        if tokens.lows[k].startswith("котор") and any(one[2] == "nomn" for one in parses(tokens.lows[k])):
            left = [one for one in clause.people if one.end <= tokens.starts[first] and agrees(one, verb)]
            return left[-1] if left else None
    # «россиянина, который, по словам адвоката, был выдан»: an insertion stands between
    for k in range(first - 2, max(0, first - 26), -1):
        if tokens.lows[k].startswith("котор") and tokens.tags[k - 1] == "," and tokens.tags[k + 1] == ",":
            if not any(one[2] == "nomn" for one in parses(tokens.lows[k])):
                return None
            left = [one for one in clause.people if one.end <= tokens.starts[k] and agrees(one, verb)]
            return left[-1] if left else None
        if tokens.tags[k] == ";":
            return None
    return None


def _may_be_whom(one: Somebody, whom: str) -> bool:
    """Whether «которого», «которую», «которых» may point to the phrase."""
    if one.actor is not None and one.actor.kind in (ActorKind.ORGANISATION, ActorKind.MEDIUM):
        return False
    if whom == "которых":
        return one.plural or one.gender is None
    return not one.plural and one.gender in (None, "f" if whom == "которую" else "m")


def find_object(clause: RussianClause, index: int, verb: Verb) -> Somebody | None:
    """The accusative of an active verb: after it first, then before it; «которого» points left over the comma."""
    tokens = clause.tokens
    first, last = clause.segment(index)
    for k in range(first, index):
        if tokens.lows[k] in ("которого", "которую", "которых"):
            left = [
                one for one in clause.people if one.end <= tokens.starts[first] and _may_be_whom(one, tokens.lows[k])
            ]
            return left[-1] if left else None
    begin, end = tokens.starts[first], tokens.ends[last]
    fits = [
        one for one in clause.people
        if "accs" in one.cases and one.preposition is None and begin <= one.start and one.end <= end
        and not (one.actor is not None and one.actor.kind in (ActorKind.ORGANISATION, ActorKind.MEDIUM) and "nomn" in one.cases)
    ]  # fmt: skip
    after = [one for one in fits if one.start >= tokens.ends[index] and not _completes_noun(clause, index, one)]
    before = [
        one
        for one in fits
        if one.end <= tokens.starts[index]
        and (
            "nomn" not in one.cases
            or one.pronoun
            or one.count is not None
            or verb.voice == "infinitive"
            or not agrees(one, verb)
        )
    ]
    if after:
        return after[0]
    return before[-1] if before else None
