"""Text in, the stems that are searched by out, each with its place. The one analyser of index and query alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer

from according.language.fold import fold

_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LANGUAGES = {
    "en": "english", "fr": "french", "de": "german", "es": "spanish", "it": "italian", "pt": "portuguese",
    "nl": "dutch", "tr": "turkish", "sv": "swedish", "no": "norwegian", "da": "danish", "fi": "finnish",
    "hu": "hungarian", "ro": "romanian",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One searchable word: its stem and where it stands in the original text."""

    stem: str
    start: int
    end: int


def tokens(text: str, language: str | None = None) -> list[Token]:
    """The words of `text` in order, folded and stemmed.

    Cyrillic words always take the Russian stemmer (also Kazakh and Ukrainian ones: the same for text and query);
    other words the stemmer of `language` (ISO 639-1), English where that is None or unknown.
    """
    folded = fold(text)
    offsets = folded.offsets
    algorithm = _LANGUAGES.get(language or "en", "english")
    return [
        Token(stem_word(match.group(), algorithm), offsets[match.start()], offsets[match.end()])
        for match in _WORD.finditer(folded.text)
    ]


@lru_cache(maxsize=200_000)
def stem_word(word: str, algorithm: str = "english") -> str:
    """The stem of one folded word. `algorithm` is a Snowball name, used for words outside Cyrillic."""
    if _CYRILLIC.search(word):
        algorithm = "russian"
    elif word.endswith("'s"):
        word = word[:-2]
    stem: str = _stemmer(algorithm).stemWord(word)
    return stem


@cache
def _stemmer(algorithm: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(algorithm)
