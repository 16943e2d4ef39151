"""Events and statements in; disputes of order and weekday out: a thing dated before what it follows, a day that is no such weekday."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue
from according.domain.statement import ActorKind, Participant, Statement
from according.domain.types import all_types
from according.reconcile.days import Days, days_of
from according.reconcile.events import Happening
from according.reconcile.evidence import Evidence
from according.reconcile.pieces import Piece
from according.reconcile.sides import event_facts, make_dispute
from according.reconcile.standing import UNSURE
from according.reconcile.vocabulary import names_nobody
from according.reconcile.voices import Voices

_LOOK_BACK = 600  # code points back to what "despite the massacre" refers to
_AFTER_DEATH = frozenset({"arrest", "hunger_strike"})  # what nobody dead does or suffers
_DEATHS = frozenset({"death", "killing", "death_in_custody"})
_ONCE = frozenset({"arrest", "hunger_strike", "sentence", "conviction", "acquittal", "appeal_filed", "appeal_rejected", "appeal_granted", "trial",
                   "death", "killing", "death_in_custody"})  # fmt: skip
_ONE_LIFE = 3653  # days
_NEAR_IN_TIME = 62  # days: what is told to go on after a thing is told of the weeks around it
_HAPPENS = ("violence", "protest")


def find_chain_disputes(person: str, happenings: Sequence[Happening]) -> Iterator[Dispute]:
    """What happened to one person, told in an order in which it cannot have happened. `happenings`: of this person, by id."""
    chain = [one for one in happenings if one.event.type in _ONCE and one.event.when and person in one.event.people]
    for later in chain:
        for earlier in chain:
            if _is_death_of(later, earlier, person) or _follows_once(later, earlier, chain):
                dispute = _order_dispute(later, earlier, person)
                if dispute is not None:
                    yield dispute


def _is_death_of(later: Happening, earlier: Happening, person: str) -> bool:
    """Death comes after every arrest of the same person, whatever happened in between."""
    if later.event.type not in _DEATHS or earlier.event.type not in _AFTER_DEATH:
        return False
    return later.event.people == (person,) and earlier.event.people == (person,)


def _follows_once(later: Happening, earlier: Happening, chain: list[Happening]) -> bool:
    if not _must_follow(later, earlier) or not _is_only(later, chain) or not _is_only(earlier, chain):
        return False
    return not any(_must_follow(later, other) and _is_before(other, later) for other in chain)


def _is_before(one: Happening, other: Happening) -> bool:
    """An appeal that follows some judgment follows what it must, whatever is told of a later one."""
    first, second = days_of(one.event.when or ""), days_of(other.event.when or "")
    return first is not None and second is not None and first.end <= second.end


def _must_follow(later: Happening, earlier: Happening) -> bool:
    info = all_types().get(later.event.type)
    return info is not None and earlier.event.type in info.after and earlier.event.type != "trial"


def _is_only(happening: Happening, chain: list[Happening]) -> bool:
    """Of two sentences of one person nobody can say which one the appeal was against."""
    return sum(1 for other in chain if other.event.type == happening.event.type) == 1


def _order_dispute(later: Happening, earlier: Happening, person: str) -> Dispute | None:
    first, second = _told_days(later), _told_days(earlier)
    if first is None or second is None or first.end >= second.start:
        return None
    if second.start - first.end > _ONE_LIFE:
        return None  # rather two people of one name
    values = [_dated_side(happening) for happening in (later, earlier)]
    facts = [
        *event_facts(later.event), ("follows_type", earlier.event.type),
        ("follows_when", earlier.event.when or ""), ("person", person),
    ]  # fmt: skip
    possible = not (_is_named_in(later) and _is_named_in(earlier))
    return make_dispute(
        DisputeKind.ORDER, later.event.id, "event", Aspect.DATE, values, facts, earlier.event.id, possible
    )


def _is_named_in(happening: Happening) -> bool:
    """Whether the person is named there rather than only meant by "him"."""
    return any(
        item.kind is ActorKind.PERSON and not names_nobody(_written(piece.statement, item))
        for piece in happening.pieces for item in piece.statement.participants
    )  # fmt: skip


def _written(statement: Statement, item: Participant) -> str:
    """How the text names who takes part; the whole name where that is not in the quote."""
    start = (item.start if item.start is not None else -1) - statement.quote.start
    end = (item.end if item.end is not None else -1) - statement.quote.start
    return statement.quote.exact[start:end] if 0 <= start < end else item.name


def _told_days(happening: Happening) -> Days | None:
    days = days_of(happening.event.when or "")
    return days if days is not None and any(piece.is_exact for piece in happening.pieces) else None


def _dated_side(happening: Happening) -> DisputeValue:
    dated = [item for item in happening.told if item.account.aspect is Aspect.DATE]
    sids = tuple(sorted({sid for item in dated for sid in item.account.statements})) or happening.event.statements
    speaker = dated[0].account.speaker if dated else ""
    when = happening.event.when or ""
    return DisputeValue(f"{happening.event.type}: {when}", speaker, sids, edtf=when or None)


def find_cause_disputes(
    evidence: Evidence, document: str, happenings: Sequence[Happening], voices: Voices
) -> Iterator[Dispute]:
    """What a document says went on after a thing, and dates before it. `happenings`: those it tells of."""
    owner = {piece.statement.id: happening for happening in happenings for piece in happening.pieces}
    pieces = [one for happening in happenings for one in happening.pieces if one.statement.document == document]
    pieces.sort(key=lambda piece: (piece.statement.anchor.start, piece.statement.id))
    for place, piece in enumerate(pieces):
        if not may_go_on(evidence, document, piece):
            continue
        cause = _dated_before(pieces[:place], piece)
        if cause is None or owner[cause.statement.id] is owner[piece.statement.id]:
            continue
        yield _before_dispute(owner[piece.statement.id], owner[cause.statement.id], piece, cause, voices)


def may_go_on(evidence: Evidence, document: str, piece: Piece) -> bool:
    """Whether the sentence says that something went on after, or despite, what was told before it."""
    statement = piece.statement
    if not piece.is_exact or statement.when is None or not statement.when.words.strip() or statement.stance in UNSURE:
        return False
    if not any(_family(statement) == family for family in _HAPPENS):
        return False
    content = evidence.documents[document].text.content
    start = max(content.rfind(". ", 0, statement.anchor.start), content.rfind("\n", 0, statement.anchor.start)) + 1
    return _afterwards().search(content[start : statement.quote.end]) is not None


@lru_cache(maxsize=1)
def _afterwards() -> re.Pattern[str]:
    """ "In spite of the massacre", «после этих событий»: a link, and a noun that points back to a happening told before."""
    rows = tomllib.loads(files("according.reconcile").joinpath("sequence.toml").read_text(encoding="utf-8"))
    parts = []
    for row in rows["after"].values():
        links, pointers, nouns = ("|".join(row[name]) for name in ("links", "pointers", "nouns"))
        parts.append(rf"\b(?:{links})\s+(?:(?:{pointers})\s+)(?:[\w-]+\s+){{0,2}}(?:{nouns})\b" if row["must_point"] else
                     rf"\b(?:{links})\s+(?:(?:{pointers})\s+)?(?:[\w-]+\s+)?(?:{nouns})\b")  # fmt: skip
    return re.compile("|".join(parts), re.IGNORECASE)


def _family(statement: Statement) -> str:
    info = all_types().get(statement.type)
    return info.family if info else ""


def _dated_before(pieces: list[Piece], piece: Piece) -> Piece | None:
    """The nearest deadly or protest event told shortly before, if it is dated after what is said to follow it."""
    for other in reversed(pieces):
        if piece.statement.anchor.start - other.statement.anchor.start > _LOOK_BACK:
            return None
        if other.days is None or not other.is_exact or _family(other.statement) not in _HAPPENS:
            continue
        if other.statement.stance in UNSURE:
            continue
        if other.statement.quote.start == piece.statement.quote.start:
            continue
        after = piece.days is not None and piece.days.end < other.days.start
        near = piece.days is not None and other.days.start - piece.days.end <= _NEAR_IN_TIME
        return other if after and near else None
    return None


def _before_dispute(later: Happening, earlier: Happening, piece: Piece, cause: Piece, voices: Voices) -> Dispute:
    values = [
        DisputeValue(
            one.statement.when.words, voices.who_dates(one.statement), (one.statement.id,), edtf=_day_of(one, happening)
        )
        for one, happening in ((piece, later), (cause, earlier)) if one.statement.when is not None
    ]  # fmt: skip
    facts = [
        *event_facts(later.event),
        ("said_when", piece.statement.when.edtf if piece.statement.when else ""),
        ("follows_type", earlier.event.type),
        ("follows_when", _day_of(cause, earlier) or ""),
    ]
    return make_dispute(DisputeKind.ORDER, later.event.id, "event", Aspect.DATE, values, facts, earlier.event.id)


def _day_of(piece: Piece, happening: Happening) -> str | None:
    """The day of the piece; where its words leave two, that of its event if it is one of them."""
    when = piece.statement.when.edtf if piece.statement.when else None
    days, known = days_of(when or ""), days_of(happening.event.when or "")
    if days is not None and known is not None and known.width < days.width and days.overlaps(known):
        return happening.event.when
    return when


def doubts_weekday(statement: Statement) -> bool:
    """Whether its date and its printed weekday do not fit each other."""
    when = statement.when
    return when is not None and "weekday" in when.doubt and bool(when.words.strip())


def find_weekday_disputes(
    evidence: Evidence, document: str, happenings: Sequence[Happening], voices: Voices
) -> Iterator[Dispute]:
    """A printed weekday that its date does not fall on; one dispute for each wording of a document. `happenings`: those it tells of."""
    owner = {piece.statement.id: happening for happening in happenings for piece in happening.pieces}
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in evidence.statements:
        if statement.document == document and statement.when is not None and doubts_weekday(statement):
            found[statement.when.words.strip()].append(statement)
    for words, statements in sorted(found.items()):
        first = statements[0]
        readings = _readings(first.when.edtf if first.when else "")
        happening = max(
            (owner[item.id] for item in statements if item.id in owner),
            key=lambda one: (len(one.pieces), one.event.id),
            default=None,
        )
        about, kind = (happening.event.id, "event") if happening else (document, "document")
        sids = tuple(sorted(statement.id for statement in statements))
        speaker = voices.who_dates(first)
        values = [DisputeValue(words, speaker, sids)]
        values += [DisputeValue(reading, speaker, sids, edtf=reading) for reading in readings]
        facts = (event_facts(happening.event) if happening else []) + [("words", words)]
        facts += [("reading", reading) for reading in readings]
        yield make_dispute(
            DisputeKind.WEEKDAY, about, kind, Aspect.DATE, values if len(values) > 1 else values * 2, facts,
            f"{document}:{words}",
        )  # fmt: skip


def _readings(edtf: str) -> list[str]:
    return [part.strip() for part in edtf.strip("[]{}").split(",") if part.strip()]
