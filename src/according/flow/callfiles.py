"""Calls that reports printed in, files to take away out: a letter as text, a demonstration as a calendar entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from according.act import calendar_entry, letter, letter_text
from according.domain.call import Call, CallKind
from according.domain.casefile import CaseFile
from according.domain.document import Document
from according.domain.statement import Judged
from according.present.dates import day_bounds
from according.publish import Download
from according.publish.paths import document_path
from according.publish.stamps import stamp_of


def plan_call_files(
    documents: Sequence[Document], judged: Mapping[str, Sequence[Judged]], case_file: CaseFile
) -> dict[str, Download]:
    """By name, `DOCUMENT-NUMBER.txt` or `.ics`. A letter leans only on statements given here."""
    calls = [(doc, call, number) for doc in documents for number, call in enumerate(doc.calls, 1)]
    letters = [call for _, call, _ in calls if call.kind in (CallKind.LETTERS, CallKind.PETITION)]
    known = {one.statement.id: one for group in judged.values() for one in group} if letters else {}
    out: dict[str, Download] = {}
    for doc, call, number in calls:
        made = calendar_entry(call, doc.id, _printed(doc))
        if made is not None:
            out[f"{doc.id}-{number}.ics"] = Download(stamp_of(call, _printed(doc)), partial(bytes, made))
        elif call in letters:
            text = _letter_text(call, case_file, known).encode("utf-8", "replace")
            out[f"{doc.id}-{number}.txt"] = Download(stamp_of(text.decode()), partial(bytes, text))
    return out


def _printed(doc: Document) -> str:
    """The day the call was printed, as an instant: a calendar entry wants one, and no clock is asked."""
    dated = doc.published or doc.posted
    bounds = day_bounds(dated.edtf) if dated else None
    return f"{bounds[0]}T00:00:00Z" if bounds else "1970-01-01T00:00:00Z"


def _letter_text(call: Call, case_file: CaseFile, known: Mapping[str, Judged]) -> str:
    made = letter(call, case_file, known)
    sources = {id: f"{document_path(known[id].statement.document)}#{id}" for id in made.statements}
    return letter_text(made, sources)
