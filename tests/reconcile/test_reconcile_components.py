"""Who is who is worked out component by component: the parts make the whole, and a new document touches only what shares a key with it."""

from __future__ import annotations

import random

import pytest
from invented_press import Press, decide

from according.domain.codec import from_json, to_json
from according.domain.decision import Decision, Verdict
from according.domain.statement import ActorKind, Participant, Role, Speaker
from according.reconcile.evidence import Evidence, gather_evidence
from according.reconcile.joining import Component, components, cut_all, join_component, join_mentions, said_of
from according.reconcile.mentions import find_mentions
from according.reconcile.proposals import Face, propose
from according.reconcile.units import Unit, keys_of

_PEOPLE = ("Ivan Petrov", "Иван Петров", "Petrov", "Marina Sadykova", "Марина Садыкова", "Sadykova", "Zhanat Turbekov",
           "Janat Turbekov", "Ivan Ivanovich Petrov", "Olga Smirnova", "Rolan Dezhnik", "Dezhnik", "Vera Ustok")  # fmt: skip
_ROLES = (None, "a miner", "chairman of the Dock Union", "a police colonel", "Orlova’s mayor", "a woman aged 40")
_BODIES = ("Nord Steel", "Nord Steel JSC", "Dock Union", "Interior Ministry", "МВД", "the police")
_TOWNS = ("Orlova", "Veshka", None)
_DAYS = ("2031-03-04", "2031-03-05", None)


def _write(press: Press, seed: int, papers: int) -> None:
    chance = random.Random(seed)
    for number in range(papers):
        paper = press.paper(f"paper{number}", f"2031-0{chance.randint(2, 8)}-10", f"Outlet {number % 3}")
        for line in range(chance.randint(1, 4)):
            people = chance.sample(_PEOPLE, chance.randint(1, 3))
            body, town, day = chance.choice(_BODIES), chance.choice(_TOWNS), chance.choice(_DAYS)
            kind = chance.choice(("arrest", "killing", "strike", "release"))
            participants = [
                Participant(
                    chance.choice((Role.PATIENT, Role.AGENT)), name, ActorKind.PERSON, description=chance.choice(_ROLES)
                )
                for name in people
            ]
            participants.append(Participant(Role.EMPLOYER, body, ActorKind.ORGANISATION))
            paper.says(
                f"{line}: {', '.join(people)} of {body} {kind} {town or ''} {day or ''}.", kind, kind,
                participants=participants, where=town, when=day, by=Speaker(body, ActorKind.ORGANISATION),
            )  # fmt: skip


def _evidence(press: Press) -> Evidence:
    return gather_evidence("case", press.documents(), press.judged())


def _units(evidence: Evidence, decisions: list[Decision]) -> list[Unit]:
    return cut_all(evidence, find_mentions(evidence), said_of(decisions))


def _some_decisions(evidence: Evidence, chance: random.Random) -> list[Decision]:
    mentions = sorted(find_mentions(evidence))
    verdicts = (Verdict.SAME, Verdict.DIFFERENT, Verdict.DIFFERENT, Verdict.UNSURE)
    return [decide(number, verdict, *chance.sample(mentions, 2)) for number, verdict in enumerate(verdicts)]


def _clusters(found: list[Component]) -> dict[str, tuple[str, ...]]:
    """The cluster of each mention, worked out a component at a time."""
    parts = [join_component(one.units, one.decisions) for one in found]
    return {mention: members for part in parts for members in part.clusters for mention in members}


@pytest.mark.parametrize("seed", range(12))
def test_the_parts_make_the_whole(seed: int) -> None:
    press = Press()
    _write(press, seed, 8)
    evidence = _evidence(press)
    decisions = _some_decisions(evidence, random.Random(seed))
    found = components(_units(evidence, decisions), decisions)
    whole = join_mentions(evidence, find_mentions(evidence), decisions)
    together = {mention: members for members in whole.clusters.all() for mention in members}
    assert _clusters(found) == together
    assert len(found) > 3


@pytest.mark.parametrize("seed", range(12))
def test_a_component_does_not_look_at_the_others(seed: int) -> None:
    """Joined alone, shuffled, a component gives what it gives among all."""
    press = Press()
    _write(press, seed, 8)
    evidence = _evidence(press)
    decisions = _some_decisions(evidence, random.Random(seed))
    chance = random.Random(seed + 100)
    for one in components(_units(evidence, decisions), decisions):
        again = components(chance.sample(one.units, len(one.units)), one.decisions)
        assert again == [one]
        shuffled = join_component(chance.sample(one.units, len(one.units)), one.decisions)
        assert shuffled == join_component(one.units, one.decisions)


@pytest.mark.parametrize("seed", range(12))
def test_a_new_document_changes_only_what_shares_a_key_with_it(seed: int) -> None:
    press = Press()
    _write(press, seed, 7)
    before = components(_units(_evidence(press), []), [])
    known = {unit.id for one in before for unit in one.units}
    _write_last(press, seed)
    evidence = _evidence(press)
    after = _units(evidence, [])
    new = [unit for unit in after if unit.id not in known]
    assert known == {unit.id for unit in after} - {unit.id for unit in new}, "a document's units depend on itself alone"
    keys = {key for unit in new for key in keys_of(unit)}
    now = _clusters(components(after, []))
    untouched = [one for one in before if not keys & {key for unit in one.units for key in keys_of(unit)}]
    for one in untouched:
        for members in join_component(one.units, ()).clusters:
            assert now[members[0]] == members
    assert untouched and len(untouched) < len(before)


def _write_last(press: Press, seed: int) -> None:
    paper = press.paper("last", "2031-09-10")
    for name in random.Random(seed).sample(_PEOPLE, 3):
        paper.says(f"{name} was arrested.", "arrest", "arrested", people=name)


def test_units_and_faces_can_be_kept_and_read_again(press: Press) -> None:
    _write(press, 3, 6)
    units = _units(_evidence(press), [])
    faces = [face for one in components(units, []) for face in join_component(one.units, ()).faces]
    assert [from_json(Unit, to_json(unit)) for unit in units] == units
    assert [from_json(Face, to_json(face)) for face in faces] == faces


@pytest.mark.parametrize("seed", range(6))
def test_proposals_stay_under_their_keys(seed: int) -> None:
    """A proposal between two clusters does not depend on clusters that share no key with either."""
    press = Press()
    _write(press, seed, 8)
    faces = [
        face for one in components(_units(_evidence(press), []), []) for face in join_component(one.units, ()).faces
    ]
    found = set(propose(faces))
    assert found
    by_mention = {face.mention: face for face in faces}
    for reason in found:
        keys = set(by_mention[reason.a].keys) | set(by_mention[reason.b].keys)
        near = [face for face in faces if keys & set(face.keys)]
        assert reason in propose(near)


def test_decisions_on_two_mentions_of_one_person_split_it_and_undo_mends_it(press: Press) -> None:
    paper = press.paper("one", "2031-04-01")
    names = [
        paper.says(f"{line}: Marina Sadykova was {line}.", kind, line, people="Marina Sadykova")
        for line, kind in (("arrested", "arrest"), ("charged", "charge"), ("freed", "release"))
    ]
    mentions = [
        next(mention for mention, naming in find_mentions(_evidence(press)).items() if press.statement(name).id in naming.statements)
        for name in names
    ]  # fmt: skip
    before = press.reconcile()
    assert len(before.people) == 1
    apart = decide(1, Verdict.DIFFERENT, mentions[0], mentions[2])
    split = press.reconcile(decisions=[apart])
    assert len(split.people) == 2
    of = dict(split.entity_of)
    assert of[mentions[0]] != of[mentions[2]]
    assert press.reconcile(decisions=[apart, decide(2, Verdict.UNDO, apart.id)]) == before
