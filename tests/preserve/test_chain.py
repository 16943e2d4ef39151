"""Whoever rewrites, drops, adds or reorders a custody event is found out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from according.preserve import GENESIS, Link, chain_hash, check_chain


def chain_of(kinds: list[str]) -> list[Link]:
    links: list[Link] = []
    previous = GENESIS
    for number, kind in enumerate(kinds, 1):
        facts = (("size", str(number)),)
        hashed = chain_hash(previous, number, kind, "x", "2012-01-01T00:00:00Z", "somebody", facts)
        links.append(Link(number, kind, "x", "2012-01-01T00:00:00Z", "somebody", facts, previous, hashed))
        previous = hashed
    return links


@given(st.lists(st.text(max_size=5), min_size=1, max_size=8))
def test_an_honest_chain_holds(kinds: list[str]) -> None:
    assert check_chain(chain_of(kinds)) is None


@given(st.lists(st.text(max_size=5), min_size=2, max_size=8), st.data())
def test_every_change_shows(kinds: list[str], data: st.DataObject) -> None:
    links = chain_of(kinds)
    at = data.draw(st.integers(0, len(links) - 1))
    changed = links[at]
    for wrong in (
        replace(changed, kind=changed.kind + "!"),
        replace(changed, subject="y"),
        replace(changed, at="2012-01-02T00:00:00Z"),
        replace(changed, by="somebody else"),
        replace(changed, facts=(("size", "0"),)),
    ):
        assert check_chain([*links[:at], wrong, *links[at + 1 :]]) is not None
    if at < len(links) - 1:
        assert check_chain([*links[:at], *links[at + 1 :]]) is not None
        assert check_chain([*links[:at], links[at + 1], links[at], *links[at + 2 :]]) is not None
