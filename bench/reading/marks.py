"""Reports marked by hand: words in, offsets out, and a reader's proposals scored by them. Keeps places and fields, never the texts.

`python -m bench.reading.marks check WORDS TEXTS`            finds every word of the marks in WORDS (one .jsonl a document) in the texts
`python -m bench.reading.marks pack WORDS TEXTS OUT.jsonl`   the same, and writes offsets and fields, a line a document
`python -m bench.reading.marks agree ONE.jsonl OTHER.jsonl`  how far two markings of the same reports agree
How to mark: MARKING.md beside this file. TEXTS holds JSON files with corpus, id, part (tune or
report), text, published. Scoring: `marks_score.py`.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from according.domain.statement import AboutKind, Role, Stance

TYPES = tomllib.loads((Path(__file__).parents[2] / "src/according/domain/types.toml").read_text("utf-8"))
STANCES = {stance.value for stance in Stance}
ROLES = {role.value for role in Role}
ABOUT = {about.value for about in AboutKind}
KEYS = {"in", "a", "t", "pol", "st", "ph", "who", "n", "when", "where", "sp", "val", "about", "opt"}
COUNT = re.compile(r"~?\d+|\+\d+|\d+/\.\.\??|\.\./\d+|\d+/\d+|\d+ of \d+|~\d+/\.\.\??")
FREE_VALUES = {"penalty", "outcome", "release", "currency", "unit", "regime"}  # words of ours, not of the text


class Unfit(Exception):
    """A mark that cannot be read; says what to mend."""


def digest_of(text: str) -> str:
    """The first 16 hexadecimal digits of the text's SHA-256 in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def place(text: str, words: str, around: tuple[int, int], anchor: tuple[int, int]) -> list[int]:
    """Where the words stand: inside the quoted passage, else nearest before the anchor, else after it. Raises Unfit."""
    inside = [m.start() for m in _occurrences(words, text, *around)]
    if inside:
        at = min(inside, key=lambda one: abs(one - anchor[0]))
        return [at, at + len(words)]
    found = [m.start() for m in _occurrences(words, text, 0, len(text))]
    if not found:
        raise Unfit(f"“{words}” is not in the text: copy it exactly")
    before = [one for one in found if one < anchor[0]]
    at = before[-1] if before else found[0]
    return [at, at + len(words)]


def _occurrences(words: str, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    edge_left = r"(?<!\w)" if words[:1].isalnum() else ""
    edge_right = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(edge_left + re.escape(words) + edge_right).finditer(text, start, end)


def mention(text: str, words: str, around: tuple[int, int], anchor: tuple[int, int]) -> list[list[int]]:
    """`[near]` or, for "he => Anton Velin", `[near, full]`, each a pair of offsets."""
    near, _, full = words.partition("=>")
    out = [place(text, near.strip(), around, anchor)]
    if full.strip():
        out.append(place(text, full.strip(), (0, len(text)), (0, 0)))
    return out


def pack_mark(text: str, mark: dict[str, Any]) -> dict[str, Any]:
    """One mark in words as offsets and fields. Raises Unfit, naming what to mend."""
    unknown = set(mark) - KEYS
    if unknown:
        raise Unfit(f"unknown keys {sorted(unknown)}")
    passage = mark["in"]
    if text.count(passage) != 1:
        raise Unfit(f"`in` occurs {text.count(passage)} times, it must occur once: “{passage}”")
    low = text.index(passage)
    around = (low, low + len(passage))
    anchors = [m.start() for m in _occurrences(mark["a"], text, *around)]
    if len(anchors) != 1:
        raise Unfit(f"the anchor “{mark['a']}” occurs {len(anchors)} times in “{passage}”: shorten or mend `in`")
    anchor = (anchors[0], anchors[0] + len(mark["a"]))
    out: dict[str, Any] = {"anchor": list(anchor), "type": _types(mark["t"])}
    if mark.get("pol") not in (None, "-"):
        raise Unfit("`pol` is - or absent")
    out["happened"] = mark.get("pol") != "-"
    out["stance"] = mark.get("st", "asserted").split("|")
    if not set(out["stance"]) <= STANCES:
        raise Unfit(f"unknown stance {mark['st']}")
    if mark.get("ph") not in (None, "starts", "goes_on", "ends"):
        raise Unfit(f"unknown phase {mark['ph']}")
    out["phase"] = mark.get("ph", "starts")
    if not set(mark.get("who", {})) <= ROLES:
        raise Unfit(f"unknown roles {sorted(set(mark['who']) - ROLES)}")
    who = {
        role: [mention(text, one, around, anchor) for one in _list(names)]
        for role, names in mark.get("who", {}).items()
    }
    if who:
        out["who"] = who
    if "n" in mark:
        if not COUNT.fullmatch(str(mark["n"])):
            raise Unfit(f"`n` not understood: {mark['n']}")
        out["n"] = str(mark["n"])
    if mark.get("when"):
        out["when"] = _list(mark["when"])
    if mark.get("where"):
        out["where"] = place(text, mark["where"], around, anchor)
    out["speakers"] = [
        [mention(text, one, around, anchor) for one in _list(level)] for level in mark.get("sp", []) if level
    ]
    if mark.get("val"):
        out["value"] = {key: _value(text, key, one, around, anchor) for key, one in mark["val"].items()}
    if mark.get("about"):
        if mark["about"] not in ABOUT:
            raise Unfit(f"unknown `about` {mark['about']}")
        out["about"] = mark["about"]
    if mark.get("opt"):
        out["optional"] = True
    return out


def _types(words: str) -> list[str]:
    types = words.split("|")
    for one in types:
        if one not in TYPES:
            raise Unfit(f"unknown type {one}")
    return types


def _list(one: Any) -> list[Any]:
    return list(one) if isinstance(one, list) else [one]


def _value(text: str, key: str, value: Any, around: tuple[int, int], anchor: tuple[int, int]) -> Any:
    if isinstance(value, str) and key not in FREE_VALUES:
        return {"at": place(text, value, around, anchor)}
    if isinstance(value, list):
        return [_value(text, key, one, around, anchor) for one in value]
    return value


def read_words(words: Path, texts: Path) -> Iterator[tuple[Path, dict[str, Any], list[dict[str, Any]], list[str]]]:
    """Every document's file, its text's row, its packed marks, and what is wrong with the rest."""
    for file in sorted(words.glob("*.jsonl")):
        row = json.loads((texts / f"texts-{file.stem}.json").read_text("utf-8"))
        marks, wrong = [], []
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                marks.append(pack_mark(row["text"], json.loads(line)))
            except (Unfit, KeyError, TypeError, json.JSONDecodeError) as error:
                wrong.append(f"{file.name}:{number}: {type(error).__name__}: {error}")
        yield file, row, marks, wrong


def main(words: list[str]) -> int:
    """The commands of the module's docstring; 1 where a mark must be mended."""
    command, folder, texts, *rest = words
    if command == "agree":
        from marks_score import agreement

        print("\n".join(agreement(Path(folder), Path(texts))))
        return 0
    bad, out, total = 0, [], 0
    for file, row, marks, wrong in read_words(Path(folder), Path(texts)):
        print(f"{file.name}: {len(marks)} marks, {sum('optional' in m for m in marks)} optional, {len(wrong)} to mend")
        for line in wrong:
            print("   " + line)
        bad, total = bad + len(wrong), total + len(marks)
        marks.sort(key=lambda one: one["anchor"])
        kept = {key: row[key] for key in ("corpus", "id", "part", "published") if key in row}
        out.append({**kept, "digest": digest_of(row["text"]), "marks": marks})
    print(f"{len(out)} documents, {total} marks, {bad} to mend")
    if command == "pack" and not bad:
        Path(rest[0]).write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in out), "utf-8")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
