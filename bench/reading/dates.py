"""Dates beside TIMEX3 gold (TempEval-3, TimeBank, AQUAINT, WikiWars): closed day intervals, equal or not.

Gold row: {"id", "dct", "text", "spans": [{"start", "end", "text", "type", "value", "interval"}]}; `interval` is the closed interval of
days a DATE or TIME value denotes, None for durations, sets and present references. Offsets are code points of "text".
"""

from __future__ import annotations

import calendar
import datetime as dt
import html
import re
from collections.abc import Iterator
from pathlib import Path

from spans import PRF, Row, match

from according.errors import BadInput
from according.language.edtf import bounds
from according.read import dates

_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)((?:\s[^<>]*)?)/?>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_PARTS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12),
}  # fmt: skip


def interval(value: str | None, kind: str | None) -> list[str] | None:
    """The days a TIMEX3 value denotes, first and last; None where it denotes none."""
    if kind not in ("DATE", "TIME") or not value:
        return None
    try:
        found = _days(value.strip())
    except ValueError:
        return None
    return [found[0].isoformat(), found[1].isoformat()] if found else None


def _days(value: str) -> tuple[dt.date, dt.date] | None:
    if m := re.match(r"^(\d{4})-(\d\d)-(\d\d)(T.*)?$", value):
        day = dt.date(int(m[1]), int(m[2]), int(m[3]))
        return day, day
    if m := re.match(r"^(\d{4})-(\d\d)$", value):
        return _months(int(m[1]), int(m[2]), int(m[2]))
    if m := re.match(r"^(\d{4})$", value):
        return _months(int(value), 1, 12)
    if m := re.match(r"^(\d{3})X?$", value):
        return dt.date(int(m[1] + "0"), 1, 1), dt.date(int(m[1] + "9"), 12, 31)
    if m := re.match(r"^(\d{2})(XX)?$", value):
        return dt.date(int(m[1]) * 100, 1, 1), dt.date(int(m[1]) * 100 + 99, 12, 31)
    if m := re.match(r"^(\d{4})-?W(\d\d)(-WE)?$", value):
        first = dt.date.fromisocalendar(int(m[1]), int(m[2]), 6 if m[3] else 1)
        return first, dt.date.fromisocalendar(int(m[1]), int(m[2]), 7)
    m = re.match(r"^(\d{4})-(Q|H|SP|SU|FA|WI)(\d?)$", value)
    part = _PARTS.get(m[2] + m[3]) if m else None
    return _months(int(m[1]), *part) if m and part else None


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def convert(folder: Path) -> Iterator[Row]:
    """The .tml files of a folder as rows."""
    for file in sorted(folder.glob("*.tml")):
        if not file.name.startswith("._"):
            yield read_tml(file)


def read_tml(path: Path) -> Row:
    """One TimeML file."""
    raw = path.read_text("utf-8", errors="replace")
    dct = re.search(r"<DCT>.*?value=\"([^\"]*)\"", raw, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
    parts: list[str] = []
    spans: list[Row] = []
    opened: list[tuple[int, dict[str, str]]] = []
    at = length = 0
    inner = body[1] if body else ""
    for tag in _TAG.finditer(inner):
        piece = html.unescape(inner[at : tag.start()])
        parts.append(piece)
        length, at = length + len(piece), tag.end()
        if tag[2] != "TIMEX3":
            continue
        if tag[1] == "/":
            if opened:
                start, said = opened.pop()
                spans.append({"start": start, "end": length, "type": said.get("type"), "value": said.get("value")})
        elif not tag[0].endswith("/>"):
            opened.append((length, dict(_ATTRIBUTE.findall(tag[3]))))
    text = "".join((*parts, html.unescape(inner[at:])))
    for span in spans:
        span["text"] = text[span["start"] : span["end"]]
        span["interval"] = interval(span["value"], span["type"])
    spans.sort(key=lambda span: span["start"])
    return {"id": path.stem, "dct": dct[1] if dct else None, "text": text, "spans": spans}


def read(row: Row) -> list[Row]:
    """What our reader finds in a row's text: spans with intervals."""
    published = (row["dct"] or "")[:10]
    found = dates(row["text"], published if re.match(r"\d{4}-\d\d-\d\d$", published) else None, "en")
    out = []
    for one in found:
        try:
            first, last = bounds(one.when)
        except BadInput:
            first = last = None
        days = [first.isoformat(), last.isoformat()] if first and last else None
        out.append({"start": one.start, "end": one.end, "interval": days, "rule": one.rule})
    return out


def score(rows: list[Row]) -> dict[str, PRF]:
    """Spans strict and relaxed; intervals equal."""
    strict, relaxed, equal = PRF(), PRF(), PRF()
    for row in rows:
        found = read(row)
        pairs = match(row["spans"], found)
        strict.add(
            sum(a["start"] == b["start"] and a["end"] == b["end"] for a, b in pairs), len(found), len(row["spans"])
        )
        relaxed.add(len(pairs), len(found), len(row["spans"]))
        equal.add(
            sum(bool(a["interval"]) and a["interval"] == b["interval"] for a, b in pairs),
            sum(1 for one in found if one["interval"]),
            sum(1 for one in row["spans"] if one["interval"]),
        )
    return {"interval equal": equal, "span relaxed": relaxed, "span strict": strict}
