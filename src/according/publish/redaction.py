"""Nouns and names to withhold in, the same nouns without those names out. Texts are cut anew and every span is moved with them."""

from __future__ import annotations

import dataclasses
import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from urllib.parse import unquote

from according.domain.codec import from_json, to_json
from according.domain.passage import Span
from according.language.givens import is_common_word, is_given
from according.language.guard import Guard
from according.publish.guard import find_leak

WITHHELD = "[name withheld]"
_ESCAPED = re.compile(r"\S*(?:%[0-9A-Fa-f]{2}|&#?\w{1,8};|\\u[0-9A-Fa-f]{4})\S*")
T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class CutText:
    """A text with names taken out, and where its places went."""

    content: str
    cuts: tuple[tuple[int, int, int], ...]  # old start, old end, new start of the replacement

    def move(self, place: int, is_end: bool = False) -> int:
        """Where an old place is now; inside a replaced name it is the edge of the replacement."""
        at = bisect_right(self.cuts, (place, 1 << 60, 0)) - 1
        if at < 0:
            return place
        start, end, new = self.cuts[at]
        if place >= end:
            return new + len(WITHHELD) + place - end
        if place == start and is_end and at > 0:
            return new
        return new + len(WITHHELD) if is_end and place > start else new

    def move_span(self, start: int, end: int) -> tuple[int, int]:
        """An old span, now."""
        return self.move(start), self.move(end, is_end=True)


class Redactor:
    """Takes names out of texts and nouns. Protected names in any form; others, who are not let out, as attested."""

    def __init__(self, protected: Iterable[str], withheld: Iterable[str], shown: Iterable[str]) -> None:
        self.guard = Guard(protected)
        self._said: dict[str, str] = {}
        shown = list(shown)
        apart = [name for name in withheld if not any(Guard([name]).find(other) for other in shown)]
        self._withheld = Guard(apart)
        self._attested = _attested_pattern(set(withheld) - set(apart), shown)

    def find(self, text: str) -> list[Span]:
        """Where names to take out stand, in order, not overlapping."""
        found = [*self.guard.find(text), *self._withheld.find(text)]
        found += [
            Span(m.start(), m.end())
            for m in _ESCAPED.finditer(text)
            if find_leak(self.guard, html.unescape(m.group())) or self._withheld.find(_spaced(html.unescape(m.group())))
        ]
        if self._attested:
            found += [Span(m.start(), m.end()) for m in self._attested.finditer(text)]
        merged: list[Span] = []
        for one in sorted(found, key=lambda s: (s.start, -s.end)):
            if merged and one.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, one.end))
            else:
                merged.append(one)
        return merged

    def cut(self, text: str) -> CutText:
        """The text with each name replaced, and where everything went."""
        out: list[str] = []
        cuts: list[tuple[int, int, int]] = []
        at = length = 0
        for span in self.find(text):
            out += [text[at : span.start], WITHHELD]
            length += span.start - at
            cuts.append((span.start, span.end, length))
            length += len(WITHHELD)
            at = span.end
        out.append(text[at:])
        return CutText("".join(out), tuple(cuts))

    def say(self, text: str) -> str:
        """A short text with each name replaced; withheld whole where a name hides in another writing of it."""
        said = self._said.get(text)
        if said is None:
            said = self.cut(text).content
            said = WITHHELD if find_leak(self.guard, said) else said
            if len(self._said) < 200_000:
                self._said[text] = said
        return said

    def say_optional(self, text: str | None) -> str | None:
        """The same for a text that may be absent."""
        return self.say(text) if text is not None else None

    def keep_address(self, address: str | None) -> str | None:
        """The address, or None when a name shows in it."""
        return None if address is None or find_leak(self.guard, address) or self.find(_spaced(address)) else address

    def clean(self, noun: T) -> T:
        """A noun with every name in every string replaced; addresses that show one are dropped."""
        cleaned = self._clean(to_json(noun))
        return from_json(type(noun), cleaned)

    def _clean(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.say(value)
        if isinstance(value, list):
            return [self._clean(item) for item in value]
        if isinstance(value, dict):
            return {
                key: self.keep_address(item) if key in ("url", "address", "target") else self._clean(item)
                for key, item in value.items()
            }
        return value


def _spaced(address: str) -> str:
    return re.sub(r"[-_+./=&?]", " ", unquote(address))


def is_personal_name(text: str) -> bool:
    """Whether the words are a name and no description: every word large, no possessive, no everyday word alone."""
    words = text.split()
    if not words or "’s" in text or "'s" in text or not all(word[:1].isupper() for word in words):
        return False
    return len(words) > 1 or (len(text) > 2 and (is_given(text) or not is_common_word(text)))


def _attested_pattern(names: set[str], shown: Sequence[str]) -> re.Pattern[str] | None:
    """Names as attested, and their first part alone where nobody shown has it. They share a surname with somebody shown."""
    known = {part.casefold() for name in shown for part in name.split()}
    whole = [f" {name.casefold()} " for name in shown]
    forms = {name for name in names if not any(f" {name.casefold()} " in other for other in whole)}
    forms |= {part for name in names for part in name.split() if len(part) > 2 and part.casefold() not in known}
    if not forms:
        return None
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)
