"""Russian text in, the people it names out, in the nominative and with full names where a surname stands alone; and everybody else it speaks of."""

from __future__ import annotations

from dataclasses import replace

from according.read.actors import Actor
from according.read.russian_bodies import body_actors, role_actors
from according.read.russian_name_model import model_spans
from according.read.russian_name_spans import find_spans
from according.read.russian_name_votes import weigh
from according.read.russian_people import people_of


def russian_actors(text: str) -> list[Actor]:
    """Everybody a Russian text speaks of, in order: people first of all, then bodies, offices and groups."""
    spans, seen = find_spans(text), model_spans(text)
    people = people_of(text, spans if seen is None else weigh(text, spans, seen))
    bodies = [body for body in body_actors(text) if not _crosses(body, people)]
    named = sorted([*people, *bodies], key=lambda one: one.start)
    roles, descriptions = role_actors(text, named)
    named = [
        replace(one, description=one.description or descriptions[one.start]) if one.start in descriptions else one
        for one in named
    ]
    return sorted([*named, *roles], key=lambda one: (one.start, -one.end))


def _crosses(actor: Actor, others: list[Actor]) -> bool:
    return any(one.start < actor.end and actor.start < one.end for one in others)
