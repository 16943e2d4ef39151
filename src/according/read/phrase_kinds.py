"""A noun phrase in, what sort of somebody or something it names out, by its head word and the names found in it. English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.domain.statement import ActorKind
from according.read.actors import Actor
from according.read.page import Page
from according.read.tokens import Tokens

_HIM = frozenset(
    [
        "он",
        "она",
        "они",
        "его",
        "ее",
        "их",
        "he",
        "she",
        "they",
        "it",
        "him",
        "her",
        "them",
        "his",
        "hers",
        "their",
        "its",
        "who",
        "whom",
        "himself",
        "herself",
        "themselves",
        "i",
        "we",
        "us",
        "me",
    ]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens, its head word, whether it stands for people."""

    first: int
    last: int
    start: int
    end: int
    head: str
    plural: bool
    person: bool  # somebody or a group of people
    authority: bool
    organisation: bool
    pronoun: bool
    negative: bool
    capital: bool = False  # the head is capitalised inside a sentence: somebody's name, as far as we know
    place: bool = False  # the head names a place: a country or a capital may act


def read_phrase(page: Page, tokens: Tokens, first: int, last: int) -> Phrase:
    """What sort of thing the tokens from first to last name."""
    nouns = page.lexicon.nouns
    head = _head_index(tokens, first, last)
    low = tokens.lows[head]
    pronoun = first == last and low in _HIM
    known = _named_head(page, tokens, head, first, last) or page.actor_in(tokens.starts[first], tokens.ends[last])
    has_count = bool(page.counts_in(tokens.starts[first], tokens.ends[last]))
    lasting = any(
        length.end >= tokens.ends[head] for length in page.lengths_in(tokens.starts[first], tokens.starts[head] + 1)
    )
    numeric = (tokens.tags[head] in "J" and not lasting) or low in {
        "others",
        "one",
        "some",
        "many",
        "several",
        "those",
        "dozens",
        "most",
        "few",
        "nobody",
        "anybody",
        "anyone",
        "everybody",
        "everyone",
        "somebody",
        "someone",
    }
    person = (
        low in nouns["people"] or low in nouns["groups"] or low in nouns["kin"] or (low in _HIM and low not in {"it", "its"})
        or numeric or (has_count and numeric) or low.endswith(("-year-old", "-year-olds"))
    )  # fmt: skip
    proper = tokens.words[head][:1].isupper() and head > 0
    # an unknown plural after a count ("37 oil workers"): people only by its ending
    if (
        not person
        and not proper
        and tokens.words[head].islower()
        and re.search(r"(?:ers|ors|ists|ians|men|ees|ants|[a-z]{3}man|women|woman)$", low)
    ):
        person = low not in nouns["documents"] and low not in _THINGS
    if known is not None and known.proper and known.start >= tokens.starts[first]:
        within = known.start <= tokens.starts[head] and known.end >= tokens.ends[head]
        if within and known.kind in (ActorKind.PERSON, ActorKind.OFFICE):
            person = True
    covers = known is not None and known.start <= tokens.starts[head] and tokens.ends[head] <= known.end
    organisation = low in nouns["organisations"] or (
        known is not None and covers and known.kind in (ActorKind.ORGANISATION, ActorKind.MEDIUM)
    )
    # "four of them": more than one, though no word of it ends in -s
    several = "of" in tokens.lows[first : last + 1] and (
        tokens.lows[first] in {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "some", "most", "dozens"}
        or (tokens.lows[first].isdigit() and tokens.lows[first] != "1")
    )  # fmt: skip
    authority = low in nouns["authorities"]
    if authority and not organisation:
        person = True
    return Phrase(
        first, last, tokens.starts[first], tokens.ends[last], low, (low.endswith("s") and not low.endswith("ss")) or low in nouns["groups"] or several, person,
        authority, organisation, pronoun, tokens.lows[first] in {"no", "none", "nobody", "neither"},
        proper and not (placed := bool(page.places_in(tokens.starts[head], tokens.ends[head]))),
        placed if proper else tokens.words[head][:1].isupper() and bool(page.places_in(tokens.starts[head], tokens.ends[head])),
    )  # fmt: skip


def _named_head(page: Page, tokens: Tokens, head: int, first: int, last: int) -> Actor | None:
    """The name that holds the head word: of "A B, C D and E F" the first."""
    for actor in page.actors_in(tokens.starts[first], tokens.ends[last]):
        if actor.proper and actor.start <= tokens.starts[head] and tokens.ends[head] <= actor.end:
            return actor
    return None


_THINGS = frozenset(
    [
        "papers",
        "computers",
        "numbers",
        "orders",
        "letters",
        "members",
        "matters",
        "quarters",
        "headquarters",
        "powers",
        "offers",
        "errors",
        "factors",
        "tractors",
        "posters",
        "containers",
        "trailers",
        "laws",
        "waters",
        "borders",
        "papers",
        "prayers",
        "dollars",
        "shoulders",
        "answers",
        "disorders",
        "barriers",
        "flyers",
        "fires",
        "rumors",
        "rumours",
        "towers",
        "rivers",
        "weapons",
        "centers",
        "centres",
        "corners",
        "figures",
        "oil",
        "plants",
        "restaurants",
        "grants",
    ]
)


def _head_index(tokens: Tokens, first: int, last: int) -> int:
    """The head noun: the last word before "of", "from", a comma or a possessive tail."""
    stop = last
    for k in range(first, last + 1):
        if (
            tokens.tags[k] in "PT"  # "an aide to X" is the aide
            and k > first
            and (tokens.tags[k - 1] in "WJO" or tokens.lows[k - 1] == "those")
            and tokens.lows[k] not in {"about", "around"}
        ):
            # "37 of the workers", "dozens of people": what stands after "of" tells what it is
            if tokens.lows[k] == "of" and (tokens.tags[k - 1] in "J" or tokens.lows[k - 1] in _PARTITIVE) and k < last:
                return _head_index(tokens, k + 1, last)
            stop = k - 1
            break
        if (
            tokens.tags[k] == "D"
            and tokens.lows[k] in _PARTITIVE
            and k + 1 <= last
            and tokens.lows[k + 1] == "of"
            and k + 2 <= last
        ):
            return _head_index(tokens, k + 2, last)
        if tokens.tags[k] in "," and k > first:
            stop = k - 1
            break
        if tokens.tags[k] == "C" and k > first + 1:
            stop = k - 1
            break
    while stop > first and tokens.tags[stop] not in "WJODV":
        stop -= 1
    return stop


_PARTITIVE = frozenset(
    [
        "total",
        "numbers",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "some",
        "many",
        "most",
        "several",
        "few",
        "both",
        "all",
        "none",
        "number",
        "group",
        "majority",
        "half",
        "third",
        "quarter",
        "rest",
        "couple",
        "handful",
        "pair",
        "two-thirds",
        "any",
        "each",
        "one",
    ]
)


def actor_kind(page: Page, phrase: Phrase) -> ActorKind:
    """What sort of somebody an unnamed phrase is."""
    nouns = page.lexicon.nouns
    if phrase.head in nouns["media"]:
        return ActorKind.MEDIUM
    if phrase.head in nouns["documents"]:
        return ActorKind.DOCUMENT
    if phrase.head in nouns["unnamed"] and (phrase.plural or phrase.head == "source"):
        return ActorKind.UNNAMED if phrase.head in {"source", "sources", "reports"} else ActorKind.GROUP
    if phrase.head in nouns["courts"] or phrase.head in nouns["offices"]:
        return ActorKind.OFFICE
    if phrase.organisation and phrase.head != "forces":
        return ActorKind.ORGANISATION
    if phrase.plural or phrase.head in nouns["groups"]:
        return ActorKind.GROUP
    if phrase.person:
        return ActorKind.PERSON
    return ActorKind.UNNAMED


def best_actor(page: Page, tokens: Tokens, phrase: Phrase) -> Actor | None:
    """The named actor that the phrase is, not one that only stands inside it ("supporters of X")."""
    head = _head_index(tokens, phrase.first, phrase.last)
    head_start, head_end = tokens.starts[head], tokens.ends[head]
    best: Actor | None = None
    for actor in page.actors_in(phrase.start, phrase.end):
        if (
            actor.start <= head_start
            and head_end <= actor.end
            and (best is None or (actor.proper, actor.end - actor.start) > (best.proper, best.end - best.start))
        ):
            best = actor
    return best
