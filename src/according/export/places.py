"""A place in, where a map may put it out: the point of a settlement at most, to a hundredth of a degree; never a home, never a centre
of a country or region, which is nowhere."""

from __future__ import annotations

from according.domain.entity import Entity
from according.export.vocabulary import is_home

SETTLEMENTS = frozenset({"settlement", "capital"})


def point_of(place: Entity) -> tuple[float, float] | None:
    """Longitude and latitude (WGS 84, degrees), or None where no point may or can be given."""
    if place.place_kind not in SETTLEMENTS or is_home(place.name, place.place_kind):
        return None
    if place.latitude is None or place.longitude is None:
        return None
    if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
        return None
    return round(place.longitude, 2), round(place.latitude, 2)
