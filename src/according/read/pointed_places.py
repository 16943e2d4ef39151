"""A draft that points to a place ("were killed there", "was tried here") in, that place out, marked inferred by who asks."""

from __future__ import annotations

import re

from according.domain.statement import Where
from according.read.draft import Draft
from according.read.page import Page

_POINTS = re.compile(
    r"\b(?P<word>there|here)\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could|being)\b|['’]s)"
)
_OTHER_CLAUSE = re.compile(r"[;:]|\b(?:who|which|that|where|when|after|before|because|while|if|but)\b")
_IN = re.compile(r"\b(?:in|at|near|to|outside|inside|around|reached|entered) (?:the )?(?:[\w’'-]+ ){0,3}$")
_REACH = 60  # code points between what happened and the word that points
_BACK = 400  # code points back to the place that is meant


def find_pointed_place(page: Page, draft: Draft) -> Where | None:
    """The place last named, for "there"; where the report was filed, for "here" outside quotations."""
    end = min(draft.clause.end, draft.anchor.end + _REACH)
    found = _POINTS.search(page.plain, draft.anchor.end, end)
    if found is None or _OTHER_CLAUSE.search(page.plain, draft.anchor.end, found.start()):
        return None
    if found["word"] == "here":
        line, at = page.dateline, found.start("word")
        if line is None or line.place is None or any(quote.start <= at < quote.end for quote in page.quotes):
            return None
        place, (start, stop) = line.place, (line.name.start, line.name.end)
        words = page.text[start:stop]
        return Where(words, place.name, "settlement", place.country, place.latitude, place.longitude, start, stop)
    sentence = page.sentences[draft.sentence]
    before = [
        one for one in page.places_in(max(0, sentence.start - _BACK), draft.anchor.start) if _near(page, draft, one)
    ]
    return before[-1] if before else None


def _near(page: Page, draft: Draft, place: Where) -> bool:
    """Whether the place stands behind "in", "at" or "to" in the draft's sentence or the one before it."""
    start = place.start or 0
    first = page.sentences[max(0, draft.sentence - 1)]
    return first.start <= start and _IN.search(page.plain, max(0, start - 50), start) is not None
