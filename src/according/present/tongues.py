"""Words in, the language tag they should be read aloud in out. Tells scripts apart; guesses no language it cannot know."""

from __future__ import annotations

import re

_CYRILLIC = re.compile(r"[Ѐ-ӿ](?:[Ѐ-ӿ\s.,'’«»\"–—-]*[Ѐ-ӿ])?")
_KAZAKH = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ\s.,'’\"–—-]*[A-Za-zÀ-ɏ])?")
_ARABIC = re.compile(r"[\u0590-\u08ff](?:[\u0590-\u08ff\s.,'’–—-]*[\u0590-\u08ff])?")
_CYRILLIC_LANGUAGES = frozenset({"ru", "kk", "uk", "be", "ky", "bg", "mn", "tg", "tt", "sr", "mk"})
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ug", "ps", "yi"})


def foreign_runs(text: str, language: str | None) -> list[tuple[int, int, str]]:
    """Runs written in another script than the language's own: start, end, language tag."""
    if text.isascii() and language not in _CYRILLIC_LANGUAGES:
        return []
    runs = [(m.start(), m.end(), "und-Arab") for m in _ARABIC.finditer(text)] if language not in _RIGHT_TO_LEFT else []
    if language in _CYRILLIC_LANGUAGES:
        runs += [(m.start(), m.end(), "und-Latn") for m in _LATIN.finditer(text)]
    else:
        runs += [(m.start(), m.end(), cyrillic_tag(m.group())) for m in _CYRILLIC.finditer(text)]
    return sorted(runs)


def cyrillic_tag(text: str) -> str:
    """Language tag of Cyrillic words of unstated language: Kazakh by its own letters, else only the script."""
    return "kk" if _KAZAKH.search(text) else "und-Cyrl"


def tag_of(text: str, language: str | None, page: str = "en") -> str | None:
    """The `lang` these words need on a page of language `page`; None when they need none."""
    if language and language != page:
        return language
    runs = foreign_runs(text, page)
    if runs and sum(end - start for start, end, _ in runs) * 2 > sum(map(str.isalpha, text)):
        return runs[0][2]
    return None


def is_right_to_left(language: str | None) -> bool:
    """Whether the language is written from right to left."""
    return (language or "").split("-")[0] in _RIGHT_TO_LEFT or (language or "").endswith("-Arab")
