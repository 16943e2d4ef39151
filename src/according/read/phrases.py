"""Tokens and a place in, the noun phrase that ends or begins there out. English, shallow, linear."""

from __future__ import annotations

from according.read.tokens import Tokens


def phrase_left(tokens: Tokens, end: int, *, through_prepositions: bool = True) -> tuple[int, int] | None:
    """The noun phrase whose last token is `end`, as (first, last), or None. Goes left to a verb, a mark or a subordinator."""
    day = end
    while day >= 0 and tokens.tags[day] == "X":
        day -= 1
    if day < end:  # "a letter of 2 October, seen by us, asks": a day is nobody, the letter asks
        end = day - 1 if day >= 0 and tokens.tags[day] == "P" else day
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
    listed = False  # a comma of a list was crossed
    quoted = tokens.quoted[end]
    while j > 0:
        tag = tokens.tags[j - 1]
        low = tokens.lows[j - 1]
        if tokens.quoted[j - 1] != quoted or _begins_anew(tokens, j):
            break
        if tokens.tags[j] == "C" and tag in ")-":
            before = _over_insertion(tokens, j - 1)
            if before < 0:
                break
            joined, listed, j = joined if joined > 0 else j, True, before + 1
            continue
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
        elif tag == "T" and j > 1 and tokens.lows[j - 2] in _POSTED_TO and tokens.tags[j] in "WD":
            j -= 1  # "the ambassador to X", "an aide to the mayor"
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
            if tag in "C,":
                joined = joined if joined > 0 else j - 1
            listed = listed or tag == ","
            j -= 1
        else:
            break
    if joined > j and j > 0 and not listed and tokens.tags[j - 1] in "VT" and not tokens.lows[j - 1].endswith("ing"):
        j = joined + 1  # "used their weapons and some protesters were": "and" joins clauses
    if joined > j > 1 and tokens.tags[j - 1] == "P" and tokens.tags[j - 2] in "bhd":
        j = joined + 1  # "bodies are on the ground and people are injured"
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


def _over_insertion(tokens: Tokens, close: int) -> int:
    """ "six priests (five of them foreigners) and two women": the noun before what stands in brackets or dashes, or -1."""
    mark = "(" if tokens.tags[close] == ")" else "-"
    if mark == "-" and tokens.ends[close - 1] == tokens.starts[close] and tokens.tags[close - 1] != "-":
        return -1  # a hyphen inside a word
    k = close - 1
    while k > 0 and mark == "-" and tokens.tags[k] == "-":
        k -= 1
    while k > max(0, close - 18) and tokens.tags[k] not in "bhM;":
        if tokens.tags[k] == mark:
            while k > 0 and tokens.tags[k] == mark:
                k -= 1
            return k if tokens.tags[k] in "WJ" else -1
        k -= 1
    return -1


def _begins_anew(tokens: Tokens, j: int) -> bool:
    """ "during the assault | seven people": a number behind a plain noun begins another phrase."""
    if tokens.tags[j - 1] != "W" or not tokens.words[j - 1].islower() or tokens.lows[j - 1] in _BEFORE_NUMBER:
        return False
    number = j
    if tokens.lows[j] in {"more", "fewer", "at", "about", "around", "over", "some", "approximately"}:
        number = j + 2 if tokens.lows[j + 1 : j + 2] in (["than"], ["least"], ["most"]) else j + 1
    if number + 1 >= len(tokens) or tokens.tags[number] != "J":
        return False
    if tokens.lows[number] in {"one", "hundred", "thousand", "million"}:
        return False
    return tokens.tags[number + 1] in "WJ" and tokens.words[number + 1].islower()


_POSTED_TO = frozenset(
    ["ambassador", "ambassadors", "envoy", "envoys", "adviser", "advisers", "advisor", "advisors", "delegate", "delegates",
     "representative", "representatives", "heir", "nuncio", "aide", "aides", "assistant", "assistants", "attache", "lieutenant", "lieutenants", "deputy",
     "deputies", "counsel", "consultant", "bodyguard", "chauffeur"]
)  # fmt: skip


_BEFORE_NUMBER = frozenset(
    ["some", "last", "first", "next", "other", "same", "past", "another", "additional", "further", "final", "remaining", "at",
     "least", "most", "approximately", "roughly", "nearly", "almost", "about", "exactly", "no", "number", "page", "group",
     "local", "total", "estimated", "record", "new", "entire", "only", "whole", "extra", "dozen", "hundred", "thousand"]
)  # fmt: skip


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
    if left in ")-":
        return _over_insertion(tokens, conjunction - 1) >= 0
    return left in "WJO," and not (left == "," and conjunction > 1 and tokens.tags[conjunction - 2] not in "W")


def _in_list(tokens: Tokens, comma: int, end: int) -> bool:
    """ "A, B and C": a conjunction follows the comma before `end`, with no verb between, and the part before is short."""
    since = comma
    for k in range(comma + 1, min(end + 1, comma + 60)):
        if tokens.tags[k] == "C":
            return _item_before(tokens, comma)
        if tokens.tags[k] == ",":
            since = k
        if tokens.tags[k] in "V;RSbM" or k > since + 10:
            return False
    return False


def _item_before(tokens: Tokens, comma: int) -> bool:
    words = 0
    for k in range(comma - 1, max(-1, comma - 9), -1):
        tag = tokens.tags[k]
        if tokens.lows[k] == "of":
            return True
        if tag in "VPX;SRT":
            return False
        if tag in ",C(":
            return True
        words += 1
    return words <= 6


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
    listed = False  # a comma of a list was crossed
    while j < n and j - start < limit + (_LIST if listed and limit >= _LIST // 2 else 0):
        tag = tokens.tags[j]
        if tag == "O" and last >= start and tokens.lows[j] in _SUBJECT_PRONOUNS and tokens.tags[j - 1] == "W":
            break  # "a store owner they took"
        if tag in "WJO":
            last = j
        elif tag in "D'B":
            if tag == "D" and last >= start and tokens.tags[last] in "WO" and tokens.tags[j - 1] not in "PC,D'":
                break
        elif tag == "P":
            if tokens.lows[j] == "following" and j > start and tokens.tags[j - 1] == "D":
                pass  # "the following material"
            elif tokens.lows[j] not in {"of"} and not _quantity_starts(tokens, j) and j != start:
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
            names = listed and _closes_names(tokens, j)
            if tokens.lows[j] not in {"and", "or", "&", "/"} or not (names or _noun_follows(tokens, j + 1)):
                break
        elif tag == ",":
            closing = listed and j + 1 < n and tokens.lows[j + 1] == "and"
            closing = closing and (_noun_follows(tokens, j + 2) or _closes_names(tokens, j + 1))
            if not closing and not _list_goes_on(tokens, j):
                break
            listed = True
        elif tag == "Q" and j > start and _names_in_quotes(tokens, j):
            pass  # the “violent crackdown”, one rebel “terrorist”
        elif (tag == "-" and j + 1 < n and tokens.ends[j] == tokens.starts[j + 1]) or tokens.lows[j] == "than":
            pass
        else:
            break
        j += 1
    if last < start and tokens.lows[start] in _ALONE:
        last = start
    return (start, last) if last >= start else None


_LIST = 40  # more words a list of names may have


def _names_in_quotes(tokens: Tokens, j: int) -> bool:
    """Whether a quotation mark inside a noun phrase opens a word or two that only name what it is."""
    if tokens.quoted[j - 1]:
        return False
    if tokens.tags[j - 1] == "D":
        return True
    short = any(tokens.tags[k] == "Q" for k in range(j + 2, min(len(tokens), j + 5)))
    return tokens.tags[j - 1] in "JW" and short and j + 1 < len(tokens) and tokens.tags[j + 1] == "W"


_ALONE = frozenset({"her", "some", "many", "all", "those", "several", "few", "both", "one"})


def _quantity_starts(tokens: Tokens, j: int) -> bool:
    low = tokens.lows[j]
    after = tokens.lows[j + 1] if j + 1 < len(tokens) else ""
    if low == "at":
        return after in {"least", "most"}
    if low == "up":
        return after == "to"
    if low not in {"about", "around", "over", "under"} or j + 1 >= len(tokens):
        return False
    if tokens.tags[j + 1] == "J":
        return True  # "over the weekend", "under the law" begin no quantity
    return after in {"a", "half", "one"} and j + 2 < len(tokens) and tokens.tags[j + 2] == "J"


def _noun_follows(tokens: Tokens, j: int) -> bool:
    """Whether a noun phrase, not a clause, follows a conjunction: no finite verb comes before the next mark."""
    if j >= len(tokens) or tokens.tags[j] not in "WDJO'":
        return False
    for k in range(j, min(len(tokens), j + 8)):
        tag = tokens.tags[k]
        if tag in "V":
            behind = tokens.tags[k - 1] == "W" and k + 1 < len(tokens) and tokens.tags[k + 1] == "P" and k > j
            return tokens.lows[k].endswith("ing") or k > j + 4 or (behind and tokens.lows[k].endswith("ed"))
        if tag in "bhdM":
            return False
        if tag in ",;PSR(QXC":
            return True
    return True


def _closes_names(tokens: Tokens, conjunction: int) -> bool:
    """ "A B, C D, and E F were": names on both sides, whatever verb comes behind the last."""
    before = conjunction - 1 - (tokens.tags[conjunction - 1] == ",")
    after = conjunction + 1
    return after < len(tokens) and tokens.words[before][:1].isupper() and tokens.words[after][:1].isupper()


def _list_goes_on(tokens: Tokens, comma: int) -> bool:
    """Whether "A, B and C" goes on after this comma."""
    items = before = 0
    since = comma
    for k in range(comma + 1, min(len(tokens), comma + 60)):
        tag = tokens.tags[k]
        since = k if tag == "," else since
        if k > since + 12:
            return False
        if tag == "C":
            return (items > 0 or before > 0) and (_noun_follows(tokens, k + 1) or _closes_names(tokens, k))
        if tag == ",":
            items, before = 0, items
            continue
        if tag in "V;SRbhdMNPX(Q":
            return False
        items += 1
    return False
