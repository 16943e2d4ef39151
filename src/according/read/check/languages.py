"""All data files in, languages of which something is missing out: half a language is not read at all, and silently so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.language.words import NEEDED
from according.read.check.files import DataFile, Problem

_TO_READ = ("cues.toml", "grammar.toml", "nouns.toml", "stance.toml")


def find_incomplete(files: Sequence[DataFile]) -> Iterator[Problem]:
    """Missing files of each language, and languages that no profile lets us recognise."""
    for room, needed in (("language", [f"{name}.toml" for name in NEEDED]), ("read", list(_TO_READ))):
        held: dict[str, set[str]] = {}
        for file in files:
            if file.name.startswith(f"{room}/") and file.language not in ("any", "names"):
                held.setdefault(file.language, set()).add(file.base)
        for code, names in sorted(held.items()):
            for missing in sorted(set(needed) - names):
                yield Problem(
                    f"{room}/data/{code}/{missing}",
                    "the file",
                    "it is missing, so the language is not read",
                    "write it",
                )
            if room == "read" and not any(name.startswith(("events", "anchors")) for name in names):
                yield Problem(
                    f"read/data/{code}/events.toml", "the file", "it is missing, so nothing is read", "write it"
                )
        if room == "read":
            yield from _unrecognised(files, held)


def _unrecognised(files: Sequence[DataFile], held: dict[str, set[str]]) -> Iterator[Problem]:
    profiles = next((file for file in files if file.base == "languages.toml"), None)
    known = {row.get("code") for row in profiles.table.get("language", ())} if profiles is not None else set()
    spoken = {file.language for file in files if file.name.startswith("language/")}
    for code in sorted(held):
        if code not in known:
            yield Problem(
                "language/data/any/languages.toml",
                f"language {code!r}",
                "it has no row, so no text is told to be in it",
                "write the row",
            )
        if code not in spoken:
            yield Problem(
                f"language/data/{code}",
                "the folder",
                "it is missing, so no date and no count is read",
                "see docs/add-a-language.md",
            )
