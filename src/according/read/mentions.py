"""A document in, everybody it speaks of out: people, bodies, offices, groups and the unnamed, each with the name it resolves to.

One look over the whole document. Nothing is compared with other documents here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from according.domain.document import Document
from according.domain.passage import Span
from according.domain.statement import ActorKind
from according.language.transliterate import is_cyrillic
from according.read.actors import Actor, Mentions
from according.read.capitals import capital_runs
from according.read.coreference import Coreference
from according.read.lexicon import has_grammar_data
from according.read.naming import apposition_after, name_people
from according.read.plain_people import plain_actors
from according.read.rolenouns import RolePhrase, is_kin, role_phrases

__all__ = ["Actor", "Mentions", "find_mentions", "mentions_in"]

_KIN_APPOSITION = re.compile(r"^,? $")


def find_mentions(document: Document) -> Mentions:
    """Everybody this document speaks of. Cost: linear in its text."""
    return mentions_in(document.text.content, document.language)


def mentions_in(text: str, language: str | None = None) -> Mentions:
    """As `find_mentions`, for a bare text. The language (ISO 639-1) is told from the script where it is None."""
    if language is None:
        language = "ru" if is_cyrillic(text[:2000]) else "en"
    if language in ("ru", "kk", "uk", "be", "ky"):
        from according.read.russian_names import russian_actors  # the dictionary is loaded only where it is needed

        actors = russian_actors(text)
        language = "ru"
    elif language != "en" and has_grammar_data(language):
        actors = plain_actors(text, language)
    else:
        actors = _english_actors(text)
    resolver = Coreference(text, actors, language)
    return Mentions(tuple(actors), resolver.resolve)


def _english_actors(text: str) -> list[Actor]:
    named = name_people(text, capital_runs(text))
    starts = [actor.start for actor in named]
    by_start = {actor.start: number for number, actor in enumerate(named)}
    described: list[Actor] = []
    for phrase in role_phrases(text):
        number = bisect_left(starts, phrase.start)
        if number < len(named) and named[number].start < phrase.end and named[number].end >= phrase.end:
            continue  # inside a name: "Ministry of Justice police"
        if number and named[number - 1].end > phrase.start and not phrase.possessor:
            continue
        before_name = by_start.get(_next_start(text, phrase.end))
        if before_name is not None and named[before_name].kind is ActorKind.PERSON:
            named[before_name] = _describe(named[before_name], phrase, text)
            if text[phrase.end : named[before_name].start].strip() == "":
                continue  # "judge X": one mention, the name
            described.append(_stand_for(phrase, named[before_name]))
            continue
        described.append(_described(text, phrase, named, starts))
    actors = sorted([*named, *described], key=lambda one: (one.start, -one.end))
    return _resolve_definite(actors)


def _next_start(text: str, end: int) -> int:
    if text[end : end + 1] in (" ", "\u00a0"):
        return end + 1
    return end + 2 if text[end : end + 2] == ", " else -1


def _describe(actor: Actor, phrase: RolePhrase, text: str) -> Actor:
    joined = text[phrase.end : actor.start].strip() == "" or is_kin(phrase.head) or phrase.determiner is not None
    if not joined:
        return actor
    return replace(
        actor,
        description=actor.description or phrase.text,
        gender=actor.gender or phrase.gender,
        minor=actor.minor or phrase.minor,
        age=actor.age or phrase.age,
    )


def _stand_for(phrase: RolePhrase, actor: Actor) -> Actor:
    """A phrase that says who a person beside it is: it stands for that person."""
    return Actor(
        phrase.start, phrase.end, phrase.text, ActorKind.PERSON, actor.name, actor.mention or Span(actor.start, actor.end),
        True, actor.gender, False, phrase.head, actor.description, actor.minor, actor.age, False,
    )  # fmt: skip


def _described(text: str, phrase: RolePhrase, named: list[Actor], starts: list[int]) -> Actor:
    number = bisect_right(starts, phrase.start) - 1
    if number >= 0 and not phrase.plural and named[number].kind is ActorKind.PERSON:
        after = apposition_after(text, named[number].end)
        if after is not None and after.start <= phrase.start <= after.start + 60 and phrase.end <= after.end:
            first = not any(one for one in role_phrases(text[after.start : phrase.start]))
            if first:
                return _stand_for(phrase, named[number])
    possessor = None
    if phrase.possessor is not None:
        owner = bisect_right(starts, phrase.possessor[0]) - 1
        if owner >= 0 and named[owner].end >= phrase.possessor[0] and named[owner].start < phrase.possessor[1]:
            possessor = named[owner].name
    name = phrase.text
    if phrase.determiner in ("a", "an", "the", "this", "that", "these", "those"):
        name = name[len(phrase.determiner) :].lstrip()
    return Actor(
        phrase.start, phrase.end, phrase.text, phrase.kind, name, None, False, phrase.gender, phrase.plural, phrase.head,
        None, phrase.minor, phrase.age, False, possessor,
    )  # fmt: skip


def _resolve_definite(actors: list[Actor]) -> list[Actor]:
    """ "the lawyer" is the person last described as a lawyer, when there is exactly one such person so far."""
    bearers: dict[str, list[Actor]] = {}
    out: list[Actor] = []
    for actor in actors:
        if actor.kind is ActorKind.PERSON and actor.proper and actor.description:
            for word in re.findall(r"[a-z][a-z\-]+", actor.description.lower())[:6]:
                bearers.setdefault(word, []).append(actor)
        elif not actor.proper and not actor.plural and actor.kind in (ActorKind.OFFICE, ActorKind.UNNAMED):
            one = bearers.get(actor.head, [])
            definite = actor.text.lower().startswith(("the ", "this ", "that "))
            if definite and one and len({person.name for person in one}) == 1 and not is_kin(actor.head):
                person = one[-1]
                actor = replace(
                    actor, kind=ActorKind.PERSON, name=person.name, inferred=True, gender=person.gender,
                    mention=person.mention or Span(person.start, person.end),
                )  # fmt: skip
        out.append(actor)
    return out
