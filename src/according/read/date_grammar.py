"""The date words and forms of a language in, one compiled pattern out. Never resolves a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from according.language.numbers import number_words
from according.language.words import BLANK, LANGUAGES, lower_pattern, one_of, read_table

_SLOT = re.compile(r"%(\w+)%")
_NAMED = re.compile(r"\(\?P<(\w+)>")
_BEFORE, _BEHIND = 32, 28  # code points around an anchor that the forms may need


@dataclass(frozen=True, slots=True)
class Form:
    """One way of saying a date: which resolver reads it, and the names of its groups in the whole pattern."""

    rule: str
    by: str
    groups: tuple[tuple[str, str], ...]  # name in the form, name in the whole pattern


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language knows of dates. The patterns are for text in small letters."""

    language: str
    pattern: re.Pattern[str]
    anchor: re.Pattern[str]
    forms: Mapping[str, Form]  # by the name of the form's own group
    words: Mapping[str, Mapping[str, Any]]
    lists: Mapping[str, frozenset[str]]
    future: re.Pattern[str]
    past: re.Pattern[str]
    deadline: re.Pattern[str]  # a word right before a date that makes it a term: "by", "until"
    present: re.Pattern[str]  # right before a date, an appointment: "begins on"
    grants: re.Pattern[str]  # with such a word: "gave them until"
    aim: re.Pattern[str]  # what is still to be done: "to respond"
    opens: re.Pattern[str]  # what stands before the first end of a stretch: "from the"
    joins: re.Pattern[str]  # what stands between its ends
    bounds: tuple[tuple[str, re.Pattern[str]], ...]
    repeats: re.Pattern[str]  # before a day or month that comes again and again: "every"
    compared: re.Pattern[str]  # words and figures beside which "a year earlier" compares
    year_next: re.Pattern[str]
    news: re.Pattern[str]  # weekdays, "yesterday": words of a report of the day
    options: Mapping[str, Any] = field(default_factory=dict)

    def look(self, table: str, word: str | None) -> Any:
        """What a word of the text means in a word list: case, blanks and a closing full stop do not matter."""
        if word is None:
            return None
        folded = " ".join(word.casefold().replace("’", "'").split())
        known = self.words.get(table, {})
        return known.get(folded, known.get(folded.rstrip(".")))


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of `language`; of English where we have none."""
    code = language if language in LANGUAGES else "en"
    table = read_table(code, "dates")
    words = {name: rows for name, rows in table.items() if isinstance(rows, dict) and name not in _NOT_WORDS}
    slots = _slots(code, table, words)
    forms: dict[str, Form] = {}
    branches = []
    for number, row in enumerate(table["form"]):
        own = f"r{number}"
        source = _expand(row["form"], slots)
        groups = tuple((name, f"{name}_{number}") for name in _NAMED.findall(source))
        forms[own] = Form(row["rule"], row["by"], groups)
        branches.append(f"(?P<{own}>{_NAMED.sub(lambda found, n=number: f'(?P<{found[1]}_{n}>', source)})")  # type: ignore[misc]
    first = _expand(table["anchors"]["first"], slots)
    pattern = re.compile(lower_pattern(rf"(?<![\w$£€№#])(?={first})(?:" + "|".join(branches) + r")(?!\w)"))
    anchors = _expand(table["anchors"]["form"], slots)
    return Grammar(
        code, pattern, re.compile(lower_pattern(anchors)), forms, words,
        {name: frozenset(rows) for name, rows in table["lists"].items()},
        _any_word(table["tense"]["future"]), _any_word(table["tense"]["past"], table["anchors"]["past_form"], table["anchors"].get("not_past_behind", "")),
        _ends_with(table["tense"].get("deadline", []), table["anchors"].get("between", "")), _ends_with(table["tense"].get("present", []), table["anchors"].get("between", "")),
        _any_word(table["tense"].get("grants", [])), re.compile(table["anchors"].get("aim_form", "(?!)")),
        re.compile(rf"{one_of(table['lists']['range_opens'])}\s+"),
        re.compile(rf"(?:[\s\-–—‑/]|\b{one_of(table['lists']['range_joins'])}(?!\w))+$"),
        tuple((name, _ends_with(rows)) for name, rows in table["bound"].items()),
        _ends_with(table["lists"].get("repeats", [])),
        re.compile(lower_pattern(table["anchors"].get("compared_form", "(?!)"))),
        re.compile(table["anchors"]["not_a_year"], re.IGNORECASE),
        _any_word([*(day for day in words["weekday"] if len(day) > 4), *(day for day, shift in words["relative_day"].items() if shift < 0)]),
        table.get("options", {}),
    )  # fmt: skip


_NOT_WORDS = {"lists", "atoms", "anchors", "tense", "bound", "options"}


def _slots(code: str, table: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    numbers = number_words(code)
    small = one_of(word for word, value in numbers.small.items() if value)
    slots = {name: one_of(rows) for name, rows in words.items()}
    slots["_"] = BLANK
    slots["ordinal"] = one_of(numbers.ordinal)
    slots["small_number"] = rf"(?:{small}(?:[ -]{small})?(?![^\W_]))"
    slots.update(table["atoms"])
    return slots


def _expand(form: str, slots: Mapping[str, str]) -> str:
    """Puts lists and atoms in; atoms may hold slots themselves, three deep at most."""
    for _ in range(4):
        form = _SLOT.sub(lambda slot: slots[slot[1]], form)
    return form


def _any_word(words: list[str], form: str = "(?!)", behind: str = "") -> re.Pattern[str]:
    """Any of the words, or a word of that form, where `behind` (a look at what stands before) lets it be."""
    return re.compile(lower_pattern(rf"(?<!\w){behind}(?:{one_of(words)}|{form})(?!\w)") if words else "(?!)")


def _ends_with(words: list[str], between: str = "") -> re.Pattern[str]:
    return re.compile(lower_pattern(rf"(?<!\w){one_of(words)}\s{{1,3}}(?:the\s)?{between}$") if words else "(?!)")


def windows(grammar: Grammar, text: str) -> list[tuple[int, int]]:
    """The stretches of text (in small letters) in which a date can stand, in order, apart from each other. Cheap: most text is left out here."""
    found: list[tuple[int, int]] = []
    for anchor in grammar.anchor.finditer(text):
        low, high = max(0, anchor.start() - _BEFORE), min(len(text), anchor.end() + _BEHIND)
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], high)
        else:
            found.append((_word_start(text, low), high))
    return [(low, _word_end(text, high)) for low, high in found]


def _word_start(text: str, at: int) -> int:
    """Back to the beginning of the word at `at`, not further than a word is long."""
    least = max(0, at - 24)
    while at > least and text[at - 1].isalnum():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    most = min(len(text), at + 24)
    while at < most and text[at].isalnum():
        at += 1
    return at
