"""A cue that stands behind what it brings ("..., he said", "..., said X of Y") in, source and content out. English."""

from __future__ import annotations

from according.domain.passage import Span
from according.read.attribution_parts import sentence_end, span_of
from according.read.phrases import phrase_left, phrase_right
from according.read.subjects import find_subject, quote_inside
from according.read.tokens import Tokens
from according.read.verbs import VerbGroup


def final_cue(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], main_last: int
) -> tuple[Span, tuple[Span, ...], bool] | None:
    """ "..., he said", "..., said X of Y": the content stands to the left (and goes on to the right after a comma)."""
    n = len(tokens)
    boundary = -1
    source: tuple[int, int] | None = None
    before = group.first - 1
    plain = group.modal is None and not group.gerund and not group.perfect  # nobody writes ", has said X"
    if before >= 0 and tokens.tags[before] in ",Q" and plain:
        # inversion: "...," said X
        leads = main_last + 1 < n and tokens.tags[main_last + 1] != "P" and tokens.lows[main_last] not in _ADDRESSING
        phrase = phrase_right(tokens, main_last + 1) if leads else None
        appended = (tokens.tags[before] == "," or quote_inside(tokens, before)) and _subject_before(
            tokens, group, groups
        )
        if (
            phrase is not None
            and not appended
            and not (tokens.tags[before] == "," and tokens.lows[main_last + 1 : main_last + 2] == ["that"])
        ):
            after = phrase[1] + 1
            closes = after >= n or tokens.tags[after] in ",;PXS"
            if tokens.tags[before] == "Q" or (closes and _left_is_clause(tokens, before, groups)):
                boundary, source = before, phrase
    if source is None:
        phrase = phrase_left(tokens, before) if before >= 0 else None
        if phrase is not None and phrase[0] > 0 and tokens.tags[phrase[0] - 1] in ",Q-":
            closing = _closes_after(tokens, main_last)
            if closing and (tokens.tags[phrase[0] - 1] == "Q" or _left_is_clause(tokens, phrase[0] - 1, groups)):
                boundary, source = phrase[0] - 1, phrase
        elif phrase is not None and tokens.tags[before] not in ",":
            boundary = -1
    if source is None or boundary < 2:
        return _after_apposition(tokens, group, groups, main_last)
    return _final_parts(tokens, source, boundary, main_last)


def _subject_before(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup]) -> bool:
    """Whether the comma before the cue ends an insertion behind its subject ("Petrova's daughter, Anna, told")."""
    if any(g.finite and g.main < group.first for g in groups):
        return False
    return find_subject(tokens, group, groups) is not None


def _after_apposition(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], main_last: int
) -> tuple[Span, tuple[Span, ...], bool] | None:
    """ "“...,” X, president of Y, said." """
    before = group.first - 1
    if before < 3 or tokens.tags[before] != "," or not _closes_after(tokens, main_last):
        return None
    subject = find_subject(tokens, group, groups)
    if subject is None or subject[2] or subject[0] < 3 or tokens.tags[subject[0] - 1] not in "Q,":
        return None
    if tokens.tags[subject[0] - 1] == "," and not _left_is_clause(tokens, subject[0] - 1, groups):
        return None
    return _final_parts(tokens, (subject[0], subject[1]), subject[0] - 1, main_last)


def _final_parts(
    tokens: Tokens, source: tuple[int, int], boundary: int, main_last: int
) -> tuple[Span, tuple[Span, ...], bool]:
    left = boundary
    while left > 0 and tokens.tags[left] in ",-":
        left -= 1
    parts = [span_of(tokens, 0, left)]
    # "The police, he said, had threatened ...": the right part belongs to it too
    after = max(main_last, source[1]) + 1
    last = sentence_end(tokens)
    while after < last and tokens.tags[after] not in ",;":
        after += 1
    if after + 1 < last and _goes_on(tokens, after, inverted=source[0] > main_last, quoted=tokens.tags[left] == "Q"):
        parts.append(span_of(tokens, after + 1, last))
    return span_of(tokens, *source), tuple(parts), False


_NO_MORE_CONTENT = frozenset({"who", "which", "whose", "whom", "when", "while", "where", "as", "after", "before", "during", "in", "at", "on",
     "with", "according"})  # fmt: skip


def _goes_on(tokens: Tokens, mark: int, *, inverted: bool, quoted: bool) -> bool:
    """Whether what follows the mark behind the cue is still said: the second half of the sentence, no word about who spoke or how."""
    if tokens.words[mark] == ":" or tokens.tags[mark + 1] == "Q":
        return True
    follows = tokens.tags[mark + 1]
    if tokens.tags[mark] != "," or follows == "R" or tokens.lows[mark + 1] in _NO_MORE_CONTENT or inverted or quoted:
        return False
    if follows == "V" and tokens.lows[mark + 1].endswith("ing"):
        return False
    return follows != "B" or mark + 4 < len(tokens)  # "..., they argue, perhaps by"; not "..., he said, calmly"


_WHEN = frozenset({"as", "when", "while", "after", "before", "during"})
_TIMES = frozenset(
    {
        "this",
        "last",
        "next",
        "earlier",
        "late",
        "early",
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "night",
    }
)


_ADDRESSING = frozenset({"told", "tells", "tell", "informed", "assured", "reminded"})


def _closes_after(tokens: Tokens, main_last: int) -> bool:
    """Whether nothing but a short phrase stands between the cue and the next mark."""
    addressee = phrase_right(tokens, main_last + 1, limit=8) if tokens.lows[main_last] in _ADDRESSING else None
    if addressee is not None:
        main_last = addressee[1]  # "..., his sister told the Harbour Review"
    start = main_last + 1
    while start < len(tokens) and (tokens.tags[start] in "BX" or tokens.lows[start] in _TIMES):
        start += 1  # "said this week at", "wrote later in"
    if start < len(tokens) and tokens.lows[start] in _WHEN:
        return True  # "..., officials said as dawn broke"
    for k in range(start, min(len(tokens), start + 14)):
        tag = tokens.tags[k]
        if tag in ",;-":
            return True
        if tag in "VbhMSQ" or (k == start and tag not in "PXBT" and start == main_last + 1):
            return False
        if k == start and tag in "WDO":
            return False
    return start >= len(tokens)


def _left_is_clause(tokens: Tokens, boundary: int, groups: list[VerbGroup]) -> bool:
    """Whether what stands before the boundary can be said: a clause with a finite verb, or the subject of one to come."""
    if any(g.finite and g.main < boundary for g in groups):
        return tokens.tags[0] not in "S" or tokens.lows[0] in {"that"}
    return boundary <= 8 and tokens.tags[0] in "DWJO" and tokens.lows[0] not in {"however", "still", "instead"}
