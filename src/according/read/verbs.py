"""Tokens in, verb groups out: a verb with its auxiliaries, negation, modal and "to". English."""

from __future__ import annotations

from dataclasses import dataclass

from according.read.lexicon import Lexicon
from according.read.tokens import Tokens


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
        elif tag == "W" and tokens.lows[j] in _ADVERBS_INSIDE and j and tokens.tags[j - 1] in "bhdMN":
            pass  # "have long said"
        elif tokens.lows[j] in _FLOATING and j and tokens.tags[j - 1] in "bhM":
            pass  # "have both been convicted"
        elif tokens.lows[j] == "since" and j and tokens.tags[j - 1] == "h":
            pass  # "has since been charged"
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


_FLOATING = frozenset({"both", "all", "each"})
_ADVERBS_INSIDE = frozenset({"long", "quite", "much", "well", "more", "less", "no", "longer", "half", "rather"})


def _leads_to_aux(tokens: Tokens, j: int) -> bool:
    """Whether only adverbs stand between token j and an auxiliary, "to" or a subject: then j belongs to the verb."""
    for k in range(j - 1, max(-1, j - 4), -1):
        if tokens.tags[k] in "bhdgMTN":
            return True
        if tokens.tags[k] not in "BXP":
            return False
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
        if tag not in "BNgM" and tokens.lows[k] not in _FLOATING:
            return False
    return False
