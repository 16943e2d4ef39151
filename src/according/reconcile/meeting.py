"""Pieces in; which statements tell of one happening, out. The same for any order of input, and local: see decision 14.

Steps, each a function of little: 1. anchored pieces meet in blocks; 2. dated pieces each find a cell made so far, those that find none
meet in blocks; 3. hinted pieces likewise; 4. bare pieces find their place within their document; 5. people's word joins cells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from according.reconcile.bare import place_bare
from according.reconcile.blocks import blocks_of
from according.reconcile.bundles import Bundle, make_bundles, take_bundle
from according.reconcile.clusters import Clusters
from according.reconcile.deadly import Deadly, speaks_of_many
from according.reconcile.fitting import Cell, are_barred, best_cell, counts_otherwise
from according.reconcile.keys import Key, Tier, anchored_keys, read_keys, rest_keys, shelve, tier_of
from according.reconcile.pieces import Piece, towns_named
from according.reconcile.said_same import join_said_same
from according.reconcile.undated import join_undated


def meet(
    pieces: Iterable[Piece], twins: Clusters, sameness: Clusters, towns: Mapping[str, Collection[str]] | None = None
) -> list[Cell]:
    """Cells of pieces. `twins`: the same words copied; `sameness`: what people said of events, joins and bars between statements.

    `towns`: document id → the towns it names; where left out, those of the pieces.
    """
    held = list(pieces)
    bundles = make_bundles(held, twins, sameness)
    tiers: dict[Tier, list[Bundle]] = {tier: [] for tier in Tier}
    for bundle in bundles:
        tiers[tier_of(bundle.leader)].append(bundle)
    towns = towns_named(held) if towns is None else towns
    cells = meet_in_blocks(tiers[Tier.ANCHORED], anchored_keys, sameness)
    found: list[tuple[Bundle, Cell]] = []
    for tier in (Tier.DATED, Tier.HINTED):
        fitting, left = find_cells(tiers[tier], cells, towns, sameness)
        found += fitting
        cells = cells + meet_in_blocks(left, rest_keys, sameness)
    bare, alone = place_bare(tiers[Tier.BARE], found, cells, towns, sameness)
    alone = join_undated(alone, sameness)
    for bundle, cell in sorted([*found, *bare], key=lambda item: item[0].order):
        alone += take_bundle(cell, bundle, sameness)
    return join_said_same([*cells, *alone], sameness)


def meet_in_blocks(
    bundles: Sequence[Bundle], keys_of: Callable[[Piece], Iterable[Key]], sameness: Clusters
) -> list[Cell]:
    """Cells of bundles, block by block: the union over the blocks is the outcome for all."""
    blocks = blocks_of(bundles, lambda bundle: (key for piece in bundle.pieces for key in keys_of(piece)))
    return [cell for block in blocks for cell in meet_block(block, keys_of, sameness)]


def meet_block(block: Sequence[Bundle], keys_of: Callable[[Piece], Iterable[Key]], sameness: Clusters) -> list[Cell]:
    """Cells of the bundles of one block, in placing order: each joins the cell it fits best, or begins one."""
    cells: list[Cell] = []
    refused: list[Cell] = []
    by_key: dict[Key, dict[int, Cell]] = defaultdict(dict)
    for bundle in sorted(block, key=lambda item: item.order):
        near = {number: cell for key in keys_of(bundle.leader) for number, cell in by_key[key].items()}
        cell = best_cell(bundle.leader, near.values(), sameness)
        if cell is None:
            cell = Cell(bundle.leader.chain)
            cells.append(cell)
        refused += take_bundle(cell, bundle, sameness)
        for piece in bundle.pieces:
            for key in keys_of(piece):
                by_key[key][id(cell)] = cell
    return cells + refused


def find_cells(
    bundles: Sequence[Bundle], cells: Sequence[Cell], towns: Mapping[str, Collection[str]], sameness: Clusters
) -> tuple[list[tuple[Bundle, Cell]], list[Bundle]]:
    """Dated or hinted bundles with the cell each fits, and those that fit none. Each looks for itself; cells stay as they are."""
    asked = {key for bundle in bundles for key in read_keys(bundle.leader)}
    shelf = shelve(cells, asked)
    deadly = Deadly(cells)
    found: list[tuple[Bundle, Cell]] = []
    left: list[Bundle] = []
    for bundle in bundles:
        piece = bundle.leader
        near = {id(cell): cell for key in read_keys(piece) for cell in shelf.get(key, ())}
        chosen = best_cell(piece, near.values(), sameness)
        if chosen is None and not piece.is_exact and speaks_of_many(piece):
            known = deadly.find(piece, towns.get(piece.statement.document, ()))
            fits = known is not None and not are_barred(piece, known, sameness) and not counts_otherwise(piece, known)
            chosen = known if fits else None
        if chosen is None:
            left.append(bundle)
        else:
            found.append((bundle, chosen))
    return found, left
