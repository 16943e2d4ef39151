"""An edition for the public in, the reduced edition out: built anew from what people let out, never by hiding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from according.domain.casefile import CaseFile
from according.domain.entity import Entity, EntityKind
from according.domain.passage import Span
from according.domain.shared import SharedPassage
from according.domain.statement import Judged, Participant, Role, Speaker, State
from according.domain.types import is_sensitive
from according.language.guard import Guard
from according.publish.case_reduction import reduce_case_file, reduce_statuses
from according.publish.document_reduction import ReducedDocument, reduce_document
from according.publish.edition import Audience, Edition, ReleaseScope
from according.publish.redaction import WITHHELD, Redactor, is_personal_name
from according.publish.words_reduction import reduce_words

_ONLY = frozenset({Role.RELATIVE.value, Role.WITNESS.value, Role.AUDIENCE.value})
_WITNESSED = frozenset({"saw", "experienced", "heard"})


def let_out(edition: Edition) -> tuple[Edition, tuple[str, ...]]:
    """The edition the public may have, and the names that must not show in anything made from it.

    Only released documents; only accepted statements, sensitive ones by their own yes; only people who are more than
    relatives or witnesses, or who were let out by name. Everything counted is counted after that.
    """
    kept = choose_statements(edition)
    entities = {e.id: e for e in _all_entities(edition.case_file)}
    protected, kept_secret = _protect(edition, entities)
    edition = replace(edition, protected_entities=kept_secret)
    hidden = _hidden_people(edition, kept)
    shown = [n.text for e in edition.case_file.people if e.id not in hidden for n in e.names]
    others = {n.text.casefold() for e in entities.values() if e.kind is not EntityKind.PERSON for n in e.names}
    withheld = [
        n.text
        for id in sorted(hidden)
        for n in entities[id].names
        if not entities[id].unnamed and is_personal_name(n.text) and n.text.casefold() not in others
    ]
    redactor = Redactor(protected, withheld, shown)
    documents: list[ReducedDocument] = []
    judged: dict[str, tuple[Judged, ...]] = {}
    for doc in edition.documents:
        scope = edition.releases.get(doc.id)
        if scope is None:
            continue
        reduced = reduce_document(doc, scope, kept[doc.id], redactor)
        documents.append(reduced)
        judged[doc.id] = tuple(_hide_people(j, hidden) for j in reduced.judged)
    made = [d.document for d in documents]
    case_file = reduce_case_file(edition.case_file, made, judged, hidden, redactor)
    assessments, wordings = reduce_words(edition, case_file, redactor)
    public = Edition(
        title=redactor.say(edition.title),
        case=edition.case,
        documents=made,
        judged=judged,
        case_file=case_file,
        audience=Audience.PUBLIC,
        shared=_reduce_shared(edition, documents),
        statuses=reduce_statuses(edition.statuses, case_file, judged, redactor),
        assessments=assessments,
        wordings=wordings,
        releases={d.id: edition.releases[d.id] for d in made},
        address=edition.address,
        linked=True,
    )
    if edition.make_downloads is not None:
        public = replace(public, downloads=edition.make_downloads(public))
    if edition.make_call_files is not None:
        public = replace(public, call_files=edition.make_call_files(public))
    return public, tuple(protected)


def _protect(edition: Edition, entities: Mapping[str, Entity]) -> tuple[list[str], frozenset[str]]:
    """Every spelling to guard, and who bears them: a person with one protected spelling is protected in all."""
    guard = Guard(edition.protected)
    secret = set(edition.protected_entities)
    for person in edition.case_file.people:
        if any(guard.find(text) for text in (person.name, *(n.text for n in person.names))):
            secret.add(person.id)
    names = {n.text for id in secret if id in entities for n in entities[id].names if is_personal_name(n.text)}
    return sorted(names | set(edition.protected)), frozenset(secret)


def choose_statements(edition: Edition) -> dict[str, tuple[Judged, ...]]:
    """Accepted statements of released documents; sensitive ones only by their own yes, nor their words under another's name."""
    chosen = {}
    for doc in edition.documents:
        if doc.id not in edition.releases:
            continue
        judged = edition.judged.get(doc.id, ())
        closed = [j.statement.anchor for j in judged if j.state is not State.REJECTED and _is_closed(j, edition)]
        chosen[doc.id] = tuple(
            j
            for j in judged
            if j.state is State.ACCEPTED
            and edition.releases[doc.id] is not ReleaseScope.LISTING
            and not _is_closed(j, edition)
            and not any(j.statement.quote.start < a.end and a.start < j.statement.quote.end for a in closed)
        )
    return chosen


def _is_closed(judged: Judged, edition: Edition) -> bool:
    """Whether the statement is of a sensitive type and nobody said yes to it."""
    return is_sensitive(judged.statement.type) and judged.statement.id not in edition.sensitive


def _all_entities(file: CaseFile) -> list[Entity]:
    return [*file.people, *file.organisations, *file.groups, *file.places]


def _hidden_people(edition: Edition, kept: Mapping[str, tuple[Judged, ...]]) -> frozenset[str]:
    """People who get no page and no name: protected, unspoken of in what is let out, or no more than bystanders."""
    parts: dict[str, set[str]] = {}
    redirects = dict(edition.case_file.redirects)
    for judged in (j for group in kept.values() for j in group):
        for part in judged.statement.participants:
            if part.entity:
                found = parts.setdefault(redirects.get(part.entity, part.entity), set())
                found.add("minor" if part.minor else part.role.value)
        for speaker in judged.statement.speakers:
            if speaker.entity:
                heard = Role.WITNESS.value if speaker.basis in _WITNESSED else "speaker"
                parts.setdefault(redirects.get(speaker.entity, speaker.entity), set()).add(heard)
    return frozenset(
        person.id
        for person in edition.case_file.people
        if person.id in edition.protected_entities
        or (person.id not in edition.named and _is_bystander(person, parts.get(person.id, set())))
    )


def _is_bystander(person: Entity, parts: set[str]) -> bool:
    if person.minor or "minor" in parts or not parts:
        return True
    beyond = parts - {"speaker"}
    if beyond:
        return beyond <= _ONLY
    known = set(person.roles) - {"speaker"}
    is_kin = any(tie.type == "kinship" for tie in person.ties)
    return is_kin or bool(known and known <= _ONLY)


def _hide_people(judged: Judged, hidden: frozenset[str]) -> Judged:
    """The statement with people who are not let out told without name or link."""

    def hide_part(part: Participant) -> Participant:
        if part.entity not in hidden:
            return part
        return replace(part, entity=None, name=_nameless(part.name), description=None)

    def hide_speaker(speaker: Speaker) -> Speaker:
        if speaker.entity not in hidden:
            return speaker
        return replace(speaker, entity=None, name=_nameless(speaker.name), description=None)

    statement = judged.statement
    return replace(
        judged,
        statement=replace(
            statement,
            participants=tuple(map(hide_part, statement.participants)),
            speakers=tuple(map(hide_speaker, statement.speakers)),
        ),
    )


def _nameless(words: str) -> str:
    """A description stays ("a man in a mask"); whatever has a large letter in it might name somebody."""
    return WITHHELD if any(word[:1].isupper() for word in words.split()[1:]) or is_personal_name(words) else words


def _reduce_shared(edition: Edition, documents: list[ReducedDocument]) -> tuple[SharedPassage, ...]:
    """Shared passages between documents that are let out in full, moved with their texts."""
    full = {d.document.id: d for d in documents if d.cut is not None}
    out = []
    for passage in edition.shared:
        a, b = full.get(passage.a), full.get(passage.b)
        if a and b and a.cut and b.cut:
            a_span = Span(*a.cut.move_span(passage.a_span.start, passage.a_span.end))
            b_span = Span(*b.cut.move_span(passage.b_span.start, passage.b_span.end))
            out.append(replace(passage, a_span=a_span, b_span=b_span))
    return tuple(out)
