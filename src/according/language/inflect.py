"""A name in, every form it takes in a Russian or English sentence out; and a form in, its nominative out.

Generated forms are for guarding and searching. Forms are made for both genders where the name does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pymorphy3
from pymorphy3.analyzer import ProbabilityEstimator
from pymorphy3.units import DictionaryAnalyzer

from according.language.givens import listed_genders
from according.language.names import Name, gender_of_surname, parse_name
from according.language.transliterate import is_cyrillic, spellings

if TYPE_CHECKING:
    from according.language.guard import Guard

_HISSING = "жшчщц"
_HARD_K = "гкх"
# Latin spellings read back into Cyrillic, roughly: the forms are compared by skeleton afterwards.
_BACK = (
    ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("iu", "ю"),
    ("ya", "я"), ("ia", "я"), ("ye", "е"), ("yo", "ё"), ("x", "кс"), ("a", "а"), ("b", "б"), ("c", "к"), ("d", "д"), ("e", "е"),
    ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "дж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"),
    ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("z", "з"),
)  # fmt: skip


def word_forms(word: str, gender: str | None, surname: bool) -> frozenset[str]:
    """The singular case forms of one Cyrillic part of a name, nominative included; of a surname the plural too."""
    lower = word.lower()
    made: set[str] = {lower}
    for one in (gender,) if gender else ("m", "f"):
        made |= _masculine(lower, surname) if one == "m" else _feminine(lower, surname)
    if surname:
        made |= _plural(lower)
    return frozenset(made)


def _masculine(word: str, surname: bool) -> set[str]:
    if surname and re.search(r"(?:[оеё]в|[иы]н)$", word):
        return {word + ending for ending in ("", "а", "у", "ым", "е", "ом")}
    if surname and re.search(r"(?:[сц]кий|[иыо]й)$", word):
        stem = word[:-2]
        return {word, *(stem + ending for ending in ("ого", "его", "ому", "ему", "им", "ым", "ом", "ем"))}
    if word.endswith(("а", "я")):
        return _in_a(word)
    if word.endswith("ий"):
        return {word, *(word[:-1] + ending for ending in ("я", "ю", "ем", "и"))}
    if word.endswith(("й", "ь")):
        return {word, *(word[:-1] + ending for ending in ("я", "ю", "ем", "е"))}
    if word[-1:] in "оеиуюыэ":
        return {word}
    endings = ("а", "у", "ем", "ом", "е") if word[-1:] in _HISSING else ("а", "у", "ом", "е")
    forms = {word, *(word + ending for ending in endings)}
    fleeting = re.fullmatch(r"(.*[бвгджзклмнпрстфхцчшщл])[еёо]([вклнрц])", word)
    if fleeting:
        stem = fleeting[1] + ("ь" if fleeting[1].endswith("л") else "") + fleeting[2]
        forms |= {stem + ending for ending in endings}
    return forms


def _feminine(word: str, surname: bool) -> set[str]:
    if surname and re.search(r"(?:[оеё]ва|[иы]на)$", word):
        return {word, *(word[:-1] + ending for ending in ("ой", "у", "ою"))} | (
            _in_a(word) if word.endswith("на") else set()
        )
    if surname and word.endswith(("ая", "яя")):
        return {word, *(word[:-2] + ending for ending in ("ой", "ей", "ую", "юю", "ою"))}
    if word.endswith(("а", "я")):
        return _in_a(word)
    if word.endswith("ь"):
        return {word, word[:-1] + "и", word + "ю"}
    return {word}


def _in_a(word: str) -> set[str]:
    stem, last = word[:-1], word[-1]
    if last == "а":
        soft = stem[-1:] in _HISSING
        ends = ("и" if stem[-1:] in _HARD_K + _HISSING else "ы", "е", "у", "ой", "ою", *(("ей", "ею") if soft else ()))
    else:
        ends = ("и", "е", "и", "ю", "ей", "ею", "ёй")
    return {word, *(stem + end for end in ends)}


def _plural(word: str) -> set[str]:
    if re.search(r"(?:[оеё]в|[иы]н)а?$", word):
        stem = word.removesuffix("а")
        return {stem + end for end in ("ы", "ых", "ым", "ыми")}
    if re.search(r"(?:[сц]к)(?:ий|ая)$", word):
        return {word[:-2] + end for end in ("ие", "их", "им", "ими")}
    return set()


def to_cyrillic(latin: str) -> str:
    """A rough Cyrillic reading of a Latin word, only for making forms. Ends in -iy/-y as -ий/-ый/-й."""
    word = latin.lower()
    word = re.sub(r"sk(?:iy|yy|ii|ij|y|i)$", "ский", word)
    word = re.sub(r"(?<=[aeou])[yi](?![aeou])", "й", word)
    word = re.sub(r"iy$|ii$|y$", "ий", word)
    for latin_letters, cyrillic in _BACK:
        word = word.replace(latin_letters, cyrillic)
    return word.replace("y", "ы")


def part_forms(part: str, gender: str | None, surname: bool) -> frozenset[str]:
    """Forms of one part of a name in Cyrillic, from either script; a hyphenated part gives forms of all its halves."""
    if "-" in part or " " in part:
        halves = [part_forms(half, gender, surname) for half in re.split(r"[- ]", part) if half]
        return frozenset("-".join(pair) for pair in _pairs(halves))
    return word_forms(part if is_cyrillic(part) else to_cyrillic(part), gender, surname)


def _pairs(halves: list[frozenset[str]]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [()]
    for half in halves:
        rows = [(*row, form) for row in rows for form in sorted(half)]
        if len(rows) > 2000:
            return rows
    return rows


def forms(name: str) -> set[str]:
    """All forms of a person's name in Russian and English text: cases, possessives, initials, surname alone, both orders.

    In Cyrillic where the name is Cyrillic (a rough Cyrillic reading of it otherwise) and in Latin by every scheme.
    Lower case. A few hundred strings; for looking through a text use `guard`, which also knows other spellings.
    """
    parts = parse_name(name)
    gender = parts.gender
    surnames = _both_scripts(parts.surname, gender, True)
    givens = _both_scripts(parts.given, gender, False)
    made = {name.lower(), *surnames} if parts.surname else {name.lower(), *givens}
    for script in (0, 1):
        family = [one for one in surnames if is_cyrillic(one) == bool(script)]
        first = [one for one in givens if is_cyrillic(one) == bool(script)]
        for surname in family:
            for given in first:
                made |= {f"{given} {surname}", f"{surname} {given}"}
            for letters in _initials(parts, bool(script)):
                made |= {f"{letters} {surname}", f"{surname} {letters}", f"{letters.replace(' ', '')}{surname}"}
    return made | {one + ending for one in made if not is_cyrillic(one) for ending in ("'s", "’s", "'", "s'")}


def _both_scripts(part: str | None, gender: str | None, surname: bool) -> set[str]:
    if part is None:
        return set()
    cyrillic = part_forms(part, gender, surname)
    latin = {part.lower()} if not is_cyrillic(part) else set()
    return set(cyrillic) | latin | {one.lower() for form in cyrillic for one in spellings(form)}


def _initials(parts: Name, cyrillic: bool) -> set[str]:
    words = [part for part in (parts.given, parts.patronymic) if part] or list(parts.initials)
    if not words:
        return set()
    out = set()
    for one in {words[0]} if is_cyrillic(words[0]) == cyrillic else _turned(words[0], cyrillic):
        out.add(f"{one[0].lower()}.")
        if len(words) > 1:
            for two in {words[1]} if is_cyrillic(words[1]) == cyrillic else _turned(words[1], cyrillic):
                out.add(f"{one[0].lower()}. {two[0].lower()}.")
    return out


def _turned(word: str, to_cyrillic_letters: bool) -> set[str]:
    return {to_cyrillic(word)} if to_cyrillic_letters else set(spellings(word))


class _RankWhereNeeded(ProbabilityEstimator):  # type: ignore[misc]
    """A word with one reading needs no likelihood: most words have one, and looking it up costs more than the reading."""

    def apply_to_parses(self, word: str, word_lower: str, parses: list[Any]) -> list[Any]:
        """The readings, ordered by likelihood where there are several."""
        ranked = super().apply_to_parses(word, word_lower, parses) if len(parses) > 1 else parses
        return list(ranked)


@lru_cache(maxsize=1)
def _morphology() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(probability_estimator_cls=_RankWhereNeeded)


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Any, ...]:
    """The dictionary's readings of a Russian word form in small letters, likeliest first, looked up once per form."""
    return tuple(_morphology().parse(word))


@lru_cache(maxsize=100_000)
def parses(word: str) -> tuple[tuple[str, str, str, frozenset[str]], ...]:
    """Dictionary readings of a Russian word form: (part of speech, normal form, case, grammemes), likeliest first."""
    return tuple(
        (str(one.tag.POS or ""), str(one.normal_form), str(one.tag.case or ""), frozenset(map(str, one.tag.grammemes)))
        for one in readings(word.lower() if len(word) > 1 else word)
    )


@lru_cache(maxsize=50_000)
def nominative_word(word: str, plural: bool, gender: str | None = None) -> str | None:
    """A Russian noun, adjective or participle in the nominative of its own number and gender; None for other words.

    `gender` (masc, femn, neut) is that of the noun an adjective stands with: «городского» alone may be of two.
    """
    wanted = {"nomn", "plur" if plural else "sing"}
    ordered = sorted(readings(word.lower()), key=lambda one: "neut" in one.tag.grammemes and one.tag.POS != "NOUN")
    for one in ordered:
        if one.tag.POS in ("NOUN", "ADJF", "PRTF") and ("plur" in one.tag.grammemes) == plural:
            form = one.inflect(
                wanted
                | (
                    {gender or str(one.tag.gender)}
                    if one.tag.gender and one.tag.POS != "NOUN" and not plural
                    else set()
                )
            )
            return _like(word, str(form.word)) if form is not None else None
    return None


def all_forms(lemma: str) -> frozenset[str]:
    """Every form the dictionary has of a word, participles of a verb included; slow, for building tables."""
    fitting = [
        [str(form.word) for form in one.lexeme] for one in _morphology().parse(lemma) if one.normal_form == lemma
    ]
    # of two readings the likelier, unless it is a word without forms («признаться» as a parenthesis)
    best = next((forms for forms in fitting if len(forms) > 1), [lemma])
    return frozenset({lemma, *best})


@lru_cache(maxsize=100_000)
def is_known_word(word: str) -> bool:
    """Whether the Russian dictionary has the word form (in any reading)."""
    found = readings(word.lower())[:1]  # asked for anyway: the reading tells where it comes from
    return (
        bool(found)
        and len(found[0].methods_stack) == 1
        and isinstance(found[0].methods_stack[0][0], DictionaryAnalyzer)
    )


_PATRONYMIC = re.compile(r"(?:(ович|евич|ич)(?:а|у|ем|ом|е)?|(овн|евн|ичн)(?:а|ы|е|у|ой|ою))$")
# Ending of an oblique case -> endings of the nominative it may come from, surnames in -ов, -ин, -ский.
_SURNAME_BACK = {
    "m": (
        (r"([оеё]в|[иы]н)(?:а|у|ым|е|ом)$", r"\1"), (r"([сц]к)(?:ого|ому|им|ом)$", r"\1ий"), (r"(н|т|р|л)(?:ого|ому|ым|ом)$", r"\1ый"),
    ),
    "f": (
        (r"([оеё]в|[иы]н)(?:ой|у|ою)$", r"\1а"), (r"([сц]к)(?:ой|ую|ою)$", r"\1ая"), (r"(н|т|р|л)(?:ой|ую)$", r"\1ая"),
    ),
}  # fmt: skip


_OBLIQUE = re.compile(r"(?:[оеё]в|[иы]н|ск|цк)(?:ой|ою|ую|у|ым|ого|ому)$")


def nominative(text: str, gender: str | None = None) -> str:
    """A Russian personal name in any case, in the nominative: «Анны Петровой» is «Анна Петрова».

    Names in other scripts come back unchanged. `gender` helps where the given name is unknown to the dictionary.
    A lone surname that may be a man's genitive or a woman's nominative («Петрова») stays as it is.
    """
    if not is_cyrillic(text):
        return text
    words = text.split(" ")
    readings = [given_readings(word) or (_guessed_readings(word) if len(words) > 1 else ()) for word in words]
    known = {reading[1] for options in readings for reading in options}
    sure = gender or _gender_of_words(words, readings, known)
    case_known = any(
        word.lower() in {form for form, one in options if sure is None or one == sure}
        for word, options in zip(words, readings, strict=True)
    )
    if len(words) == 2 and _OBLIQUE.search(words[1].lower()) and len(readings[0]) > 1:
        # «Анне Лаптевой»: not the other name that has this form for its nominative
        readings[0] = tuple(one for one in readings[0] if one[0] != words[0].lower()) or readings[0]
    out = [
        _restore(word, options, sure, case_known, len(words))
        for word, options in zip(words, readings, strict=True)
    ]  # fmt: skip
    return " ".join(out)


def _gender_of_words(words: list[str], readings: list[tuple[tuple[str, str], ...]], known: set[str]) -> str | None:
    for word in words:
        found = _PATRONYMIC.search(word.lower())
        if found and len(word) > 6:
            return "m" if found[1] else "f"
    for options in readings:
        genders = {gender for _, gender in options}
        if len(genders) == 1:
            return next(iter(genders))
    if (
        len(words) == 2
        and re.search(r"[бвгджзйклмнпрстфцчшщь]$", words[1].lower())
        and not readings[1]
        and (len(known) == 2 and (words[0].lower(), "m") not in readings[0])
    ):
        return "f"  # «Юлию Сокаль»: a man's surname would be inflected too
    for options in readings:
        listed = {gender for form, gender in options if gender in listed_genders(form)}
        if len(listed) == 1:  # «Григория»: a man's genitive, though the dictionary has a woman's name so
            return next(iter(listed))
    surnames = [word.lower() for word, options in zip(words, readings, strict=True) if not options]
    for word in surnames:
        if re.search(r"(?:[оеё]в|[иы]н)(?:ой|ою)$|[сц]к(?:ой|ая|ую)$", word):
            return "f"
        if re.search(r"(?:[оеё]в|[иы]н)(?:ым|е|)$|[сц]к(?:ого|ому|им|ий)$", word):
            return "m"
    return next(iter(known)) if len(known) == 1 else None


@lru_cache(maxsize=50_000)
def given_readings(word: str) -> tuple[tuple[str, str], ...]:
    """Possible nominatives of a first name or patronymic with their gender."""
    lower = word.lower()
    patronymic = _PATRONYMIC.search(lower)
    if patronymic and len(lower) > 6:
        man, woman = patronymic[1], patronymic[2]
        stem = lower[: patronymic.start()]
        return ((stem + man, "m"),) if man else ((stem + woman + "а", "f"),)
    out: list[tuple[str, str]] = [(lower, gender) for gender in listed_genders(lower)]
    for stem, gender in _candidates(lower):
        if gender in listed_genders(stem) and stem not in [form for form, _ in out]:
            out.append((stem, gender))
    for speech, normal, _, grammemes in parses(lower):
        if speech == "NOUN" and "Name" in grammemes and "plur" not in grammemes and is_known_word(lower):
            gender = "f" if "femn" in grammemes else "m"
            if (normal, gender) not in out:
                out.append((normal, gender))
    return tuple(out)


def _guessed_readings(word: str) -> tuple[tuple[str, str], ...]:
    """As `given_readings`, for a first name the dictionary has not and only guesses at; none for what ends as surnames do."""
    if re.search(r"(?:[оеё]в|[иы]н|[сц]к)(?:а|у|ым|е|ой|ого|ому|ий|ая|ую)?$", word.lower()):
        return ()
    return tuple(
        dict.fromkeys(
            (normal, "f" if "femn" in grammemes else "m")
            for speech, normal, _, grammemes in parses(word.lower())
            if speech == "NOUN" and "Name" in grammemes and "plur" not in grammemes
        )
    )


def _candidates(word: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for ending, restored, gender in (
        ("а", "", "m"), ("у", "", "m"), ("ом", "", "m"), ("ем", "", "m"), ("е", "", "m"), ("я", "й", "m"), ("ю", "й", "m"),
        ("ем", "й", "m"), ("е", "й", "m"), ("я", "ь", "m"), ("ю", "ь", "m"), ("ем", "ь", "m"), ("и", "й", "m"),
        ("ы", "а", "f"), ("и", "а", "f"), ("е", "а", "f"), ("у", "а", "f"), ("ой", "а", "f"), ("ей", "а", "f"),
        ("и", "я", "f"), ("е", "я", "f"), ("ю", "я", "f"), ("ей", "я", "f"), ("и", "ь", "f"), ("ью", "ь", "f"),
        ("ы", "а", "m"), ("е", "а", "m"), ("у", "а", "m"), ("ой", "а", "m"),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            found.append((word[: len(word) - len(ending)] + restored, gender))
    return found


def _restore(word: str, options: tuple[tuple[str, str], ...], gender: str | None, case_known: bool, count: int) -> str:
    lower = word.lower()
    if "." in word or len(word) < 3:
        return word
    if "-" in word:
        return "-".join(_restore(half, given_readings(half), gender, case_known, count) for half in word.split("-"))
    if gender == "f" and count > 1 and lower[-1] not in "аяоеуюыийэ":
        return word  # a woman's surname that ends in a consonant stands still
    fitting = [form for form, one in options if gender is None or one == gender]
    if fitting:
        chosen = lower if lower in fitting else fitting[0]
        return _like(word, chosen)
    if gender is None:
        return word
    if gender == "f" and (gender_of_surname(lower) == "f" or not re.search(r"(?:ой|ую?|ою)$", lower)):
        return word
    if gender == "m" and count > 1 and case_known and gender_of_surname(lower) == "m":
        return word
    for speech, normal, case, grammemes in parses(lower):
        if (
            speech in ("NOUN", "ADJF")
            and "Surn" in grammemes
            and case != "nomn"
            and gender == "m"
            and "masc" in grammemes
        ):
            return _like(word, normal)
    for pattern, repair in _SURNAME_BACK[gender]:
        if re.search(pattern, lower):
            return _like(word, re.sub(pattern, repair, lower))
    if gender == "m" and count > 1 and not case_known:
        return _like(word, _masculine_nominative(lower))
    return word


def _masculine_nominative(word: str) -> str:
    for speech, normal, _, grammemes in parses(word):
        if speech == "NOUN" and "Surn" in grammemes and "masc" in grammemes:
            return normal
    if re.search(r"[бвгджзклмнпрстфхцчшщ](?:а|у|ом|ем|е)$", word):
        return re.sub(r"(?:а|у|ом|ем|е)$", "", word)
    return word


def _like(pattern: str, word: str) -> str:
    """`word` in the capitals of `pattern`."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


def guard(names: Iterable[str]) -> Guard:
    """A guard that finds these names in a text in every form: see `according.language.guard`."""
    from according.language.guard import Guard  # the guard is built of these forms, so it imports us

    return Guard(names)
