"""The whole of reconciling on one page, step by step; every step is a pure function of the ones before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from according.domain.casefile import CaseFile
from according.domain.decision import Decision
from according.domain.document import Document
from according.domain.entity import Entity, EntityKind
from according.domain.shared import SharedPassage
from according.domain.statement import Judged
from according.reconcile.answers import Answers
from according.reconcile.clusters import Clusters
from according.reconcile.disputing import find_disputes, with_words
from according.reconcile.entities import Cast, build_cast, without_plain_groups
from according.reconcile.events import build_events, event_sameness
from according.reconcile.evidence import gather_evidence
from according.reconcile.joining import join_mentions
from according.reconcile.lives import tell_lives
from according.reconcile.meeting import meet
from according.reconcile.mentions import find_mentions
from according.reconcile.origins import count_origins
from according.reconcile.pieces import cut_pieces, twin_statements
from according.reconcile.proceedings import gather_proceedings
from according.reconcile.publications import find_references, group_publications
from according.reconcile.rulings import rule_all
from according.reconcile.sameness import about_members
from according.reconcile.shares import tell_owners
from according.reconcile.standing import Told
from according.reconcile.trials import join_trials
from according.reconcile.victims import list_named
from according.reconcile.voices import Voices

VERSION = "4"


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
    answers = Answers(evidence, cast, voices)
    happenings, moved = build_events(evidence, cast, cells, answers, allocated)
    happenings = rule_all(happenings, decisions)
    happenings = list_named(evidence, happenings, cast)
    # 5. what cannot all be true
    lives, owners = tell_lives(evidence, cast, answers), tell_owners(evidence, cast, answers)
    found = find_disputes(evidence, cast, voices, happenings, lives, owners)
    disputes = with_words(found, decisions, {**cast.redirects, **moved})
    cast = with_accounts(cast, {**lives, **owners})
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


def with_accounts(cast: Cast, told: Mapping[str, Sequence[Told]]) -> Cast:
    """The cast, each person and company with its accounts."""
    entities = dict(cast.entities)
    for key, items in told.items():
        entities[key] = replace(entities[key], accounts=tuple(item.account for item in items))
    return replace(cast, entities=entities)


def _several(publications: Clusters) -> tuple[tuple[str, ...], ...]:
    return tuple(members for members in publications.all() if len(members) > 1)
