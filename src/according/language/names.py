"""A name as written in, its parts out; two names in, how alike they are and why. Never says that two people are one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from according.language.fold import fold_text
from according.language.frequency import given_share, is_frequent_surname, surname_share
from according.language.givens import canonical_forms, gender_of_given, is_given, title_words
from according.language.transliterate import is_cyrillic, skeleton, skeletons

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`\-–‑\u00ad\u200b](?=[^\W\d_]))*\.?|,")
_INITIAL = re.compile(r"^[^\W\d_]\.?$|^(?:Дж|Ch|Sh|Zh|Kh|Yu|Ya|Ye|Ts)\.$")
_RUN_OF_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_])")
_SURNAME_ENDING = re.compile(
    r"(?:[oeyё]v|[oe]ff|[iy]n|sk[iy]y?|sk[iy]i|tsk[iy]y?|enko|chuk|yuk|shvili|dze|[iy]an|zade|ov[ai]|ev[ai]|[iy]na|skaya|skaia|aya|"
    r"ов|ев|ёв|ин|ын|ский|цкий|енко|чук|юк|швили|дзе|ян|ова|ева|ёва|ина|ына|ская|цкая|ых|их|заде|паев|баев)$",
    re.IGNORECASE,
)
_FEMININE_SURNAME = re.compile(
    r"(?:[oe]va|[iy]na|skaya|skaia|skaja|[аяa](?<=ова|ева|ёва|ина|ына)|ская|цкая|tskaya)$", re.I
)
_MASCULINE_SURNAME = re.compile(
    r"(?:[oe]v|[oe]ff|[bdgklmnrstvz][iy]n|sk[iy]y?|sk[iy]i|ов|ев|ёв|[бвгдзклмнрстш]ин|ын|ский|цкий)$", re.I
)


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of one name as written. Parts keep their spelling; None or empty means not given."""

    text: str
    given: str | None = None
    patronymic: str | None = None  # "Сергеевна", "Abishuly", or two words "Абиш улы"
    surname: str | None = None
    initials: tuple[str, ...] = ()  # letters that stand for given names, without stops
    suffixes: tuple[str, ...] = ()  # uly, qyzy, Jr
    script: str = "Latn"  # ISO 15924 of its letters: Latn, Cyrl
    honorific: str | None = None
    middle: tuple[str, ...] = ()
    surname_first: bool = False

    @property
    def gender(self) -> str | None:
        """ "f", "m" or None, as honorific, patronymic, given name and surname let us guess."""
        return _gender(self)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How alike two names are. `score` 0 to 1 orders pairs; it is no probability that two people are one."""

    score: float
    kind: str  # equal, spelling, transliteration, initials, surname_only, different
    reasons: tuple[str, ...] = field(default=())


def parse_name(text: str) -> Name:
    """The parts of a name in Latin or Cyrillic letters, in either order, with or without initials and patronymic."""
    words = title_words()
    spaced = _RUN_OF_INITIALS.sub(r"\1. ", text)
    tokens = _TOKEN.findall(spaced)
    comma = ("," in tokens and tokens.index(",")) or 0
    tokens = [token for token in tokens if token != ","]
    honorifics: list[str] = []
    while len(tokens) > 1 and _bare(tokens[0]) in words.honorifics:
        honorifics.append(tokens.pop(0))
        comma = max(0, comma - 1)
    suffixes: list[str] = []
    while len(tokens) > 1 and _bare(tokens[-1]) in words.after:
        suffixes.insert(0, tokens.pop().rstrip("."))
    if comma and 0 < comma < len(tokens):
        tokens = tokens[comma:] + tokens[:comma]
    initials = tuple(token.rstrip(".") for token in tokens if _is_initial(token, tokens))
    rest = [token.rstrip(".") for token in tokens if not _is_initial(token, tokens)]
    rest, patronymic, patronymic_place, patronymic_suffix = _take_patronymic(rest)
    suffixes = patronymic_suffix + suffixes
    rest = _join_particles(rest, words.particles)
    given, middle, surname, first = _order(rest, bool(initials), bool(honorifics), patronymic_place, bool(comma))
    return Name(
        text, given, patronymic, surname, initials, tuple(suffixes), "Cyrl" if is_cyrillic(text) else "Latn",
        " ".join(honorifics) or None, middle, first or bool(initials and not given and not _is_initial(tokens[0], tokens)),
    )  # fmt: skip


def _bare(token: str) -> str:
    return fold_text(token).rstrip(".")


def _is_initial(token: str, tokens: list[str]) -> bool:
    return _INITIAL.match(token) is not None and len(tokens) > 1 and token.rstrip(".")[:1].isupper()


def _take_patronymic(tokens: list[str]) -> tuple[list[str], str | None, int | None, list[str]]:
    words = title_words()
    for place, token in enumerate(tokens):
        bare = _bare(token)
        if bare in words.patronymic_words and place > 0 and len(tokens) > 2:
            joined = f"{tokens[place - 1]} {token}"
            return tokens[: place - 1] + tokens[place + 1 :], joined, place - 1, [token]
        ending = words.patronymic_ending(bare)
        if ending is not None and len(tokens) > 1 and (place > 0 or ending not in ("ic",)):
            is_kazakh = ending in words.kazakh_endings
            if is_kazakh or place > 0:
                rest = tokens[:place] + tokens[place + 1 :]
                if len(rest) >= 2 or is_given(rest[0]) or is_kazakh:
                    return rest, token, place, [ending] if is_kazakh else []
    return tokens, None, None, []


def _join_particles(tokens: list[str], particles: frozenset[str]) -> list[str]:
    out: list[str] = []
    held: list[str] = []
    for place, token in enumerate(tokens):
        if fold_text(token) in particles and place > 0 and place < len(tokens) - 1:
            held.append(token)
        else:
            out.append(" ".join([*held, token]))
            held = []
    return out


def _order(
    rest: list[str], has_initials: bool, has_honorific: bool, patronymic_place: int | None, comma: bool
) -> tuple[str | None, tuple[str, ...], str | None, bool]:
    if not rest:
        return None, (), None, False
    if len(rest) == 1:
        if has_initials or (has_honorific and not is_given(rest[0])):
            return None, (), rest[0], False
        if is_given(rest[0]) or patronymic_place is not None:
            return rest[0], (), None, False
        return None, (), rest[0], False
    if not comma and _is_reversed(rest, patronymic_place):
        return rest[1], tuple(rest[2:]), rest[0], True
    return rest[0], tuple(rest[1:-1]), rest[-1], comma


def _is_reversed(rest: list[str], patronymic_place: int | None) -> bool:
    if patronymic_place is not None and patronymic_place >= 2:
        return True  # surname, given name, patronymic
    first, last = rest[0], rest[-1]
    if is_given(first):
        return False
    return (
        is_given(last)
        and (_SURNAME_ENDING.search(first) is not None or first.isupper())
        and not _SURNAME_ENDING.search(last)
    )


def _gender(name: Name) -> str | None:
    words = title_words()
    for one in (name.honorific or "").split():
        if _bare(one) in words.feminine:
            return "f"
        if _bare(one) in words.masculine:
            return "m"
    if name.patronymic:
        bare = _bare(name.patronymic)
        if re.search(r"(?:на|na|[kqg]yzy|qizi|gizi|[кқ]ызы|кизи)$", bare):
            return "f"
        return "m"
    by_given = gender_of_given(name.given) if name.given else None
    by_surname = gender_of_surname(name.surname) if name.surname else None
    return by_given or by_surname


def gender_of_surname(surname: str) -> str | None:
    """ "f" or "m" where the ending of a Slavic or Turkic surname tells, else None."""
    if _FEMININE_SURNAME.search(surname):
        return "f"
    if _MASCULINE_SURNAME.search(surname):
        return "m"
    return None


def looks_like_surname(word: str) -> bool:
    """Whether the ending is one of the usual Slavic, Turkic or Caucasian surnames (-ov, -eva, -sky, -enko, -dze …)."""
    return len(word) > 4 and _SURNAME_ENDING.search(word) is not None


_ONE_FIRST_NAME_OF_A_LETTER = 0.1  # share of first names that begin with a given letter, at most
_ONE_PATRONYMIC = 0.05  # share of the most frequent fathers' names


def commonness(name: str | Name) -> float:
    """How many of a million people bear this name, by the table we ship and never by the archive.

    About 1000 for "Ivan Ivanov", a few hundredths for a rare surname with a rare first name; a surname alone has all its bearers.
    Below one, two mentions of the full name are likely one person; above fifty they easily are two. Orders of size, no more.
    """
    one = parse_name(name) if isinstance(name, str) else name
    if one.surname is None and one.given is None:
        return 1_000_000.0
    share = 1_000_000.0 if one.surname is None else surname_share(one.surname)
    if one.given is not None:
        share *= given_share(one.given) / 1_000_000
    elif one.initials:
        share *= _ONE_FIRST_NAME_OF_A_LETTER
    if one.patronymic is not None or len(one.initials) > 1:
        share *= _ONE_PATRONYMIC
    return share


def compare_names(a: str | Name, b: str | Name) -> NameMatch:
    """How alike two names are, across spelling, script and order.

    Surnames of different gender (-ov, -ova), different given names, initials or patronymics make names "different";
    names out of a Russian text must stand in the nominative (`according.language.inflect.nominative`).
    """
    left = parse_name(a) if isinstance(a, str) else a
    right = parse_name(b) if isinstance(b, str) else b
    best = _compare(left, right)
    if best.kind == "different" and left.given and right.given and left.surname and right.surname:
        turned = _compare(left, _turn(right))
        if turned.kind != "different":
            return NameMatch(turned.score - 0.03, turned.kind, (*turned.reasons, "names in the other order"))
    return best


def _turn(name: Name) -> Name:
    return Name(
        name.text, name.surname, name.patronymic, name.given, name.initials, name.suffixes, name.script,
        name.honorific, name.middle, not name.surname_first,
    )  # fmt: skip


def _compare(a: Name, b: Name) -> NameMatch:
    if a.surname and b.surname:
        surname = _compare_surnames(a.surname, b.surname)
        if surname is None:
            return NameMatch(0.0, "different", ("surnames differ",))
    elif a.surname or b.surname:
        return _given_only(a, b)
    else:
        surname = ("equal", 1.0, "")
    reasons = [surname[2]] if surname[2] else []
    given = _compare_givens(a, b)
    if given is None:
        return NameMatch(0.05, "different", (*reasons, "given names differ"))
    if a.patronymic and b.patronymic and not _same_patronymic(a.patronymic, b.patronymic):
        return NameMatch(0.1, "different", (*reasons, "patronymics differ"))
    if a.gender and b.gender and a.gender != b.gender:
        return NameMatch(0.05, "different", (*reasons, "a man's name and a woman's name"))
    if given[2]:
        reasons.append(given[2])
    return _weigh(a, b, surname, given, reasons)


def _weight_of_surname(name: Name) -> float:
    if name.surname is None:
        return 0.1
    return 0.3 if is_frequent_surname(name.surname) else 1.0


def _weigh(
    a: Name, b: Name, surname: tuple[str, float, str], given: tuple[str, float, str], reasons: list[str]
) -> NameMatch:
    rare = min(_weight_of_surname(a), _weight_of_surname(b))
    if rare < 1:
        reasons.append("a frequent name")
    if given[0] in ("surname_only", "initials"):
        base = 0.55 if given[0] == "surname_only" else 0.78
        return NameMatch(round(base * surname[1] * (0.5 + rare / 2), 3), given[0], tuple(reasons))
    if not a.surname and not b.surname:
        return NameMatch(round(0.5 * given[1], 3), "equal" if given[0] == "equal" else given[0], ("given name alone",))
    kinds = {surname[0], given[0]}
    kind = "equal"
    if "spelling" in kinds:
        kind = "spelling"
    if "transliteration" in kinds:
        kind = "transliteration"
    score = surname[1] * given[1] * (0.9 if rare < 1 else 1.0)
    return NameMatch(round(score, 3), kind, tuple(reasons))


def _given_only(a: Name, b: Name) -> NameMatch:
    if a.given and b.given and _compare_words(a.given, b.given, True) is not None:
        return NameMatch(0.25, "surname_only", ("given names agree, one surname is missing",))
    return NameMatch(0.0, "different", ("no part in common",))


def _compare_givens(a: Name, b: Name) -> tuple[str, float, str] | None:
    if a.given and b.given:
        return _compare_words(a.given, b.given, True)
    letters_a = _given_letters(a)
    letters_b = _given_letters(b)
    if not letters_a or not letters_b:
        return ("surname_only", 1.0, "one given name is missing")
    if letters_a[0] & letters_b[0]:
        if len(letters_a) > 1 and len(letters_b) > 1 and not letters_a[1] & letters_b[1]:
            return None
        return ("initials", 1.0, "initials agree")
    return None


def _given_letters(name: Name) -> list[set[str]]:
    words = [name.given, name.patronymic] if name.given else list(name.initials)
    return [_first_sounds(word) for word in words if word]


def _first_sounds(word: str) -> set[str]:
    first = {key[:1] for key in skeletons(word)}
    bare = fold_text(word)[:1]
    if bare in "еeyиiйj":
        first |= {"e", "i", "Z"} if bare == "j" else {"e", "i", "a", "u"} if len(word) <= 2 and bare == "y" else {"e"}
    return first


def _same_patronymic(a: str, b: str) -> bool:
    left, right = _plain_patronymic(a), _plain_patronymic(b)
    return left == right or Levenshtein.distance(left, right) <= 1


def _plain_patronymic(text: str) -> str:
    key = skeleton(text.replace(" ", ""))
    return re.sub(r"(?:ovi[Ck]h?|evi[Ck]h?|ovna|evna|iCna|iC|uli|ogli|[kg]isi)$", "", key)


def _compare_surnames(a: str, b: str) -> tuple[str, float, str] | None:
    gender_a, gender_b = gender_of_surname(a), gender_of_surname(b)
    if gender_a and gender_b and gender_a != gender_b:
        return None
    same = _compare_words(a, b, False)
    if same is not None:
        return same
    short, long = sorted((skeleton(a), skeleton(b)), key=len)
    if len(short) >= 4 and re.fullmatch(re.escape(short) + r"(?:[oe]va?)", long):
        return ("spelling", 0.75, "one surname without -ov")
    parts_a, parts_b = a.split("-"), b.split("-")
    if len(parts_a) != len(parts_b) and any(_compare_words(x, y, False) for x in parts_a for y in parts_b):
        return ("spelling", 0.8, "one surname is double")
    return None


def _compare_words(a: str, b: str, given: bool) -> tuple[str, float, str] | None:
    plain_a, plain_b = fold_text(a), fold_text(b)
    if plain_a == plain_b:
        return ("equal", 1.0, "")
    crossing = is_cyrillic(a) != is_cyrillic(b)
    kind = "transliteration" if crossing else "spelling"
    if skeletons(a) & skeletons(b):
        return (
            kind,
            0.97 if crossing else 0.95,
            f"{'given names' if given else 'surnames'} are spellings of one another",
        )
    if given and canonical_forms(a) & canonical_forms(b):
        return ("spelling", 0.85, "forms of one given name")
    left, right = skeleton(a), skeleton(b)
    length = min(len(left), len(right))
    distance = Levenshtein.distance(left, right)
    known = (is_given(a) and is_given(b)) if given else (is_frequent_surname(a) and is_frequent_surname(b))
    if not known and ((length >= 6 and distance == 1) or (length >= 10 and distance == 2)):
        return (
            kind,
            0.82 if distance == 1 else 0.7,
            f"{'given names' if given else 'surnames'} differ by {distance} letter(s)",
        )
    return None
