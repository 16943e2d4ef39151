"""Words in, what the shipped name lists know of them out: first names, genders, titles, surnames that are words."""

from __future__ import annotations

import gzip
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from according.language.fold import fold_text
from according.language.spelling import spelling_keys
from according.language.transliterate import is_cyrillic, skeletons

_DATA = Path(__file__).parent / "data" / "names"


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Words around a name, folded."""

    honorifics: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    after: frozenset[str]
    particles: frozenset[str]
    patronymic_words: frozenset[str]
    patronymic_endings: tuple[str, ...]  # longest first
    turkic_endings: frozenset[str]
    endings_after_first_names: frozenset[str]
    son_of: frozenset[str]  # particles: bin, ibn
    articles: tuple[str, ...]  # written as part of the word after them

    def patronymic_ending(self, bare: str) -> str | None:
        """The patronymic ending of a folded word of at least six letters, or None."""
        if len(bare) < 6:
            return None
        for ending in self.patronymic_endings:
            if bare.endswith(ending) and (ending not in self.turkic_endings or len(bare) > len(ending) + 2):
                return ending
        return next(
            (one for one in self.endings_after_first_names if bare.endswith(one) and is_given(bare.removesuffix(one))),
            None,
        )


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


def _words(text: str) -> frozenset[str]:
    return frozenset(fold_text(word) for word in text.split())


@cache
def title_words() -> TitleWords:
    """The words of titles.toml."""
    raw = _load("titles.toml")
    endings = _words(raw["patronymic_endings"])
    return TitleWords(
        _words(raw["honorifics"]), _words(raw["feminine"]), _words(raw["masculine"]), _words(raw["initials_after"]),
        _words(raw["particles"]), _words(raw["patronymic_words"]), tuple(sorted(endings, key=lambda one: (-len(one), one))),
        _words(raw["turkic_endings"]), _words(raw["endings_after_first_names"]), _words(raw["son_of"]), tuple(raw["articles"].split()),
    )  # fmt: skip


@cache
def _given_names() -> tuple[dict[str, str], dict[str, str]]:
    """Folded spelling to genders ("f", "m", "fm"), and the same by skeleton for names first listed in Cyrillic."""
    spelled: dict[str, set[str]] = {}
    by_key: dict[str, set[str]] = {}
    for language, table in _load("given.toml").items():
        if language == "short":
            continue
        for gender in ("male", "female"):
            for word in table[gender].split():
                spelled.setdefault(fold_text(word), set()).add(gender[0])
                if is_cyrillic(word) or language == "east":
                    for key in skeletons(word):
                        by_key.setdefault(key, set()).add(gender[0])
    flat = _flat(spelled)
    for line in gzip.decompress((_DATA / "given_latin.tsv.gz").read_bytes()).decode().splitlines():
        word, genders = line.split("\t")
        flat.setdefault(word, genders)
    return flat, _flat(by_key)


def _flat(table: dict[str, set[str]]) -> dict[str, str]:
    return {word: "".join(sorted(genders)) for word, genders in table.items()}


@lru_cache(maxsize=50_000)
def genders_of_given(word: str) -> str:
    """ "f", "m", "fm", or "" when the word is no first name we know (in the nominative, any script)."""
    spelled, by_key = _given_names()
    folded = fold_text(word)
    if folded in spelled:
        return spelled[folded]
    if "-" in folded:
        return genders_of_given(folded.split("-")[0])
    if len(folded) < 4:
        return ""
    for key in skeletons(folded):
        if len(key) >= 4 and key in by_key:
            return by_key[key]
    return ""


def listed_genders(word: str) -> str:
    """As `genders_of_given`, for exactly this spelling."""
    return _given_names()[0].get(fold_text(word), "")


def is_given(word: str) -> bool:
    """Whether the word is a first name we know."""
    return genders_of_given(word) != ""


def gender_of_given(word: str) -> str | None:
    """ "f" or "m" where a first name tells, else None."""
    genders = genders_of_given(word)
    return genders if len(genders) == 1 else None


@cache
def _forms() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, group in enumerate(_load("given.toml")["short"]["groups"]):
        for word in group.split():
            for key in spelling_keys(word):
                table.setdefault(key, set()).add(number)
    return {key: frozenset(numbers) for key, numbers in table.items()}


@lru_cache(maxsize=50_000)
def canonical_forms(word: str) -> frozenset[int]:
    """Numbers of the groups of short and other forms ("Max", "Maxim") a first name belongs to."""
    forms = _forms()
    return frozenset().union(*(forms.get(key, frozenset()) for key in spelling_keys(word)))


def names_of_form(word: str) -> tuple[str, ...]:
    """The full names a short form may stand for: of "Sasha" Александр and Александра."""
    groups = _load("given.toml")["short"]["groups"]
    return tuple(groups[number].split()[0] for number in sorted(canonical_forms(word)))


@cache
def _words_that_are_surnames() -> frozenset[str]:
    raw = _load("surnames.toml")["en"]
    return _words(raw["words"]) | _words(raw["words_ru"])


def is_common_word(word: str) -> bool:
    """Whether a surname is also an everyday English or Russian word ("Green", "Мороз")."""
    return fold_text(word) in _words_that_are_surnames()
