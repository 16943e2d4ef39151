"""A Russian anchor and its sentence in, polarity, stance and phase out. A plan, a fear or a demand is never asserted."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.statement import Phase, Polarity, Stance
from according.language.inflect import is_known_word, parses
from according.read.russian_clauses import RussianClause
from according.read.russian_lexicon import plain, russian_tables


@dataclass(frozen=True, slots=True)
class Mood:
    """How the words around an anchor stand to it, and which token said so."""

    polarity: Polarity = Polarity.HAPPENED
    stance: Stance = Stance.ASSERTED
    word: int | None = None
    general: bool = False


@dataclass(frozen=True, slots=True)
class LightVerb:
    """The verb that goes with a noun: «прошёл митинг», «объявили голодовку»."""

    phase: Phase
    word: int
    plural: bool
    polarity: Polarity
    stance: Stance


_TO_ORDER = ("negated", "threatened", "expected", "demanded", "possible")
_BEFORE_ORDER = ("negated", "denied", "alleged", "feared", "threatened", "demanded", "expected", "possible")


def _lemmas(word: str) -> set[str]:
    return {plain(one[1]) for one in parses(word)[:3]}


def read_mood(clause: RussianClause, index: int, voice: str) -> Mood:
    """Mood of the anchor at token `index`."""
    tokens, tables = clause.tokens, russian_tables()
    first, _ = clause.segment(index)
    mood = Mood()
    for k in range(index - 1, max(first, index - 4) - 1, -1):
        low = tokens.lows[k]
        if low in ("не", "ни") and _negates(clause, k, index):
            mood = Mood(Polarity.DID_NOT_HAPPEN, mood.stance, k)
        elif low in ("будет", "будут") and voice in ("passive", "infinitive", "nominal"):
            mood = Mood(mood.polarity, Stance.EXPECTED, k)
        elif low in tables.stance["adverbs"]["alleged"]:
            mood = Mood(mood.polarity, Stance.ALLEGED, k)
        elif low in tables.stance["adverbs"]["believed"]:
            mood = Mood(mood.polarity, Stance.BELIEVED, k)
        elif low == "бы":
            mood = Mood(mood.polarity, Stance.POSSIBLE, k)
    if "бы" in tokens.lows[index + 1 : index + 3]:
        return Mood(mood.polarity, Stance.POSSIBLE, index + 1 + tokens.lows[index + 1 : index + 3].index("бы"))
    if voice in ("nominal", "participle", "active_participle") and "нет" in (
        *tokens.lows[index + 1 : index + 2],
        *tokens.lows[max(first, index - 1) : index],
    ):
        mood = Mood(Polarity.DID_NOT_HAPPEN, mood.stance, index)  # «умерших нет»
    if tokens.lows[first] in ("если", "чтобы") or any(tokens.lows[k] == "чтобы" for k in range(first, index)):
        return Mood(mood.polarity, Stance.DEMANDED if tokens.lows[first] == "чтобы" else Stance.POSSIBLE, first)
    if voice == "passive" and "быть" in tokens.lows[max(first, index - 3) : index]:
        under = _under(clause, index, first, mood)
        if under.word is not None and under.stance is Stance.DEMANDED and "должный" in _lemmas(tokens.lows[under.word]):
            return Mood(under.polarity, Stance.EXPECTED, under.word)
        return under
    if voice == "infinitive":
        return _under(clause, index, first, mood)
    if voice == "nominal":
        return _before_noun(clause, index, first, mood)
    if _is_future(tokens.lows[index]) and mood.stance is Stance.ASSERTED:
        return Mood(mood.polarity, Stance.EXPECTED, index)
    return mood


def _negates(clause: RussianClause, k: int, index: int) -> bool:
    """«не» before the anchor itself or before its auxiliary, not before another word in between («не только»)."""
    between = clause.tokens.lows[k + 1 : index]
    return not between or all(
        word in ("был", "была", "было", "были", "будет", "будут", "стал", "стали") for word in between
    )


def _is_future(word: str) -> bool:
    readings = [one for one in parses(word) if one[0] == "VERB"]
    if (
        word.endswith("ает")
        and is_known_word(word[:-2] + "ёт")
        and any("pres" in one[3] for one in parses(word[:-2] + "ёт"))
    ):
        return False  # «признает» is printed for «признаёт» too
    return bool(readings) and "futr" in readings[0][3]


def _under(clause: RussianClause, index: int, first: int, mood: Mood) -> Mood:
    tables, tokens = russian_tables(), clause.tokens
    for k in range(index - 1, max(0, index - 7) - 1, -1):
        if tokens.tags[k] in ";(":
            break
        lemmas = _lemmas(tokens.lows[k])
        if lemmas & tables.stance["to"]["done"]:
            negated = k > 0 and tokens.lows[k - 1] == "не"
            future = _is_future(tokens.lows[k])
            stance = Stance.EXPECTED if future and mood.stance is Stance.ASSERTED else mood.stance
            return Mood(Polarity.DID_NOT_HAPPEN if negated else mood.polarity, stance, k)
        for name in _TO_ORDER:
            if lemmas & tables.stance["to"].get(name, frozenset()):
                if name == "negated":
                    return Mood(Polarity.DID_NOT_HAPPEN, mood.stance, k)
                return Mood(mood.polarity, Stance(name), k)
    return Mood(mood.polarity, Stance.POSSIBLE if mood.stance is Stance.ASSERTED else mood.stance, mood.word)


def _before_noun(clause: RussianClause, index: int, first: int, mood: Mood) -> Mood:
    tables, tokens = russian_tables(), clause.tokens
    demanded = tables.stance["before"]["demanded"]
    asked_for = governing_preposition(clause, index) in (None, "о", "об", "к", "на")
    for k in range(index - 1, max(first, index - 8) - 1, -1):
        lemmas = _lemmas(tokens.lows[k])
        if index - k <= 4:
            if tokens.lows[k] == "за" and k > first and _lemmas(tokens.lows[k - 1]) & _STANDS_UP:
                return Mood(mood.polarity, Stance.DEMANDED, k - 1)
            if tokens.lows[k] == "случае" and tokens.lows[k - 1] == "в":
                return Mood(mood.polarity, Stance.POSSIBLE, k)
            if "добиться" in lemmas and not _is_past(tokens.lows[k]):
                return Mood(mood.polarity, Stance.DEMANDED, k)
            if lemmas & tables.stance["before"]["general"]:
                return Mood(mood.polarity, mood.stance, k, True)
            for name in _BEFORE_ORDER:
                if lemmas & tables.stance["before"].get(name, frozenset()):
                    if name == "negated":
                        return Mood(Polarity.DID_NOT_HAPPEN, mood.stance, k)
                    accused = any(
                        _lemmas(tokens.lows[m]) & tables.stance["before"]["alleged"]
                        for m in range(max(first, k - 3), k)
                    )
                    if accused and name in ("expected", "possible"):
                        return Mood(mood.polarity, Stance.ALLEGED, k)  # «обвиняются в подготовке поджога»
                    return Mood(mood.polarity, Stance(name), k)
        elif lemmas & demanded and parses(tokens.lows[k])[0][0] != "PRTF" and asked_for:
            return Mood(mood.polarity, Stance.DEMANDED, k)  # «потребовали от властей страны немедленного освобождения»
        if parses(tokens.lows[k])[0][0] == "VERB":
            break
    if index and "в" in tokens.lows[max(0, index - 2) : index]:
        _, last = clause.segment(index)
        for k in range(max(first, index - 8), min(last, index + 8) + 1):
            if tokens.lows[k].startswith("отказ") and "отказать" in _lemmas(tokens.lows[k]):
                return Mood(Polarity.DID_NOT_HAPPEN, mood.stance, k)  # «в освобождении отказали»
    for k in range(index - 1, max(-1, index - 18), -1):
        if "требование" in _lemmas(tokens.lows[k]) and tokens.tags[k] == "W":
            return Mood(mood.polarity, Stance.DEMANDED, k)
    return _around_noun(clause, index, mood)


_STANDS_UP = frozenset({"выступить", "выступать", "высказаться", "высказываться", "борьба", "бороться", "кампания", "митинг", "акция", "ратовать"})  # fmt: skip


def _is_past(word: str) -> bool:
    return any(one[0] in ("VERB", "GRND") and "past" in one[3] for one in parses(word)[:2])


def _around_noun(clause: RussianClause, index: int, mood: Mood) -> Mood:
    """«арест ожидается», «закрытие повлечёт увольнение»: the verb whose subject or object the noun is, in its part of the sentence."""
    tables, tokens = russian_tables(), clause.tokens
    if mood.stance is Stance.ASSERTED and _is_denied_news(clause, index):
        return Mood(mood.polarity, Stance.DENIED, index)
    if mood.stance is not Stance.ASSERTED or governing_preposition(clause, index) not in (None, "к", "на", "в"):
        return mood
    first, last = clause.segment(index)
    for k in sorted(range(max(first, index - 6), min(last, index + 6) + 1), key=lambda k: abs(k - index)):
        readings = [one for one in parses(tokens.lows[k])[:2] if one[0] in ("VERB", "INFN", "PRTS")]
        if k == index or tokens.tags[k] != "W" or not readings:
            continue
        lemmas = {plain(one[1]) for one in readings}
        negated = k > first and tokens.lows[k - 1] == "не"
        for name, words in tables.stance["around"].items():
            if lemmas & words:
                return Mood(mood.polarity, Stance(name), k)
        if not lemmas & tables.stance["brings"]["brings"]:
            return mood
        polarity = Polarity.DID_NOT_HAPPEN if negated else mood.polarity
        if any(one[0] == "INFN" for one in readings):
            under = _under(clause, k, first, Mood())
            return Mood(under.polarity if not negated else polarity, under.stance, k)
        to_come = _is_future(tokens.lows[k]) or (k > first and tokens.lows[k - 1] in ("будет", "будут"))
        return Mood(polarity, Stance.EXPECTED if to_come else mood.stance, k) if to_come or negated else mood
    return mood


_NEWS = frozenset({"сообщение", "информация", "слух", "данные", "сведение"})


def _is_denied_news(clause: RussianClause, index: int) -> bool:
    """«сообщение об отставке опровергла газета»."""
    tokens = clause.tokens
    first, last = clause.segment(index)
    if index - first < 2 or tokens.lows[index - 1] not in ("о", "об") or not _lemmas(tokens.lows[index - 2]) & _NEWS:
        return False
    denying = russian_tables().stance["around"]["denied"]
    return any(
        _lemmas(tokens.lows[k]) & denying
        or (tokens.lows[k - 1] == "не" and tokens.lows[k].startswith(("подтверд", "подтвержд", "соответств")))
        for k in range(first, last + 1)
        if tokens.tags[k] == "W"
    )


def governing_preposition(clause: RussianClause, index: int) -> str | None:
    """The preposition that rules the noun at `index`, over adjectives and numbers in between."""
    tokens = clause.tokens
    for k in range(index - 1, max(-1, index - 5), -1):
        if tokens.tags[k] not in ("W", "J"):
            return None
        reading = parses(tokens.lows[k])[0]
        if reading[0] == "PREP":
            return tokens.lows[k]
        if reading[0] not in ("ADJF", "PRTF", "NUMR", "NPRO") and tokens.tags[k] == "W":
            return None
    return None


_LIGHT_PREPOSITIONS = frozenset({None, "в", "во", "на", "к", "с", "со"})


def read_light_verb(clause: RussianClause, index: int) -> LightVerb | None:
    """The light verb nearest to the noun at `index` in its part of the sentence."""
    tables, tokens = russian_tables(), clause.tokens
    first, last = clause.segment(index)
    if governing_preposition(clause, index) not in _LIGHT_PREPOSITIONS:
        return None  # «отменила турне из-за гибели»: the verb is about something else
    best: LightVerb | None = None
    distance = 99
    for k in range(first, last + 1):
        if k == index or tokens.tags[k] != "W" or abs(k - index) >= distance or abs(k - index) > 8:
            continue
        readings = [one for one in parses(tokens.lows[k])[:3] if one[0] in ("VERB", "PRTS", "INFN", "GRND")]
        for _, normal, _, grammemes in readings:
            phase = next((name for name, words in tables.stance["light"].items() if plain(normal) in words), None)
            if phase is None:
                continue
            negated = k > 0 and tokens.lows[k - 1] == "не"
            stance = (
                Stance.EXPECTED
                if "futr" in grammemes or (k > 0 and tokens.lows[k - 1] in ("будет", "будут"))
                else Stance.ASSERTED
            )
            if "INFN" in grammemes:
                stance = _under(clause, k, first, Mood()).stance
            best = LightVerb(
                Phase(phase), k, "plur" in grammemes, Polarity.DID_NOT_HAPPEN if negated else Polarity.HAPPENED, stance
            )
            distance = abs(k - index)
            break
    return best
