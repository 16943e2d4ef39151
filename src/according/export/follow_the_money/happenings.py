"""Events, proceedings and statements in, their sheets out. An event is what somebody tells as so; its text says who, and what is contested."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from according.domain.event import Defendant, Event, Proceeding, Step
from according.domain.identity import short_id
from according.domain.statement import ActorKind, Judged, Role
from according.export.follow_the_money.sheet import Sheet, prefix_dates
from according.export.material import Material, is_told_as_so, outlet_of
from according.export.vocabulary import is_home
from according.export.wording import say_account, say_event, say_quote, say_standing, say_voice
from according.present.catalogue import find_messages
from according.present.dates import say_date, say_duration
from according.present.labels import say

_SERVES = frozenset({Role.JUDGE, Role.PROSECUTOR, Role.LAWYER, Role.INVESTIGATOR})
_TAKES_PART = frozenset({Role.AGENT, Role.PATIENT, Role.EMPLOYER, Role.COURT, Role.ORGANISATION, Role.ORDERED_BY})


def event_sheets(material: Material, event: Event, schemata: Mapping[str, str]) -> Iterator[Sheet]:
    """The event and its links to the documents that tell of it."""
    sheet = Sheet(event.id, "Event")
    sheet.add("name", say_event(event, material.language))
    sheet.add("summary", say_standing(material, event))
    for day in prefix_dates(event.when):
        sheet.add("date", day)
    if event.where and not is_home(event.where):
        sheet.add("location", event.where)
    if event.place in schemata:
        sheet.add("addressEntity", event.place)
    for account in event.accounts:
        for home in account.documents:
            if home in material.document_of:
                sheet.add(
                    "description",
                    say_account(account, material.language),
                    material.document_of[home],
                    min(account.statements),
                )
    for judged in material.statements_of(event):
        _add_taking_part(material, sheet, judged, schemata)
    links = [_documentation(sheet, material, event, home.id) for home in material.homes_of(event)]
    for document in material.homes_of(event):
        sheet.add("proof", document.id, document, "document")
        sheet.add("sourceUrl", document.url, document, "document")
    yield sheet
    yield from links


def _add_taking_part(material: Material, sheet: Sheet, judged: Judged, schemata: Mapping[str, str]) -> None:
    """Who is told to take part: no claim of guilt, and nobody whom a statement only denies."""
    if not is_told_as_so(judged):
        return
    item = judged.statement
    for part in item.participants:
        schema = schemata.get(part.entity or "")
        if part.role in _TAKES_PART and schema not in (None, "Address"):
            sheet.add("involved", part.entity, material.document_of.get(item.document), item.id)


def _documentation(event: Sheet, material: Material, told: Event, home: str) -> Sheet:
    document = material.document_of[home]
    link = Sheet(short_id("k", told.id, home), "Documentation")
    link.add("document", home, document, "document")
    link.add("entity", event.id, document, "document")
    link.add("role", find_messages(material.language).gettext("tells of it"))
    for judged in material.statements_of(told):
        if judged.statement.document == home:
            add_evidence(link, material, judged)
    return link


def add_evidence(sheet: Sheet, material: Material, judged: Judged) -> None:
    """The words, who says them, where: what each link of two entities stands on."""
    item = judged.statement
    document = material.document_of.get(item.document)
    if document is None:
        return
    sheet.add("recordId", item.id, document, item.id)
    sheet.add("summary", say_quote(judged, document, material.language), document, item.id)
    sheet.add("proof", document.id, document, item.id)
    sheet.add("sourceUrl", document.url, document, item.id)
    sheet.add("publisher", outlet_of(document), document, item.id)


def case_sheets(material: Material, proceeding: Proceeding, schemata: Mapping[str, str]) -> Iterator[Sheet]:
    """The court case and its parties."""
    judged = [material.told[id] for id in proceeding.statements if id in material.told]
    parties = [
        party for one in proceeding.defendants
        if one.person in schemata and (party := _defendant(material, proceeding, one)).has("recordId")
    ]  # fmt: skip
    parties += _officers(material, proceeding, judged, schemata)
    if not parties and proceeding.court is None:
        return
    sheet = Sheet(proceeding.id, "CourtCase")
    sheet.add("name", proceeding.title)
    sheet.add("court", proceeding.court)
    for one in judged:
        home = material.document_of.get(one.statement.document)
        if home:
            sheet.add("proof", home.id, home, one.statement.id)
            sheet.add("sourceUrl", home.url, home, one.statement.id)
        for text in _charges(one):
            sheet.add("description", say_charge(text, material.language), home, one.statement.id)
    yield sheet
    yield from parties


def _charges(judged: Judged) -> list[str]:
    value = judged.statement.value
    if value is None:
        return []
    return [text for text in (value.charge and value.charge.text, value.sentence and value.sentence.charge) if text]


def _defendant(material: Material, proceeding: Proceeding, one: Defendant) -> Sheet:
    sheet = Sheet(short_id("y", proceeding.id, one.person or "", "defendant"), "CourtCaseParty")
    sheet.add("case", proceeding.id)
    sheet.add("party", one.person)
    _ = find_messages(material.language).gettext
    sheet.add("role", _("defendant"))
    if one.outcome:
        sheet.add("status", _("told: %(what)s") % {"what": say_outcome(one.outcome, material.language)})
    for step in one.steps:
        told = next((material.told[id].statement for id in step.statements if id in material.told), None)
        if told is not None:
            sheet.add(
                "description", say_step(step, material.language), material.document_of.get(told.document), told.id
            )
    for judged in (material.told[id] for id in one.statements if id in material.told):
        home = material.document_of.get(judged.statement.document)
        add_evidence(sheet, material, judged)
        for text in _charges(judged):
            sheet.add("description", say_charge(text, material.language), home, judged.statement.id)
    return sheet


def say_charge(text: str, language: str = "en") -> str:
    """A charge is somebody's charge, in its own words."""
    return find_messages(language).gettext("Charge, as printed: “%(text)s”") % {"text": text}


def say_step(step: Step, language: str = "en") -> str:
    """One step of the way through the courts, as told: "Told: sentence, 7 April 2014, Sulmar regional court, sentence: 7 years"."""
    outcome = say_outcome(step.outcome, language) if step.outcome and ": " in step.outcome else None
    parts = (say(step.type, language=language), say_date(step.when, language), step.court, outcome)
    return find_messages(language).gettext("told: %(what)s") % {"what": ", ".join(part for part in parts if part)}


def say_outcome(outcome: str, language: str = "en") -> str:
    """ "sentence: P7Y; appeal_granted: P5Y" as "sentence: 7 years; court appeal granted: 5 years"."""
    parts = []
    for part in outcome.split("; "):
        kind, colon, value = part.partition(": ")
        words = re.sub(r"P[\dT][\dYMWDTH.]*", lambda found: say_duration(found.group(), language), value)
        parts.append(say(kind, language=language) + colon + words)
    return "; ".join(parts)


def _officers(
    material: Material, proceeding: Proceeding, judged: list[Judged], schemata: Mapping[str, str]
) -> list[Sheet]:
    """Judges, prosecutors and lawyers as the statements name them."""
    sheets: dict[tuple[str, str], Sheet] = {}
    for one in judged:
        for part in one.statement.participants:
            role = part.role.value
            if (
                part.role not in _SERVES
                or part.entity is None
                or schemata.get(part.entity) != "Person"
                or not is_told_as_so(one)
            ):
                continue
            key = (part.entity, role)
            sheet = sheets.setdefault(key, Sheet(short_id("y", proceeding.id, *key), "CourtCaseParty"))
            if not sheet.values:
                sheet.add("case", proceeding.id)
                sheet.add("party", part.entity)
                sheet.add("role", say(role, "role", material.language))
            add_evidence(sheet, material, one)
    return list(sheets.values())


def note_sheet(material: Material, judged: Judged, events: list[str], schemata: Mapping[str, str]) -> Sheet | None:
    """A statement as a note on whom and what it speaks of: the exact words, who says them, and how they stand."""
    item = judged.statement
    document = material.document_of.get(item.document)
    if document is None:
        return None
    sheet = Sheet(item.id, "Note")
    sheet.add(
        "name",
        f"{say(item.type, language=material.language)}: {say_voice(judged, document, material.language)}",
        document,
        item.id,
    )
    sheet.add("description", item.quote.exact, document, item.id, spoken=True)
    sheet.add("summary", say_quote(judged, document, material.language), document, item.id)
    for word in (
        item.type,
        item.kind.value,
        item.stance.value,
        item.polarity.value,
        judged.state.value,
        judged.disowned,
    ):
        sheet.add("keywords", word, document, item.id)
    sheet.add("proof", document.id, document, item.id)
    sheet.add("sourceUrl", document.url, document, item.id)
    sheet.add("publisher", outlet_of(document), document, item.id)
    named = [part.entity for part in item.participants if part.kind is not ActorKind.PLACE]
    named += [speaker.entity for speaker in item.speakers]
    for subject in dict.fromkeys([*events, *named]):
        if subject in schemata:
            sheet.add("entity", subject, document, item.id)
    return sheet
