"""Cyrillic words in, Latin spellings out, scheme by scheme; and one key under which all spellings of a name meet.

Generated spellings are for searching and guarding, never shown as if somebody had written them.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from according.language.fold import fold_text
from according.language.romanization import romanizations

_DATA = Path(__file__).parent / "data" / "names" / "transliteration.toml"
_AFTER_WHICH_IOTATED = set("аеёиоуыэюяәөұүіъьй")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


@cache
def _schemes() -> dict[str, dict[str, tuple[str, ...]]]:
    raw = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    made = {}
    for name, table in raw.items():
        pairs = (item.partition(":") for item in table["letters"].split())
        made[name] = {letter: tuple(latin.split(",")) for letter, _, latin in pairs}
    return made


def schemes() -> tuple[str, ...]:
    """Names of the schemes: bgn_pcgn, press, icao, loc, gost, iso9, scientific, kz_latin."""
    return tuple(_schemes())


def transliterate(text: str, scheme: str = "bgn_pcgn") -> str:
    """`text` with its Cyrillic letters in Latin. Capitals stay capitals; other letters stay. Raises KeyError for no scheme."""
    table = _schemes()[scheme]
    out: list[str] = []
    before = ""
    for char in text:
        lower = char.lower()
        latins = table.get(lower)
        if latins is None:
            out.append(char)
        else:
            iotated = not before.isalpha() or before in _AFTER_WHICH_IOTATED
            latin = latins[-1] if iotated else latins[0]
            out.append(latin.capitalize() if char != lower else latin)
        before = lower
    return "".join(out)


def spellings(text: str) -> frozenset[str]:
    """Every Latin spelling of a Cyrillic word or name that our schemes give."""
    return frozenset(transliterate(text, scheme) for scheme in _schemes())


def is_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return _CYRILLIC.search(text) is not None


# Latin before accents come off: letters whose mark carries the sound.
_MARKED = str.maketrans({
    "ž": "Z", "š": "S", "ş": "S", "č": "C", "ç": "C", "ŝ": "S", "ğ": "g", "ġ": "g", "ñ": "n", "ë": "e",
    "â": "a", "û": "u", "ä": "a", "ö": "o", "ü": "u", "ū": "u", "è": "e", "ķ": "k", "ṇ": "n", "ô": "o",
    "ù": "u", "ḥ": "h", "ì": "i", "ı": "i",
})  # fmt: skip

# Z, S, C stand for the sounds of ж, ш (щ) and ч from here on.
_SOUNDS = (
    (re.compile(r"schtsch|shch|szcz|shh|SC|Sch"), "S"),
    (re.compile(r"tsch"), "C"),
    (re.compile(r"sch"), "S"),
    (re.compile(r"dzh|dj"), "Z"),
    (re.compile(r"tch|tsch|ch|cz(?=[aeiouy]?k)"), "C"),
    (re.compile(r"sh"), "S"),
    (re.compile(r"zh"), "Z"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ng(?![aeiouy])"), "n"),
    (re.compile(r"cz|ts|tz"), "c"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"q"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ff$"), "v"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"oo"), "u"),
    (re.compile(r"z"), "s"),
    (re.compile(r"['`\"ʹʺ]"), ""),
)
_J_GLIDE = re.compile(r"(?<=[aeiouy])j(?![aeiouy])|(?<=[^aeiouyj])j(?=[aeou])|(?<=i)j")
_HARD_C = re.compile(r"c(?![hzk])")
_FINAL = re.compile(r"[iy]+$")
_IO = re.compile(r"(?<=[^aeiouy])[iy]o|^[iy]o")
_GLIDE = re.compile(r"[iy]+(?=[aeou])|(?<=[aeou])[iy]+")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The key of one word: equal for its spellings in Cyrillic and in any usual Latin transliteration.

    Coarse by design (a glide, s and z, doubled letters do not count): equal keys are a reason to look, not a proof.
    """
    return min(skeletons(word), key=lambda key: ("Z" not in key, key), default="")


@lru_cache(maxsize=100_000)
def skeletons(word: str) -> frozenset[str]:
    """All keys of one word: more than one where a letter may stand for two sounds (Latin j and c, Kazakh ө)."""
    readings = {one for latin in in_latin(word) for one in sounds_of_letters(latin, is_cyrillic(word))}
    return frozenset({_reduce(reading) for reading in readings} - {""})


def in_latin(word: str) -> tuple[str, ...]:
    """The word in small Latin letters, more than once where its own letters have two sounds; S, Z and C are the sounds of ш, ж and ч."""
    return romanizations(word) or _plain_latins(word)


def sounds_of_letters(latin: str, from_cyrillic: bool) -> set[str]:
    """Readings of a word in Latin letters whose j may be ж or й, and whose c may be к or ц."""
    readings = {latin}
    if "j" in latin:
        readings = {_J_GLIDE.sub("y", latin).replace("j", "Z"), latin.replace("j", "y"), latin.replace("j", "Z")}
    if "c" in latin and not from_cyrillic:
        readings |= {_HARD_C.sub("k", reading) for reading in readings}
    return readings


def _plain_latins(word: str) -> tuple[str, ...]:
    """The word in Latin letters; two readings where Kazakh ө stands, which the press writes o or u."""
    latin = _plain_latin(word)
    return (latin, _plain_latin(re.sub("[өӨ]", "у", word))) if "ө" in word.casefold() else (latin,)


def _plain_latin(word: str) -> str:
    lower = word.casefold()
    if _CYRILLIC.search(lower):
        lower = transliterate(fold_text(lower), "press")
    if lower.isascii():
        return lower
    return "".join(char if char in "ZSC" else fold_text(char) for char in lower.translate(_MARKED))


def _reduce(latin: str) -> str:
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    latin = _FINAL.sub("i", latin)
    latin = _IO.sub("e", latin)
    latin = _GLIDE.sub("", latin)
    latin = latin.replace("y", "i")
    return _DOUBLE.sub(r"\1", latin)
