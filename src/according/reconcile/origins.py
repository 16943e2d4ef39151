"""Accounts in; how many different voices stand behind each, out. Counts voices, never truth; a host name proves nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from according.domain.event import Origin
from according.domain.statement import ActorKind, Statement
from according.reconcile.accounts import answer_key
from according.reconcile.clusters import Clusters
from according.reconcile.events import Happening
from according.reconcile.evidence import Evidence
from according.reconcile.standing import Told
from according.reconcile.voices import REPORT, Voices

_NEVER_NAMED = frozenset({ActorKind.GROUP.value, ActorKind.UNNAMED.value, ActorKind.DOCUMENT.value})


def count_origins(
    evidence: Evidence, happenings: Iterable[Happening], voices: Voices, twins: Clusters, publications: Clusters
) -> list[Origin]:
    """One origin count for every account, over all that give its answer, ordered by account. A report is one document.

    Statements whose words were copied, that stand in one publication or that lead to one resolved speaker are one
    origin; a group, an unnamed speaker or a source that is only cited leaves it not established.
    """
    out: list[Origin] = []
    for happening in happenings:
        alike: dict[tuple[str, ...], list[Told]] = defaultdict(list)
        for item in happening.told:
            alike[answer_key(item.first)].append(item)
        for told in alike.values():
            sids = sorted({sid for item in told for sid in item.account.statements})
            statements = [evidence.by_id[sid] for sid in sids]
            counted = _count(evidence, statements, voices, twins, publications)
            out.extend(replace(counted, account=item.account.id) for item in told)
    return sorted(out, key=lambda origin: origin.account)


def _count(
    evidence: Evidence, statements: Sequence[Statement], voices: Voices, twins: Clusters, publications: Clusters
) -> Origin:
    if len(statements) == 1:
        known = int(_is_established(evidence, statements[0], voices))
        return Origin("", 1, 0, 1 - known, known, ((statements[0].id,),))
    folded = Clusters(statement.document for statement in statements)
    by_key: dict[str, str] = {}
    named: set[str] = set()
    for statement in statements:
        voice = voices.of(statement)
        keys = [f"twin:{twins.root(statement.id)}", f"print:{publications.root(statement.document)}"]
        if voice.resolved:
            keys.append(f"voice:{voice.key}")
        for key in keys:
            folded.join(by_key.setdefault(key, statement.document), statement.document)
        if _is_established(evidence, statement, voices):
            named.add(statement.document)
    groups: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        groups[folded.root(statement.document)].append(statement.id)
    reports = len({statement.document for statement in statements})
    different = sum(1 for members in folded.all() if named & set(members))
    return Origin(
        account="",
        reports=reports,
        same=reports - len(groups),
        not_established=len(groups) - different,
        different=different,
        groups=tuple(sorted(tuple(sorted(sids)) for sids in groups.values())),
    )


def _is_established(evidence: Evidence, statement: Statement, voices: Voices) -> bool:
    """Whether we know whose word it is: a resolved speaker, or a report in its own words with an outlet of its own."""
    if statement.cites:
        return False
    voice = voices.of(statement)
    if voice.kind == REPORT:
        document = evidence.documents[statement.document]
        return document.outlet is not None
    return voice.resolved and voice.kind not in _NEVER_NAMED
