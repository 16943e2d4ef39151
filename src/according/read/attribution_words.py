"""Attributions that no verb of saying brings: "according to", "the claim that", "put the toll at", "reportedly". English."""

from __future__ import annotations

from according.domain.passage import Span
from according.domain.statement import Stance
from according.read.attribution_parts import Attribution, content_end, span_of
from according.read.lexicon import Lexicon
from according.read.phrases import phrase_left, phrase_right
from according.read.subjects import find_subject
from according.read.tokens import Tokens
from according.read.verbs import VerbGroup


def by_according(tokens: Tokens) -> list[Attribution]:
    found = []
    n = len(tokens)
    for k, low in enumerate(tokens.lows):
        if low != "according" or k + 2 >= n or tokens.lows[k + 1] != "to":
            continue
        phrase = phrase_right(tokens, k + 2)
        if phrase is None:
            continue
        last = _cut_at_comma(tokens, phrase) if k <= 2 else phrase[1]
        phrase = (phrase[0], last)
        content: list[Span] = []
        if k > 2:
            left = k - 1
            while left > 0 and tokens.tags[left] in ",(-":
                left -= 1
            start = left if tokens.tags[left] in "RS" else _part_start(tokens, left)
            content.append(span_of(tokens, start, left))
        after = last + 1
        while after < n and tokens.tags[after] not in ",;":
            after += 1
        inserted = k <= 2 or (tokens.tags[k - 1] == "," and not _starts_clause(tokens, min(after + 1, n - 1)))
        if after + 2 < n and tokens.tags[after] == "," and inserted:
            content.append(span_of(tokens, after + 1, content_end(tokens, after + 1)))
        if content:
            found.append(
                Attribution(
                    span_of(tokens, *phrase), span_of(tokens, k, k + 1), tuple(content), rule="en.cue.according"
                )
            )
    return found


def _cut_at_comma(tokens: Tokens, phrase: tuple[int, int]) -> int:
    """Last token of who is cited at the head of a sentence: the list behind the comma is already what is said,
    unless another comma closes it."""
    comma = next((k for k in range(phrase[0], phrase[1]) if tokens.tags[k] == ","), None)
    if comma is None or (phrase[1] + 1 < len(tokens) and tokens.tags[phrase[1] + 1] == ","):
        return phrase[1]
    return comma - 1


def _part_start(tokens: Tokens, left: int) -> int:
    if tokens.quoted[left]:
        while left > 0 and tokens.quoted[left - 1]:
            left -= 1
        return left
    for k in range(left, 0, -1):
        if tokens.words[k] == ";" and not tokens.quoted[k]:
            return k + 1
    return 0


def _starts_clause(tokens: Tokens, k: int) -> bool:
    return tokens.tags[k] in "CSR"


def by_noun(tokens: Tokens, lexicon: Lexicon) -> list[Attribution]:
    """ "X's claim that ...", "allegations that ..."."""
    found = []
    for k, low in enumerate(tokens.lows):
        name = lexicon.cue_nouns.get(low)
        if name is None or tokens.tags[k] != "W" or k + 2 >= len(tokens):
            continue
        follows = tokens.lows[k + 1]
        if follows not in {"that"} or tokens.tags[k + 1] != "S":
            continue
        source: Span | None = None
        if k and tokens.tags[k - 1] == "'":
            phrase = phrase_left(tokens, k - 2)
            source = span_of(tokens, *phrase) if phrase else None
        elif k > 1 and tokens.lows[k - 1] in {"his", "her", "their", "its"}:
            source = span_of(tokens, k - 1, k - 1)
        elif (
            k
            and tokens.tags[k - 1] == "W"
            and any(
                tokens.lows[k - 1] in lexicon.nouns[name]
                for name in ("organisations", "authorities", "people", "offices")
            )
        ):
            first = k - 1  # "the government claim that"
            while first > 0 and tokens.tags[first] == "W" and tokens.tags[first - 1] in "WD":
                first -= 1
            source = span_of(tokens, first, k - 1)
        start = k + 2
        content = (span_of(tokens, start, content_end(tokens, start)),)
        if name in {"asserted"} and source is None and low not in {"report", "reports"}:
            continue
        found.append(Attribution(source, span_of(tokens, k, k), content, "noun", Stance(name), "en.cue.noun"))
    return found


_FIGURES = frozenset({"toll", "count", "number", "figure", "numbers", "total", "casualties", "dead"})


def by_put(tokens: Tokens, groups: list[VerbGroup], lexicon: Lexicon) -> list[Attribution]:
    """ "X put the death toll at 70": the figure is X's."""
    found = []
    for group in groups:
        if lexicon.lemmas.get(tokens.lows[group.main]) != "put" or group.passive:
            continue
        if not _FIGURES.intersection(tokens.lows[group.main + 1 : group.main + 6]):
            continue
        subject = find_subject(tokens, group, groups)
        if subject is not None and group.main + 1 < len(tokens):
            content = span_of(tokens, group.main + 1, content_end(tokens, group.main + 1))
            source, cue = span_of(tokens, subject[0], subject[1]), span_of(tokens, group.first, group.main)
            found.append(Attribution(source, cue, (content,), rule="en.cue.put", negated=group.negated))
    return found


_OPENS_CLAUSE = frozenset({"after", "before", "since", "until", "as"})


def by_adverb(tokens: Tokens, groups: list[VerbGroup], lexicon: Lexicon) -> list[Attribution]:
    """ "reportedly": the clause around it is somebody's word, nobody says whose."""
    found = []
    for k, low in enumerate(tokens.lows):
        name = lexicon.cue_adverbs.get(low)
        if name is None:
            continue
        first = k
        while (
            first > 0
            and tokens.lows[first - 1] not in _OPENS_CLAUSE
            and tokens.tags[first - 1] not in ";SQ"
            and not (tokens.tags[first - 1] == "C" and tokens.lows[first - 1] == "but")
        ):
            first -= 1
        last = k
        while (
            last + 1 < len(tokens) and tokens.tags[last + 1] not in ";QS" and tokens.lows[last + 1] not in _OPENS_CLAUSE
        ):
            last += 1
        found.append(
            Attribution(
                None, span_of(tokens, k, k), (span_of(tokens, first, last),), "adverb", Stance(name), "en.cue.adverb"
            )
        )
    return found
