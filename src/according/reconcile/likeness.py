"""A name's surroundings in; what they tell of its bearer, out: years of birth, sex, calling. Reads `likeness.toml`; judges nobody."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from according.language.fold import fold_text
from according.reconcile.vocabulary import words_of

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MAY_TELL = {  # what every pattern needs, looked for first: most names have no age beside them
    "after": re.compile(r"^[ ,(]{1,3}[^\d.;:]{0,24}\d"),
    "before": re.compile(r"\d\d?[- ]"),
    "within": re.compile(r"\d"),
}
_STOPS = frozenset(
    [
        "of",
        "for",
        "in",
        "at",
        "from",
        "who",
        "whose",
        "that",
        "which",
        "with",
        "by",
        "on",
        "to",
        "against",
        "and",
        "visited",
    ]
)
_BEFORE, _AFTER = 60, 44  # characters looked at on either side of a name
_OLDEST = 100


def birth_years(
    content: str, start: int, end: int, descriptions: tuple[str, ...], year: int | None
) -> Iterator[tuple[int, int]]:
    """First and last year in which the bearer of the name at `content[start:end]` may be born, as each wording has it.

    `year` is the year of the document: an age is counted from it, and says nothing without it.
    """
    after, before = content[end : end + _AFTER], content[max(0, start - _BEFORE) : start]
    places = [("after", after), ("before", before), *(("within", text) for text in descriptions)]
    for place, text in places:
        for pattern in _patterns()[place] if _MAY_TELL[place].search(text) else ():
            found = pattern.search(text)
            if found is None:
                continue
            told = found.groupdict()
            if told.get("year"):
                yield int(told["year"]), int(told["year"])
            elif year is not None and 5 <= int(told["age"]) <= _OLDEST:
                yield year - int(told["age"]) - 1, year - int(told["age"])


@lru_cache(maxsize=20_000)
def sex_told(description: str) -> str | None:
    """ "f" or "m" where the head of a description says so ("a mother of three")."""
    head = head_of(description)
    return next((sex for sex in ("f", "m") if head in _sexes()[sex]), None)


@lru_cache(maxsize=20_000)
def calling_of(description: str) -> str | None:
    """The calling the head of a description tells: force, labour or bench."""
    head = head_of(description)
    return next((name for name, words in _callings().items() if head in words), None)


@lru_cache(maxsize=20_000)
def role_words(description: str) -> str | None:
    """The words of a role that few can share, as one key; None for "an activist" or "one of the leaders"."""
    words = [word for word in words_of(description) if word not in _list("plain")]
    head = head_of(description)
    if not words or not head:
        return None
    named = any(word[:1].isupper() for word in description.split()[1:])
    if head in _list("plain"):  # "a lawyer" tells little, "spokesman for the Dock Union" enough
        return " ".join(sorted({head, *words})) if named and len(words) > 1 else None
    return " ".join(sorted({*words}))


@lru_cache(maxsize=20_000)
def is_named_everywhere(description: str) -> bool:
    """Whether the words are of somebody whom every other report names, such as a president."""
    return head_of(description) in _list("everywhere")


@lru_cache(maxsize=20_000)
def head_of(description: str) -> str:
    """The word that says what somebody is: "manager" of "a transport manager at the port"; "" where there is none."""
    words: list[str] = _WORD.findall(fold_text(re.split(r"[,;(]", description.strip(" ,;"))[0]))
    for place, word in enumerate(words):
        if word in _STOPS and place:
            words = words[:place]
            break
    if words and re.search("[а-я]", words[0]):
        return next((word for word in words if word in _heads()), words[0])
    return words[-1] if words else ""


@lru_cache(maxsize=50_000)
def is_plain_body(name: str, first_is_ordinary: bool) -> bool:
    """Whether an organisation's words tell it from no other of its kind: "the police", "riot police", "the Committee".

    `first_is_ordinary`: the first word stands in small letters elsewhere in the document.
    """
    words = [word for word in _WORD.findall(name) if fold_text(word) not in ("the", "a", "an")]
    if not words:
        return True
    folded = [fold_text(word) for word in words]
    if len(words) == 1:
        return folded[0] in _list("heads") or words[0].islower()
    if any(word[:1].isupper() for word in words[1:]) or any(word.isupper() and len(word) > 1 for word in words):
        return False
    return words[0].islower() or first_is_ordinary or folded[0] in _list("ordinary") or folded[0] in _list("heads")


@lru_cache(maxsize=20_000)
def every_state_has_one(name: str) -> bool:
    """Whether only the country tells a body from others of its name: "the Supreme Court"."""
    words = [word for word in _WORD.findall(fold_text(name)) if word not in ("the", "a", "an", "of")]
    return all(word in _list("heads") or word in _list("ordinary") for word in words)


@lru_cache(maxsize=1)
def _rows() -> dict[str, Any]:
    return tomllib.loads(files("according.reconcile").joinpath("likeness.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {place: tuple(re.compile(one) for one in rows) for place, rows in _rows()["ages"].items()}


@lru_cache(maxsize=1)
def _callings() -> dict[str, frozenset[str]]:
    return {name: _words(row["words"]) for name, row in sorted(_rows()["callings"].items())}


@lru_cache(maxsize=1)
def _sexes() -> dict[str, frozenset[str]]:
    return {sex: _words(text) for sex, text in _rows()["sexes"].items()}


@lru_cache(maxsize=8)
def _list(name: str) -> frozenset[str]:
    rows = _rows()
    return _words(rows["bodies"][name] if name in rows["bodies"] else rows[name]["words"])


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    known = [_list("plain"), _list("everywhere"), *_callings().values(), *_sexes().values()]
    return frozenset().union(*known)


def _words(text: str) -> frozenset[str]:
    return frozenset(fold_text(word) for word in text.split())
