"""Letters and calendar entries: each fact leans on accepted statements, gaps and doubts are said, nothing can be smuggled in."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from according.act import calendar_entry, letter, letter_text, mailto_address
from according.domain.call import Call, CallKind, Target
from according.domain.casefile import CaseFile
from according.domain.entity import AttestedName, Entity, EntityKind
from according.domain.event import Dispute, DisputeKind, DisputeValue
from according.domain.passage import Passage, Span
from according.domain.statement import (
    ActorKind,
    Charge,
    Judged,
    Kind,
    Participant,
    Polarity,
    Role,
    Speaker,
    State,
    Statement,
    Value,
    When,
)

NAMES = (AttestedName("Mirela Tosk", "Latn", "en", ("d",)), AttestedName("Мирела Тоск", "Cyrl", "ru", ("d",)))
CALL = Call(
    CallKind.LETTERS, 0, 10, "Write for Мирела Тоск", (Target("Ministry", "just@land.example"), Target("Embassy")),
    ("help@quarry.example", "not an address"), "Free her.", ("Release her",),
)  # fmt: skip


def told(id: str, type: str, day: str | None = None, **fields: object) -> Statement:
    part = Participant(Role.PATIENT, "Mirela Tosk", ActorKind.PERSON, entity="p")
    made = Statement(id, Passage("d", "x", 0, 3, "abc"), Span(0, 1), Kind.EVENT, type, "r", participants=(part,))
    made = replace(made, when=When(day, day, "r") if day else None)
    return replace(made, **fields)  # type: ignore[arg-type]


ARREST = told("s1", "arrest", "2014-03-08", speakers=(Speaker("the union", ActorKind.ORGANISATION),))
CHARGE = told("s2", "charge", "2014-03-09", value=Value(charge=Charge("mass disorder")))


def case(*ids: str, **fields: object) -> CaseFile:
    person = Entity("p", EntityKind.PERSON, "Mirela Tosk", NAMES, ids)
    return replace(CaseFile("c", people=(person,)), **fields)  # type: ignore[arg-type]


def test_every_sentence_says_who_says_so_and_leans_on_a_statement() -> None:
    made = letter(CALL, case("s1", "s2"), [Judged(CHARGE, State.ACCEPTED), Judged(ARREST, State.ACCEPTED)])
    assert [line.text for line in made.lines] == [
        "According to the union, Mirela Tosk was arrested on 8 March 2014.",
        "Mirela Tosk was charged with “mass disorder” on 9 March 2014.",
    ]
    assert all(line.statements for line in made.lines) and made.statements == ("s1", "s2")


def test_what_nobody_reviewed_is_not_used_and_that_is_said() -> None:
    made = letter(CALL, case("s1", "s2"), [Judged(ARREST), Judged(CHARGE, State.ACCEPTED)])
    assert made.statements == ("s2",)
    assert "1 statement about them is not reviewed and was not used." in made.gaps


@pytest.mark.parametrize(
    "judged",
    [
        Judged(ARREST, State.REJECTED),
        Judged(ARREST, State.ACCEPTED, disowned="coerced"),
        Judged(replace(ARREST, polarity=Polarity.DID_NOT_HAPPEN), State.ACCEPTED),
    ],
)
def test_what_cannot_be_told_is_left_out(judged: Judged) -> None:
    assert letter(CALL, case("s1"), [judged]).lines == ()


def test_a_disputed_sentence_and_a_release_ask_for_a_check() -> None:
    sides = (DisputeValue("8", "a", ("s1",)), DisputeValue("9", "b", ("s9",)))
    dispute = Dispute("x", DisputeKind.DATE, "e", "event", None, sides)
    release = told("s3", "release", "2015-01-01")
    made = letter(CALL, case("s1", "s3", disputes=(dispute,)), [Judged(ARREST, State.ACCEPTED), Judged(release)])
    assert made.check == (
        "A sentence of this letter is disputed: When it was.",
        "A report tells of Mirela Tosk: release (1 January 2015). The call may be overtaken.",
    )


def test_the_text_carries_its_sources() -> None:
    made = letter(CALL, case("s1"), [Judged(ARREST, State.ACCEPTED)])
    text = letter_text(made, {"s1": "Velm Courier, 9 March 2014"})
    assert (
        "arrested on 8 March 2014. [1]" in text and "[1] Velm Courier, 9 March 2014" in text and "- Release her" in text
    )


def test_the_mail_address_cannot_be_given_other_headers() -> None:
    person = case("s1").people[0]
    odd = replace(case("s1"), people=(replace(person, name="Mirela\r\nBcc: x@y.example&bcc=z@y.example"),))
    address = mailto_address(letter(CALL, odd, [Judged(ARREST, State.ACCEPTED)]))
    assert address
    fields = parse_qs(urlsplit(address).query)
    assert set(fields) == {"cc", "subject", "body"} and fields["cc"] == ["help@quarry.example"]
    assert "\n" not in fields["subject"][0] and urlsplit(address).path == "just@land.example"


def test_a_long_letter_stays_within_what_mail_programs_take() -> None:
    made = letter(replace(CALL, message="слово " * 2000), case("s1"), [Judged(ARREST, State.ACCEPTED)])
    address = mailto_address(made)
    assert address and len(address) <= 1900


def test_a_demonstration_becomes_a_calendar_entry() -> None:
    call = Call(
        CallKind.DEMONSTRATION,
        3,
        9,
        "Come; all, of you\nBEGIN:VEVENT",
        place="Площадь, " + "очень длинное имя " * 6,
        when="2014-04-01T12:30",
    )
    entry = calendar_entry(call, "d", "2026-01-02T03:04:05Z", "javascript:alert(1)")
    assert entry
    lines = entry.decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "DTSTART:20140401T123000" in lines and "STATUS:TENTATIVE" in lines and "DTSTAMP:20260102T030405Z" in lines
    assert lines.count("BEGIN:VEVENT") == 1 and "javascript" not in entry.decode()
    assert calendar_entry(call, "d", "2026-01-02T03:04:05Z") == calendar_entry(call, "d", "2026-01-02T03:04:05Z")


@pytest.mark.parametrize(
    ("kind", "when"),
    [(CallKind.LETTERS, "2014-04-01"), (CallKind.DEMONSTRATION, None), (CallKind.DEMONSTRATION, "2014-04")],
)
def test_without_a_day_there_is_no_entry(kind: CallKind, when: str | None) -> None:
    assert calendar_entry(Call(kind, 0, 1, "x", when=when), "d", "2026-01-02T03:04:05Z") is None
