"""One English sentence in, its attributions out: whose words, brought by which cue, saying what. Spans only; who "he" is, is told
elsewhere. It never decides whether anybody is right."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.passage import Span
from according.domain.statement import Stance
from according.read.clauses import Tokens, VerbGroup, find_subject, phrase_left, phrase_right
from according.read.lexicon import CueForm, Lexicon


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words. `source` None: the text names nobody ("reportedly", "it was reported")."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: str = "speech"  # class of the cue: speech, testimony, allegation, admission, denial, belief, fear ...
    stance: Stance = Stance.ASSERTED
    rule: str = "en.cue.right"
    audience: Span | None = None
    negated: bool = False
    hypothetical: bool = False  # "might say", "if he says"
    shared: bool = False  # the source is the subject of an earlier verb
    weak: bool = False  # what follows the cue is no clause: "advised the workers"

    def holds(self, start: int, end: int) -> bool:
        """Whether the words from start to end are part of what is said."""
        return any(span.start <= start and end <= span.end for span in self.content)

    @property
    def size(self) -> int:
        """Code points of content; the innermost attribution is the smallest."""
        return sum(span.end - span.start for span in self.content)


_ADDRESSED = frozenset(
    ["tell", "inform", "remind", "assure", "warn", "ask", "advise", "notify", "inform", "urge", "instruct", "order"]
)
_NEEDS_THAT = frozenset(
    [
        "charge",
        "report",
        "find",
        "see",
        "hear",
        "learn",
        "know",
        "understand",
        "show",
        "demonstrate",
        "prove",
        "discover",
        "notice",
        "remember",
        "read",
        "record",
        "register",
        "post",
        "publish",
        "broadcast",
        "document",
        "sign",
        "order",
        "call",
        "judge",
        "accept",
        "recognize",
        "recognise",
        "indicate",
        "agree",
        "decide",
        "determine",
        "mention",
        "worry",
        "dismiss",
        "reject",
        "object",
        "back",
        "need",
        "seek",
        "like",
        "love",
        "hate",
        "prefer",
        "view",
        "regard",
        "consider",
        "feel",
        "guess",
        "signal",
        "call",
    ]
)
_CUT = frozenset(["while", "yet", "whereas", "although", "though", "but"])


def find_attributions(tokens: Tokens, groups: list[VerbGroup], lexicon: Lexicon) -> list[Attribution]:
    """All attributions of one sentence, in order of their cues."""
    found: list[Attribution] = []
    if not tokens.words:
        return found
    found.extend(_by_according(tokens))
    for group in groups:
        form = _cue_at(tokens, group, lexicon)
        if form is None:
            continue
        made = (
            _passive(tokens, group, groups, form, lexicon)
            if group.passive
            else _active(tokens, group, groups, form, lexicon)
        )
        if made is not None:
            found.append(made)
    found.extend(_by_noun(tokens, lexicon))
    found.extend(_by_put(tokens, groups, lexicon))
    found.extend(_by_adverb(tokens, groups, lexicon))
    found.sort(key=lambda a: a.cue.start)
    return found


def _span(tokens: Tokens, first: int, last: int) -> Span:
    return Span(tokens.starts[first], tokens.ends[last])


def _cue_at(tokens: Tokens, group: VerbGroup, lexicon: Lexicon) -> CueForm | None:
    for form in lexicon.cues.get(tokens.lows[group.main], ()):
        n = len(form.rest)
        if tuple(tokens.lows[group.main + 1 : group.main + 1 + n]) == form.rest:
            return form
    return None


def _sentence_end(tokens: Tokens) -> int:
    """Index of the last token that is not the closing full stop."""
    last = len(tokens) - 1
    while last > 0 and tokens.words[last] in {".", "!", "?"}:
        last -= 1
    return last


def _content_end(tokens: Tokens, start: int, *, cut_verbs: bool = False) -> int:
    """Last token of a content that starts at `start`: to the end, or to ", while ..." outside a quotation."""
    last = _sentence_end(tokens)
    for k in range(start + 3, last):
        if tokens.tags[k] in ",-" and not tokens.quoted[k] and tokens.lows[k + 1] in _CUT:
            return k - 1
        if tokens.words[k] in {";"} and not tokens.quoted[k]:
            return k - 1
        if tokens.tags[k] == "," and tokens.lows[k + 1] == "according" and k > start + 3:
            return k - 1
        if cut_verbs and tokens.tags[k] == "," and tokens.tags[k + 1] == "V" and tokens.lows[k + 1].endswith("ing"):
            return k - 1
        if cut_verbs and tokens.tags[k] == "C" and tokens.lows[k] in {"and", "but"} and not tokens.quoted[k]:
            after = k + 1
            while after < last and tokens.tags[after] in "Bhbd":
                after += 1
            if tokens.tags[after] == "V" and not tokens.lows[after].endswith("ing"):
                return k - 2 if tokens.tags[k - 1] == "," else k - 1
    return last


def _by_according(tokens: Tokens) -> list[Attribution]:
    found = []
    n = len(tokens)
    for k, low in enumerate(tokens.lows):
        if low != "according" or k + 2 >= n or tokens.lows[k + 1] != "to":
            continue
        phrase = phrase_right(tokens, k + 2)
        if phrase is None:
            continue
        last = phrase[1]
        content: list[Span] = []
        if k > 2:
            left = k - 1
            while left > 0 and tokens.tags[left] in ",(-":
                left -= 1
            start = _part_start(tokens, left)
            content.append(_span(tokens, start, left))
        after = last + 1
        while after < n and tokens.tags[after] not in ",;":
            after += 1
        if after + 2 < n and tokens.tags[after] == "," and (k <= 2 or tokens.tags[k - 1] == ","):
            if k <= 2 or not _starts_clause(tokens, after + 1):
                content.append(_span(tokens, after + 1, _content_end(tokens, after + 1)))
        if content:
            found.append(
                Attribution(_span(tokens, *phrase), _span(tokens, k, k + 1), tuple(content), rule="en.cue.according")
            )
    return found


def _part_start(tokens: Tokens, left: int) -> int:
    for k in range(left, 0, -1):
        if tokens.words[k] == ";" and not tokens.quoted[k]:
            return k + 1
    return 0


def _starts_clause(tokens: Tokens, k: int) -> bool:
    return tokens.tags[k] in "CSR"


def _active(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], form: CueForm, lexicon: Lexicon
) -> Attribution | None:
    if tokens.quoted[group.main] and not _nested_quote(tokens, group):
        pass  # a cue inside a quotation still brings what it brings
    if group.infinitive:
        return None
    base = lexicon.lemmas.get(tokens.lows[group.main], "")
    main_last = group.main + len(form.rest)
    cue = _span(tokens, group.first, main_last)
    final = _final_cue(tokens, group, groups, main_last)
    hypothetical = group.modal is not None
    stance = Stance(form.row.stance)
    if final is not None:
        source, content, shared = final
        return Attribution(
            source, cue, content, form.row.name, stance, "en.cue.final", None, group.negated, hypothetical, shared
        )
    subject = find_subject(tokens, group, groups)
    if subject is None or (
        tokens.lows[subject[1]] in {"it", "that", "which", "this"} and form.row.name not in {"evidence"}
    ):
        return None
    start, audience = _content_start(tokens, main_last, base)
    if start is None or start >= len(tokens):
        return None
    has_that = tokens.lows[start - 1] == "that"
    quote = tokens.tags[start] == "Q"
    if base in _NEEDS_THAT and not has_that and not quote and not _clause_follows(tokens, start, groups):
        if form.row.name != "attitude":
            return None
    strong = has_that or quote or _clause_follows(tokens, start, groups)
    end = _content_end(
        tokens, start, cut_verbs=not has_that and not quote and not _clause_follows(tokens, start, groups)
    )
    if end < start or not any(tokens.tags[k] in "WV" for k in range(start, end + 1)):
        return None
    source = _span(tokens, subject[0], subject[1])
    return Attribution(
        source, cue, (_span(tokens, start, end),), form.row.name, stance,
        "en.cue.that" if has_that else "en.cue.quote" if quote else "en.cue.right",
        audience, group.negated, hypothetical, subject[2], not strong,
    )  # fmt: skip


def _nested_quote(tokens: Tokens, group: VerbGroup) -> bool:
    return tokens.quoted[group.first]


def _clause_follows(tokens: Tokens, start: int, groups: list[VerbGroup]) -> bool:
    """Whether a clause of its own starts here: the subject of the next finite verb begins at once."""
    for group in groups:
        follows = tokens.tags[group.main + 1] if group.main + 1 < len(tokens) else ";"
        bare = group.bare_participle and follows not in "DJOW"
        if group.finite and start < group.main < start + 16 and not bare:
            found = find_subject(tokens, group, groups)
            return found is not None and start <= found[0] <= start + 3
    return False


def _content_start(tokens: Tokens, cue_last: int, base: str) -> tuple[int | None, Span | None]:
    """First token of what is said to the right of a cue, and whom it was said to."""
    n = len(tokens)
    audience: Span | None = None
    k = cue_last + 1
    for j in range(k, min(n, k + 14)):
        if tokens.lows[j] == "that" and tokens.tags[j] == "S" and j + 1 < n:
            # "told newspapers that", "said in a statement on Friday that"
            if base in _ADDRESSED and j > k:
                phrase = phrase_right(tokens, k)
                audience = _span(tokens, *phrase) if phrase else None
            return j + 1, audience
        if tokens.tags[j] == "Q" and tokens.words[j][0] in '“"«„' and not tokens.quoted[max(0, j - 1)] and j > k:
            before = tokens.tags[j - 1]
            if before in ";,":
                return j, audience
        if tokens.tags[j] in "VbhM":
            break
    if base in _ADDRESSED and k < n:
        phrase = phrase_right(tokens, k)
        if phrase is not None and phrase[1] + 1 < n:
            # "told reporters 3000 had quit": the addressee ends before a number, a name or a clause
            stop = _addressee_end(tokens, phrase)
            return stop + 1, _span(tokens, phrase[0], stop)
    while k < n and (tokens.tags[k] in ",X;" or tokens.tags[k] == "B"):
        k += 1
    return (k if k < n else None), audience


def _addressee_end(tokens: Tokens, phrase: tuple[int, int]) -> int:
    for k in range(phrase[0], phrase[1]):
        if (
            tokens.tags[k] == "O"
            or tokens.tags[k + 1] in "JD"
            or (tokens.lows[k].endswith("s") and tokens.tags[k + 1] in "O")
        ):
            return k
    return phrase[1]


def _final_cue(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], main_last: int
) -> tuple[Span, tuple[Span, ...], bool] | None:
    """ "..., he said", "..., said X of Y": the content stands to the left (and goes on to the right after a comma)."""
    n = len(tokens)
    boundary = -1
    source: tuple[int, int] | None = None
    before = group.first - 1
    if before >= 0 and tokens.tags[before] in ",Q" and group.modal is None and not group.gerund:
        # inversion: "...," said X
        phrase = phrase_right(tokens, main_last + 1)
        appended = tokens.tags[before] == "," and _subject_before(tokens, group, groups)
        if (
            phrase is not None
            and not appended
            and not (tokens.tags[before] == "," and tokens.lows[main_last + 1 : main_last + 2] == ["that"])
        ):
            after = phrase[1] + 1
            if tokens.tags[before] == "Q" or (after >= n or tokens.tags[after] in ",;PXS"):
                if tokens.tags[before] == "Q" or _left_is_clause(tokens, before, groups):
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
    parts = [_span(tokens, 0, left)]
    # "The police, he said, had threatened ...": the right part belongs to it too
    after = max(main_last, source[1]) + 1
    last = _sentence_end(tokens)
    while after < last and tokens.tags[after] not in ",;":
        after += 1
    if (after + 1 < last and (tokens.tags[after] == ",") and tokens.tags[after + 1] != "V") or (
        after + 1 < last and tokens.words[after] == ":"
    ):
        parts.append(_span(tokens, after + 1, last))
    return _span(tokens, *source), tuple(parts), False


def _closes_after(tokens: Tokens, main_last: int) -> bool:
    """Whether nothing but a short phrase stands between the cue and the next mark."""
    for k in range(main_last + 1, min(len(tokens), main_last + 9)):
        tag = tokens.tags[k]
        if tag in ",;":
            return True
        if tag in "VbhMSQ" or (k == main_last + 1 and tag not in "PXBTWDO"):
            return False
        if k == main_last + 1 and tag in "WDO":
            return False
    return main_last + 1 >= len(tokens)


def _left_is_clause(tokens: Tokens, boundary: int, groups: list[VerbGroup]) -> bool:
    """Whether what stands before the boundary can be said: a clause with a finite verb, or the subject of one to come."""
    if any(g.finite and g.main < boundary for g in groups):
        return tokens.tags[0] not in "S" or tokens.lows[0] in {"that"}
    return boundary <= 8 and tokens.tags[0] in "DWJO" and tokens.lows[0] not in {"however", "still", "instead"}


_SAID_TO = frozenset(
    [
        "say",
        "report",
        "believe",
        "think",
        "allege",
        "claim",
        "suspect",
        "know",
        "consider",
        "estimate",
        "expect",
        "fear",
        "understand",
        "assume",
        "presume",
        "suppose",
        "feel",
    ]
)


def _passive(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], form: CueForm, lexicon: Lexicon
) -> Attribution | None:
    """ "it is reported that", "is believed to have", "was told by X that"."""
    n = len(tokens)
    base = lexicon.lemmas.get(tokens.lows[group.main], "")
    cue = _span(tokens, group.first, group.main)
    subject = find_subject(tokens, group, groups)
    if form.row.name in {"attitude", "evidence", "demand"} and tokens.lows[group.main] not in {
        "known",
        "understood",
        "shown",
    }:
        return None
    by: Span | None = None
    k = group.main + 1
    if k < n and tokens.lows[k] == "by":
        phrase = phrase_right(tokens, k + 1)
        if phrase is not None:
            by, k = _span(tokens, *phrase), phrase[1] + 1
    impersonal = (subject is not None and tokens.lows[subject[0]] == "it") or subject is None
    stance = Stance(form.row.stance)
    that = next((j for j in range(k, min(n, k + 10)) if tokens.lows[j] == "that"), None)
    if impersonal and that is not None and that + 1 < n:
        reported = (_span(tokens, that + 1, _content_end(tokens, that + 1)),)
        return Attribution(by, cue, reported, form.row.name, stance, "en.cue.impersonal", None, group.negated)
    if subject is not None and k < n and tokens.tags[k] == "T" and base in _SAID_TO:
        content = (_span(tokens, subject[0], subject[1]), _span(tokens, k, _content_end(tokens, k)))
        return Attribution(by, cue, content, form.row.name, stance, "en.cue.said_to", None, group.negated)
    return None


def _by_noun(tokens: Tokens, lexicon: Lexicon) -> list[Attribution]:
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
            source = _span(tokens, *phrase) if phrase else None
        elif k > 1 and tokens.lows[k - 1] in {"his", "her", "their", "its"}:
            source = _span(tokens, k - 1, k - 1)
        start = k + 2
        content = (_span(tokens, start, _content_end(tokens, start)),)
        if name in {"asserted"} and source is None and low not in {"report", "reports"}:
            continue
        found.append(Attribution(source, _span(tokens, k, k), content, "noun", Stance(name), "en.cue.noun"))
    return found


_FIGURES = frozenset({"toll", "count", "number", "figure", "numbers", "total", "casualties", "dead"})


def _by_put(tokens: Tokens, groups: list[VerbGroup], lexicon: Lexicon) -> list[Attribution]:
    """ "X put the death toll at 70": the figure is X's."""
    found = []
    for group in groups:
        if lexicon.lemmas.get(tokens.lows[group.main]) != "put" or group.passive:
            continue
        if not _FIGURES.intersection(tokens.lows[group.main + 1 : group.main + 6]):
            continue
        subject = find_subject(tokens, group, groups)
        if subject is not None and group.main + 1 < len(tokens):
            content = _span(tokens, group.main + 1, _content_end(tokens, group.main + 1))
            source, cue = _span(tokens, subject[0], subject[1]), _span(tokens, group.first, group.main)
            found.append(Attribution(source, cue, (content,), rule="en.cue.put", negated=group.negated))
    return found


_OPENS_CLAUSE = frozenset({"after", "before", "since", "until", "as"})


def _by_adverb(tokens: Tokens, groups: list[VerbGroup], lexicon: Lexicon) -> list[Attribution]:
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
                None, _span(tokens, k, k), (_span(tokens, first, last),), "adverb", Stance(name), "en.cue.adverb"
            )
        )
    return found
