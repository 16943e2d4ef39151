"""Words around a figure in; what exactly it counts, out: a part of the crowd, the towns, a figure given formerly. Adds nothing up."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

from according.domain.entity import EntityKind
from according.domain.statement import Statement
from according.language.words import read_table
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import place_mention
from according.reconcile.vocabulary import is_state_side

_FORMER_REACH = 60  # code points from "initially" to the figure it goes with
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NAME = r"[^\W\d_a-zа-яё][\w'’-]+(?:[\s-](?:es|de|del|la|el|al|на|[^\W\d_a-zа-яё][\w'’-]+))*"
_TWO = re.compile(
    rf"\b(?:in|at|near|across|between|в|во|под|около)\s+(?:both\s+)?({_NAME})(?:,\s{_NAME})?,?\s(?:and|as well as|и|а также)\s"
    rf"(?:in\s|at\s|в\s|во\s)?({_NAME})"
)
_ONE = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Вв]|[Вв]о)\s+({_NAME})")
_WIDE = frozenset({"country", "region", "state", "province", "continent"})


@lru_cache(maxsize=1)
def _lists() -> dict[str, tuple[str, ...]]:
    rows = tomllib.loads(files("according.reconcile").joinpath("scopes.toml").read_text(encoding="utf-8"))
    return {name: tuple(word for words in row.values() for word in words) for name, row in rows.items()}


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    return frozenset(word.replace("ё", "е") for word in _lists()["part"]) | frozenset(_lists()["part"])


@lru_cache(maxsize=20_000)
def is_part_of_crowd(scope: str) -> bool:
    """Whether what is counted is some among those hurt or held: officers, women, leaders; not "workers" or "miners"."""
    return any(word in _parts() or is_state_side(word) for word in scope.split())


@lru_cache(maxsize=1)
def _formerly() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _lists()['formerly']))})\b[^\d]*$", re.IGNORECASE)


def is_former(evidence: Evidence, statement: Statement, at: int) -> bool:
    """Whether the figure at this code point is told as one given before: "initially 10", "had at first said four"."""
    content = evidence.documents[statement.document].text.content
    before = content[max(statement.quote.start, at - _FORMER_REACH) : at]
    return _formerly().search(before) is not None


class Towns:
    """The places that documents name, to tell a figure for one town from a figure for two."""

    def __init__(self, evidence: Evidence, cast: Cast) -> None:
        self._evidence = evidence
        self._cast = cast
        self._named: dict[str, dict[str, str]] = defaultdict(dict)
        for statement in evidence.statements:
            entity = cast.get_by_mention(place_mention(statement))
            if statement.where is not None and entity is not None and entity.kind is EntityKind.PLACE:
                for words in (statement.where.name, statement.where.words):
                    self._named[statement.document].setdefault(words.casefold(), entity.id)

    def counted_in(self, statement: Statement) -> frozenset[str]:
        """Ids of the places the figure is for; empty where none is told. "Vell and Orlova" are two, "Vell, Westland" is one."""
        joined = self._joined(statement)
        where = statement.where
        if where is None or "where" in statement.inferred or where.name.islower():
            return joined
        entity = self._cast.get_by_mention(place_mention(statement))
        own = entity.id if entity else "name:" + where.name.casefold()
        return (
            joined if own in joined or not joined.isdisjoint({"name:" + where.words.casefold()}) else frozenset({own})
        )

    def hinted(self, statement: Statement) -> str | None:
        """The one town its sentence names, where the figure has none of its own: "In Vell she saw where ten people died"."""
        if statement.where is not None and "where" not in statement.inferred:
            return None
        named = self._named.get(statement.document, {})
        found = {
            named[match.group(1).casefold()]
            for match in _ONE.finditer(statement.quote.exact)
            if match.group(1).casefold() in named
        }
        towns = [
            place for place in found if (entity := self._cast.entities.get(place)) and entity.place_kind not in _WIDE
        ]
        return towns[0] if len(towns) == 1 else None

    def names(self, places: frozenset[str]) -> str | None:
        """The places as words, in order."""
        known = []
        for place in sorted(places):
            entity = self._cast.entities.get(place)
            known.append(entity.name if entity else place.removeprefix("name:").title())
        return " + ".join(sorted(known)) or None

    def is_within(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether the first may be the second or lie in it: a town in its country, towns in the countries told of."""
        return one <= other or all(self._lies_in(place, other) for place in one)

    def _lies_in(self, place: str, others: frozenset[str]) -> bool:
        if place in others:
            return True
        entity = self._cast.entities.get(place)
        if entity is None or entity.country is None:
            return False
        wider = (self._cast.entities.get(other) for other in others)
        return any(item is not None and item.place_kind in _WIDE and item.country == entity.country for item in wider)

    def _joined(self, statement: Statement) -> frozenset[str]:
        """Two places joined by "and" in the sentence: the figure is for both."""
        found = _TWO.search(statement.quote.exact)
        if found is None or _is_institution(statement.quote.exact[found.end() :]):
            return frozenset()
        named = self._named.get(statement.document, {})
        known = [named.get(_without_day(found.group(number)).casefold()) for number in (1, 2)]
        if not any(known):
            return frozenset()  # "in March and April", "in Roe and Doe": neither is known as a place
        names = (found.group(1), _without_day(found.group(2)))
        return frozenset(item or "name:" + name.casefold() for item, name in zip(known, names, strict=True))


def _without_day(name: str) -> str:
    """The name of a town without the weekday, month or "Last" that stands behind it: "Kenya and Tanzania Friday"."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in _days():
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    tables = [read_table(language, "dates") for language in ("en", "ru")]
    return frozenset({word for table in tables for key in ("month", "weekday") for word in table[key]} | {"last"})


def _is_institution(after: str) -> bool:
    words = _WORD.findall(after[:24])
    return bool(words) and after[:1] == " " and words[0].casefold() in _lists()["institution"]
