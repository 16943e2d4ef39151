"""A page in, drafts of kinship and of seats out: "her sister Vera", "Anton, son of Vera Dorov"; "the union, based in Karn". English.

Whoever is told of needs a name on both sides."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from according.domain.passage import Span
from according.domain.statement import ActorKind, Participant, Role, Value
from according.language.words import one_of
from according.read.actors import Actor
from according.read.draft import Draft
from according.read.page import Page, Sentence


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Kin noun before a name, behind a name with "of", behind a name with a possessor."""
    table = tomllib.loads((files("according.read") / "data" / "en" / "relations.toml").read_text("utf-8"))
    kin = one_of(table["kinship"]["nouns"])
    modifier = r"(?:[a-z]+(?:-[a-z]+)*[ \u00a0]){0,2}"
    aged = r"(?:\d{1,3}-year-old[ \u00a0])?"
    return (
        re.compile(rf"(?P<whose>\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Mm]y|[^\W\d_]['’]s?)[ \u00a0]{aged}{modifier}(?P<kin>{kin})(?:,| named)?[ \u00a0]$"),
        re.compile(rf",? (?:is |was |who is |who was |\(?\d{{1,3}}\)?, )?(?:the |a |an )?{aged}{modifier}(?P<kin>{kin}) of (?:the )?(?:late )?"),
        re.compile(rf",? (?:is |was )?(?P<whose>his|her|their|[A-Z][\w-]+(?: [A-Z][\w-]+)*['’]s?) {aged}{modifier}(?P<kin>{kin})(?=[,.;:)\n]|$| and\b)"),
    )  # fmt: skip


@cache
def kin_nouns() -> frozenset[str]:
    """Nouns of kinship."""
    table = tomllib.loads((files("according.read") / "data" / "en" / "relations.toml").read_text("utf-8"))
    return frozenset(table["kinship"]["nouns"])


def find_kinship(page: Page) -> Iterator[Draft]:
    """Who is whose kin, each pair once."""
    seen: set[tuple[str, ...]] = set()
    for actor, sentence in page.named_people():
        draft = _of_actor(page, actor, sentence)
        if draft is not None:
            key = (*(one.name for one in draft.participants), draft.value.kin or "" if draft.value else "")
            if key not in seen:
                seen.add(key)
                yield draft


def _of_actor(page: Page, actor: Actor, sentence: Sentence) -> Draft | None:
    before, of, possessed = _patterns()
    text = page.plain
    low = max(sentence.start, actor.start - 70)
    last = text[low : actor.start].rstrip(" \u00a0,").rpartition(" ")[2]
    front = before.search(text[low : actor.start]) if last == "named" or last in kin_nouns() else None
    if front is not None:
        relative = _whose(page, sentence, low + front.start("whose"), low + front.end("whose"), front["whose"])
        return _draft(page, actor, relative, low + front.start("kin"), front["kin"], "before")
    behind = of.match(text, actor.end, sentence.end)
    if behind is not None:
        relative = next((one for one in page.actors_in(behind.end(), behind.end() + 70) if _is_person(one)), None)
        near = relative is not None and relative.start - behind.end() < 48
        return _draft(page, actor, relative if near else None, behind.start("kin"), behind["kin"], "of")
    owned = possessed.match(text, actor.end, sentence.end)
    if owned is not None:
        relative = _whose(page, sentence, owned.start("whose"), owned.end("whose"), owned["whose"])
        return _draft(page, actor, relative, owned.start("kin"), owned["kin"], "possessed")
    return None


def _is_person(actor: Actor) -> bool:
    return actor.proper and actor.kind is ActorKind.PERSON


def _whose(page: Page, sentence: Sentence, start: int, end: int, words: str) -> Actor | None:
    """The person a possessive stands for: a pronoun resolved, or the name before the apostrophe."""
    if words.lower() in ("his", "her", "their", "my"):
        return _near_pronoun(page, sentence, start, words.lower())
    near = [
        one for one in page.actors_in(max(sentence.start, start - 40), end) if _is_person(one) and one.end >= start - 2
    ]
    return near[-1] if near else None


def _near_pronoun(page: Page, sentence: Sentence, start: int, word: str) -> Actor | None:
    """Whom the pronoun stands for, where this sentence or the one before names that person and the gender does not speak against it."""
    who = page.pronoun(start)
    if who is None or word == "my" or (who.gender and who.gender != {"his": "m", "her": "f"}.get(word, who.gender)):
        return None
    low = page.sentences[max(0, sentence.index - 1)].start if who.gender else sentence.start
    named = [one for one in page.actors_in(low, start) if _is_person(one) and one.name == who.name]
    return replace(named[-1], inferred=True) if named else None


def _draft(page: Page, actor: Actor, relative: Actor | None, at: int, kin: str, how: str) -> Draft | None:
    if relative is None or relative.name == actor.name or not relative.proper:
        return None
    span = Span(at, at + len(kin))
    low, high = min(actor.start, relative.start, at), max(actor.end, at + len(kin))
    draft = Draft("kinship", span, f"en.kinship.{how}", 0, Span(low, high))
    draft.value = Value(kin=kin.lower())
    draft.note("type", f"{kin!r} tells kinship", span.start, span.end)
    draft.participants = [_participant(Role.HOLDER, actor), _participant(Role.RELATIVE, relative)]
    return draft


def _participant(role: Role, actor: Actor) -> Participant:
    return Participant(
        role=role, name=actor.name, kind=actor.kind, start=actor.start, end=actor.end, mention=actor.mention,
        inferred=actor.inferred, minor=actor.minor,
    )  # fmt: skip


@cache
def _seat() -> re.Pattern[str]:
    table = tomllib.loads((files("according.read") / "data" / "en" / "relations.toml").read_text("utf-8"))
    return re.compile(
        rf"(?:,|,? which is|,? that is| is| are|,? [a-z-]+(?: [a-z-]+){{0,4}}) (?P<based>{one_of(table['location']['based'])}) in "
    )


def find_seats(page: Page) -> Iterator[Draft]:
    """Where a named body sits."""
    for actor in page.mentions.actors:
        if not actor.proper or actor.kind not in (ActorKind.ORGANISATION, ActorKind.MEDIUM):
            continue
        found = _seat().match(page.plain, actor.end, actor.end + 90)
        place = next(iter(page.places_in(found.end(), found.end() + 8)), None) if found else None
        if found is None or place is None:
            continue
        span = Span(found.start("based"), found.end("based"))
        draft = Draft("location", span, "en.location.based", 0, Span(actor.start, place.end or span.end))
        draft.note("type", f"{found['based']!r} tells a seat", span.start, span.end)
        draft.participants = [_participant(Role.HOLDER, actor)]
        draft.where = place
        yield draft
