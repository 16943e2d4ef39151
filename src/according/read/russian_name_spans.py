"""Russian text in, the places where people may be named out, each told as a full name or a lone word. Nothing is resolved here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from according.language.cases import word_cases
from according.language.givens import listed_genders
from according.language.inflect import is_known_word, parses
from according.language.lists import name_words, phrase_words
from according.language.transliterate import is_cyrillic, skeletons
from according.read.russian_name_words import (
    NameWord,
    east_asian_length,
    is_body_word,
    label_word,
    may_be_place,
    word_groups,
)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A place where somebody may be named. `full`: a first name or initials and a surname; else a lone word to be resolved."""

    start: int
    end: int
    words: str  # as written, with single blanks
    full: bool
    title: str | None = None  # the role right before it, as written
    stands_for: tuple[int, int] | None = None  # «Анна Ким (Anna Kim)»: where the same name stands in Cyrillic
    sure: bool = False  # a model sees a person too


# Labels of `russian_name_words.NameWord` in the orders in which names are written, longest first.
_WITH_PATRONYMIC = (
    "SGP", "UGP", "OGP", "GPS", "GPU", "GPO", "GPG", "GPL", "GP",
    "IIS", "IIU", "IIG", "IIO", "IIL", "SII", "UII", "OII",
)  # fmt: skip
_SOUTH_SLAVIC = ("UP", "SP")  # «Деян Станкович»: what looks like a patronymic is the surname
_WITH_INITIAL = ("IS", "IU", "IG", "IO", "SI", "GIS", "GIU")
_NAME_WORDS = re.compile(r"[SUG](?:K?[SUG]){1,3}(?:K{1,2}[SUGO]){0,2}|[SUGO](?:K{1,2}[SUGOL]){1,3}S?")
_REGNAL = re.compile(r"[ \u00a0][IVX]{1,4}\b")
_PLACE_BEFORE = re.compile(r"(?:^|[\s(«])(?:в|во|на|из|под|возле|близ|около)[ \u00a0]$", re.IGNORECASE)
_ROLE_BEFORE = re.compile(
    r"((?:\d+-)?[а-яё][а-яё\-]+)[ \u00a0](?:[«\"][^»\"\n]{2,40}[»\"][ \u00a0]|[A-Z][\w.]*[ \u00a0])?$"
)
_ROLE_OF = re.compile(r"((?:\d+-)?[а-яё][а-яё\-]+)[ \u00a0](?:[А-ЯЁ][а-яё\-]+[ \u00a0]){1,2}$")
_AGED = re.compile(r"летн(?:ий|яя|его|ей|ему|юю|им|ем)$")
_LATIN_AFTER = re.compile(
    r"[ \u00a0]\((?:[а-яё]{2,6}\.[ \u00a0])?([A-ZÀ-Ý][\w.'’\-]*(?:[ \u00a0](?:[a-zà-ÿ\-]{1,3}[ \u00a0]){0,2}[A-ZÀ-Ý][\w.'’\-]*){1,4})(?=[),;—–])"
)


def find_spans(text: str) -> list[NameSpan]:
    """Every place where somebody may be named, in order, none overlapping another."""
    groups = [group for group in word_groups(text) if group[0].label != "Q"]
    pairs = _sure_pairs(text, groups)
    out: list[NameSpan] = []
    for group in groups:
        if out and group[0].start < out[-1].end:
            continue
        out += _spans_in(text, group, pairs)
        if out and out[-1].full:
            latin = _same_in_latin(text, out[-1])
            if latin is not None:
                out.append(latin)
    return out


_Pairs = frozenset[tuple[str, str]]


def _sure_pairs(text: str, groups: list[list[NameWord]]) -> _Pairs:
    """Two words of which one is unknown, as they stand inside a sentence: the same two at its beginning are a name too."""
    found: set[tuple[str, str]] = set()
    for group in groups:
        for one, other in pairwise(group):
            if one.label + other.label in _UNLISTED and _is_unlisted_pair(text, one, other):
                found.add((one.word, other.word))
    return frozenset(found)


_LONGEST = 14  # words of a name, titles aside


def _spans_in(text: str, group: list[NameWord], pairs: _Pairs) -> Iterator[NameSpan]:
    labels = "".join(token.label for token in group)
    place = 0
    passed, only_places = 0, True  # whether all words before `place` are places
    while place < len(group):
        only_places = only_places and _are_places(group[passed:place])
        passed = place
        title = title_before(text, group[place].start) if only_places else None
        length, full = _match_at(text, group, labels, place, title, pairs)
        if length:
            tokens = group[place : place + length]
            ordinal = _REGNAL.match(text, tokens[-1].end)
            end = ordinal.end() if ordinal and tokens[-1].label in "GU" else tokens[-1].end
            yield NameSpan(tokens[0].start, end, " ".join(token.word for token in tokens), full, title)
        place += length or 1


def _are_places(tokens: list[NameWord]) -> bool:
    """«президент Южной Кореи Иванов»: the role reaches over the place it is for."""
    return all(token.label in "LO" or may_be_place(token.word) for token in tokens)


def _match_at(
    text: str, group: list[NameWord], labels: str, place: int, title: str | None, pairs: _Pairs
) -> tuple[int, bool]:
    rest = labels[place : place + _LONGEST]
    for pattern in (*_WITH_PATRONYMIC, *_WITH_INITIAL, *_SOUTH_SLAVIC):
        if rest.startswith(pattern) and _is_whole(group[place : place + len(pattern)], pattern):
            return len(pattern), True
    east = east_asian_length(group[place : place + 3])
    if east:
        return east, True
    if rest[:2] in ("UG", "GG") and _is_place_before_name(text, group, place):
        return 0, False
    words = _NAME_WORDS.match(rest)
    if words:
        length = _own_length(text, group[place : place + words.end()], words.group())
        if labels[place] == "O" and group[place].begins:
            length = 0
        if length > 1 and _is_full(group[place : place + length], rest[:length], title):
            return length + _is_last_word(group, place + length, rest[:length]), True
    if rest[:2] in ("GO", "GL") and not group[place + 1].word.isupper() and _is_surname_like(group[place + 1]):
        return 2, True
    if rest[:2] in _UNLISTED and (group[place].word, group[place + 1].word) in pairs:
        return 2, True
    return _single(text, group[place], rest[0], title)


def _is_whole(tokens: list[NameWord], pattern: str) -> bool:
    """A word of the dictionary before a first name and patronymic is seldom the surname."""
    if pattern[:2] in ("SG", "UG", "OG") and _is_of_other(tokens[0].word.lower(), tokens[1].word.lower()):
        return False
    if pattern in ("OGP", "OII"):
        return not is_known_word(tokens[0].word.lower()) or not tokens[0].begins
    if pattern in _SOUTH_SLAVIC:
        return agree(tokens[0].word, tokens[1].word) and not (tokens[0].begins and tokens[0].label == "S")
    if pattern == "IO":
        return len(tokens[1].word) > 3 and not is_body_word(tokens[1].word)
    return True


def _is_of_other(surname: str, given: str) -> bool:
    """«Института Пушкина Виталий …»: a genitive before a man's first name in the nominative is another's name."""
    return listed_genders(given) == "m" and re.search(r"(?:[вн](?:а|у|ым|е)|ого|ому)$", surname) is not None


def _is_place_before_name(text: str, group: list[NameWord], place: int) -> bool:
    """«в Старом Анна Петрова», «премьер Израиля Шимон Перес»: a place, then a name."""
    first = group[place]
    if _PLACE_BEFORE.search(text[max(0, first.start - 8) : first.start]):
        return first.label == "U"
    return len(group) > place + 2 and may_be_place(first.word) and not agree(first.word, group[place + 1].word)


def _own_length(text: str, tokens: list[NameWord], labels: str) -> int:
    """How many of the words are one name: «Мария Ким Анна Ким» and «дочь Анны Ким Мария» are two."""
    for place in range(1, len(labels)):
        if labels[place] != "G" or labels[place - 1] == "K":
            continue
        named = place + 1 < len(labels) and labels[place + 1] in "SU"
        same = agree(tokens[place - 1].word, tokens[place].word) or _is_mans_surname(
            text, tokens[place - 1], tokens[place]
        )
        if (not same and (named or place > 1 or labels[0] == "G")) or (named and labels[place - 1] == "S"):
            return place
    return len(labels)


def _is_mans_surname(text: str, given: NameWord, surname: NameWord) -> bool:
    """«освобождения Павла Велина»: a woman's first name by its look, but the surname of the man named before it in an oblique case."""
    cases = {one[2] for one in parses(given.word.lower()) if "Name" in one[3] and "masc" in one[3]}
    ending = re.search(r"(?:[оеё]в|[иы]н)(а|у|ым|е)$", surname.word.lower())
    if ending is None or {"а": "gent", "у": "datv", "ым": "ablt", "е": "loct"}[ending[1]] not in cases:
        return False
    before = _WORD_BEFORE.search(text[max(0, given.start - 30) : given.start])
    readings = parses(before[1].lower())[:1] if before else ()
    return not any(
        "femn" in one[3] and "anim" in one[3] and one[2] == "nomn" for one in readings
    )  # «дочь Павла Полина»


_WORD_BEFORE = re.compile(r"([а-яёА-ЯЁ]+)[ \u00a0]$")


def _is_full(tokens: list[NameWord], labels: str, title: str | None) -> bool:
    if len(labels) == 2 and not _agree_in_case(tokens[0].word, tokens[1].word):
        return False
    if "G" in labels[:-1] or title is not None:
        return True
    if labels in ("UG", "SG"):
        return not tokens[0].begins or labels == "SG" or agree(tokens[0].word, tokens[1].word)
    if "S" in labels[1:] or "G" in labels[1:] or "K" in labels:
        return True
    return labels in ("UU", "UUU") and not any(token.word.isupper() for token in tokens)


def _cases(word: str) -> frozenset[str]:
    """Cases of a word that names one person: of a man's name the accusative is the genitive, so it tells nothing."""
    several = {one[2] for one in parses(word.lower()) if "plur" in one[3]}
    one = {one[2] for one in parses(word.lower()) if "plur" not in one[3]}
    own = word_cases(word) - {"accs"} - (several - one)
    return own | ({"nomn"} if listed_genders(word) else frozenset())


def agree(one: str, other: str) -> bool:
    """Whether two words may be the name of one person: there is a case for both."""
    first, second = _cases(one), _cases(other)
    return not first or not second or bool(first & second)


def _agree_in_case(one: str, other: str) -> bool:
    """«дочь Соболевой Алия» are two: a genitive and a nominative."""
    first = set(word_cases(one)) | ({"nomn"} if listed_genders(one) else set())
    second = set(word_cases(other)) | ({"nomn"} if listed_genders(other) else set())
    if not re.search(r"(?:[оеё]в|[иы]н|ск|цк)(?:ой|ого)$", one.lower()):
        return True
    return not first or not second or bool(first & second)


def _is_last_word(group: list[NameWord], place: int, labels: str) -> bool:
    """«Нур Вали Сокол»: a word of the dictionary ends a name that has no surname yet."""
    if place >= len(group) or group[place].label not in "OLP" or "S" in labels or group[place].word.isupper():
        return False
    return _is_surname_like(group[place]) and agree(group[place - 1].word, group[place].word)


def _is_surname_like(token: NameWord) -> bool:
    lower = token.word.lower()
    if is_body_word(token.word) or lower in name_words("ru").titles:
        return False
    return not token.begins and (len(lower) <= 3 or parses(lower)[0][0] in ("NOUN", "ADJF", "ADJS", "VERB", ""))


_UNLISTED = ("OU", "OS", "UO", "UL")


def _is_unlisted_pair(text: str, one: NameWord, other: NameWord) -> bool:
    """«режиссёра Эмира Садыка»: a word of the dictionary beside an unknown one, in one case, inside a sentence."""
    common = one if one.label == "O" else other
    if parses(one.word.lower())[0][1] in phrase_words("ru", "named_things"):
        return False
    title = title_before(text, one.start)
    if (
        is_body_word(one.word)
        or is_body_word(other.word)
        or common.word.isupper()
        or one.begins
        or _is_title(common.word.lower())
    ):
        return False
    reading = parses(common.word.lower())[0]
    if reading[0] not in ("NOUN", "VERB", "INTJ", "ADJS", "") or not agree(one.word, other.word):
        return False
    if title is not None or _person_before(text, one.start):
        return True
    place = other.label == "L" or may_be_place(other.word) or may_be_place(one.word) or "-" in one.word
    named = (
        thing_before(text, one.start, one.word)
        or _PLACE_BEFORE.search(text[max(0, one.start - 8) : one.start]) is not None
    )
    return not place and not named and text[one.start - 1] not in '«"“'


def _person_before(text: str, start: int) -> bool:
    """Whether a living being in small letters stands right before: «бегун», «сербского режиссёра»."""
    found = _ROLE_BEFORE.search(text[max(0, start - 60) : start])
    if not found:
        return False
    reading = parses(found[1])[0]
    return reading[0] == "NOUN" and "anim" in reading[3] and "sing" in reading[3] and is_known_word(found[1])


_NOUN_BEFORE = re.compile(r"([А-ЯЁа-яё][а-яё\-]{2,})[ \u00a0]$")


def thing_before(text: str, start: int, word: str) -> bool:
    """«агентство X», «болезнь X», «улица X»: named after somebody, or by a word of its own; not «капитан команды Петров»."""
    found = _NOUN_BEFORE.search(text[max(0, start - 30) : start])
    if not found:
        return False
    readings = parses(found[1].lower())
    if readings[0][1].replace("ё", "е") not in phrase_words("ru", "named_things"):
        return False
    own = word_cases(word)
    return (
        label_word(word) != "S"
        or "gent" in own
        or any(one[2] in own for one in readings if one[2] == "nomn" and "sing" in one[3])
    )


def _single(text: str, token: NameWord, label: str, title: str | None) -> tuple[int, bool]:
    quoted = text[token.start - 1 : token.start] in tuple('«"“') and text[token.end : token.end + 1] in tuple('»"”')
    if (quoted or thing_before(text, token.start, token.word)) and title is None:
        return 0, False
    if title and label in "SUO" and not is_body_word(token.word):
        return (1, False) if label != "O" or not is_known_word(token.word.lower()) else (0, False)
    return (1, False) if label in "SGUOLP" else (0, False)


def title_before(text: str, start: int) -> str | None:
    """The role in small letters before a name: right before, or over the place or body it is for."""
    window = text[max(0, start - 60) : start]
    for pattern in (_ROLE_BEFORE, _ROLE_OF):
        found = pattern.search(window)
        if found and _is_title(found[1]):
            return found[1]
    return None


@cache
def _title_beginnings() -> frozenset[str]:
    return frozenset(one[:3] for one in name_words("ru").titles)


@lru_cache(maxsize=20_000)
def _is_title(word: str) -> bool:
    if _AGED.search(word):
        return True
    titles = name_words("ru").titles
    if word[:3] not in _title_beginnings():
        return False  # most words are no titles: the dictionary need not be asked
    return word in titles or any(normal.replace("ё", "е") in titles for _, normal, _, _ in parses(word)[:3])


def _same_in_latin(text: str, span: NameSpan) -> NameSpan | None:
    """«Анна Ким (Anna Kim)»: the name in Latin letters in brackets behind it."""
    found = _LATIN_AFTER.match(text, span.end)
    if found is None:
        return None
    latin, own = found[1].split(), span.words.split()
    first = {key[:1] for word in own if is_cyrillic(word) for key in skeletons(word)}
    if not first & {key[:1] for word in latin for key in skeletons(word)}:
        return None
    return NameSpan(found.start(1), found.end(1), found[1], True, None, (span.start, span.end))
