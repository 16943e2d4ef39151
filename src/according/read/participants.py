"""Noun phrases in, participants out: who it is, of what kind, how many. Who "she" is, `mentions` tells; nobody is identified across
documents here.
"""

from __future__ import annotations

import re

from according.domain.passage import Span
from according.domain.statement import ActorKind, Count, Participant, Role
from according.read.actors import Actor
from according.read.page import Page
from according.read.phrase_kinds import Phrase, actor_kind, best_actor, read_phrase
from according.read.tokens import Tokens

_ARTICLE = re.compile(r"^(?:the|a|an|these|those|his|her|their|its|our|some|other|another)\s+", re.I)


_PART_OF = re.compile(r"\b(?:of|among)\s+((?:the|those|these|its|their|our)\s+.+)$")


def split_phrase(page: Page, tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a coordination when they are different somebodies: "A, B and two others"."""
    cuts: list[tuple[int, int]] = []
    begin = first
    depth_of = False
    if first + 1 <= last and tokens.tags[first + 1] == "C" and not _is_like_people(page, tokens, (first, first)):
        return [(first, last)]  # "unarmed and peaceful protesters"
    if _joins_adjectives(page, tokens, first, last):
        return [(first, last)]
    inside = 0
    for k in range(first, last + 1):
        opens = tokens.tags[k] == "(" or (tokens.tags[k] == "-" and inside == 0 and _is_dash(tokens, k))
        if opens and begin <= k - 1:
            cuts.append((begin, k - 1))
        if opens or inside:
            closes = tokens.tags[k] == ")" or (inside > 1 and tokens.tags[k] == "-" and _is_dash(tokens, k))
            inside = 0 if closes and inside else inside + 1
            begin = k + 1
            continue
        if tokens.tags[k] in "P" and _joined_under(tokens, k, last):
            depth_of = True
        if (tokens.tags[k] == "C" and tokens.lows[k] in {"and", "or", "&"}) or tokens.tags[k] == ",":
            if begin <= k - 1:
                cuts.append((begin, k - 1))
            begin = k + 1
    if begin <= last:
        cuts.append((begin, last))
    cuts = [(a, b - 1) if tokens.tags[b] == "-" and b > a else (a, b) for a, b in cuts]
    cuts = [cut for n, cut in enumerate(cuts) if not (n and _is_age(tokens, *cut))]  # "Anna Velin, 34, and"
    if len(cuts) < 2:
        return [(first, last)]
    named = [page.actor_in(tokens.starts[a], tokens.ends[b]) for a, b in cuts]
    if depth_of and not all(actor is not None and actor.proper for actor in named):
        return [(first, last)]
    if read_phrase(page, tokens, *cuts[0]).person:
        kept = [cuts[0]] + [cut for cut in cuts[1:] if _is_like_people(page, tokens, cut)]
        if len(kept) < len(cuts):
            cuts, named = kept, [page.actor_in(tokens.starts[a], tokens.ends[b]) for a, b in kept]
            last = cuts[-1][1]
        if len(cuts) == 1:
            return cuts
    own = [best_actor(page, tokens, read_phrase(page, tokens, *cut)) for cut in cuts]
    told = {n for n in range(1, len(cuts)) if _says_who(tokens, cuts[n], own[n - 1])}
    if told:  # "Anna Velin, a Reform Party member": the party does nothing
        cuts = [cut for n, cut in enumerate(cuts) if n not in told]
        own = [actor for n, actor in enumerate(own) if n not in told]
        named = [actor for n, actor in enumerate(named) if n not in told]
        last = cuts[-1][1]
        if len(cuts) == 1:
            return cuts
    proper = [cut for cut, actor in zip(cuts, own, strict=True) if actor is not None and actor.proper]
    described = [cut for cut in cuts if cut not in proper and tokens.lows[cut[0]] in {"a", "an"}]
    if len(proper) > 1 and described:
        return [cut for cut in cuts if cut not in described]
    if all(actor is None for actor in named) and not any(tokens.tags[a] in "DJ" for a, b in cuts[1:]):
        return [(first, last)]
    # one name that itself holds "and" ("Ministry of Labour and Health") is one
    whole = page.actor_in(tokens.starts[first], tokens.ends[last])
    if (
        whole is not None
        and whole.proper
        and whole.end >= tokens.ends[cuts[0][1]] + 4
        and whole.start <= tokens.starts[cuts[0][1]]
    ):
        return [(first, last)]
    return cuts


def _says_who(tokens: Tokens, cut: tuple[int, int], before: Actor | None) -> bool:
    """Whether a part behind a comma and "a" says who the person before it is."""
    named = before is not None and before.proper and before.kind is ActorKind.PERSON
    return named and tokens.tags[cut[0] - 1] == "," and tokens.lows[cut[0]] in {"a", "an"}


def _is_age(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a part of a list is a bare number behind a name."""
    name = first > 1 and tokens.tags[first - 1] == "," and tokens.words[first - 2][:1].isupper()
    return first == last and tokens.words[first].isdigit() and len(tokens.words[first]) < 3 and name


def _is_dash(tokens: Tokens, k: int) -> bool:
    """Whether a dash stands between words, not inside one, and is the last of "--"."""
    if tokens.tags[k + 1 : k + 2] == ["-"]:
        return False
    return tokens.starts[k + 1 : k + 2] != [tokens.ends[k]]


def _joins_adjectives(page: Page, tokens: Tokens, first: int, last: int) -> bool:
    """ "seven Turkish and Turkish-Dutch men", "young and old miners": "and" stands between what describes one noun."""
    joint = next((k for k in range(first, last + 1) if tokens.tags[k] in "C,"), -1)
    if not (first < joint < last - 1 and tokens.tags[joint] == "C") or tokens.tags[joint + 1] in "DJ":
        return False
    if any(tokens.tags[k] in "CP," for k in range(joint + 1, last + 1)) or tokens.tags[first] not in "JD":
        return False
    left, low = tokens.words[joint - 1], tokens.lows[joint - 1]
    if low.endswith("s") or any(low in page.lexicon.nouns[name] for name in ("people", "groups", "kin", "authorities")):
        return False
    return low.endswith(("an", "ish", "ese", "ic", "al", "ed", "ive", "ous", "i", "young", "old")) and (
        left[0].isupper() == tokens.words[joint + 1][0].isupper() and not tokens.words[last][0].isupper()
    )


def _joined_under(tokens: Tokens, k: int, last: int) -> bool:
    """Whether an "and" follows the preposition with no comma between: "of miners and drivers"."""
    for m in range(k, last + 1):
        if tokens.tags[m] == ",":
            return False
        if tokens.tags[m] == "C":
            return True
    return False


def _is_like_people(page: Page, tokens: Tokens, cut: tuple[int, int]) -> bool:
    phrase = read_phrase(page, tokens, *cut)
    named = phrase.capital and cut[1] > cut[0] and tokens.words[cut[0]][:1].isupper()
    return (
        named
        or phrase.person
        or phrase.organisation
        or phrase.authority
        or best_actor(page, tokens, phrase) is not None
    )


def read_participants(page: Page, tokens: Tokens, first: int, last: int, role: Role) -> list[Participant]:
    """Everybody a noun phrase names, in this role."""
    out: list[Participant] = []
    first = _past_of(page, tokens, first, last, role)
    for a, b in split_phrase(page, tokens, first, last):
        while a <= b and tokens.tags[a] in ",CBS" and tokens.lows[a] not in {"nearly", "almost"}:
            a += 1
        if a <= b:
            out.append(_read_one(page, tokens, a, b, role))
    return out


def _past_of(page: Page, tokens: Tokens, first: int, last: int, role: Role) -> int:
    """ "the lives of her children", "the death of Anna Petrova, who was": the somebody stands behind "of"."""
    if role not in (Role.AGENT, Role.PATIENT) or read_phrase(page, tokens, first, last).person:
        return first
    for k in range(first + 1, last):
        if tokens.tags[k] == "C":
            return first
        if tokens.lows[k] == "of" and read_phrase(page, tokens, k + 1, last).person:
            return k + 1
    return first


def _read_one(page: Page, tokens: Tokens, first: int, last: int, role: Role) -> Participant:
    start, end = tokens.starts[first], tokens.ends[last]
    phrase = read_phrase(page, tokens, first, last)
    actor = page.pronoun(start) if phrase.pronoun else best_actor(page, tokens, phrase)
    count = page.count_for(start, end)
    words = page.text[start:end]
    if actor is None or not actor.proper:
        actor = (
            _kin_of(page, tokens, phrase)
            or _named_behind(page, tokens, phrase)
            or _named_before(page, tokens, phrase)
            or actor
        )
    if (
        actor is not None
        and actor.proper
        and start < actor.start
        and re.search(r"[’']s?\s$", page.text[start : actor.start])
        and actor.kind is not ActorKind.PERSON
    ):
        actor = None  # "the Prosecutor General's Office": the whole is the name
    if actor is not None and (phrase.pronoun or actor.proper):
        return Participant(
            role=role, name=actor.name, kind=actor.kind, count=None, description=actor.description, minor=actor.minor,
            start=start, end=end, mention=_mention(actor, start),
            inferred=actor.inferred or phrase.pronoun or phrase.head in {"mother", "father", "parent"},
        )  # fmt: skip
    name = _ARTICLE.sub("", words)
    if tokens.lows[first] in {"his", "her", "their"} and last > first and phrase.person:
        owner = page.pronoun(start)
        if owner is not None and owner.proper:
            name = f"{owner.name}’s {name}"
    part = _PART_OF.search(words)
    if count is None and first >= 2 and tokens.lows[first - 2 : first] == ["one", "of"]:
        whole = page.count_for(tokens.starts[first - 2], end)
        if whole is not None and whole.of is not None:
            count = Count(whole.of, whole.of, tokens.words[first], start=start, end=tokens.ends[first])
    if count is None and _ONE_IN_ORDER.fullmatch(words):
        count = Count(1, 1, words, start=start, end=end)
    minors = page.lexicon.nouns["minors"]
    return Participant(
        role=role, name=name or words, kind=actor_kind(page, phrase),
        count=count, part_of=part[1] if part and count is not None else None,
        minor=any(low in minors for low in tokens.lows[first : last + 1]), start=start, end=end, inferred=phrase.pronoun or not words.endswith(name),
    )  # fmt: skip


_ONE_IN_ORDER = re.compile(r"the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)", re.I)
_ONE = frozenset({"a", "an", "one", "the", "another", "his", "her", "their", "its", "our"})


_TITLES = re.compile(r"(?:[A-Z][\w-]{0,11}\.? ){1,2}")  # "Rep. Anna Petrova"


def _named_behind(page: Page, tokens: Tokens, phrase: Phrase) -> Actor | None:
    """ "One activist, Anna Petrova, had": the name set behind a description of one person."""
    if (
        (phrase.plural and tokens.lows[phrase.first] != "one")
        or not phrase.person
        or phrase.last + 2 >= len(tokens)
        or tokens.tags[phrase.last + 1] != ","
    ):
        return None
    if tokens.lows[phrase.first] not in _ONE and tokens.tags[phrase.first] not in "W'":
        return None
    begin = tokens.starts[phrase.last + 2]
    for actor in page.actors_in(begin, begin + 80):
        titled = actor.start == begin or _TITLES.fullmatch(page.text, begin, actor.start) is not None
        if (
            titled
            and actor.kind is ActorKind.PERSON
            and actor.proper
            and (page.text[actor.end : actor.end + 1] in {",", "."} or page.text[actor.end : actor.end + 2] == " (")
        ):
            return actor
        if actor.start > begin and not titled:
            break
    return None


def _named_before(page: Page, tokens: Tokens, phrase: Phrase) -> Actor | None:
    """ "Anna Petrova, a driver arrested in": the name set before a description of one person."""
    at = phrase.first - 1
    if (
        phrase.plural
        or not phrase.person
        or at < 1
        or tokens.tags[at] != ","
        or tokens.lows[phrase.first] not in {"a", "an"}
    ):
        return None
    close = tokens.ends[at - 1]
    for actor in page.actors_in(max(0, close - 60), close):
        if actor.end == close and actor.proper and actor.kind is ActorKind.PERSON:
            return actor
    return None


def _kin_of(page: Page, tokens: Tokens, phrase: Phrase) -> Actor | None:
    """ "her mother", where "her" is somebody the text calls that mother's daughter."""
    if phrase.head not in {"mother", "father", "parent"} or tokens.lows[phrase.first] not in {"her", "his"}:
        return None
    child = page.pronoun(tokens.starts[phrase.first])
    return page.parents.get(child.name) if child is not None else None


def _mention(actor: Actor, start: int) -> Span | None:
    if actor.mention is not None:
        return actor.mention
    return Span(actor.start, actor.end) if actor.start != start else None
