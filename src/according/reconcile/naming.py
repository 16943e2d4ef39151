"""Two names in; whether they may stand for one thing, and why, out. What blocks of names are worth comparing."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import permutations

from according.domain.entity import EntityKind
from according.language.givens import canonical_forms
from according.language.name_match import NameMatch, compare_names
from according.language.name_parts import full_words
from according.language.names import Name, parse_name
from according.language.organisations import acronym_keys, compare_organisations, organisation_key, telling_words
from according.language.place_names import compare_places, parse_place
from according.language.word_match import bones
from according.reconcile.vocabulary import bare_words

_SIBILANTS = re.compile(r"[SZCsc]+")


class Fit(IntEnum):
    """How far names alone go."""

    NONE = 0
    NEAR = 1  # a letter or two differ: worth showing only where something else speaks for it
    WEAK = 2  # a proposal for a person; within one document enough where only one fits
    LIKELY = 3  # only vowels differ: joined where something else speaks for it, else proposed
    STRONG = 4


_TWO_IN_ONE = 8  # letters of a word that may be a first name and a surname written as one
_LEAST_PROPOSED = 0.3  # below it a short name of a frequent surname tells nothing


@lru_cache(maxsize=100_000)
def _parsed(text: str) -> Name:
    return parse_name(text)


@lru_cache(maxsize=200_000)
def block_keys(name: str, kind: EntityKind) -> tuple[str, ...]:
    """Keys under which names that may be alike meet inside one document: any word of a person's name, or the whole."""
    if kind is EntityKind.PERSON:
        return tuple(sorted({key for word in full_words(_parsed(name)) for key in _word_keys(word)} - {""}))
    return _whole_keys(name, kind)


@lru_cache(maxsize=200_000)
def full_keys(name: str, kind: EntityKind) -> tuple[str, ...]:
    """Keys across documents: two names that `compare` finds LIKELY or STRONG share one. Of a full name the consonants of each two of its words.

    Empty for a surname alone or with initials: those meet full names by `surname_key` only.
    """
    if kind is not EntityKind.PERSON:
        return _whole_keys(name, kind)
    words = full_words(_parsed(name))
    if len(words) < 2:
        return tuple(f"={key}" for key in _word_keys(words[0])) if words and len(words[0]) >= _TWO_IN_ONE else ()
    keys = {f"={key}" for key in _word_keys("".join(words))}  # "Abdul Aziz", "Abdulaziz"
    for one, other in permutations(words, 2):
        forms = canonical_forms(other)  # "Sasha" under "Alexander" too
        for key in _word_keys(one):
            keys |= {"+".join(sorted((key, second))) for second in _word_keys(other)} | {
                f"{key}/{form}" for form in forms
            }
    return tuple(sorted(keys))


@lru_cache(maxsize=200_000)
def loose_keys(name: str, kind: EntityKind) -> tuple[str, ...]:
    """Keys under which names that differ by a letter or a word meet: the consonants of one word and the first two of another."""
    if kind is not EntityKind.PERSON:
        return _whole_keys(name, kind)
    words = [_word_keys(word) for word in full_words(_parsed(name))]
    pairs = ((one, second) for a, b in permutations(words, 2) for one in a for second in b)
    return tuple(sorted({f"{one}/{second[:2]}" for one, second in pairs if one}))


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """One key of a person's full name over its spellings, schemes and scripts; "" for a short one."""
    parsed = _parsed(name)
    second = parsed.surname or parsed.patronymic
    return "+".join(sorted((_word_keys(parsed.given)[0], _word_keys(second)[0]))) if parsed.given and second else ""


@lru_cache(maxsize=200_000)
def surname_key(name: str, kind: EntityKind) -> tuple[str | None, bool]:
    """The consonants of a person's surname, and whether the name is short (no full given name)."""
    if kind is not EntityKind.PERSON:
        return None, False
    parsed = _parsed(name)
    return (_word_keys(parsed.surname)[0] if parsed.surname else None), not _is_full(name)


@lru_cache(maxsize=100_000)
def _word_keys(word: str) -> tuple[str, ...]:
    """The consonants that every script and scheme writes alike: "Hladyshevskyi" and "Гладышевский", "Çağlar" and "Caglar" share one."""
    return tuple(sorted({_SIBILANTS.sub("s", key).replace("g", "") for key in bones(word)})) or ("",)


def _whole_keys(name: str, kind: EntityKind) -> tuple[str, ...]:
    if kind is EntityKind.GROUP:
        return (bare_words(name) or name.casefold(),)
    if kind is EntityKind.PLACE:
        return tuple(f"={key}" for key in _word_keys(parse_place(name).words))
    words = telling_words(name)
    keys = {f"={key or name}" for key in _word_keys("".join(words))}
    if len(words) > 1:
        keys.add("+".join(sorted(_word_keys(word)[0] for word in words)))
    return tuple(sorted(keys | {f"~{one}" for one in acronym_keys(name)}))


@lru_cache(maxsize=100_000)
def body_key(name: str) -> str:
    """One key for the spellings of an organisation's or a place's name: no legal form, article, hyphen or inner capital."""
    return organisation_key(name)


def compare(a: str, b: str, kind: EntityKind) -> tuple[Fit, tuple[str, ...]]:
    """How far two names go across documents, with the reasons, the kind of likeness first."""
    if kind is EntityKind.GROUP:
        return (Fit.STRONG, ("equal names",)) if bare_words(a) == bare_words(b) else (Fit.NONE, ())
    if kind is EntityKind.PERSON and a == b:
        return (Fit.STRONG, ("equal names",)) if _is_full(a) else (Fit.WEAK, ("short names",))
    match = match_names(a, b, kind)
    fit = _fit(match)
    if fit is Fit.NONE:
        return fit, ()
    return fit, ("equal names" if fit is Fit.STRONG and match.kind == "equal" else match.kind, *match.reasons)


def match_names(a: str, b: str, kind: EntityKind) -> NameMatch:
    """How alike two names of people, organisations or places are, with a score from 0 to 1."""
    if kind is EntityKind.PERSON:
        return _match(a, b)
    return compare_places(a, b) if kind is EntityKind.PLACE else compare_organisations(a, b)


def _fit(match: NameMatch) -> Fit:
    if match.kind in ("different", "given_only"):
        return Fit.NONE
    if match.sure or match.likely:
        return Fit.STRONG if match.sure else Fit.LIKELY
    return Fit.NEAR if match.kind == "near" or match.score < _LEAST_PROPOSED else Fit.WEAK


def fit_within(a: str, b: str, kind: EntityKind) -> Fit:
    """How far two names go inside one document, where a surname, a given name or an acronym alone takes up a full name.

    Two full names that differ by a letter are two here: one text seldom spells one name in two ways.
    """
    if kind is EntityKind.GROUP:
        return compare(a, b, kind)[0]
    match = match_names(a, b, kind)
    if match.sure:
        return Fit.STRONG
    if match.kind in ("different", "near", "slip", "vowels"):
        return Fit.NONE
    if kind is not EntityKind.PERSON:
        return Fit.WEAK if match.kind == "acronym" else Fit.NONE
    if _is_full(a) == _is_full(b) and match.kind in ("initials", "surname_only", "given_only"):
        return Fit.NONE
    return Fit.WEAK


def _is_full(name: str) -> bool:
    parsed = _parsed(name)
    return bool(parsed.surname and parsed.given) or bool(parsed.given and parsed.patronymic)


@lru_cache(maxsize=200_000)
def _match(a: str, b: str) -> NameMatch:
    return compare_names(_parsed(a), _parsed(b))
