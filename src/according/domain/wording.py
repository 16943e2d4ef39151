"""An editor's dated sentences for an event or a person, citing accounts. Never edited by machine: they turn "check" when what they cite changes."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.assessment import Standing
from according.domain.cited import Change, Cited


@dataclass(frozen=True, slots=True)
class Wording:
    """One version. A newer one replaces it; every version is kept."""

    id: str
    sequence: int  # order of wordings in this archive
    about: str  # id of the event or person when it was written
    about_kind: str  # event, person, organisation, group, place
    text: str  # "[1]" is where the first cited account is leaned on
    cites: tuple[Cited, ...]
    members: tuple[str, ...] = ()  # statements of the event, mentions of the person: by them it is found again
    spellings: tuple[tuple[str, str], ...] = ()  # document and name, where a newer text has moved every mention
    who: str = "this machine"
    when: str = ""  # UTC instant
    why: str | None = None
    replaces: tuple[str, ...] = ()  # former wordings of the same event or person


@dataclass(frozen=True, slots=True)
class StandingWording:
    """A wording as it stands in the present case file."""

    wording: Wording
    state: Standing
    about: str | None  # the event or entity it is about now
    cites: tuple[str | None, ...]  # the cited accounts as they are now, in order; None where one is gone
    changes: tuple[Change, ...] = ()
