"""Number words and digits in, numbers out. Never reads what is counted, never rounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from according.language.words import LANGUAGES, one_of, read_table

# Digits with their group marks: 1,400 · 1 400 · 1.400.000 is left to the decimal rule (one dot is a decimal point in English).
DIGITS = r"\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,3}(?:[\u00a0\u202f\u2009' ]\d{3})+(?!\d)|\d{1,12}(?:[.,]\d{1,3})?(?![\d])"
# The same where the full stop groups and the comma is decimal: 1.400 · 2,5.
_DIGITS_BY_STOP = (
    r"\d{1,3}(?:\.\d{3})+(?![\d.]\d|\d)|\d{1,3}(?:[\u00a0\u202f\u2009' ]\d{3})+(?!\d)|\d{1,12}(?:,\d{1,3})?(?![\d])"
)
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009']")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_SPLIT = re.compile(r"[\s\-‑–]+")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language."""

    small: dict[str, int]
    scale: dict[str, int]
    digit_scale: dict[str, int]
    ordinal: dict[str, int]
    joiners: frozenset[str]
    articles: frozenset[str]
    pattern: str  # regex of a run of number words, not grouped by name
    scale_pattern: str
    digits: str = DIGITS  # regex of digits with the marks of the language
    group: str = ","  # the mark between groups of three digits


@cache
def number_words(language: str) -> NumberWords:
    """The words of `language` (English where we have none)."""
    code = language if language in LANGUAGES else "en"
    table: dict[str, Any] = read_table(code, "numbers")
    small, scale = table["small"], table["scale"]
    joiners, articles = table["joiners"]["words"], table["joiners"]["article"]
    word = one_of([*small, *scale])
    link = r"[ \t\u00a0\-‑]{1,2}"
    join = f"(?:{one_of(joiners)} )?" if joiners else ""
    lead = f"(?:{one_of(articles)} (?={one_of(scale)}))?" if articles else ""
    run = rf"{lead}(?<![^\W_]){word}(?![^\W_])(?:{link}{join}{word}(?![^\W_])){{0,8}}"
    return NumberWords(
        small,
        scale,
        table["digit_scale"],
        table["ordinal"],
        frozenset(joiners),
        frozenset(articles),
        run,
        one_of(table["digit_scale"]),
        *((_DIGITS_BY_STOP, ".") if table.get("marks", {}).get("group") == "." else ()),
    )


def parse_number(words: str, language: str) -> float | int | None:
    """The number that digits, words or both say ("twenty-one", "1,400", "13.5 million", "двадцать один"); None where they say none."""
    known = number_words(language)
    text = words.strip().casefold()
    if not text:
        return None
    digits = re.match(known.digits, text)
    if digits:
        number = parse_digits(digits[0], known.group)
        rest = text[digits.end() :].strip(" -\u00a0.")
        if not rest:
            return number
        scale = known.digit_scale.get(rest)
        return _whole(number * scale) if scale else None
    return _parse_words([part for part in _SPLIT.split(text) if part], known)


def parse_digits(text: str, group: str = ",") -> float | int:
    """Digits with group marks or one decimal mark. "1,400" is 1400, "2,5" is 2.5, "1 400" is 1400; with "." for groups "1.400" is 1400."""
    compact = _SPACES.sub("", text)
    if group == ".":
        return _whole(float(compact.replace(".", "").replace(",", ".")))
    if _GROUPED.fullmatch(compact):
        return int(compact.replace(",", ""))
    return _whole(float(compact.replace(",", ".")))


def _whole(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


def _parse_words(parts: list[str], known: NumberWords) -> int | None:
    """Sums small numbers, multiplies by scales; a smaller scale before a larger one multiplies with it (two hundred thousand)."""
    total, current, seen = 0, 0, False
    for part in parts:
        if part in known.joiners or (part in known.articles and not seen):
            continue
        if part in known.small:
            current += known.small[part]
        elif part in known.scale:
            scale = known.scale[part]
            if scale >= 1000:
                total += (current or 1) * scale
                current = 0
            else:
                current = (current or 1) * scale
        elif part in known.ordinal and not seen:
            current += known.ordinal[part]
        else:
            return None
        seen = True
    return total + current if seen else None
