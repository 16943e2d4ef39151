"""Counts beside MUC: is the number of each human target with a known exact number found before or in its noun phrase?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spans import PRF, Row

from according.read.counts import find_counts


def cases(rows: list[Row]) -> Iterator[tuple[int, list[str]]]:
    """The number of a target and the words that may hold it: 40 characters before each mention and the mention, of one sentence."""
    for row in rows:
        for target in (target for event in row["events"] for target in event["targets"]):
            low, high = target["count"] or (None, None)
            if low and low == high and low >= 2 and target["spans"] and not target["optional"]:
                windows = [
                    re.split(r"[.;:]\s", row["text"][max(0, start - 40) : end])[-1] for start, end in target["spans"]
                ]
                yield low, [window.replace("\n", " ").lower() for window in windows]


def figures(window: str) -> set[int]:
    """The figures our reader finds as printed: "more than 200" is 200, though it means at least 201."""
    out = set()
    for count in find_counts(window, "en"):
        out |= {bound for bound in (count.min, count.max) if bound is not None}
        if count.qualifier == "more_than" and count.min is not None:
            out.add(count.min - 1)
        if count.qualifier == "fewer_than" and count.max is not None:
            out.add(count.max + 1)
    return out


def score(rows: list[Row]) -> PRF:
    """Recall of right numbers; precision is of the windows in which some number was found."""
    out = PRF()
    for number, windows in cases(rows):
        read = [figures(window) for window in windows]
        out.add(int(any(number in one for one in read)), sum(bool(one) for one in read), 1)
    return out
