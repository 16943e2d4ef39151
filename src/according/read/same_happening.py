"""All drafts of a document in; those without a day or a place get those of the same happening told elsewhere in it, marked inferred.

The same happening is known by whom it befell, by "in the attack", or by the report telling of one day only. Drafts that name a day or a
place of their own keep it; where two happenings could be meant, nothing is carried.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace

from according.domain.statement import ActorKind, Participant, Phase, Polarity, Role, Stance, When, Where
from according.domain.types import get_type
from according.read.draft import Draft
from according.read.page import Page

_TOLD = frozenset({Stance.ASSERTED, Stance.ADMITTED, Stance.ALLEGED, Stance.BELIEVED, Stance.DENIED})
_FAMILIES = frozenset({"violence", "protest"})
_STATES = frozenset({"order", "threat", "coercion", "hospitalisation", "self_harm_threat", "disappearance"})
# what befalls somebody once: a second mention of the same victim is the same happening
_ONCE = {
    "killing": "dead", "death": "dead", "death_in_custody": "dead", "suicide": "dead", "abduction": "taken", "injury": "hurt",
    "arrest": "arrested", "hijacking": "taken", "bombing": "bombed", "dismissal": "dismissed", "resignation": "resigned",
    "release": "freed", "acquittal": "acquitted", "conviction": "convicted",
}  # fmt: skip
_AGAIN = frozenset({"dismissed", "resigned", "freed", "acquitted", "convicted"})  # may befall somebody twice
_TREATED = frozenset({"death", "hospitalisation"})  # "died at the X hospital": not where it happened
_ALSO = frozenset({"arrest", "deployment"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EXACT = frozenset({"settlement", "facility", "square", "street", "building", "district"})
_WIDE = frozenset({"country", "region", "water"})
_IN_IT = re.compile(
    r"\b(?:in|during|by|from|of|after|(?:while|when) [a-z]+ing) (?:the|this|that|these|those) (?:[\w-]+ ){0,2}?(?:attacks?|clash(?:es)?|blasts?|explosions?|bombings?|shootings?|shootout|fighting|ambush|raid"
    r"|riots?|confrontations?|violence|protests?|demonstrations?|assault|incidents?|massacre|unrest|stampede|crackdown|rally|march|melee|gunfire|disturbances?)\b(?! (?:of|on|at|against|in|by)\b)",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those)(?: [\w-]+){0,2} $", re.IGNORECASE)
_OF_SOMETHING = re.compile(r" (?:of|on|at|against|in|by|near|that|which|when)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:had|has|have|having|earlier|previous(?:ly)?|before|later|since|ago|other|another|similar|last|next|years?|months?|weeks?|days?|each|every|often|usually|sometimes|always)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r", [^,;]*\b(?:said|says|reported|announced|told|stated|confirmed|added)\b")
_NEAR = 6  # sentences
_NEXT = 3
_AROUND = 20  # givers before and behind that are looked at: time stays linear


def share_circumstances(page: Page, drafts: list[Draft]) -> None:
    """Carry days and places between drafts of one happening."""
    for field, own in (("when", _has_day), ("where", _has_place)):
        givers = [draft for draft in drafts if _may_share(draft) and own(draft)]
        if not givers:
            continue
        starts = [giver.anchor.start for giver in givers]
        for draft in drafts:
            if getattr(draft, field) is None and _is_of_kind(draft) and not draft.present:
                at = bisect_left(starts, draft.anchor.start)
                found = _giver(page, draft, givers[max(0, at - _AROUND) : at + _AROUND], field)
                if found is not None:
                    _carry(draft, *found, field)


def _names_place(page: Page, draft: Draft) -> bool:
    """Whether the sentence names a place: then no place of another sentence is meant."""
    sentence = page.sentences[draft.sentence]
    return bool(page.places_in(sentence.start, sentence.end))


def _is_of_kind(draft: Draft) -> bool:
    return (
        get_type(draft.type).family in _FAMILIES
        or draft.type in _ALSO
        or (_ONCE.get(draft.type) is not None and draft.rule.split(".")[0] == "en")
    )


def _may_share(draft: Draft) -> bool:
    return (
        _is_of_kind(draft)
        and draft.type not in _STATES
        and draft.phase is not Phase.GOES_ON
        and draft.stance in _TOLD
        and (draft.polarity is Polarity.HAPPENED or draft.stance is Stance.DENIED)
    )


def _has_day(draft: Draft) -> bool:
    return draft.when is not None and "when" not in draft.inferred and _DAY.fullmatch(draft.when.edtf) is not None


def _has_place(draft: Draft) -> bool:
    treated = draft.type in _TREATED and draft.where is not None and draft.where.kind == "facility"
    return draft.where is not None and "where" not in draft.inferred and draft.where.kind not in _WIDE and not treated


def _value(draft: Draft, field: str) -> str:
    one: When | Where = getattr(draft, field)
    return one.edtf if isinstance(one, When) else one.name


def _giver(page: Page, draft: Draft, givers: list[Draft], field: str) -> tuple[Draft, str] | None:
    rules: tuple[tuple[str, Callable[[], Iterable[Draft]]], ...] = (
        ("same sentence", lambda: (one for one in givers if _side_by_side(page, draft, one))),
        ("same victim", lambda: (one for one in givers if _same_victim(page, draft, one))),
        ("in the attack", lambda: _referred(page, draft, givers)),
        ("one happening", lambda: (one for one in _only(page, draft, givers, field) if _is_near(draft, one))),
    )
    only_here = not _may_share(draft) or (field == "where" and _names_place(page, draft))
    for name, find in rules[: 1 if only_here else None]:
        fitting = [one for one in find() if one is not draft and _may_be_one(draft, one, field)]
        if fitting and len({_value(one, field) for one in fitting}) == 1:
            return min(fitting, key=lambda one: abs(one.anchor.start - draft.anchor.start)), name
    return None


_SEPARATES = re.compile(
    r"\b(?:after|before|since|following|until|ahead of|because|in response to|in retaliation|in protest|over|against|had|earlier|later|previous(?:ly)?|last|similar|another|while|whereas|but|who)\b|[;:“”\"«»]",
    re.IGNORECASE,
)


def _may_be_one(draft: Draft, other: Draft, field: str) -> bool:
    """Whether nothing says that they are two: another day, another town."""
    a, b = get_type(draft.type).family, get_type(other.type).family
    if a != b and "arrest" not in (draft.type, other.type) and draft.sentence != other.sentence:
        return False
    if field == "where":
        return not (_has_day(draft) and _has_day(other) and _value(draft, "when") != _value(other, "when"))
    placed = draft.where is not None and other.where is not None
    return not placed or _value(draft, "where") == _value(other, "where")


def _is_near(draft: Draft, other: Draft) -> bool:
    """Whether the other stands shortly before or right behind: what a long report tells pages on is another matter."""
    return draft.sentence - _NEAR <= other.sentence <= draft.sentence + 1


def _side_by_side(page: Page, draft: Draft, other: Draft) -> bool:
    """ "attacked a post in X, killing two", "the clash in X, in which two died": told in one breath."""
    if draft.sentence != other.sentence or draft.told_of or other.told_of:
        return False
    if any(get_type(one.type).family not in _FAMILIES and one.type not in _ALSO for one in (draft, other)):
        return False
    first, second = sorted((draft.anchor, other.anchor), key=lambda anchor: anchor.start)
    return _SEPARATES.search(page.plain, first.end, second.start) is None


def _same_victim(page: Page, draft: Draft, other: Draft) -> bool:
    kind = _ONCE.get(draft.type)
    if kind is None or kind != _ONCE.get(other.type):
        return False
    again = kind in _AGAIN and _OTHER_TIME.search(page.plain, draft.clause.start, draft.clause.end) is not None
    role = Role.AGENT if draft.type == "resignation" else Role.PATIENT
    return not again and any(_same_people(a, b) for a in draft.people(role) for b in other.people(role))


_WORD = re.compile(r"[\w-]+")
_ANYBODY = frozenset(
    {
        "people",
        "person",
        "persons",
        "men",
        "man",
        "women",
        "woman",
        "others",
        "victims",
        "victim",
        "civilians",
        "soldiers",
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
    }
)


def _same_people(a: Participant, b: Participant) -> bool:
    """One name, or one word for them with no other number: "six drivers", "the drivers"."""
    if a.name == b.name and _is_name(a):
        return True
    if _is_name(a) != _is_name(b):
        return False
    one, other = _WORD.findall(a.name.lower()), _WORD.findall(b.name.lower())
    if not one or not other or one[-1] != other[-1]:
        return False
    if _is_name(a):
        return len(one) == 1 or len(other) == 1  # "Velin" is "Anna Velin"
    alike = a.count is not None and b.count is not None and (a.count.min, a.count.max) == (b.count.min, b.count.max)
    return alike or (one[-1] not in _ANYBODY and (a.count is None or b.count is None))


def _is_name(one: Participant) -> bool:
    return one.kind is ActorKind.PERSON and one.name[:1].isupper() and not one.name[:2].isspace()


def _referred(page: Page, draft: Draft, givers: list[Draft]) -> Iterable[Draft]:
    """The happening before, where the draft is told to be in or to be "the attack"."""
    start, end = draft.clause.start, draft.clause.end
    text = page.plain
    named = (
        draft.rule.endswith(".nominal")
        and _DEFINITE.search(text, max(start, draft.anchor.start - 40), draft.anchor.start) is not None
    )
    bare = named and _OF_SOMETHING.match(text, draft.anchor.end) is None
    if not bare and _IN_IT.search(text, start, end) is None:
        return
    before = [one for one in givers if one.sentence < draft.sentence and draft.sentence - one.sentence <= _NEAR]
    if before:
        yield before[-1]


def _only(page: Page, draft: Draft, givers: list[Draft], field: str) -> Iterable[Draft]:
    """Every giver, where the draft is told plainly: the carrying needs them to agree."""
    if (draft.told_of and draft.rule.endswith(".nominal")) or _OTHER_TIME.search(
        page.plain, draft.clause.start, draft.clause.end
    ):
        return
    sentence = page.sentences[draft.sentence]
    if field == "when" and not _dates_are_tellings(page, draft):
        return
    if field == "where" and page.places_in(sentence.start, sentence.end):
        return
    if get_type(draft.type).family not in _FAMILIES and draft.type != "arrest":
        return
    if field == "where":
        givers = [one for one in givers if one.where is not None and one.where.kind in _EXACT]
        before = [
            one for one in givers if 0 < draft.sentence - one.sentence <= _NEXT and _one_block_on(page, one, draft)
        ]
        if before:
            yield from givers
        return
    near = [one for one in givers if abs(one.sentence - draft.sentence) <= _NEAR]
    if near:
        yield from givers


def _dates_are_tellings(page: Page, draft: Draft) -> bool:
    """Whether the sentence names no day, or only behind "officials said"."""
    sentence = page.sentences[draft.sentence]
    dates = page.dates_in(sentence.start, sentence.end)
    if not dates:
        return True
    between = page.plain[draft.anchor.end : dates[0].start] if dates[0].start > draft.clause.end else ""
    return _SAID.search(between) is not None


def _one_block_on(page: Page, before: Draft, after: Draft) -> bool:
    return page.sentences[after.sentence].block - page.sentences[before.sentence].block <= 1


def _carry(draft: Draft, giver: Draft, rule: str, field: str) -> None:
    if field == "when" and giver.when is not None:
        draft.when = replace(giver.when, rule=f"carried: {rule}")
        words, start, end = giver.when.words, giver.when.start, giver.when.end
    elif giver.where is not None:
        draft.where = giver.where
        words, start, end = giver.where.words, giver.where.start, giver.where.end
    draft.inferred.add(field)
    draft.note(field, f"carried from {words!r}: {rule}", start, end)
