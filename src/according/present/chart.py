"""Rival figures in, one SVG picture out: figure across, one row a voice, bounds as arrows. Never a sum, never a mean."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from according.domain.views import AccountView
from according.present.dates import day_bounds, say_date

_LEFT, _WIDTH, _ROW, _TOP = 250, 760, 34, 12


def figure_chart(accounts: Sequence[AccountView], title: str) -> Markup:
    """The chart, or nothing when fewer than two accounts give a figure. Its facts stand in the table as well."""
    rows = [a for a in accounts if a.min is not None or a.max is not None]
    if len(rows) < 2:
        return Markup("")
    rows = sorted(rows, key=lambda a: ((day_bounds(a.as_of) or ("9999", ""))[0], a.label))
    ticks = ticks_to(max(max(a.max or 0, a.min or 0) for a in rows))
    height = _TOP + len(rows) * _ROW + 34
    parts = [
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title)}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>'
    ]
    bottom = _TOP + len(rows) * _ROW
    for tick in ticks:
        x = _place(tick, ticks[-1])
        parts.append(
            f'<line class="grid" x1="{x}" x2="{x}" y1="{_TOP}" y2="{bottom}"/>'
            f'<text class="tick" x="{x}" y="{bottom + 20}" text-anchor="middle">{tick:,}</text>'
        )
    parts.extend(_row(account, _TOP + i * _ROW + _ROW // 2, ticks[-1]) for i, account in enumerate(rows))
    return Markup("".join(parts) + "</svg>")


def _row(account: AccountView, y: int, top: int) -> str:
    name = _cut(account.speaker.text.removeprefix("the report itself: "), 27)
    day = say_date(account.as_of)
    shape = "ok" if account.reviewed else "np"
    return (
        f'<g class="{shape}"><text class="who" x="{_LEFT - 44}" y="{y - 1}" text-anchor="end">{escape(name)}</text>'
        f'<text class="day" x="{_LEFT - 44}" y="{y + 12}" text-anchor="end">{escape(day)}</text>'
        f'<text class="label" x="{_LEFT - 26}" y="{y + 5}" text-anchor="middle">{escape(account.label)}</text>'
        f"{_figure(account, y, top)}</g>"
    )


def _figure(account: AccountView, y: int, top: int) -> str:
    low, high = account.min, account.max
    say = f'<text class="fig" y="{y + 5}" x="{{x}}">{escape(figure_words(account))}</text>'
    if low is not None and high is None:
        x = _place(low, top)
        tip = min(x + 60, _WIDTH - 96)
        return f'{_dot(x, y)}<path class="bound" d="M{x} {y}H{tip}m-6 -5l6 5l-6 5"/>' + say.format(x=tip + 8)
    if high is not None and low is None:
        x = _place(high, top)
        tip = max(x - 60, _LEFT)
        return f'{_dot(x, y)}<path class="bound" d="M{x} {y}H{tip}m6 -5l-6 5l6 5"/>' + say.format(x=x + 10)
    assert low is not None and high is not None
    if low != high:
        a, b = _place(low, top), _place(high, top)
        return f'<path class="range" d="M{a} {y}H{b}M{a} {y - 5}v10M{b} {y - 5}v10"/>' + say.format(x=b + 8)
    x = _place(low, top)
    return _dot(x, y) + say.format(x=x + 10)


def _dot(x: int, y: int) -> str:
    return f'<circle class="dot" cx="{x}" cy="{y}" r="5"/>'


def figure_words(account: AccountView) -> str:
    """A figure as bounds: ≥ 16, ≤ 15, 12–18, ~70. The printed words stand in the table."""
    low, high = account.min, account.max
    about = "~" if account.qualifier in ("about", "nearly") or account.vague else ""
    if low is not None and high is None:
        return f"≥ {low:,}"
    if low is None and high is not None:
        return f"≤ {high:,}"
    if low is None or high is None:
        return ""
    return f"{about}{low:,}" if low == high else f"{about}{low:,}–{high:,}"


def _place(figure: float, top: int) -> int:
    return round(_LEFT + (figure / max(top, 1)) * (_WIDTH - _LEFT - 100))


def ticks_to(highest: int) -> list[int]:
    """Round numbers from 0 to at least the highest, at most six steps."""
    step = 1
    while highest / step > 5:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return [step * i for i in range(-(-max(highest, 1) // step) + 1)]


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
