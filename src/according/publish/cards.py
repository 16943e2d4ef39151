"""A judged statement in, its card out: exact words, what is told, who says so. Offences by named people come with the answer."""

from __future__ import annotations

from according.domain.statement import ActorKind, Judged, Participant, Polarity, Role, Stance, Statement, Value
from according.domain.types import all_types
from according.domain.views import Link, PartView, SpeakerView, StatementView
from according.present.sentences import say_duration
from according.present.tongues import tag_of
from according.publish.index import Index

_ACCUSING_FAMILIES = frozenset({"violence"})
_ACCUSING_TYPES = frozenset({"looting", "arson", "riot", "due_process_violation", "order", "threat", "coercion"})
_CHARGING_TYPES = frozenset(
    {"charge", "conviction", "sentence", "imprisonment", "arrest", "pretrial_detention", "trial"}
)


def build_card(index: Index, judged: Judged, number: int = 0) -> StatementView:
    """The card of one statement. `number` is its running number on its document's page."""
    statement = judged.statement
    doc = index.documents[statement.document]
    accused = find_accused(index, statement)
    event = index.event_of.get(statement.id)
    title = index.document_link(doc.id)
    return StatementView(
        id=statement.id,
        number=number,
        kind=statement.kind.value,
        type=statement.type,
        phase=statement.phase.value,
        polarity=statement.polarity.value,
        stance=statement.stance.value,
        state=judged.state.value,
        quote=statement.quote.exact,
        words=Link(title.text, f"{title.href}#{statement.id}", title.language),
        language=doc.language or tag_of(statement.quote.exact, None),
        outlet=doc.outlet.name if doc.outlet else None,
        printed=doc.published.edtf if doc.published else None,
        anchor=doc.text.content[statement.anchor.start : statement.anchor.end],
        speakers=_speakers(index, statement),
        parts=tuple(_part(index, part) for part in statement.participants),
        count=statement.count.words if statement.count else None,
        when=statement.when.edtf if statement.when else None,
        when_words=statement.when.words if statement.when else None,
        when_doubt=statement.when.doubt if statement.when else (),
        where=_where(index, statement),
        values=_values(statement.value),
        about=_about(index, statement),
        rule=statement.rule,
        event=index.event_link(event) if event and event in index.events_with_page else None,
        corrected=tuple(name for name, _ in judged.corrections),
        changed=judged.reading is not None,
        disowned=judged.disowned,
        accuses=tuple(index.entity_link(p.entity, p.name, ActorKind.PERSON) for p in accused),
        answers=_answer_words(index, find_answers(index, statement, accused)) if accused else (),
        cites=statement.cites,
        when_reference=statement.when.reference if statement.when else None,
    )


def _speakers(index: Index, statement: Statement) -> tuple[SpeakerView, ...]:
    return tuple(
        SpeakerView(
            link=index.entity_link(s.entity, s.name, s.kind),
            kind=s.kind.value,
            level=s.level,
            cue=s.cue,
            basis=s.basis,
            when=s.when,
            setting=s.setting,
            description=s.description,
        )
        for s in sorted(statement.speakers, key=lambda s: s.level)
    )


def _part(index: Index, part: Participant) -> PartView:
    link = index.entity_link(part.entity, part.name, part.kind)
    return PartView(part.role.value, link, part.count.words if part.count else None, part.description)


def _where(index: Index, statement: Statement) -> Link | None:
    if statement.where is None:
        return None
    place = index.places_by_name.get(statement.where.name.casefold())
    if place is None:
        return Link(statement.where.words, None, tag_of(statement.where.words, None))
    return index.entity_link(place.id, statement.where.name)


def _about(index: Index, statement: Statement) -> tuple[str, Link] | None:
    if statement.about is None or statement.about.statement not in index.judged:
        return None
    return statement.about.kind.value, index.words_link(statement.about.statement)


def _values(value: Value | None) -> tuple[tuple[str, str], ...]:
    """What is said beyond who, when, where and how many: label key and words."""
    if value is None:
        return ()
    out: list[tuple[str, str | None]] = []
    if value.charge:
        article = " ".join(p for p in (value.charge.article, value.charge.code) if p)
        out += [
            ("charge", value.charge.text),
            ("article", article),
            ("max_penalty", say_duration(value.charge.max_penalty)),
        ]
    if value.sentence:
        out += _sentence_values(value)
    if value.outcome:
        out += [("outcome", value.outcome.outcome), ("before", say_duration(value.outcome.before))]
        out.append(("after", say_duration(value.outcome.after)))
    if value.ownership:
        percent = f"{value.ownership.percent:g} %" if value.ownership.percent is not None else value.ownership.bound
        out += [("share", percent), ("owner", value.ownership.owner)]
    if value.role:
        former = "former " if value.role.former else ""
        out += [("office", former + value.role.role), ("organisation", value.role.organisation)]
    if value.statistic:
        number = value.statistic.percent if value.statistic.number is None else value.statistic.number
        unit = "%" if value.statistic.number is None else value.statistic.unit
        out.append(("figure", f"{number:,g} {unit or ''}".strip() if number is not None else None))
    if value.reason:
        out += [("reason", value.reason.text), ("given_by", value.reason.given_by)]
    if value.money:
        out.append(("amount", f"{value.money.amount:,.15g} {value.money.currency}"))
    out += [("release", value.release), ("methods", ", ".join(value.methods)), ("cause", value.cause)]
    out += [("condition", value.condition), ("content", value.content), ("kin", value.kin)]
    out.append(("duration", say_duration(value.duration)))
    return tuple((label, words) for label, words in out if words)


def _sentence_values(value: Value) -> list[tuple[str, str | None]]:
    sentence = value.sentence
    assert sentence is not None
    terms = []
    if sentence.years:
        low, high = sentence.years
        if low is not None and high is not None and low > high:
            low = high  # a year of the calendar read as a term: never shown as a range
        shown = (
            f"{low:g}" if low == high and low is not None else "–".join(f"{y:g}" for y in (low, high) if y is not None)
        )
        terms.append(f"{shown} years" if shown != "1" else "1 year")
    for number, unit in ((sentence.months, "months"), (sentence.days, "days"), (sentence.hours, "hours")):
        if number is not None:
            terms.append(f"{number:g} {unit}")
    if sentence.suspended:
        terms.append("suspended")
    if sentence.in_absentia:
        terms.append("in absentia")
    penalty = sentence.penalty.replace("_", " ") if sentence.penalty else None
    reduced = f"{sentence.reduced_to_years:g} years" if sentence.reduced_to_years is not None else None
    regime = sentence.regime.replace("_", " ") if sentence.regime else None
    return [
        ("sentence", " ".join(terms)), ("penalty", penalty), ("reduced", reduced),
        ("charge", sentence.charge), ("regime", regime),
    ]  # fmt: skip


# --- offences of named people


def find_accused(index: Index, statement: Statement) -> list[Participant]:
    """Named persons of whom this statement tells an offence: who did or ordered it, or who is charged with it."""
    if statement.polarity is Polarity.DID_NOT_HAPPEN or statement.stance is Stance.DENIED:
        return []
    info = all_types().get(statement.type)
    roles: set[Role] = set()
    if statement.type in _ACCUSING_TYPES or (info and info.family in _ACCUSING_FAMILIES):
        roles = {Role.AGENT, Role.ORDERED_BY}
    has_charge = statement.value and (
        statement.value.charge or (statement.value.sentence and statement.value.sentence.charge)
    )
    if statement.type in ("charge", "conviction") or (statement.type in _CHARGING_TYPES and has_charge):
        roles = {Role.PATIENT}
    return [p for p in statement.participants if p.role in roles and p.kind is ActorKind.PERSON and _is_named(index, p)]


def _is_named(index: Index, part: Participant) -> bool:
    entity = index.find_entity(part.entity)
    return not entity.unnamed if entity else part.name[:1].isupper()


def find_answers(index: Index, statement: Statement, accused: list[Participant]) -> tuple[str, ...]:
    """Statements in which the charge is denied: by the accused, about this statement, or of the same happening."""
    found: list[str] = []
    event = index.events.get(index.event_of.get(statement.id, ""))
    near = set(event.statements) if event else set()
    ids = {p.entity for p in accused if p.entity}
    theirs: list[str] = []
    for id in sorted(ids):
        entity = index.find_entity(id)
        theirs += entity.statements if entity else ()
    for other_id in dict.fromkeys([*sorted(near), *theirs]):
        other = index.judged.get(other_id)
        if other is None or other_id == statement.id:
            continue
        if _answers(other.statement, statement.id, other_id in near, ids):
            found.append(other_id)
    return tuple(found[:5])


def _answer_words(index: Index, answers: tuple[str, ...]) -> tuple[tuple[str, Link], ...]:
    out = []
    for id in answers:
        words = " ".join(index.judged[id].statement.quote.exact.split())
        out.append((words if len(words) <= 160 else words[:150].rsplit(" ", 1)[0] + " …", index.words_link(id)))
    return tuple(out)


def _answers(other: Statement, accusation: str, near: bool, accused: set[str]) -> bool:
    if other.about and other.about.statement == accusation and other.about.kind.value in ("denies", "retracts"):
        return True
    denies = other.polarity is Polarity.DID_NOT_HAPPEN or other.stance is Stance.DENIED
    by_accused = any(s.entity in accused for s in other.speakers) or any(
        p.entity in accused and p.role is Role.AGENT for p in other.participants
    )
    if near and denies:
        return True
    return by_accused and other.type in ("denial", "retraction")
