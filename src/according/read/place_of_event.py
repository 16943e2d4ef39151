"""A draft and a place in its sentence in, whether the place is where it happened out. Where a speaker or a victim comes from is not."""

from __future__ import annotations

import re

from according.domain.passage import Span
from according.domain.statement import Where
from according.domain.types import get_type
from according.read.draft import Draft
from according.read.page import Page

# "of X" is where only behind what lies there; elsewhere it is whose ("the governor of X", "the people of X")
_PART_OF = re.compile(
    r"\b(?:towns?|city|cities|villages?|settlements?|suburbs?|regions?|provinces?|districts?|states?|areas?|parts?|streets?|outskirts|cent(?:re|er)"
    r"|municipalit(?:y|ies)|departments?|neighbou?rhoods?|hamlets?|townships?|count(?:y|ies)|communes?|quarters?|sectors?|sections?|suburbs|zones?|jurisdiction|valley|banks"
    r"|capital|port|north|south|east|west|coast|island|peninsula|border|edge|heart|square|middle|all|much|most) of (?:the )?(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
# up to two words between a preposition and the name, none of them another preposition: "in the northern Velmar", not "of people in Velmar"
_WORDS = r"(?:the )?(?:(?!in\b|at\b|near\b|outside\b|inside\b|around\b|across\b|through\b|throughout\b|within\b|on\b|to\b|from\b|of\b|by\b|and\b)[\w’'-]+ ){0,2}$"
_OF = re.compile(rf"\bof {_WORDS}", re.IGNORECASE)
_TO = re.compile(rf"\b(?:to|into|for) {_WORDS}", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom {_WORDS}", re.IGNORECASE)
_GOES = re.compile(r"(?:\b(?:to|in|at|into|through|on)|\b(?i:visit|tour)\w*) (?:the )?$")
_MOVES = frozenset({"deployment", "transfer", "visit", "march", "hospitalisation", "abduction"})
_LEAVES = frozenset({"transfer", "release", "abduction", "deployment", "parole", "dismissal", "disappearance"})
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|whose|which|where|after|before(?! dawn| noon| midnight| sunrise| daybreak| midday)|following|since|because|although|until|born|based|raised|living|registered|residing|resident|operating|trained|stationed|headquartered|educated|not just)\b|\b(?:for|about|over|against) (?:the |a |an |his |her |their )?"
    r"(?!\d|to\b|last|past|next|coming|one|two|three|four|five|six|seven|eight|nine|ten|several|hours|days|months|years|at least|about|more)[a-z]+(?:s|ing|er|ion|ment)? ",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r"(?:[“\"«]?(?:and|but|also|meanwhile|elsewhere|earlier|then|here),? )?(?:in|at|near|outside|across|around|throughout|inside|on|within)\b[^,;]{0,70}$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:\d{1,2}[.)] )?(?:(?:on|at|in|during|early|late|yesterday|today|last|this|shortly|about|around)\b[^,;]{0,60}, )?"
    r"(?:in|at|near|outside|across|around|throughout|inside|on|within|during)\b[^,;]{0,60}",
    re.IGNORECASE,
)
_ON = re.compile(rf"\bon {_WORDS}", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:in|at|near|outside|from|to|around|across|of|through|within|inside|on|into)\b[^,;.]*(?:\b(?:capital|city|town|village|port),[^,;.]*)?$",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(
    r"\b(?:that|until|who|which|so|because|when|while|after|before|whether|if|and (?:his|her|their|an?|the))\b",
    re.IGNORECASE,
)
_FAR = 90  # code points between a place and what happened behind it
_EVENT_BEHIND = re.compile(
    r" (?:shootings?|bombings?|attacks?|killings?|massacre|murders?|riots?|case|trial|unrest|clashes|affair|disaster)\b",
    re.IGNORECASE,
)
_OF_THE_CASE = re.compile(
    r"(?:\bпо делу об? [^,.;:()]{0,50}\b(?:в|на|под|около) "
    r"|\b(?:in|over|for|of) the (?:[\w’'-]+ ){0,2}(?:case|events?|unrest|riots?|disorders?) (?:in|at|of) (?:the )?)$",
    re.IGNORECASE,
)  # the place of an earlier happening by which a case or a group is named
_TOLD_THERE = re.compile(
    r", [^,;]*\b(?:said|reported|announced|stated|told|learned|confirmed|declared)\b", re.IGNORECASE
)
TOOK_PLACE = re.compile(
    r",? (?:which|that) (?:took place|occurred|happened|(?:was|were) (?:carried out|committed|perpetrated|staged|held)"
    r"|(?:is|was|are|were) (?:due|scheduled|expected|planned|set) to (?:begin|start|take place|be held|open))\b"
)
_SAYS = re.compile(
    r"\b(?:says?|said|tells?|told|reports?|reported|announces?|announced|claims?|claimed|believes?|believed|stated|confirmed)\b"
)
# "in Velmar, where ten miners were killed"
_WHERE_IT_WAS = re.compile(r"(?:,[^,;]{0,40})?,? where\b(?![^,;]*\b(?:who|which|that|after|before|when)\b)[^;]{0,90}")
_INSERTION = re.compile(r", (?:who|which|where|whose|a|an|the)\b[^,.;]*(?:,|$)")
_NEWS_BREAK = re.compile(r"[,;:–—(“”\"«»]")


def is_where(page: Page, draft: Draft, place: Where, span: Span) -> bool:
    """Whether a place of `span` (the clause or the whole sentence) may be where the draft's event was."""
    start, end = place.start or 0, place.end or 0
    before = page.plain[max(span.start, start - 60) : start]
    if _OF.search(before) and not _PART_OF.search(before):
        return False
    lasts_elsewhere = get_type(draft.type).family not in ("violence", "protest") or draft.type == "hunger_strike"
    if lasts_elsewhere and _OF_THE_CASE.search(before):
        return False
    if _TO.search(before) and draft.type not in _MOVES:
        return False
    if _FROM.search(before) and (
        draft.type not in _LEAVES or (place.kind != "facility" and draft.type != "deployment")
    ):
        return False
    if get_type(draft.type).family not in ("violence", "protest") and _EVENT_BEHIND.match(page.plain, end):
        return False  # "charged in the X shooting"
    if _apart(page, draft, start) and not _took_place(page, draft, start):
        return False
    if _ON.search(before) and place.kind not in ("square", "street", "region", "facility"):
        return False
    if start >= draft.anchor.end:
        if draft.type in _MOVES and _GOES.search(page.plain[draft.anchor.start : start]):
            return True  # "travelled to X", "visited X": the place is part of what is said
        led_from = draft.anchor.start if draft.type in _MOVES | _LEAVES else draft.anchor.end
        if _LED.search(page.plain, led_from, start) is None:
            return _is_target(page, draft, start)
        if _TOLD_THERE.search(page.plain, draft.anchor.end, start):
            return False  # "…, it was reported in X"
        return _took_place(page, draft, start) or _OTHER_CLAUSE.search(page.plain, draft.anchor.end, start) is None
    between = page.plain[end : draft.anchor.start]
    if _WHERE_IT_WAS.fullmatch(between):
        return True
    if _SAYS.search(between) and not sets_scene(page, draft, start):
        return False  # "exiles in X say that she died"
    if _NEXT_CLAUSE.search(between) or (len(between) > _FAR and not sets_scene(page, draft, start)):
        return False
    if _NEWS_BREAK.search(between):
        return sets_scene(page, draft, start)
    return True


_HIT = frozenset({"bombing", "assault", "occupation", "search", "encirclement", "visit", "looting", "arson", "curfew"})
_ARTICLE = re.compile(r" (?:the )?(?:[a-z]+ern )?")


def _is_target(page: Page, draft: Draft, start: int) -> bool:
    """ "shelled Velmar", "visited the Grey Prison": the place is what the verb is about."""
    return draft.type in _HIT and _ARTICLE.fullmatch(page.plain, draft.anchor.end, start) is not None


def _took_place(page: Page, draft: Draft, start: int) -> bool:
    """Whether a place behind a noun stands in a relative clause that only says where it was: "the killing, which occurred in X"."""
    found = TOOK_PLACE.search(page.plain, draft.anchor.end, start)
    return (
        found is not None
        and _OTHER_CLAUSE.search(page.plain, found.end(), start) is None
        and _plain_np(page, draft, found)
    )


def _plain_np(page: Page, draft: Draft, found: re.Match[str]) -> bool:
    """Whether no verb of its own stands between the anchor and the relative clause."""
    return _OTHER_CLAUSE.search(page.plain, draft.anchor.end, found.start()) is None


def sets_scene(page: Page, draft: Draft, start: int) -> bool:
    """Whether a place stands in what opens the sentence: "On 3 May, near Velmar, Solden province, …"."""
    lead = page.plain[page.sentences[draft.sentence].start : start]
    return _SETTING.match(lead) is not None or _OPENING.fullmatch(lead) is not None


def _apart(page: Page, draft: Draft, start: int) -> bool:
    """Whether an insertion (", who died in X,") holds the one and not the other."""
    sentence = page.sentences[draft.sentence]
    for match in _INSERTION.finditer(page.plain, sentence.start, sentence.end):
        if (match.start() <= start < match.end()) != (match.start() <= draft.anchor.start < match.end()):
            return True
    return False


def is_setting(page: Page, place: Where) -> bool:
    """Whether a place of an earlier sentence sets the scene for the next: an exact place right behind "in", "at", "near"."""
    start = place.start or 0
    return place.kind in _EXACT and _AT.search(page.plain[max(0, start - 40) : start]) is not None


_EXACT = frozenset({"settlement", "facility", "square", "street", "building", "court", "district"})
_AT = re.compile(
    r"\b(?:in|at|near|outside|inside|on) (?:the )?(?:(?:[a-z]+ern|central|downtown|town|city|village|port|nearby) (?:of )?){0,3}$"
)
