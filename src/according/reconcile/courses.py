"""Documents, places, people and companies that something touched in; what is a function of each one of them, worked out anew, out.

Of a document: a weekday that does not fit its date, what goes on before its cause, sums that do not come out, ties. Of a place and day: what it
was, who gave the order. Of a person: what voices answer, two terms, an impossible order. Of a company: its owners.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from according.domain.entity import Entity, EntityKind
from according.domain.event import Dispute
from according.domain.findings import AccountsOf, TieOf
from according.domain.statement import Role, Statement
from according.domain.workbook import Entry
from according.reconcile.arithmetic import find_arithmetic_disputes
from according.reconcile.desk import Spread
from according.reconcile.events import Happening
from according.reconcile.lives import befallen, find_life_disputes, tell_life
from according.reconcile.mentions import actor_mention
from according.reconcile.natures import find_nature_disputes
from according.reconcile.orders import find_order_giver_disputes
from according.reconcile.outcome import Outcome
from according.reconcile.rulings import rule_lives
from according.reconcile.sequence import (
    doubts_weekday,
    find_cause_disputes,
    find_chain_disputes,
    find_weekday_disputes,
    may_go_on,
)
from according.reconcile.shares import find_share_disputes, tell_owners_of
from according.reconcile.tellings import EVENTS, SPOTS, Teller
from according.reconcile.ties import find_ties

LIVES = "lives"  # statements of what befell somebody, under the people
OWNERS = "owners"  # statements of ownership, under the companies


def settle_documents(teller: Teller, touched: Collection[str], retold: Collection[str], outcome: Outcome) -> None:
    """What each document says for itself (`touched`), and beside its events (`retold` too)."""
    documents = {*touched, *retold}
    at_hand = teller.desk.spread(documents)
    told: dict[str, list[Statement]] = defaultdict(list)
    for statement in at_hand.evidence.statements:
        if statement.document in documents:
            told[statement.document].append(statement)
    doubtful = {item for item in documents if _needs_events(at_hand, item, told[item])}
    by_document: dict[str, dict[str, Happening]] = defaultdict(dict)
    for happening in teller.tell({one.group for one in teller.book.under(EVENTS, {f"of {item}" for item in doubtful})}):
        for piece in happening.pieces:
            if piece.statement.document in doubtful:
                by_document[piece.statement.document][happening.event.id] = happening
    at_hand = teller.desk.spread(documents)
    for document in sorted(documents):
        found: list[Dispute] = []
        if document in doubtful:
            happenings = list(by_document[document].values())
            found += find_weekday_disputes(at_hand.evidence, document, happenings, at_hand.voices)
            found += find_cause_disputes(at_hand.evidence, document, happenings, at_hand.voices)
        outcome.put("disputes", f"events of {document}", found)
        if document in touched:
            sums = find_arithmetic_disputes(at_hand.evidence, told[document], document, at_hand.voices)
            outcome.put("disputes", f"sums of {document}", sums)
    _put_ties(teller, touched, outcome)


def _put_ties(teller: Teller, touched: Collection[str], outcome: Outcome) -> None:
    evidence = teller.desk.evidence(touched)
    ties: dict[str, list[TieOf]] = defaultdict(list)
    for entity, found in find_ties(evidence, teller.desk.spread(touched).cast.entity_of).items():
        for tie in found:
            ties[evidence.by_id[tie.statement].document].append(TieOf(entity, tie))
    for document in touched:
        outcome.put("ties", document, ties[document])


def _needs_events(at_hand: Spread, document: str, statements: Collection[Statement]) -> bool:
    if any(doubts_weekday(statement) for statement in statements):
        return True
    return any(may_go_on(at_hand.evidence, document, piece) for piece in at_hand.pieces.get(document, ()))


def settle_spots(teller: Teller, outcome: Outcome) -> None:
    """What happenings of one place and day were, and who gave the order."""
    by_spot: dict[str, list[str]] = defaultdict(list)
    for entry in teller.book.under(SPOTS, teller.spots):
        by_spot[entry.keys[0]].append(entry.owner)
    told = {one.event.id: one for one in teller.tell({owner for owners in by_spot.values() for owner in owners})}
    events: dict[str, list[Happening]] = defaultdict(list)
    for entry in teller.book.under(SPOTS, teller.spots):
        events[entry.keys[0]].append(told[entry.name])
    at_hand = teller.desk.spread({piece.statement.document for one in told.values() for piece in one.pieces})
    for spot in sorted(teller.spots):
        happenings = events.get(spot, [])
        found = [
            *find_nature_disputes(at_hand.evidence, happenings, at_hand.voices),
            *find_order_giver_disputes(at_hand.evidence, at_hand.cast, happenings, at_hand.voices),
        ]
        outcome.put("disputes", f"at {spot}", found)


def settle_people(teller: Teller, touched: Collection[str], retold: Collection[str], outcome: Outcome) -> None:
    """What voices answer about people, and what only the whole of a life shows."""
    at_hand = teller.desk.spread(touched)
    fresh = []
    for statement in at_hand.evidence.statements:
        if statement.document in touched:
            people = befallen(at_hand.cast, statement)
            if people:
                fresh.append(Entry(statement.id, statement.document, tuple(sorted(people))))
    people = {*_exchange(teller, LIVES, touched, fresh), *retold}
    statements = _statements_under(teller, LIVES, people)
    lives: dict[str, list[Happening]] = defaultdict(list)
    for happening in teller.tell({one.group for one in teller.book.under(EVENTS, {f"p {item}" for item in people})}):
        for person in happening.event.people:
            lives[person].append(happening)
    at_hand = teller.desk.spread(
        {one.statement.document for life in lives.values() for item in life for one in item.pieces}
    )
    for person in sorted(people):
        entity = _as_told_by(at_hand.cast.entities.get(person), statements.get(person, ()))
        told = (
            tell_life(at_hand.evidence, at_hand.cast, at_hand.answers, entity) if entity and not entity.unnamed else []
        )
        life = rule_lives(told, teller.rulings)
        outcome.put("lives", person, [AccountsOf(person, tuple(item.account for item in life))] if life else [])
        found = [*find_life_disputes(person, life, lives[person]), *find_chain_disputes(person, lives[person])]
        outcome.put("disputes", f"life of {person}", found)


def settle_companies(teller: Teller, touched: Collection[str], outcome: Outcome) -> None:
    """Who owns what of companies."""
    at_hand = teller.desk.spread(touched)
    fresh = []
    for statement in at_hand.evidence.statements:
        if statement.document in touched and statement.type == "ownership":
            known = (
                at_hand.cast.get_by_mention(actor_mention(statement, item))
                for item in statement.participants if item.role is Role.ORGANISATION
            )  # fmt: skip
            companies = {one.id for one in known if one is not None and one.kind is not EntityKind.PERSON}
            fresh.append(Entry(statement.id, statement.document, tuple(sorted(companies))))
    companies = _exchange(teller, OWNERS, touched, fresh)
    statements = _statements_under(teller, OWNERS, companies)
    at_hand = teller.desk.spread(touched)
    for company in sorted(companies):
        entity = _as_told_by(at_hand.cast.entities.get(company), statements.get(company, ()))
        told = tell_owners_of(at_hand.evidence, at_hand.cast, at_hand.answers, entity) if entity else []
        told = rule_lives(told, teller.rulings)
        outcome.put("owners", company, [AccountsOf(company, tuple(item.account for item in told))] if told else [])
        outcome.put("disputes", f"owners of {company}", find_share_disputes(entity, told) if entity else [])


def _exchange(teller: Teller, sheet: str, touched: Collection[str], fresh: Iterable[Entry]) -> set[str]:
    """Put the entries of these documents in the place of what there was; the keys of both."""
    new = list(fresh)
    old = teller.book.owned(sheet, touched)
    teller.book.exchange(sheet, {entry.name for entry in old} - {entry.name for entry in new}, new)
    return {key for entry in (*old, *new) for key in entry.keys}


def _statements_under(teller: Teller, sheet: str, keys: Collection[str]) -> dict[str, list[str]]:
    """Key → the statements under it, all of their documents at hand."""
    entries = teller.book.under(sheet, keys)
    teller.desk.spread({entry.owner for entry in entries})
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for key in entry.keys:
            found[key].append(entry.name)
    return found


def _as_told_by(entity: Entity | None, statements: Collection[str]) -> Entity | None:
    return replace(entity, statements=tuple(sorted(statements))) if entity is not None else None
