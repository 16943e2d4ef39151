"""Calls to a demonstration, with place, day and hour, as a report printed them. In: a text. Out: calls. Reports of past ones are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from according.domain.call import Call, CallKind
from according.domain.document import Dated, Text
from according.language.sentences import iter_sentences
from according.parse.datelines import month_number, weekday_number

_WHERE = r"at|where|place|venue|location|assembl(?:e|y)(?: at| point)?|meet(?:ing)?(?: at| point| place)?|gather(?:ing)?(?: at| point)?|address|место(?: проведения| сбора)?|где|адрес|сбор|wo|ort|treffpunkt|où|lieu|dónde|lugar"
_WHEN = r"on|when|date(?: and time)?|day|time|start(?:s|ing)?|когда|дата(?: и время)?|день|время|начало|wann|datum|zeit|quand|heure|cuándo|fecha|hora"
_LABEL = re.compile(
    rf"(?:(?P<where>{_WHERE})|(?P<when>{_WHEN}))[ \t\u00a0]*(?::|[—–](?=[ \t\u00a0]))[ \t\u00a0]*(?P<rest>[^\n]*)", re.I
)
_TRIGGER = re.compile(
    r"\b(?:demonstrat(?:e|ion|ions)|protest|picket(?:s|ing)?|rally|vigil|march on|march for|day of action|митинг|пикет|акци[яию]|"
    r"демонстраци|шестви|kundgebung|demo(?:nstration)?|mahnwache|manifestation|rassemblement|manifestación|concentración)",
    re.I,
)
_INVITES = re.compile(
    r"(?:^|\bplease\s|\band\s|\bto\s|\bus\b|[–—!:]\s?)(?:join|come|assemble|gather|meet|demonstrate|protest|picket|rally)\b|"
    r"\bприходите\b|\bсобираемся\b|\bприсоединяйтесь\b|\bвыходите\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:took place|was held|were held|gathered|assembled|demonstrated|protested|marched|called for|прош(?:[её]л|ла|ли|ло)|собрались|состоял(?:ся|ась|ись))\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:outside|in front of|opposite|at|near|before|у|около|перед|возле|на|напротив)\s+(?P<place>(?!\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m|noon))"
    r"[^\n;]{3,200}?)(?=\s*(?:[,–—-]\s*)?(?:\bon\b|\bfrom\b|\bat \d|\bat noon|\bв \d|\bв (?:пон|втор|сред|четв|пятн|субб|воскр)"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3,10}\b|[.!;]|\Z))",
    re.I,
)
_DAY = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|-го|\.)?\s+(?:of\s+)?(?P<month>[^\W\d_]{3,12})\.?(?:,?\s+(?P<year>\d{4}))?"
    r"|\b(?P<month2>[^\W\d_]{3,12})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year2>\d{4}))?"
    r"|\b(?P<day3>\d{1,2})[./](?P<month3>\d{1,2})[./](?P<year3>\d{4})"
)
_HOUR = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?(?:\s*[-–—]\s*\d{1,2}(?:[.:]\d{2})?)?\s*(?P<half>[ap])\.?m\b"
    r"|\b(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)\b(?![./]\d)|(?P<noon>\bnoon\b|\bmidday\b|\bв полдень\b)",
    re.I,
)
_FIRST_PART = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]{2,14}")
_MOST = 60  # labelled values looked at
_NEAR = 6  # blocks between the labels of one call


@dataclass(slots=True)
class _Labelled:
    """A value under a label, with where it stands."""

    is_place: bool
    lines: list[str]
    start: int
    end: int
    block: int


def find_demonstrations(text: Text, title: str, reference: Dated | None) -> list[Call]:
    """The demonstrations a text calls to, those under labels ("at:", "on:") first, else those told in one sentence."""
    labelled = _demonstration_by_labels(text, title, reference)
    return [labelled] if labelled else _demonstrations_in_sentences(text, title, reference)


def _labelled(text: Text) -> list[_Labelled]:
    found: list[_Labelled] = []
    for number, block in enumerate(text.blocks):
        words = text.content[block.start : block.end]
        if len(words) > 1500:
            continue
        at, current = block.start, None
        if found and not found[-1].lines and found[-1].block == number - 1 and not _LABEL.match(words):
            current = found[-1]
        for line in words.split("\n"):
            label = _LABEL.match(line.strip())
            if label and (len(line) <= 200):
                current = _Labelled(label["where"] is not None, [], at, at + len(line), number)
                found.append(current)
                if label["rest"].strip():
                    current.lines.append(label["rest"].strip())
            elif current is not None and line.strip():
                current.lines.append(line.strip())
                current.end, current.block = at + len(line), number
            at += len(line) + 1
    return [item for item in found[:_MOST] if item.lines and sum(map(len, item.lines)) <= 300]


def _demonstration_by_labels(text: Text, title: str, reference: Dated | None) -> Call | None:
    items = _labelled(text)
    places = [item for item in items if item.is_place]
    for place in places:
        moments = [item for item in items if not item.is_place and abs(item.block - place.block) <= _NEAR]
        said = ", ".join(line for item in moments for line in item.lines)
        when = read_moment(said, reference) if moments else None
        if not moments or (when is None and not _TRIGGER.search(title)):
            continue
        group = [place, *moments]
        first, last = min(item.start for item in group), max(item.end for item in group)
        ask = _ask_before(text, first)
        if ask is None and not _TRIGGER.search(title):
            continue
        start = ask[0] if ask else first
        asks = text.content[ask[0] : ask[1]] if ask else title
        where = ", ".join(line.rstrip(",;") for line in place.lines)
        return Call(CallKind.DEMONSTRATION, start, last, asks, place=where, when=when, when_words=said)
    return None


def _ask_before(text: Text, upto: int) -> tuple[int, int] | None:
    """The nearest of the three blocks above the labels that names the demonstration."""
    above = [block for block in text.blocks if block.end <= upto][-3:]
    for block in reversed(above):
        if _TRIGGER.search(text.content[block.start : block.end]):
            spans = [
                s
                for s in iter_sentences(text.content, None, block.start, block.end)
                if _TRIGGER.search(text.content[s.start : s.end])
            ]
            return (spans[-1].start, spans[-1].end) if spans else (block.start, block.end)
    return None


def _demonstrations_in_sentences(text: Text, title: str, reference: Dated | None) -> list[Call]:
    calls = []
    for block in text.blocks:
        if not _TRIGGER.search(text.content, block.start, block.end):
            continue
        for span in iter_sentences(text.content, None, block.start, block.end):
            words = text.content[span.start : span.end]
            if len(words) > 600 or not _TRIGGER.search(words) or not _INVITES.search(words) or _PAST.search(words):
                continue
            place, when = _PLACE.search(words), read_moment(words, reference)
            if place is None or when is None:
                continue
            calls.append(
                Call(
                    CallKind.DEMONSTRATION, span.start, span.end, words,
                    place=place["place"].strip(" ,–—-"), when=when, when_words=_moment_words(words),
                )
            )  # fmt: skip
    return calls


def _moment_words(words: str) -> str:
    spans = [
        found.span()
        for pattern in (_DAY, _HOUR)
        if (found := _first_day(words) if pattern is _DAY else pattern.search(words))
    ]
    if not spans:
        return words
    return words[min(s[0] for s in spans) : max(s[1] for s in spans)]


def _first_day(words: str) -> re.Match[str] | None:
    at = 0
    while found := _DAY.search(words, at):
        if _parts(found):
            return found
        first = _FIRST_PART.match(words, found.start())
        at = first.end() if first else found.end()  # "Saturday 12 May": the weekday is no month, the rest is a date
    return None


def _parts(found: re.Match[str]) -> tuple[int | None, int, int] | None:
    if found["day3"]:
        year, month, day = int(found["year3"]), int(found["month3"]), int(found["day3"])
    else:
        name = month_number(found["month"] or found["month2"])
        if name is None:
            return None
        month, day = name, int(found["day"] or found["day2"])
        told = found["year"] or found["year2"]
        if told is None:
            return (None, month, day)
        year = int(told)
    return (year, month, day) if 1900 <= year <= 2100 else None


def read_moment(words: str, reference: Dated | None = None) -> str | None:
    """Day and hour of some words as EDTF (2011-12-21T12:00); a missing year is taken from the reference, never guessed."""
    if len(words) > 1000:
        return None
    found = _first_day(words)
    if found is None:
        return None
    parts = _parts(found)
    if parts is None:
        return None
    day = _make(parts[0], parts[1], parts[2], reference, words)
    if day is None:
        return None
    hour = _HOUR.search(words[found.end() :]) or _HOUR.search(words[: found.start()])
    return f"{day.isoformat()}T{_clock(hour)}" if hour else day.isoformat()


def _make(year: int | None, month: int, day: int, reference: Dated | None, words: str) -> date | None:
    try:
        if year is not None:
            return date(year, month, day)
        known = re.match(r"[\[.]{0,1}/?(\d{4})-(\d\d)-(\d\d)", reference.edtf) if reference else None
        if known is None:
            return None
        said_on = date(int(known[1]), int(known[2]), int(known[3]))
        made = date(said_on.year, month, day)
        if (said_on - made).days > 60:
            made = date(said_on.year + 1, month, day)
    except ValueError:
        return None
    weekdays = {
        number for word in _WORD.findall(words) if (number := weekday_number(word)) is not None and len(word) > 3
    }
    return made if not weekdays or made.weekday() in weekdays else None


def _clock(found: re.Match[str]) -> str:
    if found["noon"]:
        return "12:00"
    if found["hour24"]:
        return f"{int(found['hour24']):02d}:{found['minute24']}"
    hour = int(found["hour"]) % 12 + (12 if found["half"].casefold() == "p" else 0)
    return f"{hour:02d}:{found['minute'] or '00'}"
