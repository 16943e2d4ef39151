"""How a language makes its word forms: base forms in, every form with its tag out, for building look-up tables. Looks at no text.

English has its rules in `inflect`; Russian asks the dictionary and is not here; every other language gives its endings as data
(`[conjugation]`, `[irregular]` and `plurals` in its grammar.toml).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from according.read.inflect import noun_forms, verb_forms

# Tags of verb forms: b base, s present, d past, n participle, g gerund; of languages told by data also f future, c conditional,
# j subjunctive. Of nouns: 1 singular, p plural.
_TENSES = {
    "past": "d", "present": "s", "participle": "n", "gerund": "g", "future": "f", "conditional": "c", "subjunctive": "j",
}  # fmt: skip


class Inflection(Protocol):
    """What the tables ask of a language's word forms."""

    def verbs(self, base: str) -> Iterator[tuple[str, str]]:
        """Every form of a verb with its tag."""
        ...

    def nouns(self, phrase: str) -> Iterator[tuple[str, str]]:
        """Singular and plural of a noun or phrase with their tags."""
        ...


@dataclass(frozen=True, slots=True)
class EnglishInflection:
    """English: regular forms by rule, the others as listed."""

    irregular: Mapping[str, tuple[str, ...]]

    def verbs(self, base: str) -> Iterator[tuple[str, str]]:
        """Every form of a verb with its tag."""
        return verb_forms(base, dict(self.irregular))

    def nouns(self, phrase: str) -> Iterator[tuple[str, str]]:
        """Singular and plural."""
        return noun_forms(phrase)


@dataclass(frozen=True, slots=True)
class DataInflection:
    """Endings as data. `conjugation`: ending of the infinitive to tense to endings; `plurals`: ending of the singular and of the plural."""

    conjugation: Mapping[str, Mapping[str, tuple[str, ...]]]
    irregular: Mapping[str, Mapping[str, tuple[str, ...]]]
    plurals: tuple[tuple[str, str], ...]

    def verbs(self, base: str) -> Iterator[tuple[str, str]]:
        """The infinitive, then the forms of each tense: listed ones where the verb has them, else stem and ending."""
        yield base, "b"
        ending = next((one for one in sorted(self.conjugation, key=len, reverse=True) if base.endswith(one)), None)
        regular = self.conjugation[ending] if ending is not None else {}
        listed = self.irregular.get(base, {})
        stem = base[: len(base) - len(ending)] if ending is not None else base
        for tense, tag in _TENSES.items():
            for form in listed[tense] if tense in listed else (stem + one for one in regular.get(tense, ())):
                yield form, tag

    def nouns(self, phrase: str) -> Iterator[tuple[str, str]]:
        """Singular and, by the first ending that fits, the plural of the first word."""
        yield phrase, "1"
        head, blank, rest = phrase.partition(" ")
        for singular, plural in self.plurals:
            if head.endswith(singular):
                many = head[: len(head) - len(singular)] + plural
                if many != head:
                    yield many + blank + rest, "p"
                return


def inflection_of(grammar: Mapping[str, Any]) -> Inflection:
    """By data where the grammar file has a [conjugation], else English."""
    irregular = grammar.get("irregular", {})
    if "conjugation" not in grammar:
        return EnglishInflection({base: tuple(forms.split()) for base, forms in irregular.items()})
    pairs = [tuple(pair.split()) for pair in grammar.get("plurals", ())]
    return DataInflection(grammar["conjugation"], irregular, tuple((pair[0], pair[-1]) for pair in pairs))
