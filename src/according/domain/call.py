"""A call to act, as a report printed it: history, quoted, until a person opens it. "Appeal" alone always means the court."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CallKind(StrEnum):
    """What the reader is asked to do."""

    LETTERS = "letters"
    PETITION = "petition"
    DEMONSTRATION = "demonstration"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to write to, or before whom to stand."""

    name: str  # "Embassy of Kazakhstan in your country", "Kazakhstan authorities"
    address: str | None = None  # postal, e-mail or web


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `start`/`end` is where the document says it."""

    kind: CallKind
    start: int
    end: int
    asks: str  # the sentence that asks, as printed
    targets: tuple[Target, ...] = ()
    copies: tuple[str, ...] = ()  # addresses that shall get a copy
    message: str | None = None  # suggested text, as printed
    points: tuple[str, ...] = ()  # points to make, demands
    place: str | None = None  # of a demonstration, lines joined by ", "
    when: str | None = None  # EDTF, with the hour if said: 2011-12-21T12:00
    when_words: str | None = None
    deadline: str | None = None  # EDTF
    state: str = "history"  # history until a person opens it
