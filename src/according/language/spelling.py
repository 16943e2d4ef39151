"""Two words in, whether they are spellings of one word out: in one alphabet or two, by any usual transliteration.

Closer than `transliterate.skeleton`, under which words meet to be looked at: there Яна and Анна are one, here they are two.
"""

from __future__ import annotations

import re
from functools import lru_cache

from according.language.fold import fold_text
from according.language.transliterate import in_latin, is_cyrillic, sounds_of_letters

# S, Z, C: the sounds of ш, ж and ч; Q: щ.
_SOUNDS = (
    (re.compile(r"schtsch|shch|szcz|shh|SC|Sch"), "Q"),
    (re.compile(r"dzh|dj"), "Z"),
    (re.compile(r"tch|tsch|ch|cz(?=[aeiouy]?k)"), "C"),
    (re.compile(r"sh"), "S"),
    (re.compile(r"zh"), "Z"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"cz|ts|tz"), "c"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"q"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ff$"), "v"),
    (re.compile(r"['`\"ʹʺ]"), ""),
    (re.compile(r"[iy]+$"), "i"),
    (re.compile(r"(?<=[^aeiouy])[iy]o|^[iy]o"), "e"),  # ё
    (re.compile(r"(?<=[^aeiouy])[iy]+(?=e)|^[iy]+(?=e)"), ""),
    (re.compile(r"(?<=[aeou])[iy]+(?=[aeou])"), ""),
    (re.compile(r"(?<=a)u[iy]+(?=[^aeiouy])"), "u"),  # Бауыржан, Bauyrzhan, Baurzhan
    (re.compile(r"[iy]+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
# Readings beside the plain one. In any alphabet: Russian -ей, Ukrainian -ій.
_OWN_WAYS = ((re.compile(r"e[iy]$"), "i"),)
# English, French and German ways to write one sound, where the letters may as well be two: "Andreevna".
_OTHER_WAYS = (
    (re.compile(r"schtsch"), "Q"),
    (re.compile(r"tsch"), "C"),
    (re.compile(r"sch"), "Q"),
    (re.compile(r"sch"), "S"),
    (re.compile(r"gu(?=[eiy])"), "g"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"oo"), "u"),
    (re.compile(r"(?<=[^aeiouy])ie(?=[^aeiouy])"), "i"),
)
_SOFT_S = re.compile(r"(?<=[aeiouy])s(?=[aeiouy])")  # Rosa, Роза
_H = re.compile(r"(?<![ckgpstz])h")  # Halyna, Галина
_CYRILLIC = (
    (re.compile(r"ь(?=[яеюё])|ъ(?=[яеюё])"), "и"),
    (re.compile(r"[ьъ]"), ""),
    (re.compile(r"дж"), "ж"),
    (re.compile(r"й"), "и"),
    (re.compile(r"э"), "е"),
    (re.compile(r"и(?=[еи])"), ""),
    (re.compile(r"ау[иы]+(?=[^аеиоуыюя])"), "ау"),
    (re.compile(r"еи$"), "и"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def are_spellings_of_a_body(a: str, b: str) -> bool:
    """As `are_spellings`, with s and z as one: "MunaiGas", "МунайГаз"."""
    left, right = ({key.replace("z", "s") for key in spelling_keys(one)} for one in (a, b))
    return are_spellings(a, b) or (not (is_cyrillic(a) and is_cyrillic(b)) and bool(left & right))


@lru_cache(maxsize=200_000)
def are_spellings(a: str, b: str) -> bool:
    """Whether two words are one word in two spellings."""
    if is_cyrillic(a) and is_cyrillic(b):
        return bool(_cyrillic_keys(a) & _cyrillic_keys(b))
    left, right = spelling_keys(a), spelling_keys(b)
    if left & right:
        return True
    if is_cyrillic(a) == is_cyrillic(b):
        return False
    latin, cyrillic = (left, right) if is_cyrillic(b) else (right, left)
    return bool(_across(latin) & cyrillic)


@lru_cache(maxsize=100_000)
def spelling_keys(word: str) -> frozenset[str]:
    """Keys that the spellings of one word in Latin and other letters share."""
    cyrillic = is_cyrillic(word)
    latin = set(in_latin(word))
    if "ң" in word.casefold():
        latin |= set(in_latin(re.sub("[ңҢ]", "нг", word)))
    readings = {one for form in latin for one in sounds_of_letters(form, cyrillic)}
    for pattern, sound in _OWN_WAYS if cyrillic else (*_OWN_WAYS, *_OTHER_WAYS):
        readings |= {pattern.sub(sound, reading) for reading in readings if pattern.search(reading)}
    if cyrillic:
        readings = {reading.replace("sch", "Q") for reading in readings}  # щ
    return frozenset({_reduce(reading) for reading in readings} - {""})


def _reduce(latin: str) -> str:
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    return latin


def _across(keys: frozenset[str]) -> frozenset[str]:
    """Latin keys with what only Cyrillic tells apart."""
    keys |= {_SOFT_S.sub("z", key) for key in keys}
    return keys | {_H.sub("g", key) for key in keys}


@lru_cache(maxsize=100_000)
def _cyrillic_keys(word: str) -> frozenset[str]:
    """Kazakh and Ukrainian words as a Russian paper writes them; without signs, doubled letters and the difference of и and й."""
    lower = word.casefold()
    forms = {fold_text(lower)} | ({fold_text(lower.replace("ө", "у"))} if "ө" in lower else set())
    forms |= {fold_text(lower.replace("ң", "нг"))} if "ң" in lower else set()
    out = set()
    for form in forms:
        for pattern, letter in _CYRILLIC:
            form = pattern.sub(letter, form)
        out.add(form)
    return frozenset(out)
