"""The first words of a report in, its dateline out: "VELMAR, 3 May (Agency) --". Where and when it was told, never what it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from according.domain.passage import Span
from according.language.words import LANGUAGES, read_table
from according.read.gazetteer import Place, find_place

_NAME = r"[^\W\d_a-zа-яё][\w.'’-]*(?:[ \u00a0](?:(?:de|del|la|las|los|el|do|da)[ \u00a0]){0,2}[^\W\d_a-zа-яё][\w.'’-]*){0,3}"
_DAY = r"(?:\d{1,2} [^\W\d_]{3,9}\.?(?:,? \d{2,4})?|[^\W\d_]{3,9}\.? \d{1,2}(?:,? \d{2,4})?|[Nn]o date)"
_DATELINE = re.compile(
    rf"\s*(?P<place>{_NAME})(?: \((?P<in>{_NAME})\)|, (?P<of>{_NAME})(?=,? \(| ?[–—-]))?(?P<day>,? {_DAY})?"
    rf"(?P<agency>,? \([^()\n]{{2,70}}\))?(?:[^\S\n]{{0,2}}(?:--|—|–)|[^\S\n]-(?=[^\S\n]))[^\S\n]{{0,2}}(?:\[[^\[\]\n]{{1,120}}\][^\S\n]{{0,2}})*"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed. `end`: where the report itself begins."""

    start: int
    end: int
    name: Span
    place: Place | None  # None where the gazetteer does not know it
    day: str | None = None  # as printed: "3 May 90"

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2 code of the country it was filed in."""
        return self.place.country if self.place else None


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline at the head of the text (or of the block at `start`), or None. A known place, a day or an agency must make it one."""
    match = _DATELINE.match(text, start)
    if match is None:
        return None
    state = find_place(match["in"] or match["of"]) if match["in"] or match["of"] else None
    place = find_place(match["place"], state.country if state else None)
    if place is None and state is not None:
        place = state
    if match["day"] and not _names_month(match["day"]):
        return None  # "Anna Velin, the 30-year-old"
    sure = bool(match["day"] or match["agency"]) or match["place"].isupper()
    if not sure and not (place is not None and place.is_famous):
        return None
    if place is not None and state is not None and place.country != state.country:
        place = state
    day = (match["day"] or "").strip(" ,") or None
    return Dateline(match.start("place"), match.end(), Span(*match.span("place")), place, day)


def _names_month(words: str) -> bool:
    months = _months()
    low = [word.casefold() for word in re.findall(r"[^\W\d_]+", words)]
    return any(word in months for word in low) or low == ["no", "date"]


@cache
def _months() -> frozenset[str]:
    """Names of months in every language that has a table of dates."""
    return frozenset(word.rstrip(".") for code in LANGUAGES for word in read_table(code, "dates")["month"])
