"""Dates in ISO 8601-2 (EDTF) in, words and day bounds out. Nothing is made more exact than it was said."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from according.present.catalogue import Messages, find_messages

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PART = re.compile(
    r"^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T(\d{2}:\d{2})(?::\d{2})?(.*))?([?~%]?)$"
)


@lru_cache(maxsize=20_000)
def say_date(edtf: str | None, language: str = "en") -> str:
    """Words for a date: "16 or 17 December 2011", "June 2012 to August 2012", "about 2011". "" for None."""
    if not edtf:
        return ""
    words = find_messages(language)
    if edtf[0] in "[{":
        joiner = words.gettext("or") if edtf[0] == "[" else words.gettext("and")
        return _say_set([item.strip() for item in edtf[1:-1].split(",")], joiner, words)
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        if start in ("", ".."):
            return words.gettext("%(day)s or earlier") % {"day": _say_one(end, words)}
        if end in ("", ".."):
            return words.gettext("%(day)s or later") % {"day": _say_one(start, words)}
        return words.gettext("%(start)s to %(end)s") % {
            "start": _say_one(start, words), "end": _say_one(end, words),
        }  # fmt: skip
    return _say_one(edtf, words)


def _say_set(items: list[str], joiner: str, words: Messages) -> str:
    if any(".." in item for item in items):
        first, last = items[0].split("..")[0], items[-1].split("..")[-1]
        if first and last:
            return f"{_say_one(first, words)} – {_say_one(last, words)}"
        edge = _say_one(first or last, words)
        sentence = words.gettext("%(day)s or later") if first else words.gettext("%(day)s or earlier")
        return sentence % {"day": edge}
    months = {item[:7] for item in items}
    if len(months) == 1 and all(re.fullmatch(r"\d{4}-\d\d-\d\d", item) for item in items):
        days = f" {joiner} ".join(str(int(item[8:])) for item in items[:-1])
        return f"{days} {joiner} {_say_one(items[-1], words)}"
    return f" {joiner} ".join(_say_one(item, words) for item in items)


def _say_one(part: str, words: Messages) -> str:
    found = _PART.match(part)
    if not found:
        return part
    year, month, day, clock, _zone, doubt = found.groups()
    said = words.gettext("%(year)ss") % {"year": year.replace("X", "0")} if "X" in year else year
    if month and month != "XX":
        number = int(month)
        if number in _SEASONS:
            said = f"{words.gettext(_SEASONS[number])} {said}"
        elif 1 <= number <= 12:
            if day and day != "XX":
                said = f"{int(day)} {words.pgettext('after a day', _MONTHS[number - 1])} {said}"
            else:
                said = f"{words.gettext(_MONTHS[number - 1])} {said}"
    if clock and clock != "00:00":
        said = f"{said}, {clock}"
    if doubt == "?":
        return words.gettext("%(date)s (uncertain)") % {"date": said}
    if doubt:
        return words.gettext("about %(date)s") % {"date": said}
    return said


@lru_cache(maxsize=20_000)
def day_bounds(edtf: str | None) -> tuple[str, str] | None:
    """First and last possible day (YYYY-MM-DD) of a date, or None when there is none to read."""
    days = [found for part in re.split(r"[\[\]{},/]|\.\.", edtf or "") if (found := _part_bounds(part.strip()))]
    if not days:
        return None
    return min(first for first, _ in days), max(last for _, last in days)


def _part_bounds(part: str) -> tuple[str, str] | None:
    found = _PART.match(part)
    if not found:
        return None
    year, month, day = found.group(1), found.group(2), found.group(3)
    first, last = year.replace("X", "0"), year.replace("X", "9")
    if not month or month == "XX" or "X" in year:
        return f"{first}-01-01", f"{last}-12-31"
    number = int(month)
    if number in _SEASONS:
        start = {21: 3, 22: 6, 23: 9, 24: 12}[number]
        return f"{first}-{start:02}-01", f"{first}-{min(start + 2, 12):02}-28"
    if not 1 <= number <= 12:
        return None
    if day and day != "XX":
        return f"{first}-{month}-{day}", f"{first}-{month}-{day}"
    return f"{first}-{month}-01", f"{first}-{month}-{monthrange(int(first) or 1, number)[1]:02}"


def machine_date(edtf: str | None) -> str | None:
    """What a `time` element may carry: a year, month, day or instant; None for sets and ranges."""
    if edtf and re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?)?)?", edtf):
        return edtf
    return None


def say_duration(iso: str | None, language: str = "en") -> str:
    """ "P2Y6M" as "2 years 6 months"; what is no duration stays as it is."""
    if " → " in (iso or ""):
        word = find_messages(language).gettext("reduced to")
        return f", {word} ".join(say_duration(part, language) for part in str(iso).split(" → "))
    found = re.fullmatch(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T([\d.]+)H)?", iso or "")
    if not iso or not found:
        return iso or ""
    words = find_messages(language)
    units = (("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days"), ("hour", "hours"))
    said = []
    for number, (one, many) in zip(found.groups(), units, strict=True):
        if number:
            said.append(f"{number} {words.ngettext(one, many, int(number) if number.isdigit() else 2)}")
    return " ".join(said)
