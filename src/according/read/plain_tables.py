"""The data files of a language that has no code of its own in, what its grammar looks things up in out. Reads no document."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from according.language.words import has_table, one_of, read_table
from according.read.lexicon import Lexicon, fold_word, get_lexicon

# What a word before does, the strongest first.
MOODS = ("negated", "alleged", "feared", "threatened", "demanded", "expected", "possible")


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words, and beginnings of words ("amenaz*")."""

    words: frozenset[str]
    beginnings: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self.words or (bool(self.beginnings) and word.startswith(self.beginnings))


@dataclass(frozen=True, slots=True)
class PlainTables:
    """What the grammar of a language told by data alone asks beside the lexicon."""

    lexicon: Lexicon
    by: frozenset[str]
    of: frozenset[str]
    object_markers: frozenset[str]
    name_links: frozenset[str]
    subject_after: bool
    moods: dict[str, WordSet]
    general: WordSet
    conditional: frozenset[str]
    adverbs: dict[str, WordSet]
    modals: dict[str, WordSet]
    according: tuple[tuple[str, ...], ...]
    that: frozenset[str]
    unnamed: tuple[tuple[tuple[str, ...], str], ...]  # words, stance
    kinds: dict[str, str]  # noun form -> class, the first of `_CLASSES` that has it
    plurals: frozenset[str]
    place_lead: re.Pattern[str]  # what stands before a name where something happened: "en la ciudad de "


_CLASSES = (
    "courts",
    "offices",
    "authorities",
    "media",
    "documents",
    "organisations",
    "kin",
    "unnamed",
    "groups",
    "people",
)


@cache
def plain_tables(language: str) -> PlainTables:
    """The tables of a language, built once. Raises FileNotFoundError where it has no data."""
    lexicon = get_lexicon(language)
    grammar, cues, stance = (_read(language, name) for name in ("grammar", "cues", "stance"))
    openers, before = cues.get("openers", {}), stance["before"]
    kinds: dict[str, str] = {}
    for name in _CLASSES:
        for form in lexicon.nouns[name]:
            kinds.setdefault(form, name)
    listed = {word for words in _read(language, "nouns").values() for word in words}
    unnamed = [(_split(words), name) for name, rows in cues.get("adverbs", {}).items() for words in rows]
    return PlainTables(
        lexicon=lexicon, by=frozenset(grammar.get("by", ())), of=frozenset(grammar.get("of", ())),
        object_markers=frozenset(grammar.get("object_markers", ())), name_links=frozenset(grammar.get("name_links", ())),
        subject_after=grammar.get("subject_after", False),
        moods={name: _word_set(before.get(name, ())) for name in MOODS}, general=_word_set(before.get("general", ())),
        conditional=frozenset(stance.get("clause", {}).get("conditional", ())),
        adverbs={name: _word_set(words) for name, words in stance.get("adverbs", {}).items()},
        modals={name: _word_set(words) for name, words in stance.get("modals", {}).items()},
        according=tuple(sorted(map(_split, openers.get("according", ())), key=len, reverse=True)),
        that=frozenset(openers.get("that", ())), unnamed=tuple(sorted(unnamed, key=lambda one: (-len(one[0]), one[0]))),
        kinds=kinds, plurals=frozenset(form for form in kinds if form not in listed), place_lead=_place_lead(language),
    )  # fmt: skip


def _read(language: str, name: str) -> dict[str, Any]:
    path = files("according.read").joinpath("data", language, f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _place_lead(language: str) -> re.Pattern[str]:
    leads = read_table(language, "places")["words"]["strong_lead"] if has_table(language, "places") else []
    return re.compile(
        rf"(?<!\w){one_of(leads)}(?:[ \u00a0](?=[^\W\d_])\w+){{0,4}}[ \u00a0]$" if leads else "(?!)", re.IGNORECASE
    )


def _split(words: str) -> tuple[str, ...]:
    return tuple(fold_word(words).split())


def _word_set(words: list[str] | tuple[str, ...]) -> WordSet:
    whole = frozenset(fold_word(word) for word in words if not word.endswith("*"))
    return WordSet(whole, tuple(fold_word(word[:-1]) for word in words if word.endswith("*")))
