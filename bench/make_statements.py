"""A seed in, an invented case out: documents with the statements a reader would find in them, made without reading.

For measuring what comes after reading. About ten statements a document; each happening is told by one to six documents, some with
another figure or day; people are arrested, charged, sentenced and let go over the years. The same arguments give the same case.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from according.domain.document import Block, BlockKind, Dated, Document, Outlet, Text, text_digest
from according.domain.identity import document_id, statement_id
from according.domain.passage import Span, passage_at
from according.domain.statement import (
    ActorKind,
    Count,
    Kind,
    Participant,
    Role,
    Sentence,
    Speaker,
    Statement,
    Value,
    When,
    Where,
)

_ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "sh", "zh", "st", "kr")
_VOWELS = ("a", "e", "i", "o", "u", "ai")
_ENDS = ("ov", "in", "enko", "ara", "est", "uly", "ik", "man")
_GROUPS = ("workers", "miners", "strikers", "people", "drivers", "protesters", "teachers")
_CHAIN = (("arrest", 0), ("charge", 9), ("trial", 70), ("sentence", 95), ("appeal_rejected", 160), ("release", 700))
_CROWD = ("killing", "injury", "arrest", "strike", "demonstration", "dismissal")
_DAYS = 3650
_FIRST = date(2008, 1, 1)


@dataclass(slots=True)
class _Happening:
    """Something that happened, as the world of this case has it."""

    kind: str
    day: int
    town: int
    person: int | None = None
    number: int = 0
    group: str = "people"
    years: int = 0


@dataclass(slots=True)
class _Page:
    """A document being written: its text so far, and what stands where."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return start, self.length


class Case:
    """An invented case of so many documents."""

    def __init__(self, documents: int, seed: int = 1, name: str = "k-bench") -> None:
        self._rng = random.Random(seed)
        self._name = name
        self._count = documents
        self._towns = [self._word(2) for _ in range(max(20, documents // 100))]
        self._people = [
            f"{self._word(2)} {self._word(2)}{self._rng.choice(_ENDS)}" for _ in range(max(20, documents // 2))
        ]
        self._outlets = [f"{self._word(3)} {self._rng.choice(('Times', 'Herald', 'Notes'))}" for _ in range(60)]
        self._happenings = sorted(self._happen(), key=lambda item: item.day)

    def documents(self) -> Iterator[tuple[Document, list[Statement]]]:
        """Each document with its statements."""
        rng = self._rng
        for number in range(self._count):
            at = int(number / self._count * len(self._happenings))
            near = self._happenings[max(0, at - 12) : at + 1]
            told = [rng.choice(near) for _ in range(rng.randint(5, 15))]
            yield self._write(number, max(item.day for item in told) + rng.randint(0, 6), told)

    def _word(self, syllables: int) -> str:
        rng = self._rng
        return "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables)).capitalize()

    def _happen(self) -> Iterator[_Happening]:
        rng = self._rng
        wanted, someone = self._count * 3, count()
        made = 0
        while made < wanted:
            day, town = rng.randrange(_DAYS), rng.randrange(len(self._towns))
            if rng.random() < 0.5:
                kind = rng.choice(_CROWD)
                yield _Happening(kind, day, town, number=rng.randint(2, 400), group=rng.choice(_GROUPS))
                made += 1
                continue
            person = next(someone) % len(self._people)  # hardly anybody stands trial twice
            for kind, later in _CHAIN[: rng.randint(1, len(_CHAIN))]:
                yield _Happening(kind, day + later + rng.randint(0, 5), town, person, years=rng.randint(2, 12))
                made += 1

    def _write(self, number: int, day: int, told: list[_Happening]) -> tuple[Document, list[Statement]]:
        page = _Page()
        key = f"bench:{number}"
        identity = document_id(self._name, key)
        told_at = [self._tell(page, item, day) for item in told]
        content = "".join(page.parts).rstrip()
        digest = text_digest(content)
        statements = [self._statement(identity, digest, content, place) for place in told_at]
        printed = _iso(day)
        document = Document(
            id=identity, case=self._name, key=key, title=f"Report {number}",
            text=Text(content, digest, (Block(BlockKind.PARAGRAPH, 0, len(content)),)),
            outlet=Outlet(self._outlets[number % len(self._outlets)]), published=Dated(printed, "given"),
            posted=Dated(printed, "given"), language="en",
        )  # fmt: skip
        return document, statements

    def _tell(self, page: _Page, item: _Happening, day: int) -> dict[str, object]:
        """Write one sentence; where its words stand, and what they mean."""
        rng = self._rng
        at: dict[str, object] = {"start": page.length, "item": item}
        if item.person is not None:
            at["who"] = (*page.add(self._people[item.person]), self._people[item.person])
            page.add(" was ")
        else:
            number = item.number if rng.random() < 0.8 else item.number + rng.randint(1, 30)
            at["count"] = (*page.add(str(number)), number)
            page.add(" ")
            at["who"] = (*page.add(item.group), item.group)
            page.add(" were ")
        at["anchor"] = page.add(item.kind.replace("_", " "))
        page.add(" in ")
        at["where"] = (*page.add(self._towns[item.town]), self._towns[item.town])
        if rng.random() < 0.7:
            told_day = item.day if rng.random() < 0.95 else item.day + 1
            page.add(" on ")
            at["when"] = (*page.add(_iso(told_day)), _iso(told_day))
        if rng.random() < 0.7:
            page.add(", ")
            speaker = (
                self._people[rng.randrange(40)]
                if rng.random() < 0.6
                else rng.choice(("eyewitnesses", "the government", "the union"))
            )
            at["speaker"] = (*page.add(speaker), speaker)
            page.add(" said")
        page.add(".")
        at["end"] = page.length
        page.add(" " if rng.random() < 0.8 else "\n")
        return at

    def _statement(self, document: str, digest: str, content: str, at: dict[str, object]) -> Statement:
        item: _Happening = at["item"]  # type: ignore[assignment]
        anchor: tuple[int, int] = at["anchor"]  # type: ignore[assignment]
        who: tuple[int, int, str] = at["who"]  # type: ignore[assignment]
        counted: tuple[int, int, int] | None = at.get("count")  # type: ignore[assignment]
        when: tuple[int, int, str] | None = at.get("when")  # type: ignore[assignment]
        where: tuple[int, int, str] = at["where"]  # type: ignore[assignment]
        speaker: tuple[int, int, str] | None = at.get("speaker")  # type: ignore[assignment]
        count = Count(counted[2], counted[2], str(counted[2]), unit=item.group) if counted else None
        crowd = item.kind in ("strike", "demonstration")
        kind = ActorKind.PERSON if item.person is not None else ActorKind.GROUP
        role = Role.AGENT if crowd else Role.PATIENT
        return Statement(
            id=statement_id(document, digest, anchor[0], anchor[1], "event", 0),
            quote=passage_at(document, digest, content, int(at["start"]), int(at["end"])),  # type: ignore[call-overload]
            anchor=Span(*anchor), kind=Kind.EVENT, type=item.kind, rule="bench",
            speakers=(_speaker(speaker),) if speaker else (),
            participants=(Participant(role, who[2], kind, count, start=who[0], end=who[1]),),
            count=count,
            when=When(when[2], when[2], "iso", start=when[0], end=when[1]) if when else None,
            where=Where(where[2], where[2], start=where[0], end=where[1]),
            value=Value(sentence=Sentence(years=(item.years, item.years), penalty="imprisonment",
                                          term=(f"P{item.years}Y", f"P{item.years}Y"))) if item.kind == "sentence" else None,
        )  # fmt: skip


def _speaker(told: tuple[int, int, str]) -> Speaker:
    named = told[2][:1].isupper()
    kind = ActorKind.PERSON if named else ActorKind.OFFICE if "government" in told[2] else ActorKind.GROUP
    return Speaker(told[2], kind, cue="said", start=told[0], end=told[1])


def _iso(day: int) -> str:
    return (_FIRST + timedelta(days=day)).isoformat()
