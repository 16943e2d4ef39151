"""The MUC-3/4 corpus (texts and answer keys) to rows.

Row: {"id", "pub_date", "dateline_place", "text", "events": [{"optional", "type", "stage", "date": [[first, last], …], "place": [[path], …],
"perps": [[strings]], "targets": [{"strings", "spans", "count": [low, high] | None, "approx", "optional", "effect", "kind"}]}]}.
Alternatives of a key stand beside each other. Targets are located in the text by their strings.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from spans import Row

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 1
    )
}
_DAY = r"\d{1,2} [A-Z]{3} \d\d"
_EFFECTS = re.compile(r"DEATH|INJURY|NO INJURY|PROPAGANDA|REGAINED FREEDOM|ESCAPED")
_NESTED = re.compile(r"\((CITY|TOWN|DEPARTMENT|NEIGHBORHOOD|[A-Z ]+)\)$")


def convert(corpora: Path, sets: tuple[str, ...], *, mixed_case: bool = False) -> Iterator[Row]:
    """The documents of some sets (dev, tst1 … tst4), in order. Only tst4 has a copy in mixed case."""
    for name in sets:
        texts: dict[str, str] = {}
        keys: dict[str, list[dict[str, list[str]]]] = {}
        for file in sorted((corpora / name).iterdir()):
            if file.name.startswith("key-"):
                for template in _templates(file):
                    keys.setdefault(template["MESSAGE: ID"][0].split()[0], []).append(template)
            elif _is_text(file.name, mixed_case and name == "tst4"):
                texts.update(_texts(file))
        for identity in sorted(texts):
            yield _row(identity, texts[identity], keys.get(identity, []))


def _is_text(name: str, mixed_case: bool) -> bool:
    return name.startswith(("dev-muc", "tst")) and name.endswith("mixed-case") == mixed_case


def _row(identity: str, text: str, templates: list[dict[str, list[str]]]) -> Row:
    head = re.match(r"([^,\n]{2,60}),\s+(\d{1,2}\s+\w{3}\s+\d\d)", text)
    day = _day(re.sub(r"\s+", " ", head[2]).upper()) if head else None
    events = [event for event in (_event(text, one) for one in templates) if event]
    place = head[1].title() if head else None
    return {"id": identity, "pub_date": day, "dateline_place": place, "text": text, "events": events}


def _event(text: str, template: dict[str, list[str]]) -> Row | None:
    def slot(name: str) -> list[str]:
        return template.get(name, ["-"])

    kind = re.sub(r"[()?]", "", slot("INCIDENT: TYPE")[0]).split("/")[0].strip()
    if kind in ("*", "-", ""):
        return None
    perpetrators = [
        _strings(line)
        for name in ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID")
        for line in slot(name)
        if _strings(line)
    ]
    return {
        "optional": "OPTIONAL" in slot("MESSAGE: TEMPLATE")[0], "type": kind,
        "stage": slot("INCIDENT: STAGE OF EXECUTION")[0], "date": _dates(slot("INCIDENT: DATE")[0]),
        "place": _places(" ".join(slot("INCIDENT: LOCATION"))), "perps": perpetrators,
        "targets": list(_targets(text, template)),
    }  # fmt: skip


def _targets(text: str, template: dict[str, list[str]]) -> Iterator[Row]:
    effects: dict[str, list[str]] = {}
    numbers: dict[str, tuple[list[int | None] | None, bool]] = {}
    for line in template.get("HUM TGT: EFFECT OF INCIDENT", ["-"]):
        for name in _strings(line):
            effects.setdefault(name, []).extend(_EFFECTS.findall(line.split(":")[0]))
    for line in template.get("HUM TGT: NUMBER", ["-"]):
        for name in _strings(line):
            numbers[name] = _number(line)
    for slot in ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"):
        for line in template.get(slot, ["-"]):
            described = slot.endswith("DESCRIPTION") and '": "' in line
            names = _strings(line.split(": ")[0] if described else line)
            if not names:
                continue
            count, about = next((numbers[name] for name in names if name in numbers), (None, False))
            yield {
                "strings": names, "spans": [span for name in names for span in _find(text, name)], "count": count,
                "approx": about, "optional": line.lstrip().startswith("?"),
                "effect": sorted({effect for name in names for effect in effects.get(name, [])}),
                "kind": slot[9:].lower(),
            }  # fmt: skip


def _templates(path: Path) -> list[dict[str, list[str]]]:
    out: list[dict[str, list[str]]] = []
    slot = ""
    for line in path.read_text("latin-1").splitlines():
        begun = re.match(r"^(\d{1,2})\.\s+([A-Z ]+: [A-Z ]+?)(?:\s{2,}(.*)|\s*)$", line)
        if begun:
            if begun[1] == "0":
                out.append({})
            slot = begun[2].strip()
            if out:
                out[-1][slot] = [begun[3] or ""]
        elif line.strip() and out and slot and not line.startswith(";"):
            out[-1][slot].append(line.strip())
    return out


def _texts(path: Path) -> dict[str, str]:
    out = {}
    for block in re.split(r"(?m)^(?=(?:DEV|TST\d)-MUC\d-\d{4})", path.read_text("latin-1")):
        head = re.match(r"((?:DEV|TST\d)-MUC\d-\d{4})[^\n]*\n\s*", block)
        if head:
            out[head[1]] = block[head.end() :].rstrip() + "\n"
    return out


def _find(text: str, words: str) -> list[list[int]]:
    pattern = r"(?i)" + r"\s+".join(re.escape(word) for word in words.split())
    return [[found.start(), found.end()] for found in re.finditer(pattern, text)][:5]


def _strings(line: str) -> list[str]:
    return [one.replace("[", "").replace("]", "").strip() for one in re.findall(r'"([^"]*)"', line)]


def _day(words: str) -> str | None:
    found = re.match(r"(\d{1,2}) ([A-Z]{3}) (\d\d)$", words.strip())
    if not found or found[2] not in _MONTHS:
        return None
    try:
        return dt.date(1900 + int(found[3]), _MONTHS[found[2]], int(found[1])).isoformat()
    except ValueError:
        return None


def _alternatives(value: str) -> list[str]:
    """What stands between slashes outside quotation marks and brackets."""
    out, depth, current, quoted = [], 0, "", False
    for char in value.strip():
        quoted ^= char == '"'
        if not quoted:
            depth += (char == "(") - (char == ")")
            if char == "/" and depth == 0:
                out.append(current)
                current = ""
                continue
        current += char
    stripped = [one.strip() for one in (*out, current)]
    return [_bare(one) for one in stripped if one]


def _bare(one: str) -> str:
    wrapped = one.startswith("(") and one.endswith(")") and one.count("(") == one.count(")")
    return one[1:-1].strip() if wrapped and not _NESTED.search(one) else one


def _dates(value: str) -> list[list[str | None]]:
    out: list[list[str | None]] = []
    for one in _alternatives(value):
        found = re.match(rf"^({_DAY})?\s*(-)?\s*({_DAY})?$", one.strip("() ?"))
        if not found:
            continue
        first, last = found[1] and _day(found[1]), found[3] and _day(found[3])
        if first:
            out.append([first, last or (None if found[2] else first)])
        elif last:
            out.append([None, last])
    return out


def _places(value: str) -> list[list[str]]:
    out = []
    for one in _alternatives(value):
        path = [re.sub(r"\([A-Z ]*\)?", "", part).strip("() ?") for part in re.split(r":|\s-\s", one)]
        path = [part for part in path if part and part not in "-*"]
        if path:
            out.append(path)
    return out


def _number(value: str) -> tuple[list[int | None] | None, bool]:
    words = value.split(":")[0].split("/")[0].strip(" ?")
    about = "~" in words
    words = words.replace("~", "").strip()
    if words.startswith("PLURAL"):
        return [2, None], True
    found = re.match(r"^(-)?\s*(\d+)\s*(-)?\s*(\d+)?$", words)
    if not found:
        return None, about
    number = int(found[2])
    if found[4]:
        return [number, int(found[4])], about
    if found[1]:
        return [1, number], about  # "- 26" is up to
    return [number, None if found[3] else number], about  # "30 -" is at least
