"""Stamps without a true zone, repaired where there is proof: a feed or export of the same post that gives the instant. Pure.

Old blogs print local time as `+00:00`. The local stamp less the true instant is the site's offset; the stamp is then told
with that offset, what was printed is kept, and the doubt is lifted for that post only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from according.domain.document import Dated, Document

_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?")
_FURTHEST = timedelta(hours=14)
_STEP = timedelta(minutes=15)


def repair_zones(documents: Sequence[Document]) -> list[Document]:
    """The documents, those with a doubtful zone and a proof repaired; the same whatever their order."""
    instants: dict[str, set[datetime]] = {}
    for document in documents:
        for dated in (document.posted, document.published):
            instant = _instant(dated)
            if instant is not None:
                for address in _addresses(document):
                    instants.setdefault(address, set()).add(instant)
    return [_repair(document, instants) for document in documents]


def _repair(document: Document, instants: dict[str, set[datetime]]) -> Document:
    if not any(dated and dated.doubt == "zone" for dated in (document.published, document.posted)):
        return document
    proofs = set().union(*(instants.get(address, set()) for address in _addresses(document)))
    if len(proofs) != 1:
        return document
    (instant,) = proofs
    return replace(
        document, published=_with_zone(document.published, instant), posted=_with_zone(document.posted, instant)
    )


def _with_zone(dated: Dated | None, instant: datetime) -> Dated | None:
    if dated is None or dated.doubt != "zone" or dated.raw is None:
        return dated
    found = _STAMP.search(dated.raw)
    if found is None:
        return dated
    local = datetime.fromisoformat(found.group()).replace(tzinfo=UTC)
    offset = local - instant
    if abs(offset) > _FURTHEST or offset % _STEP:
        return dated
    minutes = int(offset.total_seconds() // 60)
    zone = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    stamp = local.strftime("%Y-%m-%dT%H:%M:%S") + zone
    return replace(
        dated, edtf=stamp, doubt=None, basis=f"{dated.basis}, zone proved by a feed or export of the same post"
    )


def _instant(dated: Dated | None) -> datetime | None:
    """The UTC instant of a stamp whose zone is not in doubt, or None."""
    if dated is None or dated.doubt is not None or "T" not in dated.edtf:
        return None
    try:
        stamp = datetime.fromisoformat(dated.edtf)
    except ValueError:
        return None
    return stamp.astimezone(UTC) if stamp.tzinfo is not None else None


def _addresses(document: Document) -> set[str]:
    """What two copies of one post have in common: its address without protocol and trailing parts, or its guid."""
    found = [document.url, document.post.url if document.post else None, document.post.id if document.post else None]
    return {_plain(address) for address in found if address and "/" in address}


def _plain(address: str) -> str:
    address = re.sub(r"^https?://(www\.)?", "", address.strip().casefold())
    return re.sub(r"(/index\.html?|/|#.*)$", "", address)
