"""A letter in, forms a person can take away out: plain text with its sources, an address that opens a mail program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from according.act.letters import Letter

_LONGEST = 1900  # several mail programs cut or refuse longer addresses
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


def letter_text(letter: Letter, sources: Mapping[str, str] | None = None) -> str:
    """The letter as text. `sources` names where a statement's words stand, printed as numbered notes."""
    notes: list[str] = []
    body: list[str] = []
    for line in letter.lines:
        marks = []
        for statement in line.statements:
            notes.append((sources or {}).get(statement, statement))
            marks.append(f"[{len(notes)}]")
        body.append(f"{line.text} {''.join(marks)}".rstrip())
    parts = ["\n".join(_one_line(f"{t.name}, {t.address}" if t.address else t.name) for t in letter.targets)]
    parts += [_one_line(letter.subject), "\n".join(body)]
    parts.append("\n".join(f"- {_one_line(demand)}" for demand in letter.demands))
    parts.append(letter.suggested or "")
    parts.append("\n".join(f"[{n}] {_one_line(note)}" for n, note in enumerate(notes, 1)))
    return "\n\n".join(part for part in parts if part) + "\n"


def mailto_address(letter: Letter) -> str | None:
    """A mailto address (RFC 6068), or None when no target has a mail address. The body is cut at a line when too long."""
    to = [t.address for t in letter.targets if t.address and _MAIL.fullmatch(t.address)]
    if not to:
        return None
    copies = [copy for copy in letter.copies if _MAIL.fullmatch(copy)]
    fields = [f"cc={quote(','.join(copies), safe='@,')}"] if copies else []
    fields.append("subject=" + quote(_one_line(letter.subject)))
    lines = letter_text(letter).split("\n")
    start = f"mailto:{quote(','.join(to), safe='@,')}?{'&'.join(fields)}&body="
    while lines and len(start) + len(quote("\r\n".join(lines))) > _LONGEST:
        lines.pop()
    return start + quote("\r\n".join(lines))


def _one_line(text: str) -> str:
    """No line breaks: they would start a new header in a mail."""
    return " ".join(text.split())
