"""A statement while it is being read: what one anchor says, before speakers, day and place are known. Mutable; never leaves the room."""

from __future__ import annotations

from dataclasses import dataclass, field

from according.domain.passage import Span
from according.domain.statement import (
    About,
    Count,
    Participant,
    Phase,
    Polarity,
    Role,
    Speaker,
    Stance,
    Trace,
    Value,
    When,
    Where,
)


@dataclass(slots=True)
class Draft:
    """What one word says happened. `clause` is the part of the sentence whose dates and places are its own."""

    type: str
    anchor: Span
    rule: str
    sentence: int
    clause: Span
    phase: Phase = Phase.STARTS
    polarity: Polarity = Polarity.HAPPENED
    stance: Stance = Stance.ASSERTED
    participants: list[Participant] = field(default_factory=list)
    count: Count | None = None
    value: Value | None = None
    when: When | None = None
    where: Where | None = None
    speakers: list[Speaker] = field(default_factory=list)
    about: About | None = None
    present: bool = False
    aside: bool = False  # a noun inside another's phrase: only a day or place right behind it is its own
    told_of: bool = False  # another verb is about it: that verb's day and place are not its own
    owned: Span | None = None  # words that are this draft's value (a charge): no event of their own
    inferred: set[str] = field(default_factory=set)
    trace: list[Trace] = field(default_factory=list)

    def note(self, about: str, said: str, start: int | None = None, end: int | None = None) -> None:
        """Keep one step of the reading for `explain`."""
        self.trace.append(Trace(about, said, start, end))

    def people(self, role: Role) -> list[Participant]:
        """Participants in a role."""
        return [one for one in self.participants if one.role is role]
