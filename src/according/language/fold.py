"""Text in, one folded spelling out, with a map back to the code points of the original. Never changes what is stored."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from according.domain.passage import Span

# Kazakh Cyrillic is Russian plus nine letters: folded so that a query typed on a Russian keyboard finds Kazakh words.
# Ukrainian and Belarusian letters go the same way.
_LETTERS = {
    "ё": "е", "қ": "к", "ң": "н", "ө": "о", "ү": "у", "ұ": "у", "і": "и", "ї": "и", "һ": "х", "ғ": "г", "ә": "а",
    "ґ": "г", "є": "е", "ў": "у",
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ʻ": "'",
}  # fmt: skip
_QUOTES = dict.fromkeys("«»„“”‟″❝❞〝〞＂", '"') | dict.fromkeys("’‘‚‛ʼʹ′`´‹›＇", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_SPACES = dict.fromkeys("\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
_KEPT_WITH_BREVE = "й"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `offsets[i]` is the place in the original of folded code point `i`; one more for the end."""

    text: str
    offsets: Sequence[int]

    def original(self, start: int, end: int) -> Span:
        """The span of the original text that `text[start:end]` was folded from."""
        return Span(self.offsets[start], self.offsets[end])


class _Table(dict[int, str]):
    """One folded spelling per code point, made when first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_letter(chr(code))
        self[code] = folded
        return folded


def _fold_letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in ("Mn", "Me", "Cf") or (category == "Cc" and letter not in "\n\t"):
        return ""  # accents on their own, zero-width marks, soft hyphens, direction marks
    for table in (_QUOTES, _DASHES, _SPACES):
        if letter in table:
            return table[letter]
    lower = unicodedata.normalize("NFKC", letter).casefold()
    return "".join(_fold_lower(one) for one in lower)


def _fold_lower(letter: str) -> str:
    if letter == _KEPT_WITH_BREVE:
        return letter  # a letter of its own, not an accented one; the stemmer needs it
    if letter in _LETTERS:
        return _LETTERS[letter]
    bare = [part for part in unicodedata.normalize("NFD", letter) if unicodedata.category(part) != "Mn"]
    return "".join(_LETTERS.get(part, part) for part in bare)


_TABLE = _Table()
_BREVE = "\u0306"
_WORD = 40  # texts no longer than a name are folded once and remembered


def fold(text: str) -> Folded:
    """Casefold, ё to е, Kazakh letters to Russian ones, accents off, one kind of quote, dash and space, no invisible marks.

    Equal texts in any composition (NFC, NFD) fold alike. Cost: about 100 MB/s where no code point changes length.
    """
    if text.isascii():
        plain = text.lower()
        if not any(char in plain for char in "`\x00\x0b\x0c\x1b\x7f"):
            return Folded(plain, range(len(text) + 1))
    if _BREVE not in text and all(len(_TABLE[ord(char)]) == 1 for char in set(text)):
        return Folded(text.translate(_TABLE), range(len(text) + 1))
    return _fold_with_map(text)


def _fold_with_map(text: str) -> Folded:
    letters: list[str] = []
    offsets: list[int] = []
    for place, char in enumerate(text):
        if char == _BREVE and letters and letters[-1] == "и":
            letters[-1] = _KEPT_WITH_BREVE
            continue
        for one in _TABLE[ord(char)]:
            letters.append(one)
            offsets.append(place)
    offsets.append(len(text))
    return Folded("".join(letters), tuple(offsets))


def fold_text(text: str) -> str:
    """Only the folded text, for keys and look-ups."""
    return _fold_word(text) if len(text) <= _WORD else fold(text).text


@lru_cache(maxsize=50_000)
def _fold_word(text: str) -> str:
    return fold(text).text
