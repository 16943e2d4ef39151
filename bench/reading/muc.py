"""Incidents beside MUC-3/4 keys: sets of each document, without aligning templates; what is optional is never a miss.

Rows of gold come from `muc_keys.py`; rows of ours from `muc_events.py`: {"id", "events": [{"type"?, "date": [first, last]?, "country"?,
"place": [names]?, "perps": [strings]?, "targets": [{"text" or "start", "end", "count": [low, high]?, "effect"?}]}]}.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from spans import PRF, Row

TYPES = ("ATTACK", "BOMBING", "KIDNAPPING", "ROBBERY", "ARSON", "HIJACKING", "FORCED WORK STOPPAGE")
ROWS = (
    "incident type", "date overlaps", "place (any level)", "victim", "casualty (effect, number)",
    "relevant document", "date equal", "country", "victim and effect", "perpetrator",
)  # fmt: skip
Equal = Callable[[Any, Any], bool]


def score(gold: list[Row], ours: list[Row]) -> dict[str, PRF]:
    """One score a row of the table."""
    given = {row["id"]: row["events"] for row in ours}
    out = {name: PRF() for name in ROWS}
    for row in gold:
        _score_document(out, row["events"], given.get(row["id"], []))
    return out


def _score_document(out: dict[str, PRF], keys: list[Row], events: list[Row]) -> None:
    required, optional = [e for e in keys if not e["optional"]], [e for e in keys if e["optional"]]
    if required or not optional:
        out["relevant document"].add(int(bool(required and events)), int(bool(events)), int(bool(required)))
    types = _unique([event["type"] for event in events if event.get("type") in TYPES])
    _sets(
        out["incident type"],
        _unique([e["type"] for e in required]),
        [e["type"] for e in optional],
        types,
        lambda g, s: s in g,
    )
    _dates(out, required, optional, _unique([event["date"] for event in events if event.get("date")]))
    _places(out, required, optional, events)
    _targets(out, required, optional, [target for event in events for target in event.get("targets", [])])
    perps = _unique([name for event in events for name in event.get("perps", [])])
    _sets(
        out["perpetrator"], _unique([p for e in required for p in e["perps"]]), [p for e in optional for p in e["perps"]],
        perps, lambda g, s: _head(s) in [_head(one) for one in g],
    )  # fmt: skip


def _sets(into: PRF, gold: list[Any], optional: list[Any], ours: list[Any], equal: Equal) -> None:
    """Each of ours may fit one of gold; one that fits what is optional, or what another has fitted, is not counted."""
    used: set[int] = set()
    right = counted = 0
    for one in ours:
        fit = next((number for number, key in enumerate(gold) if number not in used and equal(key, one)), None)
        if fit is not None:
            used.add(fit)
            right += 1
            counted += 1
        elif not any(equal(key, one) for key in (*optional, *gold)):
            counted += 1
    into.add(right, counted, len(gold))


def _unique(rows: list[Any]) -> list[Any]:
    return [row for number, row in enumerate(rows) if row not in rows[:number]]


def _dates(out: dict[str, PRF], required: list[Row], optional: list[Row], ours: list[Any]) -> None:
    wanted = _unique([event["date"] for event in required if event["date"]])
    also = [event["date"] for event in optional if event["date"]]
    for name, exact in (("date equal", True), ("date overlaps", False)):
        _sets(out[name], wanted, also, ours, lambda g, s, exact=exact: any(_meets(one, s, exact) for one in g))


def _meets(key: list[str | None], ours: list[str], exact: bool) -> bool:
    low, high = key[0] or "0000", key[1] or "9999"
    return [low, high] == ours if exact else low <= ours[1] and ours[0] <= high


def _places(out: dict[str, PRF], required: list[Row], optional: list[Row], events: list[Row]) -> None:
    countries = _unique([_low(event["country"]) for event in events if event.get("country")])
    _sets(
        out["country"], _unique([_low(e["place"][0][0]) for e in required if e["place"]]),
        [_low(path[0]) for e in optional for path in e["place"]], countries, lambda g, s: g == s,
    )  # fmt: skip
    wanted = _unique([sorted({_low(part) for path in e["place"] for part in path}) for e in required if e["place"]])
    also = [[_low(part) for path in e["place"] for part in path] for e in optional]
    named = _unique([_low(name) for event in events for name in event.get("place", [])])
    _sets(out["place (any level)"], wanted, also, named, lambda g, s: s in g)


def _targets(out: dict[str, PRF], required: list[Row], optional: list[Row], ours: list[Row]) -> None:
    wanted = _unique([t for e in required for t in e["targets"] if not t["optional"]])
    also = [t for e in optional for t in e["targets"]]
    also += [t for e in required for t in e["targets"] if t["optional"]]
    _sets(out["victim"], wanted, also, ours, _same)
    hurt = [target for target in wanted if set(target["effect"]) & {"DEATH", "INJURY"}]
    _sets(
        out["victim and effect"], hurt, also + wanted, [target for target in ours if target.get("effect")],
        lambda g, s: _same(g, s) and s["effect"] in g["effect"],
    )  # fmt: skip
    ours_counted = [
        (target["effect"], target["count"][0])
        for target in ours
        if target.get("effect") in ("DEATH", "INJURY") and target.get("count")
    ]
    _sets(
        out["casualty (effect, number)"], _unique(_casualties(wanted)), _casualties(also), _unique(ours_counted),
        lambda g, s: g[0] == s[0] and g[1][0] <= s[1] <= g[1][1],
    )  # fmt: skip


def _casualties(targets: list[Row]) -> list[tuple[str, list[int]]]:
    return [
        (effect, target["count"])
        for target in targets
        for effect in target["effect"]
        if effect in ("DEATH", "INJURY") and target["count"] and target["count"][0] and target["count"][1]
    ]


def _same(key: Row, ours: Row) -> bool:
    heads = [_head(one) for one in key["strings"]]
    if "start" in ours:
        touched = any(start < ours["end"] and ours["start"] < end for start, end in key["spans"])
        return touched or _head(ours.get("text", "")) in heads
    return _head(ours["text"]) in heads


def _head(words: str) -> list[str]:
    return re.sub(r"[^\w ]", "", words.lower()).split()[-1:] or [""]


def _low(words: str) -> str:
    return re.sub(r"\W+", " ", words.lower()).strip()
