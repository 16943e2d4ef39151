"""Rows of MUC-3/4 (`{"id", "text", "pub_date"}`, made by the converter of the benchmark) in, the incidents our statements tell of out.

    PYTHONPATH=src python bench/reading/muc_events.py gold.jsonl out.jsonl

Output: {"id", "events": [{"type", "date": [first, last], "place": [names, nearest first], "country", "perps": [names],
"targets": [{"start", "end", "text", "count": [min, max], "effect": DEATH | INJURY}]}]}.

What is ours is only what `according.read.statements` says. What is MUC's own is done here, and nothing else: which of our types is
which of its types, which statements it calls no incident (see `is_incident`), that several statements of one incident are one
template, that an incident
without a day was between two months before the report and the report, and one without a country in that the report names most.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from according.domain.document import Block, BlockKind, Dated, Document, Text, text_digest
from according.domain.statement import ActorKind, Participant, Phase, Polarity, Role, Stance, Statement, Where
from according.read import statements
from according.read.dateline import find_dateline
from according.read.gazetteer import country_name
from according.read.places import find_places, main_country
from according.read.truecase import truecase

TYPES = {
    "killing": "ATTACK", "assault": "ATTACK", "use_of_force": "ATTACK", "death": "ATTACK", "injury": "ATTACK", "bombing": "BOMBING",
    "abduction": "KIDNAPPING", "disappearance": "KIDNAPPING", "hijacking": "HIJACKING", "robbery": "ROBBERY", "arson": "ARSON",
}  # fmt: skip
EFFECTS = {"killing": "DEATH", "death": "DEATH", "injury": "INJURY"}
FOLLOWS = {"death", "injury"}  # told of an incident, never one of their own for MUC
SAID_SO = {
    Stance.ASSERTED,
    Stance.ADMITTED,
    Stance.ALLEGED,
    Stance.BELIEVED,
    Stance.THREATENED,
}  # MUC keeps threats too
WINDOW = dt.timedelta(days=60)
FIGHTERS = re.compile(
    r"\b(?:soldiers?|troops?|guerrillas?|rebels?|subversives?|terrorists?|extremists?|combatants?|insurgents?|army|battalions?|units?|patrols?"
    r"|contras?|members of the (?:army|armed forces)|armed forces|enemy|casualties|paramilitar(?:y|ies)|drug (?:traffickers?|lords?)|criminals?|assailants?)\b",
    re.IGNORECASE,
)
NUMBER_ALONE = re.compile(
    r"(?:\W|\d|others?|more|another|some|about|[a-z]+teen|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|ten)+"
)
ANYBODY = re.compile(
    r"(?:the |some |many |other |several |our |any |enough |innocent |unarmed |number of )*"
    r"(?:people|civilians?|(?:civilian )?population|groups?|persons|others|those|number|men|citizens|relatives|victims)",
    re.IGNORECASE,
)
STATE_FORCES = re.compile(
    r"\b(?:air force|army|troops|planes?|aircraft|helicopters?|brigade|battalion)\b", re.IGNORECASE
)
MILITARY_SITE = re.compile(
    r"\b(?:positions?|camps?|military|army|garrisons?|barracks|brigade|battalion|convoys?)\b", re.IGNORECASE
)
PRONOUN = re.compile(r"he|she|they|him|her|them|we|us|i|me|you|who|it|one", re.IGNORECASE)
CLASS_WORD = re.compile(
    r" (?:neighborhood|department|province|district|region|street|avenue|town|city|village|area)$", re.IGNORECASE
)
MANY = 100


@dataclass
class Incident:
    """What several statements tell of one happening."""

    type: str
    start: int
    date: tuple[str, str] | None = None
    places: list[Where] = field(default_factory=list)
    targets: list[dict[str, Any]] = field(default_factory=list)
    perps: list[str] = field(default_factory=list)
    weak: bool = True  # only told by words that follow from an incident
    plain: bool = True  # only told by words that do not say how: attack, death, wounds


def document_of(row: dict[str, Any]) -> Document:
    """The wire copy as a document: paragraphs at empty lines, line ends inside them as blanks, so that every place stays where it is."""
    content = re.sub(r"(?<!\n)\n(?![\n ]| *\n)", " ", row["text"])
    spans = [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", content)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, start, end) for start, end in spans)
    digest = text_digest(content)
    published = Dated(row["pub_date"], "first lines") if row.get("pub_date") else None
    return Document(
        id=row["id"],
        case="",
        key=row["id"],
        title="",
        text=Text(content, digest, blocks),
        published=published,
        language="en",
    )


def is_incident(one: Statement, published: str | None) -> bool:
    """MUC's rules of what is reported at all, as far as a statement can tell: it happened, not long ago, to somebody who does not fight."""
    if one.type not in TYPES or one.polarity is not Polarity.HAPPENED or one.stance not in SAID_SO:
        return False
    interval = days_of(one)
    if interval and published and interval[1] < (dt.date.fromisoformat(published) - WINDOW).isoformat():
        return False
    if interval and (dt.date.fromisoformat(interval[1]) - dt.date.fromisoformat(interval[0])) > WINDOW:
        return False
    patients = [part for part in one.participants if part.role is Role.PATIENT]
    if patients and all(FIGHTERS.search(part.name) for part in patients):
        return False
    return not is_vague(one, patients) and not is_war(one, patients)


def is_war(one: Statement, patients: list[Participant]) -> bool:
    """MUC's third rule: what forces do to forces is no incident."""
    things = [part for part in one.participants if part.role is Role.OTHER]
    if things and not patients and all(MILITARY_SITE.search(part.name) for part in things):
        return True
    agents = [part for part in one.participants if part.role is Role.AGENT]
    return bool(agents) and not patients and all(STATE_FORCES.search(part.name) for part in agents)


def is_nameless(one: Statement) -> bool:
    """Whether nobody but a number suffers: "310 wounded" beside killed soldiers are soldiers."""
    patients = [part for part in one.participants if part.role is Role.PATIENT]
    return all(NUMBER_ALONE.fullmatch(part.name) for part in patients)


def _named(where: Where | None) -> Where | None:
    """A place with a name; MUC's keys know no others ("the church")."""
    return None if where is None or where.name.islower() else where


def is_vague(one: Statement, patients: list[Participant]) -> bool:
    """MUC's second rule: a figure of a war, something that goes on, or somebody somewhere some time, is no incident."""
    if one.count is not None and (one.count.min or 0) >= MANY and one.type not in ("bombing", "abduction"):
        return True
    if one.phase is Phase.GOES_ON and one.type != "abduction":
        return True
    known = (one.when is not None) + (_named(one.where) is not None)
    if patients and all(ANYBODY.fullmatch(part.name) for part in patients):
        return known < 2
    if known:
        return False
    if not patients:
        bare = not one.participants and one.type != "bombing"
        return bare or one.rule.endswith(("bomb.active", "attack_noun.nominal"))
    return all(is_indefinite(part, one) for part in patients)


def is_indefinite(part: Participant, one: Statement) -> bool:
    """ "soldiers", "dozens of people", not "the priests", "two priests", "a priest" """
    if part.kind is ActorKind.PERSON or part.start is None:
        return False
    if part.count is not None:
        return part.count.vague
    before = one.quote.exact[max(0, part.start - one.quote.start - 4) :][:8].lower()
    definite = re.search(r"\bthe\b", before) or one.rule.endswith(".described")
    return part.name.endswith("s") and not definite


def days_of(one: Statement) -> tuple[str, str] | None:
    """First and last day of `when`, or None where it names none."""
    if one.when is None:
        return None
    found = re.findall(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", one.when.edtf)
    if not found:
        return None
    first, last = found[0], found[-1]
    low = f"{first[0]}-{first[1] or '01'}-{first[2] or '01'}"
    month = int(last[1] or "12")
    high = f"{last[0]}-{month:02}-{last[2] or calendar.monthrange(int(last[0]), month)[1]}"
    return low, high


def overlap(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def places_agree(a: list[Where], b: Where | None) -> bool:
    if b is None or not a:
        return True
    if any(one.name == b.name for one in a):
        return True
    return b.kind == "country" or any(one.kind == "country" and one.country == b.country for one in a)


def target_of(part: Participant, one: Statement, text: str) -> Iterator[dict[str, Any]]:
    """A participant as MUC's target; what describes a named one is a second target, without number and effect."""
    start, end = part.start, part.end
    if part.mention is not None:
        start, end = part.mention.start, part.mention.end
    if start is None or end is None:
        return
    if PRONOUN.fullmatch(text[start:end]):
        return
    made: dict[str, Any] = {"start": start, "end": end, "text": " ".join(text[start:end].split())}
    count = part.count or one.count
    if count is not None and count.min is not None:
        made["count"] = [count.min, count.max if count.max is not None else count.min]
    elif part.count is None and not re.search(r"(?:s|people|men|women|children)$", part.name):
        made["count"] = [1, 1]
    effect = EFFECTS.get(one.type)
    if effect and one.stance is not Stance.THREATENED:
        made["effect"] = effect
    yield made
    if part.description:
        # what MUC calls the description ends before the first preposition
        head = re.split(r" (?:in|at|from|on|who|for|and|to) |[,(]", part.description)[0]
        yield {"text": head}


def incidents(found: Iterable[Statement], row: dict[str, Any]) -> list[Incident]:
    """Statements of one type, day and place are one incident; a death or injury belongs to the incident told of around it."""
    out: list[Incident] = []
    statements_found = list(found)
    clashes = {
        one.quote.start
        for one in statements_found
        if one.type == "clash"
        or any(part.role is Role.PATIENT and FIGHTERS.search(part.name) for part in one.participants)
    }
    for one in statements_found:
        if not is_incident(one, row.get("pub_date")) or (one.quote.start in clashes and is_nameless(one)):
            continue
        kind, interval = TYPES[one.type], days_of(one)
        into = None
        for known in reversed(out):
            near = one.anchor.start - known.start < 300
            follows = one.type in FOLLOWS or one.type == "killing" or known.weak or "attack_noun" in one.rule
            fits = known.type == kind or (near and (follows or (known.plain and kind != "ATTACK")))
            if fits and overlap(known.date, interval) and places_agree(known.places, _named(one.where)):
                into = known
                break
        if into is None:
            into = Incident(kind, one.anchor.start)
            out.append(into)
        into.plain = into.plain and one.type in ("assault", "death", "injury", "killing")
        if into.weak and one.type not in FOLLOWS:
            into.type, into.weak = kind, False
        elif kind != "ATTACK" and into.type == "ATTACK":
            into.type = kind
        into.start = one.anchor.start
        if interval and (into.date is None or into.date[0] < interval[0]):
            into.date = interval
        where = _named(one.where)
        if where is not None:
            into.places.append(where)
        for part in one.participants:
            if part.role is Role.PATIENT and not FIGHTERS.search(part.name):
                into.targets.extend(target_of(part, one, row["text"]))
            elif part.role is Role.AGENT:
                into.perps.append(part.name)
    return out


def bare(name: str) -> str:
    """MUC prints no accents."""
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def event_of(one: Incident, published: str | None, filed_in: str | None) -> dict[str, Any]:
    date = list(one.date) if one.date else None
    if date is None and published:
        date = [(dt.date.fromisoformat(published) - WINDOW).isoformat(), published]
    codes = [where.country for where in one.places if where.country]
    code = codes[0] if codes else filed_in
    country = (country_name(code) if code else None) or None
    names = [
        where.name if where.words[:4].lower() in ("this", "the ") else CLASS_WORD.sub("", " ".join(where.words.split()))
        for where in one.places
        if where.kind != "country"
    ]
    names = [bare(name) for name in dict.fromkeys(names + ([country] if country else []))]
    return {
        "type": one.type,
        "date": date,
        "place": names,
        "country": country,
        "perps": list(dict.fromkeys(one.perps)),
        "targets": one.targets,
    }


def events_of(found: Iterable[Statement], row: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of one row."""
    text = truecase(document_of(row).text.content)
    dateline = find_dateline(text)
    filed_in = dateline.country if dateline else None
    filed_in = main_country(text, find_places(text, "en", filed_in=filed_in), "en", filed_in) or filed_in
    return [event_of(one, row.get("pub_date"), filed_in) for one in incidents(found, row)]


def read(row: dict[str, Any]) -> dict[str, Any]:
    """The incidents our statements tell of in one report."""
    return {"id": row["id"], "events": events_of(statements(document_of(row)), row)}


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    began = time.process_time()
    out = [read(row) for row in rows]
    spent = time.process_time() - began
    size = sum(len(row["text"].encode()) for row in rows)
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in out), encoding="utf-8")
    print(f"{len(rows)} rows, {size / 1e6 / max(spent, 1e-9):.3f} MB/s CPU", file=sys.stderr)


if __name__ == "__main__":
    main()
