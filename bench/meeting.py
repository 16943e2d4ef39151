"""Measures how statements meet: `python bench/meeting.py [--posts 2000] [--seed 1]` reads generated posts and tells the time and the blocks.

A block is what an added document may change at once: printed are the number, the largest, and the share of pieces in it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from make_posts import _paragraphs, make_posts

from according.compare import shared_passages
from according.domain.document import Document, Outlet
from according.domain.identity import document_id
from according.domain.statement import Judged, Statement
from according.read import plain_document, statements
from according.reconcile.blocks import blocks_of
from according.reconcile.bundles import Bundle, make_bundles
from according.reconcile.clusters import Clusters
from according.reconcile.entities import build_cast
from according.reconcile.evidence import gather_evidence
from according.reconcile.joining import join_mentions
from according.reconcile.keys import Tier, anchored_keys, rest_keys, tier_of, write_keys
from according.reconcile.meeting import find_cells, meet, meet_in_blocks
from according.reconcile.mentions import find_mentions
from according.reconcile.pieces import Piece, cut_pieces, pair_statements, towns_named
from according.reconcile.sameness import event_sameness


def read_posts(count: int, seed: int) -> tuple[list[Document], list[Judged]]:
    """Generated posts as documents of one case, with all that is read in them."""
    world, posts = make_posts(count, seed)
    documents, judged = [], []
    for post in posts:
        plain = plain_document("\n\n".join(_paragraphs(post)), published=f"{post.when:%Y-%m-%d}", language="en")
        identity = document_id("case", str(post.number))
        document = replace(plain, id=identity, case="case", title=post.title, outlet=Outlet(world.blogs[post.blog]))
        documents.append(document)
        judged += [Judged(statement) for statement in statements(document)]
    return documents, judged


def main() -> None:
    """The command of the module's docstring."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--posts", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    documents, judged = read_posts(told.posts, told.seed)
    evidence = gather_evidence("case", documents, judged)
    namings = find_mentions(evidence)
    cast = build_cast(namings, join_mentions(evidence, namings, []), {})
    sameness = event_sameness([item.id for item in evidence.statements], [], {}).clusters
    started = time.process_time()
    pieces = cut_pieces(evidence, cast)
    cut = time.process_time()
    twins = Clusters(item.id for item in evidence.statements)
    by_document: dict[str, list[Statement]] = {}
    for item in evidence.statements:
        by_document.setdefault(item.document, []).append(item)
    for passage in shared_passages(documents):
        for one, other in pair_statements(passage, by_document.get(passage.a, ()), by_document.get(passage.b, ())):
            twins.join(one.id, other.id)
    compared = time.process_time()
    cells = meet(pieces, twins, sameness)
    met = time.process_time()
    print(f"{len(pieces)} pieces, {len(cells)} events; cut {cut - started:.2f} CPU s, met {met - compared:.2f} CPU s")
    bundles = make_bundles(pieces, twins, sameness)
    tiers = {tier: [one for one in bundles if tier_of(one.leader) is tier] for tier in Tier}
    cells = meet_in_blocks(tiers[Tier.ANCHORED], anchored_keys, sameness)
    _tell("anchored", _blocks(tiers[Tier.ANCHORED], anchored_keys), len(pieces))
    for tier in (Tier.DATED, Tier.HINTED):
        _, left = find_cells(tiers[tier], cells, towns_named(pieces), sameness)
        cells = cells + meet_in_blocks(left, rest_keys, sameness)
        _tell(f"{tier.name.lower()}, left over", _blocks(left, rest_keys), len(pieces))
    shelf: dict[str, int] = {}
    for cell in cells:
        for key in write_keys(cell):
            shelf[key] = shelf.get(key, 0) + 1
    print(f"most cells under one key: {max(shelf.values())}; bare: {len(tiers[Tier.BARE])} bundles")


def _blocks(bundles: list[Bundle], keys_of: Callable[[Piece], Iterable[str]]) -> list[list[Bundle]]:
    return blocks_of(bundles, lambda one: (key for piece in one.pieces for key in keys_of(piece)))


def _tell(name: str, blocks: list[list[Bundle]], total: int) -> None:
    sizes = sorted((sum(len(one.pieces) for one in block) for block in blocks), reverse=True)
    print(f"{name}: {len(sizes)} blocks, largest {sizes[0]} pieces ({100 * sizes[0] / total:.2f} % of all)")


if __name__ == "__main__":
    main()
