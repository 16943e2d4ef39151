"""Two names of organisations in, how alike they are and why out: legal forms, acronyms, inner capitals, numbers. Never translates a name.

A word left over on either side makes another body: a branch, a department, a namesake elsewhere. So does another number.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from according.language.fold import fold_text
from according.language.lists import name_words
from according.language.name_match import NameMatch
from according.language.numbers import number_words
from according.language.spelling import are_spellings_of_a_body
from according.language.transliterate import is_cyrillic, skeleton, skeletons
from according.language.word_match import KINDS, SPELLINGS, Alike, compare_words, letters_apart

_DATA = Path(__file__).parent / "data" / "names" / "legal_forms.toml"
_CLASSES = ("share_company", "limited", "state", "other")
_STOPS = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?)")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+(?:st|nd|rd|th)?")
_PARENTHESIS = re.compile(r"\(([^()]+)\)")
_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_ACRONYM = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІЇЄ]{3,7}")
_APOSTROPHE = re.compile(r"['’ʼ]")
_ROMAN_NUMBERS = frozenset(
    [
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XX",
        "XXI",
    ]
)
_ENGLISH_OR_RUSSIAN = ("en", "ru")
_MOST_EDITS = 2
_TENS = frozenset(str(number) for number in range(20, 100, 10))


@dataclass(frozen=True, slots=True)
class _Forms:
    """Words of legal forms, folded: each phrase with its class, longest first."""

    phrases: tuple[tuple[tuple[str, ...], str], ...]
    ignorable: frozenset[str]  # single words a name may leave out anywhere
    same_word: dict[str, str]


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The words of one name. `core`: without legal form, articles and joining words; numbers as digits."""

    core: tuple[str, ...]
    initials: tuple[str, ...]  # words as written, split at inner capitals, whose first letters may make an acronym
    numbers: tuple[str, ...]
    form: str | None  # class of its legal form: share_company, limited, state
    acronym: str | None  # the name is one, or gives one in brackets


@cache
def _forms() -> _Forms:
    raw: dict[str, Any] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    phrases = [
        (tuple(fold_text(phrase).split()), name)
        for name in _CLASSES
        for listed in raw[name].values()
        for phrase in listed
    ]
    phrases.sort(key=lambda item: (-len(item[0]), item))
    words = fold_text(raw["same_word"]["pairs"]).split()
    same = dict(zip(words[::2], words[1::2], strict=True))
    return _Forms(tuple(phrases), frozenset(phrase[0] for phrase, name in phrases if len(phrase) == 1), same)


@cache
def _joins() -> frozenset[str]:
    words = {"the", "a", "an", "and", "und", "et", "y", "и", "і", "of", "for", "von", "de", "no", "n", "№"}
    return frozenset(words.union(*(name_words(language).joins for language in _ENGLISH_OR_RUSSIAN)))


@cache
def _number_words() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in _ENGLISH_OR_RUSSIAN:
        words = number_words(language)
        found |= {fold_text(word): str(number) for word, number in {**words.ordinal, **words.small}.items()}
    return found


@lru_cache(maxsize=100_000)
def parse_organisation(text: str) -> OrganisationName:
    """The parts of the name of a company, union, court or other body, in any letters."""
    plain = _STOPS.sub(lambda found: found[1].replace(".", ""), text)
    acronym = None
    for inside in _PARENTHESIS.findall(plain):
        if _ACRONYM.fullmatch(inside.strip()):
            acronym = inside.strip()
            plain = plain.replace(f"({inside})", " ")
    tokens = _TOKEN.findall(plain.replace("&", " and "))
    folded = [_forms().same_word.get(one, one) for one in map(fold_text, tokens)]
    start, end, form = _strip_forms(folded)
    tokens, folded = tokens[start:end], folded[start:end]
    core: list[str] = []
    initials: list[str] = []
    for token, word in zip(tokens, folded, strict=True):
        if word in _joins():
            continue
        number = _number_of(token, word)
        if number and len(number) == 1 and core and core[-1] in _TENS:
            number = str(int(core.pop()) + int(number))  # forty-four
        core.append(number or _APOSTROPHE.sub("", word))
        initials += [token] if number else [part for part in _INNER_CAPITAL.split(token) if part]
    if acronym is None and len(tokens) == 1 and _ACRONYM.fullmatch(tokens[0]):
        acronym = tokens[0]
    numbers = tuple(sorted(word for word in core if word.isdecimal()))
    return OrganisationName(tuple(core or folded), tuple(initials), numbers, form, acronym)


def _strip_forms(words: list[str]) -> tuple[int, int, str | None]:
    """Where the name begins and ends without its legal forms, and their class; a name that is nothing but a form stays."""
    start, end = 0, len(words)
    found: list[str] = []
    again = True
    while again:
        again = False
        for phrase, name in _forms().phrases:
            size = len(phrase)
            if size >= end - start:
                continue
            if tuple(words[end - size : end]) == phrase:
                end -= size
            elif tuple(words[start : start + size]) == phrase:
                start += size
            else:
                continue
            found.append(name)
            again = True
            break
    return start, end, next((name for name in found if name != "other"), None)


def _number_of(token: str, word: str) -> str | None:
    if word.isdecimal():
        return word.lstrip("0") or "0"
    if token in _ROMAN_NUMBERS:
        return str(_roman(token))
    return _number_words().get(word)


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[char] for char in text]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


@lru_cache(maxsize=100_000)
def organisation_key(text: str) -> str:
    """One key for the spellings of a name: no legal form, article, hyphen or inner capital; numbers stay."""
    return skeleton("".join(parse_organisation(text).core))


@lru_cache(maxsize=100_000)
def telling_words(text: str) -> tuple[str, ...]:
    """The words of a name that no spelling of it leaves out, folded."""
    core = parse_organisation(text).core
    return tuple(word for word in core if word not in _forms().ignorable) or core


def acronym_keys(text: str) -> tuple[str, ...]:
    """Keys under which an acronym and the names it may stand for meet: the sounds of its letters. Empty for names of one or two words."""
    name = parse_organisation(text)
    letters = [tuple(name.acronym)] if name.acronym else []
    if len(name.initials) >= 3:
        letters.append(tuple(word[0] for word in name.initials))
    return tuple(sorted({"".join(_sound(letter) for letter in one) for one in letters}))


def _sound(letter: str) -> str:
    return min((key[:1] for key in skeletons(letter)), default=letter.lower())


@lru_cache(maxsize=200_000)
def compare_organisations(a: str, b: str) -> NameMatch:
    """How alike two names of bodies are; the same for `b` and `a`."""
    left, right = sorted((a, b))
    one, other = parse_organisation(left), parse_organisation(right)
    if one.numbers != other.numbers:
        same_words = [word for word in one.core if not word.isdecimal()] == [
            word for word in other.core if not word.isdecimal()
        ]
        return NameMatch(0.3 if same_words and one.numbers and other.numbers else 0.0, "different", ("numbers differ",))
    if one.form and other.form and one.form != other.form:
        return _less_sure(_compare_cores(left, right, one, other), "legal forms differ")
    return _compare_cores(left, right, one, other)


def _less_sure(match: NameMatch, reason: str) -> NameMatch:
    return (
        match if match.kind == "different" else NameMatch(min(match.score, 0.7), match.kind, (*match.reasons, reason))
    )


def _compare_cores(left: str, right: str, one: OrganisationName, other: OrganisationName) -> NameMatch:
    crossing = is_cyrillic(left) != is_cyrillic(right)
    if one.core == other.core:
        return NameMatch(1.0, "equal", (), True)
    if are_spellings_of_a_body("".join(one.core), "".join(other.core)):
        return NameMatch(0.95, "transliteration" if crossing else "spelling", (), True)
    if _is_acronym_of(one, other) or _is_acronym_of(other, one):
        return NameMatch(0.75, "acronym", ("an acronym of the other name",))
    pairs, rest, other_rest = _pair(list(one.core), list(other.core))
    misspelt = [word for word in (*rest, *other_rest) if word not in _forms().ignorable]
    rest = [word for word in rest if not _may_be_left_out(word)]
    other_rest = [word for word in other_rest if not _may_be_left_out(word)]
    if rest or other_rest or not pairs:
        return NameMatch(_faint(pairs, rest, other_rest), "different", ("a word of the name differs",))
    edits = sum(alike.edits for alike in pairs)
    if edits > _MOST_EDITS or sum(map(len, one.core)) < 5 + edits:
        return NameMatch(0.0, "different", ("names differ",))
    worst = max((alike.kind for alike in pairs), key=KINDS.index)
    score = 1.0
    for alike in pairs:
        score *= alike.score
    if worst in SPELLINGS:
        return NameMatch(round(max(score, 0.85), 3), worst if worst != "equal" else "spelling", (), not misspelt)
    reason = f"names differ by {edits} letter(s)" if edits else "a word of the name is another form"
    return NameMatch(round(min(score, 0.82), 3), worst, (reason,))


def _faint(pairs: list[Alike], rest: list[str], other: list[str]) -> float:
    """The score of two names that are not one, up to 0.3: the fewer letters of their other words differ, the higher."""
    if not pairs or len(rest) != len(other):
        return 0.0
    apart = sum(min(letters_apart(one, two) for two in other) for one in rest) + sum(alike.edits for alike in pairs)
    return round(max(0.0, 0.3 - 0.03 * apart), 3)


@lru_cache(maxsize=10_000)
def _may_be_left_out(word: str) -> bool:
    """Whether a word is a legal form, also with a slip of the hand where it is long."""
    forms = _forms().ignorable
    return word in forms or (len(word) > 8 and any(len(one) > 8 and compare_words(word, one) for one in forms))


def _pair(a: list[str], b: list[str]) -> tuple[list[Alike], list[str], list[str]]:
    """The best pairs of words, and what is left over on either side."""
    found = []
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            alike = (
                Alike("equal", 1.0)
                if one == other
                else None
                if one.isdecimal() or other.isdecimal()
                else compare_words(one, other)
            )
            if alike is not None and alike.kind != "form":
                found.append((-alike.score, abs(i - j), i, j, alike))
    pairs: list[Alike] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for _, _, i, j, alike in sorted(found, key=lambda item: item[:4]):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            pairs.append(alike)
    return pairs, [w for i, w in enumerate(a) if i not in taken_a], [w for j, w in enumerate(b) if j not in taken_b]


def _is_acronym_of(short: OrganisationName, long: OrganisationName) -> bool:
    """Whether one word of `short` in capitals is the first letters of words of `long`, and the other words agree."""
    if short.acronym and long.acronym and fold_text(short.acronym) == fold_text(long.acronym):
        return True
    for place, word in enumerate(short.initials):
        if not _ACRONYM.fullmatch(word):
            continue
        size = len(word)
        for start in range(len(long.initials) - size + 1):
            run = long.initials[start : start + size]
            if len(short.initials) == 1 and size != len(long.initials):
                continue
            if all(_sounds(letter) & _sounds(full[0]) for letter, full in zip(word, run, strict=True)):
                rest = [fold_text(one) for one in (*long.initials[:start], *long.initials[start + size :])]
                others = [fold_text(one) for one in (*short.initials[:place], *short.initials[place + 1 :])]
                _, left, over = _pair(rest, others)
                if not left and not over:
                    return True
    return False


@lru_cache(maxsize=1000)
def _sounds(letter: str) -> frozenset[str]:
    return frozenset(key[:1] for key in skeletons(letter)) or frozenset(letter.lower())
