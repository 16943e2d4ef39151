"""Add: collect, preserve, parse, then bring the findings up to date. What was acknowledged stays, whatever happens next."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from according import __version__, parse
from according.archive import facts, findings
from according.collect import Skipped, gather
from according.domain.capture import Capture, Found, Receipt
from according.domain.document import Document, Outlet, Parsed
from according.errors import AccordingError, BadInput
from according.flow.folder import CaseFolder
from according.flow.ledger import Ledger
from according.flow.progress import Progress
from according.flow.working import bring_up_to_date

TOOL = f"according {__version__}"
BATCH_ITEMS, BATCH_BYTES = 100, 16 * 1024 * 1024


def add_sources(
    folder: CaseFolder,
    sources: Sequence[str],
    *,
    outlet: Outlet | None = None,
    found: Iterable[Found | Skipped] | None = None,
    progress: Progress | None = None,
    work: bool = True,
) -> Ledger:
    """Take sources the whole way and return the ledger.

    `found` replaces collecting (pasted text, notes). Raises BadInput when nothing at all could be had.
    """
    told = progress or Progress(quiet=True)
    ledger = Ledger()
    items = found if found is not None else gather(sources)
    known = facts.known_receipts(folder.store, folder.viewer, folder.case)
    for batch in _batches(items, ledger):
        _take_batch(folder, batch, known, outlet, ledger)
        told.tell("Adding", ledger.read)
    _resume_parsing(folder, outlet, ledger)
    told.close()
    if work:
        ledger.waiting = bring_up_to_date(folder, told)
    if ledger.read == 0 and not ledger.refused:
        raise BadInput(
            "There was nothing to read: the folder holds no readable file; name files, a folder with files, or an address."
        )
    return ledger


def _batches(items: Iterable[Found | Skipped], ledger: Ledger) -> Iterator[list[Found]]:
    batch: list[Found] = []
    size = 0
    for item in items:
        if isinstance(item, Skipped):
            ledger.refused.append((item.origin, item.why))
            continue
        batch.append(item)
        size += len(item.content)
        if len(batch) >= BATCH_ITEMS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _take_batch(
    folder: CaseFolder, batch: list[Found], known: set[tuple[str, str]], outlet: Outlet | None, ledger: Ledger
) -> None:
    """Keep the bytes, then acknowledge them in one transaction, then parse."""
    done = findings.load_tasks(folder.store, folder.case, "parse")
    fresh: list[Found] = []
    for item in batch:
        ledger.read += 1
        sha256 = hashlib.sha256(item.content).hexdigest()
        task = done.get(sha256)
        if (sha256, item.origin) in known and task and task[0] == parse.VERSION and item.address is None:
            ledger.unchanged += 1
            _tell_old_outcome(item.origin, task, ledger)
            continue
        fresh.append(item)
    if not fresh:
        return
    captures = folder.vault.keep_all(item.content for item in fresh)
    received = folder.clock()
    with folder.writing():
        facts.add_captures(folder.store, captures)
        facts.add_receipts(
            folder.store,
            folder.case,
            [_receipt(item, capture, received, folder) for item, capture in zip(fresh, captures, strict=True)],
        )
        for item, capture in zip(fresh, captures, strict=True):
            folder.record("received", capture.sha256, size=str(capture.size))
            known.add((capture.sha256, item.origin))
        findings.save_tasks(
            folder.store,
            folder.case,
            [("parse", capture.sha256, parse.VERSION, capture.sha256, "pending", None) for capture in captures],
        )
    _parse_batch(folder, list(zip(fresh, captures, strict=True)), outlet, ledger)


def _tell_old_outcome(origin: str, task: tuple[str, str, str, str | None], ledger: Ledger) -> None:
    if task[2] == "failed" and task[3]:
        ledger.unchanged -= 1
        ledger.refused.append((origin, task[3]))


def _receipt(item: Found, capture: Capture, received: str, folder: CaseFolder) -> Receipt:
    gaps = ("fetched page only: no picture of it, no embedded media",) if item.address else ()
    return Receipt(
        capture.sha256, item.origin, received, TOOL, folder.viewer.name, item.headers, item.final_address, gaps
    )


def _parse_batch(folder: CaseFolder, pairs: list[tuple[Found, Capture]], outlet: Outlet | None, ledger: Ledger) -> None:
    documents: list[Document] = []
    tasks: list[tuple[str, str, str, str, str, str | None]] = []
    for item, capture in pairs:
        outcome = _parse_one(item, folder.case, outlet)
        if isinstance(outcome, Parsed):
            documents += [replace(document, capture=capture.sha256) for document in outcome.documents]
            ledger.repaired += [(f"{item.origin}{_at(repair.where)}", repair.what) for repair in outcome.repairs]
            ledger.skipped += [(f"{item.origin}{_at(skip.where)}", skip.what) for skip in outcome.skipped]
            tasks.append(("parse", capture.sha256, parse.VERSION, capture.sha256, "done", outcome.format))
        else:
            ledger.refused.append((item.origin, outcome))
            tasks.append(("parse", capture.sha256, parse.VERSION, capture.sha256, "failed", outcome))
    with folder.writing():
        added, updated = facts.add_documents(folder.store, folder.case, documents, folder.clock())
        findings.save_tasks(folder.store, folder.case, tasks)
        for identity in added:
            folder.record("parsed", identity)
        for identity in updated:
            folder.record("parsed again", identity)
    ledger.added += added
    ledger.updated += updated
    if not added and not updated:
        ledger.unchanged += len([task for task in tasks if task[4] == "done"])


def _parse_one(item: Found, case: str, outlet: Outlet | None) -> Parsed | str:
    try:
        return parse.parse(item, case=case, outlet=outlet)
    except AccordingError as error:
        return error.sentence
    except Exception as error:  # one hostile item must not cost the batch; the reason is kept with it
        return f"The file could not be read ({type(error).__name__}); please report it with a copy of the file."


def _at(where: str | None) -> str:
    return f", {where}" if where else ""


def _resume_parsing(folder: CaseFolder, outlet: Outlet | None, ledger: Ledger) -> None:
    """Parse what an interrupted run received but did not read."""
    for sha256, (_, _, state, _) in findings.load_tasks(folder.store, folder.case, "parse").items():
        if state != "pending":
            continue
        receipts = facts.receipts_of(folder.store, folder.viewer, folder.case, sha256)
        content = folder.vault.read(sha256)
        last = receipts[-1]
        address = last.origin if last.origin.startswith(("http://", "https://")) else None
        item = Found(content, last.origin, address=address, headers=last.headers, final_address=last.final_address)
        ledger.read += 1
        _parse_batch(folder, [(item, Capture(sha256, len(content), ""))], outlet, ledger)
