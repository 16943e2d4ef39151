"""Texts no reader should stumble over, read in a child process: `python hostile.py LANGUAGE PART`. The exit tells how it went.

Every text gets its own allowance of processor time, many times what a linear reader needs and far less than one that looks at all
words for each word. Whoever needs more is ended by the system; the last name printed is the text it was at.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator

from according.read import attributions, dates, plain_document, statements
from according.read.counts import find_counts

_MANY = 100_000
_LARGEST = 4_000_000
ALLOWANCE = 40  # seconds of processor time for one text; the slowest takes a tenth of it

HUGE: dict[str, str] = {
    "one word": "a", "one word in capitals": "A", "one Russian word": "ы", "capitals inside": "Xx", "blanks": " ", "line ends": "\n",
    "combining marks on letters": "a\u0301\u0302", "combining marks alone": "\u0301", "object replacement": "\ufffc\ufffd",
}  # fmt: skip
MANY: dict[str, str] = {
    "parentheses": "(", "closing parentheses": ")", "pairs": "()", "quotation marks": '"', "open quotations": "“", "guillemets": "«",
    "digits": "7", "numbers": "7 ", "grouped digits": "1,000", "commas": ", ", "full stops": ". ", "apostrophes": "’s ", "hyphens": "A-",
    "bidi": "\u202eabc\u202c \u2066said\u2069 ", "zero width": "a\u200b\u200d\ufeff", "emoji": "👩‍👩‍👧 ", "line separators": "a\u2028b\u2029\x85",
}  # fmt: skip
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "killed": "killed ", "said": "said ", "names": "Anna Dorova ", "names and commas": "Anna Dorova, ", "weekdays": "Monday ",
        "pronouns": "he she they ", "capitals": "POLICE KILLED TEN AND ", "no full stop": "police killed ten people and ",
        "owned": "owned by A, ", "short lines": "“He was killed.\n\n", "according": "according to ", "of the": "10 of the ",
    },
    "ru": {
        "убиты": "убиты ", "сообщил": "сообщил ", "names": "Анна Дорова ", "initials": "А. ", "pronouns": "он она они ",
        "no full stop": "суд приговорил её к шести годам и ", "according": "по словам ", "capitals": "ПОЛИЦИЯ УБИЛА ",
    },
    "es": {
        "mató": "mató ", "dijo": "dijo ", "names": "Ana Dorova ", "no full stop": "la policía mató a tres obreros y ", "según": "según la ",
    },
}  # fmt: skip
_FEWER = {"ru": 1_000, "es": 5_000, "en": 5_000}  # times for texts in which every word is looked at closely


def texts(language: str, part: str) -> Iterator[tuple[str, str]]:
    """Name and text of one part: huge, many, words."""
    if part == "huge":
        for name, unit in HUGE.items():
            yield name, unit * (_LARGEST // len(unit))
        yield "sentences on one line", "Rain fell on the hills, and nobody came. " * (_LARGEST // 16 // 41)
        yield "one block of Russian", "Дождь шёл над холмами, и никто не пришёл. " * (_LARGEST // 32 // 42)
        yield "mixed scripts", "abc жщ 中文 العربية हिन्दी 한국 ελ שלום 12:30 " * (_LARGEST // 40 // 40)
    elif part == "many":
        for name, unit in MANY.items():
            yield name, unit * _MANY
    else:
        for name, unit in WORDS[language].items():
            yield name, unit * _FEWER[language]
        if language == "en":
            yield "a hundred thousand names", "Anna Dorova " * _MANY
            yield "a hundred thousand times killed", "killed " * _MANY
            yield "a hundred thousand times said", "said " * _MANY


def _allow(seconds: int) -> None:
    soft = int(time.process_time()) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def main(language: str, part: str) -> None:
    """Read every text of the part through all doors of the room."""
    doors: tuple[Callable[[str], object], ...] = (
        lambda text: statements(plain_document(text, published="2014-03-12", language=language)),
        lambda text: attributions(text, language=language),
        lambda text: dates(text, "2014-03-12", language),
        lambda text: find_counts(text, language),
    )
    for name, text in texts(language, part):
        print(name, flush=True)
        for door in doors if part == "words" and not name.startswith("a hundred") else doors[:1]:
            _allow(ALLOWANCE)
            door(text)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
