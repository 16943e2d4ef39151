"""Marked mentions of people and organisations beside the entities of a case file: what was read, what was joined rightly, wrongly, or not."""

from __future__ import annotations

from collections import Counter, defaultdict

from cases import At, Case, places
from ledger import Ledger, b_cubed, pairwise

from according.domain.entity import Entity
from according.domain.identity import mention_id
from according.domain.statement import Participant, Speaker
from according.language.transliterate import is_cyrillic

NEAR = 0.5  # share of letters two spans must have in common to be one mention, unless both end at one place


PLURAL = {"person": "people", "organisation": "organisations"}


def entities_of(case: Case, kind: str) -> dict[str, Entity]:
    """The entities of one kind by id."""
    return {one.id: one for one in (case.case_file.people if kind == "person" else case.case_file.organisations)}


def read_mentions(case: Case, kind: str) -> dict[At, str]:
    """Where the program names one of the kind: passage -> entity id; both where it is named and where its full name is said to stand."""
    entity_of, wanted = dict(case.case_file.entity_of), entities_of(case, kind)
    short = {document.id: name for name, document in case.documents.items()}
    found: dict[At, str] = {}
    for statement in case.statements:
        actors: tuple[Participant | Speaker, ...] = (*statement.participants, *statement.speakers)
        for actor in actors:
            spans = [(actor.start, actor.end)] if actor.start is not None and actor.end is not None else []
            spans += [(actor.mention.start, actor.mention.end)] if actor.mention else []
            spans = [(start, end) for start, end in spans if start < end]
            if not spans:
                continue
            entity = entity_of.get(mention_id(statement.document, statement.quote.digest, *spans[-1]))
            if entity in wanted:
                found |= {At(short[statement.document], start, end): str(entity) for start, end in spans}
    return found


def match_mentions(case: Case, kind: str) -> dict[At, str]:
    """Marked mentions that were read: passage -> entity id of the nearest mention read there."""
    marked = [At(*place) for row in case.marks.of(kind) for place in places(row["at"])]
    best: dict[At, tuple[float, At, str]] = {}
    for span, entity in sorted(read_mentions(case, kind).items()):
        near = max(marked, key=lambda gold: (_closeness(gold, span), gold), default=None)
        if near is None or _closeness(near, span) < NEAR:
            continue
        offered = (_closeness(near, span), span, entity)
        if near not in best or offered > best[near]:
            best[near] = offered
    return {gold: entity for gold, (_, _, entity) in best.items()}


def _closeness(gold: At, span: At) -> float:
    if gold.document != span.document:
        return 0.0
    common = min(gold.end, span.end) - max(gold.start, span.start)
    if common <= 0:
        return 0.0
    share = common / (max(gold.end, span.end) - min(gold.start, span.start))
    return max(share, NEAR) if gold.end == span.end else share


def parts_of(case: Case, kind: str) -> dict[str, Counter[str]]:
    """Marked person or organisation -> the entities its read mentions went to, with how many."""
    matched = match_mentions(case, kind)
    out: dict[str, Counter[str]] = {}
    for row in case.marks.of(kind):
        out[row["key"]] = Counter(matched[place] for place in places(row["at"]) if place in matched)
    return out


def name_of(case: Case, key: str) -> str:
    """A name as one would ask for it: the fullest spelling; then, as Russian names bend, the shortest, else the commonest."""
    row = next(row for kind in PLURAL for row in case.marks.of(kind) if row["key"] == key)
    spelled = Counter(case.text(place) for place in places(row["at"]))
    parts = max(len(one.split()) for one in spelled)
    full = [one for one in spelled if len(one.split()) == parts]
    main_script = Counter(is_cyrillic(one) for one in spelled.elements()).most_common(1)[0][0]
    full = [one for one in full if is_cyrillic(one) == main_script] or full
    return min(full, key=lambda one: (len(one), -spelled[one]) if main_script else (-spelled[one], 0))


def score_people(case: Case) -> Ledger:
    """Precision and recall of joining over the mentions of people that were read; what was not read is told apart."""
    return _score(case, "person")


def score_organisations(case: Case) -> Ledger:
    """The same for organisations."""
    return _score(case, "organisation")


def _score(case: Case, kind: str) -> Ledger:
    out = Ledger()
    matched, many = match_mentions(case, kind), PLURAL[kind]
    gold: dict[str, str] = {}
    system: dict[str, str] = {}
    for row in case.marks.of(kind):
        for place in places(row["at"]):
            out.counts[f"mentions of {many}"]["read" if place in matched else f"not read as {kind}"] += 1
            if place in matched:
                gold[str(place)], system[str(place)] = row["key"], matched[place]
    out.pairs[f"{many}, pairs of mentions read"] = pairwise(gold, system)
    out.pairs[f"{many}, B³ over mentions read"] = b_cubed(gold, system)
    _tell_joins(case, kind, out)
    return out


def _tell_joins(case: Case, kind: str, out: Ledger) -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    entities, counts = entities_of(case, kind), out.counts[PLURAL[kind]]
    for key, found in parts_of(case, kind).items():
        counts["marked"] += 1
        counts["never read"] += not found
        counts["whole"] += len(found) == 1
        for entity in found:
            holders[entity].add(key)
        if len(found) > 1:
            counts["split"] += 1
            proposed = _proposed(case, entities, set(found))
            counts["split, all parts proposed as the same"] += proposed
            parts = ", ".join(f"{entities[one].name} ×{number} ({one})" for one, number in found.most_common())
            out.faults.append(f"{kind} split{', proposed' if proposed else ''}: {name_of(case, key)}: {parts}")
    for entity, keys in sorted(holders.items()):
        if len(keys) > 1:
            counts["entities that hold several"] += 1
            names = "; ".join(sorted(name_of(case, key) for key in keys))
            out.faults.append(f"{PLURAL[kind]} joined wrongly: {entities[entity].name} ({entity}) holds: {names}")


def _proposed(case: Case, entities: dict[str, Entity], parts: set[str]) -> bool:
    """Whether proposals tie all the parts to one another."""
    entity_of = dict(case.case_file.entity_of)
    reached, waiting = set(), [min(parts)]
    while waiting:
        one = waiting.pop()
        if one in reached or one not in entities:
            continue
        reached.add(one)
        for reason in entities[one].maybe_same:
            waiting += [entity_of.get(mention, mention) for mention in (reason.a, reason.b)]
    return parts <= reached
