"""One English sentence in, its tokens with coarse tags out. No parser, no model, linear in the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from according.read.lexicon import Lexicon, fold_word

# a word (with inner hyphens, dots of abbreviations), a clitic, a number, or one mark
_TOKEN = re.compile(
    r"\d[\d.,/]*\d|\d|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|(?:[^\W\d_]-)?(?:[^\W\d_]\.){2,}|(?:[^\W\d_a-z]\.)+[^\W\d_a-z](?![\w.])|''|``|[^\W_]+(?:[-–][^\W_]+)*(?:(?<=Mr)\.|(?<=Dr)\.|(?<=Mrs)\.|(?<=Ms)\.)?|[^\w\s]|_+"
)


_NUMBER_WORDS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "dozen",
        "dozens",
        "scores",
    ]
)


_NOT_ADVERBS = frozenset(
    [
        "family",
        "rally",
        "assembly",
        "supply",
        "reply",
        "bully",
        "belly",
        "anomaly",
        "monopoly",
        "ally",
        "jelly",
        "homily",
        "friendly",
        "early",
    ]
)


MAX_TOKENS = 400  # a longer "sentence" is a table or a list; only its first tokens are read


@dataclass(slots=True)
class Tokens:
    """Parallel lists over one sentence. Tags: W word, J number, V verb, D determiner, P preposition, S subordinator, R relative,
    C conjunction, b/h/d/g auxiliaries, M modal, T "to", N negation, O pronoun, B adverb, X date, ' possessive, Q quotation
    mark, and "," ";" "(" ")" "-" for marks."""

    starts: list[int]
    ends: list[int]
    words: list[str]  # as printed
    lows: list[str]  # folded
    tags: list[str]
    quoted: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after the offset."""
        return bisect_left(self.starts, offset)


def tokenise(
    text: str, start: int, end: int, lexicon: Lexicon, dates: Iterable[tuple[int, int]] = (), *, inside: bool = False
) -> Tokens:
    """Tokens of `text[start:end]`, offsets into the text. `inside`: a quotation is open where the sentence begins."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        at, after = match.span()
        if word == "." and words and at == ends[-1] and _abbreviates(text, words[-1], after, end):
            ends[-1] = after
            words[-1] += "."
            continue
        starts.append(at)
        ends.append(after)
        words.append(word)
        if len(words) >= MAX_TOKENS:
            break
    lows = [word.lower() if word.isascii() or word.isalpha() else fold_word(word) for word in words]
    tokens = Tokens(starts, ends, words, lows, [], [])
    masked: set[int] = set()
    for date_start, date_end in dates:
        masked.update(range(tokens.at(date_start), tokens.at(date_end)))
    _tag(tokens, lexicon, masked, inside)
    return tokens


def _abbreviates(text: str, word: str, after: int, end: int) -> bool:
    """ "Sen. Orlova", "J. Brem": a full stop inside a sentence, behind a short capitalised word and before another word."""
    return (
        len(word) <= 5
        and word[0].isupper()
        and word.isalpha()
        and after + 1 < end
        and (text[after] in ",)" or (text[after] in " \u00a0" and text[after + 1].isalnum()))
    )


# What a mark of punctuation is to a clause, in every language: a comma, a stop, a bracket, a dash.
MARKS = {",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "—": "-", "–": "-", "-": "-", ".": ";", "!": ";", "?": ";", "…": ";"}  # fmt: skip
_MARKS = MARKS | {"[": "(", "]": ")", "•": ";", "/": "C", "&": "C"}


_OPEN = "“«„"


_CLOSE = "”»"


_DOUBLED = frozenset({"''", "``"})


def _tag(tokens: Tokens, lexicon: Lexicon, masked: set[int], inside: bool) -> None:
    closed = lexicon.tags
    verbs = lexicon.verbs
    days = lexicon.days
    words, lows, tags, quoted = tokens.words, tokens.lows, tokens.tags, tokens.quoted
    for i, word in enumerate(words):
        low = lows[i]
        first = word[0]
        if first in _OPEN:
            inside, tag = True, "Q"
        elif first in _CLOSE:
            inside, tag = False, "Q"
        elif first == '"' or word in _DOUBLED:
            inside, tag = not inside, "Q"
        elif i in masked or (
            low in days and not (i > 1 and first.isupper() and tags[-1] == "W" and words[i - 1][0].isupper())
        ):
            tag = "X"
            if i and lows[i - 1] in {"early", "late"} and tags[-1] == "W":
                tags[-1] = "B"  # "arrested her early Tuesday"
        elif word in _MARKS:
            tag = _MARKS[word]
        elif first.isdigit() or low in _NUMBER_WORDS:
            tag = "J"
        elif low == "to":
            tag = "T"
        elif low == "'s":
            tag = "'"
        elif low in closed:
            tag = "W" if closed[low] == "M" and _is_month(tokens, i) else closed[low]
        elif low == "'" or low == "’":
            tag = "'" if i and words[i - 1].endswith("s") else "Q"
        elif low in verbs:
            tag = "?"
        elif low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS and (first.islower() or _opens(tokens, i)):
            tag = "B"
        elif not first.isalnum():
            tag = ";"
        else:
            tag = "W"
        tags.append(tag)
        quoted.append(inside)
    for i, tag in enumerate(tags):
        if tag == "?":
            is_verb = not _inside_name(tokens, i) and _is_verb(tokens, i, verbs[lows[i]], lexicon)
            tags[i] = "V" if is_verb else "W"
        elif tag == "'" and i and tags[i - 1] in "OS" and lows[i] == "'s":
            tags[i] = "b"
        elif tag == "W" and i and (_looks_past(tokens, i) or (tags[i - 1] in "BNM" and _behind_modal(tokens, i))):
            tags[i] = "V"


def _is_month(tokens: Tokens, i: int) -> bool:
    """ "On 19 May the trial opened", "in May", "May 3": no modal."""
    if not tokens.words[i][0].isupper():
        return False
    before = tokens.lows[i - 1] if i else ""
    after = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    numbered = before.isdigit() and int(before[:4]) <= 31
    return numbered or after[:1].isdigit() or (bool(i) and tokens.words[i].istitle() and before in _BEFORE_MONTHS)


_BEFORE_MONTHS = frozenset(["in", "of", "since", "until", "till", "by", "early", "late", "mid", "last", "this", "next", "from", "during", "between"])  # fmt: skip

_ADVERB_ENDS = ("cally", "ously", "ently", "antly", "edly", "ively", "ually", "ically", "ately", "ably", "ibly")


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised word is an adverb that opens the sentence or a quotation, not a name in -ly."""
    return (i == 0 or tokens.tags[i - 1] in "Q;") and tokens.lows[i].endswith(_ADVERB_ENDS)


def _inside_name(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised word stands between capitalised words, in a sentence that also has small ones: part of a name."""
    if not (0 < i < len(tokens) - 1 and tokens.words[i][:1].isupper() and tokens.words[i][1:].islower()):
        return False
    before, after = tokens.words[i - 1], tokens.words[i + 1]
    if not (before[:1].isupper() and tokens.tags[i - 1] in "W?"):
        return False
    if i > 1 and tokens.words[i - 2][:1].isupper() and after[:1].islower() and after.isalpha():
        return _mostly_small(tokens)
    return after[:1].isupper() and _mostly_small(tokens)


def _mostly_small(tokens: Tokens) -> bool:
    words = [word for word in tokens.words if word[:1].isalpha() and len(word) > 3]
    return sum(word[:1].islower() for word in words) * 2 > len(words)


def _looks_past(tokens: Tokens, i: int) -> bool:
    """An unknown -ed word after a noun or auxiliary, not before a noun: a verb we have no row for."""
    low = tokens.lows[i]
    if not low.endswith("ed") or len(low) < 5 or not i or not tokens.words[i].islower():
        return False
    before = tokens.tags[i - 1]
    after = tokens.tags[i + 1] if i + 1 < len(tokens) else ";"
    return before in "bhgMOBRNV" or (before in "WJ)" and after in "DPTSOB,;XJ")


def _behind_modal(tokens: Tokens, i: int) -> bool:
    """An unknown small word behind a modal, "not" or adverbs between: "should quickly revoke", "will not oppose"."""
    k = i - 1
    while k >= 0 and (tokens.tags[k] in "BN") and k > i - 4:
        k -= 1
    return k >= 0 and tokens.tags[k] == "M" and tokens.words[i].islower() and tokens.lows[k] not in {"'d", "’d"}


_STRIKING = frozenset({"striking", "protesting", "demonstrating", "picketing", "marching", "ambushing", "attacking"})


_KILLING = frozenset({"bombing", "shooting", "killing", "beating", "looting", "rioting", "burning"})
_AFTER_NOUN = frozenset(
    {"victim", "victims", "suspect", "suspects", "attack", "attacks", "case", "incident", "death", "deaths"}
)


def _is_noun_in_ing(tokens: Tokens, i: int, before: str, after: str, lexicon: Lexicon) -> bool:
    """ "the January bombing", "a car bombing outside", "shooting victims": a noun, so nobody near it is who did it."""
    follows = tokens.lows[i + 1] if i + 1 < len(tokens) else ""
    if before in "JX" or follows in _AFTER_NOUN or (before in "PD" and follows == "of"):
        return before != "X" or after not in "DO"
    if before != "W" or tokens.lows[i] not in _KILLING:
        return False
    nouns = lexicon.nouns
    somebody = any(tokens.lows[i - 1] in nouns[name] for name in ("people", "groups", "authorities", "organisations"))
    return not somebody and after not in "DJO"


def _closes(tokens: Tokens, i: int) -> bool:
    """ "…, the Harbour Times reports.": a cue at the end, its subject right behind a comma or a quotation mark."""
    for k in range(i - 1, max(0, i - 7), -1):
        if tokens.tags[k] in ",Q":
            return tokens.tags[k + 1] == "D" or tokens.words[k + 1][:1].isupper()
        if tokens.tags[k] not in "WD'":
            return False
    return False


def _coordinated(tokens: Tokens, i: int) -> bool:
    """ "should revoke their custody and obtain an order": a base form behind "and" goes with the modal or "to" before."""
    for k in range(i - 2, max(0, i - 14), -1):
        if tokens.tags[k] in ";SRQ":
            return False
        if tokens.tags[k] == "V":
            return k > 0 and any(tokens.tags[m] in "MT" for m in range(max(0, k - 2), k))
    return False


_NO_CALLERS = frozenset({"phone", "telephone", "conference", "curtain", "roll", "house", "crank", "cold", "sales"})


def _brings_preposition(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """ "the resolution calls for", "the union insists on": an event or cue that needs this preposition, behind a singular noun."""
    named = tokens.words[i - 1][:1].isupper() and tokens.words[i][:1].islower()
    if (tokens.lows[i - 1].endswith("s") and not named) or tokens.lows[i - 1] in _NO_CALLERS:
        return False
    follows = tokens.lows[i + 1]
    low = tokens.lows[i]
    return any(form.rest[:1] == (follows,) for form in lexicon.events.get(low, ())) or any(
        form.rest[:1] == (follows,) for form in lexicon.cues.get(low, ())
    )


def _is_plural(low: str) -> bool:
    return low.endswith("s") and not low.endswith(("ous", "ss", "us", "is"))


def _has_plural_head(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """ "relatives of A. Kern demand her release": a base form before an article or "her", whose subject is the plural before "of"."""
    k = i - 1
    while k > 0 and tokens.tags[k] in "W?D'J" and k > i - 6:
        k -= 1
    if k < 1 or tokens.tags[k] != "P":
        return False
    head = tokens.lows[k - 1]
    people = head in lexicon.nouns["people"] or head in lexicon.nouns["groups"] or _is_plural(head)
    return people and tokens.tags[k - 1] == "W"


def _is_verb(tokens: Tokens, i: int, kinds: str, lexicon: Lexicon) -> bool:
    before = tokens.tags[i - 1] if i else ";"
    after = tokens.tags[i + 1] if i + 1 < len(tokens) else ";"
    low_before = tokens.lows[i - 1] if i else ""
    if low_before == "further" and i > 1 and ("s" in kinds or "d" in kinds) and after in "SDOT":
        before, low_before = tokens.tags[i - 2], tokens.lows[i - 2]
    if (
        before == "B"
        and "s" in kinds
        and low_before.endswith("ly")
        and i > 1
        and tokens.tags[i - 2] in "WO"
        and after in ";,Q"
    ):
        return True  # "a claim that the company strongly disputes"
    if before == "C" and "b" in kinds and after in "DO" and _coordinated(tokens, i):
        return True
    if before == "W" and "s" in kinds and after == "P" and _brings_preposition(tokens, i, lexicon):
        return True
    if before == "B" and i > 1 and ("s" in kinds or kinds == "b"):
        before, low_before = tokens.tags[i - 2], tokens.lows[i - 2]
    if before == "T" and kinds == "g":
        return False
    if before in "TMdN":
        return True
    if tokens.lows[i] in lexicon.only_verbs and before not in "DP'":
        return before not in "bhg" or "n" in kinds
    if before in "bhg":
        return "n" in kinds or "g" in kinds or "d" in kinds
    if before in "D'":
        return "g" in kinds and after in "DO" and before == "D" and low_before in {"all", "both"}
    if before == "B" and i > 1 and tokens.tags[i - 2] in "bhgMTdN":
        return True
    if "d" in kinds or "n" in kinds:
        # "three wounded men" after a number or a preposition, before a noun: an adjective
        return not (
            after in "W?"
            and not tokens.lows[i + 1].endswith("ed")
            and (before in "PJ" or (before == "V" and low_before.endswith("ing")))
        )
    if after == "S" and tokens.lows[i + 1] == "that" and tokens.lows[i] in lexicon.cues and before in "WO)":
        # "the government claim that": a base form behind a singular is a noun
        body = low_before in lexicon.nouns["organisations"] and low_before not in lexicon.nouns["groups"]
        return kinds != "b" or not body or low_before.endswith("s")
    if "g" in kinds:
        if tokens.lows[i] in _STRIKING and before in "PDC" and i + 1 < len(tokens):
            nearby = tokens.lows[i + 1 : i + 3]
            if any(low in lexicon.nouns["people"] or low in lexicon.nouns["groups"] for low in nearby):
                return False
        return not _is_noun_in_ing(tokens, i, before, after, lexicon)
    if before in "P":
        return False
    if before in "OR":
        return True
    if "s" in kinds and after == ";" and before == "W" and tokens.lows[i] in lexicon.cues and _closes(tokens, i):
        return True
    if "s" in kinds:
        if before == "W" and after == "W" and i + 1 < len(tokens) and not low_before.endswith("s"):
            follows = tokens.lows[i + 1]
            if follows in lexicon.nouns["groups"] or follows in lexicon.nouns["people"]:
                return tokens.lows[i] in lexicon.cues
        return before in "W)XQ," and (after in "DOSQTJ" or (i + 1 < len(tokens) and tokens.words[i + 1][:1].isupper()))
    if before == "W" and low_before.endswith("s") and after == "W" and tokens.lows[i] in lexicon.cues:
        follows = tokens.lows[i + 1]
        if follows in lexicon.nouns["groups"] or follows in lexicon.nouns["people"]:
            return True
    if before == "W" and after in "DO" and _has_plural_head(tokens, i, lexicon):
        return True
    group = low_before in lexicon.nouns["groups"]
    plural = _is_plural(low_before) or group
    return before in "W)" and plural and (after in "DOSJTB" or (group and after in "PW"))
