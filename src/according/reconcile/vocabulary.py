"""Words in, the few classes reconciling needs out: offices that are one person, sides, chains in which types meet."""

from __future__ import annotations

import re
from functools import lru_cache

from according.language.fold import fold_text

# An office held by one person: two documents that say "the mayor" need not mean one.
_PERSON_OFFICES = frozenset(
    ["judge", "prosecutor", "investigator", "mayor", "akim", "governor", "minister", "president", "premier", "director", "manager", "chairman", "chair", "chairwoman", "chairperson", "head", "chief", "leader", "spokesman", "spokeswoman", "spokesperson", "officer", "official", "lawyer", "attorney", "doctor", "commander", "general", "colonel", "major", "captain", "lieutenant", "ambassador", "deputy", "secretary", "ombudsman", "ombudswoman", "witness", "coordinator", "судья", "прокурор", "следователь", "мэр", "аким", "губернатор", "министр", "президент", "директор", "начальник", "председатель", "глава", "лидер", "представитель", "представительница", "пресс-секретарь", "офицер", "чиновник", "адвокат", "врач", "командир", "генерал", "полковник", "майор", "капитан", "лейтенант", "посол", "депутат", "секретарь", "омбудсмен", "свидетель", "координатор"]
)  # fmt: skip

_STATE = frozenset(
    ["police", "policemen", "policeman", "officers", "officer", "troops", "soldiers", "soldier", "army", "military", "gendarmes", "gendarmerie", "militia", "security", "government", "authorities", "authority", "state", "regime", "ministry", "prosecutor", "prosecutors", "prosecution", "court", "courts", "administration", "officials", "official", "investigators", "guards", "forces", "полиция", "полицейские", "полицейский", "милиция", "омон", "войска", "солдаты", "военные", "армия", "силовики", "правительство", "власти", "министерство", "прокуратура", "суд", "администрация", "чиновники", "следователи", "государство", "спецназ", "жандармерия"]
)  # fmt: skip

_ARTICLES = frozenset(["a", "an", "the", "this", "that", "these", "those", "some", "his", "her", "their", "its", "our"])
_NUMBER_WORDS = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "hundred", "hundreds", "thousand", "thousands", "dozen", "dozens", "several", "many", "most", "all", "about", "around", "least", "more", "than", "over", "nearly", "almost", "at", "up", "to", "of", "only", "some", "other", "others", "further", "два", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "несколько", "сотни", "тысячи", "десятки", "около", "более", "менее", "почти", "все", "многие", "другие"]
)  # fmt: skip
_PEOPLE = frozenset(
    ["people", "person", "persons", "men", "man", "victims", "victim", "others", "human", "life", "lives", "dead", "killed", "wounded", "injured", "casualties", "casualty", "bodies", "body", "corpses", "fatalities", "deaths", "names", "человек", "человека", "людей", "люди", "лиц", "лица", "погибших", "раненых", "жертв", "тел", "тела", "трупов", "имени", "имён", "погибшими", "убитых", "ранения", "ранеными"]
)  # fmt: skip

_COMMON = frozenset(
    ["workers", "worker", "strikers", "protesters", "demonstrators", "police", "policemen", "officers", "soldiers", "residents", "locals", "citizens", "crowd", "crowds", "activists", "supporters", "eyewitnesses", "witnesses", "relatives", "families", "family", "journalists", "reporters", "officials", "authorities", "defendants", "accused", "detainees", "prisoners", "children", "friends", "members", "colleagues", "us", "them", "those", "third", "rest", "everybody", "everyone", "who", "we", "they", "security", "wounded", "group", "groups", "media", "sources", "strike", "trial", "рабочие", "бастующие", "протестующие", "жители", "активисты", "очевидцы", "свидетели", "родственники", "журналисты", "чиновники", "власти", "подсудимые", "задержанные", "заключённые", "заключенные", "дети", "они", "мы", "остальные", "полицейские", "солдаты", "толпа", "погибших", "раненых"]
)  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

# Types that tell of one happening under different words. What is not named here meets only its own type.
_CHAINS = {
    "killing": "violence", "death": "violence", "injury": "violence", "use_of_force": "violence",
    "clash": "violence", "dispersal": "violence", "riot": "violence", "assault": "violence",
    "encirclement": "violence", "bombing": "violence", "death_in_custody": "violence",
    "demonstration": "protest", "march": "protest", "occupation": "protest",
    "strike": "strike", "strike_end": "strike", "lockout": "strike",
    "conviction": "judgment", "sentence": "judgment", "acquittal": "judgment",
    "appeal_rejected": "appeal", "appeal_granted": "appeal",
    "imprisonment": "imprisonment", "pretrial_detention": "pretrial_detention",
    "release": "release", "parole": "release", "amnesty": "release", "pardon": "release",
    "torture": "torture", "ill_treatment": "torture",
    "abduction": "disappearance", "disappearance": "disappearance",
}  # fmt: skip

_DEADLY = frozenset({"killing", "death", "death_in_custody", "injury"})
_STATES = frozenset({"imprisonment", "pretrial_detention", "house_arrest", "health_condition", "surveillance"})
_GROWING = frozenset({"strike", "lockout", "hunger_strike", "occupation"})


def chain_of(type_name: str) -> str:
    """The chain in which statements of this type meet."""
    return _CHAINS.get(type_name, type_name)


def is_deadly(type_name: str) -> bool:
    """Whether the type tells of dead or injured people."""
    return type_name in _DEADLY


def is_lasting(type_name: str) -> bool:
    """Whether the type tells of a state that lasts rather than a happening."""
    return type_name in _STATES


def is_growing(type_name: str) -> bool:
    """Whether those who take part come and go, so that figures of two days may both be true."""
    return type_name in _GROWING


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name or description, folded, without articles and leading numbers."""
    words = [word for word in _WORD.findall(fold_text(text)) if word not in _ARTICLES]
    while words and words[0] in _NUMBER_WORDS:
        words.pop(0)
    return tuple(words)


def bare_words(text: str) -> str:
    """`words_of` in one string: the key under which equal wordings meet."""
    return " ".join(words_of(text))


# Words that stand for somebody without saying whom, and the small words around them: they make no entity.
_STANDINGS_IN = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "me",
        "us",
        "him",
        "her",
        "them",
        "one",
        "ones",
        "this",
        "that",
        "these",
        "those",
        "who",
        "whom",
        "whoever",
        "anybody",
        "anyone",
        "somebody",
        "someone",
        "everybody",
        "everyone",
        "nobody",
        "none",
        "all",
        "both",
        "many",
        "most",
        "some",
        "several",
        "few",
        "others",
        "other",
        "another",
        "each",
        "any",
        "of",
        "and",
        "or",
        "only",
        "about",
        "at",
        "more",
        "less",
        "than",
        "in",
        "the",
        "a",
        "an",
        "я",
        "мы",
        "ты",
        "вы",
        "он",
        "она",
        "оно",
        "они",
        "меня",
        "нас",
        "тебя",
        "вас",
        "его",
        "её",
        "ее",
        "их",
        "ему",
        "ей",
        "им",
        "кто",
        "кто-то",
        "никто",
        "все",
        "всех",
        "многие",
        "некоторые",
        "оба",
        "обе",
        "другие",
        "каждый",
        "из",
    ]
)
_OPENERS = frozenset(
    {"of", "about", "at", "in", "on", "from", "to", "by", "with", "из", "о", "об", "в", "на", "от", "с", "к"}
)


@lru_cache(maxsize=20_000)
def names_nobody(text: str) -> bool:
    """Whether words only stand in for somebody ("we", "all of them") or begin amid a phrase ("of them", "about eleven …")."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())
    return not words or words[0] in _OPENERS or all(word in _STANDINGS_IN for word in words)


@lru_cache(maxsize=20_000)
def is_person_office(text: str) -> bool:
    """Whether an office is one person's ("the prosecutor") rather than a body ("the prosecutor's office")."""
    words = words_of(text)
    if not words:
        return False
    head = words[0] if re.search("[а-я]", words[0]) else _english_head(words)
    return head in _PERSON_OFFICES


def _english_head(words: tuple[str, ...]) -> str:
    for place, word in enumerate(words):
        if word in ("of", "for", "in", "at", "from", "who") and place:
            return words[place - 1]
    return words[-1]


@lru_cache(maxsize=20_000)
def is_state_side(text: str) -> bool:
    """Whether the words name the state, its courts or its forces."""
    return any(word.removesuffix("'s") in _STATE for word in words_of(text))


@lru_cache(maxsize=20_000)
def is_plain_group(text: str) -> bool:
    """Whether the words tell a group from no other: "people", "the workers", "many others". A second word tells it apart."""
    words = [word for word in words_of(text) if word not in _PEOPLE and word not in _NUMBER_WORDS]
    return not words or (len(words) == 1 and words[0] in _COMMON)


@lru_cache(maxsize=20_000)
def scope_words(text: str | None) -> str | None:
    """What is counted, without number and article; None where it is just people."""
    if text is None:
        return None
    words = [word for word in words_of(text) if word not in _PEOPLE and word not in _NUMBER_WORDS]
    return " ".join(words) or None
