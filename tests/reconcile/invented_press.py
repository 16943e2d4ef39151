"""A small press: documents written line by line, with statements whose words stand in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from according.domain.casefile import CaseFile
from according.domain.decision import Decision, Verdict
from according.domain.document import Block, BlockKind, Dated, Document, Outlet, Text, text_digest
from according.domain.entity import Entity
from according.domain.event import Event
from according.domain.identity import document_id, statement_id
from according.domain.passage import Span, passage_at
from according.domain.shared import SharedPassage
from according.domain.statement import (
    ActorKind,
    Count,
    Judged,
    Kind,
    Participant,
    Phase,
    Role,
    Speaker,
    State,
    Statement,
    When,
    Where,
)
from according.reconcile import reconcile


@dataclass
class Paper:
    """One report being written."""

    press: Press
    key: str
    outlet: str
    published: str
    language: str = "en"
    content: str = ""
    headings: list[tuple[int, int]] = field(default_factory=list)
    pending: list[tuple[str, int, int, dict[str, Any]]] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)

    def says(self, sentence: str, type: str, anchor: str, heading: bool = False, **fields: Any) -> str:
        """Write a sentence and state something at the word `anchor` in it. Gives the statement's id.

        `people`, `groups`, `by` name words of the sentence: patients, counted groups, speakers.
        """
        if sentence not in self.content[self._last() :]:
            start = len(self.content) + (1 if self.content else 0)
            self.content += ("\n" if self.content else "") + sentence
            if heading:
                self.headings.append((start, start + len(sentence)))
        else:
            start = self.content.rindex(sentence)
        place = self.content.index(anchor, start)
        self.pending.append((type, start, start + len(sentence), {**fields, "anchor": (place, place + len(anchor))}))
        return f"{self.key}:{len(self.pending) - 1}"

    def _last(self) -> int:
        return max(0, self.content.rfind("\n") + 1)

    def document(self) -> Document:
        """The finished document."""
        blocks, start = [], 0
        for line in self.content.split("\n"):
            kind = BlockKind.HEADING if (start, start + len(line)) in self.headings else BlockKind.PARAGRAPH
            if line:
                blocks.append(Block(kind, start, start + len(line)))
            start += len(line) + 1
        return Document(
            id=document_id("case", self.key), case="case", key=self.key, title=self.extra.get("title", self.key),
            text=Text(self.content, text_digest(self.content), tuple(blocks)), outlet=Outlet(self.outlet),
            published=Dated(self.published, "given"), language=self.language,
            **{key: value for key, value in self.extra.items() if key != "title"},
        )  # fmt: skip

    def statements(self) -> list[Statement]:
        """The finished statements, in the order they were written."""
        document = self.document()
        return [self._finish(document, number, *item) for number, item in enumerate(self.pending)]

    def _finish(
        self, document: Document, number: int, type: str, start: int, end: int, fields: dict[str, Any]
    ) -> Statement:
        fields = dict(fields)
        anchor = fields.pop("anchor")
        kind = fields.pop("kind", Kind.EVENT)
        people, groups, by = fields.pop("people", ()), fields.pop("groups", ()), fields.pop("by", ())
        when, where, count = fields.pop("when", None), fields.pop("where", None), fields.pop("count", None)
        role = fields.pop("role", Role.PATIENT)
        participants = list(fields.pop("participants", ()))
        for kind_of, names in ((ActorKind.PERSON, people), (ActorKind.GROUP, groups)):
            for name in (names,) if isinstance(names, str) else names:
                participants.append(self._participant(start, end, role, name, kind_of))
        placed = [
            item if item.start is not None else replace(item, **self._span(start, end, item.name))
            for item in participants
        ]
        speakers = [self._speaker(start, end, item) for item in ((by,) if isinstance(by, str | Speaker) else by)]
        if isinstance(when, str):
            when = When(when, fields.pop("when_words", when), "test")
        elif when is None and fields.get("phase") is Phase.GOES_ON:
            when = When(self.published, "", "present tense", self.published)  # as the reader dates a state
        if isinstance(where, str):
            span = self._span(start, end, where)
            where = Where(where, where, "settlement", **span)
        if isinstance(count, int):
            count = Count(count, count, str(count))
        return Statement(
            id=statement_id(document.id, document.text.digest, anchor[0], anchor[1], kind.value, number),
            quote=passage_at(document.id, document.text.digest, self.content, start, end),
            anchor=Span(*anchor), kind=kind, type=type, rule="test", ordinal=number,
            participants=tuple(placed), speakers=tuple(speakers), when=when, where=where, count=count, **fields,
        )  # fmt: skip

    def _span(self, start: int, end: int, words: str) -> dict[str, int]:
        place = self.content.find(words, start, end)
        return {"start": place, "end": place + len(words)} if place >= 0 else {"start": start, "end": start + 1}

    def _participant(self, start: int, end: int, role: Role, name: str, kind: ActorKind) -> Participant:
        return Participant(role, name, kind, **self._span(start, end, name))

    def _speaker(self, start: int, end: int, item: str | Speaker) -> Speaker:
        if isinstance(item, Speaker):
            return replace(item, **self._span(start, end, item.name))
        kind = ActorKind.OFFICE if item in ("government", "prosecutor's office", "ministry") else ActorKind.GROUP
        return Speaker(item, kind, **self._span(start, end, item))


@dataclass
class Press:
    """All papers of one invented case."""

    papers: list[Paper] = field(default_factory=list)
    rejected: set[str] = field(default_factory=set)

    def paper(self, key: str, published: str, outlet: str | None = None, **extra: Any) -> Paper:
        """A new report."""
        language = extra.pop("language", "en")
        paper = Paper(self, key, outlet or key, published, language, extra=extra)
        self.papers.append(paper)
        return paper

    def documents(self) -> list[Document]:
        """Every finished document."""
        return [paper.document() for paper in self.papers]

    def judged(self) -> list[Judged]:
        """Every statement as it stands."""
        return [
            Judged(statement, State.REJECTED if f"{paper.key}:{number}" in self.rejected else State.PROPOSED)
            for paper in self.papers
            for number, statement in enumerate(paper.statements())
        ]

    def statement(self, name: str) -> Statement:
        """The statement that `says` named."""
        key, number = name.rsplit(":", 1)
        return next(paper for paper in self.papers if paper.key == key).statements()[int(number)]

    def reconcile(
        self, shared: list[SharedPassage] | None = None, decisions: list[Decision] | None = None,
        allocated: dict[str, str] | None = None,
    ) -> CaseFile:  # fmt: skip
        """The case file of all that was written."""
        return reconcile("case", self.documents(), self.judged(), shared or [], decisions or [], allocated or {})

    def event_of(self, case_file: CaseFile, name: str) -> Event:
        """The event in which a statement met others."""
        sid = self.statement(name).id
        return next(event for event in case_file.events if sid in event.statements)


def decide(number: int, verdict: Verdict, subject: str, other: str | None = None) -> Decision:
    """A person's word."""
    return Decision(f"j-{number}", number, verdict, subject, other)


def person(case_file: CaseFile, name: str) -> Entity:
    """The one person of this headline name."""
    found = [item for item in case_file.people if item.name == name]
    assert len(found) == 1, [item.name for item in case_file.people]
    return found[0]
