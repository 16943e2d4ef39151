"""What attributions are made of: the noun itself, and where the words of a speaker begin and end. English."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.passage import Span
from according.domain.statement import Stance
from according.read.lexicon import Lexicon
from according.read.phrases import phrase_right
from according.read.subjects import find_subject
from according.read.tokens import Tokens
from according.read.verbs import VerbGroup


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
    within: tuple[Attribution, ...] = ()  # what is attributed further inside these words: paper, police, witness

    def holds(self, start: int, end: int) -> bool:
        """Whether the words from start to end are part of what is said."""
        return any(span.start <= start and end <= span.end for span in self.content)

    @property
    def size(self) -> int:
        """Code points of content; the innermost attribution is the smallest."""
        return sum(span.end - span.start for span in self.content)


def span_of(tokens: Tokens, first: int, last: int) -> Span:
    return Span(tokens.starts[first], tokens.ends[last])


def sentence_end(tokens: Tokens) -> int:
    """Index of the last token that is not the closing full stop."""
    last = len(tokens) - 1
    while last > 0 and tokens.words[last] in {".", "!", "?"}:
        last -= 1
    return last


def content_end(tokens: Tokens, start: int, *, cut_verbs: bool = False) -> int:
    """Last token of a content that starts at `start`: to the end, or to ", while ..." outside a quotation."""
    last = sentence_end(tokens)
    for k in range(start + 3, last):
        if tokens.tags[k] in ",-" and not tokens.quoted[k] and tokens.lows[k + 1] in _CUT:
            return k - 1
        if tokens.words[k] in {";"} and not tokens.quoted[k]:
            return k - 1
        if tokens.tags[k] == "," and tokens.lows[k + 1] == "according" and k > start + 3 and not tokens.quoted[k]:
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


_CUT = frozenset(["while", "yet", "whereas", "although", "though", "but"])


def clause_follows(tokens: Tokens, start: int, groups: list[VerbGroup]) -> bool:
    """Whether a clause of its own starts here: the subject of the next finite verb begins at once."""
    for group in groups:
        follows = tokens.tags[group.main + 1] if group.main + 1 < len(tokens) else ";"
        led = (
            tokens.tags[group.first - 1] == "O"
            if tokens.tags[group.first - 1] != "B"
            else tokens.tags[group.first - 2] == "O"
        )
        bare = group.bare_participle and follows not in "DJOW" and not led
        if group.finite and start < group.main < start + 16 and not bare:
            if any(tokens.tags[k] == "R" for k in range(start, group.first)):
                return False  # "thinks about the ten who were killed"
            found = find_subject(tokens, group, groups)
            return found is not None and start <= found[0] <= start + 3
    return False


def own_content_end(
    tokens: Tokens,
    group: VerbGroup | None,
    groups: list[VerbGroup],
    start: int,
    end: int,
    opener: int,
    lexicon: Lexicon,
) -> int:
    """Where what is said ends before the author goes on: the main clause behind "When X said that …,", or a further cue of the
    same speaker (", adding that", "and asked whether")."""
    led = opener >= 0 and (tokens.tags[opener] == "S" or tokens.lows[opener] in _LEADS_CLAUSE)
    led = led and (
        opener == 0 or tokens.tags[opener - 1] in ",;-(Q" or tokens.lows[opener - 1] in {"even", "but", "and"}
    )
    led = led and not any(g.finite and g.main < opener for g in groups)
    for k in range(start + 1, end):
        tag, after = tokens.tags[k], k + 1
        if tag == "," and tokens.tags[after] == "Q" and tokens.quoted[k] and not tokens.quoted[after] and after < end:
            after += 1  # "“…,” the police came"
        elif tokens.quoted[k]:
            continue
        if tag == ",":
            if led and clause_follows(tokens, after, groups):
                return after - 1 if after > k + 1 else k - 1
            joined = tokens.lows[after] in {"and", "but"}
            if joined:
                after += 1
                if after > end:
                    return end
                if _others_say(tokens, after, groups, lexicon):
                    return k - 1
            if tokens.tags[after] == "B" and after < end:
                after += 1
            if tokens.tags[after] == "V" and _is_speech_cue(tokens, after, lexicon):
                return k - 1 if not tokens.quoted[k] else k + 1
        elif (
            tag == "C"
            and tokens.lows[k] in {"and", "but"}
            and tokens.tags[after] == "V"
            and group is not None
            and _is_speech_cue(tokens, after, lexicon)
        ):
            same = tokens.lows[after].endswith("ing") == tokens.lows[group.main].endswith("ing")
            perfect = any(g.perfect and start <= g.main < k for g in groups)  # "had come and said": both are told
            if same and not perfect and tokens.lows[after][-1] == tokens.lows[group.main][-1]:
                return k - 1
    return end


_LEADS_CLAUSE = frozenset(
    {"as", "after", "before", "since", "until", "when", "while", "if", "though", "although", "because"}
)


def _others_say(tokens: Tokens, start: int, groups: list[VerbGroup], lexicon: Lexicon) -> bool:
    """ "..., and other leaders said": somebody else's turn."""
    group = next((g for g in groups if g.finite and g.main > start), None)
    if group is None or group.main > start + 9 or group.passive or not _is_speech_cue(tokens, group.main, lexicon):
        return False
    found = find_subject(tokens, group, groups)
    return found is not None and start <= found[0] <= start + 1 and tokens.tags[start] not in "OR"


def _is_speech_cue(tokens: Tokens, k: int, lexicon: Lexicon) -> bool:
    return any(form.row.name in _SAYING for form in lexicon.cues.get(tokens.lows[k], ()))


_SAYING = frozenset({"speech", "testimony", "allegation", "admission", "denial"})


def content_start(tokens: Tokens, cue_last: int, base: str) -> tuple[int | None, Span | None]:
    """First token of what is said to the right of a cue, and whom it was said to."""
    n = len(tokens)
    audience: Span | None = None
    k = cue_last + 1
    for j in range(k, min(n, k + 14)):
        if tokens.lows[j] == "that" and tokens.tags[j] == "S" and j + 1 < n and _is_complementiser(tokens, k, j, base):
            # "told newspapers that", "said in a statement on Friday that"
            if base in _ADDRESSED and j > k:
                phrase = phrase_right(tokens, k)
                audience = span_of(tokens, *phrase) if phrase else None
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
            return stop + 1, span_of(tokens, phrase[0], stop)
    while k < n and (tokens.tags[k] in ",X;" or (tokens.tags[k] == "B" and tokens.lows[k] not in _BEGINS_CLAUSE)):
        k += 1
    return (k if k < n else None), audience


def _is_complementiser(tokens: Tokens, start: int, that: int, base: str) -> bool:
    """Whether "that" brings what is said: not "that day", not "a plan that would", and no object stands before it."""
    follows = tokens.tags[that + 1]
    if follows in "b;":  # "that's", "he said that."
        return False
    if that > start:
        if follows in "VMhd" and not tokens.words[that + 1][0].isupper():
            return False  # relative: "a message that was sent"
        if base not in _ADDRESSED and tokens.tags[start] not in "PXBCS,(-" and tokens.lows[start] not in _WHEN:
            return False  # an object stands between: "cited a source for his claim that"
    if "O" in follows or any(tag in "VbhdM" for tag in tokens.tags[that + 1 : that + 40]):
        return True
    return not any(tag in ",;" for tag in tokens.tags[that + 2 : that + 4]) and that + 4 < len(tokens)  # not "that day"


_WHEN = frozenset(["this", "last", "next", "earlier", "late", "early", "yesterday", "today", "monday", "tuesday", "wednesday",
     "thursday", "friday", "saturday", "sunday", "again", "publicly", "repeatedly"])  # fmt: skip


def _addressee_end(tokens: Tokens, phrase: tuple[int, int]) -> int:
    for k in range(phrase[0], phrase[1]):
        if (
            tokens.tags[k] == "O"
            or tokens.tags[k + 1] in "JD"
            or (tokens.lows[k].endswith("s") and tokens.tags[k + 1] in "O")
        ):
            return k
    return phrase[1]


_BEGINS_CLAUSE = frozenset({"there", "all", "both", "even", "only", "just", "nearly", "almost"})
_ADDRESSED = frozenset(
    ["tell", "inform", "remind", "assure", "warn", "ask", "advise", "notify", "inform", "urge", "instruct", "order"]
)
