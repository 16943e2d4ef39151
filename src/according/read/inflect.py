"""English base forms in, their other forms out, for building the look-up tables. Nothing here looks at a text."""

from __future__ import annotations

from collections.abc import Iterator

_IRREGULAR_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "persons", "wife": "wives",
    "thief": "thieves", "people": "people", "police": "police", "curfew": "curfews", "staff": "staff",
    "personnel": "personnel", "clergy": "clergy", "troops": "troops",
}  # fmt: skip
# verbs of two syllables that double their last letter all the same
_DOUBLING = {"admit", "commit", "permit", "submit", "refer", "occur", "kidnap", "transfer", "compel", "expel",
             "rebut", "acquit", "regret", "control", "concur", "infer", "prefer", "forget", "begin", "abet",
             "patrol", "rebel", "repel", "propel", "equip", "confer", "deter", "defer", "dispel", "incur"}  # fmt: skip
_VOWELS = "aeiou"


def verb_forms(base: str, irregular: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Every form of a verb with its tag: b base, s third person, d past, n participle, g -ing. Past and participle may coincide."""
    yield base, "b"
    yield _third_person(base), "s"
    yield _gerund(base), "g"
    if base == "be":
        for form in ("is", "are", "am"):
            yield form, "s"
        for form in ("was", "were"):
            yield form, "d"
        yield "been", "n"
        return
    if base in irregular:
        past, participle = irregular[base]
        for form in past.split("|"):
            yield form, "d"
        for form in participle.split("|"):
            yield form, "n"
        return
    past = _past(base)
    yield past, "d"
    yield past, "n"


def noun_forms(phrase: str) -> Iterator[tuple[str, str]]:
    """Singular and plural of a noun or of the last word of a phrase ("state of X" keeps its head: its first word)."""
    yield phrase, "1"
    words = phrase.split()
    position = 0 if " of " in f" {phrase} " or " to " in f" {phrase} " else -1
    plural = _plural(words[position])
    if plural != words[position]:
        words[position] = plural
        yield " ".join(words), "p"


def _doubles(base: str) -> bool:
    if base in _DOUBLING:
        return True
    vowels = sum(letter in _VOWELS for letter in base)
    return (
        vowels == 1
        and len(base) > 2
        and base[-1] not in _VOWELS + "wxy"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
    )


def _third_person(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith("ee") and len(base) > 2:
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _doubles(base) else base + "ing"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if _doubles(base) else base + "ed"


def _plural(noun: str) -> str:
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    if noun.endswith(("men", "s")) and noun not in {"boss", "witness", "eyewitness"}:
        return noun
    if noun.endswith("man") and noun != "human":
        return noun[:-3] + "men"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"
