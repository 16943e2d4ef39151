"""A verb group or a noun that names an event in, polarity, stance and phase out. A plan, a condition or a demand is never asserted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from according.domain.statement import Phase, Polarity, Stance
from according.read.lexicon import Lexicon
from according.read.tokens import Tokens
from according.read.verbs import VerbGroup


@dataclass(frozen=True, slots=True)
class Mood:
    """How the words around an anchor stand to it, and which word said so (token index, or None)."""

    polarity: Polarity = Polarity.HAPPENED
    stance: Stance = Stance.ASSERTED
    phase: Phase | None = None
    word: int | None = None
    general: bool = False  # general talk that tells of no event

    def negate(self, word: int | None = None) -> Mood:
        """The same with the opposite polarity."""
        flipped = Polarity.DID_NOT_HAPPEN if self.polarity is Polarity.HAPPENED else Polarity.HAPPENED
        return Mood(flipped, self.stance, self.phase, self.word if word is None else word, self.general)

    def with_stance(self, stance: Stance, word: int | None) -> Mood:
        """The same with this stance, unless a stronger distance was already read."""
        if self.stance is not Stance.ASSERTED:
            return self
        return Mood(self.polarity, stance, self.phase, word, self.general)


_TO_ORDER = ("negated", "asserted", "threatened", "expected", "demanded", "alleged", "feared", "believed", "possible")
_BEFORE_ORDER = ("negated", "denied", "alleged", "feared", "threatened", "demanded", "expected", "possible")


def verb_mood(
    tokens: Tokens,
    group: VerbGroup,
    groups: list[VerbGroup],
    lexicon: Lexicon,
    subject: tuple[int, int] | None,
    depth: int = 0,
) -> Mood:
    """Mood of the verb of a group."""
    mood = Mood()
    joined = _joined_to(tokens, group, groups, lexicon)
    if joined is not None and depth < 3:
        mood = verb_mood(tokens, joined, groups, lexicon, None, depth + 1)
    elif group.infinitive:
        mood = _under_to(tokens, group, groups, lexicon, depth)
    elif group.gerund:
        mood = _under_gerund(tokens, group, groups, lexicon, depth)
    elif group.bare_participle:
        mood = _under_have(tokens, group, groups, lexicon, depth)
    if group.negated:
        mood = mood.negate(group.first)
    if subject is not None and _is_negative(tokens, subject[0]):
        mood = mood.negate(subject[0])
    if group.modal is not None:
        mood = mood.with_stance(_modal_stance(tokens, group, groups, lexicon), group.first)
    if group.modal == "would" and _is_counterfactual(tokens, group):
        mood = Mood(Polarity.DID_NOT_HAPPEN, Stance.POSSIBLE, mood.phase, group.first)
    asked = _asked_before(tokens, group, lexicon)
    if asked is not None:
        mood = mood.with_stance(Stance.DEMANDED, asked)
    for k in range(max(0, group.first - 2), min(len(tokens), group.main + 3)):
        if tokens.tags[k] != "B":
            continue
        for name in ("alleged", "believed"):
            if tokens.lows[k] in lexicon.stance["adverbs"][name]:
                mood = mood.with_stance(Stance(name), k)
        if tokens.lows[k] in lexicon.stance["adverbs"]["near"] and k < group.main and tokens.tags[k + 1] in "Vbh":
            mood = mood.with_stance(Stance.POSSIBLE, k)
    condition = _condition_before(tokens, group.first, lexicon)
    past = group.finite and not group.present and group.modal is None
    if condition is not None and past and tokens.lows[condition] == "until":
        condition = None  # "were beaten until they signed": they did
    if condition is not None:
        mood = mood.with_stance(Stance.POSSIBLE, condition)
    if _charged_before(tokens, group.first, lexicon) and not group.finite:
        accused = mood.stance in (Stance.POSSIBLE, Stance.EXPECTED) and _accused_of(tokens, group.first)
        mood = (Mood(mood.polarity, Stance.ASSERTED, mood.phase) if accused else mood).with_stance(
            Stance.ALLEGED, group.first
        )
    refuted = _refuted_claim(tokens, group, lexicon) if mood.stance in (Stance.ASSERTED, Stance.ALLEGED) else None
    if refuted is not None:
        mood = Mood(mood.polarity, Stance.DENIED, mood.phase, refuted)
    unproved = _unproved(tokens, group.first, lexicon)
    if unproved is not None:
        mood = mood.with_stance(Stance.DENIED, unproved)
    if mood.phase is None and (group.progressive or (group.present and not group.perfect and group.passive)):
        mood = Mood(mood.polarity, mood.stance, Phase.GOES_ON if group.progressive else None, mood.word, mood.general)
    return mood


def _unproved(tokens: Tokens, first: int, lexicon: Lexicon) -> int | None:
    """The "no" of "there is no evidence that he was beaten": who says so tells of no beating."""
    for k in range(first - 1, max(2, first - 16), -1):
        if tokens.lows[k] == "that" and tokens.lows[k - 1] in lexicon.stance["refuted"]["unproved"]:
            return next((m for m in range(k - 2, max(-1, k - 5), -1) if tokens.lows[m] == "no"), None)
        if tokens.tags[k] in ";R" or tokens.lows[k] in {"that", "but"}:
            return None
    return None


def _joined_to(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon) -> VerbGroup | None:
    """ "declined to confirm or deny", "will meet and discuss": the infinitive or modal before "and" holds for the bare form behind it."""
    if group.first != group.main or not group.first or tokens.tags[group.first - 1] != "C":
        return None
    if "b" not in lexicon.verbs.get(tokens.lows[group.main], ""):
        return None
    before = next((g for g in reversed(groups) if g.main < group.first), None)
    if before is None or not (before.infinitive or before.modal) or group.first - before.main > 12:
        return None
    return None if any(tag in ";SR" for tag in tokens.tags[before.main : group.first]) else before


def _modal_stance(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon) -> Stance:
    if group.modal == "would" and _told_before(tokens, group, groups):
        return Stance.EXPECTED  # "said that he would be released": his future then
    for name, words in lexicon.stance["modals"].items():
        if group.modal in words:
            return Stance(name)
    return Stance.POSSIBLE


def _is_counterfactual(tokens: Tokens, group: VerbGroup) -> bool:
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


def _asked_before(tokens: Tokens, group: VerbGroup, lexicon: Lexicon) -> int | None:
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


def _is_negative(tokens: Tokens, first: int) -> bool:
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


def _condition_before(tokens: Tokens, first: int, lexicon: Lexicon) -> int | None:
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


def _charged_before(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether a word of accusation stands earlier in the same part of the sentence, with only phrases between."""
    accusing = lexicon.stance["before"]["alleged"]
    for k in range(first - 1, max(-1, first - 16), -1):
        if tokens.tags[k] in ";SR" or (tokens.tags[k] == "," and k < first - 10):
            return False
        if tokens.lows[k] in accusing and not (tokens.lows[k] == "tried" and tokens.tags[k + 1] == "T"):
            return True
    return False


def _accused_of(tokens: Tokens, first: int) -> bool:
    """ "accused X of having plotted to blow up": what somebody is accused of is alleged, also where it is only a plan."""
    for k in range(first - 1, max(-1, first - 16), -1):
        if tokens.tags[k] in ";SR":
            return False
        if tokens.lows[k].startswith(("accus", "suspect")):
            return not {"of", "with"}.isdisjoint(tokens.lows[k:first])
    return False


def _under_to(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon, depth: int) -> Mood:
    """ "threatened to kill", "refused to negotiate", "forced her to sign": the verb before "to" rules."""
    table = lexicon.stance["to"]
    k = group.first - 1
    while k > 0 and tokens.tags[k] in "N,":
        k -= 1  # "were sent to Lagos, to break up the rally"
    if k > 0 and tokens.tags[k] == "C" and depth < 3:
        first = next((g for g in reversed(groups) if g.main < k), None)
        if first is not None and first.infinitive and ";" not in tokens.tags[first.main : k]:
            shared = _under_to(tokens, first, groups, lexicon, depth + 1)
            if shared.stance is not Stance.ASSERTED:
                return shared  # "to open an inquiry and to release"
    steps = 0
    while k >= 0 and steps < 9:
        tag, low = tokens.tags[k], tokens.lows[k]
        base = lexicon.lemmas.get(low, low)
        for name in _TO_ORDER:
            if (base in table[name] or low in table[name]) and (tag in "V" or steps == 0 or tag in "bW"):
                return _ruled_by(tokens, k, name, groups, lexicon, depth)
        if tag == "b" and steps == 0:
            return Mood(stance=Stance.EXPECTED, word=k)
        if low == "too" and steps < 4:
            return Mood().negate(k)
        if low in _RANKED and tag in "BDJW" and 0 < steps < 7 and k and tokens.tags[k - 1] in "DJ'O":
            ahead = any(other == "M" for other in tokens.tags[max(0, k - 6) : k])
            return Mood(stance=Stance.EXPECTED if ahead else Stance.ASSERTED, word=k)  # "the third to disappear"
        if tag in "V;SR,CQ":
            break
        k -= 1
        steps += 1
    doing = next((g for g in reversed(groups) if g.main < group.first), None)
    apart = tokens.tags[group.first - 1] == ","
    if (
        doing is not None
        and (doing.main >= k or apart)
        and not doing.infinitive
        and doing.modal is None
        and not doing.negated
    ):
        return Mood(stance=Stance.EXPECTED, word=group.first)  # "were sent to break up": what they are to do
    return Mood(stance=Stance.POSSIBLE, word=group.first)


_RANKED = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "last",
        "latest",
        "only",
    ]
)


def _ruled_by(tokens: Tokens, k: int, name: str, groups: list[VerbGroup], lexicon: Lexicon, depth: int) -> Mood:
    ruler = next((g for g in groups if g.main == k), None)
    above = Mood()
    if ruler is not None and depth < 3:
        above = verb_mood(tokens, ruler, groups, lexicon, None, depth + 1)
    if name == "negated":
        return above.negate(k)
    if name == "possible" and ruler is not None and ruler.progressive and lexicon.lemmas.get(tokens.lows[k]) in _TRYING:
        return above.with_stance(Stance.EXPECTED, k)  # "are trying to capture": what they are about to do
    if name == "asserted":
        return Mood(above.polarity, above.stance, _phase_of(lexicon.lemmas.get(tokens.lows[k], "")), k)
    return above.with_stance(Stance(name), k)


_TRYING = frozenset({"try", "attempt", "seek"})


def _under_have(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon, depth: int) -> Mood:
    """ "an application to have Anna Velin released": what is asked for, not told."""
    for k in range(group.first - 1, max(0, group.first - 7), -1):
        if tokens.lows[k] == "have" and tokens.tags[k - 1] == "T" and k < group.first - 1:
            return _under_to(tokens, replace(group, first=k - 1), groups, lexicon, depth)
        if tokens.tags[k] not in "WODJ'PC":
            break
    return Mood()


def _phase_of(base: str) -> Phase | None:
    if base in {"begin", "start"}:
        return Phase.STARTS
    if base in {"continue", "resume"}:
        return Phase.GOES_ON
    if base in {"stop", "cease", "end"}:
        return Phase.ENDS
    return None


_LIKING = frozenset(
    [
        "like",
        "likes",
        "liked",
        "love",
        "loves",
        "loved",
        "enjoy",
        "enjoys",
        "enjoyed",
        "hate",
        "hates",
        "hated",
        "dislike",
        "prefer",
        "prefers",
    ]
)


def _under_gerund(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon, depth: int) -> Mood:
    k = group.first - 1
    if k < 0:
        return Mood()
    tag, low = tokens.tags[k], tokens.lows[k]
    if tag == "C" and depth < 3:
        joined = next((g for g in reversed(groups) if g.main < k and g.gerund), None)
        if joined is not None and verb_mood(tokens, joined, groups, lexicon, None, depth + 1).general:
            return Mood(general=True, word=joined.main)  # "like throwing bombs and killing people"
    if low in _LIKING and (tag == "V" or (k and tokens.tags[k - 1] in "RO")):
        return Mood(general=True, word=k)  # "those who like throwing bombs": a liking, no event
    if tag == "V":
        base = lexicon.lemmas.get(low, low)
        if base in {"deny"}:
            return Mood(stance=Stance.DENIED, word=k)
        if base in {"admit", "acknowledge", "confess"}:
            return Mood(stance=Stance.ADMITTED, word=k)
        if base in {"consider", "plan", "intend", "suggest", "recommend", "risk", "propose", "discuss", "imagine"}:
            return Mood(stance=Stance.POSSIBLE, word=k)
        if base in {"avoid", "escape", "prevent"}:
            return Mood().negate(k)
        phase = _phase_of(base)
        ruler = next((g for g in groups if g.main == k), None)
        if ruler is not None and depth < 3:
            above = verb_mood(tokens, ruler, groups, lexicon, None, depth + 1)
            return Mood(above.polarity, above.stance, phase, k)
        return Mood()
    if tag == "P" and low == "by" and k == 0:
        main = next((g for g in groups if g.finite and g.main > group.main), None)
        return (
            Mood(stance=Stance.POSSIBLE, word=k) if main is not None and main.modal else Mood()
        )  # "by resigning I would"
    if tag == "P" or low in {"from"}:
        if low in {"without"}:
            return Mood().negate(k)
        return noun_mood(tokens, group.first, group.main, groups, lexicon, depth, gerund=True)
    if low == "not":
        return Mood().negate(k)
    return Mood()


DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "both"])
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


def _hangs(tokens: Tokens, first: int) -> bool:
    """Whether the noun hangs on a preposition that makes it time, place or topic of something else."""
    k = first - 1
    while k > 0 and tokens.tags[k] in "X'":
        k -= 1  # "after Thursday's ruling"
    return k >= 0 and tokens.tags[k] == "P" and tokens.lows[k] in _SPOKEN_OF


def _at_that_time(tokens: Tokens, first: int, groups: list[VerbGroup]) -> Mood:
    """A noun that is only the time or place of something else: still to come where that is."""
    ruler = next((g for g in reversed(groups) if g.main < first), None)
    if (
        ruler is None
        or ruler.negated
        or ruler.modal not in _WILL
        or any(tag in ";SR" for tag in tokens.tags[ruler.main : first])
    ):
        return Mood()
    return Mood(stance=Stance.EXPECTED, word=ruler.first)


_WILL = frozenset({"will", "shall", "'ll", "’ll"})


def _brings_about(tokens: Tokens, k: int, lexicon: Lexicon) -> bool:
    """Whether the verb makes, starts or ends the event its object names: "could spark the strike"."""
    base = lexicon.lemmas.get(tokens.lows[k], tokens.lows[k])
    table = lexicon.stance["light"]
    return base in lexicon.stance["subject"]["brought"] or any(
        word.split()[0] == base for words in table.values() for word in words
    )


_PROTESTS = frozenset(
    ["protest", "protests", "protesting", "protested", "demonstration", "demonstrations", "demonstrate", "demonstrated", "rally",
     "march", "strike", "outcry", "complaint", "complaints", "appeal", "appeals", "appealed", "petition"]
)  # fmt: skip
_TOLL = frozenset({"death", "deaths", "lives", "victims", "life"})
_INVOLVED = frozenset({"involvement", "responsibility", "complicity", "participation", "knowledge", "role", "guilt"})


def noun_mood(
    tokens: Tokens,
    first: int,
    last: int,
    groups: list[VerbGroup],
    lexicon: Lexicon,
    depth: int = 0,
    *,
    gerund: bool = False,
    told: bool = False,
) -> Mood:
    """Mood of a noun that names an event: by the words just before it and the verb that rules it. `told`: of an event that the reader
    knows ("the ruling") or that is only spoken of ("in a speech"), a verb that does not bring it about tells nothing."""
    table = lexicon.stance["before"]
    mood = Mood()
    if told and _hangs(tokens, first):
        return _at_that_time(tokens, first, groups)
    given = told and tokens.lows[first] in DEFINITE
    for k in range(first, last):
        if tokens.tags[k] == "W" and k and tokens.tags[k - 1] == "T" and tokens.lows[k] in table["possible"]:
            return Mood(stance=Stance.POSSIBLE, word=k)  # "to secure the release of"
        for name, words in lexicon.stance["modifier"].items():
            if tokens.lows[k] in words and tokens.tags[k] != "B":
                return Mood(stance=Stance(name), word=k)  # "the alleged killing", "the next trial"
    if (
        told
        and tokens.lows[last + 1 : last + 2]
        and tokens.lows[last + 1] in _AHEAD
        and tokens.lows[last + 2 : last + 3] == ["for"]
    ):
        return Mood(stance=Stance.EXPECTED, word=last + 1)  # "the strike called for Monday"
    asked = _also_asked(tokens, first, table["demanded"])
    if asked is not None:
        return Mood(stance=Stance.DEMANDED, word=asked)
    for step, k in enumerate(range(first - 1, max(-1, first - 9), -1)):
        tag, low = tokens.tags[k], tokens.lows[k]
        if (tag in ";SRQ" and not (told and tag == "Q" and step < 2)) or low in _INVOLVED:
            break  # "denied any involvement in the killing" leaves the killing as it is
        if tag == "P" and low in {"after", "since", "following"} and not gerund:
            break  # "asked to leave after the killing"
        if low == "against" and k and tokens.lows[k - 1] in _PROTESTS:
            return mood  # "in protest against the arrest of": it took place
        if low in table["general"] and step < 2 and tag == "P" and low in {"against", "toward", "towards"}:
            return Mood(general=True, word=k)
        if low in table["general"] and step < 4 and tag in "WV" and not gerund:
            return Mood(general=True, word=k)
        if (
            low in {"claim", "claims", "claimed"}
            and "J" in tokens.tags[k + 1 : last + 1]
            and tokens.lows[last] in _TOLL
        ):
            break  # "the war has claimed 120 deaths" claims nothing
        if low in lexicon.stance["refuted"]["what"] and _refuted_after(tokens, last, lexicon):
            return Mood(stance=Stance.DENIED, word=k)
        if low == "case" and step < 3 and k and tokens.lows[k - 1] == "in":
            return mood.with_stance(Stance.POSSIBLE, k)  # "in case of a strike"
        if low == "announced" and k and tokens.lows[k - 1] in {"previously", "already", "just", "recently"}:
            continue
        for name in _BEFORE_ORDER if tag != "X" else ():  # May is a month in a date
            if low in table[name] and not (name == "negated" and gerund and low == "no"):
                if (
                    name == "demanded"
                    and low.startswith(("call", "appeal"))
                    and tokens.lows[k + 1] not in {"for", "on"}
                ):
                    continue
                if name == "negated":
                    return mood.negate(k)
                ruler = next((g for g in groups if g.main == k), None)
                if ruler is not None and ruler.negated:
                    return Mood(stance=Stance(name), word=k)
                if ruler is not None and name == "possible" and depth < 3:
                    above = verb_mood(tokens, ruler, groups, lexicon, None, depth + 1)
                    if above.stance in (Stance.DEMANDED, Stance.EXPECTED):
                        return mood.with_stance(above.stance, above.word)  # "should obtain an order"
                return mood.with_stance(Stance(name), k)
        if low in table["given"] and tokens.lows[k + 1] in {"for", "to", "at", "over", "of"}:
            return mood
        if tag == "V":
            base = lexicon.lemmas.get(low, low)
            if base in table["factive"] or f"{base} {tokens.lows[k + 1]}" in table["factive"]:
                return mood
        if tag in "bhdM" or (tag == "V" and low not in table["alleged"]):
            group = next((g for g in groups if g.main == k), None)
            owned = tag == "h" and group is not None and (group.infinitive or group.modal is not None)
            if group is not None and depth < 3 and (tag == "V" or owned):  # "willing to have a cease-fire"
                above = verb_mood(tokens, group, groups, lexicon, None, depth + 1)
                if above.general:
                    return above
                if given and not _brings_about(tokens, k, lexicon):
                    return above if above.stance is Stance.EXPECTED and group.modal and not group.negated else Mood()
                return Mood(above.polarity, above.stance, None, above.word)
            break
        if tag == "," and step > 1:
            break
    return mood


_AHEAD = frozenset({"called", "planned", "scheduled", "set", "announced", "due"})


def _also_asked(tokens: Tokens, first: int, demanding: frozenset[str]) -> int | None:
    """ "calls for the withdrawal …, and for the deployment": the word of demand before the first "for"."""
    if first < 3 or tokens.lows[first - 1] != "for" or tokens.lows[first - 2] not in {"and", "or", ","}:
        return None
    for k in range(first - 3, max(-1, first - 30), -1):
        if tokens.lows[k] in demanding and tokens.lows[k + 1] == "for":
            return k
        if tokens.tags[k] in ";":
            return None
    return None


def _refuted_claim(tokens: Tokens, group: VerbGroup, lexicon: Lexicon) -> int | None:
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
            return k if _refuted_after(tokens, group.main, lexicon) else None
        if tokens.tags[k] in ";Q":
            return None
    return None


def _refuted_after(tokens: Tokens, last: int, lexicon: Lexicon) -> bool:
    """ "the report of the killing … is groundless"."""
    by = lexicon.stance["refuted"]["by"]
    for k in range(last + 1, min(len(tokens), last + 18)):
        if tokens.tags[k] == "b" and any(tokens.lows[m] in by for m in range(k + 1, min(len(tokens), k + 4))):
            return "n't" not in tokens.lows[k : k + 2] and "not" not in tokens.lows[k + 1 : k + 3]
        if tokens.tags[k] in ";":
            return False
    return False
