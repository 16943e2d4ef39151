"""A data file in, conditions that no text can ever meet out: a veto of two words where single words are compared."""

from __future__ import annotations

from collections.abc import Iterator

from according.language.inflect import parses
from according.read.check.files import DataFile, Problem
from according.read.lexicon import fold_word
from according.read.russian_lexicon import plain

_SINGLE_WORDS = (
    "veto", "after", "after_or_before", "near", "context", "context_veto", "subject_words", "object_words", "object_after",
)  # fmt: skip


def find_idle_conditions(file: DataFile) -> Iterator[Problem]:
    """Conditions of event rows that never come true."""
    if file.base.startswith("events"):
        yield from _single(file)
    elif file.base == "anchors.toml":
        yield from _base_forms(file)


def _single(file: DataFile) -> Iterator[Problem]:
    for row in file.table["event"]:
        for key in _SINGLE_WORDS:
            for word in row.get(key, ()):
                entry = f"event {row['id']!r}, {key}"
                if " " in word:
                    yield Problem(
                        file.name, entry, f"{word!r} can never match, for single words are compared",
                        "write the one word that tells, or take it out",
                    )  # fmt: skip
                elif word != fold_word(word):
                    yield Problem(
                        file.name,
                        entry,
                        f"{word!r} can never match, for words are compared in small letters",
                        "write it small",
                    )
        own = {word for key in ("verbs", "nouns", "adjectives") for word in row.get(key, ())}
        for word in row.get("context_veto", ()):
            if word in own:
                yield Problem(
                    file.name, f"event {row['id']!r}, context_veto", f"{word!r} is the row's own word, so it can never be told",
                    "take it out",
                )  # fmt: skip


def _base_forms(file: DataFile) -> Iterator[Problem]:
    """Russian conditions are compared with base forms."""
    for row in file.table["event"]:
        for key in ("veto", "object_words"):
            for word in row.get(key, "").split():
                known = {plain(one[1]) for one in parses(word)}
                if known and plain(word) not in known:
                    yield Problem(
                        file.name, f"event {row['id']!r}, {key}", f"{word!r} can never match, for base forms are compared",
                        f"write {sorted(known)[0]!r}",
                    )  # fmt: skip
