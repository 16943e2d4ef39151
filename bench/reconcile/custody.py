"""Marked custody on marked days, who was held on a day, and marked court cases, beside what the program says."""

from __future__ import annotations

import re

from cases import Case
from entities import name_of, parts_of
from ledger import Ledger

from according.domain.entity import Entity
from according.domain.event import Custody, Status
from according.errors import NotFound
from according.flow.asking import find_people
from according.reconcile import prisoners_on, status_on

DETAINED = frozenset({"detained", "administrative_detention", "house_arrest", "imprisoned"})


def score_custody(case: Case) -> Ledger:
    """Asked by name, as a person would: right, wrong, claims too much, says less than is told."""
    out = Ledger()
    counts = out.counts["custody on a day"]
    for row in case.marks.of("custody"):
        counts["asked"] += 1
        name = name_of(case, row["person"])
        known = f" as known on {row['known_on']}" if "known_on" in row else ""
        found = _ask(case, row["person"], name)
        if not found:
            verdict = "right" if "unknown" in row["allowed"] else "nobody of that name"
            said, told = "nobody of that name", ""
        else:
            asked = [
                status_on(
                    case.case_file, list(case.documents.values()), case.judged, one.id, row["on"], row.get("known_on")
                )
                for one in found
            ]
            verdict, told = _judge(asked, row["allowed"])
            said = " | ".join(_said(status) for status in asked)
        counts[verdict] += 1
        counts["several people fit the name"] += len(found) > 1
        if verdict != "right":
            out.faults.append(
                f"custody {verdict}: {name} on {row['on']}{known}: {said}, told is {'/'.join(row['allowed'])} {told}"
            )
    _score_held(case, out)
    return out


def _ask(case: Case, key: str, name: str) -> list[Entity]:
    try:
        return find_people(case.case_file.people, dict(case.case_file.redirects), name)
    except NotFound:
        split = parts_of(case, "person")[key]
        return [person for person in case.case_file.people if person.id in split][:1]


def _judge(asked: list[Status], allowed: list[str]) -> tuple[str, str]:
    """The worst of several answers: one who claims too much is not made good by a namesake who does not."""
    verdicts = []
    for status in asked:
        said = {line.status.value for line in (status.line, *status.lines)}
        if said & set(allowed) and (len(said) > 1 or status.line.status.value in allowed):
            verdicts.append("right")
        elif status.line.status is Custody.UNKNOWN:
            verdicts.append("says less than is told")
        elif set(allowed) <= {"unknown", "free"} or (said & DETAINED and not set(allowed) & DETAINED):
            verdicts.append("claims too much")
        else:
            verdicts.append("wrong")
    if "right" in verdicts and not {"claims too much", "wrong"} & set(verdicts):
        return "right", ""
    worst = next(one for one in ("claims too much", "wrong", "says less than is told", "right") if one in verdicts)
    return worst, f"({len(asked)} people)" if len(asked) > 1 else ""


def _said(status: Status) -> str:
    line = status.line
    more = f" +{len(status.lines) - 1} lines" if len(status.lines) > 1 else ""
    return f"{line.status.value}{' stale' if line.stale else ''} since {line.since}, cited {line.last_cited}{more}"


def _score_held(case: Case, out: Ledger) -> None:
    counts = out.counts["held on a day (lists)"]
    entities = parts_of(case, "person")
    for row in case.marks.of("held"):
        held = prisoners_on(case.case_file, list(case.documents.values()), case.judged, row["on"])
        listed = {status.person for status in held}
        of = {entity: key for key, found in entities.items() for entity in found}
        for key in row["sure"]:
            there = bool(listed & set(entities[key]))
            counts["named rightly" if there else "left out"] += 1
            if not there:
                out.faults.append(f"held on {row['on']}: {name_of(case, key)} is left out")
        for status in held:
            key = of.get(status.person)
            if key in row["sure"] or key in row["fair"]:
                continue
            counts["not held, as marked" if key else "others, not marked"] += 1
            out.faults.append(
                f"held on {row['on']}, {'wrongly' if key else 'not marked'}: {status.name} ({_said(status)})"
            )


def score_proceedings(case: Case) -> Ledger:
    """Marked court cases: found with all their defendants and nobody else's, with offence and outcome."""
    out = Ledger()
    counts = out.counts["court cases"]
    entities = parts_of(case, "person")
    of = {entity: key for key, found in entities.items() for entity in found}
    for row in case.marks.of("proceeding"):
        counts["marked"] += 1
        wanted = set(row["defendants"])
        found = [
            one
            for one in case.case_file.proceedings
            if wanted & {of.get(defendant.person or "", "") for defendant in one.defendants}
        ]
        names = ", ".join(name_of(case, key) for key in row["defendants"])
        if not found:
            out.faults.append(f"court case not found: {names}: {row['offence']}")
            continue
        counts["found"] += 1
        counts["found in several"] += len(found) > 1
        together = {of[d.person] for one in found for d in one.defendants if d.person in of}
        marked_elsewhere = {key for other in case.marks.of("proceeding") for key in other["defendants"]} - wanted
        counts["with all defendants"] += wanted <= together
        wrong = together & marked_elsewhere
        counts["mixed with another case"] += bool(wrong)
        mine = [d for one in found for d in one.defendants if of.get(d.person or "") in wanted]
        said = " ".join([*(d.charge or "" for d in mine), *(offence for one in found for offence in one.offences)])
        outcomes = " ".join(d.outcome or "" for d in mine)
        counts["with the offence"] += bool(row["offence"] == "-" or re.search(row["offence"], said, re.IGNORECASE))
        if row["outcome"]:
            counts["outcome marked"] += 1
            counts["outcome right"] += bool(re.search(row["outcome"], outcomes, re.IGNORECASE))
        elif outcomes.strip():
            counts["outcome claimed, none is told"] += 1
        out.faults.append(
            f"court case: {names}: {len(found)} found, offences “{said[:120]}”, outcomes “{outcomes}”{' MIXED' if wrong else ''}"
        )
    counts["all in the case file"] = len(case.case_file.proceedings)
    return out
