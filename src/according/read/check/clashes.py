"""A data file in, words that stand in two places out, where only one of the two can ever be heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from according.read.check.files import DataFile, Problem

# Columns by which a row turns a word down, so that the next row may have it.
_CONDITIONS = (
    "veto", "after", "after_or_before", "near", "context", "context_veto", "subject_words", "object_words", "needs", "needs_agent",
    "needs_after", "before", "active_only", "finite_only", "object_after", "only_negated", "passive_only", "intransitive", "veto_next_number", "by_only_authority", "frame",
    "frame_noun", "counted_noun", "object_is_person", "object_is_thing", "stands", "dative", "reflexive_patient", "between", "against",
)  # fmt: skip


def find_clashes(file: DataFile) -> Iterator[Problem]:
    """Words of the file that clash."""
    if "event" in file.table:
        yield from _events(file)
    if file.base == "cues.toml":
        yield from _cues(file)
    if file.base == "dates.toml":
        yield from _months(file)
    if file.base in ("nouns.toml", "stance.toml"):
        yield from _classes(file)
    if file.base == "languages.toml":
        yield from _codes(file)


def _phrases(row: dict[str, Any], key: str) -> list[str]:
    held = row.get(key, [])
    return held.split() if isinstance(held, str) else list(held)


def _events(file: DataFile) -> Iterator[Problem]:
    ids: dict[str, dict[str, Any]] = {}
    for row in file.table["event"]:
        if row["id"] in ids:
            yield Problem(file.name, f"event {row['id']!r}", "two rows have this id", "give each its own")
        ids[row["id"]] = row
        if not any(_phrases(row, key) for key in ("verbs", "nouns", "adjectives", "participles")):
            yield Problem(
                file.name,
                f"event {row['id']!r}",
                "the row has no word",
                "give it verbs, nouns, adjectives or participles",
            )
    for key in ("verbs", "nouns", "adjectives"):
        seen: dict[str, dict[str, Any]] = {}
        for row in file.table["event"]:
            for phrase in _phrases(row, key):
                earlier = seen.setdefault(phrase, row)
                if earlier is row or _tells_apart(earlier, row):
                    continue
                yield Problem(
                    file.name, f"event {row['id']!r}, {key}",
                    f"{phrase!r} also stands in {earlier['id']!r}, which has it first and never turns it down",
                    "take it out of one, or give the first a condition",
                )  # fmt: skip


def _tells_apart(first: dict[str, Any], second: dict[str, Any]) -> bool:
    """Whether the first row may turn down a word that the second takes."""
    return any(first.get(key) and first.get(key) != second.get(key) for key in _CONDITIONS)


def _cues(file: DataFile) -> Iterator[Problem]:
    yield from _first_wins(file, file.table.get("cue", file.table.get("speech", [])), "cue", lambda row: row["class"])
    for table in ("nouns", "adverbs"):
        rows = [{"class": name, "verbs": words} for name, words in file.table.get(table, {}).items()]
        yield from _first_wins(file, rows, table, lambda row: row["class"])


def _first_wins(
    file: DataFile, rows: list[dict[str, Any]], entry: str, name: Callable[[dict[str, Any]], str]
) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for row in rows:
        for phrase in _phrases(row, "verbs"):
            earlier = seen.setdefault(phrase, name(row))
            if earlier != name(row):
                yield Problem(
                    file.name,
                    f"{entry} {name(row)!r}",
                    f"{phrase!r} also stands under {earlier!r}",
                    "take it out of one",
                )


def _months(file: DataFile) -> Iterator[Problem]:
    months, weekdays = file.table["month"], file.table["weekday"]
    for missing in sorted(set(range(1, 13)) - set(months.values())):
        yield Problem(file.name, "month", f"month {missing} has no name", "write it")
    for missing in sorted(set(range(7)) - set(weekdays.values())):
        yield Problem(file.name, "weekday", f"weekday {missing} has no name (Monday is 0)", "write it")
    for table in ("month", "weekday"):
        folded: dict[str, str] = {}
        for word in file.table[table]:
            if word != word.casefold():
                yield Problem(
                    file.name, table, f"{word!r} is not in small letters, so no text holds it", "write it small"
                )
            earlier = folded.setdefault(word.casefold(), word)
            if earlier != word:
                yield Problem(file.name, table, f"{word!r} stands there twice", "take one out")
    for word in sorted(months.keys() & weekdays.keys()):
        yield Problem(file.name, "weekday", f"{word!r} is a month too", "leave the short form out of one")


_APART = (("people", "documents"), ("people", "media"), ("kin", "organisations"))  # nobody is both


def _classes(file: DataFile) -> Iterator[Problem]:
    if file.base == "nouns.toml":
        for first, second in _APART:
            for word in sorted(set(file.table[first]) & set(file.table[second])):
                yield Problem(file.name, second, f"{word!r} also stands under {first!r}", "take it out of one")
        return
    for part in ("to", "modals", "adverbs"):
        seen: dict[str, str] = {}
        for name, words in file.table.get(part, {}).items():
            for word in words:
                earlier = seen.setdefault(word, name)
                if earlier != name:
                    yield Problem(
                        file.name, f"{part}, {name}", f"{word!r} also stands under {earlier!r}", "take it out of one"
                    )


def _codes(file: DataFile) -> Iterator[Problem]:
    seen: set[str] = set()
    for row in file.table["language"]:
        if row["code"] in seen:
            yield Problem(file.name, f"language {row['code']!r}", "two rows have this code", "make them one")
        seen.add(row["code"])
