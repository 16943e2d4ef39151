"""Happenings of one place and day in; disputes about what it was, out: a riot to one, a demonstration or a massacre to another.
The names are somebody's words and stay theirs. A function of one place and day."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from according.domain.event import Dispute, DisputeKind, DisputeValue
from according.domain.statement import Stance, Statement
from according.reconcile.events import Happening
from according.reconcile.evidence import Evidence
from according.reconcile.pieces import Piece, is_denied
from according.reconcile.sides import event_facts, make_dispute
from according.reconcile.standing import UNSURE
from according.reconcile.voices import Voice, Voices

_ROOM = 24  # code points after the word that names the happening in which its name may go on: "mass disorder"


@dataclass(frozen=True, slots=True)
class Named:
    """One voice's name for a happening."""

    nature: str
    words: str
    voice: Voice
    statement: Statement
    happening: Happening
    tied: bool  # its own words give the day or the place


def find_nature_disputes(evidence: Evidence, block: Sequence[Happening], voices: Voices) -> Iterator[Dispute]:
    """Names that leave no room for each other, given to the happenings of one place and day by different voices."""
    named = [item for happening in block for item in _names_of(evidence, happening, voices)]
    used: dict[str, set[str]] = defaultdict(set)
    for item in named:
        used[item.voice.key].add(item.nature)
    for one, other in _apart():
        sides = [
            [item for item in named if item.nature == nature and not {one, other} <= used[item.voice.key]]
            for nature in (one, other)
        ]
        if all(sides) and len({item.voice.key for side in sides for item in side}) > 1:
            yield _dispute(one, other, sides)


def _names_of(evidence: Evidence, happening: Happening, voices: Voices) -> Iterator[Named]:
    for piece in happening.pieces:
        statement = piece.statement
        if is_denied(statement) or not evidence.counts(statement) or statement.stance in UNSURE | {Stance.RETRACTED}:
            continue
        words = _word(piece)
        nature = find_nature(words)
        if nature is not None:
            tied = piece.is_exact or bool(piece.place and not piece.broad and piece.place == happening.event.place)
            yield Named(nature, words, voices.of(statement), statement, happening, tied)


def _word(piece: Piece) -> str:
    """The word that names the happening, to the end of the word."""
    statement = piece.statement
    start = max(0, statement.anchor.start - statement.quote.start)
    quote = statement.quote.exact
    end = max(start, statement.anchor.end - statement.quote.start)
    while end < len(quote) and quote[end].isalpha() and end - start < _ROOM:
        end += 1
    return " ".join(quote[start:end].split())


@lru_cache(maxsize=20_000)
def find_nature(words: str) -> str | None:
    """What the words call a happening; None where they only tell of it ("killed", "arrests")."""
    found = [nature for nature, stems in _natures() if stems.search(words)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1)
def _rows() -> dict[str, object]:
    return tomllib.loads(files("according.reconcile").joinpath("natures.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _natures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    out = []
    for nature, row in _rows().items():
        if isinstance(row, dict):
            stems = "|".join(re.escape(stem) for words in row.values() for stem in words)
            out.append((nature, re.compile(rf"\b(?:{stems})", re.IGNORECASE)))
    return tuple(out)


@lru_cache(maxsize=1)
def _apart() -> tuple[tuple[str, str], ...]:
    rows = _rows()["apart"]
    assert isinstance(rows, list)
    return tuple((row["names"][0], row["names"][1]) for row in rows)


def _dispute(one: str, other: str, sides: list[list[Named]]) -> Dispute:
    """About the event in which both names stand, else about that of the graver name, and then possible only."""
    here = {item.happening.event.id for item in sides[0]} & {item.happening.event.id for item in sides[1]}
    about = min(
        (item.happening for side in sides for item in side if not here or item.happening.event.id in here),
        key=lambda happening: (-len(happening.pieces), happening.event.id),
    )
    values = []
    for side in sides:
        told: dict[tuple[str, str], list[str]] = defaultdict(list)
        for item in side:
            told[item.voice.name, item.words].append(item.statement.id)
        values += [
            DisputeValue(words, speaker, tuple(sorted(set(sids)))) for (speaker, words), sids in sorted(told.items())
        ]
    facts = [*event_facts(about.event), ("one", one), ("other", other)]
    return make_dispute(
        DisputeKind.NATURE,
        about.event.id,
        "event",
        None,
        values,
        facts,
        f"{one}:{other}",
        possible=not here or not all(any(item.tied for item in side) for side in sides),
    )
