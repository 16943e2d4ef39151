"""Answers of one event in; accounts out: one voice's answer each, with how they stand to one another. No merged figure, no sums."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from according.domain.event import Account, AccountRelation, Aspect, RelationKind
from according.domain.identity import short_id
from according.domain.statement import CountMode, Stance
from according.language.edtf import members
from according.reconcile.answers import COUNTED, Answer, term_of
from according.reconcile.days import Days, days_of
from according.reconcile.evidence import Evidence
from according.reconcile.figures import Range, range_of
from according.reconcile.vocabulary import is_growing, is_part_of_crowd
from according.reconcile.voices import REPORT

UNSURE = frozenset({Stance.POSSIBLE, Stance.EXPECTED, Stance.FEARED, Stance.THREATENED, Stance.DEMANDED})
_CROWDED = 40  # accounts of one question from which on agreement is plain to see and its n * n relations are left out
STRICT_SCOPE = frozenset({Aspect.DEATHS, Aspect.INJURED, Aspect.ARRESTED, Aspect.DISMISSED})


@dataclass(frozen=True, slots=True)
class Told:
    """An account with the answers behind it."""

    account: Account
    answers: tuple[Answer, ...]

    @property
    def first(self) -> Answer:
        """The earliest answer."""
        return self.answers[0]


def tell(evidence: Evidence, about: str, answers: Iterable[Answer]) -> list[Told]:
    """Accounts of one event: equal answers of one voice are one account. With relations, ordered by id."""
    groups: dict[tuple[str, ...], list[Answer]] = defaultdict(list)
    for answer in _headlines_to_texts(_totals_by_other_words(list(answers))):
        groups[_group_key(answer)].append(answer)
    told = []
    for key, group in sorted(groups.items()):
        group.sort(key=_speaks_for_account)
        told.append(Told(_account(evidence, about, key, group), tuple(group)))
    told.sort(key=lambda item: item.account.id)
    return _relate_all(told)


def _totals_by_other_words(answers: list[Answer]) -> list[Answer]:
    """ "Eight miners were killed" answers how many were killed, unless the same voice gives more people besides."""
    highest: dict[tuple[str, str, Aspect], float] = defaultdict(float)
    for answer in answers:
        if answer.aspect in STRICT_SCOPE and _is_figure(answer):
            key = (answer.statement.document, answer.voice.key, answer.aspect)
            highest[key] = max(highest[key], _end_of(answer))
    out = []
    for answer in answers:
        whole = answer.scope_key is not None and answer.aspect in STRICT_SCOPE and _is_figure(answer)
        largest = whole and _end_of(answer) >= highest[answer.statement.document, answer.voice.key, answer.aspect]
        if largest and not is_part_of_crowd(answer.scope_key or ""):
            answer = replace(answer, scope_key=None)
        out.append(answer)
    return out


def _headlines_to_texts(answers: list[Answer]) -> list[Answer]:
    """A headline that repeats a figure of its text is the word of whoever gave it there, not one voice more."""
    texts: dict[tuple[str, Aspect, float], Answer] = {}
    for answer in sorted(answers, key=lambda answer: (answer.statement.anchor.start, answer.statement.id)):
        if answer.aspect in COUNTED and not answer.in_heading and _is_figure(answer):
            texts.setdefault((answer.statement.document, answer.aspect, _end_of(answer)), answer)
    out = []
    for answer in answers:
        text = texts.get((answer.statement.document, answer.aspect, _end_of(answer))) if answer.in_heading else None
        if text is not None and not answer.voice.resolved and _is_figure(answer):
            answer = replace(
                answer, voice=text.voice, value=text.value, scope=text.scope, scope_key=text.scope_key, as_of=text.as_of
            )
        out.append(answer)
    return out


def _end_of(answer: Answer) -> float:
    """The number of the figure that is printed: "17" of a headline is "at least 17" of its text."""
    figure = range_of(answer.value)
    return figure.low or figure.high


def _speaks_for_account(answer: Answer) -> tuple[object, ...]:
    """The plainest word first: asserted before asked, text before headline, then the earliest."""
    return (answer.statement.stance in UNSURE, answer.in_heading, answer.as_of or "9", answer.statement.id)


def answer_key(answer: Answer) -> tuple[str, ...]:
    """Equal for equal answers, whoever gives them."""
    value = answer.value
    figure = (value.min, value.max) if answer.aspect in COUNTED else ()
    words = "" if answer.aspect in COUNTED else (value.name or value.words).casefold()
    return (
        answer.aspect.value, repr(figure), answer.mode.value, str(value.vague), value.edtf or "", repr(value.term),
        "" if value.edtf or value.term or answer.aspect is Aspect.OCCURRENCE else value.entity or words,
        str(value.happened) if value.happened is not None else "", answer.scope_key or "",
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
    )


def _relate_all(told: list[Told]) -> list[Told]:
    relations: dict[str, list[AccountRelation]] = defaultdict(list)
    by_aspect: dict[Aspect, list[Told]] = defaultdict(list)
    for item in told:
        by_aspect[item.account.aspect].append(item)
    for aspect, items in by_aspect.items():
        for place, a in enumerate(items):
            for b in items[place + 1 :]:
                for source, target, kind in relate(aspect, a, b):
                    if kind is RelationKind.AGREES and len(items) > _CROWDED:
                        continue
                    relations[source].append(AccountRelation(target, kind))
    return [_with_relations(item, relations.get(item.account.id)) for item in told]


def _with_relations(item: Told, relations: list[AccountRelation] | None) -> Told:
    if not relations:
        return item
    relations.sort(key=lambda relation: (relation.to, relation.kind.value))
    return replace(item, account=replace(item.account, relations=tuple(relations)))


_Relation = tuple[str, str, RelationKind]


def relate(aspect: Aspect, a: Told, b: Told) -> list[_Relation]:
    """How two accounts of one question stand to each other: none, one (directed) or two (mutual) relations."""
    if aspect is Aspect.DATE:
        return _mutual(a, b, _compare_dates(a.first, b.first))
    if aspect is Aspect.OCCURRENCE:
        agree = a.first.value.happened == b.first.value.happened
        return _mutual(a, b, RelationKind.AGREES if agree else RelationKind.DISPUTES)
    if aspect is Aspect.TERM:
        return _mutual(a, b, _compare_terms(a.first, b.first))
    if aspect in COUNTED:
        return _relate_counts(aspect, a, b)
    return _mutual(a, b, RelationKind.AGREES) if _same_words(a.first, b.first) else []


def _mutual(a: Told, b: Told, kind: RelationKind | None) -> list[_Relation]:
    if kind is None:
        return []
    return [(a.account.id, b.account.id, kind), (b.account.id, a.account.id, kind)]


def _same_words(a: Answer, b: Answer) -> bool:
    if a.value.entity and a.value.entity == b.value.entity:
        return True
    return (a.value.name or a.value.words).casefold() == (b.value.name or b.value.words).casefold()


def _compare_dates(a: Answer, b: Answer) -> RelationKind | None:
    first, second = printed_days(a), printed_days(b)
    if first is None or second is None:
        return None
    if not first.overlaps(second):
        return None if _is_a_weekday_apart(a, b, first, second) else RelationKind.DISPUTES
    return RelationKind.AGREES if first == second else RelationKind.OVERLAPS


def _is_a_weekday_apart(a: Answer, b: Answer, first: Days, second: Days) -> bool:
    """ "On Friday", copied a week later, still means that Friday: whole weeks apart, a bare weekday contradicts nothing."""
    bare = not any(map(str.isdigit, a.value.words)) or not any(map(str.isdigit, b.value.words))
    return bare and first.width == second.width == 1 and (first.start - second.start) % 7 == 0


def printed_days(answer: Answer) -> Days | None:
    """The days the answer allows; where weekday and date contradict each other, the date as printed."""
    edtf = answer.value.edtf or ""
    when = answer.statement.when
    if when is not None and "weekday" in when.doubt:
        numbers = {int(number) for number in re.findall(r"(?<!\d)\d{1,2}(?!\d)", when.words)}
        printed = [part for part in members(edtf) if part[8:10].isdigit() and int(part[8:10]) in numbers]
        if len(printed) == 1:
            return days_of(printed[0])
    return days_of(edtf)


def _compare_terms(a: Answer, b: Answer) -> RelationKind | None:
    """Terms of one sentence. A reduction on appeal, or a range over several people, contradicts nobody."""
    first, second = a.value.term, b.value.term
    if first is None or second is None or a.statement.type != b.statement.type:
        return None
    if first == second:
        return RelationKind.AGREES
    if first[0] != first[1] or second[0] != second[1]:
        return RelationKind.OVERLAPS
    return RelationKind.DISPUTES


def _relate_counts(aspect: Aspect, a: Told, b: Told) -> list[_Relation]:
    one, two = a.first, b.first
    if CountMode.ADDITIONAL in (one.mode, two.mode) or not _is_figure(one) or not _is_figure(two):
        return []
    if not _same_scope(aspect, one, two):
        return _mutual(a, b, None) if not _part(one, two) else [_part_of(a, b)]
    first, second = range_of(one.value), range_of(two.value)
    if first == second:
        return _mutual(a, b, RelationKind.AGREES)
    later = _later(a, b)
    if later is not None and one.voice.key == two.voice.key and (one.voice.resolved or one.voice.kind == REPORT):
        earlier = b if later is a else a
        return [(later.account.id, earlier.account.id, RelationKind.SUPERSEDES)]
    if first.overlaps(second):
        return _mutual(a, b, RelationKind.OVERLAPS)
    if later is not None and one.voice.state_side and two.voice.state_side:
        earlier = b if later is a else a
        return [(later.account.id, earlier.account.id, RelationKind.LATER_SAME_SIDE)]
    if not _may_dispute(one, two, first, second):
        return []
    return _mutual(a, b, RelationKind.DISPUTES)


def _is_figure(answer: Answer) -> bool:
    return answer.mode in (CountMode.TOTAL, CountMode.AT_ONCE)


def _same_scope(aspect: Aspect, one: Answer, two: Answer) -> bool:
    if aspect is Aspect.SENTENCED and _penalty(one) != _penalty(two):
        return False  # 21 suspended sentences and 13 prison sentences are parts of one trial
    if one.scope_key == two.scope_key:
        return True
    if aspect in STRICT_SCOPE:
        return False
    return one.scope_key is None or two.scope_key is None or bool(
        set(one.scope_key.split()) & set(two.scope_key.split())
    )  # fmt: skip


def _penalty(answer: Answer) -> tuple[object, ...] | None:
    sentence = answer.statement.value.sentence if answer.statement.value else None
    return (term_of(sentence), sentence.suspended, sentence.penalty) if sentence else None


def _part(one: Answer, two: Answer) -> bool:
    """Whether one counts a named part of what the other counts as a whole: "three officers" of "16 people"."""
    if (one.scope_key is None) == (two.scope_key is None):
        return False
    part, whole = (one, two) if one.scope_key else (two, one)
    return (range_of(part.value).low or 0) <= range_of(whole.value).high


def _part_of(a: Told, b: Told) -> _Relation:
    part, whole = (a, b) if a.first.scope_key else (b, a)
    return (part.account.id, whole.account.id, RelationKind.PART_OF)


def _later(a: Told, b: Told) -> Told | None:
    """Which account was given later; None where the days do not tell."""
    first = days_of(a.account.as_of) if a.account.as_of else None
    second = days_of(b.account.as_of) if b.account.as_of else None
    if first is None or second is None:
        return None
    if first.end < second.start:
        return b
    return a if second.end < first.start else None


def _told_days(answer: Answer) -> Days | None:
    when = answer.statement.when
    return days_of(when.edtf) if when else None


def exceeds(item: Told, others: Iterable[Told]) -> bool:
    """Whether "up to 40" is put against others' figures: at least twice the lowest of them. It excludes none of them."""
    value = item.account.value
    if value.min is not None or value.max is None or value.qualifier == "denied" or not _is_figure(item.first):
        return False
    lows = [low for other in others if (low := range_of(other.account.value).low) > 0]
    return bool(lows) and value.max >= 2 * min(lows) and item.first.statement.stance not in UNSURE


def _may_dispute(one: Answer, two: Answer, first: Range, second: Range) -> bool:
    """Whether two figures that exclude each other are rival answers rather than counts of different things."""
    if one.statement.stance in UNSURE or two.statement.stance in UNSURE:
        return False
    if is_growing(one.statement.type) and _told_days(one) != _told_days(two):
        return False  # a strike grows and shrinks: figures of two days are both true
    same_hand = one.voice.key == two.voice.key and one.statement.document == two.statement.document
    if same_hand:
        # A report that names 3 and later 16 counts two things, unless its headline says the one and its text the other.
        return one.in_heading != two.in_heading
    return True
