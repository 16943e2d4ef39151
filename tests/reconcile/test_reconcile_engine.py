"""A document more, less or otherwise, a word of a person, an id given out: what is worked out anew is what all anew would give."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection
from typing import Any

import pytest
from invented_press import Press, decide

from according.domain.casefile import CaseFile
from according.domain.codec import canonical
from according.domain.decision import Decision, Verdict
from according.domain.document import Endnote
from according.domain.findings import Place, put_together
from according.domain.passage import Span
from according.domain.shared import SharedPassage
from according.domain.statement import (
    ActorKind,
    Charge,
    Kind,
    Outcome,
    Ownership,
    Participant,
    Role,
    RoleValue,
    Sentence,
    Value,
    When,
)
from according.domain.workbook import MemoryWorkbook
from according.reconcile import Engine, reconcile
from according.reconcile.case import as_people_said
from according.reconcile.stock import MemoryStock

_PEOPLE = (
    "Marina Sadykova",
    "Marat Turbekov",
    "M. Turbekov",
    "Марат Турбеков",
    "Sadykova",
    "Adela Roska",
    "Ivan Petrov",
)
_TOWNS = ("Orlova", "Veshka", "Dolna", None)
_KINDS = (
    "killing",
    "injury",
    "arrest",
    "charge",
    "trial",
    "sentence",
    "appeal_granted",
    "march",
    "strike",
    "dismissal",
    "release",
)
_VOICES = ("ministry", "eyewitnesses", "government", ())
_BODIES = ("Dolna Cement", "Union of Miners")


class Case:
    """A case that grows, shrinks and is spoken of, and what one workbook knows of it."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.press = Press()
        self.shared: list[SharedPassage] = []
        self.decisions: list[Decision] = []
        self.allocated: dict[str, str] = {}
        self._book = MemoryWorkbook()
        self._parts: dict[Place, tuple[Any, ...]] = {}

    def write(self, key: str) -> set[str]:
        """A report, new or rewritten. Gives the ids of the documents that changed."""
        chance = self.chance
        self.press.papers = [paper for paper in self.press.papers if paper.key != key]
        paper = self.press.paper(
            key, f"2031-0{chance.randint(2, 8)}-{chance.randint(10, 28)}", f"Outlet {chance.randint(1, 4)}",
            title=chance.choice(("News", key)),
            endnotes=(Endnote("i", 0, 1, f"Report, “The year {chance.randint(1, 3)} in Orlova”"),),
        )  # fmt: skip
        for number in range(chance.randint(2, 8)):
            self._line(paper, number)
        return {paper.document().id, *self._copy(paper.document().id)}

    def _line(self, paper: Any, number: int) -> None:
        chance = self.chance
        kind, name, where = chance.choice(_KINDS), chance.choice(_PEOPLE), chance.choice(_TOWNS)
        by, body, count = chance.choice(_VOICES), chance.choice(_BODIES), chance.choice((None, None, 2, 9, 15, 26))
        town = where or chance.choice(("Orlova", "Tarv"))
        sentence = f"{number}: in {town} {name} {kind} {count} workers of {body}, {by or 'it'} said."
        if chance.random() < 0.15:
            holder = Participant(Role.HOLDER, name, ActorKind.PERSON)
            owned = Participant(Role.ORGANISATION, body, ActorKind.ORGANISATION)
            value = Value(ownership=Ownership(float(chance.choice((20, 38, 60)))))
            paper.says(
                sentence, "ownership", kind, kind=Kind.RELATION, participants=(holder, owned), value=value, by=by
            )
            return
        if chance.random() < 0.1:
            paper.says(
                sentence, "role", kind, kind=Kind.RELATION, people=name, value=Value(role=RoleValue("leader", body))
            )
            return
        value = {
            "charge": Value(charge=Charge("inciting discord", article=chance.choice(("164", "170")))),
            "sentence": Value(sentence=Sentence(term=(f"P{chance.randint(3, 5)}Y",) * 2)),
            "appeal_granted": Value(outcome=Outcome("reduced", None, "P2Y")),
        }.get(kind)
        who: dict[str, Any] = {"people": name} if count is None else {"count": count, "groups": "workers"}
        paper.says(sentence, kind, kind, where=where, by=by, value=value, when=self._day(), **who)

    def _day(self) -> When | str | None:
        chance = self.chance
        whole = f"2031-{chance.randint(1, 6):02}-{chance.randint(1, 27):02}"
        doubtful = When(f"[{whole},2031-07-01]", "Friday " + whole, "test", doubt=("weekday",))
        return chance.choice((whole, whole, doubtful, whole[:7], None))

    def _copy(self, document: str) -> set[str]:
        """What the report copies, and is copied by. Gives the other sides, old and new."""
        old = [item for item in self.shared if document in (item.a, item.b)]
        self.shared = [item for item in self.shared if document not in (item.a, item.b)]
        texts = {one.id: len(one.text.content) for one in self.press.documents()}
        for other in self.chance.sample(sorted(texts), min(2, len(texts))):
            if other != document and document in texts:
                a, b = sorted((document, other))
                self.shared.append(SharedPassage(a, Span(0, texts[a]), b, Span(0, texts[b]), 0.9))
        return {side for item in (*old, *self.shared) if document in (item.a, item.b) for side in (item.a, item.b)}

    def drop(self) -> set[str]:
        """A report goes."""
        paper = self.press.papers.pop(self.chance.randrange(len(self.press.papers)))
        return {paper.document().id, *self._copy(paper.document().id)}

    def speak(self) -> set[str]:
        """A person's word on two mentions or statements, or taken back."""
        chance, whole = self.chance, self.whole()
        said = [item for item in self.decisions if item.verdict is not Verdict.UNDO]
        if said and chance.random() < 0.3:
            taken = chance.choice(said)
            decision = decide(len(self.decisions) + 1, Verdict.UNDO, taken.id, taken.id)
            members = [taken.subject, taken.other or ""]
        else:
            verdict = chance.choice((Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE))
            pool = (
                [item.mentions[0] for item in whole.people]
                if chance.random() < 0.5
                else [one.id for one in whole.events]
            )
            members = chance.sample(pool, 2)
            decision = decide(len(self.decisions) + 1, verdict, *members)
        self.decisions.append(decision)
        return self._engine().documents_of(members) | {
            item.statement.document for item in self.press.judged() if item.statement.id in members
        }

    def give_out(self) -> set[str]:
        """All ids are shown to somebody, as a publication does."""
        whole = self.whole()
        for entity in (*whole.people, *whole.organisations, *whole.groups, *whole.places):
            own = "m" + entity.id[1:]
            self.allocated.setdefault(own if own in entity.mentions else min(entity.mentions), entity.id)
        for event in whole.events:
            self.allocated.setdefault(min(event.statements), event.id)
        engine = self._engine()
        members = engine.given_otherwise()
        return engine.documents_of(members) | {
            item.statement.document for item in self.press.judged() if item.statement.id in members
        }

    def _engine(self) -> Engine:
        stock = MemoryStock(self.press.documents(), self.press.judged(), self.shared)
        return Engine("case", self._book, stock, self.decisions, self.allocated)

    def settle(self, documents: Collection[str]) -> CaseFile:
        """Work out anew what these documents touch; the case file as it stands then."""
        for place, nouns in self._engine().run(documents).made.items():
            self._parts.pop(place, None)
            if nouns:
                self._parts[place] = nouns
        parts: dict[str, list[Any]] = defaultdict(list)
        for (part, _), nouns in self._parts.items():
            parts[part].extend(nouns)
        return as_people_said(put_together("case", parts), self.decisions)

    def whole(self) -> CaseFile:
        """The case file of everything, worked out at once."""
        return reconcile(
            "case", self.press.documents(), self.press.judged(), self.shared, self.decisions, self.allocated
        )


@pytest.mark.parametrize("seed", range(12))
def test_some_anew_is_as_all_anew(seed: int) -> None:
    case = Case(random.Random(seed))
    case.settle({item for number in range(6) for item in case.write(f"first {number}")})
    for step in range(14):
        act = case.chance.choice(("add", "add", "add", "rewrite", "drop", "speak", "speak", "give out"))
        if act == "add":
            changed = case.write(f"later {step}")
        elif act == "rewrite":
            changed = case.write(case.chance.choice(case.press.papers).key)
        elif act == "drop":
            changed = case.drop()
        elif act == "speak":
            changed = case.speak()
        else:
            changed = case.give_out()
        assert canonical(case.settle(changed)) == canonical(case.whole()), (seed, step, act)


def test_a_report_of_something_else_touches_little() -> None:
    case = Case(random.Random(3))
    case.settle({item for number in range(40) for item in case.write(f"first {number}")})
    paper = case.press.paper("elsewhere", "2033-02-01", "Outlet 9")
    paper.says("Nine drivers were arrested in Karst.", "arrest", "arrested", count=9, where="Karst", when="2033-01-30")
    outcome = case._engine().run({paper.document().id})
    events = [event for (part, _), nouns in outcome.made.items() if part == "events" for event in nouns]
    assert [event.where for event in events] == ["Karst"]
