"""Everything told in; every dispute out, with what people said of it. Each kind is a function of one event, one person, one company,
one document or one place and day, so that a new document asks only those it touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from according.domain.decision import Decision, Verdict
from according.domain.event import Dispute
from according.reconcile.arithmetic import find_arithmetic_disputes
from according.reconcile.disputes import find_event_disputes
from according.reconcile.entities import Cast
from according.reconcile.events import Happening
from according.reconcile.evidence import Evidence
from according.reconcile.identities import find_identity_disputes
from according.reconcile.lives import by_person, find_life_disputes
from according.reconcile.natures import find_nature_disputes
from according.reconcile.neighbours import by_place_and_day
from according.reconcile.orders import find_order_giver_disputes
from according.reconcile.sameness import standing_decisions
from according.reconcile.sequence import find_order_disputes, find_weekday_disputes
from according.reconcile.shares import find_share_disputes
from according.reconcile.sides import dispute_id
from according.reconcile.standing import Told
from according.reconcile.sureness import figures_by_document
from according.reconcile.victims import find_list_disputes
from according.reconcile.voices import Voices

_WORDS = {
    Verdict.REAL: "real",
    Verdict.EXPLAINED: "explained",
    Verdict.OTHER_SCOPE: "different_scope",
    Verdict.DISMISSED: "dismissed",
}


def find_disputes(
    evidence: Evidence, cast: Cast, voices: Voices, happenings: Sequence[Happening],
    lives: Mapping[str, Sequence[Told]], owners: Mapping[str, Sequence[Told]],
) -> dict[str, Dispute]:  # fmt: skip
    """Every dispute by id. `lives` and `owners`: see `tell_lives` and `tell_owners`."""
    masses = figures_by_document(happenings)
    own = by_person(happenings)
    blocks = [block for _, block in sorted(by_place_and_day(happenings).items())]
    found: dict[str, Dispute] = {}
    for dispute in chain(
        (item for happening in happenings for item in find_event_disputes(happening, cast, masses)),
        (item for happening in happenings for item in find_list_disputes(evidence, happening)),
        (
            item for person in sorted({*own, *lives})
            for item in find_life_disputes(person, lives.get(person, ()), own.get(person, ()))
        ),
        (item for company, told in sorted(owners.items()) for item in find_share_disputes(cast.entities[company], told)),
        find_order_disputes(evidence, happenings, voices),
        find_weekday_disputes(evidence, happenings, voices),
        find_arithmetic_disputes(evidence, voices),
        (item for block in blocks for item in find_nature_disputes(evidence, block, voices)),
        (item for block in blocks for item in find_order_giver_disputes(evidence, cast, block, voices)),
        (item for person in cast.entities.values() for item in find_identity_disputes(evidence, cast, voices, person)),
    ):  # fmt: skip
        found.setdefault(dispute.id, dispute)
    return found


def with_words(
    found: Mapping[str, Dispute], decisions: Sequence[Decision], redirects: Mapping[str, str]
) -> tuple[Dispute, ...]:
    """The disputes, most serious first, with what people said of them: it stays while the sides are the same, and asks for a new
    look when one comes or goes."""
    out = dict(found)
    earlier = _earlier_ids(found.values(), redirects)
    for decision in standing_decisions(decisions):
        told = out.get(decision.subject) or out.get(earlier.get(decision.subject, ""))
        if told is not None and decision.verdict in _WORDS:
            changed = decision.seen is not None and decision.seen != told.sides
            out[told.id] = replace(told, decided=_WORDS[decision.verdict], why=decision.why, look_again=changed)
    return tuple(sorted(out.values(), key=lambda dispute: (-dispute.seriousness, dispute.id)))


def _earlier_ids(disputes: Iterable[Dispute], redirects: Mapping[str, str]) -> dict[str, str]:
    """Ids under which disputes were known before what they are about met another, and what they lead to now."""
    about: dict[str, list[Dispute]] = {}
    for dispute in disputes:
        about.setdefault(dispute.about, []).append(dispute)
    return {
        dispute_id(dispute.kind, old, dispute.aspect, dispute.scope): dispute.id
        for old, new in sorted(redirects.items()) for dispute in about.get(new, ())
    }  # fmt: skip
