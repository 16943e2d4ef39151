"""A case file and what is let out in, a case file made of that alone out. What rests on more than is shown is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from according.domain.casefile import CaseFile
from according.domain.document import Document
from according.domain.entity import AttestedName, Entity
from according.domain.event import (
    Account,
    Defendant,
    Dispute,
    DisputeKind,
    DisputeValue,
    Event,
    Origin,
    Proceeding,
    Status,
    StatusLine,
    Step,
)
from according.domain.statement import Judged, Statement
from according.present.dates import day_bounds
from according.publish.redaction import WITHHELD, Redactor


class _Shown:
    """What of the archive the public may have: statements by id, documents by id, people without page."""

    def __init__(
        self,
        documents: Sequence[Document],
        judged: Mapping[str, Sequence[Judged]],
        hidden: frozenset[str],
        redactor: Redactor,
    ) -> None:
        self.documents = {doc.id: doc for doc in documents}
        self.statements: dict[str, Statement] = {
            j.statement.id: j.statement for group in judged.values() for j in group
        }
        self.hidden = hidden
        self.redactor = redactor

    def some(self, statements: Sequence[str]) -> tuple[str, ...]:
        """Those of the statements that are let out."""
        return tuple(s for s in statements if s in self.statements)

    def all(self, statements: Sequence[str]) -> bool:
        """Whether every one is let out."""
        return all(s in self.statements for s in statements)


def reduce_case_file(
    file: CaseFile,
    documents: Sequence[Document],
    judged: Mapping[str, Sequence[Judged]],
    hidden: frozenset[str],
    redactor: Redactor,
) -> CaseFile:
    """The case file as the public may know it."""
    shown = _Shown(documents, judged, hidden, redactor)
    events = [made for event in file.events if (made := _reduce_event(event, shown))]
    accounts = {account.id for event in events for account in event.accounts}
    known = {event.id for event in events}
    people = [e for person in file.people if person.id not in hidden and (e := _reduce_entity(person, shown))]
    known |= {person.id for person in people} | set(shown.documents)
    return CaseFile(
        case=file.case,
        people=tuple(people),
        organisations=tuple(e for one in file.organisations if (e := _reduce_entity(one, shown))),
        groups=tuple(e for one in file.groups if (e := _reduce_entity(one, shown))),
        places=tuple(e for one in file.places if (e := _reduce_entity(one, shown))),
        events=tuple(events),
        proceedings=tuple(p for one in file.proceedings if (p := _reduce_proceeding(one, events, shown))),
        disputes=tuple(d for one in file.disputes if one.about in known and (d := _reduce_dispute(one, shown))),
        origins=tuple(o for o in file.origins if o.account in accounts and _is_whole(o, shown)),
        same_publication=_reduce_groups(file.same_publication, shown),
        redirects=tuple((a, b) for a, b in file.redirects if b not in hidden and a not in hidden),
    )


def _is_whole(origin: Origin, shown: _Shown) -> bool:
    """A count of voices is shown only when every report behind it is."""
    return all(shown.all(group) for group in origin.groups)


def _reduce_groups(groups: Sequence[tuple[str, ...]], shown: _Shown) -> tuple[tuple[str, ...], ...]:
    kept = (tuple(d for d in group if d in shown.documents) for group in groups)
    return tuple(group for group in kept if len(group) > 1)


def _reduce_entity(entity: Entity, shown: _Shown) -> Entity | None:
    statements = shown.some(entity.statements)
    if not statements:
        return None
    names = []
    for name in entity.names:
        homes = tuple(d for d in name.documents if d in shown.documents and _stands_in(name.text, shown.documents[d]))
        if homes and not shown.redactor.find(name.text):
            names.append(AttestedName(name.text, name.script, name.language, homes))
    # The headline name of somebody who has a page may be shown even where only an inflected form of it is quoted.
    best = max((n.text for n in names), key=len, default="") if shown.redactor.find(entity.name) else entity.name
    return Entity(
        id=entity.id,
        kind=entity.kind,
        name=best or shown.redactor.say(entity.name),
        names=tuple(names),
        statements=statements,
        roles=entity.roles,
        description=shown.redactor.say_optional(entity.description) if entity.unnamed else None,
        unnamed=entity.unnamed,
        ties=tuple(
            replace(shown.redactor.clean(t), other=None if t.other in shown.hidden else t.other)
            for t in entity.ties
            if t.statement in shown.statements
        ),
        country=entity.country,
        place_kind=entity.place_kind,
    )


def _stands_in(name: str, doc: Document) -> bool:
    return name in doc.text.content or name in doc.title


def _reduce_event(event: Event, shown: _Shown) -> Event | None:
    ids = shown.some(event.statements)
    if not ids:
        return None
    kept = [shown.statements[id] for id in ids]
    types = list(dict.fromkeys(s.type for s in kept))
    days = [s.when.edtf for s in kept if s.when]
    words = [s.where.name for s in kept if s.where]
    where = event.where if event.where in words else next(iter(words), None)
    taking_part = {p.entity for s in kept for p in s.participants if p.entity}
    accounts = [a for account in event.accounts if (a := _reduce_account(account, shown))]
    known = {account.id for account in accounts}
    return Event(
        id=event.id,
        type=event.type if event.type in types else types[0],
        when=event.when if event.when in days else next(iter(days), None),
        where=shown.redactor.say_optional(where),
        statements=ids,
        accounts=tuple(replace(a, relations=tuple(r for r in a.relations if r.to in known)) for a in accounts),
        place=event.place if where and where == event.where else None,
        people=tuple(p for p in event.people if p in taking_part and p not in shown.hidden),
        types=tuple(types),
    )


def _reduce_account(account: Account, shown: _Shown) -> Account | None:
    ids = shown.some(account.statements)
    if not ids:
        return None
    homes = [shown.documents[d] for d in dict.fromkeys(shown.statements[s].document for s in ids)]
    if len(ids) < len(account.statements):
        # the figure as printed must stand in what is shown, and the day is that of what is shown
        if account.value.words and not any(account.value.words in shown.statements[s].quote.exact for s in ids):
            return None
        days = sorted(doc.published.edtf for doc in homes if doc.published)
        account = replace(account, as_of=days[0] if days else None, scope=None, where=None)
    if account.speaker_entity in shown.hidden:
        account = replace(account, speaker=WITHHELD, speaker_entity=None)
    cleaned = shown.redactor.clean(account)
    return replace(
        cleaned, id=account.id, statements=ids, documents=tuple(doc.id for doc in homes), relations=account.relations
    )


def _reduce_dispute(dispute: Dispute, shown: _Shown) -> Dispute | None:
    """Its sides that are let out, when they still cannot all be true. Facts are kept only when nothing was left out."""
    values = tuple(
        replace(
            v,
            value=shown.redactor.say(v.value),
            speaker=shown.redactor.say(v.speaker),
            statements=shown.some(v.statements),
        )
        for v in dispute.values
        if shown.some(v.statements)
    )
    whole = all(shown.all(v.statements) for v in dispute.values)
    if len(values) < 2 or not (whole or _still_differ(dispute.kind, values, shown)):
        return None
    facts = tuple((key, shown.redactor.say(value)) for key, value in dispute.facts if key != "person") if whole else ()
    return replace(dispute, values=values, facts=facts, why=shown.redactor.say_optional(dispute.why))


def _still_differ(kind: DisputeKind, values: Sequence[DisputeValue], shown: _Shown) -> bool:
    """Whether the sides that are left still exclude each other; what cannot be told from them alone does not."""
    if kind is DisputeKind.OCCURRENCE:
        return len({shown.statements[s].polarity for v in values for s in v.statements}) > 1
    if kind is DisputeKind.COUNT:
        lows = [v.min for v in values if v.min is not None]
        highs = [v.max for v in values if v.max is not None]
        return bool(lows and highs) and max(lows) > min(highs)
    if kind is DisputeKind.DATE:
        days = [bounds for v in values if (bounds := day_bounds(v.edtf))]
        return any(one[1] < two[0] for one in days for two in days)
    if kind is DisputeKind.VALUE:
        return len({(v.term, v.percent) for v in values}) > 1
    return False


def _reduce_proceeding(proceeding: Proceeding, events: Sequence[Event], shown: _Shown) -> Proceeding | None:
    """The case when all that is told of it is let out, else its defendants whose every line is."""
    ids = shown.some(proceeding.statements)
    if not ids:
        return None
    whole = shown.all(proceeding.statements)
    days = {event.id: event.when for event in events}
    defendants = tuple(
        shown.redactor.clean(replace(d, steps=_reduce_steps(d, days, shown), offences=()))
        for d in proceeding.defendants
        if d.person not in shown.hidden and d.statements and shown.all(d.statements)
    )
    if not whole and not defendants:
        return None
    say = shown.redactor.say_optional
    return Proceeding(
        id=proceeding.id,
        title=shown.redactor.say(proceeding.title) if whole else "Court case",
        court=say(proceeding.court) if whole else None,
        judge=say(proceeding.judge) if whole else None,
        opened=proceeding.opened if whole else None,
        defendants=defendants,
        offences=tuple(map(shown.redactor.say, proceeding.offences)) if whole else (),
        statements=ids,
        appeals=shown.some(proceeding.appeals),
    )


def _reduce_steps(defendant: Defendant, days: Mapping[str, str | None], shown: _Shown) -> tuple[Step, ...]:
    """Steps whose every line is let out, on the day that what is let out gives."""
    return tuple(
        replace(step, when=days[step.event])
        for step in defendant.steps
        if step.statements and shown.all(step.statements) and step.event in days
    )


def reduce_statuses(
    statuses: Sequence[Status], file: CaseFile, judged: Mapping[str, Sequence[Judged]], redactor: Redactor
) -> tuple[Status, ...]:
    """Custody lines of people who have a page, each with all of its evidence let out."""
    known = {j.statement.id for group in judged.values() for j in group}
    people = {person.id: person for person in file.people}
    out = []
    for status in statuses:
        person = people.get(status.person)
        if person is None:
            continue
        lines = [_reduce_line(line, redactor) for line in status.lines or (status.line,) if set(line.evidence) <= known]
        lines = [line for line in lines if line.evidence]
        if lines:
            out.append(Status(status.person, person.name, status.on, status.known_on, lines[0], tuple(lines)))
    return tuple(out)


def _reduce_line(line: StatusLine, redactor: Redactor) -> StatusLine:
    return redactor.clean(line)
