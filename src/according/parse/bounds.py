"""Posts of one page that print no date: between which days they must have appeared, by their neighbours. Never a guess beyond that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from according.domain.call import CallKind
from according.domain.document import Dated, Document

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
BASIS = "neighbours on the page"


@dataclass(slots=True)
class _Limits:
    """The first and last day on which a post can have appeared, ISO days or None."""

    first: str | None = None
    last: str | None = None


def bound_dates(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The same documents; those of undated posts get `posted` as an interval with the doubt "bounds".

    A post appeared on or after the day of every report it holds, and before the demonstration it calls to. On a page that
    runs newest first (as its dates show) it appeared no earlier than the posts below it and no later than those above.
    A blog's own words were published when they were posted; reposted words without a date, at the latest then.
    """
    groups: dict[int, list[Document]] = {}
    for document in documents:
        if document.post is None or document.post.order is None:
            return tuple(documents)
        groups.setdefault(document.post.order, []).append(document)
    orders = sorted(groups)
    limits = {order: _own_limits(groups[order]) for order in orders}
    if _runs_newest_first([limits[order].first for order in orders]):
        _carry(limits, orders)
    return tuple(_bounded(d, limits[d.post.order]) for d in documents if d.post and d.post.order is not None)


def _own_limits(documents: Sequence[Document]) -> _Limits:
    told = [d.posted for d in documents if d.posted and d.posted.doubt != "bounds"]
    if told and _DAY.match(told[0].edtf):
        return _Limits(told[0].edtf[:10], told[0].edtf[:10])
    firsts = [d.published.edtf[:10] for d in documents if d.published and _DAY.match(d.published.edtf)]
    lasts = [
        call.when[:10]
        for d in documents
        for call in d.calls
        if call.kind is CallKind.DEMONSTRATION and call.when and _DAY.match(call.when)
    ]
    first, last = max(firsts, default=None), min(lasts, default=None)
    return _Limits(first, last if last and (first is None or first <= last) else None)


def _runs_newest_first(firsts: Sequence[str | None]) -> bool:
    """Whether the days go down the page without one exception, and there are at least two of them."""
    known = [day for day in firsts if day]
    return len(set(known)) >= 2 and all(above >= below for above, below in pairwise(known))


def _carry(limits: dict[int, _Limits], orders: Sequence[int]) -> None:
    first: str | None = None
    for order in reversed(orders):  # from the oldest up
        own = limits[order]
        own.first = max((day for day in (own.first, first) if day), default=None)
        first = own.first
    last: str | None = None
    for order in orders:  # from the newest down
        own = limits[order]
        own.last = min((day for day in (own.last, last) if day), default=None)
        last = own.last


def _bounded(document: Document, limits: _Limits) -> Document:
    if document.posted or not (limits.first or limits.last):
        return document
    if limits.first and limits.last and limits.first > limits.last:
        return document  # the page contradicts itself: say nothing
    posted = _interval(limits.first, limits.last)
    published = document.published
    if published is None and not document.repost_of:
        published = posted
    elif published is None and limits.last:
        published = _interval(None, limits.last)
    post = replace(document.post, posted=posted) if document.post else None
    return replace(document, posted=posted, published=published, post=post)


def _interval(first: str | None, last: str | None) -> Dated:
    edtf = first if first and first == last else f"{first or '..'}/{last or '..'}"
    return Dated(edtf, BASIS, None, "bounds")
