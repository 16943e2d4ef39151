"""The name of a language and a data file in, its word lists out, read once. Never reads anything but the files of this package."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

NEEDED = (
    "abbreviations",
    "counts",
    "dates",
    "groups",
    "numbers",
    "places",
)  # a language has all of these lists, or is none


def _languages() -> tuple[str, ...]:
    folders = files("according.language").joinpath("data").iterdir()
    return tuple(sorted(one.name for one in folders if all(one.joinpath(f"{name}.toml").is_file() for name in NEEDED)))


LANGUAGES = _languages()


@cache
def read_table(language: str, name: str) -> dict[str, Any]:
    """The table `data/<language>/<name>.toml`. Raises FileNotFoundError where a language has no such list."""
    path = files("according.language").joinpath("data", language, f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def has_table(language: str, name: str) -> bool:
    """Whether a language has the list `name`."""
    return files("according.language").joinpath("data", language, f"{name}.toml").is_file()


def one_of(words: Iterable[str]) -> str:
    """A regex alternation of literal words, longest first; a space in a word matches any run of blanks within a line or one line end."""
    root: dict[str, Any] = {}
    for word in sorted(set(words)):
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(root) if root else "(?:)"


def _branches(node: dict[str, Any]) -> str:
    """A tree of letters as an alternation: each letter of the text is looked at once, and the longest word is tried first."""
    ways = [
        (BLANK if char == " " else re.escape(char)) + (_branches(below) if any(below) else "")
        for char, below in node.items()
        if char
    ]
    return "(?:" + "|".join(ways) + ")" + ("?" if "" in node else "")


@lru_cache(maxsize=2)
def lower_same_length(text: str) -> str:
    """The text in small letters with every letter at its place (where a small letter takes two signs, the letter stays). The last text is remembered."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def lower_pattern(source: str) -> str:
    """A regular expression for text in small letters: twice as fast as one that has to ignore case at every step."""
    return re.sub(
        r"\\.|\(\?P|[^\W\d_a-zа-яё]", lambda found: found[0] if len(found[0]) > 1 else found[0].lower(), source
    )


# One line end is allowed between words of one expression (pasted text is often wrapped); an empty line never is.
BLANK = r"(?:[^\S\n]{1,4}\n?|\n)(?![^\S\n]*\n)[^\S\n]{0,8}"
