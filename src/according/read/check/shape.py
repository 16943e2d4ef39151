"""A data file and the schema in, what does not fit out: keys nobody knows, missing keys, values of another kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from according.domain.event import Aspect
from according.domain.statement import Phase, Role, Stance
from according.domain.types import all_types
from according.read.check.files import DataFile, Problem
from according.read.check.schema import FILES, Shape

_QUALIFIERS = "at_least more_than up_to fewer_than about nearly higher_than lower_than exactly"
_UNITS = "minute hour day week weekend fortnight month quarter season year decade century"
_BASES = "experienced saw heard was_told counted document inferred unknown"
_SETTINGS = "court interrogation press_conference interview letter telephone social_media"


def find_misshapen(file: DataFile) -> Iterator[Problem]:
    """What in the file does not fit the schema."""
    shape = next((shape for pattern, shape in FILES if fnmatchcase(file.name, pattern)), None)
    if shape is None:
        yield Problem(
            file.name, "the file", "no code reads a file of this name", "see docs/add-a-language.md for the names"
        )
        return
    yield from _fit(file.name, "", file.table, shape)


def _fit(name: str, entry: str, value: Any, shape: Shape) -> Iterator[Problem]:
    if isinstance(shape, str):
        wrong = _wrong(shape, value)
        if wrong:
            yield Problem(name, entry or "the file", *wrong)
    elif isinstance(shape, list):
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            yield Problem(name, entry, "it must be rows", f"write [[{entry}]] over each")
            return
        for number, row in enumerate(value, 1):
            told = row.get("id") or row.get("class") or row.get("code") or row.get("rule")
            yield from _fit(name, f"{entry} {told!r}" if told else f"{entry} {number}", row, shape[0])
    elif not isinstance(value, dict):
        yield Problem(name, entry, "it must be a table", f"write [{entry}] over its keys")
    else:
        yield from _fit_table(name, entry, value, shape)


def _fit_table(name: str, entry: str, table: dict[str, Any], shape: dict[str, Any]) -> Iterator[Problem]:
    known = {key.rstrip("?"): kind for key, kind in shape.items() if key != "*"}
    for key, value in table.items():
        kind = known.get(key, shape.get("*"))
        where = f"{entry}, {key}" if entry else key
        if kind is None:
            yield Problem(
                name, where, "there is no such key", f"take it out, or write one of: {', '.join(sorted(known))}"
            )
        else:
            yield from _fit(name, where, value, kind)
    for key in shape:
        if key != "*" and not key.endswith("?") and key not in table:
            yield Problem(name, entry or "the file", f"the key {key} is missing", "write it; an empty list is allowed")


Wrong = tuple[str, str] | None


def _wrong(kind: str, value: Any) -> Wrong:
    """What is wrong with a value and how to repair it, or None."""
    if kind.startswith("one of "):
        return _choice(value, kind[7:].split())
    return KINDS[kind](value)


def _choice(value: Any, allowed: list[str]) -> Wrong:
    return None if value in allowed else (f"{value!r} is not known", f"write one of: {', '.join(allowed)}")


def _is(kind: type, said: str) -> Callable[[Any], Wrong]:
    def check(value: Any) -> Wrong:
        return None if type(value) is kind else (f"{value!r} is not {said}", f"write {said}")

    return check


def _in(names: type[StrEnum]) -> Callable[[Any], Wrong]:
    return lambda value: _choice(value, [name.value for name in names])


def _of(names: str) -> Callable[[Any], Wrong]:
    return lambda value: _choice(value, names.split())


def _words(value: Any, *, strict: bool = True) -> Wrong:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        return f"{value!r} is not a list of words", 'write ["one", "two"]'
    if strict:
        for word in value:
            if word != " ".join(word.split()) or not word:
                return f"{word!r} has blanks at its ends, or is none", "write the word alone"
    return _twice(value)


def _twice(words: list[str]) -> Wrong:
    again = sorted({word for number, word in enumerate(words) if word in words[:number]})
    if not again:
        return None
    verb = "stands" if len(again) == 1 else "stand"
    return f"{', '.join(map(repr, again))} {verb} there twice", "take one out"


def _beginnings(value: Any) -> Wrong:
    """Words, or beginnings of words with a star at their end."""
    wrong = _words(value)
    if wrong:
        return wrong
    bad = next((word for word in value if "*" in word[:-1] or word == "*" or " " in word), None)
    return None if bad is None else (f"{bad!r} can never match", "write one word, or its beginning and a star")


def _pairs(value: Any) -> Wrong:
    wrong = _words(value)
    if wrong:
        return wrong
    bad = next((pair for pair in value if len(pair.split()) != 2), None)
    return None if bad is None else (f"{bad!r} is no pair", 'write "ending plural-ending"')


def _spaced(value: Any) -> Wrong:
    if not isinstance(value, str):
        return f"{value!r} is not a run of words", 'write "one two three"'
    return _twice(value.split())


def _pattern(value: Any) -> Wrong:
    if not isinstance(value, str):
        return f"{value!r} is no pattern", "write a regular expression in single quotation marks"
    try:
        re.compile(re.sub(r"%\w+%", "(?:x)", value))
    except re.error as error:
        return f"the pattern does not compile ({error})", "repair it"
    return None


def _within(low: int, high: int, said: str) -> Callable[[Any], Wrong]:
    def check(value: Any) -> Wrong:
        fits = type(value) is int and low <= value <= high
        return None if fits else (f"{value!r} is no {said}", f"write a number from {low} to {high}")

    return check


def _like(pattern: str, said: str) -> Callable[[Any], Wrong]:
    def check(value: Any) -> Wrong:
        fits = isinstance(value, str) and re.fullmatch(pattern, value)
        return None if fits else (f"{value!r} is no {said}", f"write it like {said}")

    return check


@cache
def _resolvers() -> list[str]:
    from according.read.dates import RESOLVERS

    return sorted(RESOLVERS)


def _types(value: Any) -> Wrong:
    wrong = _words(value)
    if wrong:
        return wrong
    return next((found for word in value if (found := _type(word))), None)


def _type(value: Any) -> Wrong:
    return None if value in all_types() else (f"there is no type {value!r}", "write one of domain/types.toml")


KINDS: dict[str, Callable[[Any], Wrong]] = {
    "text": _is(str, "a text"), "flag": _is(bool, "true or false"), "whole": _is(int, "a whole number"), "words": _words,
    "any words": lambda value: _words(value, strict=False), "beginnings": _beginnings, "pairs": _pairs, "spaced": _spaced, "pattern": _pattern, "type": _type, "types": _types,
    "role": _in(Role), "stance": _in(Stance), "phase": _in(Phase), "aspect": _in(Aspect), "basis": _of(_BASES),
    "setting": _of(_SETTINGS), "qualifier": _of(_QUALIFIERS), "unit": _of(_UNITS), "frame": _is(str, "a text"),
    "month": _within(1, 12, "month"), "weekday": _within(0, 6, "weekday (Monday is 0)"), "season": _within(21, 24, "season"),
    "month-day": _like(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", "12-25"), "clock": _like(r"[0-2]\d:[0-5]\d", "12:00"),
    "country": _like(r"[A-Z]{2}", "GB"), "resolver": lambda value: _choice(value, _resolvers()),
}  # fmt: skip
