"""What a Russian noun says happened: whose arrest, how many deaths, who told of it."""

from __future__ import annotations

from according.domain.statement import ActorKind, Polarity, Role, Stance
from according.domain.types import get_type
from according.language.inflect import parses
from according.read.draft import Draft
from according.read.russian_arguments import (
    Verb,
    find_subject,
)
from according.read.russian_clauses import RussianClause, Somebody
from according.read.russian_lexicon import AnchorRow, plain
from according.read.russian_mood import read_light_verb
from according.read.russian_roles import add_instrumental, add_participant

_WHOSE = frozenset({"его", "ее", "их"})


def fill_noun(clause: RussianClause, draft: Draft, index: int, row: AnchorRow) -> bool:
    tokens = clause.tokens
    end = tokens.ends[index]
    argued = False
    role = None if row.needs_after else row.of or row.object
    nxt = next((one for one in clause.people if one.start >= end), None)
    owner = clause.page.pronoun(tokens.starts[index - 1]) if index and tokens.lows[index - 1] in _WHOSE else None
    if role and owner is not None:
        add_participant(
            draft,
            Somebody(
                tokens.starts[index - 1],
                tokens.ends[index - 1],
                frozenset({"gent"}),
                owner,
                owner.gender,
                owner.plural,
                None,
                True,
            ),
            Role(role),
        )
        argued = True
    if (
        nxt is not None
        and role
        and clause.page.text[end : nxt.start].strip() == ""
        and "gent" in nxt.cases
        and nxt.preposition is None
    ):
        add_participant(draft, nxt, Role(role))
        argued = True
    for preposition, case in row.after:
        for one in clause.people:
            if (
                one.start >= end
                and one.start - end < 60
                and one.preposition == preposition.split()[-1]
                and case in one.cases
            ):
                add_participant(draft, one, Role(row.after_role or row.of or "patient"))
                argued = True
                break
    if row.by:
        before = len(draft.participants)
        if nxt is not None and nxt.start - end < 60:
            add_instrumental(clause, draft, index, row)
        argued = argued or len(draft.participants) > before
    if row.self_told and not argued:
        argued = _add_own_teller(clause, draft, index)
    light = read_light_verb(clause, index)
    draft.aside = light is None and _is_inside_phrase(clause, index)
    if light is not None:
        draft.phase = light.phase
        draft.note(
            "phase", f"{tokens.words[light.word]!r} beside the noun", tokens.starts[light.word], tokens.ends[light.word]
        )
        if light.polarity is Polarity.DID_NOT_HAPPEN:
            draft.polarity = light.polarity
        if draft.stance is Stance.ASSERTED:
            draft.stance = light.stance
        if not argued and get_type(row.type).counts is Role.AGENT:
            doer = find_subject(clause, light.word, Verb("active", None, light.plural, None, frozenset()), ("nomn",))
            if doer is not None and doer.start != tokens.starts[index]:
                add_participant(draft, doer, Role.AGENT)
    toll = find_toll(clause, index)
    if toll is not None:
        add_participant(draft, toll, Role.PATIENT)
        return True
    if tokens.lows[index - 1 : index] in (["число"], ["количество"]) and row.id == "die":
        return False  # «число жертв» without its figure
    if argued or row.always or (row.ruled_by is not None and tokens.lows[index + 1 : index + 2] in (["в"], ["во"])):
        return True
    if row.of_thing and _has_thing(clause, index):
        return True
    if not row.stands:
        return False
    behind = min(draft.clause.end, end + 45)
    placed = bool(clause.page.dates_in(end, behind) or clause.page.places_in(end, behind))
    return light is not None or placed


_TOLL = frozenset({"число", "числа", "количество", "количества"})


_TOLL_VERBS = frozenset(
    {"достигнуть", "достичь", "достигать", "составить", "составлять", "возрасти", "вырасти", "увеличиться", "превысить", "превышать", "оцениваться", "подняться", "исчисляться"}
)  # fmt: skip


_DECLARES = frozenset({"объявить", "объявлять", "заявить", "заявлять", "сообщить", "сообщать"})


def find_toll(clause: RussianClause, index: int) -> Somebody | None:
    """«число жертв столкновений достигло 25 человек»: the figure behind the verb."""
    tokens = clause.tokens
    if not any(low in _TOLL for low in tokens.lows[max(0, index - 2) : index]):
        return None
    _, last = clause.segment(index)
    for k in range(index + 1, last + 1):
        if tokens.tags[k] == "W" and any(plain(one[1]) in _TOLL_VERBS for one in parses(tokens.lows[k])[:2]):
            behind = [one for one in clause.people if one.start >= tokens.ends[k] and one.count is not None]
            return behind[0] if behind and behind[0].start <= tokens.ends[last] else None
    return None


def _add_own_teller(clause: RussianClause, draft: Draft, index: int) -> bool:
    """«министр объявил об отставке»: his own."""
    tokens = clause.tokens
    k = index - 1
    if k > 0 and tokens.lows[k] == "своей":
        k -= 1
    if (
        k < 1
        or tokens.lows[k] not in ("о", "об")
        or not any(plain(one[1]) in _DECLARES for one in parses(tokens.lows[k - 1]))
    ):
        return False
    reading = parses(tokens.lows[k - 1])[0]
    gender = "f" if "femn" in reading[3] else "m" if "masc" in reading[3] else None
    teller = find_subject(clause, k - 1, Verb("active", gender, "plur" in reading[3], None, frozenset()), ("nomn",))
    if (
        teller is None
        or teller.actor is None
        or teller.actor.kind not in (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.UNNAMED)
    ):
        return False
    add_participant(draft, teller, Role.AGENT)
    return True


def _has_thing(clause: RussianClause, index: int) -> bool:
    """«поджоги машин», «взрыв городского автобуса»: a thing in the genitive right behind the noun."""
    tokens = clause.tokens
    for k in range(index + 1, min(len(tokens), index + 4)):
        readings = parses(tokens.lows[k])[:3] if tokens.tags[k] == "W" else []
        if any(one[0] == "NOUN" and one[2] == "gent" for one in readings):
            return True
        if not any(one[0] in ("ADJF", "PRTF") and one[2] == "gent" for one in readings):
            return False
    return False


def _is_inside_phrase(clause: RussianClause, index: int) -> bool:
    """«дело об избиении», «организатор теракта»: a noun that stands under another."""
    low = clause.tokens.lows[index]
    if any(one[2] == "nomn" for one in parses(low)[:1]) or index == 0 or clause.tokens.tags[index - 1] != "W":
        return False
    before = clause.tokens.lows[index - 1]
    if before in ("о", "об", "обо") and index > 1:
        return True
    reading = parses(before)[0]
    return reading[0] == "NOUN" and any(one[2] == "gent" for one in parses(low)[:2])
