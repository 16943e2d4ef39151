"""Decisions written down before ids are known: named by document, words and type, looked up, then recorded like any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from according.archive import facts
from according.archive.findings import content_digest
from according.domain.codec import canonical
from according.domain.decision import Verdict
from according.domain.document import Document, Genre
from according.domain.entity import Entity
from according.domain.identity import mention_id
from according.domain.statement import Judged
from according.flow.correcting import correct
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.flow.reconciling import reconcile_case
from according.flow.recording import new_decision, record_decision, standing_mention
from according.flow.scripted_words import say_words


@dataclass(slots=True)
class Applied:
    """What a script of decisions did."""

    recorded: int = 0
    missed: list[str] = field(default_factory=list)  # what found nothing, by kind and place in the script


def apply_script(folder: CaseFolder, script: Mapping[str, Any]) -> Applied:
    """Record every decision of the script that finds its subject, in order, and bring the case file up to date."""
    held = Holdings(folder)
    done = Applied()
    with folder.writing():
        for number, entry in enumerate(script.get("judge", []), 1):
            _judge(folder, held, entry, done, number)
        for number, entry in enumerate(script.get("same", []), 1):
            _same(folder, held, entry, done, number)
        for entry in script.get("release", []):
            for title in entry["documents"]:
                _release_document(folder, held, title, entry["scope"], done)
        for number, entry in enumerate(script.get("sensitive", []), 1):
            found = _find(held, entry)
            for judged in found:
                _record(folder, Verdict.RELEASE, judged.statement.id, done, scope="sensitive", why=entry.get("why"))
            if not found:
                done.missed.append(f"sensitive {number}")
        for number, entry in enumerate(script.get("let_out", []), 1):
            _let_out(folder, held, entry, done, number)
        for number, entry in enumerate(script.get("protect", []), 1):
            _protect(folder, held, entry, done, number)
    reconcile_case(folder, held.documents)
    recorded, missed = say_words(folder, script)
    done.recorded += recorded
    done.missed += missed
    return done


def _record(folder: CaseFolder, verdict: Verdict, subject: str, done: Applied, **more: Any) -> str:
    decision = new_decision(folder, verdict, subject, **more)
    record_decision(folder, decision)
    done.recorded += 1
    return decision.id


def _judge(folder: CaseFolder, held: Holdings, entry: Mapping[str, Any], done: Applied, number: int) -> None:
    found = _find(held, entry)
    if not found:
        done.missed.append(f"judge {number}")
    for judged in found:
        content = judged.statement
        overrides: tuple[tuple[str, str], ...] = ()
        verdict = Verdict(entry["verdict"])
        if verdict is Verdict.CORRECT:
            content, overrides = correct(content, [f"{name}={value}" for name, value in entry["set"].items()])
        quote = content.quote
        _record(
            folder,
            verdict,
            content.id,
            done,
            seen=content_digest(judged.reading or judged.statement),
            overrides=overrides,
            passage=(quote.prefix, quote.exact, quote.suffix, quote.start),
            content=canonical(content),
            why=entry.get("why"),
        )


def _same(folder: CaseFolder, held: Holdings, entry: Mapping[str, Any], done: Applied, number: int) -> None:
    """Two people named by document and spelling are one: said of a mention of each, whether or not a machine joined them."""
    found = [_mention(held, side["document"], side["name"]) for side in (entry["a"], entry["b"])]
    if None in found or found[0] == found[1]:
        done.missed.append(f"same {number}")
        return
    owner = {mention: person.id for person in held.case_file.people for mention in person.mentions}
    facts.add_allocated(folder.store, folder.case, [(one, owner[one]) for one in found if one is not None])
    _record(folder, Verdict.SAME, str(found[0]), done, other=found[1], why=entry.get("why"))


def _mention(held: Holdings, title: str, name: str) -> str | None:
    """The first mention of a person in the document that is spelled so."""
    known = {mention for person in held.case_file.people for mention in person.mentions}
    for document in _documents(held.documents, title):
        for at in _places(document.text.content, name):
            mention = mention_id(document.id, document.text.digest, at, at + len(name))
            if mention in known:
                return mention
    return None


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _find(held: Holdings, entry: Mapping[str, Any]) -> list[Judged]:
    """Statements whose quote overlaps the fragment in the document named, of the type named."""
    out = []
    for document in _documents(held.documents, entry["document"]):
        start = document.text.content.find(entry["quote"])
        if start < 0:
            continue
        end = start + len(entry["quote"])
        out += [
            judged
            for judged in held.judged
            if judged.statement.document == document.id
            and judged.statement.type == entry["type"]
            and start <= judged.statement.anchor.start < end
        ] or [
            judged
            for judged in held.judged
            if judged.statement.document == document.id
            and judged.statement.type == entry["type"]
            and judged.statement.quote.start < end
            and start < judged.statement.quote.end
        ]
    return out


def _documents(documents: Sequence[Document], title: str) -> list[Document]:
    if title == "note":
        return [document for document in documents if document.genre is Genre.OWN_NOTE]
    return [document for document in documents if document.title == title]


def _release_document(folder: CaseFolder, held: Holdings, title: str, scope: str, done: Applied) -> None:
    found = _documents(held.documents, title)
    for document in found:
        _record(folder, Verdict.RELEASE, document.id, done, scope=scope)
    if not found:
        done.missed.append(f"release of a document, {scope}")


def _people(held: Holdings, spellings: Sequence[str]) -> list[Entity]:
    wanted = {name.casefold() for name in spellings}
    return [person for person in held.case_file.people if any(name.text.casefold() in wanted for name in person.names)]


def _let_out(folder: CaseFolder, held: Holdings, entry: Mapping[str, Any], done: Applied, number: int) -> None:
    found = _people(held, [entry["name"]])
    for person in found:
        member = standing_mention(person)
        facts.add_allocated(folder.store, folder.case, [(member, person.id)])
        _record(folder, Verdict.RELEASE, member, done, scope="name", why=entry.get("why"))
    if not found:
        done.missed.append(f"let_out {number}")


def _protect(folder: CaseFolder, held: Holdings, entry: Mapping[str, Any], done: Applied, number: int) -> None:
    spellings = [entry["name"], *entry.get("spellings", [])]
    found = _people(held, spellings)
    subjects: list[tuple[str, Entity | None]] = [(standing_mention(person), person) for person in found]
    if not subjects:
        subjects = [("name", None)]
    for member, person in subjects:
        if person is not None:
            facts.add_allocated(folder.store, folder.case, [(member, person.id)])
            spellings += [name.text for name in person.names]
        decision = _record(folder, Verdict.PROTECT, member, done, why=entry.get("why"))
        facts.add_protection(folder.store, folder.case, member, sorted(set(spellings)), decision, lifted=False)
