"""Places in, a map's features out (RFC 7946), with what is told to have happened there. A point is a settlement's, or there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from according.domain.entity import Entity
from according.domain.event import Event
from according.export.material import Material, outlet_of, web_address
from according.export.places import SETTLEMENTS, point_of
from according.export.vocabulary import is_home
from according.export.wording import say_event, say_standing
from according.present.catalogue import find_messages

Row = dict[str, Any]


def write_map(material: Material) -> Iterator[str]:
    """The whole file, a feature at a time, by id of the place. Homes are left out; a place without a point has none of another."""
    _ = find_messages(material.language).gettext
    note = _(
        "Places as reports name them. A point is that of a settlement, to about a kilometre; what has none has geometry null."
    )
    head = {"type": "FeatureCollection", "title": material.title, "note": note}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "features": ['
    there = _events_by_place(material)
    comma = "\n"
    for place in material.case_file.places:
        if not is_home(place.name, place.place_kind):
            made = _feature(material, place, there.get(place.id, []))
            yield comma + json.dumps(made, ensure_ascii=False)
            comma = ",\n"
    yield "\n]}\n"


def _events_by_place(material: Material) -> dict[str, list[Event]]:
    """What is told as so, by place, in the order of the ids."""
    found: dict[str, list[Event]] = {}
    for event in material.case_file.events:
        if event.place and material.is_told_as_so(event):
            found.setdefault(event.place, []).append(event)
    return found


def _feature(material: Material, place: Entity, events: list[Event]) -> Row:
    point = point_of(place)
    doubts = _doubts(material, place, events)
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": list(point)} if point else None,
        "properties": {
            "name": place.name,
            "names": list(dict.fromkeys(name.text for name in place.names)),
            "kind": place.place_kind,
            "country": place.country,
            "precision": "settlement" if point else None,
            "no_point": None if point else _why_none(place, material.language),
            "uncertain": bool(doubts),
            "why_uncertain": doubts,
            "events": [_event(material, event) for event in events],
            "statements": list(place.statements),
        },
    }


def _why_none(place: Entity, language: str) -> str:
    _ = find_messages(language).gettext
    if place.place_kind in SETTLEMENTS:
        return _("where this settlement lies is not known")
    if place.place_kind in ("country", "region", "district"):
        return _("the middle of a country or region is no place where anything happened")
    return _("no point is given below the settlement, nor where the kind of place is not known")


def _doubts(material: Material, place: Entity, events: list[Event]) -> list[str]:
    """Why the place, or that something happened there, is not sure."""
    _ = find_messages(material.language).gettext
    doubts = []
    if len(_positions(material, place)) > 1:
        doubts.append(_("several places bear this name"))
    if place.maybe_same:
        doubts.append(_("perhaps the same as another place of the case"))
    if any("place" in material.doubts(event) for event in events):
        doubts.append(_("sources contradict one another in where it was"))
    return doubts


def _positions(material: Material, place: Entity) -> set[tuple[str | None, float, float]]:
    """Where its statements put it, to a tenth of a degree."""
    names = {name.text for name in place.names} | {place.name}
    wheres = [material.told[id].statement.where for id in place.statements if id in material.told]
    return {
        (where.country, round(where.latitude, 1), round(where.longitude, 1))
        for where in wheres
        if where and where.name in names and where.latitude is not None and where.longitude is not None
    }


def _event(material: Material, event: Event) -> Row:
    homes = material.homes_of(event)
    return {
        "id": event.id,
        "title": say_event(event, material.language),
        "type": event.type,
        "when": event.when,
        "standing": say_standing(material, event),
        "contested": material.doubts(event),
        "documents": [home.id for home in homes],
        "outlets": list(dict.fromkeys(name for home in homes if (name := outlet_of(home)))),
        "addresses": [address for home in homes if (address := web_address(home.url))],
    }
