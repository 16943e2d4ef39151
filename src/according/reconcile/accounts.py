"""Answers to questions about one event or person in; accounts out: one voice's answer each, with how they stand to one another.
No merged figure, no sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from according.domain.event import Account, AccountRelation, Aspect, RelationKind
from according.domain.identity import short_id
from according.reconcile.answers import COUNTED, Answer
from according.reconcile.evidence import Evidence
from according.reconcile.pieces import counted
from according.reconcile.scopes import is_part_of_crowd
from according.reconcile.standing import STRICT_SCOPE, UNSURE, Told, is_figure, relate

_CROWDED = 40  # accounts of one question from which on agreement is plain to see and its n * n relations are left out


def tell(evidence: Evidence, about: str, answers: Iterable[Answer]) -> list[Told]:
    """Accounts of one event: equal answers of one voice are one account. With relations, ordered by id."""
    groups: dict[tuple[str, ...], list[Answer]] = defaultdict(list)
    for answer in _headlines_to_texts(_totals_by_other_words(_harmed_together(list(answers)))):
        groups[_group_key(answer)].append(answer)
    told = []
    for key, group in sorted(groups.items()):
        group.sort(key=_speaks_for_account)
        told.append(Told(_account(evidence, about, key, group), tuple(group)))
    told.sort(key=lambda item: item.account.id)
    return _relate_all(told)


def _totals_by_other_words(answers: list[Answer]) -> list[Answer]:
    """ "Eight miners were killed" answers how many were killed, unless the same voice gives more people besides, or others:
    "26 farmers and nine rebels were killed" gives two parts and no whole."""
    parts: dict[tuple[str, str, Aspect], set[str]] = defaultdict(set)
    highest: dict[tuple[str, str, Aspect], float] = defaultdict(float)
    for answer in answers:
        if answer.aspect in STRICT_SCOPE and is_figure(answer):
            key = (answer.statement.document, answer.voice.key, answer.aspect)
            highest[key] = max(highest[key], _end_of(answer))
            if answer.scope_key is not None:
                parts[key].add(answer.scope_key)
    out = []
    for answer in answers:
        whole = answer.scope_key is not None and answer.aspect in STRICT_SCOPE and is_figure(answer)
        key = (answer.statement.document, answer.voice.key, answer.aspect)
        largest = whole and _end_of(answer) >= highest[key] and len(parts[key]) == 1
        if largest and not is_part_of_crowd(answer.scope_key or ""):
            answer = replace(answer, scope_key=None)
        out.append(answer)
    return out


_TOGETHER = "killed or injured"


def _harmed_together(answers: list[Answer]) -> list[Answer]:
    """ "909 were killed or wounded" is one figure for both, and a rival of no figure for one of them."""
    spans: dict[tuple[str, int], set[Aspect]] = defaultdict(set)
    for answer in answers:
        if (at := _figure_place(answer)) is not None:
            spans[answer.statement.document, at].add(answer.aspect)
    out = []
    for answer in answers:
        at = _figure_place(answer)
        if at is not None and {Aspect.DEATHS, Aspect.INJURED} <= spans[answer.statement.document, at]:
            answer = replace(answer, scope=_TOGETHER, scope_key=_TOGETHER)
        out.append(answer)
    return out


def _figure_place(answer: Answer) -> int | None:
    """Where the figure of the dead or injured is printed."""
    if answer.aspect not in (Aspect.DEATHS, Aspect.INJURED) or answer.value.words == "":
        return None
    count, group = counted(answer.statement)
    if count is not None and count.start is not None:
        return count.start
    return group.start if group is not None else None


def _headlines_to_texts(answers: list[Answer]) -> list[Answer]:
    """A headline that repeats a figure of its text is the word of whoever gave it there, not one voice more."""
    texts: dict[tuple[str, Aspect, float], Answer] = {}
    for answer in sorted(answers, key=lambda answer: (answer.statement.anchor.start, answer.statement.id)):
        if answer.aspect in COUNTED and not answer.in_heading and is_figure(answer):
            texts.setdefault((answer.statement.document, answer.aspect, _end_of(answer)), answer)
    out = []
    for answer in answers:
        text = texts.get((answer.statement.document, answer.aspect, _end_of(answer))) if answer.in_heading else None
        if text is not None and not answer.voice.resolved and is_figure(answer):
            answer = replace(
                answer, voice=text.voice, value=text.value, scope=text.scope, scope_key=text.scope_key, as_of=text.as_of,
                places=text.places, where=text.where, former=text.former,
            )  # fmt: skip
        out.append(answer)
    return out


def _end_of(answer: Answer) -> float:
    """The number of the figure that is printed: "17" of a headline is "at least 17" of its text."""
    return answer.value.min or answer.value.max or 0


def _speaks_for_account(answer: Answer) -> tuple[object, ...]:
    """The plainest word first: asserted before asked, text before headline, then the earliest."""
    return (answer.statement.stance in UNSURE, answer.in_heading, answer.as_of or "9", answer.statement.id)


def answer_key(answer: Answer) -> tuple[str, ...]:
    """Equal for equal answers, whoever gives them."""
    value = answer.value
    figure = (value.min, value.max) if answer.aspect in COUNTED else ()
    words = "" if answer.aspect in COUNTED else (value.name or value.words).casefold()
    return (
        answer.aspect.value, repr(figure), answer.mode.value, str(value.vague), value.edtf or "", repr(value.term), repr(value.percent),
        "" if value.edtf or value.term or answer.aspect is Aspect.OCCURRENCE else value.entity or words,
        str(value.happened) if value.happened is not None else "", answer.scope_key or "",
        " ".join(sorted(answer.places)) if len(answer.places) > 1 else "", str(answer.former),
    )  # fmt: skip


def _group_key(answer: Answer) -> tuple[str, ...]:
    return (answer.voice.key, *answer_key(answer))


def _account(evidence: Evidence, about: str, key: tuple[str, ...], members: list[Answer]) -> Account:
    first = members[0]
    sids = tuple(sorted({answer.statement.id for answer in members}))
    documents = tuple(sorted({answer.statement.document for answer in members}))
    return Account(
        id=short_id("a", about, *key),
        aspect=first.aspect,
        value=first.value,
        speaker=first.voice.name,
        speaker_kind=first.voice.kind,
        documents=documents,
        statements=sids,
        scope=first.scope,
        as_of=first.as_of,
        speaker_entity=first.voice.entity,
        outlet=evidence.outlet(first.statement.document),
        stance=first.statement.stance.value,
        reviewed=bool(evidence.accepted & set(sids)),
        where=next((answer.where for answer in members if answer.where), None),
    )


def _relate_all(told: list[Told]) -> list[Told]:
    relations: dict[str, list[AccountRelation]] = defaultdict(list)
    by_aspect: dict[Aspect, list[Told]] = defaultdict(list)
    for item in told:
        by_aspect[item.account.aspect].append(item)
    for aspect, items in by_aspect.items():
        for source, target, kind in relate(aspect, items):
            if kind is not RelationKind.AGREES or len(items) <= _CROWDED:
                relations[source].append(AccountRelation(target, kind))
    return [_with_relations(item, relations.get(item.account.id)) for item in told]


def _with_relations(item: Told, relations: list[AccountRelation] | None) -> Told:
    if not relations:
        return item
    relations.sort(key=lambda relation: (relation.to, relation.kind.value))
    return replace(item, account=replace(item.account, relations=tuple(relations)))
