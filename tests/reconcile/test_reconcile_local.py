"""What a document can change is little: events meet in blocks, and what shares no key with a new document stays as it was."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from invented_press import Press

from according.domain.decision import Decision, Verdict
from according.domain.statement import When
from according.reconcile.blocks import blocks_of
from according.reconcile.bundles import Bundle, make_bundles
from according.reconcile.clusters import Clusters
from according.reconcile.deadly import many_keys, meant_keys
from according.reconcile.entities import Cast, build_cast
from according.reconcile.evidence import gather_evidence
from according.reconcile.fitting import Cell
from according.reconcile.joining import join_mentions
from according.reconcile.keys import (
    Tier,
    anchored_keys,
    read_keys,
    rest_keys,
    tier_of,
    weeks_keys,
    write_keys,
)
from according.reconcile.meeting import meet, meet_block
from according.reconcile.mentions import find_mentions
from according.reconcile.pieces import Piece, cut_pieces, towns_named
from according.reconcile.sameness import event_sameness
from according.reconcile.undated import undated_keys

_PEOPLE = ("Marina Sadykova", "Marat Turbekov", "Adela Roska", "Petar Vond")
_TOWNS = ("Orlova", "Veshka", "Dolna", "Krasnik")
_KINDS = ("killing", "injury", "arrest", "sentence", "march", "strike", "trial", "hunger_strike", "dismissal")


def _day(chance: random.Random) -> When | str | None:
    month, day = chance.randint(1, 6), chance.randint(1, 27)
    whole = f"2031-{month:02}-{day:02}"
    doubtful = When(whole, whole, "test", doubt=("weekday",))
    return chance.choice((whole, doubtful, f"2031-{month:02}", f"[{whole},2031-{month:02}-{day + 1:02}]", None, None))


def _write(press: Press, chance: random.Random, keys: Iterable[str]) -> None:
    for key in keys:
        paper = press.paper(
            key, f"2031-0{chance.randint(2, 8)}-{chance.randint(10, 28)}", f"Outlet {chance.randint(1, 4)}"
        )
        for line in range(chance.randint(2, 9)):
            kind, name, where = chance.choice(_KINDS), chance.choice(_PEOPLE), chance.choice((*_TOWNS, None))
            count = chance.choice((None, 2, 9, 15))
            fields = {"people": name} if count is None else {"count": count}
            paper.says(
                f"{line}: {name} {kind} {where or ''} {count}.", kind, kind, when=_day(chance), where=where, **fields
            )


def _cut(press: Press) -> tuple[list[Piece], Cast]:
    evidence = gather_evidence("case", press.documents(), press.judged())
    namings = find_mentions(evidence)
    cast = build_cast(namings, join_mentions(evidence, namings, []), {})
    return cut_pieces(evidence, cast), cast


def _sameness(pieces: Iterable[Piece], decisions: list[Decision] | None = None) -> Clusters:
    return event_sameness([piece.statement.id for piece in pieces], decisions or [], {}).clusters


def _meet(pieces: list[Piece], twins: Clusters, towns: dict[str, set[str]] | None = None) -> set[frozenset[str]]:
    return _ids(meet(pieces, twins, _sameness(pieces), towns))


def _ids(cells: Iterable[Cell]) -> set[frozenset[str]]:
    return {frozenset(piece.statement.id for piece in cell.pieces) for cell in cells}


def _twins(pieces: list[Piece], chance: random.Random) -> tuple[Clusters, dict[str, set[str]]]:
    """Now and then two statements of a kind are copies; and for each statement a key it shares with its copies."""
    twins = Clusters(piece.statement.id for piece in pieces)
    for one, two in zip(pieces, pieces[3:], strict=False):
        if one.statement.type == two.statement.type and chance.random() < 0.3:
            twins.join(one.statement.id, two.statement.id)
    return twins, {piece.statement.id: {f"copy {twins.root(piece.statement.id)}"} for piece in pieces}


def _all_keys(piece: Piece, towns: dict[str, set[str]]) -> set[str]:
    """Every key by which the piece may have to do with others, in whatever step."""
    alone = Cell(piece.chain)
    alone.take(piece)
    here = towns.get(piece.statement.document, set())
    keys = {f"A {key}" for key in anchored_keys(piece)} if tier_of(piece) is Tier.ANCHORED else set()
    keys |= {f"R {key}" for key in rest_keys(piece)} if tier_of(piece) in (Tier.DATED, Tier.HINTED) else set()
    looks = read_keys(piece) if tier_of(piece) in (Tier.DATED, Tier.HINTED) else weeks_keys(piece)
    keys |= {f"W {key}" for key in (*looks, *meant_keys(piece, here), *write_keys(alone), *many_keys(alone))}
    keys |= {f"U {key}" for key in undated_keys(alone)}
    return keys | {f"D {piece.chain} {piece.statement.document}"}


@pytest.mark.parametrize("seed", range(30))
def test_pieces_that_share_no_key_may_be_reconciled_apart(seed: int) -> None:
    chance = random.Random(seed)
    press = Press()
    _write(press, chance, [f"paper{number}" for number in range(12)])
    pieces, _ = _cut(press)
    twins, copies = _twins(pieces, chance)
    towns = towns_named(pieces)
    islands = blocks_of(pieces, lambda piece: _all_keys(piece, towns) | copies[piece.statement.id])
    assert len(islands) > 1
    apart: set[frozenset[str]] = set()
    for island in islands:
        apart |= _meet(island, twins, towns)
    assert apart == _meet(pieces, twins)


@pytest.mark.parametrize("seed", range(30))
def test_anchored_blocks_are_met_one_by_one(seed: int) -> None:
    chance = random.Random(seed)
    press = Press()
    _write(press, chance, [f"paper{number}" for number in range(15)])
    pieces = [piece for piece in _cut(press)[0] if tier_of(piece) is Tier.ANCHORED]
    twins, _ = _twins(pieces, chance)
    sameness = _sameness(pieces)
    bundles = make_bundles(pieces, twins, sameness)
    blocks = blocks_of(bundles, lambda one: (key for piece in one.pieces for key in anchored_keys(piece)))
    one_by_one = [cell for block in blocks for cell in meet_block(block, anchored_keys, sameness)]
    assert len(blocks) > 5
    assert _ids(one_by_one) == _ids(meet_block(bundles, anchored_keys, sameness)) == _ids(meet(pieces, twins, sameness))
    all_of_a_chain = meet_block(bundles, lambda piece: (piece.chain,), sameness)
    assert _ids(all_of_a_chain) == _ids(one_by_one)  # the keys leave out nothing that could have met


@pytest.mark.parametrize("seed", range(30))
def test_a_new_document_changes_only_events_it_has_to_do_with(seed: int) -> None:
    chance = random.Random(1000 + seed)
    press = Press()
    _write(press, chance, [f"paper{number}" for number in range(10)])
    _write(press, chance, ["new"])
    new = next(paper for paper in press.papers if paper.key == "new").document().id
    after, _ = _cut(press)
    before = [piece for piece in after if piece.statement.document != new]
    old = {piece.statement.id for piece in before}
    alone = Clusters(piece.statement.id for piece in after)
    was, now = _meet(before, alone), _meet(after, alone)
    by_id = {piece.statement.id: piece for piece in after}
    towns = towns_named(after)
    changed = [by_id[sid] for sid in set().union(*(was ^ now)) | (by_id.keys() - old)] if was != now else []
    for group in blocks_of(changed, lambda piece: _all_keys(piece, towns)):
        assert any(piece.statement.document == new for piece in group)


def test_two_pieces_that_people_held_apart_do_not_meet_in_a_third(press: Press) -> None:
    press.paper("one", "2031-03-05").says(
        "On 4 March 9 were killed in Orlova.", "killing", "killed", count=9, when="2031-03-04", where="Orlova"
    )
    names = [
        press.paper(key, "2031-03-09").says(
            f"In March {count} were killed in Orlova.", "killing", "killed", count=count, when="2031-03", where="Orlova"
        )
        for key, count in (("two", 11), ("three", 14))
    ]
    together = press.reconcile()
    assert len(together.events) == 1
    a, b = (press.statement(name).id for name in names)
    apart = press.reconcile(decisions=[Decision("j-1", 1, Verdict.DIFFERENT, a, b)])
    assert press.event_of(apart, names[0]).id != press.event_of(apart, names[1]).id


def test_people_who_say_two_events_are_one_join_all_that_is_told_of_both(press: Press) -> None:
    first = [
        press.paper(f"one{number}", "2031-03-05").says(
            "On 4 March dockers marched in Orlova.", "march", "marched", when="2031-03-04", where="Orlova"
        )
        for number in range(3)
    ]
    second = [
        press.paper(f"two{number}", "2031-03-10").says(
            "On 9 March dockers marched in Veshka.", "march", "marched", when="2031-03-09", where="Veshka"
        )
        for number in range(3)
    ]
    a, b = (press.event_of(press.reconcile(), names[0]).id for names in (first, second))
    (event,) = press.reconcile(decisions=[Decision("j-1", 1, Verdict.SAME, a, b)]).events
    assert len(event.statements) == 6


def test_a_bundle_of_copies_goes_where_its_best_dated_copy_goes() -> None:
    press = Press()
    press.paper("one", "2031-03-05").says("9 were killed.", "killing", "killed", count=9)
    press.paper("two", "2031-03-05").says(
        "On 4 March in Orlova 9 were killed.", "killing", "killed", count=9, when="2031-03-04", where="Orlova"
    )
    pieces, _ = _cut(press)
    twins = Clusters(piece.statement.id for piece in pieces)
    twins.join(*(piece.statement.id for piece in pieces))
    (bundle,) = make_bundles(pieces, twins, _sameness(pieces))
    assert isinstance(bundle, Bundle) and bundle.leader.is_exact and len(bundle.followers) == 1
