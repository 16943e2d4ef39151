"""People, organisations, places, events and court cases of an edition in, the views of their pages out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.domain.entity import Entity, EntityKind, JoinReason
from according.domain.event import Account, Aspect, Event, Proceeding, Spell, Status, StatusLine
from according.domain.views import (
    AccountView,
    DefendantView,
    DossierView,
    EventView,
    JoinView,
    Link,
    NameView,
    ProceedingView,
    QuestionView,
    SpellView,
    StatementView,
    StatusLineView,
)
from according.present.dates import say_date
from according.present.labels import say
from according.present.tongues import cyrillic_tag, tag_of
from according.publish.cards import build_card
from according.publish.document_pages import view_dispute
from according.publish.index import Index, sort_day
from according.publish.paths import entity_path, event_path
from according.publish.stamps import mix, stamp_of
from according.publish.ties import view_ties
from according.publish.word_views import stamp_words, view_assessments, view_decisions, view_lost, view_wordings

LINES_PER_PAGE = 40
LINES_ON_ONE_PAGE = 60
_LINKS = 8
_EVENTS = 60
_WORDS = 4  # links beside one spell
_A_LIST = 3  # names from which on a document is said to list people


# --- people, organisations, groups, places


@dataclass(frozen=True, slots=True)
class DossierPart:
    """One page of a dossier: what is told of it and what it says, within one period."""

    key: str  # "" for the first page
    name: str
    told: tuple[str, ...]
    said: tuple[str, ...] = ()


def plan_dossier(index: Index, entity: Entity) -> list[DossierPart]:
    """The pages of a dossier. A long one is split by period, so that a new report moves nothing but its own."""
    told: list[tuple[str, str, str]] = []
    said: list[tuple[str, str, str]] = []
    for id in dict.fromkeys(entity.statements):
        judged = index.judged.get(id)
        if judged is None:
            continue
        statement = judged.statement
        speaks = any(index.find_entity(s.entity) is entity for s in statement.speakers)
        takes_part = speaks and any(index.find_entity(p.entity) is entity for p in statement.participants)
        doc = index.documents[statement.document]
        if speaks and not takes_part:
            said.append((sort_day(doc.published.edtf if doc.published else None), statement.document, id))
        else:
            told.append((sort_day(statement.when.edtf if statement.when else None), statement.document, id))
    told.sort()
    said.sort()
    if len(told) + len(said) <= LINES_ON_ONE_PAGE:
        return [DossierPart("", "", tuple(row[2] for row in told), tuple(row[2] for row in said))]
    parts = [DossierPart(key, name, ids) for key, name, ids in _by_period(told)]
    parts += [DossierPart(f"said-{key}", f"said, {name}", (), ids) for key, name, ids in _by_period(said)]
    return [replace(parts[0], key=""), *parts[1:]]


def _by_period(rows: list[tuple[str, str, str]]) -> list[tuple[str, str, tuple[str, ...]]]:
    """By year; a year too long for a page by month; a month too long in runs."""
    years: dict[str, int] = {}
    for day, _, _ in rows:
        years[day[:4]] = years.get(day[:4], 0) + 1
    periods: dict[str, list[str]] = {}
    for day, _, id in rows:
        key = day[:4] if years[day[:4]] <= LINES_PER_PAGE else day[:7]
        periods.setdefault("undated" if key == "9999" else key, []).append(id)
    out = []
    for key, ids in periods.items():
        name = key if key == "undated" else say_date(key)
        for n in range(0, len(ids), LINES_PER_PAGE):
            run = n // LINES_PER_PAGE + 1
            more = "" if run == 1 else f".{run}"
            out.append((key + more, name + (f" ({run})" if run > 1 else ""), tuple(ids[n : n + LINES_PER_PAGE])))
    return out


def _part_links(entity: Entity, parts: Sequence[DossierPart], place: int) -> tuple[Link, ...]:
    """From the first page to all; from any other to its neighbours and the first, so that pages far away stay as they are."""
    if len(parts) < 2:
        return ()
    near = range(len(parts)) if place == 0 else sorted({0, place - 1, place, min(place + 1, len(parts) - 1)})
    return tuple(
        Link(parts[n].name, None if n == place else entity_path(entity.kind.value, entity.id, parts[n].key))
        for n in near
    )


def view_dossier(index: Index, entity: Entity, parts: Sequence[DossierPart], place: int) -> DossierView:
    """One page of a dossier; the first also holds what is known of it as a whole."""
    page = DossierView(
        id=entity.id,
        kind=entity.kind.value,
        name=entity.name,
        language=_name_language(entity, entity.name),
        description=entity.description,
        names=tuple(NameView(n.text, n.script, _name_language(entity, n.text), ()) for n in entity.names),
        lines=_cards(index, parts[place].told),
        spoken=_cards(index, parts[place].said),
        unnamed=entity.unnamed,
        part=place + 1,
        parts=_part_links(entity, parts, place),
    )
    return page if place else _with_overview(index, entity, page)


def _with_overview(index: Index, entity: Entity, page: DossierView) -> DossierView:
    status = index.statuses.get(entity.id)
    return replace(
        page,
        names=tuple(_view_name(index, entity, n) for n in range(len(entity.names))),
        ties=view_ties(index, entity),
        joined=_view_joins(index, entity),
        maybe_same=tuple(_view_maybe(index, entity, join) for join in entity.maybe_same),
        statuses=tuple(view_status_line(index, line) for line in (status.lines or (status.line,))) if status else (),
        spells=_view_spells(index, entity),
        disputes=tuple(view_dispute(index, d) for d in index.disputes_of.get(entity.id, ())),
        events=tuple(index.event_link(e.id) for e in _events_of(index, entity)[:_EVENTS]),
        proceedings=tuple(
            Link(p.title, f"{index.court_page(p.id)}#{p.id}", tag_of(p.title, None))
            for p in index.proceedings_of.get(entity.id, ())
        ),
        decisions=view_decisions(index, entity.id),
        status_words=tuple(index.status_words_of.get(entity.id, ())),
        wordings=view_wordings(index, entity.id),
        place=(entity.country, entity.latitude, entity.longitude) if entity.kind is EntityKind.PLACE else None,
        questions=view_answers(index, entity),
    )


_SIDE_BY_SIDE = (Aspect.CHARGE, Aspect.TERM, Aspect.CAUSE, Aspect.OWNER, Aspect.DATE)


def view_answers(index: Index, entity: Entity) -> tuple[QuestionView, ...]:
    """Questions about a person or company that are answered in more than one way; of days, those of one kind of happening."""
    disputed = {d.aspect.value for d in index.disputes_of.get(entity.id, ()) if d.aspect}
    questions: dict[tuple[str, str], list[Account]] = {}
    for account in entity.accounts:
        if account.aspect in _SIDE_BY_SIDE or account.id in index.assessments_of:
            about = account.scope or "" if account.aspect in (Aspect.DATE, Aspect.OWNER) else ""
            questions.setdefault((account.aspect.value, about), []).append(account)
    views = [_view_question(index, aspect, accounts, disputed) for (aspect, _), accounts in sorted(questions.items())]
    return tuple(view for view in views if _is_worth_showing(view))


def _is_worth_showing(view: QuestionView) -> bool:
    """Whether there are two answers, or somebody said what they hold of one."""
    several = len({(a.edtf or a.words).casefold() for a in view.accounts}) > 1
    return several or any(account.assessments for account in view.accounts)


def stamp_dossier(index: Index, entity: Entity, parts: Sequence[DossierPart], place: int) -> str:
    """Changes when anything `view_dossier` shows changes."""
    cards = [index.card_stamp(id) for id in (*parts[place].told, *parts[place].said)]
    head = (entity.name, entity.description, [n.text for n in entity.names], *_part_links(entity, parts, place))
    if place:
        return mix(*head, *cards, "page", place)
    homes = [index.head_stamp(d) for n in entity.names for d in n.documents[:_LINKS] if d in index.documents]
    status = index.statuses.get(entity.id)
    lines = [*status.lines, status.line] if status else []
    return mix(
        *head, *cards, "whole", stamp_of(replace(entity, statements=(), mentions=())), "ties",
        *[index.card_stamp(t.statement) + index.link_stamp(t.other) for t in entity.ties if t.statement in index.judged],
        *[str(_view_maybe(index, entity, join)) for join in entity.maybe_same],
        *map(str, _view_joins(index, entity)),
        "homes", *homes, "status", stamp_of(status) if status else "",
        stamp_of([index.words_links(line.evidence) for line in lines]),
        "spells", stamp_of(_view_spells(index, entity)),
        "disputes", *[index.dispute_stamp(d) for d in index.disputes_of.get(entity.id, ())],
        "said of custody", stamp_of(index.status_words_of.get(entity.id, ())),
        "words", stamp_words(index, entity.id, entity.accounts),
        "events", stamp_of([index.event_link(e.id) for e in _events_of(index, entity)[:_EVENTS]]),
        "courts", *[f"{p.id}|{p.title}|{index.court_page(p.id)}" for p in index.proceedings_of.get(entity.id, ())],
    )  # fmt: skip


def _cards(index: Index, ids: Sequence[str]) -> tuple[StatementView, ...]:
    return tuple(build_card(index, index.judged[id]) for id in ids)


def _events_of(index: Index, entity: Entity) -> list[Event]:
    return sorted(index.events_of_person.get(entity.id, ()), key=lambda e: (sort_day(e.when), e.id))


def _name_language(entity: Entity, text: str) -> str | None:
    found = next((n for n in entity.names if n.text == text), None)
    if found is None:
        return tag_of(text, None)
    if found.script == "Latn":
        return None
    return found.language or (cyrillic_tag(text) if found.script == "Cyrl" else f"und-{found.script}")


def _view_name(index: Index, entity: Entity, place: int) -> NameView:
    name = entity.names[place]
    homes = [d for d in name.documents if d in index.documents]
    links = tuple(index.document_link(d) for d in homes[:_LINKS])
    return NameView(name.text, name.script, _name_language(entity, name.text), links, max(0, len(homes) - _LINKS))


def _view_joins(index: Index, entity: Entity) -> tuple[JoinView, ...]:
    """Why reports were taken to name one: what people decided first, then the machine's reasons, those of most reports first."""
    told: dict[tuple[bool, tuple[str, ...]], set[str]] = defaultdict(set)
    for join in entity.joins:
        told[join.strength == "person", join.reasons].update(d for d in join.documents if d in index.documents)
    views = [
        JoinView(
            reasons, by_person,
            tuple(index.document_link(d) for d in sorted(documents)[:_LINKS]), max(0, len(documents) - _LINKS),
        )
        for (by_person, reasons), documents in told.items()
    ]  # fmt: skip
    return tuple(sorted(views, key=lambda view: (not view.by_person, -len(view.reports) - view.more, view.reasons)))


def _view_maybe(index: Index, entity: Entity, join: JoinReason) -> tuple[Link, tuple[str, ...]]:
    mine = set(entity.mentions)
    other_mention = join.b if join.a in mine else join.a
    other = index.by_mention.get(other_mention)
    link = index.entity_link(other.id, other.name) if other else Link(say("unknown"))
    return link, join.reasons


def view_status_line(index: Index, line: StatusLine) -> StatusLineView:
    """One version of custody with links to its evidence."""
    return StatusLineView(
        status=line.status.value, since=line.since, until=line.until, until_basis=line.until_basis,
        facility=line.facility, sentence=line.sentence, charge=line.charge, procedure=line.procedure,
        condition=line.condition, according_to=line.according_to, evidence=index.words_links(line.evidence),
        first_cited=line.first_cited, last_cited=line.last_cited, stale=line.stale, term=line.term,
        held_since=line.held_since, until_from=line.until_from, how=line.how,
        last_told=line.last_told.value if line.last_told else None,
    )  # fmt: skip


def view_spell(index: Index, spell: Spell, last_day: str | None = None) -> SpellView:
    """One spell; an end that lies ahead of the last report is no end that anybody told."""
    person = index.find_entity(spell.person)
    link = index.entity_link(person.id, person.name) if person else Link(spell.person)
    last = spell.last if spell.last is not None and (last_day is None or spell.last <= last_day) else None
    return SpellView(
        link, spell.status.value, spell.first, last, spell.disputed, index.words_links(spell.evidence)[:_WORDS],
        tuple(item.value for item in spell.also),
    )  # fmt: skip


def _view_spells(index: Index, entity: Entity) -> tuple[SpellView, ...]:
    """Spells up to the day of the last report; what is only reckoned to come is left out."""
    status = index.statuses.get(entity.id)
    day = status.on if status else None
    return tuple(
        view_spell(index, spell, day)
        for spell in index.spells_of.get(entity.id, ())
        if day is None or spell.first <= day
    )


def best_status(status: Status | None) -> str:
    """For lists: "imprisoned", or every version when sources disagree."""
    if status is None:
        return ""
    lines = status.lines or (status.line,)
    return " / ".join(dict.fromkeys(say(line.status.value, "custody") for line in lines))


# --- events


def view_event(index: Index, event: Event, part: int = 1) -> EventView:
    """One page of an event: rival accounts by question, then everything told of it."""
    ids = event_statements(index, event)
    parts = max(1, -(-len(ids) // LINES_PER_PAGE))
    place = index.find_entity(event.place)
    return EventView(
        id=event.id,
        type=event.type,
        when=event.when,
        where=index.entity_link(place.id, event.where or place.name)
        if place
        else (Link(event.where) if event.where else None),
        questions=view_questions(index, event),
        statements=_cards(index, ids[(part - 1) * LINES_PER_PAGE : part * LINES_PER_PAGE]),
        people=tuple(index.entity_link(e.id, e.name) for p in event.people if (e := index.find_entity(p))),
        disputes=tuple(view_dispute(index, d) for d in index.disputes_of.get(event.id, ())),
        types=event.types or (event.type,),
        wordings=view_wordings(index, event.id),
        lost=view_lost(index, event.id),
        decisions=view_decisions(index, event.id),
        part=part,
        parts=tuple(Link(str(n), None if n == part else event_path(event.id, n)) for n in range(1, parts + 1)),
    )


def view_questions(index: Index, event: Event) -> tuple[QuestionView, ...]:
    """Every question about an event with its answers, figures first."""
    disputed = {d.aspect.value for d in index.disputes_of.get(event.id, ()) if d.aspect}
    return tuple(
        replace(_view_question(index, aspect, accounts, disputed), lists=_view_lists(index, event, aspect))
        for aspect, accounts in _by_aspect(event)
    )


def _view_lists(index: Index, event: Event, aspect: str) -> tuple[tuple[Link, int, tuple[str, ...]], ...]:
    """Documents that name several of those counted, with how many they name and what they count themselves."""
    words = {account.id: account.value.words for account in event.accounts}
    return tuple(
        (index.document_link(one.document), len(one.people), tuple(words[id] for id in one.accounts if id in words))
        for one in event.lists
        if one.aspect.value == aspect and len(one.people) >= _A_LIST and one.document in index.documents
    )


def event_statements(index: Index, event: Event) -> list[str]:
    """Its statements by the day they were printed."""

    def key(id: str) -> tuple[str, str, int]:
        statement = index.judged[id].statement
        doc = index.documents[statement.document]
        return sort_day(doc.published.edtf if doc.published else None), doc.id, statement.anchor.start

    return sorted((id for id in event.statements if id in index.judged), key=key)


def stamp_event(index: Index, event: Event, part: int) -> str:
    """Changes when anything `view_event` reads changes."""
    ids = event_statements(index, event)
    people = [index.link_stamp(a.speaker_entity) for a in event.accounts] + [index.link_stamp(p) for p in event.people]
    return mix(
        stamp_of(event), part, *[index.card_stamp(id) for id in ids], "accounts", *people, index.link_stamp(event.place),
        stamp_of([(index.words_links(a.statements), index.origins.get(a.id)) for a in event.accounts]),
        "disputes", *[index.dispute_stamp(d) for d in index.disputes_of.get(event.id, ())],
        "words", stamp_words(index, event.id, event.accounts),
    )  # fmt: skip


def _by_aspect(event: Event) -> list[tuple[str, list[Account]]]:
    """Questions in the order of the list of aspects, figures first."""
    found: dict[str, list[Account]] = {}
    for account in event.accounts:
        found.setdefault(account.aspect.value, []).append(account)
    order = [*type(event.accounts[0].aspect)] if event.accounts else []
    return [(aspect.value, found[aspect.value]) for aspect in order if aspect.value in found]


def _view_question(index: Index, aspect: str, accounts: list[Account], disputed: set[str]) -> QuestionView:
    accounts = sorted(accounts, key=lambda a: (sort_day(a.as_of), a.id))
    labels = {account.id: letter(place) for place, account in enumerate(accounts)}
    views = tuple(_view_account(index, account, labels) for account in accounts)
    return QuestionView(aspect, views, aspect in disputed)


def _view_account(index: Index, account: Account, labels: dict[str, str]) -> AccountView:
    value = account.value
    words = value.words
    if value.happened is not None and not words:
        words = "it happened" if value.happened else "it did not happen"
    origin = index.origins.get(account.id)
    return AccountView(
        id=account.id,
        words=words or value.name or "",
        min=value.min,
        max=value.max,
        qualifier=value.qualifier,
        vague=value.vague,
        edtf=value.edtf,
        speaker=index.entity_link(account.speaker_entity, account.speaker),
        speaker_kind=account.speaker_kind,
        stance=account.stance,
        reviewed=account.reviewed,
        as_of=account.as_of,
        scope=account.scope,
        sources=index.words_links(account.statements),
        relations=tuple((r.kind.value, labels[r.to]) for r in account.relations if r.to in labels and not r.by),
        ruled=tuple((r.kind.value, labels[r.to]) for r in account.relations if r.to in labels and r.by),
        origin=(origin.reports, origin.same, origin.not_established, origin.different) if origin else None,
        label=labels[account.id],
        assessments=view_assessments(index, account.id),
        where=account.where,
    )


def letter(place: int) -> str:
    """A, B … Z, AA, AB …"""
    return chr(65 + place) if place < 26 else letter(place // 26 - 1) + letter(place % 26)


# --- courts


def view_proceeding(index: Index, proceeding: Proceeding) -> ProceedingView:
    """One court case."""
    return ProceedingView(
        id=proceeding.id,
        title=proceeding.title,
        court=proceeding.court,
        judge=proceeding.judge,
        opened=proceeding.opened,
        offences=proceeding.offences,
        defendants=tuple(
            DefendantView(
                index.entity_link(d.person, d.name),
                d.charge,
                d.outcome,
                index.words_links(d.statements),
                tuple(index.event_link(step.event) for step in d.steps if step.event in index.events),
            )
            for d in proceeding.defendants
        ),
        sources=index.words_links(proceeding.statements),
        appeals=index.words_links(proceeding.appeals),
    )
