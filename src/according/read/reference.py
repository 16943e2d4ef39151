"""A document in, the day against which its "Friday" and "last month" are read out: written, else published, else posted, else bounds.

A dateline with its day ("VELMAR, 3 May 1990 (Agency) --") tells when the words were filed: it stands in where only a later copy is dated,
or nothing is. Never guesses a day where only bounds are known.
"""

from __future__ import annotations

import re
from datetime import date

from according.domain.document import Dated, Document
from according.language.edtf import bounds
from according.read.dateline import Dateline
from according.read.dates import date_index, reference_day

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_COPIED = 366  # days within which a copy follows what it copies, where the dateline says no year


def find_reference(document: Document, dateline: Dateline | None, language: str) -> str | None:
    """EDTF of the day, or of the bounds within which it lies; None where nothing tells."""
    known = _edtf(document.reference_date)
    if document.written or document.published:
        return known
    return _filed(dateline, known, language) or known


def _edtf(dated: Dated | None) -> str | None:
    if dated is None:
        return None
    return dated.edtf[:10] if _DAY.match(dated.edtf) and "/" not in dated.edtf else dated.edtf


def _filed(dateline: Dateline | None, copied: str | None, language: str) -> str | None:
    """The day of the dateline, where it may have come before the copy."""
    if dateline is None or dateline.day is None:
        return None
    found = next((one for one in date_index(dateline.day, copied, language) if one.granularity == "day"), None)
    if found is None or set(found.doubt) - {"bounds"}:
        return None
    day, last = bounds(found.when)[0], reference_day(copied)
    return None if day is None or not _may_be(day, last, found.words) else day.isoformat()


def _may_be(day: date, copied: date | None, words: str) -> bool:
    """Not after the copy; without its year not long before it either."""
    if copied is None:
        return True
    gap = (copied - day).days
    return gap >= -1 and (gap <= _COPIED or re.search(r"\d\d\b.*\d\d", words) is not None)
