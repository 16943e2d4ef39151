"""A verb group or a noun that names an event in, polarity, stance and phase out. A plan, a condition or a demand is never asserted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from according.domain.statement import Phase, Polarity, Stance
from according.read.lexicon import Lexicon
from according.read.stance_signs import (
    find_also_asked,
    find_asked,
    find_condition,
    find_joined,
    find_refuted_claim,
    find_unproved,
    hangs_on_another,
    is_accused_of,
    is_brought_about,
    is_charged,
    is_counterfactual,
    is_negative,
    is_refuted_after,
    modal_stance,
)
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
    joined = find_joined(tokens, group, groups, lexicon)
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
    if subject is not None and is_negative(tokens, subject[0]):
        mood = mood.negate(subject[0])
    if group.modal is not None:
        mood = mood.with_stance(modal_stance(tokens, group, groups, lexicon), group.first)
    if group.modal == "would" and is_counterfactual(tokens, group):
        mood = Mood(Polarity.DID_NOT_HAPPEN, Stance.POSSIBLE, mood.phase, group.first)
    asked = find_asked(tokens, group, lexicon)
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
    condition = find_condition(tokens, group.first, lexicon)
    past = group.finite and not group.present and group.modal is None
    if condition is not None and past and tokens.lows[condition] == "until":
        condition = None  # "were beaten until they signed": they did
    if condition is not None:
        mood = mood.with_stance(Stance.POSSIBLE, condition)
    if is_charged(tokens, group.first, lexicon) and not group.finite:
        accused = mood.stance in (Stance.POSSIBLE, Stance.EXPECTED) and is_accused_of(tokens, group.first)
        mood = (Mood(mood.polarity, Stance.ASSERTED, mood.phase) if accused else mood).with_stance(
            Stance.ALLEGED, group.first
        )
    refuted = find_refuted_claim(tokens, group, lexicon) if mood.stance in (Stance.ASSERTED, Stance.ALLEGED) else None
    if refuted is not None:
        mood = Mood(mood.polarity, Stance.DENIED, mood.phase, refuted)
    unproved = find_unproved(tokens, group.first, lexicon)
    if unproved is not None:
        mood = mood.with_stance(Stance.DENIED, unproved)
    if mood.phase is None and (group.progressive or (group.present and not group.perfect and group.passive)):
        mood = Mood(mood.polarity, mood.stance, Phase.GOES_ON if group.progressive else None, mood.word, mood.general)
    return mood


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
        if (
            tokens.tags[k] in "Vb"
            and lexicon.lemmas.get(tokens.lows[k], tokens.lows[k]) in _WANTED
            and k < group.first - 1
        ):
            ordered = "T" in tokens.tags[group.main : group.main + 9]  # "ordered the man arrested in March to pay"
            return Mood() if ordered else Mood(stance=Stance.DEMANDED, word=k)
        if tokens.tags[k] not in "WODJ'PC":
            break
    return Mood()


_WANTED = frozenset({"want", "need", "order", "demand"})  # "want A. Kern freed", "ordered her released"


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
    if told and hangs_on_another(tokens, first):
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
    asked = find_also_asked(tokens, first, table["demanded"])
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
        if low in lexicon.stance["refuted"]["what"] and is_refuted_after(tokens, last, lexicon):
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
                if given and not is_brought_about(tokens, k, lexicon):
                    return above if above.stance is Stance.EXPECTED and group.modal and not group.negated else Mood()
                return Mood(above.polarity, above.stance, None, above.word)
            break
        if tag == "," and step > 1:
            break
    return mood


_AHEAD = frozenset({"called", "planned", "scheduled", "set", "announced", "due"})
