"""Russian text in, the organisations, offices and groups it speaks of out. People's names are not looked for here."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from according.domain.passage import Span
from according.domain.statement import ActorKind
from according.language.cases import name_cases, word_cases
from according.language.inflect import nominative_word, parses
from according.language.lists import name_words, phrase_words
from according.language.transliterate import is_cyrillic
from according.read.actors import Actor
from according.read.russian_name_words import label_word

_QUOTED = re.compile(r"(?<![\w\-])([А-ЯЁа-яёA-Za-z][\w\-]*)[ \u00a0][«\"“]([А-ЯЁA-Z][^«»\"”\n]{1,60})[»\"”]")
# «сообщает Associated Press», «по данным Reuters», «компания Acme»: a run of Latin capitals, not in brackets behind a name
_LATIN = re.compile(
    r"(?<![(\w«\"“/.@-])([A-Z][\w&\-]*\w(?:[ \u00a0](?:of[ \u00a0]|the[ \u00a0]|and[ \u00a0])?[A-Z][\w&\-]*\w){0,4})(?![\w/@])"
)
_QUOTED_TELLER = re.compile(
    r"(?:сообща|сообщи|переда|пиш|отмеча|уточня|цитиру|данным|информации|ссылкой на|сообщению)[а-яё]{0,12}[ \u00a0]([«\"“][^»\"”\n]{2,40}[»\"”])"
)
_ACRONYM = re.compile(r"(?<![\w\-«])[А-ЯЁ]{2,7}(?![\w])")
_HEAD = re.compile(r"(?<![\w\-])[А-ЯЁ][а-яё]{2,}")
_NEXT = re.compile(r"[ \u00a0]([А-ЯЁа-яё][а-яё\-]+|[А-ЯЁ]{2,7})(?![\w])")
_WORD = re.compile(r"(?<![\w\-])[а-яёА-ЯЁ][а-яё]{2,}(?:-[а-яё]+)*")
_NOT_ACRONYMS = phrase_words("ru", "no_acronyms")


def _normal(word: str) -> str:
    return parses(word.lower())[0][1].replace("ё", "е")


def body_actors(text: str) -> list[Actor]:
    """Organisations by quotation marks after a kind word, by acronym, and by a head in capitals with its genitives."""
    spans: list[tuple[int, int, str]] = []
    for match in _QUOTED.finditer(text):
        if _is_kind(match[1]):
            spans.append((match.start(2) - 1, match.end(2) + 1, match[2]))
    spans += [
        (match.start(), match.end(), match.group())
        for match in _ACRONYM.finditer(text)
        if match.group() not in _NOT_ACRONYMS and not text[match.end() : match.end() + 2].startswith(" «")
    ]
    spans += [(match.start(1), match.end(1), match[1]) for match in _LATIN.finditer(text)]
    spans += [(match.start(1), match.end(1), match[1][1:-1]) for match in _QUOTED_TELLER.finditer(text)]
    heads = name_words("ru").organisation_heads
    for match in _HEAD.finditer(text):
        end = _head_end(text, match.start(), match.end())
        if end > match.end() and any(
            _normal(word) in heads for word in re.findall(r"[а-яёА-ЯЁ]+", text[match.start() : end])[:3]
        ):
            spans.append((match.start(), end, text[match.start() : end]))
    return _without_overlap(text, spans)


def _is_kind(word: str) -> bool:
    if word.isupper() and word.lower() in name_words("ru").legal_forms:
        return True
    return _normal(word) in name_words("ru").organisation_heads


def _head_end(text: str, start: int, end: int) -> int:
    """The end of «Министерство внутренних дел Казахстана»: words in the genitive, adjectives before the head."""
    heads = name_words("ru").organisation_heads
    headed = _normal(text[start:end]) in heads
    if not headed and parses(text[start:end].lower())[0][0] != "ADJF":
        return end
    last = end
    for _ in range(6):
        match = _NEXT.match(text, last)
        if not match:
            break
        word = match[1]
        readings = parses(word.lower())
        if not headed:
            if readings[0][1].replace("ё", "е") in heads:
                headed, last = True, match.end()
                continue
            if readings[0][0] != "ADJF":
                break
            last = match.end()
        elif word.isupper() or any(
            reading[2] in ("gent", "gen2") and reading[0] in ("NOUN", "ADJF", "PRTF") for reading in readings[:4]
        ):
            last = match.end()
        else:
            break
    return last if headed else end


def _without_overlap(text: str, spans: list[tuple[int, int, str]]) -> list[Actor]:
    out: list[Actor] = []
    media = frozenset(
        ["газета", "журнал", "портал", "телеканал", "радиостанция", "агентство", "издание", "сайт", "радио"]
    )
    for start, end, name in sorted(spans, key=lambda one: (one[0], -one[1])):
        if out and start < out[-1].end:
            continue
        before = re.search(r"([а-яё]+)[ \u00a0]$", text[max(0, start - 30) : start])
        is_medium = name == "СМИ" or (before is not None and _normal(before[1]) in media)
        kind = ActorKind.MEDIUM if is_medium else ActorKind.ORGANISATION
        if text[start] in '«"“' and _QUOTED_TELLER.search(text, max(0, start - 16), end):
            kind = ActorKind.MEDIUM
        out.append(Actor(start, end, text[start:end], kind, name, head=_normal(name.split()[0])))
    return out


_OFFICES = phrase_words("ru", "offices")
_BODIES = phrase_words("ru", "bodies")
_GROUPS = phrase_words("ru", "people")
_KIN = phrase_words("ru", "kin")
_MINORS = phrase_words("ru", "minors")
_WOMEN = phrase_words("ru", "women")
_MEN = phrase_words("ru", "men")
_ADJECTIVE_FORMS = frozenset({"ADJF", "PRTF", "NUMR", "ADJS"})
_AGED = re.compile(r"(\d{1,3})-летн")


@cache
def _roles() -> dict[str, str]:
    """Nominative to kind, for the nouns we know without a name."""
    table = dict.fromkeys(name_words("ru").titles, "people") | dict.fromkeys(_GROUPS, "people")
    table |= dict.fromkeys(_KIN, "kin")
    table |= dict.fromkeys(_BODIES, "body")
    table |= dict.fromkeys(_OFFICES, "office")
    return table


@cache
def _stems() -> frozenset[str]:
    return frozenset(word[:4] for word in _roles()) | {
        "людь",
        "люди",
        "люде",
        "людя",
        "детя",
        "дете",
        "дети",
        "ребё",
        "шахт",
        "мате",
        "доче",
        "проф",
    }


def role_actors(text: str, named: list[Actor]) -> tuple[list[Actor], dict[int, str]]:
    """Offices, bodies, groups and unnamed people; and, by start of a name, the role that stands before it.

    A role right before its name is no actor of its own; one further before it («министр труда Анна Петрова») stands for her.
    """
    starts = [actor.start for actor in named]
    out: list[Actor] = []
    descriptions: dict[int, str] = {}
    stems = _stems()
    for match in _WORD.finditer(text):
        word = match[0].lower().replace("ё", "е")
        if word[:4] not in stems:
            continue  # most words
        reading = _role_reading(text, match, word)
        if reading is None:
            continue
        place = bisect_left(starts, match.start())
        if place and named[place - 1].end > match.start():
            continue
        following = named[place : place + 2]
        bearer, owner = _bearer(text, match, following) if reading[1] not in _BODIES else (None, None)
        if bearer is None and place and reading[1] not in _BODIES:
            bearer = _named_before(text, match, named[place - 1])
        if bearer is None and out and reading[1] not in _BODIES:
            bearer = _further_role(text, match, out[-1], named)
        if bearer is not None and bearer.start == match.end() + 1:
            continue
        role = _role(text, match.start(), match.end(), reading, out[-1].end if out else 0)
        role = replace(role, possessor=owner)
        if bearer is not None:
            said = text[role.start : bearer.start].strip() if bearer.start > role.start else role.text
            descriptions.setdefault(bearer.start, said)
            role = replace(
                role, name=bearer.name, kind=ActorKind.PERSON, inferred=True, gender=bearer.gender or role.gender,
                mention=bearer.mention or Span(bearer.start, bearer.end), description=descriptions[bearer.start],
            )  # fmt: skip
        out.append(role)
    return out, descriptions


_Reading = tuple[str, str, str, frozenset[str]]


_EACH_OTHER = re.compile(r"друг[ \u00a0](?:[а-я]{1,3}[ \u00a0])?друг(?:а|у|ом|е)(?!\w)")


def _role_reading(text: str, match: re.Match[str], word: str) -> _Reading | None:
    """How the dictionary reads a word that names somebody by what he is or what was done to him; None for other words."""
    if word[:4] not in _stems():
        return None
    if _EACH_OTHER.match(text, match.start()) or (
        word[:3] == "дру" and text[max(0, match.start() - 5) : match.start()] == "друг "
    ):
        return None  # «друг друга» is nobody's friend
    readings = parses(word)[:4]
    found = next((one for one in readings if one[1].replace("ё", "е") in _roles()), None)
    describes = _describes_next(text, match, next((one for one in readings if one[0] in ("PRTF", "ADJF")), None))
    if found is not None or not _PARTICIPLE_NOUNS.match(word):
        return None if describes and _PARTICIPLE_NOUNS.match(word) else found
    participle = next((one for one in readings if one[0] in ("PRTF", "ADJF")), None)
    if participle is None or describes:
        return None  # it describes the noun behind it
    stem = _PARTICIPLE_NOUNS.match(word)
    assert stem is not None
    lemma = min(one for one in _roles() if one.startswith(stem.group()))
    return "NOUN", lemma, participle[2], participle[3]


def _describes_next(text: str, match: re.Match[str], participle: _Reading | None) -> bool:
    following = re.match(r"[ \u00a0]([а-яё\-]+)", text[match.end() : match.end() + 30])
    if participle is None or following is None:
        return False
    cases = word_cases(match.group())
    return any(one[0] in ("NOUN", "ADJF") and one[2] in cases for one in parses(following[1]))


# Participles that serve as nouns: «избили заключённого».
_PARTICIPLE_NOUNS = re.compile(
    r"заключенн|осужденн|задержанн|арестованн|обвиняем|подсудим|подозреваем|погибш|ранен|пострадавш|бастующ|протестующ|митингующ"
)


def _bearer(text: str, match: re.Match[str], following: list[Actor]) -> tuple[Actor | None, str | None]:
    """The person whose role the word is, and the owner of «дочь Петровой»."""
    own = word_cases(match.group())
    owner = None
    for actor in following:
        gap = text[match.end() : actor.start]
        if actor.kind is not ActorKind.PERSON:
            if len(gap) > 90 or re.search(r"[,.;:!?\n]", gap):
                return None, owner
            continue
        if len(gap) > 90 or re.search(r"[.;:!?\n]", gap):
            return None, owner
        agrees = not own or bool(own & name_cases(actor.text.split(), actor.name))
        if gap.strip() == "" and not agrees:
            owner = actor.name
        elif agrees and _are_genitives(re.findall(r"[^\W\d_]+", re.sub(r"[«\"“][^»\"”]*[»\"”]", "", gap)), owner):
            return actor, owner
        else:
            return None, owner
    return None, owner


def _named_before(text: str, match: re.Match[str], actor: Actor) -> Actor | None:
    """«Иван Лапин, бывший министр»: the one named right before the comma."""
    if actor.kind is not ActorKind.PERSON or match.start() - actor.end > 40:
        return None
    gap = text[actor.end : match.start()]
    if not re.fullmatch(r"(?:,| [—–-])[ \u00a0]{1,2}(?:[\w\-]+[ \u00a0]){0,2}", gap):
        return None
    if "plur" in parses(match.group().lower())[0][3]:
        return None  # «Анны Петровой, двое рабочих»: several are not she
    own = word_cases(match.group())
    return actor if own & name_cases(actor.text.split(), actor.name) else None


def _further_role(text: str, match: re.Match[str], last: Actor, named: list[Actor]) -> Actor | None:
    """«Иван Лапин, бывший министр печати, советник президента»: the next role in the row is his too."""
    if last.kind is not ActorKind.PERSON or last.mention is None or not last.mention.end <= last.start:
        return None
    gap = text[last.end : match.start()]
    if len(gap) > 60 or not re.fullmatch(r"[^,.;:!?\n]*,[ \u00a0](?:[\w\-]+[ \u00a0])?", gap):
        return None
    same = word_cases(match.group()) & word_cases(last.head)
    if not same or "plur" in parses(match.group().lower())[0][3]:
        return None
    return next((one for one in named if one.start == last.mention.start), None)


def _are_genitives(words: list[str], owner: str | None) -> bool:
    return owner is not None or all(
        "gent" in word_cases(word) or word.isupper() or not is_cyrillic(word) or word.lower() in ("по", "и", "в")
        for word in words
    )


def _role(text: str, start: int, end: int, reading: tuple[str, str, str, frozenset[str]], floor: int) -> Actor:
    lemma = reading[1].replace("ё", "е")
    kind_word = _roles()[lemma]
    plural = "plur" in reading[3] or lemma in ("семья", "дети")
    if lemma == "власть" and text[start:end].lower() not in ("власть", "властью"):
        plural = True  # «власти» is read as the plural in reports
    begin = _left_edge(text, start, floor)
    phrase = text[begin:end]
    kinds = {
        "body": ActorKind.ORGANISATION,
        "office": ActorKind.OFFICE,
        "people": ActorKind.UNNAMED,
        "kin": ActorKind.UNNAMED,
    }
    kind = ActorKind.GROUP if plural and kind_word != "body" else kinds[kind_word]
    aged = _AGED.search(phrase)
    age = int(aged[1]) if aged else None
    gender = "f" if lemma in _WOMEN else "m" if lemma in _MEN else None
    if gender is None and not plural and kind is not ActorKind.ORGANISATION and "femn" in reading[3]:
        gender = "f"
    counted = re.search(r"(?<![\w-])\d+(?![\w-])", phrase) is not None or any(
        "NUMR" in parses(word.lower())[0][0] for word in phrase.split()[:-1]
    )
    name = phrase if counted else _nominative_phrase(phrase, plural)
    name = name[:1].lower() + name[1:] if name[1:2].islower() else name
    minor = lemma in _MINORS or (age is not None and age < 18)
    return Actor(
        begin, end, phrase, kind, name, None, False, gender, plural, lemma, None, minor, age, False,
    )  # fmt: skip


def _agrees_with(adjective: str, behind: str) -> bool:
    """Whether an adjective can stand with the noun: «незаконной защитники» cannot."""
    noun = re.match(r"[\w\-]+", behind)
    cases = word_cases(noun.group()) if noun else frozenset()
    own = word_cases(adjective)
    return not cases or not own or bool(cases & own)


def _left_edge(text: str, start: int, floor: int) -> int:
    """Adjectives, numbers and possessives to the left belong to the phrase."""
    begin = start
    for _ in range(4):
        found = re.search(r"([\w\-]+)[ \u00a0]$", text[max(floor, begin - 30) : begin])
        if not found:
            break
        word = found[1].lower()
        if found[1][0].isupper() and label_word(found[1]) in "SGP":
            break  # somebody's name, though it looks like an adjective
        if not (
            word[0].isdigit()
            or (parses(word)[0][0] in _ADJECTIVE_FORMS and _agrees_with(word, text[start : start + 40]))
            or word in ("его", "ее", "её", "их", "несколько", "много")
        ):
            break
        begin -= len(found.group())
    return begin


def _nominative_phrase(phrase: str, plural: bool) -> str:
    """«задержанных рабочих» as «задержанные рабочие»; a phrase with a word that does not agree stays."""
    words = phrase.split()
    head = next((one[3] for one in parses(words[-1].lower()) if one[0] == "NOUN"), frozenset[str]())
    gender = next((one for one in ("masc", "femn", "neut") if one in head), None)
    out = [nominative_word(word, plural, gender) for word in words]
    return " ".join(one if one is not None else word for one, word in zip(out, words, strict=True))
