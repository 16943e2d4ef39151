"""What the rules and what the model take for people in, the places where people are named out: each mends what the other misses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from according.language.cases import word_cases
from according.language.lists import name_words
from according.language.transliterate import is_cyrillic
from according.read.russian_name_spans import NameSpan, agree, thing_before, title_before
from according.read.russian_name_words import is_body_word, is_common, label_word

_STOP = re.compile(r"[()\[\]«»\"“”|,;:]| [—–-] ")
_WORD = re.compile(r"[^\W_][^\s]*")
_BLANKS = re.compile(r"[ \u00a0]*")
_AGED = re.compile(r"летн(?:ий|яя|его|ей|ему|юю|им|ем|ие|их)$", re.IGNORECASE)

_Place = tuple[int, int]


def weigh(text: str, by_rule: list[NameSpan], by_model: list[tuple[int, int, str]]) -> list[NameSpan]:
    """The spans of the rules, corrected by the model: it finds names no list knows; the rules trim titles and join initials."""
    people = [place for start, end, kind in by_model if kind == "PER" for place in _trimmed(text, start, end)]
    others = [(start, end) for start, end, kind in by_model if kind != "PER"]
    kept = [span for span in by_rule if _stands(text, span, people, others)]
    taken = [(span.start, span.end) for span in kept]
    for start, end in people:
        if (start, end) not in taken and not any(a < end and start < b for a, b in taken):
            kept.append(_as_span(text, start, end))
    kept.sort(key=lambda span: span.start)
    sure = set(people)
    whole = {(span.start, span.end) for span in kept}
    return [
        replace(span, sure=(span.start, span.end) in sure)
        for span in kept
        if span.stands_for is None or span.stands_for in whole
    ]


def _trimmed(text: str, start: int, end: int) -> Iterable[_Place]:
    """The place without what is no name: brackets, dashes, roles («Патриарх Болгарский» is none, «Усы Ивана Лапина» is two words)."""
    stop = _STOP.search(text, start, end)
    end = stop.start() if stop else end
    words = [(found.start(), found.end()) for found in _WORD.finditer(text, start, end)]
    while words and _is_role(text[words[0][0] : words[0][1]], len(words) > 1):
        words.pop(0)
    while len(words) > 1 and _is_of_other(text[slice(*words[0])], text[slice(*words[1])]):
        words.pop(0)
    cut = 0
    for place in range(1, len(words) + 1):
        if place < len(words) and not _begins_another(text[slice(*words[place - 1])], text[slice(*words[place])]):
            continue
        start, end = words[cut][0], words[place - 1][1]
        cut = place
        if text[end - 1] in "!?…" or (text[end - 1] == "." and end - words[place - 1][0] > 2):
            end -= 1
        if " " in text[start:end] or _may_be_lone(text, start, text[start:end]):
            yield start, end


def _is_of_other(word: str, following: str) -> bool:
    """«Лозунг Лапина»: a common word, then somebody in another case."""
    return label_word(word) == "O" and is_common(word) and not agree(word, following)


def _begins_another(before: str, word: str) -> bool:
    """«Ксении Людмила Наумова»: a first name in another case than the name before it."""
    return label_word(word) == "G" and label_word(before) in "GSU" and not agree(before, word)


def _is_role(word: str, has_more: bool) -> bool:
    low = word.lower()
    if word[0].islower():
        return "-" not in word and low not in ("де", "фон", "ван", "бен", "ибн")
    if _AGED.search(low):
        return True
    return has_more and (low in name_words("ru").titles or is_body_word(word)) and label_word(word) not in ("G", "S")


def _may_be_lone(text: str, start: int, word: str) -> bool:
    if thing_before(text, start, word) and ("nomn" in word_cases(word) or not word_cases(word)):
        return False  # «агентство Рейтер»; «улицы Лапина» names somebody
    if len(word) < 3 or (is_cyrillic(word) and word.isupper() and len(word) < 5):
        return False
    return not is_cyrillic(word) or label_word(word) in ("S", "G", "P", "U") or not is_common(word)


def _stands(text: str, span: NameSpan, people: list[_Place], others: list[_Place]) -> bool:
    near = [(start, end) for start, end in people if start < span.end and span.start < end]
    if (span.start, span.end) in near:
        return True
    if not near:
        if span.stands_for is not None or not any(start < span.end and span.start < end for start, end in others):
            return True
        return "." in span.words  # «имени В. А. Лапина»: the model takes the whole for a body
    if "." in span.words:
        return True  # initials and patronymics are the rules' own
    if all(start <= span.start and span.end <= end for start, end in near):
        return False  # the model sees more of the name
    inside = [(start, end) for start, end in near if span.start <= start and end <= span.end]
    if len(inside) != len(near):
        return False
    # «Радия» or «Радия» and «Лапина», where the text has «Радия Лапина»
    return span.full and all(" " not in text[start:end] for start, end in inside)


def _as_span(text: str, start: int, end: int) -> NameSpan:
    words = " ".join(text[start:end].split())
    return NameSpan(start, end, words, " " in words, title_before(text, start), None, True)
