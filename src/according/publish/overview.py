"""An edition in, the case at a glance out: what happened, what is disputed, who is held, what is held here. Shows only what the edition holds."""

from __future__ import annotations

from according.domain.event import Custody, Dispute, Event
from according.domain.views import Link, OverviewView, RowView
from according.present.dates import day_bounds, say_date
from according.present.explanations import say_question, say_sides
from according.present.labels import say, sentence_case
from according.present.ranges import say_range
from according.present.words import join_words
from according.publish.case_pages import view_questions
from according.publish.index import Index
from according.publish.word_views import view_again

_EVENTS, _DISPUTES, _PEOPLE, _CALLS = 6, 3, 12, 3
_LINE = 180
_HELD = (Custody.DETAINED, Custody.ADMINISTRATIVE_DETENTION, Custody.HOUSE_ARREST, Custody.IMPRISONED)
_LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
    "kk": "Kazakh", "ky": "Kyrgyz", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian",
    "uz": "Uzbek",
}  # fmt: skip


def view_overview(index: Index) -> OverviewView:
    """The case at a glance."""
    held, more = _held(index)
    return OverviewView(
        holdings=_holdings(index),
        events=tuple(_event_row(index, event) for event in _main_events(index)),
        disputes=tuple(
            RowView(
                Link(sentence_case(say_question(d)), f"disputes/index.html#{d.id}"), (), "; ".join(say_sides(d)[:4])
            )
            for d in index.edition.case_file.disputes[:_DISPUTES]
        ),
        held=held,
        held_more=more,
        calls=_calls(index),
        again=view_again(index),
    )


def _asked(index: Index, dispute: Dispute) -> str:
    """The question, with the name of what it is about where the dispute does not tell that itself."""
    about = "" if dict(dispute.facts).get("event_type") else index.about_link(dispute).text
    return sentence_case(say_question(dispute)) + (f" ({about})" if about else "")


def _in_short(dispute: Dispute) -> str:
    """The answers in one plain line, as many as fit."""
    sides = say_sides(dispute, longest=46)
    shown = 1
    while shown < len(sides) and len("; ".join(sides[: shown + 1])) <= _LINE:
        shown += 1
    return "; ".join(sides[:shown]) + (f"; and {len(sides) - shown} more" if shown < len(sides) else "")


def _main_events(index: Index) -> list[Event]:
    """Those of which most reports tell."""
    scored = []
    for event in index.edition.case_file.events:
        if event.id in index.events_with_page:
            homes = {index.judged[s].statement.document for s in event.statements if s in index.judged}
            scored.append((-len(homes), -len(event.statements), event.id, event))
    return [row[-1] for row in sorted(scored, key=lambda row: row[:3])[:_EVENTS]]


def _event_row(index: Index, event: Event) -> RowView:
    homes = {index.judged[s].statement.document for s in event.statements if s in index.judged}
    ranges = [
        f"{say(question.aspect, 'aspect')} {said}"
        for question in view_questions(index, event)
        if (said := say_range(question))
    ]
    told = f"{len(homes)} reports" if len(homes) != 1 else "1 report"
    return RowView(index.event_link(event.id), (told,), next(iter(ranges), None))


def _held(index: Index) -> tuple[tuple[RowView, ...], int]:
    rows = []
    for person in index.edition.case_file.people:
        status = index.statuses.get(person.id)
        if status is None or person.unnamed or status.line.status not in _HELD:
            continue
        line = status.line
        since = f", since {say_date(line.since)}" if line.since else ""
        as_of = f"; as of {say_date(line.last_cited)}" if line.last_cited else ""
        said = f"{say(line.status.value, 'custody')}{since}{as_of}"
        rows.append((line.last_cited or "", RowView(index.entity_link(person.id, person.name), (), said)))
    rows.sort(key=lambda row: (row[0], row[1].link.text), reverse=True)
    return tuple(row for _, row in rows[:_PEOPLE]), max(0, len(rows) - _PEOPLE)


def _holdings(index: Index) -> str:
    documents = index.edition.documents
    outlets = {d.outlet.name for d in documents if d.outlet}
    codes = [d.language.split("-")[0] for d in documents if d.language]
    languages = [_LANGUAGES.get(code, code) for code in sorted(set(codes), key=lambda c: (-codes.count(c), c))]
    days = sorted(bounds[0] for d in documents if d.published and (bounds := day_bounds(d.published.edtf)))
    said = f"{len(documents):,} {'report' if len(documents) == 1 else 'reports'}"
    said += f" from {len(outlets)} {'outlet' if len(outlets) == 1 else 'outlets'}" if outlets else ""
    said += f", in {join_words(languages[:5])}" if languages else ""
    if days:
        said += f", printed {say_date(days[0])}" + (f" to {say_date(days[-1])}" if days[-1] != days[0] else "")
    return said + "."


def _calls(index: Index) -> tuple[Link, ...]:
    out = []
    for id in (id for post in reversed(index.posts) for id in post):
        for number, call in enumerate(index.documents[id].calls, 1):
            doc = index.documents[id]
            printed = f"printed {say_date(doc.published.edtf)}" if doc.published and not call.when else ""
            parts = (sentence_case(say(call.kind.value)), call.place, say_date(call.when), printed)
            words = ", ".join(part for part in parts if part)
            out.append(Link(words, index.document_link(id, f"call-{number}-{id}").href))
    return tuple(out[:_CALLS])
