"""A case file and its statements in; the accounts of every question to look up out, also by what somebody once saw of them.

An account's id is a function of its event and its answer, so it goes when two events are joined or a figure is corrected.
What a person said of it must not: it is found again by the statements behind it, or by their very words in a newer text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from according.domain.casefile import CaseFile
from according.domain.cited import Beside, Cited, CitedQuote
from according.domain.entity import Entity
from according.domain.event import Account, AccountValue, Aspect
from according.domain.statement import Judged, State, Statement
from according.domain.wording import Wording

_QuoteKey = tuple[str, str, str]  # document, type, exact words


@dataclass(frozen=True, slots=True)
class Subject:
    """An event or entity, and what it is found again by."""

    id: str
    kind: str  # event, person, organisation, group, place
    members: tuple[str, ...]  # statement ids of an event, mention ids of an entity
    spellings: tuple[tuple[str, str], ...]  # document and name


class AccountBook:
    """Every account of a case file with what it is about and what stands beside it. Made once per case file."""

    def __init__(self, case_file: CaseFile, judged_of: Callable[[Sequence[str]], Iterable[Judged]]) -> None:
        """`judged_of` gives the statements of documents by their ids; it is asked only for those that matter."""
        self._case_file = case_file
        self._judged_of = judged_of
        self._asked: set[str] = set()
        self._redirects = dict(case_file.redirects)
        self._statements: dict[str, Statement] = {}
        self._by_quote: dict[_QuoteKey, list[str]] = defaultdict(list)
        self._accounts: dict[str, tuple[str, Account]] = {}
        self._by_statement: dict[str, list[str]] = defaultdict(list)
        self._questions: dict[tuple[str, str], list[Account]] = defaultdict(list)
        for about, accounts in _each_account(case_file):
            for account in accounts:
                self._accounts[account.id] = (about, account)
                self._questions[about, account.aspect.value].append(account)
                for statement in account.statements:
                    self._by_statement[statement].append(account.id)

    def get(self, account: str) -> tuple[str, Account] | None:
        """What an account is about, and the account; None where there is none with this id."""
        return self._accounts.get(account)

    def accounts(self) -> Iterable[tuple[str, Account]]:
        """What each account is about, and the account, ordered by both ids."""
        return sorted(self._accounts.values(), key=lambda item: (item[0], item[1].id))

    def accounts_of(self, about: str) -> list[Account]:
        """All accounts about an event or entity, by question, then by the day they were given."""
        found = [account for of, account in self._accounts.values() if of == about]
        return sorted(found, key=lambda one: (list(Aspect).index(one.aspect), one.as_of or "9", one.id))

    def beside(self, about: str, account: Account) -> list[Account]:
        """The other answers to the same question."""
        return [other for other in self._questions[about, account.aspect.value] if other.id != account.id]

    def now(self, identity: str) -> str:
        """The id in force of an event or entity."""
        return self._redirects.get(identity, identity)

    def quotes(self, account: Account) -> tuple[CitedQuote, ...]:
        """The exact words behind an account."""
        self._ask(account.documents)
        known = (self._statements[item] for item in account.statements if item in self._statements)
        return tuple(CitedQuote(one.id, one.document, one.type, one.quote.exact) for one in known)

    def cite(self, account: str) -> Cited | None:
        """The account as a person sees it now; None where there is none with this id."""
        found = self._accounts.get(account)
        if found is None:
            return None
        about, now = found
        beside = sorted(self.beside(about, now), key=lambda other: other.id)
        return Cited(
            account=now.id, about=about, aspect=now.aspect, value=now.value, speaker=now.speaker, quotes=self.quotes(now),
            beside=tuple(Beside(other.id, other.value, other.speaker, relations_to(other, now.id)) for other in beside),
            speaker_entity=now.speaker_entity, stance=now.stance, scope=now.scope, as_of=now.as_of,
        )  # fmt: skip

    def find(self, cited: Cited) -> tuple[str, Account] | None:
        """The account that is now what was cited: by its id, else the one that most of its statements stand behind."""
        exact = self._accounts.get(cited.account)
        if exact is not None:
            return exact
        votes: Counter[str] = Counter()
        for quote in cited.quotes:
            for statement in self.statements_now(quote):
                votes.update(self._by_statement.get(statement, ()))
        fitting = [
            (id, *self._accounts[id]) for id in votes
            if self._accounts[id][1].aspect is cited.aspect and self._accounts[id][0][:2] == cited.about[:2]
        ]  # fmt: skip
        if not fitting:
            return None
        about = self.now(cited.about)
        best = min(
            fitting,
            key=lambda item: (
                -votes[item[0]], not same_answer(item[2].value, cited.value), item[1] != about, item[0]
            ),
        )  # fmt: skip
        return best[1], best[2]

    def statements_now(self, quote: CitedQuote) -> Sequence[str]:
        """The statement with this id, else those that say the same words in a newer text of the document."""
        self._ask((quote.document,))
        if quote.statement in self._statements:
            return (quote.statement,)
        return self._by_quote.get((quote.document, quote.type, quote.exact), ())

    def subject_of(self, wording: Wording) -> str | None:
        """The event or entity in force that somebody wrote about: by its id, else by most of what it was known by."""
        now = self.now(wording.about)
        if now in self._subjects:
            return now
        votes = Counter(self._holder[item] for item in wording.members if item in self._holder)
        if not votes and wording.about_kind == "event":
            votes.update(found[0] for cited in wording.cites if (found := self.find(cited)))
        if not votes:
            votes.update(id for item in wording.spellings for id in self._bearers.get(item, ()))
        return min(votes, key=lambda item: (-votes[item], item)) if votes else None

    def find_subject(self, identity: str) -> Subject | None:
        """An event or entity in force by any id it ever had; None where there is none."""
        return self._subjects.get(self.now(identity))

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        found = {event.id: Subject(event.id, "event", event.statements, ()) for event in self._case_file.events}
        for one in _entities(self._case_file):
            spellings = tuple((document, name.text) for name in one.names for document in name.documents)
            found[one.id] = Subject(one.id, one.kind.value, one.mentions, tuple(sorted(spellings)))
        return found

    @cached_property
    def _holder(self) -> dict[str, str]:
        return {member: id for id, subject in sorted(self._subjects.items()) for member in subject.members}

    @cached_property
    def _bearers(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id, subject in sorted(self._subjects.items()):
            for spelling in subject.spellings:
                found[spelling].append(id)
        return found

    def _ask(self, documents: Iterable[str]) -> None:
        """Know the statements of these documents; rejected ones say nothing."""
        fresh = sorted(set(documents) - self._asked)
        if not fresh:
            return
        self._asked.update(fresh)
        wanted = set(fresh)
        for item in sorted(self._judged_of(fresh), key=lambda item: item.statement.id):
            one = item.statement
            if item.state is not State.REJECTED and one.document in wanted:
                self._statements[one.id] = one
                self._by_quote[one.document, one.type, one.quote.exact].append(one.id)


def relations_to(other: Account, account: str) -> tuple[str, ...]:
    """How another account stands to this one."""
    return tuple(sorted(relation.kind.value for relation in other.relations if relation.to == account))


def same_answer(a: AccountValue, b: AccountValue) -> bool:
    """Whether two answers are the same figure, day or term; where they are none, the same words."""
    return answer_of(a) == answer_of(b)


def answer_of(value: AccountValue) -> tuple[object, ...]:
    """What makes an answer this answer."""
    figure = (value.min, value.max, value.edtf, value.term, value.percent, value.happened)
    if any(part is not None for part in figure):
        return (*figure, value.qualifier, value.vague)
    return ((value.name or value.words).casefold(), value.vague)


def _entities(case_file: CaseFile) -> Iterator[Entity]:
    for group in (case_file.people, case_file.organisations, case_file.groups, case_file.places):
        yield from group


def _each_account(case_file: CaseFile) -> Iterator[tuple[str, Sequence[Account]]]:
    for event in case_file.events:
        yield event.id, event.accounts
    for entity in _entities(case_file):
        yield entity.id, entity.accounts
