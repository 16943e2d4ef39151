"""The whole of reconciling on one page, step by step; every step is a pure function of the ones before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from according.domain.casefile import CaseFile
from according.domain.decision import Decision, Verdict
from according.domain.document import Document
from according.domain.entity import Entity, EntityKind
from according.domain.event import Dispute
from according.domain.shared import SharedPassage
from according.domain.statement import Judged
from according.reconcile.answers import Answers
from according.reconcile.arithmetic import find_arithmetic_disputes
from according.reconcile.clusters import Clusters
from according.reconcile.disputes import find_event_disputes
from according.reconcile.entities import Cast, build_cast, without_plain_groups
from according.reconcile.events import Happening, build_events, event_sameness
from according.reconcile.evidence import Evidence, gather_evidence
from according.reconcile.joining import join_mentions
from according.reconcile.lives import by_person, find_term_disputes
from according.reconcile.meeting import meet
from according.reconcile.mentions import find_mentions
from according.reconcile.natures import find_nature_disputes
from according.reconcile.origins import count_origins
from according.reconcile.pieces import cut_pieces, twin_statements
from according.reconcile.proceedings import gather_proceedings
from according.reconcile.publications import find_references, group_publications
from according.reconcile.rulings import rule_all
from according.reconcile.sameness import about_members, standing_decisions
from according.reconcile.sequence import find_order_disputes, find_weekday_disputes
from according.reconcile.shares import find_share_disputes
from according.reconcile.sides import dispute_id
from according.reconcile.sureness import figures_by_document
from according.reconcile.trials import join_trials
from according.reconcile.victims import list_named
from according.reconcile.voices import Voices

VERSION = "4"

_WORDS = {
    Verdict.REAL: "real",
    Verdict.EXPLAINED: "explained",
    Verdict.OTHER_SCOPE: "different_scope",
    Verdict.DISMISSED: "dismissed",
}


def build_case_file(
    case: str, documents: Sequence[Document], judged: Sequence[Judged], shared: Sequence[SharedPassage],
    decisions: Sequence[Decision], allocated: Mapping[str, str],
) -> CaseFile:  # fmt: skip
    """From statements to knowledge that says how it knows."""
    # 1. what counts
    evidence = gather_evidence(case, documents, judged)
    passages = sorted(
        (item for item in shared if item.a in evidence.documents and item.b in evidence.documents),
        key=lambda item: (item.a, item.a_span.start, item.b, item.b_span.start, item.a_span.end, item.b_span.end),
    )
    # 2. who and what is named
    namings = find_mentions(evidence)
    on_mentions = about_members(decisions, allocated, "m-", ("p-", "o-", "g-", "l-"))
    cast = build_cast(evidence, namings, join_mentions(evidence, namings, on_mentions), allocated)
    voices = Voices(evidence, cast)
    # 3. which statements tell of one happening
    twins = twin_statements(evidence, passages)
    sameness = event_sameness([item.id for item in evidence.statements], decisions, allocated)
    cells = join_trials(meet(cut_pieces(evidence, cast), twins, sameness.clusters), sameness.clusters)
    # 4. what each voice answers
    happenings, moved = build_events(evidence, cast, cells, Answers(evidence, cast, voices), allocated)
    happenings = rule_all(happenings, decisions)
    happenings = list_named(evidence, happenings, cast)
    # 5. what cannot all be true
    disputes = _find_disputes(evidence, cast, happenings, voices, decisions, {**cast.redirects, **moved})
    # 6. how many voices there really are
    shown = without_plain_groups(cast)
    publications = group_publications(evidence.documents.values(), passages)
    return CaseFile(
        case=case,
        people=_of_kind(cast, EntityKind.PERSON),
        organisations=_of_kind(cast, EntityKind.ORGANISATION),
        groups=_of_kind(shown, EntityKind.GROUP),
        places=_of_kind(cast, EntityKind.PLACE),
        events=tuple(happening.event for happening in happenings),
        proceedings=tuple(gather_proceedings(happenings, cast, allocated)),
        disputes=disputes,
        origins=tuple(count_origins(evidence, happenings, voices, twins, publications)),
        references=tuple(find_references(evidence.documents.values())),
        same_publication=_several(publications),
        redirects=tuple(sorted({**shown.redirects, **moved}.items())),
        entity_of=tuple(sorted(shown.entity_of.items())),
    )


def _of_kind(cast: Cast, kind: EntityKind) -> tuple[Entity, ...]:
    return tuple(entity for entity in cast.entities.values() if entity.kind is kind)


def _several(publications: Clusters) -> tuple[tuple[str, ...], ...]:
    return tuple(members for members in publications.all() if len(members) > 1)


def _find_disputes(
    evidence: Evidence,
    cast: Cast,
    happenings: Sequence[Happening],
    voices: Voices,
    decisions: Sequence[Decision],
    redirects: Mapping[str, str],
) -> tuple[Dispute, ...]:
    found: dict[str, Dispute] = {}
    masses = figures_by_document(happenings)
    for happening in happenings:
        for dispute in find_event_disputes(happening, cast, masses):
            found.setdefault(dispute.id, dispute)
    for person, life in sorted(by_person(happenings).items()):
        for dispute in find_term_disputes(person, life):
            found.setdefault(dispute.id, dispute)
    for dispute in (
        *find_order_disputes(evidence, happenings, voices),
        *find_weekday_disputes(evidence, happenings, voices),
        *find_arithmetic_disputes(evidence, voices),
        *find_share_disputes(evidence, cast, voices),
        *find_nature_disputes(evidence, happenings, voices),
    ):
        found.setdefault(dispute.id, dispute)
    _apply_words(found, decisions, redirects)
    return tuple(sorted(found.values(), key=lambda dispute: (-dispute.seriousness, dispute.id)))


def _apply_words(found: dict[str, Dispute], decisions: Sequence[Decision], redirects: Mapping[str, str]) -> None:
    """What people said of disputes: it stays while the sides are the same, and asks for a new look when one comes or goes."""
    earlier: dict[str, str] = {}  # ids under which a dispute was known before its event met another
    for old, new in sorted(redirects.items()):
        for dispute in found.values():
            if dispute.about == new:
                earlier.setdefault(dispute_id(dispute.kind, old, dispute.aspect, dispute.scope), dispute.id)
    for decision in standing_decisions(decisions):
        told = found.get(decision.subject) or found.get(earlier.get(decision.subject, ""))
        if told is not None and decision.verdict in _WORDS:
            changed = decision.seen is not None and decision.seen != told.sides
            found[told.id] = replace(told, decided=_WORDS[decision.verdict], why=decision.why, look_again=changed)
