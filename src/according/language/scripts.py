"""Text in, its script and most likely language out; None where the words do not tell. Never guesses from one word."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Any

from according.language.words import read_table

_SCRIPT_RANGES = (
    ("Latn", r"A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ"), ("Cyrl", r"Ѐ-ӿԀ-ԯᲀ-᲏ⷠ-ⷿꙀ-ꚟ"), ("Arab", r"؀-ۿݐ-ݿﭐ-﷿ﹰ-ﻼ"), ("Grek", r"Ͱ-Ͽἀ-῿"),
    ("Hebr", r"֐-׿"), ("Armn", r"԰-֏"), ("Geor", r"Ⴀ-ჿᲐ-Ჿ"), ("Hani", r"㐀-䶿一-鿿"), ("Kana", r"぀-ヿ"),
    ("Hang", r"가-힣ᄀ-ᇿ"), ("Deva", r"ऀ-ॿ"), ("Thai", r"฀-๿"),
)  # fmt: skip
_RUNS = tuple((name, re.compile(f"[{chars}]+")) for name, chars in _SCRIPT_RANGES)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_SAMPLE = 20_000  # code points: the first pages tell as much as the whole


def script_of(text: str) -> str:
    """The ISO 15924 code of the script most letters are in; "Zyyy" (common) for a text without letters."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return "Latn" if any(char.isalpha() for char in sample) else "Zyyy"
    counts = {name: sum(len(run) for run in pattern.findall(sample)) for name, pattern in _RUNS}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "Zyyy"


@lru_cache(maxsize=1)
def _profiles() -> dict[str, dict[str, Any]]:
    return {row["code"]: row for row in read_table("any", "languages")["language"]}


@lru_cache(maxsize=1)
def _words_by_language() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, row in _profiles().items():
        for word in row["words"]:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language, told by script, letters only one language has, and function words; None where nothing tells."""
    sample = text[:_SAMPLE]
    script = script_of(sample)
    scores: defaultdict[str, float] = defaultdict(float)
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(sample)]
    by_word = _words_by_language()
    present = set("".join(words))
    for word in words:
        for code in by_word.get(word, ()):
            scores[code] += 1 / len(by_word[word])
    for code, row in _profiles().items():
        if row["script"] != script:
            scores.pop(code, None)
            continue
        letters = row.get("letters", "")
        # A letter that only this language has says more than a word that others share; capped, for foreign names carry such letters too.
        told = not present.isdisjoint(letters)
        lead = sum(1 for word in words if any(char in letters for char in word)) if told else 0
        scores[code] += min(lead, 0.2 * len(words) + 1)
    if not scores or not words:
        return None
    (best, score), *rest = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    runner_up = rest[0][1] if rest else 0.0
    if score <= 0 or score == runner_up or (len(words) >= 8 and score < 0.04 * len(words)):
        return _profiles_default(script) if len(words) >= 1 and score <= 0 else (best if score > runner_up else None)
    return best


def _profiles_default(script: str) -> str | None:
    """The language to suppose for a script where no function word was seen: only where one language has the script to itself here."""
    return {"Grek": "el", "Hebr": "he", "Armn": "hy", "Geor": "ka", "Hang": "ko", "Kana": "ja"}.get(script)
