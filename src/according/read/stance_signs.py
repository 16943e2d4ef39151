"""What stands around a verb or a noun that makes it less than a plain fact: negation, condition, demand, charge, refutation."""

from __future__ import annotations

from according.domain.statement import Stance
from according.read.lexicon import Lexicon
from according.read.tokens import Tokens
from according.read.verbs import VerbGroup


def find_unproved(tokens: Tokens, first: int, lexicon: Lexicon) -> int | None:
    """The "no" of "there is no evidence that he was beaten": who says so tells of no beating."""
    for k in range(first - 1, max(2, first - 16), -1):
        if tokens.lows[k] == "that" and tokens.lows[k - 1] in lexicon.stance["refuted"]["unproved"]:
            return next((m for m in range(k - 2, max(-1, k - 5), -1) if tokens.lows[m] == "no"), None)
        if tokens.tags[k] in ";R" or tokens.lows[k] in {"that", "but"}:
            return None
    return None


def find_joined(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon) -> VerbGroup | None:
    """ "declined to confirm or deny", "will meet and discuss": the infinitive or modal before "and" holds for the bare form behind it."""
    if group.first != group.main or not group.first or tokens.tags[group.first - 1] != "C":
        return None
    if "b" not in lexicon.verbs.get(tokens.lows[group.main], ""):
        return None
    before = next((g for g in reversed(groups) if g.main < group.first), None)
    if before is None or not (before.infinitive or before.modal) or group.first - before.main > 12:
        return None
    return None if any(tag in ";SR" for tag in tokens.tags[before.main : group.first]) else before


def modal_stance(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon) -> Stance:
    if group.modal == "would" and _told_before(tokens, group, groups):
        return Stance.EXPECTED  # "said that he would be released": his future then
    for name, words in lexicon.stance["modals"].items():
        if group.modal in words:
            return Stance(name)
    return Stance.POSSIBLE


def is_counterfactual(tokens: Tokens, group: VerbGroup) -> bool:
    """ "Had it not been for the fog, it would have killed fifty": it did not."""
    if "have" not in tokens.lows[group.first : group.main]:
        return False
    words = tokens.lows
    condition = any(word in {"if", "unless", "otherwise"} for word in words) or (words[:1] == ["had"])
    return condition or any(words[k : k + 2] == ["had", "it"] for k in range(len(words)))


def _told_before(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup]) -> bool:
    """Whether "would" stands in what somebody said in the past, with no condition in the sentence."""
    if not {"if", "unless", "could", "like", "have"}.isdisjoint(tokens.lows[max(0, group.first - 20) : group.main]):
        return False
    for k in range(group.first - 1, max(-1, group.first - 10), -1):
        if tokens.lows[k] == "that" and tokens.tags[k] == "S":
            return any(one.main in (k - 1, k - 2, k - 3) and not one.present for one in groups)
        if tokens.tags[k] == "V":  # "was told the issue would be seized"
            ruler = next((one for one in groups if one.main == k), None)
            return ruler is not None and not ruler.present and ruler.modal is None and tokens.lows[k] in _TOLD
        if tokens.tags[k] in ";Q":
            return False
    return False


_TOLD = frozenset({"said", "told", "added", "announced", "promised", "warned", "wrote", "declared", "stated", "predicted", "vowed", "pledged"})  # fmt: skip


def find_asked(tokens: Tokens, group: VerbGroup, lexicon: Lexicon) -> int | None:
    """The verb of demand in "requested that X be released": a bare "be", or a base form behind "that"."""
    if group.infinitive or group.modal is not None or tokens.lows[group.first] != "be":
        return None
    asking = lexicon.stance["subjunctive"]["demanded"]
    for k in range(group.first - 1, max(-1, group.first - 16), -1):
        low = tokens.lows[k]
        if lexicon.lemmas.get(low, low) in asking:
            return k
        if tokens.tags[k] in ";":
            return None
    return None


def is_negative(tokens: Tokens, first: int) -> bool:
    low = tokens.lows[first]
    if low in {"no", "none", "nobody", "neither", "zero"}:
        return True
    if low in {"anyone", "anybody"} and not {"none", "never", "nor", "neither", "nowhere"}.isdisjoint(
        tokens.lows[:first]
    ):
        return True  # "in none of the cases was anyone charged"
    return (low == "not" and first + 1 < len(tokens) and tokens.lows[first + 1] in {"one", "a", "any"}) or (
        first > 0 and tokens.lows[first - 1] == "not" and low in {"one", "a", "any", "all"}
    )


def find_condition(tokens: Tokens, first: int, lexicon: Lexicon) -> int | None:
    conditional = lexicon.stance["clause"]["conditional"]
    for k in range(first - 1, max(-1, first - 14), -1):
        if tokens.tags[k] in ";Q":
            return None
        if tokens.tags[k] in "S," and tokens.tags[k] == "," and k < first - 8:
            return None
        if tokens.lows[k] in conditional and tokens.tags[k] != "M" and _is_condition(tokens, k):
            return k
        if tokens.lows[k] in {"that", "who", "which", "but", "and"} and tokens.tags[k] in "SRC":
            return None
    return None


def _is_condition(tokens: Tokens, k: int) -> bool:
    """ "in case he is", "in the event that": not "the prosecutor in the case"."""
    low = tokens.lows[k]
    if low == "until" and k + 1 < len(tokens) and tokens.tags[k + 1] in "XJ":
        return False  # "until 2016, when he resigned"
    if low == "case":
        return k > 0 and tokens.lows[k - 1] == "in"
    return low != "event" or tokens.lows[max(0, k - 2) : k] == ["in", "the"]


def is_charged(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether a word of accusation stands earlier in the same part of the sentence, with only phrases between."""
    accusing = lexicon.stance["before"]["alleged"]
    for k in range(first - 1, max(-1, first - 16), -1):
        if tokens.tags[k] in ";SR" or (tokens.tags[k] == "," and k < first - 10):
            return False
        if tokens.lows[k] in accusing and not (tokens.lows[k] == "tried" and tokens.tags[k + 1] == "T"):
            return True
    return False


def is_accused_of(tokens: Tokens, first: int) -> bool:
    """ "accused X of having plotted to blow up": what somebody is accused of is alleged, also where it is only a plan."""
    for k in range(first - 1, max(-1, first - 16), -1):
        if tokens.tags[k] in ";SR":
            return False
        if tokens.lows[k].startswith(("accus", "suspect")):
            return not {"of", "with"}.isdisjoint(tokens.lows[k:first])
    return False


_SPOKEN_OF = frozenset(
    [
        "in",
        "at",
        "during",
        "after",
        "before",
        "following",
        "since",
        "amid",
        "over",
        "about",
        "despite",
        "from",
        "by",
        "with",
        "as",
    ]
)


def hangs_on_another(tokens: Tokens, first: int) -> bool:
    """Whether the noun hangs on a preposition that makes it time, place or topic of something else."""
    k = first - 1
    while k > 0 and tokens.tags[k] in "X'":
        k -= 1  # "after Thursday's ruling"
    return k >= 0 and tokens.tags[k] == "P" and tokens.lows[k] in _SPOKEN_OF


def is_brought_about(tokens: Tokens, k: int, lexicon: Lexicon) -> bool:
    """Whether the verb makes, starts or ends the event its object names: "could spark the strike"."""
    base = lexicon.lemmas.get(tokens.lows[k], tokens.lows[k])
    table = lexicon.stance["light"]
    return base in lexicon.stance["subject"]["brought"] or any(
        word.split()[0] == base for words in table.values() for word in words
    )


def find_also_asked(tokens: Tokens, first: int, demanding: frozenset[str]) -> int | None:
    """ "calls for the withdrawal …, and for the deployment": the word of demand before the first "for"."""
    if first < 3 or tokens.lows[first - 1] != "for" or tokens.lows[first - 2] not in {"and", "or", ","}:
        return None
    for k in range(first - 3, max(-1, first - 30), -1):
        if tokens.lows[k] in demanding and tokens.lows[k + 1] == "for":
            return k
        if tokens.tags[k] in ";":
            return None
    return None


def find_refuted_claim(tokens: Tokens, group: VerbGroup, lexicon: Lexicon) -> int | None:
    """The noun in "claims that villagers were executed are a fabrication"; "reports that X was shot were denied" needs a cue."""
    if not group.finite:
        return None
    what = lexicon.stance["refuted"]["what"]
    for k in range(group.first - 2, max(-1, group.first - 14), -1):
        if (
            tokens.lows[k] in what
            and "that" in tokens.lows[k + 1 : k + 7]
            and "V" not in tokens.tags[k + 1 : group.first - 1]
        ):
            return k if is_refuted_after(tokens, group.main, lexicon) else None
        if tokens.tags[k] in ";Q":
            return None
    return None


def is_refuted_after(tokens: Tokens, last: int, lexicon: Lexicon) -> bool:
    """ "the report of the killing … is groundless"."""
    by = lexicon.stance["refuted"]["by"]
    for k in range(last + 1, min(len(tokens), last + 18)):
        if tokens.tags[k] == "b" and any(tokens.lows[m] in by for m in range(k + 1, min(len(tokens), k + 4))):
            return "n't" not in tokens.lows[k : k + 2] and "not" not in tokens.lows[k + 1 : k + 3]
        if tokens.tags[k] in ";":
            return False
    return False
