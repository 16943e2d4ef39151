"""Attribution beside PolNeAR: who says what, source and content linked.

Row: {"id", "pub_date", "text", "attributions": [{"source": [[start, end], …], "cue": …, "content": …}]}; a source may be empty. Linked: the
sources share a character and the contents share at least half the characters of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from spans import PRF, Row, score_spans

from according.read import attributions

ROLES = ("source", "cue", "content")


def convert(folder: Path, split: str) -> Iterator[Row]:
    """One split of PolNeAR (brat standoff); of documents annotated twice the first annotation."""
    base = folder / "data" / split
    published = {}
    for line in (folder / "data" / "metadata.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        published[cells[1]] = cells[5]
    chosen: dict[str, Path] = {}
    for file in sorted((base / "attributions").iterdir()):
        chosen.setdefault(re.sub(r"_[0-9a-f]{4}\.ann$", "", file.name), file)
    for stem, file in chosen.items():
        text = base / "text" / f"{stem}.txt"
        if text.exists():
            content = text.read_bytes().decode("utf-8")
            yield {"id": stem, "pub_date": published.get(stem), "text": content, "attributions": _read_ann(file)}


def _read_ann(path: Path) -> list[Row]:
    spans: dict[str, list[list[int]]] = {}
    out = []
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) < 2:
            continue  # a quoted text with a line break spills over
        if cells[0].startswith("T") and " " in cells[1]:
            _, offsets = cells[1].split(" ", 1)
            spans[cells[0]] = [[int(number) for number in piece.split()] for piece in offsets.split(";")]
        elif cells[0].startswith("E"):
            made: Row = {role: [] for role in ROLES}
            for field in cells[1].split():
                role, name = field.split(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in made and name in spans:
                    made[role] += spans[name]
            for role in made:
                made[role].sort()
            if made["content"] or made["cue"]:
                out.append(made)
    return out


def read(row: Row) -> list[Row]:
    """What our reader finds in a row's text."""
    return [
        {
            "source": [[one.source.start, one.source.end]] if one.source else [],
            "cue": [[one.cue.start, one.cue.end]],
            "content": [[span.start, span.end] for span in one.content],
        }
        for one in attributions(row["text"], row.get("pub_date"), "en")
    ]


def _characters(pieces: list[list[int]]) -> set[int]:
    return {at for start, end in pieces for at in range(start, end)}


def _envelopes(rows: list[Row], role: str) -> list[Row]:
    ends = {(row[role][0][0], max(piece[1] for piece in row[role])) for row in rows if row.get(role)}
    return [{"start": start, "end": end} for start, end in sorted(ends)]


def score(rows: list[Row]) -> dict[str, PRF]:
    """Linked source and content; then each role's spans, relaxed."""
    found = {row["id"]: read(row) for row in rows}
    linked = PRF()
    for row in rows:
        wanted = [one for one in row["attributions"] if one["source"]]
        given = [(_characters(one["source"]), _characters(one["content"])) for one in found[row["id"]] if one["source"]]
        linked.add(_linked(wanted, given), len(given), len(wanted))
    out = {"linked": linked}
    for role in ROLES:
        gold = {row["id"]: _envelopes(row["attributions"], role) for row in rows}
        ours = {name: _envelopes(one, role) for name, one in found.items()}
        out[f"{role} relaxed"] = score_spans(gold, ours)[1]
    return out


def _linked(wanted: list[Row], given: list[tuple[set[int], set[int]]]) -> int:
    used: set[int] = set()
    for one in wanted:
        source, content = _characters(one["source"]), _characters(one["content"])
        for number, (ours, said) in enumerate(given):
            shared = len(content & said)
            if number not in used and source & ours and content and 2 * shared >= max(len(content), len(said)):
                used.add(number)
                break
    return len(used)
