"""Entities, events, disputes and what else the case file holds in, their rows with the contract's keys out. Merges no accounts."""

from __future__ import annotations

from according.domain.codec import to_json
from according.domain.entity import Entity
from according.domain.event import Account, Dispute, Event
from according.domain.shared import SharedPassage
from according.export.rows import Row, full_json, plain_row
from according.present.sentences import explain_dispute


def entity_row(entity: Entity) -> Row:
    """A person, organisation, group or place with the contract's keys."""
    row = {
        "id": entity.id,
        "name": entity.name,
        "names": to_json(entity.names),
        "statements": list(entity.statements),
        "roles": list(entity.roles),
        "description": entity.description,
        "unnamed": entity.unnamed,
        "ties": full_json(entity.ties),
        "joins": to_json(entity.joins),
        "maybe_same": to_json(entity.maybe_same),
        "mentions": list(entity.mentions),
        "accounts": [account_row(account) for account in entity.accounts],
    }
    if entity.kind.value == "place":
        row |= {
            "country": entity.country,
            "latitude": entity.latitude,
            "longitude": entity.longitude,
            "place_kind": entity.place_kind,
        }
    return row


def account_row(account: Account) -> Row:
    """One voice's answer to one question."""
    return {
        "id": account.id,
        "aspect": account.aspect.value,
        "value": full_json(account.value),
        "scope": account.scope,
        "where": account.where,
        "speaker": account.speaker,
        "speaker_kind": account.speaker_kind,
        "speaker_entity": account.speaker_entity,
        "as_of": account.as_of,
        "relations": to_json(account.relations),
        "statements": list(account.statements),
        "documents": list(account.documents),
        "outlet": account.outlet,
        "stance": account.stance,
        "reviewed": account.reviewed,
    }


def event_row(event: Event) -> Row:
    """An event with the contract's keys."""
    return {
        "id": event.id,
        "type": event.type,
        "when": event.when,
        "where": event.where,
        "statements": list(event.statements),
        "accounts": [account_row(account) for account in event.accounts],
        "place": event.place,
        "people": list(event.people),
        "types": list(event.types),
        "facts": dict(event.facts),
        "lists": [plain_row(one) for one in event.lists],
    }


def dispute_row(dispute: Dispute, language: str = "en") -> Row:
    """A dispute with the contract's keys, explained in a language."""
    return {
        "id": dispute.id,
        "kind": dispute.kind.value,
        "about": {dispute.about_kind: dispute.about, "aspect": dispute.aspect.value if dispute.aspect else None},
        "values": full_json(dispute.values),
        "explanation": explain_dispute(dispute, language),
        "possible": dispute.possible,
        "facts": dict(dispute.facts),
        "decided": dispute.decided,
        "why": dispute.why,
        "look_again": dispute.look_again,
    }


def shared_row(item: SharedPassage) -> Row:
    """Words that stand in two documents, with the contract's keys."""
    return {
        "a": {"document": item.a, "start": item.a_span.start, "end": item.a_span.end},
        "b": {"document": item.b, "start": item.b_span.start, "end": item.b_span.end},
        "similarity": item.similarity,
        "earlier": item.earlier.value,
        "why": item.why,
    }
