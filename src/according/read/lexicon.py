"""Data files in, look-up tables out: which word may name which event, bring speech, or bound a clause. Never reads a document."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from according.read.inflection import Inflection, inflection_of

APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row of an event file; the columns are explained at the head of `data/en/events.toml`."""

    id: str
    type: str
    subject: str | None = None
    object: str | None = None
    object_after: frozenset[str] = frozenset()
    passive_subject: str | None = None
    of: str | None = None
    by: str | None = None
    against: str | None = None
    on: str | None = None
    on_veto: frozenset[str] = frozenset()
    poss: str | None = None
    between: str | None = None
    needs: str | None = None
    needs_agent: bool = False
    frame: str | None = None
    frame_noun: str | None = None
    phase: str | None = None
    veto: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after_or_before: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    context_veto: frozenset[str] = frozenset()
    subject_words: frozenset[str] = frozenset()
    object_words: frozenset[str] = frozenset()
    by_authority: str | None = None
    by_only_authority: bool = False
    only_negated: bool = False
    passive_only: bool = False
    active_only: bool = False
    finite_only: bool = False
    shares: bool = False
    intransitive: bool = False
    veto_next_number: bool = False
    near_counts: bool = False
    set_verbs: frozenset[str] = frozenset()
    counted_noun: bool = False


@dataclass(frozen=True, slots=True)
class EventForm:
    """One word form that may name an event. `rest`: the words that must follow; "..." lets an object stand between."""

    row: EventRow
    kind: str  # verb, noun, adjective, participle
    tag: str  # of a verb: b (base), s, d (past), n (participle), g (-ing); of a noun: 1 or p (plural)
    rest: tuple[str, ...] = ()
    needed: frozenset[str] = field(init=False, compare=False, repr=False)  # the words of `rest`

    def __post_init__(self) -> None:
        object.__setattr__(self, "needed", frozenset(self.rest) - {"..."})


@dataclass(frozen=True, slots=True)
class CueRow:
    """One class of words that bring speech or belief."""

    name: str
    stance: str
    basis: str | None = None
    setting: str | None = None


@dataclass(frozen=True, slots=True)
class CueForm:
    """One word form that brings speech or belief."""

    row: CueRow
    tag: str
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one language. `digest` changes when any data file does."""

    language: str
    events: dict[str, tuple[EventForm, ...]]
    cues: dict[str, tuple[CueForm, ...]]
    cue_nouns: dict[str, str]  # noun form -> stance
    cue_adverbs: dict[str, str]
    tags: dict[str, str]  # closed words: D, P, S, R, C, b(e), h(ave), d(o), g(et), M, N, O, B
    verbs: dict[str, str]  # verb form -> its tags, such as "dn"
    lemmas: dict[str, str]  # verb form -> base
    nouns: dict[str, frozenset[str]]  # class -> forms
    stance: dict[str, dict[str, frozenset[str]]]
    settings: dict[str, tuple[str, ...]]
    audiences: dict[str, tuple[str, ...]]
    digest: str
    days: frozenset[str] = frozenset()
    only_verbs: frozenset[str] = frozenset()  # forms that are never nouns
    gate: dict[str, tuple[frozenset[str], ...]] = field(
        default_factory=dict
    )  # a word of an event -> what must stand with it


def fold_word(word: str) -> str:
    """The spelling under which words are looked up: lower case, straight apostrophe."""
    return word.lower().translate(APOSTROPHES)


def data_digest() -> str:
    """SHA-256 over every data file that reading looks into, names included: another digest, another reader."""
    found = hashlib.sha256()
    for room in ("according.read", "according.language"):
        folders = sorted(files(room).joinpath("data").iterdir(), key=lambda entry: entry.name)
        for folder in (entry for entry in folders if entry.is_dir()):
            for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
                if entry.name.endswith(".toml"):
                    found.update(f"{room}/{folder.name}/{entry.name}\0".encode() + entry.read_bytes() + b"\0")
    found.update(files("according.domain").joinpath("types.toml").read_bytes())
    return found.hexdigest()


@lru_cache(maxsize=32)
def has_grammar_data(language: str) -> bool:
    """Whether there are data files to read a language with."""
    return files("according.read").joinpath("data", language, "grammar.toml").is_file()


@lru_cache(maxsize=8)
def get_lexicon(language: str) -> Lexicon:
    """The lexicon of a language. Raises FileNotFoundError when there is none."""
    folder = files("according.read").joinpath("data", language)
    texts = {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }
    data = {name: tomllib.loads(text) for name, text in texts.items()}
    digest = hashlib.sha256("\0".join(f"{n}\0{t}" for n, t in texts.items()).encode()).hexdigest()
    return _build(language, data, digest)


def _build(language: str, data: dict[str, Any], digest: str) -> Lexicon:
    grammar = data["grammar.toml"]
    inflection = inflection_of(grammar)
    verbs: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    events = _build_events(data, inflection, verbs, lemmas)
    cues = _build_cues(data["cues.toml"], inflection, verbs, lemmas)
    for base in grammar.get("common", {}).get("verbs", ()):
        _note_verb(base, inflection, verbs, lemmas)
    stance = data["stance.toml"]
    for group in stance.get("to", {}).values():
        for word in group:
            if word not in lemmas and " " not in word and word.isalpha():
                lemmas.setdefault(word, word)
    for group in (*stance.get("subject", {}).values(), *stance.get("light", {}).values()):
        for word in group:
            for form, _ in inflection.verbs(word.split()[0]):
                lemmas.setdefault(form, word.split()[0])
    cue_nouns: dict[str, str] = {}
    for name, words in data["cues.toml"].get("nouns", {}).items():
        for word in words:
            for form, _ in inflection.nouns(word):
                cue_nouns[form] = name
    adverbs = {w: name for name, words in data["cues.toml"].get("adverbs", {}).items() for w in words}
    return Lexicon(
        language=language,
        events=events,
        cues=cues,
        cue_nouns=cue_nouns,
        cue_adverbs=adverbs,
        tags=_closed_words(grammar),
        verbs=verbs,
        lemmas=lemmas,
        nouns=_noun_classes(data["nouns.toml"], inflection),
        stance={part: {n: frozenset(w) for n, w in rows.items()} for part, rows in stance.items()},
        settings={n: tuple(w) for n, w in data["cues.toml"].get("settings", {}).items()},
        audiences={n: tuple(w) for n, w in data["cues.toml"].get("audiences", {}).items()},
        digest=digest,
        days=frozenset(grammar.get("days", ())),
        only_verbs=frozenset(grammar.get("only_verbs", ())),
        gate=_gate_words(events),
    )


def _gate_words(events: dict[str, tuple[EventForm, ...]]) -> dict[str, tuple[frozenset[str], ...]]:
    """For the longest word of every form the other words that must stand in the sentence too; empty when it suffices alone."""
    gate: dict[str, set[frozenset[str]]] = {}
    for first, forms in events.items():
        for form in forms:
            words = [word.lower() for word in (first, *form.rest) if word != "..."]
            longest = max(words, key=len)
            others = frozenset(word for word in words if word != longest and word.isalpha())
            gate.setdefault(longest, set()).add(others)
    return {
        word: (frozenset(),)
        if frozenset() in needs
        else tuple(sorted(needs, key=lambda need: (len(need), sorted(need))))
        for word, needs in gate.items()
    }


def _build_events(
    data: dict[str, Any], inflection: Inflection, verbs: dict[str, str], lemmas: dict[str, str]
) -> dict[str, tuple[EventForm, ...]]:
    forms: dict[str, list[EventForm]] = {}
    for name, table in data.items():
        if not name.startswith("events"):
            continue
        for raw in table.get("event", ()):
            row = _event_row(raw)
            for phrase in raw.get("verbs", ()):
                first, *rest = phrase.split()
                _note_verb(first, inflection, verbs, lemmas)
                for form, tag in inflection.verbs(first):
                    forms.setdefault(form, []).append(EventForm(row, "verb", tag, tuple(rest)))
            for phrase in raw.get("nouns", ()):
                for form, tag in inflection.nouns(phrase):
                    first, *rest = form.split()
                    forms.setdefault(first, []).append(EventForm(row, "noun", tag, tuple(rest)))
            for phrase in raw.get("adjectives", ()):
                first, *rest = phrase.split()
                forms.setdefault(first, []).append(EventForm(row, "adjective", "a", tuple(rest)))
            for word in raw.get("participles", ()):
                forms.setdefault(word, []).append(EventForm(row, "participle", "n"))
    # longer phrases first: "shoot ... dead" before "shoot"
    return {word: tuple(sorted(group, key=lambda f: -len(f.rest))) for word, group in forms.items()}


_SETS = (
    "object_after",
    "veto",
    "after",
    "before",
    "after_or_before",
    "near",
    "context",
    "context_veto",
    "subject_words",
    "object_words",
    "set_verbs",
    "on_veto",
)
_NOT_COLUMNS = {"verbs", "nouns", "adjectives", "participles"}


def _event_row(raw: dict[str, Any]) -> EventRow:
    columns = {key: value for key, value in raw.items() if key not in _NOT_COLUMNS}
    for key in _SETS:
        columns[key] = frozenset(columns.get(key, ()))
    return EventRow(**columns)


def _build_cues(
    table: dict[str, Any], inflection: Inflection, verbs: dict[str, str], lemmas: dict[str, str]
) -> dict[str, tuple[CueForm, ...]]:
    forms: dict[str, list[CueForm]] = {}
    for raw in table.get("cue", ()):
        row = CueRow(raw["class"], raw["stance"], raw.get("basis"), raw.get("setting"))
        for phrase in raw["verbs"]:
            first, *rest = phrase.split()
            _note_verb(first, inflection, verbs, lemmas)
            for form, tag in inflection.verbs(first):
                forms.setdefault(form, []).append(CueForm(row, tag, tuple(rest)))
    return {word: tuple(sorted(group, key=lambda f: -len(f.rest))) for word, group in forms.items()}


def _note_verb(base: str, inflection: Inflection, verbs: dict[str, str], lemmas: dict[str, str]) -> None:
    for form, tag in inflection.verbs(base):
        known = verbs.get(form, "")
        if tag not in known:
            verbs[form] = known + tag
        lemmas.setdefault(form, base)


_CLOSED = (
    ("adverbs", "B"), ("prepositions", "P"), ("determiners", "D"), ("pronouns", "O"), ("subordinators", "S"),
    ("relatives", "R"), ("conjunctions", "C"), ("negations", "N"), ("modals", "M"), ("get", "g"),
    ("do", "d"), ("have", "h"), ("be", "b"),
)  # fmt: skip


def _closed_words(grammar: dict[str, Any]) -> dict[str, str]:
    tags: dict[str, str] = {}
    for key, tag in _CLOSED:
        for word in grammar.get(key, ()):
            if " " not in word:
                tags[fold_word(word)] = tag
    for word in ("all", "both", "one", "this", "that", "those", "her", "some", "many", "several", "few"):
        if word in tags:
            tags[word] = "S" if word == "that" else "D"
    return tags


def _noun_classes(table: dict[str, Any], inflection: Inflection) -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    for name, words in table.items():
        forms = {form for word in words for form, _ in inflection.nouns(word)}
        classes[name] = frozenset(forms)
    return classes
