"""Decisions over readings: what holds, what is shown beside it, what comes back, what waits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from according.archive.findings import content_digest
from according.domain.codec import canonical
from according.domain.decision import Decision, Verdict
from according.domain.document import Document, Text, text_digest
from according.domain.identity import statement_id
from according.domain.passage import Span, passage_at
from according.domain.statement import About, AboutKind, Count, Kind, Stance, State, Statement
from according.flow.settle import correct_documents, follow, in_force, settle, waiting_decisions

WORDS = "The strike began in May. Nine miners were arrested on Friday. The town was quiet."


def document(content: str = WORDS) -> Document:
    return Document("d-one", "k", "key", "A report", Text(content, text_digest(content)))


def statement(
    of: Document, exact: str = "Nine miners were arrested on Friday.", word: str = "arrested", **more: object
) -> Statement:
    start = of.text.content.index(exact)
    anchor = of.text.content.index(word, start)
    quote = passage_at(of.id, of.text.digest, of.text.content, start, start + len(exact))
    identity = statement_id(of.id, of.text.digest, anchor, anchor + len(word), "event", 0)
    return replace(
        Statement(
            identity,
            quote,
            Span(anchor, anchor + len(word)),
            Kind.EVENT,
            "arrest",
            "en.arrest.passive",
            count=Count(9, 9, "Nine"),
        ),
        **more,  # type: ignore[arg-type]
    )


def decide(number: int, verdict: Verdict, on: Statement, **more: object) -> Decision:
    quote = on.quote
    made = Decision(
        f"c-{number}", number, verdict, on.id, seen=content_digest(on), content=canonical(on),
        passage=(quote.prefix, quote.exact, quote.suffix, quote.start),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_statement_nobody_judged_is_proposed() -> None:
    of = document()
    (judged,) = settle([of], [statement(of)], [])
    assert judged.state is State.PROPOSED


@pytest.mark.parametrize(("verdict", "state"), [(Verdict.ACCEPT, State.ACCEPTED), (Verdict.REJECT, State.REJECTED)])
def test_a_word_on_the_same_content_holds(verdict: Verdict, state: State) -> None:
    of = document()
    (judged,) = settle([of], [statement(of)], [decide(1, verdict, statement(of))])
    assert judged.state is state and judged.reading is None


def test_accepted_content_stays_in_force_when_the_reading_changes() -> None:
    of = document()
    changed = statement(of, stance=Stance.ALLEGED)
    (judged,) = settle([of], [changed], [decide(1, Verdict.ACCEPT, statement(of))])
    assert judged.state is State.ACCEPTED
    assert judged.statement.stance is Stance.ASSERTED
    assert judged.reading == changed


def test_a_changed_reading_of_a_rejected_statement_is_proposed_again_with_the_old_word() -> None:
    of = document()
    changed = statement(of, stance=Stance.ALLEGED)
    (judged,) = settle([of], [changed], [decide(1, Verdict.REJECT, statement(of))])
    assert judged.state is State.PROPOSED and judged.earlier_decision == "rejected" and judged.statement == changed


def test_an_accepted_statement_stays_when_the_reader_no_longer_finds_it() -> None:
    of = document()
    (judged,) = settle([of], [], [decide(1, Verdict.ACCEPT, statement(of))])
    assert judged.state is State.ACCEPTED and judged.statement == statement(of)


def test_a_correction_carries_its_overrides() -> None:
    of = document()
    corrected = statement(of, count=Count(8, 8, "Nine"))
    word = decide(
        1,
        Verdict.CORRECT,
        corrected,
        seen=content_digest(statement(of)),
        overrides=(("count.max", "8"), ("count.min", "8")),
    )
    (judged,) = settle([of], [statement(of)], [word])
    assert judged.statement.count == Count(8, 8, "Nine")
    assert dict(judged.corrections) == {"count.max": "8", "count.min": "8"}


def test_undo_brings_back_exactly_what_was_before_and_can_be_undone() -> None:
    of = document()
    one = decide(1, Verdict.ACCEPT, statement(of))
    two = decide(2, Verdict.REJECT, statement(of))
    undo = Decision("c-3", 3, Verdict.UNDO, two.subject, other="c-2")
    redo = Decision("c-4", 4, Verdict.UNDO, two.subject, other="c-3")
    before = settle([of], [statement(of)], [one])
    assert settle([of], [statement(of)], [one, two, undo]) == before
    assert settle([of], [statement(of)], [one, two, undo, redo])[0].state is State.REJECTED
    assert [item.id for item in in_force([one, two, undo, redo])] == ["c-1", "c-2"]


def test_a_decision_follows_its_words_into_a_newer_text() -> None:
    old, new = document(), document("A correction was added above.\n\n" + WORDS)
    accepted = decide(1, Verdict.ACCEPT, statement(old))
    (judged,) = settle([new], [statement(new)], [accepted])
    assert judged.state is State.ACCEPTED
    quote = judged.statement.quote
    assert new.text.content[quote.start : quote.end] == quote.exact
    anchor = judged.statement.anchor
    assert new.text.content[anchor.start : anchor.end] == "arrested"
    assert judged.statement.id == statement(new).id


@pytest.mark.parametrize("content", [WORDS.replace("Nine", "Ten"), WORDS + "\n\n" + WORDS])
def test_a_decision_whose_words_are_gone_or_doubled_waits(content: str) -> None:
    accepted = decide(1, Verdict.ACCEPT, statement(document()))
    new = document(content)
    assert settle([new], [], [accepted]) == []
    assert waiting_decisions([new], [accepted]) == [accepted]
    assert follow(statement(document()), new) is None


def test_a_retracted_statement_is_marked_unless_the_retraction_is_rejected() -> None:
    of = document()
    first = statement(of)
    retraction = statement(of, "The town was quiet.", "quiet", about=About(AboutKind.RETRACTS, first.id))
    marked = {item.statement.id: item.disowned for item in settle([of], [first, retraction], [])}
    assert marked == {first.id: "retracted", retraction.id: None}
    unmarked = settle([of], [first, retraction], [decide(1, Verdict.REJECT, retraction)])
    assert all(item.disowned is None for item in unmarked)


def test_document_data_set_by_a_person_lies_over_what_was_parsed() -> None:
    word = Decision(
        "c-1", 1, Verdict.SET, "d-one", overrides=(("outlet", '"The Courier"'), ("published", '"2012-05-27"'))
    )
    (changed,) = correct_documents([document()], [word])
    assert changed.outlet is not None and changed.outlet.name == "The Courier"
    assert changed.published is not None and changed.published.edtf == "2012-05-27"
    assert correct_documents([document()], [word, Decision("c-2", 2, Verdict.UNDO, "d-one", other="c-1")]) == [
        document()
    ]
