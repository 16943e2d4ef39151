"""Proposals that two people are one, with what speaks against it, in; disputes about who is meant, worked out anew, out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from according.reconcile.identities import find_identity_dispute
from according.reconcile.outcome import Outcome
from according.reconcile.packing import unpack
from according.reconcile.tellings import Teller
from according.reconcile.who import APART, Apart


def settle_identities(teller: Teller, names: Collection[str], touched: Collection[str], outcome: Outcome) -> None:
    """Disputes about pairs that came, went or changed (`names`), and about those of whom these documents tell."""
    book = teller.book
    entries = {entry.name: entry for entry in book.named(APART, names)}
    entries |= {entry.name: entry for entry in book.under(APART, {f"of {document}" for document in touched})}
    for name in set(names) - entries.keys():
        outcome.put("disputes", f"apart {name}", ())
    at_hand = teller.desk.spread({key.removeprefix("of ") for entry in entries.values() for key in entry.keys})
    for name, entry in sorted(entries.items()):
        apart = unpack(Apart, entry.body)
        known = [at_hand.cast.entities.get(one.entity) for one in apart.people]
        people = [
            replace(entity, statements=told.statements)
            for entity, told in zip(known, apart.people, strict=True) if entity is not None
        ]  # fmt: skip
        if len(people) == 2:
            pair = (people[0], people[1])
            found = find_identity_dispute(at_hand.evidence, at_hand.voices, pair, apart.against)
            outcome.put("disputes", f"apart {name}", found)
