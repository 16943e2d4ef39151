"""Names in, how many of a million people bear them out, from the table we ship. Never counts what an archive holds."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from according.language.givens import is_given
from according.language.transliterate import is_cyrillic, skeletons

_TABLE = Path(__file__).parent / "data" / "names" / "frequency.toml"
_FEMININE_TOO = ("ов", "ев", "ин")
_SURNAME_OF_A_FIRST_NAME = re.compile(r"(?:[оеё]в|[иы]н|[oe]v|in)[аa]?$", re.IGNORECASE)
_RARE_SURNAME = 20.0
_MADE_OF_A_FIRST_NAME = 200.0  # Nurlanov: many families took a grandfather's name
_KNOWN_GIVEN = 1000.0
_RARE_GIVEN = 200.0


@cache
def _shares(kind: str) -> dict[str, float]:
    """By skeleton; the largest band where several names share one."""
    table: dict[str, float] = {}
    for bands in tomllib.loads(_TABLE.read_text(encoding="utf-8"))[kind].values():
        for share, words in bands.items():
            for word in words.split():
                forms = [word, word + "а"] if kind == "surnames" and word.endswith(_FEMININE_TOO) else [word]
                if not is_cyrillic(word) and word.endswith(("ov", "ev", "in")):
                    forms.append(word + "a")
                for key in {key for form in forms for key in skeletons(form)}:
                    table[key] = max(table.get(key, 0.0), float(share))
    return table


def _share(word: str, kind: str) -> float | None:
    table = _shares(kind)
    return max((table[key] for key in skeletons(word) if key in table), default=None)


@lru_cache(maxsize=50_000)
def surname_share(surname: str) -> float:
    """How many of a million people bear this surname (in the nominative, any script); 20 for one we do not list."""
    found = _share(surname, "surnames")
    if found is not None:
        return found
    if "-" in surname:
        return min(surname_share(part) for part in surname.split("-") if part) if surname.strip("-") else _RARE_SURNAME
    stem = _SURNAME_OF_A_FIRST_NAME.sub("", surname)
    return _MADE_OF_A_FIRST_NAME if stem != surname and is_given(stem) else _RARE_SURNAME


@lru_cache(maxsize=50_000)
def given_share(given: str) -> float:
    """How many of a million of their gender bear this first name; 1000 for one we know without its band, 200 for others."""
    found = _share(given, "given")
    if found is not None:
        return found
    return _KNOWN_GIVEN if is_given(given) else _RARE_GIVEN


def is_frequent_surname(surname: str) -> bool:
    """Whether many people bear this surname (in the nominative, any script): it stands in the table."""
    return _share(surname, "surnames") is not None
