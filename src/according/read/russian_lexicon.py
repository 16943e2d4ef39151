"""The Russian data files in, tables of word forms out. Forms come from the dictionary, once; no document is read here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from according.language.inflect import all_forms


@dataclass(frozen=True, slots=True)
class AnchorRow:
    """One row of `data/ru/anchors.toml`; the columns are explained at its head."""

    id: str
    type: str
    subject: str | None = None
    object: str | None = None
    dative: str | None = None
    after: tuple[tuple[str, str], ...] = ()  # preposition, case
    of: str | None = None
    by: str | None = None
    by_authority: str | None = None
    stands: bool = False
    veto: frozenset[str] = frozenset()
    object_words: frozenset[str] = frozenset()
    object_is_person: bool = False
    object_is_thing: bool = False
    only_negated: bool = False
    needs_after: bool = False
    needs_agent: bool = False
    reflexive_patient: bool = False
    subject_when_intransitive: str | None = None
    subject_when_partnered: str | None = None
    genitive_of_partner: str | None = None
    phase: str | None = None
    far: bool = False
    stance: str | None = None
    after_role: str | None = None
    plural: bool = False
    of_thing: bool = False
    always: bool = False
    self_told: bool = False
    ruled_by: str | None = None
    finite: bool = False
    partner_after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AnchorForm:
    """A word form that may name an event: by which base form, with which partners (base forms) near it."""

    row: AnchorRow
    lemma: str
    is_noun: bool
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """One class of words that bring speech."""

    name: str
    stance: str


@dataclass(frozen=True, slots=True)
class RussianTables:
    """All look-up tables for reading Russian."""

    anchors: dict[str, tuple[AnchorForm, ...]]
    gate: dict[str, frozenset[str]]  # form to the first letters of its partners; none where it needs no partner
    speech: dict[str, SpeechRow]
    openers: dict[str, tuple[str, ...]]
    stance: dict[str, dict[str, frozenset[str]]]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("according.read") / "data" / "ru" / name).read_text(encoding="utf-8"))


def plain(word: str) -> str:
    """The spelling under which Russian words are compared: small letters, ё as е."""
    return word.lower().replace("ё", "е")


@cache
def russian_tables() -> RussianTables:
    """The tables, built once (about a second)."""
    cues = _read("cues.toml")
    speech: dict[str, SpeechRow] = {}
    for raw in cues["speech"]:
        row = SpeechRow(raw["class"], raw["stance"])
        for verb in raw["verbs"].split():
            for form in all_forms(verb):
                speech.setdefault(plain(form), row)
    stance = {
        part: {name: frozenset(map(plain, words)) for name, words in rows.items()}
        for part, rows in _read("stance.toml").items()
    }
    openers = {name: tuple(sorted(map(plain, words), key=len, reverse=True)) for name, words in cues["openers"].items()}
    anchors = _anchors()
    return RussianTables(anchors, _gate(anchors), speech, openers, stance)


def _gate(anchors: dict[str, tuple[AnchorForm, ...]]) -> dict[str, frozenset[str]]:
    gate: dict[str, frozenset[str]] = {}
    for form, rows in anchors.items():
        alone = any(one.partner is None for one in rows)
        partners = {one.partner for one in rows if one.partner}
        letters = {one[:2] for one in partners} | ({"ле"} if "год" in partners else set())  # «шесть лет»
        gate[form] = frozenset() if alone else frozenset(letters)
    return gate


def _anchors() -> dict[str, tuple[AnchorForm, ...]]:
    table: dict[str, list[AnchorForm]] = {}
    for raw in _read("anchors.toml")["event"]:
        row = _row(raw)
        for key, is_noun in (("verbs", False), ("nouns", True)):
            for phrase in raw.get(key, "").split():
                first, _, partner = phrase.partition("+")
                for form in all_forms(first):
                    table.setdefault(plain(form), []).append(
                        AnchorForm(row, plain(first), is_noun, plain(partner) or None)
                    )
    # the more words a row asks for, the sooner it is tried
    return {form: tuple(sorted(rows, key=lambda one: one.partner is None)) for form, rows in table.items()}


def _row(raw: dict[str, Any]) -> AnchorRow:
    columns = {key: value for key, value in raw.items() if key not in ("verbs", "nouns")}
    for key in ("veto", "object_words", "partner_after"):
        columns[key] = frozenset(plain(word) for word in columns.get(key, "").split())
    pairs = columns.get("after", "").replace("в отношении", "в_отношении").split()
    columns["after"] = tuple((pair.partition(":")[0].replace("_", " "), pair.partition(":")[2]) for pair in pairs)
    return AnchorRow(**columns)
