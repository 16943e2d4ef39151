"""Marked sentences of one happening beside the events of a case file; marked answers beside its accounts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from cases import At, Case, places
from entities import name_of
from ledger import Ledger, pairwise

from according.domain.event import Account
from according.domain.statement import Kind, Statement


def overlaps(at: At, document: str, start: int | None, end: int | None) -> bool:
    """Whether a passage and a span of a document share a letter."""
    return at.document == document and start is not None and end is not None and at.start < end and start < at.end


def score_events(case: Case) -> Ledger:
    """Pairs of statements of one happening, over the statements whose anchor is marked."""
    out = Ledger()
    short = {document.id: name for name, document in case.documents.items()}
    event_of = {sid: event.id for event in case.case_file.events for sid in event.statements}
    gold: dict[str, str] = {}
    system: dict[str, str] = {}
    for row in case.marks.of("event"):
        for place in places(row["at"]):
            found = [one for one in case.statements if _tells(one, place, short)]
            out.counts["sentences of events"]["read" if found else "not read"] += 1
            for one in found:
                gold[one.id], system[one.id] = row["key"], event_of.get(one.id, one.id)
    neutral = frozenset(frozenset((row["a"], row["b"])) for row in case.marks.of("neutral"))
    out.pairs["events, pairs of statements read"] = pairwise(gold, system, neutral)
    _tell_events(case, out, gold, system, neutral)
    return out


def _tells(statement: Statement, place: At, short: dict[str, str]) -> bool:
    anchor = statement.anchor
    return statement.kind is Kind.EVENT and overlaps(place, short[statement.document], anchor.start, anchor.end)


def _tell_events(
    case: Case, out: Ledger, gold: dict[str, str], system: dict[str, str], neutral: frozenset[frozenset[str]]
) -> None:
    by_id = {one.id: one for one in case.statements}
    titles = {event.id: f"{event.type}, {event.where}, {event.when} ({event.id})" for event in case.case_file.events}
    holders: dict[str, Counter[str]] = defaultdict(Counter)
    counts = out.counts["events"]
    for sid, key in gold.items():
        holders[system[sid]][key] += 1
    spread: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster, keys in holders.items():
        for key, number in keys.items():
            spread[key][cluster] += number
    counts["marked and read"] = len(spread)
    counts["whole"] = sum(len(found) == 1 for found in spread.values())
    for key, found in sorted(spread.items()):
        if len(found) > 1:
            parts = ", ".join(f"{titles.get(one, 'no event')} ×{number}" for one, number in found.most_common(6))
            out.faults.append(f"event in {len(found)} parts: {_example(case, gold, key, by_id)}: {parts}")
    for cluster, keys in sorted(holders.items()):
        clash = [(a, b) for a in keys for b in keys if a < b and frozenset((a, b)) not in neutral]
        if clash:
            counts["events that mix happenings"] += 1
            told = "; ".join(_example(case, gold, key, by_id, within=(system, cluster)) for key in sorted(keys))
            out.faults.append(f"events joined wrongly: {titles.get(cluster, cluster)}: {told}")


def _example(
    case: Case,
    gold: dict[str, str],
    key: str,
    by_id: dict[str, Statement],
    within: tuple[dict[str, str], str] | None = None,
) -> str:
    sid = min(
        (sid for sid, one in gold.items() if one == key and (within is None or within[0][sid] == within[1])),
        key=lambda one: (by_id[one].document, by_id[one].anchor.start),
    )
    statement = by_id[sid]
    key_word = statement.quote.exact[:70] if len(statement.quote.exact) > 70 else statement.quote.exact
    short = {document.id: name for name, document in case.documents.items()}[statement.document]
    return f"[{key} {statement.type} {short}: {' '.join(key_word.split())}]"


def score_accounts(case: Case) -> Ledger:
    """Marked answers: found with their figure, with their speaker; and how marked pairs of answers stand to each other."""
    out = Ledger()
    counts = out.counts["answers"]
    for row in case.marks.of("question"):
        counts["marked"] += 1
        at = [account for account in _accounts_at(case, places(row["at"])) if account.aspect.value == row["aspect"]]
        if row["aspect"] in _FIGURES:
            with_value = [account for account in at if _figure(account) == row["value"].lstrip("~+").rstrip("?")]
        else:
            with_value = at
        counts["found"] += bool(with_value)
        told = case.text(places(row["at"])[0])
        if not with_value:
            seen = [(account.aspect.value, account.value.words) for account in _accounts_at(case, places(row["at"]))]
            out.faults.append(f"answer not found: {row['aspect']} {row['value']}: “{told}”: {seen}")
            continue
        right = any(_speaks(case, account, speaker) for account in with_value for speaker in row["speakers"])
        counts["with the right speaker"] += right
        if not right:
            out.faults.append(
                f"answer under a wrong speaker: “{told}”: {sorted({a.speaker for a in with_value})} for {row['speakers']}"
            )
    _score_relations(case, out)
    return out


_FIGURES = frozenset({"deaths", "injured", "arrested", "missing", "tried", "participants", "dismissed", "sentenced"})


def _figure(account: Account) -> str:
    low, high = account.value.min, account.value.max
    if low is not None and low == high:
        return str(low)
    return f"{'' if low is None else low}/{'..' if high is None else high}" if low is not None else f"../{high}"


def _accounts_at(case: Case, at: list[At]) -> list[Account]:
    short = {document.id: name for name, document in case.documents.items()}
    near = {
        one.id
        for one in case.statements
        for place in at
        if overlaps(place, short[one.document], one.anchor.start, one.anchor.end)
        or (one.count and overlaps(place, short[one.document], one.count.start, one.count.end))
    }
    return [account for event in case.case_file.events for account in event.accounts if near & set(account.statements)]


def _speaks(case: Case, account: Account, wanted: str) -> bool:
    if wanted == "report":
        return account.speaker_kind == "report"
    if re.fullmatch(r"p\d\d", wanted):
        wanted = name_of(case, wanted)
    return wanted.casefold() in account.speaker.casefold() or account.speaker.casefold() in wanted.casefold()


def _score_relations(case: Case, out: Ledger) -> None:
    counts = out.counts["relations of answers"]
    for row in case.marks.of("relation"):
        counts["marked"] += 1
        first, second = _accounts_at(case, places(row["a"])), _accounts_at(case, places(row["b"]))
        kinds = {
            relation.kind.value
            for account in first
            for relation in account.relations
            if any(other.id == relation.to and other.aspect is account.aspect for other in second)
        }
        same = {account.id for account in first} & {account.id for account in second}
        right = bool(kinds & set(row["kinds"])) or (bool(same) and "agrees" in row["kinds"])
        counts["right"] += right
        if not right:
            a, b = case.text(places(row["a"])[0]), case.text(places(row["b"])[0])
            out.faults.append(f"relation: “{a}” to “{b}” is {sorted(kinds) or 'none'}, not {row['kinds']}")
