"""Drafts of a document in; those without a named place get the house, church or prison they are told to have been in, marked inferred.

Such words name no place that could be found on a map or met in another document: reconciling takes none of them for one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from according.domain.statement import Where
from according.domain.types import get_type
from according.read.draft import Draft
from according.read.page import Page

_FAMILIES = frozenset({"violence", "protest"})
_ALSO = frozenset(
    {
        "arrest",
        "search",
        "deployment",
        "pretrial_detention",
        "interrogation",
        "strike",
        "lockout",
        "denial_of_medical_care",
    }
)
_REACH = 70  # code points behind the anchor
_OTHER_CLAUSE = re.compile(
    r"[;:“”\"«»]|\b(?:who|whose|which|that|where|when|after|before|because|while|although|but|since|until|if|for|against|about|over|to|from|with)\b"
)
_BEHIND = r"(?=[.,;:)”\"]|$| (?:in|on|of|at|by|when|where|while|during|after|before|and|as|near|early|late|last|this|yesterday|today|tonight|outside|next)\b| [A-Z])"


@lru_cache(maxsize=8)
def _pattern(sites: frozenset[str]) -> re.Pattern[str]:
    nouns = "|".join(sorted((re.escape(one) for one in sites), key=len, reverse=True))
    return re.compile(
        r"\b(?:in|at|outside|inside|near|into|around|behind|in front of|across|throughout) "
        r"(?P<site>(?:the|a|an|his|her|their|its|this|that|one|two|several|some) "
        rf"(?:(?!(?:and|or|of|in|at)\b)[\w’'-]+ ){{0,3}}?(?:{nouns})s?){_BEHIND}"
    )


def add_sites(page: Page, drafts: list[Draft]) -> None:
    """Set `where` of drafts that have none and tell of a building or a ground behind what happened."""
    sites = page.lexicon.nouns.get("settings", frozenset())
    if not sites:
        return
    for draft in drafts:
        if draft.where is None and not draft.told_of and _may_have(draft):
            found = _find(page, draft, _pattern(sites))
            if found is not None:
                draft.where = found
                draft.inferred.add("where")
                draft.note("where", f"{found.words!r}, which has no name", found.start, found.end)


def _may_have(draft: Draft) -> bool:
    return get_type(draft.type).family in _FAMILIES or draft.type in _ALSO


def _find(page: Page, draft: Draft, pattern: re.Pattern[str]) -> Where | None:
    end = min(draft.clause.end + 1, draft.anchor.end + _REACH)
    found = pattern.search(page.plain, draft.anchor.end, end)
    if found is None or _OTHER_CLAUSE.search(page.plain, draft.anchor.end, found.start()):
        return None
    start, stop = found.span("site")
    words = page.text[start:stop]
    name = re.sub(r"^(?:the|an?|this|that) ", "", words)
    if name != name.lower():
        return None  # a name the gazetteer does not know: not for this door
    return Where(words, name, "facility", None, None, None, start, stop)
