"""The shipped example as an archive, and a small invented case whose every part a test can see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from according.domain.casefile import CaseFile
from according.domain.document import Dated, Document, Outlet, Text, text_digest
from according.domain.entity import AttestedName, Entity, EntityKind
from according.domain.event import (
    Account,
    AccountValue,
    Aspect,
    Custody,
    Defendant,
    Dispute,
    DisputeKind,
    DisputeValue,
    Event,
    Hearing,
    NamedList,
    Proceeding,
    Status,
    StatusLine,
)
from according.domain.passage import Span, passage_at
from according.domain.statement import (
    ActorKind,
    Judged,
    Kind,
    Participant,
    Polarity,
    Role,
    Speaker,
    Stance,
    State,
    Statement,
)
from according.export.material import Material
from according.flow.exporting import export
from according.flow.folder import CaseFolder

TEXT = """Police shot miners in Velgrad on 11 March 2011, eyewitnesses said. Pavel Dorin was killed.
Nobody was killed, the mayor said. The union demands a strike. Pavel Dorin had confessed, he was tortured.
"""


@pytest.fixture(scope="session")
def exported(example: Path) -> Iterator[CaseFolder]:
    """The example, open for reading."""
    with CaseFolder(example) as folder:
        yield folder


def lines(folder: CaseFolder, what: str) -> list[str]:
    """An export, line by line."""
    return export(folder, what).splitlines()


def document(id: str = "d-one", day: str | None = "2011-03-14") -> Document:
    """A report of the invented case."""
    dated = Dated(day, "given") if day else None
    return Document(
        id, "k-case", id, f"Shots in Velgrad ({id})", Text(TEXT, text_digest(TEXT)), Outlet("The Velgrad Courier", "courier.example.org"),
        published=dated, language="en", url=f"https://courier.example.org/{id}",
    )  # fmt: skip


def said(
    id: str, words: str, type: str = "killing", *, home: str = "d-one", stance: Stance = Stance.ASSERTED,
    polarity: Polarity = Polarity.HAPPENED, speaker: str | None = None, whom: str | None = None,
    state: State = State.PROPOSED, disowned: str | None = None,
) -> Judged:  # fmt: skip
    """A statement whose quote is `words`, as it stands in the text."""
    start = TEXT.index(words)
    quote = passage_at(home, text_digest(TEXT), TEXT, start, start + len(words))
    parts = (Participant(Role.PATIENT, "Pavel Dorin", ActorKind.PERSON, entity=whom),) if whom else ()
    speakers = (Speaker(speaker, ActorKind.GROUP),) if speaker else ()
    statement = Statement(
        id, quote, Span(start, start + 3), Kind.EVENT, type, "test", polarity=polarity, stance=stance, speakers=speakers, participants=parts
    )  # fmt: skip
    return Judged(statement, state, disowned=disowned)


def place(
    id: str, name: str, kind: str | None, latitude: float | None = None, longitude: float | None = None
) -> Entity:
    """A place as the reports name it."""
    names = (AttestedName(name, "Latn", "en", ("d-one",)),)
    return Entity(
        id, EntityKind.PLACE, name, names, (), country="XX", latitude=latitude, longitude=longitude, place_kind=kind
    )


@pytest.fixture
def material() -> Material:
    """One killing told twice and denied once, a strike only demanded, a man who took his words back."""
    shot = said("s-shot", "Police shot miners in Velgrad on 11 March 2011, eyewitnesses said.", speaker="eyewitnesses")
    judged = [
        shot,
        said("s-dorin", "Pavel Dorin was killed.", whom="p-dorin"),
        replace(said("s-again", "Pavel Dorin was killed.", whom="p-dorin", home="d-two")),
        said("s-nobody", "Nobody was killed, the mayor said.", polarity=Polarity.DID_NOT_HAPPEN, speaker="the mayor"),
        said("s-strike", "The union demands a strike.", "strike", stance=Stance.DEMANDED),
        said("s-hearing", "he was tortured", "trial", stance=Stance.EXPECTED),
        said("s-torture", "he was tortured", "torture", disowned="retracted"),
        said("s-wrong", "The union demands a strike.", "riot", state=State.REJECTED),
    ]
    account = Account(
        "a-one", Aspect.DEATHS, AccountValue("at least 16", 16, None, "at_least"), "eyewitnesses", "group", ("d-one",), ("s-shot",),
        as_of="2011-03-14", outlet="The Velgrad Courier",
    )  # fmt: skip
    listed = NamedList("d-one", Aspect.DEATHS, ("p-dorin",), ("s-dorin",), ("a-one",))
    events = (
        Event("e-shot", "killing", "2011-03-11", "Velgrad", ("s-dorin", "s-shot", "s-again"), (account,), "l-velgrad", ("p-dorin",),
              ("killing",), lists=(listed, replace(listed, document="d-two", statements=("s-again",), accounts=()))),
        Event("e-nobody", "killing", "2011-03-12", "Velgrad", ("s-nobody",), place="l-velgrad"),
        Event("e-strike", "strike", "2011-04-01", "Velgrad", ("s-strike",), place="l-velgrad"),
        Event("e-two", "arrest", "[2011-03-12,2011-03-13]", "Velgrad", ("s-dorin",)),
        Event("e-month", "search", "2011-04", "house of Pavel Dorin", ("s-again",)),
        Event("e-open", "strike", "2011-05-20/..", "Velgrad", ("s-shot",)),
        Event("e-year", "riot", "2011", "Velgrad", ("s-shot",)),
        Event("e-week", "strike", "2011-06-06/2011-06-12", "Velgrad", ("s-shot",)),
        Event("e-between", "arrest", "2011-07-01/2011-07-03", "Velgrad", ("s-shot",)),
        Event("e-hearing", "trial", "2011-06-20", "Velgrad", ("s-hearing",)),
        Event("e-torture", "torture", "2011-03-20", "Velgrad", ("s-torture",), place="l-velgrad"),
    )  # fmt: skip
    held = StatusLine(
        Custody.IMPRISONED, "2011-03-12", "2014-03-12", "arithmetic", evidence=("s-dorin",), last_cited="2011-04-02"
    )
    sides = (
        DisputeValue("11 March", "eyewitnesses", ("s-shot",)),
        DisputeValue("12 March", "the mayor", ("s-nobody",)),
    )
    case_file = CaseFile(
        "k-case",
        people=(Entity("p-dorin", EntityKind.PERSON, "Pavel Dorin", (AttestedName("Pavel Dorin", "Latn", "en", ("d-one", "d-two")),),
                       ("s-dorin", "s-again"), ("m-dorin",), ("patient",)),),
        places=(place("l-velgrad", "Velgrad", "settlement", 43.34987, 52.86123), place("l-country", "Orvenia", "country", 48.0, 66.0),
                place("l-home", "house of Pavel Dorin", None, 43.3, 52.8)),
        events=events,
        disputes=(Dispute("x-day", DisputeKind.DATE, "e-shot", "event", Aspect.DATE, sides),),
        same_publication=(("d-one", "d-two"),),
        proceedings=(Proceeding("c-one", "Trial", "Velgrad court", None, None, (Defendant("p-dorin", "Pavel Dorin"),), (), ("s-hearing",), hearings=(
            Hearing("2011-06-20", "e-hearing", ("s-hearing",)), Hearing("2011-06-23", "e-hearing", ("s-hearing",)))),),
        statuses=(Status("p-held", "Marta Silin", "2011-05-01", None, held, (held, replace(held, until="2016-04", until_basis="said"))),),
    )  # fmt: skip
    return Material("k-case", "The Velgrad case", [document(), document("d-two", None)], judged, case_file)
