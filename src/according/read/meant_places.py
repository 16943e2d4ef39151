"""Text, dateline and country in, places that are meant without a name out: "in this city", "in the capital". English; always an inference."""

from __future__ import annotations

import re

from according.domain.statement import Where
from according.language.words import read_table
from according.read.gazetteer import Place, capital_of

_THIS = re.compile(r"\bthis (?:capital(?: city)?|city|town|village|port)\b", re.IGNORECASE)
_CAPITAL = re.compile(
    r"\bthe (?:(?:country|nation)['’]s )?capital(?! (?:of|gains|punishment|cit(?:y|ies) of|market|markets|letters?|region|district|account|controls?|flight|investment|"
    r"expenditure|offence|offense|crimes?|case|sentence)\b)(?: city)?\b(?!['’]s)",
    re.IGNORECASE,
)


_PEOPLES_CAPITAL = re.compile(r"\bthe ([A-Z][a-z]+) capital\b(?! (?:of|gains|market|markets|controls?|flight)\b)")
_NAMED = re.compile(r",? [A-Z]")  # "the Peruvian capital Lima": the name itself tells


def find_meant(text: str, filed: Place | None, country: str | None) -> list[Where]:
    """Places meant. `filed`: the place of the dateline; `country`: the country the text is about."""
    out: list[Where] = []
    if filed is not None and filed.kind in ("settlement", "capital"):
        out += [_where(match, filed) for match in _THIS.finditer(text)]
    capital = _capital(text, country)
    if capital is not None:
        out += [_where(match, capital) for match in _CAPITAL.finditer(text) if not _NAMED.match(text, match.end())]
    for match in _PEOPLES_CAPITAL.finditer(text):
        theirs = _capital(text, read_table("en", "places")["people_of"].get(match[1].lower()))
        if theirs is not None and not _NAMED.match(text, match.end()):
            out.append(_where(match, theirs))
    return out


def _capital(text: str, country: str | None) -> Place | None:
    """The capital; where it moved, or there are two, only when the text names it."""
    capital = capital_of(country) if country else None
    if (
        capital is not None
        and country in read_table("en", "places")["words"]["capital_moved"]
        and capital.name not in text
    ):
        return None
    return capital


def _where(match: re.Match[str], place: Place) -> Where:
    return Where(
        match[0], place.name, "settlement", place.country, place.latitude, place.longitude, match.start(), match.end()
    )
