"""The fast way from rows to nouns gives what the reference gives."""

from __future__ import annotations

import json

import pytest

from according.archive.rows import decode
from according.domain.codec import canonical, from_json
from according.domain.document import Block, BlockKind, Dated, Document, Outlet, Post, Term, Text
from according.domain.passage import Passage, Span
from according.domain.statement import Count, Kind, Sentence, Stance, Statement, Value

NOUNS = [
    Document("d-1", "k", "key", "T", Text("words", "0" * 64, (Block(BlockKind.PARAGRAPH, 0, 5),)), Outlet("A"),
             published=Dated("2012", "given"), post=Post("p", "t", terms=(Term("tag", "x"),))),
    Statement("s-1", Passage("d-1", "0" * 64, 0, 5, "words"), Span(0, 5), Kind.EVENT, "arrest", "r", stance=Stance.ALLEGED,
              count=Count(None, 3, "up to three"), value=Value(sentence=Sentence(years=(3.0, None), term=("P3Y", None)))),
]  # fmt: skip


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_both_ways_agree(noun: Document | Statement) -> None:
    spelled = canonical(noun)
    assert decode(type(noun), spelled) == from_json(type(noun), json.loads(spelled)) == noun
