"""A pronoun's place in, the person or group it stands for out: a guess within three sentences, marked as inferred, or None."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from according.domain.passage import Span
from according.domain.statement import ActorKind
from according.language.sentences import iter_sentences
from according.read.actors import Actor

_REACH = 3  # sentences back
_LONGEST_CHAIN = 40  # pronouns that lean on one another; whoever was named before that is forgotten
_MOST = 16  # pronouns of one sentence that are looked at, the nearest
_PRONOUNS = {
    "en": {
        "f": ("she", "her", "hers", "herself"),
        "m": ("he", "him", "his", "himself"),
        "plural": ("they", "them", "their", "theirs", "themselves"),
    },
    "ru": {
        "f": ("она", "ее", "её", "ей", "нее", "неё", "ней", "ею", "нею"),
        "m": ("он", "его", "ему", "него", "нему", "нем", "нём"),
        "plural": ("они", "их", "им", "ними", "них", "ими"),
    },
}
_DEATH_OF = re.compile(
    r"\b(?:murder|killing|death|assassination|funeral|execution|burial|slaying|remains|body) of (?:the |a )?(?:[\w.-]+ ){0,4}$",
    re.IGNORECASE,
)
_SUBJECTS = frozenset({"she", "he", "they", "она", "он", "они"})
_GENDER = {
    language: {word: gender for gender, words in table.items() for word in words}
    for language, table in _PRONOUNS.items()
}
_WORD = re.compile(r"[^\W\d_]+")
_BODY = re.compile(
    r"\b(?:government|army|regime|company|management|administration|ministry|union|party|court|committee|council|police|military|"
    r"правительств\w+|арми\w+|режим\w*|компани\w+|руководств\w+|администраци\w+|полици\w+|профсоюз\w*|парти\w+|комитет\w*)\b",
    re.I,
)
_CATAPHORA = re.compile(
    r"^[\"“«]?(?:According to|In|During|At|Before|After|With|Despite|For|By|Following|На|В|По|После|Во|До)\b[^,.;]*$"
)


class Coreference:
    """Resolves the pronouns of one text. Sentences are found when first asked."""

    def __init__(self, text: str, actors: list[Actor], language: str) -> None:
        self._text = text
        self._actors = actors
        self._starts = [actor.start for actor in actors]
        self._language = language if language in _GENDER else "en"
        self._sentences: list[Span] | None = None
        self._seen: dict[int, Actor | None] = {}
        self._depth = 0

    def resolve(self, start: int) -> Actor | None:
        """Whom the pronoun that begins at `start` stands for."""
        if start not in self._seen:
            if self._depth >= _LONGEST_CHAIN:
                return None
            self._seen[start] = None  # a chain of pronouns never comes back to itself
            self._depth += 1
            self._seen[start] = self._resolve(start)
            self._depth -= 1
        return self._seen[start]

    def _resolve(self, start: int) -> Actor | None:
        match = _WORD.match(self._text, start)
        if not match:
            return None
        wanted = _GENDER[self._language].get(match.group().lower())
        if wanted is None:
            return None
        sentences = self._all_sentences()
        number = bisect_right(sentences, start, key=lambda one: one.start) - 1
        if number < 0:
            return None
        here = sentences[number]
        found = self._ahead(here, start, wanted) or self._in_sentence(here, start, wanted, match.group().lower())
        back = number - 1
        if found is None and wanted == "plural" and _BODY.search(self._text, here.start, start):
            return None  # "the government is …, they are": the body, not a group told of earlier
        while found is None and back >= 0 and back >= number - _REACH:
            found = self._in_sentence(sentences[back], sentences[back].end, wanted, "she")
            back -= 1
        if (
            wanted == "plural"
            and found is not None
            and not found.inferred
            and self._names_stand_between(found.end, start)
        ):
            return None  # "A, B and C … They": the people named, not the group that spoke of them
        return self._as_pronoun(found, start, match.end()) if found else None

    def _names_stand_between(self, start: int, end: int) -> bool:
        """Whether two named people stand joined between: they are whom a plural pronoun may mean as well."""
        people = [one for one in self._between(start, end) if one.proper and one.kind is ActorKind.PERSON]
        return any(
            re.fullmatch(r",? ?(?:and|&|и)? ?", self._text[one.end : other.start]) for one, other in pairwise(people)
        )

    def _all_sentences(self) -> list[Span]:
        if self._sentences is None:
            self._sentences = list(iter_sentences(self._text, self._language))
        return self._sentences

    def _ahead(self, here: Span, start: int, wanted: str) -> Actor | None:
        """ "According to his testimony, a senior officer …": the pronoun comes before the one it stands for."""
        before = self._text[here.start : start]
        if not _CATAPHORA.match(before.rstrip() + " ") or self._between(here.start, start):
            return None
        if self._language == "ru" and before.strip().lower() == "по":
            return None  # «По его словам, …» are the words of somebody told of before
        comma = self._text.find(",", start, here.end)
        if comma < 0 or comma - start > 60:
            return None
        first = next((one for one in self._between(comma, here.end) if one.start - comma <= 3), None)
        return first if first and self._fits(first, wanted) else None

    def _between(self, start: int, end: int) -> list[Actor]:
        low, high = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return self._actors[low:high]

    def _in_sentence(self, sentence: Span, before: int, wanted: str, pronoun: str) -> Actor | None:
        options = [
            one for one in self._between(sentence.start, before) if one.end <= before and self._fits(one, wanted)
        ]
        options += self._pronouns(sentence, before, wanted)
        if not options:
            return None
        options.sort(key=lambda one: one.start)
        sure = [one for one in options if one.gender == wanted or one.plural] or options
        sure = [one for one in sure if not self._is_dead(one)] or ([] if pronoun in _SUBJECTS else sure)
        if not sure:
            return None  # "after the murder of Anton Velin, he said": somebody else
        free = [one for one in sure if not self._is_possessor(one)] or sure
        return free[0] if pronoun in _SUBJECTS or len(free) == 1 else free[-1]

    def _pronouns(self, sentence: Span, before: int, wanted: str) -> list[Actor]:
        words = "|".join(_PRONOUNS[self._language][wanted])
        found = list(re.finditer(rf"\b(?:{words})\b", self._text[sentence.start : before], re.IGNORECASE))
        resolved = (self.resolve(match.start() + sentence.start) for match in found[-_MOST:])
        return [one for one in resolved if one is not None]

    def _is_dead(self, actor: Actor) -> bool:
        return _DEATH_OF.search(self._text, max(0, actor.start - 60), actor.start) is not None

    def _is_possessor(self, actor: Actor) -> bool:
        return self._text[actor.end : actor.end + 2] in ("'s", "’s", "s'", "s’")

    def _fits(self, actor: Actor, wanted: str) -> bool:
        if wanted == "plural":
            return actor.plural and actor.kind in (ActorKind.GROUP, ActorKind.UNNAMED)
        if actor.plural or actor.kind not in (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.UNNAMED):
            return False
        if self._language == "ru" and wanted == "f" and actor.gender is None and not actor.proper:
            return False  # «прокурор … она»: a masculine noun is not what a report calls her by
        return actor.gender in (wanted, None)

    def _as_pronoun(self, found: Actor, start: int, end: int) -> Actor:
        mention = found.mention or Span(found.start, found.end)
        return replace(
            found, start=start, end=end, text=self._text[start:end], mention=mention, inferred=True,
        )  # fmt: skip
