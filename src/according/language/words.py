"""The name of a language and a data file in, its word lists out, read once. Never reads anything but the files of this package."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "ru")


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
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", BLANK) for word in ordered) + ")"


# One line end is allowed between words of one expression (pasted text is often wrapped); an empty line never is.
BLANK = r"(?:[^\S\n]{1,4}\n?|\n)(?![^\S\n]*\n)[^\S\n]{0,8}"
