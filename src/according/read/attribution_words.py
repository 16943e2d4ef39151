"""Attributions that no verb of saying brings: "according to", "the claim that", "put the toll at", "reportedly". English."""

from __future__ import annotations

from according.domain.passage import Span
from according.domain.statement import Stance
from according.read.attribution_parts import Attribution, content_end, own_content_end, sentence_end, span_of
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
    found.extend(_by_account(tokens))
    return found


_ACCOUNTS = frozenset({"account", "accounts", "count", "reckoning", "estimate", "estimates", "tally", "version"})


def _by_account(tokens: Tokens) -> list[Attribution]:
    """ "two miners were killed, by the government's account"."""
    found = []
    for k, low in enumerate(tokens.lows):
        if low != "by" or k < 3:
            continue
        noun = next((j for j in range(k + 2, min(len(tokens), k + 8)) if tokens.lows[j] in _ACCOUNTS), None)
        if noun is None or tokens.tags[noun - 1] != "'" or "V" in tokens.tags[k:noun]:
            continue
        phrase = phrase_left(tokens, noun - 2)
        if phrase is None or phrase[0] <= k:
            continue
        left = k - 1 if tokens.tags[k - 1] not in ",(-" else k - 2
        content = (span_of(tokens, _part_start(tokens, left), left),)
        cue = span_of(tokens, noun, noun)
        found.append(Attribution(span_of(tokens, *phrase), cue, content, rule="en.cue.account"))
    return found


def by_label(tokens: Tokens) -> list[Attribution]:
    """ "Brisk: 62 detained", "12.50 Brisk: …": a name and a colon at the head of what somebody says."""
    k, n = 0, len(tokens)
    while k < n and (tokens.tags[k] in "JX" or tokens.words[k] in ".:"):
        k += 1
    first = k
    while k < n and k < first + 5 and tokens.words[k][:1].isupper() and not tokens.words[k].isupper():
        k += 1
    if k == first or k + 2 >= n or tokens.words[k] != ":":
        return []
    content = (span_of(tokens, k + 1, n - 1),)
    return [Attribution(span_of(tokens, first, k - 1), span_of(tokens, k, k), content, rule="en.cue.label")]


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


def around_as(tokens: Tokens, opener: int, main_last: int) -> tuple[Span, ...]:
    """ "As X said, …", "…, as X said, …": what stands around the insertion; nothing where more of it follows the cue."""
    end = main_last + 1
    while end < len(tokens) and tokens.tags[end] in "BXP" and tokens.tags[end] != ",":
        end += 1
    if end < len(tokens) and tokens.tags[end] not in ",-;":
        return ()
    parts = []
    if opener > 2 and tokens.tags[opener - 1] in ",-":
        parts.append(span_of(tokens, 0, opener - 2))
    elif opener > 0:
        return ()
    last = sentence_end(tokens)
    if end + 1 < last and tokens.tags[end] in ",-":
        parts.append(span_of(tokens, end + 1, last))
    return tuple(parts)


_OWN_VOICE = frozenset({"note", "correction", "update", "clarification"})  # "Editor's note:" is the page itself


def by_colon(tokens: Tokens, lexicon: Lexicon) -> list[Attribution]:
    """ "Police: two miners killed" (a headline), "BREM: “Nobody came.”" (a transcript): who stands before the colon says it."""
    mark = next((k for k in range(1, min(7, len(tokens) - 3)) if tokens.words[k] == ":"), -1)
    if mark < 0 or tokens.lows[mark - 1] in _OWN_VOICE or any(tag not in "WDJ'P" for tag in tokens.tags[:mark]):
        return []
    bodies = ("organisations", "authorities", "people", "offices", "media", "unnamed", "documents")
    somebody = any(tokens.lows[mark - 1] in lexicon.nouns[name] for name in bodies)
    quoted = tokens.tags[mark + 1] == "Q"
    named = all(word[:1].isupper() for word in tokens.words[:mark]) and mark <= 4
    told = any(tag in "VbhdM" for tag in tokens.tags[mark + 1 :])
    if not (told and somebody) and not (quoted and (named or somebody)):
        return []
    content = span_of(tokens, mark + 1, sentence_end(tokens))
    cue = mark - 1 if mark > 1 and tokens.lows[mark - 1] in lexicon.cues else mark  # "The last report states: “…”"
    return [
        Attribution(span_of(tokens, 0, cue - 1), span_of(tokens, cue, cue), (content,), "speech", rule="en.cue.colon")
    ]


def by_noun(tokens: Tokens, groups: list[VerbGroup], lexicon: Lexicon) -> list[Attribution]:
    """ "X's claim that ...", "allegations by X that ...", "X's view is that", "X's call for ..."."""
    found = []
    for k, low in enumerate(tokens.lows):
        name = lexicon.cue_nouns.get(low)
        if name is None or tokens.tags[k] != "W" or k + 2 >= len(tokens):
            continue
        source = _owner(tokens, k, lexicon)
        start, by = _noun_content(tokens, k, owned=source is not None)
        if start < 0:
            continue
        source = source or by
        clause = tokens.lows[start - 1] == "that" or tokens.tags[start - 1] == "b"
        if source is None and (not clause or (name == "asserted" and low not in {"report", "reports"})):
            continue
        end = content_end(tokens, start, cut_verbs=not clause)
        end = own_content_end(tokens, None, groups, start, end, -1, lexicon)
        content = (span_of(tokens, start, end),)
        found.append(
            Attribution(source, span_of(tokens, k, k), content, "noun", Stance(name), "en.cue.noun", weak=not clause)
        )
    return found


def _owner(tokens: Tokens, k: int, lexicon: Lexicon) -> Span | None:
    """Whose claim it is: "X's", "his", "the government" right before the noun, an adjective between."""
    j = k - 1
    while j > 0 and tokens.tags[j] == "W" and k - j <= 2 and (tokens.tags[j - 1] == "'" or tokens.lows[j - 1] in _HIS):
        j -= 1
    if j >= 0 and tokens.tags[j] == "'":
        end = j - 1 if tokens.words[j] != "'" or tokens.starts[j] == tokens.ends[j - 1] else -1
        phrase = phrase_left(tokens, end) if end >= 0 else None
        return span_of(tokens, *phrase) if phrase else None
    if j >= 0 and tokens.lows[j] in _HIS:
        return span_of(tokens, j, j)
    bodies = ("organisations", "authorities", "people", "offices")
    if k and tokens.tags[k - 1] == "W" and any(tokens.lows[k - 1] in lexicon.nouns[name] for name in bodies):
        first = k - 1  # "the government claim that"
        while first > 0 and tokens.tags[first] == "W" and tokens.tags[first - 1] in "WD":
            first -= 1
        return span_of(tokens, first, k - 1)
    return None


_HIS = frozenset({"his", "her", "their", "its", "my", "our"})


def _noun_content(tokens: Tokens, k: int, *, owned: bool) -> tuple[int, Span | None]:
    """First token of what a noun brings (-1: nothing), and who is named behind it ("claims by X that")."""
    n = len(tokens)
    by: Span | None = None
    j = k + 1
    if tokens.lows[j] in {"by", "from", "of"} and not owned:
        phrase = phrase_right(tokens, j + 1)
        if phrase is None:
            return -1, None
        by, j = span_of(tokens, *phrase), phrase[1] + 1
        if by is not None and j < n and tokens.lows[j] != "that":
            return -1, None
    while (
        owned
        and j < min(n, k + 5)
        and (tokens.tags[j] in "XB" or (tokens.tags[j] == "P" and tokens.tags[j + 1 : j + 2] == ["X"]))
    ):
        j += 1  # "his claim on Monday that"
    if j + 1 >= n:
        return -1, None
    if tokens.lows[j] == "that" and tokens.tags[j] == "S":
        return j + 1, by
    if (
        owned
        and tokens.tags[j] == "b"
        and j + 2 < n
        and (tokens.lows[j + 1] in {"that", ","} or tokens.tags[j + 1] in "TO")
    ):
        return j + 2 if tokens.lows[j + 1] in {"that", ","} else j + 1, by
    return -1, by


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
        group = next((one for one in groups if k < one.main <= k + 3), None)
        first = k
        while (
            first > 0
            and not (
                group is not None and group.bare_participle and group.first > k
            )  # "violations supposedly committed"
            and tokens.lows[first - 1] not in _OPENS_CLAUSE
            and tokens.tags[first - 1] not in ";SQ"
            and not (tokens.tags[first - 1] == "C" and tokens.lows[first - 1] == "but")
        ):
            first -= 1
            if tokens.tags[first] == "R":
                break  # "who was apparently held": not what the main clause says
        last = k
        verb = group.main if group is not None else k
        while (
            last + 1 < len(tokens)
            and tokens.tags[last + 1] not in ";QS"
            and tokens.lows[last + 1] not in _OPENS_CLAUSE
            and not (last >= verb and tokens.tags[last + 1] == "R")  # "… in which two were killed": told by itself
        ):
            last += 1
        found.append(
            Attribution(
                None, span_of(tokens, k, k), (span_of(tokens, first, last),), "adverb", Stance(name), "en.cue.adverb"
            )
        )
    return found
