"""Mentions in; what speaks against joining two clusters out. Keeps what is known of a cluster up to date through joins."""

from __future__ import annotations

from dataclasses import dataclass, field

from according.domain.entity import EntityKind
from according.domain.statement import Role
from according.reconcile.clusters import Clusters
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import Naming

_COURT_SIDE = frozenset({Role.JUDGE.value, Role.PROSECUTOR.value, Role.INVESTIGATOR.value})
_ACCUSED_TYPES = frozenset(
    {"arrest", "charge", "trial", "sentence", "conviction", "acquittal", "imprisonment", "pretrial_detention"}
)


@dataclass(slots=True)
class Profile:
    """What is known of a cluster that may speak against a join."""

    births: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)  # of a place
    court_side: bool = False
    accused: bool = False

    def contradicts(self, other: Profile) -> str | None:
        if self.births and other.births and not self.births & other.births:
            return "two birth years"
        if self.countries and other.countries and not self.countries & other.countries:
            return "two countries"
        if (self.court_side and other.accused) or (self.accused and other.court_side):
            return "one is of the court, one is accused"
        return None

    def take(self, other: Profile) -> None:
        self.births |= other.births
        self.countries |= other.countries
        self.court_side = self.court_side or other.court_side
        self.accused = self.accused or other.accused


class Profiles:
    """Profiles of clusters, kept up to date through joins."""

    def __init__(self, evidence: Evidence, namings: dict[str, Naming], clusters: Clusters) -> None:
        self._clusters = clusters
        self._by_root: dict[str, Profile] = {}
        for naming in namings.values():
            if naming.kind in (EntityKind.PERSON, EntityKind.PLACE):
                profile = self._by_root.setdefault(clusters.root(naming.id), Profile())
                profile.take(_profile_of(evidence, naming))

    def try_join(self, a: str, b: str, heed: bool = True) -> str | None:
        """Join the clusters of two mentions. None on success, else what speaks against it."""
        if self._clusters.are_joined(a, b):
            return None
        first = self._by_root.get(self._clusters.root(a), Profile())
        second = self._by_root.get(self._clusters.root(b), Profile())
        against = first.contradicts(second) if heed else None
        if against:
            return against
        if not self._clusters.join(a, b):
            return "held apart"
        merged = Profile()
        merged.take(first)
        merged.take(second)
        self._by_root[self._clusters.root(a)] = merged
        return None


def _profile_of(evidence: Evidence, naming: Naming) -> Profile:
    profile = Profile(court_side=bool(naming.roles & _COURT_SIDE))
    if naming.kind is EntityKind.PLACE:
        if naming.where[1] is not None:
            profile.countries.add(naming.where[1])
        return profile
    for sid in naming.statements:
        statement = evidence.by_id[sid]
        if statement.type in _ACCUSED_TYPES and naming.roles == {Role.PATIENT.value}:
            profile.accused = True
        told = statement.value.content if statement.type == "biographic" and statement.value else None
        if told and statement.when and ("born" in told or "род" in told):
            profile.births.add(statement.when.edtf[:4])
    return profile
