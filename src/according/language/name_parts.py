"""A parsed name in; the words by which it is compared, each with its role, out. Compares nothing but words written as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from according.language.fold import fold_text
from according.language.givens import is_given, title_words
from according.language.lists import name_words
from according.language.names import Name
from according.language.spelling import spelling_keys
from according.language.word_match import SPELLINGS, compare_words

GIVEN, MIDDLE, FAMILY, FATHER, PATRONYMIC, INITIAL = "given", "middle", "surname", "father", "patronymic", "initial"
_FATHERS_ENDING = re.compile(r"(?:ovi[Ck]h?|evi[Ck]h?|ivi[Ck]|ovna|evna|ivna|iCna|iC|uli|ulu|ogli|oglu|ugli|[kg]izi)$")
_LONG = 10  # letters of a word in which a slip may hide although two were written as one


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name. FATHER is whose son somebody is in "bin Said"; PATRONYMIC a word made of the father's name."""

    word: str
    role: str
    weight: int = 1  # 2 for two words written as one


def full_words(name: Name) -> tuple[str, ...]:
    """The words two names are compared by, without initials and particles; the father's name where it serves as a surname."""
    parts = [part for part in parts_of(name) if part.role != INITIAL]
    kept = [part.word for part in parts if part.role != PATRONYMIC]
    fathers = [min(fathers_keys(part.word), default=part.word) for part in parts if part.role == PATRONYMIC]
    return tuple(kept + (fathers if name.surname is None or name.suffixes else []))


@lru_cache(maxsize=100_000)
def parts_of(name: Name) -> tuple[Part, ...]:
    """Initials, given name, middle names, surname and patronymic in that order, a double name as two."""
    parts = [Part(letter, INITIAL) for letter in name.initials]
    named = [(name.given, GIVEN), *((one, MIDDLE) for one in name.middle), (name.surname, FAMILY)]
    while len(named) > 2 and named[0][0] and _is_title(named[0][0]):  # of two words the first may be a first name
        named = [(named[1][0], GIVEN), *named[2:]]
    for text, role in named:
        parts += _words(text, role) if text else []
    if name.patronymic:
        parts.append(Part(name.patronymic, PATRONYMIC))
    return tuple(parts)


def _is_title(word: str) -> bool:
    folded = fold_text(word)
    return not is_given(word) and any(folded in name_words(language).titles for language in ("en", "ru"))


def _words(text: str, role: str) -> list[Part]:
    titles = title_words()
    words = [word for word in re.split(r"[\s\-‐‑–]+", text) if word]
    kept = [word for word in words if fold_text(word).rstrip(".") not in titles.particles] or words
    if fold_text(words[0]) in titles.son_of and len(words) > 1:
        role = FATHER
    return [Part(_bare_of_article(word), role) for word in kept]


def _bare_of_article(word: str) -> str:
    """An Arabic surname without the article that is written as part of it."""
    return next(
        (word[len(one) :] for one in title_words().articles if word.startswith(one) and len(word) > len(one) + 2), word
    )


def written_as_one(a: tuple[Part, ...], b: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both names, two words of one made one where the other writes them so ("Abdul Aziz", "Abdulaziz")."""
    if len(a) == len(b):
        return a, b
    return (_merged(a, b), b) if len(a) > len(b) else (a, _merged(b, a))


def _merged(long: tuple[Part, ...], short: tuple[Part, ...]) -> tuple[Part, ...]:
    for place in range(len(long) - 1):
        one, two = long[place], long[place + 1]
        if INITIAL in (one.role, two.role) or PATRONYMIC in (one.role, two.role):
            continue
        whole = one.word + two.word
        for other in short:
            if len(other.word) + 2 < len(whole):
                continue
            alike = compare_words(whole, other.word)
            if alike is not None and (alike.kind in SPELLINGS or (alike.edits and len(whole) >= _LONG)):
                return (*long[:place], Part(whole, other.role, 2), *long[place + 2 :])
    return long


@lru_cache(maxsize=20_000)
def fathers_keys(patronymic: str) -> frozenset[str]:
    """The keys of the father's name: of "Ермекович" and "Ermek uly" the same. None for a word that is no patronymic."""
    keys = spelling_keys(re.sub(r"[\s\-]", "", patronymic))
    return frozenset(_FATHERS_ENDING.sub("", key) for key in keys if _FATHERS_ENDING.search(key))
