"""English text in capitals in, the same text with small letters where words are ordinary out: same length, same places, for reading
only. What is kept, quoted and shown is always the stored text. Text in small letters comes back as it is.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from according.domain.passage import Span
from according.language.frequency import is_frequent_surname
from according.language.givens import is_common_word, listed_genders, title_words
from according.language.lists import name_words
from according.language.words import one_of, read_table
from according.read.gazetteer import find_place, first_words
from according.read.lexicon import get_lexicon

_SMALL = re.compile(r"[a-z]")
_LETTER = re.compile(r"[A-Za-z]")
_HEAD = 2000  # code points at the head that tell whether all is in capitals
_LATIN_WORD = re.compile(r"[A-Z]{2,}")
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+")
_ALONE_IN_BRACKETS = re.compile(
    r"[\[(](?:[^\[\]()]{3,80},\s)?([A-Z]{2,7})[\])]|\b([A-Z]{2,7})\s[\[(](?:[A-Z]+\s){2,}[A-Z]+[\])]"
)
_BEGINS = re.compile(r"(?:^|\n\s*\n\s*|[.!?]['\"”’)\]]{0,3}\s+|[\[]|--?\s+|[:“]\s*|\"(?=\w))['\"“‘(\[]*$")
_MOSTLY = 0.9  # share of capitals among the letters of a text from which all of it is in capitals
_LEAST = 4  # words of a line or a run of lines in capitals that may be a sentence
_HALF = 0.5
_LETTERS_ONLY = re.compile(r"^[bcdfghjklmnpqrstvwxz]{2,}$")
_ROMAN = re.compile(r"^(?:i{2,3}|iv|vi{1,3}|ix|xi{0,3}|xiv|xvi{0,3}|xix|xxi?)$")


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of `capitals.toml`."""

    particles: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    calendar: frozenset[str]
    clitics: frozenset[str]
    prefix: re.Pattern[str]
    ending: re.Pattern[str]


@cache
def _words() -> _Words:
    table, dates = read_table("en", "capitals"), read_table("en", "dates")
    return _Words(
        frozenset(table["particles"]),
        frozenset(table["ranks"]) | title_words().honorifics,
        frozenset(table["ranks"] + table["offices"]) | title_words().honorifics,
        frozenset((*dates["month"], *dates["weekday"])) - set(table["not_calendar"]),
        frozenset(table["clitics"]),
        re.compile(rf"^{one_of(table['prefixes'])}(?=[a-z]{{3}})"),
        re.compile(rf"[a-z]{{3,}}{one_of(table['endings'])}$"),
    )


@cache
def dictionary() -> frozenset[str]:
    """Ordinary English words in small letters: SCOWL, the words of our own lists, function words."""
    packed = files("according.language").joinpath("data", "en", "words.txt.gz").read_bytes()
    lexicon, names = get_lexicon("en"), name_words("en")
    own = {
        *lexicon.verbs,
        *lexicon.tags,
        *lexicon.events,
        *lexicon.cues,
        *names.function_words,
        *names.common,
        *names.titles,
    }
    for nouns in lexicon.nouns.values():
        own |= nouns
    own = (
        {word for word in own if word.isalpha()} - _words().calendar - _words().particles - names.places - names.peoples
    )
    return (frozenset(gzip.decompress(packed).decode("ascii").split()) | own) - _words().particles


@lru_cache(maxsize=50_000)
def _is_ordinary(word: str) -> bool:
    """Whether a word in small letters is written small in the middle of a sentence."""
    known = dictionary()
    if word in known:
        return True
    if len(word) < 5 or word in _words().calendar or listed_genders(word):
        return False
    inner = _words().prefix.sub("", word)
    if inner != word and inner in known:
        return True
    if word.endswith("s") and word[:-1] in known:
        return True
    return _words().ending.fullmatch(word) is not None and find_place(word) is None


@lru_cache(maxsize=20_000)
def _is_country(word: str) -> bool:
    place = find_place(word)
    return place is not None and place.kind == "country" and len(word) > 3


def truecase(text: str) -> str:
    """The text read as if it had been printed in both cases; the very same object where no part of it is in capitals."""
    spans = _in_capitals(text)
    if not spans:
        return text
    out: list[str] = []
    at = 0
    acronyms = frozenset(
        word.lower() for pair in _ALONE_IN_BRACKETS.findall(text) for word in pair if _is_acronym(word.lower())
    )
    for span in spans:
        out += [text[at : span.start], _small(text[span.start : span.end], acronyms)]
        at = span.end
    return "".join((*out, text[at:]))


def _is_acronym(word: str) -> bool:
    """Whether letters beside or in brackets are initials: not a word, a first name, a surname or a place."""
    if not word or _is_ordinary(word) or listed_genders(word) or is_frequent_surname(word):
        return False
    return find_place(word) is None


def _in_capitals(text: str) -> list[Span]:
    """The whole text, or its runs of lines in capitals that read as sentences; () in the usual case, found fast."""
    head = text[:_HEAD]
    capitals = sum(map(len, _LATIN_WORD.findall(head)))
    if capitals > 20 and capitals >= _MOSTLY * len(_LETTER.findall(head)) and _reads(head):
        small = len(_SMALL.findall(text))
        if small <= (1 - _MOSTLY) * len(text):
            return [Span(0, len(text))]
    return [span for span in _capital_lines(text) if _reads(text[span.start : span.end])]


def _capital_lines(text: str) -> Iterator[Span]:
    """Runs of lines without a small letter; an empty line parts them."""
    at, start = 0, -1
    for line in text.split("\n"):
        if line.isupper():
            start = at if start < 0 else start
        elif start >= 0:
            yield Span(start, at - 1)
            start = -1
        at += len(line) + 1
    if start >= 0:
        yield Span(start, len(text))


def _reads(part: str) -> bool:
    """Whether words in capitals are a sentence or a headline with a verb, not a name or a row of initials."""
    words = [word.lower() for word in _LATIN_WORD.findall(part)]
    if len(words) < _LEAST:
        return False
    ordinary = sum(_is_ordinary(word) for word in words)
    lexicon = get_lexicon("en")
    tells = any(word in lexicon.verbs or lexicon.tags.get(word, " ") in "bhdgMORN" for word in words)
    return tells and ordinary >= _HALF * len(words)


def _small(part: str, acronyms: frozenset[str]) -> str:
    tokens = [(match.start(), match.end(), match[0].lower()) for match in _TOKEN.finditer(part)]
    kinds = _kinds(part, tokens, acronyms)
    out: list[str] = []
    at = 0
    for (start, end, word), kind in zip(tokens, kinds, strict=True):
        written = part[start:end]
        out.append(part[at:start])
        at = end
        if kind == "A" or len(word) != end - start:
            out.append(written)
        elif kind == "N" or (kind in "D" and _begins(part, start)):
            out.append(written[0] + word[1:])
        else:
            out.append(word)
    return "".join((*out, part[at:]))


def _begins(part: str, start: int) -> bool:
    """Whether a sentence may begin here; behind an initial or "U.S." none does."""
    if start > 1 and part[start - 1] == " " and part[start - 2].isalpha():
        return False  # most words: one blank behind a word
    before = part[max(0, start - 8) : start]
    found = _BEGINS.search(before) if start else True
    if not found:
        return False
    return (
        start < 3
        or re.search(r"(?:\b[A-Z]|\b(?:MR|DR|GEN|COL|LT|MAJ|CAPT|SGT|ST|NO|MSGR|REV|PROF|GOV|SEN))\. $", before) is None
    )


def _kinds(part: str, tokens: list[tuple[int, int, str]], acronyms: frozenset[str]) -> list[str]:
    """For every word: D ordinary, N name, A letters, P a small word of names; then what the neighbours change."""
    kinds = [_kind(part, token, acronyms) for token in tokens]
    for i in range(len(tokens)):
        if kinds[i] == "D":
            kinds[i] = _as_name(part, tokens, kinds, i)
    _known_places(part, tokens, kinds)
    _settle_particles(part, tokens, kinds)
    _capitalise_bodies(part, tokens, kinds)
    return kinds


def _kind(part: str, token: tuple[int, int, str], acronyms: frozenset[str]) -> str:
    start, end, word = token
    if "." in word:
        return "A"
    if start and part[start - 1].isdigit():
        return "d"
    if word.endswith("n") and part[end : end + 2] in ("'T", "’T") and not part[end + 2 : end + 3].isalpha():
        return "D"
    if start and part[start - 1] in "'’" and word in _words().clitics and start > 1 and part[start - 2].isalpha():
        return "D"
    if word == "i":
        return "A"
    if word in _words().particles:
        return "P"
    if word in ("may", "march") and (
        part[max(0, start - 2) : start - 1].isdigit() or part[end + 1 : end + 2].isdigit()
    ):
        return "N"
    if word in acronyms or (_LETTERS_ONLY.match(word) and word not in _abbreviations()) or _ROMAN.match(word):
        return "A"
    if _is_ordinary(word):
        return "N" if _is_country(word) else "D"
    return "N"


@cache
def _abbreviations() -> frozenset[str]:
    table = read_table("en", "abbreviations")
    return frozenset(word for key in ("never", "seldom") for word in table[key])


def _touches(part: str, left: tuple[int, int, str], right: tuple[int, int, str]) -> bool:
    """Whether only one blank (or the full stop of an initial or a title and a blank) stands between two words."""
    between = part[left[1] : right[0]]
    return between in (" ", "\n", "\u00a0") or (
        between in (". ", ".\n") and (len(left[2]) == 1 or left[2] in _abbreviations())
    )


def _as_name(part: str, tokens: list[tuple[int, int, str]], kinds: list[str], i: int) -> str:
    """An ordinary word that stands where a name must: a first name before a name, a surname behind a first name or a title."""
    word = tokens[i][2]
    if word in name_words("en").function_words or word in get_lexicon("en").tags:
        return "D"
    before = i > 0 and _touches(part, tokens[i - 1], tokens[i])
    after = i + 1 < len(tokens) and _touches(part, tokens[i], tokens[i + 1])
    if after and kinds[i + 1] in "NP" and listed_genders(word):
        return "N"
    if after and kinds[i + 1] == "N" and word in _words().ranks and not _is_people(tokens[i + 1][2]):
        return "N"
    if (
        before
        and (is_frequent_surname(word) or is_common_word(word))
        and ((kinds[i - 1] == "N" and listed_genders(tokens[i - 1][2])) or tokens[i - 1][2] in _words().offices)
    ):
        return "N"
    return "D"


def _is_people(word: str) -> bool:
    return word in name_words("en").peoples or word.endswith(("ian", "ians", "ese", "ish", "can", "cans"))


def _known_places(part: str, tokens: list[tuple[int, int, str]], kinds: list[str]) -> None:
    """ "UNITED STATES", "NEW YORK": names of several words that the gazetteer has, at least one of them an ordinary word."""
    firsts = first_words()
    for i in range(len(tokens) - 1):
        if tokens[i][2] not in firsts or (kinds[i] not in "DP" and kinds[i + 1] not in "DP"):
            continue
        for length in (3, 2):
            last = i + length - 1
            if last >= len(tokens) or not all(_touches(part, tokens[k], tokens[k + 1]) for k in range(i, last)):
                continue
            place = find_place(" ".join(token[2] for token in tokens[i : last + 1]))
            if place is None or not (place.is_famous or kinds[i] == "N" or kinds[last] == "N"):
                continue
            if place.kind != "region" or place.country:
                for k in range(i, last + 1):
                    kinds[k] = "N" if tokens[k][2] not in _words().particles | {"of", "the"} or k == i else "D"
                break


def _settle_particles(part: str, tokens: list[tuple[int, int, str]], kinds: list[str]) -> None:
    """ "LUIS DE LA REINA": small between names; "LA PALMA": a capital where the name begins."""
    for i, kind in enumerate(kinds):
        if kind != "P":
            continue
        behind_name = i > 0 and kinds[i - 1] in "Np" and _touches(part, tokens[i - 1], tokens[i])
        k = i + 1
        while k < len(kinds) and kinds[k] == "P" and _touches(part, tokens[k - 1], tokens[k]):
            k += 1
        leads = k < len(kinds) and _touches(part, tokens[k - 1], tokens[k])
        if leads and kinds[k] == "D" and not behind_name:
            kinds[k] = "N" if tokens[k][2] not in get_lexicon("en").tags else "D"
        kinds[i] = "p" if behind_name or not leads or kinds[k] != "N" else "N"
        if kinds[i] == "N" and i and kinds[i - 1] == "p":
            kinds[i] = "p"


def _capitalise_bodies(part: str, tokens: list[tuple[int, int, str]], kinds: list[str]) -> None:
    """ "ZABALO NATIONAL LIBERATION FRONT": ordinary words between a name and the head of a body's name belong to the name."""
    heads, verbs, tags = name_words("en").organisation_heads, get_lexicon("en").verbs, get_lexicon("en").tags
    for i, kind in enumerate(kinds):
        if kind != "N" or _is_people(tokens[i][2]):
            continue
        k, last = i + 1, -1
        while k < min(len(kinds), i + 5) and kinds[k] == "D" and _touches(part, tokens[k - 1], tokens[k]):
            word = tokens[k][2]
            if word in tags or (word in verbs and word not in heads):
                break
            last = k if word in heads else last
            k += 1
        if last > i + 1:
            for m in range(i + 1, last + 1):
                kinds[m] = "N"
