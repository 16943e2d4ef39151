"""Words for an office in; which office of a state it is, out, the same for every wording and language its data file knows."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from according.language.fold import fold_text

_CASES = re.compile(
    r"(?:ого|его|ому|ему|ой|ей|ая|яя|ое|ее|ый|ий|ых|их|ам|ям|ами|ями|ах|ях|ов|ев|а|я|у|ю|ы|и|е|о|ом|ем|ью|ь)$"
)


@dataclass(frozen=True, slots=True)
class Office:
    """One office of a state. `key` is equal for equal offices; `bare` where only "the ministry" was said."""

    key: str
    spoken_for: bool = False  # somebody spoke for it
    bare: bool = False


@lru_cache(maxsize=20_000)
def find_office(name: str) -> Office | None:
    """The office these words name, with what sets it apart ("regional"); None where they name none we know."""
    words, spoken_for = _without_spokesperson(_folded(name))
    for phrase, office in _phrases():
        found = _find_phrase(phrase, words)
        if found is not None:
            rest = [word for word in (*words[: found[0]], *words[found[1] :]) if word not in _EMPTY]
            return Office(":".join((office, *sorted(rest))), spoken_for)
    return Office("", spoken_for, bare=True) if " ".join(words) in _bare() else None


def may_mean(bare_name: str, key: str) -> bool:
    """Whether "the ministry" may stand for the office of this key."""
    words, _ = _without_spokesperson(_folded(bare_name))
    return " ".join(words) in _bare() and key.split(":")[0] in _bare()[" ".join(words)]


def has_own_names(key: str) -> bool:
    """Whether the words of an office are the names of bodies of several states (KNB, FSB) and no translations of one another."""
    return bool(_rows().get(key, {}).get("own_names"))


_EMPTY = frozenset(
    {"the", "of", "for", "a", "an", "country", "страны", "стран", "state", "national", "республики", "республик"}
)


def _folded(name: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", fold_text(name).replace("’", "'")))


def _stem(word: str) -> str:
    """Russian words without their endings: «министерства» is «министерство»."""
    return _CASES.sub("", word) if re.search("[а-я]", word) and len(word) > 4 else word


def _without_spokesperson(words: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    for phrase in _speaks_for():
        found = _find_phrase(phrase, words)
        if found is not None:
            rest = list(words[: found[0]] + words[found[1] :])
            while rest and rest[0] in ("a", "an", "the", "for", "of", "from", "at"):
                rest.pop(0)
            return tuple(rest), bool(rest)
    return tuple(word for word in words if word not in ("the", "a", "an")) if words[:1] == ("the",) else words, False


def _find_phrase(phrase: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int] | None:
    for start in range(len(words) - len(phrase) + 1):
        if words[start : start + len(phrase)] == phrase:
            return start, start + len(phrase)
    return None


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("according.reconcile").joinpath("offices.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Longest first: "prosecutor general's office" before "prosecutor general"."""
    found = [
        (_folded(words), office) for office, row in _rows().items() if office != "speaks_for" for words in row["words"]
    ]
    return tuple(sorted(set(found), key=lambda item: (-len(item[0]), item)))


@lru_cache(maxsize=1)
def _bare() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for office, row in _rows().items():
        for words in row.get("bare", ()):
            out.setdefault(" ".join(_folded(words)), set()).add(office)
    return {words: frozenset(offices) for words, offices in out.items()}


@lru_cache(maxsize=1)
def _speaks_for() -> tuple[tuple[str, ...], ...]:
    return tuple(
        sorted({_folded(words) for words in _rows()["speaks_for"]["words"]}, key=lambda item: (-len(item), item))
    )
