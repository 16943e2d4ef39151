"""What people said of somebody's custody on a day: recorded like any decision, laid beside what the sources tell, changing none of it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from according.archive import facts
from according.domain.codec import canonical
from according.domain.decision import Decision, StatusWord, Verdict
from according.domain.event import Custody
from according.errors import BadInput, NotFound
from according.flow.correcting import field_pairs
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.flow.following import follow_members
from according.flow.footing import find_footings
from according.flow.recording import member_of, new_decision
from according.flow.settle import in_force
from according.language.edtf import bounds

_FIELDS = ("status", "on", "facility")


def say_custody(folder: CaseFolder, subject: str, changes: Sequence[str], why: str | None) -> Decision:
    """A decision that stands on a mention of the person. `changes` are status=…, on=DAY or DAY/DAY, facility=…"""
    held = Holdings(folder)
    case_file = held.case_file
    member, person = member_of(case_file, subject)
    if person not in {one.id for one in case_file.people}:
        raise NotFound(f"{subject} is no person; 'according export FOLDER people' lists everybody.")
    told = dict(field_pairs(changes))
    if unknown := [field for field in told if field not in _FIELDS]:
        raise BadInput(f"A person's custody has no field '{unknown[0]}'; it has {', '.join(_FIELDS)}.")
    if told.get("status") not in list(Custody):
        raise BadInput(f"Say what custody it was: status={'|'.join(Custody)}.")
    _require_days(told.get("on", ""))
    with folder.writing():
        facts.add_allocated(folder.store, folder.case, [(member, person)])
    overrides = tuple(sorted((field, canonical(value)) for field, value in told.items() if value))
    footings = find_footings(held, member)
    return new_decision(folder, Verdict.STATUS, member, overrides=overrides, footings=footings, why=why)


def _require_days(on: str) -> None:
    try:
        first, last = bounds(on)
    except ValueError:
        first = last = None
    if first is None or last is None:
        raise BadInput(f"'{on}' is no day; write on=2012-07-01, or on=2012-07-01/2012-09-30 for a stretch of days.")


def status_words(held: Holdings, day: str | None = None, known_on: str | None = None) -> list[StatusWord]:
    """What people said of custody and not taken back, by person and day; of one day only, and by what was said until `known_on`.

    A newer word of one person on the same somebody and the same days takes the place of the older.
    """
    case_file = held.case_file
    people = {mention: one for one in case_file.people for mention in one.mentions}
    found: dict[tuple[str, str, str], StatusWord] = {}
    decisions = [one for one in in_force(held.decisions) if one.verdict is Verdict.STATUS]
    homes = sorted({footing.passage.document for one in decisions for footing in one.footings})
    for decision in follow_members(decisions, held.documents_of(homes)):
        person = people.get(decision.subject)
        if person is None:
            continue
        told = {field: json.loads(value) for field, value in decision.overrides}
        word = StatusWord(
            decision.id, person.id, person.name, told["status"], told["on"], told.get("facility"),
            decision.who, decision.when, decision.why,
        )  # fmt: skip
        if known_on is None or word.when[:10] <= known_on:
            found[person.id, word.on, word.who] = word
    words = [word for word in found.values() if day is None or _covers(word.on, day)]
    return sorted(words, key=lambda word: (word.name, word.person, word.on, word.when, word.decision))


def _covers(on: str, day: str) -> bool:
    first, last = bounds(on)
    return first is not None and last is not None and first.isoformat()[:10] <= day <= last.isoformat()[:10]
