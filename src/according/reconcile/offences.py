"""Charges as printed in; offences out: one article of a code, or one kind of deed, behind every wording and translation.

The data file `offences.toml` knows kinds of offences and whose code is meant. Guesses no guilt, and no article that is not told.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from according.domain.event import Offence
from according.domain.statement import Charge, Statement
from according.language.fold import fold_text
from according.language.stems import tokens
from according.reconcile.clusters import Clusters

_NUMBER = r"(\d+(?:[.-]\d+)*)"
_PART = r"(?:§|(?<!\w)(?:part|paragraph|para\.?|clause|ч\.?|част\w+))"
_ARTICLE_WORD = r"(?<!\w)(?:articles?|art\.?|sections?|стат\w+|ст\.?)"
_ARTICLES = (
    re.compile(rf"{_PART}\s*(\d+)\s*(?:of\s+(?:the\s+)?)?{_ARTICLE_WORD}\s*{_NUMBER}", re.I),  # part 2 of article 241, ч. 2 ст. 241
    re.compile(rf"{_ARTICLE_WORD}\s*{_NUMBER}\s*[,(]?\s*{_PART}\s*(\d+)", re.I),  # article 241, part 2
    re.compile(rf"{_ARTICLE_WORD}\s*{_NUMBER}\s*\((\d+)\)", re.I),  # article 241(2)
    re.compile(rf"{_ARTICLE_WORD}\s*{_NUMBER}", re.I),
)  # fmt: skip
_FURTHER = re.compile(
    rf"(?:\s*\(\d+\))?\s*(?:,|and|и)\s*{_NUMBER}(?:\s*\((\d+)\))?(?![\d-]|\s*(?:years?|лет|год))", re.I
)
_ADMINISTRATIVE = re.compile(r"administrative|коап|административн", re.I)
_CODE = re.compile(r"criminal code|penal code|administrative|уголовн|\bук\b|коап", re.I)
_WORD = re.compile(r"[\w’']+")
_GAP = 2  # words that may stand between two words of a wording


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a code of law as one statement names it."""

    number: str
    part: str | None = None
    code: str | None = None
    country: str | None = None


@lru_cache(maxsize=20_000)
def kinds_in(words: str) -> tuple[str, ...]:
    """The kinds of offences the words name, ordered by name; a wording inside a longer one of another kind does not count."""
    stems = [token.stem for token in tokens(words)]
    found: list[tuple[frozenset[int], str]] = []
    for kind, wordings in _kinds():
        for wording in wordings:
            found += [(places, kind) for places in _places(wording, stems)]
    return tuple(sorted({
        kind for places, kind in found if not any(places < other and kind != name for other, name in found)
    }))  # fmt: skip


def _places(wording: tuple[str, ...], stems: Sequence[str]) -> Iterable[frozenset[int]]:
    for start, stem in enumerate(stems):
        if stem != wording[0]:
            continue
        at, places = start, [start]
        for word in wording[1:]:
            at = next(
                (next_at for next_at in range(at + 1, min(len(stems), at + 2 + _GAP)) if stems[next_at] == word), -1
            )
            if at < 0:
                break
            places.append(at)
        else:
            yield frozenset(places)


@lru_cache(maxsize=20_000)
def articles_in(words: str) -> tuple[Article, ...]:
    """The articles the words name, each once, in their order."""
    found: dict[int, Article] = {}
    country, code = _country_in(words), _code_in(words)
    for number, pattern in enumerate(_ARTICLES):
        for match in pattern.finditer(words):
            one, two = (*match.groups(), None)[:2]
            article, part = (two, one) if number == 0 else (one, two)
            place = match.start(2 if number == 0 else 1)
            if article is None or place in found:
                continue
            found[place] = Article(article, part, code, country)
            further = _FURTHER.match(words, match.end())
            while further:
                found.setdefault(further.start(1), Article(further[1], further[2], code, country))
                further = _FURTHER.match(words, further.end())
    best: dict[str, Article] = {}
    for _, one_article in sorted(found.items()):
        if one_article.number not in best or (best[one_article.number].part is None and one_article.part):
            best[one_article.number] = one_article
    return tuple(best.values())


def _code_in(words: str) -> str | None:
    found = _CODE.search(words)
    if found is None:
        return None
    return "administrative" if _ADMINISTRATIVE.search(words) else "criminal"


def _country_in(words: str) -> str | None:
    found = _CODE.search(words)
    if found is None:
        return None
    around = fold_text(words[max(0, found.start() - 30) : found.end() + 60])
    near = " " + " ".join(_WORD.findall(around)) + " "
    told = {country for country, names in _codes() for name in names if f" {name} " in near}
    return told.pop() if len(told) == 1 else None


@dataclass(slots=True)
class _Told:
    """One charge of one statement."""

    statement: str
    words: str | None
    articles: tuple[Article, ...]
    kinds: tuple[str, ...]


def gather_offences(statements: Iterable[Statement], country: str | None = None) -> tuple[Offence, ...]:
    """The offences of one court case, ordered by key. `country`: where the case is, for codes that name none."""
    told = [one for statement in statements if (one := _told(statement)) is not None]
    names = Clusters()
    for one in told:
        marks = _marks(one)
        for mark in marks:
            names.add(mark)
        if (
            len(one.articles) <= 1 and len(one.kinds) <= 1
        ):  # of two articles and a deed, nobody says which is the deed's
            for mark in marks[1:]:
                names.join(marks[0], mark)
    by_root: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        for root in sorted({names.root(mark) for mark in _marks(one)}):
            by_root[root].append(one)
    return tuple(
        sorted((_build(root, names, ones, country) for root, ones in by_root.items()), key=lambda item: item.key)
    )


def _told(statement: Statement) -> _Told | None:
    value = statement.value
    charge = value.charge if value else None
    words = charge.text if charge else value.sentence.charge if value and value.sentence else None
    if charge is None and not words:
        return None
    articles = _articles(statement, charge)
    if words and not _NOT_NUMBERS.sub("", re.sub(_ARTICLE_WORD, "", words, flags=re.I)).strip():
        words = None  # the words are the article
    return _Told(statement.id, words or (charge.text if charge else None), articles, kinds_in(words) if words else ())


_NOT_NUMBERS = re.compile(
    r"[\d\s.,()§№-]|\b(?:under|of|the|and|part|paragraph|по|ч|част\w+|и|criminal|penal|administrative|code|ук|коап|рф|рк|уголовн\w+|кодекс\w*)\b",
    re.I,
)


def _articles(statement: Statement, charge: Charge | None) -> tuple[Article, ...]:
    """Those the charge names; part, code and country from the words around, where they name the same number."""
    if charge is None or charge.article is None:
        return articles_in(charge.text) if charge else ()
    around = {one.number: one for one in articles_in(statement.quote.exact)}
    own = articles_in(f"article {charge.article} {charge.code or ''}") or (Article(charge.article.strip()),)
    numbers = [one.number for one in own]
    return tuple(around.get(number, one) for number, one in zip(numbers, own, strict=True))


def _marks(one: _Told) -> list[str]:
    marks = [f"article {article.number}" for article in one.articles] + [f"kind {kind}" for kind in one.kinds]
    if marks or not one.words:
        return marks
    return ["words " + " ".join(token.stem for token in tokens(one.words))]


def _build(root: str, names: Clusters, told: Sequence[_Told], country: str | None) -> Offence:
    marks = names.members(root)
    numbers = [mark.split(" ", 1)[1] for mark in marks if mark.startswith("article ")]
    kinds = [mark.split(" ", 1)[1] for mark in marks if mark.startswith("kind ")]
    articles = [article for one in told for article in one.articles if article.number in numbers]
    wordings = Counter(one.words for one in told if one.words)
    ordered = tuple(sorted(wordings, key=lambda words: (not kinds_in(words), -wordings[words], len(words), words)))
    codes = Counter(article.code for article in articles if article.code)
    countries = Counter(article.country for article in articles if article.country)
    said = min(countries, key=lambda item: (-countries[item], item)) if countries else None
    return Offence(
        key=numbers[0] if numbers else kinds[0] if kinds else ordered[0],
        wordings=ordered,
        statements=tuple(sorted({one.statement for one in told})),
        kind=kinds[0] if kinds else None,
        article=numbers[0] if numbers else None,
        parts=tuple(sorted({article.part for article in articles if article.part})),
        code=min(codes, key=lambda item: (-codes[item], item)) if codes else None,
        country=said or (country if numbers else None),
        country_said=said is not None,
    )


@cache
def _data() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = files("according.reconcile").joinpath("offences.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _kinds() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Each kind with its wordings as stems."""
    return tuple(
        (
            kind,
            tuple(sorted({tuple(t.stem for t in tokens(words)) for words in (*row.get("en", ()), *row.get("ru", ()))})),
        )
        for kind, row in sorted(_data()["kinds"].items())
    )


@cache
def _codes() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((country, tuple(names)) for country, names in sorted(_data()["codes"].items()))
