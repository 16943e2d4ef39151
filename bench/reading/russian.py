"""Russian names and dates beside NEREL: spans of people and of dates.

Row: {"id", "text", "spans": [{"start", "end", "type"}]}; of nested gold spans of one type the outermost.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spans import PRF, Row, score_spans

from according.domain.statement import ActorKind
from according.read import plain_document
from according.read.dates import DateFound, iter_found
from according.read.mentions import find_mentions

TYPES = {"PERSON": "PER", "ORGANIZATION": "ORG", "COUNTRY": "LOC", "CITY": "LOC", "STATE_OR_PROVINCE": "LOC", "DISTRICT": "LOC", "LOCATION": "LOC"}  # fmt: skip
ALSO = ("DATE", "TIME", "NUMBER", "EVENT", "CRIME", "PENALTY", "PROFESSION", "MONEY", "AGE", "FACILITY", "LAW", "NATIONALITY")  # fmt: skip


def convert(folder: Path) -> Iterator[Row]:
    """One split of NEREL (brat standoff)."""
    for file in sorted(folder.glob("*.ann")):
        text = file.with_suffix(".txt").read_bytes().decode("utf-8")
        spans = []
        for line in file.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if not cells[0].startswith("T") or len(cells) < 3:
                continue
            kind, offsets = cells[1].split(" ", 1)
            if kind not in TYPES and kind not in ALSO:
                continue
            pieces = [[int(number) for number in piece.split()] for piece in offsets.split(";")]
            spans.append({"start": pieces[0][0], "end": pieces[-1][1], "type": TYPES.get(kind, kind)})
        kept = [span for span in spans if not any(_holds(other, span) for other in spans)]
        yield {"id": file.stem, "text": text, "spans": sorted(kept, key=lambda span: span["start"])}


def convert_facts(folder: Path) -> Iterator[Row]:
    """The texts of factRuEval's development set; no spans."""
    for file in sorted(folder.glob("*.txt")):
        yield {"id": file.stem, "text": file.read_bytes().decode("utf-8"), "spans": []}


def _holds(outer: Row, inner: Row) -> bool:
    return (
        outer["type"] == inner["type"]
        and outer["start"] <= inner["start"]
        and inner["end"] <= outer["end"]
        and outer["end"] - outer["start"] > inner["end"] - inner["start"]
    )


def read(row: Row) -> list[Row]:
    """What our reader finds in a row's text: names of people, dates."""
    people = find_mentions(plain_document(row["text"], language="ru")).actors
    out = [
        {"start": one.start, "end": one.end, "type": "PER"}
        for one in people
        if one.proper and one.kind is ActorKind.PERSON
    ]
    found = [one for one in iter_found(row["text"], "2015-06-01", "ru") if _is_of_days(one)]
    return out + [{"start": one.start, "end": one.end, "type": "DATE"} for one in found]


def _is_of_days(found: DateFound) -> bool:
    """NEREL's dates hold lengths of time and vague words of time too, but no hours: those are another type there."""
    return found.rule != "time" and found.granularity not in ("hour", "minute", "second")


def score(rows: list[Row]) -> dict[str, PRF]:
    """People's names strict and relaxed; dates relaxed."""
    found = {row["id"]: read(row) for row in rows}
    gold = {row["id"]: row["spans"] for row in rows}
    strict, relaxed = score_spans(gold, found, lambda span: bool(span["type"] == "PER"))
    return {
        "person strict": strict,
        "person relaxed": relaxed,
        "date relaxed": score_spans(gold, found, lambda span: bool(span["type"] == "DATE"))[1],
    }
