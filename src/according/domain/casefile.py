"""The case file: all that reconciling knows, in one value. A pure function of documents, judged statements, passages and decisions."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.entity import Entity
from according.domain.event import Dispute, Event, HeldGroup, Origin, Proceeding, Reference, Spell, Status


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Findings about one case, each list ordered by id unless said."""

    case: str
    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    groups: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    disputes: tuple[Dispute, ...] = ()  # most serious first
    origins: tuple[Origin, ...] = ()
    references: tuple[Reference, ...] = ()
    same_publication: tuple[tuple[str, ...], ...] = ()  # groups of document ids
    statuses: tuple[
        Status, ...
    ] = ()  # custody of each person who was ever held, on the last day the documents speak of
    spells: tuple[Spell, ...] = ()  # of each named person who was ever held, by person and day
    held_groups: tuple[HeldGroup, ...] = ()  # told to have been held without names; never to be added up
    redirects: tuple[tuple[str, str], ...] = ()  # id once given -> id in force
    entity_of: tuple[tuple[str, str], ...] = ()  # mention id -> entity id, ordered by mention id
