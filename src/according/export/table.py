"""Rows in, the text of a file out, a piece at a time: JSON Lines, JSON, and the flat CSV twin that no spreadsheet runs.

Wherever some spreadsheet would begin a formula (at the start of a cell, or behind a semicolon, tab or line end, where a spreadsheet
of another language cuts cells) one apostrophe is put in front; `read_cell` takes it off again, so that nothing is lost. Numbers stay
numbers. Source: OWASP, CSV Injection.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from according.export.rows import Row

# = + - @, and the same full width, small and as the sign of arithmetic
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212"
_STARTS = re.compile(rf"['\s\x00\u200b\ufeff]*[{_SIGNS}\t\r\n]")
_INSIDE = re.compile(rf"(?<=[;\t\r\n])(?='*[{_SIGNS}])")
_MARKED = re.compile(rf"(?<=[;\t\r\n])'(?='*[{_SIGNS}])")
_QUOTED = re.compile(r'[",\r\n]')


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """One object a line."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def json_list(rows: Iterable[Row]) -> Iterator[str]:
    """One list of all objects."""
    opening = "["
    for row in rows:
        spelled = json.dumps(row, ensure_ascii=False, indent=1).replace("\n", "\n ")
        yield f"{opening}\n {spelled}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def csv_lines(rows: Iterable[Row], columns: Sequence[str] | None = None) -> Iterator[str]:
    """The flat twin: one column per key, nested values as JSON. Columns are those given, else the keys of the first row."""
    if columns is not None:
        yield csv_line(columns)
    for row in rows:
        if columns is None:
            columns = tuple(row)
            yield csv_line(columns)
        yield csv_line([row.get(column) for column in columns])


def csv_line(values: Iterable[Any]) -> str:
    """One line of a CSV file (RFC 4180, line feed)."""
    cells = [write_cell(value) for value in values]
    quoted = ['"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell for cell in cells]
    return (",".join(quoted) or '""') + "\n"  # a line with nothing on it would be no row


def write_cell(value: Any) -> str:
    """A value as a cell: numbers and truth as they are, text made harmless, nothing as "", the rest as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return ("'" if _STARTS.match(text) else "") + _INSIDE.sub("'", text)


def read_cell(cell: str) -> str:
    """The text of a cell as it was before `write_cell` made it harmless."""
    bare = cell[1:] if cell.startswith("'") and _STARTS.match(cell) else cell
    return _MARKED.sub("", bare)


WRITERS: dict[str, Callable[[Iterable[Row]], Iterator[str]]] = {
    "jsonl": json_lines,
    "json": json_list,
    "csv": csv_lines,
}
