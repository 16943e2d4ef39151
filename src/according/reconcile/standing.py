"""Accounts of one question in; how each two stand to one another, out: supersedes, later of the same side, agrees, overlaps, is
part of, disputes. Where it cannot be told, nothing is said. Never who is right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from according.domain.event import Account, Aspect, RelationKind
from according.domain.statement import ActorKind, CountMode, Stance
from according.language.causes import find_cause, may_go_together
from according.language.edtf import members
from according.reconcile.answers import COUNTED, Answer, term_of
from according.reconcile.days import Days, days_of
from according.reconcile.figures import range_of
from according.reconcile.vocabulary import is_growing
from according.reconcile.voices import REPORT

UNSURE = frozenset({Stance.POSSIBLE, Stance.EXPECTED, Stance.FEARED, Stance.THREATENED, Stance.DEMANDED})
STRICT_SCOPE = frozenset({Aspect.DEATHS, Aspect.INJURED, Aspect.ARRESTED, Aspect.DISMISSED, Aspect.MISSING})
HARM = frozenset({Aspect.DEATHS, Aspect.INJURED, Aspect.ARRESTED, Aspect.MISSING})  # what is counted on for days
_FIRST_NEWS = 7  # days after the event in which the press counts on, so that its figures grow
Relation = tuple[str, str, RelationKind]


@dataclass(frozen=True, slots=True)
class Told:
    """An account with the answers behind it."""

    account: Account
    answers: tuple[Answer, ...]

    @property
    def first(self) -> Answer:
        """The earliest answer."""
        return self.answers[0]


def relate(aspect: Aspect, items: Sequence[Told]) -> Iterator[Relation]:
    """How the accounts of one question stand to each other; mutual relations are given both ways."""
    for place, a in enumerate(items):
        for b in items[place + 1 :]:
            for relation in _relate_two(aspect, a, b):
                if relation[2] is not RelationKind.DISPUTES or not _has_grown(a, b, items):
                    yield relation


def _relate_two(aspect: Aspect, a: Told, b: Told) -> list[Relation]:
    if aspect is Aspect.DATE:
        return _mutual(a, b, _compare_dates(a.first, b.first))
    if aspect is Aspect.OCCURRENCE:
        agree = a.first.value.happened == b.first.value.happened
        return _mutual(a, b, RelationKind.AGREES if agree else RelationKind.DISPUTES)
    if aspect is Aspect.TERM:
        return _mutual(a, b, _compare_terms(a.first, b.first))
    if aspect is Aspect.CAUSE:
        return _mutual(a, b, _compare_causes(a.first, b.first))
    if aspect in COUNTED:
        return _relate_counts(aspect, a, b)
    if aspect is Aspect.OWNER:
        return _mutual(a, b, _compare_shares(a.first, b.first))
    return _mutual(a, b, RelationKind.AGREES) if _same_words(a.first, b.first) else []


def _mutual(a: Told, b: Told, kind: RelationKind | None) -> list[Relation]:
    if kind is None:
        return []
    return [(a.account.id, b.account.id, kind), (b.account.id, a.account.id, kind)]


def _same_words(a: Answer, b: Answer) -> bool:
    if a.value.entity and a.value.entity == b.value.entity:
        return True
    return (a.value.name or a.value.words).casefold() == (b.value.name or b.value.words).casefold()


# --- days


def _compare_dates(a: Answer, b: Answer) -> RelationKind | None:
    if a.scope_key != b.scope_key or (a.voice.key == b.voice.key and a.statement.document == b.statement.document):
        return (
            None  # of a person: the day of the arrest and that of the release; and one hand does not contradict itself
        )
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


# --- terms and causes


def _compare_terms(a: Answer, b: Answer) -> RelationKind | None:
    """Terms of one sentence. A reduction on appeal, or a range over several people, contradicts nobody."""
    first, second = a.value.term, b.value.term
    if first is None or second is None or a.statement.type != b.statement.type:
        return None
    if _in_months(first) == _in_months(second):
        return RelationKind.AGREES
    if first[0] != first[1] or second[0] != second[1]:
        return RelationKind.OVERLAPS
    return RelationKind.DISPUTES


_LENGTH = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?")


def _in_months(term: tuple[str | None, str | None]) -> tuple[object, ...]:
    """A term in months where it is one of years and months: a year and a half is eighteen months."""
    found = [_LENGTH.fullmatch(end or "") for end in term]
    return tuple(
        12 * float(match.group(1) or 0) + float(match.group(2) or 0) if match and end != "P" else end
        for match, end in zip(found, term, strict=True)
    )


def _compare_causes(a: Answer, b: Answer) -> RelationKind | None:
    """Causes as kinds of cause: "heart failure" and "a heart attack" are one, a heart attack and a beating are not."""
    if _same_words(a, b):
        return RelationKind.AGREES
    first, second = (find_cause(item.value.name or item.value.words) for item in (a, b))
    if first is None or second is None:
        return None
    if may_go_together(first, second):
        return RelationKind.AGREES if first == second else RelationKind.OVERLAPS
    sure = a.statement.stance not in UNSURE and b.statement.stance not in UNSURE
    return RelationKind.DISPUTES if sure and a.voice.key != b.voice.key else None


_SHARES = 0.5  # 38.7 and 39 per cent are one share


def _compare_shares(a: Answer, b: Answer) -> RelationKind | None:
    """Shares of one owner in one company at one time. Two owners dispute nothing, and who owns it now may not have then."""
    one, two = a.value.percent, b.value.percent
    if a.scope_key != b.scope_key or one is None or two is None:
        return None
    if abs(one - two) <= _SHARES:
        return RelationKind.AGREES
    first, second = (days_of(item.value.edtf) if item.value.edtf else None for item in (a, b))
    apart = first is not None and second is not None and not first.overlaps(second)
    return None if apart or a.statement.document == b.statement.document else RelationKind.DISPUTES


# --- figures


def _relate_counts(aspect: Aspect, a: Told, b: Told) -> list[Relation]:
    one, two = a.first, b.first
    if CountMode.ADDITIONAL in (one.mode, two.mode) or not is_figure(one) or not is_figure(two):
        return []
    if not _same_scope(aspect, one, two):
        return [_part_of(a, b)] if _is_part(one, two) else []
    if one.places != two.places and not _same_places(a, b):
        return _in_other_places(a, b)
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
    if not _may_dispute(one, two):
        return []
    return _mutual(a, b, RelationKind.DISPUTES)


def is_figure(answer: Answer) -> bool:
    """Whether the answer gives a number for the whole of what it counts."""
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


def _is_part(one: Answer, two: Answer) -> bool:
    """Whether one counts a named part of what the other counts as a whole: "three officers" of "16 people"."""
    if (one.scope_key is None) == (two.scope_key is None) or (one.places and two.places and one.places != two.places):
        return False
    part, whole = (one, two) if one.scope_key else (two, one)
    return (range_of(part.value).low or 0) <= range_of(whole.value).high


def _part_of(a: Told, b: Told) -> Relation:
    part, whole = (a, b) if a.first.scope_key else (b, a)
    return (part.account.id, whole.account.id, RelationKind.PART_OF)


def _same_places(a: Told, b: Told) -> bool:
    """Whether two figures may be for the same places: one place against another is a matter of where it was, and none told
    goes with one; but nobody can tell whether a figure without a place is for both of two towns."""
    one, two = a.first.places, b.first.places
    return len(one) <= 1 and len(two) <= 1


def _in_other_places(a: Told, b: Told) -> list[Relation]:
    """ "Ten in Vell" is part of "220 in Vell and Orlova"."""
    for part, whole in ((a, b), (b, a)):
        fits = (range_of(part.first.value).low or 0) <= range_of(whole.first.value).high
        if part.first.places and part.first.places < whole.first.places and fits:
            return [(part.account.id, whole.account.id, RelationKind.PART_OF)]
    return []


def _later(a: Told, b: Told) -> Told | None:
    """Which account was given later; a figure told as a former one came before any other. None where it is not told."""
    if a.first.former != b.first.former:
        return b if a.first.former else a
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
    if value.min is not None or value.max is None or value.qualifier == "denied" or not is_figure(item.first):
        return False
    lows = [low for other in others if (low := range_of(other.account.value).low) > 0]
    return bool(lows) and value.max >= 2 * min(lows) and item.first.statement.stance not in UNSURE


def _may_dispute(one: Answer, two: Answer) -> bool:
    """Whether two figures that exclude each other are rival answers rather than counts of different things."""
    if one.statement.stance in UNSURE or two.statement.stance in UNSURE or one.former or two.former:
        return False
    if is_growing(one.statement.type) and _told_days(one) != _told_days(two):
        return False  # a strike grows and shrinks: figures of two days are both true
    same_hand = one.voice.key == two.voice.key and one.statement.document == two.statement.document
    if same_hand:
        # A report that names 3 and later 16 counts two things, unless its headline says the one and its text the other.
        return one.in_heading != two.in_heading
    return True


# --- figures that grow


def _has_grown(a: Told, b: Told, items: Sequence[Told]) -> bool:
    """Whether the lower of two rival figures was only the count so far, as its own side's later word shows.

    "82, officials said as dawn broke" against a newspaper's 224 is no contradiction once officials speak of 224 as well, and
    what newspapers wrote in the first days, in their own words or those of nobody by name, later ones outgrow. What witnesses hold
    against a ministry stays.
    """
    if a.account.aspect not in HARM or _later(a, b) is None:
        return False
    low, high = sorted((a, b), key=lambda item: range_of(item.account.value).low)
    if range_of(low.account.value).high >= range_of(high.account.value).low or _later(a, b) is not high:
        return False
    if _is_news(low) and _is_press(high) and _is_first_news(low, items):
        return True
    reached = range_of(high.account.value)
    return any(
        other is not low and _same_side(low.first, other.first) and _later(low, other) is other
        and range_of(other.account.value).overlaps(reached) and _same_scope(low.account.aspect, low.first, other.first)
        for other in items
    )  # fmt: skip


def _is_press(item: Told) -> bool:
    return item.first.voice.kind in (REPORT, ActorKind.MEDIUM.value)


def _is_news(item: Told) -> bool:
    """Whether it is the press that tells, or nobody in particular whom it quotes: "ambulance officials", "police"."""
    return _is_press(item) or not item.first.voice.resolved


def _same_side(one: Answer, two: Answer) -> bool:
    if one.voice.key == two.voice.key and (one.voice.resolved or one.voice.kind == REPORT):
        return True
    return one.voice.state_side and two.voice.state_side


def _is_first_news(item: Told, items: Sequence[Told]) -> bool:
    """Whether the figure was given within days of the happening it counts."""
    given = days_of(item.account.as_of) if item.account.as_of else None
    told = [days for other in items for answer in other.answers if (days := _told_days(answer)) and days.width <= 3]
    if given is None or not told:
        return False
    happened = min(told, key=lambda days: (-sum(days == other for other in told), days))
    return 0 <= given.start - happened.start <= _FIRST_NEWS
