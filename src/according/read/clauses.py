"""One English sentence in, its tokens with coarse tags, verb groups and noun phrases out. A shallow reading: no parser, no model,
linear in the sentence. It never looks outside the sentence it was given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from according.read.lexicon import Lexicon, fold_word

# a word (with inner hyphens, dots of abbreviations), a clitic, a number, or one mark
_TOKEN = re.compile(
    r"\d[\d.,/]*\d|\d|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-–][^\W_]+)*(?:(?<=Mr)\.|(?<=Dr)\.|(?<=Mrs)\.|(?<=Ms)\.)?|[^\w\s]|_+"
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


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with what stands before it: auxiliaries, negation, modal, "to"."""

    first: int
    main: int
    passive: bool = False
    finite: bool = True
    negated: bool = False
    modal: str | None = None
    infinitive: bool = False
    gerund: bool = False
    bare_participle: bool = False
    perfect: bool = False
    progressive: bool = False
    present: bool = False
    past_be: bool = False


def tokenise(text: str, start: int, end: int, lexicon: Lexicon, dates: Iterable[tuple[int, int]] = ()) -> Tokens:
    """Tokens of `text[start:end]`, offsets into the text."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for match in _TOKEN.finditer(text, start, end):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match[0])
        if len(words) >= MAX_TOKENS:
            break
    lows = [fold_word(word) for word in words]
    tokens = Tokens(starts, ends, words, lows, [], [])
    masked: set[int] = set()
    for date_start, date_end in dates:
        masked.update(range(tokens.at(date_start), tokens.at(date_end)))
    _tag(tokens, lexicon, masked)
    return tokens


_MARKS = {",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(", "]": ")", "—": "-", "–": "-", "-": "-", ".": ";",
          "!": ";", "?": ";", "…": ";", "•": ";", "/": "C", "&": "C"}  # fmt: skip
_OPEN = "“«„"
_CLOSE = "”»"


def _tag(tokens: Tokens, lexicon: Lexicon, masked: set[int]) -> None:
    closed = lexicon.tags
    verbs = lexicon.verbs
    tags = tokens.tags
    inside = False
    for i, word in enumerate(tokens.words):
        low = tokens.lows[i]
        first = word[0]
        if first in _OPEN:
            inside, tag = True, "Q"
        elif first in _CLOSE:
            inside, tag = False, "Q"
        elif first == '"':
            inside, tag = not inside, "Q"
        elif i in masked:
            tag = "X"
        elif word in _MARKS:
            tag = _MARKS[word]
        elif first.isdigit() or low in _NUMBER_WORDS:
            tag = "J"
        elif low == "to":
            tag = "T"
        elif low == "'s":
            tag = "'"
        elif low in closed:
            tag = closed[low]
        elif low == "'" or low == "’":
            tag = "'" if i and tokens.words[i - 1].endswith("s") else "Q"
        elif low in verbs:
            tag = "?"
        elif low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS and first.islower():
            tag = "B"
        elif not first.isalnum():
            tag = ";"
        else:
            tag = "W"
        tags.append(tag)
        tokens.quoted.append(inside)
    for i, tag in enumerate(tags):
        if tag == "?":
            tags[i] = "V" if _is_verb(tokens, i, verbs[tokens.lows[i]], lexicon) else "W"
        elif tag == "'" and i and tags[i - 1] in "OS" and tokens.lows[i] == "'s":
            tags[i] = "b"
        elif tag == "W" and _looks_past(tokens, i):
            tags[i] = "V"


def _looks_past(tokens: Tokens, i: int) -> bool:
    """An unknown -ed word after a noun or auxiliary, not before a noun: a verb we have no row for."""
    low = tokens.lows[i]
    if not low.endswith("ed") or len(low) < 5 or not i or not tokens.words[i].islower():
        return False
    before = tokens.tags[i - 1]
    after = tokens.tags[i + 1] if i + 1 < len(tokens) else ";"
    return before in "bhgMOBRNV" or (before in "WJ)" and after in "DPTSOB,;X")


_STRIKING = frozenset({"striking", "protesting", "demonstrating", "picketing", "marching"})


def _is_verb(tokens: Tokens, i: int, kinds: str, lexicon: Lexicon) -> bool:
    before = tokens.tags[i - 1] if i else ";"
    after = tokens.tags[i + 1] if i + 1 < len(tokens) else ";"
    low_before = tokens.lows[i - 1] if i else ""
    if before == "B" and i > 1 and ("s" in kinds or kinds == "b"):
        before, low_before = tokens.tags[i - 2], tokens.lows[i - 2]
    if before in "TMdN":
        return True
    if before in "bhg":
        return "n" in kinds or "g" in kinds or "d" in kinds
    if before in "D'":
        return "g" in kinds and after in "DO" and before == "D" and low_before in {"all", "both"}
    if before == "B" and i > 1 and tokens.tags[i - 2] in "bhgMTdN":
        return True
    if "d" in kinds or "n" in kinds:
        # "three wounded men" after a number or a preposition, before a noun: an adjective
        return not (after in "W?" and (before in "PJ" or (before == "V" and low_before.endswith("ing"))))
    if after == "S" and tokens.lows[i + 1] == "that" and tokens.lows[i] in lexicon.cues and before in "WO)":
        return True
    if "g" in kinds:
        if tokens.lows[i] in _STRIKING and before in "PDC" and i + 1 < len(tokens):
            nearby = tokens.lows[i + 1 : i + 3]
            if any(low in lexicon.nouns["people"] or low in lexicon.nouns["groups"] for low in nearby):
                return False
        return not (before == "J" and after in "W?")
    if before in "P":
        return False
    if before in "OR":
        return True
    if "s" in kinds:
        if before == "W" and after == "W" and i + 1 < len(tokens) and not low_before.endswith("s"):
            follows = tokens.lows[i + 1]
            if follows in lexicon.nouns["groups"] or follows in lexicon.nouns["people"]:
                return tokens.lows[i] in lexicon.cues
        return before in "W)XQ," and (after in "DOSQTJ" or (i + 1 < len(tokens) and tokens.words[i + 1][:1].isupper()))
    group = low_before in lexicon.nouns["groups"]
    plural = (low_before.endswith("s") and not low_before.endswith(("ous", "ss", "us", "is"))) or group
    return before in "W)" and plural and (after in "DOSJTB" or (group and after in "PW"))


def verb_group(tokens: Tokens, main: int, kinds: str) -> VerbGroup:
    """The verb group whose main verb is token `main`; `kinds` are the tags its form may have."""
    j = main - 1
    aux: list[int] = []
    negated = infinitive = False
    modal: str | None = None
    while j >= 0:
        tag = tokens.tags[j]
        if tag in "bhdg":
            aux.append(j)
        elif tag == "M":
            modal = tokens.lows[j]
        elif tag == "N":
            negated = True
        elif tag == "T":
            infinitive = True
            if j and tokens.tags[j - 1] == "N":
                negated, j = True, j - 1
            j -= 1
            break
        elif tag == "X" or (tag == "P" and tokens.tags[j + 1] == "X"):
            if not _leads_to_aux(tokens, j):
                break
        elif tag != "B" or not _leads_to_aux(tokens, j):
            break
        j -= 1
    first = j + 1
    while first < main and tokens.tags[first] == "B":
        first += 1
    words = {tokens.lows[a] for a in aux}
    has_be = any(tokens.tags[a] in "bg" for a in aux)
    has_have = any(tokens.tags[a] == "h" for a in aux)
    is_ing = tokens.lows[main].endswith("ing") and "g" in kinds
    passive = has_be and not is_ing and ("n" in kinds)
    bare = not aux and modal is None and not infinitive
    being = "being" in words or "having" in words
    present = bool(words & {"is", "are", "am", "'re", "'s", "has", "have", "do", "does"}) or (
        bare and ("s" in kinds or kinds == "b")
    )
    finite = not infinitive and not (is_ing and not has_be) and not (being and not words & {"is", "are", "was", "were"})
    return VerbGroup(
        first=first, main=main, passive=passive, finite=finite, negated=negated, modal=modal, infinitive=infinitive,
        gerund=is_ing and not has_be, bare_participle=bare and "n" in kinds, perfect=has_have,
        progressive=is_ing and has_be, present=present, past_be=bool(words & {"was", "were"}),
    )  # fmt: skip


def _leads_to_aux(tokens: Tokens, j: int) -> bool:
    """Whether only adverbs stand between token j and an auxiliary, "to" or a subject: then j belongs to the verb."""
    for k in range(j - 1, max(-1, j - 4), -1):
        if tokens.tags[k] in "bhdgMTN":
            return True
        if tokens.tags[k] not in "BXP":
            return False
    return False


_NP = frozenset("WDJO'CP,BX")


def phrase_left(tokens: Tokens, end: int, *, through_prepositions: bool = True) -> tuple[int, int] | None:
    """The noun phrase whose last token is `end`, as (first, last), or None. Goes left to a verb, a mark or a subordinator."""
    if end < 0 or tokens.tags[end] in "V;QSRbhdgMTN(,CPB":
        return None
    if (
        tokens.tags[end] == "O"
        and tokens.lows[end] in _SUBJECT_PRONOUNS
        and not (end > 1 and tokens.lows[end - 1] == "of")
    ):
        return end, end
    j = end
    joined = -1  # the last "and" crossed
    quoted = tokens.quoted[end]
    while j > 0:
        tag = tokens.tags[j - 1]
        low = tokens.lows[j - 1]
        if tokens.quoted[j - 1] != quoted:
            break
        if (
            tag in "WDJ'"
            or (
                tag == "B"
                and low
                in {
                    "nearly",
                    "almost",
                    "about",
                    "just",
                    "only",
                    "even",
                    "all",
                    "both",
                    "some",
                    "newly",
                }
            )
            or (tag == "O" and low in {"one", "those", "others", "his", "her"})
        ):
            j -= 1
        elif tag == "P" and through_prepositions and j > 1 and tokens.tags[j - 2] in "WJDO":
            if low in {"after", "before", "during", "since", "until", "following", "despite", "as", "because", "amid"}:
                break
            j -= 1
        elif (
            (tag == "P" and low in {"about", "around", "over", "under", "up"} and tokens.tags[j] in "JT")
            or (
                tag == "T"
                and j > 1
                and (tokens.lows[j - 2] == "up" or (tokens.tags[j - 2] == "J" and tokens.tags[j] == "J"))
            )
            or (tag == "P" and low == "at" and tokens.lows[j] == "least")
            or (low == "than" and j > 1 and tokens.lows[j - 2] in {"more", "fewer", "less", "rather"})
            or (tag == "C" and low in {"and", "or", "&", "/"} and j > 1 and _joins_phrases(tokens, j - 1))
            or (tag == "," and j > 1 and tokens.tags[j - 2] in "W" and _in_list(tokens, j - 1, end))
            or (
                tag == "-"
                and j > 1
                and tokens.ends[j - 1] == tokens.starts[j]
                and tokens.ends[j - 2] == tokens.starts[j - 1]
            )
        ):
            joined = joined if joined > 0 else j - 1
            j -= 1
        else:
            break
    if joined > j and j > 0 and tokens.tags[j - 1] == "V" and not tokens.lows[j - 1].endswith("ing"):
        j = joined + 1  # "used their weapons and some protesters were": "and" joins clauses
    while (
        j < end
        and tokens.tags[j] in "BC'-P,"
        and tokens.lows[j] not in {"about", "around", "over", "nearly", "almost", "up", "at", "under"}
    ):
        j += 1
    # "at" and "about" only lead a phrase when a quantity follows
    if tokens.tags[j] == "P" and not (j < end and (tokens.tags[j + 1] in "JT" or tokens.lows[j + 1] == "least")):
        j += 1
    return (j, end) if j <= end else None


def opens_phrase(tokens: Tokens, j: int) -> bool:
    """Whether an article at j opens a new phrase behind a noun ("the plane | a bomb")."""
    return (
        tokens.tags[j] == "D"
        and tokens.lows[j] in _ARTICLES
        and tokens.tags[j - 1] in "WO"
        and tokens.lows[j - 1] not in _BEFORE_ARTICLE
    )


_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "these", "those", "my", "our"})
_BEFORE_ARTICLE = frozenset({"half", "twice", "such", "quite"})
_SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "him", "them", "us", "me"})


def _joins_phrases(tokens: Tokens, conjunction: int) -> bool:
    """Whether "and" stands between nouns: no verb closes the part to its left before a mark."""
    left = tokens.tags[conjunction - 1]
    return left in "WJO," and not (left == "," and conjunction > 1 and tokens.tags[conjunction - 2] not in "W")


def _in_list(tokens: Tokens, comma: int, end: int) -> bool:
    """ "A, B and C": a conjunction follows the comma before `end`, with no verb between, and the part before is short."""
    for k in range(comma + 1, min(end + 1, comma + 12)):
        if tokens.tags[k] == "C":
            return _item_before(tokens, comma)
        if tokens.tags[k] in "V;RSbM":
            return False
    return False


def _item_before(tokens: Tokens, comma: int) -> bool:
    words = 0
    for k in range(comma - 1, max(-1, comma - 9), -1):
        tag = tokens.tags[k]
        if tag in "VPX;SR":
            return False
        if tag in ",C(":
            return True
        words += 1
    return words <= 6


_STOP_RIGHT = frozenset("V;QSRbhdgMN(),X")


def phrase_right(tokens: Tokens, start: int, *, limit: int = 24) -> tuple[int, int] | None:
    """The noun phrase that starts at token `start` (adverbs and "as well as" skipped), as (first, last), or None."""
    n = len(tokens)
    while (
        start < n
        and tokens.tags[start] == "B"
        and tokens.lows[start] not in {"all", "both", "nearly", "almost", "only"}
    ):
        start += 1
    if start >= n or (tokens.tags[start] not in "WDJOB" and not _quantity_starts(tokens, start)):
        return None
    j = start
    last = start - 1
    while j < n and j - start < limit:
        tag = tokens.tags[j]
        if tag in "WJO":
            last = j
        elif tag in "D'B":
            if tag == "D" and last >= start and tokens.tags[last] in "WO" and tokens.tags[j - 1] not in "PC,D'":
                break
        elif tag == "P":
            if tokens.lows[j] not in {"of"} and not _quantity_starts(tokens, j) and j != start:
                break
        elif tag == "T":
            if not (
                j > start
                and (tokens.lows[j - 1] == "up" or tokens.tags[j - 1] == "J")
                and j + 1 < n
                and tokens.tags[j + 1] == "J"
            ):
                break
        elif tag == "C":
            if tokens.lows[j] not in {"and", "or", "&", "/"} or not _noun_follows(tokens, j + 1):
                break
        elif tag == ",":
            if not _list_goes_on(tokens, j):
                break
        elif (tag == "-" and j + 1 < n and tokens.ends[j] == tokens.starts[j + 1]) or tokens.lows[j] == "than":
            pass
        else:
            break
        j += 1
    if last < start and tokens.lows[start] in _ALONE:
        last = start
    return (start, last) if last >= start else None


_ALONE = frozenset({"her", "some", "many", "all", "those", "several", "few", "both", "one"})


def _quantity_starts(tokens: Tokens, j: int) -> bool:
    low = tokens.lows[j]
    after = tokens.lows[j + 1] if j + 1 < len(tokens) else ""
    if low == "at":
        return after in {"least", "most"}
    if low == "up":
        return after == "to"
    return low in {"about", "around", "over", "under"} and j + 1 < len(tokens) and tokens.tags[j + 1] in "JD"


def _noun_follows(tokens: Tokens, j: int) -> bool:
    """Whether a noun phrase, not a clause, follows a conjunction: no finite verb comes before the next mark."""
    if j >= len(tokens) or tokens.tags[j] not in "WDJO'":
        return False
    for k in range(j, min(len(tokens), j + 8)):
        tag = tokens.tags[k]
        if tag in "V":
            return tokens.lows[k].endswith("ing") or k > j + 4
        if tag in "bhdM":
            return False
        if tag in ",;PSR(QXC":
            return True
    return True


def _list_goes_on(tokens: Tokens, comma: int) -> bool:
    """Whether "A, B and C" goes on after this comma."""
    items = 0
    for k in range(comma + 1, min(len(tokens), comma + 14)):
        tag = tokens.tags[k]
        if tag == "C":
            return items > 0 and _noun_follows(tokens, k + 1)
        if tag == ",":
            items = 0
            continue
        if tag in "V;SRbhdMNPX(Q":
            return False
        items += 1
    return False


def verbs_of(tokens: Tokens, lexicon: Lexicon) -> list[VerbGroup]:
    """All verb groups of the sentence in order."""
    groups = []
    for i, tag in enumerate(tokens.tags):
        if tag == "V":
            groups.append(verb_group(tokens, i, lexicon.verbs.get(tokens.lows[i], "dn")))
        elif tag in "bhd" and not _is_auxiliary(tokens, i):
            groups.append(verb_group(tokens, i, "s"))
    return groups


def _is_auxiliary(tokens: Tokens, i: int) -> bool:
    for k in range(i + 1, min(len(tokens), i + 5)):
        tag = tokens.tags[k]
        if tag in "Vbhd":
            return True
        if tag not in "BNgM":
            return False
    return False


def find_subject(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], depth: int = 0
) -> tuple[int, int, bool] | None:
    """Subject of a verb group as (first, last, is shared with an earlier verb), or None."""
    j = group.first - 1
    while j >= 0 and (
        tokens.tags[j] in "BX" or (tokens.tags[j] == "Q" and tokens.quoted[j] and tokens.tags[j - 1] in "WXO")
    ):
        j -= 1
    if j < 0 or depth > 3:
        return None
    tag = tokens.tags[j]
    if tag == "R" or (tokens.lows[j] == "that" and j and tokens.tags[j - 1] == "W"):
        k = j - 1
        while k >= 0 and tokens.tags[k] in ",P":
            k -= 1
        found = phrase_left(tokens, k) if k >= 0 else None
        return (found[0], found[1], False) if found else None
    if tag == ",":
        return _subject_over_comma(tokens, j, group, groups, depth)
    if tag == ")":
        while j >= 0 and tokens.tags[j] != "(":
            j -= 1
        j -= 1
    elif tag == "C":
        earlier = _previous_verb(tokens, group, groups)
        nearest = next((g for g in reversed(groups) if g.main < group.first), None)
        if group.gerund and nearest is not None and nearest.gerund:
            earlier = nearest  # "for shooting and killing"
        if earlier is None:
            return None
        shared = find_subject(tokens, earlier, groups, depth + 1)
        return (shared[0], shared[1], True) if shared else None
    elif tag == "P" and group.gerund:
        earlier = _previous_verb(tokens, group, groups)
        if earlier is not None and tokens.lows[j] in {"of", "with"} and not earlier.passive:
            if tokens.lows[earlier.main].startswith(_ACCUSING):
                accused = phrase_right(tokens, earlier.main + 1, limit=max(1, j - earlier.main - 1))
                return (accused[0], accused[1], False) if accused else None
        if earlier is not None and tokens.lows[j] == "for" and not earlier.passive:
            # "criticised X for beating": who beat is X
            blamed = phrase_right(tokens, earlier.main + 1, limit=max(1, j - earlier.main - 1))
            if blamed is not None:
                return blamed[0], blamed[1], False
        shared = find_subject(tokens, earlier, groups, depth + 1) if earlier else None
        return (shared[0], shared[1], True) if shared else None
    elif tag in "V;Q" or (tag == "-" and j):
        return None
    found = phrase_left(tokens, j)
    if found is None:
        return None
    before = found[0] - 1
    if (
        before > 0
        and tokens.tags[before] == "V"
        and tokens.lows[before].endswith("ing")
        and tokens.tags[before - 1] == "W"
        and group.finite
    ):
        # "police using automatic weapons opened fire": the noun before the -ing word is the subject
        outer = phrase_left(tokens, before - 1)
        found = outer or found
    return found[0], found[1], False


_ACCUSING = ("accus", "suspect", "convict", "acquit", "charg", "blam")
_OBJECT_CONTROL = frozenset(
    [
        "force",
        "compel",
        "order",
        "instruct",
        "tell",
        "ask",
        "urge",
        "persuade",
        "pressure",
        "coerce",
        "allow",
        "permit",
        "enable",
        "help",
        "invite",
        "encourage",
        "require",
        "want",
        "call",
        "advise",
        "request",
        "beg",
        "make",
    ]
)


def find_controller(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon
) -> tuple[int, int, bool] | None:
    """Who would do what an infinitive says: the object of "forced X to", else the subject of the verb before "to"."""
    earlier = [g for g in groups if g.main < group.first]
    if not earlier:
        return None
    ruler = earlier[-1]
    if group.first - ruler.main > 10 or any(tokens.tags[k] in ";R" for k in range(ruler.main, group.first)):
        return None
    base = lexicon.lemmas.get(tokens.lows[ruler.main], "")
    if base in _OBJECT_CONTROL and not ruler.passive and group.first - ruler.main > 1:
        found = phrase_right(tokens, ruler.main + 1, limit=group.first - ruler.main - 1)
        if found is not None:
            return found[0], found[1], False
    if ruler.infinitive:
        return find_controller(tokens, ruler, groups, lexicon)
    subject = find_subject(tokens, ruler, groups)
    return (subject[0], subject[1], True) if subject else None


def _previous_verb(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup]) -> VerbGroup | None:
    """The last finite verb before this one, not inside a relative clause that already ended."""
    earlier = [g for g in groups if g.main < group.first]
    for candidate in reversed(earlier):
        if not candidate.finite:
            continue
        if (
            candidate.bare_participle
            and _postnominal(tokens, candidate)
            and any(g.finite for g in earlier if g.main < candidate.main)
        ):
            continue
        return candidate
    return earlier[-1] if earlier else None


def _postnominal(tokens: Tokens, group: VerbGroup) -> bool:
    after = tokens.tags[group.main + 1] if group.main + 1 < len(tokens) else ";"
    return after in "P" and tokens.lows[group.main + 1] in {"by", "with", "of", "as"}


def _subject_over_comma(
    tokens: Tokens, comma: int, group: VerbGroup, groups: list[VerbGroup], depth: int
) -> tuple[int, int, bool] | None:
    """ "A, president of X, was": the phrase before the inserted part. ", killing ten": the subject of the verb before."""
    if group.gerund:
        earlier = _previous_verb(tokens, group, groups)
        shared = find_subject(tokens, earlier, groups, depth + 1) if earlier else None
        return (shared[0], shared[1], True) if shared else None
    opening = comma - 1
    nested = 0
    while opening >= 0:
        tag = tokens.tags[opening]
        if tag == ")":
            nested += 1
        elif tag == "(":
            nested -= 1
        elif tag == "," and not nested:
            # commas inside "who was X, Y," belong to the insertion while no noun phrase can end before them
            if not any(g.finite and opening < g.main < comma and not _in_relative(tokens, opening, g) for g in groups):
                found = phrase_left(tokens, opening - 1) if tokens.tags[opening + 1] != "C" else None
                if (
                    found is not None
                    and not _is_opening_phrase(tokens, found[0])
                    and not _is_inserted(tokens, found[0])
                ):
                    return _with_partner(tokens, found, groups)
            else:
                break
        elif tag == ";":
            break
        opening -= 1
    # "X, was": one comma only; a coordinated verb or a list
    earlier = _previous_verb(tokens, group, groups)
    if earlier is None and group.bare_participle and group.first == comma + 1:
        found = phrase_left(tokens, comma - 1)
        return (found[0], found[1], False) if found else None
    if earlier is not None and not any(tokens.tags[k] in "WO" for k in range(comma + 1, group.first)):
        shared = find_subject(tokens, earlier, groups, depth + 1)
        return (shared[0], shared[1], True) if shared else None
    return None


def _is_inserted(tokens: Tokens, first: int) -> bool:
    """Whether the phrase itself hangs in an insertion: behind "by" or "in", or ", a lawyer"."""
    before = first - 1
    if before < 0:
        return False
    if tokens.tags[before] == "P":
        return True
    if tokens.tags[before] != "," or before < 2:
        return False
    named = tokens.words[before - 1][:1].isupper() and tokens.words[first][:1].islower()
    return tokens.lows[first] in {"a", "an"} or named


def _with_partner(tokens: Tokens, found: tuple[int, int], groups: list[VerbGroup]) -> tuple[int, int, bool]:
    """ "A, a lawyer, and B, an activist, were": the range from A to B; the description between falls away later."""
    first = found[0]
    if first > 3 and tokens.tags[first - 1] == "C" and tokens.tags[first - 2] == ",":
        for opening in range(first - 3, max(-1, first - 16), -1):
            if tokens.tags[opening] in ";" or any(g.finite and g.main == opening for g in groups):
                break
            if tokens.tags[opening] == ",":
                partner = phrase_left(tokens, opening - 1)
                if partner is not None and tokens.words[partner[1]][:1].isupper():
                    return partner[0], found[1], False
    return first, found[1], False


def _in_relative(tokens: Tokens, opening: int, group: VerbGroup) -> bool:
    if tokens.tags[opening + 1] in "RS":
        return True
    return any(tokens.tags[k] == "R" for k in range(opening + 1, group.main)) or group.bare_participle


def _is_opening_phrase(tokens: Tokens, first: int) -> bool:
    """Whether the phrase hangs on a preposition at the head of the sentence ("In August, ...")."""
    return first > 0 and tokens.tags[first - 1] == "P" and first <= 2
