"""Two names of people in, how alike they are and why out. Never says that two people are one.

The words of both names are paired, best pairs first, in whatever order they stand. Words left over on both sides make two different
names; left over on one side only, the other name is the shorter one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from according.language.fold import fold_text
from according.language.frequency import is_frequent_surname
from according.language.givens import is_given
from according.language.name_parts import (
    FAMILY,
    FATHER,
    GIVEN,
    INITIAL,
    MIDDLE,
    PATRONYMIC,
    Part,
    fathers_keys,
    parts_of,
    written_as_one,
)
from according.language.names import Name, gender_of_surname, parse_name
from according.language.transliterate import skeletons
from according.language.word_match import KINDS, SPELLINGS, Alike, compare_words, letters_apart

_SURNAME_ENDING = re.compile(r"(?:[оеё]в|[иы]н|[oe]v|in)[аa]?$", re.IGNORECASE)
_MOST_EDITS = 3  # in the whole name
_TOO_FAR = 10  # letters
_BETWEEN = frozenset({MIDDLE, FATHER, PATRONYMIC, INITIAL})


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How alike two names are. `score` 0 to 1 orders pairs; it is no probability that two people are one."""

    score: float
    kind: str  # equal, spelling, transliteration, vowels, slip, near, initials, surname_only, given_only, different
    reasons: tuple[str, ...] = ()
    sure: bool = False  # full names that are one name in two spellings: enough to join for the time being
    likely: bool = False  # full names of which only vowels differ: enough with a ground in common


@dataclass(frozen=True, slots=True)
class _Pairing:
    a: Part
    b: Part
    alike: Alike


def compare_names(a: str | Name, b: str | Name) -> NameMatch:
    """How alike two names are, across spelling, script and order; the same for `b` and `a`.

    Surnames of different gender (-ov, -ova), different given names, initials or patronymics make names "different"; names out of a
    Russian text must stand in the nominative (`according.language.inflect.nominative`).
    """
    left = parse_name(a) if isinstance(a, str) else a
    right = parse_name(b) if isinstance(b, str) else b
    if right.text < left.text:
        left, right = right, left
    if left.gender and right.gender and left.gender != right.gender:
        return NameMatch(0.05, "different", ("a man's name and a woman's name",))
    ours, theirs = written_as_one(parts_of(left), parts_of(right))
    pairs = _pair(ours, theirs)
    rest = [part for part in ours if all(pair.a is not part for pair in pairs)]
    other_rest = [part for part in theirs if all(pair.b is not part for pair in pairs)]
    if rest and other_rest:
        return NameMatch(_faint(pairs, rest, other_rest), "different", _why_different(pairs, rest, other_rest))
    return _judge(pairs, rest or other_rest)


def _pair(a: tuple[Part, ...], b: tuple[Part, ...]) -> list[_Pairing]:
    fathers = any(one.role == FATHER for one in a) and any(one.role == FATHER for one in b)
    found = []
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            if fathers and (one.role == FATHER) != (other.role == FATHER):
                continue  # "Omar bin Said" is the father of "Said bin Omar", or his son
            alike = _compare_parts(one, other)
            if alike is not None:
                found.append((-alike.score, one.role != other.role, abs(i - j), i, j, alike))
    pairs: list[_Pairing] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for _, _, _, i, j, alike in sorted(found, key=lambda item: item[:5]):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            pairs.append(_Pairing(a[i], b[j], alike))
    return pairs


def _compare_parts(a: Part, b: Part) -> Alike | None:
    roles = {a.role, b.role}
    if INITIAL in roles:
        return Alike("initial", 0.7) if _fits_initial(a, b) else None
    if PATRONYMIC in roles:
        return _compare_patronymics(a.word, b.word) if roles <= {PATRONYMIC, FAMILY} else None
    alike = compare_words(a.word, b.word)
    if roles == {FAMILY}:
        return _compare_surnames(a.word, b.word, alike)
    if alike is not None and alike.edits and (is_given(a.word) and is_given(b.word)):
        return None  # Marat is not Murat
    return alike


def _fits_initial(a: Part, b: Part) -> bool:
    if FAMILY in (a.role, b.role):
        return False
    return bool(_first_sounds(a.word) & _first_sounds(b.word))


@lru_cache(maxsize=20_000)
def _first_sounds(word: str) -> frozenset[str]:
    first = {key[:1] for key in skeletons(word)}
    bare = fold_text(word)[:1]
    first.add(bare)  # the C of Charles, though it sounds like Ч
    if bare in "еeyиiйj":
        first |= {"e", "i", "Z"} if bare == "j" else {"e", "i", "a", "u"} if len(word) <= 2 and bare == "y" else {"e"}
    return frozenset(first)


def _compare_patronymics(a: str, b: str) -> Alike | None:
    if fold_text(a) == fold_text(b):
        return Alike("equal", 1.0)
    left, right = fathers_keys(a), fathers_keys(b)
    return Alike("spelling", 0.95) if left & right else None


def _compare_surnames(a: str, b: str, alike: Alike | None) -> Alike | None:
    gender_a, gender_b = gender_of_surname(a), gender_of_surname(b)
    if gender_a and gender_b and gender_a != gender_b:
        return None
    if alike is not None:
        known = is_frequent_surname(a) and is_frequent_surname(b)
        return None if alike.edits and (known or _of_two_first_names(a, b)) else alike
    for one in skeletons(a):
        for other in skeletons(b):
            short, long = sorted((one, other), key=len)
            if len(short) >= 4 and long in (short + "ov", short + "ev", short + "ova", short + "eva"):
                return Alike("slip", 0.75)
    return None


def _of_two_first_names(a: str, b: str) -> bool:
    """Whether both surnames are made of first names we know, and so of two: Маратов, Муратов."""
    stems = [_SURNAME_ENDING.sub("", surname) for surname in (a, b)]
    return all(is_given(stem) and stem != surname for stem, surname in zip(stems, (a, b), strict=True))


def _judge(pairs: list[_Pairing], rest: list[Part]) -> NameMatch:
    full = [pair for pair in pairs if pair.alike.kind != "initial"]
    edits = sum(pair.alike.edits for pair in full)
    if not full or edits > _MOST_EDITS:
        return NameMatch(0.0, "different", ("no part in common",))
    words = sum(max(pair.a.weight, pair.b.weight) for pair in full)
    initials = len(pairs) - len(full)
    reasons = _reasons(full, rest)
    frequent = any(is_frequent_surname(pair.a.word) for pair in full if FAMILY in (pair.a.role, pair.b.role))
    if frequent:
        reasons.append("a frequent name")
    if words == 1:
        return _judge_one_word(full[0], rest, initials, frequent, reasons)
    worst = max((pair.alike.kind for pair in full), key=KINDS.index)
    score = 1.0
    for pair in full:
        score *= pair.alike.score
    whole = _is_whole(full, rest)
    sure = worst in SPELLINGS | {"form"} and whole
    score *= 0.9 if frequent else 1.0
    if not sure:
        score = min(score, 0.84)
    if len(rest) > words:  # two words out of six are hardly a name
        worst, score = "near", min(score, 0.5)
    kind = {"form": "spelling", "abjad": "transliteration"}.get(worst, worst)
    if initials and not any(pair.a.role == pair.b.role == GIVEN or _is_turned(pair) for pair in full):
        kind, score, sure = "initials", min(score, 0.78), False
    return NameMatch(round(score, 3), kind, tuple(reasons), sure, kind == "vowels" and whole)


def _is_turned(pair: _Pairing) -> bool:
    return {pair.a.role, pair.b.role} == {GIVEN, FAMILY}


def _is_whole(full: list[_Pairing], rest: list[Part]) -> bool:
    """Whether given name and surname agree, and nothing more than a patronymic, a letter or one middle name is missing."""
    if sum(part.role == MIDDLE for part in rest) > 1 or any(part.role in (GIVEN, FAMILY, FATHER) for part in rest):
        return False
    if all(pair.a.weight == pair.b.weight == 1 for pair in full):
        turned = [pair for pair in full if _is_turned(pair)]
        if turned:  # in the other order: one word must be known for a first name, else nobody can tell which is which
            known = [is_given(pair.a.word) or is_given(pair.b.word) for pair in turned]
            return len(turned) == 2 and any(known) and not all(known)
        roles = {pair.a.role for pair in full if pair.a.role == pair.b.role}
        return GIVEN in roles and (FAMILY in roles or PATRONYMIC in roles)
    return True


def _judge_one_word(pair: _Pairing, rest: list[Part], initials: int, frequent: bool, reasons: list[str]) -> NameMatch:
    weight = (0.65 if frequent else 1.0) * pair.alike.score
    given_too = [part for part in rest if part.role in (FAMILY, PATRONYMIC)]
    if initials:
        kind = "near" if pair.alike.kind == "near" else "initials"
        return NameMatch(round(0.78 * weight, 3), kind, (*reasons, "initials agree"))
    if given_too or (pair.a.role == pair.b.role == GIVEN):
        if rest:
            return NameMatch(0.25, "given_only", ("given names agree, one surname is missing",))
        return NameMatch(round(0.5 * pair.alike.score, 3), "given_only", ("given name alone",))
    kind = "near" if pair.alike.edits else "surname_only"
    return NameMatch(round(0.55 * weight, 3), kind, (*reasons, "one given name is missing"))


def _reasons(full: list[_Pairing], rest: list[Part]) -> list[str]:
    out = []
    for what, role in (("surnames", FAMILY), ("given names", GIVEN)):
        for pair in full:
            if role not in (pair.a.role, pair.b.role) or (_is_turned(pair) and role == GIVEN):
                continue
            if pair.alike.edits:
                out.append(f"{what} differ by {pair.alike.edits} letter(s)")
            elif pair.alike.kind == "form":
                out.append("forms of one given name")
            elif pair.alike.kind != "equal":
                out.append(f"{what} are spellings of one another")
    if any(_is_turned(pair) for pair in full):
        out.append("names in the other order")
    if any(part.role not in (PATRONYMIC, INITIAL) for part in rest):
        out.append("one name has more words")
    return list(dict.fromkeys(out))


def _faint(pairs: list[_Pairing], rest: list[Part], other: list[Part]) -> float:
    """The score of two names that are not one, up to 0.3: the fewer letters of their other words differ, the higher. Brothers' names come first."""
    if len(rest) != len(other) or not any(pair.alike.kind != "initial" for pair in pairs):
        return 0.0
    apart = sum(min(_apart(one, two) for two in other) for one in rest) + sum(pair.alike.edits for pair in pairs)
    return round(max(0.0, 0.3 - 0.03 * apart), 3)


def _apart(a: Part, b: Part) -> int:
    if INITIAL in (a.role, b.role) or (a.role == PATRONYMIC) != (b.role == PATRONYMIC):
        return _TOO_FAR
    alike = compare_words(a.word, b.word)
    return letters_apart(a.word, b.word) if alike is None else alike.edits


def _why_different(pairs: list[_Pairing], rest: list[Part], other: list[Part]) -> tuple[str, ...]:
    mine, theirs = {part.role for part in rest}, {part.role for part in other}
    for role, reason in ((FAMILY, "surnames differ"), (GIVEN, "given names differ")):
        if role in mine & theirs:
            return (reason,)
    if mine == theirs == {PATRONYMIC}:
        return ("patronymics differ",)
    if mine | theirs <= _BETWEEN and any(pair.a.role == pair.b.role == GIVEN for pair in pairs):
        return ("middle names differ",)
    return ("initials differ",) if INITIAL in mine | theirs else ("no part in common",)
