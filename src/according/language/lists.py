"""Kinds of words out of the shipped lists: organisations, roles, words that are no names. Read once, never changed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from according.language.fold import fold_text

_DATA = Path(__file__).parent / "data" / "names"


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded words that tell what a capitalised run is, for one language."""

    organisation_heads: frozenset[str]
    media: frozenset[str]
    legal_forms: frozenset[str]
    joins: frozenset[str]  # small words inside the name of an organisation
    titles: frozenset[str]  # roles that stand before a name
    feminine: frozenset[str]
    masculine: frozenset[str]
    function_words: frozenset[str]  # capitalised only because a sentence begins
    places: frozenset[str]
    peoples: frozenset[str]  # "Russian", "Muslim"
    common: frozenset[str]  # nouns and adjectives of institutions, streets, laws
    no_acronyms: frozenset[str]


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


def _words(table: dict[str, str], key: str) -> frozenset[str]:
    return frozenset(fold_text(word) for word in table.get(key, "").split())


@cache
def name_words(language: str) -> NameWords:
    """The words for "en" or "ru". Raises KeyError for a language without lists."""
    organisations, roles = _load("organisations.toml")[language], _load("roles.toml")[language]
    others = _load("not_names.toml")[language]
    return NameWords(
        organisation_heads=_words(organisations, "heads"),
        media=_words(organisations, "media"),
        legal_forms=_words(organisations, "legal_forms"),
        joins=_words(organisations, "joins"),
        titles=_words(roles, "titles") | _words(roles, "abbreviated"),
        feminine=_words(roles, "feminine"),
        masculine=_words(roles, "masculine"),
        function_words=_words(others, "words"),
        places=_words(others, "places"),
        peoples=_words(others, "peoples"),
        common=_words(others, "nouns"),
        no_acronyms=frozenset(organisations.get("acronyms_not", "").split()),
    )


@cache
def phrase_words(language: str, key: str) -> frozenset[str]:
    """A list of phrases.toml as it stands there. Raises KeyError for a list we have not."""
    return frozenset(_load("phrases.toml")[language][key].split())
