"""Publish: what the archive holds becomes an edition, the edition a site. Ids that the site shows are given out and stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from according.archive import facts
from according.domain.assessment import Standing
from according.domain.decision import ON_ACCOUNTS, ON_DISPUTES, SAMENESS, Decision
from according.domain.statement import Judged
from according.errors import BadInput, NoSpace
from according.flow.callfiles import plan_call_files
from according.flow.collector import collector_paused
from according.flow.datafiles import Shelf, plan_data, plan_public_data
from according.flow.exporting import Holdings
from according.flow.folder import FULL_DISK, CaseFolder
from according.flow.following import follow_members
from according.flow.holding import with_custody
from according.flow.letting_out import LetOut, let_out
from according.flow.recording import entities, standing_mention
from according.flow.settle import in_force
from according.flow.status_words import status_words
from according.publish import Audience, Download, Edition, ReleaseScope, build_site, write_site
from according.publish.writing import _Store


def publish(folder: CaseFolder, out: Path, audience: str = "self", address: str | None = None) -> str:
    """Write the site to `out` and return one sentence about it. Raises WouldLeak, BadInput, NoSpace."""
    _check_out(out, folder.path)
    with collector_paused():
        return _publish(folder, out, audience, address)


def _publish(folder: CaseFolder, out: Path, audience: str, address: str | None) -> str:
    edition = make_edition(folder, Audience(audience), address)
    plans, cache = list(build_site(edition)), folder.cache / f"site-{audience}"
    if edition.audience is Audience.PUBLIC:
        _refuse_older_pages(out, {plan.path for plan in plans} | set(_Store(out, cache).known))
    try:
        report = write_site(plans, out, cache)
    except OSError as error:
        if error.errno == 28:
            raise NoSpace(FULL_DISK) from error
        raise BadInput(f"{out} cannot be written ({error.strerror}); name a folder you may write to.") from error
    with folder.writing():
        _give_out(folder, edition)
        folder.record("published", folder.case, audience=audience)
    return str(report) + _kept_back(edition)


def _kept_back(edition: Edition) -> str:
    """Words let out before that the public does not see now, so that nobody wonders where they are."""
    if edition.audience is not Audience.PUBLIC:
        return ""
    changed = [one.assessment.id for one in edition.assessments if one.state is Standing.EARLIER_STATE]
    changed += [one.wording.id for one in edition.wordings if one.state is Standing.CHECK]
    ids = [id for id in changed if id in edition.released_words]
    return f" Kept back, because what they lean on has changed since: {', '.join(ids)}." if ids else ""


def _refuse_older_pages(out: Path, ours: set[str]) -> None:
    """Pages of another edition, or older ones nobody remembers, would be published along with what was let out."""
    for path in out.rglob("*") if out.exists() else ():
        page = path.suffix in (".html", ".jsonl", ".csv", ".xml", ".ics", ".new") and path.is_file()
        if page and path.relative_to(out).as_posix().removesuffix(".new") not in ours:
            raise BadInput(
                "The folder holds pages that are not of this public edition, which would go out with it; "
                "empty it or name an empty folder."
            )


def _check_out(out: Path, archive: Path) -> None:
    resolved, inside = out.resolve(), archive.resolve()
    beside = resolved.is_relative_to(inside) and not resolved.is_relative_to(inside / "cache")
    if beside or inside.is_relative_to(resolved):
        raise BadInput("The site must not be written into the archive or over it; name another folder.")
    if out.exists() and not out.is_dir():
        raise BadInput(f"{out} is a file; name a folder for the site.")


def make_edition(folder: CaseFolder, audience: Audience, address: str | None = None) -> Edition:
    """Everything the site may know, as one value."""
    held = Holdings(folder)
    case_file = with_custody(held.case_file, held.documents, held.judged)
    let = let_out(folder)
    by_document: dict[str, list[Judged]] = {document.id: [] for document in held.documents}
    files: Mapping[str, Download] = {}
    stamps: Mapping[str, str] = {}
    for judged in held.linked:
        by_document.setdefault(judged.statement.document, []).append(judged)
    if audience is Audience.SELF:
        files, stamps = plan_data(
            Shelf(held.documents, held.linked, held.case_file, held.shared), folder.cache / "data"
        )
    protected = set(let.protected_subjects)
    return Edition(
        title=folder.title,
        case=folder.case,
        documents=held.documents,
        judged=by_document,
        case_file=case_file,
        audience=audience,
        shared=held.shared,
        statuses=case_file.statuses,
        receipts=facts.load_receipts(folder.store, folder.viewer, folder.case) if audience is Audience.SELF else {},
        releases={identity: ReleaseScope(scope) for identity, scope in let.documents},
        named=_entity_ids(held, let.people),
        sensitive=frozenset(let.statements),
        protected=let.protected,
        protected_entities=frozenset(
            entity.id for entity in entities(held.case_file) if protected & set(entity.mentions)
        ),
        status_words=status_words(held) if audience is Audience.SELF else (),
        decisions=_shown_decisions(held) if audience is Audience.SELF else (),
        assessments=held.assessments,
        wordings=held.wordings,
        released_words=frozenset(let.words),
        downloads=files,
        call_files=plan_call_files(held.documents, by_document, held.case_file) if audience is Audience.SELF else {},
        address=address,
        stamps=stamps,
        linked=True,
        make_downloads=plan_public_data,
        make_call_files=lambda public: plan_call_files(public.documents, public.judged, public.case_file),
    )


def _shown_decisions(held: Holdings) -> list[Decision]:
    """What people decided about events and people as a whole; what they said of statements stands on those."""
    decisions = follow_members(in_force(held.decisions), held.documents)
    return [one for one in decisions if one.verdict in SAMENESS | ON_ACCOUNTS | ON_DISPUTES]


def _entity_ids(held: Holdings, members: Iterable[str]) -> frozenset[str]:
    wanted = set(members)
    return frozenset(entity.id for entity in entities(held.case_file) if wanted & set(entity.mentions))


def _give_out(folder: CaseFolder, edition: Edition) -> None:
    """Ids of people and events that the site shows stay theirs."""
    pairs = [(standing_mention(entity), entity.id) for entity in entities(edition.case_file) if entity.mentions]
    pairs += [(min(event.statements), event.id) for event in edition.case_file.events if event.statements]
    known = set(facts.load_allocated(folder.store, folder.viewer, folder.case).items())
    facts.add_allocated(folder.store, folder.case, [pair for pair in pairs if pair not in known])


__all__ = ["LetOut", "make_edition", "publish"]
