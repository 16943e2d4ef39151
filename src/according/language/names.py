"""A name as written in, its parts, gender and commonness out. Never says whose name it is; two names are compared in `likeness`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from according.language.fold import fold_text
from according.language.frequency import given_share, surname_share
from according.language.givens import gender_of_given, is_given, listed_genders, names_of_form, title_words
from according.language.scripts import script_of

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`\-–‑\u00ad\u200b](?=[^\W\d_]))*\.?|,")
_INITIAL = re.compile(r"^[^\W\d_]\.?$|^(?:Дж|Ch|Sh|Zh|Kh|Yu|Ya|Ye|Ts)\.$")
_RUN_OF_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_])")
_MISREAD = re.compile(r"(?<=[a-z])[013](?=[a-z])", re.IGNORECASE)  # a scanner's "Ig0r"
_LETTERS_READ_AS = {"0": "o", "1": "i", "3": "e"}
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
    script: str = "Latn"  # ISO 15924 of its letters: Latn, Cyrl, Geor …
    honorific: str | None = None
    middle: tuple[str, ...] = ()
    surname_first: bool = False

    @property
    def gender(self) -> str | None:
        """ "f", "m" or None, as honorific, patronymic, given name and surname let us guess."""
        return _gender(self)


def parse_name(text: str) -> Name:
    """The parts of a name in any letters, in either order, with or without initials and patronymic."""
    words = title_words()
    spaced = _RUN_OF_INITIALS.sub(r"\1. ", _MISREAD.sub(lambda found: _LETTERS_READ_AS[found[0]], text))
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
        text, given, patronymic, surname, initials, tuple(suffixes), script_of(text),
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
            is_turkic = ending in words.turkic_endings
            if is_turkic or place > 0:
                rest = tokens[:place] + tokens[place + 1 :]
                if len(rest) >= 2 or is_given(rest[0]) or is_turkic:
                    return rest, token, place, [ending] if is_turkic else []
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


@lru_cache(maxsize=100_000)
def _gender(name: Name) -> str | None:
    words = title_words()
    for one in (name.honorific or "").split():
        if _bare(one) in words.feminine:
            return "f"
        if _bare(one) in words.masculine:
            return "m"
    if name.patronymic:
        bare = _bare(name.patronymic)
        if re.search(r"(?:на|na|[kqg][yi]z[yi]|[кқ]ызы|кизи)$", bare):
            return "f"
        return "m"
    by_surname = gender_of_surname(name.surname) if name.surname else None
    if name.given is None or gender_of_given(name.given) is None or _is_short_of_both(name.given):
        return by_surname
    return gender_of_given(name.given) if listed_genders(name.given) else by_surname or gender_of_given(name.given)


@lru_cache(maxsize=20_000)
def _is_short_of_both(given: str) -> bool:
    """Whether men and women are called so for short: Sasha."""
    return {"f", "m"} <= {gender for form in names_of_form(given) if (gender := gender_of_given(form))}


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
