"""A text in a language told by data alone in, the people, bodies and groups it names out. No surname is resolved beyond this text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.domain.passage import Span
from according.domain.statement import ActorKind
from according.language.givens import gender_of_given, is_given
from according.read.actors import Actor
from according.read.gazetteer import find_place
from according.read.lexicon import fold_word
from according.read.plain_tables import PlainTables, plain_tables

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MARK = re.compile(r"[.!?:;…\n\"“”«»(¿¡—–]\s*$")
_MAX_NAME = 7  # words, small ones included
_KINDS = {
    "courts": ActorKind.OFFICE, "offices": ActorKind.OFFICE, "media": ActorKind.MEDIUM, "documents": ActorKind.DOCUMENT,
    "organisations": ActorKind.ORGANISATION, "authorities": ActorKind.ORGANISATION, "kin": ActorKind.PERSON,
    "unnamed": ActorKind.UNNAMED, "groups": ActorKind.GROUP, "people": ActorKind.UNNAMED,
}  # fmt: skip
_BODIES = frozenset({"courts", "media", "organisations", "authorities"})
_TITLES = frozenset({"offices", "people", "kin", "courts"})


def plain_actors(text: str, language: str) -> list[Actor]:
    """Everybody named or described, in order; where one stands in another only the outer is kept."""
    tables = plain_tables(language)
    words = [(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(text)]
    inside = {word for start, _, word in words if word[0].isupper() and not _begins(text, start)}
    out: list[Actor] = []
    surnames: dict[str, Actor] = {}
    at = 0
    while at < len(words):
        found = _name_at(text, words, at, tables, inside, surnames) or _noun_at(text, words, at, tables)
        if found is None:
            at += 1
            continue
        actor, at = found
        if actor.proper and actor.kind is ActorKind.PERSON and " " in actor.name:
            surnames.setdefault(actor.name.rpartition(" ")[2], actor)
        out.append(actor)
    return out


Words = list[tuple[int, int, str]]


def _begins(text: str, start: int) -> bool:
    return start == 0 or _MARK.search(text[max(0, start - 4) : start]) is not None


def _joined(text: str, words: Words, k: int) -> bool:
    """Whether word k stands one blank behind the word before."""
    return 0 < k < len(words) and text[words[k - 1][1] : words[k][0]] in (" ", "\u00a0")


def _name_at(
    text: str, words: Words, at: int, tables: PlainTables, inside: set[str], surnames: dict[str, Actor]
) -> tuple[Actor, int] | None:
    start, _, word = words[at]
    low = fold_word(word)
    if not word[0].isupper() or low in tables.lexicon.tags or (low in tables.lexicon.verbs and _begins(text, start)):
        return None
    last = _last_of_name(text, words, at, tables)
    name = text[start : words[last][1]]
    kind = tables.kinds.get(low)
    if kind in _TITLES and kind not in _BODIES and last > at:
        return None  # "Ministro Juan Pérez": the noun is read as a title
    actor_kind = _kind_of_name(text, start, word, name, kind, inside)
    if actor_kind is None:
        known = surnames.get(name)
        if known is None:
            return None
        mention = Span(known.start, known.end)
        return _actor(text, start, words[last][1], known.kind, known.name, mention=mention, inferred=True), last + 1
    gender = gender_of_given(fold_word(word)) if actor_kind is ActorKind.PERSON else None
    return _actor(text, start, words[last][1], actor_kind, " ".join(name.split()), gender=gender), last + 1


def _last_of_name(text: str, words: Words, at: int, tables: PlainTables) -> int:
    """The last capitalised word of the run; small links ("de la") may stand inside."""
    last = k = at
    while k + 1 < len(words) and k + 1 - at < _MAX_NAME and _joined(text, words, k + 1):
        following = words[k + 1][2]
        if following[0].isupper():
            last = k + 1
        elif following not in tables.name_links:
            break
        k += 1
    return last


def _kind_of_name(text: str, start: int, word: str, name: str, kind: str | None, inside: set[str]) -> ActorKind | None:
    """What a capitalised run is; None for a place, or a single word that nothing tells to be a name."""
    if kind is not None:
        return _KINDS[kind] if kind in _BODIES | {"offices"} else None
    if 2 <= len(name) <= 7 and name.isupper():
        return ActorKind.ORGANISATION if name in inside else None
    if find_place(name) is not None and not (" " in name and is_given(fold_word(word))):
        return None
    if " " in name:
        return ActorKind.PERSON
    return ActorKind.PERSON if word in inside and is_given(fold_word(word)) else None


def _noun_at(text: str, words: Words, at: int, tables: PlainTables) -> tuple[Actor, int] | None:
    """A noun of people, with the article or number before it and the name behind it."""
    start, end, word = words[at]
    low = fold_word(word)
    kind = tables.kinds.get(low)
    if kind is None:
        return None
    if at and _joined(text, words, at) and fold_word(words[at - 1][2]) in tables.lexicon.tags:
        tag = tables.lexicon.tags[fold_word(words[at - 1][2])]
        start = words[at - 1][0] if tag == "D" else start
    plural = low in tables.plurals or kind == "groups"
    if kind in _TITLES and not plural:
        behind = next(_names_behind(text, words, at, tables), None)
        if behind is not None:
            last, name = behind
            description = text[start : words[at][1]]
            mention = Span(words[last[0]][0], words[last[1]][1])
            actor = _actor(text, start, mention.end, ActorKind.PERSON, name, mention=mention)
            return Actor(
                actor.start, actor.end, actor.text, actor.kind, name, mention, False, _gender(tables, low, name), False,
                name.rpartition(" ")[2], description,
            ), last[1] + 1  # fmt: skip
    if kind in _BODIES and not plural:
        behind = next(_names_behind(text, words, at, tables), None)
        if behind is not None:
            name = text[words[at][0] : words[behind[0][1]][1]]
            return _actor(text, start, words[behind[0][1]][1], _KINDS[kind], " ".join(name.split())), behind[0][1] + 1
    actor_kind = ActorKind.GROUP if plural else _KINDS[kind]
    name = text[words[at][0] : end]
    minor = low in tables.lexicon.nouns["minors"]
    return Actor(
        start, end, text[start:end], actor_kind, name, None, False, _gender(tables, low, ""), plural, low, None, minor, None, False
    ), at + 1  # fmt: skip


def _names_behind(text: str, words: Words, at: int, tables: PlainTables) -> Iterator[tuple[tuple[int, int], str]]:
    """The name right behind a noun, perhaps after "of" and a body: "el ministro Juan Pérez"."""
    if _joined(text, words, at + 1) and words[at + 1][2][0].isupper():
        last = _last_of_name(text, words, at + 1, tables)
        name = text[words[at + 1][0] : words[last][1]]
        if not name.isupper() and fold_word(words[at + 1][2]) not in tables.kinds:
            yield (at + 1, last), " ".join(name.split())


def _gender(tables: PlainTables, low: str, name: str) -> str | None:
    if low in tables.lexicon.nouns["women"]:
        return "f"
    return gender_of_given(fold_word(name.split(" ")[0])) if name else None


def _actor(
    text: str, start: int, end: int, kind: ActorKind, name: str, *, mention: Span | None = None, inferred: bool = False,
    gender: str | None = None,
) -> Actor:  # fmt: skip
    return Actor(start, end, text[start:end], kind, name, mention, inferred, gender, head=name.rpartition(" ")[2])
