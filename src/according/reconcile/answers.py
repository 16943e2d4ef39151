"""One statement in; what it answers to which question of its event, out. Exactly what was said, nothing added up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from according.domain.document import Block, BlockKind, Document
from according.domain.event import AccountValue, Aspect
from according.domain.statement import (
    ActorKind,
    Count,
    CountMode,
    Participant,
    Phase,
    Role,
    Sentence,
    Stance,
    Statement,
)
from according.language.transliterate import is_cyrillic
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence
from according.reconcile.mentions import actor_mention, place_mention
from according.reconcile.pieces import aspect_of, bound_denied, counted, counted_role, is_denied, says_not, told_edtf
from according.reconcile.scopes import Towns, is_former
from according.reconcile.vocabulary import scope_words
from according.reconcile.voices import Voice, Voices

COUNTED = frozenset(
    {
        Aspect.DEATHS, Aspect.INJURED, Aspect.ARRESTED, Aspect.MISSING, Aspect.TRIED, Aspect.CONVICTED,
        Aspect.ACQUITTED, Aspect.SENTENCED, Aspect.DISMISSED, Aspect.PARTICIPANTS,
    }
)  # fmt: skip
_NOT_GIVEN = frozenset({Stance.POSSIBLE, Stance.EXPECTED, Stance.FEARED, Stance.THREATENED, Stance.DEMANDED})
_CROWDS = frozenset({"clash", "riot", "petition", "resignation", "strike_end"})
_AGENT_TYPES = frozenset(
    {"killing", "injury", "use_of_force", "dispersal", "torture", "ill_treatment", "assault", "abduction",
     "sexual_violence", "sexual_harassment", "bombing"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """One statement's answer to one question."""

    aspect: Aspect
    value: AccountValue
    statement: Statement
    voice: Voice
    as_of: str | None
    scope: str | None = None  # as said
    scope_key: str | None = None  # folded; None: just people
    mode: CountMode = CountMode.TOTAL
    in_heading: bool = False
    places: frozenset[str] = frozenset()  # of a figure: the towns it is for; empty where none is told
    where: str | None = None  # the same in words
    hint: str | None = None  # the one town its sentence names, where the figure itself has none
    former: bool = False  # told as what was said before: "initially 10"


class Answers:
    """Answers of statements, with voices and the day each was given."""

    def __init__(self, evidence: Evidence, cast: Cast, voices: Voices) -> None:
        self._evidence = evidence
        self._cast = cast
        self._voices = voices
        self._towns = Towns(evidence, cast)
        self._headings: dict[str, list[tuple[int, int]]] = {}

    def of(self, statement: Statement, contested: bool) -> Iterator[Answer]:
        """Every answer the statement gives. `contested`: somebody says that the event did not happen."""
        if not self._evidence.counts(statement):
            return
        if contested:
            yield self._make(statement, Aspect.OCCURRENCE, _occurrence(statement))
        if says_not(statement):
            return
        yield from self._count(statement)
        if is_denied(statement):
            return
        yield from self._date(statement)
        yield from self._place(statement)
        yield from self._doers(statement)
        yield from self._law(statement)
        if statement.value and statement.value.cause:
            yield self._make(statement, Aspect.CAUSE, AccountValue(statement.value.cause, name=statement.value.cause))

    def say(self, statement: Statement, aspect: Aspect, value: AccountValue) -> Iterator[Answer]:
        """An answer worked out elsewhere, with the statement's voice and day; none where it may not stand as an account."""
        if self._evidence.counts(statement):
            yield self._make(statement, aspect, value)

    def _make(
        self, statement: Statement, aspect: Aspect, value: AccountValue, scope: str | None = None,
        mode: CountMode = CountMode.TOTAL,
    ) -> Answer:  # fmt: skip
        return Answer(
            aspect, value, statement, self._voices.of(statement), self._evidence.said_on(statement),
            scope, scope_words(scope), mode, self._is_in_heading(statement),
        )  # fmt: skip

    def _figure(
        self, statement: Statement, aspect: Aspect, value: AccountValue, count: Count, scope: str | None = None,
        mode: CountMode = CountMode.TOTAL,
    ) -> Answer:  # fmt: skip
        """An answer that is a figure: with the towns it is for, and without a day where it was given before the telling."""
        made = self._make(statement, aspect, value, scope, mode)
        places = self._towns.counted_in(statement)
        former = is_former(self._evidence, statement, statement.anchor.start if count.start is None else count.start)
        hint = None if places else self._towns.hinted(statement)
        bare = scope_words(_uncounted(scope, count)) if scope else None
        made = replace(made, scope_key=bare, places=places, where=self._towns.names(places), hint=hint, former=former)
        return replace(made, as_of=None) if former else made

    def _is_in_heading(self, statement: Statement) -> bool:
        headings = self._headings.get(statement.document)
        if headings is None:
            document = self._evidence.documents[statement.document]
            headings = [
                (block.start, block.end) for block in document.text.blocks
                if block.kind is BlockKind.HEADING or _repeats_title(document, block)
            ]  # fmt: skip
            self._headings[statement.document] = headings
        return any(start <= statement.anchor.start < end for start, end in headings)

    def _count(self, statement: Statement) -> Iterator[Answer]:
        count, group = counted(statement)
        aspect = aspect_of(statement.type)
        if aspect not in COUNTED and statement.type in _CROWDS:
            aspect = Aspect.PARTICIPANTS
        if aspect not in COUNTED or aspect is None:
            return
        parts = [item for item in statement.participants if item.role is counted_role(statement.type) and item.count]
        if statement.count is None and len(parts) > 1 and not is_denied(statement):
            for part in parts:  # "26 farmers and nine fishermen were killed": two parts, and no whole
                assert part.count is not None
                yield self._figure(statement, aspect, _number(part.count), part.count, part.name, part.count.mode)
            return
        if count is None or (count.min is None and count.max is None):
            return
        most = bound_denied(statement)
        if most is not None:
            words = f"[{'не' if is_cyrillic(count.words) else 'not'}] {count.words}"
            bound = AccountValue(words, max=most, qualifier="denied", vague=count.vague)
            yield self._figure(statement, aspect, bound, count, _scope(count, group, statement))
        if is_denied(statement):
            return
        if count.mode is CountMode.ALL_BUT and aspect is Aspect.CONVICTED:
            aspect = Aspect.ACQUITTED  # "all but four found guilty" counts those who were not
            yield self._figure(statement, aspect, _number(count), count)
            return
        yield self._figure(statement, aspect, _number(count), count, _scope(count, group, statement), count.mode)

    def _date(self, statement: Statement) -> Iterator[Answer]:
        when = statement.when
        if (
            when is None
            or not when.words.strip()
            or statement.phase is not Phase.STARTS
            or "when" in statement.inferred
            or (when.edtf.endswith("/..") and told_edtf(statement) == when.edtf)  # "since May 100 have been arrested"
        ):
            return
        yield self._make(statement, Aspect.DATE, AccountValue(when.words, edtf=told_edtf(statement)))

    def _place(self, statement: Statement) -> Iterator[Answer]:
        where = statement.where
        if where is None or "where" in statement.inferred:
            return
        entity = self._cast.get_by_mention(place_mention(statement))
        value = AccountValue(where.words, name=where.name, entity=entity.id if entity else None)
        yield self._make(statement, Aspect.PLACE, value)

    def _doers(self, statement: Statement) -> Iterator[Answer]:
        for participant in statement.participants:
            if participant.role is (Role.AGENT if statement.type == "order" else Role.ORDERED_BY):
                yield self._make(statement, Aspect.ORDER_GIVEN, self._actor(statement, participant))
            elif (
                participant.role is Role.AGENT
                and statement.type in _AGENT_TYPES
                and counted_role(statement.type) is not Role.AGENT
            ):
                yield self._make(statement, Aspect.AGENT, self._actor(statement, participant))

    def _actor(self, statement: Statement, participant: Participant) -> AccountValue:
        entity = self._cast.get_by_mention(actor_mention(statement, participant))
        name = participant.name
        if entity is not None and participant.kind is ActorKind.PERSON and not entity.unnamed:
            name = entity.name
        return AccountValue(participant.name, name=name, entity=entity.id if entity else None)

    def _law(self, statement: Statement) -> Iterator[Answer]:
        value = statement.value
        if value is None:
            return
        charge = value.charge.text if value.charge else value.sentence.charge if value.sentence else None
        if charge:
            article = value.charge.article if value.charge else None
            yield self._make(statement, Aspect.CHARGE, AccountValue(charge, name=article))
        if value.sentence is not None:
            term = term_of(value.sentence)
            if term is not None and statement.stance not in _NOT_GIVEN:
                yield self._make(statement, Aspect.TERM, AccountValue(term_words(value.sentence), term=term))
        if value.outcome is not None and value.outcome.after and value.outcome.after.startswith("P"):
            after = value.outcome.after
            yield self._make(statement, Aspect.TERM, AccountValue(after, term=(after, after)))


def _repeats_title(document: Document, block: Block) -> bool:
    """Whether the text begins with the document's title, as plain text does."""
    return document.text.content[block.start : block.end].strip() == document.title.strip() and block.start < 3


def term_of(sentence: Sentence) -> tuple[str | None, str | None] | None:
    """The term as ISO durations, from whichever field holds it."""
    if sentence.term is not None and any(sentence.term):
        return sentence.term
    if sentence.years is not None and any(part is not None for part in sentence.years):
        low, high = (f"P{part:g}Y" if part is not None else None for part in sentence.years)
        return (low, high)
    for number, sign in ((sentence.months, "P{:g}M"), (sentence.days, "P{:g}D"), (sentence.hours, "PT{:g}H")):
        if number is not None:
            return (sign.format(number), sign.format(number))
    return None


def term_words(sentence: Sentence) -> str:
    """The term in figures: P3Y/P7Y, with "suspended" where it was."""
    low, high = term_of(sentence) or (None, None)
    words = low if low == high else f"{low or '..'}/{high or '..'}"
    return f"{words}, suspended" if sentence.suspended else str(words)


def _occurrence(statement: Statement) -> AccountValue:
    return AccountValue(statement.quote.exact[:200], happened=not says_not(statement))


def _number(count: Count) -> AccountValue:
    return AccountValue(count.words, min=count.min, max=count.max, qualifier=count.qualifier, vague=count.vague)


def _scope(count: Count, group: Participant | None, statement: Statement) -> str | None:
    """What is counted, as said: the group's words, else the unit."""
    if group is not None and group.kind is not ActorKind.PERSON and scope_words(_uncounted(group.name, count)):
        return group.name
    return count.unit


def _uncounted(name: str, count: Count) -> str:
    """The group without its number, whatever the language: "police officers" of "three police officers"."""
    return name.replace(count.words, " ", 1) if count.words else name
