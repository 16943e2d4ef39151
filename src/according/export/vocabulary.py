"""A name in, the class it belongs to in other people's formats out. The words are data (`data/words.toml`), read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['.’][^\W\d_]+)*")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("according.export").joinpath("data", "words.toml").read_text(encoding="utf-8"))


@cache
def _group(name: str) -> frozenset[str]:
    return frozenset(word.replace("ё", "е") for word in _words()[name]["words"])


def _fold(name: str) -> list[str]:
    return [word.casefold().replace("ё", "е").replace("’", "'") for word in _WORD.findall(name)]


def is_company(name: str) -> bool:
    """Whether a word of the name, such as its legal form, makes it a company."""
    return not _group("company").isdisjoint(_fold(name))


def is_public_body(name: str) -> bool:
    """Whether a word of the name makes it a body of the state."""
    return not _group("public_body").isdisjoint(_fold(name))


def is_home(name: str, kind: str | None = None) -> bool:
    """Whether the place may be where somebody lives: a word for a home, or a street with a number ("12 Lantern Yard")."""
    words = _fold(name)
    if kind in ("settlement", "capital", "region", "country"):
        return False
    if not _group("home").isdisjoint(words):
        return True
    is_street = kind == "street" or not _group("street").isdisjoint(words)
    return is_street and any(letter.isdigit() for letter in name)


def is_proper(names: list[str]) -> bool:
    """Whether any of the spellings names something, rather than describes it ("the court", "government")."""
    bare = [_ARTICLE.sub("", name).strip() for name in names]
    common = {name for name in bare if name == name.lower()}
    return any(name != name.lower() and name.lower() not in common for name in bare)


def three_letters(language: str | None) -> str | None:
    """The ISO 639-3 code of an ISO 639-1 code, or None."""
    found = _words()["language"].get((language or "")[:2])
    return str(found) if found else None
