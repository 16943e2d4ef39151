"""Steps of how many are held in, one SVG picture out: time across, people up. Its facts stand in a table as well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup, escape

from according.domain.views import HeldStepView
from according.present.catalogue import find_messages
from according.present.chart import ticks_to
from according.present.dates import say_date

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 760, 260, 40, 16, 16, 34


def held_chart(steps: Sequence[HeldStepView], last_day: str, title: str, language: str = "en") -> Markup:
    """The chart, or nothing where nobody was held. Those whom only some accounts have held stand above, in outline."""
    if not steps:
        return Markup("")
    first, last = _number(steps[0].day), max(_number(last_day), _number(steps[-1].day)) + 1
    top = max(step.held + step.disputed for step in steps)
    marks = ticks_to(max(top, 1))
    scale = _Scale(first, last, marks[-1])
    parts = [
        f'<svg class="chart steps" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>'
    ]
    for mark in marks:
        y = scale.y(mark)
        parts.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
            f'<text class="tick" x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{mark:,}</text>'
        )
    for day, words in time_marks(first, last, language):
        x = scale.x(day)
        parts.append(
            f'<line class="grid" x1="{x}" x2="{x}" y1="{_HEIGHT - _BOTTOM}" y2="{_HEIGHT - _BOTTOM + 6}"/>'
            f'<text class="tick" x="{x}" y="{_HEIGHT - 10}" text-anchor="{_anchor(x)}">{escape(words)}</text>'
        )
    held = _path(steps, scale, last)
    base = scale.y(0)
    parts.append(f'<path class="area" d="{held}V{base}H{scale.x(first)}Z"/><path class="line" d="{held}"/>')
    parts += [f'<path class="perhaps" d="{piece}"/>' for piece in _perhaps(steps, scale, last)]
    return Markup("".join(parts) + "</svg>")


class _Scale:
    """Days and numbers to places in the picture."""

    def __init__(self, first: int, last: int, top: int) -> None:
        self.first, self.days, self.top = first, max(last - first, 1), max(top, 1)

    def x(self, day: int) -> float:
        """Across."""
        return round(_LEFT + (day - self.first) / self.days * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, number: int) -> float:
        """From the top."""
        return round(_TOP + (1 - number / self.top) * (_HEIGHT - _TOP - _BOTTOM), 1)


def _anchor(x: float) -> str:
    return "end" if x > _WIDTH - _RIGHT - 30 else "start" if x < _LEFT + 20 else "middle"


def _path(steps: Sequence[HeldStepView], scale: _Scale, last: int) -> str:
    out = f"M{scale.x(_number(steps[0].day))} {scale.y(steps[0].held)}"
    for step in steps[1:]:
        out += f"H{scale.x(_number(step.day))}V{scale.y(step.held)}"
    return out + f"H{scale.x(last)}"


def _perhaps(steps: Sequence[HeldStepView], scale: _Scale, last: int) -> list[str]:
    """The height with those whom only some accounts have held, on the days there are such."""
    ends = [_number(step.day) for step in steps[1:]] + [last]
    return [
        f"M{scale.x(_number(step.day))} {scale.y(step.held)}V{scale.y(step.held + step.disputed)}H{scale.x(end)}V{scale.y(step.held)}"
        for step, end in zip(steps, ends, strict=True)
        if step.disputed
    ]


def time_marks(first: int, last: int, language: str) -> list[tuple[int, str]]:
    """Beginnings of years, quarters or months, at most eight."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    for months in (1, 3, 6, 12, 24, 60, 120):
        found = []
        year, month = start.year, 1
        while (year, month) <= (end.year, end.month):
            day = date(year, month, 1).toordinal()
            if first <= day <= last:
                words = str(year) if months >= 12 else say_date(f"{year:04}-{month:02}", language)
                found.append((day, words))
            year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
        if len(found) <= 7:
            return found or [(first, say_date(start.isoformat(), language))]
    return found[:: -(-len(found) // 7)]


def say_steps(steps: Sequence[HeldStepView], language: str = "en") -> str:
    """The most held at once, and when: the picture in one sentence."""
    if not steps:
        return ""
    most = max(steps, key=lambda step: (step.held, step.day))
    words = find_messages(language)
    return words.ngettext(
        "At most %(n)d person known by name was held at once, from %(day)s on.",
        "At most %(n)d people known by name were held at once, from %(day)s on.",
        most.held,
    ) % {"n": most.held, "day": say_date(most.day, language)}


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
