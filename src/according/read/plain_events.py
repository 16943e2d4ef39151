"""One sentence of a language told by data alone in, drafts of what it says happened out: anchor, voice, who did it to whom, how many.

Cautious on purpose: a verb without the one it needs, a participle of which nobody says that it took place, an infinitive that no
word rules yield nothing, or what is only possible.
"""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.passage import Span
from according.domain.statement import ActorKind, Phase, Polarity, Role, Stance
from according.domain.types import get_type
from according.read.draft import Draft
from according.read.lexicon import EventForm
from according.read.plain_clause import PlainClause, Somebody, participant
from according.read.plain_tables import MOODS

_NEAR = 6  # tokens between a verb and whom it takes
_FAR = 16


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the anchor stands, and the first token of its verb group."""

    first: int
    anchor: int
    last: int


def find_drafts(clause: PlainClause) -> list[Draft]:
    """All drafts of one sentence, in the order of their anchors."""
    drafts: list[Draft] = []
    taken = -1
    for i, low in enumerate(clause.tokens.lows):
        if i <= taken:
            continue
        for form in clause.lexicon.events.get(low, ()):
            last = i + len(form.rest)
            if tuple(clause.tokens.lows[i + 1 : last + 1]) != form.rest or _vetoed(clause, i, last, form):
                continue
            draft = _read(clause, i, last, form)
            if draft is not None:
                drafts.append(draft)
                taken = last
                break
    return drafts


def _vetoed(clause: PlainClause, i: int, last: int, form: EventForm) -> bool:
    lows = clause.tokens.lows
    return bool(form.row.veto) and not form.row.veto.isdisjoint((*lows[max(0, i - 2) : i], *lows[last + 1 : last + 4]))


def _read(clause: PlainClause, i: int, last: int, form: EventForm) -> Draft | None:
    if form.kind == "noun":
        return _read_noun(clause, i, last, form)
    if form.kind == "adjective":
        return _read_adjective(clause, i, last, form)
    if form.tag == "n":
        return _read_participle(clause, i, last, form)
    if form.tag == "b":
        return _read_active(clause, _Told(i, i, last), form) if _ruled(clause, i) else None
    return _read_active(clause, _Told(i, i, last), form) if form.tag != "g" else None


def _ruled(clause: PlainClause, i: int) -> bool:
    """Whether something stands before an infinitive that says what becomes of it."""
    return any(clause.tokens.tags[k] in "VMPW" for k in range(max(0, i - 3), i))


def _read_participle(clause: PlainClause, i: int, last: int, form: EventForm) -> Draft | None:
    """After "be" passive, after "have" active; alone passive where the one it was done to stands right beside it."""
    tags = clause.tokens.tags
    for k in range(i - 1, max(-1, i - 5), -1):
        if tags[k] == "b":
            return _read_passive(clause, _Told(_group_start(clause, k), i, last), form)
        if tags[k] == "h":
            return _read_active(clause, _Told(_group_start(clause, k), i, last), form)
        if tags[k] not in "BN":
            break
    beside = [one for one in clause.people if one.last == i - 1 or (i == 0 and one.first == last + 1)]
    if not beside or not clause.is_free(beside[0]) or form.row.object != "patient":
        return None
    return _fill(clause, form, _Told(i, i, last), "participle", beside[0], None)


def _group_start(clause: PlainClause, k: int) -> int:
    while k > 0 and clause.tokens.tags[k - 1] in "bhMN":
        k -= 1
    return k


def _read_passive(clause: PlainClause, told: _Told, form: EventForm) -> Draft | None:
    if form.row.object is None:
        return None
    whom = _left(clause, told.first) or (_right(clause, told.last, ()) if clause.tables.subject_after else None)
    return _fill(clause, form, told, "passive", whom, _doer(clause, told.last)) if whom is not None else None


def _read_active(clause: PlainClause, told: _Told, form: EventForm) -> Draft | None:
    row = form.row
    subject = _left(clause, told.first)
    if row.object is None:
        subject = subject or (_right(clause, told.last, ()) if clause.tables.subject_after else None)
        return _fill(clause, form, told, "active", None, subject) if subject is not None else None
    whom = _right(clause, told.last, clause.tables.object_markers)
    return _fill(clause, form, told, "active", whom, subject) if whom is not None else None


def _read_adjective(clause: PlainClause, i: int, last: int, form: EventForm) -> Draft | None:
    """ "16 muertos": a count right before the word, or the word as the noun that is counted."""
    counted = next((one for one in clause.people if one.count is not None and one.last in (i - 1, i)), None)
    if counted is None or (form.row.object is None and form.row.subject != "patient"):
        return None
    told = _Told(counted.first, i, last)
    return _fill(
        clause, form, told, "counted", counted if form.row.object else None, None if form.row.object else counted
    )


def _read_noun(clause: PlainClause, i: int, last: int, form: EventForm) -> Draft | None:
    """ "la muerte de 16 personas", "el asesinato de Juan Pérez": nothing without the one behind "of"."""
    k = last + 1
    if k >= len(clause.tokens) or clause.tokens.lows[k] not in clause.tables.of:
        return None
    whom = next((one for one in clause.people if k < one.first <= k + 3), None)
    if whom is None or clause.tokens.tags[k + 1] in ",;":
        return None
    if any(clause.tokens.lows[m] in clause.tables.general for m in range(max(0, i - 3), i)):
        return None
    role_of_whom = form.row.of or form.row.object or form.row.subject
    doer = _doer(clause, whom.last) if form.row.by else None
    return _fill(clause, form, _Told(i, i, last), "nominal", whom, doer, whom_role=role_of_whom)


def _doer(clause: PlainClause, last: int) -> Somebody | None:
    """Who stands behind "by" within reach, before another verb or mark."""
    for k in range(last + 1, min(len(clause.tokens), last + _FAR)):
        if clause.tokens.lows[k] in clause.tables.by:
            return next((one for one in clause.people if one.first == k + 1), None)
        if clause.tokens.tags[k] in "V;SRb":
            return None
    return None


def _left(clause: PlainClause, first: int) -> Somebody | None:
    """The nearest free phrase to the left; behind a relative only the one right before it; none behind another verb."""
    tags, k = clause.tokens.tags, first - 1
    ending = {one.last: one for one in clause.people}
    while k >= 0 and first - k <= _FAR + 8:
        one = ending.get(k)
        if one is not None:
            if clause.is_free(one):
                return _named_before(clause, one, ending) or one
            k = one.first - 1
            continue
        if tags[k] == "R":
            before = ending.get(k - 1) or (ending.get(k - 2) if k > 1 and tags[k - 1] == "," else None)
            return before if before is not None and first - k <= 3 else None
        if tags[k] in "Vb;(S" or (tags[k] == "C" and first - k > 2):
            return None
        k -= 1
    return None


def _named_before(clause: PlainClause, one: Somebody, ending: dict[int, Somebody]) -> Somebody | None:
    """ "Ana Moreda, dirigente sindical, fue": the name set before a description of one person."""
    actor = one.actor
    if actor is None or actor.proper or actor.plural or clause.before(one) != ",":
        return None
    name = ending.get(one.first - 2)
    if name is None or name.actor is None or not name.actor.proper or name.actor.kind is not ActorKind.PERSON:
        return None
    return name


def _right(clause: PlainClause, last: int, markers: frozenset[str] | tuple[()]) -> Somebody | None:
    """The first phrase to the right that is free or led by a mark of the object, before another verb or a doer."""
    beginning = {one.first: one for one in clause.people}
    for k in range(last + 1, min(len(clause.tokens), last + 1 + _NEAR)):
        one = beginning.get(k)
        if one is not None:
            return one if clause.is_free(one) or clause.word_before(one) in markers else None
        if clause.tokens.tags[k] in "Vb;,(SRQ" or clause.tokens.lows[k] in clause.tables.by:
            return None
    return None


def _fill(
    clause: PlainClause, form: EventForm, told: _Told, voice: str, whom: Somebody | None, doer: Somebody | None,
    *, whom_role: str | None = None,
) -> Draft | None:  # fmt: skip
    row, tokens = form.row, clause.tokens
    anchor = Span(tokens.starts[told.anchor], tokens.ends[told.last])
    draft = Draft(
        type=row.type, anchor=anchor, rule=f"{clause.page.language}.{row.id}.{voice}", sentence=clause.sentence.index,
        clause=_span(clause, told), phase=Phase(row.phase) if row.phase else Phase.STARTS,
    )  # fmt: skip
    draft.note(
        "type", f"{clause.page.text[anchor.start : anchor.end]!r} as {voice} of {row.id!r}", anchor.start, anchor.end
    )
    if doer is not None:
        _add(
            clause,
            draft,
            doer,
            Role(row.by or row.subject or "agent") if voice != "active" else Role(row.subject or "agent"),
        )
    if whom is not None:
        _add(clause, draft, whom, Role(whom_role or row.object or "patient"))
    if row.by_authority and doer is not None and doer.actor is not None and _holds_power(clause, doer):
        draft.type = row.by_authority
        draft.note("type", "the agent holds power over the patient")
    if row.needs_agent and doer is None:
        return None
    _set_mood(clause, draft, form, told, voice)
    _set_place(clause, draft)
    counted = [one for one in draft.participants if one.role is get_type(draft.type).counts]
    if len(counted) == 1 and counted[0].count is not None:
        draft.count = counted[0].count
        draft.note("count", f"of {counted[0].name!r}", draft.count.start, draft.count.end)
    return draft


def _holds_power(clause: PlainClause, one: Somebody) -> bool:
    return any(clause.tables.kinds.get(clause.tokens.lows[k]) == "authorities" for k in range(one.first, one.last + 1))


def _add(clause: PlainClause, draft: Draft, one: Somebody, role: Role) -> None:
    draft.participants.append(participant(clause, one, role))
    draft.note(role.value, f"{draft.participants[-1].name!r}", one.start, one.end)


def _span(clause: PlainClause, told: _Told) -> Span:
    """The part of the sentence between strong marks."""
    tags = clause.tokens.tags
    first, last = told.first, told.last
    while first > 0 and tags[first - 1] not in ";":
        first -= 1
    while last + 1 < len(tags) and tags[last + 1] not in ";":
        last += 1
    return Span(clause.tokens.starts[first], clause.tokens.ends[last])


def _set_place(clause: PlainClause, draft: Draft) -> None:
    """The place nearest to the anchor that a word of place leads."""
    page = clause.page
    led = [
        place
        for place in page.places_in(draft.clause.start, draft.clause.end)
        if place.start is not None
        and clause.tables.place_lead.search(page.text[max(draft.clause.start, place.start - 48) : place.start])
    ]
    draft.where = min(led, key=lambda place: abs((place.start or 0) - draft.anchor.start), default=None)
    if draft.where is not None:
        draft.note("where", f"{draft.where.words!r}", draft.where.start, draft.where.end)


def _set_mood(clause: PlainClause, draft: Draft, form: EventForm, told: _Told, voice: str) -> None:
    """Negation is polarity; what rules, dates ahead or supposes the verb is stance."""
    tokens, tables = clause.tokens, clause.tables
    name, at = _ruling(clause, told)
    if any(tokens.tags[k] == "N" for k in range(max(0, told.first - 3), told.anchor) if tokens.tags[k] not in ",;"):
        draft.polarity = Polarity.DID_NOT_HAPPEN
        draft.note("polarity", "a negation stands before it", tokens.starts[told.first], tokens.ends[told.anchor])
    if name == "negated":
        draft.polarity = Polarity.DID_NOT_HAPPEN
    elif name is not None:
        draft.stance = Stance(name)  # of a cue "asserted": what the cue brings is for the speakers to say
    elif form.kind == "verb" and form.tag in _AHEAD and voice == "active":
        draft.stance = _AHEAD[form.tag]
    if name is not None and at is not None:
        draft.note("stance", f"because of {tokens.words[at]!r}", tokens.starts[at], tokens.ends[at])
    around = [*range(max(0, told.first - 3), told.anchor), *range(told.last + 1, min(len(tokens), told.last + 3))]
    for stance, words in tables.adverbs.items():
        if draft.stance is Stance.ASSERTED and stance != "near" and any(tokens.lows[k] in words for k in around):
            draft.stance = Stance(stance)
    for k in range(told.first, told.anchor):
        if tokens.tags[k] == "M" or tokens.lows[k] in tables.conditional:
            draft.stance = next(
                (Stance(n) for n, words in tables.modals.items() if tokens.lows[k] in words), Stance.POSSIBLE
            )
    for k in range(max(0, told.first - 12), told.first):
        if tokens.lows[k] in tables.conditional and not any(tokens.tags[m] in ";" for m in range(k, told.first)):
            draft.stance = Stance.POSSIBLE
            draft.note("stance", f"because of {tokens.words[k]!r}", tokens.starts[k], tokens.ends[k])
            break


_AHEAD = {"f": Stance.EXPECTED, "c": Stance.POSSIBLE, "j": Stance.POSSIBLE, "b": Stance.POSSIBLE}


def _ruling(clause: PlainClause, told: _Told) -> tuple[str | None, int | None]:
    """The word before that rules the anchor: in the same clause, or right before the word that opens it."""
    tokens, tables = clause.tokens, clause.tables
    k = told.first - 1
    while k >= 0 and told.first - k <= 9:
        name = next((one for one in MOODS if tokens.lows[k] in tables.moods[one]), None)
        if name is not None and (name != "negated" or told.first - k <= 4):
            return name, k
        if tokens.tags[k] in "RS":
            if k and tokens.lows[k - 1] in clause.lexicon.cues:
                return "asserted", None
            name = next((one for one in MOODS if k and tokens.lows[k - 1] in tables.moods[one]), None)
            return (name, k - 1) if name is not None and name != "negated" else (None, None)
        if tokens.tags[k] in ";CV" or (tokens.tags[k] == "," and told.first - k > 3):
            return None, None
        k -= 1
    return None, None
