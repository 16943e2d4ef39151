"""A folder in, its data files as tables out, and what a problem with one of them is. Judges nothing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parents[2]
PATTERNS = ("read/data/*/*.toml", "language/data/*/*.toml", "domain/types.toml")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a data file, and what to do about it."""

    file: str  # below the package: "read/data/en/events.toml"
    entry: str  # where in the file: "event 'kill', veto"
    what: str
    repair: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.what}; {self.repair}."


@dataclass(frozen=True, slots=True)
class DataFile:
    """One data file, read."""

    name: str  # below the package
    table: dict[str, Any]

    @property
    def language(self) -> str:
        """The folder it stands in: "en", "ru", "any", "names"; "domain" for the types."""
        return self.name.split("/")[-2]

    @property
    def base(self) -> str:
        """The name of the file without its folder."""
        return self.name.rpartition("/")[2]


def load_files(root: Path | None = None) -> tuple[list[DataFile], list[Problem]]:
    """Every data file below `root`, and a problem for each that is no TOML (a key or a word written twice is none)."""
    top = root or PACKAGE
    loaded: list[DataFile] = []
    problems: list[Problem] = []
    for path in sorted(path for pattern in PATTERNS for path in top.glob(pattern)):
        name = path.relative_to(top).as_posix()
        try:
            loaded.append(DataFile(name, tomllib.loads(path.read_text(encoding="utf-8"))))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(Problem(name, "the file", f"it cannot be read ({error})", "repair the line it names"))
    return loaded, problems
