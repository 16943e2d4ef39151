"""Two names in; whether they may stand for one thing, and why, out. What blocks of names are worth comparing."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from according.domain.entity import EntityKind
from according.language.fold import fold_text
from according.language.givens import canonical_forms
from according.language.names import Name, NameMatch, compare_names, parse_name
from according.language.transliterate import is_cyrillic, skeleton
from according.reconcile.vocabulary import bare_words, words_of

_SAME = frozenset({"equal", "spelling", "transliteration"})
_VOWELS = re.compile(r"[aeiou]+")
_LEGAL_FORMS = frozenset(
    [
        "llp",
        "llc",
        "ltd",
        "jsc",
        "plc",
        "inc",
        "co",
        "corp",
        "company",
        "gmbh",
        "ag",
        "sa",
        "spa",
        "ooo",
        "oao",
        "zao",
        "pao",
        "too",
        "ao",
        "nk",
        "рд",
        "ооо",
        "оао",
        "зао",
        "пао",
        "тоо",
        "ао",
        "нк",
        "llp",
    ]
)


class Fit(IntEnum):
    """How far names alone go."""

    NONE = 0
    WEAK = 1  # a proposal for a person; within one document enough where only one fits
    STRONG = 2


@lru_cache(maxsize=100_000)
def _parsed(text: str) -> Name:
    return parse_name(text)


@lru_cache(maxsize=200_000)
def block_keys(name: str, kind: EntityKind) -> tuple[str, ...]:
    """Keys under which names that may be alike meet inside one document: any part of a person's name, or the whole."""
    if kind is EntityKind.PERSON:
        parsed = _parsed(name)
        return tuple(sorted({_consonants(part) for part in (parsed.surname, parsed.given) if part} - {""}))
    return _whole_key(name, kind)


@lru_cache(maxsize=200_000)
def full_keys(name: str, kind: EntityKind) -> tuple[str, ...]:
    """Keys across documents for full names: the consonants of the surname and the first of the given name, in either order.

    Empty for a surname alone or with initials: those meet full names by `surname_key` only.
    """
    if kind is not EntityKind.PERSON:
        return _whole_key(name, kind)
    parsed = _parsed(name)
    if not parsed.surname or not parsed.given:
        return ()
    surname, given = _consonants(parsed.surname), _consonants(parsed.given)
    forms = [f"{surname}/{number}" for number in canonical_forms(parsed.given)]  # "Sasha" under "Alexander"
    return tuple(sorted({f"{surname}/{given[:1]}", f"{given}/{surname[:1]}", *forms}))


@lru_cache(maxsize=200_000)
def surname_key(name: str, kind: EntityKind) -> tuple[str | None, bool]:
    """The consonants of a person's surname, and whether the name is short (no full given name)."""
    if kind is not EntityKind.PERSON:
        return None, False
    parsed = _parsed(name)
    return (_consonants(parsed.surname) if parsed.surname else None), not _is_full(name)


def _whole_key(name: str, kind: EntityKind) -> tuple[str, ...]:
    if kind is EntityKind.GROUP:
        return (bare_words(name) or name.casefold(),)
    key = _VOWELS.sub("", body_key(name))
    return (key,) if key else ()


@lru_cache(maxsize=100_000)
def body_key(name: str) -> str:
    """One key for the spellings of an organisation's or a place's name: no legal form, article, hyphen or inner capital."""
    words = [word for word in words_of(name) if word not in _LEGAL_FORMS] or [fold_text(name)]
    return skeleton(re.sub(r"[^\w]", "", "".join(words)))


def _consonants(part: str) -> str:
    return _VOWELS.sub("", skeleton(part).replace("-", ""))


def compare(a: str, b: str, kind: EntityKind) -> tuple[Fit, tuple[str, ...]]:
    """How far two names go across documents, with the reasons, the kind of likeness first."""
    if kind is EntityKind.PERSON:
        return _compare_people(a, b)
    if kind is EntityKind.GROUP:
        return (Fit.STRONG, ("equal names",)) if bare_words(a) == bare_words(b) else (Fit.NONE, ())
    if body_key(a) != body_key(b):
        return Fit.NONE, ()
    if fold_text(a) == fold_text(b):
        return Fit.STRONG, ("equal names",)
    return Fit.STRONG, ("transliteration" if is_cyrillic(a) != is_cyrillic(b) else "spelling",)


def fit_within(a: str, b: str, kind: EntityKind) -> Fit:
    """How far two names go inside one document, where a surname or a given name alone takes up a full name."""
    if kind is not EntityKind.PERSON:
        return compare(a, b, kind)[0]
    match = _match(a, b)
    if match.kind == "different":
        return Fit.NONE
    if match.kind in _SAME and _is_full(a) and _is_full(b):
        return Fit.STRONG
    if _is_full(a) == _is_full(b) and match.kind not in _SAME:
        return Fit.NONE
    return Fit.WEAK


def _compare_people(a: str, b: str) -> tuple[Fit, tuple[str, ...]]:
    full = _is_full(a) and _is_full(b)
    if a == b:
        return (Fit.STRONG if full else Fit.WEAK), ("equal names" if full else "short names",)
    match = _match(a, b)
    if match.kind == "different" or match.score < 0.3:
        return Fit.NONE, ()
    if match.kind in _SAME and full:
        # A letter of difference in the consonants makes another family: Belova is not Bekova.
        if _consonant_sets(a) == _consonant_sets(b) or "forms of one given name" in match.reasons:
            first = "equal names" if match.kind == "equal" else match.kind
            return Fit.STRONG, (first, *match.reasons)
        return Fit.WEAK, (match.kind, *match.reasons)
    return Fit.WEAK, (match.kind, *match.reasons)


def _consonant_sets(name: str) -> frozenset[str]:
    parsed = _parsed(name)
    return frozenset(_consonants(part) for part in (parsed.given, parsed.surname) if part)


def _is_full(name: str) -> bool:
    parsed = _parsed(name)
    return bool(parsed.given and parsed.surname)


@lru_cache(maxsize=200_000)
def _match(a: str, b: str) -> NameMatch:
    return compare_names(_parsed(a), _parsed(b))
