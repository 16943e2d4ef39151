"""Shares of one company as told in, one SVG picture out: an owner a row, time across. Shares are never summed: what is told may overlap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup, escape

from according.domain.views import TieView
from according.present.dates import day_bounds
from according.present.held_chart import time_marks

_WIDTH, _LEFT, _RIGHT, _ROW, _TOP, _BOTTOM = 760, 230, 90, 30, 8, 30


def owners_chart(ties: Sequence[TieView], title: str, language: str = "en") -> Markup:
    """The chart, or nothing where no owner is told with a day. Its facts stand in the table as well."""
    rows = [(tie, span) for tie in ties if tie.type == "ownership" and tie.reverse and (span := _span(tie))]
    if not rows:
        return Markup("")
    first, last = min(span[0] for _, span in rows), max(span[1] for _, span in rows)
    if last - first < 300:  # one year at least, so that a single day is no wide bar
        first, last = first - 180, last + 180
    height = _TOP + len(rows) * _ROW + _BOTTOM
    parts = [
        f'<svg class="chart owners" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title)}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>'
    ]
    for day, words in time_marks(first, last, language):
        x = _x(day, first, last)
        parts.append(
            f'<line class="grid" x1="{x}" x2="{x}" y1="{_TOP}" y2="{height - _BOTTOM}"/>'
            f'<text class="tick" x="{x}" y="{height - 10}" text-anchor="middle">{escape(words)}</text>'
        )
    for place, (tie, span) in enumerate(rows):
        parts.append(_row(tie, _TOP + place * _ROW + _ROW // 2, _x(span[0], first, last), _x(span[1], first, last)))
    return Markup("".join(parts) + "</svg>")


def _row(tie: TieView, y: int, start: float, end: float) -> str:
    name = tie.other.text if tie.other else ""
    name = name if len(name) <= 28 else name[:27].rstrip() + "…"
    share = f"{tie.percent:g} %" if tie.percent is not None else tie.bound or ""
    opened = "" if tie.start else f'<circle class="dot" cx="{start}" cy="{y}" r="4"/>'
    closed = "" if tie.end else f'<circle class="dot" cx="{end}" cy="{y}" r="4"/>'
    edges = (f"M{start} {y - 6}v12" if tie.start else "") + (f"M{end} {y - 6}v12" if tie.end else "")
    return (
        f'<g class="np"><text class="who" x="{_LEFT - 16}" y="{y + 4}" text-anchor="end">{escape(name)}</text>'
        f'<path class="range" d="M{start} {y}H{end}{edges}"/>{opened}{closed}'
        f'<text class="fig" x="{end + 10}" y="{y + 5}">{escape(share)}</text></g>'
    )


def _span(tie: TieView) -> tuple[int, int] | None:
    """First and last day it is told to have been so: the told beginning and end, else the days it was said."""
    starts = day_bounds(tie.start) or day_bounds(tie.first_cited) or day_bounds(tie.end)
    ends = day_bounds(tie.end) or day_bounds(tie.last_cited) or starts
    if starts is None or ends is None:
        return None
    first, last = date.fromisoformat(starts[0]).toordinal(), date.fromisoformat(ends[0]).toordinal()
    return first, max(first, last)


def _x(day: int, first: int, last: int) -> float:
    return round(_LEFT + (day - first) / max(last - first, 1) * (_WIDTH - _LEFT - _RIGHT), 1)
