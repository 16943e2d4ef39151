"""A small invented case, made by hand: three reports of one strike, rival counts, a trial, a protected witness, naughty strings."""

from __future__ import annotations

from dataclasses import replace

from according.domain.call import Call, CallKind, Target
from according.domain.capture import Receipt
from according.domain.casefile import CaseFile
from according.domain.document import (
    Author,
    Block,
    BlockKind,
    Comment,
    Dated,
    Document,
    Endnote,
    Mark,
    MarkKind,
    Media,
    Outlet,
    Post,
    RepostLink,
    Term,
    Text,
    text_digest,
)  # fmt: skip
from according.domain.entity import AttestedName, Entity, EntityKind, Tie
from according.domain.event import (
    Account,
    AccountRelation,
    AccountValue,
    Aspect,
    Custody,
    Defendant,
    Dispute,
    DisputeKind,
    DisputeValue,
    Event,
    Origin,
    Proceeding,
    Reference,
    RelationKind,
    Status,
    StatusLine,
)  # fmt: skip
from according.domain.passage import Span, passage_at
from according.domain.shared import Earlier, SharedPassage
from according.domain.statement import (
    ActorKind,
    Charge,
    Count,
    Judged,
    Kind,
    Participant,
    Polarity,
    Role,
    Sentence,
    Speaker,
    Stance,
    State,
    Statement,
    Value,
    When,
    Where,
)  # fmt: skip
from according.publish.edition import Audience, Download, Edition, ReleaseScope

CASE = "c-quarry"

ONE = """Quarry strike: four dead in Velm, says ministry

The interior ministry said on Friday that four people were killed in Velm on 7 March 2014. Eyewitnesses say police shot at least 16 quarry workers.[1]

Mirela Tosk, president of the quarry workers' union, was arrested on 8 March and charged with "organising mass disorder". Her sister Ana Tosk told our reporter that officers beat her.

"We will not be silent," said Илья Карев (Илья Карев, lawyer).

Write to the Ministry of Justice of Ostrava-Land and send copies to help@quarry.example.

[1] List of the dead, Velm hospital, http://velm.example/list?a=1&b=2"""

TWO = """Суд в Вельме

Суд приговорил Мирелу Тоск к трём годам лишения свободы. Она отрицает вину."""

THREE = """Sixteen names

The interior ministry said on Friday that four people were killed in Velm on 7 March 2014. Nobody was killed, the mayor said.

A nurse, Petra Holm, saw the bodies.

<script>alert(1)</script> & "quotes" — javascript:alert(1)"""


def make_text(content: str) -> Text:
    """Blocks at blank lines: a heading first, an endnote where a line starts with a bracket."""
    blocks, at = [], 0
    for n, part in enumerate(content.split("\n\n")):
        start = content.index(part, at)
        at = start + len(part)
        kind = BlockKind.HEADING if n == 0 else BlockKind.ENDNOTE if part.startswith("[") else BlockKind.PARAGRAPH
        blocks.append(Block(kind, start, at, 1 if n == 0 else None))
    return Text(content, text_digest(content), tuple(blocks))


def span(content: str, words: str) -> Span:
    """Where these words stand first."""
    start = content.index(words)
    return Span(start, start + len(words))


def statement(doc: Document, id: str, type: str, quote: str, anchor: str, **fields: object) -> Statement:
    """A statement whose quote and anchor are found in the document."""
    content = doc.text.content
    at = span(content, quote)
    word = content.index(anchor, at.start)
    passage = passage_at(doc.id, doc.text.digest, content, at.start, at.end)
    made = Statement(id, passage, Span(word, word + len(anchor)), Kind.EVENT, type, "test.rule")
    return replace(made, **fields)  # type: ignore[arg-type]


def document(id: str, title: str, content: str, day: str, **fields: object) -> Document:
    """A document with its text."""
    made = Document(id, CASE, id, title, make_text(content), published=Dated(day, "given", day))
    return replace(made, **fields)  # type: ignore[arg-type]


def make_documents() -> tuple[Document, ...]:
    """The three reports."""
    blog = Outlet("Quarry Solidarity", "quarry.example")
    note = span(ONE, "[1]")
    foot = ONE.index("[1] List")
    link = span(ONE, "Ministry of Justice")
    post = Post(
        "post-1", "Velm: two reports", 1, 2, 1, "http://quarry.example/1", blog, "Lea", Dated("2014-03-10", "time element"),
        (Term("category", "Trade unions"), Term("category", "Forced labour & <b>"), Term("tag", "Вельм")), 2,
    )  # fmt: skip
    one = document(
        "d-one", "Quarry strike: four dead in Velm, says ministry", ONE, "2014-03-09",
        outlet=Outlet("Velm Courier", "courier.example"), authors=(Author("Dana Lind", "reporter"),), language="en",
        url="http://courier.example/quarry", post=post, capture="ab" * 32, parser="test 1",
        repost_of=(RepostLink(Outlet("Velm Courier"), "first line names the address", "http://courier.example/quarry",
                              "Dana Lind", Dated("2014-03-09", "by-line")),),
        endnotes=(Endnote("1", foot, len(ONE), ONE[foot:], (note,), ("http://velm.example/list?a=1&b=2",)),),
        comments=(Comment("Oskar", "First!", None, "1"), Comment("Mia", "Shame.\nOn <them>", None, "2", "1")),
        calls=(Call(CallKind.LETTERS, ONE.index("Write"), ONE.index("[1] List") - 2,
                    "Write to the Ministry of Justice of Ostrava-Land", (Target("Ministry of Justice", "just@land.example"),),
                    ("help@quarry.example",), "Free Mirela Tosk.", ("Release her",)),),
        media=(Media("image", "http://pics.example/a.jpg", "The quarry"), Media("video", "javascript:alert(2)", "<i>film</i>")),
    )  # fmt: skip
    marks = (
        Mark(MarkKind.LINK, link.start, link.end, "http://just.example/?q=1&r=2"),
        Mark(MarkKind.NOTE_REFERENCE, note.start, note.end, "1"),
    )
    one = replace(one, text=replace(one.text, marks=marks))
    two = document(
        "d-two", "Суд в Вельме", TWO, "2014-06-20", outlet=Outlet("Вельмский вестник", "vestnik.example"), language="ru",
        post=replace(post, position=2),
    )  # fmt: skip
    three = document(
        "d-three", 'Sixteen <img src=x onerror=alert(1)> names "', THREE, "2014-03-11",
        outlet=Outlet("Rolling Stone & Sons", "rolling.example"), language="en", url="javascript:alert(document.domain)",
    )  # fmt: skip
    bad = span(THREE, "javascript:alert(1)")
    mark = Mark(MarkKind.LINK, bad.start, bad.end, "javascript:alert(1)")
    return one, two, replace(three, text=replace(three.text, marks=(mark,)))


def make_statements(documents: tuple[Document, ...]) -> dict[str, tuple[Judged, ...]]:
    """What the three reports say."""
    one, two, three = documents
    first = "The interior ministry said on Friday that four people were killed in Velm on 7 March 2014."
    day = When("2014-03-07", "7 March 2014", "full date")
    velm = Where("in Velm", "Velm")
    ministry = Speaker("The interior ministry", ActorKind.OFFICE, 0, "said", entity="o-ministry")
    tosk = Participant(Role.PATIENT, "Mirela Tosk", ActorKind.PERSON, entity="p-tosk")
    killed = statement(one, "s-killed", "killing", first, "killed", speakers=(ministry,), when=day, where=velm,
                       count=Count(4, 4, "four people"), participants=(Participant(Role.PATIENT, "four people", ActorKind.GROUP),))  # fmt: skip
    shot = statement(one, "s-shot", "killing", "Eyewitnesses say police shot at least 16 quarry workers.", "shot",
                     speakers=(Speaker("Eyewitnesses", ActorKind.GROUP, 0, "say", "saw"),), count=Count(16, None, "at least 16", "at_least"),
                     participants=(Participant(Role.AGENT, "police", ActorKind.ORGANISATION, entity="o-police"),), where=velm)  # fmt: skip
    arrest_quote = 'Mirela Tosk, president of the quarry workers\' union, was arrested on 8 March and charged with "organising mass disorder".'
    arrest = statement(
        one,
        "s-arrest",
        "arrest",
        arrest_quote,
        "arrested",
        participants=(tosk,),
        when=When("2014-03-08", "8 March", "year from reference"),
    )
    charge = statement(
        one,
        "s-charge",
        "charge",
        arrest_quote,
        "charged",
        participants=(tosk,),
        value=Value(charge=Charge("organising mass disorder")),
    )
    beat = statement(one, "s-beat", "torture", "Her sister Ana Tosk told our reporter that officers beat her.", "beat",
                     speakers=(Speaker("Ana Tosk", ActorKind.PERSON, 0, "told", "was_told", entity="p-ana"),), stance=Stance.ALLEGED,
                     participants=(replace(tosk, name="her"), Participant(Role.RELATIVE, "Ana Tosk", ActorKind.PERSON, entity="p-ana")))  # fmt: skip
    sentence = statement(two, "s-sentence", "sentence", "Суд приговорил Мирелу Тоск к трём годам лишения свободы.", "приговорил",
                         participants=(replace(tosk, name="Мирелу Тоск"),), value=Value(sentence=Sentence((3, 3), penalty="imprisonment")))  # fmt: skip
    denial = statement(two, "s-denial", "denial", "Она отрицает вину.", "отрицает",
                       speakers=(Speaker("Мирела Тоск", ActorKind.PERSON, entity="p-tosk"),), participants=(replace(tosk, role=Role.AGENT, name="Она"),))  # fmt: skip
    again = statement(
        three,
        "s-again",
        "killing",
        first,
        "killed",
        speakers=(ministry,),
        when=day,
        where=velm,
        count=Count(4, 4, "four people"),
    )
    nobody = statement(three, "s-nobody", "killing", "Nobody was killed, the mayor said.", "killed", polarity=Polarity.DID_NOT_HAPPEN,
                       speakers=(Speaker("the mayor", ActorKind.OFFICE, 0, "said"),), where=velm)  # fmt: skip
    bodies = statement(three, "s-bodies", "death", "A nurse, Petra Holm, saw the bodies.", "bodies",
                       speakers=(Speaker("Petra Holm", ActorKind.PERSON, 0, "saw", "saw", entity="p-holm"),), where=velm,
                       participants=(Participant(Role.WITNESS, "Petra Holm", ActorKind.PERSON, entity="p-holm"),))  # fmt: skip
    accepted = State.ACCEPTED
    return {
        "d-one": (
            Judged(killed, accepted),
            Judged(shot),
            Judged(arrest, accepted),
            Judged(charge, accepted),
            Judged(beat),
        ),
        "d-two": (Judged(sentence, accepted), Judged(denial, accepted)),
        "d-three": (Judged(again, accepted), Judged(nobody, accepted), Judged(bodies, accepted)),
    }


def make_case_file() -> CaseFile:
    """What reconciling would make of it."""
    tosk = Entity(
        "p-tosk", EntityKind.PERSON, "Mirela Tosk",
        (AttestedName("Mirela Tosk", "Latn", "en", ("d-one",)), AttestedName("Мирела Тоск", "Cyrl", "ru", ("d-two",))),
        ("s-arrest", "s-charge", "s-beat", "s-sentence", "s-denial"), ("m-1", "m-2"), ("patient",),
        ties=(Tie("role", "o-union", "president of the quarry workers' union", "s-arrest"),),
    )  # fmt: skip
    ana = Entity(
        "p-ana",
        EntityKind.PERSON,
        "Ana Tosk",
        (AttestedName("Ana Tosk", "Latn", "en", ("d-one",)),),
        ("s-beat",),
        roles=("relative", "speaker"),
    )
    holm = Entity(
        "p-holm",
        EntityKind.PERSON,
        "Petra Holm",
        (AttestedName("Petra Holm", "Latn", "en", ("d-three",)),),
        ("s-bodies",),
        roles=("witness", "speaker"),
    )
    ministry = Entity(
        "o-ministry",
        EntityKind.ORGANISATION,
        "Interior ministry",
        (AttestedName("interior ministry", "Latn", "en", ("d-one", "d-three")),),
        ("s-killed", "s-again"),
    )
    police = Entity(
        "o-police", EntityKind.ORGANISATION, "police", (AttestedName("police", "Latn", "en", ("d-one",)),), ("s-shot",)
    )
    union = Entity(
        "o-union",
        EntityKind.ORGANISATION,
        "quarry workers' union",
        (AttestedName("quarry workers' union", "Latn", "en", ("d-one",)),),
        ("s-arrest",),
    )
    velm = Entity(
        "l-velm",
        EntityKind.PLACE,
        "Velm",
        (AttestedName("Velm", "Latn", "en", ("d-one", "d-three")),),
        ("s-killed", "s-shot", "s-again", "s-nobody", "s-bodies"),
    )
    accounts = (
        Account("a-four", Aspect.DEATHS, AccountValue("four people", 4, 4), "The interior ministry", "office", ("d-one", "d-three"), ("s-killed", "s-again"),
                as_of="2014-03-09", speaker_entity="o-ministry", reviewed=True, relations=(AccountRelation("a-sixteen", RelationKind.DISPUTES),)),
        Account("a-sixteen", Aspect.DEATHS, AccountValue("at least 16", 16, None, "at_least"), "Eyewitnesses", "group", ("d-one",), ("s-shot",), scope="quarry workers", as_of="2014-03-09"),
        Account("a-none", Aspect.OCCURRENCE, AccountValue("Nobody was killed", happened=False), "the mayor", "office", ("d-three",), ("s-nobody",), as_of="2014-03-11", reviewed=True),
        Account("a-some", Aspect.OCCURRENCE, AccountValue("", happened=True), "The interior ministry", "office", ("d-one",), ("s-killed",), as_of="2014-03-09", reviewed=True),
    )  # fmt: skip
    event = Event(
        "e-velm",
        "killing",
        "2014-03-07",
        "Velm",
        ("s-killed", "s-shot", "s-again", "s-nobody", "s-bodies"),
        accounts,
        "l-velm",
        (),
        ("killing", "death"),
    )
    arrest = Event(
        "e-arrest", "arrest", "2014-03-08", None, ("s-arrest", "s-charge"), (), None, ("p-tosk",), ("arrest", "charge")
    )
    disputes = (
        Dispute("x-count", DisputeKind.COUNT, "e-velm", "event", Aspect.DEATHS,
                (DisputeValue("four people", "The interior ministry", ("s-killed", "s-again")), DisputeValue("at least 16", "Eyewitnesses", ("s-shot",))), seriousness=9),
        Dispute("x-occurrence", DisputeKind.OCCURRENCE, "e-velm", "event", Aspect.OCCURRENCE,
                (DisputeValue("four people", "The interior ministry", ("s-killed",)), DisputeValue("Nobody was killed", "the mayor", ("s-nobody",))), seriousness=5),
    )  # fmt: skip
    return CaseFile(
        CASE, (ana, holm, tosk), (ministry, police, union), (), (velm,), (arrest, event),
        (Proceeding("t-velm", "Trial, Velm, 2014-06", "Суд в Вельме", None, "2014-06",
                    (Defendant("p-tosk", "Mirela Tosk", "organising mass disorder", "sentence: 3 years", ("s-sentence",)),), ("organising mass disorder",), ("s-sentence",)),),
        disputes, (Origin("a-four", 2, 1, 0, 1, (("s-killed", "s-again"),)), Origin("a-sixteen", 1, 0, 1, 0, (("s-shot",),))),
        (Reference("r-1", "List of the dead, Velm hospital", ("d-one",), "http://velm.example/list"),),
    )  # fmt: skip


def make_edition(audience: Audience = Audience.SELF, **fields: object) -> Edition:
    """The edition for oneself, or for the public with the first two documents let out."""
    documents = make_documents()
    status = Status("p-tosk", "Mirela Tosk", "2014-06-20", None, StatusLine(
        Custody.IMPRISONED, "2014-06-20", sentence="P3Y", charge="organising mass disorder", evidence=("s-sentence",),
        according_to=("Вельмский вестник",), first_cited="2014-06-20", last_cited="2014-06-20"))  # fmt: skip
    shared = span(ONE, "The interior ministry said on Friday that four people were killed in Velm on 7 March 2014.")
    there = span(THREE, "The interior ministry said on Friday that four people were killed in Velm on 7 March 2014.")
    made = Edition(
        "The quarry of Velm", CASE, documents, make_statements(documents), make_case_file(), audience,
        shared=(SharedPassage("d-one", shared, "d-three", there, 1.0, Earlier.A, "published two days before"),),
        statuses=(status,), receipts={"ab" * 32: (Receipt("ab" * 32, "page.html", "2026-01-02T03:04:05Z", "add 1"),)},
        releases={"d-one": ReleaseScope.FULL, "d-two": ReleaseScope.QUOTATIONS, "d-three": ReleaseScope.QUOTATIONS},
        downloads={"statements.jsonl": Download("one", lambda: b'{"id":"s-killed"}\n')} if audience is Audience.SELF else {},
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]
