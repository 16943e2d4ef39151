"""Assessments and wordings in, laid over the accounts as they are now: where each stands out, with what changed since.

Pure. It changes no account, no dispute and no word of a person: an assessment says what somebody holds, not what is so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar

from according.domain.assessment import Assessment, Standing, StandingAssessment
from according.domain.cited import Beside, Change, ChangeKind, Cited, answer_words
from according.domain.event import Account, AccountValue, RelationKind
from according.domain.wording import StandingWording, Wording
from according.reconcile.account_book import AccountBook, answer_of, relations_to, same_answer

_ARRIVED = {
    RelationKind.SUPERSEDES.value: ChangeKind.SUPERSEDED,
    RelationKind.LATER_SAME_SIDE.value: ChangeKind.LATER_SAME_SIDE,
    RelationKind.DISPUTES.value: ChangeKind.DISPUTED,
}
_FITS = frozenset(
    {
        RelationKind.AGREES.value,
        RelationKind.OVERLAPS.value,
        RelationKind.PART_OF.value,
        RelationKind.DIFFERENT_SCOPE.value,
    }
)


class _Versioned(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def replaces(self) -> tuple[str, ...]: ...


Word = TypeVar("Word", bound=_Versioned)


def place_assessments(
    book: AccountBook, assessments: Sequence[Assessment], undone: Collection[str]
) -> list[StandingAssessment]:
    """Where every assessment stands, in the order made. Another answer that contradicts nobody leaves the account as it was."""
    settled = _settled(assessments, undone)
    out = []
    for item in assessments:
        about, now, found = _look(book, item.cited)
        changes = tuple(change for change in found if change.kind is not ChangeKind.RIVAL)
        state = settled.get(item.id) or (Standing.EARLIER_STATE if changes else Standing.CURRENT)
        out.append(StandingAssessment(item, state, now.id if now else None, about, changes))
    return out


def place_wordings(book: AccountBook, wordings: Sequence[Wording], undone: Collection[str]) -> list[StandingWording]:
    """Where every wording stands, in the order written. A report that repeats what is cited is no reason to look again."""
    settled = _settled(wordings, undone)
    out = []
    for item in wordings:
        subject = book.subject_of(item)
        looked = [_look(book, cited) for cited in item.cites]
        cites = tuple(now.id if now else None for _, now, _ in looked)
        joined = (
            subject is None or book.now(item.about) != item.about
        )  # an id never given out may change and mean nothing
        changes = [Change(ChangeKind.JOINED, item.about, item.about, subject)] if joined else []
        for change in (change for _, _, found in looked for change in found):
            cited_too = change.kind is ChangeKind.RIVAL and change.by in cites
            if change.kind is not ChangeKind.MORE_WORDS and not cited_too:
                changes.append(change)
        state = settled.get(item.id) or (Standing.CHECK if changes else Standing.CURRENT)
        out.append(StandingWording(item, state, subject, cites, tuple(changes)))
    return out


def _settled(words: Sequence[Word], undone: Collection[str]) -> dict[str, Standing]:
    """Words that no longer stand: taken back, or replaced by one that was not taken back."""
    replaced = {former for word in words if word.id not in undone for former in word.replaces}
    return dict.fromkeys(replaced, Standing.REPLACED) | {
        word.id: Standing.UNDONE for word in words if word.id in undone
    }


def _look(book: AccountBook, cited: Cited) -> tuple[str | None, Account | None, list[Change]]:
    """What the account is about now, the account, and what changed since it was cited."""
    found = book.find(cited)
    if found is None:
        return None, None, [Change(ChangeKind.GONE, cited.account, answer_words(cited.value))]
    about, now = found
    changes = [*_own_changes(book, cited, now), *_word_changes(book, cited, now)]
    return about, now, [*changes, *_arrivals(book, about, cited, now)]


def _own_changes(book: AccountBook, cited: Cited, now: Account) -> Iterable[Change]:
    if not same_answer(cited.value, now.value):
        yield Change(ChangeKind.VALUE, cited.account, answer_words(cited.value), answer_words(now.value))
    same = cited.speaker_entity is not None and book.now(cited.speaker_entity) == now.speaker_entity
    if cited.speaker != now.speaker and not same:
        yield Change(ChangeKind.SPEAKER, cited.account, cited.speaker, now.speaker)
    for kind, before, after in (
        (ChangeKind.SCOPE, cited.scope, now.scope),
        (ChangeKind.DAY, cited.as_of, now.as_of),
        (ChangeKind.STANCE, cited.stance, now.stance),
    ):
        if before != after:
            yield Change(kind, cited.account, before, after)


def _word_changes(book: AccountBook, cited: Cited, now: Account) -> Iterable[Change]:
    held = set(now.statements)
    kept = [quote for quote in cited.quotes if held & set(book.statements_now(quote))]
    seen = {statement for quote in cited.quotes for statement in book.statements_now(quote)}
    for quote in cited.quotes:
        if quote not in kept:
            yield Change(ChangeKind.FEWER_WORDS, cited.account, quote.exact)
    for quote in book.quotes(now):
        if quote.statement not in seen:
            yield Change(ChangeKind.MORE_WORDS, cited.account, None, quote.exact)


def _arrivals(book: AccountBook, about: str, cited: Cited, now: Account) -> Iterable[Change]:
    """Answers that supersede or dispute this one, or rival it, and did not when it was cited."""
    known = {_beside_key(one.value, one.speaker): one for one in cited.beside}
    by_id = {one.account: one for one in cited.beside}
    for other in sorted(book.beside(about, now), key=lambda item: item.id):
        before: Beside | None = by_id.get(other.id) or known.get(_beside_key(other.value, other.speaker))
        relations = relations_to(other, now.id)
        fresh = [kind for kind in relations if kind in _ARRIVED and (before is None or kind not in before.relations)]
        for kind in fresh:
            yield Change(_ARRIVED[kind], cited.account, None, answer_words(other.value), other.id, other.speaker)
        if before is None and not fresh and not _FITS & {*relations, *relations_to(now, other.id)}:
            yield Change(ChangeKind.RIVAL, cited.account, None, answer_words(other.value), other.id, other.speaker)


def _beside_key(value: AccountValue, speaker: str) -> tuple[object, ...]:
    return (answer_of(value), speaker.casefold())
